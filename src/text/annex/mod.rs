//! Words of the annex to a council motion. Only late parts carry them.

mod de;
mod en;

pub use de::ANNEX as DE;
pub use en::ANNEX as EN;

use crate::model::TaxKind;
use crate::model::fiscal::Land;

/// How long a change lasts (Dauer).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// In one year only (einmalig).
    Once(u16),
    /// From a year to another one (befristet).
    Limited(u16, u16),
    /// From a year on (dauerhaft).
    From(u16),
}

impl Lasting {
    /// Its first year, and its last one if it ends.
    fn span(self) -> (u16, Option<u16>) {
        match self {
            Self::Once(year) => (year, Some(year)),
            Self::Limited(from, to) => (from, Some(to)),
            Self::From(from) => (from, None),
        }
    }
}

/// What a point of a motion says of a row.
pub struct PointSaid<'a> {
    /// Where: product group and row, ready told.
    pub place: &'a str,
    /// Amount in full, without a sign.
    pub amount: &'a str,
    /// Whether it is more.
    pub is_more: bool,
    /// How long.
    pub lasting: Lasting,
    /// The last year of adopted budgets; those after it are financial planning.
    pub adopted: u16,
    /// What it is for, without a sign; empty where nothing is counted.
    pub what: &'a str,
    /// Whether it pays for something else.
    pub is_cover: bool,
}

/// What a point of a motion says of a tax or a fee.
pub struct TaxSaid<'a> {
    /// Name.
    pub name: &'a str,
    /// Multiplier as planned and as set; of a fee in percent of today.
    pub set: (&'a str, &'a str),
    /// Which one it is.
    pub kind: TaxKind,
    /// Whether it is higher.
    pub is_higher: bool,
    /// First year.
    pub from: u16,
    /// Year of the planned yield that the change is computed from.
    pub base: u16,
    /// Change of the yield in full, without a sign.
    pub amount: &'a str,
    /// Product group and row; empty where none is known.
    pub place: &'a str,
}

/// Words of the drawings as files (Bilder).
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
#[derive(Debug)]
pub struct PictureWords {
    pub title: &'static str,
    pub pick: &'static str,
    pub opening: &'static str,
    pub as_svg: &'static str,
    pub as_png: &'static str,
    pub coming: &'static str,
}

/// Every text of the annex to a council motion in one language (Ratsanlage).
///
/// Numbers in sentences come ready formatted.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
#[allow(clippy::type_complexity, reason = "a function with its arguments named says more than an alias")]
pub struct AnnexWords {
    // Head and foot.
    pub sheet: fn(town: &str, year: u16) -> String,
    pub draft: fn(name: &str, date: &str) -> String,
    pub no_forecast: &'static str,
    pub data: fn(pack: &str, plan: &str) -> String,
    pub model: fn(version: &str) -> String,
    pub check: fn(value: &str) -> String,
    pub check_note: &'static str,
    pub adopted: fn(year: u16, later: Option<(u16, u16)>) -> String,
    pub pattern: &'static str,

    // Title and cover.
    pub title_untouched: &'static str,
    pub lead: fn(size: &str, is_more: bool) -> String,
    pub lead_money: fn(amount: &str, name: &str, is_more: bool) -> String,
    pub lead_tax: fn(name: &str, planned: &str, now: &str, is_fee: bool) -> String,
    pub lead_between: fn(name: &str) -> String,
    pub covered_from: fn(names: &str) -> String,
    pub title_loans: fn(has_grants: bool) -> &'static str,
    pub title_missing: fn(amount: &str) -> String,
    pub title_missing_some: fn(amount: &str) -> String,
    pub title_left: fn(amount: &str) -> String,
    pub covered: &'static str,
    pub missing: fn(amount: &str) -> String,
    pub left: fn(amount: &str) -> String,
    pub untouched: &'static str,
    pub missing_some: fn(amount: &str) -> String,
    pub covered_always: &'static str,
    pub differs: fn(years: &str, page: &str) -> String,
    pub loans: fn(amount: &str, is_more: bool) -> String,

