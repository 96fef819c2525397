//! Many changes told in few words: what one hand did to a whole goal, a whole lever or the rest is one part, as long as
//! spreading it again gives every cell its amount, to the cent.
//!
//! A slider of a goal moves a dozen cells, the spreading of a rest a hundred; each by itself they would fit into no link.

use litemap::LiteMap;

use super::place::spread;
use super::taken::Span;
use crate::model::{Cell, LeverAt, MeasureAt, Money, Move, Purpose, Scenario, Town};

/// What is moved at once (Bündel).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// What nobody reimburses of all goals, as far as nothing else names it.
    Rest,
    /// The levers of a goal, as far as they are not named themselves.
    Goal(Purpose),
    /// A lever for all its goals, as far as they are not named themselves.
    Lever(LeverAt),
    /// A lever for one goal; without money it stays where it is.
    Cell(Cell),
    /// A measure.
    Measure(MeasureAt),
}

/// Parts of a scenario, each with its years and its money.
pub(super) type Parts = Vec<(Span, Part, Money)>;

/// What parts come to.
#[derive(Default)]
pub(super) struct Unfolded {
    /// Changes by cell.
    pub cells: LiteMap<Cell, Move>,
    /// Money for measures.
    pub measures: LiteMap<MeasureAt, Move>,
    /// Parts for which the town has nothing to move.
    pub empty: usize,
}

/// The ways to tell a scenario, from cell by cell to as few parts as there may be.
pub(super) fn gathered(town: &Town, scenario: &Scenario) -> Vec<Parts> {
    let ways =
        [(false, false, false), (true, false, false), (true, true, false), (true, false, true), (true, true, true)];
    let tell = |(levers, goals, rest)| Gather::new(town, scenario).told(levers, goals, rest);
    ways.into_iter().map(tell).filter(|parts| is_told(town, scenario, parts)).collect()
}

/// Whether parts come to exactly this scenario.
fn is_told(town: &Town, scenario: &Scenario, parts: &Parts) -> bool {
    let it = unfold(town, parts);
    it.cells == scenario.moves && it.measures == scenario.measures
}

/// What parts move. Money for which a town has no room is put on one cell, so that whoever fits it says so.
pub(super) fn unfold(town: &Town, parts: &Parts) -> Unfolded {
    let mut found = Unfolded::default();
    let mut named: LiteMap<Cell, ()> = LiteMap::new();
    // What is told more closely goes first: what it names is no part of what is told more widely.
    let mut parts = parts.clone();
    parts.sort_unstable_by_key(|(_, part, _)| std::cmp::Reverse(*part));
    for ((from, to), part, money) in parts {
        let put = |amount: Money| Move { amount, from, to };
        if let Part::Measure(at) = part {
            found.measures.insert(at, put(money));
            continue;
        }
        let mut cells = cells_of(town, part);
        cells.retain(|cell| !named.contains_key(cell));
        let mut placed: LiteMap<Cell, Money> = match part {
            Part::Cell(cell) => [(cell, money)].into_iter().collect(),
            _ => {
                let placement = spread(town, |_| Money::ZERO, &cells, money);
                let mut placed: LiteMap<Cell, Money> =
                    placement.transfers.iter().map(|it| (it.cell, it.after)).collect();
                if let Some(first) = cells.first().filter(|_| !placement.unplaced.is_zero()) {
                    let before = placed.get(first).copied().unwrap_or_default();
                    placed.insert(*first, before + placement.unplaced);
                }
                placed
            }
        };
        found.empty += usize::from(cells.is_empty());
        named.extend(cells.into_iter().map(|cell| (cell, ())));
        placed.retain(|_, amount| !amount.is_zero());
        found.cells.extend(placed.iter().map(|(cell, amount)| (*cell, put(*amount))));
    }
    found
}

/// The cells over which a part is spread, in their order.
fn cells_of(town: &Town, part: Part) -> Vec<Cell> {
    match part {
        Part::Rest => {
            let is_own = |cell: &Cell| town.levers.get(cell.lever).is_some_and(|lever| !lever.is_reimbursed());
            town.purposes().into_iter().flat_map(|it| town.cells(it)).filter(is_own).collect()
        }
        Part::Goal(purpose) => town.cells(purpose),
        Part::Lever(lever) => town.parts(lever),
        Part::Cell(cell) => vec![cell],
        Part::Measure(_) => Vec::new(),
    }
}

/// A scenario on its way into parts.
struct Gather<'a> {
    town: &'a Town,
    scenario: &'a Scenario,
    /// Cells that are told by themselves, because they stay on the plan.
    named: LiteMap<Cell, ()>,
    /// Cells that a part holds already.
    held: LiteMap<Cell, ()>,
    /// Cells that a goal did not hold and that the rest cannot hold after it.
    closed: LiteMap<Cell, ()>,
    parts: Parts,
}

/// Cells that stand equally far on their way, and the years for which they do.
struct Level {
    span: Span,
    cells: Vec<Cell>,
}

/// A cell with its room in one direction and where it stands in it, cents.
struct Stand {
    cell: Cell,
    end: i128,
    now: i128,
    span: Option<Span>,
}

/// Cents of a euro: amounts are spread in whole ones.
const EURO: i128 = 100;

