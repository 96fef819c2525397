use leptos::prelude::*;

use super::held::{Derived, line, memo};
use super::parts::{Fold, all, cited, dynamic, el, head_cell, paragraph, text};
use super::state::State;
use crate::figure::{self, Pair, ResilienceFigure, ResilienceRow, ShockFigure};
use crate::scenario::Action;

/// How plan and scenario stand shocks, and the switches that turn them on (Krisentest).
#[component]
pub fn Resilience() -> impl IntoView {
    let state = State::get();
    // Told anew when the hand rests: a slider has something better to do in its sixtieth of a second.
    let figure = memo(move || state.tell_rested(figure::resilience_figure));
    let rows = (0..=state.town.shocks.len()).map(|at| row(state, figure, at)).collect();
    view! {
        <section class="krisen" id="krisentest" aria-labelledby="h-krisentest">
            <h2 class="q" id="h-krisentest">{state.say(|it| it.resilience)}</h2>
            <p class="a"><strong>{line(move || figure.with(|it| it.sentence.clone()))}</strong>" "{state.say(|it| it.resilience_note)}</p>
            <div class="scroll" tabindex="0" role="region"
                aria-label=line(move || format!("{}, {}", state.texts().resilience, state.texts().values))>
                <table class="values">
                    <caption class="vh">{state.say(|it| it.resilience)}</caption>
                    <thead>{dynamic(move || {
                        let heads = figure.with(|it| it.head.clone());
                        el("tr", "", heads.iter().map(|it| head_cell("col", vec![text(it)])).collect())
                    })}</thead>
                    <tbody>{all(rows)}</tbody>
                </table>
            </div>
            <p class="small">{state.say(|it| it.resilience_recovered)}</p>
            <Fold class="table" summary=state.say(|it| it.resilience_assumed) content=Callback::new(move |()| {
                all(state.tell(figure::shock_figures).iter().map(|it| assumed(it, state)).collect())
            }) />
        </section>
    }
}

/// A row; it stays, so that the switch keeps the focus, and its texts follow the state.
fn row(state: State, figure: Derived<ResilienceFigure>, at: usize) -> AnyView {
    let name = line(move || read(figure, at, |row| row.name.clone()));
    let cells = (0..4).map(|column| {
        let pair = move |get: fn(&Pair) -> &String| {
            line(move || read(figure, at, |row| row.cells.get(column).map(get).cloned().unwrap_or_default()))
        };
        view! { <td>{pair(|it| &it.plan)}<b class="new">{pair(|it| &it.new)}</b></td> }.into_any()
    });
    let head = match at.checked_sub(1) {
        None => view! { <span>{name}</span> }.into_any(),
        Some(shock) => view! {
            <label>
                <input type="checkbox" prop:checked=move || state.is_shock_on(shock)
                    on:change=move |_| state.act(Action::ToggleShock(shock)) />
                <span>{name}</span>
            </label>
        }
        .into_any(),
    };
    let cells: Vec<AnyView> = std::iter::once(head_cell("row", vec![head])).chain(cells).collect();
    el("tr", "", cells)
}

fn read(figure: Derived<ResilienceFigure>, at: usize, get: impl FnOnce(&ResilienceRow) -> String) -> String {
    figure.with(|it| it.rows.get(at).map(get).unwrap_or_default())
}

fn assumed(it: &ShockFigure, state: State) -> AnyView {
    let (source, url) = &it.source;
    let mut parts = vec![el("h3", "", vec![text(&it.name)])];
    parts.extend(it.lines.iter().map(|line| paragraph("small", line)));
    let basis = text(&format!("{}. {}: ", it.basis, state.texts().source));
    parts.push(el("p", "small", vec![basis, cited(source, url)]));
    all(parts)
}
