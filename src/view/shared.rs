//! A draft that came in a link: looked at beside one's own, which it never touches (geteilter Entwurf).

use std::sync::Arc;

use leptos::prelude::*;

use super::held::{Derived, flag, line, memo};
use super::leaving::town_link;
use super::outcome;
use super::parts::{Press, all, dynamic, el, nothing, paragraph, rich, text};
use super::passage::to;
use super::run::LiveRun;
use super::screen::Screen;
use super::share::said;
use super::state::State;
use crate::figure::{self, Outcome, Telling, linked_said, misread_said};
use crate::group::split_mark;
use crate::platform::address;
use crate::scenario::{Action, Kept, Linked, Misread, PackRef, read_code};

/// What the link of the address holds.
#[component]
pub fn Shared() -> impl IntoView {
    let state = State::get();
    let read: Derived<Result<Linked, Misread>> = memo(move || {
        // Room and nonce behind it are for whoever gathers drafts.
        read_code(state.town, split_mark(&state.link.get()).0)
    });
    // What cannot be read follows the plan, which costs nothing.
    let scenario = memo(move || {
        read.with(|it| it.as_ref().map(|it| Arc::new(it.opened.fitted.scenario().clone())).unwrap_or_default())
    });
    let run = LiveRun::follow(state.study, scenario);
    let card: Derived<Option<Outcome>> = memo(move || {
        let (projected, ranges) = (run.projected(), run.ranges());
        figure::outcome(Telling {
            town: state.town,
            scenario: &projected.scenario,
            projection: &projected.projection,
            ranges: &ranges,
            lang: state.lang.get(),
        })
    });
    let share = move || state.lang.get().share();
    let heading = move || match (read.with(|it| it.is_err()), card.with(|it| it.as_ref().map(|it| it.headline.clone())))
    {
        (true, _) => share().unread.to_owned(),
        (_, Some(headline)) => headline,
        _ if scenario.with(|it| it.shocks.is_empty()) => share().empty.to_owned(),
        _ => share().only_crises.to_owned(),
    };
    let inner = move || {
        let lang = state.lang.get();
        read.with(|it| match it {
            Err(misread) => unread(state, *misread),
            Ok(linked) => {
                let notes = linked_said(state.town, linked, lang);
                let notes = if notes.is_empty() {
                    nothing()
                } else {
                    el("ul", "told", notes.iter().map(|it| el("li", "", vec![text(it)])).collect())
                };
                all(vec![paragraph("a note", lang.share().shared_note), notes])
            }
        })
    };
    let is_unread = flag(move || read.with(|it| it.is_err()));
    view! {
        <section class="kurz result">
            <article class="card-sheet" class:empty=flag(move || card.with(Option::is_none))>
                <p class="small">{line(move || if is_unread.get() { state.first().shared.to_owned() } else { (share().shared_for)(&state.town.short_name) })}</p>
                <h1 tabindex="-1">{dynamic(move || rich(&heading()))}</h1>
                {dynamic(inner)}
                {dynamic(move || card.with(|it| it.as_ref().map_or_else(nothing, |it| outcome::told(it, state, false))))}
            </article>
            <aside aria-labelledby="h-geteilt">
                <h2 class="q" id="h-geteilt">{state.say(|it| it.doors.what_now)}</h2>
                <Ways read scenario is_unread />
            </aside>
        </section>
    }
}

/// Taking it over, laying it beside one's own, or leaving it.
#[component]
fn Ways(
    read: Derived<Result<Linked, Misread>>,
    scenario: Derived<Arc<crate::model::Scenario>>,
    is_unread: Signal<bool>,
) -> impl IntoView {
    let state = State::get();
    let share = move || state.lang.get().share();
    let take = Callback::new(move |()| {
        let Ok(linked) = read.get_untracked() else { return };
        let had_own = untrack(|| state.is_touched());
        // It is saved nowhere yet, and no saved one stands behind it.
        state.kept.set(Kept::default());
        state.act(Action::Load(linked.opened.fitted));
        state.guest.set(None);
        state.notice.set((state.lang.get_untracked().share().taken)(had_own).to_owned());
        address::go(&Screen::Outcome.fragment(state.town));
    });
    let compare = Callback::new(move |()| {
        state.guest.set(Some(scenario.get_untracked()));
        address::go(&Screen::Compare.fragment(state.town));
    });
    let own = move || if state.is_touched() { Screen::Outcome } else { Screen::Opening };
    view! {
        <Press class="btn main big" label=said(state, |it| it.take) hidden=is_unread on_press=take />
        <p class="small" hidden=is_unread>{line(move || (share().take_note)(state.is_touched()))}</p>
        <Press class="btn big" label=said(state, |it| it.compare) hidden=is_unread on_press=compare />
        {dynamic(move || {
            let label = if state.is_touched() { share().leave } else { share().leave_start };
            view! { <a class="btn big" href=to(state, own())>{label}</a> }.into_any()
        })}
    }
}

/// Why a link was not read; one of another town leads there.
fn unread(state: State, misread: Misread) -> AnyView {
    let lang = state.lang.get();
    let id = match misread {
        Misread::OtherPack(pack) => known(state, pack),
        _ => None,
    };
    let name = id.as_deref().map(|it| state.town_name(it));
    let way = id
        .as_deref()
        .zip(name.as_deref())
        .map_or_else(nothing, |(id, name)| el("p", "", vec![town_link(state, id, (lang.share().go_there)(name))]));
    all(vec![paragraph("note", &misread_said(misread, name.as_deref(), lang)), way])
}

/// The key of the town that a code belongs to, if the page has it.
fn known(state: State, pack: PackRef) -> Option<String> {
    state.towns.with_value(|towns| towns.iter().find(|it| pack.is_of(&it.id)).map(|it| it.id.clone()))
}
