//! The draft of a person on one card.

use super::{
    ChangeRow, Telling, certainty, changes, choice_figure, chosen, generations, law_figure, meter, tax_figure,
};
use crate::model::{Choice, Grade, Money, TaxAt};
use crate::text;

/// Rows for things and rows for indicators in each part of the card.
const MOST: usize = 2;

/// A row of the card: a number and what it is of (Zeile der Ergebniskarte).
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeRow {
    /// With its sign.
    pub number: String,
    /// What it is of.
    pub said: String,
    /// How many there are, and how sure it is.
    pub beside: String,
}

/// What a draft brings, what it costs, and how sure that is (Ergebniskarte).
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What is missing or left over, if the changes are not covered, and whether it is missing.
    pub open: Option<(String, bool)>,
    /// More of what, less of what.
    pub headline: String,
    /// What the draft brings.
    pub brings: Vec<OutcomeRow>,
    /// What it costs.
    pub costs: Vec<OutcomeRow>,
    /// What was moved or changes beyond these rows, as numbers of things and of indicators; empty if nothing.
    pub further: String,
    /// What is built besides, and how it is paid; empty if nothing.
    pub built: String,
    /// What it means for the generations.
    pub generations: String,
    /// What the law says.
    pub law: String,
    /// How sure the first indicator's change is.
    pub certainty: String,
    /// How well that is known.
    pub grade: Option<Grade>,
}

/// The card of a draft; none while nothing is moved (Ergebnis).
pub fn outcome(it: Telling<'_>) -> Option<Outcome> {
    if !it.scenario.is_moved() {
        return None;
    }
    let (doors, balance) = (&it.texts().doors, it.projection.balance);
    let things = |is_more: bool| it.town.moved_choices(it.scenario, is_more);
    let (more, less) = (things(true), things(false));
    let (rows, uncounted) = changes(it);
    let effects = |is_wished: bool| rows.iter().filter(move |row| row.is_wished == is_wished);
    let effect =
        |row: &ChangeRow| OutcomeRow { number: row.number.clone(), said: row.noun.clone(), beside: row.of.clone() };
    // Whoever pays a tax pays more, or less.
    let taxes = it.scenario.taxes.iter().filter_map(|(at, now)| tax_row(it, *at, *now));
    let (lower, higher): (Vec<OutcomeRow>, Vec<OutcomeRow>) = taxes.partition(|row| row.number.starts_with('\u{2212}'));
    let part = |choices: &[Choice], is_wished: bool| -> Vec<OutcomeRow> {
        let things = choices.iter().filter_map(|choice| thing(it, *choice)).take(MOST);
        things.chain(effects(is_wished).take(MOST).map(effect)).collect()
    };
    let with_taxes = |rows: Vec<OutcomeRow>, taxes: &[OutcomeRow]| -> Vec<OutcomeRow> {
        rows.into_iter().chain(taxes.iter().take(MOST).cloned()).collect()
    };
    let (brings, costs) = (with_taxes(part(&more, true), &lower), with_taxes(part(&less, false), &higher));
    let all = more.len() + less.len() + lower.len() + higher.len() + rows.len() + uncounted;
    let further = all.saturating_sub(brings.len() + costs.len());
    let first = rows.first();
    let sure = first.and_then(|row| {
        let sentence = certainty(it, row.index)?.sentences.into_iter().next()?;
        Some((doors.sure_of)(&row.noun, &row.range, &sentence))
    });
    let open = match balance {
        balance if balance < Money::ZERO => Some(((doors.not_covered)(&text::about(-balance, it.lang)), true)),
        balance if balance > Money::ZERO => Some(((doors.left_over)(&text::about(balance, it.lang)), false)),
        _ => None,
    };
    Some(Outcome {
        open,
        headline: (doors.headline)(&names(it, &more), &names(it, &less), !(lower.is_empty() && higher.is_empty())),
        brings,
        costs,
        further: if further > 0 { (doors.further)(further) } else { String::new() },
        built: meter(it).invested,
        generations: generations(it, 0).sentence,
        law: law_figure(it).sentence,
        certainty: sure.unwrap_or_else(|| doors.not_counted.to_owned()),
        grade: first.and_then(|row| it.town.chain.on(row.index).map(|effect| effect.grade).max()),
    })
}

/// A thing that there is more or less of.
fn thing(it: Telling<'_>, choice: Choice) -> Option<OutcomeRow> {
    let told = chosen(it, choice)?;
    let name = choice_figure(it.town, choice, it.lang)?;
    // Where nothing is counted the number is of money, and the name says of what.
    let said = if name.many.is_empty() { format!("{} {}", name.name, told.noun) } else { told.noun };
    Some(OutcomeRow { number: told.count, said, beside: told.stock })
}

/// A tax that differs from the plan.
fn tax_row(it: Telling<'_>, at: TaxAt, now: f64) -> Option<OutcomeRow> {
    let figure = tax_figure(it.town, it.town.taxes.get(at)?, Some(now), it.lang);
    let points = now - figure.planned;
    let number = text::signed(points, 0, it.lang);
    let now = text::whole(now, it.lang);
    Some(OutcomeRow {
        number,
        said: (it.texts().doors.points)(points.abs() == 1.0, &figure.name, figure.label, &now),
        beside: String::new(),
    })
}

/// Names of things for the headline, the largest first.
fn names(it: Telling<'_>, choices: &[Choice]) -> Vec<String> {
    let figures = choices.iter().take(MOST).filter_map(|choice| choice_figure(it.town, *choice, it.lang));
    figures.map(|it| it.name).collect()
}
