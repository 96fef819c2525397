//! Key figures of the NKF-Kennzahlenset of North Rhine-Westphalia (decree of 1 October 2008), each as a share.
//! None where the divisor is not positive: such a town has no figure, not an infinite one.

use super::Difference;
use crate::model::simulate::differences;
use crate::model::{Booked, PlanYear, Scenario, Town, Year, fiscal_years};

fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then_some(part / whole)
}

/// Ordinary revenue by ordinary expense (Aufwandsdeckungsgrad).
pub fn expense_coverage(revenue: f64, expense: f64) -> Option<f64> {
    share(revenue, expense)
}

/// Deficit by both reserves at the start of the year (Fehlbetragsquote); zero in a year with a surplus.
pub fn deficit_ratio(result: f64, reserves: f64) -> Option<f64> {
    share((-result).max(0.0), reserves)
}

/// Gross investment by disposals and depreciation (Investitionsquote); below 1 the town lives on its substance.
pub fn investment_ratio(investment: f64, disposals: f64, depreciation: f64) -> Option<f64> {
    share(investment, disposals + depreciation)
}

/// Infrastructure by all assets at the last closing (Infrastrukturquote), as a share, and the year; none if the pack
/// lacks one of them.
pub fn infrastructure(town: &Town) -> Option<(f64, u16)> {
    let (part, whole) = (town.finance.infrastructure_assets.as_ref()?, town.finance.total_assets.as_ref()?);
    infrastructure_ratio(part.value, whole.value).map(|ratio| (ratio, part.year))
}

/// Infrastructure by all assets (Infrastrukturquote).
pub fn infrastructure_ratio(infrastructure: f64, assets: f64) -> Option<f64> {
    share(infrastructure, assets)
}

/// Financial expense by ordinary expense (Zinslastquote).
pub fn interest_ratio(financial_expense: f64, expense: f64) -> Option<f64> {
    share(financial_expense, expense)
}

/// Key figures of one year of the plan; a pair is as planned and with the scenario (Kennzahlen eines Planjahres).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeyFigures {
    /// Year.
    pub year: Year,
    /// Aufwandsdeckungsgrad.
    pub coverage: (Option<f64>, Option<f64>),
    /// Fehlbetragsquote.
    pub deficit: (Option<f64>, Option<f64>),
    /// Investitionsquote; payments stand for additions, and disposals are not known.
    pub investment: (Option<f64>, Option<f64>),
    /// Zinslastquote; what the scenario adds is real interest on the changed debt.
    pub interest: (Option<f64>, Option<f64>),
}

/// The figures of every year of which the pack tells the sums, without shocks; at least those of the budget year.
pub fn key_figures(town: &Town, scenario: &Scenario) -> Vec<KeyFigures> {
    let calm = Scenario { shocks: Vec::new(), ..scenario.clone() };
    let changes = differences(town, &calm);
    let opening = town.reserves.iter().find(|it| it.year == town.year);
    let opening = opening.map_or(0.0, |it| (it.equalisation_opening + it.general_opening).euros());
    let mut before = (opening, opening);
    let mut all = Vec::new();
    let sums = |year: &PlanYear| Sums {
        revenue: year.revenue.euros(),
        expense: year.expense.euros(),
        interest: Some(year.interest.euros()),
    };
    if town.plan_years.is_empty() || town.reserves.is_empty() {
        let total = &town.budget.total;
        let alone = Sums { revenue: total.revenue.euros(), expense: total.expense.euros(), interest: None };
        all.push(of_year(town, scenario, &changes, town.year, &alone));
        return all;
    }
    for year in fiscal_years(town, &calm) {
        let at_start = before;
        before = (year.plan.equalisation + year.plan.general, year.scenario.equalisation + year.scenario.general);
        let Some(planned) = town.plan_years.iter().find(|it| it.year == year.year) else { continue };
        all.push(KeyFigures {
            deficit: (deficit_ratio(year.plan.result, at_start.0), deficit_ratio(year.scenario.result, at_start.1)),
            ..of_year(town, scenario, &changes, year.year, &sums(planned))
        });
    }
    all
}

/// Printed sums of a year, euros.
struct Sums {
    revenue: f64,
    expense: f64,
    interest: Option<f64>,
}

/// The figures of one year that need no reserves. Depreciation of what the scenario builds is ordinary expense.
fn of_year(town: &Town, scenario: &Scenario, changes: &Difference, year: Year, sums: &Sums) -> KeyFigures {
    let at = |path: &[f64]| path.get(year.since(town.year)).copied().unwrap_or(0.0);
    let worn = at(&changes.depreciation);
    let more = Booked::of(town, scenario, changes, year);
    let (revenue, expense) = (sums.revenue + more.revenue, sums.expense + more.expense + worn);
    let assets = town.fairness.assets.iter().find(|it| it.year == year);
    KeyFigures {
        year,
        coverage: (expense_coverage(sums.revenue, sums.expense), expense_coverage(revenue, expense)),
        deficit: (None, None),
        investment: (
            assets.and_then(|it| investment_ratio(it.investment, 0.0, it.depreciation)),
            assets.and_then(|it| investment_ratio(it.investment + at(&changes.paid), 0.0, it.depreciation + worn)),
        ),
        interest: (
            sums.interest.and_then(|interest| interest_ratio(interest, sums.expense)),
            sums.interest.and_then(|interest| interest_ratio(interest + at(&changes.interest), expense)),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{deficit_ratio, expense_coverage, infrastructure_ratio, interest_ratio, investment_ratio};

    #[test]
    fn figures_are_those_of_the_decree() {
        assert_eq!(expense_coverage(90.0, 100.0), Some(0.9));
        assert_eq!(deficit_ratio(-10.0, 200.0), Some(0.05));
        assert_eq!(deficit_ratio(10.0, 200.0), Some(0.0));
        assert_eq!(investment_ratio(60.0, 10.0, 40.0), Some(1.2));
        assert_eq!(infrastructure_ratio(30.0, 120.0), Some(0.25));
        assert_eq!(interest_ratio(3.0, 100.0), Some(0.03));
    }

    #[test]
    fn without_a_divisor_there_is_no_figure() {
        assert_eq!(expense_coverage(1.0, 0.0), None);
        assert_eq!(deficit_ratio(-1.0, -5.0), None);
        assert_eq!(investment_ratio(1.0, 0.0, f64::NAN), None);
    }
}
