//! Money that becomes things: how many units of a measure are bought, built and working, and how they are booked.

use serde::{Deserialize, Serialize};

/// How the money of a measure is booked, and nothing else (Art der Maßnahme).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// Ordinary expense of its year.
    Service,
    /// A payment, written off over the life of what it buys.
    Investment,
}

/// On what terms money becomes units (Konditionen einer Maßnahme; chain.md, Words).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// How it is booked.
    pub kind: MeasureKind,
    /// Euros of the start year per unit, above zero.
    pub unit_cost: f64,
    /// Years that a unit works, at least one, not always whole.
    pub life: f64,
    /// Whole years from the money to the working unit.
    pub starts_after: usize,
    /// Share that others pay: the reimbursement of a service (ρ), the grant for an investment (γ).
    pub granted: f64,
    /// What the town itself pays for a working unit, euros per year (Folgekosten).
    pub follow_up: f64,
    /// What a working unit saves the town, euros per year (Einsparung).
    pub saving: f64,
}

impl Terms {
    /// Euros that are spent within their year and nothing else: each euro is a unit.
    pub const SPENT: Self = Self {
        kind: MeasureKind::Service,
        unit_cost: 1.0,
        life: 1.0,
        starts_after: 0,
        granted: 0.0,
        follow_up: 0.0,
        saving: 0.0,
    };

    /// Whether nothing is left of it after its year: no book value, no cost to come, no saving.
    pub fn is_spent(&self) -> bool {
        self.kind == MeasureKind::Service && self.follow_up == 0.0 && self.saving == 0.0
    }

    /// Euros that are written off over some years.
    pub fn built(life: f64) -> Self {
        Self { kind: MeasureKind::Investment, life, ..Self::SPENT }
    }

    /// What becomes of yearly euros (chain.md, Things).
    pub fn units(&self, euros: &[f64]) -> Units {
        let bought: Vec<f64> = euros.iter().map(|it| it / self.unit_cost).collect();
        let sum = |years: std::ops::Range<usize>| bought.get(years).unwrap_or_default().iter().sum::<f64>();
        // A unit of year s works from year s + b on: as many whole years as its life has, and of the next a part.
        let (whole, part) = (self.life.floor() as usize, self.life.fract());
        let working = |t: usize| match t.checked_sub(self.starts_after) {
            Some(begun) => {
                let oldest = begun.checked_sub(whole).and_then(|it| bought.get(it)).map_or(0.0, |it| part * it);
                oldest + sum((begun + 1).saturating_sub(whole)..begun + 1) + 0.0
            }
            None => 0.0,
        };
        // One that is still being built was paid within the last b years.
        let building = |t: usize| sum((t + 1).saturating_sub(self.starts_after)..t + 1) + 0.0;
        let years = 0..bought.len();
        Units { working: years.clone().map(working).collect(), building: years.map(building).collect(), bought }
    }
}

/// Units of a measure, year by year, as differences to the plan (Einheiten).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Units {
    /// Bought within the year (q).
    pub bought: Vec<f64>,
    /// Working in the year (S).
    pub working: Vec<f64>,
    /// Paid and not working yet (B).
    pub building: Vec<f64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_works_its_life_and_a_broken_year_in_part() {
        let terms = Terms { life: 2.25, starts_after: 1, unit_cost: 10.0, ..Terms::SPENT };
        let units = terms.units(&[10.0, 0.0, 0.0, -20.0, 0.0, 0.0]);
        assert_eq!(units.bought, [1.0, 0.0, 0.0, -2.0, 0.0, 0.0]);
        assert_eq!(units.working, [0.0, 1.0, 1.0, 0.25, -2.0, -2.0]);
        assert_eq!(units.building, [1.0, 0.0, 0.0, -2.0, 0.0, 0.0]);
    }

    #[test]
    fn what_is_spent_is_gone_after_its_year() {
        let units = Terms::SPENT.units(&[3.0, 0.0, -1.0]);
        assert_eq!(units.working, units.bought);
        assert_eq!(units.building, [0.0; 3]);
    }
}
