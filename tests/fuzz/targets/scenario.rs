//! Arbitrary text as a file of a scenario: what opens is within the town, can be computed, and comes back as it was saved.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use zukunftshaushalt::model::{Town, simulate};
use zukunftshaushalt::pack::{load, muenster};
use zukunftshaushalt::scenario::{Draft, Saved, Session, open};

static TOWN: LazyLock<Town> = LazyLock::new(|| load(&muenster()).expect("the pack in the repository is sound"));

fuzz_target!(|text: &str| {
    let _ = Saved::read("1", text.to_owned());
    let Ok(draft) = Draft::read(text) else { return };
    // Amounts beyond every bound may lose their last digit on the way; those that a town takes over may not, see below.
    assert!(Draft::read(&draft.to_json()).is_ok(), "what was written is read again");
    let Ok(opened) = open(&TOWN, text) else { return };
    let run = simulate(&TOWN, opened.fitted.scenario());
    drop(run);
    let session = Session::resumed(&opened.fitted);
    let saved = session.draft(&TOWN, &opened.name, "").to_json();
    let again = open(&TOWN, &saved).expect("its own file opens");
    assert_eq!(again.fitted.scenario(), opened.fitted.scenario(), "nothing is lost on the way");
});
