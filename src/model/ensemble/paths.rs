//! The equations for many members at once (ensemble.md, Members): only the deviation, only where money moved.

use wide::f64x4;

use super::member::{Members, Reacting};
use crate::model::effects::{Effects, LeverMoney, Spill};
use crate::model::{IndicatorAt, LeverAt, List};

/// Deviations of an indicator in logit points; empty where nothing reaches it (Abweichungen).
///
/// Four members lie side by side, and their years one after the other: so a run through the years writes what it
/// computes just where it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    cells: Vec<f64x4>,
    years: usize,
}

impl Rows {
    /// Whether nothing reaches the indicator.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The deviations of a year, four by four; none where nothing is reached.
    pub(super) fn fours(&self, t: usize) -> impl Iterator<Item = &f64x4> {
        self.cells.iter().skip(t).step_by(self.years.max(1))
    }

    /// The same member by member, filled up to a multiple of four.
    pub fn year(&self, t: usize) -> impl Iterator<Item = f64> {
        self.fours(t).flat_map(|it| it.to_array())
    }
}

/// Money per inhabitant, lever by lever (je Kopf).
pub(super) struct PerHead {
    /// As planned, per year.
    planned: List<LeverAt, Vec<f64>>,
    /// What the scenario changes of it; none where the lever was not moved.
    changes: List<LeverAt, Option<Vec<f64>>>,
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

    /// As planned in the start year, lever by lever.
    pub(super) fn today(&self) -> List<LeverAt, f64> {
        self.planned.iter().map(|it| it.first().copied().unwrap_or(0.0)).collect()
    }

    /// The indicators whose effort the scenario changes, and what hangs on them.
    pub(super) fn reached(&self, equations: &Effects) -> List<IndicatorAt, bool> {
        let is_moved = |lever: LeverAt| self.changes.get(lever).is_some_and(Option::is_some);
        passed_on(equations, is_moved)
    }
}

/// Which indicators another scenario of the town changes. Of its equations nothing but the money depends on the scenario.
pub(super) fn changed(before: &Effects, after: &Effects) -> List<IndicatorAt, bool> {
    let levers = before.levers.iter().zip(&after.levers);
    let differs: List<LeverAt, bool> = levers.map(|(before, after)| before.scenario != after.scenario).collect();
    passed_on(after, |lever| differs.get(lever).copied().unwrap_or(true))
}

/// What the money of these levers reaches, by itself and through other indicators.
fn passed_on(equations: &Effects, is_moved: impl Fn(LeverAt) -> bool) -> List<IndicatorAt, bool> {
    let mut reached: List<IndicatorAt, _> = vec![false; equations.subjects.len()].into();
    for link in equations.links.iter().filter(|it| it.share != 0.0 && is_moved(it.lever)) {
        if let Some(it) = reached.get_mut(link.indicator) {
            *it = true;
        }
    }
    let is = |reached: &List<IndicatorAt, bool>, at: IndicatorAt| reached.get(at).copied().unwrap_or(false);
    let joins = |reached: &List<IndicatorAt, bool>, it: &Spill| {
        it.strength != 0.0 && is(reached, it.from) && !is(reached, it.to)
    };
    while let Some(spill) = equations.spills.iter().find(|it| joins(&reached, it)) {
        let Some(it) = reached.get_mut(spill.to) else { break };
        *it = true;
    }
    reached
}

/// Whether an indicator that is reached receives anything from others.
pub(super) fn receives(equations: &Effects, reached: &List<IndicatorAt, bool>, at: IndicatorAt) -> bool {
    equations.spills.iter().any(|it| it.to == at && it.strength != 0.0 && reached.get(it.from) == Some(&true))
}

/// What own money does to an indicator that is reached: its deviations, or the impulses of each year where deviations
/// of other indicators are still to come in (effects.md, Effort).
///
/// Four members go through all years before the next four start, so what they carry with them never leaves the
/// processor.
pub(super) fn own(equations: &Effects, members: &Members, money: &PerHead, at: IndicatorAt, receives: bool) -> Rows {
    let links: Vec<_> = equations.links.iter().zip(&members.shares).filter(|(it, _)| it.indicator == at).collect();
    let years = equations.years();
    let of = |path: Option<&Vec<f64>>, t: usize| f64x4::splat(path.and_then(|it| it.get(t)).copied().unwrap_or(0.0));
    // Per year and link: as planned, and the change of it.
    let amounts: Vec<Vec<[f64x4; 2]>> = (0..years)
        .map(|t| {
            let change = |lever| money.changes.get(lever).and_then(Option::as_ref);
            links.iter().map(|(it, _)| [of(money.planned.get(it.lever), t), of(change(it.lever), t)]).collect()
        })
        .collect();
    let reactions = members.reactions.get(at).map(Vec::as_slice).unwrap_or_default();
    let mut cells = Vec::with_capacity(years * reactions.len());
    let mut shares: Vec<f64x4> = Vec::with_capacity(links.len());
    for (four, reacting) in reactions.iter().enumerate() {
        shares.clear();
        shares.extend(links.iter().filter_map(|(_, shares)| shares.get(four).copied()));
        let mut state = State { before: reacting.today + reacting.headroom, change: f64x4::ZERO };
        let mut deviation = f64x4::ZERO;
        for amounts in &amounts {
            let (mut planned, mut moved) = (reacting.headroom, f64x4::ZERO);
            for (share, [plan, change]) in shares.iter().zip(amounts) {
                planned += *share * *plan;
                moved += *share * *change;
            }
            let impulse = state.step(reacting, planned, moved);
            cells.push(if receives { impulse } else { deviation });
            deviation = reacting.kept * deviation + impulse;
        }
    }
    Rows { cells, years }
}

