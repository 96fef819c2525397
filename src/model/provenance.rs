use serde::{Deserialize, Serialize};

use super::{InEnglish, Note};

/// How firm a figure is (Grundlage), the firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Published by a public body (amtlich).
    Official,
    /// Computed, rounded or forecast from published figures (Schätzung).
    Estimate,
    /// Set here, with a reason (Annahme).
    Assumption,
}

/// How well an effect is known (Beleggrad).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grade {
    /// Local or German municipal evaluation.
    A,
    /// Published study, meta-analysis or panel.
    B,
    /// Expert judgement, or an identity with an assumed unit cost.
    C,
    /// Unknown.
    D,
}

/// What was read of a source (Stand der Kenntnis).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// The original itself.
    Primary,
    /// What somebody else says of it.
    Secondary,
    /// Nothing: it stands here from memory.
    Recalled,
    /// Nothing of others: it was computed from figures named here.
    Computed,
}

/// A text of the pack in the languages it must have; a [`Note`] where the page may open without it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual<De = String> {
    /// German.
    pub de: De,
    /// English.
    pub en: InEnglish,
}

impl Bilingual {
    /// The same as a text that may come later.
    pub fn noted(self) -> Bilingual<Note> {
        Bilingual { de: self.de.into(), en: self.en }
    }
}

/// Where figures come from (Quelle).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Key that rows of the pack refer to.
    pub id: String,
    /// Author, title, year, page, and what was taken from there.
    pub text: Bilingual<Note>,
    /// Address, possibly empty.
    pub url: String,
    /// What was read of it.
    pub seen: Seen,
}

/// A whole file of a pack that names where it comes from (Herkunft).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The printed plan.
    Budget,
    /// Levers, and what their money is for.
    Levers,
    /// Reserves by year.
    Reserves,
    /// Who spends the money.
    Departments,
    /// Other years.
    History,
    /// People by age.
    Population,
}

/// A single figure that never travels without its origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sourced {
    /// The figure in the unit that its field names.
    pub value: f64,
    /// How firm it is.
    pub basis: Basis,
    /// Key of its [`Source`].
    pub source: String,
    /// Year it stands for.
    pub year: u16,
}
