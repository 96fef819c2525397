//! How sure is it? The model a thousand times with other values for what nobody knows exactly (model § 3).
//!
//! Baseline and scenario share every draw, so an untouched scenario has a band of width zero around no change at all.
//! Only what moved against the plan has deviations, and only what changed since the last scenario is computed anew; the
//! reference paths and their bands belong to the town.

mod draws;
mod member;
mod quantile;

use std::sync::Arc;

use serde::Serialize;

pub use draws::{D_IS_ZERO, Draws, spread};
pub use member::{Deviations, deviations};
pub use quantile::{quantile, select};

use member::PerHead;

use super::effects::{Effects, reference_path};
use super::forecast::{BackTest, back_test, noise};
use super::{Indicator, Scale, Scenario, Town, Year, equations};

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
    references: Vec<Reference>,
}

/// The reference path of one indicator and how much it fluctuates.
#[derive(Clone, Debug, PartialEq)]
struct Reference {
    /// Logit points per year.
    path: Vec<f64>,
    /// Logit points per root of a year, and whether the indicator's own series shows it.
    noise: (f64, bool),
    bands: Vec<(Year, Band)>,
    back_test: Option<BackTest>,
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
    /// Whether that comes from the indicator's own series and not from the others.
    pub is_own_noise: bool,
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
        let draws = Draws::new(town, members);
        let years = town.years().len();
        let walk = |t: usize| draws.walk.get(t).map(Vec::as_slice).unwrap_or_default();
        let references = town
            .indicators
            .iter()
            .zip(noise(&town.indicators))
            .map(|(it, noise)| {
                let path = reference_path(it.scale, it.start(), it.trend(), town.trend_damping.value, years);
                let at = |year: Year| {
                    let t = year.since(town.year);
                    let z = path.get(t).copied().unwrap_or(0.0);
                    (year, band(walk(t).iter().map(|walk| z + noise.0 * walk), it.scale))
                };
                let bands = shown_years(town).map(at).collect();
                Reference { path, noise, bands, back_test: back_test(it, town.trend_damping.value) }
            })
            .collect();
        Self { draws, references }
    }

    /// The draws.
    pub fn draws(&self) -> &Draws {
        &self.draws
    }
}

/// The ranges of all indicators under a scenario, in their order.
pub fn ensemble(town: &Town, uncertainty: &Uncertainty, scenario: &Scenario) -> Vec<Range> {
    Steps::new(town, uncertainty, scenario, None).finish().ranges.to_vec()
}

/// What a scenario gave, for the next one to build on (Zwischenstand).
pub struct Computed {
    equations: Effects,
    rows: Deviations,
    ranges: Arc<Vec<Range>>,
}

impl Computed {
    /// The ranges in the order of the indicators.
    pub fn ranges(&self) -> Arc<Vec<Range>> {
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
    /// What to build on, and which indicators stay as they are there.
    before: Option<Computed>,
    same: Vec<bool>,
    rows: Deviations,
    ranges: Vec<Range>,
}

impl<'a> Steps<'a> {
    /// Before the first step; `before` is what another scenario of the same town and draws gave.
    pub fn new(town: &'a Town, uncertainty: &'a Uncertainty, scenario: &Scenario, before: Option<Computed>) -> Self {
        let equations = equations(town, scenario);
        let money = PerHead::of(&equations);
        let same = before.as_ref().map(|it| member::unchanged(&it.equations, &equations)).unwrap_or_default();
        Self { town, uncertainty, equations, money, before, same, rows: Vec::new(), ranges: Vec::new() }
    }

    /// Whether nothing is left to compute.
    pub fn is_done(&self) -> bool {
        self.ranges.len() >= self.town.indicators.len()
    }

