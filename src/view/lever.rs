use leptos::prelude::*;

use super::control::Inputs;
use super::held::{Derived, flag, line, memo};
use super::icon::{Icon, symbol};
use super::parts::{Fold, Press, all, dynamic, el, german, nothing, paragraph, text};
use super::source::proof;
use super::state::State;
use crate::figure::{
    Control, LeverFigure, LineRow, MeasureFigure, Row, cell_control, elsewhere_note, given_note, lever_figure,
    measure_control, measure_figure, span_note, units_chosen,
};
use crate::model::{Cell, Choice, LegalClass, MeasureAt, Money};
use crate::scenario::{Action, Touched};
use crate::text::Texts;

const fn class_icon(class: LegalClass) -> Icon {
    match class {
        LegalClass::Freiwillig => Icon::Circle,
        LegalClass::PflichtigeSelbstverwaltung => Icon::Paragraph,
        LegalClass::WeisungAuftrag => Icon::House,
        LegalClass::VertraglichGebunden | LegalClass::Zweckgebunden | LegalClass::NichtSteuerbar => Icon::Handshake,
        LegalClass::Gebuehrenhaushalt => Icon::Euro,
    }
}

/// A lever within an open goal (Stellschraube).
#[component]
pub fn LeverRow(cell: Cell) -> impl IntoView {
    let state = State::get();
    let figure = memo(move || lever_figure(state.town, cell, state.lang.get()));
    let control: Derived<Control> =
        memo(move || cell_control(state.town, cell, state.change(cell), state.mode.get(), state.lang.get()));
    let is_locked = memo(move || state.is_locked(cell));
    let is_moved = memo(move || control.with(|it| !it.change.is_zero()));
    let is_now = memo(move || [Touched::Cell(cell), Touched::Lever(cell)].map(Some).contains(&state.last()));
    let read = move |get: fn(&LeverFigure) -> String| figure.with(|it| it.as_ref().map(get).unwrap_or_default());
    let name = Signal::derive(move || read(|it| it.name.clone()));
    let is_movable = figure.with_untracked(|it| it.as_ref().is_some_and(|it| it.is_movable));
    let is_measured = figure.with_untracked(|it| it.as_ref().is_some_and(|it| it.is_measured));
    let is_investment = figure.with_untracked(|it| it.as_ref().is_some_and(|it| it.is_investment));
    let is_assumption = figure.with_untracked(|it| it.as_ref().is_some_and(|it| it.is_assumption));
    let class = figure.with_untracked(|it| it.as_ref().map_or(LegalClass::NichtSteuerbar, |it| it.class));
    let units = memo(move || state.tell(|it| units_chosen(it, Choice::Everyday(cell))));
    let on_move = Callback::new(move |change: Money| state.act(Action::MoveCell(cell, change)));
    let id = {
        let (lever, purpose) = (state.town.levers.get(cell.lever), state.town.purpose_key(cell.purpose));
        format!("lever-{}-{}", lever.map_or("", |it| it.id.as_str()), purpose.unwrap_or_default())
    };
    view! {
        <li class="lever" class:moved=flag(move || is_moved.get()) class:locked=flag(move || is_locked.get()) class:now=flag(move || is_now.get())>
            <div class="lname">
                <h4>{line(move || name.get())}</h4>
                {dynamic(move || marks(class, is_investment, is_assumption, is_measured, state.texts()))}
            </div>
            {if is_movable {
                view! {
                    <Press
                        class="btn icon lock"
                        icon=Some(Icon::Lock)
                        label=line(move || (state.texts().lock)(&name.get()))
                        pressed=Some(flag(move || is_locked.get()))
                        on_press=state.on(Action::ToggleLock(cell))
                    />
                    <Inputs id name control on_move is_locked=flag(move || is_locked.get()) />
                }
                .into_any()
            } else {
                dynamic(move || paragraph("planned", &control.with(|it| format!("{} {}", it.amount, it.unit))))
            }}
            <p class="floor">
                {line(move || read(|it| if it.is_movable { it.brief.clone() } else { it.bound.clone() }))}" "
                <b class="delta">{line(move || units.get())}</b>" "
                {line(move || if is_locked.get() { state.texts().locked_by_you } else { "" })}" "
                {line(move || state.tell(|it| format!("{}{}", elsewhere_note(it, cell), span_note(it, cell))))}
            </p>
            <Fold class="grounds" summary=state.say(|it| it.about_lever) content=Callback::new(move |()| dynamic(move || grounds_of(figure, state))) />
        </li>
    }
}

/// Class, whether it is investment, and whether range or effect are assumptions or unknown.
fn marks(
    class: LegalClass,
    is_investment: bool,
    is_assumption: bool,
    is_measured: bool,
    texts: &'static Texts,
) -> AnyView {
    let mut marks = vec![el("span", "mark", vec![symbol(class_icon(class)), text((texts.class)(class))])];
    if is_assumption {
        marks.push(el("span", "mark assume", vec![text(texts.assumption)]));
    }
    marks.extend(kind_marks(is_investment, is_measured, texts));
    el("p", "marks", marks)
}

fn grounds_of(figure: Derived<Option<LeverFigure>>, state: State) -> AnyView {
    match figure.get() {
        Some(figure) => grounds(&figure, state),
        None => nothing(),
    }
}

