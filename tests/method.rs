//! What "Wie wird gerechnet?" says: every row of the pack once, every letter explained.

use std::collections::BTreeSet;

use zukunftshaushalt::figure::{self, KINDS, ORDERS, Order};
use zukunftshaushalt::model::{Grade, Town};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::text::Lang;

const LANGS: [Lang; 2] = [Lang::De, Lang::En];

/// Functions, the sum sign and the year, which need no explanation.
const KNOWN: [&str; 8] = ["Σ", "t", "T", "ln", "exp", "max", "min", "clamp"];

fn town() -> Town {
    load(&muenster()).expect("the pack loads")
}

/// Every town that has a pack.
fn towns() -> [Town; 2] {
    [town(), load(&freiburg()).expect("the pack loads")]
}

fn letters(text: &str) -> BTreeSet<&str> {
    text.split(|it: char| !it.is_alphabetic() && it != '′').filter(|it| !it.is_empty()).collect()
}

#[test]
fn every_letter_of_a_formula_is_explained() {
    for lang in LANGS {
        let chapters = figure::formulas(lang);
        assert_eq!(chapters.len(), 5, "money, output, indicators, budget, generations");
        for (chapter, formula) in chapters.iter().flat_map(|(title, all)| all.iter().map(move |it| (title, it))) {
            let [title, plain, meaning] = formula.said;
            assert!(plain.ends_with('.') || plain.ends_with(")."), "{chapter}, {title}");
            let explained = letters(meaning);
            for letter in letters(formula.letters).into_iter().filter(|it| !KNOWN.contains(it)) {
                assert!(explained.contains(letter), "{title}: {letter} of {} is not explained", formula.letters);
            }
        }
    }
}

#[test]
fn every_row_of_the_pack_stands_there_once_in_every_order() {
    for (town, lang) in towns().into_iter().flat_map(|town| LANGS.map(|lang| (town.clone(), lang))) {
        for order in ORDERS {
            let groups = figure::evidence(&town, lang, order, &[true; KINDS]);
            let rows: Vec<_> = groups.iter().flat_map(|group| &group.rows).collect();
            let keys: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
            assert_eq!((rows.len(), keys.len()), (figure::evidence_count(&town), figure::evidence_count(&town)));
            for effect in &town.effects {
                let row = rows.iter().find(|row| row.id == effect.id).expect("every effect has a row");
                assert_eq!((row.sentence.as_str(), row.grade), (lang.of(&effect.sentence), Some(effect.grade)));
                assert_eq!((&row.source, &row.url), (&effect.source, &effect.url));
            }
            assert!(groups.iter().all(|group| !group.title.is_empty()));
            assert!(rows.iter().all(|row| !row.source.is_empty() && !row.sentence.is_empty()));
        }
    }
}

#[test]
fn grades_come_in_order_and_can_be_left_out() {
    let town = town();
    let grades = |shown: [bool; KINDS]| -> Vec<Option<Grade>> {
        let groups = figure::evidence(&town, Lang::De, Order::Grade, &shown);
        groups.iter().flat_map(|group| &group.rows).map(|row| row.grade).collect()
    };
    let all: Vec<Grade> = grades([true; KINDS]).into_iter().flatten().collect();
    assert!(all.is_sorted() && all.len() == town.effects.len());
    let some = grades([true, false, false, true, false, false]);
    assert!(!some.is_empty() && some.iter().all(|it| matches!(it, Some(Grade::A | Grade::D))));
    assert_eq!(figure::evidence(&town, Lang::De, Order::Goal, &[false; KINDS]), []);
}

#[test]
fn constants_and_reactions_are_those_of_the_pack() {
    let town = town();
    let constants = figure::constants(&town, Lang::De);
    assert_eq!(constants.first().map(|(_, value, ..)| value.as_str()), Some("1,5\u{a0}%"));
    assert!(constants.iter().all(|(name, _, basis, source)| ![name, basis, source.as_str()].contains(&"")));
    let reactions = figure::reactions(&town, Lang::De);
    assert_eq!(reactions.len(), town.indicators.len());
    for (index, (name, said)) in reactions.iter().enumerate() {
        assert_eq!(said.contains("τ"), town.is_moved_by_money(index), "{name}: {said}");
    }
}
