use serde::{Deserialize, Serialize};

use crate::model::{Basis, Bilingual, IndicatorAt, LeverAt, Sourced, Year};

/// What the metrics need beyond budget and indicators (Angaben zur Generationengerechtigkeit).
///
/// Everything may be missing: a metric without its figures says so and is not computed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FairnessData {
    /// What replacing an asset costs today, as a multiple of its depreciation (Wiederbeschaffungsfaktor ω).
    pub replacement_factor: Option<Sourced>,
    /// Yearly growth of the backlog by building prices above inflation, as a share (Baupreissteigerung π).
    pub building_inflation: Option<Sourced>,
    /// New debt less repayment in the budget year, euros (Nettoneuverschuldung).
    pub net_borrowing: Option<Sourced>,
    /// Tonnes of CO2 per head that may still be emitted from the figure's year on (CO2-Budget).
    pub co2_budget: Option<Sourced>,
    /// Damage of a tonne of CO2 in euros if later generations count less (Klimaschadenskosten, unterer Wert).
    pub damage_low: Option<Sourced>,
    /// Damage of a tonne of CO2 in euros if all generations count the same (oberer Wert).
    pub damage_high: Option<Sourced>,
    /// The indicator that counts tonnes of CO2 per head.
    pub co2: Option<IndicatorAt>,
    /// Wear and investment in the years of the plan.
    pub assets: Vec<AssetYear>,
    /// Floors that money cannot replace.
    pub floors: Vec<Floor>,
    /// What money of the levers does for later.
    pub uses: Vec<FutureUse>,
}

/// Wear and new assets in one year of the plan, euros (Anlagevermögen).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AssetYear {
    /// Fiscal year.
    pub year: Year,
    /// Depreciation (bilanzielle Abschreibungen).
    pub depreciation: f64,
    /// Payments for land, buildings and equipment, without financial assets (Sachinvestitionen).
    pub investment: f64,
    /// How firm both are.
    pub basis: Basis,
    /// Key of the source.
    pub source: String,
}

/// What of a lever's money works for later (Zukunftsanteil).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FutureUse {
    /// The lever.
    pub lever: LeverAt,
    /// Part that counts as spent on the future.
    pub future: f64,
    /// Part that is education.
    pub education: f64,
    /// Part of a change that hits the upkeep of assets.
    pub upkeep: f64,
    /// Why.
    pub reason: Bilingual,
}

/// A limit of nature that nothing else makes up for (Natur-Untergrenze).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Floor {
    /// Stable key.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Where it is measured and between which values it is judged; none if the town's figures are missing.
    pub measure: Option<Measure>,
    /// Why these values, or why it is not computed.
    pub reason: Bilingual,
    /// How firm the values are.
    pub basis: Basis,
    /// Key of the source.
    pub source: String,
}

/// The two ends between which a floor is judged; direction is in which of them is larger.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The indicator.
    pub indicator: IndicatorAt,
    /// Value from which nature does not recover.
    pub critical: f64,
    /// Value at which it is safe.
    pub safe: f64,
}
