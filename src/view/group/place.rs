use leptos::prelude::*;

use super::common::{said, to_heading, told};
use super::consensus::Consensus;
use super::gather::Gather;
use super::overview::Overview;
use super::responsibility::Responsibility;
use super::start::Start;
use super::{camera, room};
use crate::figure::deed_said;
use crate::group::Deed;
use crate::text::GroupWords;
use crate::view::held::{flag, line, memo};
use crate::view::parts::{Press, all, dynamic, el, text};
use crate::view::passage::to;
use crate::view::screen::{Group, Screen};
use crate::view::state::State;

/// One of the screens of a group, below the ways between them (Ansicht der Gruppe).
pub fn group(place: Group) -> AnyView {
    let state = State::get();
    room::resume(state);
    camera::bring();
    let inner = match place {
        Group::Room => view! { <Start /> }.into_any(),
        Group::Gather => view! { <Gather /> }.into_any(),
        Group::Overview => view! { <Overview /> }.into_any(),
        Group::Consensus => view! { <Consensus /> }.into_any(),
        Group::Responsibility => view! { <Responsibility /> }.into_any(),
    };
    all(vec![ways(state, place), el("section", "group", vec![inner])])
}

/// The ways between the screens of a group, and how many drafts there are.
fn ways(state: State, place: Group) -> AnyView {
    let links = move || {
        let words = state.lang.get().group();
        let link = |(at, name): (Group, &'static str)| {
            let current = (at == place).then_some("page");
            view! { <li><a href=to(state, Screen::Group(at)) aria-current=current>{name}</a></li> }.into_any()
        };
        all(Group::ALL.into_iter().zip(words.places).map(link).collect())
    };
    let count = move || {
        let (count, words) = (room::count(state), state.lang.get().group());
        let [number, noun] = (words.count)(count, &told(state, count));
        el("p", "count", vec![el("b", "", vec![text(&number)]), text(" "), text(&noun)])
    };
    view! {
        <div class="group-ways">
            <nav aria-label=said(state, |it| it.label)><ul>{dynamic(links)}</ul></nav>
            {dynamic(count)}
        </div>
        {back(state)}
    }
    .into_any()
}

/// The way back from what was done last with the group (Zurücknehmen).
fn back(state: State) -> AnyView {
    let steps = memo(move || room::steps(state));
    let told = move |deed: Option<Deed>, label: fn(&'static GroupWords) -> fn(&str) -> String| {
        let lang = state.lang.get();
        deed.map_or_else(String::new, |it| label(lang.group())(&deed_said(it, lang)))
    };
    let last = line(move || told(steps.get().0, |it| it.undo));
    let undone = line(move || told(steps.get().1, |it| it.undone));
    let undo = Callback::new(move |()| {
        room::undo(state);
        to_heading();
    });
    let is_none = flag(move || steps.get().0.is_none());
    view! {
        <p class="group-back">
            <Press label=last hidden=is_none on_press=undo />
            <span role="status" class="small">{undone}</span>
        </p>
    }
    .into_any()
}
