use leptos::prelude::*;

use super::held::{line, memo};
use super::icon::{Icon, symbol};
use super::parts::{dynamic, rich};
use super::passage::to;
use super::screen::Screen;
use super::state::State;
use super::steps::{News, Steps};
use crate::figure::{GoalTile, Step, goal_tiles};
use crate::model::{FieldAt, Purpose};

/// Short path: which goal (Kurz 1).
#[component]
pub fn Goals() -> impl IntoView {
    let state = State::get();
    let tiles = goal_tiles(state.town, state.lang.get_untracked());
    let tile = |(at, first): (FieldAt, GoalTile)| {
        let figure =
            memo(move || goal_tiles(state.town, state.lang.get()).into_iter().find(|it| it.0 == at).map(|it| it.1));
        let read = move |get: fn(&GoalTile) -> String| {
            line(move || figure.with(|it| it.as_ref().map(get).unwrap_or_default()))
        };
        let today = read(|it| it.today[0].clone());
        let is_moved = move || state.is_goal_moved(Purpose::Field(at));
        view! {
            <li>
                <a class="tile" href=to(state, Screen::Choices(at))>
                    <svg class="prop" aria-hidden="true">
                        <line class="r" x1="0" x2="100%" y1="50%" y2="50%" />
                        <line class="w" x1="0" x2=format!("{:.2}%", first.length) y1="50%" y2="50%" />
                        <circle class="bead" class:gone=move || !is_moved() cx=format!("{:.2}%", first.length) cy="50%" r="6" />
                    </svg>
                    {symbol(Icon::Goal(first.number))}
                    <h2><i>{first.number}</i>" "{read(|it| it.name.clone())}</h2>
                    <span class="eu">{read(|it| it.amount.clone())}"\u{a0}"<small>{line(move || state.texts().modes[0])}</small></span>
                    <span class="now">{dynamic(move || rich(&today.get()))}<span class="wide">{read(|it| it.today[1].clone())}</span></span>
                </a>
            </li>
        }
    };
    view! {
        <Steps step=Step::Goal />
        <section class="kurz">
            <div>
                <h1 tabindex="-1">{state.say(|it| it.which_goal)}</h1>
                <p class="small">{state.say(|it| it.doors.longer_is_more)}</p>
                <News />
            </div>
            <ul class="tiles">{tiles.into_iter().map(tile).collect_view()}</ul>
        </section>
    }
}
