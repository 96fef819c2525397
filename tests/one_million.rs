//! What a million a year from 2027 on buys and changes in Münster, measure by measure.
//!
//! `tests/golden/one-million.csv` was computed by a program of another language and by nothing of this one, from the evidence
//! that the catalogue was made of: four digits, the changes as counts, links included, no ceiling.

use std::collections::BTreeSet;

use zukunftshaushalt::model::chain::Equations;
use zukunftshaushalt::model::{Town, Year};
use zukunftshaushalt::pack::{catalogue, chain_of, freiburg, load, muenster};

fn munster() -> (Town, zukunftshaushalt::model::Chain) {
    let town = load(&muenster()).unwrap();
    let chain = catalogue::read(&town, &chain_of("muenster-2026").unwrap()).unwrap();
    (town, chain)
}

fn assert_digits(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 5.1e-4 * expected.abs(), "{what}: {found} instead of {expected}");
}

#[test]
fn a_million_in_each_measure_is_what_another_program_says() {
    let (town, chain) = munster();
    let equations = Equations::of(&town, &chain);
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

/// An effect of one thing per thing without delay: what works is what changes, to the last bit.
#[test]
fn what_is_bought_and_what_changes_is_one_number() {
    let (town, chain) = munster();
    let equations = Equations::of(&town, &chain);
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
    let freiburg = load(&freiburg()).unwrap();
    let chain = catalogue::read(&freiburg, &chain_of("freiburg-2018").unwrap()).unwrap();
    for (town, chain) in [munster(), (freiburg, chain)] {
        let equations = Equations::of(&town, &chain);
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
