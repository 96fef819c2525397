use leptos::prelude::*;

use super::choices::way_to;
use super::held::{Derived, flag, line, memo};
use super::icon::{Icon, symbol};
use super::parts::{Press, dynamic, el, nothing, paragraph, rich, text};
use super::passage::to;
use super::screen::Screen;
use super::source::grade_mark;
use super::state::State;
use super::steps::{News, Steps};
use crate::figure::{Outcome, OutcomeRow, Step, outcome};
use crate::platform::sending;

/// Short path: the card of the draft (Kurz 4).
#[component]
pub fn Card() -> impl IntoView {
    let state = State::get();
    let card: Derived<Option<Outcome>> = memo(move || state.tell_ranged(outcome));
    view! {
        <Steps step=Step::Outcome />
        <section class="kurz result">
            <article class="card-sheet" class:empty=flag(move || card.with(Option::is_none))>
                <p class="small">{line(move || (state.texts().doors.draft_for)(&state.town.short_name))}</p>
                <h1 tabindex="-1">
                    {dynamic(move || card.with(|it| rich(it.as_ref().map_or(state.texts().doors.nothing_moved, |it| &it.headline))))}
                </h1>
                <News />
                {dynamic(move || card.with(|it| it.as_ref().map_or_else(nothing, |it| told(it, state, true))))}
            </article>
            <aside aria-labelledby="h-und-jetzt">
                <h2 class="q" id="h-und-jetzt">{state.say(|it| it.doors.what_now)}</h2>
                {way_to(state, Screen::Bench, "btn main big", state.say(|it| it.doors.look_closer))}
                {way_to(state, Screen::Share, "btn big", state.say_first(|it| it.share))}
                {sending::is_offered().then(|| way_to(state, Screen::Send, "btn big", state.say_first(|it| it.send)))}
                <Press class="btn big" label=state.say(|it| it.save) opens_dialog=true on_press=Callback::new(move |()| state.saves.set(true)) />
            </aside>
        </section>
    }
}

/// The answers of a card; only one's own can be looked at more closely on the workbench.
pub fn told(card: &Outcome, state: State, is_own: bool) -> AnyView {
    let doors = &state.texts().doors;
    let part = |title: &'static str, inner: Vec<AnyView>| {
        el("section", "", vec![el("h2", "", vec![text(title)]), el("div", "", inner)])
    };
    let rows = |rows: &[OutcomeRow]| {
        if rows.is_empty() {
            return vec![paragraph("small", doors.nothing)];
        }
        vec![el("ul", "fx", rows.iter().map(row).collect())]
    };
    let mut costs = rows(&card.costs);
    if !card.built.is_empty() {
        costs.push(paragraph("small", &card.built));
    }
    let mut parts = Vec::new();
    parts.extend(card.open.as_ref().map(|(open, is_missing)| {
        let said = if *is_missing { vec![symbol(Icon::Alert), text(open)] } else { vec![text(open)] };
        el("p", "", vec![el("strong", if *is_missing { "inv" } else { "" }, said)])
    }));
    if !card.taxes_stay.is_empty() {
        costs.push(paragraph("small", card.taxes_stay));
    }
    parts.push(part(doors.brings, rows(&card.brings)));
    parts.push(part(doors.costs, costs));
    if !card.further.is_empty() {
        let further = if is_own {
            view! { <a href=to(state, Screen::Bench)>{card.further.clone()}</a> }.into_any()
        } else {
            text(&card.further)
        };
        parts.push(el("p", "small", vec![further]));
    }
    parts.push(part(doors.generations, vec![paragraph("", &card.generations)]));
    parts.push(part(doors.law, vec![paragraph("", &card.law)]));
    let grade = card.grade.map_or_else(nothing, |grade| grade_mark(grade, state.texts()));
    let mut certain: Vec<AnyView> = card.certainty.iter().map(|said| paragraph("", said)).collect();
    certain.push(grade);
    parts.push(part(doors.certainty, certain));
    el("div", "answers", parts)
}

fn row(row: &OutcomeRow) -> AnyView {
    let beside = if row.beside.is_empty() { nothing() } else { el("small", "", vec![text(&row.beside)]) };
    // What people pay is no thing: it has the colour of the text.
    let class = match (row.is_paid, row.is_money) {
        (true, _) => "sum paid",
        (false, true) => "sum",
        (false, false) => "",
    };
    el("li", "", vec![el("b", class, vec![text(&row.number)]), el("span", "", vec![rich(&row.said), beside])])
}
