use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::held::{Derived, Held, effect, memo};
use crate::model::ensemble::Range;
use crate::model::{IndicatorAt, List, Projected, Run, Scenario, Study};
use crate::platform::{clock, frame};

/// So long a slice of the work may take, milliseconds: a hand that moves meanwhile waits no longer than that.
const SLICE: f64 = 3.0;

/// Something of a run that the page shows: shared, and equal only to itself.
struct Shared<T>(Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What is being computed for a run, and what for.
struct Work {
    run: Run<'static>,
    /// Whether a slice of it is on its way.
    is_running: bool,
    /// Whether something waits for the hand to rest and for the ranges.
    wants_rest: bool,
}

/// A run that follows a scenario of the page (Lauf auf der Seite). There may be any number of them.
#[derive(Clone, Copy)]
pub struct LiveRun {
    /// Among the pieces of work of a frame.
    key: u64,
    work: StoredValue<Work, LocalStorage>,
    projected: Derived<Shared<Projected>>,
    /// How sure the indicators are; one picture behind the scenario.
    ranges: Held<Shared<List<IndicatorAt, Range>>>,
    /// Whether the ranges, or what waits for the hand to rest, are behind the scenario.
    pub is_behind: Held<bool>,
    /// Counts the moments in which the hand rests; cards are sorted and closed tables told anew only then.
    pub rested: Held<u32>,
}

impl LiveRun {
    /// Follows a scenario: the projection at once, the ranges a few pictures behind it, so that the hand never waits for
    /// a thousand members.
    pub fn follow(study: &'static Study, scenario: Derived<Arc<Scenario>>) -> Self {
        let run = Run::new(study, scenario.get_untracked());
        let first = run.projected();
        let work = StoredValue::new_local(Work { run, is_running: false, wants_rest: false });
        let projected = memo(move || {
            let scenario = scenario.get();
            let turn = |work: &mut Work| {
                work.run.turn_to(scenario);
                Shared(work.run.projected())
            };
            work.try_update_value(turn).unwrap_or_else(|| Shared(first.clone()))
        });
        let live = Self {
            key: frame::new_key(),
            work,
            projected,
            ranges: Held::new(Shared(Arc::default())),
            is_behind: Held::new(true),
            rested: Held::new(0),
        };
        effect(move || {
            projected.get();
            live.catch_up_soon();
        });
        live
    }

    /// The scenario and what follows from it, tracked.
    pub fn projected(self) -> Arc<Projected> {
        self.projected.get().0
    }

    /// The present one, without tracking it: what reads it is told again only when the hand rests.
    pub fn projected_at_rest(self) -> Arc<Projected> {
        self.rested.track();
        self.projected.get_untracked().0
    }

    /// How sure the indicators are, tracked; none before the first are computed.
    pub fn ranges(self) -> Arc<List<IndicatorAt, Range>> {
        self.ranges.get().0
    }

    /// The hand rests: what waits for it is told once the ranges are there, and then with them.
    pub fn rest(self) {
        self.work.update_value(|work| work.wants_rest = true);
        self.catch_up_soon();
    }

    fn catch_up_soon(self) {
        self.is_behind.set(true);
        if self.work.try_update_value(|work| std::mem::replace(&mut work.is_running, true)) == Some(false) {
            frame::after_next(self.key, Rc::new(move || self.slice()));
        }
    }

    /// Computes for a moment, and goes on after whatever came in meanwhile.
    fn slice(self) {
        let end = clock::milliseconds() + SLICE;
        let compute = |work: &mut Work| loop {
            let is_there = work.run.step();
            if is_there || clock::milliseconds() > end {
                return is_there;
            }
        };
        match self.work.try_update_value(compute) {
            // Shown with the next picture, so that a moving hand and its ranges are painted together.
            Some(true) => frame::next(self.key, Rc::new(move || self.show())),
            Some(false) => frame::later(0, move || self.slice()),
            None => {}
        }
    }

    fn show(self) {
        let shown = |work: &mut Work| {
            work.is_running = false;
            let is_behind = work.run.is_behind();
            let is_told = !is_behind && std::mem::take(&mut work.wants_rest);
            (Shared(work.run.ranges()), is_behind, is_told)
        };
        let Some((ranges, is_behind, is_told)) = self.work.try_update_value(shown) else { return };
        self.ranges.set(ranges);
        if is_behind {
            return self.catch_up_soon();
        }
        if is_told {
            self.rested.update(|count| *count = count.wrapping_add(1));
        }
        self.is_behind.set(false);
    }
}
