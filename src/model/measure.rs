//! What money buys and what that changes: measures, their effects on indicators, and links between indicators.

use serde::{Deserialize, Serialize};

use super::{
    Basis, Bilingual, Count, FieldAt, Finding, Grade, IndicatorAt, LeverAt, List, MeasureAt, MeasureKind, Note, Seen,
    Share, Terms,
};

/// What a council decides and money buys (Maßnahme).
///
/// A service is reimbursed as its lever says; an investment has a grant instead.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Key in the catalogue.
    pub id: String,
    /// The lever of the town whose money it moves.
    pub lever: LeverAt,
    /// What it is for.
    pub field: FieldAt,
    /// How it is booked.
    pub kind: MeasureKind,
    /// Whether the everyday money of its lever buys it; at most one measure of a lever.
    pub is_usual: bool,
    /// Short name.
    pub name: Bilingual,
    /// Plural noun phrase of its units.
    pub many: Bilingual,
    /// Singular noun phrase of its units.
    pub one: Bilingual,
    /// c: euros per unit before reimbursement and grants, more than zero.
    pub unit_cost: f64,
    /// Ends of the range that holds 80 % of the unit cost, euros.
    pub cost_range: (f64, f64),
    /// Year of the prices.
    pub year: u16,
    /// Year of the catalogue's prices, where the town's price index brought them to the budget year.
    pub indexed_from: Option<u16>,
    /// L: years that a unit works, at least one, not always whole.
    pub life: f64,
    /// b: whole years from the money to the working unit.
    pub starts_after: u16,
    /// γ: share of an investment that others pay; nothing for a service.
    pub grant_share: Share,
    /// f: euros that a working unit costs the town per year, beyond its price.
    pub follow_cost: f64,
    /// g: euros that a working unit saves the town per year.
    pub saving: f64,
    /// Most units that can be added in a year; no limit for cuts, none where nobody knows.
    pub most_per_year: Option<f64>,
    /// How firm the unit cost is.
    pub basis: Basis,
    /// Where the unit cost comes from.
    pub source: Bilingual<Note>,
    /// Address, possibly empty.
    pub url: String,
    /// What was read of it.
    pub seen: Seen,
    /// What a reader must know, possibly empty.
    pub note: Bilingual<Note>,
    /// How many units the town has today; none where nobody counted.
    pub stock: Option<Stock>,
}

/// How many units of a measure a town has (Bestand): of how many a page says "60 of about 8,000".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stock {
    /// The number, in the unit of the measure, more than zero.
    pub value: f64,
    /// Year it stands for.
    pub year: u16,
    /// How firm it is.
    pub basis: Basis,
    /// Where it comes from.
    pub source: Bilingual<Note>,
    /// Address, possibly empty.
    pub url: String,
    /// What was read of it.
    pub seen: Seen,
    /// What it counts where that is not quite the unit, possibly empty.
    pub note: Bilingual,
}

/// What a unit of a measure changes, or that nothing is known (Wirkung je Einheit).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitEffect {
    /// Key of the row.
    pub id: String,
    /// The measure.
    pub measure: MeasureAt,
    /// The indicator of the town; none if the town does not have it.
    pub indicator: Option<IndicatorAt>,
    /// Key of the indicator in the catalogue, empty where nothing could be counted.
    pub indicator_id: String,
    /// κ: change of the indicator's count per working unit, at the unit cost of the measure; zero means no number.
    pub per_unit: f64,
    /// Ends of the range that holds 80 % of it, the one nearer to zero first; none: the grade says how wide it is.
    pub range: Option<(f64, f64)>,
    /// Whether its source speaks of euros: κ then rises and falls with the unit cost.
    pub is_per_euro: bool,
    /// τ: years until 63 % of a change has arrived.
    pub delay: f64,
    /// How well κ is known.
    pub grade: Grade,
    /// What was found.
    pub finding: Finding,
    /// Whether the number was computed from counts of another town and not yet from those of this one.
    pub is_borrowed: bool,
    /// Author, title, year.
    pub source: Bilingual<Note>,
    /// Addresses, possibly empty.
    pub url: Note,
    /// What was read of it.
    pub seen: Seen,
    /// How κ was computed, with the unit of the count.
    pub arithmetic: Bilingual<Note>,
    /// The sentence a citizen reads.
    pub sentence: Bilingual<Note>,
    /// What limits it, possibly empty.
    pub caveat: Bilingual<Note>,
}

impl Measure {
    /// On what terms it is paid; `reimbursement` is what others pay of a service where it is booked.
    pub fn terms(&self, reimbursement: f64) -> Terms {
        let granted = match self.kind {
            MeasureKind::Investment => self.grant_share.get(),
            MeasureKind::Service => reimbursement,
        };
        Terms {
            kind: self.kind,
            unit_cost: self.unit_cost,
            life: self.life,
            starts_after: usize::from(self.starts_after),
            granted,
            follow_up: self.follow_cost,
            saving: self.saving,
        }
    }
}

impl UnitEffect {
    /// Whether it moves an indicator of the town.
    pub fn has_number(&self) -> bool {
        self.per_unit != 0.0 && self.indicator.is_some()
    }
}

