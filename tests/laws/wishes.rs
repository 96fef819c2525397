//! What a person can wish for, and the scenario that comes of it.

use proptest::prelude::*;
use zukunftshaushalt::model::{
    Cell, Choice, MeasureAt, Money, Move, Purpose, Room, Scenario, ShockAt, TaxAt, Town, Year,
};
use zukunftshaushalt::scenario::{Action, CellKey, Changed, Draft, Portable, Pot, Reasons, Session, fit};

use crate::towns::all_cells;

/// A place on the way between the bounds of a cell or goal: −1 is the low end, 1 the high end, more lies beyond.
pub fn place() -> impl Strategy<Value = f64> {
    prop_oneof![8 => -1.0..1.0, 2 => -1.5..1.5, 1 => Just(0.0), 1 => Just(1.0), 1 => Just(-1.0), 1 => Just(1e18), 1 => Just(-1e18)]
}

/// A multiplier as a person or a file may ask for one.
fn multiplier() -> impl Strategy<Value = f64> {
    prop_oneof![8 => 300.0..750.0, 1 => Just(460.0), 1 => Just(f64::NAN), 1 => Just(-1e300)]
}

/// One thing a person does; indices count round.
#[derive(Clone, Debug)]
pub enum Wish {
    Goal(usize, f64),
    Cell(usize, f64),
    Lever(usize, f64),
    Measure(usize, f64),
    Tax(usize, f64),
    Years(usize, u16, u16),
    Reason(usize, String),
    Shock(usize),
    Distribute,
    Shift(usize, usize, f64),
    Back(usize),
    Reset,
    Load(Moves),
    Lock(usize),
    Settle,
    Undo,
    Redo,
}

/// Moves that nobody checked, as another program might hand them over: cell or measure, place, first and last year.
pub type Moves = Vec<(usize, f64, u16, u16)>;

/// Money at a place between the two ends of a room.
pub fn at(room: Room, place: f64) -> Money {
    if place < 0.0 { room.low * -place } else { room.high * place }
}

/// A cell of the town by any number, investment included.
pub fn cell(town: &Town, index: usize) -> Cell {
    let cells = all_cells(town);
    cells[index % cells.len()]
}

/// A lever within a goal, or a measure of its own, by any number.
pub fn choice(town: &Town, index: usize) -> Choice {
    if index.is_multiple_of(3) { Choice::Own(measure(town, index / 3)) } else { Choice::Everyday(cell(town, index)) }
}

/// What gives or takes, by any number.
pub fn pot(town: &Town, index: usize) -> Pot {
    if index.is_multiple_of(4) { Pot::Goal(purpose(town, index / 4)) } else { Pot::One(choice(town, index / 4)) }
}

/// Some money to move from one to another.
pub fn much(place: f64) -> Money {
    let most = Money::from_euros(3e6);
    at(Room { low: -most, high: most }, place)
}

/// A measure by any number, usual ones and one that the town does not know among them.
pub fn measure(town: &Town, index: usize) -> MeasureAt {
    MeasureAt(index % (town.chain.measures.len() + 1))
}

/// The room of a measure and the same below zero, which no measure has; a million where there is none.
pub fn wide(town: &Town, measure: MeasureAt) -> Room {
    let high = town.measure_room(measure).high;
    let high = if high.is_zero() { Money::from_euros(1e6) } else { high };
    Room { low: -high, high }
}

/// A purpose of the town by any number.
pub fn purpose(town: &Town, index: usize) -> Purpose {
    let all = town.purposes();
    all[index % all.len()]
}

impl Wish {
    /// The action that the wish is in a town.
    pub fn action(&self, town: &Town) -> Action {
        match self {
            Self::Goal(index, place) => {
                let purpose = purpose(town, *index);
                Action::MovePurpose(purpose, at(town.room(purpose), *place))
            }
            Self::Cell(index, place) => {
                let cell = cell(town, *index);
                Action::MoveCell(cell, at(town.cell_room(cell), *place))
            }
            Self::Lever(index, place) => {
                let cell = cell(town, *index);
                Action::MoveLever(cell, at(town.choice_room(Choice::Everyday(cell)), *place))
            }
            Self::Measure(index, place) => {
                let measure = measure(town, *index);
                Action::MoveMeasure(measure, at(wide(town, measure), *place))
            }
            Self::Tax(index, multiplier) => Action::SetTax(TaxAt(*index), *multiplier),
            Self::Years(index, from, to) => Action::SetYears(choice(town, *index), Year(*from), Year(*to)),
            Self::Reason(index, why) => Action::SetReason(Changed::Choice(choice(town, *index)), why.clone()),
            Self::Shock(index) => Action::ToggleShock(ShockAt(*index)),
            Self::Distribute => Action::Distribute,
            Self::Shift(from, to, place) => Action::Shift(pot(town, *from), pot(town, *to), much(*place)),
            Self::Reset => Action::Reset,
            Self::Back(index) => Action::ResetPurpose(purpose(town, *index)),
            Self::Load(moves) => Action::Load(fit(town, &draft(town, moves)).expect("no cell stands twice").fitted),
            Self::Lock(index) => Action::ToggleLock(cell(town, *index)),
            Self::Settle => Action::Settle,
            Self::Undo => Action::Undo,
            Self::Redo => Action::Redo,
        }
    }
}

