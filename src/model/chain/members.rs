use std::sync::{Arc, OnceLock};

use wide::f64x4;

use super::draw::{Draw, Draws};
use super::kept::Kept;
use super::power::exp;
use super::radius::{cap, has_loop};
use super::reference::{Paths, logits};
use super::spread::{Spread, Spreads, unless_zero};
use super::{Equations, Link, PerUnit};
use crate::model::{IndicatorAt, List, MeasureAt};

/// How many members stand side by side, for a processor to take at once.
pub(super) const SIDE: usize = 4;

/// One number of each member (Zahl je Mitglied), four by four; what the last four lack is never looked at.
pub(super) type Row = Vec<f64x4>;

/// What each member takes to be true, apart from any scenario (Mitglieder).
///
/// A number is drawn when somebody first asks for it, so that no picture waits for all of them; each has its own stream of
/// random numbers, and so is the same in whatever order they are asked for.
#[derive(Debug)]
pub struct Members {
    /// The equations that they all share.
    pub equations: Arc<Equations>,
    spreads: Spreads,
    draws: Draws,
    pub(super) looked_at: Kept,
    /// Of each indicator.
    pub(super) kept: List<IndicatorAt, Kept>,
    /// Effects of each measure that have a number, by their places.
    effects_of: List<MeasureAt, Vec<usize>>,
    prices: List<MeasureAt, OnceLock<Price>>,
    effects: Vec<OnceLock<Acting>>,
    links: OnceLock<Vec<Row>>,
    /// Of each indicator, in the years that are looked at.
    paths: List<IndicatorAt, OnceLock<Vec<Paths>>>,
}

/// What a measure costs and how long it works.
#[derive(Debug)]
pub(super) struct Price {
    /// One over the unit cost.
    pub units_per_euro: Row,
    pub life: Row,
}

/// What a unit does.
#[derive(Debug)]
pub(super) struct Acting {
    pub per_unit: Row,
    /// What arrives within a year; none where everything does.
    pub arriving: Option<Row>,
}

impl Members {
    /// All members of a town, and the years in which their paths will be looked at, counted from the start.
    pub fn new(equations: Arc<Equations>, spreads: Spreads, draws: Draws, mut looked_at: Vec<usize>) -> Self {
        looked_at.retain(|t| *t < equations.years);
        looked_at.sort_unstable();
        looked_at.dedup();
        let looked_at = Kept::of(looked_at);
        let kept = |at: IndicatorAt| {
            let gives = equations.links.iter().any(|it| it.from == at);
            if gives { Kept::of((0..equations.years).collect()) } else { looked_at.clone() }
        };
        let mut effects_of: List<MeasureAt, Vec<usize>> = vec![Vec::new(); equations.measures.len()].into();
        for (at, effect) in equations.effects.iter().enumerate().filter(|(_, it)| it.per_unit != 0.0) {
            effects_of.get_mut(effect.measure).into_iter().for_each(|it| it.push(at));
        }
        Self {
            kept: equations.subjects.places().map(kept).collect(),
            effects_of,
            prices: equations.measures.iter().map(|_| OnceLock::new()).collect(),
            effects: equations.effects.iter().map(|_| OnceLock::new()).collect(),
            links: OnceLock::new(),
            paths: equations.subjects.iter().map(|_| OnceLock::new()).collect(),
            equations,
            spreads,
            draws,
            looked_at,
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.draws.members()
    }

    /// How many times four there are, the last ones filled up.
    pub(super) fn fours(&self) -> usize {
        self.count().div_ceil(SIDE)
    }

    /// The number that each member takes in a place of the equations: c, L, κ, τ or λ, a link before it may be held back.
    /// Noise is no such number.
    pub fn drawn(&self, draw: Draw) -> Vec<f64> {
        let row = match draw {
            Draw::Effect(at) => self.acting(at).map(|it| it.per_unit.clone()).unwrap_or_default(),
            Draw::Life(at) => self.price(at).map(|it| it.life.clone()).unwrap_or_default(),
            Draw::Cost(_) | Draw::Delay(_) | Draw::Link(_) | Draw::Noise(_) => self.numbers(draw),
        };
        self.flat(row)
    }

    /// The values as planned in a year (x0), member by member; none in a year that is not looked at.
    pub fn planned(&self, indicator: IndicatorAt, t: usize) -> Vec<f64> {
        self.paths(indicator, t).map_or_else(Vec::new, |it| self.flat(it.values()))
    }

    pub(super) fn flat(&self, row: impl IntoIterator<Item = f64x4>) -> Vec<f64> {
        row.into_iter().flat_map(f64x4::to_array).take(self.count()).collect()
    }

    pub(super) fn paths(&self, indicator: IndicatorAt, t: usize) -> Option<&Paths> {
        let at = self.looked_at.place(t)?;
        self.paths.get(indicator)?.get_or_init(|| self.all_paths(indicator)).get(at)
    }

    pub(super) fn price(&self, at: MeasureAt) -> Option<&Price> {
        let draw = || {
            let cost = self.numbers(Draw::Cost(at));
            let life = self.numbers(Draw::Life(at));
            Price {
                units_per_euro: cost.into_iter().map(|it| f64x4::ONE / it).collect(),
                life: life.into_iter().map(|it| it.fast_max(f64x4::ONE)).collect(),
            }
        };
        Some(self.prices.get(at)?.get_or_init(draw))
    }

    /// The effects of a measure, and what each member takes them to be.
    pub(super) fn acting_of(&self, measure: MeasureAt) -> Vec<(&PerUnit, &Acting)> {
        let places = self.effects_of.get(measure).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|at| Some((self.equations.effects.get(*at)?, self.acting(*at)?))).collect()
    }

