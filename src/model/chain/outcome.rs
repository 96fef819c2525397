use wide::f64x4;

use super::counts::Counts;
use super::members::Members;
use crate::model::IndicatorAt;
use crate::model::quantile::select;

/// The quantiles that are told.
const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

/// What an indicator does in a year, member by member (Ausgang).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Change in the unit, as shown (d).
    pub shown: Vec<f64>,
    /// Value with the scenario (x).
    pub value: Vec<f64>,
}

impl Outcome {
    /// A tenth, a quarter, the middle, three quarters and nine tenths of the changes, type 7.
    pub fn changes(&self) -> [f64; 5] {
        select(&self.shown, SHARES, |it| it).unwrap_or_default()
    }

    /// The same of the values.
    pub fn values(&self) -> [f64; 5] {
        select(&self.value, SHARES, |it| it).unwrap_or_default()
    }

    /// Share of the members whose change is of a kind, such as better.
    pub fn share(&self, is_meant: impl Fn(f64) -> bool) -> f64 {
        let met = self.shown.iter().filter(|it| is_meant(**it)).count();
        met as f64 / self.shown.len().max(1) as f64
    }
}

impl Members {
    /// Change of an indicator's count in a year (D), member by member; nothing in a year that is not looked at.
    pub fn count_of(&self, counts: &Counts, indicator: IndicatorAt, t: usize) -> Vec<f64> {
        match self.row(counts, indicator, t) {
            Some(row) => self.flat(row.iter().copied()),
            None => vec![0.0; self.planned(indicator, t).len()],
        }
    }

    /// What an indicator does in a year; nothing in a year that is not looked at.
    pub fn outcome(&self, counts: &Counts, indicator: IndicatorAt, t: usize) -> Outcome {
        let Some((subject, paths)) = self.equations.subjects.get(indicator).zip(self.paths(indicator, t)) else {
            return Outcome::default();
        };
        let Some(row) = self.row(counts, indicator, t) else {
            return Outcome { shown: vec![0.0; self.count()], value: self.flat(paths.values()) };
        };
        let in_unit = f64x4::splat(subject.in_unit(1.0, t));
        let (mut shown, mut value) = (Vec::with_capacity(row.len()), Vec::with_capacity(row.len()));
        for (d, x) in paths.with(row.iter().map(|count| *count * in_unit)) {
            shown.push(d.to_array());
            value.push(x.to_array());
        }
        let [shown, value] = [shown, value].map(|fours| {
            let mut members = fours.into_flattened();
            members.truncate(self.count());
            members
        });
        Outcome { shown, value }
    }
}
