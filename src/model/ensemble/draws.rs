//! What differs between the members of the ensemble, drawn once per town.

use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};
use serde::Serialize;

use crate::model::{Grade, IndicatorAt, List, Town};

/// The same seed everywhere: the same scenario always shows the same band.
const SEED: u64 = 2030;

/// Share of the members in which an effect of grade D is exactly zero.
pub const D_IS_ZERO: f64 = 0.15;

/// Spill-overs are expert judgement.
pub const SPILL_GRADE: Grade = Grade::C;

/// How the members depart from the central values (Ziehungen); factors with a median of one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Draws {
    /// Members.
    pub members: usize,
    /// Per effect with a number and per member.
    pub share: Vec<Vec<f64>>,
    /// Per indicator and member.
    pub decay: List<IndicatorAt, Vec<f64>>,
    /// Per indicator and member.
    pub headroom: List<IndicatorAt, Vec<f64>>,
    /// Per indicator and member.
    pub fade: List<IndicatorAt, Vec<f64>>,
    /// Per indicator and member.
    pub delay: List<IndicatorAt, Vec<f64>>,
    /// Per spill-over and member.
    pub spill: Vec<Vec<f64>>,
    /// Per year and member: a random walk of standard normal steps, zero in the start year.
    ///
    /// All indicators share it. Nothing that is shown compares the noise of two indicators, and 25 000 draws wait for
    /// nobody, where 900 000 would.
    pub walk: Vec<Vec<f64>>,
}

/// Standard deviation of the logarithm by grade of evidence (ensemble.md, Draws).
pub const fn spread(grade: Grade) -> f64 {
    match grade {
        Grade::A => 0.2,
        Grade::B => 0.4,
        Grade::C => 0.7,
        Grade::D => 1.4,
    }
}

impl Draws {
    /// Draws for a town.
    ///
    /// Share and decay carry the step from euros to a quantity as well, so the weaker grade of the two counts for
    /// them; what belongs to an indicator has the weakest grade among the effects on it. Spill-overs are expert
    /// judgement, grade C.
    pub fn new(town: &Town, members: usize) -> Self {
        let mut source = Source { random: Pcg64Mcg::seed_from_u64(SEED), members };
        let share = town.numbered_effects().map(|it| source.factors(it.weaker_grade(), it.grade == Grade::D)).collect();
        let of_indicator = |indicator: IndicatorAt, is_euro: bool| {
            let grades = town.effects_on(indicator).map(|it| if is_euro { it.weaker_grade() } else { it.grade });
            grades.max().unwrap_or(Grade::C)
        };
        let mut per_indicator = |is_euro: bool| {
            town.indicators.places().map(|at| source.factors(of_indicator(at, is_euro), false)).collect()
        };
        let (decay, headroom, fade, delay) =
            (per_indicator(true), per_indicator(false), per_indicator(false), per_indicator(false));
        let spill = town.spillovers.iter().map(|_| source.factors(SPILL_GRADE, false)).collect();
        let walk = source.walk(town.years().len());
        Self { members, share, decay, headroom, fade, delay, spill, walk }
    }
}

struct Source {
    random: Pcg64Mcg,
    members: usize,
}

impl Source {
    fn normal(&mut self) -> f64 {
        StandardNormal.sample(&mut self.random)
    }

    /// Log-normal factors around one; those of grade D are zero in some members.
    fn factors(&mut self, grade: Grade, may_be_zero: bool) -> Vec<f64> {
        (0..self.members)
            .map(|_| {
                let factor = (spread(grade) * self.normal()).exp();
                if may_be_zero && self.uniform() < D_IS_ZERO { 0.0 } else { factor }
            })
            .collect()
    }

    /// A number from zero to below one with 53 random bits.
    fn uniform(&mut self) -> f64 {
        (self.random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn walk(&mut self, years: usize) -> Vec<Vec<f64>> {
        let mut state = vec![0.0; self.members];
        (0..years)
            .map(|year| {
                if year > 0 {
                    state.iter_mut().for_each(|z| *z += self.normal());
                }
                state.clone()
            })
            .collect()
    }
}
