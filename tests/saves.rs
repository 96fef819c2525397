//! Scenario files: what was saved opens again, and what does not fit is named or refused whole.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use zukunftshaushalt::model::{Cell, FieldAt, LeverAt, Money, Move, Purpose, Scenario, ShockAt, TaxAt, Town, Year};
use zukunftshaushalt::pack::{load, muenster};
use zukunftshaushalt::scenario::{Opened, Refused, ScenarioFile, Warning, open};

static TOWN: LazyLock<Town> = LazyLock::new(|| load(&muenster()).expect("the pack loads"));

/// Every cell that can be moved.
static CELLS: LazyLock<Vec<Cell>> = LazyLock::new(|| {
    let cells = TOWN.purposes().into_iter().flat_map(|purpose| TOWN.cells(purpose));
    cells.filter(|cell| !TOWN.cell_room(*cell).is_empty()).collect()
});

fn lever(id: &str) -> LeverAt {
    TOWN.levers.find(|it| it.id == id).unwrap_or_else(|| panic!("there is no lever {id}"))
}

fn field(id: &str) -> Purpose {
    Purpose::Field(TOWN.fields.find(|it| it.id == id).unwrap_or_else(|| panic!("there is no field {id}")))
}

/// A file with these moves and taxes, as text.
fn file(moves: &str, taxes: &str) -> String {
    format!(
        r#"{{"format": "zukunftshaushalt-scenario", "version": 1, "pack": "muenster-2026", "moves": [{moves}], "taxes": [{taxes}]}}"#
    )
}

fn opened(moves: &str, taxes: &str) -> Opened {
    open(&TOWN, &file(moves, taxes)).expect("the file opens")
}

/// Any scenario that the town allows, with any years.
fn scenario() -> impl Strategy<Value = Scenario> {
    let one = (any::<usize>(), 0.0..=1.0, any::<bool>(), any::<u16>(), any::<u16>());
    let multipliers = prop::collection::vec(prop::option::of(0.0..=1.0), 3);
    let shocks = prop::collection::btree_set(0..TOWN.shocks.len(), 0..3);
    (prop::collection::vec(one, 0..30), multipliers, shocks).prop_map(|(moves, multipliers, shocks)| {
        let mut scenario = Scenario { shocks: shocks.into_iter().map(ShockAt).collect(), ..Scenario::default() };
        for (index, part, up, one, other) in moves {
            let cell = CELLS[index % CELLS.len()];
            let room = TOWN.cell_room(cell);
            let amount = if up { room.high } else { room.low } * part;
            let years = TOWN.years();
            let mut span = [one, other].map(|it| years[usize::from(it) % years.len()]);
            span.sort();
            if !amount.is_zero() {
                scenario.moves.insert(cell, Move { amount, from: span[0], to: span[1] });
            }
        }
        for ((index, tax), part) in TOWN.taxes.pairs().zip(multipliers) {
            let multiplier = part.map_or(tax.multiplier, |part| tax.range.0 + (tax.range.1 - tax.range.0) * part);
            let multiplier = tax.clamp(multiplier);
            if multiplier != tax.multiplier {
                scenario.taxes.insert(index, multiplier);
            }
        }
        scenario
    })
}

