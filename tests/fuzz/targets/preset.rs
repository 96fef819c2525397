//! Arbitrary text as a preset, used on a small file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use import::budget::{Options, preset, read};

const FILE: &[u8] = b"Profitcenter;Kostenart;Bezeichnung;Ist 2015;Plan 2016\n104;50110000;Rat;1.000,50;2.000\n;;;1;2\n";

fuzz_target!(|text: &str| {
    for preset in preset::presets(text).into_iter().flatten() {
        drop(read(FILE, Options { preset: Some(&preset), ..Options::default() }));
    }
});
