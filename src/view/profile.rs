use leptos::prelude::*;

use super::held::{Derived, flag, line, memo};
use super::method::in_letters;
use super::parts::{Fold, all, cited, dynamic, el, head_cell, paragraph, rich, text};
use super::state::State;
use crate::figure::{self, How, ProfileFigure, ProfileRow};

/// Eleven metrics of what is left behind, without a score (Profil der Generationen).
#[component]
pub fn Profile() -> impl IntoView {
    let state = State::get();
    let figure = memo(move || state.tell_rested(figure::profile_figure));
    let (count, floors) = figure.with_untracked(|it| (it.rows.len(), it.floors.len()));
    let words = move |get: fn(&ProfileFigure) -> &String| dynamic(move || figure.with(|it| rich(get(it))));
    view! {
        <section id="profil" class="profile" aria-labelledby="h-profil">
            <h2 class="q" id="h-profil">{state.say(|it| it.profile)}</h2>
            <p class="a"><strong>{words(|it| &it.headline)}</strong>" "{words(|it| &it.moved)}</p>
            <table class="metrics">
                <caption class="vh">{state.say(|it| it.profile)}</caption>
                <thead>{dynamic(move || {
                    el("tr", "", state.texts().profile_head.iter().map(|it| head_cell("col", vec![text(it)])).collect())
                })}</thead>
                <tbody>{all((0..count).map(|at| row(figure, at)).collect())}</tbody>
            </table>
            <p class="small">{line(move || figure.with(|it| it.note.clone()))}</p>
            <h3>{state.say(|it| it.floors)}</h3>
            <table class="metrics floors">
                <caption class="vh">{state.say(|it| it.floors)}</caption>
                <thead>{dynamic(move || {
                    figure.with(|it| el("tr", "", it.floors_head.iter().map(|it| head_cell("col", vec![text(it)])).collect()))
                })}</thead>
                <tbody>{all((0..floors).map(|at| floor(figure, at)).collect())}</tbody>
            </table>
            <p class="a" id="sichten">{words(|it| &it.lenses)}" "{state.say(|it| it.lenses_differ)}</p>
            <Fold class="table" summary=state.say(|it| it.profile_how) content=Callback::new(move |()| how(state)) />
        </section>
    }
}

/// A metric; the row stays, its texts follow the state.
fn row(figure: Derived<ProfileFigure>, at: usize) -> AnyView {
    let read = move |get: fn(&ProfileRow) -> String| {
        line(move || figure.with(|it| it.rows.get(at).map(get).unwrap_or_default()))
    };
    let question = read(|it| it.question.to_owned());
    let plan = read(|it| it.plan.clone());
    let is_broken = flag(move || figure.with(|it| it.rows.get(at).is_some_and(|it| it.is_broken)));
    view! {
        <tr>
            <th scope="row">
                {dynamic(move || rich(&question.get()))}
                " "<span class="light" class:inv=is_broken>{read(|it| it.light.to_owned())}</span>
            </th>
            <td>{dynamic(move || rich(&plan.get()))}</td>
            <td><b>{read(|it| it.change.clone())}</b>" "{read(|it| it.word.to_owned())}</td>
        </tr>
    }
    .into_any()
}

/// A floor of nature; where nothing is computed the reason takes the place of the values.
fn floor(figure: Derived<ProfileFigure>, at: usize) -> AnyView {
    let read = move |column: usize| {
        line(move || {
            figure.with(|it| it.floors.get(at).and_then(|it| it.cells.get(column)).cloned().unwrap_or_default())
        })
    };
    let name = read(0);
    // Which floors can be computed is the town's, not the scenario's.
    let is_computed = figure.with_untracked(|it| it.floors.get(at).is_some_and(|it| it.is_computed));
    let rest = if is_computed {
        all((1..4)
            .map(|column| {
                let cell = read(column);
                view! { <td>{dynamic(move || rich(&cell.get()))}</td> }.into_any()
            })
            .collect())
    } else {
        view! { <td colspan="3">{read(1)}</td> }.into_any()
    };
    view! { <tr><th scope="row">{dynamic(move || rich(&name.get()))}</th>{rest}</tr> }.into_any()
}

/// Formulas and sources, told when they are asked for.
fn how(state: State) -> AnyView {
    let source = state.texts().source;
    let metric = |how: &How| {
        let mut parts = vec![el("h4", "", vec![rich(how.question)]), paragraph("", &how.plain)];
        parts.extend(how.formulas.iter().flat_map(in_letters));
        let cite = |it: &String| el("p", "small", vec![text(&format!("{source}: ")), cited(it, "")]);
        parts.extend(how.sources.iter().map(cite));
        el("li", "", parts)
    };
    el("ul", "formulas", figure::profile_how(state.town, state.lang.get()).iter().map(metric).collect())
}
