use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::untrack;

use super::held::{Held, effect};
use super::state::State;
use crate::model::ensemble::{MEMBERS, Range, Uncertainty, ensemble};
use crate::platform::frame;

thread_local! {
    static UNCERTAINTY: OnceCell<Uncertainty> = const { OnceCell::new() };
}

/// Among the pieces of work of a frame; charts count from zero.
const KEY: u64 = u64::MAX;

/// The ranges of all indicators, equal only to themselves (Spannen).
#[derive(Clone, Default)]
pub struct Ranges(pub Arc<Vec<Range>>);

impl PartialEq for Ranges {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Lets the ranges follow the scenario, one picture behind it: the hand never waits for a thousand runs.
pub fn follow(state: State, ranges: Held<Ranges>) {
    effect(move || {
        state.track_scenario();
        frame::after_next(KEY, Rc::new(move || ranges.set(untrack(|| computed(state)))));
    });
}

fn computed(state: State) -> Ranges {
    let town = state.town;
    UNCERTAINTY.with(|uncertainty| {
        let uncertainty = uncertainty.get_or_init(|| Uncertainty::new(town, MEMBERS));
        Ranges(Arc::new(state.tell(|it| ensemble(town, uncertainty, it.scenario))))
    })
}
