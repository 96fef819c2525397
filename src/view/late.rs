//! What comes after the first view (spätere Teile): its places while it is on its way, and what they say if it does not
//! come. What is in it stands in `rest`.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::OnceLock;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dialog::Dialog;
use super::held::{Derived, flag, line, memo};
use super::parts::{Press, dynamic, nothing, with};
use super::screen::Screen;
use super::state::{Late, State};
use crate::platform::{frame, keeper};

/// The ways into the late file (Wegweiser): what only they reach is compiled into it.
pub struct Rest {
    /// The balance above the workbench.
    pub meter: fn() -> AnyView,
    /// The workbench and what stands behind its numbers.
    pub desk: fn() -> AnyView,
    /// A screen of the short path.
    pub short: fn(Screen) -> AnyView,
    /// What stands folded away in "Wie wird gerechnet?".
    pub method: fn(State) -> AnyView,
    /// What stands folded away in assumptions and sources.
    pub assumptions: fn(State) -> AnyView,
    /// All dialogs.
    pub dialogs: fn() -> AnyView,
}

/// A file of the module on its way; none if it does not come.
pub type Coming<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// How the late file is asked for, and what it holds once it is here.
static ASK: OnceLock<fn() -> Coming<&'static Rest>> = OnceLock::new();
static REST: OnceLock<&'static Rest> = OnceLock::new();

thread_local! {
    /// What is to be done once it is here.
    static WANTED: Cell<Option<Box<dyn FnOnce()>>> = const { Cell::new(None) };
}

/// A tab that nobody sees paints no picture; it waits so long for one, milliseconds.
const UNSEEN: i32 = 2000;

/// Asks for the late file once the first picture has been painted.
pub fn begin(state: State, ask: fn() -> Coming<&'static Rest>) {
    let _ = ASK.set(ask);
    let is_asked = Rc::new(Cell::new(false));
    let once = move || {
        if !is_asked.replace(true) {
            bring(state, || {});
        }
    };
    frame::later(UNSEEN, once.clone());
    frame::after_next(frame::new_key(), Rc::new(once));
}

fn bring(state: State, missing: impl FnOnce() + 'static) {
    let Some(ask) = ASK.get() else { return };
    spawn_local(async move {
        if let Some(rest) = ask().await {
            let _ = REST.set(rest);
            state.late.set(Late::Here);
            if let Some(work) = WANTED.take() {
                work();
            }
        } else {
            state.late.set(Late::Missing);
            missing();
        }
    });
}

/// Asks once more. What a newer page has replaced never comes, so that page then takes the place of this one.
fn again(state: State) {
    if state.late.get_untracked() == Late::Missing {
        state.late.set(Late::Again);
        bring(state, keeper::renew);
    }
}

/// A late part in its place, which says until then that it is on its way, or offers to load it again.
///
/// The place has the key of what will stand there, so that ways to it lead somewhere.
pub fn part(state: State, id: &'static str, make: impl Fn(&'static Rest) -> AnyView + Send + 'static) -> AnyView {
    let is_here = memo(move || state.late.get() == Late::Here);
    dynamic(move || match here(is_here) {
        Some(rest) => untrack(|| make(rest)),
        None if id.is_empty() => waiting(state),
        None => with("section", "id", id.to_owned(), vec![waiting(state)]),
    })
}

/// A late part that is nothing until it is there.
pub fn once(state: State, make: impl Fn(&'static Rest) -> AnyView + Send + 'static) -> AnyView {
    let is_here = memo(move || state.late.get() == Late::Here);
    dynamic(move || here(is_here).map_or_else(nothing, |rest| untrack(|| make(rest))))
}

/// What the late file holds, once it is here; tracked before that as well.
fn here(is_here: Derived<bool>) -> Option<&'static Rest> {
    if is_here.get() { REST.get().copied() } else { None }
}

/// What stands in the place of a late part.
fn waiting(state: State) -> AnyView {
    let said = line(move || {
        let texts = state.texts();
        if state.late.get() == Late::Missing { texts.late_missing } else { texts.late_coming }
    });
    // The button stays where it is while it works, and so does the keyboard.
    let is_quiet = flag(move || matches!(state.late.get(), Late::Coming | Late::Here));
    let press = Callback::new(move |()| again(state));
    view! {
        <div class="coming">
            <p role="status">{said}</p>
            <Press label=state.say(|it| it.late_again) hidden=is_quiet on_press=press />
        </div>
    }
    .into_any()
}

/// All dialogs, and one in their place for those who want one before they are there (Dialoge).
#[component]
pub fn Dialogs() -> impl IntoView {
    let state = State::get();
    let is_here = memo(move || state.late.get() == Late::Here);
    let is_asked = flag(move || !is_here.get() && state.wants_dialog());
    view! {
        <Dialog id="h-spaeter" heading=state.say(|it| it.late_title) is_open=is_asked on_close=Callback::new(move |()| {
            // It also closes when the one that was asked for takes its place.
            if !is_here.get_untracked() {
                state.close_dialogs();
            }
        })>
            {dynamic(move || if is_here.get() { nothing() } else { waiting(state) })}
            <p class="end"><Press label=state.say(|it| it.close) on_press=Callback::new(move |()| state.close_dialogs()) /></p>
        </Dialog>
        {dynamic(move || match here(is_here) {
            Some(rest) => untrack(rest.dialogs),
            None => nothing(),
        })}
    }
}

/// Does something once the late parts are there; of several things the one that was asked for last.
pub fn once_here(state: State, work: impl FnOnce() + 'static) {
    if state.late.get_untracked() == Late::Here { work() } else { WANTED.set(Some(Box::new(work))) }
}
