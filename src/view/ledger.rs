use leptos::prelude::*;

use super::changes::AllChanges;
use super::control::Inputs;
use super::held::{Derived, flag, heard, line, memo};
use super::icon::{Icon, symbol};
use super::lever::{LeverRow, MeasureRow};
use super::parts::{Fold, Press, all, dynamic, el, nothing, paragraph, rich, text as word};
use super::state::State;
use super::taxes::Taxes;
use crate::figure::{self, Control, Mode, control, goal_name, investment_note, movable_share, sums};
use crate::model::{Money, Purpose};
use crate::scenario::{Action, Touched};
use crate::text;

/// The adopted budget by goals, with everything that can be moved (Ziele).
#[component]
pub fn Ledger() -> impl IntoView {
    let state = State::get();
    let town = state.town;
    let goals = town.fields.places().map(|field| view! { <GoalRow purpose=Purpose::Field(field) /> }.into_any());
    view! {
        <section class="ledger" id="ziele" aria-labelledby="h-ziele">
            <div class="head">
                <h2 class="q" id="h-ziele">{state.say(|it| it.ledger)}</h2>
                <Modes />
            </div>
            <p class="cols" aria-hidden="true">
                <span></span>
                <span class="ax"><i>"−10\u{a0}%"</i><i>{state.say(|it| it.plan)}</i><i>"+10\u{a0}%"</i></span>
                <span>{line(move || state.texts().mode(state.mode.get().index()).1)}</span>
                <span>"±"</span>
            </p>
            <ol class="goals">{all(goals.collect())}<GoalRow purpose=Purpose::Overhead /></ol>
            <p class="a share">
                {line(move || movable_share(town, state.lang.get()))}
                " "{state.say(|it| it.hatched)}
            </p>
            <Foot />
            <Changes />
            <AllChanges />
            <p class="across"><Press label=state.say(|it| it.bench.shift) opens_dialog=true on_press=Callback::new(move |()| state.shift.set(true)) /></p>
            <Taxes />
        </section>
    }
}

/// The switch between millions, euros per head and percent.
#[component]
fn Modes() -> impl IntoView {
    let state = State::get();
    let buttons = Mode::ALL.map(|mode| {
        view! {
            <Press
                class="mode"
                label=line(move || state.texts().mode(mode.index()).0)
                pressed=Some(flag(move || state.mode.get() == mode))
                on_press=Callback::new(move |()| state.mode.set(mode))
            />
        }
    });
    view! { <div class="seg" role="group" aria-label=state.say(|it| it.show_as)>{buttons.collect_view()}</div> }
}

/// One goal, or the overhead: number, name, three inputs, and its levers when opened (Zielzeile).
#[component]
fn GoalRow(purpose: Purpose) -> impl IntoView {
    let state = State::get();
    let town = state.town;
    let name = Signal::derive(move || goal_name(town, purpose, state.lang.get()));
    let number = match purpose {
        Purpose::Field(field) => town.fields.get(field).map(|it| it.number),
        Purpose::Overhead => None,
    };
    let (planned, room) = (town.planned(purpose), town.room(purpose));
    let control: Derived<Control> = memo(move || {
        let change = state.goal_change(purpose);
        control(town, planned, change, room, true, state.mode.get(), state.lang.get())
    });
    let is_moved = memo(move || state.is_goal_moved(purpose));
    let is_now = memo(move || match state.last() {
        Some(Touched::Purpose(last)) => last == purpose,
        Some(Touched::Cell(cell) | Touched::Lever(cell)) => cell.purpose == purpose,
        Some(Touched::Measure(at)) => town.goal_of(at) == Some(purpose),
        _ => false,
    });
    let is_open = memo(move || state.opened.get() == Some(purpose));
    let on_move = Callback::new(move |change: Money| state.act(Action::MovePurpose(purpose, change)));
    let id = number.map_or_else(|| "goal-overhead".to_owned(), |number| format!("goal-{number}"));
    let (row_id, levers_id) = (id.clone(), format!("{id}-levers"));
    let controls = levers_id.clone();
    view! {
        <li class="goal" class:moved=flag(move || is_moved.get()) class:now=flag(move || is_now.get()) class:opened=flag(move || is_open.get()) id=row_id>
            <span class="no">{number.map(|number| number.to_string())}</span>
            {symbol(number.map_or(Icon::Overhead, Icon::Goal))}
            <h3 class="name">
                <button
                    type="button"
                    aria-expanded=line(move || if is_open.get() { "true" } else { "false" })
                    aria-controls=controls
                    title=line(move || (state.texts().open_levers)(&name.get()))
                    on:click=heard(move |_| state.opened.update(|it| *it = if *it == Some(purpose) { None } else { Some(purpose) }))
                >
                    {line(move || name.get())}
                </button>
            </h3>
            <Inputs id name control on_move is_locked=false />
            <Echo purpose is_moved />
            <div class="open" id=levers_id hidden=flag(move || !is_open.get())>
                {dynamic(move || if is_open.get() { view! { <Levers purpose /> }.into_any() } else { nothing() })}
            </div>
        </li>
    }
}

