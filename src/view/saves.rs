use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::dialog::Dialog;
use super::held::{Derived, Held, effect, flag, heard, line, memo};
use super::leaving::town_link;
use super::parts::{Press, dynamic};
use super::passage::to;
use super::screen::Screen;
use super::shelf::Shelf;
use super::state::State;
use crate::figure::{opened_said, refused_said, resumed_said};
use crate::platform::file::{self, Unread};
use crate::platform::focus::Place;
use crate::platform::{frame, keeper, storage};
use crate::scenario::{Action, Draft, Kept, Moment, Refused, Saved, open};
use crate::text::Texts;

/// Takes over an opened scenario, or says why not; returns what to tell the person.
fn take(state: State, text: &str, draft: Option<String>) -> String {
    match open(state.town, text) {
        Ok(opened) => {
            let lang = state.lang.get_untracked();
            let mut said = opened_said(state.town, &opened, lang);
            if untrack(|| state.is_unsaved()) {
                said = format!("{said} {}", lang.texts().replaced);
            }
            state.act(Action::Load(opened.fitted));
            state.kept.set(Kept::new(&opened.name, draft, state.moment()));
            state.notice.set(said.clone());
            state.saves.set(false);
            said
        }
        Err(refused) => refusal(state, &refused),
    }
}

/// Goes on with the draft with which the page was left; says only what did not fit, and why if it cannot go on.
pub fn resume(state: State) {
    let Some(text) = keeper::draft() else { return };
    let lang = state.lang.get_untracked();
    let said = match open(state.town, &text) {
        Ok(opened) => {
            let said = resumed_said(state.town, &opened, lang);
            state.resume(&opened.fitted);
            let kept = if keeper::is_unsaved() { Moment::default() } else { state.moment() };
            state.kept.set(Kept::new(&opened.name, None, kept));
            said
        }
        Err(refused) => format!("{} {}", lang.texts().not_resumed, refusal(state, &refused)),
    };
    if !said.is_empty() {
        state.notice.set(said);
    }
}

fn refusal(state: State, refused: &Refused) -> String {
    refused_said(state.town, refused, &|pack| state.town_name(pack), state.lang.get_untracked())
}

/// Saving, loading, naming, copying and deleting scenarios (Szenarien).
#[component]
pub fn SavesDialog() -> impl IntoView {
    let state = State::get();
    let shelf = Shelf::new(state);
    let is_allowed = storage::is_allowed();
    let field = NodeRef::<Input>::new();
    effect(move || {
        if state.saves.get() {
            untrack(|| shelf.open());
        }
    });
    let close = Callback::new(move |()| state.saves.set(false));
    let save_here = move |event: SubmitEvent| {
        event.prevent_default();
        if is_allowed {
            let name = typed(field);
            let saved_name = name.clone();
            shelf.save(name, move || {
                // What is typed meanwhile is the name of the next one.
                if let Some(field) = field.get_untracked().filter(|it| it.value().trim() == saved_name) {
                    field.set_value("");
                }
            });
        }
    };
    let save_file = move |()| {
        let texts = state.texts();
        let kept = state.kept.get_untracked().name;
        // A draft that has a name goes out under it.
        let name = [typed(field), if state.is_touched() { kept } else { String::new() }, shelf.next_name()]
            .into_iter()
            .find(|it| !it.is_empty())
            .unwrap_or_default();
        let text = state.file(&name).to_json();
        shelf.say(if file::is_downloaded(&state.file_name("json"), file::JSON, &text) {
            state.kept.set(Kept::new(&name, None, state.moment()));
            (texts.saved_file)(&name)
        } else {
            texts.file_failed.to_owned()
        });
    };
    let on_file = move |event| {
        file::read_chosen(&event, move |text| {
            let texts = state.lang.get_untracked().texts();
            shelf.say(match text {
                Ok(text) => take(state, &text, None),
                Err(Unread::TooLarge) => texts.too_large.to_owned(),
                Err(Unread::Unreadable) => texts.file_unreadable.to_owned(),
            });
        });
    };
    let undelete =
        line(move || shelf.last_deleted().map(|it| (state.texts().undelete_spoken)(&it)).unwrap_or_default());
    let rows =
        move || shelf.saved.with(|all| all.iter().map(|it| (it.id.clone(), it.draft.is_some())).collect::<Vec<_>>());
    view! {
        <Dialog id="h-szenarien" heading=state.say(|it| it.saves) is_open=flag(move || state.saves.get()) on_close=close>
            <p class="a">{line(move || if is_allowed { state.texts().saves_note } else { state.texts().saves_denied })}</p>
            <form class="savebar" on:submit=heard(save_here)>
                <label>
                    <span>{state.say(|it| it.name)}</span>
                    <input type="text" maxlength="80" node_ref=field placeholder=line(move || shelf.next_name()) />
                </label>
                {is_allowed.then(|| view! { <button type="submit" class="btn main">{state.say(|it| it.save_here)}</button> })}
                <Press label=state.say(|it| it.save_file) on_press=Callback::new(move |()| untrack(|| save_file(()))) />
                <label class="btn filebtn">
                    {state.say(|it| it.open_file)}
                    <input type="file" accept="application/json,.json" class="vh" on:change=heard(on_file) />
                </label>
            </form>
            <div class="sayline">
                <p role="status" class="saysaved" tabindex="-1" node_ref=shelf.line>{line(move || shelf.said.get())}</p>
                <Press label=state.say(|it| it.undelete) spoken=Some(undelete)
                    hidden=flag(move || shelf.last_deleted().is_none()) on_press=Callback::new(move |()| shelf.restore()) />
            </div>
            {is_allowed.then(|| view! {
                <p hidden=flag(move || !shelf.is_read.get() || !shelf.saved.with(Vec::is_empty))>{state.say(|it| it.saves_empty)}</p>
                <ul class="saves">
                    <For each=rows key=Clone::clone let((id, is_readable))>
                        {if is_readable { row(shelf, id) } else { unreadable(shelf, id) }}
                    </For>
                </ul>
            })}
            <p class="end">
                <a class="tlink" href=to(state, Screen::Stored) on:click=heard(move |_| state.saves.set(false))>{state.say_first(|it| it.stored)}</a>
                <Press label=state.say(|it| it.close) on_press=close />
            </p>
        </Dialog>
    }
}

