use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::held::{flag, heard, line, memo};
use super::icon::{Icon, symbol};
use super::parts::{Press, dynamic, nothing};
use super::passage::to;
use super::screen::Screen;
use super::speech::speak;
use super::state::State;
use crate::platform::keys;
use crate::scenario::Action;

/// Opens the choice of towns; nothing where there is only one.
pub fn town_button(state: State) -> Option<AnyView> {
    let press = move || {
        let open = Callback::new(move |()| state.choosing.set(true));
        view! { <Press class="tlink" label=state.say_first(|it| it.towns_change) opens_dialog=true on_press=open /> }
            .into_any()
    };
    (state.towns.with_value(Vec::len) > 1).then(press)
}

/// The way to easy German, at the step that stands here; nothing where it stands already.
pub fn easy_link(state: State) -> AnyView {
    dynamic(move || {
        let screen = state.screen.get();
        if screen.is_easy() {
            return nothing();
        }
        let (easy, note) = (state.say_first(|it| it.easy), state.say_first(|it| it.easy_note));
        view! { <a href=to(state, screen.in_easy())><span lang="de">{easy}</span>{note}</a> }.into_any()
    })
}

/// The town, the ways between the screens, and the tools that are always there (Kopf).
#[component]
pub fn Header() -> impl IntoView {
    let state = State::get();
    let town = state.town;
    let is_touched = memo(move || state.is_touched());
    let other = move || state.lang.get().next();
    let switch = move |()| speak(state, untrack(other));
    // The first screen has nothing to take back, and easy German has its own words for that.
    let is_opening = flag(move || state.screen.get() == Screen::Opening || state.screen.get().is_easy());
    let on_key = move |event: KeyboardEvent| {
        if keys::is_escape(&event) {
            state.menu.set(false);
        }
    };
    let way = move |screen: Screen, label: Signal<String>| {
        let current = move || (state.screen.get() == screen).then_some("page");
        view! { <a href=to(state, screen) aria-current=current>{label}</a> }
    };
    view! {
        <header class="top" class:menu-open=flag(move || state.menu.get()) on:keydown=heard(on_key)>
            <a class="id" href=to(state, Screen::Opening)>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path class="line" d="M9 1.5v21" />
                    <circle class="bead" class:rest=flag(move || !is_touched.get()) cx=line(move || if is_touched.get() { "16.5" } else { "9" }) cy="12" r="5.5" />
                </svg>
                <span><b>{line(move || state.lang.get().of(&town.name))}</b>" "<small>{state.say_first(|it| it.title)}<span class="year">{format!(" {}", town.year)}</span></small></span>
            </a>
            <button type="button" class="btn icon menu" aria-expanded=line(move || if state.menu.get() { "true" } else { "false" }) aria-controls="menue" aria-label=state.say_first(|it| it.menu)
                on:click=heard(move |_| state.menu.update(|it| *it = !*it))>{symbol(Icon::Menu)}</button>
            <div class="ways" id="menue">
                <nav class="views" aria-label=state.say_first(|it| it.screens_label) hidden=is_opening>
                    {way(Screen::Bench, state.say_first(|it| it.bench_label))}
                    {way(Screen::Learn, state.say_first(|it| it.learn))}
                    {way(Screen::Compare, state.say_first(|it| it.compare))}
                    {way(Screen::Paper, state.say_first(|it| it.paper))}
                </nav>
                <span class="redo-of" hidden=is_opening>
                    <Press label=state.say_first(|it| it.redo) on_press=state.on(Action::Redo) disabled=flag(move || !state.history().1) />
                </span>
                {easy_link(state)}
                <span class="lang-of" lang=line(move || other().tag())>
                    <Press class="btn lang" label=line(move || other().own_name()) on_press=Callback::new(switch) />
                </span>
            </div>
            <div class="tools">
                <Press class="btn icon" icon=Some(Icon::Undo) label=state.say_first(|it| it.undo) hidden=is_opening on_press=state.on(Action::Undo) disabled=flag(move || !state.history().0) />
                <Press class="btn icon redo" icon=Some(Icon::Redo) label=state.say_first(|it| it.redo) hidden=is_opening on_press=state.on(Action::Redo) disabled=flag(move || !state.history().1) />
                <button type="button" class="btn main save away" hidden=is_opening aria-haspopup="dialog" on:click=heard(move |_| state.saves.set(true))>
                    {symbol(Icon::Save)}<span>{state.say_first(|it| it.save)}</span>
                </button>
            </div>
        </header>
    }
}
