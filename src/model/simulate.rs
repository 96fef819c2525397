//! Pack and scenario in, projection out. Total and deterministic: no clock, locale, I/O or hash order.

use std::sync::Arc;

use super::chain::{Contribution, Course, Equations, Euros};
use super::fairness::{Bearer, CohortGroup, Inheritance, Ledger, backlog_of, inheritance, ledger};
use super::fiscal::{BudgetLaw, Difference, Flow, Pressure, Reserves, Trigger, difference_at, pressure};
use super::{IndicatorAt, Lever, LeverKind, LeverLine, Measure, MeasureAt, Money, Move, Scenario, Terms, Town, Year};

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
    /// The equations of the town.
    pub equations: Arc<Equations>,
    /// What is bought, what works, and what that does to the indicators.
    pub course: Course,
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
    /// Part of which nobody knows what it does.
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
/// assert!(it.balance > Money::ZERO);
/// // The budget year is decided already; what is moved is felt from the next one on.
/// assert_eq!(it.fiscal[0].scenario, it.fiscal[0].plan);
/// assert!(it.fiscal[1].scenario.result > it.fiscal[1].plan.result);
/// ```
pub fn simulate(town: &Town, scenario: &Scenario) -> Projection {
    simulate_with(Arc::new(Equations::of(town)), town, scenario)
}

/// The same with the equations of the town, which no scenario changes.
pub fn simulate_with(equations: Arc<Equations>, town: &Town, scenario: &Scenario) -> Projection {
    let years = town.years();
    let streams = streams(town, scenario, &years);
    let difference = streams.difference();
    let persons = &town.population.counts;
    let start = i32::from(town.year.0);
    let ledger = ledger(start, persons, &streams.spending, &streams.revenue, &difference, 0.0);
    Projection {
        course: equations.run(&streams.euros),
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
        equations,
        difference,
        ledger,
    }
}

impl Projection {
    /// Why an indicator is changed in a year, counted from the start (Warum).
    pub fn why(&self, indicator: IndicatorAt, t: usize) -> Contribution {
        self.equations.why(&self.course, indicator, t)
    }

    /// Change of an indicator's count in a year by some of the measures, without what passes through another indicator.
    pub fn own(&self, indicator: IndicatorAt, t: usize, is_meant: impl Fn(MeasureAt) -> bool) -> f64 {
        let effects = self.equations.effects.iter().zip(&self.course.arrived);
        let meant = effects.filter(|(it, _)| it.indicator == indicator && is_meant(it.measure));
        meant.filter_map(|(it, arrived)| Some(it.per_unit * arrived.get(t)?)).sum::<f64>() + 0.0
    }

    /// How far an indicator is moved in the last year, as a part of its scale, better or worse alike.
    pub fn strength(&self, indicator: IndicatorAt) -> f64 {
        let (Some(it), Some(subject)) = (self.course.indicators.get(indicator), self.equations.subjects.get(indicator))
        else {
            return 0.0;
        };
        let length = (subject.scale.best - subject.scale.worst).abs();
        it.shown.last().map_or(0.0, |change| change.abs() / length)
    }

    /// Whether an indicator is changed by half of what its scale has left or more, so that it shows less than its count
    /// would give (chain.md, Shown).
    pub fn nears_end(&self, indicator: IndicatorAt) -> bool {
        let (Some(it), Some(subject)) = (self.course.indicators.get(indicator), self.equations.subjects.get(indicator))
        else {
            return false;
        };
        let change = it.in_unit.last().copied().unwrap_or(0.0);
        change != 0.0 && change.abs() >= it.reference.room(subject, self.end(), change) / 2.0
    }

    /// Whether an indicator stands elsewhere in the last year than planned.
    pub fn is_moved(&self, indicator: IndicatorAt) -> bool {
        self.course.indicators.get(indicator).is_some_and(|it| it.shown.last().is_some_and(|it| *it != 0.0))
    }

