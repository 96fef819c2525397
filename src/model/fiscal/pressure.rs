use super::{Flow, Shock, ShockKind, difference_at};
use crate::model::{List, ShockAt, TaxAt, Town, Year};

impl Shock {
    /// Euros per year that the town bears at full strength (volle Last), positive as a burden.
    pub fn burden(&self, town: &Town) -> f64 {
        let base = match self.kind {
            ShockKind::TaxYield(tax) => town.taxes.get(tax).map_or(0.0, |tax| -tax.planned_yield.euros()),
            ShockKind::Interest => town.finance.loans(),
            ShockKind::LineCost(line) => town.budget.lines.get(line).map_or(0.0, |line| line.expense.euros()),
            ShockKind::OneOff => 1.0,
            ShockKind::Arrivals => town.inhabitants.value,
        };
        base * self.part * self.amount
    }
}

/// What the shocks that are switched on do in every year (Last der Krisen).
#[derive(Clone, Debug, PartialEq)]
pub struct Pressure {
    /// Real interest rate of each year.
    pub rates: Vec<f64>,
    /// What of each tax's yield is left, by tax and year; 1 without a shock.
    pub yields: List<TaxAt, Vec<f64>>,
    /// Change of the year's result of plan and scenario alike, interest on it included, euros.
    pub result: Vec<f64>,
}

/// Adds up shocks; without any the rates are the town's and everything else stands still.
pub fn pressure(town: &Town, shocks: &[ShockAt], years: &[Year]) -> Pressure {
    let mut rates = vec![town.real_interest.value; years.len()];
    let mut yields: List<TaxAt, _> = vec![vec![1.0; years.len()]; town.taxes.len()].into();
    let mut burden = vec![0.0; years.len()];
    for shock in shocks.iter().filter_map(|at| town.shocks.get(*at)) {
        let full = shock.burden(town);
        for (t, year) in years.iter().enumerate() {
            let strength = shock.strength(*year);
            if let Some(sum) = burden.get_mut(t) {
                *sum += full * shock.felt(*year);
            }
            match shock.kind {
                // New debt is dear from the first year on; only old debt waits for the end of its fixed rate.
                ShockKind::Interest if strength > 0.0 => rates.get_mut(t).map(|rate| *rate += shock.amount),
                ShockKind::TaxYield(tax) => yields
                    .get_mut(tax)
                    .and_then(|left| left.get_mut(t))
                    .map(|left| *left *= 1.0 + shock.amount * strength),
                _ => None,
            };
        }
    }
    let result = difference_at(&rates, &[Flow::spent(burden)], &[]).result;
    Pressure { rates, yields, result }
}
