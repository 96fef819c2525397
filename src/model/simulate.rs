//! Pack and scenario in, projection out. Total and deterministic: no clock, locale, I/O or hash order.

use super::effects::{Effects, LeverMoney, Link, Path, Subject};
use super::explain::{Explanation, explain};
use super::fairness::{Bearer, CohortGroup, Inheritance, Ledger, backlog_of, inheritance, ledger};
use super::fiscal::{BudgetLaw, Difference, Flow, Pressure, Reserves, Trigger, difference_at, pressure};
use super::forecast::trend;
use super::{IndicatorAt, LeverAt, LeverKind, List, Money, Scenario, Terms, Town, Year};

/// One fiscal year of the plan with the scenario (Planjahr).
#[derive(Clone, Debug, PartialEq)]
pub struct FiscalYear {
    /// Year.
    pub year: Year,
    /// As planned.
    pub plan: Reserves,
    /// With the scenario.
    pub scenario: Reserves,
    /// Why a consolidation plan would be due, as planned.
    pub plan_triggers: Vec<Trigger>,
    /// Why a consolidation plan would be due, with the scenario.
    pub scenario_triggers: Vec<Trigger>,
}

/// Everything that follows from a scenario (Projektion).
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// Years of all yearly series.
    pub years: Vec<Year>,
    /// One path per indicator of the town.
    pub indicators: List<IndicatorAt, Path>,
    /// Why each indicator moved until the horizon.
    pub explanations: List<IndicatorAt, Explanation>,
    /// Money left over (positive) or missing per year against the plan.
    pub balance: Money,
    /// Differences to the plan in result and debt.
    pub difference: Difference,
    /// Reserves and law in the years of the plan.
    pub fiscal: Vec<FiscalYear>,
    /// Generations.
    pub ledger: Ledger,
    /// Generations in six groups.
    pub groups: Vec<CohortGroup>,
    /// Debts and backlog per child.
    pub inheritance: Inheritance,
    /// Moved money, both directions added, and the part of it without a measured effect.
    pub moved: Moved,
}

/// How much was moved, and how much of it the model is silent about.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moved {
    /// Sum of all changes without their sign.
    pub total: Money,
    /// Part on levers without a measured effect.
    pub unmeasured: Money,
}

/// Runs the whole model; an untouched scenario changes exactly nothing.
///
/// ```
/// use zukunftshaushalt::model::{Money, Scenario, simulate};
/// use zukunftshaushalt::pack::{load, muenster};
/// use zukunftshaushalt::scenario::{Action, Session};
///
/// let town = load(&muenster()).expect("the pack in the repository is sound");
/// let calm = simulate(&town, &Scenario::default());
/// assert_eq!(calm.balance, Money::ZERO);
///
/// let trade_tax = town.taxes.find(|tax| tax.id == "trade_tax").expect("the town has a trade tax");
/// let mut session = Session::default();
/// session.apply(&town, Action::SetTax(trade_tax, 470.0));
/// let it = simulate(&town, session.scenario());
/// assert!(it.balance > Money::ZERO && it.fiscal[0].scenario.result > it.fiscal[0].plan.result);
/// ```
pub fn simulate(town: &Town, scenario: &Scenario) -> Projection {
    let years = town.years();
    let streams = streams(town, scenario, &years);
    let indicators = effects(town, &streams, &years).run();
    let explanations = town.indicators.iter().zip(&indicators).map(|(it, path)| explain(it.scale, path)).collect();

    let difference = streams.difference();
    let persons = &town.population.counts;
    let start = i32::from(town.year.0);
    let ledger = ledger(start, persons, &streams.net, &streams.revenue, &difference, 0.0);
    Projection {
        balance: town.balance(scenario),
        fiscal: fiscal(town, &difference, &streams.pressure),
        groups: ledger.groups(start, persons),
        inheritance: inheritance(
            &town.finance,
            town.inhabitants.value,
            &town.population,
            ledger.debt_left,
            backlog_of(town, scenario).map(|it| it.change),
            ledger.assets_left,
        ),
        moved: moved(town, scenario),
        years,
        indicators,
        explanations,
        difference,
        ledger,
    }
}

/// Only the years of the plan, without indicators and generations: what a table of many shocks needs.
pub fn fiscal_years(town: &Town, scenario: &Scenario) -> Vec<FiscalYear> {
    let streams = streams(town, scenario, &town.years());
    fiscal(town, &streams.difference(), &streams.pressure)
}

/// Differences to the plan in result and debt alone (fiscal.md, Differences).
pub(super) fn differences(town: &Town, scenario: &Scenario) -> Difference {
    streams(town, scenario, &town.years()).difference()
}

/// The scenario as yearly euros.
pub(super) struct Streams {
    /// Gross change per lever, euros per year.
    gross: List<LeverAt, Vec<f64>>,
    /// What the town itself pays, by the people who use it.
    pub(super) net: Vec<Bearer>,
    /// Tax changes, by the people who pay them.
    pub(super) revenue: Vec<Bearer>,
    /// What the shocks that are switched on do to every year.
    pressure: Pressure,
}

impl Streams {
    fn difference(&self) -> Difference {
        let flows = |bearers: &[Bearer]| bearers.iter().map(|it| it.flow.clone()).collect::<Vec<Flow>>();
        difference_at(&self.pressure.rates, &flows(&self.net), &flows(&self.revenue))
    }
}

