use leptos::prelude::*;

use super::held::{Derived, flag, heard, line, memo};
use super::icon::{Icon, symbol};
use super::parts::{Fold, all, dynamic, el, nothing, paragraph, rich, text};
use super::passage::to;
use super::repeat::Repeat;
use super::screen::Screen;
use super::state::State;
use super::steps::{Steps, WayOn};
use crate::figure::{
    self, ChangeRow, ChoiceFigure, Chosen, Control, Mode, OwnEffect, Step, choice_control, choice_figure, chosen,
    control, goal_name, own_effect,
};
use crate::model::{Choice, FieldAt, Money, Purpose};
use crate::scenario::Action;

/// Choices shown before the rest is folded away.
const FIRST: usize = 5;

/// Changes shown beside the choices.
const CHANGES: usize = 3;

/// Short path: which measure of a goal (Kurz 2).
#[component]
pub fn Choices(field: FieldAt) -> impl IntoView {
    let state = State::get();
    let purpose = Purpose::Field(field);
    let number = state.town.fields.get(field).map_or(0, |it| it.number);
    let goal = line(move || (state.texts().doors.of_goal)(number, &goal_name(state.town, purpose, state.lang.get())));
    let mut first = state.town.choices(purpose);
    let rest = first.split_off(first.len().min(FIRST));
    let count = rest.len();
    view! {
        <Steps step=Step::Measure />
        <section class="kurz">
            <div>
                <p class="kick">{symbol(Icon::Goal(number))}" "{goal}</p>
                <h1 tabindex="-1">{state.say(|it| it.doors.what_more)}</h1>
            </div>
            <div class="duo">
                <div>
                    {rows(&first)}
                    {if rest.is_empty() {
                        nothing()
                    } else {
                        view! {
                            <Fold class="more" summary=line(move || (state.texts().doors.other_choices)(count))
                                content=Callback::new(move |()| rows(&rest)) />
                        }.into_any()
                    }}
                    <WholeGoal purpose number />
                </div>
                <Changed />
            </div>
        </section>
        <WayOn screen=Screen::Cover label=state.say(|it| it.doors.to_money) />
    }
}

/// The goal as a whole is a choice of its own; it says what it spreads on (ganzes Ziel).
#[component]
fn WholeGoal(purpose: Purpose, number: u8) -> impl IntoView {
    let state = State::get();
    let name = Signal::derive(move || goal_name(state.town, purpose, state.lang.get()));
    let control: Derived<Control> = memo(move || {
        let (planned, room) = (state.town.planned(purpose), state.town.room(purpose));
        control(state.town, planned, state.goal_change(purpose), room, true, Mode::Total, state.lang.get())
    });
    let is_moved = flag(move || control.with(|it| !it.change.is_zero()));
    let on_move = Callback::new(move |change| state.act(Action::MovePurpose(purpose, change)));
    let content = move |()| {
        view! {
        <p class="small">{line(move || state.goal_parts(purpose))}</p>
        <Steppers control name on_move>
            <b hidden=flag(move || !is_moved.get())>{line(move || control.with(|it| it.signed.clone()))}</b>
            <small>{line(move || if is_moved.get() { control.with(|it| it.unit.to_owned()) } else { state.texts().doors.as_planned.to_owned() })}</small>
        </Steppers>
        <p class="small">
            <a class="tlink" href=format!("#goal-{number}") on:click=heard(move |_| state.opened.set(Some(purpose)))>{state.say(|it| it.doors.whole_goal_bench)}</a>
        </p>
    }.into_any()
    };
    view! { <Fold class="more whole" summary=state.say(|it| it.doors.whole_goal) content=Callback::new(content) /> }
}

/// Rows of choices, each with its stepper.
pub fn rows(choices: &[Choice]) -> AnyView {
    el("ul", "mlist", choices.iter().map(|choice| view! { <ChoiceRow choice=*choice /> }.into_any()).collect())
}

