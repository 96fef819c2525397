//! Rows of a file, each read as its table declares it. Every complaint names file, line, column and what was expected.

use std::ops::Deref;
use std::str::FromStr;

use csv::StringRecord;
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

use super::columns::Table;
use super::files::{Files, Problem};
use super::table::records;
use crate::model::{At, Decimal, Money, Share};

/// A row of a file as its columns declare it (Zeile einer Tabelle); `tables` makes them.
pub trait Record: Sized {
    /// The file and its columns.
    const TABLE: &'static Table;

    /// Reads the cells in the order of the columns.
    fn read(cells: &mut Cells<'_>) -> Result<Self, Problem>;
}

/// A file whose rows others name by their key.
pub trait Keyed: Record {
    /// What one row is, for complaints.
    const ONE: &'static str;
    /// What a key becomes once it is known.
    type At;

    /// The key of a record; none for a record that nobody names.
    fn key(record: &StringRecord) -> Option<&str> {
        record.get(0)
    }

    /// From the key and its position among all keys.
    fn at(position: usize, key: &str) -> Self::At;
}

/// Where a row stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    file: &'static str,
    line: u64,
}

impl Place {
    /// A line of a file.
    pub const fn new(file: &'static str, line: u64) -> Self {
        Self { file, line }
    }

    /// A problem in this row.
    pub fn problem(self, message: impl Into<String>) -> Problem {
        Problem::new(self.file, Some(self.line), message)
    }
}

/// A row and where it stands.
pub struct Placed<R> {
    /// Where it stands.
    pub place: Place,
    /// What it says.
    pub row: R,
}

impl<R> Placed<R> {
    /// A problem in this row.
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        self.place.problem(message)
    }
}

impl<R> Deref for Placed<R> {
    type Target = R;

    fn deref(&self) -> &R {
        &self.row
    }
}

/// The keys of all files that others name (Schlüssel).
#[derive(Default)]
pub struct Known {
    files: Vec<(&'static str, Vec<String>)>,
}

impl Known {
    /// The same with the keys of another file.
    pub fn with<K: Keyed>(mut self, files: &Files) -> Result<Self, Problem> {
        let (_, records) = records(files, K::TABLE)?;
        let keys = records.iter().filter_map(|(_, record)| K::key(record)).map(str::to_owned);
        self.files.push((K::TABLE.file, keys.collect()));
        Ok(self)
    }

    /// The same with the keys of another file that was read before.
    pub fn with_keys<K: Keyed>(mut self, keys: impl Iterator<Item = String>) -> Self {
        self.files.push((K::TABLE.file, keys.collect()));
        self
    }

    fn keys(&self, file: &str) -> &[String] {
        self.files.iter().find(|it| it.0 == file).map_or(&[], |it| it.1.as_slice())
    }

    /// How many keys a file has.
    pub fn count<K: Keyed>(&self) -> usize {
        self.keys(K::TABLE.file).len()
    }

    /// The key at a position.
    pub fn name<K: Keyed<At: At>>(&self, at: K::At) -> &str {
        self.keys(K::TABLE.file).get(at.before()).map_or("", String::as_str)
    }

    /// The position of a key in its file.
    pub fn position<K: Keyed>(&self, key: &str) -> Option<usize> {
        self.keys(K::TABLE.file).iter().position(|it| it == key)
    }
}

/// The rows of a file; none if it is missing and may be.
pub fn rows<R: Record>(files: &Files, known: &Known) -> Result<Vec<Placed<R>>, Problem> {
    let (names, records) = records(files, R::TABLE)?;
    let read = |(line, record): &(u64, StringRecord)| {
        let place = Place { file: R::TABLE.file, line: *line };
        let row = R::read(&mut Cells { place, names: &names, record, at: 0, known })?;
        Ok(Placed { place, row })
    };
    records.iter().map(read).collect()
}

/// The cells of a row, one after the other.
pub struct Cells<'a> {
    /// Where the row stands.
    pub place: Place,
    names: &'a StringRecord,
    record: &'a StringRecord,
    at: usize,
    /// Keys that cells may name.
    pub known: &'a Known,
}

impl<'a> Cells<'a> {
    /// The next cell; its name is the one in the header, which is as declared.
    pub fn next(&mut self) -> Cell<'a> {
        let cell = self.peek();
        self.at += 1;
        cell
    }

    /// The next cell, which stays the next.
    pub fn peek(&self) -> Cell<'a> {
        let at = |record: &'a StringRecord| record.get(self.at).unwrap_or_default();
        Cell { place: self.place, column: at(self.names), text: at(self.record) }
    }

    /// How many cells are left.
    pub fn left(&self) -> usize {
        self.record.len().saturating_sub(self.at)
    }
}

/// A cell and where it stands (Zelle).
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    place: Place,
    /// Name of its column.
    pub column: &'a str,
    /// What stands in it.
    pub text: &'a str,
}

impl<'a> Cell<'a> {
    /// A cell of a row.
    pub fn new(place: Place, column: &'a str, text: &'a str) -> Self {
        Self { place, column, text }
    }

    /// The complaint that something else was expected.
    pub fn wrong(self, expected: &str) -> Problem {
        self.place.problem(format!("{}: expected {expected}, found `{}`", self.column, self.text))
    }

    /// A text that must be there.
    pub fn needed(self) -> Result<String, Problem> {
        if self.text.trim().is_empty() { Err(self.wrong("a text")) } else { Ok(self.text.to_owned()) }
    }

    /// A number with a decimal point.
    pub fn number(self) -> Result<f64, Problem> {
        Decimal::read(self.text).ok_or_else(|| self.wrong("a number like 12.5"))
    }

    /// A whole number.
    pub fn whole<T: FromStr>(self) -> Result<T, Problem> {
        T::from_str(self.text).map_err(|_| self.wrong("a whole number"))
    }

    /// Euros with at most two decimals.
    pub fn money(self) -> Result<Money, Problem> {
        Money::parse(self.text).ok_or_else(|| self.wrong("euros like 1234.50"))
    }

    /// A share between 0 and 1.
    pub fn share(self) -> Result<Share, Problem> {
        Share::new(self.number()?).ok_or_else(|| self.wrong("a share between 0 and 1"))
    }

    /// One of the words of a type; the complaint lists them.
    pub fn word<T: for<'de> Deserialize<'de>>(self) -> Result<T, Problem> {
        T::deserialize(StrDeserializer::<Error>::new(self.text))
            .map_err(|error| self.place.problem(format!("{}: {error}", self.column)))
    }

    /// A key of another file.
    pub fn key<K: Keyed>(self, known: &Known) -> Result<K::At, Problem> {
        let found = known.position::<K>(self.text).map(|at| K::at(at, self.text));
        found.ok_or_else(|| self.wrong(&format!("{} of {}", K::ONE, K::TABLE.file)))
    }
}
