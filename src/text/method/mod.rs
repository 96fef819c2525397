//! Words of the page "Wie wird gerechnet?": a title, a plain sentence or two, and what the letters mean.

mod de;
mod en;
mod steps_de;
mod steps_en;
mod way;
mod way_de;
mod way_en;

pub use de::METHOD as DE;
pub use en::METHOD as EN;
pub use way::{AloudSaid, WayWords};

use crate::model::fiscal::BudgetLaw;
use crate::model::forecast::NoiseFrom;
use crate::model::{Basis, MeasureKind, OwnNumberOf};

/// A step of the way from a moved euro to a generation (Abschnitt der Rechnung).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// What is moved.
    Money,
    /// What it buys.
    Output,
    /// What it does to indicators.
    Indicators,
    /// What it does to result, debt and reserves.
    Budget,
    /// What it means for people by year of birth, and for nature.
    Generations,
}

/// A formula of the model (Rechenschritt).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the German text says what each one is")]
pub enum Formula {
    OwnMoney,
    Tax,
    Bought,
    Working,
    Building,
    Arrived,
    Count,
    InUnit,
    Scale,
    Reference,
    Shown,
    Explanation,
    NotYet,
    Uncertainty,
    Spread,
    Vanishing,
    PerEuro,
    Times,
    Loops,
    Noise,
    Slope,
    Fluctuation,
    BackTest,
    Quantile,
    Faint,
    Chances,
    Operating,
    Payment,
    Depreciation,
    Result,
    Debt,
    Reserves,
    Law,
    Surpluses,
    CarryForward,
    KeyFigures,
    Shock,
    ShockCourse,
    Recovery,
    Ledger,
    Closing,
    LeftBehind,
    OwnMeans,
    ResultPerHead,
    Reach,
    Upkeep,
    Backlog,
    Inheritance,
    InheritanceChange,
    CarbonAccount,
    Damage,
    Floors,
    FutureShare,
    WeakLens,
}

/// How many things the model sets for every town.
pub const SETTINGS: usize = 9;

/// A noun phrase as a sentence begins with it.
pub fn begun(noun: &str) -> String {
    let mut letters = noun.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Title, plain words, and the meaning of the letters.
pub type Explained = [&'static str; 3];

/// What some things change, numbers ready formatted and without signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSaid {
    /// How much.
    pub count: String,
    /// Plural noun phrase of what is counted.
    pub noun: String,
    /// Whether there is more of it.
    pub is_more: bool,
    /// Ends of the range, the one nearer to zero first; none where there is no other number than this.
    pub range: Option<(String, String)>,
}

/// What a unit costs, amounts ready formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceSaid<'a> {
    /// Singular noun phrase of the unit.
    pub one: &'a str,
    /// Price.
    pub cost: String,
    /// Lower end of its range.
    pub low: String,
    /// Upper end of its range.
    pub high: String,
    /// Year of the prices.
    pub year: u16,
    /// How firm it is.
    pub basis: Basis,
}

/// A number of the town beside the one that it replaces, both ready formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSaid<'a> {
    /// What it replaces.
    pub of: OwnNumberOf,
    /// The number.
    pub value: String,
    /// The one in the catalogue, if there is one.
    pub default: Option<String>,
    /// Year it stands for.
    pub year: u16,
    /// How firm it is.
    pub basis: &'static str,
    /// Why, possibly empty.
    pub reason: &'a str,
}

/// How much of the evidence has a number, and of how much the source itself was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceSaid {
    /// All effects.
    pub effects: usize,
    /// Those with a number.
    pub numbered: usize,
    /// Those with a number for an indicator of the town.
    pub counted: usize,
    /// Those of which no effect was found.
    pub nothing: usize,
    /// Those of which nothing usable was found.
    pub unknown: usize,
    /// Those whose source was read itself.
    pub read: usize,
    /// All unit costs.
    pub costs: usize,
    /// Unit costs whose source was read itself.
    pub costs_read: usize,
}

/// What the chain makes of an indicator, numbers ready formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleSaid {
    /// Worst value with its unit.
    pub worst: String,
    /// Best value with its unit.
    pub best: String,
    /// Points by which it fluctuates from one year to the next.
    pub noise: String,
    /// Where they come from.
    pub noise_from: NoiseFrom,
    /// Whether an effect or a link with a number leads there.
    pub is_moved: bool,
}

/// What a rate is taken of, numbers ready formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaseSaid {
    /// Nothing: the value itself counts.
    Itself,
    /// People of some ages, and how many there are in the first year.
    Ages(u8, u8, String),
    /// A fixed number.
    Fixed(String),
}

