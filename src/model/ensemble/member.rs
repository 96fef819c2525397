//! The equations of model § 2 for many members at once: only the deviation, only where money moved.

use super::draws::Draws;
use crate::model::effects::{Effects, adjustment};

/// Deviations in logit points, `[indicator][year][member]`; an indicator that nothing reaches has no rows.
pub type Deviations = Vec<Vec<Vec<f64>>>;

/// Efforts below this part of today's are not credible: harmful effects are drawn so that they leave it.
const LEAST_EFFORT: f64 = 0.1;

/// An effect on one indicator.
struct Link<'a> {
    /// Share of the central case.
    share: f64,
    factors: &'a [f64],
    /// Planned money per head by year.
    planned: &'a [f64],
    /// Change of it; none where the lever was not moved.
    change: Option<&'a [f64]>,
}

/// Runs all members. Untouched money gives no rows at all.
pub fn deviations(equations: &Effects, draws: &Draws) -> Deviations {
    let years = equations.years();
    let count = equations.subjects.len();
    let planned: Vec<Vec<f64>> = equations.levers.iter().map(|it| equations.per_head(&it.baseline)).collect();
    let changes: Vec<Option<Vec<f64>>> = equations
        .levers
        .iter()
        .map(|it| {
            let delta: Vec<f64> = it.scenario.iter().zip(&it.baseline).map(|(after, before)| after - before).collect();
            delta.iter().any(|it| *it != 0.0).then(|| equations.per_head(&delta))
        })
        .collect();
    let links = |indicator: usize| -> Vec<Link<'_>> {
        let mine = equations.links.iter().zip(&draws.share).filter(|(link, _)| link.indicator == indicator);
        mine.filter_map(|(link, factors)| {
            Some(Link {
                share: link.share,
                factors,
                planned: planned.get(link.lever)?,
                change: changes.get(link.lever)?.as_deref(),
            })
        })
        .collect()
    };
    let mut rows: Deviations = vec![Vec::new(); count];
    for (at, rows) in rows.iter_mut().enumerate() {
        let links = links(at);
        if links.iter().any(|link| link.change.is_some() && link.share != 0.0) {
            *rows = impulses(equations, draws, at, &links);
        }
    }
    // What reaches others only through them joins in, link by link, until nothing new is reached.
    loop {
        let reached: Vec<usize> = equations
            .spills
            .iter()
            .filter(|spill| spill.strength != 0.0 && rows.get(spill.from).is_some_and(|it| !it.is_empty()))
            .map(|spill| spill.to)
            .filter(|to| rows.get(*to).is_some_and(Vec::is_empty))
            .collect();
        if reached.is_empty() {
            break;
        }
        for at in reached {
            if let Some(row) = rows.get_mut(at) {
                *row = vec![vec![0.0; draws.members]; years];
            }
        }
    }
    accumulate(equations, draws, &mut rows);
    rows
}

/// What own money adds per year, logit points, `[year][member]` (model § 2.3–2.5).
fn impulses(equations: &Effects, draws: &Draws, at: usize, links: &[Link<'_>]) -> Vec<Vec<f64>> {
    let years = equations.years();
    let mut rows = vec![vec![0.0; draws.members]; years];
    let Some(reaction) = equations.subjects.get(at).map(|it| it.reaction) else { return rows };
    let factor = |of: &[Vec<f64>], member: usize| of.get(at).and_then(|it| it.get(member)).copied().unwrap_or(1.0);
    for member in 0..draws.members {
        let rate = adjustment(reaction.delay * factor(&draws.delay, member));
        let headroom = reaction.headroom * factor(&draws.headroom, member);
        let gain = reaction.decay * factor(&draws.decay, member) * (1.0 + headroom) * headroom;
        let shares = shares(links, member);
        let total = |t: usize| -> f64 {
            links.iter().zip(&shares).map(|(link, share)| share * link.planned.get(t).copied().unwrap_or(0.0)).sum()
        };
        let moved = |t: usize| -> f64 {
            let changes = links.iter().zip(&shares).filter_map(|(link, share)| Some(share * link.change?.get(t)?));
            changes.sum()
        };
        let today = total(0);
        if today <= 0.0 {
            continue;
        }
        let (mut before, mut change) = (today, 0.0);
        for (t, row) in rows.iter_mut().enumerate() {
            before += rate * (total(t) - before);
            change += rate * (moved(t) - change);
            // Effort is never negative, whatever a harmful effect is drawn to.
            let (b, r) = (before / today, ((before + change) / today).max(0.0));
            let impulse = gain * (r - b) / ((r + headroom) * (b + headroom));
            if let Some(cell) = row.get_mut(member).filter(|_| change != 0.0) {
                *cell = impulse;
            }
        }
    }
    rows
}

/// The shares of one member; harmful ones are held back so that today's effort stays above nothing.
fn shares(links: &[Link<'_>], member: usize) -> Vec<f64> {
    let drawn = |link: &Link<'_>| link.share * link.factors.get(member).copied().unwrap_or(1.0);
    let today = |link: &Link<'_>| link.planned.first().copied().unwrap_or(0.0);
    let useful: f64 = links.iter().map(|it| drawn(it).max(0.0) * today(it)).sum();
    let harmful: f64 = links.iter().map(|it| -drawn(it).min(0.0) * today(it)).sum();
    let limit = (1.0 - LEAST_EFFORT) * useful;
    let kept = if harmful > limit { limit / harmful } else { 1.0 };
    links.iter().map(drawn).map(|share| if share < 0.0 { share * kept } else { share }).collect()
}

/// Turns impulses into deviations, spill-overs included (model § 2.6): d(t+1) = (1 − fade)·d(t) + u(t) + Σ spill·d.
fn accumulate(equations: &Effects, draws: &Draws, rows: &mut Deviations) {
    let mut now = vec![0.0; rows.len()];
    let mut next = now.clone();
    let active: Vec<usize> = rows.iter().enumerate().filter(|(_, it)| !it.is_empty()).map(|(at, _)| at).collect();
    let factor =
        |of: &[Vec<f64>], at: usize, member: usize| of.get(at).and_then(|it| it.get(member)).copied().unwrap_or(1.0);
    for member in 0..draws.members {
        now.fill(0.0);
        let kept: Vec<f64> = active
            .iter()
            .map(|at| {
                let fade = equations.subjects.get(*at).map_or(1.0, |it| it.reaction.fade);
                1.0 - (fade * factor(&draws.fade, *at, member)).min(1.0)
            })
            .collect();
        let spills: Vec<(usize, usize, f64)> = equations
            .spills
            .iter()
            .enumerate()
            .map(|(at, it)| (it.from, it.to, it.strength * factor(&draws.spill, at, member)))
            .collect();
        for t in 0..equations.years() {
            for (at, kept) in active.iter().zip(&kept) {
                let (Some(cell), Some(now), Some(next)) = (
                    rows.get_mut(*at).and_then(|it| it.get_mut(t)).and_then(|it| it.get_mut(member)),
                    now.get(*at),
                    next.get_mut(*at),
                ) else {
                    continue;
                };
                *next = kept * now + *cell;
                *cell = *now;
            }
            for (from, to, strength) in &spills {
                let passed = now.get(*from).copied().unwrap_or(0.0) * strength;
                if let Some(next) = next.get_mut(*to) {
                    *next += passed;
                }
            }
            now.copy_from_slice(&next);
        }
    }
}
