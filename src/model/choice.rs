//! What a person can choose within a goal.

use super::{Cell, LeverAt, MeasureAt, Money, Purpose, Room, Scenario, Town};

/// Something that can be done more or less for a goal (Wahl).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// A lever, seen from a goal that it serves: its everyday money buys its usual measure, if it has one. Seen from
    /// each of its goals it is the same thing with the same amount.
    Everyday(Cell),
    /// A measure that is moved by itself.
    Own(MeasureAt),
}

impl Scenario {
    /// Euros per year that a choice is moved by (Änderung).
    pub fn chosen(&self, choice: Choice) -> Money {
        match choice {
            Choice::Everyday(cell) => self.of_lever(cell.lever),
            Choice::Own(at) => self.given(at),
        }
    }
}

impl Town {
    /// What can be moved for a goal: first what has a measured effect, and everyday money before measures of their own.
    pub fn choices(&self, purpose: Purpose) -> Vec<Choice> {
        let everyday = [self.cells(purpose), self.investment_cells(purpose)].concat().into_iter().map(Choice::Everyday);
        let all = everyday.chain(self.further_measures(purpose).into_iter().map(Choice::Own));
        let movable = all.filter(|choice| match choice {
            Choice::Everyday(cell) => !self.cell_room(*cell).is_empty(),
            Choice::Own(at) => !self.measure_room(*at).is_empty(),
        });
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

    /// The parts of a lever, one for each goal that it serves, and for what serves all of them.
    pub fn parts(&self, lever: LeverAt) -> Vec<Cell> {
        let cells = self.purposes().into_iter().map(|purpose| Cell { lever, purpose });
        cells.filter(|cell| !self.cell_amount(*cell).is_zero()).collect()
    }

    /// What the plan spends on a choice, as far as it says so.
    pub fn choice_amount(&self, choice: Choice) -> Money {
        match choice {
            Choice::Everyday(cell) => self.parts(cell.lever).into_iter().map(|it| self.cell_amount(it)).sum(),
            Choice::Own(_) => Money::ZERO,
        }
    }

    /// What the town itself pays a year of what a choice is moved by.
    pub fn choice_net(&self, scenario: &Scenario, choice: Choice) -> Money {
        match choice {
            Choice::Everyday(cell) => {
                let moved = scenario.moves.iter().filter(|(other, _)| other.lever == cell.lever);
                moved.map(|(part, it)| self.net_change(*part, it.amount)).sum()
            }
            Choice::Own(at) => self.measure_net(at, scenario.given(at)),
        }
    }

    /// The goals that a choice serves beside others, if there are several (mehrere Ziele).
    pub fn goals_served(&self, choice: Choice) -> Vec<Purpose> {
        let Choice::Everyday(cell) = choice else { return Vec::new() };
        let goals = self.parts(cell.lever).into_iter().map(|it| it.purpose);
        goals.filter(|it| *it != Purpose::Overhead).collect()
    }

    /// How far a choice can be moved.
    pub fn choice_room(&self, choice: Choice) -> Room {
        match choice {
            Choice::Everyday(cell) => self.parts(cell.lever).into_iter().map(|it| self.cell_room(it)).sum(),
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

    /// Everything that is moved, the largest amount first; a lever once, from the first goal it is moved for.
    pub fn moved_things(&self, scenario: &Scenario) -> Vec<Choice> {
        let mut cells: Vec<Cell> = scenario.moves.keys().copied().collect();
        cells.dedup_by_key(|cell| cell.lever);
        let own = scenario.measures.keys().copied().map(Choice::Own);
        let mut all: Vec<Choice> = cells.into_iter().map(Choice::Everyday).chain(own).collect();
        all.sort_by_key(|choice| (std::cmp::Reverse(scenario.chosen(*choice).abs()), *choice));
        all
    }

    /// How many things differ from the plan: levers, measures and taxes, each once. Whoever counts changes counts these.
    pub fn changed_count(&self, scenario: &Scenario) -> usize {
        self.moved_things(scenario).len() + scenario.taxes.len()
    }

    /// What there is more of, or less, than planned. What only goes from one goal to another is neither.
    pub fn moved_choices(&self, scenario: &Scenario, is_more: bool) -> Vec<Choice> {
        let is_meant = |choice: &Choice| match scenario.chosen(*choice) {
            change if is_more => change > Money::ZERO,
            change => change < Money::ZERO,
        };
        self.moved_things(scenario).into_iter().filter(is_meant).collect()
    }
}
