//! Rows of a file of the plan, whose columns bear years.

use csv::StringRecord;

use crate::model::{LineAt, Money, Town, Year};
use crate::pack::files::{Files, Problem};
use crate::pack::row::{Cell, Place};
use crate::pack::table::sheet;

/// The town that the rows belong to, and its files.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    pub files: &'a Files,
    pub town: &'a Town,
}

impl Plan<'_> {
    /// Years that the council has adopted: from the budget year to the first one that can still be decided.
    pub fn years(self) -> Vec<Year> {
        (self.town.year.0..=self.town.first_year.0.max(self.town.year.0)).map(Year).collect()
    }

    /// A column for each of these years.
    pub fn yearly(name: &str, years: &[Year]) -> Vec<String> {
        years.iter().map(|year| format!("{name}_{year}")).collect()
    }

    /// The rows of a file with exactly these columns.
    pub fn rows(self, file: &'static str, columns: &[String]) -> Result<Vec<Row>, Problem> {
        let all = sheet(self.files, file, columns)?;
        Ok(all.into_iter().map(|(line, record)| Row::new(file, line, columns, record)).collect())
    }

    /// The product group of a row.
    pub fn line(self, row: &Row, column: &str) -> Result<LineAt, Problem> {
        let code = row.cell(column);
        self.town.budget.lines.find(|it| it.code == code.text).ok_or_else(|| code.wrong("a group of budget.csv"))
    }
}

/// A row, and where it stands.
pub struct Row {
    pub place: Place,
    columns: Vec<String>,
    record: StringRecord,
}

impl Row {
    fn new(file: &'static str, line: u64, columns: &[String], record: StringRecord) -> Self {
        Self { place: Place::new(file, line), columns: columns.to_vec(), record }
    }

    /// The cell of a column.
    pub fn cell<'a>(&'a self, column: &'a str) -> Cell<'a> {
        let at = self.columns.iter().position(|it| it == column);
        let text = at.and_then(|at| self.record.get(at)).unwrap_or_default();
        Cell::new(self.place, column, text)
    }

    pub fn text(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|it| it == column);
        at.and_then(|at| self.record.get(at)).unwrap_or_default()
    }

    pub fn money(&self, column: &str) -> Result<Money, Problem> {
        self.cell(column).money()
    }

    /// Euros where something is printed.
    pub fn maybe_money(&self, column: &str) -> Result<Option<Money>, Problem> {
        if self.text(column).is_empty() { Ok(None) } else { self.money(column).map(Some) }
    }
}

/// Words as names of columns.
pub fn names(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|it| (*it).to_owned()).collect()
}
