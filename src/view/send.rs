//! The draft goes to the town (Senden): it shows what is sent, asks, and tells what became of it.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::held::{Derived, Held, flag, line, memo};
use super::parts::{Fold, Press, cited, dynamic, el, nothing, paragraph, text};
use super::passage::to;
use super::screen::Screen;
use super::share::said;
use super::state::State;
use crate::figure::{Outgoing, outgoing};
use crate::group::{Nonce, Submission};
use crate::pack::Collector;
use crate::platform::{chance, clock, focus, sending};
use crate::scenario::{Next, Sending, Sent};
use crate::text::Share as Words;

/// Name of what became of it in the document.
const TOLD: &str = "gesendet";

/// How far it is (Stand des Sendens).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// Nobody has pressed anything.
    Asked,
    /// On its way.
    UnderWay,
    /// It is over.
    Over(Sent),
}

thread_local! {
    /// What was shown to be sent, and its numbers: the same draft keeps its own, or it would be there twice.
    static NUMBERS: RefCell<Vec<(String, Nonce)>> = const { RefCell::new(Vec::new()) };
}

/// What is sent of the present draft; none of the plan, or where the browser gives no number.
fn submission(state: State) -> Option<Submission> {
    if !state.is_touched() {
        return None;
    }
    let projected = state.run().projected();
    let bare = Submission::new(state.town, &projected.scenario, Nonce::v4([0; 16]), &clock::today());
    let key = bare.to_json();
    let nonce = NUMBERS.with_borrow_mut(|numbers| {
        if let Some((_, nonce)) = numbers.iter().find(|it| it.0 == key) {
            return Some(nonce.clone());
        }
        let nonce = Nonce::v4(chance::bits()?);
        numbers.push((key, nonce.clone()));
        Some(nonce)
    })?;
    Some(Submission { nonce, ..bare })
}

/// The text that is sent.
fn body(submission: &Submission) -> String {
    format!("{{\"data\":{}}}", submission.to_json())
}

/// Sends it, again where that may help.
async fn send(collector: &Collector, submission: &Submission) -> Sent {
    let (address, method) = if collector.is_post {
        (collector.address.clone(), "POST")
    } else {
        (format!("{}/{}", collector.address, submission.nonce.as_str()), "PUT")
    };
    let (body, mut tries) = (body(submission), Sending::default());
    loop {
        let answer = sending::send(&address, method, !collector.is_post, &body).await;
        match tries.after(answer, sending::chance()) {
            Next::Over(sent) => return sent,
            Next::Again(pause) => sending::pause(pause).await,
        }
    }
}

/// The draft as it would go out, and the question.
#[component]
pub fn Send() -> impl IntoView {
    let state = State::get();
    let Some(collector) = sending::collector().and_then(|it| Collector::published(&it)) else { return nothing() };
    let going: Derived<Option<Submission>> = memo(move || submission(state));
    let share = move || state.lang.get().share();
    let is_nothing = flag(move || going.with(Option::is_none));
    // Of which draft it is told: another one on the same screen has not been sent.
    let pressed: Held<Option<(Nonce, Stand)>> = Held::new(None);
    let stand = memo(move || {
        let of = going.with(|it| it.as_ref().map(|it| it.nonce.clone()));
        pressed.get().filter(|it| Some(&it.0) == of.as_ref()).map_or(Stand::Asked, |it| it.1)
    });
    let is_done = flag(move || {
        is_nothing.get() || matches!(stand.get(), Stand::Over(Sent::Arrived | Sent::There | Sent::Refused(_)))
    });
    let receiver = collector.receiver.clone();
    let title = line(move || if is_nothing.get() { share().sent_nothing } else { state.first().send });
    let note =
        line(
            move || {
                if is_nothing.get() { share().sent_nothing_note.to_owned() } else { (share().sent_note)(&receiver) }
            },
        );
    let shown = collector.clone();
    let inner = move || {
        let words = share();
        going.with(|it| {
            it.as_ref().map_or_else(nothing, |it| {
                let told = state.tell(|telling| outgoing(telling, it));
                preview(state, &shown, &told, &body(it), words)
            })
        })
    };
    view! {
        <section class="kurz result">
            <article class="card-sheet" class:empty=is_nothing>
                <p class="small">{line(move || (state.texts().doors.draft_for)(&state.town.short_name))}</p>
                <h1 tabindex="-1">{title}</h1>
                <p class="note">{note}</p>
                {dynamic(inner)}
            </article>
            <aside aria-labelledby="h-senden">
                <h2 class="q" id="h-senden">{line(move || if is_done.get() { state.texts().doors.what_now } else { share().sent_ask })}</h2>
                <Question collector going pressed stand is_done is_nothing />
            </aside>
        </section>
    }
    .into_any()
}

