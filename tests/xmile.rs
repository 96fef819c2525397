//! The XMILE file: a small one as agreed, and what must hold for any. Whether the numbers are right, engines of other
//! people say: `cargo xtask verify`.
//!
//! `UPDATE_GOLDEN=1 cargo test --test xmile` writes the small file anew.

use std::collections::BTreeSet;
use std::path::Path;

use zukunftshaushalt::model::chain::{Equations, Euros, Link as CountLink, PerUnit, Subject as Counted};
use zukunftshaushalt::model::effects::{Effects, LeverMoney, Link, Spill, Subject};
use zukunftshaushalt::model::xmile::{ChainLabels, Label, Labels, export, write, write_chain};
use zukunftshaushalt::model::{
    Cell, FieldAt, IndicatorAt, LeverAt, MeasureAt, MeasureKind, Money, Move, Purpose, Reaction, Scale, Scenario,
    Terms, Town, Year,
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

/// One lever with money, one without, and an indicator that passes its deviation on.
fn small() -> (Effects, Labels) {
    let subject = |worst, best, delay| Subject {
        scale: Scale { worst, best },
        start: 50.0,
        trend: -0.02,
        damping: 0.9,
        reaction: Reaction { delay, decay: 0.1, headroom: 0.6, fade: 0.15 },
    };
    let effects = Effects {
        population: vec![1000.0, 1001.5, 1003.0],
        deflator: vec![1.0, 1.1, 0.1 + 0.2],
        levers: vec![
            LeverMoney { baseline: vec![5e4; 3], scenario: vec![5e4, 6e4, 1e16] },
            LeverMoney { baseline: vec![-0.0; 3], scenario: vec![1e-7; 3] },
        ]
        .into(),
        subjects: vec![subject(20.0, 80.0, 2.0), subject(80.0, 20.0, 0.0)].into(),
        links: [(0, 0.4), (1, -0.25), (7, 1.0)]
            .map(|(lever, share)| Link { lever: LeverAt(lever), indicator: IndicatorAt(0), share })
            .to_vec(),
        spills: vec![Spill { from: IndicatorAt(0), to: IndicatorAt(1), strength: -0.05 }],
    };
    let labels = Labels {
        title: "Klein & <fein>".to_owned(),
        start: Year(2026),
        levers: vec![label("radwege", "Radwege #1"), label("Straßen-Bau 2", "Straßen > Wege")].into(),
        indicators: vec![label("pm25", "Feinstaub (µg/m³)"), label("PM25", "Dieselbe noch einmal")].into(),
    };
    (effects, labels)
}

/// A service of a broken life, an investment that starts later, a loop of two, and names that meet.
fn small_chain() -> String {
    let terms =
        |kind, life, starts_after| Terms { kind, life, starts_after, unit_cost: 3.0, granted: 0.25, ..Terms::SPENT };
    let subject = |worst, best, per| Counted {
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
    let link = |from, to, per_count| CountLink { from: IndicatorAt(from), to: IndicatorAt(to), per_count };
    let equations = Equations {
        years: 3,
        subjects: vec![subject(20.0, 80.0, 100.0), subject(80.0, 20.0, 1.0)].into(),
        measures: vec![terms(MeasureKind::Service, 2.25, 0), terms(MeasureKind::Investment, 30.0, 2)].into(),
        effects: vec![effect(0, 0, 0.5, 0.0), effect(1, 0, -1e-7, 2.0), effect(1, 1, 1.0, 0.0)],
        links: vec![link(0, 1, -0.5), link(1, 0, 0.1 + 0.2)],
    };
    let euros: Euros = vec![vec![0.0, 5e4, 5e4], vec![-1e16, 0.0, 0.0]].into();
    let labels = ChainLabels {
        title: "Klein & <fein>".to_owned(),
        start: Year(2026),
        measures: vec![label("kita_platz", "Kita-Platz"), label("Straßen-Bau 2", "Straßen > Wege")].into(),
        indicators: vec![label("pm25", "Feinstaub (µg/m³)"), label("PM25", "Dieselbe noch einmal")].into(),
    };
    write_chain(&equations, &euros, 0.015, &labels)
}

#[test]
fn a_small_file_is_as_agreed() {
    let (effects, labels) = small();
    assert_agreed(&write(&effects, &labels), "tests/golden/small.xmile");
    assert_agreed(&small_chain(), "tests/golden/small-chain.xmile");
}

fn assert_agreed(text: &str, golden: &str) {
    // The version of the program is no part of what was agreed.
    let version = format!("<product version=\"{}\">", env!("CARGO_PKG_VERSION"));
    let text = text.replace(&version, "<product version=\"0\">");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(golden);
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
    let (effects, labels) = small();
    let exported = towns().map(|town| export(&town, &Scenario::default()));
    for text in exported.into_iter().chain([write(&effects, &labels), small_chain()]) {
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

#[test]
fn numbers_read_back_to_the_last_bit() {
    towns().iter().for_each(assert_read_back);
}

fn assert_read_back(town: &Town) {
    let text = export(town, &Scenario::default());
    let table = between(&text, "<gf name=\"table of population\">", "</gf>").next().unwrap();
    let numbers = |tag: &str| -> Vec<f64> {
        let list = between(table, &format!("<{tag}>"), "<").next().unwrap().to_owned();
        list.split(',').map(|it| it.parse().unwrap()).collect()
    };
    assert_eq!(numbers("ypts"), town.population.totals());
    assert_eq!(numbers("xpts"), town.years().iter().map(|it| it.as_f64()).collect::<Vec<f64>>());
}

#[test]
fn untouched_both_sides_hold_the_same_money() {
    for town in towns() {
        let text = export(&town, &Scenario::default());
        let tables = |side: &str| -> Vec<String> {
            between(&text, &format!("<gf name=\"table of money {side} "), "</gf>").map(str::to_owned).collect()
        };
        assert_eq!(tables("baseline"), tables("scenario"));
        assert_eq!(tables("baseline").len(), town.levers.len());
    }
}

/// A scenario moves money and nothing else: one table differs in the years of the move.
#[test]
fn a_move_changes_the_table_of_its_lever_only() {
    let town = town();
    let lever = town.levers.find(|it| it.id == "radwege").unwrap();
    let moved = Move { amount: Money::from_euros(1000.0), from: Year(2027), to: Year(2028) };
    let cell = Cell { lever, purpose: Purpose::Field(FieldAt(2)) };
    let scenario = Scenario { moves: [(cell, moved)].into_iter().collect(), ..Scenario::default() };
    let (before, after) = (export(&town, &Scenario::default()), export(&town, &scenario));
    let differing: Vec<(&str, &str)> = before.lines().zip(after.lines()).filter(|(was, is)| was != is).collect();
    let [(was, is)] = differing.as_slice() else { panic!("more or less than one line: {differing:?}") };
    assert!(is.contains("table of money scenario radwege"), "{is}");
    let values = |line: &str| -> Vec<f64> {
        let list = between(line, "<ypts>", "<").next().unwrap().to_owned();
        list.split(',').map(|it| it.parse().unwrap()).collect()
    };
    let change: Vec<f64> = values(is).iter().zip(values(was)).map(|(is, was)| is - was).collect();
    assert_eq!(change[..4], [0.0, 1000.0, 1000.0, 0.0]);
    assert!(change[4..].iter().all(|it| *it == 0.0));
}
