use leptos::prelude::*;

use super::held::{flag, line, memo};
use super::parts::{Fold, cited, dynamic, el, paragraph, rich, text};
use super::state::State;
use crate::figure::{self, Bought, BoughtSentence};
use crate::text::{Texts, about};

/// Rows shown before the rest is folded away.
const FIRST: usize = 4;

/// What the moved money buys, before any indicator (Leistungen).
#[component]
pub fn Outputs() -> impl IntoView {
    let state = State::get();
    let bought = memo(move || state.tell(figure::bought));
    let rows = move |from: usize, to: usize| -> AnyView {
        let texts = state.texts();
        el("ul", "bought", bought.with(|it| it.iter().skip(from).take(to - from).map(|it| row(it, texts)).collect()))
    };
    let count = memo(move || bought.with(Vec::len));
    view! {
        <section class="outputs" aria-labelledby="h-leistung" hidden=flag(move || count.get() == 0)>
            <h2 class="q" id="h-leistung">{state.say(|it| it.outputs)}</h2>
            <p class="a">{state.say(|it| it.outputs_note)}" "{line(move || silence(state))}</p>
            {dynamic(move || rows(0, FIRST))}
            <div hidden=flag(move || count.get() <= FIRST)>
                <Fold
                    class="more"
                    summary=line(move || (state.texts().further)(count.get().saturating_sub(FIRST)))
                    content=Callback::new(move |()| dynamic(move || rows(FIRST, usize::MAX)))
                />
            </div>
        </section>
    }
}

/// How much of the moved money has no measured effect.
fn silence(state: State) -> String {
    state.tell(|it| {
        let (moved, texts) = (it.projection.moved, it.texts());
        let amount = |money| about(money, it.lang);
        if moved.unmeasured.is_zero() {
            return texts.all_measured.to_owned();
        }
        let part = (texts.unmeasured)(&amount(moved.unmeasured), &amount(moved.total));
        format!("{part} {}", texts.not_measured_is_not_zero)
    })
}

fn row(row: &Bought, texts: &'static Texts) -> AnyView {
    let sentence = |it: &BoughtSentence| {
        let summary =
            vec![el("span", "what", vec![rich(&it.text)]), text(" "), el("span", "mark assume", vec![text(it.basis)])];
        let cost = format!("{}. {}. {}: ", row.goal, it.cost, texts.source);
        let ground = el("p", "small", vec![text(&cost), cited(&it.source, &it.url)]);
        el("details", "", vec![el("summary", "", summary), ground])
    };
    let head = vec![el("b", "", vec![text(&row.lever)]), text(" "), el("span", "delta n", vec![text(&row.amount)])];
    let mut parts = vec![el("p", "", head)];
    parts.extend(row.sentences.iter().map(sentence));
    if row.sentences.is_empty() {
        parts.push(paragraph("small", texts.no_output));
    }
    if !row.is_measured {
        parts.push(paragraph("mark unmeasured", texts.not_measured));
    }
    el("li", "", parts)
}
