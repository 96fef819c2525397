use leptos::prelude::*;

use super::chart::{Chart, Plot};
use super::held::{Derived, flag, line, memo};
use super::parts::{Fold, Values, all, dynamic, nothing, paragraph, rich, table};
use super::screen::Screen;
use super::source::grade_mark;
use super::state::State;
use crate::figure::{self, Card};
use crate::model::IndicatorAt;
use crate::platform::focus;

/// Cards shown before the rest is folded away.
const FIRST: usize = 6;

/// The indicators as small multiples, what moved most first (Wirkung).
#[component]
pub fn Cards() -> impl IntoView {
    let state = State::get();
    // Sorted when the hand rests, never while dragging, and never while a card holds the focus: an element that moves
    // loses it, and the next key would go nowhere.
    let kept = StoredValue::new(Vec::<IndicatorAt>::new());
    let order = memo(move || {
        state.run().rested.track();
        let is_held = focus::holds_focus("wirkung") && kept.with_value(|it| !it.is_empty());
        if !is_held {
            kept.set_value(untrack(|| state.tell(figure::order)));
        }
        kept.get_value()
    });
    let moved = memo(move || state.tell(figure::moved_count));
    let marked = memo(move || {
        let last = state.last();
        last.map(|last| state.tell(|it| figure::marked(it, last))).unwrap_or_default()
    });
    let list = move |from: usize, count: usize| -> AnyView {
        let part = move || order.get().into_iter().skip(from).take(count).collect::<Vec<_>>();
        view! {
            <ul class="cards">
                <For each=part key=|index| *index let:index><CardView index marked /></For>
            </ul>
        }
        .into_any()
    };
    let sentence = move || state.tell(|it| figure::effects_sentence(it, moved.get()));
    let others = move || {
        let count = state.town.indicators.len().saturating_sub(FIRST);
        match moved.get().saturating_sub(FIRST) {
            0 => (state.texts().unmoved)(count),
            hidden => (state.texts().others)(count, hidden),
        }
    };
    view! {
        <section id="wirkung" aria-labelledby="h-wirkung" aria-busy=line(move || if state.run().is_behind.get() { "true" } else { "false" })>
            <h2 class="q" id="h-wirkung">{state.say(|it| it.effects)}</h2>
            <p class="a" id="wirkung-satz">{line(sentence)}</p>
            {list(0, FIRST)}
            <Fold class="more" summary=line(others) content=Callback::new(move |()| list(FIRST, usize::MAX)) />
        </section>
    }
}

/// One indicator: change, picture, sentence, table, and the way to "Warum?" (Kennzahlkarte).
#[component]
fn CardView(index: IndicatorAt, marked: Derived<Vec<IndicatorAt>>) -> impl IntoView {
    let state = State::get();
    let card: Derived<Option<Card>> = memo(move || state.tell_ranged(|it| figure::indicator(it, index)));
    let is_moved = memo(move || card.with(|it| it.as_ref().is_some_and(Card::is_moved)));
    let is_faint = flag(move || card.with(|it| it.as_ref().is_some_and(|it| it.is_faint)));
    let grade = memo(move || card.with(|it| it.as_ref().and_then(|it| it.grade)));
    let is_now = flag(move || marked.with(|marked| marked.contains(&index)));
    let plot = memo(move || card.with(|it| it.as_ref().map(|it| Plot::Indicator(Box::new(it.small_plot())))));
    let name = line(move || card.with(|it| it.as_ref().map(|it| it.name.clone()).unwrap_or_default()));
    let plot_name = line(move || card.with(|it| it.as_ref().map(|it| it.plot_name.clone()).unwrap_or_default()));
    let heading = format!("kennzahl-{}", state.town.indicators.get(index).map_or("", |it| it.id.as_str()));
    let labelled = heading.clone();
    let details = move |texts: &'static crate::text::Texts| if is_moved.get() { texts.why } else { texts.details };
    let why = format!("#{}", Screen::of_indicator(index, state.town));
    let spoken = move || {
        let texts = state.texts();
        (if is_moved.get() { texts.why_of } else { texts.details_of })(&name.get())
    };
    view! {
        <li class="card" class:moved=flag(move || is_moved.get()) class:faint=is_faint class:now=is_now>
            <figure aria-labelledby=labelled>
                <h3 id=heading>{dynamic(move || rich(&name.get()))}</h3>
                <p class="val">
                    <b>{shown(card, state, |it, _| rich(it.headline().0))}</b>" "
                    <span>{shown(card, state, |it, _| rich(it.headline().1))}</span>
                </p>
                <p class="rng">
                    <span class="count">{shown(card, state, |it, _| rich(&it.beside().unwrap_or_default()))}</span>" "
                    <span>{shown(card, state, |it, _| rich(&it.range))}</span>
                </p>
                <Chart class="chart" name=plot_name plot />
                <p class="foot">
                    {dynamic(move || grade.get().map_or_else(nothing, |grade| grade_mark(grade, state.texts())))}
                    <span class="dir">{line(move || card.with(|it| it.as_ref().map(|it| it.direction).unwrap_or_default()))}</span>
                </p>
                <div class="acts">
                    <Values content=Callback::new(move |()| part_of(card, state, values)) />
                    <a class="tlink" href=why aria-label=line(spoken)>{line(move || details(state.texts()))}</a>
                </div>
            </figure>
        </li>
    }
}

/// A part of the card that follows the state.
fn shown(card: Derived<Option<Card>>, state: State, part: fn(&Card, State) -> AnyView) -> AnyView {
    dynamic(move || part_of(card, state, part))
}

fn part_of(card: Derived<Option<Card>>, state: State, part: fn(&Card, State) -> AnyView) -> AnyView {
    card.with(|it| it.as_ref().map_or_else(nothing, |it| part(it, state)))
}

/// Sentence, target and table; always in the document, so that they print.
fn values(card: &Card, state: State) -> AnyView {
    let texts = state.texts();
    let rows = card.rows.iter().map(|row| row.to_vec()).collect();
    let target = card.target.as_ref().map_or_else(nothing, |target| paragraph("small", target));
    all(vec![paragraph("small", &card.sentence), target, table("values", &card.name, &texts.values_head, rows)])
}
