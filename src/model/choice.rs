//! What a person can choose within a goal.

use super::{Cell, MeasureAt, Money, Purpose, Room, Scenario, Town};

/// Something that can be done more or less for a goal (Wahl).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// The part of a lever that serves the goal; its everyday money buys the lever's usual measure, if it has one.
    Everyday(Cell),
    /// A measure that is moved by itself.
    Own(MeasureAt),
}

impl Scenario {
    /// Euros per year that a choice is moved by (Änderung).
    pub fn chosen(&self, choice: Choice) -> Money {
        match choice {
            Choice::Everyday(cell) => self.change(cell),
            Choice::Own(at) => self.given(at),
        }
    }
}

impl Town {
    /// What can be moved for a goal: first what has a measured effect, and everyday money before measures of their own.
    pub fn choices(&self, purpose: Purpose) -> Vec<Choice> {
        let everyday = [self.cells(purpose), self.investment_cells(purpose)].concat().into_iter().map(Choice::Everyday);
        let all = everyday.chain(self.further_measures(purpose).into_iter().map(Choice::Own));
        let movable = all.filter(|choice| !self.choice_room(*choice).is_empty());
        let (measured, others): (Vec<_>, Vec<_>) = movable.partition(|choice| self.is_effect_known(*choice));
        [measured, others].concat()
    }

    /// Whether an effect of what a choice buys is known.
    pub fn is_effect_known(&self, choice: Choice) -> bool {
        self.bought_by(choice).is_some_and(|at| self.chain.is_measured(at))
    }

    /// The measure whose units a choice buys; none where nothing is counted.
    pub fn bought_by(&self, choice: Choice) -> Option<MeasureAt> {
        match choice {
            Choice::Everyday(cell) => self.measure_of(cell),
            Choice::Own(at) => Some(at),
        }
    }

    /// How far a choice can be moved.
    pub fn choice_room(&self, choice: Choice) -> Room {
        match choice {
            Choice::Everyday(cell) => self.cell_room(cell),
            Choice::Own(at) => self.measure_room(at),
        }
    }

    /// Whether what a choice pays for is built, and so no part of the balance of a year.
    pub fn is_built(&self, choice: Choice) -> bool {
        match choice {
            Choice::Everyday(cell) => self.invests(cell.lever),
            Choice::Own(at) => self.builds(at),
        }
    }

    /// What is moved, the largest amount first, apart by whether it is more or less than planned.
    pub fn moved_choices(&self, scenario: &Scenario, is_more: bool) -> Vec<Choice> {
        let everyday = scenario.moves.keys().copied().map(Choice::Everyday);
        let own = scenario.measures.keys().copied().map(Choice::Own);
        let is_meant = |choice: &Choice| (scenario.chosen(*choice) > Money::ZERO) == is_more;
        let mut all: Vec<Choice> = everyday.chain(own).filter(is_meant).collect();
        all.sort_by_key(|choice| (std::cmp::Reverse(scenario.chosen(*choice).abs()), *choice));
        all
    }
}
