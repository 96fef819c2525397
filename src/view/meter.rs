use leptos::prelude::*;

use super::held::{Derived, Held, flag, line, memo};
use super::notice::Read;
use super::parts::{Press, all, dynamic, el, text};
use super::screen::Screen;
use super::state::State;
use crate::figure;
use crate::platform::frame;
use crate::scenario::Action;

/// Silence after the last input before the balance is read out, milliseconds.
const PAUSE: i32 = 700;

/// The balance, always visible, and what happened last (Waage).
#[component]
pub fn Meter() -> impl IntoView {
    let state = State::get();
    let meter = memo(move || state.tell(figure::meter));
    view! {
        <section class="scale" hidden=flag(move || state.screen.get() != Screen::Bench) aria-label=state.say(|it| it.meter)>
            <div class="scale-in">
                <div class="meter">
                    <p class="word">
                        <span>{line(move || meter.with(|it| it.word))}</span>
                        <b>{line(move || meter.with(|it| if it.amount.is_empty() { state.texts().as_planned.to_owned() } else { it.amount.clone() }))}</b>
                    </p>
                    <Beam meter />
                    <div class="spread">
                        <Press label=state.say(|it| it.spread) hidden=flag(move || meter.with(|it| !it.has_rest)) opens_dialog=true on_press=Callback::new(move |()| state.spread.set(true)) />
                    </div>
                </div>
                <Said meter />
            </div>
        </section>
    }
}

/// The balance as a bead on a line (Balken der Waage).
#[component]
pub fn Beam(meter: Derived<figure::Meter>) -> impl IntoView {
    let state = State::get();
    let percent = |value: f64| format!("{value:.2}%");
    view! {
        <svg class="beam" aria-hidden="true">
            <line class="zero" x1="50%" x2="50%" y1="0" y2="100%" />
            <line class="arm" x1="4%" x2="96%" y1="50%" y2="50%" />
            <rect class="fill" y="50%" height="8" transform="translate(0 -4)"
                x=line(move || percent(meter.with(|it| it.bar.0)))
                width=line(move || percent(meter.with(|it| it.bar.1))) />
            <circle class="bead" class:rest=flag(move || meter.with(|it| !it.is_touched)) cy="50%" r="10"
                cx=line(move || percent(meter.with(|it| it.bead))) />
            <g class="cap">
                <text x="4%" y="50%" dy="1.5em">{state.say(|it| it.beam_missing)}</text>
                <text x="96%" y="50%" dy="1.5em" text-anchor="end">{state.say(|it| it.beam_left)}</text>
            </g>
        </svg>
    }
}

/// The balance for screen readers: once after a burst of inputs.
#[component]
pub fn Announcement() -> impl IntoView {
    let state = State::get();
    let meter = memo(move || state.tell(figure::meter));
    let said = Held::new(String::new());
    let turn = StoredValue::new(0_u32);
    Effect::new(move |before: Option<()>| {
        let balance = meter.with(|it| format!("{} {}", it.word, it.amount).trim().to_owned());
        let text = format!("{} {balance}", state.notice.get()).trim().to_owned();
        // The first reading is not news, and easy German says it in its own words.
        if before.is_none() || state.screen.get_untracked().is_easy() {
            return;
        }
        turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let mine = turn.get_value();
        frame::later(PAUSE, move || {
            if turn.try_get_value() == Some(mine) {
                said.set(text);
            }
        });
    });
    view! { <p class="vh" role="status" id="announcement">{line(move || said.get())}</p> }
}

/// What happened last, or three steps for a first visit, and the way back to the plan.
#[component]
fn Said(meter: Derived<figure::Meter>) -> impl IntoView {
    let state = State::get();
    let is_known = Held::new(false);
    let changes = memo(move || state.tell(|it| figure::change_list(it).len()));
    let is_touched = memo(move || state.is_touched());
    let shocks = memo(move || state.tell(figure::shocks_struck));
    let shows_steps = move || !is_known.get() && !is_touched.get() && state.notice.with(String::is_empty);
    view! {
        <div class="said">
            <ol class="steps" hidden=flag(move || !shows_steps())>
                {dynamic(move || steps(state.texts().steps))}
            </ol>
            <div class="news" class:long=flag(move || state.notice.with(|it| !it.is_empty()))>
            <p class="last" hidden=flag(shows_steps)>
                {line(move || {
                    let notice = state.notice.get();
                    if notice.is_empty() {
                        (state.texts().changes)(changes.get())
                    } else {
                        notice
                    }
                })}" "
                <a href="#aenderungen" hidden=flag(move || changes.get() == 0 || state.notice.with(|it| !it.is_empty()))>{state.say(|it| it.doors.see_changes)}</a>
            </p>
            <p class="a" hidden=flag(move || meter.with(|it| it.invested.is_empty()))>
                {line(move || meter.with(|it| it.invested.clone()))}
            </p>
                <p class="a crisis" hidden=flag(move || shocks.with(String::is_empty))>
                    {line(move || shocks.get())}" "<a href="#krisentest">{state.say(|it| it.resilience)}</a>
                </p>
            </div>
            <div class="acts">
                <Read />
                <Press label=state.say(|it| it.understood) hidden=flag(move || !shows_steps()) on_press=Callback::new(move |()| is_known.set(true)) />
                <Press label=state.say(|it| it.reset) hidden=flag(move || !is_touched.get()) on_press=state.on(Action::Reset) />
            </div>
        </div>
    }
}

/// Three steps, each with a number and a bold head.
fn steps(steps: [(&str, &str); 3]) -> AnyView {
    let step = |(number, (head, words)): (usize, (&str, &str))| {
        let number = view! { <span class="no" aria-hidden="true">{number}</span> }.into_any();
        let said = el("span", "", vec![el("b", "", vec![text(head)]), text(words)]);
        el("li", "", vec![number, said])
    };
    all((1..).zip(steps).map(step).collect())
}
