//! The XMILE file: a small one as agreed, and what must hold for any. Whether the numbers are right, engines of other
//! people say: `cargo xtask verify`.
//!
//! `UPDATE_GOLDEN=1 cargo test --test xmile` writes the small file anew.

use std::collections::BTreeSet;
use std::path::Path;

use zukunftshaushalt::model::chain::{Equations, Euros, Link, PerUnit, Subject};
use zukunftshaushalt::model::xmile::{Label, Labels, export, write};
use zukunftshaushalt::model::{
    Ages, Cell, CountBase, IndicatorAt, MeasureAt, MeasureKind, Money, Move, Scale, Scenario, Terms, Town, Year,
};
use zukunftshaushalt::pack::{freiburg, load, muenster};

fn town() -> Town {
    load(&muenster()).unwrap()
}

/// Every town that has a pack.
fn towns() -> [Town; 2] {
    [town(), load(&freiburg()).unwrap()]
}

fn label(key: &str, text: &str) -> Label {
    Label { key: key.to_owned(), text: text.to_owned() }
}

/// A service of a broken life, an investment that starts later, a loop of two, and names that meet.
fn small() -> String {
    let terms =
        |kind, life, starts_after| Terms { kind, life, starts_after, unit_cost: 3.0, granted: 0.25, ..Terms::SPENT };
    let subject = |worst, best, per| Subject {
        scale: Scale { worst, best },
        start: 50.0,
        trend: -0.02,
        damping: 0.9,
        per,
        base: vec![1000.0, 1001.5, 1003.0],
    };
    let effect = |measure, indicator, per_unit, delay| PerUnit {
        measure: MeasureAt(measure),
        indicator: IndicatorAt(indicator),
        per_unit,
        delay,
    };
    let link = |from, to, per_count| Link { from: IndicatorAt(from), to: IndicatorAt(to), per_count };
    let equations = Equations {
        years: 3,
        subjects: vec![subject(20.0, 80.0, 100.0), subject(80.0, 20.0, 1.0)].into(),
        measures: vec![terms(MeasureKind::Service, 2.25, 0), terms(MeasureKind::Investment, 30.0, 2)].into(),
        effects: vec![effect(0, 0, 0.5, 0.0), effect(1, 0, -1e-7, 2.0), effect(1, 1, 1.0, 0.0)],
        links: vec![link(0, 1, -0.5), link(1, 0, 0.1 + 0.2)],
    };
    let euros: Euros = vec![vec![0.0, 5e4, 5e4], vec![-1e16, 0.0, 0.0]].into();
    let labels = Labels {
        title: "Klein & <fein>".to_owned(),
        start: Year(2026),
        measures: vec![label("kita_platz", "Kita-Platz"), label("Straßen-Bau 2", "Straßen > Wege")].into(),
        indicators: vec![label("pm25", "Feinstaub (µg/m³)"), label("PM25", "Dieselbe noch einmal")].into(),
    };
    write(&equations, &euros, 0.015, &labels)
}

#[test]
fn a_small_file_is_as_agreed() {
    // The version of the program is no part of what was agreed.
    let version = format!("<product version=\"{}\">", env!("CARGO_PKG_VERSION"));
    let text = small().replace(&version, "<product version=\"0\">");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/small-chain.xmile");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let differing = golden.lines().zip(text.lines()).find(|(was, is)| was != is);
    assert!(golden == text, "the file has changed, first in {differing:?}; UPDATE_GOLDEN=1 keeps the new one");
}

/// What stands between two marks, everywhere in a text.
fn between<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(from).skip(1).filter_map(move |rest| rest.split(to).next())
}

fn names(text: &str) -> Vec<String> {
    between(text, " name=\"", "\"").map(|name| name.replace(' ', "_")).collect()
}

/// Engines differ in what else they take for a name, and in what they do about an unknown one.
#[test]
fn names_are_plain_unique_and_known() {
    let exported = towns().map(|town| export(&town, &Scenario::default()));
    for text in exported.into_iter().chain([small()]) {
        let names = names(&text);
        for name in &names {
            assert!(name.starts_with(|it: char| it.is_ascii_lowercase()), "{name}");
            assert!(name.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'_'), "{name}");
            assert!(!name.contains("__") && !name.ends_with('_'), "{name}");
        }
        let known: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(known.len(), names.len(), "a name stands twice");
        let equations = || between(&text, "<eqn>", "</eqn>").chain(between(&text, "<inflow>", "</inflow>"));
        assert!(equations().count() > 10 && names.len() > 10, "{} equations", equations().count());
        for equation in equations() {
            let equation = equation.replace("&gt;", " ");
            let words = equation.split(|it: char| !(it.is_ascii_alphanumeric() || it == '_'));
            for word in words.filter(|it| it.starts_with(|it: char| it.is_ascii_lowercase())) {
                assert!(known.contains(word), "{word} is unknown in {equation}");
            }
        }
    }
}

/// The points of a table, by the tag that holds them.
fn points(text: &str, table: &str, tag: &str) -> Vec<f64> {
    let mark = format!("<gf name=\"table of {}\">", table.replace('_', " "));
    let table = between(text, &mark, "</gf>").next().unwrap_or_else(|| panic!("there is no {mark}"));
    let tag = format!("<{tag}>");
    let list = between(table, &tag, "<").next().unwrap();
    list.split(',').map(|it| it.parse().unwrap()).collect()
}

fn constant(text: &str, name: &str) -> f64 {
    let mark = format!("<aux name=\"{}\"><eqn>", name.replace('_', " "));
    between(text, &mark, "<").next().unwrap_or_else(|| panic!("there is no {mark}")).parse().unwrap()
}

