//! What moved money is spent on: units of a measure, or what a lever does without a unit.

use super::{Cell, LeverAt, MeasureAt, Money, Move, Purpose, Scenario, Town};

/// What moved money is spent on (wofür das Geld ist).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purchase {
    /// Units of a measure.
    Units(MeasureAt),
    /// A lever whose everyday money buys nothing that is counted.
    Uncounted(LeverAt),
}

impl Town {
    /// What the everyday money of a lever is spent on.
    pub fn purchase(&self, lever: LeverAt) -> Purchase {
        self.chain.usual(lever).map_or(Purchase::Uncounted(lever), Purchase::Units)
    }

    /// What a scenario spends money on, and how much more or less a year, gross: each once, whatever goals it serves.
    pub fn purchases(&self, scenario: &Scenario) -> Vec<(Purchase, Money)> {
        let everyday = scenario.moves.iter().map(|(cell, it)| (self.purchase(cell.lever), it.amount));
        let given = scenario.measures.iter().map(|(at, it)| (Purchase::Units(*at), it.amount));
        let mut all: Vec<(Purchase, Money)> = Vec::new();
        for (purchase, amount) in everyday.chain(given) {
            match all.iter_mut().find(|(other, _)| *other == purchase) {
                Some((_, sum)) => *sum += amount,
                None => all.push((purchase, amount)),
            }
        }
        all
    }

    /// What is moved on each lever, by its cells and by measures of their own, and whether it is built.
    pub fn spent<'a>(&'a self, scenario: &'a Scenario) -> impl Iterator<Item = (LeverAt, Move, bool)> + 'a {
        let everyday = scenario.moves.iter().map(|(cell, it)| (cell.lever, *it, self.invests(cell.lever)));
        let lever = |at: &MeasureAt| self.chain.measures.get(*at).map(|it| it.lever);
        let given = scenario.measures.iter().filter_map(move |(at, it)| Some((lever(at)?, *it, self.builds(*at))));
        everyday.chain(given)
    }

    /// The lever that the money of a purchase belongs to.
    pub fn lever_of(&self, purchase: Purchase) -> Option<LeverAt> {
        match purchase {
            Purchase::Units(at) => self.chain.measures.get(at).map(|it| it.lever),
            Purchase::Uncounted(lever) => Some(lever),
        }
    }

    /// The measures that a scenario moves for a goal.
    pub fn measures_for(&self, scenario: &Scenario, purpose: Purpose) -> Vec<MeasureAt> {
        let everyday = scenario.moves.keys().filter(|cell| cell.purpose == purpose);
        let given = scenario.measures.keys().filter(|at| self.goal_of(**at) == Some(purpose));
        everyday.filter_map(|cell| self.chain.usual(cell.lever)).chain(given.copied()).collect()
    }

    /// The measure that the money of a cell buys.
    pub fn measure_of(&self, cell: Cell) -> Option<MeasureAt> {
        self.chain.usual(cell.lever)
    }

    /// The goal that a measure is for.
    pub fn goal_of(&self, measure: MeasureAt) -> Option<Purpose> {
        self.chain.measures.get(measure).map(|it| Purpose::Field(it.field))
    }

    /// Measures of a goal that are not bought with the everyday money of a lever, services before investments.
    pub fn further_measures(&self, purpose: Purpose) -> Vec<MeasureAt> {
        let is_meant = |at: &MeasureAt| self.goal_of(*at) == Some(purpose);
        let all = self.chain.measures.pairs().filter(|(_, it)| !it.is_usual).map(|(at, _)| at).filter(is_meant);
        let (built, services): (Vec<_>, Vec<_>) = all.partition(|at| self.builds(*at));
        [services, built].concat()
    }
}
