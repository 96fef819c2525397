use leptos::prelude::*;

use super::room;
use crate::platform::{focus, frame};
use crate::text::{self, GroupWords};
use crate::view::held::{flag, line};
use crate::view::parts::{all, dynamic, el, nothing, paragraph};
use crate::view::passage::to;
use crate::view::screen::{Group, Screen};
use crate::view::state::State;

/// A word of the group.
pub fn said(state: State, label: fn(&'static GroupWords) -> &'static str) -> Signal<String> {
    line(move || label(state.lang.get().group()))
}

/// A count with its marks.
pub fn told(state: State, count: usize) -> String {
    text::whole(count as f64, state.lang.get())
}

/// What was pressed is gone with what it did: the keyboard goes on at the heading.
pub fn to_heading() {
    frame::later(0, focus::to_heading);
}

/// What stands where a room is needed and none is open; nothing once one is.
pub fn needs_room(state: State) -> AnyView {
    dynamic(move || {
        if room::is_restoring(state) {
            return paragraph("a", state.lang.get().group().loading);
        }
        if room::is_open(state) {
            return nothing();
        }
        let words = state.lang.get().group();
        let way = view! { <a class="btn main" href=to(state, Screen::Group(Group::Room))>{words.begin_title}</a> };
        all(vec![paragraph("a", words.not_begun), el("p", "", vec![way.into_any()])])
    })
}

/// That something could not be stored.
pub fn not_stored(state: State) -> AnyView {
    let is_hidden = flag(move || !room::is_refused(state));
    view! { <p class="inv" hidden=is_hidden>{said(state, |it| it.stores_not)}</p> }.into_any()
}