pub(super) fn streams(town: &Town, scenario: &Scenario, years: &[Year]) -> Streams {
    let pressure = pressure(town, &scenario.shocks, years);
    let ages = town.population.counts.first().map_or(0, Vec::len);
    let weights = |range: super::Ages| (0..ages).map(|age| range.weight(age)).collect::<Vec<f64>>();
    let mut gross: List<LeverAt, _> = vec![vec![0.0; years.len()]; town.levers.len()].into();
    // People of the same ages use what they use together: one stream per range of ages and service life, not one per
    // budget line.
    let mut by_use: Vec<(Use, Vec<f64>)> = Vec::new();
    for (cell, moved) in &scenario.moves {
        let Some(lever) = town.levers.get(cell.lever) else { continue };
        let within = |year: &Year| (moved.from..=moved.to).contains(year);
        if let Some(path) = gross.get_mut(cell.lever) {
            for (sum, _) in path.iter_mut().zip(years).filter(|(_, year)| within(year)) {
                *sum += moved.amount.euros();
            }
        }
        for (line, part) in lever.lines.iter().zip(lever.split(cell.purpose, moved.amount)) {
            let own = part * line.reimbursement.rest();
            // Ordinary expense is spent in its year, however long what it keeps up lasts (§ 2 KomHVO NRW).
            let life = line.service_life.filter(|_| lever.kind == LeverKind::Investment);
            let used = (line.ages, life);
            if !by_use.iter().any(|(it, _)| *it == used) {
                by_use.push((used, vec![0.0; years.len()]));
            }
            let Some((_, delta)) = by_use.iter_mut().find(|(it, _)| *it == used) else { continue };
            for (sum, _) in delta.iter_mut().zip(years).filter(|(_, year)| within(year)) {
                *sum += own;
            }
        }
    }
    let net = by_use
        .into_iter()
        .map(|((ages, life), delta)| {
            let terms = life.map_or(Terms::SPENT, |life| Terms::built(f64::from(life)));
            Bearer { flow: Flow::new(delta, terms), weights: weights(ages) }
        })
        .collect();
    let revenue = scenario
        .taxes
        .iter()
        .filter_map(|(index, multiplier)| {
            let tax = town.taxes.get(*index)?;
            let change = tax.change(*multiplier).euros();
            // A multiplier works on what a shock leaves of the base amounts.
            let left = pressure.yields.get(*index)?;
            let delta = left.iter().map(|left| change * left).collect();
            Some(Bearer { flow: Flow::spent(delta), weights: weights(tax.ages) })
        })
        .collect();
    Streams { gross, net, revenue, pressure }
}

/// The equations of effects.md for a scenario (Wirkungsgleichungen).
pub fn equations(town: &Town, scenario: &Scenario) -> Effects {
    let years = town.years();
    effects(town, &streams(town, scenario, &years), &years)
}

/// Who uses something, and for how long if it is an investment.
type Use = (super::Ages, Option<u16>);

/// The town as the equations see it (effects.md, Effort): the plan's amounts stay the same in constant euros.
fn effects(town: &Town, streams: &Streams, years: &[Year]) -> Effects {
    let levers = town
        .levers
        .iter()
        .zip(&streams.gross)
        .map(|(lever, changes)| {
            let planned = lever.expense().euros();
            LeverMoney {
                baseline: vec![planned; years.len()],
                scenario: changes.iter().map(|change| planned + change).collect(),
            }
        })
        .collect();
    let subjects = town
        .indicators
        .iter()
        .map(|it| Subject {
            scale: it.scale,
            start: it.start(),
            trend: trend(it),
            damping: town.trend_damping.value,
            reaction: it.reaction,
        })
        .collect();
    let links = town
        .numbered_effects()
        .filter_map(|it| Some(Link { lever: it.lever, indicator: it.indicator?, share: it.share }))
        .collect();
    Effects {
        population: town.population.totals(),
        deflator: vec![1.0; years.len()],
        levers,
        subjects,
        links,
        spills: town.spills(),
    }
}

/// Reserves in the years that the plan covers; the model does not guess results beyond them.
///
/// Shocks strike the plan as they strike the scenario, so that the difference between both is what was moved.
fn fiscal(town: &Town, difference: &Difference, pressure: &Pressure) -> Vec<FiscalYear> {
    let law = BudgetLaw::of(town);
    let planned: Vec<_> = town.reserves.iter().filter(|it| it.year >= town.year).collect();
    let Some(first) = planned.first() else { return Vec::new() };
    let results: Vec<f64> = planned.iter().zip(&pressure.result).map(|(it, shock)| it.result.euros() + shock).collect();
    let changed: Vec<f64> = results.iter().zip(&difference.result).map(|(plan, change)| plan + change).collect();
    let path =
        |results: &[f64]| law.reserves(first.equalisation_opening.euros(), first.general_opening.euros(), results);
    let (plan, scenario) = (path(&results), path(&changed));
    let (plan_triggers, scenario_triggers) = (law.consolidation(&plan), law.consolidation(&scenario));
    planned
        .iter()
        .zip(plan.into_iter().zip(plan_triggers))
        .zip(scenario.into_iter().zip(scenario_triggers))
        .map(|((it, (plan, plan_triggers)), (scenario, scenario_triggers))| FiscalYear {
            year: it.year,
            plan,
            scenario,
            plan_triggers,
            scenario_triggers,
        })
        .collect()
}

fn moved(town: &Town, scenario: &Scenario) -> Moved {
    let mut sum = Moved::default();
    for (cell, it) in &scenario.moves {
        sum.total += it.amount.abs();
        if !town.has_measured_effect(cell.lever) {
            sum.unmeasured += it.amount.abs();
        }
    }
    sum
}
