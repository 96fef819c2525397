use serde::{Deserialize, Serialize};

use super::{Ages, Basis, Bilingual, Budget, LineAt, Money};

/// Which tax a multiplier belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaxKind {
    /// Trade tax (Gewerbesteuer); its levy follows the base amount, not the multiplier.
    TradeTax,
    /// Property tax B (Grundsteuer B).
    PropertyTaxB,
    /// A fee for using something (Benutzungsgebühr), in percent of what the plan charges; of `fees.csv`.
    Fee,
}

/// A tax multiplier (Hebesatz), § 16 GewStG and § 25 GrStG: yield = base amount × multiplier. Or a fee (Gebühr), whose
/// multiplier is 100 percent of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// The budget line whose cost a fee pays; none for a tax.
    pub group: Option<LineAt>,
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
    /// A doubt in court about it; none known without one.
    pub dispute: Option<Dispute>,
}

/// A doubt in court about a multiplier (Rechtsstreit).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dispute {
    /// Who decided what and when, and whether that is final.
    pub text: Bilingual,
    /// Key of its source.
    pub source: String,
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

    /// The highest percent of a fee at which its group earns no more than it costs; none for a tax (Kostenüberschreitungs-
    /// verbot, § 6 (1) KAG NRW, § 14 KAG BW). A fee that exceeds the cost as planned may stay.
    pub fn cost_coverage(&self, budget: &Budget) -> Option<f64> {
        let line = budget.lines.get(self.group?)?;
        let missing = (line.expense - line.revenue).euros().max(0.0);
        Some(self.multiplier * (1.0 + missing / self.planned_yield.euros()))
    }

    /// Ends of a scale with the plan in its middle, of which the range is a part.
    pub fn scale(&self) -> (f64, f64) {
        let half = (self.range.1 - self.multiplier).max(self.multiplier - self.range.0).max(1.0);
        (self.multiplier - half, self.multiplier + half)
    }

    /// Yield of one point of the multiplier.
    pub fn point(&self) -> Money {
        self.planned_yield * (1.0 / self.multiplier)
    }
}
