//! Arbitrary bytes as a budget: every year and kind is summed and reported.
#![no_main]

use libfuzzer_sys::fuzz_target;
use import::budget::{Options, read};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(budget) = read(bytes, Options::default()) {
        for slot in budget.slots().keys().copied() {
            let report = budget.report(Some(&budget.select(slot)));
            assert_eq!(report.get("total").is_some(), budget.doubted(slot).is_empty(), "a total or a reason");
        }
        budget.condensed();
    }
});
