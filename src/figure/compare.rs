//! Up to four drafts beside the plan and beside each other.

use std::collections::BTreeSet;

use super::amount::with_unit;
use super::generations::generations;
use super::indicator::indicator;
use super::outcome::{Outcome, outcome};
use super::summary::meter;
use super::{CohortRow, Telling, choice_figure, chosen, tax_figure};
use crate::model::fiscal::resilience;
use crate::model::{Choice, IndicatorAt, Money, TaxAt};
use crate::text;

/// Drafts side by side (Vergleich), in the order in which they were given.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What stands above them.
    pub title: String,
    /// Each by itself.
    pub receipts: Vec<Receipt>,
    /// What each means for the generations.
    pub generations: Vec<Beside>,
    /// Everything in which at least one differs from the plan.
    pub groups: Vec<CompareGroup>,
}

/// A draft by itself, as its card tells it (Kassenzettel).
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// What is missing or left over, or that the changes are covered.
    pub cover: String,
    /// Whether money is missing.
    pub is_missing: bool,
    /// What it brings and costs, and what the law says; none while nothing is moved.
    pub outcome: Option<Outcome>,
}

/// A group of birth years under each draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// Birth years.
    pub born: String,
    /// Euros per person under each draft.
    pub values: Vec<String>,
    /// Where each lies, percent of the row; the plan is at 50.
    pub places: Vec<f64>,
    /// From the leftmost to the rightmost.
    pub span: (f64, f64),
}

/// Rows about one thing (Gruppe).
#[derive(Clone, Debug, PartialEq)]
pub struct CompareGroup {
    /// What they are about.
    pub name: String,
    /// Its rows.
    pub rows: Vec<CompareRow>,
}

/// What the plan and each draft say to one question.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareRow {
    /// The question.
    pub what: String,
    /// The plan's answer, then those of the drafts.
    pub cells: Vec<String>,
    /// Whether the drafts answer alike.
    pub is_same: bool,
}

impl CompareRow {
    fn new(what: impl Into<String>, plan: String, drafts: Vec<String>) -> Self {
        let is_same = drafts.iter().all(|it| Some(it) == drafts.first());
        Self { what: what.into(), cells: std::iter::once(plan).chain(drafts).collect(), is_same }
    }
}

