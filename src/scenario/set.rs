//! Writing changes into a scenario. Whoever writes keeps the bounds.

use litemap::LiteMap;

use super::place::Placement;
use crate::model::{Cell, Choice, MeasureAt, Money, Move, Scenario, Town, Year};

/// Carries out what was placed.
pub fn take(town: &Town, scenario: &mut Scenario, placement: &Placement) {
    for transfer in &placement.transfers {
        set_cell(town, scenario, transfer.cell, transfer.after);
    }
}

/// Sets the change of a cell.
pub fn set_cell(town: &Town, scenario: &mut Scenario, cell: Cell, amount: Money) {
    set(&mut scenario.moves, cell, amount, (town.first_year, town.last_year(cell.lever)));
}

/// Sets the money for a measure.
pub fn set_measure(town: &Town, scenario: &mut Scenario, measure: MeasureAt, amount: Money) {
    set(&mut scenario.measures, measure, amount, (town.first_year, town.last_year_of(measure)));
}

/// Sets first and last year of what is moved.
pub fn set_years(scenario: &mut Scenario, choice: Choice, from: Year, to: Year) {
    let moved = match choice {
        Choice::Everyday(cell) => scenario.moves.get_mut(&cell),
        Choice::Own(at) => scenario.measures.get_mut(&at),
    };
    if let Some(it) = moved {
        (it.from, it.to) = (from, to);
    }
}

/// Sets an amount; what is moved already keeps its years, what is moved anew has these.
fn set<K: Ord>(moves: &mut LiteMap<K, Move>, key: K, amount: Money, years: (Year, Year)) {
    if amount.is_zero() {
        moves.remove(&key);
        return;
    }
    let (from, to) = moves.get(&key).map_or(years, |it| (it.from, it.to));
    moves.insert(key, Move { amount, from, to });
}