    fn acting(&self, at: usize) -> Option<&Acting> {
        let effect = self.equations.effects.get(at)?;
        let draw = || Acting {
            per_unit: self.per_unit(at, effect),
            arriving: (effect.delay > 0.0).then(|| self.numbers(Draw::Delay(at)).into_iter().map(arriving).collect()),
        };
        Some(self.effects.get(at)?.get_or_init(draw))
    }

    /// An effect that its source gives per euro follows the member's own unit cost.
    fn per_unit(&self, at: usize, effect: &PerUnit) -> Row {
        let mut row = self.numbers(Draw::Effect(at));
        if self.spreads.effects.get(at).is_some_and(|(_, is_per_euro)| *is_per_euro) {
            let central = f64x4::splat(self.equations.measures.get(effect.measure).map_or(1.0, |it| it.unit_cost));
            let costs = self.price(effect.measure).into_iter().flat_map(|it| &it.units_per_euro);
            row.iter_mut().zip(costs).for_each(|(it, units_per_euro)| *it /= *units_per_euro * central);
        }
        row
    }

    /// The drawn links, held back in members in which a loop would hardly die away.
    pub(super) fn links(&self) -> &[Row] {
        self.links.get_or_init(|| {
            let links = &self.equations.links;
            let mut rows: Vec<Row> = (0..links.len()).map(|at| self.numbers(Draw::Link(at))).collect();
            if has_loop(links) {
                (0..self.fours()).for_each(|four| hold_back(links, &mut rows, four));
            }
            rows
        })
    }

    /// What the members take a number of the equations to be (chain.md, Uncertainty).
    fn numbers(&self, draw: Draw) -> Row {
        let Some((value, spread)) = self.central(draw) else { return Row::new() };
        if spread == Spread::NONE {
            return vec![f64x4::splat(value); self.fours()];
        }
        let mut row = side_by_side(&self.draws.normal(draw));
        let number = spread.number(value);
        row.iter_mut().for_each(|it| *it = number(*it));
        if spread.may_vanish {
            let uniform = side_by_side(&self.draws.uniform(draw));
            row.iter_mut().zip(uniform).for_each(|(it, uniform)| *it = unless_zero(*it, uniform));
        }
        row
    }

    /// The number as the equations have it, and how far it spreads; a year stays a year, and at once stays at once.
    fn central(&self, draw: Draw) -> Option<(f64, Spread)> {
        let (equations, spreads) = (&self.equations, &self.spreads);
        let spread = |it: Option<&Spread>| it.copied().unwrap_or(Spread::NONE);
        let time = |it: f64, fixed: f64| (it, if it == fixed { Spread::NONE } else { Spread::TIME });
        Some(match draw {
            Draw::Cost(at) => (equations.measures.get(at)?.unit_cost, spread(spreads.costs.get(at))),
            Draw::Life(at) => time(equations.measures.get(at)?.life, 1.0),
            Draw::Effect(at) => {
                (equations.effects.get(at)?.per_unit, spread(spreads.effects.get(at).map(|(it, _)| it)))
            }
            Draw::Delay(at) => time(equations.effects.get(at)?.delay, 0.0),
            Draw::Link(at) => (equations.links.get(at)?.per_count, spread(spreads.links.get(at))),
            Draw::Noise(_) => return None,
        })
    }

    /// The reference paths of all members in the years that are looked at.
    fn all_paths(&self, at: IndicatorAt) -> Vec<Paths> {
        let Some(subject) = self.equations.subjects.get(at) else { return Vec::new() };
        let sigma = f64x4::splat(self.spreads.noise.get(at).copied().unwrap_or(0.0));
        let (years, central) = (&self.looked_at.years, logits(subject));
        let walks = self.draws.walk(at, years);
        let planned = years.iter().map(|t| f64x4::splat(central.get(*t).copied().unwrap_or(0.0)));
        let path = |(z, walk): (f64x4, Vec<f64>)| {
            let mut row = side_by_side(&walk);
            row.iter_mut().for_each(|it| *it = z + sigma * *it);
            Paths::along(subject, &row)
        };
        planned.zip(walks).map(path).collect()
    }
}

/// Multiplies the links of four members, each by its own cap.
fn hold_back(links: &[Link], rows: &mut [Row], four: usize) {
    let caps = f64x4::new(std::array::from_fn(|member| {
        let drawn = rows.iter().map(|row| row.get(four).and_then(|it| it.as_array().get(member)).copied());
        cap(links.iter().zip(drawn).map(|(link, drawn)| Link { per_count: drawn.unwrap_or(0.0), ..*link }))
    }));
    rows.iter_mut().filter_map(|row| row.get_mut(four)).for_each(|it| *it *= caps);
}

/// Four side by side; what is missing at the end is zero.
fn side_by_side(members: &[f64]) -> Row {
    let (fours, rest) = members.as_chunks();
    let mut row = Vec::with_capacity(fours.len() + 1);
    row.extend(fours.iter().map(|four| f64x4::new(*four)));
    if !rest.is_empty() {
        row.push(f64x4::new(std::array::from_fn(|at| rest.get(at).copied().unwrap_or(0.0))));
    }
    row
}

/// What arrives within a year, of four members ([`super::arriving`]).
fn arriving(delay: f64x4) -> f64x4 {
    f64x4::ONE - exp(-f64x4::ONE / delay)
}
