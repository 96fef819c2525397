//! Every number of a worked case or of a whole projection: one program, run natively and in the browser.
//!
//! `cargo xtask parity` builds it twice; `tests/browser/parity.test.mjs` compares what the two say. Natively it takes
//! files and prints their numbers as one JSON object; in the browser it exports [`numbers`], and what
//! `tests/browser/bench.mjs` takes the time of. It is no part of the page.

#[path = "../tests/worked/mod.rs"]
#[allow(dead_code, reason = "what a file expects is for tests/cases.rs")]
mod worked;

#[cfg(target_arch = "wasm32")]
mod moved;

use std::env;
use std::fs;

use serde_json::{Map, Value, json};
use worked::largest;
use zukunftshaushalt::model::ensemble::{Band, Range, Uncertainty, ensemble};
use zukunftshaushalt::model::fairness::{Pair, outlook, profile};
use zukunftshaushalt::model::fiscal::key_figures::key_figures;
use zukunftshaushalt::model::fiscal::{Outcome, Resilience, resilience};
use zukunftshaushalt::model::{Indicator, IndicatorAt, Measure, Projection, Scenario, Town, Units, simulate};
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

/// What the clock of a browser runs beside: Münster with everything moved half way up.
#[cfg(target_arch = "wasm32")]
mod timed {
    use std::hint::black_box;
    use std::sync::LazyLock;

    use super::*;
    use wasm_bindgen::prelude::wasm_bindgen;
    use zukunftshaushalt::model::ensemble::MEMBERS;

    static TOWN: LazyLock<Town> = LazyLock::new(|| load(&muenster()).unwrap_or_else(|problems| panic!("{problems:?}")));
    static MOVED: LazyLock<Scenario> = LazyLock::new(|| moved::half_way_up(&TOWN));
    static DRAWN: LazyLock<Uncertainty> = LazyLock::new(|| Uncertainty::new(&TOWN, MEMBERS));

    /// Runs the model so often.
    #[wasm_bindgen]
    pub fn run_simulate(runs: u32) {
        (0..runs).for_each(|_| drop(black_box(simulate(&TOWN, black_box(&MOVED)))));
    }

    /// Runs the whole ensemble so often; the first run draws its members, which takes its own time.
    #[wasm_bindgen]
    pub fn run_ensemble(runs: u32) {
        (0..runs).for_each(|_| drop(black_box(ensemble(&TOWN, &DRAWN, black_box(&MOVED)))));
    }
}

