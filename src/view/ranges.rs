use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;

use super::held::effect;
use super::state::State;
use crate::model::ensemble::{MEMBERS, Range, Uncertainty, ensemble};
use crate::model::{Scenario, Town};
use crate::platform::frame;

thread_local! {
    static UNCERTAINTY: OnceCell<Uncertainty> = const { OnceCell::new() };
    static WANTS_REST: Cell<bool> = const { Cell::new(false) };
}

/// Among the pieces of work of a frame; charts count from zero.
const KEY: u64 = u64::MAX;

/// The ranges of all indicators under a scenario, equal only to themselves (Spannen).
#[derive(Clone, Default)]
pub struct Ranges {
    /// One per indicator; none before the first are computed.
    pub all: Arc<Vec<Range>>,
    /// What they were computed for.
    scenario: Option<Scenario>,
}

impl PartialEq for Ranges {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.all, &other.all)
    }
}

impl Ranges {
    /// The ranges for a scenario; the present ones if they are that already.
    pub fn follow(self, town: &Town, scenario: &Scenario) -> Self {
        if self.scenario.as_ref() == Some(scenario) {
            return self;
        }
        UNCERTAINTY.with(|uncertainty| {
            let uncertainty = uncertainty.get_or_init(|| Uncertainty::new(town, MEMBERS));
            Self { all: Arc::new(ensemble(town, uncertainty, scenario)), scenario: Some(scenario.clone()) }
        })
    }
}

/// Lets the ranges follow the scenario, one picture behind it: the hand never waits for a thousand runs.
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
    let catch_up = move || {
        state.catch_up();
        if WANTS_REST.replace(false) {
            state.tell_the_rest();
        }
        state.is_behind.set(false);
    };
    frame::after_next(KEY, Rc::new(catch_up));
}