/// Below a moved goal: what others reimburse, and what it moves most (Echo).
#[component]
fn Echo(purpose: Purpose, is_moved: Derived<bool>) -> impl IntoView {
    let state = State::get();
    let reimbursed = move || state.tell(|it| figure::reimbursed(it, purpose));
    let strongest = move || state.tell_ranged(|it| figure::strongest_said(it, purpose));
    let bought = move || state.tell(|it| figure::bought_first(it, purpose));
    view! {
        <div class="echo" hidden=flag(move || !is_moved.get())>
            {dynamic(move || {
                if !is_moved.get() {
                    return nothing();
                }
                let mut lines = Vec::new();
                lines.extend(reimbursed().map(|it| paragraph("", &it)));
                lines.extend(bought().map(|it| paragraph("phone-only", &it)));
                lines.extend(strongest().map(|[name, change, horizon]| {
                    let change = el("b", "delta n", vec![rich(&change)]);
                    let said = vec![symbol(Icon::Arrow), rich(&format!(" {name}: ")), change, word(&format!(" ({horizon})"))];
                    el("p", "phone-only", said)
                }));
                all(lines)
            })}
        </div>
    }
}

/// The levers of an open goal.
#[component]
fn Levers(purpose: Purpose) -> impl IntoView {
    let state = State::get();
    let town = state.town;
    let cells = town.cells(purpose);
    let built = town.investment_cells(purpose);
    let note = move || figure::levers_note(town, purpose, state.lang.get());
    let description = move || figure::goal_description(town, purpose, state.lang.get());
    let name = move || goal_name(town, purpose, state.lang.get());
    let further = town.further_measures(purpose);
    let has_further = !further.is_empty();
    let levers = cells.into_iter().chain(built).map(|cell| view! { <LeverRow cell /> }.into_any());
    let rows = levers.chain(further.into_iter().map(|at| view! { <MeasureRow at /> }.into_any())).collect();
    // What is the same for many rows is told once.
    let about = move || {
        let mut told = vec![description(), note()];
        told.extend(investment_note(town, purpose, state.lang.get()));
        told.extend(has_further.then(|| state.texts().further_measures_note.to_owned()));
        all(told.iter().map(|it| paragraph("a", it)).collect())
    };
    view! {
        {el("ol", "levers", rows)}
        <p class="a spreads">{line(move || state.goal_parts(purpose))}</p>
        <Fold class="about" summary=line(move || (state.texts().about_goal)(&name())) content=Callback::new(move |()| dynamic(about)) />
        <Press
            label=line(move || (state.texts().back_to_plan)(&name()))
            on_press=state.on(Action::ResetPurpose(purpose))
        />
    }
}

/// The parts sum to the printed plan.
#[component]
fn Foot() -> impl IntoView {
    let state = State::get();
    let sums = memo(move || state.tell(|it| sums(it.town, it.scenario, state.mode.get(), it.lang)));
    let row = |label: fn(&text::Texts) -> &'static str, value: fn(&figure::Sums) -> String, class: &'static str| {
        view! {
            <dt class=class>{line(move || label(state.texts()))}</dt>
            <dd class=class>{line(move || sums.with(value))}</dd>
        }
    };
    view! {
        <dl class="rest">
            <dt>{line(move || sums.with(|it| it.goals_name.clone()))}</dt>
            <dd>{line(move || sums.with(|it| it.goals.clone()))}</dd>
            {dynamic(move || {
                let rows = sums.with(|it| it.fixed.clone()).into_iter();
                all(rows.flat_map(|(name, amount)| [el("dt", "", vec![word(&name)]), el("dd", "", vec![word(&amount)])]).collect())
            })}
            {row(|it| it.total, |it| it.total.clone(), "sum")}
            {dynamic(move || match sums.with(|it| it.with_changes.clone()) {
                Some(changed) => all(vec![
                    el("dt", "delta", vec![word(state.texts().total_with_changes)]),
                    el("dd", "delta", vec![word(&changed)]),
                ]),
                None => nothing(),
            })}
            {row(|it| it.revenue_sum, |it| it.revenue.clone(), "")}
            {row(|it| it.result, |it| it.result.clone(), "")}
        </dl>
    }
}

/// Changes that are named in the line of changes; of the others it says how many.
const NAMED: usize = 6;

/// What was changed so far, in one line.
#[component]
fn Changes() -> impl IntoView {
    let state = State::get();
    let changes = memo(move || state.tell(figure::change_list));
    view! {
        <p class="log" id="aenderungen" tabindex="-1">
            {dynamic(move || {
                let list = changes.get();
                if list.is_empty() {
                    return word(state.texts().nothing_changed);
                }
                let mut parts = vec![el("b", "", vec![word(&(state.texts().changes)(list.len()))])];
                for (i, change) in list.iter().take(NAMED).enumerate() {
                    parts.push(word(&format!("{} {} ", if i > 0 { "," } else { "" }, change.what)));
                    parts.push(el("span", "delta n", vec![word(&change.amount)]));
                }
                let more = list.len().saturating_sub(NAMED);
                parts.push(word(&if more > 0 { (state.texts().and_more)("", more) } else { String::new() }));
                parts.push(word("."));
                all(parts)
            })}
        </p>
    }
}
