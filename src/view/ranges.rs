use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::held::effect;
use super::state::State;
use crate::model::ensemble::{Computed, MEMBERS, Range, Steps, Uncertainty};
use crate::model::{IndicatorAt, List, Scenario};
use crate::platform::{clock, frame};

/// So long a slice of the work may take, milliseconds: a hand that moves meanwhile waits no longer than that.
const SLICE: f64 = 3.0;

/// Among the pieces of work of a frame; charts count from zero.
const KEY: u64 = u64::MAX;

/// The ranges of all indicators, equal only to themselves (Spannen).
#[derive(Clone, Default)]
pub struct Ranges {
    /// One per indicator; none before the first are computed.
    pub all: Arc<List<IndicatorAt, Range>>,
}

impl PartialEq for Ranges {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.all, &other.all)
    }
}

/// Ranges being computed, and what for.
struct Work {
    scenario: Scenario,
    steps: Steps<'static>,
}

thread_local! {
    static UNCERTAINTY: OnceCell<&'static Uncertainty> = const { OnceCell::new() };
    static WORK: RefCell<Option<Work>> = const { RefCell::new(None) };
    static DONE: RefCell<Option<(Scenario, Computed)>> = const { RefCell::new(None) };
    static IS_RUNNING: Cell<bool> = const { Cell::new(false) };
    static WANTS_REST: Cell<bool> = const { Cell::new(false) };
}

/// Lets the ranges follow the scenario, a few pictures behind it: the hand never waits for a thousand runs.
pub fn follow(state: State) {
    effect(move || {
        state.track_scenario();
        catch_up_soon(state);
    });
}

/// What waits for the hand to rest is told once the ranges are there, and then with them.
pub fn rest(state: State) {
    WANTS_REST.set(true);
    catch_up_soon(state);
}

fn catch_up_soon(state: State) {
    state.is_behind.set(true);
    if !IS_RUNNING.replace(true) {
        frame::after_next(KEY, Rc::new(move || slice(state)));
    }
}

/// Computes for a moment, and goes on after whatever came in meanwhile.
fn slice(state: State) {
    let end = clock::milliseconds() + SLICE;
    let ranges = WORK.with_borrow_mut(|work| {
        let Work { steps, .. } = work.get_or_insert_with(|| begin(state));
        while !steps.is_done() {
            steps.step();
            if clock::milliseconds() > end {
                return None;
            }
        }
        let Work { scenario, steps } = work.take()?;
        let computed = steps.finish();
        let all = computed.ranges();
        DONE.set(Some((scenario, computed)));
        Some(Ranges { all })
    });
    match ranges {
        // Shown with the next picture, so that a moving hand and its ranges are painted together.
        Some(ranges) => frame::next(KEY, Rc::new(move || show(state, ranges.clone()))),
        None => frame::later(0, move || slice(state)),
    }
}

fn begin(state: State) -> Work {
    let uncertainty =
        UNCERTAINTY.with(|it| *it.get_or_init(|| Box::leak(Box::new(Uncertainty::new(state.town, MEMBERS)))));
    let scenario = state.scenario();
    // What the last scenario gave; most of it stays when one goal moves.
    let before = DONE.take().map(|it| it.1);
    Work { steps: Steps::new(state.town, uncertainty, &scenario, before), scenario }
}

fn show(state: State, ranges: Ranges) {
    IS_RUNNING.set(false);
    state.show_ranges(ranges);
    if DONE.with_borrow(|done| done.as_ref().is_none_or(|it| it.0 != state.scenario())) {
        return catch_up_soon(state);
    }
    if WANTS_REST.replace(false) {
        state.tell_the_rest();
    }
    state.is_behind.set(false);
}
