//! Drafts side by side: what the comparison says of a draft is what the page says of it alone.

use zukunftshaushalt::figure::{
    CompareRow, Comparison, Telling, choice_figure, comparison, generations, indicator, law_figure, outcome,
};
use zukunftshaushalt::model::{Choice, List, Money, Projection, Purpose, Scenario, TaxAt, Town, simulate};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::scenario::{Action, Session};
use zukunftshaushalt::text::{Lang, signed_about};

fn towns() -> [Town; 2] {
    [muenster(), freiburg()].map(|files| load(&files).expect("the packs in the repository are sound"))
}

/// The scenario after moving choices and taxes.
fn acted(town: &Town, actions: impl IntoIterator<Item = Action>) -> Scenario {
    let mut session = Session::default();
    actions.into_iter().for_each(|action| {
        let _ = session.apply(town, action);
    });
    session.scenario().clone()
}

/// Three drafts that differ: one goal up, one down and a tax, and nothing at all.
fn drafts(town: &Town) -> Vec<Scenario> {
    let goals: Vec<Purpose> = town.fields.places().map(Purpose::Field).collect();
    let up = Action::MovePurpose(goals[2], Money::from_euros(900_000.0));
    let down = Action::MovePurpose(goals[0], Money::from_euros(-300_000.0));
    let tax = Action::SetTax(TaxAt(0), town.taxes[0].multiplier + 10.0);
    vec![acted(town, [up.clone()]), acted(town, [up, down, tax]), Scenario::default()]
}

fn compared<R>(town: &Town, drafts: &[Scenario], lang: Lang, tell: impl Fn(&Comparison, &[Telling<'_>]) -> R) -> R {
    let projections: Vec<Projection> = drafts.iter().map(|it| simulate(town, it)).collect();
    let ranges = List::default();
    let told: Vec<Telling<'_>> = drafts
        .iter()
        .zip(&projections)
        .map(|(scenario, projection)| Telling { town, scenario, projection, ranges: &ranges, lang })
        .collect();
    tell(&comparison(&told).expect("there are drafts"), &told)
}

fn rows(it: &Comparison) -> impl Iterator<Item = &CompareRow> {
    it.groups.iter().flat_map(|group| &group.rows)
}

fn row<'a>(it: &'a Comparison, what: &str) -> &'a CompareRow {
    rows(it).find(|row| row.what == what).unwrap_or_else(|| panic!("no row {what}"))
}

#[test]
fn each_draft_is_told_as_the_page_tells_it_alone() {
    for town in towns() {
        for lang in Lang::ALL {
            compared(&town, &drafts(&town), lang, |it, told| {
                for (at, alone) in told.iter().enumerate() {
                    let receipt = &it.receipts[at];
                    assert_eq!(receipt.outcome, outcome(*alone));
                    assert_eq!(receipt.is_missing, alone.projection.balance < Money::ZERO);
                    let balance = row(it, lang.compare().balance);
                    assert_eq!(balance.cells[at + 1], signed_about(alone.projection.balance, lang));
                    for (beside, cohort) in it.generations.iter().zip(generations(*alone, 0).rows) {
                        assert_eq!(beside.born, cohort.born);
                        let said = if cohort.value.is_empty() { cohort.word } else { cohort.value.as_str() };
                        assert_eq!(beside.values[at], said);
                        assert!(alone.scenario.is_moved() || beside.places[at] == 50.0);
                    }
                    for at_indicator in town.indicators.places() {
                        let card = indicator(*alone, at_indicator).expect("every indicator has a card");
                        let found = rows(it).find(|row| row.what == card.name);
                        match (found, card.is_moved()) {
                            (None, is_moved) => assert!(!is_moved, "{} is missing", card.name),
                            (Some(row), true) => assert!(row.cells[at + 1].contains(card.headline().0), "{row:?}"),
                            (Some(row), false) => assert_eq!(row.cells[at + 1], lang.compare().as_planned),
                        }
                    }
                }
            });
        }
    }
}

/// Every moved choice has a row, a draft that leaves it alone says so, and the law's answer is the law's.
#[test]
fn nothing_that_is_moved_is_left_out() {
    for town in towns() {
        compared(&town, &drafts(&town), Lang::De, |it, told| {
            for (at, alone) in told.iter().enumerate() {
                for choice in town.moved_things(alone.scenario) {
                    let name = choice_figure(&town, choice, Lang::De).expect("a choice has a name").name;
                    let amount = signed_about(alone.scenario.chosen(choice), Lang::De);
                    assert!(
                        rows(it).any(|row| row.what == name && row.cells[at + 1].starts_with(&amount)),
                        "{name}: {amount}"
                    );
                }
            }
            let planned = it.groups[0].rows.iter().filter(|row| row.cells[3] == "wie Plan").count();
            assert!(planned >= 3, "the third draft moves nothing");
            if !town.reserves.is_empty() {
                let due = law_figure(told[1]).is_due;
                assert_eq!(row(it, "Haushaltssicherungskonzept").cells[2] != "nicht nötig", due);
            }
        });
    }
}

/// Drafts that are the same differ in nothing, and one place is not another.
#[test]
fn what_is_the_same_is_known_to_be() {
    for town in towns() {
        let all = drafts(&town);
        let twice = [all[1].clone(), all[1].clone()];
        compared(&town, &twice, Lang::De, |it, _| assert!(rows(it).all(|row| row.is_same)));
        compared(&town, &all[..2], Lang::De, |it, _| {
            assert!(rows(it).any(|row| !row.is_same));
            assert!(it.title.starts_with("Zwei Entwürfe"));
        });
        assert!(comparison(&[]).is_none());
        let only: Vec<Choice> = town.moved_things(&all[2]);
        assert!(only.is_empty(), "the plan moves nothing");
    }
}
