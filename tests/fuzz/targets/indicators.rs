//! Any bytes as a file of indicators, and as the schema beside one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use import::series::indicators;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(found) = indicators("datei_2020.csv", bytes, None) {
        for series in &found.series {
            assert!(!series.points.is_empty());
            assert!(series.points.windows(2).all(|pair| pair[0].year < pair[1].year));
            assert!(series.points.iter().all(|it| it.value.is_finite()));
            let _ = series.in_plain_units();
        }
    }
    let schema = String::from_utf8_lossy(bytes);
    let _ = indicators("tabelle.csv", b"jahr,a,insgesamt\n2020,1,2\n2021,,3\n", Some(&schema));
});
