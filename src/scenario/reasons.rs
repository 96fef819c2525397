use std::sync::Arc;

use litemap::LiteMap;

use crate::model::{Choice, Scenario, TaxAt};

/// Something that differs from the plan (Geändertes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Changed {
    /// A lever within a goal, or a measure by itself.
    Choice(Choice),
    /// A tax multiplier.
    Tax(TaxAt),
}

/// Why somebody changed what they changed, in their own words (Gründe). They change no number.
pub type Reasons = LiteMap<Changed, Arc<str>>;

impl Changed {
    /// Whether both are one thing: a lever is one, from whichever goal it is seen.
    pub(super) fn is_same(self, other: Self) -> bool {
        match (self, other) {
            (Self::Choice(Choice::Everyday(one)), Self::Choice(Choice::Everyday(other))) => one.lever == other.lever,
            _ => self == other,
        }
    }

    /// Whether a scenario changes it.
    pub fn is_in(self, scenario: &Scenario) -> bool {
        match self {
            Self::Choice(Choice::Everyday(cell)) => !scenario.change(cell).is_zero(),
            Self::Choice(Choice::Own(at)) => !scenario.given(at).is_zero(),
            Self::Tax(at) => scenario.taxes.get(&at).is_some(),
        }
    }
}

/// The reasons of what a scenario still changes; with a change its reason goes, and comes back with it.
pub(super) fn left(reasons: &Arc<Reasons>, scenario: &Scenario) -> Arc<Reasons> {
    if reasons.keys().all(|it| it.is_in(scenario)) {
        return reasons.clone();
    }
    Arc::new(reasons.iter().filter(|(it, _)| it.is_in(scenario)).map(|(it, why)| (*it, why.clone())).collect())
}
