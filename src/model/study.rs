use std::sync::OnceLock;

use super::Town;
use super::ensemble::{MEMBERS, Uncertainty};

/// A town and what nobody knows exactly about it, shared by all runs (Untersuchung).
///
/// ```
/// use zukunftshaushalt::model::{Run, Scenario, Study};
/// use zukunftshaushalt::pack::{freiburg, load};
///
/// let study = Study::of(load(&freiburg()).expect("the pack is in order"), 20);
/// let mut plan = Run::new(&study, Scenario::default());
/// plan.finish();
/// assert!(plan.ranges().iter().all(|range| !range.is_moved()));
/// ```
#[derive(Debug)]
pub struct Study {
    /// The town.
    pub town: Town,
    members: usize,
    uncertainty: OnceLock<Uncertainty>,
}

impl Study {
    /// A town with as many members as the page shows.
    pub fn new(town: Town) -> Self {
        Self::of(town, MEMBERS)
    }

    /// A town with this many members of the ensemble.
    pub fn of(town: Town, members: usize) -> Self {
        Self { town, members, uncertainty: OnceLock::new() }
    }

    /// The equations and their members, whose numbers are drawn when they are first needed.
    pub fn uncertainty(&self) -> &Uncertainty {
        self.uncertainty.get_or_init(|| Uncertainty::new(&self.town, self.members))
    }
}
