use std::sync::Arc;

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};
use statrs::function::erf::erf_inv;

use crate::model::{At as _, IndicatorAt, List, MeasureAt};

/// The same seed everywhere: the same scenario always shows the same range.
const SEED: u64 = 2030;

/// A number that differs between the members, by its place in the equations (gezogene Zahl).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draw {
    /// Unit cost of a measure.
    Cost(MeasureAt),
    /// Life of its units.
    Life(MeasureAt),
    /// An effect.
    Effect(usize),
    /// Its delay.
    Delay(usize),
    /// A link.
    Link(usize),
    /// The noise of an indicator.
    Noise(IndicatorAt),
}

/// Standard normal numbers and numbers from zero to one, member by member (Ziehungen).
#[derive(Clone, Debug, PartialEq)]
pub enum Draws {
    /// From a seed, each number from a stream of its own.
    Seeded(Strata),
    /// Given one by one.
    Given(Box<GivenDraws>),
}

/// As many equally likely layers as there are members, each told by its middle (Schichten).
///
/// A draw puts one member into each layer, in an order of its own: a Latin hypercube (McKay, Beckman and Conover 1979). So
/// every number fills its whole range as evenly as it can, and only which values meet in a member is left to chance.
#[derive(Clone, Debug, PartialEq)]
pub struct Strata {
    /// Standard normal, ascending.
    normal: Arc<[f64]>,
}

impl Strata {
    fn of(members: usize) -> Self {
        let normal = shares(members).map(|share| std::f64::consts::SQRT_2 * erf_inv(2.0 * share - 1.0));
        Self { normal: normal.collect() }
    }
}

/// The middles of so many equal parts of one.
fn shares(members: usize) -> impl Iterator<Item = f64> {
    (0..members).map(move |at| (at as f64 + 0.5) / members as f64)
}

/// Draws that come from elsewhere (vorgegebene Ziehungen).
///
/// What is missing counts as zero, the middle; a uniform number that is missing as one, which vanishes nowhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GivenDraws {
    /// Members.
    pub members: usize,
    /// Of each measure, for its cost.
    pub costs: List<MeasureAt, Vec<f64>>,
    /// Of each measure, for its life.
    pub lives: List<MeasureAt, Vec<f64>>,
    /// Of each effect, for its value.
    pub effects: Vec<Vec<f64>>,
    /// Of each effect, uniform.
    pub effect_zeros: Vec<Vec<f64>>,
    /// Of each effect, for its delay.
    pub delays: Vec<Vec<f64>>,
    /// Of each link, for its value.
    pub links: Vec<Vec<f64>>,
    /// Of each link, uniform.
    pub link_zeros: Vec<Vec<f64>>,
    /// Of each indicator and each step from a year to the next.
    pub noise: List<IndicatorAt, Vec<Vec<f64>>>,
}

impl Draws {
    /// Draws from the seed, for so many members.
    pub fn seeded(members: usize) -> Self {
        Self::Seeded(Strata::of(members))
    }

    /// How many members there are.
    pub fn members(&self) -> usize {
        match self {
            Self::Seeded(strata) => strata.normal.len(),
            Self::Given(given) => given.members,
        }
    }

    /// Standard normal numbers, one for each member.
    pub fn normal(&self, draw: Draw) -> Vec<f64> {
        match self {
            Self::Seeded(strata) => shuffled(&mut stream(draw, 0), strata.normal.to_vec()),
            Self::Given(given) => filled(given.normal(draw), given.members, 0.0),
        }
    }

    /// Numbers from zero to one, one for each member.
    pub fn uniform(&self, draw: Draw) -> Vec<f64> {
        match self {
            Self::Seeded(_) => shuffled(&mut stream(draw, 1), shares(self.members()).collect()),
            Self::Given(given) => filled(given.uniform(draw), given.members, 1.0),
        }
    }

    /// The walk of an indicator away from its path, in standard deviations of a step: where each member stands in some
    /// years, counted from the start, rising. It starts at nothing, and each year takes a step.
    ///
    /// Steps between two of the years are drawn as one, n·√steps, which is distributed as their sum is.
    pub fn walk(&self, indicator: IndicatorAt, years: &[usize]) -> Vec<Vec<f64>> {
        let mut random = stream(Draw::Noise(indicator), 0);
        let mut step = |from: usize, to: usize| -> Vec<f64> {
            let steps = to.saturating_sub(from);
            match self {
                _ if steps == 0 => Vec::new(),
                Self::Seeded(strata) => {
                    let far = (steps as f64).sqrt();
                    shuffled(&mut random, strata.normal.iter().map(|n| n * far).collect())
                }
                Self::Given(given) => given.walked(indicator, from, steps),
            }
        };
        let mut now = vec![0.0; self.members()];
        let before = std::iter::once(0).chain(years.iter().copied());
        let walked = before.zip(years).map(|(from, to)| {
            now.iter_mut().zip(step(from, *to)).for_each(|(sum, step)| *sum += step);
            now.clone()
        });
        walked.collect()
    }
}

impl GivenDraws {
    /// The sum of so many steps from a year on.
    fn walked(&self, indicator: IndicatorAt, from: usize, steps: usize) -> Vec<f64> {
        let mut sums = vec![0.0; self.members];
        for step in self.noise.get(indicator).into_iter().flatten().skip(from).take(steps) {
            sums.iter_mut().zip(step).for_each(|(sum, n)| *sum += n);
        }
        sums
    }

    fn normal(&self, draw: Draw) -> Option<&Vec<f64>> {
        match draw {
            Draw::Cost(at) => self.costs.get(at),
            Draw::Life(at) => self.lives.get(at),
            Draw::Effect(at) => self.effects.get(at),
            Draw::Delay(at) => self.delays.get(at),
            Draw::Link(at) => self.links.get(at),
            Draw::Noise(_) => None,
        }
    }

    fn uniform(&self, draw: Draw) -> Option<&Vec<f64>> {
        match draw {
            Draw::Effect(at) => self.effect_zeros.get(at),
            Draw::Link(at) => self.link_zeros.get(at),
            Draw::Cost(_) | Draw::Life(_) | Draw::Delay(_) | Draw::Noise(_) => None,
        }
    }
}

/// The random numbers of a draw, which no other has.
fn stream(draw: Draw, part: u64) -> Pcg32 {
    let (kind, place) = match draw {
        Draw::Cost(at) => (1, at.before()),
        Draw::Life(at) => (2, at.before()),
        Draw::Effect(at) => (3, at),
        Draw::Delay(at) => (4, at),
        Draw::Link(at) => (5, at),
        Draw::Noise(at) => (6, at.before()),
    };
    Pcg32::seed_from_u64(SEED + (kind << 48) + (part << 40) + place as u64)
}

/// In an order by chance, each order as likely as any other (Fisher and Yates).
fn shuffled(random: &mut Pcg32, mut numbers: Vec<f64>) -> Vec<f64> {
    for left in (2..=numbers.len()).rev() {
        // Below `left`: the upper half of a product, where a remainder would take a division.
        let at = (u64::from(random.next_u32()) * left as u64) >> 32;
        numbers.swap(left - 1, at as usize);
    }
    numbers
}

fn filled(drawn: Option<&Vec<f64>>, members: usize, missing: f64) -> Vec<f64> {
    let mut row = drawn.cloned().unwrap_or_default();
    row.resize(members, missing);
    row
}
