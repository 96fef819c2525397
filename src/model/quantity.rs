use std::fmt;

use serde::{Deserialize, Serialize};

/// A calendar year, which is also the fiscal year (Haushaltsjahr).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Year(pub u16);

impl Year {
    /// Years from `start` to `self`, zero if `self` lies before it.
    pub fn since(self, start: Year) -> usize {
        usize::from(self.0.saturating_sub(start.0))
    }

    /// The year `steps` later.
    pub fn plus(self, steps: usize) -> Year {
        Year(self.0.saturating_add(u16::try_from(steps).unwrap_or(u16::MAX)))
    }

    /// For axes and formulas.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A part of a whole between 0 and 1 (Anteil).
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize)]
pub struct Share(f64);

impl Share {
    /// The whole.
    pub const ALL: Self = Self(1.0);
    /// Nothing of it.
    pub const NONE: Self = Self(0.0);

    /// A share, if `value` lies between 0 and 1.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    /// The plain number between 0 and 1.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// What is missing to the whole.
    pub fn rest(self) -> f64 {
        1.0 - self.0
    }
}

/// An inclusive range of ages in years (Altersspanne).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Ages {
    /// Youngest age that counts.
    pub from: u8,
    /// Oldest age that counts; 100 stands for 100 and older.
    pub to: u8,
}

impl Ages {
    /// Everybody.
    pub const ALL: Self = Self { from: 0, to: 100 };

    /// Weight 1 inside the range, 0 outside.
    pub fn weight(self, age: usize) -> f64 {
        if (usize::from(self.from)..=usize::from(self.to)).contains(&age) { 1.0 } else { 0.0 }
    }
}
