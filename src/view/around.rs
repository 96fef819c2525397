//! What stands at the end of every page and depends on where it is: the way to embedding it, the way out of a frame, and
//! what the body wants to be linked that publishes it.

use leptos::prelude::*;

use super::held::line;
use super::late::{PAPER, once_here};
use super::parts::{Press, all, nothing, with};
use super::speech::speak;
use super::state::State;
use crate::platform::{address, outside};
use crate::text::{Around, Lang};

fn said(state: State, label: fn(&'static Around) -> &'static str) -> Signal<String> {
    line(move || label(state.lang.get().around()))
}

/// The links at the end of the page.
pub fn around() -> AnyView {
    let state = State::get();
    outside::on_language(move |tag| {
        if let Some(lang) = Lang::from_tag(&tag) {
            speak(state, lang);
        }
    });
    let linked = |name: &str, label: Signal<String>| {
        outside::told(name).map_or_else(nothing, |address| with("a", "href", address, vec![label.into_any()]))
    };
    let way = if outside::is_framed() {
        let out = Callback::new(move |()| out(state));
        view! { <Press class="tlink" label=said(state, |it| it.own_window) on_press=out /> }.into_any()
    } else {
        nothing()
    };
    all(vec![
        way,
        linked("imprint", said(state, |it| it.imprint)),
        linked("privacy", said(state, |it| it.data_protection)),
    ])
}

/// Out of the frame into a window of its own, with the draft.
fn out(state: State) {
    let Some(tab) = outside::Tab::open() else { return };
    if !untrack(|| state.is_touched()) {
        return tab.go(&address::link(&[], &state.screen.get_untracked().fragment(state.town)));
    }
    state.going_out.set(true);
    once_here(state, &PAPER, move || match PAPER.here_now().map(|it| (it.link)(state)) {
        Some(link) => tab.go(&link),
        None => tab.close(),
    });
}
