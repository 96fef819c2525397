//! The text that puts the page into a website, with what it looks like there (Einbetten).

use leptos::html::Iframe;
use leptos::prelude::*;

use super::held::{Derived, Held, flag, heard, line, memo};
use super::parts::{Press, dynamic, nothing};
use super::share::first_town;
use super::state::State;
use crate::figure::{Appears, Begin, Embedding, accent, begins, snippet};
use crate::platform::{address, input, outside, paper};
use crate::scenario::write_code;
use crate::text::{EASY_PARAMETER, Embed as Words, Lang};

/// Names of the two texts to be copied, in the document.
const CODE: &str = "einbetten-text";
const PRIVACY: &str = "einbetten-datenschutz";

/// A word of embedding.
pub fn said(state: State, label: fn(&'static Words) -> &'static str) -> Signal<String> {
    line(move || label(state.lang.get().embed()))
}

/// Choices, the text that follows from them, and the frame that it makes.
#[component]
pub fn Embed() -> impl IntoView {
    let state = State::get();
    let words = move || state.lang.get().embed();
    let (begin, appears, theme, lang) = (Held::new(0), Held::new(0), Held::new(0), Held::new(0));
    let typed = Held::new(String::new());
    let code = memo(move || {
        let is_touched = state.is_touched();
        is_touched.then(|| write_code(state.town, &state.run().projected().scenario).ok()).flatten()
    });
    let embedding: Derived<Embedding> = memo(move || Embedding {
        begin: match (begin.get(), code.get()) {
            (1, _) => Begin::Short,
            (2, _) => Begin::Bench,
            (3, _) => Begin::Easy,
            (4, Some(code)) => Begin::Draft(code),
            _ => Begin::Opening,
        },
        appears: [Appears::Fitting, Appears::Fixed, Appears::Link].into_iter().nth(appears.get()).unwrap_or_default(),
        theme: [None, Some("light"), Some("dark")].into_iter().nth(theme.get()).flatten(),
        accent: accent(&typed.get()),
        lang: tags().get(lang.get()).copied().filter(|_| lang.get() > 0),
        town: (first_town(state).as_deref() != Some(state.town.id.as_str())).then(|| state.town.id.clone()),
    });
    let text =
        line(move || embedding.with(|it| snippet(it, &address::place(), &state.town.short_name, state.lang.get())));
    let is_wrong = flag(move || !typed.get().trim().is_empty() && accent(&typed.get()).is_none());
    let options = move |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let told = Held::new(String::new());
    let copy = move |id: &'static str| {
        Callback::new(move |()| {
            let words = state.lang.get_untracked().embed();
            told.set(if paper::copy(id) { words.copied } else { words.not_copied }.to_owned());
        })
    };
    view! {
        <section class="kurz result embed">
            <article class="card-sheet">
                <h1 tabindex="-1">{said(state, |it| it.title)}</h1>
                <p class="note">{said(state, |it| it.note)}</p>
                {dynamic(move || {
                    choice("beginn", words().begin, begins(state.lang.get(), code.with(Option::is_some)), begin)
                })}
                {dynamic(move || choice("hoehe", words().way, options(&words().ways), appears))}
                {dynamic(move || choice("farben", words().colours, options(&words().themes), theme))}
                <p class="pick-one">
                    <label for="akzent">{said(state, |it| it.accent)}</label>
                    <input id="akzent" type="text" maxlength="7" size="8" spellcheck="false" autocomplete="off" aria-describedby="akzent-hinweis" aria-invalid=line(move || if is_wrong.get() { "true" } else { "false" })
                        on:input=heard(move |event| typed.set(input::chosen(&event))) />
                </p>
                <p class="small" id="akzent-hinweis" role="status">{line(move || if is_wrong.get() { words().accent_wrong } else { words().accent_note })}</p>
                {dynamic(move || choice("sprache", words().language, languages(state), lang))}
                <h2 class="q">{said(state, |it| it.code)}</h2>
                <pre id=CODE tabindex="0"><code>{text}</code></pre>
                <p class="following"><Press class="btn main" label=said(state, |it| it.copy) on_press=copy(CODE) /></p>
                <p role="status" class="small">{line(move || told.get())}</p>
                <h2 class="q">{said(state, |it| it.rules)}</h2>
                <p>{line(move || (words().rules_note)(&address::origin()))}</p>
                <h2 class="q">{said(state, |it| it.privacy)}</h2>
                <p id=PRIVACY>{line(move || (words().privacy_note)(&address::place()))}</p>
                <p><Press label=said(state, |it| it.copy) on_press=copy(PRIVACY) /></p>
                <p class="small">{said(state, |it| it.more)}</p>
            </article>
            <aside aria-labelledby="h-vorschau">
                <h2 class="q" id="h-vorschau">{said(state, |it| it.preview)}</h2>
                {dynamic(move || shown(state, &embedding.get()))}
            </aside>
        </section>
    }
}

/// The tags of the languages in the order in which they are offered, easy German at last.
fn tags() -> Vec<&'static str> {
    Lang::ALL.iter().map(|it| it.tag()).chain([EASY_PARAMETER]).collect()
}

fn languages(state: State) -> Vec<String> {
    Lang::ALL.iter().map(|it| it.own_name().to_owned()).chain([state.first().easy.to_owned()]).collect()
}

/// A question of which one answer holds.
fn choice(name: &'static str, question: &str, answers: Vec<String>, chosen: Held<usize>) -> AnyView {
    let now = untrack(|| chosen.get());
    let answer = |(at, answer): (usize, String)| {
        view! { <label><input type="radio" name=name checked=at == now on:change=heard(move |_| chosen.set(at)) />{answer}</label> }.into_any()
    };
    let answers: Vec<AnyView> = answers.into_iter().enumerate().map(answer).collect();
    view! { <fieldset class="one-of"><legend>{question.to_owned()}</legend>{answers}</fieldset> }.into_any()
}

/// The frame that the text makes, or why there is none.
fn shown(state: State, embedding: &Embedding) -> AnyView {
    let words = state.lang.get().embed();
    if embedding.appears == Appears::Link {
        return view! { <p class="note">{words.link_only}</p> }.into_any();
    }
    // A page within a page within a page helps nobody.
    if outside::is_framed() {
        return nothing();
    }
    let frame = NodeRef::<Iframe>::new();
    let is_refused = Held::new(false);
    let look = move |_| is_refused.set(frame.get_untracked().is_some_and(|it| !outside::is_shown(&it)));
    let title = (words.frame_title)(&state.town.short_name);
    view! {
        <iframe class="preview" node_ref=frame title=title src=embedding.address(&address::place()) hidden=flag(move || is_refused.get()) on:load=heard(look)></iframe>
        <p class="small" role="status">{line(move || if is_refused.get() { state.lang.get().embed().refused } else { state.lang.get().embed().preview_note })}</p>
    }
    .into_any()
}
