//! Easy German: its words keep to its rules, and it has words for whatever the packs name.

mod linter;

use std::collections::BTreeSet;

use linter::faults;
use zukunftshaushalt::figure::{EasyNames, Telling, easy_goals, easy_opening, easy_outcome};
use zukunftshaushalt::model::{Choice, List, Money, Purpose, Scenario, Town, simulate};
use zukunftshaushalt::pack::{easy_goal, easy_indicator, easy_measure, easy_tax, freiburg, load, muenster};
use zukunftshaushalt::scenario::{Action, Session};
use zukunftshaushalt::text::{EASY, EasyWords, Lang};

const NAMES: EasyNames = EasyNames { goal: easy_goal, measure: easy_measure, indicator: easy_indicator, tax: easy_tax };

fn towns() -> [Town; 2] {
    [muenster(), freiburg()].map(|files| load(&files).expect("the packs in the repository are sound"))
}

/// All that the catalogue says. A text that is added does not compile before it stands here.
fn catalogue() -> Vec<String> {
    let EasyWords {
        review: _,
        unreviewed,
        reviewed,
        in_plan_words,
        about: _,
        steps_label,
        steps,
        usual_page,
        back,
        undo,
        undone,
        no_step,
        bar_label,
        which_goal,
        opening,
        choose_goal,
        what,
        both_ways,
        more,
        less,
        more_of,
        less_of,
        price,
        planned,
        as_planned,
        yours,
        yours_little,
        end_more,
        end_less,
        more_things,
        to_money,
        where_from,
        untouched,
        covered,
        missing,
        left,
        by_loans,
        ways,
        less_elsewhere,
        less_elsewhere_go,
        tax_brings,
        tax_stays,
        take,
        take_back,
        no_need,
        of_tax,
        reserve,
        reserve_means,
        to_outcome,
        outcome,
        of_more,
        of_less,
        taxes_rise,
        taxes_fall,
        and_others,
        money,
        happens,
        unsure,
        unknown,
        unknown_all,
        law,
        law_due,
        law_due_anyway,
        law_not_due,
        computed,
        copy,
        copied,
        not_copied,
        more_there,
    } = EASY;
    let plain = [
        no_need,
        no_step,
        in_plan_words,
        steps_label,
        usual_page,
        back,
        undo,
        undone,
        bar_label,
        which_goal,
        choose_goal,
        what,
        more,
        less,
        as_planned,
        end_more,
        end_less,
        to_money,
        where_from,
        untouched,
        covered,
        by_loans,
        ways,
        less_elsewhere_go,
        tax_stays,
        take,
        take_back,
        reserve,
        to_outcome,
        of_more,
        of_less,
        taxes_rise,
        taxes_fall,
        and_others,
        money,
        unsure,
        unknown_all,
        law,
        law_due,
        law_due_anyway,
        law_not_due,
        copy,
        copied,
        not_copied,
        more_there,
    ];
    let amount = EASY.euros(Money::from_euros(1_234_567_890.0));
    let size = EASY.count("3,4", "Ein Bus", "Busse");
    let made = [true, false].into_iter().flat_map(|is_more| {
        [
            price("Ein Bus", &amount, is_more),
            yours(&size, is_more),
            yours_little(is_more).to_owned(),
            tax_brings(&amount, is_more),
        ]
    });
    let said = [
        planned(&amount),
        more_of("Busse"),
        less_of("Busse"),
        missing(&amount),
        left(&amount),
        of_tax(take, "Grund-Steuer"),
        outcome("Münster"),
        happens(2050),
    ];
    let lists = [unreviewed, both_ways, more_things, less_elsewhere, reserve_means, unknown, computed].concat();
    plain
        .into_iter()
        .chain(lists)
        .chain(steps)
        .map(str::to_owned)
        .chain(made)
        .chain(said)
        .chain(opening("Münster", 2026, &amount))
        .chain(reviewed("Eine Prüf-Gruppe", "1. Mai 2027").map(|it| it.replace("1. Mai ", "")))
        .collect()
}

#[test]
fn the_catalogue_is_easy() {
    assert_eq!(faults(catalogue()), Vec::<String>::new());
}

