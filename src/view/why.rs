use leptos::prelude::*;

use super::parts::{all, cited, el, head_cell, nothing, paragraph, rich, table, text};
use super::source::{grade_mark, proof};
use crate::figure::{Bar, Why, WhyRow};
use crate::text::{Texts, WayWords};

/// What is measured, and where its values come from (Woher kommen die Zahlen?).
pub fn facts(why: &Why, texts: &'static Texts) -> AnyView {
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
    el("dl", "src", facts.into_iter().map(fact).collect())
}

/// All evidence about an indicator, and what the rows of its explanation rest on.
pub fn evidence(why: &Why, texts: &'static Texts) -> AnyView {
    if why.evidence.is_empty() {
        return paragraph("", texts.observed_only);
    }
    all(why.evidence.iter().map(|it| proof(it, texts)).collect())
}

/// How sure it is, in one sentence.
pub fn sure(why: &Why) -> AnyView {
    let first = why.certainty.sentences.first();
    first.map_or_else(nothing, |it| el("p", "", vec![el("b", "", vec![rich(it)])]))
}

/// What else is known of how sure it is.
pub fn sure_of(why: &Why) -> AnyView {
    all(why.certainty.sentences.iter().skip(1).map(|it| paragraph("small", it)).collect())
}

/// The dots as a table: the ends of the range.
pub fn steps(why: &Why, texts: &'static Texts) -> AnyView {
    if why.certainty.steps.is_empty() {
        return nothing();
    }
    let head = why.certainty.head.each_ref().map(String::as_str);
    let rows = why.certainty.steps.iter().map(|row| row.to_vec()).collect();
    table("values", texts.how_sure, &head, rows)
}

/// The table of contributions; its rows sum to the last line (Warum genau so viel?).
pub fn contributions(why: &Why, texts: &'static Texts, words: &'static WayWords) -> AnyView {
    let plan = percent(why.plan_at);
    let row = |row: &WhyRow| {
        let mut head = vec![text(&row.label)];
        head.extend(row.grade.map(|grade| el("small", "", vec![grade_mark(grade, texts)])));
        let class = if row.bar.is_more { "up" } else { "down" };
        let bar = bar(row.bar, class, "10", "4");
        let cells = vec![
            head_cell("row", head),
            el("td", "v", vec![drawn(plan.clone(), bar), text(&row.value)]),
            el("td", "small", vec![text(&row.exact)]),
        ];
        el("tr", "", cells)
    };
    let change = all(vec![text(texts.why_head[1]), text(" ("), rich(&why.unit), text(")")]);
    let head = vec![
        head_cell("col", vec![text(texts.why_head[0])]),
        head_cell("col", vec![change]),
        head_cell("col", vec![rich(&(texts.why_exact)(&why.counts))]),
    ];
    let [planned, changed] = &why.levels;
    let ring = view! { <circle class="ring" cx=plan.clone() cy="9" r="5" /> }.into_any();
    let first = vec![
        head_cell("row", vec![text(words.as_planned)]),
        el("td", "v", vec![drawn(plan.clone(), ring), rich(planned)]),
        el("td", "small", Vec::new()),
    ];
    let sum = vec![
        head_cell("row", vec![text(texts.why_sum), el("small", "", vec![rich(&(words.with_changes)(changed))])]),
        view! { <td class="v" id="why-sum">{drawn(plan.clone(), bar(why.sum_bar, "sum", "6", "6"))}{why.sum.0.clone()}</td> }.into_any(),
        el("td", "small", vec![text(&why.sum.1)]),
    ];
    let mut rows = vec![el("tr", "ends", first)];
    rows.extend(why.rows.iter().map(row));
    let parts = vec![
        el("caption", "vh", vec![text(words.why)]),
        el("thead", "", vec![el("tr", "", head)]),
        el("tbody", "", rows),
        el("tfoot", "", vec![el("tr", "ends", sum)]),
    ];
    el("table", "why", parts)
}

/// What a row shows over the line of the plan.
fn drawn(plan: String, mark: AnyView) -> AnyView {
    view! {
        <svg class="part" aria-hidden="true">
            <line class="zero" x1=plan.clone() x2=plan y1="0" y2="100%" />
            {mark}
        </svg>
    }
    .into_any()
}

fn bar(bar: Bar, class: &'static str, height: &'static str, y: &'static str) -> AnyView {
    view! { <rect class=class x=percent(bar.left) width=percent(bar.length) y=y height=height /> }.into_any()
}

fn percent(share: f64) -> String {
    format!("{share:.2}%")
}
