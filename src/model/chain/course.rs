use super::reference::{Reference, shown};
use super::{Equations, Euros, arriving};
use crate::model::{IndicatorAt, List, MeasureAt, Units};

/// What an indicator does (Verlauf einer Kennzahl), year by year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Change of the count (D).
    pub count: Vec<f64>,
    /// The same in the unit (δ).
    pub in_unit: Vec<f64>,
    /// As it is shown, with the end of the scale (d).
    pub shown: Vec<f64>,
    /// The path as planned.
    pub reference: Reference,
    /// The value with the scenario (x).
    pub value: Vec<f64>,
}

/// Everything that follows from what is moved (Verlauf).
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Units of each measure.
    pub units: List<MeasureAt, Units>,
    /// For each effect the units that have arrived (e), in the order of [`Equations::effects`].
    pub arrived: Vec<Vec<f64>>,
    /// Indicators.
    pub indicators: List<IndicatorAt, Change>,
}

impl Equations {
    /// Runs all equations; without moves every difference is exactly zero.
    pub fn run(&self, euros: &Euros) -> Course {
        let none = Vec::new();
        let units: List<MeasureAt, Units> = self
            .measures
            .pairs()
            .map(|(at, terms)| {
                let mut euros = euros.get(at).unwrap_or(&none).clone();
                euros.resize(self.years, 0.0);
                terms.units(&euros)
            })
            .collect();
        let arrived = self.arrived(&units);
        let counts = self.counts(&arrived, |_| true);
        let indicators = self.subjects.iter().zip(counts).map(|(subject, count)| {
            let reference = Reference::of(subject);
            let in_unit: Vec<f64> = count.iter().enumerate().map(|(t, count)| subject.in_unit(*count, t)).collect();
            let shown: Vec<f64> = in_unit
                .iter()
                .enumerate()
                .map(|(t, change)| shown(*change, reference.room(subject, t, *change)))
                .collect();
            let value = reference.value.iter().zip(&shown).map(|(planned, change)| planned + change).collect();
            Change { count, in_unit, shown, reference, value }
        });
        Course { indicators: indicators.collect(), units, arrived }
    }

    /// Units whose effect has arrived, effect by effect (chain.md, Arrival).
    fn arrived(&self, units: &List<MeasureAt, Units>) -> Vec<Vec<f64>> {
        let of = |it: &super::PerUnit| {
            let rate = arriving(it.delay);
            let mut arrived = 0.0;
            let working = units.get(it.measure).map(|it| it.working.as_slice()).unwrap_or_default();
            working
                .iter()
                .map(|working| {
                    arrived += rate * (working - arrived);
                    arrived
                })
                .collect()
        };
        self.effects.iter().map(of).collect()
    }

    /// Change of each indicator's count by some of the measures (chain.md, Count).
    pub(super) fn counts(
        &self,
        arrived: &[Vec<f64>],
        is_meant: impl Fn(MeasureAt) -> bool,
    ) -> List<IndicatorAt, Vec<f64>> {
        let mut counts: List<IndicatorAt, Vec<f64>> = vec![vec![0.0; self.years]; self.subjects.len()].into();
        for (effect, arrived) in self.effects.iter().zip(arrived).filter(|(it, _)| is_meant(it.measure)) {
            let Some(count) = counts.get_mut(effect.indicator) else { continue };
            count.iter_mut().zip(arrived).for_each(|(count, arrived)| *count += effect.per_unit * arrived);
        }
        for before in 0..self.years.saturating_sub(1) {
            for link in &self.links {
                let given = counts.get(link.from).and_then(|it| it.get(before)).copied().unwrap_or(0.0);
                if let Some(count) = counts.get_mut(link.to).and_then(|it| it.get_mut(before + 1)) {
                    *count += link.per_count * given;
                }
            }
        }
        counts
    }
}
