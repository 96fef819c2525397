use wide::f64x4;

use super::power::exp;
use crate::model::{Grade, IndicatorAt, List, MeasureAt};

/// How many standard deviations lie between the middle and a tenth, as chain.md fixes it.
pub const TENTH: f64 = 1.2816;

/// Standard deviation of the logarithm of a life or a delay.
pub const TIMES: f64 = 0.2;

/// Share of the members in which an effect or a link of grade D is exactly zero.
pub const D_IS_ZERO: f64 = 0.15;

/// Standard deviation of the logarithm by grade of evidence (chain.md, Uncertainty).
pub const fn spread(grade: Grade) -> f64 {
    match grade {
        Grade::A => 0.2,
        Grade::B => 0.4,
        Grade::C => 0.7,
        Grade::D => 1.4,
    }
}

/// How uncertain a number is (Streuung; chain.md, Uncertainty).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Standard deviation of the logarithm towards zero.
    pub towards_zero: f64,
    /// Standard deviation of the logarithm away from zero.
    pub away: f64,
    /// Whether there may be no effect at all: it is exactly zero in some members.
    pub may_vanish: bool,
}

impl Spread {
    /// A number that everybody takes to be the same.
    pub const NONE: Self = Self { towards_zero: 0.0, away: 0.0, may_vanish: false };

    /// What is known of a life or a delay.
    pub const TIME: Self = Self { towards_zero: TIMES, away: TIMES, may_vanish: false };

    /// What is known of a cost: its range, or else its grade. The end nearer to zero comes first.
    pub fn of_cost(value: f64, range: Option<(f64, f64)>, grade: Option<Grade>) -> Self {
        match (range, grade) {
            (Some((near, far)), _) => {
                Self { towards_zero: (value / near).ln() / TENTH, away: (far / value).ln() / TENTH, may_vanish: false }
            }
            (None, Some(grade)) => Self { towards_zero: spread(grade), away: spread(grade), may_vanish: false },
            (None, None) => Self::NONE,
        }
    }

    /// What is known of an effect or a link: a range takes the place of the grade's deviation, and of nothing else.
    pub fn of_effect(value: f64, range: Option<(f64, f64)>, grade: Option<Grade>) -> Self {
        Self { may_vanish: grade == Some(Grade::D), ..Self::of_cost(value, range, grade) }
    }

    /// The number of four members by a standard normal number of each, as long as there is an effect at all.
    pub(super) fn number(self, value: f64) -> impl Fn(f64x4) -> f64x4 {
        let [value, away, towards_zero] = [value, self.away, self.towards_zero].map(f64x4::splat);
        move |normal| {
            let deviation = normal.simd_gt(f64x4::ZERO).select(away, towards_zero);
            value * exp(normal * deviation)
        }
    }
}

/// The number of four members, of which some of grade D have none, by a uniform number of each.
pub(super) fn unless_zero(number: f64x4, uniform: f64x4) -> f64x4 {
    const ZERO: f64x4 = f64x4::splat(D_IS_ZERO);
    uniform.simd_lt(ZERO).select(f64x4::ZERO, number)
}

/// How uncertain the numbers of the equations are, in the order of its lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spreads {
    /// Of the unit costs.
    pub costs: List<MeasureAt, Spread>,
    /// Of the effects, and whether the source gives it per euro: κ follows the member's own unit cost then.
    pub effects: Vec<(Spread, bool)>,
    /// Of the links.
    pub links: Vec<Spread>,
    /// Logit points by which an indicator fluctuates from one year to the next (σ).
    pub noise: List<IndicatorAt, f64>,
}
