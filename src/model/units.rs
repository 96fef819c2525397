//! Money that becomes things: how many units of a measure are bought, built and working, and how they are booked.

use super::MeasureKind;

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

    /// Euros that are written off over some years.
    pub fn built(life: f64) -> Self {
        Self { kind: MeasureKind::Investment, life, ..Self::SPENT }
    }

    /// Part of a unit that still works so many years after it began, w(a) = min(1, max(0, L − a)).
    pub fn working_after(&self, years: usize) -> f64 {
        (self.life - years as f64).clamp(0.0, 1.0)
    }

    /// What becomes of yearly euros (chain.md, Things).
    pub fn units(&self, euros: &[f64]) -> Units {
        let bought: Vec<f64> = euros.iter().map(|it| it / self.unit_cost).collect();
        let years = 0..bought.len();
        let sum = |of: std::ops::Range<usize>, weight: &dyn Fn(usize) -> f64| -> f64 {
            bought.get(of.clone()).unwrap_or_default().iter().zip(of).map(|(q, s)| weight(s) * q).sum::<f64>() + 0.0
        };
        // A unit of year s works from year s + b on; one that is still being built was paid within the last b years.
        let oldest = |now: usize| now.saturating_sub(self.life.ceil() as usize - 1);
        let working = years.clone().map(|t| match t.checked_sub(self.starts_after) {
            Some(begun) => sum(oldest(begun)..begun + 1, &|s| self.working_after(begun - s)),
            None => 0.0,
        });
        let building = years.map(|t| sum((t + 1).saturating_sub(self.starts_after)..t + 1, &|_| 1.0));
        Units { working: working.collect(), building: building.collect(), bought }
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
