use leptos::prelude::*;

use super::chart::{Chart, Plot};
use super::dialog::Dialog;
use super::held::{flag, line, memo};
use super::parts::{Press, all, cited, dynamic, el, head_cell, nothing, paragraph, rich, table, text};
use super::source::proof;
use super::state::State;
use crate::figure::{self, Why, WhyRow};
use crate::text::Texts;

/// Why an indicator moved: exact contributions with their evidence (Warum).
#[component]
pub fn WhyDialog() -> impl IntoView {
    let state = State::get();
    let why = memo(move || state.why.get().and_then(|index| state.tell_ranged(|it| figure::why(it, index))));
    let dots = memo(move || why.with(|it| it.as_ref().and_then(|it| it.certainty.dots.clone().map(Plot::Dots))));
    let dots_name = line(move || {
        why.with(|it| {
            it.as_ref().map(|it| (state.texts().dots_name)(&it.name, state.town.horizon.0)).unwrap_or_default()
        })
    });
    let heading = line(move || why.with(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default()));
    let is_open = flag(move || state.why.get().is_some());
    let close = Callback::new(move |()| state.why.set(None));
    view! {
        <Dialog id="h-warum" heading is_open on_close=close is_read=true>
            {dynamic(move || why.with(|it| it.as_ref().map_or_else(nothing, |it| paragraph("say", &it.sentence))))}
            <section class="sure" aria-labelledby="h-sicher">
                <h3 id="h-sicher">{state.say(|it| it.how_sure)}</h3>
                {dynamic(move || why.with(|it| it.as_ref().map_or_else(nothing, sure)))}
                <figure hidden=flag(move || dots.with(Option::is_none))>
                    <Chart class="dots" name=dots_name plot=dots />
                    <figcaption class="small">{dynamic(move || why.with(|it| it.as_ref().map_or_else(nothing, |it| rich(&it.certainty.note))))}</figcaption>
                </figure>
                {dynamic(move || why.with(|it| it.as_ref().map_or_else(nothing, |it| steps(it, state.texts()))))}
            </section>
            {dynamic(move || why.with(|it| it.as_ref().map_or_else(nothing, |it| explanation(it, state.texts()))))}
            <p class="end"><Press class="btn main" label=state.say(|it| it.close) on_press=close /></p>
        </Dialog>
    }
}

fn explanation(why: &Why, texts: &'static Texts) -> AnyView {
    let mut facts = vec![
        (texts.definition, vec![why.definition.clone()]),
        (texts.figures_from, why.sources.clone()),
        (texts.target_label, vec![why.target.clone()]),
    ];
    if !why.note.is_empty() {
        facts.push((texts.note, vec![why.note.clone()]));
    }
    let fact = |(name, lines): (&str, Vec<String>)| {
        let is_source = name == texts.figures_from;
        let line = |line: &String| {
            if is_source { el("p", "", vec![cited(line, "")]) } else { paragraph("", line) }
        };
        let lines = lines.iter().map(line).collect();
        all(vec![el("dt", "", vec![text(name)]), el("dd", "", lines)])
    };
    let contributions = if why.rows.is_empty() { paragraph("", texts.why_nothing) } else { contributions(why, texts) };
    let evidence = if why.evidence.is_empty() {
        paragraph("", texts.observed_only)
    } else {
        all(why.evidence.iter().map(|it| proof(it, texts)).collect())
    };
    all(vec![
        el("h3", "", vec![text(texts.why)]),
        contributions,
        all(why.not_yet.iter().map(|it| paragraph("a", it)).collect()),
        why.lag.as_ref().map_or_else(nothing, |it| paragraph("a", it)),
        el("dl", "src", facts.into_iter().map(fact).collect()),
        el("h3", "", vec![text(texts.effects_title)]),
        evidence,
    ])
}

/// How sure it is, in sentences.
fn sure(why: &Why) -> AnyView {
    all(why.certainty.sentences.iter().map(|it| paragraph("", it)).collect())
}

/// The dots as a table: the ends of the range.
fn steps(why: &Why, texts: &'static Texts) -> AnyView {
    if why.certainty.steps.is_empty() {
        return nothing();
    }
    let head = why.certainty.head.each_ref().map(String::as_str);
    let rows = why.certainty.steps.iter().map(|row| row.to_vec()).collect();
    table("values", texts.how_sure, &head, rows)
}

/// The table of contributions; its rows sum to the last line.
fn contributions(why: &Why, texts: &'static Texts) -> AnyView {
    let row = |row: &WhyRow| {
        let (length, is_up) = row.bar;
        let mut head = vec![text(&row.label)];
        head.extend(row.evidence.iter().map(|it| proof(it, texts)));
        let bar = view! {
            <svg class="part" aria-hidden="true">
                <rect class=if is_up { "up" } else { "down" } height="8" y="0" x="0" width=format!("{length:.1}%") />
            </svg>
        };
        let cells = vec![
            head_cell("row", head),
            el("td", "v", vec![text(&row.value), bar.into_any()]),
            el("td", "small", vec![text(&row.exact)]),
        ];
        el("tr", "", cells)
    };
    let change = all(vec![text(texts.why_head[1]), text(" ("), rich(&why.unit), text(")")]);
    let head = vec![
        head_cell("col", vec![text(texts.why_head[0])]),
        head_cell("col", vec![change]),
        head_cell("col", vec![text(&(texts.why_exact)(&why.counts))]),
    ];
    let sum = vec![
        head_cell("row", vec![text(texts.why_sum)]),
        view! { <td class="v" id="why-sum">{why.sum.0.clone()}</td> }.into_any(),
        el("td", "small", vec![text(&why.sum.1)]),
    ];
    let parts = vec![
        el("caption", "vh", vec![text(texts.why)]),
        el("thead", "", vec![el("tr", "", head)]),
        el("tbody", "", why.rows.iter().map(row).collect()),
        el("tfoot", "", vec![el("tr", "ends", sum)]),
    ];
    el("table", "why", parts)
}
