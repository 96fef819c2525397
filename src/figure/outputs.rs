use super::Telling;
use super::ledger::goal_name;
use super::summary::descending;
use crate::model::{Cell, Money, Purpose};
use crate::text::{self, OutputSaid};

/// What the moved money of a lever within a goal buys (Leistung).
#[derive(Clone, Debug, PartialEq)]
pub struct Bought {
    /// What was moved.
    pub cell: Cell,
    /// The goal it belongs to.
    pub purpose: Purpose,
    /// Name of the goal.
    pub goal: String,
    /// Name of the lever.
    pub lever: String,
    /// Change with its sign.
    pub amount: String,
    /// Change, for sorting.
    pub change: Money,
    /// One sentence per unit cost; empty if nothing is known.
    pub sentences: Vec<BoughtSentence>,
    /// Whether an effect with a number is known.
    pub is_measured: bool,
}

/// A sentence and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct BoughtSentence {
    /// "etwa 95 Plätze mehr".
    pub text: String,
    /// How firm the unit cost is, in words.
    pub basis: &'static str,
    /// Unit cost with range and year.
    pub cost: String,
    /// Where the unit cost comes from, and what to know about it.
    pub source: String,
    /// Address, possibly empty.
    pub url: String,
}

/// The smallest count that is said as a number; what is less is said to be less, not rounded up to it.
const LEAST: f64 = 0.1;

/// Everything that was moved and what it buys, the largest change first.
pub fn bought(it: Telling<'_>) -> Vec<Bought> {
    let (town, lang, texts) = (it.town, it.lang, it.texts());
    let found: Vec<Bought> = it
        .scenario
        .moves
        .iter()
        .filter_map(|(cell, moved)| {
            let lever = town.levers.get(cell.lever)?;
            let sentences = town
                .outputs
                .iter()
                .filter(|output| output.lever == cell.lever)
                .map(|output| {
                    let count = moved.amount.euros().abs() / output.unit_cost;
                    let is_below = count < LEAST;
                    let count_text = text::rounded(count.max(LEAST), lang);
                    let noun = if count_text == "1" { &output.one } else { &output.many };
                    let euros = |value: f64| text::amount(Money::from_euros(value), lang);
                    BoughtSentence {
                        text: (texts.output)(&OutputSaid {
                            count: count_text,
                            is_below,
                            noun: lang.of(noun),
                            more: moved.amount > Money::ZERO,
                        }),
                        basis: (texts.basis)(output.basis),
                        cost: (texts.unit_cost)(
                            &euros(output.unit_cost),
                            &euros(output.range.0),
                            &euros(output.range.1),
                            output.year,
                        ),
                        source: [output.source.as_str(), lang.of(&output.note)].join(". ").replace("..", "."),
                        url: output.url.clone(),
                    }
                })
                .collect();
            Some(Bought {
                cell: *cell,
                purpose: cell.purpose,
                goal: goal_name(town, cell.purpose, lang),
                lever: lang.of(&lever.name).to_owned(),
                amount: text::signed_about(moved.amount, lang),
                change: moved.amount,
                sentences,
                is_measured: town.has_measured_effect(cell.lever),
            })
        })
        .collect();
    let order = descending(&found.iter().map(|it| it.change.euros().abs()).collect::<Vec<_>>());
    let mut found: Vec<Option<Bought>> = found.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| found.get_mut(at).and_then(Option::take)).collect()
}
