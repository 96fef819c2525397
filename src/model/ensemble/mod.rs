//! How sure is it? The model a thousand times with other values for what nobody knows exactly.
//!
//! Baseline and scenario share every draw, so an untouched scenario has a band of width zero around no change at all.
//! Only measures that are moved are computed, and only indicators that have changed since the last scenario; the reference
//! paths and their bands belong to the town.

#![doc = include_str!("ensemble.md")]

use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::chain::{Counts, Draws, Equations, Euros, Members, Spreads, Subject};
use super::forecast::{BackTest, NoiseFrom, back_test, noise};
use super::{Direction, Indicator, IndicatorAt, List, MeasureAt, Scenario, Town, Year, euros};

pub use super::chain::{D_IS_ZERO, spread};
pub use super::quantile::{quantile, select};

/// Members of the ensemble.
pub const MEMBERS: usize = 1000;

/// Dots of the dot plot; each is one outcome in twenty.
pub const DOTS: usize = 20;

const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

/// A range in an indicator's unit, ascending (Spanne).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Band {
    /// A tenth lies below.
    pub low: f64,
    /// A quarter lies below.
    pub lower: f64,
    /// Half lies below.
    pub median: f64,
    /// A quarter lies above.
    pub upper: f64,
    /// A tenth lies above.
    pub high: f64,
}

impl Band {
    /// The quantiles of members; of none, nothing.
    fn of(members: &[f64]) -> Self {
        let [low, lower, median, upper, high] = select(members, SHARES, |it| it).unwrap_or_default();
        Self { low, lower, median, upper, high }
    }
}

/// What belongs to the town and is computed once, each part when it is first needed (Unsicherheit der Stadt).
#[derive(Debug)]
pub struct Uncertainty {
    members: Members,
    noise: Vec<(f64, NoiseFrom)>,
    plans: List<IndicatorAt, OnceLock<Planned>>,
}

/// What the reference path of an indicator gives, whatever the scenario.
#[derive(Clone, Debug, Default)]
struct Planned {
    bands: Vec<(Year, Band)>,
    /// Share of the members that reach the target by its year.
    target: Option<f64>,
    back_test: Option<BackTest>,
    yearly_noise: f64,
}

/// The range of one indicator (Bandbreite einer Kennzahl).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Range {
    /// Change at the horizon.
    pub change: Band,
    /// Twenty equally likely changes at the horizon, ascending.
    pub dots: Vec<f64>,
    /// Share of the members in which the indicator ends better than planned.
    pub better: f64,
    /// Share of the members in which it ends worse than planned.
    pub worse: f64,
    /// Typical change from one year to the next around the horizon.
    pub yearly_noise: f64,
    /// Where that comes from.
    pub noise_from: NoiseFrom,
    /// Range of the plan in some years, start and horizon included.
    pub plan: Vec<(Year, Band)>,
    /// Range with the scenario in the same years.
    pub scenario: Vec<(Year, Band)>,
    /// Share of the members that reach the target by its year: as planned, and with the scenario.
    pub target: Option<(f64, f64)>,
    /// How the forecast would have done on the last measured values.
    pub back_test: Option<BackTest>,
}

impl Range {
    /// Whether any member moved.
    pub fn is_moved(&self) -> bool {
        self.better + self.worse > 0.0
    }

    /// Whether the change is small against what the indicator fluctuates by anyway (klein gegenüber dem Auf und Ab).
    ///
    /// Nine of ten changes are smaller than the typical change from one year to the next.
    pub fn is_faint(&self) -> bool {
        self.change.low.abs().max(self.change.high.abs()) < self.yearly_noise
    }
}

impl Uncertainty {
    /// The members of a town; each number is drawn when it is first needed.
    pub fn new(town: &Town, members: usize) -> Self {
        Self::of(town, Arc::new(Equations::of(town)), Draws::seeded(members))
    }

