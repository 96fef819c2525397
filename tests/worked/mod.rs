//! What the model makes of a worked case, side by side with what stands in its file.
//!
//! Shared by `tests/cases.rs`, which compares the two, `examples/parity.rs`, which computes the same numbers in the
//! browser, and `examples/xmile.rs`, which hands the equations to other programs. A new kind of case is one function here.

pub mod chain;

use std::collections::BTreeSet;

use serde_json::Value;
use zukunftshaushalt::model::effects::{Effects, LeverMoney, Link, Spill, Subject};
use zukunftshaushalt::model::fairness::{Bearer, ledger};
use zukunftshaushalt::model::fiscal::{Flow, NRW, Reserves, difference, reserves};
use zukunftshaushalt::model::{IndicatorAt, LeverAt, Reaction, Scale};

/// One row of numbers that belong together.
pub struct Series {
    /// What they are.
    pub name: String,
    /// What the model computes.
    pub found: Vec<f64>,
    /// What the file holds.
    pub expected: Vec<f64>,
    /// What a difference is measured against, so that a rounding residue of zero is no error.
    pub size: f64,
}

impl Series {
    fn new(name: impl Into<String>, found: &[f64], expected: Vec<f64>) -> Self {
        let size = largest(&expected);
        Self { name: name.into(), found: found.to_vec(), expected, size }
    }
}

/// The largest number of a list without its sign.
pub fn largest(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |size, it| size.max(it.abs()))
}

