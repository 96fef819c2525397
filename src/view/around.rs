//! What stands at the end of every page and depends on where it is: the way to embedding it, the way out of a frame, and
//! what the body wants to be linked that publishes it.

use leptos::prelude::*;

use super::held::{heard, line};
use super::late::{PAPER, once_here};
use super::parts::{all, nothing};
use super::passage::to;
use super::screen::Screen;
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
        outside::told(name).map_or_else(nothing, |address| {
            view! { <a href=address target="_blank" rel="noopener noreferrer">{label}</a> }.into_any()
        })
    };
    let way = if outside::is_framed() {
        out(state)
    } else {
        view! { <a class="away" href=to(state, Screen::Embed)>{state.say_first(|it| it.embed)}</a> }.into_any()
    };
    all(vec![
        way,
        linked("imprint", said(state, |it| it.imprint)),
        linked("privacy", said(state, |it| it.data_protection)),
    ])
}

/// Out of the frame into a window of its own, with the draft.
fn out(state: State) -> AnyView {
    let here = line(move || address::link(&[], &state.screen.get().fragment(state.town)));
    let open = move |event: leptos::ev::MouseEvent| {
        if !untrack(|| state.is_touched()) {
            return;
        }
        let Some(tab) = outside::Tab::open() else { return };
        event.prevent_default();
        state.going_out.set(true);
        once_here(state, &PAPER, move || match PAPER.here_now().map(|it| (it.link)(state)) {
            Some(link) => tab.go(&link),
            None => tab.close(),
        });
    };
    view! { <a href=here target="_blank" rel="noopener" on:click=heard(open)>{said(state, |it| it.own_window)}</a> }
        .into_any()
}
