use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::camera::{Scanner, texts};
use super::common::{needs_room, not_stored, said, to_heading, told};
use super::room;
use crate::figure::gather_report;
use crate::group::{Chunk, csv, pb, together};
use crate::platform::{camera, clock, file, input, outside};
use crate::view::held::{Held, flag, heard, line, memo};
use crate::view::parts::{Press, dynamic, el, nothing, paragraph, text};
use crate::view::state::State;

/// Gathering: camera, photos, files, texts; and what became of them (Sammeln).
#[component]
pub fn Gather() -> impl IntoView {
    let state = State::get();
    let is_ready = memo(move || room::is_open(state) && !room::is_restoring(state));
    view! {
        <h1 tabindex="-1">{said(state, |it| it.gather)}</h1>
        <p class="intro">{said(state, |it| it.gather_note)}</p>
        {not_stored(state)}
        {needs_room(state)}
        {dynamic(move || if is_ready.get() { view! { <Ways /> }.into_any() } else { nothing() })}
    }
}

/// What could not be read of files and photos.
#[derive(Clone, Copy, PartialEq, Default)]
struct Missed {
    files: usize,
    photos: usize,
}

#[component]
fn Ways() -> impl IntoView {
    let state = State::get();
    let missed = Held::new(Missed::default());
    let dropped = Held::new(None::<usize>);
    let bring = move |files: Vec<_>| {
        missed.set(Missed::default());
        dropped.set(None);
        spawn_local(async move {
            for one in files {
                match file::brought(one).await {
                    Ok(file::Brought::Text(text)) => room::take(state, &text),
                    Ok(file::Brought::Picture(picture)) => {
                        let found = match camera::photo(&picture).await {
                            Some(look) => texts(look).await.unwrap_or_default(),
                            None => Vec::new(),
                        };
                        if found.is_empty() {
                            missed.update(|it| it.photos = it.photos.saturating_add(1));
                        }
                        found.iter().for_each(|text| room::take(state, text));
                    }
                    Err(_) => missed.update(|it| it.files = it.files.saturating_add(1)),
                }
            }
        });
    };
    let written = Held::new(String::new());
    let take = Callback::new(move |()| {
        dropped.set(None);
        missed.set(Missed::default());
        room::take(state, &written.get_untracked());
        written.set(String::new());
    });
    outside::on_gather(move |text| room::take(state, &text));
    let drop_here = move |event: DragEvent| bring(file::dropped(&event));
    let cancel = Callback::new(move |()| {
        dropped.set(Some(room::cancel(state)));
        to_heading();
    });
    view! {
        <Progress missed dropped on_cancel=cancel />
        <div class="group-ways-in" on:dragover=heard(|event: DragEvent| file::may_drop(&event)) on:drop=heard(drop_here)>
            <section><Scanner /></section>
            <section>
                <h2 class="q">{said(state, |it| it.files)}</h2>
                <p class="small" id="dateien-hinweis">{said(state, |it| it.files_note)}</p>
                <p class="field">
                    <label for="dateien">{said(state, |it| it.files)}</label>
                    <input id="dateien" type="file" multiple accept=".json,.txt,.csv,application/json,text/plain" aria-describedby="dateien-hinweis"
                        on:change=heard(move |event| bring(file::chosen(&event))) />
                </p>
                <p class="field">
                    <label for="foto">{said(state, |it| it.photo)}</label>
                    <input id="foto" type="file" multiple accept="image/*" on:change=heard(move |event| bring(file::chosen(&event))) />
                </p>
            </section>
            <section>
                <h2 class="q"><label for="texte">{said(state, |it| it.paste)}</label></h2>
                <p class="small" id="texte-hinweis">{said(state, |it| it.paste_note)}</p>
                <textarea id="texte" rows="4" spellcheck="false" autocomplete="off" aria-describedby="texte-hinweis"
                    prop:value=line(move || written.get()) on:input=heard(move |event| written.set(input::written(&event)))></textarea>
                <p><Press label=said(state, |it| it.paste_go) on_press=take /></p>
            </section>
        </div>
        {dynamic(move || report(state))}
        <TakeAway />
    }
}

