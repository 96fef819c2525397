use super::Telling;
use super::goal::goal_name;
use super::summary::descending;
use crate::model::{Cell, Money, Output};
use crate::text::{self, OutputSaid};

/// What the moved money of a lever within a goal buys (Leistung).
#[derive(Clone, Debug, PartialEq)]
pub struct Bought {
    /// Name of the goal.
    pub goal: String,
    /// Name of the lever.
    pub lever: String,
    /// Change with its sign.
    pub amount: String,
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

/// What was moved, the largest change first.
pub fn bought_order(it: Telling<'_>) -> Vec<Cell> {
    let cells: Vec<Cell> = it.scenario.moves.keys().copied().filter(|cell| cell.lever < it.town.levers.end()).collect();
    let sizes: Vec<f64> = cells.iter().map(|cell| it.scenario.change(*cell).euros().abs()).collect();
    descending(&sizes).into_iter().filter_map(|at| cells.get(at).copied()).collect()
}

/// What the change of a lever within a goal buys; none where nothing was moved.
pub fn bought_of(it: Telling<'_>, cell: Cell) -> Option<Bought> {
    let (town, lang, texts) = (it.town, it.lang, it.texts());
    let (lever, moved) = (town.levers.get(cell.lever)?, it.scenario.moves.get(&cell)?);
    let euros = |value: f64| text::amount(Money::from_euros(value), lang);
    let sentence = |output: &Output| {
        let count = moved.amount.euros().abs() / output.unit_cost;
        let is_below = count < LEAST;
        let count = text::rounded(count.max(LEAST), lang);
        let noun = if count == "1" { &output.one } else { &output.many };
        let said = OutputSaid { count, is_below, noun: lang.of(noun), more: moved.amount > Money::ZERO };
        let (least, most) = (euros(output.range.0), euros(output.range.1));
        BoughtSentence {
            text: (texts.output)(&said),
            basis: (texts.basis)(output.basis),
            cost: (texts.unit_cost)(&euros(output.unit_cost), &least, &most, output.year),
            source: [output.source.as_str(), lang.of(&output.note)].join(". ").replace("..", "."),
            url: output.url.clone(),
        }
    };
    Some(Bought {
        goal: goal_name(town, cell.purpose, lang),
        lever: lang.of(&lever.name).to_owned(),
        amount: text::signed_about(moved.amount, lang),
        sentences: town.outputs.iter().filter(|it| it.lever == cell.lever).map(sentence).collect(),
        is_measured: town.has_measured_effect(cell.lever),
    })
}
