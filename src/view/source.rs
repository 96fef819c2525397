//! How well something is known, and who says so.

use leptos::prelude::*;

use super::parts::{cited, el, nothing, paragraph, text};
use super::state::State;
use super::way::link;
use crate::figure::Row;
use crate::model::Grade;
use crate::text::Texts;

/// Rising steps on a ground of 18 by 12: left edge, upper edge, height.
const BARS: [(&str, &str, &str); 4] =
    [("0.5", "8.5", "3"), ("5.1", "6.1", "5.4"), ("9.7", "3.7", "7.8"), ("14.3", "1.3", "10.2")];

/// Four rising steps, a letter and a word for the grade of evidence (Beleggrad).
pub fn grade_mark(grade: Grade, texts: &'static Texts) -> AnyView {
    let steps = match grade {
        Grade::A => 4,
        Grade::B => 3,
        Grade::C => 2,
        Grade::D => 1,
    };
    let bars: Vec<AnyView> = BARS
        .into_iter()
        .zip(0..)
        .map(|((x, y, height), step)| {
            let class = if step < steps { "on" } else { "off" };
            view! { <rect class=class x=x y=y width="3.2" height=height /> }.into_any()
        })
        .collect();
    let parts = vec![
        view! { <svg viewBox="0 0 18 12" aria-hidden="true">{bars}</svg> }.into_any(),
        el("span", "vh", vec![text(texts.grade_label), text(" ")]),
        el("b", "", vec![text(&format!("{grade:?}"))]),
        text(" "),
        el("span", "word", vec![text((texts.grade)(grade))]),
    ];
    el("span", "grade", parts)
}

/// Grade, source and how it was read, in one line.
pub fn source_line(grade: AnyView, source: &str, url: &str, seen: &str, texts: &'static Texts) -> AnyView {
    let parts = vec![grade, text(" "), text(texts.source), text(": "), cited(source, url), text(&format!(" ({seen})"))];
    el("p", "small", parts)
}

/// A sentence with its grade, source, and the way to its row among all evidence.
pub fn proof(it: &Row, texts: &'static Texts) -> AnyView {
    let told = |class, said: &str| if said.is_empty() { nothing() } else { paragraph(class, said) };
    let grade = it.grade.map_or_else(nothing, |grade| grade_mark(grade, texts));
    el(
        "div",
        "proof",
        vec![
            told("", &it.sentence),
            told("", &it.number),
            told("small", &it.terms),
            told("small", &it.caveat),
            source_line(grade, &it.source, &it.url, it.seen, texts),
            el("p", "small", vec![link(State::get(), Some(&it.id), (texts.method_row)(&it.title))]),
        ],
    )
}
