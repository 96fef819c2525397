use super::history::Moment;

/// What a session was last saved as or opened from, with its locks and its note (Gesichertes).
///
/// ```
/// use zukunftshaushalt::pack::{load, muenster};
/// use zukunftshaushalt::scenario::{Action, Kept, Session};
///
/// let town = load(&muenster()).expect("the pack in the repository is sound");
/// let mut session = Session::default();
/// // In a plan that nobody changed there is nothing to lose.
/// assert!(Kept::default().holds(session.moment()));
///
/// let cell = town.cells(town.purposes()[0])[0];
/// session.apply(&town, Action::MoveCell(cell, town.cell_room(cell).high));
/// assert!(!Kept::default().holds(session.moment()));
/// let kept = Kept::new("Eins", None, session.moment().clone());
/// assert!(kept.holds(session.moment()));
///
/// session.apply(&town, Action::ToggleLock(cell));
/// assert!(!kept.holds(session.moment()));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// Its name; empty before the first saving or opening.
    pub name: String,
    /// Key of the draft in the browser, none if it is a file.
    pub draft: Option<String>,
    moment: Moment,
}

impl Kept {
    /// What was saved or opened under a name.
    pub fn new(name: &str, draft: Option<String>, moment: Moment) -> Self {
        Self { name: name.to_owned(), draft, moment }
    }

    /// Whether nothing of a moment would be lost with the page.
    pub fn holds(&self, moment: &Moment) -> bool {
        moment.is_untouched() || self.moment == *moment
    }

    /// What was kept is gone; its name stays with the session.
    pub fn forget(&mut self) {
        *self = Self { name: std::mem::take(&mut self.name), ..Self::default() };
    }
}
