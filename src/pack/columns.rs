//! What a file of a pack is made of: columns and what their cells hold.

use super::words::words;
use crate::model::Basis;

/// What a cell of a column holds (Zelle).
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// A number with a decimal point.
    Number,
    /// A whole number, zero or more.
    Whole,
    /// Euros with at most two decimals.
    Euros,
    /// A number between 0 and 1.
    Share,
    /// One of the words of a type.
    Word(fn() -> &'static [&'static str]),
    /// One of the words of a type, or this one for nothing.
    WordOr(fn() -> &'static [&'static str], &'static str),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A key of the first column of another file, or of its column `code`.
    Key(&'static str),
}

/// A column of a file (Spalte).
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Name in the header.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether a cell may be empty.
    pub may_be_empty: bool,
}

/// A file of a pack (Tabelle).
#[derive(Debug)]
pub struct Table {
    /// Name of the file.
    pub file: &'static str,
    /// What it holds.
    pub about: &'static str,
    /// Whether a pack without it is refused.
    pub is_needed: bool,
    /// Whether its first column is a key that stands only once.
    pub is_keyed: bool,
    /// Columns in their order.
    pub columns: &'static [Column],
    /// Whether one column of numbers per year follows.
    pub has_years: bool,
}

impl Table {
    /// The header as it stands in the file.
    pub fn header(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        let years = if self.has_years { ";one column per year" } else { "" };
        format!("{}{years}", names.join(";"))
    }
}

pub(super) const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, may_be_empty: false }
}

pub(super) const fn text(name: &'static str) -> Column {
    Column { name, kind: Kind::Text, may_be_empty: true }
}

pub(super) const fn needed(name: &'static str) -> Column {
    column(name, Kind::Text)
}

pub(super) const fn number(name: &'static str) -> Column {
    column(name, Kind::Number)
}

pub(super) const fn whole(name: &'static str) -> Column {
    column(name, Kind::Whole)
}

pub(super) const fn euros(name: &'static str) -> Column {
    column(name, Kind::Euros)
}

pub(super) const fn share(name: &'static str) -> Column {
    column(name, Kind::Share)
}

pub(super) const fn key(name: &'static str, file: &'static str) -> Column {
    column(name, Kind::Key(file))
}

pub(super) const fn word(name: &'static str, words: fn() -> &'static [&'static str]) -> Column {
    column(name, Kind::Word(words))
}

/// A column whose cells may be empty.
pub(super) const fn maybe(column: Column) -> Column {
    Column { may_be_empty: true, ..column }
}

pub(super) const fn basis() -> Column {
    word("basis", words::<Basis>)
}

/// The key of a row of `sources.csv`.
pub(super) const fn source() -> Column {
    key("source", "sources.csv")
}
