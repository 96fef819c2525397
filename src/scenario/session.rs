use super::place::{Placement, distribute, place};
use crate::model::{Cell, Money, Move, Purpose, Scenario, ShockAt, TaxAt, Town};

/// Steps that can be undone.
const DEPTH: usize = 200;

/// What was moved last; it carries the marker on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    /// A whole goal.
    Purpose(Purpose),
    /// A single lever within a goal.
    Cell(Cell),
    /// A tax multiplier.
    Tax(TaxAt),
}

/// Everything a person can do to a scenario (Handlung). Changes are per year, from the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Sets the change of a goal.
    MovePurpose(Purpose, Money),
    /// Sets the change of a lever within a goal.
    MoveCell(Cell, Money),
    /// Sets a tax multiplier.
    SetTax(TaxAt, f64),
    /// Switches a shock on or off, for plan and scenario alike.
    ToggleShock(ShockAt),
    /// Leaves this shock alone on, or none.
    OneShock(Option<ShockAt>),
    /// Spreads what is left or missing.
    Distribute,
    /// Everything back to the plan; can itself be undone.
    Reset,
    /// Takes another scenario, within the bounds of the town.
    Load(Scenario),
    /// Locks or frees a lever for goals' sliders and for spreading.
    ToggleLock(Cell),
    /// The hand lets go: the next move is a new step.
    Settle,
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
}

/// What a person should hear after an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Bounds and locks did not allow this part of the wish.
    Unplaced(Money),
}

/// A scenario in the making, with its history (Sitzung). [`Session::apply`] is the only writer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    scenario: Scenario,
    locks: Vec<Cell>,
    past: Vec<Scenario>,
    future: Vec<Scenario>,
    /// What is being moved right now; a whole drag is one step.
    moving: Option<Touched>,
    last: Option<Touched>,
}

impl Session {
    /// The scenario as it stands.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What was moved last.
    pub fn last(&self) -> Option<Touched> {
        self.last
    }

    /// Whether a lever is locked by the person.
    pub fn is_locked(&self, cell: Cell) -> bool {
        self.locks.contains(&cell)
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to take again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// What [`Action::Distribute`] would do.
    pub fn preview(&self, town: &Town) -> Placement {
        distribute(town, &self.scenario, &self.locks)
    }

    /// Carries out an action. No action breaks a bound, moves a lock or touches a lever that was not named.
    pub fn apply(&mut self, town: &Town, action: Action) -> Option<Notice> {
        match action {
            Action::MovePurpose(purpose, target) => {
                self.step(Touched::Purpose(purpose));
                // A drag starts over from where the hand took hold, so that its way leaves no cents behind.
                if let Some(start) = self.past.last() {
                    self.scenario.clone_from(start);
                }
                let placement = place(town, &self.scenario, &self.locks, purpose, target);
                self.take(town, &placement)
            }
            Action::MoveCell(cell, target) if !self.locks.contains(&cell) => {
                let allowed = town.cell_room(cell).clamp(target);
                self.step(Touched::Cell(cell));
                self.set(town, cell, allowed);
                (allowed != target).then_some(Notice::Unplaced(target - allowed))
            }
            Action::MoveCell(..) => None,
            Action::SetTax(index, multiplier) => {
                let tax = town.taxes.get(index)?;
                let allowed = tax.clamp(multiplier);
                self.step(Touched::Tax(index));
                if allowed == tax.multiplier {
                    self.scenario.taxes.remove(&index);
                } else {
                    self.scenario.taxes.insert(index, allowed);
                }
                None
            }
            Action::ToggleShock(index) => {
                town.shocks.get(index)?;
                self.remember();
                self.last = None;
                self.scenario.toggle_shock(index);
                None
            }
            Action::OneShock(index) => {
                if let Some(index) = index {
                    town.shocks.get(index)?;
                }
                self.remember();
                self.last = None;
                self.scenario.shocks = index.into_iter().collect();
                None
            }
            Action::Distribute => {
                let placement = self.preview(town);
                self.remember();
                self.last = None;
                self.take(town, &placement)
            }
            Action::Reset => {
                self.remember();
                self.scenario = Scenario::default();
                self.last = None;
                None
            }
            Action::Load(scenario) => {
                self.remember();
                self.scenario = fitted(town, scenario);
                self.last = None;
                None
            }
            Action::ToggleLock(cell) => {
                self.moving = None;
                match self.locks.iter().position(|locked| *locked == cell) {
                    Some(at) => drop(self.locks.swap_remove(at)),
                    None => self.locks.push(cell),
                }
                None
            }
            Action::Settle => {
                self.moving = None;
                None
            }
            Action::Undo => {
                if let Some(earlier) = self.past.pop() {
                    self.future.push(std::mem::replace(&mut self.scenario, earlier));
                }
                (self.moving, self.last) = (None, None);
                None
            }
            Action::Redo => {
                if let Some(later) = self.future.pop() {
                    self.past.push(std::mem::replace(&mut self.scenario, later));
                }
                (self.moving, self.last) = (None, None);
                None
            }
        }
    }

    /// Begins a step unless the same thing is still being moved.
    fn step(&mut self, touched: Touched) {
        if self.moving != Some(touched) {
            self.remember();
            self.moving = Some(touched);
        }
        self.last = Some(touched);
    }

    fn remember(&mut self) {
        self.moving = None;
        self.future.clear();
        self.past.push(self.scenario.clone());
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
    }

    fn take(&mut self, town: &Town, placement: &Placement) -> Option<Notice> {
        for transfer in &placement.transfers {
            self.set(town, transfer.cell, transfer.after);
        }
        (!placement.unplaced.is_zero()).then_some(Notice::Unplaced(placement.unplaced))
    }

    fn set(&mut self, town: &Town, cell: Cell, amount: Money) {
        if amount.is_zero() {
            self.scenario.moves.remove(&cell);
        } else {
            self.scenario.moves.insert(cell, Move { amount, from: town.year, to: town.last_year(cell.lever) });
        }
    }
}

/// A scenario as the town allows it: within bounds and years, without entries that change nothing.
fn fitted(town: &Town, scenario: Scenario) -> Scenario {
    let mut allowed = Scenario::default();
    for (cell, it) in &scenario.moves {
        let amount = town.cell_room(*cell).clamp(it.amount);
        let (from, to) = (it.from.max(town.year), it.to.min(town.horizon));
        if !amount.is_zero() && from <= to {
            allowed.moves.insert(*cell, Move { amount, from, to });
        }
    }
    for (index, multiplier) in &scenario.taxes {
        let Some(tax) = town.taxes.get(*index) else { continue };
        if tax.clamp(*multiplier) != tax.multiplier {
            allowed.taxes.insert(*index, tax.clamp(*multiplier));
        }
    }
    allowed.shocks = scenario.shocks.into_iter().filter(|at| *at < town.shocks.end()).collect();
    allowed.shocks.sort_unstable();
    allowed.shocks.dedup();
    allowed
}