    /// Computes a little more.
    pub fn step(&mut self) {
        let (town, draws) = (self.town, &self.uncertainty.draws);
        let is_same = |at: usize| self.same.get(at).is_some_and(|it| *it);
        let reached = self.rows.len();
        if reached < town.indicators.len() {
            let kept = self.before.as_mut().filter(|_| is_same(reached)).and_then(|it| it.rows.get_mut(reached));
            let own = || member::own_impulses(&self.equations, draws, &self.money, reached);
            self.rows.push(kept.map_or_else(own, std::mem::take));
            if reached + 1 == town.indicators.len() {
                member::join_reached(&self.equations, draws, &mut self.rows);
                member::accumulate(&self.equations, draws, &mut self.rows, &self.same);
            }
            return;
        }
        let at = self.ranges.len();
        let kept = self.before.as_ref().filter(|_| is_same(at)).and_then(|it| it.ranges.get(at));
        let known = town.indicators.get(at).zip(self.uncertainty.references.get(at)).zip(self.rows.get(at));
        let own =
            || known.map_or_else(Range::default, |((it, reference), rows)| range(town, it, reference, draws, rows));
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

fn range(town: &Town, indicator: &Indicator, reference: &Reference, draws: &Draws, rows: &[Vec<f64>]) -> Range {
    let scale = indicator.scale;
    let (noise, is_own_noise) = reference.noise;
    let horizon = reference.path.last().copied().unwrap_or(0.0);
    let mut range = Range {
        dots: vec![0.0; DOTS],
        yearly_noise: scale.slope(horizon).abs() * noise,
        is_own_noise,
        plan: reference.bands.clone(),
        scenario: reference.bands.clone(),
        back_test: reference.back_test,
        ..Range::default()
    };
    let walk = |t: usize| draws.walk.get(t).map(Vec::as_slice).unwrap_or_default();
    // Members of one year, without and with the deviation, in logit points.
    let members = |t: usize, moved: bool| {
        let z = reference.path.get(t).copied().unwrap_or(horizon);
        let shift = rows.get(t).filter(|_| moved).map(Vec::as_slice).unwrap_or_default();
        let shifts = shift.iter().copied().chain(std::iter::repeat(0.0));
        walk(t).iter().zip(shifts).map(move |(walk, shift)| z + noise * walk + shift)
    };
    range.target = indicator.target.as_ref().and_then(|target| {
        let year = target.year.filter(|year| *year >= town.year && *year <= town.horizon)?;
        let (t, aim) = (year.since(town.year), scale.logit(target.value));
        let reached = |moved: bool| share(members(t, moved).map(|z| z >= aim), draws.members);
        Some((reached(false), reached(true)))
    });
    let Some((last, row)) = rows.len().checked_sub(1).zip(rows.last()) else { return range };
    range.better = share(row.iter().map(|d| *d > 0.0), draws.members);
    range.worse = share(row.iter().map(|d| *d < 0.0), draws.members);
    let at = |year: Year| (year, band(members(year.since(town.year), true), scale));
    range.scenario = shown_years(town).map(at).collect();
    let mut changes: Vec<f64> = members(last, false)
        .zip(members(last, true))
        .map(|(plan, moved)| scale.value(moved) - scale.value(plan))
        .collect();
    changes.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| quantile(&changes, share).unwrap_or(0.0);
    range.change = Band::ascending(SHARES.map(at));
    range.dots = (0..DOTS).map(|dot| at((dot as f64 + 0.5) / DOTS as f64)).collect();
    range
}

/// The years whose ranges are computed: the first three, in which a range opens fastest, every fifth one, and the last.
fn shown_years(town: &Town) -> impl Iterator<Item = Year> {
    let (start, end) = (town.year.0, town.horizon.0);
    (start..=end).filter(move |year| *year < start + 3 || year.is_multiple_of(5) || *year == end).map(Year)
}

/// Order statistics commute with the logistic: selected in logit points, only what is selected is turned into the unit.
fn band(logits: impl Iterator<Item = f64>, scale: Scale) -> Band {
    let mut logits: Vec<f64> = logits.collect();
    select(&mut logits, SHARES, |z| scale.value(z)).map(Band::ascending).unwrap_or_default()
}

fn share(found: impl Iterator<Item = bool>, members: usize) -> f64 {
    found.filter(|it| *it).count() as f64 / members.max(1) as f64
}
