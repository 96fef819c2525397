//! A file as rows of cells, whatever it was before (Tabelle): every record knows its line, every table its form.

use std::collections::HashSet;

use serde::Serialize;

use super::encoding::Encoding;

/// A row of cells and where it stands (Zeile).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Line in the file, or row of the sheet, counted from one; of several lines the first.
    pub line: u64,
    /// Its cells without blanks around them.
    pub cells: Vec<String>,
}

impl Record {
    /// A cell, empty where the row has none.
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// What was found out about the form of a file (Dateiformat).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dialect {
    /// Its characters.
    pub encoding: Encoding,
    /// What parts the cells, none in a workbook.
    pub separator: Option<char>,
    /// Whether cells stand in double quotes.
    pub quoted: bool,
    /// The sheet of a workbook that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
}

/// A file as it stands, nothing interpreted (Tabelle).
#[derive(Clone, Debug)]
pub struct Table {
    /// Its form.
    pub dialect: Dialect,
    /// Every row in which anything stands.
    pub records: Vec<Record>,
    /// What a reader should look at.
    pub warnings: Vec<String>,
    /// Line and column of numbers with decimals that are numbers in the file itself: they say nothing about how texts in
    /// the same column are written.
    pub exact: HashSet<(u64, usize)>,
}

impl Table {
    /// A cell as it says something about the style of its column: empty where it is a number in the file itself.
    pub fn written<'a>(&self, record: &'a Record, at: usize) -> &'a str {
        let is_exact = !self.exact.is_empty() && self.exact.contains(&(record.line, at));
        if is_exact { "" } else { record.cell(at) }
    }
}
