//! One indicator from the beginning: how money reaches it, why it moves so much, how sure that is, and how it goes on.

use leptos::prelude::*;

use super::chart::{Chart, Plot};
use super::held::{Derived, flag, heard, line, memo};
use super::parts::{Fold, Values, all, cited, dynamic, el, nothing, paragraph, rich, table, text, with};
use super::passage::to;
use super::screen::Screen;
use super::source::grade_mark;
use super::state::State;
use super::way::link;
use super::why::{contributions, evidence, facts, steps, sure, sure_of};
use crate::figure::{self, Card, Insight, Telling, WayStep, Why};
use crate::model::{IndicatorAt, Purpose};
use crate::platform::{address, input};

/// Name of the list of indicators in the document.
const LIST: &str = "kennzahl";

/// An indicator that is explained; none in a town without any.
#[derive(Clone, Copy)]
struct Shown {
    index: Derived<Option<IndicatorAt>>,
    insight: Derived<Option<Insight>>,
    why: Derived<Option<Why>>,
    card: Derived<Option<Card>>,
}

impl Shown {
    fn new(state: State) -> Self {
        let index = memo(move || {
            let last = state.last();
            state.why.get().or_else(|| told(state, |it| figure::subject(it, last)))
        });
        Self {
            index,
            insight: memo(move || {
                let members = state.study.uncertainty().members();
                index.get().and_then(|at| told(state, |it| figure::insight(it, members, at)))
            }),
            why: memo(move || index.get().and_then(|at| told(state, |it| figure::why(it, at)))),
            card: memo(move || index.get().and_then(|at| told(state, |it| figure::indicator(it, at)))),
        }
    }
}

/// Told at once while somebody sees it; else when the hand rests, so that it prints.
fn told<R>(state: State, figure: impl FnOnce(Telling<'_>) -> R) -> R {
    if state.screen.get() == Screen::Learn {
        return state.tell_ranged(figure);
    }
    state.run().rested.track();
    state.lang.track();
    untrack(|| state.tell_ranged(figure))
}

/// A part that follows a figure; nothing where there is none.
fn part<T: PartialEq + Clone + Send + Sync + 'static>(
    figure: Derived<Option<T>>,
    make: impl Fn(&T) -> AnyView + Send + 'static,
) -> AnyView {
    dynamic(move || figure.with(|it| it.as_ref().map_or_else(nothing, &make)))
}

/// The indicator that moved most, or the one that was chosen, explained (Verstehen).
#[component]
pub fn Learn() -> impl IntoView {
    let state = State::get();
    let shown = Shown::new(state);
    let Shown { insight, why, card, .. } = shown;
    let is_calm = flag(move || insight.with(|it| it.as_ref().is_none_or(|it| it.steps.is_empty())));
    let words = move || &state.lang.get().method().way;
    let dots = memo(move || why.with(|it| it.as_ref().and_then(|it| it.certainty.dots.clone().map(Plot::Dots))));
    let plot = memo(move || card.with(|it| it.as_ref().map(|it| Plot::Indicator(Box::new(it.plot.clone())))));
    let name = move || why.with(|it| it.as_ref().map(|it| it.name.clone()).unwrap_or_default());
    let dots_name = line(move || (state.texts().dots_name)(&name(), state.town.horizon.0));
    let plot_name = line(move || card.with(|it| it.as_ref().map(|it| it.plot_name.clone()).unwrap_or_default()));
    let values = move |()| {
        part(card, move |it| {
            let rows = it.rows.iter().map(|row| row.to_vec()).collect();
            table("values", &it.name, &state.texts().values_head, rows)
        })
    };
    view! {
        <section class="insight" id="warum">
            <p class="kick">
                {bench(state, shown.index)}
                <span>{line(move || insight.with(|it| it.as_ref().map(|it| it.goal.clone()).unwrap_or_default()))}</span>
                {picker(state, shown.index)}
            </p>
            <div class="headline">
                <h1 tabindex="-1">
                    <span class="c"><span class="n">{part(insight, |it| rich(&it.number))}</span>" "{part(insight, |it| rich(&it.noun))}</span>" "{part(insight, |it| rich(&it.rest))}
                </h1>
                <p class="aloud" class:moved=flag(move || !is_calm.get())>{part(insight, |it| rich(&it.aloud))}</p>
            </div>
            <section hidden=is_calm aria-labelledby="h-weg">
                <h2 class="q" id="h-weg">{line(move || words().question)}</h2>
                <p class="a">{line(move || words().band)}" "{part(insight, |it| text(&it.others))}</p>
                {way(state, insight)}
            </section>
            <section class="sec" hidden=is_calm aria-labelledby="h-warum">
                <h2 class="q" id="h-warum">{line(move || words().why)}</h2>
                <p class="a">{part(why, |it| el("b", "", vec![rich(&it.answer)]))}" "{line(move || words().why_legend)}</p>
                {part(why, move |it| contributions(it, state.texts(), words()))}
                {part(why, |it| all(it.not_yet.iter().map(|it| paragraph("a", it)).collect()))}
                {part(why, |it| it.lag.as_ref().map_or_else(nothing, |it| paragraph("a", it)))}
            </section>
            <div class="half">
                <section class="sec sure" aria-labelledby="h-sicher">
                    <h2 class="q" id="h-sicher">{state.say(|it| it.how_sure)}</h2>
                    {part(why, sure)}
                    <figure hidden=flag(move || dots.with(Option::is_none))>
                        <Chart class="dots" name=dots_name plot=dots />
                        <figcaption class="small">{part(why, |it| rich(&it.certainty.note))}</figcaption>
                    </figure>
                    {part(why, sure_of)}
                    <div hidden=flag(move || dots.with(Option::is_none))>
                        <Values content=Callback::new(move |()| part(why, move |it| steps(it, state.texts()))) />
                    </div>
                </section>
                <section class="sec course" aria-labelledby="h-verlauf">
                    <h2 class="q" id="h-verlauf">{line(move || words().course)}</h2>
                    <p class="a" hidden=is_calm>{part(card, |it| rich(&it.sentence))}</p>
                    <p class="a">{part(card, |it| it.target.as_ref().map_or_else(nothing, |it| rich(it)))}" "{part(card, |it| text(it.direction))}</p>
                    <Chart class="chart" name=plot_name plot />
                    <Values content=Callback::new(values) />
                </section>
            </div>
            <section class="sec" aria-labelledby="h-woher">
                <h2 class="q" id="h-woher">{line(move || words().sources)}</h2>
                {part(why, move |it| facts(it, state.texts()))}
                <Fold class="more" summary=state.say(|it| it.effects_title) content=Callback::new(move |()| {
                    part(why, move |it| evidence(it, state.texts()))
                }) />
            </section>
        </section>
    }
}

