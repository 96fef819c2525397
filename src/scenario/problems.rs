//! What does not fit in a file: warnings, and why it is refused whole.

use std::fmt;

use super::format::{FORMAT, LIMIT, VERSION};
use super::shape::Expected;
use crate::model::Year;

/// What a warning is about, by its key; the town knows its name (Gegenstand).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A lever.
    Lever(String),
    /// A measure.
    Measure(String),
    /// A tax.
    Tax(String),
}

/// What did not fit and was left out or changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// It was saved by a program that computed otherwise: results differ, and no change begins before this year, the first
    /// one that can still be decided.
    OlderModel(Year),
    /// The town knows no such lever, purpose, measure, tax or shock; its key, cut short.
    Unknown(String),
    /// The change was limited to the allowed range.
    Limited(Subject),
    /// The change was rounded to whole cents or whole points.
    Rounded(Subject),
    /// It stands in the file more than once for the same years, and was added up.
    Added(Subject),
    /// Its years were cut to those that can still be decided, up to the horizon.
    CutYears(Subject),
    /// None of its years is one of those, and it was left out.
    NoYears(Subject),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Lever(key) | Self::Measure(key) | Self::Tax(key)) = self;
        write!(f, "`{key}`")
    }
}

/// For programs; the page has its own words.
impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OlderModel(year) => {
                write!(f, "the model has changed since: results differ, and changes begin in {year} at the earliest")
            }
            Self::Unknown(key) => write!(f, "`{key}` is unknown and was left out"),
            Self::Limited(it @ Subject::Measure(_)) => {
                write!(f, "{it} was limited to what the pack allows: `most_per_year`, or the bounds of its lever")
            }
            Self::Limited(it) => write!(f, "{it} was limited to what the pack allows"),
            Self::Rounded(it) => write!(f, "{it} was rounded to whole cents or points"),
            Self::Added(it) => write!(f, "{it} stands in the file more than once and was added up"),
            Self::CutYears(it) => write!(f, "{it} was cut to the years that can be decided"),
            Self::NoYears(it) => write!(f, "{it} has no year that can be decided and was left out"),
        }
    }
}

/// Why a file was refused whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Longer than [`LIMIT`].
    TooLarge,
    /// JSON, but of another format.
    OtherFormat,
    /// Not readable at a place.
    Unreadable {
        /// Line, from one.
        line: usize,
        /// Column, from one.
        column: usize,
        /// The key that it is about, cut short; empty for none.
        key: String,
        /// What was expected there.
        expected: Expected,
    },
    /// Written by a newer program.
    Newer(u32),
    /// Belongs to another town or year.
    OtherPack(String),
    /// Something stands in it twice with years that differ, so that there is no one change.
    TwoSpans {
        /// What the later entry is about.
        subject: Subject,
        /// First and last year of both.
        spans: [(Year, Year); 2],
    },
    /// The same change stands in it twice, to the cent and the year: copied by mistake or meant twofold, nobody can tell.
    Doubled {
        /// What both entries are about.
        subject: Subject,
    },
    /// A tax stands in it twice.
    TwoMultipliers {
        /// Key of the tax.
        tax: String,
    },
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "expected at most {LIMIT} bytes"),
            Self::OtherFormat => write!(f, "expected the format `{FORMAT}`"),
            Self::Unreadable { line, column, key, expected } => {
                write!(f, "line {line}, column {column}: ")?;
                match expected {
                    Expected::Either(other) => write!(f, "expected `{key}` or `{other}`, found neither"),
                    Expected::Apart(other) => write!(f, "expected no `{key}` beside `{other}`"),
                    _ => write!(f, "expected {expected:?} at `{key}`"),
                }
            }
            Self::Newer(version) => write!(f, "expected version {VERSION} at most, found version {version}"),
            Self::OtherPack(pack) => write!(f, "the scenario belongs to `{pack}`"),
            Self::TwoSpans { subject, spans: [one, other] } => {
                let ((from, to), (since, until)) = (one, other);
                write!(f, "{subject} stands twice, for {from} to {to} and for {since} to {until}")
            }
            Self::Doubled { subject } => write!(f, "{subject} stands twice with the same amount and the same years"),
            Self::TwoMultipliers { tax } => write!(f, "`{tax}` stands twice"),
        }
    }
}
