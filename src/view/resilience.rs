use leptos::prelude::*;

use super::held::{Derived, heard, line, memo};
use super::parts::{Fold, all, cited, dynamic, el, paragraph, text, with};
use super::state::State;
use crate::figure::{self, Pair, ResilienceFigure, ResilienceRow, ShockFigure};
use crate::model::ShockAt;
use crate::scenario::Action;

/// How plan and scenario stand shocks, and the switches that turn them on (Krisentest).
#[component]
pub fn Resilience() -> impl IntoView {
    let state = State::get();
    // Told anew when the hand rests: a slider has something better to do in its sixtieth of a second.
    let figure = memo(move || state.tell_rested(figure::resilience_figure));
    // Without reserves there is nothing that a crisis could strike; the sentence says so.
    let is_unknown = state.town.reserves.is_empty();
    let rows = (0..=state.town.shocks.len()).map(|at| row(state, figure, at)).collect();
    view! {
        <section class="krisen" id="krisentest" aria-labelledby="h-krisentest">
            <h2 class="q" id="h-krisentest">{state.say(|it| it.resilience)}</h2>
            <p class="a"><strong>{line(move || figure.with(|it| it.sentence.clone()))}</strong>" "{line(move || if is_unknown { "" } else { state.texts().resilience_note })}</p>
            <div class="scroll table" tabindex="0" role="region" hidden=is_unknown
                aria-label=line(move || format!("{}, {}", state.texts().resilience, state.texts().values))>
                {table(figure, all(rows))}
            </div>
            <p class="small" hidden=is_unknown>{state.say(|it| it.resilience_recovered)}</p>
            <Fold class="table" summary=state.say(|it| it.resilience_assumed) content=Callback::new(move |()| {
                all(state.tell(figure::shock_figures).iter().map(|it| assumed(it, state)).collect())
            }) />
        </section>
    }
}

/// The table with its roles told: a phone shows its rows as blocks, and some browsers then forget what they are.
fn table(figure: Derived<ResilienceFigure>, rows: AnyView) -> AnyView {
    let state = State::get();
    let head = dynamic(move || {
        let heads = figure.with(|it| it.head.clone());
        role("tr", "row", heads.iter().map(|it| role("th", "columnheader", vec![text(it)])).collect())
    });
    let caption = dynamic(move || el("caption", "vh", vec![text(state.texts().resilience)]));
    let parts = vec![caption, role("thead", "rowgroup", vec![head]), role("tbody", "rowgroup", vec![rows])];
    role("table", "table", parts)
}

fn role(tag: &'static str, role: &str, children: Vec<AnyView>) -> AnyView {
    with(tag, "role", role.to_owned(), children)
}

/// A row; it stays, so that the switch keeps the focus, and its texts follow the state.
fn row(state: State, figure: Derived<ResilienceFigure>, at: usize) -> AnyView {
    let name = line(move || read(figure, at, |row| row.name.clone()));
    let cells = (0..6).zip(1..).map(|(column, headed)| {
        let pair = move |get: fn(&Pair) -> &String| {
            line(move || read(figure, at, |row| row.cells.get(column).map(get).cloned().unwrap_or_default()))
        };
        let label = line(move || figure.with(|it| it.head.get(headed).cloned().unwrap_or_default()));
        view! { <td role="cell" data-label=label>{pair(|it| &it.plan)}<b class="new">{pair(|it| &it.new)}</b></td> }
            .into_any()
    });
    let head = match at.checked_sub(1).map(ShockAt) {
        None => view! { <span>{name}</span> }.into_any(),
        Some(shock) => view! {
            <label>
                <input type="checkbox" prop:checked=move || state.is_shock_on(shock)
                    on:change=heard(move |_| state.act(Action::ToggleShock(shock))) />
                <span>{name}</span>
            </label>
        }
        .into_any(),
    };
    role("tr", "row", std::iter::once(role("th", "rowheader", vec![head])).chain(cells).collect())
}

fn read(figure: Derived<ResilienceFigure>, at: usize, get: impl FnOnce(&ResilienceRow) -> String) -> String {
    figure.with(|it| it.rows.get(at).map(get).unwrap_or_default())
}

fn assumed(it: &ShockFigure, state: State) -> AnyView {
    let mut parts = vec![el("h3", "", vec![text(&it.name)])];
    parts.extend(it.lines.iter().map(|line| paragraph("small", line)));
    let mut words = vec![text(&format!("{}. {}: ", it.basis, state.texts().source))];
    for (at, (source, url)) in it.sources.iter().enumerate() {
        words.extend([text(if at == 0 { "" } else { "; " }), cited(source, url)]);
    }
    parts.push(el("p", "small", words));
    all(parts)
}
