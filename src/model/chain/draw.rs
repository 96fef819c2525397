use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};

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
    /// From a seed, each number from a stream of its own, for so many members.
    Seeded(usize),
    /// Given one by one.
    Given(Box<GivenDraws>),
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
    /// How many members there are.
    pub fn members(&self) -> usize {
        match self {
            Self::Seeded(members) => *members,
            Self::Given(given) => given.members,
        }
    }

    /// Standard normal numbers, one for each member.
    pub fn normal(&self, draw: Draw) -> Vec<f64> {
        match self {
            Self::Seeded(members) => normal(&mut stream(draw, 0), *members).collect(),
            Self::Given(given) => filled(given.normal(draw), given.members, 0.0),
        }
    }

    /// Numbers from zero to one, one for each member.
    pub fn uniform(&self, draw: Draw) -> Vec<f64> {
        match self {
            Self::Seeded(members) => {
                let mut random = stream(draw, 1);
                // A number from zero to below one with 53 random bits.
                (0..*members).map(|_| (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64).collect()
            }
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
                Self::Seeded(members) => normal(&mut random, *members).map(|n| n * (steps as f64).sqrt()).collect(),
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
fn stream(draw: Draw, part: u64) -> Pcg64Mcg {
    let (kind, place) = match draw {
        Draw::Cost(at) => (1, at.before()),
        Draw::Life(at) => (2, at.before()),
        Draw::Effect(at) => (3, at),
        Draw::Delay(at) => (4, at),
        Draw::Link(at) => (5, at),
        Draw::Noise(at) => (6, at.before()),
    };
    Pcg64Mcg::seed_from_u64(SEED + (kind << 48) + (part << 40) + place as u64)
}

fn normal(random: &mut Pcg64Mcg, members: usize) -> impl Iterator<Item = f64> {
    (0..members).map(|_| StandardNormal.sample(random))
}

fn filled(drawn: Option<&Vec<f64>>, members: usize, missing: f64) -> Vec<f64> {
    let mut row = drawn.cloned().unwrap_or_default();
    row.resize(members, missing);
    row
}
