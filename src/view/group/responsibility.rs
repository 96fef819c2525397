use leptos::prelude::*;

use super::common::{needs_room, not_stored, said};
use super::room;
use crate::figure::{ResponsibilityRow, ShareCell, responsibility_figure};
use crate::group::{Deed, STANCES, Stance};
use crate::platform::input;
use crate::text::GroupWords;
use crate::view::held::{flag, heard, line, memo};
use crate::view::parts::{all, dynamic, el, head_cell, nothing, text};
use crate::view::passage::to;
use crate::view::screen::Screen;
use crate::view::state::State;

/// Which department carries which goal (Mitverantwortung).
#[component]
pub fn Responsibility() -> impl IntoView {
    let state = State::get();
    let figure = memo(move || responsibility_figure(state.town, &room::talk(state).stances, state.lang.get()));
    let is_ready = memo(move || room::is_open(state) && !room::is_restoring(state));
    // The table stands as it was made; what is chosen in it changes only its own place.
    let table = move || {
        if !is_ready.get() {
            return nothing();
        }
        let lang = state.lang.get();
        let it = responsibility_figure(state.town, &untrack(|| room::talk(state)).stances, lang);
        if it.rows.is_empty() {
            return nothing();
        }
        let words = lang.group();
        let head = std::iter::once(words.goal).chain(it.departments.iter().map(String::as_str));
        let head = head.map(|it| head_cell("col", vec![text(it)])).collect();
        let rows = it.rows.iter().map(|it| row(it, words, state)).collect();
        let name = words.responsibility;
        let inner = vec![
            el("caption", "vh", vec![text(name)]),
            el("thead", "", vec![el("tr", "", head)]),
            el("tbody", "", rows),
        ];
        let inner = el("table", "values carried", inner);
        view! { <div class="scroll" tabindex="0" role="region" aria-label=name>{inner}</div> }.into_any()
    };
    let is_closed = flag(move || !is_ready.get());
    view! {
        <h1 tabindex="-1">{said(state, |it| it.responsibility)}</h1>
        <p class="intro">{said(state, |it| it.responsibility_note)}</p>
        {not_stored(state)}
        {needs_room(state)}
        <p role="status" hidden=is_closed>{line(move || figure.with(|it| it.said.clone()))}</p>
        {dynamic(table)}
        <p hidden=is_closed><a class="btn" href=to(state, Screen::Paper)>{said(state, |it| it.to_paper)}</a></p>
    }
}

fn row(it: &ResponsibilityRow, words: &'static GroupWords, state: State) -> AnyView {
    let goal = it.goal.clone();
    let cell = move |it: &ShareCell| cell(it, &goal, words, state);
    let cells: Vec<AnyView> = it.cells.iter().map(cell).collect();
    el("tr", "", std::iter::once(head_cell("row", vec![text(&it.name)])).chain(cells).collect())
}

fn cell(it: &ShareCell, goal: &str, words: &'static GroupWords, state: State) -> AnyView {
    let share = el("span", "small", vec![text(&it.share)]);
    if !it.has_share {
        return el("td", "none", vec![share]);
    }
    let (department, goal, now) = (it.department.clone(), goal.to_owned(), it.stance);
    let stances = || std::iter::once(None).chain(STANCES.map(Some));
    let choose = move |event: leptos::ev::Event| {
        let stance = stances().zip(NAMES).find(|it| it.1 == input::chosen(&event)).and_then(|it| it.0);
        room::say(state, Deed::Stance, |it| it.stances.set(&department, &goal, stance));
    };
    let option = |((stance, key), said): ((Option<Stance>, &'static str), &'static str)| {
        view! { <option value=key selected=stance == now>{said}</option> }.into_any()
    };
    let options = all(stances().zip(NAMES).zip(words.stances).map(option).collect());
    let label = it.label.clone();
    let select = view! { <select aria-label=label on:change=heard(choose)>{options}</select> };
    el("td", "", vec![share, select.into_any()])
}

/// Names of the stances in the document.
const NAMES: [&str; 4] = ["open", "carries", "condition", "not"];
