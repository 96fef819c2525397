use leptos::prelude::*;

use super::dialog::Dialog;
use super::held::flag;
use super::leaving::town_link;
use super::parts::{Press, dynamic, el, paragraph, text};
use super::state::State;
use crate::platform::towns::TownChoice;

/// The towns to choose from; changing the town begins anew (Städte).
#[component]
pub fn TownsDialog() -> impl IntoView {
    let state = State::get();
    let list = move || {
        let town = |it: &TownChoice| {
            if it.id == state.town.id {
                let here = format!(" ({})", state.texts().this_town);
                el("li", "", vec![el("b", "", vec![text(&state.town_name(&it.id))]), text(&here)])
            } else {
                el("li", "", vec![town_link(state, &it.id, state.town_name(&it.id))])
            }
        };
        el("ul", "saves", state.towns.with_value(|towns| towns.iter().map(town).collect()))
    };
    let close = Callback::new(move |()| state.choosing.set(false));
    view! {
        <Dialog id="h-staedte" heading=state.say(|it| it.towns) is_open=flag(move || state.choosing.get()) on_close=close>
            {dynamic(move || paragraph("a", state.texts().towns_note))}
            {dynamic(list)}
            <p class="end"><Press label=state.say(|it| it.close) on_press=close /></p>
        </Dialog>
    }
}
