//! What a reader must know before using a series, and what was left out.

use serde::Serialize;

/// What a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A definition that changed, here or in general.
    DefinitionBreak,
    /// Series that must not be joined or compared.
    NotMixed,
    /// Years without a value.
    Gap,
    /// Parts and printed total disagree.
    Total,
    /// A level that cannot be right.
    Implausible,
    /// Two values for one year.
    Duplicate,
    /// Not about this town.
    NotLocal,
    /// How the file was understood.
    Reading,
    /// What else is known about a series.
    Note,
}

/// What a reader must know before using a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Subject.
    pub about: About,
    /// Line of the file, where there is one.
    pub line: Option<u64>,
    /// The matter in words.
    pub message: String,
}

impl Warning {
    pub(super) fn new(about: About, line: Option<u64>, message: impl Into<String>) -> Self {
        Self { about, line, message: message.into() }
    }
}

/// A row or value that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Line of the file; in JSON none.
    pub line: Option<u64>,
    /// Why, with what was expected and found.
    pub reason: String,
}
