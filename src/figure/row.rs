use crate::model::{Basis, Grade, LeverAt, Purpose};

/// What a row tells of (Art der Zeile).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An effect, by how well it is known.
    Effect(Grade),
    /// What one indicator does to another.
    Spillover,
    /// What one thing costs.
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
        Self::Spillover,
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
    /// The number in words.
    pub number: String,
    /// What limits it.
    pub caveat: String,
    /// Grade, if it is an effect.
    pub grade: Option<Grade>,
    /// Author, title, year.
    pub source: String,
    /// Address, possibly empty.
    pub url: String,
    /// How it was read, or how firm it is.
    pub seen: &'static str,
    /// What it tells of.
    pub(super) kind: Kind,
    pub(super) goal: Option<Purpose>,
    pub(super) lever: Option<LeverAt>,
}
