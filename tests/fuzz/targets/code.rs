//! Arbitrary text as the code of a link: what opens is within the town, can be computed, and goes out again as it came in. Text
//! that begins with a blank is the body of a code, whose sum is put right, so that what stands behind the sum is tried too.
#![no_main]

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;
use xxhash_rust::xxh64::xxh64;
use zukunftshaushalt::model::{Town, simulate};
use zukunftshaushalt::pack::{load, muenster};
use zukunftshaushalt::scenario::{read_code, write_code};

static TOWN: LazyLock<Town> = LazyLock::new(|| load(&muenster()).expect("the pack in the repository is sound"));

/// The bytes before the body: version and town.
const HEAD: [u8; 4] = [1, 0x34, 0xc2, 0x4c];

fuzz_target!(|bytes: &[u8]| {
    let code = match bytes.split_first() {
        Some((b' ', body)) => {
            let told = [&HEAD, body].concat();
            let sum = xxh64(&told, 0).to_be_bytes();
            URL_SAFE_NO_PAD.encode([&told, &sum[..4]].concat())
        }
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    let Ok(linked) = read_code(&TOWN, &code) else { return };
    let scenario = linked.opened.fitted.scenario();
    drop(simulate(&TOWN, scenario));
    if let Ok(code) = write_code(&TOWN, scenario) {
        let again = read_code(&TOWN, &code).expect("its own code opens");
        assert_eq!((again.opened.fitted.scenario(), again.unknown), (scenario, 0), "nothing is lost on the way");
    }
});
