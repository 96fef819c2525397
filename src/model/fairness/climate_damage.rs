/// Damage of changed emissions, euros, from the low to the high value of a tonne (G8, Klimaschaden verschoben).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ClimateDamage {
    /// Tonnes of CO2, more than planned is positive.
    pub tonnes: f64,
    /// Euros if later generations count less.
    pub low: f64,
    /// Euros if all generations count the same.
    pub high: f64,
}

/// Tonnes times damage per tonne, for both values of the Umweltbundesamt.
///
/// A range, shown beside money and never netted with it. Tonnes are not discounted.
pub fn climate_damage(tonnes: f64, low: f64, high: f64) -> ClimateDamage {
    ClimateDamage { tonnes, low: tonnes * low, high: tonnes * high }
}
