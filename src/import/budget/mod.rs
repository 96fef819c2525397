//! Budgets of any town (Haushaltspläne): lines with their parts, sums by area, and every difference explained.
//!
//! | step | where |
//! |---|---|
//! | which column holds what: presets, headers, cells | [`preset`], [`mod@columns`], [`statutory`] |
//! | rows → lines; what cannot be read is kept with its reason | [`read`](fn@read), [`code`], [`account`] |
//! | sums in the file → checks, never amounts | [`Check`] |
//! | signs made alike; incomplete years, doubles | `signs`, `checks` |
//! | one year and kind → sums by area | [`Selection`] |
//! | sums given by hand → what differs | [`Comparison`] |

pub mod account;
mod checks;
pub mod code;
pub mod columns;
mod comparison;
mod layout;
pub mod part;
pub mod positions;
pub mod preset;
mod read;
mod selection;
mod signs;
pub mod statutory;
mod totals;
pub mod words;

pub use comparison::{Comparison, Difference};
pub use layout::Options;
pub use part::{Part, Sums};
pub use preset::Preset;
pub use read::read;
pub use selection::Selection;
pub use totals::Check;
pub use words::Kind;

use serde::Serialize;

use super::number::Column as Numbers;
use super::{Dialect, Skipped};
use crate::model::Money;
use columns::Column;

/// A year and a kind of amounts (Haushaltsjahr und Wertart).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Slot {
    /// The budget year; none if nothing in the file names one.
    pub year: Option<u16>,
    /// Plan or actual.
    pub kind: Kind,
}

/// An amount of a line (Betrag).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Year and kind.
    pub slot: Slot,
    /// What it is.
    pub part: Part,
    /// Revenue and expense as positive numbers; parts that do not count as the file has them.
    pub money: Money,
    /// Place of its column in the file.
    pub column: usize,
}

/// A line of the budget (Haushaltszeile).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Line in the file.
    pub line: u64,
    /// Padded product code, empty in a file without.
    pub code: String,
    /// Its first two digits, or the area that the file gives.
    pub area: String,
    /// Name of the product.
    pub label: String,
    /// Department (Dezernat).
    pub department: String,
    /// Sub-budget (Teilhaushalt).
    pub sub_budget: String,
    /// Office (Amt).
    pub office: String,
    /// Account.
    pub account: String,
    /// Its amounts.
    pub amounts: Vec<Amount>,
}

/// How the numbers of a column were read (Zahlenformat).
#[derive(Clone, Debug, Serialize)]
pub struct NumberColumn {
    /// Its header.
    pub column: String,
    /// What it holds.
    pub role: preset::Role,
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
    pub frame: Option<&'static code::Frame>,
    /// Chart of accounts.
    pub chart: Option<&'static account::Chart>,
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
}
