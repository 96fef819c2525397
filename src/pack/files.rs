use std::collections::BTreeMap;
use std::fmt;

use csv::{ReaderBuilder, StringRecord};
use serde::de::DeserializeOwned;

/// The texts of a pack by file name (Dateien eines Datenpakets).
#[derive(Clone, Debug, Default)]
pub struct Files {
    texts: BTreeMap<String, String>,
}

impl Files {
    /// Adds or replaces a file.
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.texts.insert(name.to_owned(), text.to_owned());
        self
    }

    /// The text of a file, or the problem that it is missing.
    pub fn text(&self, name: &str) -> Result<&str, Problem> {
        let found = self.texts.get(name).map(String::as_str);
        found.ok_or_else(|| Problem::new(name, None, "expected this file in the pack, found nothing"))
    }
}

/// What is wrong with a pack, and where (Fehler im Datenpaket).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// File name within the pack.
    pub file: String,
    /// Line, counted from one, the header included.
    pub line: Option<u64>,
    /// What was expected and what was found.
    pub message: String,
}

impl Problem {
    /// A problem at a place.
    pub fn new(file: &str, line: Option<u64>, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

/// A row with the line it stands in.
#[derive(Clone, Debug)]
pub struct Row<T> {
    /// Line, counted from one, the header included.
    pub line: u64,
    /// The cells.
    pub it: T,
}

/// Reads a CSV file into rows; stops at the first row that does not fit.
pub fn rows<T: DeserializeOwned>(files: &Files, name: &str) -> Result<Vec<Row<T>>, Problem> {
    let (header, records) = records(files, name)?;
    records
        .into_iter()
        .map(|(line, record)| {
            let it = record.deserialize(Some(&header)).map_err(|error| Problem::new(name, Some(line), said(&error)))?;
            Ok(Row { line, it })
        })
        .collect()
}

/// Reads a CSV file into its header and its records with their lines.
pub fn records(files: &Files, name: &str) -> Result<(StringRecord, Vec<(u64, StringRecord)>), Problem> {
    let text = files.text(name)?;
    let mut reader = ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let place = |error: csv::Error| {
        let line = error.position().map(csv::Position::line);
        Problem::new(name, line, said(&error))
    };
    let header = reader.headers().map_err(place)?.clone();
    let mut found = Vec::new();
    for record in reader.records() {
        let record = record.map_err(place)?;
        found.push((record.position().map_or(0, csv::Position::line), record));
    }
    Ok((header, found))
}

/// The csv crate's message without its own positions, which the problem already carries.
fn said(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => err.to_string(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("expected {expected_len} cells, found {len}")
        }
        _ => error.to_string(),
    }
}
