use super::{BudgetLaw, Reserves, Trigger};
use crate::model::{FiscalYear, Town, Year};

/// Reserves over the years, and what the law asks for (Verlauf der Rücklagen).
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Reserves by year.
    pub years: Vec<Reserves>,
    /// Why more is due, by year.
    pub triggers: Vec<Vec<Trigger>>,
}

/// The years of the plan if nobody finds where to save (ohne globalen Minderaufwand).
#[derive(Clone, Debug, PartialEq)]
pub struct WithoutSaving {
    /// Years with such a saving, and how much it is, euros.
    pub savings: Vec<(Year, f64)>,
    /// Whether each of them is within what the law allows; none without the expense of its year.
    pub is_allowed: Option<bool>,
    /// As planned.
    pub plan: Course,
    /// With the scenario.
    pub scenario: Course,
}

/// Plan and scenario without the saving that names no product, § 79 (3) GO NRW, § 24 (1) GemHVO BW; none if the plan
/// has no such saving.
///
/// The printed results contain it already; whether the town will find it nobody knows.
pub fn without_saving(town: &Town, fiscal: &[FiscalYear]) -> Option<WithoutSaving> {
    let law = BudgetLaw::of(town);
    let opening = town.reserves.iter().find(|it| it.year == town.year)?;
    let saved = |year: Year| town.reserves.iter().find(|it| it.year == year).map_or(0.0, |it| it.global_saving.euros());
    let savings: Vec<(Year, f64)> =
        fiscal.iter().map(|it| (it.year, saved(it.year))).filter(|(_, saving)| *saving > 0.0).collect();
    if savings.is_empty() {
        return None;
    }
    let course = |result: fn(&FiscalYear) -> f64| {
        let results: Vec<f64> = fiscal.iter().map(|it| result(it) - saved(it.year)).collect();
        let years = law.reserves(opening.equalisation_opening.euros(), opening.general_opening.euros(), &results);
        Course { triggers: law.consolidation(&years), years }
    };
    let is_allowed = |(year, saving): &(Year, f64)| {
        let sums = town.plan_years.iter().find(|it| it.year == *year)?;
        Some(law.allows_saving(*saving, sums.expense.euros()))
    };
    let allowed: Option<Vec<bool>> = savings.iter().map(is_allowed).collect();
    Some(WithoutSaving {
        is_allowed: allowed.map(|all| all.into_iter().all(|it| it)),
        plan: course(|it| it.plan.result),
        scenario: course(|it| it.scenario.result),
        savings,
    })
}
