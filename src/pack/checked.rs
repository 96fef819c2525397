//! A town beside the files that it was read from, so that a broken rule names its line.

use super::files::{Files, Problem};
use crate::model::Town;

/// What the rules look at.
pub struct Checked<'a> {
    /// The files.
    pub files: &'a Files,
    /// What was read of them.
    pub town: &'a Town,
}

impl Checked<'_> {
    /// The line of a file whose first cells are `cells`; rows were read already, so this is only for the message.
    fn line(&self, file: &str, cells: &[&str]) -> Option<u64> {
        let text = self.files.text(file).ok()?;
        let start = cells.join(";");
        let at = text.lines().position(|line| line == start || line.starts_with(&format!("{start};")))?;
        u64::try_from(at + 1).ok()
    }

    /// A problem in the row whose first cells are `cells`.
    pub fn problem(&self, file: &str, cells: &[&str], message: String) -> Problem {
        Problem::new(file, self.line(file, cells), message)
    }
}
