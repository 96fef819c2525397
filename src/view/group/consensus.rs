use leptos::prelude::*;

use super::common::{needs_room, not_stored, said, to_heading, told};
use super::results::Results;
use super::room;
use super::voting::Voting;
use crate::figure::candidates;
use crate::group::{self, Deed, PROPOSALS, Proposal};
use crate::platform::{clock, input, storage};
use crate::scenario::{Drafted, drafted};
use crate::view::held::{Derived, Held, flag, heard, line, memo};
use crate::view::parts::{Press, all as parts, dynamic, el, nothing, paragraph, text};
use crate::view::passage::to;
use crate::view::screen::{Group, Screen};
use crate::view::state::State;

/// Choosing proposals, asking, and what came of it (Konsensieren).
#[component]
pub fn Consensus() -> impl IntoView {
    let state = State::get();
    #[derive(Clone, Copy, PartialEq)]
    enum Stage {
        None,
        Choosing,
        Asking,
        Done,
    }
    let stage = memo(move || {
        let talk = room::talk(state);
        match (room::is_open(state) && !room::is_restoring(state), talk.consensus) {
            (false, _) => Stage::None,
            (_, None) => Stage::Choosing,
            (_, Some(it)) if it.is_open() => Stage::Asking,
            _ => Stage::Done,
        }
    });
    view! {
        <h1 tabindex="-1">{said(state, |it| it.consensus)}</h1>
        <p class="intro">{said(state, |it| it.consensus_note)}</p>
        {not_stored(state)}
        {needs_room(state)}
        {dynamic(move || match stage.get() {
            Stage::None => nothing(),
            Stage::Choosing => view! { <Choosing /> }.into_any(),
            Stage::Asking => view! { <Voting /> }.into_any(),
            Stage::Done => view! { <Results /> }.into_any(),
        })}
    }
}

/// That the drafts of the room are still covered, and where they are revealed.
fn covered(state: State) -> AnyView {
    let (words, count) = (state.lang.get().group(), room::count(state));
    let said = (words.covered)(count, &told(state, count));
    let way = view! { <a href=to(state, Screen::Group(Group::Overview))>{words.places[2]}</a> }.into_any();
    el("p", "a", vec![text(&said), text(". "), way])
}

/// Which drafts are weighed, and by how many people.
#[component]
fn Choosing() -> impl IntoView {
    let state = State::get();
    let offered: Derived<Vec<Proposal>> = memo(move || {
        state.saves.track();
        let (words, scenario) = (state.lang.get().group(), state.run().projected().scenario.clone());
        let own = Drafted { id: None, name: words.own_draft.to_owned(), scenario };
        let here = drafted(state.town, own, &storage::list().unwrap_or_default());
        let (day, lang) = (clock::today(), state.lang.get());
        let is_shown = room::talk(state).shows(room::count(state));
        // What is covered is not to be read here either.
        room::gathered(state, |it| candidates(state.town, &here, if is_shown { it.drafts() } else { &[] }, &day, lang))
    });
    let picked = Held::new(Vec::<String>::new());
    let people = Held::new(room::count(state).max(1).to_string());
    let is_missing = Held::new(false);
    let begin = Callback::new(move |()| {
        let is_picked = |it: &Proposal| picked.with(|all| all.contains(&it.draft));
        let proposals = untrack(|| offered.with(|all| all.iter().filter(|it| is_picked(it)).cloned().collect()));
        let people = people.get_untracked().trim().parse().unwrap_or(0);
        let begun = group::Consensus::new(proposals, people);
        is_missing.set(begun.is_none());
        if begun.is_some() {
            room::say(state, Deed::AskingBegun, |it| it.consensus = begun);
            to_heading();
        }
    });
    let is_covered = move || room::count(state) > 0 && !room::talk(state).shows(room::count(state));
    let rows = move || {
        let row = |it: &Proposal| {
            let (draft, name) = (it.draft.clone(), it.name.clone());
            let is_in = picked.with(|all| all.contains(&it.draft));
            let pick = move |_: leptos::ev::Event| {
                picked.update(|all| match all.iter().position(|it| *it == draft) {
                    Some(at) => drop(all.remove(at)),
                    None => all.push(draft.clone()),
                });
            };
            view! { <label><input type="checkbox" prop:checked=is_in on:change=heard(pick) />" "{name}</label> }
                .into_any()
        };
        offered.with(|all| parts(all.iter().map(row).collect()))
    };
    let more = line(move || {
        let (all, words) = (room::count(state), state.lang.get().group());
        let gathered = room::gathered(state, |it| it.drafts().len().min(group::OFFERED));
        if all > gathered && room::talk(state).shows(all) {
            (words.choose_more)(&told(state, gathered), &told(state, all))
        } else {
            String::new()
        }
    });
    let (least, most) = (*PROPOSALS.start(), *PROPOSALS.end());
    view! {
        <fieldset class="picks list" hidden=flag(move || offered.with(Vec::is_empty))>
            <legend><span class="q">{said(state, |it| it.choose)}</span></legend>
            <p class="small">{line(move || (state.lang.get().group().choose_note)(least, most))}</p>
            {dynamic(rows)}
            <p class="small">{more}</p>
        </fieldset>
        {dynamic(move || if is_covered() { covered(state) } else { nothing() })}
        {dynamic(move || if offered.with(Vec::is_empty) { paragraph("a", state.lang.get().group().none_yet) } else { nothing() })}
        <p class="field">
            <label for="personen">{said(state, |it| it.people)}</label>
            <input id="personen" type="text" inputmode="numeric" maxlength="4" autocomplete="off"
                prop:value=line(move || people.get()) on:input=heard(move |event| people.set(input::chosen(&event))) />
        </p>
        <p role="status">{line(move || if is_missing.get() { (state.lang.get().group().not_enough)(least, most) } else { String::new() })}</p>
        <p><Press class="btn main big" label=said(state, |it| it.begin_asking) on_press=begin /></p>
    }
}
