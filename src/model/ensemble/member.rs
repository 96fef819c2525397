//! The equations of model § 2 for many members at once: only the deviation, only where money moved.

use super::draws::Draws;
use crate::model::effects::{Effects, LeverMoney, Spill, adjustment};

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
    let money = PerHead::of(equations);
    let mut rows: Deviations =
        (0..equations.subjects.len()).map(|at| own_impulses(equations, draws, &money, at)).collect();
    join_reached(equations, draws, &mut rows);
    accumulate(equations, draws, &mut rows, &[]);
    rows
}

/// Which indicators another scenario of the town leaves as they are: neither their own money differs, nor that of any
/// indicator they hang on. Of the equations of a town, nothing but the money depends on the scenario.
pub(super) fn unchanged(before: &Effects, after: &Effects) -> Vec<bool> {
    let money: Vec<bool> =
        before.levers.iter().zip(&after.levers).map(|(before, after)| before.scenario == after.scenario).collect();
    let mut same = vec![true; after.subjects.len()];
    let differs = |same: &[bool], at: usize| same.get(at) == Some(&false);
    for link in after.links.iter().filter(|it| differs(&money, it.lever)) {
        if let Some(it) = same.get_mut(link.indicator) {
            *it = false;
        }
    }
    let reaches = |same: &[bool], it: &Spill| it.strength != 0.0 && differs(same, it.from) && !differs(same, it.to);
    while let Some(spill) = after.spills.iter().find(|it| reaches(&same, it)) {
        let Some(it) = same.get_mut(spill.to) else { break };
        *it = false;
    }
    same
}

/// Money per inhabitant, lever by lever (je Kopf).
pub(super) struct PerHead {
    /// As planned, per year.
    planned: Vec<Vec<f64>>,
    /// What the scenario changes of it; none where the lever was not moved.
    changes: Vec<Option<Vec<f64>>>,
}

impl PerHead {
    /// The money of all levers.
    pub(super) fn of(equations: &Effects) -> Self {
        let change = |it: &LeverMoney| {
            let delta: Vec<f64> = it.scenario.iter().zip(&it.baseline).map(|(after, before)| after - before).collect();
            delta.iter().any(|it| *it != 0.0).then(|| equations.per_head(&delta))
        };
        Self {
            planned: equations.levers.iter().map(|it| equations.per_head(&it.baseline)).collect(),
            changes: equations.levers.iter().map(change).collect(),
        }
    }
}

/// What the money moved for this indicator adds per year; no rows where none was moved.
pub(super) fn own_impulses(equations: &Effects, draws: &Draws, money: &PerHead, at: usize) -> Vec<Vec<f64>> {
    let mine = equations.links.iter().zip(&draws.share).filter(|(link, _)| link.indicator == at);
    let links: Vec<Link<'_>> = mine
        .filter_map(|(link, factors)| {
            Some(Link {
                share: link.share,
                factors,
                planned: money.planned.get(link.lever)?,
                change: money.changes.get(link.lever)?.as_deref(),
            })
        })
        .collect();
    if links.iter().any(|link| link.change.is_some() && link.share != 0.0) {
        impulses(equations, draws, at, &links)
    } else {
        Vec::new()
    }
}

/// What is reached only through other indicators joins in, link by link, until nothing new is reached.
pub(super) fn join_reached(equations: &Effects, draws: &Draws, rows: &mut Deviations) {
    loop {
        let reached: Vec<usize> = equations
            .spills
            .iter()
            .filter(|spill| spill.strength != 0.0 && rows.get(spill.from).is_some_and(|it| !it.is_empty()))
            .map(|spill| spill.to)
            .filter(|to| rows.get(*to).is_some_and(Vec::is_empty))
            .collect();
        if reached.is_empty() {
            return;
        }
        for at in reached {
            if let Some(row) = rows.get_mut(at) {
                *row = vec![vec![0.0; draws.members]; equations.years()];
            }
        }
    }
}

