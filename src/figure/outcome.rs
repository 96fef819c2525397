//! The draft of a person on one card.

use super::choice::paid;
use super::indicator::grade_on;
use super::{
    ChangeRow, Telling, certainty, changes, choice_figure, chosen, generations, law_figure, meter, tax_figure,
};
use crate::model::{Choice, Grade, Money, Tax};
use crate::text;

/// Names in the headline of each kind, and rows for indicators in each part of the card. What was changed has all its
/// rows, so that a reader can add up what is left or missing.
const MOST: usize = 2;

/// A row of the card: a number and what it is of (Zeile der Ergebniskarte).
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeRow {
    /// With its sign.
    pub number: String,
    /// What it is of.
    pub said: String,
    /// What it costs or saves a year, and how many there are.
    pub beside: String,
    /// Whether the number is money that people pay, and no thing.
    pub is_paid: bool,
    /// Whether the number is money at all.
    pub is_money: bool,
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
    /// That no tax and no fee is moved, where something else pays; empty otherwise.
    pub taxes_stay: &'static str,
    /// What was moved or changes beyond these rows, as numbers of things and of indicators; empty if nothing.
    pub further: String,
    /// What is built besides, and how it is paid; empty if nothing.
    pub built: String,
    /// What it means for the generations.
    pub generations: String,
    /// What the law says.
    pub law: String,
    /// How sure the first change is whose direction is known, then the changes whose direction is not.
    pub certainty: Vec<String>,
    /// How well the first of them is known.
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
    // A change that may as well go the other way neither is brought nor costs.
    let (open_rows, sure_rows): (Vec<&ChangeRow>, Vec<&ChangeRow>) = rows.iter().partition(|row| row.open.is_some());
    let effects = |is_wished: bool| sure_rows.iter().filter(move |row| row.is_wished == is_wished);
    let effect = |row: &&ChangeRow| OutcomeRow {
        number: row.number.clone(),
        said: row.noun.clone(),
        beside: row.of.clone(),
        is_paid: false,
        is_money: false,
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
        let things = choices.iter().filter_map(|choice| thing(it, *choice));
        things.chain(effects(is_wished).take(MOST).map(effect)).collect()
    };
    // Changes that a person made and what changes by them are counted apart.
    let changed = [more.len(), less.len(), lower.len(), higher.len()].iter().sum();
    let (brings, costs) = ([part(&more, true), lower].concat(), [part(&less, false), higher].concat());
    let told: usize =
        [effects(true).count(), effects(false).count(), open_rows.len()].iter().map(|count| *count.min(&MOST)).sum();
    let further =
        (it.town.changed_count(it.scenario).saturating_sub(changed), (rows.len() + uncounted).saturating_sub(told));
    let sure = sure_rows.first().and_then(|row| {
        let sentence = certainty(it, row.index)?.sentences.into_iter().next()?;
        Some((doors.sure_of)(&row.noun, &row.range, &sentence))
    });
    let open_said = |row: &&ChangeRow| row.open.as_ref().map(|ends| (doors.either_way)(ends, &row.noun));
    let mut certain: Vec<String> = sure.into_iter().chain(open_rows.iter().filter_map(open_said).take(MOST)).collect();
    if certain.is_empty() {
        certain.push(doors.not_counted.to_owned());
    }
    let first = sure_rows.first().or(open_rows.first());
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
        taxes_stay: if it.scenario.taxes.is_empty() && !less.is_empty() { doors.taxes_stay } else { "" },
        further: if further == (0, 0) { String::new() } else { (doors.further)(further.0, further.1) },
        built: meter(it).invested,
        generations: generations(it, 0).sentence,
        law: law_figure(it).sentence,
        certainty: certain,
        grade: first.and_then(|row| grade_on(it, row.index)),
    })
}

/// A thing that there is more or less of.
fn thing(it: Telling<'_>, choice: Choice) -> Option<OutcomeRow> {
    let told = chosen(it, choice)?;
    let name = choice_figure(it.town, choice, it.lang)?;
    // Where nothing is counted the number is of money, and the name says of what.
    let is_money = name.many.is_empty();
    let said = if is_money { format!("{} {}", name.name, told.noun) } else { told.noun };
    let is_shared = it.town.choice_net(it.scenario, choice) != it.scenario.chosen(choice);
    let loan = if it.town.is_built(choice) { it.texts().doors.by_loans } else { "" };
    // An amount that is the number already is not told twice.
    let paid = if is_money && !is_shared { String::new() } else { paid(it, choice) };
    let parts = [format!("{paid} {loan}").trim().to_owned(), told.years, told.stock];
    let parts = parts.into_iter().filter(|it| !it.is_empty());
    let beside = parts.map(|it| text::begun(&it)).collect::<Vec<_>>().join(". ");
    Some(OutcomeRow { number: told.count, said, beside, is_paid: false, is_money })
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
        is_money: true,
    }
}

/// Which taxes are higher and which lower, for the headline; of many, how many more.
fn taxes_named(it: Telling<'_>) -> Vec<String> {
    let moved = it.scenario.taxes.iter().filter_map(|(at, now)| Some((it.town.taxes.get(*at)?, *now)));
    let names = moved.map(|(tax, now)| (it.texts().doors.tax_way)(it.lang.of(&tax.name), now > tax.multiplier));
    shortened(it, names.collect())
}

/// Names of things for the headline, the largest first; of many, how many more.
fn names(it: Telling<'_>, choices: &[Choice]) -> Vec<String> {
    let figures = choices.iter().filter_map(|choice| choice_figure(it.town, *choice, it.lang));
    shortened(it, figures.map(|it| it.name).collect())
}

fn shortened(it: Telling<'_>, mut names: Vec<String>) -> Vec<String> {
    if let Some(more) = names.len().checked_sub(MOST).filter(|more| *more > 0) {
        names.truncate(MOST);
        if let Some(last) = names.last_mut() {
            *last = (it.texts().and_more)(last, more);
        }
    }
    names
}
