use leptos::prelude::*;

use super::clock::Clock;
use super::common::{not_stored, said, to_heading, told};
use super::{mark, room};
use crate::figure::square;
use crate::platform::{address, input};
use crate::view::dialog::Dialog;
use crate::view::held::{Held, flag, heard, line};
use crate::view::parts::{Press, all, dynamic, el, nothing, paragraph, text};
use crate::view::passage::{name, to};
use crate::view::screen::{Group, Screen};
use crate::view::share::drawn;
use crate::view::state::State;

/// The room: beginning it, its five steps, the way in for others, a clock (Raum).
#[component]
pub fn Start() -> impl IntoView {
    let state = State::get();
    let is_open = flag(move || room::is_open(state));
    let is_closed = flag(move || !is_open.get());
    let began = line(move || (state.lang.get().group().began)(room::talk(state).room()));
    let ended = Held::new(String::new());
    view! {
        <h1 tabindex="-1">{line(move || name(state, Screen::Group(Group::Room)))}</h1>
        <p class="intro">{said(state, |it| it.intro)}</p>
        {not_stored(state)}
        <p role="status">{line(move || ended.get())}</p>
        <div class="opening-room" hidden=is_open><Begin ended /></div>
        <div class="group-duo" hidden=is_closed>
            <div>
                <p><b>{began}</b></p>
                <h2 class="q" id="h-schritte">{said(state, |it| it.steps_title)}</h2>
                {dynamic(move || steps(state))}
                <End ended />
            </div>
            <aside aria-labelledby="h-mitmachen">
                {dynamic(move || join(state))}
                <Clock />
            </aside>
        </div>
    }
}

#[component]
fn Begin(ended: Held<String>) -> impl IntoView {
    let state = State::get();
    let number = Held::new(mark::number().unwrap_or_default());
    let begin = Callback::new(move |()| {
        ended.set(String::new());
        room::begin(state, &number.get_untracked());
        to_heading();
    });
    view! {
        <h2 class="q">{said(state, |it| it.begin_title)}</h2>
        <p class="field">
            <label for="raum-nummer">{said(state, |it| it.number)}</label>
            <input id="raum-nummer" type="text" maxlength="8" autocomplete="off" aria-describedby="raum-hinweis"
                prop:value=line(move || number.get()) on:input=heard(move |event| number.set(input::chosen(&event))) />
        </p>
        <p class="small" id="raum-hinweis">{said(state, |it| it.number_note)}</p>
        <p class="a">{said(state, |it| it.stores)}</p>
        <p><Press class="btn main big" label=said(state, |it| it.begin) on_press=begin /></p>
    }
}

/// The five steps, each with the way to it.
fn steps(state: State) -> AnyView {
    let words = state.lang.get().group();
    let ways = [
        to(state, Screen::Learn),
        to(state, Screen::Goals),
        to(state, Screen::Bench),
        to(state, Screen::Group(Group::Gather)),
        to(state, Screen::Group(Group::Consensus)),
    ];
    let step = |(way, [name, note]): (String, [&'static str; 2])| {
        let link = view! { <a href=way>{name}</a> }.into_any();
        el("li", "", vec![el("b", "", vec![link]), el("span", "small", vec![text(note)])])
    };
    el("ol", "five", ways.into_iter().zip(words.steps).map(step).collect())
}

/// The square with which others come in.
fn join(state: State) -> AnyView {
    let (talk, words) = (room::talk(state), state.lang.get().group());
    let (number, town) = (talk.room(), state.town.id.as_str());
    let first = state.towns.with_value(|towns| towns.first().is_some_and(|it| it.id == town));
    let mut parameters = Vec::new();
    if !first {
        parameters.push(("town", town));
    }
    if !number.is_empty() {
        parameters.push(("room", number));
    }
    let link = address::link(&parameters, &Screen::Opening.fragment(state.town));
    let title = (words.join)(number);
    let heading = view! { <h2 class="q" id="h-mitmachen">{title}</h2> }.into_any();
    let shown = link.clone();
    let square = square(&link, state.lang.get()).map_or_else(nothing, drawn);
    let address = view! { <p class="link"><a href=link>{shown}</a></p> }.into_any();
    all(vec![heading, square, address, paragraph("small", words.join_note)])
}

/// Ending the room, with a question before.
#[component]
fn End(ended: Held<String>) -> impl IntoView {
    let state = State::get();
    let is_asked = Held::new(false);
    let keep = Callback::new(move |()| is_asked.set(false));
    let end = Callback::new(move |()| {
        let (is_gone, words) = (room::end(state), state.lang.get_untracked().group());
        is_asked.set(false);
        ended.set(if is_gone { words.ended } else { words.end_failed }.to_owned());
        to_heading();
    });
    let ask = line(move || {
        let count = room::count(state);
        (state.lang.get().group().end_ask)(count, &told(state, count))
    });
    view! {
        <p><Press label=said(state, |it| it.end) opens_dialog=true on_press=Callback::new(move |()| is_asked.set(true)) /></p>
        <Dialog id="h-raum-beenden" heading=said(state, |it| it.end) is_open=flag(move || is_asked.get()) on_close=keep>
            <p>{ask}</p>
            <p class="end">
                <Press label=said(state, |it| it.end_go) on_press=end />
                <Press class="btn main" label=said(state, |it| it.end_stay) on_press=keep />
            </p>
        </Dialog>
    }
}
