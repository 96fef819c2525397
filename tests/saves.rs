//! Scenario files: what was saved opens again, and what does not fit is named or refused whole.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use zukunftshaushalt::figure::{opened_said, refused_said, resumed_said};
use zukunftshaushalt::model::{
    Cell, Choice, FieldAt, LeverAt, MeasureAt, Money, Move, Purpose, Scenario, ShockAt, TaxAt, Town, Year,
};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::scenario::{
    Action, CellKey, Changed, Draft, Expected, LIMIT, Opened, Portable, Reasons, Refused, Saved, Session, Subject,
    Warning, fit, open,
};
use zukunftshaushalt::text::Lang;

static TOWN: LazyLock<Town> = LazyLock::new(|| load(&muenster()).expect("the pack loads"));

/// Every cell that can be moved.
static CELLS: LazyLock<Vec<Cell>> = LazyLock::new(|| {
    let cells = TOWN.purposes().into_iter().flat_map(|purpose| TOWN.cells(purpose));
    cells.filter(|cell| !TOWN.cell_room(*cell).is_empty()).collect()
});

/// Every measure that is moved by itself.
static MEASURES: LazyLock<Vec<MeasureAt>> = LazyLock::new(|| {
    let all = TOWN.chain.measures.places();
    all.filter(|at| !TOWN.measure_room(*at).is_empty()).collect()
});

fn measure(id: &str) -> MeasureAt {
    TOWN.chain.measures.find(|it| it.id == id).unwrap_or_else(|| panic!("there is no measure {id}"))
}

fn lever(id: &str) -> LeverAt {
    TOWN.levers.find(|it| it.id == id).unwrap_or_else(|| panic!("there is no lever {id}"))
}

fn field(id: &str) -> Purpose {
    Purpose::Field(TOWN.fields.find(|it| it.id == id).unwrap_or_else(|| panic!("there is no field {id}")))
}