    // The motion.
    pub motion: &'static str,
    /// Whether the first year is adopted already.
    pub resolves: fn(Land, is_adopted: bool) -> &'static str,
    pub no_motion: &'static str,
    pub only_goals: &'static str,
    pub group: fn(code: &str, label: &str) -> String,
    pub row: fn(number: &str, label: &str, is_finance: bool) -> String,
    pub whole_group: fn(label: &str) -> String,
    pub point: fn(&PointSaid<'_>) -> String,
    pub several: fn(&PointSaid<'_>) -> String,
    pub part: fn(place: &str, amount: &str) -> String,
    pub refund: fn(place: &str, amount: &str, is_more: bool, is_finance: bool, is_named: bool) -> String,
    pub posts: fn(group: &str, posts: &str, cost: &str, is_more: bool) -> String,
    pub tax: fn(&TaxSaid<'_>) -> String,
    pub promise: fn(group: &str, year: u16, amount: &str, years: &str, printed: Option<[&str; 2]>) -> String,
    /// What is printed of it: amount and row.
    pub credit: fn(Land, year: u16, amount: &str, is_more: bool, printed: Option<[&str; 3]>) -> String,
    pub together: fn(year: u16) -> String,
    pub row_together: fn(place: &str, points: &str, last: usize, sum: &str) -> String,
    pub year_amount: fn(years: &str, amount: &str) -> String,
    pub not_covered: fn(amount: &str) -> String,
    pub result_by_year: fn(years: &str) -> String,
    pub not_spent: fn(amount: &str) -> String,
    pub without_rows: fn(town: &str) -> String,
    pub rules: [&'static str; 4],
    pub rule_built: &'static str,

    // Old and new.
    pub budget: &'static str,
    pub budget_head: [&'static str; 5],
    pub old: fn(year: u16) -> String,
    pub change: fn(year: u16) -> String,
    pub new: fn(year: u16) -> String,
    pub lasting: fn(Lasting) -> String,
    pub only_changes: fn(from: u16, to: u16) -> String,
    pub planned: fn(from: u16, to: u16) -> String,
    pub gross_note: &'static str,
    pub ordinary_expense: &'static str,
    pub ordinary_revenue: &'static str,
    pub payments: &'static str,
    pub receipts: &'static str,
    pub multiplier: fn(planned: &str, now: &str, is_fee: bool) -> String,
    pub sum_expense: &'static str,
    pub sum_revenue: &'static str,
    pub balance: &'static str,
    pub sum_built: &'static str,

    // Single measures of investment.
    pub projects: &'static str,
    pub projects_head: [&'static str; 3],
    pub promised: fn(year: u16) -> String,
    pub projects_note: &'static str,

    // What follows.
    pub effects: &'static str,
    pub effects_head: [&'static str; 6],
    pub no_effects: &'static str,
    pub further_effects: fn(count: usize) -> String,
    pub generations: &'static str,
    pub generations_head: [&'static str; 3],
    pub law: &'static str,
    pub reasons: &'static str,
    pub reasons_head: [&'static str; 3],
    pub reason_place: &'static str,
    pub chain: &'static str,
    pub chain_head: [&'static str; 7],
    pub chain_none: fn(names: &str) -> String,
    pub assumptions: &'static str,
    pub assumptions_head: [&'static str; 3],
    pub prices: fn(year: u16) -> String,
    pub refund_assumed: fn(group: &str, percent: &str, reason: &str) -> String,
    pub interest_assumed: fn(percent: &str) -> String,
    pub written_off_assumed: &'static str,
    pub rows_assumed: &'static str,
    pub figures_from: fn(source: &str) -> String,
    pub opens: &'static str,
    pub summary: &'static str,

    // Around the sheet.
    pub for_council: &'static str,
    pub for_council_note: &'static str,
    pub print: &'static str,
    pub copy: &'static str,
    pub copy_summary: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub as_workbook: &'static str,
    pub workbook_coming: &'static str,
    pub as_tables: &'static str,
    pub pictures: PictureWords,
    pub rows_missing: &'static str,
    pub rows_coming: &'static str,
    pub rows_again: &'static str,
    pub unnamed: &'static str,
    pub place_head: &'static str,
    pub stacked_note: &'static str,
    pub reason_how: &'static str,
}
