//! How sure is it? The model a thousand times with other values for what nobody knows exactly.
//!
//! Baseline and scenario share every draw, so an untouched scenario has a band of width zero around no change at all.
//! Only what moved against the plan has deviations, and only what changed since the last scenario is computed anew; the
//! reference paths and their bands belong to the town.

#![doc = include_str!("ensemble.md")]

mod draws;
mod member;
mod paths;
mod quantile;

use std::sync::Arc;

use serde::Serialize;
use wide::f64x4;

pub use draws::{D_IS_ZERO, Draws, SPILL_GRADE, spread};
pub use paths::Rows;
pub use quantile::{quantile, select};

use member::{Members, SIDE};
use paths::PerHead;

use super::effects::{Effects, reference_path};
use super::forecast::{BackTest, NoiseFrom, back_test, noise, trend};
use super::{Indicator, IndicatorAt, List, Scale, Scenario, Town, Year, equations};

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
    fn ascending([low, lower, median, upper, high]: [f64; 5]) -> Self {
        if low <= high {
            Self { low, lower, median, upper, high }
        } else {
            Self { low: high, lower: upper, median, upper: lower, high: low }
        }
    }
}

/// What belongs to the town and is computed once (Unsicherheit der Stadt).
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertainty {
    draws: Draws,
    members: Members,
    references: List<IndicatorAt, Reference>,
}

/// The reference path of one indicator and how much it fluctuates.
#[derive(Clone, Debug, PartialEq)]
struct Reference {
    /// Logit points per year.
    path: Vec<f64>,
    /// Logit points per root of a year, and where they come from.
    noise: (f64, NoiseFrom),
    bands: Vec<(Year, Band)>,
    /// Member by member, the value at the horizon in the unit.
    horizon: Vec<f64>,
    /// Share of the members that reach the target by its year.
    target: Option<f64>,
    back_test: Option<BackTest>,
}

impl Reference {
    /// Members of one year in logit points, with what a scenario changes.
    fn members(&self, members: &Members, t: usize, rows: &Rows) -> Vec<f64> {
        let z = f64x4::splat(self.path.get(t).copied().unwrap_or(0.0));
        let noise = f64x4::splat(self.noise.0);
        let walk = members.walk.get(t).map(Vec::as_slice).unwrap_or_default();
        let mut found = Vec::with_capacity(SIDE * walk.len());
        let shifts = rows.fours(t).chain(std::iter::repeat(&f64x4::ZERO));
        walk.iter()
            .zip(shifts)
            .for_each(|(walk, shift)| found.extend_from_slice((z + noise * *walk + *shift).as_array()));
        found.truncate(members.count);
        found
    }
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

    /// Whether the change drowns in what the indicator fluctuates by anyway ("kaum verändert").
    ///
    /// Nine of ten changes are smaller than the typical change from one year to the next.
    pub fn is_faint(&self) -> bool {
        self.change.low.abs().max(self.change.high.abs()) < self.yearly_noise
    }
}

impl Uncertainty {
    /// Draws the members of a town and the bands of its reference paths.
    pub fn new(town: &Town, members: usize) -> Self {
        Self::of(town, Draws::new(town, members))
    }

    /// The same with draws that are given.
    pub fn of(town: &Town, draws: Draws) -> Self {
        let plan = equations(town, &Scenario::default());
        let members = Members::new(&plan, &draws, &PerHead::of(&plan).today());
        let noise = noise(&town.indicators, town.usual_noise.as_ref().map(|it| it.value));
        let references = town.indicators.iter().zip(noise).map(|(it, noise)| reference(town, it, noise, &members));
        Self { references: references.collect(), members, draws }
    }

    /// The draws.
    pub fn draws(&self) -> &Draws {
        &self.draws
    }
}