/// How far it is, and what came of the last texts.
#[component]
fn Progress(
    missed: Held<Missed>,
    dropped: Held<Option<usize>>,
    #[prop(into)] on_cancel: Callback<()>,
) -> impl IntoView {
    let state = State::get();
    let progress = memo(move || room::progress(state));
    let is_idle = flag(move || progress.get().is_none());
    let far = line(move || {
        let words = state.lang.get().group();
        progress.get().map_or_else(String::new, |(done, all)| (words.progress)(&told(state, done), &told(state, all)))
    });
    let part = move |of: fn((usize, usize)) -> usize| line(move || progress.get().map_or(0, of).to_string());
    let said_of_files = line(move || {
        let (words, it) = (state.lang.get().group(), missed.get());
        let files = if it.files == 0 { String::new() } else { (words.files_unread)(it.files) };
        if it.photos == 0 { files } else { [files.as_str(), words.photo_none].join(" ") }
    });
    let outcome = line(move || {
        let words = state.lang.get().group();
        if let Some(left) = dropped.get().filter(|it| *it > 0) {
            return (words.cancelled)(&told(state, left));
        }
        let ((done, before), count) = (room::done(state), room::count(state));
        if done == 0 || progress.get().is_some() {
            return String::new();
        }
        match count.saturating_sub(before) {
            0 if count == 0 => words.no_draft.to_owned(),
            0 => words.nothing_new.to_owned(),
            new => (words.taken)(new, &told(state, count)),
        }
    });
    view! {
        <div class="taking">
            <div hidden=is_idle>
                <p>{far}</p>
                <p class="row">
                    <progress aria-label=said(state, |it| it.gather) max=part(|it| it.1) value=part(|it| it.0)></progress>
                    <Press label=said(state, |it| it.cancel) on_press=on_cancel />
                </p>
            </div>
            <p role="status">{outcome}</p>
            <p role="status">{said_of_files}</p>
        </div>
    }
}

/// What was not simply counted.
fn report(state: State) -> AnyView {
    if room::progress(state).is_some() {
        return nothing();
    }
    let lang = state.lang.get();
    let rows = room::gathered(state, |it| gather_report(state.town, it, &|id| state.town_name(id), lang));
    if rows.is_empty() {
        return nothing();
    }
    let list = el("ul", "uncounted", rows.iter().map(|it| el("li", "", vec![text(it)])).collect());
    el("section", "", vec![el("h2", "q", vec![text(lang.group().report)]), list])
}

/// The drafts as files, for those who count for themselves.
#[component]
fn TakeAway() -> impl IntoView {
    let state = State::get();
    let told = Held::new(String::new());
    let hand_out = move |ending: &'static str, kind: &'static str, made: String| {
        let name = state.file_name(ending);
        let is_there = file::is_downloaded(&name, kind, &made);
        told.set(if is_there { name } else { state.lang.get_untracked().texts().file_failed.to_owned() });
    };
    let as_csv = move |()| {
        let made = untrack(|| room::gathered(state, |it| csv(state.town, it.drafts())));
        hand_out("csv", "text/csv;charset=utf-8", made);
    };
    let as_pb = move |()| {
        let made =
            untrack(|| room::gathered(state, |it| pb(state.town, it.drafts(), &together(state.town, &it.accounts()))));
        hand_out("pb", "text/plain;charset=utf-8", made);
    };
    let as_file = move |()| {
        let day = clock::today();
        let made =
            untrack(|| room::gathered(state, |it| Chunk::new(&state.town.id, &day, it.drafts().iter()).to_json()));
        hand_out("json", file::JSON, made);
    };
    let is_none = flag(move || room::count(state) == 0);
    view! {
        <section hidden=is_none>
            <h2 class="q">{said(state, |it| it.take_away)}</h2>
            {dynamic(move || paragraph("small", state.lang.get().group().take_away_note))}
            <p class="row">
                <Press label=said(state, |it| it.as_csv) on_press=Callback::new(as_csv) />
                <Press label=said(state, |it| it.as_pb) on_press=Callback::new(as_pb) />
                <Press label=said(state, |it| it.as_file) on_press=Callback::new(as_file) />
            </p>
            <p role="status" class="small">{line(move || told.get())}</p>
        </section>
    }
}
