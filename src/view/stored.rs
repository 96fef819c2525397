//! What this page has stored in the browser, and how to be rid of it (gespeicherte Daten).

use leptos::html::P;
use leptos::prelude::*;

use super::dialog::Dialog;
use super::held::{Held, effect, flag, line};
use super::parts::{Press, all, dynamic, el, nothing, paragraph, text};
use super::state::State;
use crate::figure::stored_row;
use crate::platform::{file, frame, outside, storage, stored};
use crate::scenario::Stored as Entry;
use crate::text::AsideWords;

/// Milliseconds after which a change stands in the history, a little more than the pause of `src/boot.js`.
const WRITTEN: i32 = 500;

/// All that is stored, as it was read last (Bestand).
#[derive(Clone, Copy)]
struct Stock {
    entries: Held<Vec<Entry>>,
    /// Whether a store refused to answer.
    is_refused: Held<bool>,
}

impl Stock {
    fn new() -> Self {
        let stock = Self { entries: Held::new(Vec::new()), is_refused: Held::new(false) };
        stock.read();
        stock
    }

    fn read(self) {
        let (entries, is_refused) = stored::list();
        self.entries.set(entries);
        self.is_refused.set(is_refused);
    }

    /// What gives something back when it is opened.
    fn files(self) -> Vec<String> {
        self.entries.with(|all| all.iter().filter_map(Entry::file).collect())
    }
}

/// Everything that is stored, and the button that deletes it.
#[component]
pub fn Stored() -> impl IntoView {
    let state = State::get();
    let stock = Stock::new();
    // The dialog of drafts may stand over this screen, and the history is written a moment after the hand rests.
    effect(move || {
        state.saves.track();
        state.kept.track();
        let _ = state.history();
        stock.read();
        frame::later(WRITTEN, move || stock.read());
    });
    let words = move || state.lang.get().aside();
    let say = move |label: fn(&'static AsideWords) -> &'static str| line(move || label(words()));
    let is_asked = Held::new(false);
    let said = Held::new(String::new());
    let told = NodeRef::<P>::new();
    let keeps_files = Held::new(outside::keeps_files());
    let forget_files = move |()| {
        outside::forget_files();
        keeps_files.set(false);
        said.set(state.lang.get_untracked().aside().files_forgotten.to_owned());
    };
    let is_empty = flag(move || stock.entries.with(Vec::is_empty));
    let ask = move |()| {
        stock.read();
        said.set(String::new());
        is_asked.set(true);
    };
    let delete = move |()| {
        let count = stock.entries.get_untracked().len();
        // Nothing is written behind it: the draft of the page goes with the rest.
        storage::alone(move || {
            let is_done = stored::delete();
            state.forget();
            stock.read();
            let (left, words) = (stock.entries.get_untracked().len(), state.lang.get_untracked().aside());
            said.set(if is_done && left == 0 { (words.deleted)(count) } else { (words.not_deleted)(left) });
            is_asked.set(false);
            // The button that was pressed may be gone; what came of it is where the keyboard goes on.
            frame::later(0, move || {
                if let Some(told) = told.get_untracked() {
                    let _ = told.focus();
                }
            });
        });
    };
    let rows = move || {
        let (words, lang) = (words(), state.lang.get());
        if stock.entries.with(Vec::is_empty) {
            return if stock.is_refused.get() { nothing() } else { paragraph("", words.stored_none) };
        }
        let name = |id: &str| state.town_name(id);
        let row = |[what, details]: [String; 2]| {
            el("li", "", vec![el("b", "", vec![text(&what)]), el("span", "small", vec![text(&details)])])
        };
        let rows = stock.entries.with(|all| all.iter().map(|it| row(stored_row(it, &name, lang))).collect());
        el("ul", "stock", rows)
    };
    view! {
        <section class="kurz aside">
            <h1 tabindex="-1">{say(|it| it.stored)}</h1>
            <p>{say(|it| it.stored_note)}</p>
            <p class="inv" hidden=flag(move || !stock.is_refused.get())>{say(|it| it.stored_refused)}</p>
            {dynamic(rows)}
            <p role="status" tabindex="-1" node_ref=told>{line(move || said.get())}</p>
            <p><Press label=say(|it| it.delete_all) opens_dialog=true hidden=is_empty on_press=Callback::new(ask) /></p>
            {dynamic(move || all(words().beside_stored.iter().map(|it| paragraph("small", it)).collect()))}
            <p><Press label=say(|it| it.forget_files) hidden=flag(move || !keeps_files.get()) on_press=Callback::new(forget_files) /></p>
            <Question stock is_asked said on_delete=Callback::new(delete) />
        </section>
    }
}

/// The question before everything is deleted, which offers to save it first.
#[component]
fn Question(
    stock: Stock,
    is_asked: Held<bool>,
    said: Held<String>,
    #[prop(into)] on_delete: Callback<()>,
) -> impl IntoView {
    let state = State::get();
    let words = move || state.lang.get().aside();
    let say = move |label: fn(&'static AsideWords) -> &'static str| line(move || label(words()));
    let keep = Callback::new(move |()| is_asked.set(false));
    let files = move || stock.files().len();
    let save = move |()| {
        let all = untrack(|| stock.files());
        let name = state.file_name("json");
        let stem = name.trim_end_matches(".json").to_owned();
        let is_taken =
            |(at, text): (usize, &String)| file::is_downloaded(&format!("{stem}-{at}.json"), file::JSON, text);
        let taken = (1..).zip(&all).filter(|it| is_taken(*it)).count();
        let words = state.lang.get_untracked().aside();
        said.set(if taken == all.len() { (words.saved_all)(taken) } else { words.not_saved.to_owned() });
    };
    view! {
        <Dialog id="h-alles-loeschen" heading=say(|it| it.delete_ask) is_open=flag(move || is_asked.get()) on_close=keep>
            <p>{line(move || (words().delete_means)(stock.entries.with(Vec::len)))}</p>
            <div class="away" hidden=flag(move || files() == 0)>
                <p>{say(|it| it.delete_first)}</p>
                <p><Press label=line(move || (words().save_all)(files())) on_press=Callback::new(save) /></p>
            </div>
            <p role="status" class="small">{line(move || said.get())}</p>
            <p class="end">
                <Press label=say(|it| it.delete_go) on_press=on_delete />
                <Press class="btn main" label=say(|it| it.delete_stay) on_press=keep />
            </p>
        </Dialog>
    }
}
