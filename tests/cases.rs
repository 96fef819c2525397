//! Worked cases: every file in `tests/cases/` runs, so that adding a case needs no code.

mod worked;

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

/// Tolerance of every comparison, relative to the largest expected value of its row.
const TOLERANCE: f64 = 1e-9;

#[test]
fn every_worked_case_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut kinds = BTreeSet::new();
    for file in files {
        println!("{}", file.display());
        let case: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let all = worked::run(&case);
        assert!(!all.is_empty(), "{}: nothing is compared", file.display());
        all.iter().for_each(assert_close);
        kinds.insert(case["kind"].as_str().unwrap().to_owned());
    }
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    assert_eq!(kinds, ["chain", "chain_ensemble", "cohorts", "fiscal"], "cases are missing");
}

fn assert_close(series: &worked::Series) {
    let worked::Series { name, found, expected, size } = series;
    assert!(!expected.is_empty(), "{name}: nothing is expected");
    assert_eq!(found.len(), expected.len(), "{name}: length");
    for (t, (found, expected)) in found.iter().zip(expected).enumerate() {
        let error = (found - expected).abs();
        assert!(error <= TOLERANCE * size, "{name} in year {t}: {found} instead of {expected}");
    }
}
