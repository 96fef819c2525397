//! What "Wie wird gerechnet?" says: every row of the pack once, every letter explained.

use std::collections::BTreeSet;

use zukunftshaushalt::figure::{self, KINDS, ORDERS, Order};
use zukunftshaushalt::model::ensemble::SPILL_GRADE;
use zukunftshaushalt::model::{Basis, Grade, Town};
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
        let count: usize = chapters.iter().map(|(_, all)| all.len()).sum();
        assert_eq!(count, 39, "every formula of the model");
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
        // Spill-overs have a group of their own, with one grade for all.
        let rows = groups.iter().flat_map(|group| &group.rows).filter(|row| !row.id.starts_with('M'));
        rows.map(|row| row.grade).collect()
    };
    let spills = rows(&town, Lang::De).into_iter().filter(|row| row.id.starts_with('M'));
    assert!(spills.map(|row| row.grade).eq(town.spillovers.iter().map(|_| Some(SPILL_GRADE))));
    let all: Vec<Grade> = grades([true; KINDS]).into_iter().flatten().collect();
    let reacting = (0..town.indicators.len()).filter(|it| town.is_moved_by_money(*it)).count();
    assert!(all.is_sorted() && all.len() == town.effects.len() + reacting);
    let titles: Vec<String> =
        figure::evidence(&town, Lang::De, Order::Grade, &[true; KINDS]).into_iter().map(|it| it.title).collect();
    assert_eq!(titles, figure::kinds(Lang::De), "grades first, then links and costs, then values by their basis");
    let some = grades([true, false, false, true, false, false, false, false, false]);
    assert!(!some.is_empty() && some.iter().all(|it| matches!(it, Some(Grade::A | Grade::D))));
    assert_eq!(figure::evidence(&town, Lang::De, Order::Goal, &[false; KINDS]), []);
}

/// All rows in one list.
fn rows(town: &Town, lang: Lang) -> Vec<figure::Row> {
    let groups = figure::evidence(town, lang, Order::Grade, &[true; KINDS]);
    groups.into_iter().flat_map(|group| group.rows).collect()
}

#[test]
fn everything_that_is_taken_as_given_has_a_row_with_its_basis_and_source() {
    let town = town();
    for lang in LANGS {
        let rows = rows(&town, lang);
        let of = |kind: char| {
            let mut found: Vec<_> = rows.iter().filter(|row| row.id.starts_with(kind)).collect();
            found.sort_by(|a, b| a.id.cmp(&b.id));
            found
        };
        let basis = [Basis::Official, Basis::Estimate, Basis::Assumption].map(lang.texts().basis);
        for kind in ['W', 'S', 'Z', 'Q', 'N', 'C', 'F', 'A'] {
            assert!(!of(kind).is_empty(), "{kind}");
            assert!(of(kind).iter().all(|row| basis.contains(&row.seen) && row.grade.is_none()), "{kind}");
        }
        let counts = ['R', 'S', 'Z', 'Q', 'C', 'A'].map(|kind| of(kind).len());
        let lines = town.levers.iter().map(|it| it.lines.len()).sum();
        let shown = [town.indicators.len(), town.taxes.len(), lines, town.fairness.uses.len(), town.shocks.len()];
        assert_eq!(counts[..5], shown);
        assert_eq!(counts[5], town.assumptions.len());
        for (row, it) in of('A').iter().zip(&town.assumptions) {
            assert_eq!(row.sentence, lang.of(&it.text));
            assert_eq!(Some(row.source.as_str()), town.source(&it.source).map(|it| it.text.as_str()));
        }
        for (row, it) in of('S').iter().zip(&town.taxes) {
            assert_eq!(row.seen, (lang.texts().basis)(it.basis), "{}", row.title);
        }
        // What a lever's money is taken to do names the source of the whole file.
        let levers = town.source(town.origin("levers")).map(|it| it.text.as_str());
        assert!(of('Z').iter().all(|row| Some(row.source.as_str()) == levers));
    }
    let said: Vec<String> = rows(&town, Lang::De).into_iter().map(|row| row.sentence).collect();
    assert!(said.contains(&"Gerechnet wird mit 1,5\u{a0}% (Stand 2026).".to_owned()));
    assert!(said.iter().any(|it| it.contains("0,2 bei A, 0,4 bei B, 0,7 bei C, 1,4 bei D")));
}

#[test]
fn a_figure_that_the_pack_lacks_has_no_row() {
    let mut town = town();
    let count = |town: &Town| rows(town, Lang::De).iter().filter(|row| row.id.starts_with('W')).count();
    let all = count(&town);
    town.finance.liquid_funds = None;
    town.fairness.co2_budget = None;
    assert_eq!(count(&town), all - 2);
}

#[test]
fn an_effect_shows_both_grades_and_a_reaction_the_weakest() {
    let town = town();
    let rows = rows(&town, Lang::En);
    let row = |id: &str| rows.iter().find(|row| row.id == id).expect("there is a row");
    let measured = town.effects.iter().filter(|it| it.share != 0.0 && it.indicator.is_some());
    for it in measured {
        let said = format!(
            "effect: {:?}, {}. Evidence for the step from euros to a quantity: {:?}, {}.",
            it.grade,
            (Lang::En.texts().grade)(it.grade),
            it.euro_grade,
            (Lang::En.texts().grade)(it.euro_grade)
        );
        assert!(row(&it.id).number.contains(&said), "{}", row(&it.id).number);
    }
    for index in 0..town.indicators.len() {
        let row = row(&format!("R{:02}", index + 1));
        let weakest = town.effects_on(index).map(|it| it.grade.max(it.euro_grade)).max();
        assert_eq!(row.grade, weakest, "{}", row.title);
        assert_eq!(row.sentence.contains("τ"), town.is_moved_by_money(index), "{}", row.sentence);
        assert!(town.effects_on(index).all(|it| row.source.contains(&it.id)), "{}", row.source);
    }
}

#[test]
fn every_metric_tells_where_its_figures_come_from() {
    let town = town();
    for lang in LANGS {
        for how in figure::profile_how(&town, lang) {
            assert!(!how.sources.is_empty(), "{}", how.question);
            assert!(how.sources.iter().all(|it| it.len() > 20), "{:?}", how.sources);
        }
    }
}