/// Four members on their way through the years.
struct State {
    /// Effort as planned, with the headroom.
    before: f64x4,
    change: f64x4,
}

impl State {
    /// Takes in a year's effort, planned and with the headroom, and its change, and answers with the impulse
    /// (effects.md, Response).
    #[inline]
    fn step(&mut self, it: &Reacting, planned: f64x4, moved: f64x4) -> f64x4 {
        self.before += it.rate * (planned - self.before);
        self.change += it.rate * (moved - self.change);
        // Effort is never negative, whatever a harmful effect is drawn to.
        let change = self.change.fast_max(it.headroom - self.before);
        it.gain * change / ((self.before + change) * self.before)
    }
}

/// An indicator that receives something, for four members in a year.
struct Receiving {
    at: IndicatorAt,
    kept: f64x4,
    deviation: f64x4,
}

/// Turns the impulses of those that receive something into deviations, spill-overs included (effects.md, Deviation):
/// d(t+1) = (1 − fade)·d(t) + u(t) + Σ spill·d(t).
pub(super) fn join(
    equations: &Effects,
    members: &Members,
    rows: &mut List<IndicatorAt, Rows>,
    receiving: &[IndicatorAt],
) {
    let place = |at: IndicatorAt| receiving.iter().position(|it| *it == at);
    let spills: Vec<_> = equations
        .spills
        .iter()
        .zip(&members.strengths)
        .filter_map(|(it, strengths)| Some((it.from, place(it.to)?, strengths)))
        .collect();
    let kept = |at: IndicatorAt, four: usize| members.reactions.get(at)?.get(four).map(|it| it.kept);
    let years = equations.years();
    let mut strengths = Vec::with_capacity(spills.len());
    for four in 0..members.reactions.first().map_or(0, Vec::len) {
        let start = |at: IndicatorAt| Some(Receiving { at, kept: kept(at, four)?, deviation: f64x4::ZERO });
        let mut receiving: Vec<Receiving> = receiving.iter().filter_map(|at| start(*at)).collect();
        strengths.clear();
        strengths.extend(spills.iter().filter_map(|(.., strengths)| strengths.get(four).copied()));
        for at in (0..years).map(|t| four * years + t) {
            for it in &mut receiving {
                let Some(cell) = rows.get_mut(it.at).and_then(|it| it.cells.get_mut(at)) else { continue };
                let now = it.deviation;
                it.deviation = it.kept * now + *cell;
                *cell = now;
            }
            for ((from, to, _), strength) in spills.iter().zip(&strengths) {
                let from = rows.get(*from).and_then(|it| it.cells.get(at));
                let (Some(from), Some(to)) = (from, receiving.get_mut(*to)) else { continue };
                to.deviation += *strength * *from;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::effects::{Link, Subject};
    use crate::model::ensemble::Draws;
    use crate::model::{Money, Move, Purpose, Reaction, Scale, Scenario, equations};
    use crate::pack::{load, muenster};

    /// Money that works against an indicator does no more than taking all effort away: the decay, year by year.
    #[test]
    fn effort_is_never_below_nothing() {
        let money = |change: f64| LeverMoney { baseline: vec![100.0; 4], scenario: vec![100.0 + change; 4] };
        let subject = Subject {
            scale: Scale { worst: 0.0, best: 1.0 },
            start: 0.5,
            trend: 0.0,
            damping: 1.0,
            reaction: Reaction { delay: 0.0, decay: 0.1, headroom: 0.5, fade: 0.0 },
        };
        let plan = Effects {
            population: vec![1.0; 4],
            deflator: vec![1.0; 4],
            levers: vec![money(0.0), money(1e4)].into(),
            subjects: vec![subject].into(),
            links: [1.0, -0.5]
                .into_iter()
                .enumerate()
                .map(|(lever, share)| Link { lever: LeverAt(lever), indicator: IndicatorAt(0), share })
                .collect(),
            spills: Vec::new(),
        };
        let ones = |count: usize| vec![vec![1.0; 3]; count];
        let (share, spill, walk) = (ones(2), ones(0), ones(4));
        let [decay, headroom, fade, delay] = [(); 4].map(|()| ones(1).into());
        let draws = Draws { members: 3, share, decay, headroom, fade, delay, spill, walk };
        let money = PerHead::of(&plan);
        let rows = own(&plan, &Members::new(&plan, &draws, &money.today()), &money, IndicatorAt(0), false);
        for t in 0..4 {
            let found: Vec<f64> = rows.year(t).take(3).collect();
            let lost = -0.1 * t as f64;
            assert!(found.iter().all(|it| (it - lost).abs() < 1e-12), "{t}: {found:?}");
        }
    }

    /// One more lever leaves alone what it does not reach, and nothing else.
    #[test]
    fn what_a_lever_does_not_reach_is_unchanged() {
        let town = load(&muenster()).unwrap();
        let links = &equations(&town, &Scenario::default()).links;
        let cells = town.fields.places().flat_map(|field| town.cells(Purpose::Field(field)));
        let cell = cells.into_iter().find(|cell| links.iter().any(|it| it.lever == cell.lever)).unwrap();
        let mut scenario = Scenario::default();
        let before = equations(&town, &scenario);
        assert!(!changed(&before, &before).into_iter().any(|it| it));
        let amount = Money::from_euros(1e6);
        scenario.moves.insert(cell, Move { amount, from: town.year, to: town.horizon });
        let after = equations(&town, &scenario);
        let reached = PerHead::of(&after).reached(&after);
        assert!(reached.contains(&true) && reached.contains(&false));
        assert_eq!(changed(&before, &after), reached);
    }
}
