use leptos::prelude::*;

use super::held::{line, memo};
use super::parts::{Fold, all, dynamic, el, head_cell, nothing, paragraph, text};
use super::state::State;
use crate::figure::{self, CohortRow};

/// Net benefit by year of birth (Generationen).
#[component]
pub fn Generations() -> impl IntoView {
    let state = State::get();
    let figure = memo(move || state.tell(figure::generations));
    view! {
        <section id="generationen" aria-labelledby="h-generationen">
            <h2 class="q" id="h-generationen">{state.say(|it| it.generations)}</h2>
            <p class="a"><strong>{line(move || figure.with(|it| it.sentence.clone()))}</strong>" "{line(move || (state.texts().generations_unit)(state.town.horizon.0))}</p>
            <table class="coh">
                <caption class="vh">{state.say(|it| it.generations)}</caption>
                <thead class="vh">{dynamic(move || {
                    el("tr", "", state.texts().generations_head.iter().map(|it| head_cell("col", vec![text(it)])).collect())
                })}</thead>
                <tbody>{dynamic(move || figure.with(|it| all(it.rows.iter().map(row).collect())))}</tbody>
            </table>
            <Fold class="table" summary=state.say(|it| it.ledger_title) content=Callback::new(move |()| {
                let texts = state.texts();
                let closing = figure.with(|it| it.closing.clone());
                all(vec![paragraph("small", &closing), paragraph("small", texts.generations_how)])
            }) />
            <p class="small" id="erbe">{line(move || figure.with(|it| it.inheritance.clone()))}</p>
        </section>
    }
}

fn row(row: &CohortRow) -> AnyView {
    let percent = |value: f64| format!("{value:.2}%");
    let bead =
        if row.is_moved { nothing() } else { view! { <circle class="bead" cx="50%" cy="50%" r="4.5" /> }.into_any() };
    let bar = view! {
        <svg class="bars" aria-hidden="true">
            <line class="zero" x1="50%" x2="50%" y1="0" y2="100%" />
            <rect class="fill" y="50%" height="10" transform="translate(0 -5)" x=percent(row.bar.start) width=percent(row.bar.length) />
            {bead}
        </svg>
    };
    let value = if row.is_moved { row.value.as_str() } else { "" };
    let words = vec![el("b", "", vec![text(value)]), text(" "), text(row.word)];
    el(
        "tr",
        "",
        vec![head_cell("row", vec![text(&row.born)]), el("td", "", vec![bar.into_any()]), el("td", "v", words)],
    )
}
