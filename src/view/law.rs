use leptos::prelude::*;

use super::chart::{Chart, Plot};
use super::held::{Held, flag, line, memo};
use super::icon::{Icon, symbol};
use super::parts::{Values, all, dynamic, el, head_cell, nothing, paragraph, table, text};
use super::state::State;
use crate::figure::{self, LawFigure};

/// Reserves and what the budget law says (Recht).
#[component]
pub fn Law(is_near: Held<bool>) -> impl IntoView {
    let state = State::get();
    let figure = memo(move || state.tell_near(is_near, figure::law_figure));
    let plot = memo(move || Some(Plot::Reserve(figure.with(|it| it.plot.clone()))));
    let shocks = memo(move || state.tell_near(is_near, figure::shocks_on));
    let is_due = flag(move || figure.with(|it| it.is_due));
    view! {
        <section id="recht" aria-labelledby="h-recht">
            <h2 class="q" id="h-recht">{state.say(|it| it.law)}</h2>
            <p class="a">
                <strong class:inv=is_due>
                    {dynamic(move || if is_due.get() { symbol(Icon::Alert) } else { nothing() })}
                    {line(move || figure.with(|it| it.sentence.clone()))}
                </strong>
            </p>
            <p class="small" hidden=flag(move || shocks.with(String::is_empty))><b>{line(move || shocks.get())}</b></p>
            <div hidden=state.town.reserves.is_empty()>
                <p class="small">{line(move || figure.with(|it| it.unit.clone()))}</p>
                <Chart class="law" name=line(move || figure.with(|it| it.chart.clone())) plot />
            </div>
            <p class="small"><a href="#krisentest">{state.say(|it| it.resilience)}</a></p>
            <Values summary=Some(state.say(|it| it.law_more)) content=Callback::new(move |()| figure.with(|it| values(it, state))) />
        </section>
    }
}

fn values(figure: &LawFigure, state: State) -> AnyView {
    let texts = state.texts();
    let mut key_figures = state.tell(figure::key_figure_table).into_iter();
    let head = key_figures.next().unwrap_or_default();
    let title = figure.key_figures.0;
    view! {
        {all(figure.facts.iter().map(|fact| paragraph("small", fact)).collect())}
        <div class="scroll" tabindex="0" role="region" hidden=figure.groups.is_empty() aria-label=format!("{}, {}", texts.law, texts.values)>
            {years(figure, texts.law)}
        </div>
        <h3>{title}</h3>
        <div class="scroll" tabindex="0" role="region" aria-label=title>
            {table("values years", title, &head.iter().map(String::as_str).collect::<Vec<_>>(), key_figures.collect())}
        </div>
        <p class="small">{figure.key_figures.1.clone()}</p>
    }
    .into_any()
}

/// The years from left to right, so that a narrow column holds them; each group of rows has a heading with its unit.
fn years(figure: &LawFigure, caption: &str) -> AnyView {
    let head = figure.head.iter().map(|it| head_cell("col", vec![text(it)])).collect();
    let mut parts = vec![el("caption", "vh", vec![text(caption)]), el("thead", "", vec![el("tr", "", head)])];
    parts.extend(figure.groups.iter().map(|group| {
        let columns = figure.head.len().to_string();
        let name = view! { <th scope="rowgroup" colspan=columns>{group.name.clone()}</th> }.into_any();
        let rows = group.rows.iter().map(|row| {
            let cell = |(at, it): (usize, &String)| {
                if at == 0 { head_cell("row", vec![text(it)]) } else { el("td", "", vec![text(it)]) }
            };
            el("tr", if row.is_moved { "moved" } else { "" }, row.cells.iter().enumerate().map(cell).collect())
        });
        el("tbody", "", std::iter::once(el("tr", "", vec![name])).chain(rows).collect())
    }));
    el("table", "values years", parts)
}
