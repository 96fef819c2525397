use leptos::prelude::*;

use super::held::{line, memo};
use super::icon::{Icon, symbol};
use super::parts::{all, dynamic, el, text};
use super::passage::to;
use super::screen::Screen;
use super::state::State;
use super::steps::News;
use crate::figure::plot::squares::Squares;
use crate::figure::{Opening, opening};

/// One sentence, one picture, two doors (Auftakt).
#[component]
pub fn Start() -> impl IntoView {
    let state = State::get();
    let figure = memo(move || opening(state.town, state.lang.get()));
    let parts = move |get: fn(&Opening) -> &[String; 3]| {
        dynamic(move || {
            figure.with(|it| {
                let [before, amount, after] = get(it);
                all(vec![text(before), el("span", "n c", vec![text(amount)]), text(after)])
            })
        })
    };
    let fields = figure.with_untracked(|it| it.fields.clone());
    let [wide, narrow] = fields.map(|field| field_of(&field));
    let door = move |screen: Screen, class: &'static str, name: Signal<String>, holds: Signal<String>| {
        view! {
            <a class=class href=to(state, screen)>
                <b>{name}</b>{symbol(Icon::Arrow)}<span>{holds}</span>
            </a>
        }
        .into_any()
    };
    view! {
        <section class="start">
            <h1 tabindex="-1">{parts(|it| &it.spends)}</h1>
            <p class="cap">
                <span>{line(move || figure.with(|it| it.legend[0].clone()))}</span>
                <span class="wide">{line(move || figure.with(|it| it.legend[1].clone()))}</span>
            </p>
            <div class="karo" role="img" aria-label=line(move || figure.with(|it| it.picture.clone()))>
                <div class="wide">{wide}</div>
                <div class="narrow">{narrow}</div>
            </div>
            <div class="drop">
                <p class="say">{parts(|it| &it.movable)}" "<b>{state.say_first(|it| it.your_turn)}</b></p>
                <News />
                <div class="doors">
                    {door(Screen::Goals, "door main", state.say_first(|it| it.quick), state.say_first(|it| it.quick_holds))}
                    {door(Screen::Bench, "door", state.say_first(|it| it.to_bench), line(move || figure.with(|it| it.bench.clone())))}
                </div>
            </div>
        </section>
    }
}

/// The squares; the drawing's unit is one of them, its lines keep their width whatever its size.
fn field_of(field: &Squares) -> AnyView {
    let (width, height) = field.size;
    view! {
        <svg viewBox=format!("0 0 {width} {height}") aria-hidden="true" focusable="false">
            <path class="g" d=field.grid.clone() />
            <path class="f" d=field.filled.clone() />
            <path class="h" d=field.filled_grid.clone() />
            <path class="o" d=field.outline.clone() />
        </svg>
    }
    .into_any()
}
