use leptos::prelude::*;

use super::chart::{Chart, Own, Plot};
use super::held::{Derived, Held, flag, heard, line, memo};
use super::parts::{Press, all, dynamic, el, nothing, rich};
use super::screen::Screen;
use super::state::State;
use crate::figure::plot::wheel;
use crate::figure::{self, WheelBar, WheelFigure, WheelRow};
use crate::platform::{document, focus, frame};
use crate::text::Products as Words;

/// A window that is no wider begins with the bars, CSS pixels.
const NARROW: u16 = 480;

/// Ecological ceiling and social foundation, as a wheel or as bars; what is to be read stands in the lists (Zielrad).
#[component]
pub fn Wheel() -> impl IntoView {
    let state = State::get();
    let figure = memo(move || state.tell_rested(figure::wheel_figure));
    let plot = memo(move || figure.with(|it| Some(Plot::Wheel(Own { plot: it.plot.clone(), draw: wheel::draw }))));
    let is_bars = Held::new(document::is_narrow(NARROW));
    let choice = |label: fn(&'static Words) -> &'static str, as_bars: bool| {
        view! {
            <Press class="mode" label=said(state, label) pressed=Some(flag(move || is_bars.get() == as_bars))
                on_press=Callback::new(move |()| is_bars.set(as_bars)) />
        }
    };
    view! {
        <section class="wheel" id="zielrad" aria-labelledby="h-zielrad">
            <h2 class="q" id="h-zielrad">{said(state, |it| it.wheel)}</h2>
            <p class="a">
                <strong>{line(move || figure.with(|it| it.sentence.clone()))}</strong>" "{said(state, |it| it.wheel_how)}
            </p>
            <div class="seg" role="group" aria-label=said(state, |it| it.wheel_as[0])>
                {choice(|it| it.wheel_as[1], false)}
                {choice(|it| it.wheel_as[2], true)}
            </div>
            <p class="small">{line(move || (state.lang.get().products().wheel_drawn)(state.town.horizon.0))}</p>
            <div class="rings">
                <div class="round" hidden=flag(move || is_bars.get())>
                    <Chart class="piece" name=said(state, |it| it.wheel_name) plot />
                </div>
                {ring(state, figure, is_bars, said(state, |it| it.ceiling), 0)}
                {ring(state, figure, is_bars, said(state, |it| it.foundation), 1)}
            </div>
        </section>
    }
}

fn said(state: State, label: fn(&'static Words) -> &'static str) -> Signal<String> {
    line(move || label(state.lang.get().products()))
}

/// One of the two rings as a list, in the order of the picture; its rows are the town's.
fn ring(
    state: State,
    figure: Derived<WheelFigure>,
    is_bars: Held<bool>,
    title: Signal<String>,
    ring: usize,
) -> AnyView {
    let rows = move || figure.with(|it| it.rings.get(ring).cloned().unwrap_or_default());
    let items = dynamic(move || {
        let as_bars = is_bars.get();
        all(rows().iter().map(|it| row(state, it, as_bars)).collect())
    });
    view! { <div><h3>{title}</h3><ol>{items}</ol></div> }.into_any()
}

fn row(state: State, it: &WheelRow, as_bars: bool) -> AnyView {
    let name = match it.to {
        None => el("b", "", vec![rich(&it.name)]),
        Some(at) => {
            // The address stays on this screen, whose beginning tells of the indicator.
            let go = move |_| {
                frame::later(0, || {
                    document::to_top();
                    focus::to_heading();
                })
            };
            view! { <a href=format!("#{}", Screen::of_indicator(at, state.town)) on:click=heard(go)>{rich(&it.name)}</a> }
                .into_any()
        }
    };
    let bar = if as_bars { bar(it.bar.as_ref()) } else { nothing() };
    el("li", "", vec![el("span", "", vec![rich(&it.number)]), name, el("span", "", vec![rich(&it.said)]), bar])
}

/// How far it is from its limit, beside the words that say it.
fn bar(it: Option<&WheelBar>) -> AnyView {
    let percent = |share: f64| format!("{share:.1}%");
    let mark = |class: &'static str, share: f64| {
        let at = percent(share);
        view! { <line class=class x1=at.clone() x2=at y1="0" y2="100%" /> }.into_any()
    };
    let parts = match it {
        None => vec![view! { <rect class="unknown" width="100%" height="100%" /> }.into_any()],
        Some(it) => vec![
            view! { <rect class="way" width="100%" height="100%" /> }.into_any(),
            view! { <rect class="today" width=percent(it.today) y="20%" height="60%" /> }.into_any(),
            mark("planned", it.plan),
            it.changed.map_or_else(nothing, |share| mark("changed", share)),
        ],
    };
    view! { <svg class="miss" aria-hidden="true">{parts}</svg> }.into_any()
}
