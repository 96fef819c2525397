//! Moving money from one to another, told before anything moves.

use super::Telling;
use super::choice_figure;
use super::goal::goal_name;
use super::outputs::counted;
use super::parts::parts_said;
use crate::model::{Cell, Choice, Money, Scenario};
use crate::scenario::{Pot, Shifted, Stop};
use crate::text;

/// What money can come from or go to, in a list (Topf zur Wahl).
#[derive(Clone, Debug, PartialEq)]
pub struct PotFigure {
    /// What it is.
    pub pot: Pot,
    /// What names it in the list of the browser.
    pub key: String,
    /// Name.
    pub name: String,
    /// Goal under which it stands.
    pub group: String,
}

/// What a shift would do, in sentences (Umschichtung).
#[derive(Clone, Debug, PartialEq)]
pub struct ShiftFigure {
    /// What each end gives or gets; empty where nothing can be moved.
    pub ends: Vec<String>,
    /// How much of the wish moves and whose bound ends it; none if all of it moves.
    pub limit: Option<String>,
    /// What it does to the balance; none where that stays.
    pub balance: Option<String>,
    /// Whether years differ, so that one end lasts longer.
    pub years: Option<String>,
}

/// The name of what gives or takes.
fn name(it: Telling<'_>, pot: Pot) -> String {
    match pot {
        Pot::Goal(purpose) => goal_name(it.town, purpose, it.lang),
        Pot::One(choice) => choice_figure(it.town, choice, it.lang).map(|it| it.name).unwrap_or_default(),
    }
}

/// A list of what can give or take.
pub fn pot_figures(it: Telling<'_>, pots: &[Pot]) -> Vec<PotFigure> {
    let figure = |pot: &Pot| {
        let purpose = pot.purpose(it.town)?;
        let group = goal_name(it.town, purpose, it.lang);
        let key = it.town.purpose_key(purpose)?;
        let (key, name) = match pot {
            Pot::Goal(_) => (key.to_owned(), (it.texts().bench.whole_goal)(&group)),
            Pot::One(Choice::Everyday(cell)) => {
                (format!("{key} {}", it.town.levers.get(cell.lever)?.id), name(it, *pot))
            }
            Pot::One(Choice::Own(at)) => (format!("{key} + {}", it.town.chain.measures.get(*at)?.id), name(it, *pot)),
        };
        Some(PotFigure { pot: *pot, key, name, group })
    };
    pots.iter().filter_map(figure).collect()
}

/// The preview of a shift.
pub fn shift_figure(it: Telling<'_>, (from, to): (Pot, Pot), wish: Money, shifted: &Shifted) -> ShiftFigure {
    let bench = &it.texts().bench;
    let end = |pot: Pot, is_more: bool| {
        let money = text::amount(shifted.amount, it.lang);
        (bench.shift_end)(&name(it, pot), &money, &detail(it, pot, shifted, is_more), is_more)
    };
    let why = |stop: Stop| match stop {
        Stop::Giver => (bench.giver_ends)(&name(it, from)),
        Stop::Taker => (bench.taker_ends)(&name(it, to)),
        Stop::Both => bench.both_end.to_owned(),
    };
    let [wished, moved] = [wish, shifted.amount].map(|money| text::amount(money, it.lang));
    let limit = shifted.stop.map(|stop| match shifted.amount {
        Money::ZERO => format!("{} {}", bench.shift_nothing, why(stop)),
        _ => (bench.shift_less)(&wished, &moved, &why(stop)),
    });
    let change = it.town.balance(&shifted.scenario) - it.town.balance(it.scenario);
    let years = |pot: Pot| spans(it, pot, &shifted.scenario);
    let is_apart = !shifted.amount.is_zero() && years(from) != years(to);
    ShiftFigure {
        ends: if shifted.amount.is_zero() { Vec::new() } else { vec![end(from, false), end(to, true)] },
        limit,
        balance: (!change.is_zero()).then(|| (bench.shift_balance)(&text::signed_amount(change, it.lang))),
        years: is_apart.then(|| bench.shift_years.to_owned()),
    }
}

/// What so much money is at one end: things that are counted, or the levers of a goal; empty where neither is known.
fn detail(it: Telling<'_>, pot: Pot, shifted: &Shifted, is_more: bool) -> String {
    match pot {
        Pot::Goal(purpose) => {
            let moved = |cell: Cell| shifted.scenario.change(cell) - it.scenario.change(cell);
            parts_said(it.town, purpose, moved, it.lang)
        }
        Pot::One(choice) => {
            let measure = it.town.bought_by(choice).and_then(|at| it.town.chain.measures.get(at));
            measure.map_or_else(String::new, |measure| {
                let (count, is_below) = counted(shifted.amount.euros() / measure.unit_cost, it.lang);
                let noun = it.lang.of(if count == "1" { &measure.one } else { &measure.many });
                let count = if is_below { (it.texts().under)(&count) } else { count };
                (it.texts().bench.units)(&count, noun, is_more)
            })
        }
    }
}

/// First and last years of what a pot is moved by.
fn spans(it: Telling<'_>, pot: Pot, scenario: &Scenario) -> Vec<(u16, u16)> {
    let moved: Vec<_> = match pot {
        Pot::Goal(purpose) => scenario
            .moves
            .iter()
            .filter(|(cell, _)| cell.purpose == purpose && !it.town.invests(cell.lever))
            .map(|(_, it)| *it)
            .collect(),
        Pot::One(Choice::Everyday(cell)) => scenario.moves.get(&cell).copied().into_iter().collect(),
        Pot::One(Choice::Own(at)) => scenario.measures.get(&at).copied().into_iter().collect(),
    };
    let mut spans: Vec<(u16, u16)> = moved.iter().map(|it| (it.from.0, it.to.0)).collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}
