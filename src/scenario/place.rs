//! Moving a whole goal, and spreading what is left, without breaking a bound or touching a lock.

use crate::model::{Cell, LeverAt, Money, Purpose, Scenario, Town};

/// New change of a cell (Umschichtung).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// What moves.
    pub cell: Cell,
    /// Its change per year before.
    pub before: Money,
    /// Its change per year afterwards.
    pub after: Money,
}

/// A set of transfers and what could not be placed (Verteilung).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// Cells that get another change; cells that stay are left out.
    pub transfers: Vec<Transfer>,
    /// The part of the wish that bounds and locks did not allow, signed.
    pub unplaced: Money,
}

/// Cents of the unit in which money is moved: the amounts that a person reads are whole euros.
const EURO: i64 = 100;

/// A cell on its way, in cents counted in the direction of the wish.
#[derive(Clone, Copy)]
struct Way {
    /// Where it stands.
    now: i64,
    /// How far it may go on.
    most: i64,
}

impl Way {
    /// The part of `wish` after which it stands on a whole euro.
    fn whole(self, wish: i64) -> i64 {
        let end = self.now.saturating_add(wish.min(self.most));
        (end.div_euclid(EURO) * EURO).saturating_sub(self.now).max(0)
    }

    fn go(&mut self, part: i64) {
        self.now = self.now.saturating_add(part);
        self.most -= part;
    }
}

/// Splits cents over ways in proportion to how far each may go. Exact: the parts are the total, or all there is.
///
/// A way that goes on ends on a whole euro or at its end. What is then left of the total, where that is no whole euro
/// either, goes to one of them: the first that it makes whole, else the first with room for it.
fn apportion(total: i64, ways: &[Way]) -> Vec<i64> {
    let most = || ways.iter().map(|it| it.most);
    let all: i128 = most().map(i128::from).sum();
    if i128::from(total) >= all {
        return most().collect();
    }
    let share = |way: &Way| i64::try_from(i128::from(total) * i128::from(way.most) / all).unwrap_or(way.most);
    // Its share; a euro of what rounding left; what the others had no room for.
    let rounds: [&dyn Fn(&Way) -> i64; 3] = [&share, &|_| EURO, &|way| way.most];
    let (mut ends, mut left) = (ways.to_vec(), total);
    for wish in rounds {
        for way in &mut ends {
            let part = way.whole(wish(way).min(left));
            way.go(part);
            left -= part;
        }
    }
    let has_room = |way: &Way| way.most >= left;
    let is_whole = |way: &Way| has_room(way) && way.now.saturating_add(left).rem_euclid(EURO) == 0;
    let first = ends.iter().position(is_whole).or_else(|| ends.iter().position(has_room)).unwrap_or(0);
    // No single one has room: then from there on, as far as each goes.
    for way in ends.iter_mut().skip(first) {
        let part = left.min(way.most);
        way.go(part);
        left -= part;
    }
    ways.iter().zip(&ends).map(|(before, after)| before.most - after.most).collect()
}

/// Moves cents in the direction of `wish` and returns what is left of the wish.
fn fill(cells: &mut [(Cell, Money, Money)], wish: Money, capacity: impl Fn(&(Cell, Money, Money)) -> Money) -> Money {
    let sign = wish.cents().signum();
    let way =
        |it: &(Cell, Money, Money)| Way { now: it.2.cents().saturating_mul(sign), most: capacity(it).cents().max(0) };
    let ways: Vec<Way> = cells.iter().map(way).collect();
    let mut left = wish;
    for ((_, _, after), part) in cells.iter_mut().zip(apportion(wish.abs().cents(), &ways)) {
        *after += Money::from_cents(sign * part);
        left -= Money::from_cents(sign * part);
    }
    left
}

/// Sets the change of a whole purpose to `target` by moving its free levers in proportion to what is movable. The measures
/// that serve it count and stay.
///
/// Levers that stand on the other side of the plan are brought back first, so that the way there does not matter and a
/// return to the plan is a return of every lever.
pub fn place(town: &Town, scenario: &Scenario, locks: &[Cell], purpose: Purpose, target: Money) -> Placement {
    let wish = target - town.change(scenario, purpose);
    go(town, scenario, locks, town.cells(purpose), wish)
}

