//! Arbitrary bytes as a file of equity positions.
#![no_main]

use libfuzzer_sys::fuzz_target;
use import::budget::{Options, positions, preset};

fuzz_target!(|bytes: &[u8]| {
    let options = Options { preset: preset::named("reserves"), ..Options::default() };
    drop(positions::read(bytes, options));
});
