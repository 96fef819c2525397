//! Every number of a worked case or of a whole projection: one program, run natively and in the browser.
//!
//! `cargo xtask parity` builds it twice; `tests/browser/parity.test.mjs` compares what the two say. Natively it takes
//! files and prints their numbers as one JSON object; in the browser it exports [`numbers`]. It is no part of the page.

#[path = "../tests/worked/mod.rs"]
#[allow(dead_code, reason = "what a file expects is for tests/cases.rs")]
mod worked;

use std::env;
use std::fs;

use serde_json::{Map, Value, json};
use worked::largest;
use zukunftshaushalt::model::{Projection, simulate};
use zukunftshaushalt::pack::{load, muenster};
use zukunftshaushalt::scenario::open;

fn main() {
    let told: Map<String, Value> = env::args()
        .skip(1)
        .map(|file| {
            let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
            (file, serde_json::from_str(&numbers(&text)).unwrap())
        })
        .collect();
    println!("{}", Value::from(told));
}

/// The numbers of a worked case, or of Münster under a scenario file: JSON, a list of `[name, size, numbers]`.
///
/// A difference between two runs is measured against the size.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen::prelude::wasm_bindgen)]
pub fn numbers(file: &str) -> String {
    let case: Value = serde_json::from_str(file).unwrap();
    let series: Vec<Value> = if case["kind"].is_string() {
        worked::run(&case).into_iter().map(|it| json!([it.name, it.size, it.found])).collect()
    } else {
        projected(file)
    };
    Value::from(series).to_string()
}

fn projected(file: &str) -> Vec<Value> {
    let town = load(&muenster()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let opened = open(&town, file).unwrap_or_else(|refused| panic!("{refused}"));
    assert!(!opened.scenario.is_untouched(), "the file moves something");
    let it = simulate(&town, &opened.scenario);
    let names = town.indicators.iter().map(|it| it.id.as_str());
    let mut all: Vec<Value> = names.enumerate().flat_map(|(index, name)| indicator(name, &it, index)).collect();
    all.extend(money(&it));
    all
}

/// A difference between two large numbers is as exact as those are, so its size is theirs.
fn row(name: String, size: f64, values: Vec<f64>) -> Value {
    json!([name, size.max(largest(&values)), values])
}

fn indicator(name: &str, it: &Projection, index: usize) -> Vec<Value> {
    let (path, why) = (&it.indicators[index], &it.explanations[index]);
    let level = largest(&path.baseline).max(largest(&path.scenario));
    let mut all = vec![
        row(format!("{name} baseline"), level, path.baseline.clone()),
        row(format!("{name} scenario"), level, path.scenario.clone()),
        row(format!("{name} reference"), 0.0, path.reference.clone()),
        row(format!("{name} deviation"), 0.0, path.deviation.clone()),
        row(format!("{name} change"), level, why.rows.iter().map(|it| it.value).chain([why.change]).collect()),
        row(format!("{name} contributions"), 0.0, why.rows.iter().map(|it| it.logit).chain([why.logit]).collect()),
    ];
    let parts = path.own.iter().chain(&path.through).map(|part| row(format!("{name} part"), 0.0, part.path.clone()));
    all.extend(parts);
    let arrived = path.own.iter().map(|part| largest(&part.path)).sum();
    all.push(row(format!("{name} pending"), arrived, path.pending.clone()));
    all
}

fn money(it: &Projection) -> Vec<Value> {
    let plain = |name: &str, values: Vec<f64>| row(name.to_owned(), 0.0, values);
    let ledger = &it.ledger;
    let reserves = it.fiscal.iter().flat_map(|year| [year.plan, year.scenario]);
    vec![
        plain("depreciation", it.difference.depreciation.clone()),
        plain("interest", it.difference.interest.clone()),
        plain("result", it.difference.result.clone()),
        plain("debt", it.difference.debt.clone()),
        plain("reserves", reserves.flat_map(|it| [it.result, it.equalisation, it.general]).collect()),
        plain("balance", vec![it.balance.euros(), it.moved.total.euros(), it.moved.unmeasured.euros()]),
        plain("per head", ledger.per_head.iter().map(|(_, benefit)| *benefit).collect()),
        plain("groups", it.groups.iter().map(|group| group.per_head).collect()),
        plain(
            "ledger",
            vec![ledger.total, ledger.assets_left, ledger.debt_left, ledger.interest_paid, ledger.closing()],
        ),
        plain("inheritance", [it.inheritance.today, it.inheritance.change].into_iter().flatten().collect()),
    ]
}
