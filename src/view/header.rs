use leptos::prelude::*;

use super::held::{flag, line, memo};
use super::icon::Icon;
use super::parts::{Press, dynamic};
use super::speech::speak;
use super::state::State;
use super::way::link;
use crate::scenario::Action;

/// Opens the choice of towns; nothing where there is only one.
pub fn town_button(state: State) -> Option<AnyView> {
    let press = move || {
        let open = Callback::new(move |()| state.choosing.set(true));
        view! { <Press class="tlink" label=state.say(|it| it.towns_change) opens_dialog=true on_press=open /> }
            .into_any()
    };
    (state.towns.with_value(Vec::len) > 1).then(press)
}

/// Name, town, and the tools that are always there (Kopf).
#[component]
pub fn Header() -> impl IntoView {
    let state = State::get();
    let town = state.town;
    let is_touched = memo(move || state.is_touched());
    let other = move || state.lang.get().next();
    let switch = move |()| speak(state, untrack(other));
    view! {
        <header class="top">
            <p class="brand">
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path class="line" d="M9 1.5v21" />
                    <circle class="bead" class:rest=flag(move || !is_touched.get()) cx=line(move || if is_touched.get() { "16.5" } else { "9" }) cy="12" r="5.5" />
                </svg>
                {state.say(|it| it.title)}
            </p>
            <p class="town">
                {line(move || { let lang = state.lang.get(); format!("{} · {} ", lang.of(&town.name), lang.of(&town.plan)) })}
                {town_button(state)}
            </p>
            <div class="tools">
                <span class="wide">{dynamic(move || link(state, None, state.texts().method_title.to_owned()))}</span>
                <span lang=line(move || other().tag())>
                    <Press class="btn lang" label=line(move || other().own_name()) on_press=Callback::new(switch) />
                </span>
                <Press class="btn icon" icon=Some(Icon::Undo) label=state.say(|it| it.undo) on_press=state.on(Action::Undo) disabled=flag(move || !state.history().0) />
                <Press class="btn icon" icon=Some(Icon::Redo) label=state.say(|it| it.redo) on_press=state.on(Action::Redo) disabled=flag(move || !state.history().1) />
                <Press class="btn main" label=state.say(|it| it.save) opens_dialog=true on_press=Callback::new(move |()| state.saves.set(true)) />
            </div>
        </header>
    }
}
