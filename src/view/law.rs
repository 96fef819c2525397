use leptos::prelude::*;

use super::chart::{Chart, Plot};
use super::held::{Held, flag, line, memo};
use super::icon::{Icon, symbol};
use super::parts::{Values, all, dynamic, nothing, paragraph, table};
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
            {dynamic(move || figure.with(|it| all(it.facts.iter().map(|fact| paragraph("small", fact)).collect())))}
            <Values content=Callback::new(move |()| figure.with(|it| values(it, state))) />
        </section>
    }
}

fn values(figure: &LawFigure, state: State) -> AnyView {
    let texts = state.texts();
    let rows = figure.rows.iter().map(|row| row.cells.to_vec()).collect();
    let key_figures = state.tell(figure::key_figure_rows);
    let title = figure.key_figures.0;
    view! {
        <div class="scroll" tabindex="0" role="region" hidden=figure.rows.is_empty() aria-label=format!("{}, {}", texts.law, texts.values)>
            {table("values", texts.law, &figure.head.each_ref().map(String::as_str), rows)}
        </div>
        <h3>{title}</h3>
        <div class="scroll" tabindex="0" role="region" aria-label=title>
            {table("values", title, &texts.key_figures_head, key_figures)}
        </div>
        <p class="small">{figure.key_figures.1.clone()}</p>
    }
    .into_any()
}
