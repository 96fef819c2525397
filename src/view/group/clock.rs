use leptos::prelude::*;

use super::common::said;
use super::room;
use crate::group::Timer;
use crate::platform::{clock, frame};
use crate::view::held::{Held, flag, line};
use crate::view::parts::{Press, all, dynamic};
use crate::view::state::State;

/// Minutes that are offered.
const MINUTES: [u32; 4] = [3, 5, 10, 20];

/// From one look at the clock to the next, milliseconds.
const LOOK: i32 = 250;

/// A clock that runs along and ends nothing (Uhr).
#[component]
pub fn Clock() -> impl IntoView {
    let state = State::get();
    let now = Held::new(clock::milliseconds());
    let stands = StoredValue::new(());
    look(now, stands);
    let timer = move || room::timer(state);
    let left = line(move || {
        let words = state.lang.get().group();
        timer()
            .map(|it| it.told(now.get()))
            .map_or_else(String::new, |(minutes, seconds)| (words.timer_left)(minutes, seconds))
    });
    let is_over = move || timer().is_some_and(|it| it.is_over(now.get()));
    let over = line(move || if is_over() { state.lang.get().group().timer_over } else { "" });
    let choices = move || {
        let choice = |minutes: u32| {
            let label = line(move || (state.lang.get().group().minutes)(minutes));
            let press = move |()| {
                now.set(clock::milliseconds());
                room::set_timer(state, Some(Timer::started(minutes, clock::milliseconds())));
            };
            view! { <Press label=label on_press=Callback::new(press) /> }.into_any()
        };
        all(MINUTES.into_iter().map(choice).collect())
    };
    let toggle = Callback::new(move |()| {
        let moment = clock::milliseconds();
        room::set_timer(state, untrack(timer).map(|it| it.toggled(moment)));
    });
    let word = line(move || {
        let words = state.lang.get().group();
        if timer().is_some_and(|it| it.is_going(now.get())) { words.timer_stop } else { words.timer_go }
    });
    view! {
        <section class="clock" aria-labelledby="h-uhr">
            <h2 class="q" id="h-uhr">{said(state, |it| it.timer)}</h2>
            <p class="small">{said(state, |it| it.timer_note)}</p>
            <p class="left" role="timer" hidden=flag(move || timer().is_none())>{left}</p>
            <p role="status">{over}</p>
            <p class="row">{dynamic(choices)}<Press label=word hidden=flag(move || timer().is_none() || is_over()) on_press=toggle /></p>
        </section>
    }
}

/// Looks at the clock as long as it stands on the page.
fn look(now: Held<f64>, stands: StoredValue<()>) {
    frame::later(LOOK, move || {
        if !stands.is_disposed() {
            now.set(clock::milliseconds());
            look(now, stands);
        }
    });
}
