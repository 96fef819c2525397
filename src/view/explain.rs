//! What can be said of a change beside its amount: for which years, and why.

use leptos::prelude::*;

use super::held::{Derived, Held, flag, heard, line, memo};
use super::parts::{Fold, all, dynamic, el, nothing, text};
use super::state::State;
use crate::figure::{Span, changeable_years, span};
use crate::model::{Choice, Year};
use crate::platform::input;
use crate::scenario::{Action, Changed, REASON};

/// Years and reason of a change, behind one step (Jahre und Grund).
#[component]
pub fn Explained(changed: Changed, #[prop(into)] name: Signal<String>) -> impl IntoView {
    let state = State::get();
    let content = move |()| {
        let years = match changed {
            Changed::Choice(choice) => view! { <Years choice name /> }.into_any(),
            Changed::Tax(_) => {
                let (from, to) = (state.town.first_year.0, state.town.horizon.0);
                view! { <p class="small">{line(move || (state.texts().bench.tax_years)(from, to))}</p> }.into_any()
            }
        };
        el("div", "explained", vec![years, view! { <Reason changed name /> }.into_any()])
    };
    let summary = line(move || {
        let bench = &state.texts().bench;
        if matches!(changed, Changed::Choice(_)) { bench.years_and_reason } else { bench.only_reason }
    });
    view! { <Fold class="grounds" summary content=Callback::new(content) /> }
}

/// From which year a change holds, and to which.
#[component]
fn Years(choice: Choice, name: Signal<String>) -> impl IntoView {
    let state = State::get();
    let refused = Held::new(String::new());
    let span: Derived<Option<Span>> = memo(move || state.tell(|it| span(it, choice)));
    let is_locked = flag(move || matches!(choice, Choice::Everyday(cell) if state.is_locked(cell)));
    let set = move |get: fn(Span) -> Year, years: &dyn Fn(Span, Year) -> (Year, Year), event: &_| {
        let Some((now, year)) = span.get_untracked().zip(input::chosen(event).parse().ok()) else { return };
        let (from, to) = years(now, Year(year));
        state.act(Action::SetYears(choice, from, to));
        refused.set(state.notice.get_untracked());
        // What was refused is no longer chosen.
        input::write_back(event, &span.get_untracked().map(|it| get(it).0.to_string()).unwrap_or_default());
    };
    let options = move |get: fn(Span) -> Year| {
        let option = |year: Year| {
            let is_chosen = flag(move || span.with(|it| it.is_some_and(|it| get(it) == year)));
            view! { <option value=year.0.to_string() prop:selected=is_chosen>{year.0.to_string()}</option> }.into_any()
        };
        all(changeable_years(state.town).map(option).collect())
    };
    view! {
        <p class="years">
            <label>{state.say(|it| it.bench.from_year)}" "
                <select disabled=is_locked aria-label=line(move || (state.texts().bench.from_year_of)(&name.get()))
                    on:change=heard(move |event| set(|it| it.from, &|now, year| (year, now.to), &event))>{options(|it| it.from)}</select>
            </label>
            <label>{state.say(|it| it.bench.to_year)}" "
                <select disabled=is_locked aria-label=line(move || (state.texts().bench.to_year_of)(&name.get()))
                    on:change=heard(move |event| set(|it| it.to, &|now, year| (now.from, year), &event))>{options(|it| it.to)}</select>
            </label>
        </p>
        <p class="wrong" hidden=flag(move || refused.with(String::is_empty))>{line(move || refused.get())}</p>
        <p class="small" hidden=flag(move || !is_locked.get())>{state.say(|it| it.bench.locked_years)}</p>
    }
}

/// Why, in the person's own words.
#[component]
fn Reason(changed: Changed, name: Signal<String>) -> impl IntoView {
    let state = State::get();
    let reason = line(move || state.reason(changed));
    let set = move |event| {
        state.act(Action::SetReason(changed, input::chosen(&event)));
        input::write_back(&event, &reason.get_untracked());
    };
    view! {
        <label class="why-so">{state.say(|it| it.bench.reason)}
            <input type="text" maxlength=REASON.to_string() autocomplete="off" prop:value=reason
                aria-label=line(move || (state.texts().bench.reason_of)(&name.get()))
                on:change=heard(set) />
        </label>
        <p class="small">{line(move || (state.texts().bench.reason_note)(REASON))}</p>
    }
}

/// The reason of a change, where somebody gave one.
pub fn because(state: State, changed: Changed) -> AnyView {
    dynamic(move || match state.reason(changed) {
        reason if reason.is_empty() => nothing(),
        reason => el("small", "because", vec![text(&(state.texts().bench.because)(&reason))]),
    })
}