/// The cells of a file of easy words, its keys first.
fn cells(file: &'static str) -> Vec<Vec<&'static str>> {
    let text = match file {
        "goals" => include_str!("../packs/easy/goals.csv"),
        "measures" => include_str!("../packs/easy/measures.csv"),
        "indicators" => include_str!("../packs/easy/indicators.csv"),
        _ => include_str!("../packs/easy/taxes.csv"),
    };
    assert!(!text.contains('"'), "{file} has no quotes, so that a row is its cells");
    text.lines().skip(1).map(|row| row.split(';').collect()).collect()
}

/// What packs name has easy words in both towns, nothing else has, and all of them keep to the rules.
#[test]
fn the_names_of_the_packs_are_easy() {
    let towns = towns();
    let keys = |of: fn(&Town) -> Vec<String>| towns.iter().flat_map(of).collect::<BTreeSet<_>>();
    for (file, columns, wanted) in [
        ("goals", 3, keys(|it| it.fields.iter().map(|it| it.id.clone()).collect())),
        ("measures", 4, keys(|it| it.chain.measures.iter().map(|it| it.id.clone()).collect())),
        ("indicators", 4, keys(|it| it.indicators.iter().map(|it| it.id.clone()).collect())),
        ("taxes", 3, keys(|it| it.taxes.iter().filter(|it| it.group.is_none()).map(|it| it.id.clone()).collect())),
    ] {
        let rows = cells(file);
        assert_eq!(rows.iter().map(|row| row[0].to_owned()).collect::<BTreeSet<_>>(), wanted, "{file}");
        assert_eq!(rows.len(), wanted.len(), "{file} has a key twice");
        for row in &rows {
            assert!(row.len() == columns && row.iter().all(|it| !it.trim().is_empty()), "{file}: {row:?}");
        }
        assert_eq!(faults(rows.iter().flat_map(|row| row[1..].iter())), Vec::<String>::new(), "{file}");
    }
    // What is higher and what is lower is said in the same form.
    for row in cells("indicators") {
        let [more, less] = [row[2], row[3]].map(|it| it.split_whitespace().count());
        assert!(row[2] != row[3] && more == less, "{row:?}");
    }
    assert_eq!(easy_measure("bus").map(|it| it[1]), Some("Ein Bus"));
    assert_eq!((easy_measure("busse"), easy_goal("key"), easy_tax("")), (None, None, None));
}

#[test]
fn the_beginning_is_easy() {
    for town in towns() {
        let goals = easy_goals(&town, NAMES);
        assert_eq!(goals.len(), town.fields.len());
        let said = goals.iter().flat_map(|it| [it.name.clone(), it.about.to_owned()]);
        assert_eq!(faults(easy_opening(&town).into_iter().chain(said)), Vec::<String>::new());
        // A town that nobody has found easy words for is shown with its own, which say so.
        let none = EasyNames { goal: |_| None, measure: |_| None, indicator: |_| None, tax: |_| None };
        for (goal, field) in easy_goals(&town, none).iter().zip(town.fields.iter()) {
            assert_eq!(goal.name, format!("„{}“", Lang::default().of(&field.name)));
            assert_eq!(goal.about, EASY.in_plan_words);
        }
    }
}

/// The scenario of one choice, moved as far as it goes.
fn alone(town: &Town, choice: Choice, is_more: bool) -> Scenario {
    let (room, mut session) = (town.choice_room(choice), Session::default());
    let change = if is_more { room.high } else { room.low };
    session.apply(
        town,
        match choice {
            Choice::Everyday(cell) => Action::MoveLever(cell, change),
            Choice::Own(at) => Action::MoveMeasure(at, change),
        },
    );
    session.scenario().clone()
}

/// A draft in words names what was moved, what is missing, and that not all is known.
#[test]
fn a_draft_is_told_in_easy_words() {
    let [town, _] = towns();
    let field = town.fields.find(|it| it.id == "mobilitaet").expect("a goal");
    let is_bus = |choice: &Choice| {
        town.bought_by(*choice).and_then(|at| town.chain.measures.get(at)).is_some_and(|it| it.id == "bus")
    };
    let bus = town.choices(Purpose::Field(field)).into_iter().find(is_bus).expect("buses");
    let scenario = alone(&town, bus, true);
    let (projection, ranges) = (simulate(&town, &scenario), List::default());
    let it = Telling { town: &town, scenario: &scenario, projection: &projection, ranges: &ranges, lang: Lang::En };
    let said = easy_outcome(it, NAMES).expect("a draft").text();
    let missing = EASY.euros(projection.balance);
    let expected = format!(
        "Mein Plan für Münster\n\nDavon gibt es mehr:\nBusse in der Stadt\n\nDas Geld:\nEs fehlen {missing} im Jahr.\n\n\
         Das Gesetz:\nDie Stadt muss dann einen Spar-Plan machen.\n\n\
         Was passiert dann?\nDas wissen wir nicht.\n\nWir haben das nur ausgerechnet.\nEs kann auch anders kommen."
    );
    assert_eq!(said, expected);
    assert!(easy_outcome(Telling { scenario: &Scenario::default(), ..it }, NAMES).is_none());
}

/// The linter sees what it is for.
#[test]
fn planted_faults_are_seen() {
    for (text, what) in [
        ("Die Stadt gibt 5 % mehr aus.", "has %"),
        ("Es fehlen 840.000 Euro.", "does not say that 840.000 is rounded"),
        ("Es fehlen ungefähr 842.000 Euro.", "more than two digits in 842.000"),
        ("Es fehlen ungefähr 2,33 Millionen Euro.", "more than two digits in 2,33"),
        ("Die Stadt spart, und sie baut.", "joins clauses with a comma"),
        ("Die Stadt spart weil das Geld fehlt.", "says weil"),
        ("Das Geld der Stadt könnte fehlen.", "says könnte"),
        ("Der Plan des Rates gilt.", "says des"),
        ("Das ist die Haushaltssicherung.", "the long word Haushaltssicherung"),
        ("Die Stadt baut (vielleicht) Häuser.", "has ("),
        ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf noch mehr Wörter hier.", "16 words"),
        ("Eins zwei drei vier fünf sechs sieben acht neun zehn elf.", "11.0 words in the mean"),
    ] {
        let found = faults([text]);
        assert!(found.iter().any(|it| it.contains(what)), "{text}: {found:?}");
    }
    for text in [
        "Im Jahr 2050 fehlen ungefähr 1,7 Milliarden Euro.",
        "Ungefähr 0,05 Euro bleiben übrig.",
        "Davon gibt es mehr:\n„Rat, Bezirke und Städte\u{ad}partner\u{ad}schaften“\nSo steht es im Plan.",
        "Das ist die Haushalts-Sicherung.",
    ] {
        assert_eq!(faults([text]), Vec::<String>::new());
    }
}
