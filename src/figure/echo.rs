//! What stands below a moved goal (Echo).

use super::outputs::{bought_of, bought_order};
use super::summary::strongest;
use super::{Telling, indicator};
use crate::model::{MeasureAt, Money, Purchase, Purpose};
use crate::text;

/// What others reimburse of a goal's changes, and what is left to the town; none where nobody does.
pub fn reimbursed(it: Telling<'_>, purpose: Purpose) -> Option<String> {
    let cells = it.scenario.moves.iter().filter(|(cell, _)| cell.purpose == purpose);
    let is_meant = |at: MeasureAt| it.town.goal_of(at) == Some(purpose) && !it.town.builds(at);
    let given = it.scenario.measures.iter().filter(|(at, _)| is_meant(**at));
    let all = cells
        .map(|(cell, moved)| (moved.amount, it.town.net_change(*cell, moved.amount)))
        .chain(given.map(|(at, moved)| (moved.amount, it.town.measure_net(*at, moved.amount))));
    let (gross, own) = all.fold((Money::ZERO, Money::ZERO), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    let others = gross - own;
    let said = |money| text::signed_about(money, it.lang);
    (!others.is_zero()).then(|| (it.texts().reimbursed)(&said(others), &said(own)))
}

/// What the largest change within a goal buys; none where that is not counted.
pub fn bought_first(it: Telling<'_>, purpose: Purpose) -> Option<String> {
    let measures = it.town.measures_for(it.scenario, purpose);
    let is_meant = |purchase: &Purchase| matches!(purchase, Purchase::Units(at) if measures.contains(at));
    let bought = bought_of(it, bought_order(it).into_iter().find(is_meant)?)?;
    bought.units.map(|units| format!("{} – {}", bought.name, units.text))
}

/// The indicator that a goal's measures move most: its name, its change with the unit, and the year of that.
pub fn strongest_said(it: Telling<'_>, purpose: Purpose) -> Option<[String; 3]> {
    let card = indicator(it, strongest(it, purpose)?)?;
    let (change, unit) = card.headline();
    let said = format!("{change}\u{a0}{unit}");
    card.is_moved().then(|| [card.name.clone(), said, it.town.horizon.to_string()])
}
