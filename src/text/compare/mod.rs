//! Words of the page that lays drafts side by side.

mod de;
mod en;

pub use de::COMPARE as DE;
pub use en::COMPARE as EN;

/// Every text of the comparison in one language (Vergleichen).
///
/// Numbers in sentences come ready formatted.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
pub struct Compare {
    pub title: fn(count: usize, town: &str) -> String,
    pub title_of_one: fn(town: &str) -> String,
    pub none: &'static str,
    pub none_note: &'static str,
    pub note: &'static str,
    pub choose: &'static str,
    pub most: fn(most: usize) -> String,
    pub own: &'static str,
    pub generations: &'static str,
    pub generations_note: fn(horizon: u16) -> String,
    pub born: &'static str,
    pub table: &'static str,
    pub only_differences: &'static str,
    pub no_differences: &'static str,
    pub what: &'static str,
    pub plan: &'static str,
    pub as_planned: &'static str,
    pub things: &'static str,
    pub balance: &'static str,
    pub built: &'static str,
    pub indicators: fn(horizon: u16) -> String,
    pub per_person: fn(horizon: u16) -> String,
    pub law: &'static str,
    pub consolidation: &'static str,
    pub needed_from: fn(year: u16) -> String,
    pub not_needed: &'static str,
    pub reserve: fn(year: u16) -> String,
    pub debt: fn(year: u16) -> String,
    pub crises: &'static str,
    pub crises_of: fn(count: usize, all: usize) -> String,
    pub covered: &'static str,
    pub more_below: fn(count: usize) -> String,
    pub nothing_moved: &'static str,
}
