use std::sync::Arc;

use litemap::LiteMap;

use super::fit::Fitted;
use super::reasons::{Changed, Reasons, left};
use crate::model::{Cell, MeasureAt, Move, Scenario, ShockAt, TaxAt};

/// What a person set that changes no number: it travels with the scenario (Beiwerk).
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Beside {
    /// Locked cells in rising order.
    pub locks: Vec<Cell>,
    /// A note.
    pub note: String,
}

/// A moment of a session (Stand): the scenario, what stands beside it, and the reasons for it. A copy shares them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    pub(super) scenario: Arc<Scenario>,
    pub(super) beside: Arc<Beside>,
    pub(super) reasons: Arc<Reasons>,
}

impl Moment {
    /// Whether no money is moved and no shock is on; a lock or a note alone is nothing to lose.
    pub fn is_untouched(&self) -> bool {
        self.scenario.is_untouched()
    }

    /// The moment that a draft brings.
    pub fn of(fitted: &Fitted) -> Self {
        let beside = Beside { locks: fitted.locks().to_vec(), note: fitted.note().to_owned() };
        let scenario = Arc::new(fitted.scenario().clone());
        Self { scenario, beside: Arc::new(beside), reasons: fitted.reasons().clone() }
    }

    /// It without reasons for what it does not change.
    pub(super) fn settled(self) -> Self {
        Self { reasons: left(&self.reasons, &self.scenario), ..self }
    }
}

/// What leads from one moment to another: only what differs, as it is there (Unterschied).
#[derive(Debug, PartialEq)]
struct Step {
    // Without room to grow: a session keeps thousands of these.
    moves: Box<[(Cell, Option<Move>)]>,
    measures: Box<[(MeasureAt, Option<Move>)]>,
    taxes: Box<[(TaxAt, Option<f64>)]>,
    shocks: Option<Vec<ShockAt>>,
    beside: Option<Arc<Beside>>,
    /// Apart from what is beside: a lock is set without a step, and no step may take it away.
    reasons: Box<[(Changed, Option<Arc<str>>)]>,
}

impl Step {
    /// From one moment to another; none where both are the same.
    fn between(from: &Moment, to: &Moment) -> Option<Self> {
        if from == to {
            return None;
        }
        // Written out whole, so that a new field cannot escape the steps back.
        let Scenario { moves, measures, taxes, shocks } = &*to.scenario;
        Some(Self {
            moves: different(&from.scenario.moves, moves),
            measures: different(&from.scenario.measures, measures),
            taxes: different(&from.scenario.taxes, taxes),
            shocks: (from.scenario.shocks != *shocks).then(|| shocks.clone()),
            beside: (from.beside != to.beside).then(|| to.beside.clone()),
            reasons: different(&from.reasons, &to.reasons),
        })
    }

    /// Whether it leads away from a moment. Locks are set without a step, so that what one changed may stand there already.
    fn leads_on(&self, from: &Moment) -> bool {
        let Self { moves, measures, taxes, shocks, beside, reasons } = self;
        let scenario = &*from.scenario;
        differs(&scenario.moves, moves)
            || differs(&scenario.measures, measures)
            || differs(&scenario.taxes, taxes)
            || shocks.as_ref().is_some_and(|it| *it != scenario.shocks)
            || beside.as_ref().is_some_and(|it| *it != from.beside)
            || differs(&from.reasons, reasons)
    }

    /// The moment that it leads to.
    fn apply(&self, from: &Moment) -> Moment {
        let Self { moves, measures, taxes, shocks, beside, reasons } = self;
        let mut scenario = (*from.scenario).clone();
        put(&mut scenario.moves, moves);
        put(&mut scenario.measures, measures);
        put(&mut scenario.taxes, taxes);
        if let Some(shocks) = shocks {
            scenario.shocks.clone_from(shocks);
        }
        let mut explained = from.reasons.clone();
        if !reasons.is_empty() {
            put(Arc::make_mut(&mut explained), reasons);
        }
        let beside = beside.as_ref().unwrap_or(&from.beside).clone();
        Moment { scenario: Arc::new(scenario), beside, reasons: explained }
    }
}

/// The entries that differ, as they are in the second.
fn different<K: Ord + Copy, V: PartialEq + Clone>(from: &LiteMap<K, V>, to: &LiteMap<K, V>) -> Box<[(K, Option<V>)]> {
    let gone = from.keys().filter(|key| to.get(key).is_none()).map(|key| (*key, None));
    let changed =
        to.iter().filter(|(key, value)| from.get(key) != Some(value)).map(|(key, value)| (*key, Some(value.clone())));
    gone.chain(changed).collect()
}

/// Whether one of the entries is not there as it is.
fn differs<K: Ord + Copy, V: PartialEq>(map: &LiteMap<K, V>, entries: &[(K, Option<V>)]) -> bool {
    entries.iter().any(|(key, value)| map.get(key) != value.as_ref())
}

fn put<K: Ord + Copy, V: Clone>(map: &mut LiteMap<K, V>, entries: &[(K, Option<V>)]) {
    for (key, value) in entries {
        match value {
            Some(value) => drop(map.insert(*key, value.clone())),
            None => drop(map.remove(key)),
        }
    }
}

/// Steps back and forward without an end (Verlauf).
///
/// A step holds what it changes, not a scenario: about 40 bytes per lever that moved. All of it is shared, so that a copy
/// costs two counts and a new step copies pointers only.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct History {
    past: Arc<Vec<Arc<Step>>>,
    future: Arc<Vec<Arc<Step>>>,
}

impl History {
    pub fn has_past(&self, now: &Moment) -> bool {
        self.past.iter().rev().any(|it| it.leads_on(now))
    }

    pub fn has_future(&self, now: &Moment) -> bool {
        self.future.iter().rev().any(|it| it.leads_on(now))
    }

    /// Remembers the way back from `now` to `before`; what changed nothing is no step.
    pub fn remember(&mut self, before: &Moment, now: &Moment) {
        if let Some(back) = Step::between(now, before) {
            Arc::make_mut(&mut self.past).push(Arc::new(back));
            self.future = Arc::default();
        }
    }

    /// The moment before `now`.
    pub fn back(&mut self, now: &Moment) -> Option<Moment> {
        step(&mut self.past, &mut self.future, now)
    }

    /// The moment after `now`.
    pub fn forward(&mut self, now: &Moment) -> Option<Moment> {
        step(&mut self.future, &mut self.past, now)
    }
}

/// Takes the first step that leads on; those that do not are gone, for they say nothing.
fn step(from: &mut Arc<Vec<Arc<Step>>>, to: &mut Arc<Vec<Arc<Step>>>, now: &Moment) -> Option<Moment> {
    let from = Arc::make_mut(from);
    let there = loop {
        let step = from.pop()?;
        if step.leads_on(now) {
            break step.apply(now);
        }
    };
    if let Some(back) = Step::between(&there, now) {
        Arc::make_mut(to).push(Arc::new(back));
    }
    Some(there)
}
