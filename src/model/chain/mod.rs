//! From moved money to things, from things to the count of an indicator, from the count to what is shown (Wirkungskette).
//!
//! One chain: what the money buys and what it changes are the same number, by construction.

#![doc = include_str!("chain.md")]

mod at_work;
mod counts;
mod course;
mod draw;
mod kept;
mod members;
mod of_town;
mod outcome;
mod power;
mod radius;
mod reference;
mod spread;
mod way;
mod why;

pub use counts::Counts;
pub use course::{Change, Course};
pub use draw::{Draw, Draws, GivenDraws, Strata};
pub use members::Members;
pub use outcome::Outcome;
pub use radius::{LARGEST_RADIUS, radius};
pub use reference::{Reference, shown};
pub use spread::{D_IS_ZERO, Spread, Spreads, TENTH, TIMES, spread};
pub use way::{Way, WayMembers};
pub use why::{Contribution, NotYet, Row};

use super::{IndicatorAt, List, MeasureAt, Scale, Terms};

/// What the chain knows of an indicator (Kennzahl in Zahlen).
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Ends of its scale.
    pub scale: Scale,
    /// Value in the start year, in the unit.
    pub start: f64,
    /// Logit points in the first year.
    pub trend: f64,
    /// Part of the trend that is left from one year to the next.
    pub damping: f64,
    /// The rate's denominator: 100 for percent; 1 if the indicator counts nothing.
    pub per: f64,
    /// What the rate is taken of, year by year, each above zero; 1 if the indicator counts nothing.
    pub base: Vec<f64>,
}

/// What a working unit changes (Wirkung je Einheit).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerUnit {
    /// The measure.
    pub measure: MeasureAt,
    /// The indicator.
    pub indicator: IndicatorAt,
    /// Change of the indicator's count per working unit (κ), without what passes through another indicator.
    pub per_unit: f64,
    /// Years until 63 % of it have arrived (τ); 0 means at once.
    pub delay: f64,
}

/// What one indicator's count changes in another's, a year later (Mitwirkung).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The giving indicator.
    pub from: IndicatorAt,
    /// The receiving one.
    pub to: IndicatorAt,
    /// Count of the receiving one per count of the giving one (λ).
    pub per_count: f64,
}

/// All equations of a town, without what is moved (Gleichungen der Kette).
#[derive(Clone, Debug, PartialEq)]
pub struct Equations {
    /// Years from the start to the horizon, both included.
    pub years: usize,
    /// Indicators.
    pub subjects: List<IndicatorAt, Subject>,
    /// Measures.
    pub measures: List<MeasureAt, Terms>,
    /// Effects; no pair of measure and indicator twice.
    pub effects: Vec<PerUnit>,
    /// Links.
    pub links: Vec<Link>,
}

impl Equations {
    /// Which indicators the money of some measures reaches, by itself and through links.
    pub fn reached(&self, is_meant: impl Fn(MeasureAt) -> bool) -> List<IndicatorAt, bool> {
        let own = self.effects.iter().filter(|it| it.per_unit != 0.0 && is_meant(it.measure)).map(|it| it.indicator);
        self.spread_out(own, |it| (it.from, it.to))
    }

    /// Which indicators decide what these do: they themselves, and what is handed on to them.
    pub fn needed(&self, indicators: &List<IndicatorAt, bool>) -> List<IndicatorAt, bool> {
        self.spread_out(indicators.pairs().filter(|(_, is)| **is).map(|(at, _)| at), |it| (it.to, it.from))
    }

    fn spread_out(
        &self,
        first: impl Iterator<Item = IndicatorAt>,
        ends: impl Fn(&Link) -> (IndicatorAt, IndicatorAt),
    ) -> List<IndicatorAt, bool> {
        let mut found: List<IndicatorAt, bool> = vec![false; self.subjects.len()].into();
        let mut open: Vec<IndicatorAt> = first.collect();
        while let Some(at) = open.pop() {
            if found.get_mut(at).is_some_and(|is| !std::mem::replace(is, true)) {
                open.extend(self.links.iter().map(&ends).filter(|(from, _)| *from == at).map(|(_, to)| to));
            }
        }
        found
    }
}

/// What is moved: euros per year for each measure, as differences to the plan (Verschiebungen).
pub type Euros = List<MeasureAt, Vec<f64>>;

/// Share of a change in units that arrives within a year, 1 − exp(−1/τ) (chain.md, Arrival).
pub(crate) fn arriving(delay: f64) -> f64 {
    if delay > 0.0 { 1.0 - (-1.0 / delay).exp() } else { 1.0 }
}
