//! Words of the page "Wie wird gerechnet?": a title, a plain sentence or two, and what the letters mean.

mod de;
mod en;
mod steps_de;
mod steps_en;

pub use de::METHOD as DE;
pub use en::METHOD as EN;

use crate::model::Basis;
use crate::model::fiscal::BudgetLaw;

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
    Output,
    Scale,
    Reference,
    Effort,
    Delay,
    Response,
    Deviation,
    Projection,
    Uncertainty,
    Noise,
    Slope,
    Fluctuation,
    BackTest,
    Quantile,
    Faint,
    Chances,
    SpillStrength,
    Explanation,
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

/// Title, plain words, and the meaning of the letters.
pub type Explained = [&'static str; 3];

/// How an indicator reacts, numbers ready formatted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReactionSaid {
    /// Worst value with its unit.
    pub worst: String,
    /// Best value with its unit.
    pub best: String,
    /// Time constant in years.
    pub delay: String,
    /// Points lost per year without money.
    pub decay: String,
    /// Headroom.
    pub headroom: String,
    /// Part of a deviation that vanishes per year, in percent.
    pub fade: String,
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
    pub title: &'static str,
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
    pub settings: fn(counts: &[String; 5], spreads: &[String; 4], shares: &[String; 3]) -> [(&'static str, String); 7],
    pub reaction_of: fn(indicator: &str) -> String,
    pub fitted: fn(rows: &str) -> String,
    pub grades: fn(grades: &[String; 2]) -> String,
    pub reaction: fn(&ReactionSaid) -> String,
    pub reaction_none: fn(worst: &str, best: &str) -> String,
    pub evidence: &'static str,
    pub evidence_note: &'static str,
    pub order: &'static str,
    pub orders: [&'static str; 3],
    pub show: &'static str,
    pub spillovers: &'static str,
    pub costs: &'static str,
    pub value_kinds: [&'static str; 3],
    pub count: fn(shown: usize, all: usize) -> String,
    pub nothing_shown: &'static str,
    pub acts_on: fn(lever: &str, indicator: &str) -> String,
    pub acts_on_nothing: fn(lever: &str) -> String,
    pub share: fn(cents: &str, is_harmful: bool) -> String,
    pub no_effect: &'static str,
    pub no_number: &'static str,
    pub score: fn(score: &str) -> String,
    pub cost_of: fn(lever: &str, output: &str) -> String,
    pub row: fn(id: &str) -> String,
}