fn cases() -> ProptestConfig {
    let given = ProptestConfig::default();
    let rng_seed = if given.rng_seed == RngSeed::Random { RngSeed::Fixed(2026) } else { given.rng_seed };
    ProptestConfig { cases: given.cases.max(500), rng_seed, failure_persistence: None, ..given }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_was_saved_opens_the_same(scenario in scenario(), name in ".*") {
        let text = ScenarioFile::of(&TOWN, &scenario, &name, "2026-11-22").to_json();
        prop_assert_eq!(open(&TOWN, &text), Ok(Opened { name, scenario, warnings: Vec::new() }));
    }

    /// Whatever a file asks for, the scenario stays within bounds and the program does not stop.
    #[test]
    fn whatever_a_file_asks_for_stays_within_bounds(
        asks in prop::collection::vec((any::<usize>(), prop::option::of(0_usize..11), any::<f64>(), any::<u16>(), any::<u16>()), 0..8),
        multiplier in any::<f64>(),
    ) {
        let number = |value: f64| if value.is_finite() { format!("{value:e}") } else { "0".to_owned() };
        let moves: Vec<String> = asks.iter().map(|(index, purpose, euros, from, to)| {
            let lever = &TOWN.levers[index % TOWN.levers.len()].id;
            let key = |it: &usize| TOWN.fields.get(FieldAt(*it)).map_or("overhead", |field| field.id.as_str());
            let purpose = purpose.as_ref().map_or(String::new(), |it| format!(r#""purpose": "{}","#, key(it)));
            let euros = number(*euros);
            format!(r#"{{"lever": "{lever}", {purpose} "euros_per_year": {euros}, "from": {from}, "to": {to}}}"#)
        }).collect();
        let opened = opened(&moves.join(","), &format!(r#"{{"tax": "trade_tax", "multiplier": {}}}"#, number(multiplier)));
        for (cell, it) in &opened.scenario.moves {
            let room = TOWN.cell_room(*cell);
            prop_assert!(room.low <= it.amount && it.amount <= room.high && !it.amount.is_zero());
            prop_assert!(TOWN.year <= it.from && it.from <= it.to && it.to <= TOWN.horizon);
        }
        for (index, multiplier) in &opened.scenario.taxes {
            let (low, high) = TOWN.taxes[index.0].range;
            prop_assert!((low..=high).contains(multiplier));
        }
    }

    #[test]
    fn no_text_stops_the_program(text in ".*", at in any::<usize>(), letter in any::<char>()) {
        prop_assert!(open(&TOWN, &text).is_err());
        let saved: Vec<char> = SAVED.chars().collect();
        let damaged: String = saved.iter().enumerate().map(|(i, it)| if i == at % saved.len() { letter } else { *it }).collect();
        let _ = open(&TOWN, &damaged);
    }
}

/// A file of version 1 as people have it on their machines. It must open for ever: do not change it.
const SAVED: &str = include_str!("saves/v1.json");

#[test]
fn a_file_of_version_1_opens_for_ever() {
    let opened = open(&TOWN, SAVED).expect("the file opens");
    assert_eq!(opened.name, "Mehr Radwege");
    assert_eq!(opened.warnings, []);
    let scenario = opened.scenario;
    let routes = Cell { lever: lever("radwege"), purpose: field("mobilitaet") };
    let amount = Money::from_cents(50_000_000);
    assert_eq!(scenario.moves.get(&routes), Some(&Move { amount, from: TOWN.year, to: TOWN.horizon }));
    let city = Cell { lever: lever("stadtleben"), purpose: Purpose::Overhead };
    let amount = Money::from_cents(-123_456);
    assert_eq!(scenario.moves.get(&city), Some(&Move { amount, from: Year(2027), to: Year(2035) }));
    // Without a purpose the change is spread over all of them, to the cent.
    let green = scenario.moves.iter().filter(|(cell, _)| cell.lever == lever("gruen"));
    assert_eq!(green.map(|(_, it)| it.amount).sum::<Money>(), Money::from_cents(25_000_050));
    assert_eq!(scenario.taxes, [(TaxAt(0), 465.0)].into_iter().collect());
}

#[test]
fn what_the_town_does_not_know_is_left_out_and_named() {
    let good = r#"{"lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 1000}"#;
    let moves = format!(
        r#"{{"lever": "raumfahrt", "euros_per_year": 5}}, {{"lever": "sport", "purpose": "freude", "euros_per_year": 5}}, {good}"#
    );
    let opened = opened(&moves, r#"{"tax": "dog_tax", "multiplier": 100}"#);
    let unknown = ["raumfahrt", "freude", "dog_tax"].map(|key| Warning::Unknown(key.to_owned()));
    assert_eq!(opened.warnings, unknown);
    assert_eq!(opened.scenario.moves.len(), 1, "what is known is taken over");
}

#[test]
fn what_goes_beyond_bounds_is_limited_and_named() {
    let cell = Cell { lever: lever("radwege"), purpose: field("mobilitaet") };
    for (euros, end) in [("1e12", TOWN.cell_room(cell).high), ("-1e300", TOWN.cell_room(cell).low)] {
        let opened =
            opened(&format!(r#"{{"lever": "radwege", "purpose": "mobilitaet", "euros_per_year": {euros}}}"#), "");
        assert_eq!(opened.scenario.change(cell), end);
        assert_eq!(opened.warnings, [Warning::Limited("radwege".to_owned())]);
    }
    for (multiplier, end) in [("9999", TOWN.taxes[0].range.1), ("465.4", 465.0)] {
        let opened = opened("", &format!(r#"{{"tax": "trade_tax", "multiplier": {multiplier}}}"#));
        assert_eq!(opened.scenario.taxes, [(TaxAt(0), end)].into_iter().collect());
        assert_eq!(opened.warnings, [Warning::Limited("trade_tax".to_owned())]);
    }
    // What is never moved, a purpose without money, and years outside the model.
    for entry in [
        r#"{"lever": "finanzen", "euros_per_year": 1000000}"#,
        r#"{"lever": "radwege", "purpose": "global", "euros_per_year": 1000000}"#,
        r#"{"lever": "radwege", "euros_per_year": 1000, "from": 2060}"#,
        r#"{"lever": "radwege", "euros_per_year": 1000, "from": 2031, "to": 2030}"#,
    ] {
        let opened = opened(entry, "");
        assert!(opened.scenario.is_untouched(), "{entry}");
        assert!(matches!(opened.warnings.as_slice(), [Warning::Limited(_)]), "{entry}: {:?}", opened.warnings);
    }
}

/// Two entries of one lever add up, and may cancel each other.
#[test]
fn entries_of_one_lever_add_up() {
    let entry = |euros: i32| format!(r#"{{"lever": "radwege", "purpose": "mobilitaet", "euros_per_year": {euros}}}"#);
    let cell = Cell { lever: lever("radwege"), purpose: field("mobilitaet") };
    let sum = opened(&format!("{}, {}", entry(3000), entry(-1000)), "");
    assert_eq!(sum.scenario.change(cell), Money::from_cents(200_000));
    let nothing = opened(&format!("{}, {}", entry(3000), entry(-3000)), "");
    assert_eq!(nothing.scenario, Scenario::default());
}

#[test]
fn a_file_of_another_town_or_a_newer_program_is_refused() {
    let other = SAVED.replace("muenster-2026", "bielefeld-2027");
    assert_eq!(open(&TOWN, &other), Err(Refused::OtherPack("bielefeld-2027".to_owned())));
    let newer = SAVED.replace("\"version\": 1", "\"version\": 3");
    assert_eq!(open(&TOWN, &newer), Err(Refused::Newer(3)));
    // A newer file is called newer even if it holds what this program cannot read.
    let richer = newer.replacen('{', "{ \"weather\": [\"flood\"],", 1);
    assert_eq!(open(&TOWN, &richer), Err(Refused::Newer(3)));
    assert!(Refused::Newer(3).to_string().contains("version 3"));
}

/// A file of version 2 as people have it on their machines. It must open for ever: do not change it.
const SAVED_2: &str = include_str!("saves/v2.json");

#[test]
fn a_file_of_version_2_opens_for_ever() {
    let opened = open(&TOWN, SAVED_2).expect("the file opens");
    assert_eq!(opened.warnings, [Warning::Unknown("meteorit".to_owned())]);
    let names = opened.scenario.shocks.iter().map(|index| TOWN.shocks[index.0].id.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["zinsen", "starkregen"], "each once, in the order of the pack");
    assert_eq!(opened.scenario.taxes, [(TaxAt(0), 465.0)].into_iter().collect());
}

/// A scenario without shocks stays readable for programs that know none.
#[test]
fn a_file_has_the_oldest_version_that_holds_it() {
    let text =
        |shocks: Vec<ShockAt>| ScenarioFile::of(&TOWN, &Scenario { shocks, ..Scenario::default() }, "", "").to_json();
    assert!(text(Vec::new()).contains("\"version\": 1") && !text(Vec::new()).contains("shocks"));
    assert!(text(vec![ShockAt(0)]).contains("\"version\": 2") && text(vec![ShockAt(0)]).contains("\"gewerbesteuer\""));
}

/// Asserts that a text is no scenario, and that the reason holds all these parts.
fn not_a_scenario(text: &str, parts: &[&str]) {
    match open(&TOWN, text) {
        Err(Refused::NotAScenario(why)) => assert!(parts.iter().all(|part| why.contains(part)), "{why}"),
        other => panic!("expected a refusal, found {other:?}"),
    }
}

#[test]
fn what_is_no_scenario_is_refused_with_its_place() {
    not_a_scenario("", &["line 1 column 0"]);
    not_a_scenario("budget;2026", &["expected value", "line 1 column 1"]);
    not_a_scenario("{\n  \"format\": \"zukunftshaushalt-scenario\",\n  \"version\": one\n}", &["line 3 column 14"]);
    not_a_scenario("{}", &["missing field `format`", "line 1 column 2"]);
    not_a_scenario(&SAVED.replace("zukunftshaushalt-scenario", "budget"), &["format is `budget`"]);
    not_a_scenario(&SAVED.replacen('{', "{ \"colour\": \"blue\",", 1), &["unknown field `colour`", "line 1 column"]);
    not_a_scenario(&SAVED.replace("\"tax\":", "\"steuer\":"), &["unknown field `steuer`", "line 12 column"]);
    not_a_scenario(&SAVED.replace("-1234.56", "\"viel\""), &["invalid type", "line 9 column"]);
    not_a_scenario(&SAVED.replace("465", "1e999"), &["number out of range", "line 12 column"]);
}
