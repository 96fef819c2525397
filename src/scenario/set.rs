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

/// Sets first and last year of what is moved; of a lever, of all its parts that are not locked.
pub fn set_years(scenario: &mut Scenario, locks: &[Cell], choice: Choice, from: Year, to: Year) {
    match choice {
        Choice::Everyday(Cell { lever, .. }) => {
            let parts = scenario.moves.iter_mut().filter(|(cell, _)| cell.lever == lever && !locks.contains(cell));
            parts.for_each(|(_, it)| (it.from, it.to) = (from, to));
        }
        Choice::Own(at) => {
            if let Some(it) = scenario.measures.get_mut(&at) {
                (it.from, it.to) = (from, to);
            }
        }
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