/// Drafts of one town side by side; of none, what to do.
pub fn comparison(drafts: &[Telling<'_>]) -> Option<Comparison> {
    let first = *drafts.first()?;
    let words = first.lang.compare();
    let town = &first.town.short_name;
    let generations = cohorts(drafts);
    Some(Comparison {
        title: if drafts.len() == 1 { (words.title_of_one)(town) } else { (words.title)(drafts.len(), town) },
        receipts: drafts.iter().map(|it| receipt(*it)).collect(),
        groups: [things(drafts), indicators(first, drafts), per_person(first, &generations), law(first, drafts)]
            .into_iter()
            .filter(|group| !group.rows.is_empty())
            .collect(),
        generations,
    })
}

fn receipt(it: Telling<'_>) -> Receipt {
    let (words, outcome) = (it.lang.compare(), outcome(it));
    let cover = match &outcome {
        None => (words.nothing_moved.to_owned(), false),
        Some(outcome) => outcome.open.clone().unwrap_or_else(|| (words.covered.to_owned(), false)),
    };
    Receipt { cover: cover.0, is_missing: cover.1, outcome }
}

/// Each group of birth years under all drafts, on one scale.
fn cohorts(drafts: &[Telling<'_>]) -> Vec<Beside> {
    let per_head = |it: &Telling<'_>| it.projection.groups.iter().map(|it| it.per_head).collect::<Vec<_>>();
    let values: Vec<Vec<f64>> = drafts.iter().map(per_head).collect();
    let farthest = values.iter().flatten().fold(0.0, |far: f64, it| far.max(it.abs()));
    let told: Vec<Vec<CohortRow>> = drafts.iter().map(|it| generations(*it, 0).rows).collect();
    let place = |value: f64| if farthest > 0.0 { 50.0 + 44.0 * value / farthest } else { 50.0 };
    let row = |at: usize| {
        let places: Vec<f64> = values.iter().filter_map(|it| it.get(at).copied().map(place)).collect();
        let rows: Vec<&CohortRow> = told.iter().filter_map(|it| it.get(at)).collect();
        let ends = places.iter().fold((50.0, 50.0), |(low, high): (f64, f64), it| (low.min(*it), high.max(*it)));
        Some(Beside {
            born: rows.first()?.born.clone(),
            values: rows.into_iter().map(euros).collect(),
            places,
            span: ends,
        })
    };
    (0..told.first().map_or(0, Vec::len)).filter_map(row).collect()
}

fn euros(row: &CohortRow) -> String {
    if row.value.is_empty() { row.word.to_owned() } else { row.value.clone() }
}

/// What is moved in any draft, and what that leaves or lacks.
fn things(drafts: &[Telling<'_>]) -> CompareGroup {
    let Some(first) = drafts.first() else { return CompareGroup { name: String::new(), rows: Vec::new() } };
    let words = first.lang.compare();
    let mut choices: Vec<Choice> = Vec::new();
    for choice in drafts.iter().flat_map(|it| it.town.moved_things(it.scenario)) {
        if !choices.iter().any(|it| is_same_thing(*it, choice)) {
            choices.push(choice);
        }
    }
    let taxes: BTreeSet<TaxAt> = drafts.iter().flat_map(|it| it.scenario.taxes.keys().copied()).collect();
    let planned = || words.as_planned.to_owned();
    let of_choice = |choice: &Choice| {
        let said =
            |it: &Telling<'_>| chosen(*it, *choice).map_or_else(planned, |told| in_row(*it, *choice, &told.count));
        let name = choice_figure(first.town, *choice, first.lang)?.name;
        Some(CompareRow::new(name, planned(), drafts.iter().map(said).collect()))
    };
    let of_tax = |at: &TaxAt| {
        let tax = first.town.taxes.get(*at)?;
        let said = |it: &Telling<'_>| {
            let now = it.scenario.taxes.get(at)?;
            let set = text::whole(*now, it.lang);
            Some(format!("{set} ({})", text::signed_about(tax.change(*now), it.lang)))
        };
        let figure = tax_figure(first.town, tax, None, first.lang);
        let drafts = drafts.iter().map(|it| said(it).unwrap_or_else(planned)).collect();
        Some(CompareRow::new(figure.name, text::whole(tax.multiplier, first.lang), drafts))
    };
    let mut rows: Vec<CompareRow> =
        choices.iter().filter_map(of_choice).chain(taxes.iter().filter_map(of_tax)).collect();
    let nothing = text::signed_amount(Money::ZERO, first.lang);
    let amounts = |of: fn(&Telling<'_>) -> Money| drafts.iter().map(|it| text::signed_about(of(it), it.lang)).collect();
    rows.push(CompareRow::new(words.balance, nothing.clone(), amounts(|it| it.projection.balance)));
    if drafts.iter().any(|it| !meter(*it).invested.is_empty()) {
        rows.push(CompareRow::new(words.built, nothing, amounts(|it| it.town.invested(it.scenario))));
    }
    CompareGroup { name: words.things.to_owned(), rows }
}

/// Whether two choices move the same thing, be it seen from different goals.
fn is_same_thing(one: Choice, other: Choice) -> bool {
    match (one, other) {
        (Choice::Everyday(one), Choice::Everyday(other)) => one.lever == other.lever,
        (one, other) => one == other,
    }
}

/// The amount of a choice with its count, where something is counted.
fn in_row(it: Telling<'_>, choice: Choice, count: &str) -> String {
    let amount = text::signed_about(it.scenario.chosen(choice), it.lang);
    if it.town.bought_by(choice).is_some() { format!("{amount} ({count})") } else { amount }
}

/// What changes at the horizon in any draft, with its range.
fn indicators(first: Telling<'_>, drafts: &[Telling<'_>]) -> CompareGroup {
    let words = first.lang.compare();
    let row = |at| {
        let cards: Vec<_> = drafts.iter().filter_map(|it| indicator(*it, at)).collect();
        let card = cards.iter().find(|it| it.is_moved())?;
        let said = |it: &super::Card| {
            let (number, noun) = it.headline();
            if it.is_moved() { format!("{number} {noun} \u{b7} {}", it.range) } else { words.as_planned.to_owned() }
        };
        let plan = planned(first, at).unwrap_or_default();
        Some(CompareRow::new(card.name.clone(), plan, cards.iter().map(said).collect()))
    };
    CompareGroup {
        name: (words.indicators)(first.town.horizon.0),
        rows: first.town.indicators.places().filter_map(row).collect(),
    }
}

/// An indicator at the horizon as planned, with its unit.
fn planned(it: Telling<'_>, at: IndicatorAt) -> Option<String> {
    let subject = it.town.indicators.get(at)?;
    let value = it.projection.course.indicators.get(at)?.reference.value.last()?;
    Some(with_unit(&text::trimmed(*value, subject.decimals.min(2), it.lang), it.lang.of(&subject.unit)))
}

fn per_person(first: Telling<'_>, groups: &[Beside]) -> CompareGroup {
    let words = first.lang.compare();
    let row = |it: &Beside| CompareRow::new(&it.born, words.as_planned.to_owned(), it.values.clone());
    let rows = groups.iter().map(row);
    CompareGroup { name: (words.per_person)(first.town.horizon.0), rows: rows.collect() }
}

/// What the law asks for, what is left, and how many crises would ask for more.
fn law(first: Telling<'_>, drafts: &[Telling<'_>]) -> CompareGroup {
    let words = first.lang.compare();
    let years = &first.projection.fiscal;
    let mut rows = Vec::new();
    if let Some(last) = years.last() {
        let due = |year: Option<u16>| year.map_or_else(|| words.not_needed.to_owned(), words.needed_from);
        let planned = years.iter().find(|it| !it.plan_triggers.is_empty()).map(|it| it.year.0);
        let drafted = |it: &Telling<'_>| {
            due(it.projection.fiscal.iter().find(|it| !it.scenario_triggers.is_empty()).map(|it| it.year.0))
        };
        rows.push(CompareRow::new(words.consolidation, due(planned), drafts.iter().map(drafted).collect()));
        let amount = |euros: f64| text::amount(Money::from_euros(euros), first.lang);
        let left =
            |it: &Telling<'_>| it.projection.fiscal.last().map(|it| amount(it.scenario.general)).unwrap_or_default();
        let reserve = (words.reserve)(last.year.0);
        rows.push(CompareRow::new(reserve, amount(last.plan.general), drafts.iter().map(left).collect()));
    }
    let change = |euros: f64| text::signed_amount(Money::from_euros(euros), first.lang);
    let owed = |it: &Telling<'_>| change(it.projection.difference.debt.last().copied().unwrap_or(0.0));
    let debt = (words.debt)(first.town.horizon.0);
    rows.push(CompareRow::new(debt, change(0.0), drafts.iter().map(owed).collect()));
    rows.extend(crises(first, drafts));
    CompareGroup { name: words.law.to_owned(), rows }
}

/// How many crises would ask for a consolidation plan; none where the reserves are not known.
fn crises(first: Telling<'_>, drafts: &[Telling<'_>]) -> Option<CompareRow> {
    let words = first.lang.compare();
    let struck = |it: &Telling<'_>, is_plan: bool| {
        let rows = resilience(it.town, it.scenario);
        let under = || rows.iter().filter(|row| row.shock.is_some());
        let due = under().filter(|row| if is_plan { row.plan.due.is_some() } else { row.scenario.due.is_some() });
        (words.crises_of)(due.count(), under().count())
    };
    let has_crises = !first.town.shocks.is_empty() && !first.projection.fiscal.is_empty();
    let drafted = || drafts.iter().map(|it| struck(it, false)).collect();
    has_crises.then(|| CompareRow::new(words.crises, struck(&first, true), drafted()))
}
