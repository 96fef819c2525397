use crate::model::{Basis, Grade, LeverAt, Purpose};

/// What a row tells of (Art der Zeile).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An effect, by how well it is known.
    Effect(Grade),
    /// What one indicator does to another.
    Link,
    /// What a unit of a measure costs.
    Cost,
    /// A value that the calculation takes as given, by how firm it is.
    Value(Basis),
}

impl Kind {
    /// All kinds in the order in which the page offers them.
    pub const ALL: [Self; 9] = [
        Self::Effect(Grade::A),
        Self::Effect(Grade::B),
        Self::Effect(Grade::C),
        Self::Effect(Grade::D),
        Self::Link,
        Self::Cost,
        Self::Value(Basis::Official),
        Self::Value(Basis::Estimate),
        Self::Value(Basis::Assumption),
    ];
}

/// One row of evidence, or a value that the calculation takes as given (Belegzeile).
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its key, by which links find it.
    pub id: String,
    /// What acts on what.
    pub title: String,
    /// The sentence a citizen reads.
    pub sentence: String,
    /// The number in words, or why there is none.
    pub number: String,
    /// On what terms it holds: how long it takes, whose counts it rests on, what the town itself knows better.
    pub terms: String,
    /// How it was computed, in English as it was noted; possibly empty.
    pub arithmetic: String,
    /// What limits it.
    pub caveat: String,
    /// Grade, if it is an effect.
    pub grade: Option<Grade>,
    /// Author, title, year.
    pub source: String,
    /// Its first address, possibly empty.
    pub url: String,
    /// Its other addresses, each after the name of the place it leads to.
    pub further: Vec<(String, String)>,
    /// How it was read, or how firm it is.
    pub seen: &'static str,
    /// What it tells of.
    pub(super) kind: Kind,
    pub(super) goal: Option<Purpose>,
    pub(super) lever: Option<LeverAt>,
}
