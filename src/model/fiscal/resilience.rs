use super::pressure::pressure;
use super::{BudgetLaw, Trigger};
use crate::model::{FiscalYear, IndicatorAt, Scenario, ShockAt, Town, Year, fiscal_years};

/// What is left of a burden when a town has recovered, as a part of its height.
pub const RECOVERED: f64 = 0.1;

/// How one budget stands a shock until the end of the plan (Ergebnis eines Krisentests).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// Year with the lowest result, and that result in euros.
    pub worst: (Year, f64),
    /// Year in which both reserves are used up; none until the end of the plan.
    pub gone: Option<Year>,
    /// Both reserves at the end of the plan, euros.
    pub left: f64,
    /// First year in which the law asks for a plan, and why.
    pub due: Option<(Year, Trigger)>,
    /// How much more could be missing each year until then, euros.
    pub distance: Option<f64>,
}

/// A shock and what it does to plan and scenario (Zeile des Krisentests).
#[derive(Clone, Debug, PartialEq)]
pub struct Resilience {
    /// The shock; none for the years as planned.
    pub shock: Option<ShockAt>,
    /// Under the adopted plan.
    pub plan: Outcome,
    /// With the scenario.
    pub scenario: Outcome,
    /// First year in which at most a tenth of the greatest burden is left; none until the horizon.
    ///
    /// The course of a shock is assumed beyond the years of the plan too, other than the results it strikes.
    pub recovered: Option<Year>,
    /// Indicators hit, and the change in its unit at full strength.
    pub hits: Vec<(IndicatorAt, f64)>,
}

/// The same scenario without any shock and under each shock alone; empty if the plan has no years.
pub fn resilience(town: &Town, scenario: &Scenario) -> Vec<Resilience> {
    let under = |shocks: Vec<ShockAt>| fiscal_years(town, &Scenario { shocks, ..scenario.clone() });
    let years = town.years();
    let recovered = |shock: ShockAt| {
        let burdens: Vec<f64> = pressure(town, &[shock], &years).result.iter().map(|change| -change).collect();
        recovered(&burdens).and_then(|at| years.get(at)).copied()
    };
    let shocks = town.shocks.places().map(Some);
    std::iter::once(None)
        .chain(shocks)
        .filter_map(|shock| {
            let years = under(shock.into_iter().collect());
            Some(Resilience {
                shock,
                plan: outcome(town, &years, Side::Plan)?,
                scenario: outcome(town, &years, Side::Scenario)?,
                recovered: shock.and_then(recovered),
                hits: shock.map_or_else(Vec::new, |shock| hits(town, shock)),
            })
        })
        .collect()
}

#[derive(Clone, Copy)]
enum Side {
    Plan,
    Scenario,
}

impl Side {
    fn result(self, year: &FiscalYear) -> f64 {
        match self {
            Self::Plan => year.plan.result,
            Self::Scenario => year.scenario.result,
        }
    }

    fn reserves(self, year: &FiscalYear) -> f64 {
        match self {
            Self::Plan => year.plan.equalisation + year.plan.general,
            Self::Scenario => year.scenario.equalisation + year.scenario.general,
        }
    }

    fn trigger(self, year: &FiscalYear) -> Option<Trigger> {
        match self {
            Self::Plan => year.plan_triggers.first().copied(),
            Self::Scenario => year.scenario_triggers.first().copied(),
        }
    }
}

fn outcome(town: &Town, years: &[FiscalYear], side: Side) -> Option<Outcome> {
    let worst = years.iter().min_by(|a, b| side.result(a).total_cmp(&side.result(b)))?;
    let results: Vec<f64> = years.iter().map(|year| side.result(year)).collect();
    let opening = town.reserves.iter().find(|it| it.year == town.year)?;
    Some(Outcome {
        worst: (worst.year, side.result(worst)),
        gone: years.iter().find(|year| side.reserves(year) <= 0.0).map(|year| year.year),
        left: years.last().map_or(0.0, |year| side.reserves(year)),
        due: years.iter().find_map(|year| side.trigger(year).map(|trigger| (year.year, trigger))),
        distance: BudgetLaw::of(town).distance(
            opening.equalisation_opening.euros(),
            opening.general_opening.euros(),
            &results,
        ),
    })
}

/// Position of the first year after the greatest burden in which hardly anything of it is left.
fn recovered(burdens: &[f64]) -> Option<usize> {
    let (height, peak) = burdens.iter().copied().zip(0..).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
    if height <= 0.0 {
        return None;
    }
    (peak..burdens.len()).find(|at| burdens.get(*at).is_some_and(|burden| *burden <= height * RECOVERED))
}

fn hits(town: &Town, shock: ShockAt) -> Vec<(IndicatorAt, f64)> {
    let hits = town.shocks.get(shock).map(|shock| shock.hits.as_slice()).unwrap_or_default();
    hits.iter()
        .filter_map(|hit| {
            let indicator = town.indicators.get(hit.indicator)?;
            let (scale, start) = (indicator.scale, indicator.start());
            Some((hit.indicator, scale.value(scale.logit(start) + hit.logit) - start))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::recovered;

    #[test]
    fn recovery_comes_after_the_height() {
        assert_eq!(recovered(&[0.0, 100.0, 50.0, 10.0, 5.0]), Some(3));
        assert_eq!(recovered(&[5.0, 100.0, 50.0]), None, "a small burden before the height is no recovery");
        assert_eq!(recovered(&[0.0, 0.0]), None);
        assert_eq!(recovered(&[]), None);
    }
}