fn reference(town: &Town, indicator: &Indicator, noise: (f64, NoiseFrom), members: &Members) -> Reference {
    let (scale, damping) = (indicator.scale, town.trend_damping.value);
    let mut reference = Reference {
        path: reference_path(scale, indicator.start(), trend(indicator), damping, town.years().len()),
        noise,
        bands: Vec::new(),
        horizon: Vec::new(),
        target: None,
        back_test: back_test(indicator, damping),
    };
    let planned = |t: usize| reference.members(members, t, &Rows::default());
    let bands = bands(town, scale, planned);
    let horizon = planned(town.horizon.since(town.year)).into_iter().map(|z| scale.value(z)).collect();
    let target = target(town, indicator).map(|(t, aim)| share(&planned(t), |z| z >= aim));
    (reference.bands, reference.horizon, reference.target) = (bands, horizon, target);
    reference
}

/// The year of an indicator's target, counted from the start, and the target in logit points.
fn target(town: &Town, indicator: &Indicator) -> Option<(usize, f64)> {
    let target = indicator.target.as_ref()?;
    let year = target.year.filter(|year| *year >= town.year && *year <= town.horizon)?;
    Some((year.since(town.year), indicator.scale.logit(target.value)))
}

/// The ranges of all indicators under a scenario, in their order.
pub fn ensemble(town: &Town, uncertainty: &Uncertainty, scenario: &Scenario) -> List<IndicatorAt, Range> {
    Arc::unwrap_or_clone(Steps::new(town, uncertainty, scenario, None).finish().ranges)
}

/// The deviations of all indicators under a scenario, in their order.
pub fn deviations(town: &Town, uncertainty: &Uncertainty, scenario: &Scenario) -> List<IndicatorAt, Rows> {
    Steps::new(town, uncertainty, scenario, None).finish().rows
}

/// What a scenario gave, for the next one to build on (Zwischenstand).
pub struct Computed {
    equations: Effects,
    rows: List<IndicatorAt, Rows>,
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
/// First the own money of one indicator after the other, then all of them through the years, then their ranges.
/// Indicators that another scenario has left as they are keep what it gave, to the last bit.
pub struct Steps<'a> {
    town: &'a Town,
    uncertainty: &'a Uncertainty,
    equations: Effects,
    money: PerHead,
    /// Which indicators the scenario reaches.
    reached: List<IndicatorAt, bool>,
    /// What to build on, and which indicators are no longer as they are there.
    before: Option<Computed>,
    changed: List<IndicatorAt, bool>,
    rows: List<IndicatorAt, Rows>,
    ranges: List<IndicatorAt, Range>,
}

impl<'a> Steps<'a> {
    /// Before the first step; `before` is what another scenario of the same town and draws gave.
    pub fn new(town: &'a Town, uncertainty: &'a Uncertainty, scenario: &Scenario, before: Option<Computed>) -> Self {
        let equations = equations(town, scenario);
        let money = PerHead::of(&equations);
        let reached = money.reached(&equations);
        let changed = before.as_ref().map(|it| paths::changed(&it.equations, &equations)).unwrap_or_default();
        let (rows, ranges) = (List::default(), List::default());
        Self { town, uncertainty, equations, money, reached, before, changed, rows, ranges }
    }

    /// Whether nothing is left to compute.
    pub fn is_done(&self) -> bool {
        self.ranges.len() >= self.town.indicators.len()
    }