/// A scenario that nobody checked: beyond the bounds, in any years, with a measure, a tax and a shock that do not exist.
pub fn unbounded(town: &Town, moves: &Moves) -> Scenario {
    let span = |amount: Money, from: u16, to: u16| Move { amount, from: Year(from), to: Year(to) };
    let (given, moved): (Vec<_>, Vec<_>) = moves.iter().copied().partition(|(index, ..)| index % 3 == 0);
    let cells = moved.into_iter().map(|(index, place, from, to)| {
        let cell = cell(town, index);
        (cell, span(at(town.cell_room(cell), place), from, to))
    });
    let measures = given.into_iter().map(|(index, place, from, to)| {
        let measure = measure(town, index / 3);
        (measure, span(at(wide(town, measure), place), from, to))
    });
    let taxes = [(TaxAt(0), 1e9), (TaxAt(99), 1.0)].into_iter().collect();
    Scenario {
        moves: cells.collect(),
        measures: measures.collect(),
        taxes,
        shocks: [99, 1, 0, 0].map(ShockAt).to_vec(),
    }
}

/// The same as a draft, with locks on what it moves and on what the town does not know.
///
/// Without usual measures: they would move cells that are named as well, for other years.
pub fn draft(town: &Town, moves: &Moves) -> Draft {
    let mut scenario = unbounded(town, moves);
    let is_usual = |at: &MeasureAt| town.chain.measures.get(*at).is_some_and(|it| it.is_usual);
    scenario.measures = scenario.measures.iter().filter(|it| !is_usual(it.0)).map(|it| (*it.0, *it.1)).collect();
    let locks = scenario.moves.keys().step_by(2).filter_map(|cell| CellKey::of(town, *cell));
    let unknown = CellKey { lever: "space".to_owned(), purpose: "joy".to_owned() };
    let locks = locks.chain([unknown]).collect();
    Draft::new(town, Portable::of(town, &scenario, &Reasons::default()), locks, "Anything", "", "2026-11-22")
}

/// A year as a person or a file may ask for one.
pub fn year() -> impl Strategy<Value = u16> {
    prop_oneof![2 => 2024_u16..2065, 1 => Just(2026), 1 => Just(u16::MAX)]
}

/// Moves that nobody checked.
pub fn unchecked() -> impl Strategy<Value = Moves> {
    prop::collection::vec((any::<usize>(), place(), year(), year()), 0..5)
}

/// Moves of cells, measures and taxes: what a scenario can consist of.
pub fn moves() -> impl Strategy<Value = Vec<Wish>> {
    let one = prop_oneof![
        6 => (any::<usize>(), place()).prop_map(|(index, place)| Wish::Cell(index, place)),
        3 => (any::<usize>(), place()).prop_map(|(index, place)| Wish::Measure(index, place)),
        1 => (0_usize..4, multiplier()).prop_map(|(index, multiplier)| Wish::Tax(index, multiplier)),
    ];
    prop::collection::vec(one, 0..12)
}

/// Everything a person can do.
pub fn wish() -> impl Strategy<Value = Wish> {
    prop_oneof![
        6 => (any::<usize>(), place()).prop_map(|(index, place)| Wish::Goal(index, place)),
        6 => (any::<usize>(), place()).prop_map(|(index, place)| Wish::Cell(index, place)),
        4 => (any::<usize>(), place()).prop_map(|(index, place)| Wish::Lever(index, place)),
        4 => (any::<usize>(), place()).prop_map(|(index, place)| Wish::Measure(index, place)),
        2 => (0_usize..4, multiplier()).prop_map(|(index, multiplier)| Wish::Tax(index, multiplier)),
        2 => (any::<usize>(), year(), year()).prop_map(|(index, from, to)| Wish::Years(index, from, to)),
        2 => (any::<usize>(), ".{0,8}").prop_map(|(index, why)| Wish::Reason(index, why)),
        1 => (0_usize..6).prop_map(Wish::Shock),
        2 => Just(Wish::Distribute),
        4 => (any::<usize>(), any::<usize>(), place()).prop_map(|(from, to, place)| Wish::Shift(from, to, place)),
        1 => any::<usize>().prop_map(Wish::Back),
        1 => Just(Wish::Reset),
        1 => unchecked().prop_map(Wish::Load),
        4 => any::<usize>().prop_map(Wish::Lock),
        2 => Just(Wish::Settle),
        2 => Just(Wish::Undo),
        2 => Just(Wish::Redo),
    ]
}

/// A sequence of everything a person can do.
pub fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    prop::collection::vec(wish(), 0..20)
}

/// The session after these wishes.
pub fn session(town: &Town, wishes: &[Wish]) -> Session {
    let mut session = Session::default();
    for wish in wishes {
        session.apply(town, wish.action(town));
    }
    session
}

/// The scenario after these wishes.
pub fn scenario(town: &Town, wishes: &[Wish]) -> Scenario {
    session(town, wishes).scenario().clone()
}

/// A scenario that moves one measure.
pub fn given(town: &Town, measure: MeasureAt, amount: Money) -> Scenario {
    let mut session = Session::default();
    session.apply(town, Action::MoveMeasure(measure, amount));
    session.scenario().clone()
}

/// A scenario that moves one cell.
pub fn alone(town: &Town, cell: Cell, amount: Money) -> Scenario {
    let mut session = Session::default();
    session.apply(town, Action::MoveCell(cell, amount));
    session.scenario().clone()
}
