use serde::{Deserialize, Serialize};

use crate::model::{Basis, Bilingual, IndicatorAt, LineAt, TaxAt, Year};

/// What a shock acts on, and what its amount and its part mean (Wirkungsort).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// What of a burden comes back later by fiscal equalisation (Rückfluss).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Return {
    /// Part of the burden.
    pub part: f64,
    /// Years until then; a fraction falls on two years in proportion.
    pub delay: f64,
    /// Key of its source.
    pub source: String,
}

/// Something that strikes the budget from outside (Krise; fiscal.md, Shocks).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// What of it comes back later; none where nothing does.
    pub returned: Option<Return>,
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

    /// Strength less what comes back in that year of the strength before; below zero where more comes back.
    pub fn felt(&self, year: Year) -> f64 {
        let back = self.returned.as_ref().map_or(0.0, |it| {
            let ago = |years: f64| self.strength(Year(year.0.saturating_sub(years as u16)));
            let later = it.delay.fract();
            it.part * ((1.0 - later) * ago(it.delay.floor()) + later * ago(it.delay.floor() + 1.0))
        });
        self.strength(year) - back
    }
}
