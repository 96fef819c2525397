use leptos::prelude::*;

use super::held::{Derived, flag, heard, line, memo};
use super::model_file::model_file;
use super::parts::{Press, all, cited, dynamic, el, nothing, paragraph, rich, text};
use super::screen::PLACE;
use super::source::{grade_mark, source_line};
use super::state::{Reading, State};
use super::way::show;
use crate::figure::{self, FormulaFigure, Group, Kind, ORDERS, Row};
use crate::platform::{address, input};
use crate::text::Lang;

/// Every step of the calculation and all evidence (Wie wird gerechnet?). Nothing of it is made before it is opened.
#[component]
pub fn Method() -> impl IntoView {
    let state = State::get();
    let is_open = memo(move || state.reading.with(|it| it.is_open));
    address::on_fragment(move |fragment| {
        if fragment.starts_with(PLACE) {
            show(state, fragment);
        }
    });
    let toggled = move |event| {
        let now = input::is_unfolded(&event);
        state.reading.update(|it| it.is_open = now);
    };
    view! {
        <section class="method" id=PLACE tabindex="-1">
            <details prop:open=flag(move || is_open.get()) on:toggle=heard(toggled)>
                <summary>{state.say(|it| it.method_title)}</summary>
                {dynamic(move || if is_open.get() { content(state) } else { nothing() })}
            </details>
        </section>
    }
}

/// What stands in it.
fn content(state: State) -> AnyView {
    let words = state.lang.get().method();
    let chapter = |(title, steps): &(&'static str, Vec<FormulaFigure>)| {
        let steps = steps.iter().map(step).collect();
        all(vec![el("h3", "", vec![text(title)]), el("ul", "formulas", steps)])
    };
    let mut parts = vec![paragraph("say", words.intro), el("h3", "", vec![text(words.known)])];
    parts.extend(figure::known_figure(state.town, state.lang.get()).iter().map(|it| paragraph("a", it)));
    parts.extend(figure::formulas(state.town, state.lang.get()).iter().map(chapter));
    parts.extend([model_file(state), evidence(state)]);
    all(parts)
}

/// A formula: words on one side, letters on the other.
fn step(it: &FormulaFigure) -> AnyView {
    let [title, plain, _] = it.said;
    let words = vec![el("h4", "", vec![rich(title)]), paragraph("", plain)];
    el("li", "", vec![el("div", "", words), el("div", "", in_letters(it))])
}

/// A formula and what its letters mean.
pub fn in_letters(it: &FormulaFigure) -> Vec<AnyView> {
    let [.., meaning] = it.said;
    vec![el("p", "letters", vec![text(it.letters)]), paragraph("small", meaning)]
}

/// All rows of evidence, ordered and chosen by the reader.
fn evidence(state: State) -> AnyView {
    let groups: Derived<Vec<Group>> = memo(move || {
        let Reading { order, hidden, .. } = state.reading.get();
        figure::evidence(state.town, state.lang.get(), order, &hidden)
    });
    let count = move || {
        let shown = groups.with(|it| it.iter().flat_map(|group| &group.rows).count());
        (state.lang.get().method().count)(shown, figure::evidence_count(state.town))
    };
    let words = state.lang.get().method();
    let orders = ORDERS.into_iter().zip(words.orders).map(|(order, name)| {
        let is_on = flag(move || state.reading.with(|it| it.order == order));
        toggle(name.to_owned(), is_on, Callback::new(move |()| state.reading.update(|it| it.order = order)))
    });
    let kinds = Kind::ALL.into_iter().map(|kind| {
        let is_on = flag(move || state.reading.with(|it| !it.hidden.contains(&kind)));
        let flip = move |()| state.reading.update(|it| it.flip(kind));
        toggle(figure::kind_name(kind, state.lang.get()), is_on, Callback::new(flip))
    });
    let bar = |name: &'static str, class: &'static str, buttons: Vec<AnyView>| {
        let buttons = view! { <div class=class role="group" aria-label=name>{buttons}</div> }.into_any();
        el("div", "choice", vec![el("span", "", vec![text(name)]), buttons])
    };
    all(vec![
        el("h3", "", vec![text(words.evidence)]),
        paragraph("a", words.evidence_note),
        paragraph("a", &figure::evidence_said(state.town, state.lang.get())),
        bar(words.order, "chips", orders.collect()),
        bar(words.show, "chips many", kinds.collect()),
        view! { <p class="small" role="status">{line(count)}</p> }.into_any(),
        dynamic(move || groups.with(|groups| listed(groups, state.lang.get()))),
    ])
}

fn toggle(label: String, is_on: Signal<bool>, on_press: Callback<()>) -> AnyView {
    let label = line(move || label.clone());
    view! { <Press label pressed=Some(is_on) on_press /> }.into_any()
}

fn listed(groups: &[Group], lang: Lang) -> AnyView {
    if groups.is_empty() {
        return paragraph("", lang.method().nothing_shown);
    }
    let group = |group: &Group| {
        let rows = group.rows.iter().map(|it| row(it, lang)).collect();
        all(vec![el("h4", "", vec![rich(&group.title)]), el("ul", "rows", rows)])
    };
    all(groups.iter().map(group).collect())
}

fn row(it: &Row, lang: Lang) -> AnyView {
    let (texts, words) = (lang.texts(), lang.method());
    let grade = it.grade.map_or_else(nothing, |grade| grade_mark(grade, texts));
    let mut parts = vec![el("p", "title", vec![rich(&it.title), text(" "), el("span", "small", vec![text(&it.id)])])];
    let told = [("", &it.sentence), ("", &it.number), ("small", &it.terms), ("small", &it.caveat)];
    parts.extend(told.into_iter().filter(|(_, said)| !said.is_empty()).map(|(class, said)| paragraph(class, said)));
    if !it.arithmetic.is_empty() {
        parts.push(el("p", "small", vec![text(words.arithmetic), text(": "), text(&it.arithmetic)]));
    }
    parts.push(source_line(grade, &it.source, &it.url, it.seen, texts));
    if !it.further.is_empty() {
        let places = it.further.iter().flat_map(|(name, url)| [text(" "), cited(name, url)]);
        let head = [text(words.further), text(":")];
        parts.push(el("p", "small", head.into_iter().chain(places).collect()));
    }
    view! { <li id=format!("{PLACE}-{}", it.id) tabindex="-1">{parts}</li> }.into_any()
}