/// Runs a case of any kind.
pub fn run(case: &Value) -> Vec<Series> {
    match case["kind"].as_str() {
        Some("effects") => effects(case),
        Some("fiscal") => fiscal(case),
        Some("cohorts") => cohorts(case),
        Some("chain") => chain::chain(case),
        Some("chain_ensemble") => chain::ensemble(case),
        kind => panic!("unknown kind {kind:?}"),
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("a number was expected, found {value}"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap_or_else(|| panic!("a list was expected, found {value}")).iter().map(number).collect()
}

/// A list; one that a case leaves out, or whose name is misspelled, is no empty one.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_else(|| panic!("a list was expected, found {value}"))
}

fn index(items: &Value, id: &Value) -> usize {
    list(items).iter().position(|it| it["id"] == *id).unwrap_or_else(|| panic!("{id} is not listed"))
}

/// The equations of a case of the kind `effects`.
pub fn equations(case: &Value) -> Effects {
    Effects {
        population: numbers(&case["population"]),
        deflator: numbers(&case["deflator"]),
        levers: list(&case["levers"])
            .iter()
            .map(|it| LeverMoney { baseline: numbers(&it["baseline"]), scenario: numbers(&it["scenario"]) })
            .collect(),
        subjects: list(&case["indicators"]).iter().map(subject).collect(),
        links: list(&case["effects"])
            .iter()
            .map(|it| Link {
                lever: LeverAt(index(&case["levers"], &it["lever"])),
                indicator: IndicatorAt(index(&case["indicators"], &it["indicator"])),
                share: number(&it["share"]),
            })
            .collect(),
        spills: list(&case["spillovers"])
            .iter()
            .map(|it| Spill {
                from: IndicatorAt(index(&case["indicators"], &it["from"])),
                to: IndicatorAt(index(&case["indicators"], &it["to"])),
                strength: number(&it["strength"]),
            })
            .collect(),
    }
}

fn effects(case: &Value) -> Vec<Series> {
    let paths = equations(case).run();
    let indicators = list(&case["indicators"]);
    assert_eq!(paths.len(), indicators.len());
    let named: BTreeSet<&str> = indicators.iter().filter_map(|it| it["id"].as_str()).collect();
    let expected = case["expected"].as_object().map(|it| it.keys().map(String::as_str).collect());
    assert_eq!(Some(named), expected, "every indicator is expected to be something, and nothing else is");
    let mut all = Vec::new();
    for (it, path) in indicators.iter().zip(&paths) {
        let id = it["id"].as_str().unwrap();
        let expected = |what: &str| numbers(&case["expected"][id][what]);
        all.push(Series::new(format!("{id} deviation"), &path.deviation, expected("deviation")));
        all.push(Series::new(format!("{id} baseline"), &path.baseline, expected("baseline")));
        all.push(Series::new(format!("{id} scenario"), &path.scenario, expected("scenario")));
        // The parts of the explanation sum to the deviation in every year.
        let parts = |t: usize| path.parts().map(|part| part[t]).sum::<f64>();
        let sums: Vec<f64> = (0..path.deviation.len()).map(|t| parts(t) + path.pending[t]).collect();
        let name = format!("{id} sum of the parts");
        all.push(Series { name, found: sums, expected: path.deviation.clone(), size: 1.0 });
    }
    all
}

fn subject(it: &Value) -> Subject {
    Subject {
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
    }
}

fn flow(it: &Value) -> Flow {
    Flow::new(numbers(&it["delta"]), chain::terms(it))
}

fn fiscal(case: &Value) -> Vec<Series> {
    let result = numbers(&case["baseline"]["result"]);
    let spending: Vec<Flow> = list(&case["moves"]).iter().map(flow).collect();
    let revenue: Vec<Flow> = list(&case["revenue"]).iter().map(|it| Flow::spent(numbers(&it["delta"]))).collect();
    let change = difference(result.len(), &spending, &revenue, number(&case["real_interest"]));
    let results: Vec<f64> = result.iter().zip(&change.result).map(|(plan, change)| plan + change).collect();
    let equalisation = number(&case["baseline"]["equalisation_reserve"]);
    let path = reserves(equalisation, number(&case["baseline"]["general_reserve"]), &results);
    let column = |of: fn(&Reserves) -> f64| path.iter().map(of).collect::<Vec<_>>();
    let triggers = serde_json::to_value(NRW.consolidation(&path)).unwrap();
    assert_eq!(triggers, case["expected"]["consolidation"]);
    let mut all = vec![
        ("depreciation", change.depreciation),
        ("interest", change.interest),
        ("debt_change", change.debt),
        ("result", results),
        ("equalisation_reserve", column(|it| it.equalisation)),
        ("general_reserve", column(|it| it.general)),
    ];
    // Cases with grants, follow-up costs or savings expect these as well.
    let more = [("operating", change.operating), ("own_payment", change.paid)];
    all.extend(more.into_iter().filter(|(name, _)| !case["expected"][name].is_null()));
    all.into_iter().map(|(name, found)| Series::new(name, &found, numbers(&case["expected"][name]))).collect()
}

fn cohorts(case: &Value) -> Vec<Series> {
    let persons: Vec<Vec<f64>> = list(&case["population"]).iter().map(numbers).collect();
    let weights = |it: &Value| numbers(&it["incidence"]);
    let spending: Vec<Bearer> =
        list(&case["moves"]).iter().map(|it| Bearer { flow: flow(it), weights: weights(it) }).collect();
    let paid = |it: &Value| Bearer { flow: Flow::spent(numbers(&it["delta"])), weights: weights(it) };
    let revenue: Vec<Bearer> = list(&case["revenue"]).iter().map(paid).collect();
    let flows = |bearers: &[Bearer]| bearers.iter().map(|it| it.flow.clone()).collect::<Vec<_>>();
    let change = difference(persons.len(), &flows(&spending), &flows(&revenue), number(&case["real_interest"]));
    let start = i32::try_from(case["start_year"].as_i64().unwrap()).unwrap();
    let found = ledger(start, &persons, &spending, &revenue, &change, number(&case["discount_rate"]));
    let expected = case["expected"]["net_benefit_per_head"].as_object().unwrap();
    let per_head: Vec<f64> = found.per_head.iter().map(|(_, value)| *value).collect();
    let years: Vec<String> = found.per_head.iter().map(|(born, _)| born.to_string()).collect();
    assert_eq!(years, expected.keys().cloned().collect::<Vec<_>>(), "years of birth");
    let left = &case["expected"]["left_behind"];
    let left = vec![number(&left["debt"]), number(&left["assets"]), number(&case["expected"]["interest_paid"]), 0.0];
    vec![
        Series::new("net benefit", &per_head, expected.values().map(number).collect()),
        Series {
            name: "debt left, assets left, interest, closing".into(),
            size: left[0].abs(),
            found: vec![found.debt_left, found.assets_left, found.interest_paid, found.closing()],
            expected: left,
        },
        // Without savings a case leaves them out, and the sum is zero up to rounding.
        Series {
            name: "sum check, saved".into(),
            size: found.debt_left.abs(),
            found: vec![found.closing() + found.saved, found.saved],
            expected: ["sum_check", "saved"].map(|key| case["expected"][key].as_f64().unwrap_or(0.0)).into(),
        },
    ]
}