    /// The same with equations that are there and draws that are given.
    pub fn of(town: &Town, equations: Arc<Equations>, draws: Draws) -> Self {
        let targets = town.indicators.iter().filter_map(|it| target(town, it)).map(|(t, _)| t);
        let mut years: Vec<usize> = shown_years(town).map(|year| year.since(town.year)).chain(targets).collect();
        years.sort_unstable();
        years.dedup();
        Self {
            members: Members::new(equations, Spreads::of(town), draws, years),
            noise: noise(&town.indicators, town.usual_noise.as_ref().map(|it| it.value)),
            plans: town.indicators.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// The members.
    pub fn members(&self) -> &Members {
        &self.members
    }

    /// The equations that they share.
    pub fn equations(&self) -> &Equations {
        &self.members.equations
    }

    fn planned(&self, town: &Town, at: IndicatorAt) -> Planned {
        let computed = || {
            let (Some(indicator), Some(subject)) = (town.indicators.get(at), self.equations().subjects.get(at)) else {
                return Planned::default();
            };
            let values = |t: usize| self.members.planned(at, t);
            Planned {
                bands: bands(town, |t| Band::of(&values(t))),
                target: target(town, indicator).map(|(t, aim)| share(&values(t), |it| is_reached(indicator, it, aim))),
                back_test: back_test(indicator, town.trend_damping.value),
                yearly_noise: yearly(subject) * self.sigma(at).0,
            }
        };
        self.plans.get(at).map(|it| it.get_or_init(computed).clone()).unwrap_or_default()
    }

    fn sigma(&self, at: IndicatorAt) -> (f64, NoiseFrom) {
        self.noise.get(at.0).copied().unwrap_or_default()
    }
}

/// What a logit point is worth in the unit, around the horizon.
fn yearly(subject: &Subject) -> f64 {
    let reference = super::chain::Reference::of(subject);
    reference.value.last().map_or(0.0, |value| subject.scale.slope(subject.scale.logit(*value)).abs())
}

/// The year of an indicator's target, counted from the start, and the target.
fn target(town: &Town, indicator: &Indicator) -> Option<(usize, f64)> {
    let target = indicator.target.as_ref()?;
    let year = target.year.filter(|year| *year >= town.year && *year <= town.horizon)?;
    Some((year.since(town.year), target.value))
}

/// Whether a value is as good as the target.
fn is_reached(indicator: &Indicator, value: f64, aim: f64) -> bool {
    match indicator.direction {
        Direction::Higher => value >= aim,
        Direction::Lower => value <= aim,
    }
}

/// The ranges of all indicators under a scenario, in their order.
pub fn ensemble(town: &Town, uncertainty: &Uncertainty, scenario: &Scenario) -> List<IndicatorAt, Range> {
    Arc::unwrap_or_clone(Steps::new(town, uncertainty, scenario, None).finish().ranges)
}

/// What a scenario gave, for the next one to build on (Zwischenstand).
pub struct Computed {
    euros: Euros,
    counts: Counts,
    ranges: Arc<List<IndicatorAt, Range>>,
}

impl Computed {
    /// The ranges in the order of the indicators.
    pub fn ranges(&self) -> Arc<List<IndicatorAt, Range>> {
        self.ranges.clone()
    }
}

/// The same in short steps, between which a page can look whether a hand moves (Rechnung in Schritten).
///
/// First one measure after the other, then what is linked, then the range of one indicator after the other. Indicators
/// that another scenario has left as they are keep what it gave, to the last bit.
pub struct Steps<'a> {
    town: &'a Town,
    uncertainty: &'a Uncertainty,
    euros: Euros,
    /// Measures whose money is still to be followed.
    left: Vec<MeasureAt>,
    is_linked: bool,
    before: Option<Arc<List<IndicatorAt, Range>>>,
    /// Which indicators are no longer as another scenario left them.
    changed: List<IndicatorAt, bool>,
    counts: Counts,
    ranges: List<IndicatorAt, Range>,
}

impl<'a> Steps<'a> {
    /// Before the first step; `before` is what another scenario of the same town and draws gave.
    pub fn new(town: &'a Town, uncertainty: &'a Uncertainty, scenario: &Scenario, before: Option<Computed>) -> Self {
        let equations = uncertainty.equations();
        let euros = euros(town, scenario);
        let is_other = |at: MeasureAt| before.as_ref().is_none_or(|it| it.euros.get(at) != euros.get(at));
        let changed = match &before {
            Some(_) => equations.reached(is_other),
            None => vec![true; equations.subjects.len()].into(),
        };
        let needed = equations.needed(&changed);
        let is_moved = |at: MeasureAt| euros.get(at).is_some_and(|it| it.iter().any(|it| *it != 0.0));
        let leads = |at: MeasureAt| {
            equations.effects.iter().any(|it| it.measure == at && needed.get(it.indicator) == Some(&true))
        };
        let mut left: Vec<MeasureAt> = euros.places().filter(|at| is_moved(*at) && leads(*at)).collect();
        left.reverse();
        let (counts, before) = before.map_or((Counts::default(), None), |it| (it.counts, Some(it.ranges)));
        let counts = uncertainty.members.begin(counts);
        let ranges = List::default();
        Self { town, uncertainty, euros, left, is_linked: false, before, changed, counts, ranges }
    }

