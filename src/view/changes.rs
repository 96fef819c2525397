use leptos::prelude::*;

use super::choices::way_to;
use super::explain::{Explained, because};
use super::held::{Derived, flag, line, memo};
use super::parts::{Fold, Press};
use super::screen::Screen;
use super::state::State;
use crate::figure::{Chosen, choice_figure, chosen, tax_figure};
use crate::model::{Choice, Money, TaxAt};
use crate::platform::{focus, frame};
use crate::scenario::{Action, Changed};

/// Everything that was moved, one by one, each with its way back (Änderungsliste).
#[component]
pub fn AllChanges() -> impl IntoView {
    let state = State::get();
    let choices = memo(move || state.tell(|it| it.town.moved_things(it.scenario)));
    let taxes = memo(move || state.tell(|it| it.scenario.taxes.keys().copied().collect::<Vec<_>>()));
    let is_none = flag(move || choices.with(Vec::is_empty) && taxes.with(Vec::is_empty));
    view! {
        <div hidden=is_none>
            <Fold class="more" summary=state.say(|it| it.doors.all_changes) content=Callback::new(move |()| view! {
                <ul class="all-changes">
                    <For each=move || choices.get() key=|choice| format!("{choice:?}") let:choice><OfChoice choice /></For>
                    <For each=move || taxes.get() key=|at| at.0 let:at><OfTax at /></For>
                </ul>
            }.into_any()) />
            <p>{way_to(state, Screen::Share, "tlink", state.say_first(|it| it.share))}</p>
        </div>
    }
}

/// The row that had the keyboard is gone; it goes on at the list of what is still changed.
fn go_on() {
    frame::later(0, || focus::go_to("aenderungen"));
}

/// A moved choice.
#[component]
fn OfChoice(choice: Choice) -> impl IntoView {
    let state = State::get();
    let name = line(move || choice_figure(state.town, choice, state.lang.get()).map(|it| it.name).unwrap_or_default());
    let told: Derived<Option<Chosen>> = memo(move || state.tell(|it| chosen(it, choice)));
    let read = move |get: fn(&Chosen) -> String| line(move || told.with(|it| it.as_ref().map(get).unwrap_or_default()));
    let size = line(move || {
        let between = || state.texts().doors.between_goals.to_owned();
        told.with(|it| it.as_ref().map_or_else(between, |it| format!("{} {}", it.count, it.noun)))
    });
    let serves =
        line(move || choice_figure(state.town, choice, state.lang.get()).map(|it| it.serves_too).unwrap_or_default());
    let back = Callback::new(move |()| {
        state.choose(choice, Money::ZERO);
        state.settle();
        go_on();
    });
    view! {
        <li>
            <span><b>{name}</b>" "<span class="delta">{size}</span>
                <small>{read(|it| it.beside.clone())}" "{serves}</small>{because(state, Changed::Choice(choice))}</span>
            <Press label=state.say(|it| it.doors.take_back) spoken=Some(line(move || (state.texts().doors.take_back_of)(&name.get()))) on_press=back />
            <Explained changed=Changed::Choice(choice) name />
        </li>
    }
}

/// A tax that differs from the plan.
#[component]
fn OfTax(at: TaxAt) -> impl IntoView {
    let state = State::get();
    let planned = state.town.taxes.get(at).map_or(0.0, |tax| tax.multiplier);
    let figure = memo(move || {
        let tax = state.town.taxes.get(at)?;
        Some(tax_figure(state.town, tax, state.multiplier(at), state.lang.get()))
    });
    let name = line(move || figure.with(|it| it.as_ref().map(|it| it.name.clone()).unwrap_or_default()));
    let said = line(move || figure.with(|it| it.as_ref().map(|it| it.spoken.clone()).unwrap_or_default()));
    let back = Callback::new(move |()| {
        state.act(Action::SetTax(at, planned));
        state.settle();
        go_on();
    });
    view! {
        <li>
            <span><b>{name}</b>" "<span class="delta">{said}</span>{because(state, Changed::Tax(at))}</span>
            <Press label=state.say(|it| it.doors.take_back) spoken=Some(line(move || (state.texts().doors.take_back_of)(&name.get()))) on_press=back />
            <Explained changed=Changed::Tax(at) name />
        </li>
    }
}
