//! Moving a whole goal, and spreading what is left, without breaking a bound or touching a lock.

use crate::model::{Cell, Money, Purpose, Scenario, Town};

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

/// Splits whole cents over capacities in proportion to them; never more than a capacity. Exact: parts plus the part
/// that did not fit are the total.
fn apportion(total: i64, capacities: &[i64]) -> Vec<i64> {
    let whole: i128 = capacities.iter().map(|it| i128::from(*it)).sum();
    let total = i128::from(total).min(whole);
    if whole == 0 {
        return vec![0; capacities.len()];
    }
    let mut parts: Vec<i64> = capacities
        .iter()
        .map(|capacity| i64::try_from(total * i128::from(*capacity) / whole).unwrap_or(*capacity))
        .collect();
    let mut left = total - parts.iter().map(|it| i128::from(*it)).sum::<i128>();
    // Rounding down leaves fewer cents than there are parts.
    for (part, capacity) in parts.iter_mut().zip(capacities) {
        if left > 0 && *part < *capacity {
            *part += 1;
            left -= 1;
        }
    }
    parts
}

/// Moves cents in the direction of `wish` and returns what is left of the wish.
fn fill(cells: &mut [(Cell, Money, Money)], wish: Money, capacity: impl Fn(&(Cell, Money, Money)) -> Money) -> Money {
    let capacities: Vec<i64> = cells.iter().map(|it| capacity(it).cents().max(0)).collect();
    let parts = apportion(wish.abs().cents(), &capacities);
    let sign = wish.cents().signum();
    let mut left = wish;
    for ((_, _, after), part) in cells.iter_mut().zip(parts) {
        *after += Money::from_cents(sign * part);
        left -= Money::from_cents(sign * part);
    }
    left
}

/// Sets the change of a whole purpose to `target` by moving its free levers in proportion to what is movable.
///
/// Levers that stand on the other side of the plan are brought back first, so that the way there does not matter and a
/// return to the plan is a return of every lever.
pub fn place(town: &Town, scenario: &Scenario, locks: &[Cell], purpose: Purpose, target: Money) -> Placement {
    let wish = target - town.change(scenario, purpose);
    let mut cells: Vec<(Cell, Money, Money)> = town
        .cells(purpose)
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
pub fn spread(town: &Town, scenario: &Scenario, cells: &[Cell], wish: Money) -> Placement {
    let now = |cell: &Cell| (*cell, scenario.change(*cell), scenario.change(*cell));
    let mut cells: Vec<(Cell, Money, Money)> = cells.iter().map(now).collect();
    let unplaced = fill(&mut cells, wish, |(cell, _, now)| free(town, *cell, *now, wish));
    Placement { transfers: transfers(cells), unplaced }
}

/// Spreads what is left or missing over levers that nobody touched, locked or reimburses (Rest verteilen).
///
/// Reimbursed money is left out because a euro moved there is not a euro of the town.
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
    use super::apportion;

    #[test]
    fn apportions_to_the_cent_within_capacities() {
        assert_eq!(apportion(10, &[1, 1, 1]), [1, 1, 1]);
        assert_eq!(apportion(10, &[100, 100, 100]), [4, 3, 3]);
        assert_eq!(apportion(7, &[0, 0]), [0, 0]);
        assert_eq!(apportion(5, &[0, 9]), [0, 5]);
    }
}