    /// Whether nothing is left to compute.
    pub fn is_done(&self) -> bool {
        self.ranges.len() >= self.town.indicators.len()
    }

    /// Computes a little more.
    pub fn step(&mut self) {
        let members = &self.uncertainty.members;
        if let Some(measure) = self.left.pop() {
            let euros = self.euros.get(measure).map(Vec::as_slice).unwrap_or_default();
            members.add(&mut self.counts, measure, euros);
        } else if !std::mem::replace(&mut self.is_linked, true) {
            members.hand_on(&mut self.counts);
        } else {
            let at = self.ranges.end();
            // What is built on holds each indicator that is not known to have changed.
            let kept = self.before.as_ref().filter(|_| self.changed.get(at) == Some(&false)).and_then(|it| it.get(at));
            let range = kept.cloned().unwrap_or_else(|| range(self.town, self.uncertainty, &self.counts, at));
            self.ranges.push(range);
        }
    }

    /// Takes the steps that are left.
    pub fn finish(mut self) -> Computed {
        while !self.is_done() {
            self.step();
        }
        Computed { euros: self.euros, counts: self.counts, ranges: Arc::new(self.ranges) }
    }
}

fn range(town: &Town, uncertainty: &Uncertainty, counts: &Counts, at: IndicatorAt) -> Range {
    let planned = uncertainty.planned(town, at);
    let mut range = Range {
        dots: vec![0.0; DOTS],
        yearly_noise: planned.yearly_noise,
        noise_from: uncertainty.sigma(at).1,
        scenario: planned.bands.clone(),
        plan: planned.bands,
        target: planned.target.map(|it| (it, it)),
        back_test: planned.back_test,
        ..Range::default()
    };
    let (members, subject) = (&uncertainty.members, uncertainty.equations().subjects.get(at));
    let (Some(indicator), Some(subject), true) = (town.indicators.get(at), subject, counts.reach(at)) else {
        return range;
    };
    let end = members.outcome(counts, at, town.horizon.since(town.year));
    range.better = end.share(|change| subject.is_better(change));
    range.worse = end.share(|change| subject.is_better(-change));
    (range.change, range.dots) = spread_out(&end.shown);
    // What has ended before the horizon may still have met a target in its year, and stands in the ranges of its years.
    if let Some(((_, scenario), (t, aim))) = range.target.as_mut().zip(target(town, indicator)) {
        *scenario = share(&members.outcome(counts, at, t).value, |it| is_reached(indicator, it, aim));
    }
    range.scenario = bands(town, |t| Band::of(&members.outcome(counts, at, t).value));
    range
}

/// The quantiles of members, and twenty dots that are equally likely.
fn spread_out(members: &[f64]) -> (Band, Vec<f64>) {
    let dots: [f64; DOTS] = std::array::from_fn(|dot| (dot as f64 + 0.5) / DOTS as f64);
    let dots = select(members, dots, |it| it).unwrap_or([0.0; DOTS]);
    (Band::of(members), dots.to_vec())
}

/// The years whose ranges are computed: the first three, in which a range opens fastest, every fifth one, and the last.
fn shown_years(town: &Town) -> impl Iterator<Item = Year> {
    let (start, end) = (town.year.0, town.horizon.0);
    (start..=end).filter(move |year| *year < start + 3 || year.is_multiple_of(5) || *year == end).map(Year)
}

fn bands(town: &Town, band: impl Fn(usize) -> Band) -> Vec<(Year, Band)> {
    shown_years(town).map(|year| (year, band(year.since(town.year)))).collect()
}

fn share(members: &[f64], is: impl Fn(f64) -> bool) -> f64 {
    members.iter().filter(|it| is(**it)).count() as f64 / members.len().max(1) as f64
}
