//! What a million a year from 2027 on buys and changes in Münster, measure by measure.
//!
//! `tests/golden/one-million.csv` was computed by a program of another language and by nothing of this one, from the evidence
//! that the catalogue was made of: four digits, the changes as counts, links included, no ceiling.

#[path = "../examples/told/mod.rs"]
mod told;

use std::collections::BTreeSet;

use serde_json::Value;
use zukunftshaushalt::model::chain::Equations;
use zukunftshaushalt::model::{Cell, MeasureAt, Money, Move, Scenario, Town, Year, simulate};
use zukunftshaushalt::pack::{freiburg, load, muenster};

fn munster() -> Town {
    load(&muenster()).unwrap()
}

fn assert_digits(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 5.1e-4 * expected.abs(), "{what}: {found} instead of {expected}");
}

#[test]
fn a_million_in_each_measure_is_what_another_program_says() {
    let town = munster();
    let chain = &town.chain;
    let equations = Equations::of(&town);
    let table = include_str!("golden/one-million.csv");
    let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|line| line.split(';').collect()).collect();
    let mut compared = BTreeSet::new();
    for (at, measure) in chain.measures.pairs() {
        let euros = equations.moved(town.year, at, 1e6, Year(2027), Year(2050));
        let course = equations.run(&euros);
        let own: Vec<&Vec<&str>> = rows.iter().filter(|row| row[0] == measure.id).collect();
        assert!(!own.is_empty(), "{} is not in the table", measure.id);
        let mut changed: BTreeSet<&str> = BTreeSet::new();
        for row in own {
            let number = |column: usize| row[column].parse::<f64>().unwrap();
            let t = |year: u16| Year(year).since(town.year);
            let units = course.units.get(at).unwrap();
            let what = |what: &str| format!("{} {} {what}", measure.id, row[1]);
            assert_digits(units.bought[t(2035)], number(2), &what("bought"));
            assert_digits(units.working[t(2035)], number(3), &what("working in 2035"));
            assert_digits(units.working[t(2050)], number(4), &what("working in 2050"));
            if !row[1].is_empty() {
                let indicator = town.indicators.find(|it| it.id == row[1]).unwrap();
                let count = &course.indicators.get(indicator).unwrap().count;
                assert_digits(count[t(2035)], number(5), &what("in 2035"));
                assert_digits(count[t(2050)], number(6), &what("in 2050"));
                changed.insert(row[1]);
                compared.insert((row[0], row[1]));
            }
        }
        for (indicator, change) in town.indicators.iter().zip(&course.indicators) {
            let is_still = change.count.iter().all(|it| *it == 0.0);
            assert!(is_still || changed.contains(indicator.id.as_str()), "{} moves {}", measure.id, indicator.id);
        }
    }
    assert!(compared.len() > 70, "only {} pairs were compared", compared.len());
}

/// A million a year from 2027 on for one measure, whatever its bounds: for the usual one of a lever as the lever's own money.
fn a_million(town: &Town, at: MeasureAt) -> Scenario {
    let moved = Move { amount: Money::from_euros(1e6), from: Year(2027), to: Year(2050) };
    let measure = town.chain.measures.get(at).unwrap();
    let mut scenario = Scenario::default();
    if measure.is_usual {
        let lever = town.levers.get(measure.lever).unwrap();
        let purpose =
            town.purposes().into_iter().find(|it| !lever.amount(*it).is_zero()).expect("a lever serves something");
        scenario.moves.insert(Cell { lever: measure.lever, purpose }, moved);
    } else {
        scenario.measures.insert(at, moved);
    }
    scenario
}

