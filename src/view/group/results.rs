use leptos::prelude::*;

use super::common::{said, to_heading};
use super::room;
use crate::figure::{ConsensusFigure, RoundFigure, RoundRow, consensus_figure};
use crate::group::{Deed, Proposal, read};
use crate::platform::{address, clock};
use crate::scenario::{Action, Draft, Kept, Portable, Reasons, fit};
use crate::text::GroupWords;
use crate::view::held::{Derived, memo};
use crate::view::parts::{Press, all, dynamic, el, head_cell, nothing, paragraph, text};
use crate::view::passage::to;
use crate::view::screen::Screen;
use crate::view::state::State;

/// What came of asking, and what can follow (Ergebnis).
#[component]
pub fn Results() -> impl IntoView {
    let state = State::get();
    let figure: Derived<Option<ConsensusFigure>> =
        memo(move || room::talk(state).consensus.and_then(|it| consensus_figure(&it, state.lang.get())));
    let again = Callback::new(move |()| {
        room::say(state, Deed::AskedAgain, |it| {
            if let Some(consensus) = &mut it.consensus {
                consensus.ask_again();
            }
        });
        to_heading();
    });
    let anew = Callback::new(move |()| {
        room::say(state, Deed::AskedAnew, |it| it.consensus = None);
        to_heading();
    });
    view! {
        {dynamic(move || figure.with(|it| it.as_ref().map_or_else(nothing, |it| told(it, state.lang.get().group()))))}
        <p class="row">
            {dynamic(move || figure.with(|it| it.as_ref().map_or_else(nothing, |it| ways(it, state))))}
            <Press label=said(state, |it| it.second_round) on_press=again />
            <Press label=said(state, |it| it.new_question) on_press=anew />
            <a class="btn" href=to(state, Screen::Paper)>{said(state, |it| it.to_paper)}</a>
        </p>
    }
}

fn told(it: &ConsensusFigure, words: &'static GroupWords) -> AnyView {
    let mut parts = vec![view! { <h2 class="q least" tabindex="-1">{it.headline.clone()}</h2> }.into_any()];
    if !it.high.is_empty() {
        parts.push(paragraph("", &it.high));
    }
    parts.push(paragraph("", words.closing));
    parts.extend(it.rounds.iter().map(|it| round(it, words)));
    all(parts)
}

fn round(it: &RoundFigure, words: &'static GroupWords) -> AnyView {
    let head = words.result_head.iter().map(|it| head_cell("col", vec![text(it)])).collect();
    let row = |it: &RoundRow| {
        let width = format!("{:.1}%", it.bar);
        let bar = view! {
            <svg class="resist" aria-hidden="true"><rect class="all" width="100%" height="100%" /><rect class="fill" width=width height="100%" /></svg>
        };
        let name = head_cell("row", vec![text(&it.name), bar.into_any()]);
        let cells = it.cells.iter().map(|it| el("td", "", vec![text(it)]));
        el("tr", "", [el("td", "rank", vec![text(&it.rank)]), name].into_iter().chain(cells).collect())
    };
    let inner = vec![
        el("caption", "", vec![text(&it.title)]),
        el("thead", "", vec![el("tr", "", head)]),
        el("tbody", "", it.rows.iter().map(row).collect()),
    ];
    let name = it.title.clone();
    let inner = el("table", "values asked", inner);
    view! { <div class="scroll" tabindex="0" role="region" aria-label=name>{inner}</div> }.into_any()
}

/// A button for each proposal with the least resistance, to go on with it.
fn ways(it: &ConsensusFigure, state: State) -> AnyView {
    let Some(consensus) = room::talk(state).consensus else { return nothing() };
    let way = |at: &usize| {
        let Proposal { name, draft, .. } = consensus.proposals().get(*at)?.clone();
        let label = (state.lang.get().group().open_draft)(&name);
        let open = move |()| open(state, &draft, &name);
        Some(view! { <Press class="btn main" label=label.clone() on_press=Callback::new(open) /> }.into_any())
    };
    all(it.least.iter().filter_map(way).collect())
}

/// Opens a proposal as the draft of this page; the one before comes back by undoing.
fn open(state: State, draft: &str, name: &str) {
    let (town, day) = (state.town, clock::today());
    let Ok(handed) = read(town, &[], draft, &day) else { return };
    let portable = Portable::of(town, &handed.scenario, &Reasons::default());
    let Ok(opened) = fit(town, &Draft::new(town, portable, Vec::new(), name, "", &day)) else { return };
    state.kept.set(Kept::default());
    state.act(Action::Load(opened.fitted));
    state.notice.set((state.lang.get_untracked().group().opened)(name));
    address::go(&Screen::Paper.fragment(town));
}