fn projected(file: &str) -> Vec<Value> {
    let town = load(&muenster()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let opened = open(&town, file).unwrap_or_else(|refused| panic!("{refused}"));
    let scenario = opened.fitted.scenario();
    assert!(!scenario.is_untouched(), "the file moves something");
    let it = simulate(&town, scenario);
    let mut all: Vec<Value> = town.indicators.pairs().flat_map(|(at, own)| indicator(&own.id, &it, at)).collect();
    all.extend(things(&town, &it));
    all.extend(money(&it));
    all.extend(ranges(&town, scenario));
    all.extend(profiled(&town, scenario, &it));
    all.extend(crises(&town, scenario));
    all
}

/// Ranges of every indicator; few members, because each of them is computed the same way.
fn ranges(town: &Town, scenario: &Scenario) -> Vec<Value> {
    let ranges = ensemble(town, &Uncertainty::new(town, 200), scenario);
    let ends = |it: &Band| [it.low, it.lower, it.median, it.upper, it.high];
    let told = |(indicator, range): (&Indicator, &Range)| {
        let scale = indicator.scale.worst.abs().max(indicator.scale.best.abs());
        let bands = range.plan.iter().chain(&range.scenario).flat_map(|(_, band)| ends(band));
        let shares = range.target.map_or([0.0; 2], |(plan, scenario)| [plan, scenario]);
        let back = range.back_test.map_or([0.0; 4], |it| [it.within as f64, it.error, it.unchanged, it.straight]);
        [
            row(format!("{} bands", indicator.id), scale, bands.collect()),
            row(format!("{} change range", indicator.id), scale, [&ends(&range.change), &*range.dots].concat()),
            row(format!("{} shares", indicator.id), 1.0, [&[range.better, range.worse], &shares[..]].concat()),
            row(format!("{} looking back", indicator.id), scale, [&[range.yearly_noise], &back[..]].concat()),
        ]
    };
    town.indicators.iter().zip(&ranges).flat_map(told).collect()
}

/// The profile of the generations and the ledger by its parts.
fn profiled(town: &Town, scenario: &Scenario, projection: &Projection) -> Vec<Value> {
    let plain = |name: &str, values: Vec<f64>| row(format!("profile, {name}"), 0.0, values);
    let it = profile(town, scenario, projection);
    let both = |it: Pair| [it.plan, it.scenario];
    let parts = outlook(town, scenario);
    let mut all = vec![
        plain("own means", it.own_means.map_or_else(Vec::new, |it| [both(it.coverage), both(it.per_head)].concat())),
        plain("reach", it.reach.map_or_else(Vec::new, |it| vec![it.plan.general, it.scenario.general])),
        plain("upkeep", it.upkeep.map_or_else(Vec::new, |it| vec![it.plan.ratio, it.scenario.ratio])),
        plain("backlog", it.backlog.map_or_else(Vec::new, |it| vec![it.today, it.change])),
        plain("CO2", it.co2.map_or_else(Vec::new, |it| [it.plan, it.scenario].into_iter().flatten().collect())),
        plain("damage", it.damage.map_or_else(Vec::new, |(now, more)| vec![now.low, now.high, more.low, more.high])),
        plain("floors", it.floors.iter().flatten().flat_map(|it| [both(it.value), both(it.status)].concat()).collect()),
        plain("future", it.future.map_or_else(Vec::new, |it| both(it).to_vec())),
        plain("savings", it.savings.map_or_else(Vec::new, |it| vec![it.low, it.high, it.change_low, it.change_high])),
        plain("services", parts.spending.per_head.clone()),
        plain("taxes", parts.taxes.per_head.clone()),
        plain("charged otherwise", parts.alike.iter().map(|it| it.per_head).collect()),
    ];
    let rates = parts.by_rate.iter().map(|groups| groups.iter().map(|it| it.per_head).collect());
    all.extend(rates.map(|values| plain("groups at a rate", values)));
    let figures = key_figures(town, scenario).into_iter();
    let pairs = figures.flat_map(|it| [it.coverage, it.deficit, it.investment, it.interest]);
    all.push(plain("key figures", pairs.flat_map(|(plan, scenario)| [plan, scenario]).flatten().collect()));
    all
}

/// The table of crises.
fn crises(town: &Town, scenario: &Scenario) -> Vec<Value> {
    let outcome = |it: &Outcome| [it.worst.1, it.left, it.distance.unwrap_or(0.0)];
    let rows = resilience(town, scenario);
    let told = |it: &Resilience| row("crisis".to_owned(), 0.0, [outcome(&it.plan), outcome(&it.scenario)].concat());
    let hits = |it: &Resilience| it.hits.iter().map(|(_, change)| *change).collect::<Vec<f64>>();
    let mut all: Vec<Value> = rows.iter().map(told).collect();
    all.push(row("crisis, indicators".to_owned(), 0.0, rows.iter().flat_map(hits).collect()));
    all
}

/// A difference between two large numbers is as exact as those are, so its size is theirs.
fn row(name: String, size: f64, values: Vec<f64>) -> Value {
    json!([name, size.max(largest(&values)), values])
}

/// A sum can be far smaller than its rows; they decide what a rounding residue is.
fn indicator(name: &str, it: &Projection, at: IndicatorAt) -> Vec<Value> {
    let change = it.course.indicators.get(at).expect("every indicator has a course");
    let why = it.why(at, it.end());
    let level = largest(&change.value).max(largest(&change.reference.value));
    let plain = |what: &str, size: f64, values: &[f64]| row(format!("{name} {what}"), size, values.to_vec());
    let pairs = why.rows.iter().map(|it| (it.count, it.shown));
    let (counts, shown): (Vec<f64>, Vec<f64>) = pairs.unzip();
    let not_yet: Vec<f64> = why.not_yet.iter().map(|it| it.count).collect();
    vec![
        plain("plan", level, &change.reference.value),
        plain("scenario", level, &change.value),
        plain("left to the best end", 0.0, &change.reference.to_best),
        plain("left to the worst end", 0.0, &change.reference.to_worst),
        plain("count", 0.0, &change.count),
        plain("in unit", 0.0, &change.in_unit),
        plain("change", 0.0, &change.shown),
        plain("rows in counts", 0.0, &counts),
        plain("rows as shown", 0.0, &shown),
        plain("not yet arrived", largest(&counts), &not_yet),
    ]
}

/// What is bought, works and is being built.
fn things(town: &Town, it: &Projection) -> Vec<Value> {
    let told = |(measure, units): (&Measure, &Units)| {
        let all = [("bought", &units.bought), ("working", &units.working), ("being built", &units.building)];
        all.map(|(what, values)| row(format!("{} {what}", measure.id), largest(&units.working), values.clone()))
    };
    town.chain.measures.iter().zip(&it.course.units).flat_map(told).collect()
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
            vec![
                ledger.total,
                ledger.saved,
                ledger.assets_left,
                ledger.debt_left,
                ledger.interest_paid,
                ledger.closing(),
            ],
        ),
        plain("inheritance", [it.inheritance.today, it.inheritance.change].into_iter().flatten().collect()),
    ]
}
