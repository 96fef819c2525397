use leptos::prelude::*;

use super::choices::{Stepper, rows, way_to};
use super::held::{Derived, Held, flag, heard, line, memo};
use super::icon::{Icon, symbol};
use super::parts::{Fold, Press, cited, dynamic, el, nothing, paragraph};
use super::screen::Screen;
use super::state::State;
use super::steps::{Steps, WayOn};
use crate::figure::{self, Chosen, Step, TaxOffer, chosen, goal_name, tax_offer};
use crate::model::{Choice, FieldAt, Purpose, TaxAt, TaxKind};
use crate::scenario::Action;

/// Short path: where the money comes from (Kurz 3).
#[component]
pub fn Cover() -> impl IntoView {
    let state = State::get();
    let moved = move |is_more: bool| memo(move || state.tell(|it| it.town.moved_choices(it.scenario, is_more)));
    let (more, less) = (moved(true), moved(false));
    let invested = memo(move || state.tell(figure::meter).invested);
    let also = line(move || state.tell(figure::also_given));
    let none_yet =
        line(move || if more.with(Vec::is_empty) { state.texts().doors.nothing_yet.to_owned() } else { String::new() });
    view! {
        <Steps step=Step::Money />
        <section class="kurz">
            <div>
                <h1 tabindex="-1">{line(move || state.tell(figure::cover_question))}</h1>
                <p class="small" hidden=flag(move || invested.with(String::is_empty))>{line(move || invested.get())}</p>
            </div>
            <div class="duo even">
                <div class="trade">
                    <section aria-labelledby="h-gewinn">
                        <h2 id="h-gewinn">{state.say(|it| it.doors.you_gain)}</h2>
                        <Trades choices=more beside=none_yet />
                    </section>
                    <section class="lose" aria-labelledby="h-verzicht">
                        <h2 id="h-verzicht">{state.say(|it| it.doors.you_give)}</h2>
                        <Trades choices=less beside=also />
                    </section>
                </div>
                <Others />
            </div>
        </section>
        <WayOn screen=Screen::Outcome label=state.say(|it| it.doors.to_outcome) />
    }
}

/// What is more, or less, than planned, each with − and +, and what is said beside it.
#[component]
fn Trades(choices: Derived<Vec<Choice>>, beside: Signal<String>) -> impl IntoView {
    view! {
        <p class="small" hidden=flag(move || beside.with(String::is_empty))>{beside}</p>
        <For each=move || choices.get() key=|choice| format!("{choice:?}") let:choice><Trade choice /></For>
    }
}

#[component]
fn Trade(choice: Choice) -> impl IntoView {
    let state = State::get();
    let told: Derived<Option<Chosen>> = memo(move || state.tell(|it| chosen(it, choice)));
    let said = move |get: fn(&Chosen) -> &String| {
        line(move || told.with(|it| it.as_ref().map(get).cloned().unwrap_or_default()))
    };
    let name =
        line(move || figure::choice_figure(state.town, choice, state.lang.get()).map(|it| it.name).unwrap_or_default());
    view! {
        <div class="lr">
            <div>
                <p class="v">{said(|it| &it.size)}</p>
                <p class="small">{said(|it| &it.beside)}</p>
            </div>
            <Stepper choice name><b aria-hidden="true">{said(|it| &it.step)}</b></Stepper>
        </div>
    }
}

