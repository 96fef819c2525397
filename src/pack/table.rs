//! CSV files of a pack as rows with named cells. Every complaint names file, line, column and what was expected.

use std::str::FromStr;

use csv::{ReaderBuilder, StringRecord};
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

use super::files::{Files, Problem};
use crate::model::{Ages, Bilingual, Decimal, Money, Share};

/// A row and where it stands (Zeile einer Tabelle).
#[derive(Clone, Debug)]
pub struct Row<'a> {
    file: &'a str,
    columns: &'a [&'a str],
    /// Line, counted from one, the header included.
    pub line: u64,
    cells: StringRecord,
}

/// Reads a file whose header must name exactly `columns`, in this order.
pub fn rows<'a>(files: &Files, file: &'a str, columns: &'a [&'a str]) -> Result<Vec<Row<'a>>, Problem> {
    let (header, records) = records(files, file)?;
    for (at, column) in columns.iter().enumerate() {
        match header.get(at) {
            Some(found) if found == *column => {}
            found => {
                let message = format!("expected column `{column}`, found `{}`", found.unwrap_or("nothing"));
                return Err(Problem::new(file, Some(1), message));
            }
        }
    }
    if let Some(unknown) = header.get(columns.len()) {
        let message = format!("expected no further column, found `{unknown}`");
        return Err(Problem::new(file, Some(1), message));
    }
    Ok(records.into_iter().map(|(line, cells)| Row { file, columns, line, cells }).collect())
}

/// Like [`rows`], and the first column is a key that stands only once.
pub fn keyed_rows<'a>(files: &Files, file: &'a str, columns: &'a [&'a str]) -> Result<Vec<Row<'a>>, Problem> {
    let rows = rows(files, file, columns)?;
    let key = |row: &Row<'_>| row.cells.get(0).unwrap_or_default().to_owned();
    for (at, row) in rows.iter().enumerate() {
        if let Some(first) = rows.iter().take(at).find(|other| key(other) == key(row)) {
            let message = format!("expected each key once, found `{}` again after line {}", key(row), first.line);
            return Err(row.problem(message));
        }
    }
    Ok(rows)
}

/// Reads a file into its header and its records with their lines.
pub fn records(files: &Files, file: &str) -> Result<(StringRecord, Vec<(u64, StringRecord)>), Problem> {
    let text = files.text(file)?;
    let mut reader = ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let place = |error: csv::Error| {
        let line = error.position().map(csv::Position::line);
        let message = match error.kind() {
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                format!("expected {expected_len} cells, found {len}")
            }
            _ => error.to_string(),
        };
        Problem::new(file, line, message)
    };
    let header = reader.headers().map_err(place)?.clone();
    let mut found = Vec::new();
    for record in reader.records() {
        let record = record.map_err(place)?;
        found.push((record.position().map_or(0, csv::Position::line), record));
    }
    Ok((header, found))
}

impl Row<'_> {
    /// A problem in this row.
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        Problem::new(self.file, Some(self.line), message)
    }

    fn wrong(&self, column: &str, expected: &str) -> Problem {
        self.problem(format!("{column}: expected {expected}, found `{}`", self.cell(column)))
    }

    fn cell(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|it| *it == column);
        at.and_then(|at| self.cells.get(at)).unwrap_or_default()
    }

    /// A text, possibly empty.
    pub fn text(&self, column: &str) -> String {
        self.cell(column).to_owned()
    }

    /// A text that must be there.
    pub fn needed(&self, column: &str) -> Result<String, Problem> {
        let text = self.cell(column);
        if text.trim().is_empty() { Err(self.wrong(column, "a text")) } else { Ok(text.to_owned()) }
    }

    /// A text in both languages, `<stem>_de` and `<stem>_en`, possibly empty.
    pub fn bilingual(&self, stem: &str) -> Bilingual {
        Bilingual { de: self.text(&format!("{stem}_de")), en: self.text(&format!("{stem}_en")) }
    }

    /// A text that must be there in both languages.
    pub fn both(&self, stem: &str) -> Result<Bilingual, Problem> {
        Ok(Bilingual { de: self.needed(&format!("{stem}_de"))?, en: self.needed(&format!("{stem}_en"))? })
    }

    /// A number with a decimal point.
    pub fn number(&self, column: &str) -> Result<f64, Problem> {
        Decimal::read(self.cell(column)).ok_or_else(|| self.wrong(column, "a number like 12.5"))
    }

    /// A whole number.
    pub fn whole<T: FromStr>(&self, column: &str) -> Result<T, Problem> {
        T::from_str(self.cell(column)).map_err(|_| self.wrong(column, "a whole number"))
    }

    /// Nothing for an empty cell, else what `read` makes of it.
    pub fn maybe<T>(
        &self,
        column: &str,
        read: impl FnOnce(&Self, &str) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        if self.cell(column).is_empty() { Ok(None) } else { read(self, column).map(Some) }
    }

    /// Euros with at most two decimals.
    pub fn money(&self, column: &str) -> Result<Money, Problem> {
        Money::parse(self.cell(column)).ok_or_else(|| self.wrong(column, "euros like 1234.50"))
    }

    /// A share between 0 and 1.
    pub fn share(&self, column: &str) -> Result<Share, Problem> {
        Share::new(self.number(column)?).ok_or_else(|| self.wrong(column, "a share between 0 and 1"))
    }

    /// The ages in `age_from` and `age_to`.
    pub fn ages(&self) -> Result<Ages, Problem> {
        Ok(Ages { from: self.whole("age_from")?, to: self.whole("age_to")? })
    }

    /// One of the words of a type; the complaint lists them.
    pub fn word<'de, T: Deserialize<'de>>(&'de self, column: &str) -> Result<T, Problem> {
        T::deserialize(StrDeserializer::<Error>::new(self.cell(column)))
            .map_err(|error| self.problem(format!("{column}: {error}")))
    }

    /// The position of the key in this cell.
    pub fn find(&self, keys: &Keys, column: &str) -> Result<usize, Problem> {
        let found = keys.keys.iter().position(|key| key == self.cell(column));
        found.ok_or_else(|| self.wrong(column, &format!("a {}", keys.what)))
    }
}

/// Keys of a file and their positions (Schlüssel).
pub struct Keys {
    what: &'static str,
    keys: Vec<String>,
}

impl Keys {
    /// Keys in order; `what` names them in complaints.
    pub fn new<'a>(what: &'static str, keys: impl Iterator<Item = &'a String>) -> Self {
        Self { what, keys: keys.cloned().collect() }
    }
}
