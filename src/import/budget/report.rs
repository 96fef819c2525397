//! A budget as it was read: its lines, and everything that is to be known about the reading.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::account::Chart;
use super::code::Frame;
use super::columns::Column;
use super::lines::{Line, Slot};
use super::part::Sums;
use super::preset::Role;
use super::totals::Check;
use super::understood::{Found, Size};
use crate::number::Column as Numbers;
use crate::report::Skipped;
use crate::table::Dialect;

/// How the numbers of a column were read (Zahlenformat).
#[derive(Clone, Debug, Serialize)]
pub struct NumberColumn {
    /// Its header.
    pub column: String,
    /// What it holds.
    pub role: Role,
    /// Euros that one unit is worth.
    pub unit: u32,
    /// The decision.
    #[serde(flatten)]
    pub numbers: Numbers,
}

/// A budget as it was read (eingelesener Haushalt).
#[derive(Clone, Debug)]
pub struct Budget {
    /// Form of the file.
    pub dialect: Dialect,
    /// Line of the header.
    pub header_line: u64,
    /// The preset that was used.
    pub preset: String,
    /// Columns and what they hold.
    pub columns: Vec<Column>,
    /// Headers of columns that nothing was read from.
    pub unused: Vec<String>,
    /// Decisions on numbers.
    pub numbers: Vec<NumberColumn>,
    /// Product frame.
    pub frame: Option<&'static Frame>,
    /// Chart of accounts.
    pub chart: Option<&'static Chart>,
    /// Lines, sums left out.
    pub lines: Vec<Line>,
    /// Rows of the file that are sums of others.
    pub sum_rows: usize,
    /// Rows that were left out.
    pub skipped: Vec<Skipped>,
    /// Amounts that were left out, with their year and kind.
    pub skipped_amounts: Vec<(Slot, Skipped)>,
    /// Sums of the file compared with the lines.
    pub checks: Vec<Check>,
    /// What a reader should look at.
    pub warnings: Vec<String>,
    /// Which plan the rows are.
    pub plan: Plans,
    /// Years and kinds with their sums, oldest first.
    pub(super) slots: BTreeMap<Slot, Sums>,
    /// Rows and absolute amounts by year and kind.
    pub(super) sizes: HashMap<Slot, Size>,
    pub(super) found: Found,
    /// That rows stand twice, if so many do that the file itself may be doubled.
    pub(super) doubled: Option<String>,
    /// Lines at which other tables begin.
    pub(super) other_tables: Vec<u64>,
    /// Printed balances of rows that contradict their amounts beyond a misprint.
    pub(super) balances: Vec<(Slot, String)>,
}

/// Which plan a file holds (Ergebnisplan, Finanzplan).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Plans {
    /// Ergebnisplan: revenue and expense.
    #[default]
    Result,
    /// Finanzplan: receipts and payments; what it holds of investment is read, revenue and expense it has none.
    Cash,
    /// Both, one below the other.
    Both,
}
