use std::sync::Arc;

use super::file::{CellKey, Draft, Portable, reason};
use super::fit::Fitted;
use super::history::{History, Moment};
use super::place::{Placement, distribute, place, place_lever};
use super::reasons::{Changed, Reasons};
use super::set::{set_cell, set_measure, set_years, take};
use super::shift::{Pot, Shifted, shift};
use crate::model::{Cell, Choice, MeasureAt, Money, Purpose, Scenario, ShockAt, TaxAt, Town, Year};

/// What was moved last; it carries the marker on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    /// A whole goal.
    Purpose(Purpose),
    /// A single lever within a goal.
    Cell(Cell),
    /// A whole lever, seen from one of its goals.
    Lever(Cell),
    /// A measure by itself.
    Measure(MeasureAt),
    /// A tax multiplier.
    Tax(TaxAt),
}

impl Touched {
    /// What takes money, as what was moved.
    fn by(pot: Pot) -> Self {
        match pot {
            Pot::Goal(purpose) => Self::Purpose(purpose),
            Pot::One(Choice::Everyday(cell)) => Self::Cell(cell),
            Pot::One(Choice::Own(at)) => Self::Measure(at),
        }
    }
}

/// Everything a person can do to a scenario (Handlung). Changes are per year, from the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Sets the change of a goal, that of its measures included; only its levers move for it.
    MovePurpose(Purpose, Money),
    /// Sets the change of a lever within a goal.
    MoveCell(Cell, Money),
    /// Sets the change of the whole lever of a cell, for all goals that it serves.
    MoveLever(Cell, Money),
    /// Sets the money for a measure that is not the usual one of its lever.
    MoveMeasure(MeasureAt, Money),
    /// Sets a tax multiplier.
    SetTax(TaxAt, f64),
    /// Sets first and last year of what is moved; its amount stays.
    SetYears(Choice, Year, Year),
    /// Says why something is changed, in the person's own words; nothing takes the reason away.
    SetReason(Changed, String),
    /// Switches a shock on or off, for plan and scenario alike.
    ToggleShock(ShockAt),
    /// Spreads what is left or missing.
    Distribute,
    /// Moves so much from one to another, as far as both allow.
    Shift(Pot, Pot, Money),
    /// Every lever and every measure of a goal back to the plan, investment too.
    ResetPurpose(Purpose),
    /// Everything back to the plan; can itself be undone.
    Reset,
    /// Takes another scenario with its locks.
    Load(Fitted),
    /// Locks or frees a lever for goals' sliders and for spreading.
    ToggleLock(Cell),
    /// The hand lets go: the next move is a new step.
    Settle,
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
}

impl Action {
    /// Whether a hand may go on moving what it moves; anything else is a step of its own.
    pub fn is_move(&self) -> bool {
        let lever = matches!(self, Self::MovePurpose(..) | Self::MoveCell(..) | Self::MoveLever(..));
        lever || matches!(self, Self::MoveMeasure(..) | Self::SetTax(..))
    }
}

/// What a person should hear after an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Bounds and locks did not allow this part of the wish.
    Unplaced(Money),
    /// The multiplier that was wished for is not offered; the nearest one is set.
    Limited(TaxAt),
    /// The first year lies behind the last; nothing was changed.
    Reversed(Year, Year),
}

/// A step that the hand has not let go of: where it began, and of what; a whole drag is one step.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    touched: Touched,
    start: Moment,
}

/// A scenario in the making, with its history (Sitzung). [`Session::apply`] is the only writer.
///
/// A copy shares everything; it costs a few counts, however long the history is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    now: Moment,
    history: History,
    /// What is being moved right now.
    open: Option<Open>,
    last: Option<Touched>,
}

impl Session {
    /// A session that goes on with a draft from before; nothing is there to undo.
    pub fn resumed(fitted: &Fitted) -> Self {
        Self { now: Moment::of(fitted), ..Self::default() }
    }

    /// Whether nothing stands here but the plan: no change, no lock, no note.
    pub fn is_plan(&self) -> bool {
        self.now == Moment::default()
    }

    /// All that stands here and would go into a draft.
    pub fn moment(&self) -> &Moment {
        &self.now
    }

    /// The scenario as it stands.
    pub fn scenario(&self) -> &Scenario {
        &self.now.scenario
    }

    /// The same, shared.
    pub fn shared_scenario(&self) -> Arc<Scenario> {
        self.now.scenario.clone()
    }

    /// Locked cells in rising order.
    pub fn locks(&self) -> &[Cell] {
        &self.now.beside.locks
    }

    /// The note that came with the scenario.
    pub fn note(&self) -> &str {
        &self.now.beside.note
    }

