//! Words of the first screen and of the short path.

mod de;
mod en;

pub use de::DOORS as DE;
pub use en::DOORS as EN;

/// Every text of the doors, of the short path and of the ways between the screens in one language (Türen).
///
/// Numbers in sentences come ready formatted.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
#[allow(clippy::type_complexity, reason = "a function with its arguments named says more than an alias")]
pub struct Doors {
    // Between the screens.
    pub on_this_page: &'static str,
    pub back: &'static str,

    // The first screen.

    // The workbench.
    pub what_differently: &'static str,
    pub how_to_begin: &'static str,
    pub not_recorded: &'static str,
    pub not_nothing: &'static str,
    pub tax_moved: fn(name: &str) -> String,
    pub draft_moved: &'static str,
    pub draft_where: &'static str,
    pub million_buys: &'static str,
    pub see_changes: &'static str,
    pub all_changes: &'static str,
    pub take_back: &'static str,
    pub take_back_of: fn(name: &str) -> String,

    // Steps of the short path.
    pub steps_label: &'static str,
    pub steps: [&'static str; 4],
    pub step: fn(number: usize) -> String,

    // Which goal.
    pub longer_is_more: &'static str,
    /// A share of a hundred in small numbers: three of four.
    pub of_many: fn(part: u8, whole: u8) -> String,
    /// A small number in words; none where digits are easier to read.
    pub small_number: fn(number: u8) -> Option<&'static str>,
    pub about: fn(value: &str) -> String,
    pub when: fn(year: u16, is_local: bool) -> String,

    // Which measure.
    pub of_goal: fn(number: u8, name: &str) -> String,
    pub what_more: &'static str,
    pub unit_price: fn(one: &str, cost: &str, is_yearly: bool) -> String,
    pub planned: fn(amount: &str) -> String,
    pub as_planned: &'static str,
    pub a_year: &'static str,
    /// The goals that a thing serves besides; with how many others where they are too many to name.
    pub serves_too: fn(names: &[String]) -> String,
    /// What goes from one goal to another without more or less of it.
    pub between_goals: &'static str,
    /// What a size without a sign is of, and which way it goes.
    pub more_or_less: fn(what: &str, is_more: bool) -> String,
    pub in_the_year: fn(what: &str) -> String,
    pub in_the_year_until: fn(what: &str, year: u16) -> String,
    /// What is paid or saved a year, and of that by the town itself where that differs.
    pub paid: fn(amount: &str, own: Option<&str>, is_more: bool) -> String,
    /// After that where loans pay for it.
    pub by_loans: &'static str,
    pub built: &'static str,
    /// How many there are today; how many more or less each year, until which year if that is not the last one, and how
    /// many at the horizon together.
    pub stock: fn(
        known: Option<(&str, u16)>,
        each: &str,
        until: Option<u16>,
        together: Option<(&str, u16)>,
        is_more: bool,
    ) -> String,
    pub other_choices: fn(count: usize) -> String,
    pub what_changes: &'static str,
    pub against_plan: fn(horizon: u16) -> String,
    pub choose_first: &'static str,
    pub not_counted: &'static str,
    pub uncounted: fn(count: usize) -> String,
    pub more_changes: fn(count: usize) -> String,
    pub whole_goal: &'static str,
    pub whole_goal_bench: &'static str,
    pub to_money: &'static str,

    // Where the money comes from.
    pub where_from: fn(amount: &str) -> String,
    pub nothing_to_cover: &'static str,
    pub you_gain: &'static str,
    pub you_give: &'static str,
    pub nothing_yet: &'static str,
    pub more_revenue: fn(taxes: &str, is_cut: bool) -> String,
    /// Heading of the other ways; what is left may as well be spent.
    pub instead: fn(is_left: bool) -> &'static str,
    pub other_measure: &'static str,
    pub other_measure_from: fn(goals: usize) -> String,
    pub reserve: &'static str,
    pub left_open: fn(amount: &str) -> String,
    pub nothing_open: &'static str,
    pub leave_so: &'static str,
    pub reserve_law: &'static str,
    pub take: &'static str,
    pub take_of: fn(name: &str) -> String,
    pub nothing_missing: &'static str,
    pub to_plan_of: fn(name: &str) -> String,
    pub as_set: fn(multiplier: &str, is_fee: bool) -> String,
    pub set_to: fn(from: &str, to: &str, brings: &str, is_fee: bool) -> String,
    pub bill: fn(euros: &str, is_typed: bool) -> String,
    /// That there is a doubt in court, on the way to who tells of it.
    pub disputed: &'static str,
    pub base_amount: &'static str,
    pub base_amount_note: &'static str,
    pub to_outcome: &'static str,

    // The card.
    pub draft_for: fn(town: &str) -> String,
    pub nothing_moved: &'static str,
    pub headline: fn(more: &[String], less: &[String], taxes: &[String]) -> String,
    /// A tax or fee that is higher or lower than planned.
    pub tax_way: fn(name: &str, is_higher: bool) -> String,
    pub not_covered: fn(amount: &str) -> String,
    pub left_over: fn(amount: &str) -> String,
    pub brings: &'static str,
    pub costs: &'static str,
    pub taxes_stay: &'static str,
    pub nothing: &'static str,
    pub generations: &'static str,
    pub law: &'static str,
    pub certainty: &'static str,
    /// The ends of a change whose direction is not known, and what it is of.
    pub either_way: fn(ends: &str, noun: &str) -> String,
    pub sure_of: fn(noun: &str, range: &str, sentence: &str) -> String,
    /// What a tax brings, after its euros.
    pub tax_pays: fn(name: &str, label: &str, now: &str, planned: &str) -> String,
    pub further: fn(changes: usize, effects: usize) -> String,
    pub what_now: &'static str,
    pub look_closer: &'static str,
}
