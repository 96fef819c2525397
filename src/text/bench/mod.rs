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

    // Moving money from one to another.
    pub shift: &'static str,
    pub shift_title: &'static str,
    pub shift_note: &'static str,
    pub shift_from: &'static str,
    pub shift_to: &'static str,
    pub shift_choose: &'static str,
    pub shift_amount: &'static str,
    pub shift_amount_unit: &'static str,
    pub whole_goal: fn(name: &str) -> String,
    pub shift_end: fn(name: &str, amount: &str, detail: &str, gets: bool) -> String,
    pub units: fn(count: &str, noun: &str, is_more: bool) -> String,
    /// How much of the wish goes, and why no more.
    pub shift_less: fn(wish: &str, amount: &str, why: &str) -> String,
    pub shift_nothing: &'static str,
    pub giver_ends: fn(name: &str) -> String,
    pub taker_ends: fn(name: &str) -> String,
    pub both_end: &'static str,
    pub shift_balance: fn(change: &str) -> String,
    pub shift_years: &'static str,
    pub shift_first: &'static str,
    pub shift_do: &'static str,

    /// The whole lever, where other goals hold a part of its change.
    pub lever_elsewhere: fn(names: &str, together: &str) -> String,

    // What a whole goal spreads on.
    pub spreads_on: fn(parts: &str) -> String,
    pub would_spread: fn(parts: &str) -> String,
    pub would_spread_one_way: fn(parts: &str, is_more: bool) -> String,
    pub part: fn(percent: &str, name: &str, is_below: bool) -> String,
    pub part_in_euros: fn(amount: &str, name: &str) -> String,
    pub and_further: fn(parts: &str, count: usize) -> String,
}
