//! The four steps of the short path.

use crate::text::Lang;

/// A step of the short path (Schritt).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Which goal.
    Goal,
    /// Which measure.
    Measure,
    /// Where the money comes from.
    Money,
    /// What comes out.
    Outcome,
}

impl Step {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Goal, Self::Measure, Self::Money, Self::Outcome];

    /// What it is called.
    pub fn name(self, lang: Lang) -> &'static str {
        let names = Self::ALL.into_iter().zip(lang.texts().doors.steps);
        names.into_iter().find(|(step, _)| *step == self).map_or("", |(_, name)| name)
    }

    /// How it is counted, from one.
    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|step| **step < self).count() + 1
    }
}
