use leptos::prelude::*;

use super::held::{Derived, Held, flag, line, memo};
use super::parts::{Fold, Press, all, dynamic, el, head_cell, paragraph, table, text};
use super::state::State;
use crate::figure::{self, CohortRow};

/// Net benefit by year of birth (Generationen).
#[component]
pub fn Generations(is_near: Held<bool>) -> impl IntoView {
    let state = State::get();
    let figure = memo(move || {
        let rate = state.rate.get();
        state.tell_near(is_near, |it| figure::generations(it, rate))
    });
    let outlook = memo(move || state.tell_rested(figure::outlook_figure));
    // The groups are the town's; no scenario adds one.
    let count = figure.with_untracked(|it| it.rows.len());
    view! {
        <section id="generationen" aria-labelledby="h-generationen">
            <h2 class="q" id="h-generationen">{state.say(|it| it.generations)}</h2>
            <p class="a"><strong>{line(move || figure.with(|it| it.sentence.clone()))}</strong>" "{line(move || figure.with(|it| it.unit.clone()))}</p>
            <Rates />
            <table class="coh">
                <caption class="vh">{state.say(|it| it.generations)}</caption>
                <thead class="vh">{dynamic(move || {
                    el("tr", "", state.texts().generations_head.iter().map(|it| head_cell("col", vec![text(it)])).collect())
                })}</thead>
                <tbody>{all((0..count).map(|at| row(figure, at)).collect())}</tbody>
            </table>
            <p class="small" id="abschlag">{line(move || outlook.with(|it| it.rates.clone()))}</p>
            <Fold class="table" summary=state.say(|it| it.ledger_title) content=Callback::new(move |()| {
                let texts = state.texts();
                let closing = figure.with(|it| it.closing.clone());
                let (alike, parts) = outlook.with(|it| {
                    (it.alike.clone(), table("values parts", texts.ledger_title, &it.head.iter().map(String::as_str).collect::<Vec<_>>(), it.rows.clone()))
                });
                let parts = view! {
                    <div class="scroll" tabindex="0" role="region" aria-label=texts.ledger_title>{parts}</div>
                };
                all(vec![
                    paragraph("small", &closing),
                    parts.into_any(),
                    paragraph("small", &alike),
                    paragraph("small", texts.generations_how),
                ])
            }) />
            <p class="small" id="erbe">{line(move || figure.with(|it| it.inheritance.clone()))}</p>
        </section>
    }
}

/// The switch of the discount: how much less a later year counts.
#[component]
fn Rates() -> impl IntoView {
    let state = State::get();
    let buttons = (0..figure::RATE_COUNT).map(|at| {
        view! {
            <Press
                class="mode"
                label=line(move || figure::rate(at, state.lang.get()))
                pressed=Some(flag(move || state.rate.get() == at))
                on_press=Callback::new(move |()| state.rate.set(at))
            />
        }
    });
    view! {
        <div class="rates">
            <span class="small" id="rate-label">{state.say(|it| it.rate_label)}</span>
            <div class="seg" role="group" aria-labelledby="rate-label">{buttons.collect_view()}</div>
        </div>
    }
}

/// A group of birth years; the row stays, its texts and its bar follow the state.
fn row(figure: Derived<figure::Generations>, at: usize) -> AnyView {
    let read = move |get: fn(&CohortRow) -> String| {
        line(move || figure.with(|it| it.rows.get(at).map(get).unwrap_or_default()))
    };
    let is_moved = flag(move || figure.with(|it| it.rows.get(at).is_some_and(|it| it.is_moved)));
    view! {
        <tr>
            <th scope="row">{read(|it| it.born.clone())}</th>
            <td>
                <svg class="bars" aria-hidden="true">
                    <line class="zero" x1="50%" x2="50%" y1="0" y2="100%" />
                    <rect class="fill" y="50%" height="10" transform="translate(0 -5)"
                        x=read(|it| format!("{:.2}%", it.bar.start)) width=read(|it| format!("{:.2}%", it.bar.length)) />
                    <circle class="bead" class:gone=is_moved cx="50%" cy="50%" r="4.5" />
                </svg>
            </td>
            <td class="v"><b>{read(|it| it.value.clone())}</b>" "{read(|it| it.word.to_owned())}</td>
        </tr>
    }
    .into_any()
}
