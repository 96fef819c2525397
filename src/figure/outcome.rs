//! The draft of a person on one card.

use super::{
    ChangeRow, Telling, certainty, changes, choice_figure, chosen, generations, law_figure, meter, tax_figure,
};
use crate::model::{Choice, Grade, Money, Tax};
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
    /// Whether the number is money that people pay, and no thing.
    pub is_paid: bool,
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
    let effect = |row: &ChangeRow| OutcomeRow {
        number: row.number.clone(),
        said: row.noun.clone(),
        beside: row.of.clone(),
        is_paid: false,
    };
    // Whoever pays a tax pays more, or less.
    let taxes = |is_higher: bool| -> Vec<OutcomeRow> {
        let moved = it.scenario.taxes.iter().filter_map(|(at, now)| Some((it.town.taxes.get(*at)?, *now)));
        moved
            .filter(|(tax, now)| (*now > tax.multiplier) == is_higher)
            .map(|(tax, now)| tax_row(it, tax, now))
            .collect()
    };
    let (lower, higher) = (taxes(false), taxes(true));
    let part = |choices: &[Choice], is_wished: bool| -> Vec<OutcomeRow> {
        let things = choices.iter().filter_map(|choice| thing(it, *choice)).take(MOST);
        things.chain(effects(is_wished).take(MOST).map(effect)).collect()
    };
    let with_taxes = |rows: Vec<OutcomeRow>, taxes: &[OutcomeRow]| -> Vec<OutcomeRow> {
        rows.into_iter().chain(taxes.iter().take(MOST).cloned()).collect()
    };
    let (brings, costs) = (with_taxes(part(&more, true), &lower), with_taxes(part(&less, false), &higher));
    // Changes that a person made and what changes by them are counted apart.
    let shown = |count: usize| count.min(MOST);
    let changed = [more.len(), less.len(), lower.len(), higher.len()].map(shown).iter().sum();
    let told = [true, false].map(|is_wished| shown(effects(is_wished).count())).iter().sum();
    let further =
        (it.town.changed_count(it.scenario).saturating_sub(changed), (rows.len() + uncounted).saturating_sub(told));
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
        headline: (doors.headline)(&names(it, &more), &names(it, &less), &taxes_named(it)),
        brings,
        costs,
        further: if further == (0, 0) { String::new() } else { (doors.further)(further.0, further.1) },
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
    Some(OutcomeRow { number: told.count, said, beside: told.stock, is_paid: false })
}

/// A tax that differs from the plan, in euros a year.
fn tax_row(it: Telling<'_>, tax: &Tax, now: f64) -> OutcomeRow {
    let figure = tax_figure(it.town, tax, Some(now), it.lang);
    let [set, planned] = [now, tax.multiplier].map(|value| text::whole(value, it.lang));
    OutcomeRow {
        number: text::signed_about(tax.change(now), it.lang),
        said: (it.texts().doors.tax_pays)(&figure.name, figure.label, &set, &planned),
        beside: String::new(),
        is_paid: true,
    }
}

/// Which taxes are higher and which lower, for the headline; of many, how many more.
fn taxes_named(it: Telling<'_>) -> Vec<String> {
    let moved = it.scenario.taxes.iter().filter_map(|(at, now)| Some((it.town.taxes.get(*at)?, *now)));
    let mut names: Vec<String> =
        moved.map(|(tax, now)| (it.texts().doors.tax_way)(it.lang.of(&tax.name), now > tax.multiplier)).collect();
    if let Some(more) = names.len().checked_sub(MOST).filter(|more| *more > 0) {
        names.truncate(MOST);
        if let Some(last) = names.last_mut() {
            *last = (it.texts().and_more)(last, more);
        }
    }
    names
}

/// Names of things for the headline, the largest first.
fn names(it: Telling<'_>, choices: &[Choice]) -> Vec<String> {
    let figures = choices.iter().take(MOST).filter_map(|choice| choice_figure(it.town, *choice, it.lang));
    figures.map(|it| it.name).collect()
}