    /// Computes a little more.
    pub fn step(&mut self) {
        let Uncertainty { members, references, .. } = self.uncertainty;
        // What is built on holds each indicator that is not known to have changed.
        let is_changed = |at: IndicatorAt| self.changed.get(at).copied().unwrap_or(true);
        let is_reached = |at: IndicatorAt| self.reached.get(at).copied().unwrap_or(false);
        let receives = |at: IndicatorAt| is_reached(at) && paths::receives(&self.equations, &self.reached, at);
        let at = self.rows.end();
        if at < self.town.indicators.end() {
            let kept = self.before.as_mut().filter(|_| !is_changed(at)).and_then(|it| it.rows.get_mut(at));
            self.rows.push(match kept {
                Some(kept) => std::mem::take(kept),
                None if is_reached(at) => paths::own(&self.equations, members, &self.money, at, receives(at)),
                None => Rows::default(),
            });
            if self.rows.end() == self.town.indicators.end() {
                let receiving: Vec<IndicatorAt> =
                    self.rows.places().filter(|at| is_changed(*at) && receives(*at)).collect();
                paths::join(&self.equations, members, &mut self.rows, &receiving);
            }
            return;
        }
        let at = self.ranges.end();
        let kept = self.before.as_ref().filter(|_| !is_changed(at)).and_then(|it| it.ranges.get(at));
        let known = self.town.indicators.get(at).zip(references.get(at)).zip(self.rows.get(at));
        let own = || {
            known.map_or_else(Range::default, |((it, reference), rows)| range(self.town, it, reference, members, rows))
        };
        self.ranges.push(kept.cloned().unwrap_or_else(own));
    }

    /// Takes the steps that are left.
    pub fn finish(mut self) -> Computed {
        while !self.is_done() {
            self.step();
        }
        Computed { equations: self.equations, rows: self.rows, ranges: Arc::new(self.ranges) }
    }
}

fn range(town: &Town, indicator: &Indicator, reference: &Reference, members: &Members, rows: &Rows) -> Range {
    let scale = indicator.scale;
    let (noise, noise_from) = reference.noise;
    let horizon = reference.path.last().copied().unwrap_or(0.0);
    let mut range = Range {
        dots: vec![0.0; DOTS],
        yearly_noise: scale.slope(horizon).abs() * noise,
        noise_from,
        plan: reference.bands.clone(),
        scenario: reference.bands.clone(),
        target: reference.target.map(|it| (it, it)),
        back_test: reference.back_test,
        ..Range::default()
    };
    if rows.is_empty() {
        return range;
    }
    let moved = |t: usize| reference.members(members, t, rows);
    if let Some(((_, scenario), (t, aim))) = range.target.as_mut().zip(target(town, indicator)) {
        *scenario = share(&moved(t), |z| z >= aim);
    }
    let last = town.horizon.since(town.year);
    let shifts: Vec<f64> = rows.year(last).take(members.count).collect();
    range.better = share(&shifts, |d| d > 0.0);
    range.worse = share(&shifts, |d| d < 0.0);
    range.scenario = bands(town, scale, moved);
    let changes = moved(last).into_iter().zip(&reference.horizon).map(|(z, plan)| scale.value(z) - plan);
    let changes: Vec<f64> = changes.collect();
    range.change = select(&changes, SHARES, |it| it).map(Band::ascending).unwrap_or_default();
    let dots = std::array::from_fn(|dot| (dot as f64 + 0.5) / DOTS as f64);
    range.dots = select(&changes, dots, |it| it).unwrap_or([0.0; DOTS]).to_vec();
    range
}

/// The years whose ranges are computed: the first three, in which a range opens fastest, every fifth one, and the last.
fn shown_years(town: &Town) -> impl Iterator<Item = Year> {
    let (start, end) = (town.year.0, town.horizon.0);
    (start..=end).filter(move |year| *year < start + 3 || year.is_multiple_of(5) || *year == end).map(Year)
}

/// The ranges of the shown years, of members in logit points.
///
/// Order statistics commute with the logistic: selected in logit points, only what is selected is turned into the unit.
fn bands(town: &Town, scale: Scale, members: impl Fn(usize) -> Vec<f64>) -> Vec<(Year, Band)> {
    let band = |year: Year| {
        let selected = select(&members(year.since(town.year)), SHARES, |z| scale.value(z));
        (year, selected.map(Band::ascending).unwrap_or_default())
    };
    shown_years(town).map(band).collect()
}

fn share(members: &[f64], is: impl Fn(f64) -> bool) -> f64 {
    members.iter().filter(|it| is(**it)).count() as f64 / members.len().max(1) as f64
}