/// Everything that goes out, in words and letter by letter.
fn preview(state: State, collector: &Collector, told: &Outgoing, body: &str, words: &'static Words) -> AnyView {
    let part = |title: &str, inner: AnyView| {
        el("section", "", vec![el("h2", "", vec![text(title)]), el("div", "", vec![inner])])
    };
    let item = |name: &str, said: AnyView| el("li", "", vec![text(name), text(": "), said]);
    let strong = |said: &str| el("b", "", vec![text(said)]);
    let list = |items: Vec<AnyView>| el("ul", "", items);
    let [receiver, kept, privacy] = words.sent_terms;
    let (de, en) = &collector.retention;
    let terms = vec![
        item(receiver, strong(&collector.receiver)),
        item(kept, text(state.lang.get().one_of(de, en))),
        item(privacy, cited(words.sent_privacy, &collector.privacy)),
    ];
    let facts = told.facts.iter().map(|[name, said]| item(name, text(said))).collect();
    let changes: Vec<AnyView> = told.changes.iter().map(|it| item(&it.what, strong(&it.amount))).collect();
    let crises: Vec<AnyView> = told.crises.iter().map(|it| el("li", "", vec![text(it)])).collect();
    let mut parts = vec![part(words.sent_where, list(terms)), part(words.sent_what, list(facts))];
    for (title, items) in [(words.sent_changes, changes), (words.sent_crises, crises)] {
        if !items.is_empty() {
            parts.push(part(title, list(items)));
        }
    }
    parts.push(part(words.sent_not, paragraph("", words.sent_not_note)));
    let exact = body.to_owned();
    let letters = Callback::new(move |()| el("p", "link", vec![el("code", "", vec![text(&exact)])]));
    parts.push(view! { <Fold class="more" summary=said(state, |it| it.sent_exact) content=letters /> }.into_any());
    el("div", "answers", parts)
}

/// The button, and what became of it.
#[component]
fn Question(
    collector: Collector,
    going: Derived<Option<Submission>>,
    pressed: Held<Option<(Nonce, Stand)>>,
    stand: Derived<Stand>,
    is_done: Signal<bool>,
    is_nothing: Signal<bool>,
) -> impl IntoView {
    let state = State::get();
    let share = move || state.lang.get().share();
    let receiver = collector.receiver.clone();
    let press = Callback::new(move |()| {
        // A second press while the first is on its way asks for nothing.
        let is_on_its_way = pressed.get_untracked().is_some_and(|it| it.1 == Stand::UnderWay);
        let Some(submission) = going.get_untracked().filter(|_| !is_on_its_way) else { return };
        let (collector, nonce) = (collector.clone(), submission.nonce.clone());
        pressed.set(Some((nonce.clone(), Stand::UnderWay)));
        spawn_local(async move {
            let sent = send(&collector, &submission).await;
            pressed.set(Some((nonce, Stand::Over(sent))));
            focus::go_to(TOLD);
        });
    });
    let told = line(move || match stand.get() {
        Stand::Asked => String::new(),
        Stand::UnderWay => share().sent_under_way.to_owned(),
        Stand::Over(Sent::Arrived) => (share().sent_arrived)(&receiver),
        Stand::Over(Sent::There) => (share().sent_there)(&receiver),
        Stand::Over(Sent::Refused(status)) => (share().sent_refused)(&receiver, status),
        Stand::Over(Sent::Unreached) => share().sent_unreached.to_owned(),
    });
    let label = line(move || match stand.get() {
        Stand::Over(Sent::Unreached) => share().sent_again,
        _ => share().sent_now,
    });
    view! {
        <p class="small" hidden=is_nothing>{said(state, |it| it.sent_number)}</p>
        <Press class="btn main big" label hidden=is_done on_press=press />
        <p role="status" tabindex="-1" id=TOLD>{told}</p>
        <p hidden=flag(move || !is_nothing.get())><a class="btn main big" href=to(state, Screen::Goals)>{said(state, |it| it.start)}</a></p>
        <a class="btn big" hidden=is_nothing href=to(state, Screen::Outcome)>{state.say_first(|it| it.outcome)}</a>
    }
}