    /// Every reason that somebody gave.
    pub fn reasons(&self) -> &Reasons {
        &self.now.reasons
    }

    /// Why something is changed; empty where nobody said.
    pub fn reason(&self, it: Changed) -> &str {
        self.now.reasons.get(&it).map_or("", |it| it)
    }

    /// Why a thing is changed: a lever's reason holds from whichever goal it was given.
    pub fn reason_of_thing(&self, it: Changed) -> &str {
        let same = || self.now.reasons.iter().find(|(other, _)| other.is_same(it)).map(|(_, why)| why);
        self.now.reasons.get(&it).or_else(same).map_or("", |it| it)
    }

    /// What was moved last.
    pub fn last(&self) -> Option<Touched> {
        self.last
    }

    /// Whether a lever is locked by the person.
    pub fn is_locked(&self, cell: Cell) -> bool {
        self.locks().binary_search(&cell).is_ok()
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.is_stepping() || self.history.has_past(&self.now)
    }

    /// Whether there is a step to take again.
    pub fn can_redo(&self) -> bool {
        !self.is_stepping() && self.history.has_future(&self.now)
    }

    /// Whether the step that is open has changed anything.
    fn is_stepping(&self) -> bool {
        self.open.as_ref().is_some_and(|it| it.start != self.now)
    }

    /// What [`Action::Distribute`] would do.
    pub fn preview(&self, town: &Town) -> Placement {
        distribute(town, self.scenario(), self.locks())
    }

    /// What [`Action::Shift`] would do.
    pub fn shifted(&self, town: &Town, from: Pot, to: Pot, wish: Money) -> Shifted {
        shift(town, self.scenario(), self.locks(), from, to, wish)
    }

    /// What stands here as a draft, by keys; `saved` is the date as `YYYY-MM-DD`.
    pub fn draft(&self, town: &Town, name: &str, saved: &str) -> Draft {
        let locks = self.locks().iter().filter_map(|cell| CellKey::of(town, *cell)).collect();
        Draft::new(town, Portable::of(town, self.scenario(), &self.now.reasons), locks, name, self.note(), saved)
    }

