use leptos::prelude::*;

use super::dialog::Dialog;
use super::held::{flag, line};
use super::parts::{Press, dynamic, el, paragraph, text};
use super::state::State;
use crate::platform::address;
use crate::platform::towns::TownChoice;

/// The town with this key under its name, if the page has it (Name einer Stadt).
pub fn town_name(state: State, id: &str) -> String {
    let found = state.towns.with_value(|towns| towns.iter().find(|it| it.id == id).map(|it| said(state, it)));
    found.unwrap_or_else(|| id.to_owned())
}

fn said(state: State, it: &TownChoice) -> String {
    it.name(state.lang.get().tag()).to_owned()
}

/// A link that opens another town in place of this one.
pub fn town_link(state: State, id: &str, words: String) -> AnyView {
    let is_known = state.towns.with_value(|towns| towns.iter().any(|it| it.id == id));
    match address::with_parameter("town", id).filter(|_| is_known) {
        Some(address) => view! { <a href=address>{words}</a> }.into_any(),
        None => text(&words),
    }
}

/// The towns to choose from; changing the town begins anew (Städte).
#[component]
pub fn TownsDialog() -> impl IntoView {
    let state = State::get();
    let list = move || {
        let town = |it: &TownChoice| {
            if it.id == state.town.id {
                let here = format!(" ({})", state.texts().this_town);
                el("li", "", vec![el("b", "", vec![text(&said(state, it))]), text(&here)])
            } else {
                el("li", "", vec![town_link(state, &it.id, said(state, it))])
            }
        };
        el("ul", "saves", state.towns.with_value(|towns| towns.iter().map(town).collect()))
    };
    let unsaved = move || (state.texts().towns_unsaved)(state.lang.get().of(&state.town.name));
    let close = Callback::new(move |()| state.choosing.set(false));
    let save = move |()| {
        state.choosing.set(false);
        state.saves.set(true);
    };
    view! {
        <Dialog id="h-staedte" heading=state.say(|it| it.towns) is_open=flag(move || state.choosing.get()) on_close=close>
            {dynamic(move || paragraph("a", state.texts().towns_note))}
            {dynamic(list)}
            <p hidden=flag(move || !state.is_unsaved())>{line(unsaved)}</p>
            <p class="end">
                <Press label=state.say(|it| it.save) hidden=flag(move || !state.is_unsaved()) on_press=Callback::new(save) />
                <Press label=state.say(|it| it.close) on_press=close />
            </p>
        </Dialog>
    }
}
