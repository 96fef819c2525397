use leptos::prelude::*;

use super::held::{flag, memo};
use super::parts::{all, dynamic, el, german, head_cell, nothing, paragraph, text};
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
                <strong>{dynamic(move || seats.with(|it| marked(&it.sentence, it, state)))}</strong>" "{dynamic(move || seats.with(|it| marked(&it.also, it, state)))}
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
    let head = it.head.iter().map(|it| head_cell("col", vec![text(it)])).collect();
    let row = |row: &figure::SeatRow| {
        let [more, less] = row.changes.clone();
        let cells = [more, less, row.offices.join(", "), row.goals.join(", ")].map(|it| el("td", "", vec![text(&it)]));
        let name = head_cell("row", vec![marked(&row.name, it, state)]);
        el("tr", "", std::iter::once(name).chain(cells).collect())
    };
    let parts = vec![
        el("caption", "vh", vec![text(state.texts().seats)]),
        el("thead", "", vec![el("tr", "", head)]),
        el("tbody", "", it.rows.iter().map(row).collect()),
    ];
    all(vec![el("table", "values seated", parts), paragraph("small", it.note)])
}

/// A text in which the names of product areas, which the plan prints in German only, are marked as German.
fn marked(said: &str, it: &SeatsFigure, state: State) -> AnyView {
    let is_printed = state.town.departments.lines.is_empty();
    let names = it.rows.iter().map(|row| row.name.as_str()).filter(|it| is_printed && !it.is_empty());
    let mut parts = Vec::new();
    let mut rest = said;
    let next = |rest: &str| {
        let found = names.clone().filter_map(|name| rest.find(name).map(|at| (at, name)));
        found.min_by_key(|(at, _)| *at).map(|(_, name)| name)
    };
    while let Some((name, (before, after))) = next(rest).and_then(|name| Some((name, rest.split_once(name)?))) {
        parts.extend([text(before), german(name)]);
        rest = after;
    }
    parts.push(text(rest));
    all(parts)
}