    /// Carries out an action. No action breaks a bound, moves a lock or touches a lever that was not named.
    pub fn apply(&mut self, town: &Town, action: Action) -> Option<Notice> {
        match action {
            Action::MovePurpose(purpose, target) => {
                let mut scenario = self.grasp(Touched::Purpose(purpose));
                let placement = place(town, &scenario, self.locks(), purpose, target);
                take(town, &mut scenario, &placement);
                self.now.scenario = Arc::new(scenario);
                (!placement.unplaced.is_zero()).then_some(Notice::Unplaced(placement.unplaced))
            }
            Action::MoveCell(cell, _) if self.is_locked(cell) => None,
            Action::MoveCell(cell, target) => {
                let allowed = town.cell_room(cell).clamp(target);
                let mut scenario = self.grasp(Touched::Cell(cell));
                set_cell(town, &mut scenario, cell, allowed);
                self.now.scenario = Arc::new(scenario);
                (allowed != target).then_some(Notice::Unplaced(target - allowed))
            }
            Action::MoveLever(cell, target) => {
                let mut scenario = self.grasp(Touched::Lever(cell));
                let allowed = town.choice_room(Choice::Everyday(cell)).clamp(target);
                let placement = place_lever(town, &scenario, self.locks(), cell.lever, allowed);
                take(town, &mut scenario, &placement);
                let unplaced = target - scenario.of_lever(cell.lever);
                self.now.scenario = Arc::new(scenario);
                (!unplaced.is_zero()).then_some(Notice::Unplaced(unplaced))
            }
            Action::MoveMeasure(measure, target) => {
                let allowed = town.measure_room(measure).clamp(target);
                let mut scenario = self.grasp(Touched::Measure(measure));
                set_measure(town, &mut scenario, measure, allowed);
                self.now.scenario = Arc::new(scenario);
                (allowed != target).then_some(Notice::Unplaced(target - allowed))
            }
            Action::SetTax(index, multiplier) => {
                let tax = town.taxes.get(index)?;
                let allowed = tax.clamp(multiplier);
                let mut scenario = self.grasp(Touched::Tax(index));
                if allowed == tax.multiplier {
                    scenario.taxes.remove(&index);
                } else {
                    scenario.taxes.insert(index, allowed);
                }
                self.now.scenario = Arc::new(scenario);
                let is_offered = tax.range.0 <= multiplier.round() && multiplier.round() <= tax.range.1;
                (!is_offered && allowed != multiplier).then_some(Notice::Limited(index))
            }
            Action::SetYears(Choice::Everyday(cell), ..) if self.is_locked(cell) => None,
            Action::SetYears(_, from, to) if from > to => Some(Notice::Reversed(from, to)),
            Action::SetYears(choice, from, to) => {
                let (from, to) = [from, to].map(|it| it.clamp(town.first_year, town.horizon)).into();
                let locks = self.locks().to_vec();
                self.change(|scenario| set_years(scenario, &locks, choice, from, to));
                self.last = Some(Touched::by(Pot::One(choice)));
                None
            }
            Action::SetReason(changed, text) => {
                self.settle();
                if changed.is_in(self.scenario()) {
                    let mut next = self.now.clone();
                    let reasons = Arc::make_mut(&mut next.reasons);
                    reasons.retain(|other, _| !other.is_same(changed));
                    if let Some(why) = reason(&text) {
                        reasons.insert(changed, why.into());
                    }
                    self.turn(next);
                }
                None
            }
            Action::ToggleShock(index) => {
                town.shocks.get(index)?;
                self.change(|scenario| scenario.toggle_shock(index));
                None
            }
            Action::Distribute => {
                let placement = self.preview(town);
                self.change(|scenario| {
                    take(town, scenario, &placement);
                    (!placement.unplaced.is_zero()).then_some(Notice::Unplaced(placement.unplaced))
                })
            }
            Action::Shift(from, to, wish) => {
                let Shifted { scenario, amount, .. } = self.shifted(town, from, to, wish);
                self.change(|it| *it = scenario);
                self.last = (!amount.is_zero()).then(|| Touched::by(to));
                (amount != wish).then_some(Notice::Unplaced(wish - amount))
            }
            Action::ResetPurpose(purpose) => {
                let locked = self.locks().to_vec();
                self.change(|scenario| {
                    let cells = [town.cells(purpose), town.investment_cells(purpose)].concat();
                    let (locked, free): (Vec<_>, Vec<_>) = cells.into_iter().partition(|cell| locked.contains(cell));
                    free.iter().for_each(|cell| set_cell(town, scenario, *cell, Money::ZERO));
                    let serves = town.chain.measures.pairs().filter(|(_, it)| Purpose::Field(it.field) == purpose);
                    serves.for_each(|(measure, _)| set_measure(town, scenario, measure, Money::ZERO));
                    let left: Money = locked.iter().map(|cell| scenario.change(*cell)).sum();
                    (!left.is_zero()).then_some(Notice::Unplaced(-left))
                })
            }
            Action::Reset => {
                self.change(|scenario| *scenario = Scenario::default());
                None
            }
            Action::Load(fitted) => {
                self.settle();
                self.turn(Moment::of(&fitted));
                None
            }
            Action::ToggleLock(cell) => {
                self.settle();
                let locks = &mut Arc::make_mut(&mut self.now.beside).locks;
                match locks.binary_search(&cell) {
                    Ok(at) => drop(locks.remove(at)),
                    Err(at) => locks.insert(at, cell),
                }
                None
            }
            Action::Settle => {
                self.settle();
                None
            }
            Action::Undo => {
                self.settle();
                self.last = None;
                self.now = self.history.back(&self.now)?;
                None
            }
            Action::Redo => {
                self.settle();
                self.last = None;
                self.now = self.history.forward(&self.now)?;
                None
            }
        }
    }

    /// Takes hold of something, and gives the scenario from which the hand moves it.
    ///
    /// A drag starts over from where the hand took hold, so that its way leaves no cents behind.
    fn grasp(&mut self, touched: Touched) -> Scenario {
        if self.open.as_ref().is_none_or(|it| it.touched != touched) {
            self.settle();
        }
        self.last = Some(touched);
        let open = self.open.get_or_insert_with(|| Open { touched, start: self.now.clone() });
        (*open.start.scenario).clone()
    }

    /// Lets go: what was being moved is one step.
    fn settle(&mut self) {
        if let Some(open) = self.open.take() {
            self.now = std::mem::take(&mut self.now).settled();
            self.history.remember(&open.start, &self.now);
        }
    }

    /// Changes the scenario in a step of its own.
    fn change<T>(&mut self, change: impl FnOnce(&mut Scenario) -> T) -> T {
        self.settle();
        let mut scenario = self.scenario().clone();
        let result = change(&mut scenario);
        self.turn(Moment { scenario: Arc::new(scenario), ..self.now.clone() });
        result
    }

    /// Goes to another moment in a step of its own.
    fn turn(&mut self, next: Moment) {
        let next = next.settled();
        self.history.remember(&self.now, &next);
        self.now = next;
        self.last = None;
    }
}
