use leptos::prelude::*;

use super::held::{flag, line, memo};
use super::parts::{all, dynamic, el, head_cell, nothing, paragraph, table, text};
use super::state::State;
use crate::figure::{self, SeatsFigure, SpendingFigure, SpendingRow};

/// Who spends for which goal, and who has to talk to each other about a scenario (Dezernate und Tisch).
///
/// Full width below the rest: a row per department needs all the columns of the goals.
#[component]
pub fn Departments() -> impl IntoView {
    let state = State::get();
    let seats = memo(move || state.tell_rested(figure::seats_figure));
    view! {
        <section class="departments" id="dezernate" aria-labelledby="h-dezernate">
            <h2 class="q" id="h-dezernate">{state.say(|it| it.departments)}</h2>
            {dynamic(move || spending(&figure::spending_figure(state.town, state.lang.get()), state))}
            <h3 id="h-tisch">{state.say(|it| it.seats)}</h3>
            <p class="a" id="tisch">
                <strong>{line(move || seats.with(|it| it.sentence.clone()))}</strong>" "{line(move || seats.with(|it| it.also.clone()))}
            </p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="h-tisch" hidden=flag(move || seats.with(|it| it.rows.is_empty()))>
                {dynamic(move || seats.with(|it| seated(it, state)))}
            </div>
        </section>
    }
}

fn spending(it: &SpendingFigure, state: State) -> AnyView {
    let sentence = paragraph("a", &it.sentence);
    if it.rows.is_empty() {
        let to_areas = state.lang.get().products().by_areas;
        let way = view! { <p class="a"><a href="#produkte-ziele">{to_areas}</a></p> };
        return all(vec![sentence, way.into_any()]);
    }
    let head = it.head.iter().map(|it| head_cell("col", vec![text(it)])).collect();
    let parts = vec![
        el("caption", "vh", vec![text(state.texts().departments)]),
        el("thead", "", vec![el("tr", "", head)]),
        el("tbody", "", it.rows.iter().map(row).collect()),
    ];
    let label = format!("{}, {}", state.texts().departments, state.texts().values);
    let wide = view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>{el("table", "spending", parts)}</div>
    };
    all(vec![sentence, wide.into_any(), paragraph("small", &it.unit)])
}

fn row(it: &SpendingRow) -> AnyView {
    let scope = if it.scope.is_empty() { nothing() } else { el("span", "small", vec![text(&it.scope)]) };
    let mut cells = vec![head_cell("row", vec![text(&it.name), text(" "), scope])];
    cells.extend(it.cells.iter().map(|cell| {
        let bar = if cell.bar > 0.0 { bar(cell.bar) } else { nothing() };
        el("td", "", vec![text(&cell.amount), bar])
    }));
    el("tr", "", cells)
}

/// The amount as a length, beside the number that says it.
fn bar(percent: f64) -> AnyView {
    view! { <svg class="share" aria-hidden="true"><rect class="fill" width=format!("{percent:.1}%") height="100%" /></svg> }
        .into_any()
}

fn seated(it: &SeatsFigure, state: State) -> AnyView {
    let rows = it.rows.iter().map(|row| {
        let [more, less] = row.changes.clone();
        vec![row.name.clone(), more, less, row.offices.join(", "), row.goals.join(", ")]
    });
    all(vec![table("values seated", state.texts().seats, &it.head, rows.collect()), paragraph("small", it.note)])
}