/// Back to the workbench, at the goal that the indicator belongs to, opened.
fn bench(state: State, index: Derived<Option<IndicatorAt>>) -> AnyView {
    let field = move || index.get().and_then(|at| state.town.indicators.get(at)).map(|it| it.field);
    let number = move || field().and_then(|at| state.town.fields.get(at)).map(|it| it.number);
    let place = line(move || number().map_or_else(|| to(state, Screen::Bench), |number| format!("#goal-{number}")));
    let open = move |_| {
        if let Some(field) = untrack(field) {
            state.opened.set(Some(Purpose::Field(field)));
        }
    };
    view! { <a class="tlink" href=place on:click=heard(open)>{state.say(|it| it.to_bench)}</a> }.into_any()
}

/// All indicators by their goals, to choose from.
fn picker(state: State, index: Derived<Option<IndicatorAt>>) -> AnyView {
    let choose = move |event| {
        let id = input::chosen(&event);
        if let Some(at) = state.town.indicators.find(|it| it.id == id) {
            address::rename_fragment(&Screen::of_indicator(at, state.town));
            state.why.set(Some(at));
        }
    };
    let option = move |at: IndicatorAt| {
        let id = state.town.indicators.get(at).map_or("", |it| it.id.as_str());
        let name = line(move || state.town.indicators.get(at).map_or("", |it| state.lang.get().of(&it.name)));
        let is_chosen = flag(move || index.get() == Some(at));
        view! { <option value=id prop:selected=is_chosen>{name}</option> }.into_any()
    };
    let groups = figure::subjects(state.town).into_iter().map(|(goal, all)| {
        let label = line(move || figure::goal_name(state.town, goal, state.lang.get()));
        let options: Vec<AnyView> = all.into_iter().map(option).collect();
        view! { <optgroup label=label>{options}</optgroup> }.into_any()
    });
    let groups: Vec<AnyView> = groups.collect();
    view! {
        <span class="pick-one">
            <label for=LIST>{line(move || state.lang.get().method().way.pick)}</label>
            <select id=LIST on:change=heard(choose)>{groups}</select>
        </span>
    }
    .into_any()
}

/// The steps from money to the indicator; each brings its piece of the line and of the band.
fn way(state: State, insight: Derived<Option<Insight>>) -> AnyView {
    let count = memo(move || insight.with(|it| it.as_ref().map_or(0, |it| it.steps.len())));
    dynamic(move || el("ol", "chain", (0..count.get()).map(|at| step(state, insight, at)).collect()))
}

/// A step: what it is, how it came about, and how well it is known.
fn step(state: State, insight: Derived<Option<Insight>>, at: usize) -> AnyView {
    let told = memo(move || insight.with(|it| it.as_ref().and_then(|it| it.steps.get(at).cloned())));
    let plot = memo(move || told.with(|it| it.as_ref().map(|it| Plot::Way(it.plot.clone()))));
    // What it shows stands in words in the step.
    let piece = view! { <Chart class="piece" name=line(String::new) plot /> }.into_any();
    let words = part(told, move |it| in_words(state, it));
    el("li", "", vec![with("div", "aria-hidden", "true".to_owned(), vec![piece]), el("div", "step", vec![words])])
}

fn in_words(state: State, it: &WayStep) -> AnyView {
    let texts = state.texts();
    let told = |said: &str| if said.is_empty() { nothing() } else { el("span", "tiny", vec![rich(said)]) };
    let firm = match it.grade {
        Some(grade) => el("span", "tiny", vec![grade_mark(grade, texts)]),
        None => told(it.basis),
    };
    let source =
        if it.source.is_empty() { nothing() } else { el("span", "tiny src-of", vec![cited(&it.source, &it.url)]) };
    let row = it.row.as_ref().filter(|_| !it.source.is_empty());
    let row = row.map_or_else(nothing, |(id, title)| {
        el("span", "tiny", vec![link(state, Some(id), (state.lang.get().method().way.row)(title))])
    });
    let head = vec![
        el("span", "k", vec![rich(&it.kind)]),
        el("b", "big", vec![rich(&it.value)]),
        el("span", "lab", vec![rich(&it.noun)]),
    ];
    let ground = vec![el("b", "", vec![rich(&it.operation)]), told(&it.range), told(&it.beside), firm, source, row];
    all(vec![el("p", "", head), el("p", "op", ground)])
}
