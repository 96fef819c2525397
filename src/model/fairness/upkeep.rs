use super::AssetYear;
use crate::model::Year;

/// Whether the town keeps up what it has (G3, Substanz-Erhalt).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Upkeep {
    /// First and last year of the plan.
    pub years: (Year, Year),
    /// Investment as a share of depreciation over these years (Investitionsquote).
    pub ratio: f64,
    /// The same against what replacing costs today; none without a replacement factor.
    pub real: Option<f64>,
    /// The weakest year and its ratio against replacement cost.
    pub weakest: (Year, f64),
}

/// Investment / depreciation, and investment / (depreciation · ω): below 1 the town lives on its substance.
///
/// NKF-Kennzahlenset NRW, with payments for land, buildings and equipment in the place of additions. The plan does not
/// split them into new and replaced, so the ratio is an upper end.
pub fn upkeep(assets: &[AssetYear], replacement_factor: Option<f64>) -> Option<Upkeep> {
    let (first, last) = assets.first().zip(assets.last())?;
    let worn: f64 = assets.iter().map(|it| it.depreciation).sum();
    let built: f64 = assets.iter().map(|it| it.investment).sum();
    let factor = replacement_factor.unwrap_or(1.0);
    let of_year = |it: &AssetYear| (it.year, it.investment / (it.depreciation * factor));
    let weakest = assets.iter().map(of_year).min_by(|a, b| a.1.total_cmp(&b.1))?;
    (worn > 0.0 && factor > 0.0).then(|| Upkeep {
        years: (first.year, last.year),
        ratio: built / worn,
        real: replacement_factor.map(|factor| built / (worn * factor)),
        weakest,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weakest_year_counts_against_replacement_cost() {
        let year = |year, depreciation, investment| AssetYear {
            year: Year(year),
            depreciation,
            investment,
            basis: crate::model::Basis::Official,
            source: String::new(),
        };
        let found = upkeep(&[year(2026, 100.0, 300.0), year(2027, 100.0, 65.0)], Some(1.3)).unwrap();
        assert_eq!((found.ratio, found.weakest), (1.825, (Year(2027), 0.5)));
        assert_eq!(upkeep(&[], Some(1.3)), None);
    }
}
