//! Moving money from one to another: both ends keep their bounds, and what one gives the other gets.

use super::place::place;
use super::set::{set_cell, set_measure, take};
use crate::model::{Cell, Choice, LeverAt, Money, Purpose, Scenario, Town};

/// More than any town has, euros per year; sums with it stay far from the end of the type.
const MOST: f64 = 1e12;

/// What gives or takes (Topf).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pot {
    /// A goal, by its free levers.
    Goal(Purpose),
    /// A lever within a goal, or a measure by itself.
    One(Choice),
}

/// Whose bound ends a shift (Ende).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// What gives has no more.
    Giver,
    /// What takes has no room for more.
    Taker,
    /// Both end at the same amount.
    Both,
}

/// What moving money from one to another does (Umschichtung).
#[derive(Clone, Debug, PartialEq)]
pub struct Shifted {
    /// The scenario afterwards.
    pub scenario: Scenario,
    /// What is moved, euros per year; no more than the wish.
    pub amount: Money,
    /// Whose bound did not allow the whole wish; none if all of it moves.
    pub stop: Option<Stop>,
}

impl Pot {
    /// The goal it belongs to.
    pub fn purpose(self, town: &Town) -> Option<Purpose> {
        match self {
            Self::Goal(purpose) | Self::One(Choice::Everyday(Cell { purpose, .. })) => Some(purpose),
            Self::One(Choice::Own(at)) => town.goal_of(at),
        }
    }

    /// The lever that it is a part of; none for a goal or a measure.
    fn lever(self) -> Option<LeverAt> {
        match self {
            Self::One(Choice::Everyday(cell)) => Some(cell.lever),
            _ => None,
        }
    }

    /// Cells that stay when it gives to the other or takes from it: a lever is one thing, so what it gets for one goal
    /// does not come from what it has for another.
    fn kept(self, other: Self, town: &Town, locks: &[Cell]) -> Vec<Cell> {
        let parts = other.lever().filter(|_| matches!(self, Self::Goal(_))).map(|lever| town.parts(lever));
        locks.iter().copied().chain(parts.unwrap_or_default()).collect()
    }

    /// Whether money can go from one to the other: what is built is no part of the balance of a year and cannot pay for
    /// what is, and nothing can pay for a part of itself.
    pub fn pays_for(self, other: Self, town: &Town) -> bool {
        let is_built = |pot: Self| matches!(pot, Self::One(choice) if town.is_built(choice));
        let is_goal = |pot: Self| matches!(pot, Self::Goal(_));
        let is_within = (is_goal(self) || is_goal(other)) && self.purpose(town) == other.purpose(town);
        let is_same = self == other || self.lever().is_some() && self.lever() == other.lever();
        !is_same && !is_within && is_built(self) == is_built(other)
    }

    /// Moves its change by so much, as far as bounds and locks allow; the answer is how far.
    fn go(self, town: &Town, scenario: &mut Scenario, locks: &[Cell], by: Money) -> Money {
        match self {
            Self::Goal(purpose) => {
                let placement = place(town, scenario, locks, purpose, town.change(scenario, purpose) + by);
                take(town, scenario, &placement);
                by - placement.unplaced
            }
            Self::One(Choice::Everyday(cell)) if locks.contains(&cell) => Money::ZERO,
            Self::One(Choice::Everyday(cell)) => {
                let before = scenario.change(cell);
                let after = town.cell_room(cell).clamp(before + by);
                set_cell(town, scenario, cell, after);
                after - before
            }
            Self::One(Choice::Own(at)) => {
                let before = scenario.given(at);
                let after = town.measure_room(at).clamp(before + by);
                set_measure(town, scenario, at, after);
                after - before
            }
        }
    }
}

/// Moves money from one to another, as far as both allow: the changes of both sum to nothing, to the cent.
pub fn shift(town: &Town, scenario: &Scenario, locks: &[Cell], from: Pot, to: Pot, wish: Money) -> Shifted {
    let most = if from.pays_for(to, town) { Money::from_euros(MOST) } else { Money::ZERO };
    let wish = wish.max(Money::ZERO);
    let asked = wish.min(most);
    let (kept_from, kept_to) = (from.kept(to, town, locks), to.kept(from, town, locks));
    let most = |pot: Pot, kept: &[Cell], by: Money| pot.go(town, &mut scenario.clone(), kept, by).abs();
    let (gives, takes) = (most(from, &kept_from, -asked), most(to, &kept_to, asked));
    let amount = gives.min(takes);
    let stop = match gives.cmp(&takes) {
        _ if amount == wish => None,
        std::cmp::Ordering::Less => Some(Stop::Giver),
        std::cmp::Ordering::Greater => Some(Stop::Taker),
        std::cmp::Ordering::Equal => Some(Stop::Both),
    };
    let mut scenario = scenario.clone();
    from.go(town, &mut scenario, &kept_from, -amount);
    to.go(town, &mut scenario, &kept_to, amount);
    Shifted { scenario, amount, stop }
}

/// Whatever can still give, or take, at least a euro: each goal and then what is in it, in the order of the page.
pub fn pots(town: &Town, scenario: &Scenario, locks: &[Cell], is_giving: bool) -> Vec<Pot> {
    let euro = Money::from_euros(if is_giving { -1.0 } else { 1.0 });
    let within = |purpose: Purpose| {
        let ones = town.choices(purpose).into_iter().map(Pot::One);
        std::iter::once(Pot::Goal(purpose)).chain(ones)
    };
    let moves = |pot: &Pot| pot.go(town, &mut scenario.clone(), locks, euro) == euro;
    town.purposes().into_iter().flat_map(within).filter(moves).collect()
}
