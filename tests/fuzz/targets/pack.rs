//! Arbitrary text as one file of a pack that is sound otherwise; its first line is the name of the file. A pack is refused
//! whole, or its town can be computed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zukunftshaushalt::model::{Scenario, simulate};
use zukunftshaushalt::pack::every::all;
use zukunftshaushalt::pack::{load, muenster};

fuzz_target!(|input: &str| {
    let Some((name, text)) = input.split_once('\n') else { return };
    let Some(table) = all().find(|it| it.file == name) else { return };
    match load(&muenster().with(table.file, text)) {
        Ok(town) => drop(simulate(&town, &Scenario::default())),
        Err(problems) => assert!(!problems.is_empty() && problems.iter().all(|it| !it.message.is_empty())),
    }
});
