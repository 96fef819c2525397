use super::FutureUse;
use crate::model::{LeverAt, Move, Scenario, Town, Year};

/// The backlog today and what the scenario changes until the horizon, euros.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Backlog {
    /// Today.
    pub today: f64,
    /// More (positive) or less at the horizon than if upkeep stayed as it is.
    pub change: f64,
}

/// The investment backlog year by year, euros, today's value first (G4, Sanierungsstau).
///
/// B(t+1) = max(0, B(t)·(1+π) + need(t) − replacement(t)) with need = depreciation · ω (fairness.md, Backlog).
pub fn backlog(start: f64, building_inflation: f64, need: &[f64], replacement: &[f64]) -> Vec<f64> {
    let mut now = start.max(0.0);
    let mut path = vec![now];
    for (need, replacement) in need.iter().zip(replacement) {
        now = (now * (1.0 + building_inflation) + need - replacement).max(0.0);
        path.push(now);
    }
    path
}

/// What changed upkeep does to a backlog that stays as it is otherwise, euros at the end.
///
/// The plan does not say what of its investment is replacement; only the difference to the plan is computed, as if the
/// plan replaced exactly what wears out. Untouched upkeep gives exactly zero.
pub fn backlog_change(start: f64, building_inflation: f64, upkeep: &[f64]) -> f64 {
    if upkeep.iter().all(|change| *change == 0.0) {
        return 0.0;
    }
    let level = vec![0.0; upkeep.len()];
    let end = |replacement: &[f64]| backlog(start, building_inflation, &level, replacement).last().copied();
    end(upkeep).zip(end(&level)).map_or(0.0, |(with, without)| with - without)
}

/// The backlog of a town today, and what changed upkeep leaves at the horizon (G4).
pub fn backlog_of(town: &Town, scenario: &Scenario) -> Option<Backlog> {
    let today = town.finance.backlog_per_head.as_ref()?.value * town.inhabitants.value;
    let growth = town.fairness.building_inflation.as_ref().map_or(0.0, |it| it.value);
    Some(Backlog { today, change: backlog_change(today, growth, &used(town, scenario, |it| it.upkeep)) })
}

/// Euros per year of the model that the scenario moves, weighed by what each lever's money is for.
pub(super) fn used(town: &Town, scenario: &Scenario, of: fn(&FutureUse) -> f64) -> Vec<f64> {
    let weighed = |(lever, it, _): (LeverAt, Move, bool)| {
        let uses = town.fairness.uses.iter().filter(|use_| use_.lever == lever);
        (it, it.amount.euros() * uses.map(of).sum::<f64>())
    };
    let moves: Vec<(Move, f64)> = town.spent(scenario).map(weighed).collect();
    let of_year = |year: Year| {
        let now = moves.iter().filter(|(it, _)| (it.from..=it.to).contains(&year));
        now.map(|(_, euros)| euros).sum::<f64>() + 0.0
    };
    town.years().into_iter().map(of_year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_by_what_is_not_replaced_and_never_below_zero() {
        assert_eq!(backlog(100.0, 0.5, &[13.0, 13.0], &[3.0, 300.0]), [100.0, 160.0, 0.0]);
        assert_eq!(backlog_change(100.0, 0.0, &[-2.0, -3.0]), 5.0);
        assert_eq!(backlog_change(4.0, 0.0, &[3.0, 3.0]), -4.0, "no more than there is");
        assert_eq!(backlog_change(100.0, 0.02, &[0.0; 25]).to_bits(), 0.0_f64.to_bits());
    }
}
