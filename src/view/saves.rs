use leptos::html::{Input, P};
use leptos::prelude::*;

use super::dialog::Dialog;
use super::held::{Held, effect, flag, line};
use super::leaving::town_link;
use super::parts::{Press, dynamic};
use super::state::State;
use crate::figure::{opened_said, refused_said, resumed_said};
use crate::model::Scenario;
use crate::platform::storage::{self, Saved};
use crate::platform::{file, keeper};
use crate::scenario::{Action, Kept, Refused, open};
use crate::text::Texts;

/// Takes over an opened scenario, or says why not; returns what to tell the person.
fn take(state: State, text: &str, draft: Option<String>) -> String {
    match open(state.town, text) {
        Ok(opened) => {
            let said = opened_said(state.town, &opened, state.lang.get_untracked());
            state.act(Action::Load(opened.fitted));
            state.kept.set(Kept::new(&opened.name, draft, state.scenario()));
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
            let kept = if keeper::is_unsaved() { Scenario::default() } else { state.scenario() };
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
    let saved = Held::new(Vec::<Saved>::new());
    let said = Held::new(String::new());
    let is_allowed = storage::is_allowed();
    let name = NodeRef::<Input>::new();
    let status = NodeRef::<P>::new();
    let refresh = move || saved.set(storage::list());
    effect(move || {
        if state.saves.get() {
            refresh();
            said.set(String::new());
        }
    });
    let close = Callback::new(move |()| state.saves.set(false));
    let default_name = move || (state.texts().name_default)(saved.with(Vec::len) + 1);
    let chosen_name = move || {
        let typed = name.get_untracked().map(|input| input.value().trim().to_owned()).unwrap_or_default();
        if typed.is_empty() { untrack(default_name) } else { typed.chars().take(80).collect() }
    };
    let save_here = move |_| {
        let name_now = chosen_name();
        let texts = state.lang.get_untracked().texts();
        said.set(match storage::save(None, &state.file(&name_now)) {
            Ok(id) => {
                state.kept.set(Kept::new(&name_now, Some(id.to_string()), state.scenario()));
                (texts.saved)(&name_now)
            }
            Err(storage::Failed) => texts.save_failed.to_owned(),
        });
        if let Some(input) = name.get_untracked() {
            input.set_value("");
        }
        refresh();
    };
    let save_file = move |()| {
        let name = chosen_name();
        file::download(&state.file_name("json"), file::JSON, &state.file(&name).to_json());
        state.kept.set(Kept::new(&name, None, state.scenario()));
    };
    let on_file = move |event| {
        file::read_chosen(&event, move |text| said.set(take(state, &text, None)));
    };
    view! {
        <Dialog id="h-szenarien" heading=state.say(|it| it.saves) is_open=flag(move || state.saves.get()) on_close=close>
            <p class="a">{line(move || if is_allowed { state.texts().saves_note } else { state.texts().saves_denied })}</p>
            <form class="savebar" on:submit=|event| event.prevent_default()>
                <label>
                    <span>{state.say(|it| it.name)}</span>
                    <input type="text" maxlength="80" node_ref=name placeholder=default_name />
                </label>
                {is_allowed.then(|| view! { <button type="submit" class="btn main" on:click=save_here>{state.say(|it| it.save_here)}</button> })}
                <Press label=state.say(|it| it.save_file) on_press=Callback::new(save_file) />
                <label class="btn filebtn">
                    {state.say(|it| it.open_file)}
                    <input type="file" accept="application/json,.json" class="vh" on:change=on_file />
                </label>
            </form>
            <p role="status" class="saysaved" tabindex="-1" node_ref=status>{line(move || said.get())}</p>
            {is_allowed.then(|| view! {
                <p hidden=flag(move || !saved.with(Vec::is_empty))>{state.say(|it| it.saves_empty)}</p>
                <ul class="saves">
                    <For each=move || saved.get() key=|it| (it.id, it.file.as_ref().map(|file| file.name().to_owned())) let:it>
                        <SavedRow it said refresh status />
                    </For>
                </ul>
            })}
            <p class="end"><Press label=state.say(|it| it.close) on_press=close /></p>
        </Dialog>
    }
}

/// A saved scenario with what can be done to it.
#[component]
fn SavedRow(
    it: Saved,
    said: Held<String>,
    refresh: impl Fn() + Copy + Send + Sync + 'static,
    status: NodeRef<P>,
) -> impl IntoView {
    let state = State::get();
    let id = it.id;
    let delete = move |name: String| {
        storage::delete(id);
        said.set((state.texts().deleted)(&name));
        // The button is gone with its row; the message keeps the focus in the dialog.
        if let Some(status) = status.get_untracked() {
            let _ = status.focus();
        }
        refresh();
    };
    let Some(file) = it.file else {
        let name = format!("Nr. {id}");
        let (said_name, spoken_name, gone) = (name.clone(), name.clone(), name);
        return view! {
            <li>
                <p class="inv">{line(move || (state.texts().unreadable)(&said_name))}</p>
                <p class="acts">
                    <Press label=state.say(|it| it.delete_short) spoken=Some(line(move || (state.texts().delete)(&spoken_name)))
                        on_press=Callback::new(move |()| delete(gone.clone())) />
                </p>
            </li>
        }
        .into_any();
    };
    let name = StoredValue::new(file.name().to_owned());
    let file = StoredValue::new(file);
    let input = NodeRef::<Input>::new();
    let is_renaming = Held::new(false);
    let store = move |id: Option<u32>, new_name: String, say: fn(&str) -> String| {
        let changed = file.get_value().renamed(&new_name);
        said.set(match storage::save(id, &changed) {
            Ok(_) => say(&new_name),
            Err(storage::Failed) => state.texts().save_failed.to_owned(),
        });
        refresh();
    };
    let rename = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value().trim().to_owned()).unwrap_or_default();
        if !typed.is_empty() {
            store(Some(id), typed, state.texts().saved);
        }
        is_renaming.set(false);
    };
    let spoken =
        move |say: fn(&'static Texts) -> fn(&str) -> String| Some(line(move || say(state.texts())(&name.get_value())));
    // What belongs to another town cannot be opened here, but leads there.
    let load = move || {
        let pack = file.with_value(|it| it.pack.clone());
        if pack == state.town.id {
            let load = Callback::new(move |()| {
                said.set(take(state, &file.with_value(|it| it.to_json()), Some(id.to_string())))
            });
            return view! { <Press label=state.say(|it| it.load_short) spoken=spoken(|it| it.load) on_press=load /> }
                .into_any();
        }
        town_link(state, &pack, (state.texts().towns_go)(&state.town_name(&pack)))
    };
    view! {
        <li>
            <p class="savename">
                <b>{name.get_value()}</b>
                <span class="small">{line(move || state.town_name(&file.with_value(|it| it.pack.clone())))}</span>
                <span class="small">{line(move || (state.texts().saved_on)(&state.lang.get().date(&file.with_value(|it| it.saved.clone()))))}</span>
            </p>
            <form hidden=flag(move || !is_renaming.get()) on:submit=rename>
                <label><span>{state.say(|it| it.new_name)}</span><input type="text" maxlength="80" node_ref=input prop:value=name.get_value() /></label>
                <button type="submit" class="btn">{state.say(|it| it.ok)}</button>
            </form>
            <p class="acts">
                {dynamic(load)}
                <Press label=state.say(|it| it.rename_short) spoken=spoken(|it| it.rename)
                    on_press=Callback::new(move |()| is_renaming.update(|it| *it = !*it)) />
                <Press label=state.say(|it| it.duplicate_short) spoken=spoken(|it| it.duplicate)
                    on_press=Callback::new(move |()| store(None, (state.texts().copy_of)(&name.get_value()), state.texts().saved)) />
                <Press label=state.say(|it| it.delete_short) spoken=spoken(|it| it.delete) on_press=Callback::new(move |()| delete(name.get_value())) />
            </p>
        </li>
    }
    .into_any()
}