/// What stands in a field, without blanks around it.
fn typed(field: NodeRef<Input>) -> String {
    field.get_untracked().map(|it| it.value().trim().to_owned()).unwrap_or_default()
}

/// The entry of a row as it is shown; none once it is gone.
fn entry(shelf: Shelf, id: String) -> (Derived<Option<Saved>>, Derived<String>) {
    let entry = memo(move || shelf.find(&id));
    (entry, memo(move || entry.with(|it| it.as_ref().map(|it| shelf.name(it)).unwrap_or_default())))
}

/// Takes an entry away; that can be taken back.
fn delete(shelf: Shelf, entry: Derived<Option<Saved>>, name: Derived<String>) -> AnyView {
    let state = State::get();
    let press = move |()| {
        if let Some(entry) = entry.get_untracked() {
            shelf.delete(entry);
        }
    };
    let spoken = line(move || (state.texts().delete)(&name.get()));
    view! { <Press label=state.say(|it| it.delete_short) spoken=Some(spoken) on_press=Callback::new(press) /> }
        .into_any()
}

/// An entry that cannot be read.
fn unreadable(shelf: Shelf, id: String) -> AnyView {
    let state = State::get();
    let (entry, name) = entry(shelf, id);
    view! {
        <li>
            <p class="inv">{line(move || (state.texts().unreadable)(&name.get()))}</p>
            <p class="acts">{delete(shelf, entry, name)}</p>
        </li>
    }
    .into_any()
}

/// A saved scenario with what can be done to it.
fn row(shelf: Shelf, id: String) -> AnyView {
    let state = State::get();
    let (entry, name) = entry(shelf, id);
    let field = NodeRef::<Input>::new();
    let is_renaming = Held::new(false);
    let opener = StoredValue::new_local(None::<Place>);
    let rename = move |()| {
        is_renaming.update(|it| *it = !*it);
        if let Some(field) = field.get_untracked().filter(|_| is_renaming.get_untracked()) {
            opener.set_value(Place::now());
            field.set_value(&name.get_untracked());
            // The field is shown after this turn.
            frame::later(0, move || {
                let _ = field.focus();
                field.select();
            });
        }
    };
    let renamed = move |event: SubmitEvent| {
        event.prevent_default();
        let new = typed(field);
        let Some(entry) = entry.get_untracked().filter(|_| !new.is_empty()) else {
            return shelf.say(state.lang.get_untracked().texts().name_needed.to_owned());
        };
        let opener = opener.with_value(Clone::clone);
        let done = move || {
            is_renaming.set(false);
            if let Some(opener) = opener {
                opener.go_back();
            }
        };
        if entry.is_called(&new) { done() } else { shelf.rename(entry, new, done) }
    };
    let copy = move |()| {
        if let Some(draft) = entry.get_untracked().and_then(|it| it.draft) {
            shelf.copy(draft);
        }
    };
    let said = move |part: fn(&Draft) -> &str| {
        entry.with(|it| it.as_ref().and_then(|it| it.draft.as_ref()).map(|it| part(it).to_owned()).unwrap_or_default())
    };
    let spoken =
        move |say: fn(&'static Texts) -> fn(&str) -> String| Some(line(move || say(state.texts())(&name.get())));
    // What belongs to another town cannot be opened here, but leads there.
    let load = move || {
        let pack = said(|it| &it.pack);
        if pack != state.town.id {
            return town_link(state, &pack, (state.texts().towns_go)(&state.town_name(&pack)));
        }
        let load = move |()| {
            if let Some(Saved { id, draft: Some(draft), .. }) = entry.get_untracked() {
                // An entry that another tab has deleted meanwhile keeps nothing any more.
                let said = take(state, &draft.to_json(), storage::has(&id).then_some(id.clone()));
                if !storage::has(&id) {
                    state.kept.update(Kept::forget);
                }
                shelf.say(said);
            }
        };
        view! { <Press label=state.say(|it| it.load_short) spoken=spoken(|it| it.load) on_press=Callback::new(load) /> }
            .into_any()
    };
    view! {
        <li>
            <p class="savename">
                <b>{line(move || name.get())}</b>
                <span class="small">{line(move || state.town_name(&said(|it| &it.pack)))}</span>
                <span class="small">{line(move || (state.texts().saved_on)(&state.lang.get().date(&said(|it| &it.saved))))}</span>
            </p>
            <form hidden=flag(move || !is_renaming.get()) on:submit=heard(renamed)>
                <label><span>{state.say(|it| it.new_name)}</span><input type="text" maxlength="80" node_ref=field /></label>
                <button type="submit" class="btn">{state.say(|it| it.ok)}</button>
            </form>
            <p class="acts">
                {dynamic(load)}
                <Press label=state.say(|it| it.rename_short) spoken=spoken(|it| it.rename) on_press=Callback::new(rename) />
                <Press label=state.say(|it| it.duplicate_short) spoken=spoken(|it| it.duplicate) on_press=Callback::new(copy) />
                {delete(shelf, entry, name)}
            </p>
        </li>
    }
    .into_any()
}
