//! What the model makes of a worked case, side by side with what stands in its file.
//!
//! Shared by `tests/cases.rs`, which compares the two, `examples/parity.rs`, which computes the same numbers in the
//! browser, and `examples/xmile.rs`, which hands the equations to other programs. A new kind of case is one function here.

pub mod chain;

use serde_json::Value;
use zukunftshaushalt::model::fairness::{Bearer, ledger};
use zukunftshaushalt::model::fiscal::{Flow, NRW, Reserves, difference, reserves};

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