/// A file with these moves and taxes, as text.
fn file(moves: &str, taxes: &str) -> String {
    format!(
        r#"{{"format": "zukunftshaushalt-scenario", "version": 4, "pack": "muenster-2026", "moves": [{moves}], "taxes": [{taxes}]}}"#
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
    (prop::collection::vec(one, 0..40), multipliers, shocks).prop_map(|(moves, multipliers, shocks)| {
        let mut scenario = Scenario { shocks: shocks.into_iter().map(ShockAt).collect(), ..Scenario::default() };
        for (index, part, up, one, other) in moves {
            let years: Vec<Year> = TOWN.years().into_iter().filter(|it| *it >= TOWN.first_year).collect();
            let mut span = [one, other].map(|it| years[usize::from(it) % years.len()]);
            span.sort();
            let moved = |amount: Money| Move { amount, from: span[0], to: span[1] };
            // A quarter of them are measures.
            if index % 4 == 0 {
                let at = MEASURES[index / 4 % MEASURES.len()];
                scenario.measures.insert(at, moved(TOWN.measure_room(at).high * part));
            } else {
                let cell = CELLS[index % CELLS.len()];
                let room = TOWN.cell_room(cell);
                scenario.moves.insert(cell, moved(if up { room.high } else { room.low } * part));
            }
        }
        scenario.moves = scenario.moves.into_iter().filter(|(_, it)| !it.amount.is_zero()).collect();
        scenario.measures = scenario.measures.into_iter().filter(|(_, it)| !it.amount.is_zero()).collect();
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

/// A reason for every other change.
fn reasons(scenario: &Scenario) -> Reasons {
    let cells = scenario.moves.keys().map(|it| Changed::Choice(Choice::Everyday(*it)));
    let measures = scenario.measures.keys().map(|it| Changed::Choice(Choice::Own(*it)));
    let taxes = scenario.taxes.keys().map(|it| Changed::Tax(*it));
    let all = cells.chain(measures).chain(taxes).enumerate().filter(|(at, _)| at % 2 == 0);
    all.map(|(at, it)| (it, format!("Grund {at}: „so“").into())).collect()
}

fn cases() -> ProptestConfig {
    let given = ProptestConfig::default();
    let rng_seed = if given.rng_seed == RngSeed::Random { RngSeed::Fixed(2026) } else { given.rng_seed };
    ProptestConfig { cases: given.cases.max(500), rng_seed, failure_persistence: None, ..given }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_was_saved_opens_the_same(scenario in scenario(), name in ".{0,80}", note in "(.|\n){0,200}") {
        let draft = Draft::new(&TOWN, Portable::of(&TOWN, &scenario, &reasons(&scenario)), Vec::new(), &name, &note, "2026-11-22");
        let opened = open(&TOWN, &draft.to_json()).unwrap();
        prop_assert_eq!(&opened.name, draft.name());
        prop_assert_eq!(opened.fitted.note(), draft.note());
        prop_assert_eq!(opened.fitted.scenario(), &scenario);
        prop_assert_eq!(&**opened.fitted.reasons(), &reasons(&scenario));
        prop_assert_eq!(opened.warnings, []);
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
            let measure = &TOWN.chain.measures[index % TOWN.chain.measures.len()].id;
            let key = |it: &usize| TOWN.fields.get(FieldAt(*it)).map_or("overhead", |field| field.id.as_str());
            let what = match purpose {
                None if index % 2 == 0 => format!(r#""measure": "{measure}""#),
                None => format!(r#""lever": "{lever}""#),
                Some(it) => format!(r#""lever": "{lever}", "purpose": "{}""#, key(it)),
            };
            let euros = number(*euros);
            format!(r#"{{{what}, "euros_per_year": {euros}, "from": {from}, "to": {to}}}"#)
        }).collect();
        let tax = format!(r#"{{"tax": "trade_tax", "multiplier": {}}}"#, number(multiplier));
        match open(&TOWN, &file(&moves.join(","), &tax)) {
            Ok(opened) => assert_within_bounds(opened.fitted.scenario()),
            Err(refused) => {
                let is_twice = matches!(refused, Refused::TwoSpans { .. } | Refused::Doubled { .. });
                prop_assert!(is_twice, "{refused}");
            }
        }
    }

    #[test]
    fn no_text_stops_the_program(text in ".*", at in any::<usize>(), letter in any::<char>()) {
        prop_assert!(open(&TOWN, &text).is_err());
        let saved: Vec<char> = SAVED.chars().collect();
        let damaged: String = saved.iter().enumerate().map(|(i, it)| if i == at % saved.len() { letter } else { *it }).collect();
        let _ = open(&TOWN, &damaged);
    }

    /// A file that somebody or something changed anywhere: it opens within bounds, or is refused in words.
    #[test]
    fn a_changed_file_is_refused_or_fits(scenario in scenario(), cuts in prop::collection::vec(cut(), 1..4)) {
        let locks = scenario.moves.keys().filter_map(|cell| CellKey::of(&TOWN, *cell)).collect();
        let draft = Draft::new(&TOWN, Portable::of(&TOWN, &scenario, &reasons(&scenario)), locks, "Mehr Radwege", "Notiz", "2026-11-22");
        let mut text = draft.to_json();
        for (at, length, other) in &cuts {
            let letters: Vec<char> = text.chars().collect();
            let from = at % (letters.len() + 1);
            let to = (from + length).min(letters.len());
            text = letters[..from].iter().chain(&other.chars().collect::<Vec<_>>()).chain(&letters[to..]).collect();
        }
        match open(&TOWN, &text) {
            Ok(opened) => {
                assert_within_bounds(opened.fitted.scenario());
                assert!(opened.name.chars().count() <= 80 && !opened_said(&TOWN, &opened, Lang::De).is_empty());
            }
            Err(refused) => assert!(!said(&refused).is_empty()),
        }
    }
}

/// Letters that are cut out of a file, and what is put in their place: numbers at the edge of what there is, other kinds
/// of values, quotes and brackets that tear it apart.
fn cut() -> impl Strategy<Value = (usize, usize, String)> {
    let others = [
        "",
        "0",
        "-0",
        "-0.0",
        "1e308",
        "1e999",
        "-1e-400",
        "0.005",
        "9007199254740993",
        "18446744073709551616",
        "NaN",
        "null",
        "true",
        "\"\"",
        "\"radwege\"",
        "{}",
        "[]",
        "[[[[",
        "}",
        "]",
        ",",
        "\"lever\": \"sport\",",
        "\"measure\": \"kita_u3\",",
        "\"kita_platz\"",
        "\u{0}",
        "\u{202e}",
    ];
    let other = prop_oneof![4 => prop::sample::select(others.map(str::to_owned).to_vec()), 1 => ".{0,3}"];
    (any::<usize>(), 0_usize..12, other)
}

fn assert_within_bounds(scenario: &Scenario) {
    for (cell, it) in &scenario.moves {
        let room = TOWN.cell_room(*cell);
        assert!(room.low <= it.amount && it.amount <= room.high && !it.amount.is_zero());
        assert!(TOWN.first_year <= it.from && it.from <= it.to && it.to <= TOWN.horizon);
    }
    for (at, it) in &scenario.measures {
        assert!(Money::ZERO < it.amount && it.amount <= TOWN.measure_room(*at).high);
        assert!(TOWN.first_year <= it.from && it.from <= it.to && it.to <= TOWN.horizon);
    }
    for (index, multiplier) in &scenario.taxes {
        let (low, high) = TOWN.taxes[index.0].range;
        assert!((low..=high).contains(multiplier));
    }
    assert!(scenario.shocks.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(scenario.shocks.iter().all(|index| index.0 < TOWN.shocks.len()));
}

/// The refusal as a German reader gets it.
fn said(refused: &Refused) -> String {
    refused_said(&TOWN, refused, &str::to_uppercase, Lang::De)
}

/// A file of version 1 as people have it on their machines. It must open for ever: do not change it.
const SAVED: &str = include_str!("saves/v1.json");

#[test]
fn a_file_of_version_1_opens_for_ever() {
    let opened = open(&TOWN, SAVED).expect("the file opens");
    assert_eq!(opened.name, "Mehr Radwege");
    assert_eq!(opened.warnings, [Warning::OlderModel(Year(2027))]);
    let scenario = opened.fitted.scenario();
    assert!(scenario.measures.is_empty(), "old moves buy what their levers buy as usual");
    let routes = Cell { lever: lever("radwege"), purpose: field("mobilitaet") };
    let amount = Money::from_cents(50_000_000);
    assert_eq!(scenario.moves.get(&routes), Some(&Move { amount, from: Year(2027), to: TOWN.horizon }));
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
    let unknown = ["dog_tax", "freude", "raumfahrt"].map(|key| Warning::Unknown(key.to_owned()));
    assert_eq!(opened.warnings, unknown);
    assert_eq!(opened.fitted.scenario().moves.len(), 1, "what is known is taken over");
}

#[test]
fn what_goes_beyond_bounds_is_limited_and_named() {
    let cell = Cell { lever: lever("radwege"), purpose: field("mobilitaet") };
    let limited = || Warning::Limited(Subject::Lever("radwege".to_owned()));
    for (euros, end) in [("1e12", TOWN.cell_room(cell).high), ("-1e300", TOWN.cell_room(cell).low)] {
        let opened =
            opened(&format!(r#"{{"lever": "radwege", "purpose": "mobilitaet", "euros_per_year": {euros}}}"#), "");
        assert_eq!(opened.fitted.scenario().change(cell), end);
        assert_eq!(opened.warnings, [limited()]);
    }
    let tax = || Subject::Tax("trade_tax".to_owned());
    for (multiplier, end, warning) in
        [("9999", TOWN.taxes[0].range.1, Warning::Limited(tax())), ("465.4", 465.0, Warning::Rounded(tax()))]
    {
        let opened = opened("", &format!(r#"{{"tax": "trade_tax", "multiplier": {multiplier}}}"#));
        assert_eq!(opened.fitted.scenario().taxes, [(TaxAt(0), end)].into_iter().collect());
        assert_eq!(opened.warnings, [warning]);
    }
    // What is never moved, and a purpose without money.
    for entry in [
        r#"{"lever": "finanzen", "euros_per_year": 1000000}"#,
        r#"{"lever": "radwege", "purpose": "global", "euros_per_year": 1000000}"#,
    ] {
        let opened = opened(entry, "");
        assert!(opened.fitted.scenario().is_untouched(), "{entry}");
        assert!(matches!(opened.warnings.as_slice(), [Warning::Limited(_)]), "{entry}: {:?}", opened.warnings);
    }
}

#[test]
fn years_outside_the_model_are_cut_or_left_out_and_named() {
    let cell = Cell { lever: lever("radwege"), purpose: field("mobilitaet") };
    let subject = || Subject::Lever("radwege".to_owned());
    for (years, kept, warning) in [
        (r#""from": 2060"#, None, Some(Warning::NoYears(subject()))),
        (r#""from": 2031, "to": 2030"#, None, Some(Warning::NoYears(subject()))),
        (r#""from": 1999, "to": 2030"#, Some((Year(2027), Year(2030))), Some(Warning::CutYears(subject()))),
        (r#""from": 2026, "to": 2026"#, None, Some(Warning::NoYears(subject()))),
        (r#""from": 2030, "to": 65535"#, Some((Year(2030), TOWN.horizon)), Some(Warning::CutYears(subject()))),
        (r#""from": 2027, "to": 2029"#, Some((Year(2027), Year(2029))), None),
        (r#""to": 2029"#, Some((Year(2027), Year(2029))), None),
    ] {
        let moves = format!(r#"{{"lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 1000, {years}}}"#);
        let opened = opened(&moves, "");
        let span = opened.fitted.scenario().moves.get(&cell).map(|it| (it.from, it.to));
        assert_eq!(span, kept, "{years}");
        assert_eq!(opened.warnings, Vec::from_iter(warning), "{years}");
    }
}

#[test]
fn fractions_of_cents_are_rounded_and_named() {
    for (euros, cents, is_rounded) in [
        ("0.005", 1, true),
        ("1234.567", 123_457, true),
        ("1234.56", 123_456, false),
        ("0.29", 29, false),
        ("-0.0", 0, false),
        ("1e-300", 0, true),
    ] {
        let opened =
            opened(&format!(r#"{{"lever": "radwege", "purpose": "mobilitaet", "euros_per_year": {euros}}}"#), "");
        let cell = Cell { lever: lever("radwege"), purpose: field("mobilitaet") };
        assert_eq!(opened.fitted.scenario().change(cell), Money::from_cents(cents), "{euros}");
        let warning = is_rounded.then(|| Warning::Rounded(Subject::Lever("radwege".to_owned())));
        assert_eq!(opened.warnings, Vec::from_iter(warning), "{euros}");
    }
}

/// Two entries of one lever for the same years add up, may cancel each other, and are named.
#[test]
fn entries_of_one_lever_add_up() {
    let entry = |euros: i32| format!(r#"{{"lever": "radwege", "purpose": "mobilitaet", "euros_per_year": {euros}}}"#);
    let cell = Cell { lever: lever("radwege"), purpose: field("mobilitaet") };
    let added = [Warning::Added(Subject::Lever("radwege".to_owned()))];
    let sum = opened(&format!("{}, {}", entry(3000), entry(-1000)), "");
    assert_eq!(sum.fitted.scenario().change(cell), Money::from_cents(200_000));
    assert_eq!(sum.warnings, added);
    let nothing = opened(&format!("{}, {}", entry(3000), entry(-3000)), "");
    assert_eq!(*nothing.fitted.scenario(), Scenario::default());
    assert_eq!(nothing.warnings, added);
}

/// The same entry twice is a copy by mistake or meant double: nobody can tell, so neither is taken.
#[test]
fn the_same_entry_twice_is_refused_by_name() {
    for entry in [
        r#"{"lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 1000}"#,
        r#"{"lever": "radwege", "euros_per_year": 1000, "from": 2027, "to": 2029}"#,
        r#"{"measure": "kita_u3", "euros_per_year": 3000}"#,
    ] {
        let refused = open(&TOWN, &file(&format!("{entry}, {entry}"), "")).expect_err("the same twice");
        assert!(matches!(refused, Refused::Doubled { .. }), "{refused}");
        assert!(said(&refused).contains("zweimal gleich"), "{}", said(&refused));
        // A mark before the text is no fault of it.
        assert!(open(&TOWN, &format!("\u{feff}{}", file(entry, ""))).is_ok(), "{entry}");
    }
}

/// A change has one amount for all its years: what cannot be one is refused, and named as people know it.
#[test]
fn what_contradicts_itself_is_refused_by_name() {
    let entry = |purpose: &str, from: u16, to: u16| {
        format!(r#"{{"lever": "radwege", {purpose} "euros_per_year": 1000, "from": {from}, "to": {to}}}"#)
    };
    let own = r#""purpose": "mobilitaet","#;
    for moves in [[entry(own, 2027, 2029), entry(own, 2030, 2035)], [entry("", 2027, 2029), entry(own, 2030, 2035)]] {
        let refused = open(&TOWN, &file(&moves.join(","), "")).expect_err("two spans");
        let spans = [(Year(2027), Year(2029)), (Year(2030), Year(2035))];
        assert_eq!(refused, Refused::TwoSpans { subject: Subject::Lever("radwege".to_owned()), spans });
        let name = &TOWN.levers[lever("radwege").0].name.de;
        let said = said(&refused);
        assert!(["2027 bis 2029", "2030 bis 2035", name].iter().all(|it| said.contains(it)), "{said}");
    }
    let tax = |multiplier: u16| format!(r#"{{"tax": "trade_tax", "multiplier": {multiplier}}}"#);
    let refused = open(&TOWN, &file("", &[tax(465), tax(480)].join(","))).expect_err("two multipliers");
    assert_eq!(refused, Refused::TwoMultipliers { tax: "trade_tax".to_owned() });
    assert!(said(&refused).contains(&TOWN.taxes[0].name.de));
}

#[test]
fn warnings_name_levers_as_people_know_them() {
    let moves = r#"{"lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 1e12},
        {"lever": "a", "euros_per_year": 1}, {"lever": "b", "euros_per_year": 1}, {"lever": "c", "euros_per_year": 1},
        {"lever": "d", "euros_per_year": 1}, {"lever": "e", "euros_per_year": 1}, {"lever": "f", "euros_per_year": 1}"#;
    let opened = opened(moves, "");
    let name = &TOWN.levers[lever("radwege").0].name;
    let said = opened_said(&TOWN, &opened, Lang::De);
    assert!(said.contains(&format!("Spielraum begrenzt: {}.", name.de)), "{said}");
    assert!(said.contains("weggelassen: a, b, c, d, e und 1 weitere."), "{said}");
    assert!(opened_said(&TOWN, &opened, Lang::En).contains(&*name.en));
}

/// Names are for a line on the page: not for a megabyte, nor for letters that turn the direction of writing.
#[test]
fn names_are_cut_and_plain() {
    let named = |name: &str| Draft::read(&SAVED.replace("Mehr Radwege", name)).unwrap();
    assert_eq!(named(&"ä".repeat(100_000)).name(), "ä".repeat(80));
    assert_eq!(named("a\\u0000\\n\u{202e}b\u{2066}c\u{feff}").name(), "abc");
    assert_eq!(named("👩\u{200d}👧").name(), "👩\u{200d}👧", "a joined picture stays one");
    let long = "x".repeat(100);
    let draft = Draft::read(SAVED).unwrap().renamed(&long);
    assert_eq!(draft.name(), &long[..80]);
    let noted = Draft::new(&TOWN, Portable::default(), Vec::new(), "", &"x\n".repeat(5_000), "");
    assert_eq!(noted.note().chars().count(), 2_000);
    assert!(noted.note().starts_with("x\nx\n"), "a note has lines");
}

#[test]
fn a_text_that_is_too_large_is_refused_before_it_is_read() {
    let text = SAVED.replace("Mehr Radwege", &"x".repeat(LIMIT));
    assert_eq!(open(&TOWN, &text), Err(Refused::TooLarge));
    let most = SAVED.replace("Mehr Radwege", &"x".repeat(LIMIT - SAVED.len()));
    assert!(open(&TOWN, &most).is_ok());
    let cells = CELLS.len();
    let scenario = Scenario { moves: CELLS.iter().map(|cell| full(*cell)).collect(), ..Scenario::default() };
    let locks = CELLS.iter().filter_map(|cell| CellKey::of(&TOWN, *cell)).collect();
    let longest = |cell: &Cell| (Changed::Choice(Choice::Everyday(*cell)), "ä".repeat(200).into());
    let reasons = CELLS.iter().map(longest).collect();
    let fullest =
        Draft::new(&TOWN, Portable::of(&TOWN, &scenario, &reasons), locks, "", &"x".repeat(2_000), "").to_json();
    assert!(cells > 100 && fullest.len() < LIMIT / 4, "{} bytes for {cells} cells", fullest.len());
}

fn full(cell: Cell) -> (Cell, Move) {
    let room = TOWN.cell_room(cell);
    let amount = if room.high.is_zero() { room.low } else { room.high };
    (cell, Move { amount, from: TOWN.first_year, to: TOWN.horizon })
}

#[test]
fn a_file_of_another_town_or_a_newer_program_is_refused() {
    let other = SAVED.replace("muenster-2026", "bielefeld-2027");
    assert_eq!(open(&TOWN, &other), Err(Refused::OtherPack("bielefeld-2027".to_owned())));
    let newer = SAVED.replace("\"version\": 1", "\"version\": 6");
    assert_eq!(open(&TOWN, &newer), Err(Refused::Newer(6)));
    // A newer file is called newer even if it holds what this program cannot read.
    let richer = newer.replacen('{', "{ \"weather\": [\"flood\"],", 1);
    assert_eq!(open(&TOWN, &richer), Err(Refused::Newer(6)));
    assert!(Refused::Newer(6).to_string().contains("version 6"));
    assert!(said(&Refused::OtherPack("bielefeld".to_owned())).contains("BIELEFELD"));
}

/// A file of version 2 as people have it on their machines. It must open for ever: do not change it.
const SAVED_2: &str = include_str!("saves/v2.json");

#[test]
fn a_file_of_version_2_opens_for_ever() {
    let opened = open(&TOWN, SAVED_2).expect("the file opens");
    assert_eq!(opened.warnings, [Warning::OlderModel(Year(2027)), Warning::Unknown("meteorit".to_owned())]);
    let names = opened.fitted.scenario().shocks.iter().map(|index| TOWN.shocks[index.0].id.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["zinsen", "starkregen"], "each once, in the order of the pack");
    assert_eq!(opened.fitted.scenario().taxes, [(TaxAt(0), 465.0)].into_iter().collect());
}

/// A file of version 3 as people have it on their machines. It must open for ever: do not change it.
const SAVED_3: &str = include_str!("saves/v3.json");

#[test]
fn a_file_of_version_3_opens_for_ever() {
    let opened = open(&TOWN, SAVED_3).expect("the file opens");
    assert_eq!(opened.warnings, [Warning::OlderModel(Year(2027))]);
    let routes = Cell { lever: lever("radwege"), purpose: field("mobilitaet") };
    let sport = Cell { lever: lever("sport"), purpose: Purpose::Overhead };
    let mut locks = [routes, sport];
    locks.sort();
    assert_eq!(opened.fitted.locks(), locks);
    assert_eq!(opened.fitted.note(), "Für die Sitzung im Dezember.\nNoch offen: Sport.");
    let amount = Money::from_cents(50_000_000);
    let moved = Move { amount, from: Year(2027), to: Year(2029) };
    assert_eq!(opened.fitted.scenario().moves.get(&routes), Some(&moved));
}

#[test]
fn locks_that_the_town_does_not_know_are_named() {
    let text = SAVED_3.replace("\"sport\"", "\"raumfahrt\"").replace("\"overhead\"", "\"freude\"");
    let opened = open(&TOWN, &text).expect("the file opens");
    assert_eq!(opened.warnings, [Warning::OlderModel(Year(2027)), Warning::Unknown("raumfahrt".to_owned())]);
    assert_eq!(opened.fitted.locks().len(), 1);
}

/// A file of version 4 as people have it on their machines. It must open for ever: do not change it.
const SAVED_4: &str = include_str!("saves/v4.json");

#[test]
fn a_file_of_version_4_opens_for_ever() {
    let opened = open(&TOWN, SAVED_4).expect("the file opens");
    assert_eq!(opened.warnings, []);
    let scenario = opened.fitted.scenario();
    let routes = Cell { lever: lever("radwege"), purpose: field("mobilitaet") };
    let (from, to) = (Year(2027), TOWN.horizon);
    let amount = Money::from_cents(50_000_000);
    assert_eq!(scenario.moves.get(&routes), Some(&Move { amount, from, to }));
    let moved =
        |euros: f64, from: u16, to: u16| Move { amount: Money::from_euros(euros), from: Year(from), to: Year(to) };
    let given = [
        (measure("kita_u3"), moved(300_000.0, 2028, 2040)),
        (measure("pv_kwp"), moved(750_000.0, 2027, TOWN.last_year_of(measure("pv_kwp")).0)),
    ];
    assert_eq!(scenario.measures, given.into_iter().collect());
    assert!(TOWN.last_year_of(measure("pv_kwp")) < TOWN.horizon, "the plan names investment for some years only");
    // The usual measure of a lever moves the lever, to the cent.
    let school = scenario.moves.iter().filter(|(cell, _)| cell.lever == lever("kita"));
    assert_eq!(school.map(|(_, it)| it.amount).sum::<Money>(), Money::from_euros(-165_000.0));
    assert_eq!(scenario.taxes, [(TaxAt(0), 465.0)].into_iter().collect());
}

/// A file of version 5 as people have it on their machines. It must open for ever: do not change it.
const SAVED_5: &str = include_str!("saves/v5.json");

#[test]
fn a_file_of_version_5_opens_for_ever() {
    let opened = open(&TOWN, SAVED_5).expect("the file opens");
    assert_eq!(opened.warnings, [Warning::Unknown("raumfahrt".to_owned())]);
    let routes = Choice::Everyday(Cell { lever: lever("radwege"), purpose: field("mobilitaet") });
    let reasons = [
        (Changed::Choice(routes), "Sicher zur Schule".into()),
        (Changed::Choice(Choice::Own(measure("kita_u3"))), "Eltern warten".into()),
        (Changed::Tax(TaxAt(0)), "Für die Kitas".into()),
    ];
    assert_eq!(**opened.fitted.reasons(), reasons.into_iter().collect(), "what is left out keeps no reason");
    // A lever that is named whole has its reason at each of its parts.
    let whole = file(r#"{"lever": "gruen", "euros_per_year": 250000, "reason": "  Schatten\u202e  "}"#, "");
    let opened = open(&TOWN, &whole).expect("the file opens");
    assert!(opened.fitted.reasons().len() > 1 && opened.fitted.reasons().values().all(|it| **it == *"Schatten"));
    let long =
        file(&format!(r#"{{"lever": "gruen", "euros_per_year": 250000, "reason": "{}"}}"#, "ä".repeat(9_000)), "");
    let opened = open(&TOWN, &long).expect("the file opens");
    assert!(opened.fitted.reasons().values().all(|it| it.chars().count() == 200));
    let wrong = file(r#"{"lever": "gruen", "euros_per_year": 250000, "reason": 5}"#, "");
    assert!(matches!(open(&TOWN, &wrong), Err(Refused::Unreadable { expected: Expected::Text, .. })));
}

/// The same moves meant something else for older programs, so that none of them may take a file for its own.
#[test]
fn every_file_has_the_newest_version() {
    let text = |shocks: Vec<ShockAt>, locks: Vec<CellKey>, note: &str| {
        let scenario = Portable::of(&TOWN, &Scenario { shocks, ..Scenario::default() }, &Reasons::default());
        Draft::new(&TOWN, scenario, locks, "", note, "").to_json()
    };
    let plain = text(Vec::new(), Vec::new(), "");
    assert!(plain.contains("\"version\": 5") && !["shocks", "locks", "note"].iter().any(|it| plain.contains(it)));
    let shocked = text(vec![ShockAt(0)], Vec::new(), "");
    assert!(shocked.contains("\"version\": 5") && shocked.contains("\"gewerbesteuer\""));
    let lock = CellKey { lever: "sport".to_owned(), purpose: "overhead".to_owned() };
    assert!(text(Vec::new(), vec![lock], "x").contains("\"version\": 5"));
}

/// Older files and drafts open with one sentence before all others, and what they say of years before the first one that
/// can be decided is no second one.
#[test]
fn older_drafts_say_once_that_the_model_changed() {
    let before = |version: u32, years: &str| {
        let entry = format!(r#"{{"lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 9e9, {years}}}"#);
        let opened = open(&TOWN, &file(&entry, "").replace("\"version\": 4", &format!("\"version\": {version}")));
        let opened = opened.expect("the file opens");
        let span = opened.fitted.scenario().moves.values().next().map(|it| (it.from, it.to));
        (opened, span)
    };
    let subject = || Subject::Lever("radwege".to_owned());
    let older = || Warning::OlderModel(Year(2027));
    for version in 1..4 {
        let (opened, span) = before(version, r#""from": 2026, "to": 2030"#);
        assert_eq!(
            (opened.warnings.as_slice(), span),
            ([older(), Warning::Limited(subject())].as_slice(), Some((Year(2027), Year(2030))))
        );
        let (opened, span) = before(version, r#""from": 2030, "to": 2070"#);
        assert_eq!(opened.warnings, [older(), Warning::Limited(subject()), Warning::CutYears(subject())]);
        assert_eq!(span, Some((Year(2030), TOWN.horizon)));
        let (opened, span) = before(version, r#""from": 2026, "to": 2026"#);
        assert_eq!((opened.warnings, span), (vec![older(), Warning::NoYears(subject())], None));
    }
    let (opened, _) = before(4, r#""from": 2026, "to": 2030"#);
    assert_eq!(opened.warnings, [Warning::Limited(subject()), Warning::CutYears(subject())]);

    let (opened, _) = before(1, r#""from": 2026, "to": 2030"#);
    let de = opened_said(&TOWN, &opened, Lang::De);
    let sentence = "„“ ist geladen. Das Modell ist inzwischen ein anderes: Die Ergebnisse weichen ab, und Änderungen beginnen frühestens 2027. Auf den erlaubten";
    assert!(de.starts_with(sentence), "{de}");
    let en = resumed_said(&TOWN, &opened, Lang::En);
    let sentence = "Your draft is back. The model has changed since: results differ, and changes begin in 2027 at the earliest. Limited";
    assert!(en.starts_with(sentence), "{en}");
    // What moves no money has no results that could differ.
    let empty = file("", "").replace("\"version\": 4", "\"version\": 1");
    assert_eq!(open(&TOWN, &empty).expect("the file opens").warnings, []);
    // A town whose budget year can still be decided begins with it.
    let town = load(&freiburg()).expect("the pack loads");
    let old = r#"{"format": "zukunftshaushalt-scenario", "version": 1, "pack": "freiburg-2018",
        "moves": [{"lever": "kita", "euros_per_year": 5000}]}"#;
    let opened = open(&town, old).expect("the file opens");
    assert_eq!(opened.warnings, [Warning::OlderModel(town.year)]);
    assert!(opened.fitted.scenario().moves.values().all(|it| it.from == town.year));
}

/// An older draft in the storage stays one under another name; what a session makes of it is of today.
#[test]
fn an_older_draft_stays_older_until_it_is_saved_anew() {
    let entry = |file: &str| format!(r#"{{"schema":1,"app":"0.1.0","scenario":{file}}}"#);
    let saved = Saved::read("1", entry(SAVED));
    let renamed = saved.renamed("Anders").expect("it can be read");
    let renamed = Saved::read("1", serde_json::to_string(&renamed).expect("it can be written"));
    let draft = renamed.draft.expect("it can be read");
    assert!(draft.is_older() && draft.name() == "Anders");
    let opened = fit(&TOWN, &draft).expect("it fits");
    assert_eq!(opened.warnings, [Warning::OlderModel(Year(2027))]);
    let mut session = Session::default();
    session.apply(&TOWN, Action::Load(opened.fitted));
    let today = session.draft(&TOWN, "Anders", "2026-12-01");
    assert!(!today.is_older() && today.to_json().contains("\"version\": 5"));
    assert_eq!(fit(&TOWN, &today).expect("it fits").warnings, []);
}

/// Moves of measures: by key, only upwards, added up, cut, rounded, and refused where they cannot be one change.
#[test]
fn measures_are_moved_by_their_keys() {
    let entry =
        |key: &str, euros: &str, years: &str| format!(r#"{{"measure": "{key}", "euros_per_year": {euros}{years}}}"#);
    let subject = |key: &str| Subject::Measure(key.to_owned());
    let at = measure("kita_u3");
    let most = TOWN.measure_room(at).high;
    assert!(most > Money::from_euros(500_000.0));
    for (moves, cents, warning) in [
        (entry("kita_u3", "500000", ""), 50_000_000, None),
        (entry("kita_u3", "9e9", ""), most.cents(), Some(Warning::Limited(subject("kita_u3")))),
        (entry("kita_u3", "-1", ""), 0, Some(Warning::Limited(subject("kita_u3")))),
        (entry("kita_u3", "0", ""), 0, None),
        (entry("kita_u3", "0.005", ""), 1, Some(Warning::Rounded(subject("kita_u3")))),
        (entry("raumfahrt", "500000", ""), 0, Some(Warning::Unknown("raumfahrt".to_owned()))),
        (
            [entry("kita_u3", "3000", ""), entry("kita_u3", "-1000", "")].join(","),
            200_000,
            Some(Warning::Added(subject("kita_u3"))),
        ),
        (
            [entry("kita_u3", "3000", ""), entry("kita_u3", "-3000", "")].join(","),
            0,
            Some(Warning::Added(subject("kita_u3"))),
        ),
    ] {
        let opened = opened(&moves, "");
        let scenario = opened.fitted.scenario();
        assert_eq!(scenario.given(at), Money::from_cents(cents), "{moves}");
        assert_eq!((scenario.measures.len(), scenario.moves.len()), (usize::from(cents != 0), 0), "{moves}");
        assert_eq!(opened.warnings, Vec::from_iter(warning), "{moves}");
    }
    let built = measure("pv_kwp");
    for (key, at, years, span, is_cut) in [
        ("kita_u3", at, "", (Year(2027), TOWN.horizon), false),
        ("pv_kwp", built, "", (Year(2027), TOWN.last_year_of(built)), false),
        ("pv_kwp", built, r#", "from": 2026, "to": 2035"#, (Year(2027), Year(2035)), true),
        ("kita_u3", at, r#", "from": 2030, "to": 9999"#, (Year(2030), TOWN.horizon), true),
    ] {
        let opened = opened(&entry(key, "1000", years), "");
        let found = opened.fitted.scenario().measures.get(&at).map(|it| (it.from, it.to));
        assert_eq!(found, Some(span), "{key} {years}");
        assert_eq!(opened.warnings, Vec::from_iter(is_cut.then(|| Warning::CutYears(subject(key)))), "{key} {years}");
    }
    let gone = opened(&entry("kita_u3", "1000", r#", "from": 2026, "to": 2026"#), "");
    assert_eq!(gone.warnings, [Warning::NoYears(subject("kita_u3"))]);
    assert!(gone.fitted.scenario().is_untouched());
    // As people know them.
    let name = &TOWN.chain.measures[at.0].name;
    let said = opened_said(&TOWN, &opened(&entry("kita_u3", "9e9", ""), ""), Lang::De);
    assert!(said.contains(&format!("Spielraum begrenzt: {}.", name.de)), "{said}");
    let (one, other) =
        (entry("kita_u3", "1", r#", "to": 2029"#), entry("kita_u3", "1", r#", "from": 2030, "to": 2035"#));
    let refused = open(&TOWN, &file(&[one, other].join(","), "")).expect_err("two spans");
    let spans = [(Year(2027), Year(2029)), (Year(2030), Year(2035))];
    assert_eq!(refused, Refused::TwoSpans { subject: subject("kita_u3"), spans });
    let told = refused_said(&TOWN, &refused, &str::to_owned, Lang::En);
    assert!(told.contains(&*name.en) && told.contains("2027 to 2029"), "{told}");
    assert_eq!(refused.to_string(), "`kita_u3` stands twice, for 2027 to 2029 and for 2030 to 2035");
}

/// What a lever's money buys as usual is the lever, by either key: it goes both ways, in proportion, within its room.
#[test]
fn a_usual_measure_is_its_lever() {
    let by = |what: &str, euros: &str| opened(&format!(r#"{{{what}, "euros_per_year": {euros}}}"#), "");
    for euros in ["500000.5", "-165000", "1e12", "-1e12"] {
        let (measure, lever) = (by(r#""measure": "kita_platz""#, euros), by(r#""lever": "kita""#, euros));
        assert_eq!(measure.fitted, lever.fitted, "{euros}");
        assert!(!measure.fitted.scenario().is_untouched() && measure.fitted.scenario().measures.is_empty());
        let is_limited = euros.contains("e12");
        let limited = |subject: Subject| Vec::from_iter(is_limited.then_some(Warning::Limited(subject)));
        assert_eq!(measure.warnings, limited(Subject::Measure("kita_platz".to_owned())));
        assert_eq!(lever.warnings, limited(Subject::Lever("kita".to_owned())));
    }
    let both = |years: &str| {
        let measure = format!(r#"{{"measure": "kita_platz", "euros_per_year": 1000{years}}}"#);
        open(&TOWN, &file(&format!(r#"{{"lever": "kita", "euros_per_year": 1000}}, {measure}"#), ""))
    };
    let sum = both("").expect("the file opens");
    assert_eq!(sum.warnings, [Warning::Added(Subject::Measure("kita_platz".to_owned()))]);
    let moves = sum.fitted.scenario().moves.values();
    assert_eq!(moves.map(|it| it.amount).sum::<Money>(), Money::from_euros(2000.0));
    let refused = both(r#", "from": 2030"#).expect_err("two spans");
    let Refused::TwoSpans { subject, .. } = &refused else { panic!("{refused}") };
    assert_eq!(*subject, Subject::Measure("kita_platz".to_owned()));
    assert!(said(&refused).contains(&TOWN.chain.measures[measure("kita_platz").0].name.de));
}

/// An entry moves a lever or a measure: both or neither is no entry, and a measure has a purpose of its own.
#[test]
fn an_entry_moves_one_thing() {
    for (entry, after, key, expected, sentence) in [
        (
            r#"{"lever": "kita", "measure": "kita_u3", "euros_per_year": 1}"#,
            r#", "measure": "kita_u3""#,
            "measure",
            Expected::Apart("lever"),
            "„measure“ und „lever“ können nicht zusammen in einem Eintrag stehen.",
        ),
        (
            r#"{"measure": "kita_u3", "euros_per_year": 1, "lever": "kita"}"#,
            r#", "lever": "kita"}"#,
            "lever",
            Expected::Apart("measure"),
            "„lever“ und „measure“ können nicht zusammen in einem Eintrag stehen.",
        ),
        (
            r#"{"purpose": "lernen", "measure": "kita_u3", "euros_per_year": 1}"#,
            r#", "measure": "kita_u3""#,
            "measure",
            Expected::Apart("purpose"),
            "„measure“ und „purpose“ können nicht zusammen in einem Eintrag stehen.",
        ),
        (
            r#"{"euros_per_year": 1, "purpose": "lernen"}"#,
            r#""lernen"}"#,
            "lever",
            Expected::Either("measure"),
            "Hier fehlt „lever“ oder „measure“.",
        ),
        (
            r#"{"measure": null, "euros_per_year": 1}"#,
            r#": 1}"#,
            "lever",
            Expected::Either("measure"),
            "Hier fehlt „lever“ oder „measure“.",
        ),
    ] {
        let text = file(entry, "");
        let column = text.find(after).expect("it stands there") + after.len();
        refused_at(&text, (1, column), key, expected);
        let refused = open(&TOWN, &text).expect_err("it is no entry");
        assert!(said(&refused).ends_with(sentence), "{}", said(&refused));
    }
    let text = file(r#"{"measure": 7, "euros_per_year": 1}"#, "");
    let column = text.find("7,").expect("it stands there") + 1;
    refused_at(&text, (1, column), "measure", Expected::Text);
    let both = open(&TOWN, &file(r#"{"lever": "kita", "measure": "x", "euros_per_year": 1}"#, "")).expect_err("both");
    assert!(both.to_string().ends_with(": expected no `measure` beside `lever`"), "{both}");
    let told = refused_said(&TOWN, &both, &str::to_owned, Lang::En);
    assert!(told.ends_with("“measure” and “lever” cannot stand together in one entry."), "{told}");
    let neither = open(&TOWN, &file(r#"{"euros_per_year": 1}"#, "")).expect_err("neither");
    assert!(neither.to_string().ends_with("expected `lever` or `measure`, found neither"), "{neither}");
    let told = refused_said(&TOWN, &neither, &str::to_owned, Lang::En);
    assert!(told.ends_with("“lever” or “measure” is missing here."), "{told}");
    // Nothing is nothing: it stands beside anything.
    assert!(open(&TOWN, &file(r#"{"lever": "kita", "measure": null, "euros_per_year": 1}"#, "")).is_ok());
}

/// Asserts that a text is refused at this place, for this key and expectation, and that a reader gets all of it.
fn refused_at(text: &str, place: (usize, usize), key: &str, expected: Expected) {
    let refused = open(&TOWN, text).expect_err("it is no scenario");
    let (line, column) = place;
    assert_eq!(refused, Refused::Unreadable { line, column, key: key.to_owned(), expected });
    let said = said(&refused);
    assert!(said.contains(&format!("Zeile {line}, Spalte {column}:")) && said.contains(key), "{said}");
}

#[test]
fn what_is_no_scenario_is_refused_with_its_place() {
    refused_at("", (1, 1), "", Expected::Object);
    refused_at("budget;2026", (1, 1), "", Expected::Object);
    refused_at("[]", (1, 2), "", Expected::Object);
    refused_at(
        "{\n  \"format\": \"zukunftshaushalt-scenario\",\n  \"version\": one\n}",
        (3, 14),
        "version",
        Expected::Whole,
    );
    refused_at("{}", (1, 2), "format", Expected::Key);
    refused_at(&SAVED.replace("\"version\": 1,", ""), (13, 1), "version", Expected::Key);
    refused_at(&SAVED.replacen('{', "{ \"colour\": \"blue\",", 1), (1, 10), "colour", Expected::KnownKey);
    refused_at(&SAVED.replace("\"tax\":", "\"steuer\":"), (12, 22), "steuer", Expected::KnownKey);
    refused_at(&SAVED.replace("-1234.56", "\"viel\""), (9, 76), "euros_per_year", Expected::Number);
    refused_at(&SAVED.replace("465", "1e999"), (12, 53), "multiplier", Expected::Number);
    refused_at(&SAVED.replace("465", "NaN"), (12, 49), "multiplier", Expected::Number);
    refused_at(&SAVED.replace("2027", "2027.5"), (9, 94), "from", Expected::Year);
    refused_at(&SAVED.replace("2027", "70000"), (9, 93), "from", Expected::Year);
    refused_at(&SAVED.replace("\"radwege\"", "7"), (8, 16), "lever", Expected::Text);
    refused_at(&SAVED.replace("465 }]", "465"), (14, 1), "", Expected::Json);
    // Twice in one object, however it is meant; and depth that no scenario has.
    refused_at(&SAVED.replace("\"tax\":", "\"tax\": \"x\", \"tax\":"), (12, 31), "tax", Expected::Once);
    refused_at(&SAVED.replace("\"name\"", "\"pack\""), (5, 8), "pack", Expected::Once);
    refused_at(&SAVED.replace("465 }", &"[".repeat(100_000)), (12, 49), "multiplier", Expected::Number);
    let deep = SAVED.replacen('{', &format!("{{ \"x\": {},", "[".repeat(100_000)), 1);
    assert!(matches!(open(&TOWN, &deep), Err(Refused::Unreadable { .. })));
    assert_eq!(open(&TOWN, &SAVED.replace("zukunftshaushalt-scenario", "budget")), Err(Refused::OtherFormat));
    // A foreign key is told, but no more of it than fits a line.
    let key = "k".repeat(10_000);
    let long = SAVED.replacen('{', &format!("{{ \"{key}\": 1,"), 1);
    let refused = open(&TOWN, &long).expect_err("an unknown key");
    assert!(said(&refused).chars().count() < 200, "{refused}");
}

/// Whoever reads it, in whichever language, reads whole sentences of that language.
#[test]
fn refusals_speak_the_language_of_the_reader() {
    let refused = open(&TOWN, &SAVED.replace("-1234.56", "\"viel\"")).expect_err("no number");
    let told = |lang| refused_said(&TOWN, &refused, &str::to_owned, lang);
    assert_eq!(
        told(Lang::De),
        "Das ist keine Szenariodatei; es wurde nichts verändert. Zeile 9, Spalte 76: Bei „euros_per_year“ wird eine Zahl erwartet."
    );
    assert_eq!(
        told(Lang::En),
        "This is not a scenario file; nothing was changed. Line 9, column 76: Expected a number at “euros_per_year”."
    );
}