    /// The last year of the model, counted from the start.
    pub fn end(&self) -> usize {
        self.years.len().saturating_sub(1)
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
    /// Change per measure, gross.
    euros: Euros,
    /// What is spent, by the people who use it.
    pub(super) spending: Vec<Bearer>,
    /// Tax changes, by the people who pay them.
    pub(super) revenue: Vec<Bearer>,
    /// What the shocks that are switched on do to every year.
    pressure: Pressure,
}

impl Streams {
    fn difference(&self) -> Difference {
        let flows = |bearers: &[Bearer]| bearers.iter().map(|it| it.flow.clone()).collect::<Vec<Flow>>();
        difference_at(&self.pressure.rates, &flows(&self.spending), &flows(&self.revenue))
    }
}

/// What a scenario moves, as euros per year for each measure (Verschiebungen je Maßnahme).
///
/// The everyday money of a lever buys its usual measure, whatever goal it is for; without one it buys nothing that is
/// counted.
pub fn euros(town: &Town, scenario: &Scenario) -> Euros {
    let years = town.years();
    let mut euros: Euros = vec![vec![0.0; years.len()]; town.chain.measures.len()].into();
    let usual = town.chain.usual_of_each(town.levers.len());
    let everyday = scenario.moves.iter().filter_map(|(cell, moved)| Some((usual.get(cell.lever).copied()??, moved)));
    for (measure, moved) in everyday.chain(scenario.measures.iter().map(|(at, moved)| (*at, moved))) {
        euros.get_mut(measure).into_iter().for_each(|path| add(path, &years, moved, moved.amount.euros()));
    }
    euros
}

/// Adds euros a year in the years of a move.
fn add(path: &mut [f64], years: &[Year], moved: &Move, euros: f64) {
    let within = path.iter_mut().zip(years).filter(|(_, year)| (moved.from..=moved.to).contains(year));
    within.for_each(|(sum, _)| *sum += euros);
}

pub(super) fn streams(town: &Town, scenario: &Scenario, years: &[Year]) -> Streams {
    let pressure = pressure(town, &scenario.shocks, years);
    let ages = town.population.counts.first().map_or(0, Vec::len);
    let weights = |range: super::Ages| (0..ages).map(|age| range.weight(age)).collect::<Vec<f64>>();
    let mut spent = Spent { years, by_use: Vec::new() };
    let usual = town.chain.usual_of_each(town.levers.len());
    for (cell, moved) in &scenario.moves {
        let Some(lever) = town.levers.get(cell.lever) else { continue };
        let usual = usual.get(cell.lever).copied().flatten().and_then(|at| town.chain.measures.get(at));
        for (line, part) in lever.lines.iter().zip(lever.split(cell.purpose, moved.amount)) {
            spent.add(line, moved, part, line_terms(lever, line, usual));
        }
    }
    for (at, moved) in &scenario.measures {
        let Some(measure) = town.chain.measures.get(*at) else { continue };
        let Some(lever) = town.levers.get(measure.lever) else { continue };
        for (line, part) in lever.lines.iter().zip(lever.spread(moved.amount)) {
            spent.add(line, moved, part, line_terms(lever, line, Some(measure)));
        }
    }
    let bearer = |((ages, terms), delta)| Bearer { flow: Flow::new(delta, terms), weights: weights(ages) };
    let revenue = scenario
        .taxes
        .iter()
        .filter_map(|(index, multiplier)| {
            let tax = town.taxes.get(*index)?;
            let change = tax.change(*multiplier).euros();
            // A multiplier works on what a shock leaves of the base amounts, from the first year that can be decided.
            let left = pressure.yields.get(*index)?;
            let now = |(left, year): (&f64, &Year)| if *year < town.first_year { 0.0 } else { change * left };
            let delta = left.iter().zip(years).map(now).collect();
            Some(Bearer { flow: Flow::spent(delta), weights: weights(tax.ages) })
        })
        .collect();
    Streams {
        euros: euros(town, scenario),
        spending: spent.by_use.into_iter().map(bearer).collect(),
        revenue,
        pressure,
    }
}

/// Who uses something, and on what terms it is paid.
type Use = (super::Ages, Terms);

/// People of the same ages use what they use together: one stream for all that is spent within its year, and one for each
/// kind of thing that lasts, costs more later or saves.
struct Spent<'a> {
    years: &'a [Year],
    by_use: Vec<(Use, Vec<f64>)>,
}

impl Spent<'_> {
    fn add(&mut self, line: &LeverLine, moved: &Move, euros: f64, terms: Terms) {
        let (own, terms) =
            if terms.is_spent() { (euros * (1.0 - terms.granted), Terms::SPENT) } else { (euros, terms) };
        let used = (line.ages, terms);
        let at = self.by_use.iter().position(|(it, _)| *it == used).unwrap_or_else(|| {
            self.by_use.push((used, vec![0.0; self.years.len()]));
            self.by_use.len() - 1
        });
        if let Some((_, delta)) = self.by_use.get_mut(at) {
            add(delta, self.years, moved, own);
        }
    }
}

/// On what terms the money of a line is paid: those of the measure that it buys, with what is reimbursed of this line.
///
/// Without a measure ordinary expense is spent in its year, however long what it keeps up lasts (§ 2 KomHVO NRW), and an
/// investment is written off over the service life of its line.
fn line_terms(lever: &Lever, line: &LeverLine, measure: Option<&Measure>) -> Terms {
    match (measure, lever.kind, line.service_life) {
        (Some(it), ..) => it.terms(line.reimbursement.get()),
        (None, LeverKind::Investment, Some(life)) => {
            Terms { granted: line.reimbursement.get(), ..Terms::built(f64::from(life)) }
        }
        (None, ..) => Terms { granted: line.reimbursement.get(), ..Terms::SPENT },
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
    let usual = town.chain.usual_of_each(town.levers.len());
    let everyday = scenario.moves.iter().map(|(cell, it)| (usual.get(cell.lever).copied().flatten(), it));
    for (measure, it) in everyday.chain(scenario.measures.iter().map(|(at, it)| (Some(*at), it))) {
        sum.total += it.amount.abs();
        if !measure.is_some_and(|it| town.chain.is_measured(it)) {
            sum.unmeasured += it.amount.abs();
        }
    }
    sum
}