/// A link between the counts of two indicators (Verbindung).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountLink {
    /// j, the giving indicator.
    pub from: IndicatorAt,
    /// i, the receiving indicator.
    pub to: IndicatorAt,
    /// λ: change of the count of i per change of the count of j, never zero.
    pub per_count: f64,
    /// Ends of the range that holds 80 % of it, the one nearer to zero first; none: the grade says how wide it is.
    pub range: Option<(f64, f64)>,
    /// How well it is known.
    pub grade: Grade,
    /// Whether the number was computed from counts of another town.
    pub is_borrowed: bool,
    /// Where it is written.
    pub source: Bilingual<Note>,
    /// Address, possibly empty.
    pub url: String,
    /// What was read of it.
    pub seen: Seen,
    /// Why.
    pub reason: Bilingual,
}

/// What a town may replace by a number of its own (Art der eigenen Zahl).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnNumberOf {
    /// Euros per unit of a measure.
    UnitCost,
    /// Years that a unit works.
    Life,
    /// Years from the money to the working unit.
    StartsAfter,
    /// Most units added in a year.
    MostPerYear,
    /// Effect of a unit, by the key of its row.
    PerUnit,
    /// What an indicator counts is taken of this many.
    CountBase,
}

/// A number of the town in place of the one in the catalogue (eigene Zahl).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnNumber {
    /// What it replaces.
    pub of: OwnNumberOf,
    /// Key of the measure, the effect or the indicator.
    pub key: String,
    /// The number, in the unit of what it replaces.
    pub value: f64,
    /// The number it replaces, a price in euros of the budget year; none where there was none, or people by age.
    pub default: Option<f64>,
    /// Ends of its range, for what has one.
    pub range: Option<(f64, f64)>,
    /// Year it stands for.
    pub year: u16,
    /// How firm it is.
    pub basis: Basis,
    /// Where it comes from.
    pub source: Bilingual<Note>,
    /// Address, possibly empty.
    pub url: String,
    /// What was read of it.
    pub seen: Seen,
    /// Why, possibly empty.
    pub reason: Bilingual,
}

/// A measure of the catalogue that a town does not use (nicht verwendete Maßnahme).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Key in the catalogue.
    pub id: String,
    /// Short name.
    pub name: Bilingual,
    /// What it would be for.
    pub field: FieldAt,
    /// Why.
    pub reason: Bilingual,
}

/// From money to things to indicators, for one town (Wirkungskette).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chain {
    /// What the town's money can buy.
    pub measures: List<MeasureAt, Measure>,
    /// What its units change, rows without a number included.
    pub effects: Vec<UnitEffect>,
    /// What one indicator does to another.
    pub links: Vec<CountLink>,
    /// What each indicator of the town counts; never none for one that measures or links move.
    pub counts: List<IndicatorAt, Option<Count>>,
    /// Numbers of the town; all others are the catalogue's.
    pub own: Vec<OwnNumber>,
    /// What the town does not use.
    pub left_out: Vec<LeftOut>,
}

impl Chain {
    /// The measure that the everyday money of a lever buys.
    pub fn usual(&self, lever: LeverAt) -> Option<MeasureAt> {
        self.measures.find(|it| it.is_usual && it.lever == lever)
    }

    /// The same of all levers, as many as there are: looked up once for many.
    pub fn usual_of_each(&self, levers: usize) -> List<LeverAt, Option<MeasureAt>> {
        let mut all: List<LeverAt, _> = vec![None; levers].into();
        for (at, it) in self.measures.pairs().filter(|(_, it)| it.is_usual) {
            all.get_mut(it.lever).into_iter().for_each(|usual| *usual = usual.or(Some(at)));
        }
        all
    }

    /// The effects that carry a number, in the one order that equations and members share.
    pub fn numbered(&self) -> impl Iterator<Item = &UnitEffect> {
        self.effects.iter().filter(|it| it.has_number())
    }

    /// The effects on an indicator that carry a number.
    pub fn on(&self, indicator: IndicatorAt) -> impl Iterator<Item = &UnitEffect> {
        self.numbered().filter(move |it| it.indicator == Some(indicator))
    }

    /// The weakest grade of what some of the measures do to an indicator, by themselves or through another one.
    pub fn weakest(&self, indicator: IndicatorAt, is_meant: impl Fn(MeasureAt) -> bool) -> Option<Grade> {
        let of = |at: IndicatorAt| self.on(at).filter(|it| is_meant(it.measure)).map(|it| it.grade).max();
        let linked = self.links.iter().filter(|it| it.to == indicator);
        of(indicator).into_iter().chain(linked.filter_map(|it| Some(of(it.from)?.max(it.grade)))).max()
    }

    /// Whether an effect of a measure on an indicator of the town is known as a number.
    pub fn is_measured(&self, measure: MeasureAt) -> bool {
        self.numbered().any(|it| it.measure == measure)
    }

    /// Whether money moves an indicator, by itself or through another one.
    pub fn moves(&self, indicator: IndicatorAt) -> bool {
        self.on(indicator).next().is_some() || self.links.iter().any(|it| it.to == indicator)
    }
}
