//! A draft goes out as a link and a square (Teilen).

use leptos::prelude::*;

use super::group::mark;
use super::held::{Derived, Held, flag, line, memo};
use super::parts::{Press, all, dynamic, nothing, paragraph};
use super::passage::to;
use super::screen::{Group, OF_CODE, Screen};
use super::state::State;
use crate::figure::{Square, draft_message, square};
use crate::platform::{address, file, outside, paper, sending, share};
use crate::scenario::write_code;
use crate::text::Share as Words;

/// Name of the link in the document.
const LINK: &str = "teilen-link";

/// What there is to pass on (Stand des Entwurfs).
#[derive(Clone, PartialEq)]
enum Going {
    /// Nothing is changed.
    Nothing,
    /// Too much is changed for a link.
    TooLong,
    /// A link.
    Link(String),
}

/// A word of sharing.
pub fn said(state: State, label: fn(&'static Words) -> &'static str) -> Signal<String> {
    line(move || label(state.lang.get().share()))
}

/// The link to the draft on the page, and what can be done with it.
#[component]
pub fn Share() -> impl IntoView {
    let state = State::get();
    let going: Derived<Going> = memo(move || {
        if !state.is_touched() {
            return Going::Nothing;
        }
        let code = write_code(state.town, &state.run().projected().scenario);
        code.map_or(Going::TooLong, |code| Going::Link(link(state, &mark::shown(&code))))
    });
    let share = move || state.lang.get().share();
    let has_link = flag(move || going.with(|it| matches!(it, Going::Link(_))));
    let is_nothing = flag(move || going.with(|it| *it == Going::Nothing));
    let title = line(move || match going.get() {
        Going::Nothing => share().nothing,
        Going::TooLong => share().too_long,
        Going::Link(_) => share().title,
    });
    let note = line(move || match going.get() {
        Going::Nothing => share().nothing_note,
        Going::TooLong => share().too_long_note,
        Going::Link(_) => share().note,
    });
    let inner = move || match going.get() {
        Going::Link(link) => linked(state, &link, share()),
        _ => nothing(),
    };
    view! {
        <section class="kurz result">
            <article class="card-sheet" class:empty=is_nothing>
                <p class="small">{line(move || (state.texts().doors.draft_for)(&state.town.short_name))}</p>
                <h1 tabindex="-1">{title}</h1>
                <p class="note">{note}</p>
                {dynamic(inner)}
            </article>
            <aside aria-labelledby="h-teilen">
                <h2 class="q" id="h-teilen">{said(state, |it| it.ways)}</h2>
                <Ways going has_link is_nothing />
            </aside>
        </section>
    }
}

/// The address of the page with the draft in it, wherever it is opened; without it where it fits into none.
pub fn link_of(state: State) -> String {
    let code = write_code(state.town, &untrack(|| state.run().projected()).scenario);
    code.map_or_else(|_| address::place(), |code| link(state, &mark::shown(&code)))
}

/// The address that opens the draft, for a sheet that goes from hand to hand: without the mark of a room. None where nothing is
/// changed, or too much for a link.
pub fn plain_link(state: State) -> Option<String> {
    let is_touched = state.is_touched();
    write_code(state.town, &state.run().projected().scenario).ok().filter(|_| is_touched).map(|code| link(state, &code))
}

/// The key of the town that opens by itself.
pub fn first_town(state: State) -> Option<String> {
    state.towns.with_value(|towns| towns.first().map(|it| it.id.clone()))
}

/// The address that opens a code; the town that opens by itself need not be named.
fn link(state: State, code: &str) -> String {
    let first = first_town(state);
    let town = Some(state.town.id.as_str()).filter(|id| first.as_deref() != Some(*id));
    let parameters: Vec<(&str, &str)> = town.map(|id| ("town", id)).into_iter().collect();
    address::link(&parameters, &format!("{OF_CODE}{code}"))
}

fn linked(state: State, link: &str, words: &'static Words) -> AnyView {
    let square = square(link, state.lang.get());
    let reach = square.as_ref().map_or_else(nothing, |it| paragraph("small", &it.reach));
    let (address, said) = (link.to_owned(), link.to_owned());
    all(vec![
        paragraph("small", words.link),
        view! { <p class="link" id=LINK><a href=address>{said}</a></p> }.into_any(),
        square.map_or_else(nothing, drawn),
        reach,
        paragraph("small", words.left_out),
        mark::number().map_or_else(nothing, |room| paragraph("small", &(state.lang.get().group().room_link)(&room))),
    ])
}

/// Black on white in every theme, or no camera reads it.
pub fn drawn(it: Square) -> AnyView {
    let (size, width, seen) = (it.size.to_string(), it.width.to_string(), format!("0 0 {0} {0}", it.size));
    view! {
        <svg class="qr" role="img" aria-label=it.said viewBox=seen width=width.clone() height=width>
            <rect width=size.clone() height=size fill="#ffffff" />
            <path d=it.path fill="#000000" />
        </svg>
    }
    .into_any()
}

/// Copying, handing on, printing; and the file, which holds any draft.
#[component]
fn Ways(going: Derived<Going>, has_link: Signal<bool>, is_nothing: Signal<bool>) -> impl IntoView {
    let state = State::get();
    let told = Held::new(String::new());
    let copy = Callback::new(move |()| {
        let words = state.lang.get_untracked().share();
        told.set(if paper::copy(LINK) { words.copied } else { words.not_copied }.to_owned());
    });
    let hand_on = Callback::new(move |()| {
        if let Going::Link(link) = going.get_untracked() {
            share::hand_on(state.lang.get_untracked().first().shared, &link);
        }
    });
    let save = Callback::new(move |()| {
        let (name, texts) = (state.kept.get_untracked().name, state.lang.get_untracked().texts());
        let (file_name, text) = (state.file_name("json"), state.file(&name).to_json());
        let is_there = file::is_downloaded(&file_name, file::JSON, &text);
        told.set(if is_there { file_name } else { texts.file_failed.to_owned() });
    });
    let has_none = flag(move || !has_link.get());
    view! {
        <Press class="btn main big" label=said(state, |it| it.copy) hidden=has_none on_press=copy />
        {handing(state, going, told)}
        <Press class="btn big away" label=said(state, |it| it.send) hidden=flag(move || has_none.get() || !share::is_offered()) on_press=hand_on />
        <Press class="btn big away print" label=said(state, |it| it.print) hidden=has_none on_press=Callback::new(move |()| paper::print()) />
        <Press class="btn big away" label=state.say_first(|it| it.save_file) hidden=is_nothing on_press=save />
        {sending::is_offered().then(|| view! { <a class="btn big" hidden=is_nothing href=to(state, Screen::Send)>{state.say_first(|it| it.send)}</a> })}
        <p role="status" class="small">{line(move || told.get())}</p>
        <p class="small"><a href=to(state, Screen::Group(Group::Room))>{line(move || state.lang.get().group().to_group)}</a></p>
        <p hidden=flag(move || !is_nothing.get())><a class="btn main big" href=to(state, Screen::Goals)>{said(state, |it| it.start)}</a></p>
    }
}

/// Handing the draft over to the page that shows this one, if that has spoken: only what is in the link, at a press.
fn handing(state: State, going: Derived<Going>, told: Held<String>) -> AnyView {
    let Some(host) = outside::host() else { return nothing() };
    let (named, noted, said) = (host.clone(), host.clone(), host);
    let give = Callback::new(move |()| {
        if let Going::Link(link) = going.get_untracked() {
            outside::hand_over(&draft_message(state.town, &link));
            told.set((state.lang.get_untracked().embed().handed_over)(&said));
        }
    });
    let has_none = flag(move || !going.with(|it| matches!(it, Going::Link(_))));
    view! {
        <Press class="btn big" label=line(move || (state.lang.get().embed().hand_over)(&named)) hidden=has_none on_press=give />
        <p class="small" hidden=has_none>{line(move || (state.lang.get().embed().hand_over_note)(&noted))}</p>
    }
    .into_any()
}