/// What the rate of an indicator is taken of, year by year, as the pack has it.
fn base(town: &Town, at: IndicatorAt) -> Vec<f64> {
    let persons = |ages: &Ages, row: &[f64]| -> f64 {
        let of = |age: usize| (usize::from(ages.from)..=usize::from(ages.to)).contains(&age);
        row.iter().enumerate().filter(|(age, _)| of(*age)).map(|(_, persons)| persons).sum()
    };
    let years = &town.population.counts;
    match town.chain.counts.get(at).and_then(Option::as_ref).map(|it| &it.base) {
        Some(CountBase::Ages(ages)) => years.iter().map(|row| persons(ages, row)).collect(),
        Some(CountBase::Fixed(fixed)) => vec![*fixed; years.len()],
        None => vec![1.0; years.len()],
    }
}

/// Whatever goes into the equations stands in the file, to the last bit.
#[test]
fn numbers_read_back_to_the_last_bit() {
    for town in towns() {
        let (text, equations) = (export(&town, &Scenario::default()), Equations::of(&town));
        let years: Vec<f64> = town.years().iter().map(|it| it.as_f64()).collect();
        for ((at, it), subject) in town.indicators.pairs().zip(&equations.subjects) {
            let key = &it.id;
            assert_eq!(points(&text, &format!("base_{key}"), "ypts"), base(&town, at), "{key}");
            assert_eq!(points(&text, &format!("base_{key}"), "xpts"), years, "{key}");
            let found = ["worst", "best", "start_value", "trend", "damping", "per"]
                .map(|name| constant(&text, &format!("{name}_{key}")));
            let Subject { scale, start, trend, damping, per, .. } = *subject;
            assert_eq!(found, [scale.worst, scale.best, start, trend, damping, per], "{key}");
        }
        for (it, terms) in town.chain.measures.iter().zip(&equations.measures) {
            let found = ["unit_cost", "life", "starts_after", "granted", "follow_up", "saving"]
                .map(|name| constant(&text, &format!("{name}_{}", it.id)));
            let Terms { unit_cost, life, starts_after, granted, follow_up, saving, .. } = *terms;
            assert_eq!(found, [unit_cost, life, starts_after as f64, granted, follow_up, saving], "{}", it.id);
        }
        for (n, effect) in equations.effects.iter().enumerate() {
            let found = ["per_unit", "delay"].map(|name| constant(&text, &format!("{name}_{}", n + 1)));
            assert_eq!(found, [effect.per_unit, effect.delay]);
        }
        for (n, link) in equations.links.iter().enumerate() {
            assert_eq!(constant(&text, &format!("link_{}", n + 1)), link.per_count);
        }
        assert_eq!(constant(&text, "real_interest"), town.real_interest.value);
        assert!(equations.effects.len() > 20 && equations.links.len() > 5, "{} has a chain", town.id);
    }
}

/// The tables of money, by the key of their measure.
fn money(town: &Town, text: &str) -> Vec<Vec<f64>> {
    let all = between(text, "<gf name=\"table of euros ", "\">").count();
    assert_eq!(all, town.chain.measures.len());
    town.chain.measures.iter().map(|it| points(text, &format!("euros_{}", it.id), "ypts")).collect()
}

#[test]
fn untouched_no_measure_has_money() {
    for town in towns() {
        let tables = money(&town, &export(&town, &Scenario::default()));
        assert!(tables.iter().all(|it| it.len() == town.years().len() + 1 && it.iter().all(|it| *it == 0.0)));
    }
}

/// A scenario moves money and nothing else: one table differs in the years of the move, of a lever that of its usual measure.
#[test]
fn a_move_changes_the_table_of_its_measure_only() {
    for town in towns() {
        let moved = Move { amount: Money::from_euros(1000.0), from: Year(town.year.0 + 1), to: Year(town.year.0 + 2) };
        let plain = export(&town, &Scenario::default());
        let assert_moved = |scenario: &Scenario, measure: MeasureAt| {
            let text = export(&town, scenario);
            let differing: Vec<(&str, &str)> = plain.lines().zip(text.lines()).filter(|(was, is)| was != is).collect();
            let id = &town.chain.measures.get(measure).unwrap().id;
            let [(_, line)] = differing.as_slice() else { panic!("{id}: not one line: {differing:?}") };
            let found = points(line, &format!("euros_{id}"), "ypts");
            // One year before the start, the start, and the two years of the move.
            assert_eq!(found[..5], [0.0, 0.0, 1000.0, 1000.0, 0.0], "{id}");
            assert!(found[5..].iter().all(|it| *it == 0.0));
        };
        let mut seen = [0, 0];
        for (measure, it) in town.chain.measures.pairs() {
            if it.is_usual {
                let all =
                    town.purposes().into_iter().flat_map(|it| [town.cells(it), town.investment_cells(it)].concat());
                let Some(cell) = all.into_iter().find(|cell: &Cell| cell.lever == it.lever) else { continue };
                assert_moved(
                    &Scenario { moves: [(cell, moved)].into_iter().collect(), ..Scenario::default() },
                    measure,
                );
            } else {
                let measures = [(measure, moved)].into_iter().collect();
                assert_moved(&Scenario { measures, ..Scenario::default() }, measure);
            }
            seen[usize::from(it.is_usual)] += 1;
        }
        assert!(seen.iter().all(|it| *it > 10), "{seen:?} measures were moved in {}", town.id);
    }
}