/// What `cargo run --example simulate` prints for each of these scenarios, to the digits of the table: the whole way from a
/// scenario to JSON.
#[test]
fn the_program_prints_what_another_program_says() {
    let town = munster();
    let table = include_str!("golden/one-million.csv");
    let mut compared = 0;
    for (at, measure) in town.chain.measures.pairs() {
        let printed = told::told(&town, &simulate(&town, &a_million(&town, at)));
        let years = printed["years"].as_array().unwrap();
        let value =
            |series: &Value, year: u16| series[years.iter().position(|it| *it == year).unwrap()].as_f64().unwrap();
        let own = &printed["measures"][&measure.id];
        for row in table.lines().map(|line| line.split(';').collect::<Vec<_>>()).filter(|row| row[0] == measure.id) {
            let number = |column: usize| row[column].parse::<f64>().unwrap();
            let what = |what: &str| format!("{} {} {what}", measure.id, row[1]);
            assert_digits(value(&own["bought"], 2035), number(2), &what("bought"));
            assert_digits(value(&own["working"], 2035), number(3), &what("working in 2035"));
            assert_digits(value(&own["working"], 2050), number(4), &what("working in 2050"));
            if row[1].is_empty() {
                continue;
            }
            let told = &printed["indicators"][row[1]];
            assert_digits(value(&told["count"], 2035), number(5), &what("in 2035"));
            assert_digits(value(&told["count"], 2050), number(6), &what("in 2050"));
            let why = &told["explanation"];
            let rows = why["rows"].as_array().unwrap();
            assert!(rows.iter().all(|it| it["measure"] == measure.id.as_str()), "{}", what("is explained by another"));
            let sum = |column: &str| rows.iter().map(|it| it[column].as_f64().unwrap()).sum::<f64>();
            let near = |sum: f64, whole: &Value| (sum - whole.as_f64().unwrap()).abs() <= 1e-9 * sum.abs();
            assert!(
                near(sum("count"), &why["count"]) && near(sum("value"), &why["change"]),
                "{}",
                what("does not sum")
            );
            assert_eq!((&why["count"], &why["change"]), (&told["count"][24], &told["change"][24]));
            compared += 1;
        }
        // What the money does not buy is not moved.
        let others = town.chain.measures.iter().filter(|it| it.id != measure.id);
        let is_still = |series: &Value| series.as_array().unwrap().iter().all(|it| it.as_f64() == Some(0.0));
        assert!(others.map(|it| &printed["measures"][&it.id]["bought"]).all(is_still), "{}", measure.id);
    }
    assert!(compared > 70, "only {compared} pairs were compared");
}

/// An effect of one thing per thing without delay: what works is what changes, to the last bit.
#[test]
fn what_is_bought_and_what_changes_is_one_number() {
    let town = munster();
    let chain = &town.chain;
    let equations = Equations::of(&town);
    let mut seen = 0;
    for effect in equations.effects.iter().filter(|it| it.per_unit == 1.0 && it.delay == 0.0) {
        let links = equations.links.iter().any(|it| it.to == effect.indicator);
        let course = equations.run(&equations.moved(town.year, effect.measure, 123_456.0, Year(2028), Year(2040)));
        let working = &course.units.get(effect.measure).unwrap().working;
        let count = &course.indicators.get(effect.indicator).unwrap().count;
        assert!(!links && working.iter().any(|it| *it > 0.0));
        assert_eq!(working, count, "{}", chain.measures.get(effect.measure).unwrap().id);
        seen += 1;
    }
    assert!(seen >= 2, "only {seen} effects are identities");
}

/// Whatever is moved in either town: every row of an explanation belongs to money that was moved, and the rows sum.
#[test]
fn both_towns_explain_what_they_show() {
    for town in [munster(), load(&freiburg()).unwrap()] {
        let equations = Equations::of(&town);
        let mut euros = equations.untouched();
        // Some rise, some fall, some rest; each from another year on.
        for (n, own) in euros.iter_mut().enumerate() {
            let amount = [1e6, -4e5, 0.0][n % 3] / (1 + n / 3) as f64;
            own.iter_mut().skip(n % 5).for_each(|it| *it = amount);
        }
        let course = equations.run(&euros);
        let mut moved = 0;
        for (at, change) in course.indicators.pairs() {
            for t in [0, 3, equations.years - 1] {
                let rows = equations.why(&course, at, t).rows;
                let size: f64 = rows.iter().map(|it| it.count.abs()).sum();
                let sum: f64 = rows.iter().map(|it| it.count).sum();
                assert!((sum - change.count[t]).abs() <= 1e-9 * size, "{}", town.indicators[at.0].id);
                assert!(rows.iter().all(|row| course.is_moved(row.measure)));
                assert!(change.shown[t].is_finite() && change.shown[t].abs() <= change.in_unit[t].abs());
            }
            moved += usize::from(change.shown.iter().any(|it| *it != 0.0));
        }
        assert!(moved > 10, "only {moved} indicators move in {}", town.id);
        let calm = equations.run(&equations.untouched());
        assert!(calm.indicators.iter().all(|it| it.value == it.reference.value));
    }
}