/// So often what does not follow is taken out before a part is given up.
const ROUNDS: usize = 8;

impl<'a> Gather<'a> {
    fn new(town: &'a Town, scenario: &'a Scenario) -> Self {
        let [named, held, closed] = [const { LiteMap::new() }; 3];
        Self { town, scenario, named, held, closed, parts: Vec::new() }
    }

    fn told(mut self, levers: bool, goals: bool, rest: bool) -> Parts {
        let town = self.town;
        let purposes = town.purposes().into_iter().filter(|_| goals);
        if rest {
            let level = self.level(&self.free(Part::Rest)).map(|level| level.cells).unwrap_or_default();
            for purpose in purposes {
                let apart = |cell: &&Cell| self.is_moved(cell) && !level.contains(cell);
                if town.cells(purpose).iter().filter(apart).count() > 1 {
                    self.hold(Part::Goal(purpose));
                }
            }
            self.hold(Part::Rest);
        } else {
            purposes.for_each(|purpose| self.hold(Part::Goal(purpose)));
        }
        for lever in town.levers.places().filter(|_| levers) {
            // A lever goes before what is told more widely, and would take from it.
            let is_open = |cell: &Cell| !self.held.contains_key(cell) || self.named.contains_key(cell);
            if town.parts(lever).iter().all(is_open) {
                self.hold(Part::Lever(lever));
            }
        }
        for (cell, it) in self.scenario.moves.iter().filter(|(cell, _)| !self.held.contains_key(cell)) {
            self.parts.push(((it.from, it.to), Part::Cell(*cell), it.amount));
        }
        for (at, it) in self.scenario.measures.iter() {
            self.parts.push(((it.from, it.to), Part::Measure(*at), it.amount));
        }
        self.parts
    }

    fn is_moved(&self, cell: &Cell) -> bool {
        self.scenario.moves.contains_key(cell)
    }

    /// The cells of a part that no other holds.
    fn free(&self, part: Part) -> Vec<Cell> {
        let mut cells = cells_of(self.town, part);
        cells.retain(|cell| !self.held.contains_key(cell) && (part != Part::Rest || !self.closed.contains_key(cell)));
        cells
    }

    /// Makes one part of what was spread over these cells, if something was; what does not follow it is told apart.
    fn hold(&mut self, part: Part) {
        let free = self.free(part);
        let Some(Level { span, mut cells }) = self.level(&free) else { return };
        for _ in 0..ROUNDS {
            let total = cells.iter().map(|cell| self.scenario.change(*cell)).sum();
            let placement = spread(self.town, |_| Money::ZERO, &cells, total);
            let placed: LiteMap<Cell, Money> = placement.transfers.iter().map(|it| (it.cell, it.after)).collect();
            let before = cells.len();
            cells.retain(|cell| placed.get(cell).copied().unwrap_or_default() == self.scenario.change(*cell));
            if cells.len() < before {
                continue;
            }
            let moved = cells.iter().filter(|cell| self.is_moved(cell)).count();
            // A lever with one goal is told as the lever: if it serves another one day, it is still what was meant.
            if moved > 1 || moved == 1 && matches!(part, Part::Lever(_)) && free.len() == 1 {
                for cell in free.into_iter().filter(|cell| !cells.contains(cell)) {
                    if self.is_moved(&cell) {
                        self.closed.insert(cell, ());
                    } else {
                        // Nothing else says that it stays on the plan.
                        self.parts.push((span, Part::Cell(cell), Money::ZERO));
                        self.named.insert(cell, ());
                        self.held.insert(cell, ());
                    }
                }
                self.held.extend(cells.into_iter().map(|cell| (cell, ())));
                self.parts.push((span, part, total));
            }
            return;
        }
    }

    /// Most of these cells that stand equally far on their way, in the same direction and for the same years; those that
    /// would not have got a euro of it among them.
    fn level(&self, free: &[Cell]) -> Option<Level> {
        let cents = |money: Money| i128::from(money.cents());
        let mut most: Option<(usize, Level)> = None;
        for direction in [Money::from_cents(-1), Money::from_cents(1)] {
            let stand = |cell: &Cell| {
                let moved = self.scenario.moves.get(cell);
                let end = cents(self.town.cell_room(*cell).towards(direction));
                let now = moved.map_or(0, |it| cents(it.amount));
                Stand { cell: *cell, end, now, span: moved.map(|it| (it.from, it.to)) }
            };
            let stands: Vec<Stand> = free.iter().map(stand).collect();
            for one in stands.iter().filter(|it| it.now != 0 && it.now.signum() == it.end.signum()) {
                // Equally far, but for a euro of each that rounding to whole euros may leave.
                let is_level = |it: &&Stand| {
                    let apart = (one.now * it.end - it.now * one.end).abs();
                    (it.span.is_none() || it.span == one.span) && apart <= EURO * (one.end.abs() + it.end.abs())
                };
                let count = stands.iter().filter(is_level).filter(|it| it.now != 0).count();
                if most.as_ref().is_none_or(|(more, _)| count > *more) {
                    let cells = stands.iter().filter(is_level).map(|it| it.cell).collect();
                    most = one.span.map(|span| (count, Level { span, cells }));
                }
            }
        }
        most.map(|(_, level)| level)
    }
}