/// What the model sets for every town, numbers ready formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsSaid {
    /// Members of the ensemble.
    pub members: String,
    /// Spread at each grade, the best first.
    pub spreads: [String; 4],
    /// Standard deviations from the middle to a tenth.
    pub tenth: String,
    /// Share of the members in which a row of grade D does nothing.
    pub vanishing: String,
    /// Spread of lives and delays.
    pub times: String,
    /// What may be left of a change that goes round, at most.
    pub radius: String,
    /// Values that a trend, a fluctuation and a back-test need, and how many that one covers up.
    pub needs: [String; 4],
    /// What may be left of a crisis that is over.
    pub recovered: String,
    /// Rates to choose from.
    pub rates: String,
}

/// Of how many indicators the series says what (Woher die Spannen kommen).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSaid {
    /// All indicators.
    pub all: usize,
    /// Those with a trend of their own.
    pub trend: usize,
    /// Those whose fluctuation is their own.
    pub noise: usize,
    /// Those with a back-test.
    pub back_test: usize,
    /// Whether the pack names what is usual for the others.
    pub is_usual_given: bool,
    /// How many members the ensemble has, ready formatted.
    pub members: String,
}

/// All words of the page in one language.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
#[allow(clippy::type_complexity, reason = "a function with its arguments named says more than an alias")]
pub struct Method {
    pub way: WayWords,
    pub intro: &'static str,
    pub chapter: fn(Chapter) -> &'static str,
    pub formula: fn(Formula, &BudgetLaw) -> Explained,
    pub known: &'static str,
    pub known_said: fn(&KnownSaid) -> [String; 3],
    pub own: &'static str,
    pub ground: fn(Basis) -> &'static str,
    pub value: fn(value: &str, year: u16) -> String,
    pub value_names: [&'static str; 18],
    pub tax: fn(yields: &str, multiplier: &str, low: &str, high: &str) -> String,
    pub borne: fn(from: u8, to: u8) -> String,
    pub line_bounds: fn(low: &str, high: &str) -> String,
    pub line_ages: fn(from: u8, to: u8) -> String,
    pub line_goals: fn(goals: &str) -> String,
    pub line_reimbursed: fn(percent: &str) -> String,
    pub line_life: fn(years: u16) -> String,
    pub future_of: fn(lever: &str) -> String,
    pub future: fn(future: &str, education: &str, upkeep: &str) -> String,
    pub shock_of: fn(name: &str) -> String,
    pub settings: fn(&SettingsSaid) -> [(&'static str, String); SETTINGS],
    pub scale_of: fn(indicator: &str) -> String,
    pub scale: fn(&ScaleSaid) -> String,
    pub count_of: fn(indicator: &str) -> String,
    pub counts: fn(noun: &str, per: &str, base: &BaseSaid) -> String,
    pub catalogue: &'static str,
    pub left_out: fn(measure: &str) -> String,
    pub evidence: &'static str,
    pub evidence_note: &'static str,
    pub evidence_said: fn(&EvidenceSaid) -> String,
    pub order: &'static str,
    pub orders: [&'static str; 3],
    pub show: &'static str,
    pub links: &'static str,
    pub costs: &'static str,
    pub value_kinds: [&'static str; 3],
    pub count: fn(shown: usize, all: usize) -> String,
    pub nothing_shown: &'static str,
    pub acts_on: fn(lever: &str, indicator: &str) -> String,
    pub acts_on_nothing: fn(lever: &str) -> String,
    pub per_unit: fn(things: &str, noun: &str, &ChangeSaid) -> String,
    pub per_count: fn(things: &str, noun: &str, &ChangeSaid) -> String,
    pub found_nothing: &'static str,
    pub found_unknown: &'static str,
    pub not_counted: fn(number: &str) -> String,
    pub arrives: fn(all_and_most: Option<[String; 2]>) -> String,
    pub per_euro: &'static str,
    pub borrowed: fn(town: &str) -> String,
    pub no_range: &'static str,
    pub may_vanish: fn(percent: &str) -> String,
    pub arithmetic: &'static str,
    pub further: &'static str,
    pub own_number: fn(&OwnSaid<'_>) -> String,
    pub cost_of: fn(measure: &str) -> String,
    pub bought_by: fn(lever: &str, is_usual: bool) -> String,
    pub price: fn(&PriceSaid<'_>) -> String,
    pub lives: fn(years: &str, MeasureKind) -> String,
    pub starts_after: fn(years: &str) -> String,
    pub granted: fn(percent: &str) -> String,
    pub reimbursed: fn(percent: &str) -> String,
    pub follow_cost: fn(amount: &str) -> String,
    pub saving: fn(amount: &str) -> String,
    pub most_per_year: fn(number: &str) -> String,
    pub no_most: &'static str,
    pub indexed: fn(from: u16, factor: &str, plan: u16, basis: &str) -> String,
    pub other_prices: fn(plan: u16) -> String,
}
