//! Worked cases: every file in `tests/cases/` runs, so that adding a case needs no code.

use std::fs;

use serde_json::Value;
use zukunftshaushalt::model::effects::{Effects, LeverMoney, Link, Spill, Subject};
use zukunftshaushalt::model::fairness::{Bearer, ledger};
use zukunftshaushalt::model::fiscal::{Flow, NRW, difference, reserves};
use zukunftshaushalt::model::{Reaction, Scale};

/// Relative tolerance of every comparison.
const TOLERANCE: f64 = 1e-9;

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("a number was expected, found {value}"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap_or_else(|| panic!("a list was expected, found {value}")).iter().map(number).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn index(items: &Value, id: &Value) -> usize {
    list(items).iter().position(|it| it["id"] == *id).unwrap_or_else(|| panic!("{id} is not listed"))
}

/// Compares series relative to the largest expected value, so that a rounding residue of zero is no error.
fn assert_close(name: &str, found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len(), "{name}: length");
    let size = expected.iter().fold(0.0_f64, |size, it| size.max(it.abs()));
    for (t, (found, expected)) in found.iter().zip(expected).enumerate() {
        let error = (found - expected).abs();
        assert!(error <= TOLERANCE * size, "{name} in year {t}: {found} instead of {expected}");
    }
}

fn effects(case: &Value) {
    let input = Effects {
        population: numbers(&case["population"]),
        deflator: numbers(&case["deflator"]),
        levers: list(&case["levers"])
            .iter()
            .map(|it| LeverMoney { baseline: numbers(&it["baseline"]), scenario: numbers(&it["scenario"]) })
            .collect(),
        subjects: list(&case["indicators"])
            .iter()
            .map(|it| Subject {
                scale: Scale { worst: number(&it["worst"]), best: number(&it["best"]) },
                start: number(&it["start"]),
                trend: number(&it["trend"]),
                damping: number(&it["damping"]),
                reaction: Reaction {
                    delay: number(&it["delay"]),
                    decay: number(&it["decay"]),
                    headroom: number(&it["headroom"]),
                    fade: number(&it["fade"]),
                },
            })
            .collect(),
        links: list(&case["effects"])
            .iter()
            .map(|it| Link {
                lever: index(&case["levers"], &it["lever"]),
                indicator: index(&case["indicators"], &it["indicator"]),
                share: number(&it["share"]),
            })
            .collect(),
        spills: list(&case["spillovers"])
            .iter()
            .map(|it| Spill {
                from: index(&case["indicators"], &it["from"]),
                to: index(&case["indicators"], &it["to"]),
                strength: number(&it["strength"]),
            })
            .collect(),
    };
    let paths = input.run();
    assert_eq!(paths.len(), list(&case["indicators"]).len());
    for (it, path) in list(&case["indicators"]).iter().zip(&paths) {
        let id = it["id"].as_str().unwrap();
        let expected = &case["expected"][id];
        assert_close(&format!("{id} deviation"), &path.deviation, &numbers(&expected["deviation"]));
        assert_close(&format!("{id} baseline"), &path.baseline, &numbers(&expected["baseline"]));
        assert_close(&format!("{id} scenario"), &path.scenario, &numbers(&expected["scenario"]));
        // The parts of the explanation sum to the deviation in every year.
        for t in 0..path.deviation.len() {
            let parts: f64 = path.own.iter().chain(&path.through).map(|part| part.path[t]).sum();
            let sum = parts + path.pending[t];
            assert!((sum - path.deviation[t]).abs() <= TOLERANCE, "{id}: parts sum to {sum} in year {t}");
        }
    }
}

fn flow(it: &Value) -> Flow {
    let life = it["service_life"].as_u64().map(|life| u16::try_from(life).unwrap());
    assert_eq!(life.is_some(), it["kind"] == "investment", "kind and service life belong together");
    Flow { delta: numbers(&it["delta"]), service_life: life }
}

fn fiscal(case: &Value) {
    let result = numbers(&case["baseline"]["result"]);
    let spending: Vec<Flow> = list(&case["moves"]).iter().map(flow).collect();
    let revenue: Vec<Flow> =
        list(&case["revenue"]).iter().map(|it| Flow { delta: numbers(&it["delta"]), service_life: None }).collect();
    let change = difference(result.len(), &spending, &revenue, number(&case["real_interest"]));
    let expected = &case["expected"];
    assert_close("depreciation", &change.depreciation, &numbers(&expected["depreciation"]));
    assert_close("interest", &change.interest, &numbers(&expected["interest"]));
    assert_close("debt", &change.debt, &numbers(&expected["debt_change"]));
    let results: Vec<f64> = result.iter().zip(&change.result).map(|(plan, change)| plan + change).collect();
    assert_close("result", &results, &numbers(&expected["result"]));
    let equalisation = number(&case["baseline"]["equalisation_reserve"]);
    let path = reserves(equalisation, number(&case["baseline"]["general_reserve"]), &results);
    let column = |of: fn(&zukunftshaushalt::model::fiscal::Reserves) -> f64| path.iter().map(of).collect::<Vec<_>>();
    assert_close("equalisation", &column(|it| it.equalisation), &numbers(&expected["equalisation_reserve"]));
    assert_close("general", &column(|it| it.general), &numbers(&expected["general_reserve"]));
    let triggers = serde_json::to_value(NRW.consolidation(&path)).unwrap();
    assert_eq!(triggers, expected["consolidation"]);
}

fn cohorts(case: &Value) {
    let persons: Vec<Vec<f64>> = list(&case["population"]).iter().map(numbers).collect();
    let bearer = |it: &Value| Bearer { flow: flow(it), weights: numbers(&it["incidence"]) };
    let spending: Vec<Bearer> = list(&case["moves"]).iter().map(bearer).collect();
    let revenue: Vec<Bearer> = list(&case["revenue"]).iter().map(bearer).collect();
    let flows = |bearers: &[Bearer]| bearers.iter().map(|it| it.flow.clone()).collect::<Vec<_>>();
    let change = difference(persons.len(), &flows(&spending), &flows(&revenue), number(&case["real_interest"]));
    let start = i32::try_from(case["start_year"].as_i64().unwrap()).unwrap();
    let found = ledger(start, &persons, &spending, &revenue, &change, number(&case["discount_rate"]));
    let expected = case["expected"]["net_benefit_per_head"].as_object().unwrap();
    let per_head: Vec<f64> = found.per_head.iter().map(|(_, value)| *value).collect();
    let years: Vec<String> = found.per_head.iter().map(|(born, _)| born.to_string()).collect();
    assert_eq!(years, expected.keys().cloned().collect::<Vec<_>>(), "years of birth");
    assert_close("net benefit", &per_head, &expected.values().map(number).collect::<Vec<_>>());
    let left = &case["expected"]["left_behind"];
    let size = number(&left["debt"]).abs();
    for (name, found, expected) in [
        ("debt left", found.debt_left, number(&left["debt"])),
        ("assets left", found.assets_left, number(&left["assets"])),
        ("interest", found.interest_paid, number(&case["expected"]["interest_paid"])),
        ("closing", found.closing(), 0.0),
    ] {
        assert!((found - expected).abs() <= TOLERANCE * size, "{name}: {found} instead of {expected}");
    }
}

#[test]
fn every_worked_case_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 6, "the cases are missing");
    for file in files {
        println!("{}", file.display());
        let case: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        match case["kind"].as_str() {
            Some("effects") => effects(&case),
            Some("fiscal") => fiscal(&case),
            Some("cohorts") => cohorts(&case),
            kind => panic!("{}: unknown kind {kind:?}", file.display()),
        }
    }
}
