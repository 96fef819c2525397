use serde::{Deserialize, Serialize};

use super::{Ages, Basis, Bilingual, Money};

/// Which tax a multiplier belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaxKind {
    /// Trade tax (Gewerbesteuer); its levy follows the base amount, not the multiplier.
    TradeTax,
    /// Property tax B (Grundsteuer B).
    PropertyTaxB,
}

/// A tax multiplier (Hebesatz), § 16 GewStG and § 25 GrStG: yield = base amount × multiplier.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tax {
    /// Stable key.
    pub id: String,
    /// Which tax.
    pub kind: TaxKind,
    /// Name as a citizen would say it.
    pub name: Bilingual,
    /// Multiplier of the plan in percent of the base amount.
    pub multiplier: f64,
    /// Yield of the plan.
    pub planned_yield: Money,
    /// Lowest and highest multiplier offered.
    pub range: (f64, f64),
    /// Who bears it.
    pub ages: Ages,
    /// How firm the yield is.
    pub basis: Basis,
    /// Key of its source.
    pub source: String,
    /// Year of the yield.
    pub year: u16,
    /// What is not modelled.
    pub note: Bilingual,
}

impl Tax {
    /// Change of the yield if the multiplier becomes `multiplier`; the base amount (Messbetrag) stays.
    pub fn change(&self, multiplier: f64) -> Money {
        let multiplier = self.clamp(multiplier);
        if multiplier == self.multiplier {
            return Money::ZERO;
        }
        self.planned_yield * (multiplier / self.multiplier - 1.0)
    }

    /// The nearest whole multiplier that is offered; the plan's own always is, whole or not.
    pub fn clamp(&self, multiplier: f64) -> f64 {
        if multiplier.is_finite() && multiplier != self.multiplier {
            multiplier.round().clamp(self.range.0, self.range.1)
        } else {
            self.multiplier
        }
    }

    /// Yield of one point of the multiplier.
    pub fn point(&self) -> Money {
        self.planned_yield * (1.0 / self.multiplier)
    }
}
