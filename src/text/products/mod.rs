//! Words of the same budget by products and by goals, and of the wheel of ceiling and floor.

mod de;
mod en;

pub use de::PRODUCTS as DE;
pub use en::PRODUCTS as EN;

/// What a draft changes on both sides (Bewegung auf beiden Seiten); amounts come ready formatted.
pub struct BothSides<'a> {
    /// Change of expense; none where none moves.
    pub expense: Option<&'a str>,
    /// Change of payments for investment; none where none moves.
    pub built: Option<&'a str>,
    /// So many product areas.
    pub areas: usize,
    /// So many goals.
    pub goals: usize,
    /// Whether what is assigned to no goal moves as well.
    pub is_none_moved: bool,
}

/// Every text of products and goals in one language (Von 1991 nach 2030).
///
/// Numbers in sentences come ready formatted.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
pub struct Products {
    pub title: &'static str,
    pub intro: &'static str,
    pub said: fn(year: u16, all: &str, areas: usize, goals: usize, served: &str, none: &str) -> String,
    pub untouched: &'static str,
    pub only_taxes: &'static str,
    pub moved: fn(&BothSides<'_>) -> String,
    pub follow: &'static str,
    pub show_all: &'static str,
    pub areas: &'static str,
    pub goals: &'static str,
    pub no_goal: &'static str,
    pub unnamed: fn(code: &str) -> String,
    pub of_which: fn(amount: &str) -> String,
    pub changed: &'static str,
    pub built: fn(change: &str) -> String,
    pub area_said: fn(name: &str, amount: &str, groups: usize, goal: &str, most: &str) -> String,
    pub group_said: fn(name: &str, code: &str, amount: &str) -> String,
    pub goal_said: fn(name: &str, amount: &str, areas: usize, area: &str, most: &str) -> String,
    pub nothing_planned: fn(name: &str) -> String,
    pub draft: fn(change: &str) -> String,
    pub area_head: [&'static str; 4],
    pub goal_head: [&'static str; 4],
    pub group_goals: &'static str,
    pub picture: &'static str,
    pub table_head: [&'static str; 2],
    pub all_groups: &'static str,
    pub sum: &'static str,
    pub unit: fn(year: u16) -> String,
    pub lines: &'static str,

    pub by_areas: &'static str,
    pub seats_said: fn(areas: &str, count: usize, goals: &str) -> String,
    pub seats_taxes: &'static str,
    pub seats_head: [&'static str; 5],
    pub seats_note: &'static str,

    pub wheel: &'static str,
    pub wheel_said: fn(all: usize, known: usize, kept: usize) -> String,
    pub wheel_how: &'static str,
    pub wheel_drawn: fn(horizon: u16) -> String,
    pub wheel_name: &'static str,
    pub wheel_as: [&'static str; 3],
    pub ceiling: &'static str,
    pub foundation: &'static str,
    pub not_measured: fn(town: &str) -> String,
    pub no_limit: &'static str,
    pub safe: fn(value: &str, is_least: bool) -> String,
    pub today: fn(value: &str, year: u16) -> String,
    pub kept: &'static str,
    pub over: &'static str,
    pub short: &'static str,
    pub later: fn(year: u16, plan: &str, changed: Option<&str>) -> String,
}
