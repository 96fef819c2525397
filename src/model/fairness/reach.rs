use crate::model::Year;
use crate::model::fiscal::{Reserves, Trigger};

/// How far the reserves reach within the plan (G2, Rücklagen-Reichweite).
///
/// Nothing is said beyond the last year of the plan: the model invents no results.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// First year in which a limit of the budget law is crossed.
    pub limit: Option<Year>,
    /// First year that ends without an equalisation reserve.
    pub equalisation_gone: Option<Year>,
    /// General reserve at the end of the last year, euros.
    pub general: f64,
}

/// The first year that crosses a limit, among the years of the plan (§§ 75, 76 GO NRW).
pub fn reach<'a>(years: impl Iterator<Item = (Year, Reserves, &'a [Trigger])>) -> Option<Reach> {
    years.fold(None, |so_far: Option<Reach>, (year, reserves, triggers)| {
        let before = so_far.unwrap_or(Reach { limit: None, equalisation_gone: None, general: 0.0 });
        Some(Reach {
            limit: before.limit.or((!triggers.is_empty()).then_some(year)),
            equalisation_gone: before.equalisation_gone.or((reserves.equalisation <= 0.0).then_some(year)),
            general: reserves.general,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fiscal::{NRW, reserves};

    #[test]
    fn a_quarter_in_one_year_is_the_limit() {
        let path = reserves(10.0, 100.0, &[-10.0, -4.0, -40.0]);
        let triggers = NRW.consolidation(&path);
        let years = path.iter().zip(&triggers).zip(2026..).map(|((it, met), year)| (Year(year), *it, met.as_slice()));
        let found = Reach { limit: Some(Year(2028)), equalisation_gone: Some(Year(2026)), general: 56.0 };
        assert_eq!(reach(years), Some(found));
        assert_eq!(reach(std::iter::empty()), None);
    }
}
