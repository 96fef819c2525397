//! CSV files of a pack as rows with named cells. Every complaint names file, line, column and what was expected.

use std::str::FromStr;

use csv::{Reader, ReaderBuilder, StringRecord};
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

use super::columns::Table;
use super::files::{Files, Problem};
use crate::model::{Ages, Bilingual, Decimal, Money, Share};

/// A row and where it stands (Zeile einer Tabelle).
#[derive(Clone, Debug)]
pub struct Row {
    table: &'static Table,
    /// Line, counted from one, the header included.
    pub line: u64,
    cells: StringRecord,
}

/// Checks that the header of a file names exactly the columns of its table, in their order.
pub fn header(files: &Files, table: &Table) -> Result<StringRecord, Problem> {
    let (header, _) = split(files, table.file)?;
    let wrong = |message| Err(Problem::new(table.file, Some(1), message));
    for (at, column) in table.columns.iter().enumerate() {
        match header.get(at) {
            Some(found) if found == column.name => {}
            found => {
                let found = found.unwrap_or("nothing");
                return wrong(format!("expected column `{}`, found `{found}`", column.name));
            }
        }
    }
    match header.get(table.columns.len()).filter(|_| !table.has_years) {
        Some(unknown) => wrong(format!("expected no further column, found `{unknown}`")),
        None => Ok(header),
    }
}

/// Reads the rows of a file; a file that is missing and may be has none. A key must stand only once.
pub fn rows(files: &Files, table: &'static Table) -> Result<Vec<Row>, Problem> {
    if !table.is_needed && files.text(table.file).is_err() {
        return Ok(Vec::new());
    }
    header(files, table)?;
    let (_, records) = records(files, table.file)?;
    let rows: Vec<Row> = records.into_iter().map(|(line, cells)| Row { table, line, cells }).collect();
    if table.is_keyed {
        let key = |row: &Row| row.cells.get(0).unwrap_or_default().to_owned();
        for (at, row) in rows.iter().enumerate() {
            if let Some(first) = rows.iter().take(at).find(|other| key(other) == key(row)) {
                let message = format!("expected each key once, found `{}` again after line {}", key(row), first.line);
                return Err(row.problem(message));
            }
        }
    }
    Ok(rows)
}

fn reader(text: &str) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes())
}

fn place(file: &str, error: &csv::Error) -> Problem {
    let line = error.position().map(csv::Position::line);
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("expected {expected_len} cells, found {len}")
        }
        _ => error.to_string(),
    };
    Problem::new(file, line, message)
}

/// Reads the header alone.
fn split<'a>(files: &'a Files, file: &str) -> Result<(StringRecord, Reader<&'a [u8]>), Problem> {
    let mut reader = reader(files.text(file)?);
    let header = reader.headers().map_err(|error| place(file, &error))?.clone();
    Ok((header, reader))
}

/// Reads a file into its header and its records with their lines.
pub fn records(files: &Files, file: &str) -> Result<(StringRecord, Vec<(u64, StringRecord)>), Problem> {
    let (header, mut reader) = split(files, file)?;
    let mut found = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| place(file, &error))?;
        found.push((record.position().map_or(0, csv::Position::line), record));
    }
    Ok((header, found))
}

impl Row {
    /// A problem in this row.
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        Problem::new(self.table.file, Some(self.line), message)
    }

    fn wrong(&self, column: &str, expected: &str) -> Problem {
        self.problem(format!("{column}: expected {expected}, found `{}`", self.cell(column)))
    }

    fn cell(&self, column: &str) -> &str {
        let at = self.table.columns.iter().position(|it| it.name == column);
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
