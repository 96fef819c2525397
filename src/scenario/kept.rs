use crate::model::Scenario;

/// What a session was last saved as or opened from (Gesichertes).
///
/// ```
/// use zukunftshaushalt::model::{Scenario, ShockAt};
/// use zukunftshaushalt::scenario::Kept;
///
/// let storm = Scenario { shocks: vec![ShockAt(0)], ..Scenario::default() };
/// assert!(!Kept::default().holds(&storm));
/// assert!(Kept::new("Sturm", None, storm.clone()).holds(&storm));
/// // In a plan that nobody changed there is nothing to lose.
/// assert!(Kept::default().holds(&Scenario::default()));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// Its name; empty before the first saving or opening.
    pub name: String,
    /// Key of the draft in the browser, none if it is a file.
    pub draft: Option<String>,
    scenario: Scenario,
}

impl Kept {
    /// A scenario that was saved or opened under a name.
    pub fn new(name: &str, draft: Option<String>, scenario: Scenario) -> Self {
        Self { name: name.to_owned(), draft, scenario }
    }

    /// Whether nothing of a scenario would be lost with the page.
    pub fn holds(&self, scenario: &Scenario) -> bool {
        scenario.is_untouched() || self.scenario == *scenario
    }

    /// What was kept is gone; its name stays with the session.
    pub fn forget(&mut self) {
        *self = Self { name: std::mem::take(&mut self.name), ..Self::default() };
    }
}
