//! Lines of a budget and their amounts (Haushaltszeilen).

use serde::Serialize;

use super::part::Part;
use super::words::Kind;
use money::Money;

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
    /// Folded label of its row in a statutory scheme.
    pub row: String,
    /// Whether money comes in by it; none where the part alone tells.
    pub flow: Option<bool>,
    /// The stretch of a scheme that it stands in (Block): from one first row to the next.
    pub block: usize,
    /// Its amounts.
    pub amounts: Vec<Amount>,
}
