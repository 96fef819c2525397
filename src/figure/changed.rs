//! What a person changed, each thing once.

use super::Telling;
use super::choice::choice_figure;
use super::draft::{given_span, spans_said};
use super::goal::goal_name;
use super::summary::Change;
use crate::model::{Choice, Money};
use crate::scenario::Touched;
use crate::text;

/// What was moved, each thing once: levers and measures, the largest first, then taxes. Whoever counts changes counts these.
pub fn change_list(it: Telling<'_>) -> Vec<Change> {
    let things = it.town.moved_things(it.scenario).into_iter().filter_map(|choice| {
        let (years, amount) = (years_said(it, choice), text::signed_about(it.scenario.chosen(choice), it.lang));
        let amount = if years.is_empty() { amount } else { format!("{amount} ({years})") };
        Some(Change { what: choice_figure(it.town, choice, it.lang)?.name, amount })
    });
    let taxes = it.scenario.taxes.iter().filter_map(|(index, multiplier)| {
        let tax = it.town.taxes.get(*index)?;
        Some(Change {
            what: it.lang.of(&tax.name).to_owned(),
            amount: text::signed_about(tax.change(*multiplier), it.lang),
        })
    });
    things.chain(taxes).collect()
}

/// For which years something is moved, where they are not the usual ones.
fn years_said(it: Telling<'_>, choice: Choice) -> String {
    match choice {
        Choice::Everyday(cell) => spans_said(it, |other| other.lever == cell.lever),
        Choice::Own(at) => given_span(it, at),
    }
}

/// What was moved last, in words.
pub fn touched(it: Telling<'_>, last: Touched) -> Option<Change> {
    let (what, amount): (String, Money) = match last {
        Touched::Purpose(purpose) => (goal_name(it.town, purpose, it.lang), it.town.change(it.scenario, purpose)),
        Touched::Cell(cell) | Touched::Lever(cell) => {
            (choice_figure(it.town, Choice::Everyday(cell), it.lang)?.name, it.scenario.of_lever(cell.lever))
        }
        Touched::Measure(at) => {
            let measure = it.town.chain.measures.get(at)?;
            (it.lang.of(&measure.name).to_owned(), it.scenario.given(at))
        }
        Touched::Tax(index) => {
            let tax = it.town.taxes.get(index)?;
            let change = it.scenario.taxes.get(&index).map_or(Money::ZERO, |multiplier| tax.change(*multiplier));
            (it.lang.of(&tax.name).to_owned(), change)
        }
    };
    Some(Change { what, amount: text::signed_amount(amount, it.lang) })
}