/// Sets the change of a whole lever to `target`, for all goals that it serves, like [`place`] sets that of a goal. Back on
/// the plan is every part of it.
pub fn place_lever(town: &Town, scenario: &Scenario, locks: &[Cell], lever: LeverAt, target: Money) -> Placement {
    let parts = town.parts(lever);
    if !target.is_zero() {
        return go(town, scenario, locks, parts, target - scenario.of_lever(lever));
    }
    let (locked, free): (Vec<Cell>, Vec<Cell>) = parts.into_iter().partition(|cell| locks.contains(cell));
    let back = free.into_iter().map(|cell| (cell, scenario.change(cell), Money::ZERO)).collect();
    let left: Money = locked.into_iter().map(|cell| scenario.change(cell)).sum();
    Placement { transfers: transfers(back), unplaced: -left }
}

/// Moves the free ones of these cells by `wish`.
fn go(town: &Town, scenario: &Scenario, locks: &[Cell], cells: Vec<Cell>, wish: Money) -> Placement {
    let mut cells: Vec<(Cell, Money, Money)> = cells
        .into_iter()
        .filter(|cell| !locks.contains(cell))
        .map(|cell| (cell, scenario.change(cell), scenario.change(cell)))
        .collect();
    let opposite = |now: Money| now.cents().signum() == -wish.cents().signum();
    let left = fill(&mut cells, wish, |(_, _, now)| if opposite(*now) { now.abs() } else { Money::ZERO });
    let unplaced = fill(&mut cells, left, |(cell, _, now)| free(town, *cell, *now, left));
    Placement { transfers: transfers(cells), unplaced }
}

/// How far a cell can still move from `now` in the direction of `wish`.
fn free(town: &Town, cell: Cell, now: Money, wish: Money) -> Money {
    let end = town.cell_room(cell).towards(wish);
    if wish < Money::ZERO { now - end } else { end - now }
}

/// Moves these cells by `wish` in proportion to what is movable, whatever side of the plan they stand on.
pub fn spread(town: &Town, change: impl Fn(&Cell) -> Money, cells: &[Cell], wish: Money) -> Placement {
    let now = |cell: &Cell| (*cell, change(cell), change(cell));
    let mut cells: Vec<(Cell, Money, Money)> = cells.iter().map(now).collect();
    let unplaced = fill(&mut cells, wish, |(cell, _, now)| free(town, *cell, *now, wish));
    Placement { transfers: transfers(cells), unplaced }
}

/// Spreads what is left or missing over levers that nobody touched, locked or reimburses (Rest verteilen).
///
/// Reimbursed money is left out because a euro moved there is not a euro of the town; measures, because somebody chose them.
pub fn distribute(town: &Town, scenario: &Scenario, locks: &[Cell]) -> Placement {
    let wish = town.balance(scenario);
    let mut cells: Vec<(Cell, Money, Money)> = town
        .purposes()
        .into_iter()
        .flat_map(|purpose| town.cells(purpose))
        .filter(|cell| !locks.contains(cell) && scenario.change(*cell).is_zero())
        .filter(|cell| town.levers.get(cell.lever).is_some_and(|lever| !lever.is_reimbursed()))
        .map(|cell| (cell, Money::ZERO, Money::ZERO))
        .collect();
    let unplaced = fill(&mut cells, wish, |(cell, _, _)| town.cell_room(*cell).towards(wish).abs());
    Placement { transfers: transfers(cells), unplaced }
}

fn transfers(cells: Vec<(Cell, Money, Money)>) -> Vec<Transfer> {
    let moved = cells.into_iter().filter(|(_, before, after)| before != after);
    moved.map(|(cell, before, after)| Transfer { cell, before, after }).collect()
}

#[cfg(test)]
mod tests {
    use super::{Way, apportion};

    fn from_plan(capacities: &[i64]) -> Vec<Way> {
        capacities.iter().map(|most| Way { now: 0, most: *most }).collect()
    }

    #[test]
    fn whole_euros_and_the_rest_in_one_place() {
        for (total, capacities, parts) in [
            (1_000, vec![10_000, 10_000, 10_000], vec![400, 300, 300]),
            (1_007, vec![10_000, 10_000, 10_000], vec![407, 300, 300]),
            (1_007, vec![3, 10_000, 10_000], vec![0, 507, 500]),
            (10, vec![1, 1, 1], vec![1, 1, 1]),
            (10, vec![4, 4, 4], vec![4, 4, 2]),
            (7, vec![0, 0], vec![0, 0]),
            (5, vec![0, 9], vec![0, 5]),
            (33_333, vec![33_333, 1_000_000], vec![1_133, 32_200]),
        ] {
            assert_eq!(apportion(total, &from_plan(&capacities)), parts, "{total} of {capacities:?}");
        }
    }

    #[test]
    fn odd_cents_are_made_whole_on_the_way() {
        let ways = [Way { now: 0, most: 100_000 }, Way { now: -5_033, most: 100_000 }];
        assert_eq!(apportion(10_033, &ways), [5_100, 4_933]);
    }
}
