//! Words of the first view: all others may come late.

mod de;
mod en;

pub use de::FIRST as DE;
pub use en::FIRST as EN;

/// Every text that the page shows before its late parts are there, in one language (erste Worte).
///
/// Numbers in sentences come ready formatted.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
#[allow(clippy::type_complexity, reason = "a function with its arguments named says more than an alias")]
pub struct First {
    // Around every screen.
    pub title: &'static str,
    pub skip: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub save: &'static str,
    pub close: &'static str,
    pub privacy: &'static str,
    pub late_title: &'static str,
    pub late_coming: &'static str,
    pub late_missing: &'static str,
    pub late_again: &'static str,
    pub late_language: &'static str,
    pub places: [&'static str; 4],
    pub places_label: &'static str,
    pub broken_title: &'static str,
    pub broken: &'static str,
    pub save_file: &'static str,
    pub town_unknown: fn(id: &str, town: &str) -> String,
    pub method_title: &'static str,
    pub towns_change: &'static str,
    pub file_name: &'static str,
    pub overhead: &'static str,

    // Names of the screens, and the first of them.
    pub screens_label: &'static str,
    pub bench_label: &'static str,
    pub learn: &'static str,
    pub compare: &'static str,
    pub paper: &'static str,
    pub easy: &'static str,
    pub easy_note: &'static str,
    pub stored: &'static str,
    pub statement: &'static str,
    pub share: &'static str,
    pub embed: &'static str,
    pub shared: &'static str,
    pub send: &'static str,
    pub group: &'static str,
    pub menu: &'static str,
    pub to_bench: &'static str,
    pub spends: fn(town: &str, year: u16, amount: &str) -> [String; 3],
    pub square: fn(amount: &str) -> String,
    pub empty_squares: &'static str,
    pub picture: fn(count: &str, square: &str, filled: u32) -> String,
    pub movable: fn(amount: &str) -> [String; 3],
    pub your_turn: &'static str,
    pub quick: &'static str,
    pub quick_holds: &'static str,
    pub bench_holds: fn(goals: usize) -> String,
    pub honest: fn(plan: &str, town: &str) -> String,
    pub which_goal: &'static str,
    pub where_from_any: &'static str,
    pub outcome: &'static str,
}