/// One member on its way through the years.
struct State {
    rate: f64,
    headroom: f64,
    gain: f64,
    /// Today's effort, by which later efforts are divided; zero where there is none to compare with.
    per_today: f64,
    before: f64,
    change: f64,
}

impl State {
    /// Takes in a year's effort, planned and changed, and answers with the impulse (model § 2.4, 2.5).
    fn step(&mut self, planned: f64, moved: f64) -> f64 {
        self.before += self.rate * (planned - self.before);
        self.change += self.rate * (moved - self.change);
        // Effort is never negative, whatever a harmful effect is drawn to.
        let before = self.before * self.per_today;
        let after = ((self.before + self.change) * self.per_today).max(0.0);
        self.gain * (after - before) / ((after + self.headroom) * (before + self.headroom))
    }
}

/// What own money adds per year, logit points, `[year][member]` (model § 2.3–2.5).
///
/// Year by year over all members: the same few operations on long rows are what a processor does fastest.
fn impulses(equations: &Effects, draws: &Draws, at: usize, links: &[Link<'_>]) -> Vec<Vec<f64>> {
    let Some(reaction) = equations.subjects.get(at).map(|it| it.reaction) else { return Vec::new() };
    let shares = shares(links, draws.members);
    let effort = |t: usize, money: fn(&Link<'_>, usize) -> Option<f64>| {
        let mut sum = vec![0.0; draws.members];
        for (link, shares) in links.iter().zip(&shares) {
            let Some(money) = money(link, t).filter(|money| *money != 0.0) else { continue };
            sum.iter_mut().zip(shares).for_each(|(sum, share)| *sum += share * money);
        }
        sum
    };
    let planned = |link: &Link<'_>, t: usize| link.planned.get(t).copied();
    let moved = |link: &Link<'_>, t: usize| link.change.and_then(|it| it.get(t).copied());
    let factors = |of: &[Vec<f64>]| of.get(at).cloned().unwrap_or_else(|| vec![1.0; draws.members]);
    let mut states: Vec<State> = effort(0, planned)
        .into_iter()
        .zip(factors(&draws.delay))
        .zip(factors(&draws.decay))
        .zip(factors(&draws.headroom))
        .map(|(((today, delay), decay), headroom)| {
            let headroom = reaction.headroom * headroom;
            let gain = reaction.decay * decay * (1.0 + headroom) * headroom;
            State {
                rate: adjustment(reaction.delay * delay),
                headroom,
                gain: if today > 0.0 { gain } else { 0.0 },
                per_today: if today > 0.0 { 1.0 / today } else { 0.0 },
                before: today,
                change: 0.0,
            }
        })
        .collect();
    (0..equations.years())
        .map(|t| {
            let (planned, moved) = (effort(t, planned), effort(t, moved));
            states
                .iter_mut()
                .zip(planned.iter().zip(&moved))
                .map(|(it, (planned, moved))| it.step(*planned, *moved))
                .collect()
        })
        .collect()
}

/// The shares per link and member; harmful ones are held back so that today's effort stays above nothing.
fn shares(links: &[Link<'_>], members: usize) -> Vec<Vec<f64>> {
    let today = |link: &Link<'_>| link.planned.first().copied().unwrap_or(0.0);
    let drawn =
        |link: &Link<'_>| link.factors.iter().take(members).map(|factor| link.share * factor).collect::<Vec<f64>>();
    let mut shares: Vec<Vec<f64>> = links.iter().map(drawn).collect();
    let sum = |shares: &[Vec<f64>], is_harmful: bool| {
        let mut sum = vec![0.0; members];
        for (link, shares) in links.iter().zip(shares).filter(|(link, _)| (link.share < 0.0) == is_harmful) {
            sum.iter_mut().zip(shares).for_each(|(sum, share)| *sum += share.abs() * today(link));
        }
        sum
    };
    let (useful, harmful) = (sum(&shares, false), sum(&shares, true));
    for (_, shares) in links.iter().zip(&mut shares).filter(|(link, _)| link.share < 0.0) {
        for (share, (useful, harmful)) in shares.iter_mut().zip(useful.iter().zip(&harmful)) {
            *share *= ((1.0 - LEAST_EFFORT) * useful / harmful.max(f64::MIN_POSITIVE)).min(1.0);
        }
    }
    shares
}

/// Turns impulses into deviations, spill-overs included (model § 2.6): d(t+1) = (1 − fade)·d(t) + u(t) + Σ spill·d.
///
/// Rows of indicators that stay the same hold their deviations already.
pub(super) fn accumulate(equations: &Effects, draws: &Draws, rows: &mut Deviations, same: &[bool]) {
    let is_same = |at: usize| same.get(at).copied().unwrap_or(false);
    let filled = rows.iter().enumerate().filter(|(_, it)| !it.is_empty()).map(|(at, _)| at);
    let active: Vec<usize> = filled.filter(|at| !is_same(*at)).collect();
    let drawn = |of: &[Vec<f64>], at: usize, central: f64| -> Vec<f64> {
        let factors = of.get(at).map(Vec::as_slice).unwrap_or_default().iter().copied();
        factors.chain(std::iter::repeat(1.0)).take(draws.members).map(|factor| central * factor).collect()
    };
    let fades: Vec<Vec<f64>> = active
        .iter()
        .map(|at| drawn(&draws.fade, *at, equations.subjects.get(*at).map_or(1.0, |it| it.reaction.fade)))
        .collect();
    let spills: Vec<(usize, usize, Vec<f64>)> = equations
        .spills
        .iter()
        .enumerate()
        .filter(|(_, it)| active.contains(&it.to))
        .map(|(at, it)| (it.from, it.to, drawn(&draws.spill, at, it.strength)))
        .collect();
    let mut now: Vec<Vec<f64>> = vec![vec![0.0; draws.members]; rows.len()];
    for t in 0..equations.years() {
        let mut next = now.clone();
        for (at, fades) in active.iter().zip(&fades) {
            let (Some(row), Some(next)) = (rows.get_mut(*at).and_then(|it| it.get_mut(t)), next.get_mut(*at)) else {
                continue;
            };
            for ((cell, next), fade) in row.iter_mut().zip(next).zip(fades) {
                let before = *next;
                *next = (1.0 - fade.min(1.0)) * before + *cell;
                *cell = before;
            }
        }
        for (from, to, strength) in &spills {
            let from = rows.get(*from).and_then(|it| it.get(t));
            let (Some(from), Some(to)) = (from, next.get_mut(*to)) else { continue };
            to.iter_mut().zip(from.iter().zip(strength)).for_each(|(next, (now, strength))| *next += strength * now);
        }
        now = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Money, Move, Purpose, Scenario, equations};
    use crate::pack::{load, muenster};

    /// One more lever leaves alone what it does not reach, and nothing else.
    #[test]
    fn what_a_lever_does_not_reach_is_unchanged() {
        let town = load(&muenster()).unwrap();
        let links = &equations(&town, &Scenario::default()).links;
        let cells = (0..town.fields.len()).flat_map(|field| town.cells(Purpose::Field(field)));
        let cell = cells.into_iter().find(|cell| links.iter().any(|it| it.lever == cell.lever)).unwrap();
        let mut scenario = Scenario::default();
        let before = equations(&town, &scenario);
        assert!(unchanged(&before, &before).into_iter().all(|it| it));
        let amount = Money::from_euros(1e6);
        scenario.moves.insert(cell, Move { amount, from: town.year, to: town.horizon });
        let after = equations(&town, &scenario);
        let mut rows = deviations(&after, &Draws::new(&town, 2));
        rows.iter_mut().for_each(|it| it.retain(|row| !row.is_empty()));
        let unreached: Vec<bool> = rows.iter().map(Vec::is_empty).collect();
        assert!(unreached.contains(&true) && unreached.contains(&false));
        assert_eq!(unchanged(&before, &after), unreached);
    }
}
