use leptos::prelude::*;

use super::held::{flag, line, memo};
use super::parts::{Fold, all, cited, dynamic, el, nothing, paragraph, rich, text};
use super::state::State;
use crate::figure::{self, Bought, Example};
use crate::model::Purchase;

/// Rows shown before the rest is folded away.
const FIRST: usize = 3;

/// Examples of what a million buys while nothing is moved.
const EXAMPLES: usize = 6;

/// What the moved money buys, before any indicator (Leistungen).
#[component]
pub fn Outputs() -> impl IntoView {
    let state = State::get();
    let order = memo(move || state.tell(figure::bought_order));
    let rows = move |from: usize, count: usize| -> AnyView {
        let part = order.get().into_iter().skip(from).take(count);
        el("ul", "bought own", part.map(|purchase| row(state, purchase)).collect())
    };
    let count = memo(move || order.with(Vec::len));
    view! {
        <section class="outputs" aria-labelledby="h-leistung">
            <h2 class="q" id="h-leistung">{state.say(|it| it.outputs)}</h2>
            <p class="a" hidden=flag(move || count.get() == 0)>{state.say(|it| it.outputs_note)}" "{line(move || state.tell(figure::silence))}</p>
            {dynamic(move || rows(0, FIRST))}
            {dynamic(move || if count.get() == 0 { examples(state) } else { nothing() })}
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

/// What a million buys: an untouched page has no other answer to the question above.
fn examples(state: State) -> AnyView {
    let row = |it: &Example| {
        let told = |class, said: &str| el("span", class, vec![rich(said)]);
        el("li", "", vec![el("b", "num", vec![text(&it.number)]), text(" "), told("noun", &it.noun)])
    };
    let rows = figure::million_buys(state.town, EXAMPLES, state.lang.get()).iter().map(row).collect();
    all(vec![paragraph("a", state.texts().doors.million_buys), el("ul", "bought", rows)])
}

/// What moved money buys: the row stays while it is moved, its amount and its counts follow.
fn row(state: State, purchase: Purchase) -> AnyView {
    let bought = memo(move || state.tell(|it| figure::bought_of(it, purchase)));
    let Some(first) = bought.get_untracked() else { return nothing() };
    let texts = state.texts();
    let said =
        move |said: fn(&Bought) -> String| line(move || bought.with(|it| it.as_ref().map(said).unwrap_or_default()));
    let told = move |part: fn(&Bought) -> String| {
        dynamic(move || rich(&bought.with(|it| it.as_ref().map(part).unwrap_or_default())))
    };
    let number = el("b", "num delta n", vec![said(|it| it.number.clone()).into_any()]);
    let noun = el("span", "noun", vec![told(|it| it.noun.clone())]);
    let mut parts = vec![number, text(" "), noun];
    let beside = |parts: Vec<AnyView>| el("span", "beside", parts);
    match &first.units {
        Some(first) => {
            let basis = el("span", "mark assume", vec![text(first.basis)]);
            let amount = said(|it| it.amount.clone()).into_any();
            parts.extend([text(" "), beside(vec![amount, text(". "), told(|it| it.beside.clone()), text(" "), basis])]);
            let head = el(
                "p",
                "",
                vec![
                    el("b", "", vec![said(|it| it.name.clone()).into_any()]),
                    text(" "),
                    said(|it| it.amount.clone()).into_any(),
                ],
            );
            let units = |it: &Bought| it.units.as_ref().map(|it| it.text.clone()).unwrap_or_default();
            let goals = el("p", "small", vec![said(|it| it.goals.clone()).into_any()]);
            let cost = text(&format!("{}. {}: ", first.cost, texts.source));
            let ground = el("p", "small", vec![cost, cited(&first.source, &first.url)]);
            let units = el("p", "small", vec![told(units)]);
            parts = vec![el("details", "", vec![el("summary", "", parts), head, units, goals, ground])];
        }
        None => parts.extend([text(" "), beside(vec![text(texts.no_output)])]),
    }
    if !first.is_measured {
        parts.push(paragraph("mark unmeasured", texts.not_measured));
    }
    el("li", "", parts)
}
