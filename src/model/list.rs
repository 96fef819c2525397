//! Positions that cannot be mistaken for each other: a lever's place is no tax's place, and the compiler knows it.
//!
//! They hold within one loaded town only. Whatever leaves it, a file, a link, another program, speaks keys.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize};

/// A position in a [`List`] (Platz).
pub trait At: Copy {
    /// The position with so many before it.
    fn after(before: usize) -> Self;
    /// How many stand before it.
    fn before(self) -> usize;
}

macro_rules! positions {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub usize);

        impl At for $name {
            fn after(before: usize) -> Self {
                Self(before)
            }

            fn before(self) -> usize {
                self.0
            }
        }
    )*};
}

positions! {
    /// Position of a field of action (Platz eines Handlungsfelds).
    FieldAt;
    /// Position of a lever (Platz einer Stellschraube).
    LeverAt;
    /// Position of a budget line (Platz einer Produktgruppe).
    LineAt;
    /// Position of a tax or a fee (Platz einer Abgabe).
    TaxAt;
    /// Position of an indicator (Platz einer Kennzahl).
    IndicatorAt;
    /// Position of a shock (Platz einer Krise).
    ShockAt;
    /// Position of a department (Platz eines Dezernats).
    DepartmentAt;
    /// Position of a shared source (Platz einer Quelle).
    SourceAt;
    /// Position of a measure (Platz einer Maßnahme).
    MeasureAt;
}

/// A vector that is asked only by its own kind of position (Liste).
///
/// ```
/// use zukunftshaushalt::model::{LeverAt, List};
///
/// let levers: List<LeverAt, &str> = vec!["swimming", "libraries"].into();
/// let libraries = levers.find(|it| *it == "libraries");
/// assert_eq!((libraries, levers.get(LeverAt(1))), (Some(LeverAt(1)), Some(&"libraries")));
/// ```
///
/// ```compile_fail,E0308
/// use zukunftshaushalt::model::{LeverAt, List, TaxAt};
///
/// let levers: List<LeverAt, &str> = vec!["swimming", "libraries"].into();
/// levers.get(TaxAt(1));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct List<A, T> {
    all: Vec<T>,
    at: PhantomData<fn(A)>,
}

impl<A: At, T> List<A, T> {
    /// What stands there.
    pub fn get(&self, at: A) -> Option<&T> {
        self.all.get(at.before())
    }

    /// What stands there, to be changed.
    pub fn get_mut(&mut self, at: A) -> Option<&mut T> {
        self.all.get_mut(at.before())
    }

    /// All positions in their order.
    pub fn places(&self) -> impl Iterator<Item = A> + Clone + use<A, T> {
        (0..self.all.len()).map(A::after)
    }

    /// Everything with its position.
    pub fn pairs(&self) -> impl Iterator<Item = (A, &T)> + Clone {
        self.all.iter().enumerate().map(|(before, it)| (A::after(before), it))
    }

    /// Where the first one stands that is meant.
    pub fn find(&self, is_meant: impl FnMut(&T) -> bool) -> Option<A> {
        self.all.iter().position(is_meant).map(A::after)
    }

    /// The position after the last one.
    pub fn end(&self) -> A {
        A::after(self.all.len())
    }
}

impl<A, T> From<Vec<T>> for List<A, T> {
    fn from(all: Vec<T>) -> Self {
        Self { all, at: PhantomData }
    }
}

impl<A, T> Default for List<A, T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<A, T> FromIterator<T> for List<A, T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<A, T> Deref for List<A, T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.all
    }
}

impl<A, T> DerefMut for List<A, T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.all
    }
}

impl<A, T> IntoIterator for List<A, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl<'a, A, T> IntoIterator for &'a List<A, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}
