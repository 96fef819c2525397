//! What each member takes to be true, apart from any scenario: the draws, put into the town's equations.

use wide::f64x4;

use super::draws::Draws;
use crate::model::effects::{Effects, Link, adjustment};
use crate::model::{IndicatorAt, LeverAt, List};

/// Efforts below this part of today's are not credible: harmful effects are drawn so that they leave it.
const LEAST_EFFORT: f64 = 0.1;

/// Members side by side, as a processor computes them.
pub(super) const SIDE: usize = 4;

/// All members of a town, four by four; what the last four lack is filled up and never counted (Mitglieder).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Members {
    /// Of every indicator.
    pub reactions: List<IndicatorAt, Vec<Reacting>>,
    /// Of every link, the part of a euro that works, in parts of the indicator's effort today.
    pub shares: Vec<Vec<f64x4>>,
    /// Of every spill-over, logit points passed on per logit point and year.
    pub strengths: Vec<Vec<f64x4>>,
    /// Of every year, the random walk.
    pub walk: Vec<Vec<f64x4>>,
    /// How many there are.
    pub count: usize,
}

/// How an indicator reacts, as four members have it (effects.md, Response). Efforts are parts of today's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reacting {
    /// Today's effort, one, or nothing where there is none.
    pub today: f64x4,
    /// Adjustment per year.
    pub rate: f64x4,
    /// How much more than today's upkeep unlimited money could gain.
    pub headroom: f64x4,
    /// What a change of effort is multiplied by before it is divided by both efforts with their headroom.
    pub gain: f64x4,
    /// Part of a deviation that is left after a year.
    pub kept: f64x4,
}

impl Members {
    /// All members; `planned` is the money per inhabitant in the start year, lever by lever.
    pub(super) fn new(equations: &Effects, draws: &Draws, planned: &List<LeverAt, f64>) -> Self {
        let mut shares: Vec<Vec<f64>> =
            equations.links.iter().zip(&draws.share).map(|(link, drawn)| times(link.share, drawn)).collect();
        let reactions = equations
            .subjects
            .places()
            .map(|at| {
                let is_worked_for = scale(equations, at, planned, draws.members, &mut shares);
                reacting(equations, draws, at, &is_worked_for)
            })
            .collect();
        let strengths = equations.spills.iter().zip(&draws.spill);
        Self {
            reactions,
            shares: shares.iter().map(|it| side_by_side(it)).collect(),
            strengths: strengths.map(|(it, drawn)| side_by_side(&times(it.strength, drawn))).collect(),
            walk: draws.walk.iter().map(|it| side_by_side(it)).collect(),
            count: draws.members,
        }
    }
}

fn times(central: f64, factors: &[f64]) -> Vec<f64> {
    factors.iter().map(|factor| central * factor).collect()
}

/// Four by four; what is missing at the end is zero.
fn side_by_side(members: &[f64]) -> Vec<f64x4> {
    let four = |it: &[f64]| f64x4::new(std::array::from_fn(|at| it.get(at).copied().unwrap_or(0.0)));
    members.chunks(SIDE).map(four).collect()
}

/// Turns the shares of an indicator into parts of today's effort, and answers which members have one.
///
/// Harmful shares are held back first, so that they leave a part of it.
fn scale(
    equations: &Effects,
    at: IndicatorAt,
    planned: &List<LeverAt, f64>,
    members: usize,
    shares: &mut [Vec<f64>],
) -> Vec<bool> {
    let is_harmful = |it: &Link| it.share < 0.0;
    let money = |it: &Link| planned.get(it.lever).copied().unwrap_or(0.0);
    let links: Vec<(usize, &Link)> = equations.links.iter().enumerate().filter(|it| it.1.indicator == at).collect();
    let sum = |shares: &[Vec<f64>], counts: &dyn Fn(&Link) -> bool| {
        let mut sum = vec![0.0; members];
        for (at, link) in links.iter().filter(|it| counts(it.1)) {
            let drawn = shares.get(*at).map(Vec::as_slice).unwrap_or_default();
            sum.iter_mut().zip(drawn).for_each(|(sum, share)| *sum += share * money(link));
        }
        sum
    };
    let (useful, harmful) = (sum(shares, &|it| !is_harmful(it)), sum(shares, &is_harmful));
    for (at, _) in links.iter().filter(|it| is_harmful(it.1)) {
        let drawn = shares.get_mut(*at).into_iter().flatten();
        for (share, (useful, harmful)) in drawn.zip(useful.iter().zip(&harmful)) {
            *share *= ((1.0 - LEAST_EFFORT) * useful / (-harmful).max(f64::MIN_POSITIVE)).min(1.0);
        }
    }
    let today = sum(shares, &|_| true);
    for (at, _) in &links {
        let drawn = shares.get_mut(*at).into_iter().flatten();
        // Without any effort there is none to compare with, and nothing that money is known to do.
        drawn.zip(&today).for_each(|(share, today)| *share = if *today > 0.0 { *share / today } else { 0.0 });
    }
    today.into_iter().map(|today| today > 0.0).collect()
}

fn reacting(equations: &Effects, draws: &Draws, at: IndicatorAt, is_worked_for: &[bool]) -> Vec<Reacting> {
    let Some(reaction) = equations.subjects.get(at).map(|it| it.reaction) else { return Vec::new() };
    let drawn = |of: &List<IndicatorAt, Vec<f64>>, member: usize| {
        of.get(at).and_then(|it| it.get(member)).copied().unwrap_or(1.0)
    };
    let today = |member: usize| if is_worked_for.get(member) == Some(&true) { 1.0 } else { 0.0 };
    let headroom = |member: usize| reaction.headroom * drawn(&draws.headroom, member);
    let gain = |member: usize| {
        let headroom = headroom(member);
        reaction.decay * drawn(&draws.decay, member) * (1.0 + headroom) * headroom
    };
    let four = |first: usize| {
        let of = |value: &dyn Fn(usize) -> f64| f64x4::new(std::array::from_fn(|at| value(first + at)));
        Reacting {
            today: of(&today),
            rate: of(&|it| adjustment(reaction.delay * drawn(&draws.delay, it))),
            headroom: of(&headroom),
            gain: of(&gain),
            kept: of(&|it| 1.0 - (reaction.fade * drawn(&draws.fade, it)).min(1.0)),
        }
    };
    (0..draws.members).step_by(SIDE).map(four).collect()
}
