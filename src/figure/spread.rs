use super::bounds::{Bound, bounds, statutes};
use super::departments::listed;
use super::goal::goal_name;
use crate::model::{Cell, Money, Purpose, Scenario, Town};
use crate::scenario::{Action, Notice, Placement};
use crate::text::{self, Lang};

/// So many statutes are named; of the others, how many.
const STATUTES: usize = 2;

/// What spreading the rest would do, before anything moves (Rest verteilen).
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadFigure {
    /// How much is left or missing.
    pub intro: String,
    /// Goal, amount before, amount after; empty where nothing can be moved.
    pub rows: Vec<Vec<String>>,
    /// What cannot be placed; none where all of it can.
    pub rest: Option<String>,
}

/// The preview of a placement of what is left or missing.
pub fn spread_figure(town: &Town, scenario: &Scenario, placement: &Placement, lang: Lang) -> SpreadFigure {
    let (texts, balance) = (lang.texts(), town.balance(scenario));
    let row = |purpose: Purpose| {
        let transfers = placement.transfers.iter().filter(|it| it.cell.purpose == purpose);
        let change: Money = transfers.map(|it| it.after - it.before).sum();
        let before = town.planned(purpose) + town.change(scenario, purpose);
        let after = format!("{} ({})", text::amount(before + change, lang), text::signed_amount(change, lang));
        (!change.is_zero()).then(|| vec![goal_name(town, purpose, lang), text::amount(before, lang), after])
    };
    let unplaced = placement.unplaced;
    SpreadFigure {
        intro: (texts.spread_intro)(&text::amount(balance.abs(), lang), balance < Money::ZERO),
        rows: town.purposes().into_iter().filter_map(row).collect(),
        rest: (!unplaced.is_zero()).then(|| (texts.spread_rest)(&text::amount(unplaced.abs(), lang))),
    }
}

/// What an action has to say; of what could not be placed, what set the limit.
pub fn noticed(town: &Town, notice: Notice, locks: &[Cell], action: &Action, lang: Lang) -> String {
    match notice {
        Notice::Unplaced(money) => {
            let texts = lang.texts();
            let clause = |bound: Bound| {
                let said = (*texts.bounds.get(bound as usize)?).to_owned();
                let mut laws =
                    if bound == Bound::Law { statutes(town, locks, action, money, lang) } else { Vec::new() };
                let more = laws.split_off(laws.len().min(STATUTES)).len();
                let laws = laws.join("; ");
                let laws = if more > 0 { (texts.and_more)(&laws, more) } else { laws };
                Some(if laws.is_empty() { said } else { format!("{said} ({}: {laws})", texts.legal_basis) })
            };
            let named: Vec<String> = bounds(town, locks, action, money).into_iter().filter_map(clause).collect();
            // What goes from one to another is neither more nor less.
            let is_more = (!matches!(action, Action::Shift(..))).then_some(money > Money::ZERO);
            (texts.unplaced)(&text::about(money.abs(), lang), is_more, &listed(&named, texts))
        }
        Notice::Reversed(from, to) => (lang.texts().bench.reversed)(from.0, to.0),
        Notice::Limited(index) => town.taxes.get(index).map_or_else(String::new, |tax| {
            let [low, high] = [tax.range.0, tax.range.1].map(|it| text::whole(it, lang));
            (lang.texts().limited_tax)(lang.of(&tax.name), &low, &high)
        }),
    }
}
