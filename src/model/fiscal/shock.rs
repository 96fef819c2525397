use serde::Serialize;

use super::{Flow, difference_at};
use crate::model::{Basis, Bilingual, IndicatorAt, LineAt, List, ShockAt, TaxAt, Town, Year};

/// What a shock acts on, and what its amount and its part mean (Wirkungsort).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ShockKind {
    /// Yield of a tax: amount is the relative change, part what of the loss stays with the town after levies.
    TaxYield(TaxAt),
    /// Interest: amount is added to the rate per year, part is the part of the debt that it reaches.
    Interest,
    /// Cost of a product group: amount is the relative rise of a price, part the share of the expense it applies to.
    LineCost(LineAt),
    /// A single damage: amount is euros in the first year, part what the town bears of it.
    OneOff,
    /// People who arrive: amount is euros per person and year, part is people per inhabitant.
    Arrivals,
}

/// An indicator that a shock moves at full strength (betroffene Kennzahl).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShockHit {
    /// The indicator.
    pub indicator: IndicatorAt,
    /// Logit points, up is better.
    pub logit: f64,
    /// Why.
    pub reason: Bilingual,
    /// Key of its source.
    pub source: String,
}

/// Something that strikes the budget from outside (Krise; fiscal.md, Shocks).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shock {
    /// Stable key.
    pub id: String,
    /// Name as a citizen would say it.
    pub name: Bilingual,
    /// What happens, one or two sentences.
    pub what: Bilingual,
    /// What it acts on.
    pub kind: ShockKind,
    /// How strong it is at its height; its meaning belongs to the kind.
    pub amount: f64,
    /// Plausible range of the amount.
    pub range: (f64, f64),
    /// Part that is hit; its meaning belongs to the kind.
    pub part: f64,
    /// First year.
    pub from: Year,
    /// Years until it has reached its full strength; 1 means at once.
    pub ramp: u16,
    /// Years that it lasts before it fades.
    pub years: u16,
    /// Part of it that is left from one year to the next afterwards.
    pub fade: f64,
    /// Indicators that it moves.
    pub hits: Vec<ShockHit>,
    /// How firm it is.
    pub basis: Basis,
    /// Key of its source.
    pub source: String,
    /// Year of the source.
    pub year: u16,
    /// What a reader must know.
    pub note: Bilingual,
}

impl Shock {
    /// Strength in a year, between 0 and 1: rises over `ramp` years, lasts, fades.
    pub fn strength(&self, year: Year) -> f64 {
        if year < self.from {
            return 0.0;
        }
        let since = i32::try_from(year.since(self.from)).unwrap_or(i32::MAX);
        let risen = |since: i32| (f64::from(since.saturating_add(1)) / f64::from(self.ramp.max(1))).min(1.0);
        let last = i32::from(self.years.max(1)) - 1;
        if since <= last { risen(since) } else { risen(last) * self.fade.powi(since - last) }
    }

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
                *sum += full * strength;
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
    let result = difference_at(&rates, &[Flow { delta: burden, service_life: None }], &[]).result;
    Pressure { rates, yields, result }
}
