//! Rows of evidence: what money does, what one indicator does to another, and what money buys.

use serde::{Deserialize, Serialize};

use super::{Basis, Bilingual, Grade, IndicatorAt, LeverAt, Seen};

/// What a study found about a lever and an indicator (Richtung des veröffentlichten Befunds).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// More money makes it better.
    Improves,
    /// More money makes it worse.
    Worsens,
    /// It was looked for, and none was found.
    #[serde(rename = "none")]
    Nothing,
    /// Nobody looked, or what was found does not agree.
    Unknown,
}

/// What studies say about a lever and an indicator (Wirkungszeile).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// Key of the row.
    pub id: String,
    /// The lever.
    pub lever: LeverAt,
    /// The indicator; none if no indicator of the pack measures it.
    pub indicator: Option<IndicatorAt>,
    /// Part of a euro that works for the indicator; zero means no documented effect.
    pub share: f64,
    /// How well it is known.
    pub grade: Grade,
    /// How well the step from euros to a quantity is known: cost per kilometre, per place, per case.
    pub euro_grade: Grade,
    /// What the study found.
    pub direction: Finding,
    /// Year of the source.
    pub year: u16,
    /// Author, title, year.
    pub source: String,
    /// Address, possibly empty.
    pub url: String,
    /// What was read of it.
    pub seen: Seen,
    /// The sentence a citizen reads.
    pub sentence: Bilingual,
    /// What limits it.
    pub caveat: Bilingual,
}

impl Effect {
    /// Grade of the weaker of its two steps, which the range follows (schwächerer Beleggrad).
    pub fn weaker_grade(&self) -> Grade {
        self.grade.max(self.euro_grade)
    }

    /// Whether money moves an indicator by it.
    pub fn has_number(&self) -> bool {
        self.share != 0.0 && self.indicator.is_some()
    }

    /// Whether a study found nothing, other than finding something that the model has no number for.
    pub fn is_known_nothing(&self) -> bool {
        self.direction == Finding::Nothing
    }
}

/// A link between two indicators (Mitwirkung), score −3 to 3.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spillover {
    /// The giving indicator.
    pub from: IndicatorAt,
    /// The receiving indicator.
    pub to: IndicatorAt,
    /// Nilsson score.
    pub score: f64,
    /// Why.
    pub reason: Bilingual,
    /// Where it is written.
    pub source: String,
    /// What was read of it.
    pub seen: Seen,
}

/// What a lever's money buys (Leistung).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Output {
    /// The lever.
    pub lever: LeverAt,
    /// Plural noun phrase.
    pub many: Bilingual,
    /// Singular noun phrase.
    pub one: Bilingual,
    /// Euros per unit, and its plausible range.
    pub unit_cost: f64,
    /// Low and high end of the unit cost.
    pub range: (f64, f64),
    /// Year of the cost.
    pub year: u16,
    /// How firm it is.
    pub basis: Basis,
    /// Where it comes from.
    pub source: String,
    /// Address, possibly empty.
    pub url: String,
    /// What was read of it.
    pub seen: Seen,
    /// What a reader must know.
    pub note: Bilingual,
}