/// Law, plan and evidence behind a lever (Grundlagen und Belege).
fn grounds(figure: &LeverFigure, state: State) -> AnyView {
    let texts = state.texts();
    let line = |line: &LineRow| -> AnyView {
        let [_, _, expense, revenue] = texts.lines_head;
        let unit = texts.modes[0];
        let sums = match &line.invested {
            Some(invested) => format!("{invested} ({unit}), {}.", line.class),
            None => format!("{expense} {}, {revenue} {} ({unit}), {}.", line.expense, line.revenue, line.class),
        };
        let head = el("b", "", vec![text(&line.code), text(" "), german(&line.label)]);
        let seen = text(&line.legal_seen);
        let law = vec![text(texts.legal_basis), text(": "), text(&line.legal_basis), text(" "), seen];
        let mut parts =
            vec![el("p", "", vec![head]), paragraph("", &sums), paragraph("", &line.bound), el("p", "", law)];
        parts.extend([&line.share, &line.reimbursement].into_iter().flatten().map(|it| paragraph("", it)));
        parts.extend(line.doubts.iter().map(|it| paragraph("assume", it)));
        el("li", "", parts)
    };
    let mut parts = vec![
        paragraph("", &figure.bound),
        paragraph("", &figure.purpose),
        paragraph("", figure.price.as_deref().unwrap_or(texts.no_unit)),
        el("h5", "", vec![text(texts.lines_title)]),
        el("ul", "", figure.lines.iter().map(line).collect()),
        el("h5", "", vec![text(texts.effects_title)]),
    ];
    parts.push(effects(&figure.effects, figure.is_measured, texts));
    el("div", "grounds-in", parts)
}

/// What is known of the effects of a lever or a measure.
fn effects(rows: &[Row], is_measured: bool, texts: &'static Texts) -> AnyView {
    let silence = format!("{}. {}", texts.not_measured, texts.not_measured_is_not_zero);
    let told = if rows.is_empty() {
        paragraph("", texts.no_effect_rows)
    } else {
        el("ul", "", rows.iter().map(|it| el("li", "", vec![proof(it, texts)])).collect())
    };
    all(vec![told, if is_measured { nothing() } else { paragraph("", &silence) }])
}

/// A measure that is moved by itself, within an open goal (weitere Maßnahme).
#[component]
pub fn MeasureRow(at: MeasureAt) -> impl IntoView {
    let state = State::get();
    let figure = memo(move || measure_figure(state.town, at, state.lang.get()));
    let control: Derived<Control> =
        memo(move || measure_control(state.town, at, state.given(at), state.mode.get(), state.lang.get()));
    let is_moved = memo(move || control.with(|it| !it.change.is_zero()));
    let is_now = memo(move || state.last() == Some(Touched::Measure(at)));
    let read = move |get: fn(&MeasureFigure) -> String| figure.with(|it| it.as_ref().map(get).unwrap_or_default());
    let name = Signal::derive(move || read(|it| it.name.clone()));
    let is_measured = figure.with_untracked(|it| it.as_ref().is_some_and(|it| it.is_measured));
    let is_investment = figure.with_untracked(|it| it.as_ref().is_some_and(|it| it.is_investment));
    let on_move = Callback::new(move |change: Money| state.act(Action::MoveMeasure(at, change)));
    let id = format!("measure-{}", state.town.chain.measures.get(at).map_or("", |it| it.id.as_str()));
    let units = memo(move || state.tell(|it| units_chosen(it, Choice::Own(at))));
    view! {
        <li class="lever" class:moved=flag(move || is_moved.get()) class:now=flag(move || is_now.get())>
            <div class="lname">
                <h4>{line(move || name.get())}</h4>
                {dynamic(move || el("p", "marks", kind_marks(is_investment, is_measured, state.texts())))}
            </div>
            <Inputs id name control on_move is_locked=false />
            <p class="floor">
                {line(move || read(|it| it.unit_price.clone()))}" "
                <b class="delta">{line(move || units.get())}</b>" "
                {line(move || state.tell(|it| given_note(it, at)))}
            </p>
            <Fold class="grounds" summary=state.say(|it| it.about_measure) content=Callback::new(move |()| {
                dynamic(move || figure.with(|it| it.as_ref().map_or_else(nothing, |it| measured(it, state))))
            }) />
        </li>
    }
}

/// What a measure is, and what is known of its effects.
fn measured(it: &MeasureFigure, state: State) -> AnyView {
    let texts = state.texts();
    let lever = paragraph("", &(texts.measure_of_lever)(&it.lever));
    let price = paragraph("", &format!("{}. {}", it.price, it.bound));
    el("div", "grounds-in", vec![price, lever, paragraph("", &it.note), effects(&it.effects, it.is_measured, texts)])
}

/// Whether it is investment, and whether its effect is unknown.
fn kind_marks(is_investment: bool, is_measured: bool, texts: &'static Texts) -> Vec<AnyView> {
    let mut marks = Vec::new();
    if is_investment {
        marks.push(el("span", "mark", vec![text(texts.investment)]));
    }
    if !is_measured {
        marks.push(el("span", "mark unmeasured", vec![text(texts.not_measured)]));
    }
    marks
}