/// A choice: its name and price, − and + around its count, and what it changes once it is moved (Maßnahmenzeile).
#[component]
fn ChoiceRow(choice: Choice) -> impl IntoView {
    let state = State::get();
    let figure = memo(move || choice_figure(state.town, choice, state.lang.get()));
    let read = move |get: fn(&ChoiceFigure) -> String| figure.with(|it| it.as_ref().map(get).unwrap_or_default());
    let name = Signal::derive(move || read(|it| it.name.clone()));
    let moved: Derived<Option<Chosen>> = memo(move || state.tell(|it| chosen(it, choice)));
    let is_moved = flag(move || moved.with(Option::is_some));
    let said = move |get: fn(&Chosen) -> &String| {
        line(move || moved.with(|it| it.as_ref().map(get).cloned().unwrap_or_default()))
    };
    let change = memo(move || if is_moved.get() { state.tell(|it| own_effect(it, choice)) } else { None });
    view! {
        <li class:on=is_moved>
            <h2>{line(move || name.get())}</h2>
            <p class="pr">{dynamic(move || rich(&read(|it| it.price.clone())))}</p>
            <Stepper choice name>
                <b hidden=flag(move || !is_moved.get())>{said(|it| &it.count)}</b>
                <small>{dynamic(move || if is_moved.get() { said(|it| &it.noun).into_any() } else { state.say(|it| it.doors.as_planned).into_any() })}</small>
            </Stepper>
            <div class="got" hidden=flag(move || !is_moved.get())>
                <p class="what small" aria-hidden="true">{said(|it| &it.count)}" "{said(|it| &it.noun)}</p>
                <p>{dynamic(move || change.with(|it| it.as_ref().map_or_else(|| uncounted(state), effect)))}</p>
                <p class="small">{said(|it| &it.beside)}" "{line(move || read(|it| it.serves_too.clone()))}</p>
            </div>
        </li>
    }
}

/// What a choice changes most, the number first.
fn effect(it: &OwnEffect) -> AnyView {
    all(vec![el("b", "c", vec![rich(&it.change)]), text(&format!(", {}.", it.of))])
}

fn uncounted(state: State) -> AnyView {
    text(state.texts().doors.not_counted)
}

/// − and + of a choice around what it stands at (Schrittschalter).
#[component]
pub fn Stepper(choice: Choice, #[prop(into)] name: Signal<String>, children: Children) -> impl IntoView {
    let state = State::get();
    let control: Derived<Control> =
        memo(move || choice_control(state.town, choice, state.chosen(choice), state.lang.get()));
    let on_move = Callback::new(move |change| state.choose(choice, change));
    view! { <Steppers control name on_move>{children()}</Steppers> }
}

/// − and + around what a value stands at.
#[component]
fn Steppers(
    control: Derived<Control>,
    name: Signal<String>,
    on_move: Callback<Money>,
    children: Children,
) -> impl IntoView {
    let state = State::get();
    // Whether the step led anywhere.
    let step_once = move |steps: i64| {
        let before = control.with_untracked(|it| it.change);
        on_move.run(control.with_untracked(|it| it.stepped(steps)));
        control.with_untracked(|it| it.change) != before
    };
    view! {
        <div class="step" role="group" aria-label=line(move || name.get())>
            <Repeat class="sb step-by" icon=Icon::Minus
                label=line(move || (state.texts().less)(&name.get(), &control.with(|it| it.step_text.clone())))
                on_step=Callback::new(move |()| step_once(-1)) />
            <p class="out">{children()}</p>
            <Repeat class="sb step-by" icon=Icon::Plus
                label=line(move || (state.texts().more)(&name.get(), &control.with(|it| it.step_text.clone())))
                on_step=Callback::new(move |()| step_once(1)) />
        </div>
    }
}

/// What the whole draft changes, beside the choices (Änderungen).
#[component]
fn Changed() -> impl IntoView {
    let state = State::get();
    let rows = memo(move || state.tell_ranged(figure::changes));
    let is_moved = memo(move || state.tell(|it| it.scenario.is_moved()));
    view! {
        <section class="panel" aria-labelledby="h-aendert">
            <h2 class="q" id="h-aendert">{state.say(|it| it.doors.what_changes)}</h2>
            <p class="small">{line(move || (state.texts().doors.against_plan)(state.town.horizon.0))}</p>
            {dynamic(move || rows.with(|(rows, uncounted)| {
                if rows.is_empty() {
                    let said = state.texts();
                    return paragraph("a", if is_moved.get() { said.doors.not_counted } else { said.doors.choose_first });
                }
                let doors = &state.texts().doors;
                let more = rows.len().saturating_sub(CHANGES);
                let mut parts = vec![el("ul", "fx", rows.iter().take(CHANGES).map(change_item).collect())];
                parts.extend((more > 0).then(|| paragraph("small", &(doors.more_changes)(more))));
                parts.extend((*uncounted > 0).then(|| paragraph("small", &(doors.uncounted)(*uncounted))));
                all(parts)
            }))}
        </section>
    }
}

/// A row of what changes.
fn change_item(row: &ChangeRow) -> AnyView {
    let beside = el("small", "", vec![text(&format!("{}; {}", row.of, row.range))]);
    el("li", "", vec![el("b", "", vec![text(&row.number)]), el("span", "", vec![rich(&row.noun), beside])])
}

/// A way to a screen that looks like a button.
pub fn way_to(state: State, screen: Screen, class: &'static str, label: Signal<String>) -> AnyView {
    view! { <a class=class href=to(state, screen)>{label}</a> }.into_any()
}
