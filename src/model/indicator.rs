use serde::{Deserialize, Serialize};

use super::{Ages, Basis, Bilingual, FieldAt, Note, Year};

/// Which way is better (Zielrichtung).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// The ends of an indicator in its own unit; direction is in worst and best (Skala).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// Value at which nothing worse is imagined.
    pub worst: f64,
    /// Value at which nothing better is imagined.
    pub best: f64,
}

impl Scale {
    /// Value in the unit to logit; up is always better. Clamped to 1 % and 99 % of the scale (chain.md, Reference).
    pub fn logit(self, value: f64) -> f64 {
        let s = ((value - self.worst) / (self.best - self.worst)).clamp(0.01, 0.99);
        (s / (1.0 - s)).ln()
    }

    /// Logit back to the unit (chain.md, Reference).
    pub fn value(self, logit: f64) -> f64 {
        self.worst + (self.best - self.worst) / (1.0 + (-logit).exp())
    }

    /// Slope d value / d logit at a logit, in the unit.
    pub fn slope(self, logit: f64) -> f64 {
        let s = 1.0 / (1.0 + (-logit).exp());
        (self.best - self.worst) * s * (1.0 - s)
    }
}

/// A measured value (Messwert).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// Year of measurement.
    pub year: Year,
    /// Value in the indicator's unit.
    pub value: f64,
    /// How firm it is.
    pub basis: Basis,
    /// Key of its source.
    pub source: String,
    /// Whether it was measured in this town; if not, it stands in for a missing value.
    pub is_local: bool,
}

/// Who set a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// Decided for this town.
    Official,
    /// National value, for orientation (Orientierungswert Bund).
    Orientation,
}

/// A value to reach by a year (Zielwert).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Value in the indicator's unit.
    pub value: f64,
    /// Year it should be reached, if one is named.
    pub year: Option<Year>,
    /// Who set it.
    pub kind: TargetKind,
    /// Where it is written.
    pub source: String,
}

/// What the indicator's rate counts (Bezugsgröße).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CountBase {
    /// Persons in an age range, from the population table.
    Ages(Ages),
    /// A fixed number.
    Fixed(f64),
}

/// How a change of a rate is said as a count of people, tonnes or places (Zahl statt Quote).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Count {
    /// The rate's denominator: 100 for percent, 1000 for per thousand.
    pub per: f64,
    /// What the rate is taken of.
    pub base: CountBase,
    /// Plural noun phrase.
    pub noun: Bilingual,
    /// How firm the base is.
    pub basis: Basis,
    /// Where it comes from.
    pub source: String,
}

/// One sustainability indicator (Kennzahl).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Stable key.
    pub id: String,
    /// Its field of action.
    pub field: FieldAt,
    /// Short name.
    pub name: Bilingual,
    /// Unit as written behind a number.
    pub unit: Bilingual,
    /// One plain sentence.
    pub definition: Bilingual<Note>,
    /// Digits after the decimal mark.
    pub decimals: usize,
    /// Which way is better.
    pub direction: Direction,
    /// Ends of the scale.
    pub scale: Scale,
    /// Measured values in order of years, never empty.
    pub series: Vec<Measured>,
    /// Where it should go, if anybody decided that.
    pub target: Option<Target>,
    /// How to count its change, if that makes sense.
    pub count: Option<Count>,
    /// What a reader must know about the figure.
    pub note: Bilingual<Note>,
}

impl Indicator {
    /// The last measured value, where the reference path starts.
    pub fn start(&self) -> f64 {
        self.series.last().map_or(self.scale.worst, |last| last.value)
    }
}
