//! What was found out about the understanding of a file: the amounts and columns that were not understood, and how many
//! were.

use serde::{Deserialize, Serialize};

use super::lines::Slot;
use super::season::Period;
use super::words::Kind;

/// What must have been understood for a total to be shown (Untergrenze); the preset argues for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// Share of the absolute amount.
    pub amount: f64,
    /// Share of the rows that hold an amount.
    pub rows: f64,
    /// Why these shares.
    pub why: String,
}

/// An amount that stands in the file and was not understood (nicht verstandener Betrag).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    /// Its line.
    pub line: u64,
    /// Year and kind; none where the row does not say them: then it may belong to any.
    pub slot: Option<Slot>,
    /// Euros; none where the cell is no number.
    pub money: Option<money::Money>,
}

/// A column with amounts that nothing was read from (übergangene Betragsspalte).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Its header.
    pub name: String,
    /// The year in its header.
    pub year: Option<u16>,
    /// The kind in its header.
    pub kind: Option<Kind>,
    /// Sum of its absolute amounts in cents.
    pub cents: u128,
}

/// Why the columns of one year and kind make no sum (Zweifel).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The year in their headers.
    pub year: Option<u16>,
    /// The kind in their headers.
    pub kind: Option<Kind>,
    /// In words, with the next step.
    pub text: String,
}

/// What was found out about the understanding of a file.
#[derive(Clone, Debug)]
pub struct Found {
    /// Amounts of rows and cells that were not understood.
    pub missed: Vec<Missed>,
    /// Columns of amounts that were not read.
    pub ignored: Vec<Ignored>,
    /// From where on there is no total.
    pub floor: Floor,
    /// Why rows must not be added that one column tells apart.
    pub versions: Option<String>,
    /// Columns that must not be added.
    pub doubts: Vec<Doubt>,
    /// Why no sum of the whole file is one of a budget.
    pub unlike: Vec<String>,
    /// The period that the title names.
    pub period: Option<Period>,
}

/// Rows and absolute amounts of one year and kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Size {
    /// Rows of which something was understood.
    pub rows: usize,
    /// Rows whose every amount is of an unknown part.
    pub unknown_rows: usize,
    /// Cents that were understood.
    pub understood: u128,
    /// Cents of unknown parts.
    pub unknown: u128,
    /// Figures that were understood and are not zero.
    pub count: usize,
}