/// Other ways to pay: another measure, the reserve, a tax (Anderes kürzen oder Steuern erhöhen).
#[component]
fn Others() -> impl IntoView {
    let state = State::get();
    let base = Held::new(String::new());
    let goals = move || el("div", "folds", state.town.fields.places().map(|field| goal_fold(state, field)).collect());
    let taxes = state.town.taxes.pairs().filter(|(_, tax)| tax.kind != TaxKind::Fee).map(|(at, _)| {
        view! { <TaxRow at base /> }
    });
    let reserve = memo(move || state.tell(figure::reserve_said));
    let is_covered = flag(move || reserve.with(|it| it.1.is_none()));
    let has_bill = state.town.taxes.iter().any(|tax| tax.kind == TaxKind::PropertyTaxB);
    view! {
        <section aria-labelledby="h-stattdessen">
            <h2 class="grp" id="h-stattdessen">{line(move || state.tell(figure::other_ways))}</h2>
            <ul class="others">
                <li class="wide-row">
                    <Fold class="elsewhere"
                        summary=line(move || format!("{}, {}", state.texts().doors.other_measure, (state.texts().doors.other_measure_from)(state.town.fields.len())))
                        content=Callback::new(move |()| goals()) />
                </li>
                {taxes.collect_view()}
            </ul>
            <p class="base" hidden=!has_bill>
                <label for="messbetrag">{state.say(|it| it.doors.base_amount)}</label>
                <input id="messbetrag" type="text" inputmode="decimal" autocomplete="off" aria-describedby="messbetrag-note"
                    on:input=heard(move |event| base.set(event_target_value(&event))) />
                <span class="small" id="messbetrag-note">{state.say(|it| it.doors.base_amount_note)}</span>
            </p>
            // Below what is pressed: it grows and shrinks with what is missing.
            <ul class="others">
                <li>
                    {symbol(Icon::House)}
                    <div>
                        <h3>{state.say(|it| it.doors.reserve)}</h3>
                        <p class="pr">{line(move || reserve.with(|it| it.0.clone()))}</p>
                        <div hidden=is_covered>
                            <Fold class="more" summary=state.say(|it| it.doors.reserve_law)
                                content=Callback::new(move |()| dynamic(move || reserve.with(|it| it.1.as_ref().map_or_else(nothing, |law| paragraph("pr", law))))) />
                        </div>
                    </div>
                    <div hidden=is_covered>{way_to(state, Screen::Outcome, "btn", state.say(|it| it.doors.leave_so))}</div>
                </li>
            </ul>
        </section>
    }
}

/// The choices of a goal, behind its name.
fn goal_fold(state: State, field: FieldAt) -> AnyView {
    let purpose = Purpose::Field(field);
    let name = line(move || goal_name(state.town, purpose, state.lang.get()));
    view! { <Fold class="more" summary=name content=Callback::new(move |()| rows(&state.town.choices(purpose))) /> }
        .into_any()
}

/// A tax as a way to pay.
#[component]
fn TaxRow(at: TaxAt, base: Held<String>) -> impl IntoView {
    let state = State::get();
    let offer: Derived<Option<TaxOffer>> = memo(move || base.with(|base| state.tell(|it| tax_offer(it, at, base))));
    let read =
        move |get: fn(&TaxOffer) -> String| line(move || offer.with(|it| it.as_ref().map(get).unwrap_or_default()));
    let name = read(|it| it.name.clone());
    let doubt = memo(move || offer.with(|it| it.as_ref().and_then(|it| it.dispute.clone())));
    let is_moved = flag(move || offer.with(|it| it.as_ref().is_some_and(|it| it.is_moved)));
    let wanted = move || offer.with_untracked(|it| it.as_ref().and_then(|it| it.wanted));
    // Taken and nothing missing any more: the same button leads back, so that the keyboard keeps its place.
    let is_back = move || offer.with(|it| it.as_ref().is_some_and(|it| it.is_moved && it.wanted.is_none()));
    let planned = state.town.taxes.get(at).map_or(0.0, |tax| tax.multiplier);
    let set = move |multiplier: f64| {
        state.act(Action::SetTax(at, multiplier));
        state.settle();
    };
    view! {
        <li class:on=is_moved>
            {symbol(Icon::Euro)}
            <div>
                <h3>{name}</h3>
                <p class="pr">{read(|it| it.said.clone())}" "{read(|it| it.bill.clone())}</p>
                {dynamic(move || doubt.with(|it| it.as_ref().map_or_else(nothing, |(_, url)| {
                    el("p", "pr", vec![cited(state.texts().doors.disputed, url)])
                })))}
            </div>
            <Press label=line(move || if is_back() { state.texts().doors.take_back } else { state.texts().doors.take })
                spoken=Some(line(move || {
                    let doors = &state.texts().doors;
                    if is_back() { (doors.to_plan_of)(&name.get()) } else { (doors.take_of)(&name.get()) }
                }))
                on_press=Callback::new(move |()| match wanted() {
                    Some(wanted) => set(wanted),
                    None if untrack(is_back) => set(planned),
                    None => state.notice.set(state.texts().doors.nothing_missing.to_owned()),
                }) />
        </li>
    }
}
