use leptos::prelude::*;

use super::control::Field;
use super::dialog::Dialog;
use super::held::{Derived, Held, flag, heard, line, memo};
use super::parts::{Press, all, dynamic, el, paragraph, text, with};
use super::state::State;
use crate::figure::{Mode, PotFigure, pot_figures, shift_figure};
use crate::model::Money;
use crate::platform::{focus, frame, input};
use crate::scenario::{Action, Pot};
use crate::text::Bench;

/// What is moved before somebody says how much, euros per year.
const BEGIN: f64 = 100_000.0;

/// Moves money from one to another, told before it moves (Umschichten).
#[component]
pub fn ShiftDialog() -> impl IntoView {
    let state = State::get();
    let close = move || state.shift.set(false);
    view! {
        <Dialog id="h-umschichten" heading=state.say(|it| it.bench.shift_title)
            is_open=flag(move || state.shift.get()) on_close=Callback::new(move |()| close())>
            {move || state.shift.get().then(|| view! { <Shift /> })}
        </Dialog>
    }
}

/// From where, to where, how much, and what it does.
#[component]
fn Shift() -> impl IntoView {
    let state = State::get();
    let (from, to) = (Held::new(None::<Pot>), Held::new(None::<Pot>));
    let amount = Held::new(Money::from_euros(BEGIN));
    // What stands in the field while it is being typed; none where that is no amount.
    let wish = Held::new(Some(Money::from_euros(BEGIN)));
    let close = move || state.shift.set(false);
    let givers = memo(move || state.tell(|it| pot_figures(it, &state.pots(true))));
    let takers = memo(move || {
        let mut pots = state.pots(false);
        pots.retain(|pot| from.get().is_none_or(|from| from.pays_for(*pot, state.town)));
        state.tell(|it| pot_figures(it, &pots))
    });
    // What can no longer take is no longer chosen.
    let taker = memo(move || to.get().filter(|to| takers.with(|all| all.iter().any(|it| it.pot == *to))));
    let ends = memo(move || from.get().zip(taker.get()));
    let figure = memo(move || {
        let ((from, to), wish) = ends.get().zip(wish.get())?;
        let shifted = state.shifted(from, to, wish);
        Some(state.tell(|it| shift_figure(it, (from, to), wish, &shifted)))
    });
    let is_idle = flag(move || figure.with(|it| it.as_ref().is_none_or(|it| it.ends.is_empty())));
    let read = move |typed: &str| {
        let lang = state.lang.get_untracked();
        Mode::Total.read(state.town, Money::ZERO, amount.get_untracked(), typed, lang).filter(|it| *it >= Money::ZERO)
    };
    let on_typed = move |typed: String| {
        let euros = read(&typed);
        wish.set(euros);
        euros.map(|euros| amount.set(euros)).is_some()
    };
    let on_typing = Some(Callback::new(move |typed: String| wish.set(read(&typed))));
    let apply = move |()| {
        if let Some(((from, to), wish)) = ends.get_untracked().zip(wish.get_untracked()) {
            close();
            // As much as was told; what did not go was said before.
            let told = untrack(|| state.shifted(from, to, wish)).amount;
            state.act(Action::Shift(from, to, told));
            frame::later(0, || focus::go_to("aenderungen"));
        }
    };
    let preview = move || {
        figure.with(|it| {
            let Some(it) = it else { return paragraph("", state.texts().bench.shift_first) };
            let further = [&it.balance, &it.years].into_iter().flatten();
            // Less than was wished for is said first.
            let limit = it.limit.iter().map(|it| el("p", "", vec![el("strong", "", vec![text(it)])]));
            let mut said: Vec<AnyView> = limit.chain(it.ends.iter().map(|it| paragraph("", it))).collect();
            said.extend(further.map(|it| paragraph("small", it)));
            all(said)
        })
    };
    view! {
        <p class="a">{state.say(|it| it.bench.shift_note)}</p>
        <div class="shift">
            <Ends label=|it| it.shift_from pots=givers chosen=flagged(from) on_choose=Callback::new(move |pot| from.set(pot)) />
            <Ends label=|it| it.shift_to pots=takers chosen=taker on_choose=Callback::new(move |pot| to.set(pot)) />
            <div class="shift-amount">
                <span aria-hidden="true">{state.say(|it| it.bench.shift_amount)}</span>
                <Field id="shift-amount".to_owned()
                    label=line(move || format!("{}, {}", state.texts().bench.shift_amount, state.texts().bench.shift_amount_unit))
                    value=line(move || Mode::Total.amount(state.town, Money::ZERO, amount.get(), state.lang.get()))
                    unit=Some(state.say(|it| it.bench.shift_amount_unit))
                    change=line(String::new)
                    on_typed on_typing />
            </div>
        </div>
        {with("div", "role", "status".to_owned(), vec![dynamic(preview)])}
        <p class="end">
            <Press label=state.say(|it| it.cancel) on_press=Callback::new(move |()| close()) />
            <Press class="btn main" label=state.say(|it| it.bench.shift_do) disabled=is_idle on_press=Callback::new(apply) />
        </p>
    }
}

/// A held value as one that follows.
fn flagged(it: Held<Option<Pot>>) -> Derived<Option<Pot>> {
    memo(move || it.get())
}

/// A native list of what money can come from or go to, by goals.
#[component]
fn Ends(
    label: fn(&'static Bench) -> &'static str,
    pots: Derived<Vec<PotFigure>>,
    chosen: Derived<Option<Pot>>,
    on_choose: Callback<Option<Pot>>,
) -> impl IntoView {
    let state = State::get();
    let choose = move |event| {
        let key = input::chosen(&event);
        on_choose.run(pots.with_untracked(|all| all.iter().find(|it| it.key == key).map(|it| it.pot)));
    };
    let option = move |it: &PotFigure| {
        let pot = it.pot;
        let is_chosen = flag(move || chosen.get() == Some(pot));
        view! { <option value=it.key.clone() prop:selected=is_chosen>{it.name.clone()}</option> }.into_any()
    };
    let groups = move || {
        pots.with(|pots| {
            let group = |it: &[PotFigure]| {
                let name = it.first().map(|it| it.group.clone()).unwrap_or_default();
                with("optgroup", "label", name, it.iter().map(option).collect())
            };
            all(pots.chunk_by(|one, other| one.group == other.group).map(group).collect())
        })
    };
    view! {
        <label>
            <span>{line(move || label(&state.texts().bench))}</span>
            <select on:change=heard(choose)>
                <option value="" prop:selected=flag(move || chosen.get().is_none())>{state.say(|it| it.bench.shift_choose)}</option>
                {dynamic(groups)}
            </select>
        </label>
    }
}
