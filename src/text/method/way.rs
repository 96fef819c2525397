//! Words of the way from money to an indicator.

/// Every text of the way from money to an indicator in one language (Wirkungsweg).
///
/// Numbers in sentences come ready formatted and without a sign, unless it is said.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
#[allow(clippy::type_complexity, reason = "a function with its arguments named says more than an alias")]
pub struct WayWords {
    pub pick: &'static str,
    pub of_goal: fn(number: Option<u8>, goal: &str) -> String,

    // The number as headline.
    pub counted: fn(of: &str, is_more: bool) -> String,
    pub uncounted: fn(name: &str, of: &str, is_more: bool) -> String,
    pub today: fn(name: &str, last: &str, when: &str) -> String,
    pub nothing_moved: &'static str,
    pub aloud: fn(&AloudSaid<'_>) -> String,

    // The chain.
    pub question: &'static str,
    pub band: &'static str,
    pub largest: fn(ways: usize) -> String,
    pub money: &'static str,
    pub thing: &'static str,
    pub stock: fn(year: u16) -> String,
    pub between: &'static str,
    pub effect: &'static str,
    pub together: &'static str,
    pub indicator: &'static str,
    pub years: fn(from: u16, to: u16, is_even: bool, is_more: bool) -> String,
    pub decided: &'static str,
    pub exactly: &'static str,
    pub row: fn(title: &str) -> String,
    pub by_price: fn(price: &str) -> String,
    pub things: fn(noun: &str, is_more: bool) -> String,
    pub in_effect: fn(year: u16) -> String,
    pub times: fn(factor: &str, is_years: bool) -> String,
    pub lasts: fn(years: &str) -> String,
    pub arriving: fn(working: &str, year: u16) -> String,
    pub in_stock: fn(noun: &str, year: u16, is_more: bool) -> String,
    pub acting: fn(noun: &str, year: u16, is_more: bool) -> String,
    pub times_units: fn(factor: &str) -> String,
    pub times_link: fn(factor: &str) -> String,
    pub on_several: &'static str,
    pub changed: fn(noun: &str, is_more: bool) -> String,
    /// What other ways lead there, and what they change together, with its sign.
    pub further: fn(names: &str, rest: &str) -> String,
    /// A measure whose change another indicator hands on.
    pub handed_on: fn(measure: &str, via: &str) -> String,
    pub of_base: fn(base: &str) -> String,
    pub in_unit: fn(name: &str, year: u16, is_more: bool) -> String,

    // Why exactly so much.
    pub why: &'static str,
    pub why_legend: &'static str,
    pub why_one: fn(measure: &str) -> String,
    pub why_most: fn(measure: &str, value: &str, all: usize, sum: &str) -> String,
    pub as_planned: &'static str,
    pub with_changes: fn(level: &str) -> String,
    pub course: &'static str,
    pub sources: &'static str,
}

/// What the chain says when it is read aloud (Vorlesesatz).
pub struct AloudSaid<'a> {
    /// Money a year.
    pub money: &'a str,
    /// Whether there is more of it.
    pub is_more: bool,
    /// The first and the last year, if that is not the horizon.
    pub until: Option<(u16, u16)>,
    /// Whether every year gets as much.
    pub is_even: bool,
    /// Units that it buys in a year.
    pub count: &'a str,
    /// What they are.
    pub noun: &'a str,
    /// Units at the horizon together, of what lasts.
    pub together: Option<&'a str>,
    /// The horizon.
    pub horizon: u16,
    /// What the way changes.
    pub effect: &'a str,
    /// What that counts.
    pub effect_noun: &'a str,
    /// Whether that is more.
    pub is_effect_more: bool,
    /// How many other ways lead there, and what all of them change together, with its sign.
    pub further: Option<(usize, &'a str)>,
    /// The change in the unit with its sign, where the count is not it already.
    pub in_unit: Option<&'a str>,
}
