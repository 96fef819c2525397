//! Words of what stands behind one step on the workbench.

mod de;
mod en;

pub use de::BENCH as DE;
pub use en::BENCH as EN;

/// Every text of what stands behind one step on the workbench in one language (Werkbank).
///
/// Numbers in sentences come ready formatted.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
#[allow(clippy::type_complexity, reason = "a function with its arguments named says more than an alias")]
pub struct Bench {
    // Years and reason of a change.
    pub years_and_reason: &'static str,
    pub only_reason: &'static str,
    pub from_year: &'static str,
    pub to_year: &'static str,
    pub from_year_of: fn(name: &str) -> String,
    pub to_year_of: fn(name: &str) -> String,
    pub reversed: fn(from: u16, to: u16) -> String,
    pub locked_years: &'static str,
    pub tax_years: fn(from: u16, to: u16) -> String,
    pub reason: &'static str,
    pub reason_of: fn(name: &str) -> String,
    pub reason_note: fn(letters: usize) -> String,
    pub because: fn(reason: &str) -> String,
}
