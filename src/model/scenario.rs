use litemap::LiteMap;
use serde::Serialize;

use super::{LeverAt, MeasureAt, Money, Purpose, ShockAt, TaxAt, Year};

/// What a person moves at once: a lever's money for one purpose (Zelle aus Stellschraube und Zweck).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Cell {
    /// The lever.
    pub lever: LeverAt,
    /// What the money is for.
    pub purpose: Purpose,
}

/// A change of a cell in euros per year over a span of years, both ends included (Verschiebung).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Move {
    /// Change per year.
    pub amount: Money,
    /// First year.
    pub from: Year,
    /// Last year.
    pub to: Year,
}

/// Only what was moved (Szenario). Empty means: exactly the adopted plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Scenario {
    /// Changes by cell; an entry of zero is never kept.
    pub moves: LiteMap<Cell, Move>,
    /// Euros per year for measures that are not the usual one of their lever, never below zero; an entry of zero is never
    /// kept. What a lever's money buys as usual is moved by its cells.
    pub measures: LiteMap<MeasureAt, Move>,
    /// Multipliers by tax, only those that differ from the plan.
    pub taxes: LiteMap<TaxAt, f64>,
    /// Shocks that are switched on, in rising order. They strike the plan and the scenario alike.
    pub shocks: Vec<ShockAt>,
}

impl Scenario {
    /// Whether nothing is changed.
    pub fn is_untouched(&self) -> bool {
        !self.is_moved() && self.shocks.is_empty()
    }

    /// Whether money is moved; a shock alone moves none.
    pub fn is_moved(&self) -> bool {
        !self.moves.is_empty() || !self.measures.is_empty() || !self.taxes.is_empty()
    }

    /// Switches a shock on or off.
    pub fn toggle_shock(&mut self, shock: ShockAt) {
        match self.shocks.binary_search(&shock) {
            Ok(at) => drop(self.shocks.remove(at)),
            Err(at) => self.shocks.insert(at, shock),
        }
    }

    /// Euros per year for a measure that is not the usual one of its lever.
    pub fn given(&self, measure: MeasureAt) -> Money {
        self.measures.get(&measure).map_or(Money::ZERO, |it| it.amount)
    }

    /// Change of a whole lever per year, for all goals that it serves.
    pub fn of_lever(&self, lever: LeverAt) -> Money {
        self.moves.iter().filter(|(cell, _)| cell.lever == lever).map(|(_, it)| it.amount).sum()
    }

    /// Change of a cell per year.
    pub fn change(&self, cell: Cell) -> Money {
        self.moves.get(&cell).map_or(Money::ZERO, |it| it.amount)
    }
}
