//! What the state of the page holds of its own.

use crate::figure::{Kind, Order};

/// How somebody reads "Wie wird gerechnet?" (Leseweise).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Whether the section is open.
    pub is_open: bool,
    /// By what the evidence is put together.
    pub order: Order,
    /// Kinds of rows that are left out.
    pub hidden: Vec<Kind>,
}

impl Reading {
    /// Leaves a kind out, or shows it again.
    pub fn flip(&mut self, kind: Kind) {
        match self.hidden.iter().position(|it| *it == kind) {
            Some(at) => drop(self.hidden.remove(at)),
            None => self.hidden.push(kind),
        }
    }
}

/// Another town that somebody wants to go to, while something stands in the way (Weg zu einer anderen Stadt).
#[derive(Clone, Debug, PartialEq)]
pub struct Leaving {
    /// Key of the town.
    pub to: String,
    /// Whether it could not be loaded; otherwise the draft is not saved.
    pub is_missing: bool,
}

/// How many late files hold parts of the page.
pub const LATE_FILES: usize = 6;

/// How far the late parts of the page are (Stand der späteren Teile).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// On their way for the first time.
    Coming,
    /// There.
    Here,
    /// They did not come.
    Missing,
    /// Asked for once more.
    Again,
}
