use leptos::prelude::*;

use super::held::{Derived, flag, line, memo};
use super::parts::{Fold, dynamic, nothing, rich};
use super::screen::Screen;
use super::source::grade_mark;
use super::state::State;
use crate::figure::{self, Card, Whisker};
use crate::model::IndicatorAt;
use crate::platform::focus;

/// Rows shown before the rest is folded away.
const FIRST: usize = 4;

/// The indicators, each in a row, what moved most first (Wirkung). How they go on over the years stands in "Verstehen".
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
            <p class="small head" aria-hidden="true">{state.say(|it| it.plan)}</p>
            {list(0, FIRST)}
            <Fold class="more" summary=line(others) content=Callback::new(move |()| list(FIRST, usize::MAX)) />
        </section>
    }
}

/// One indicator: change, of how many, how sure, and the way to "Warum?" (Kennzahlzeile).
#[component]
fn CardView(index: IndicatorAt, marked: Derived<Vec<IndicatorAt>>) -> impl IntoView {
    let state = State::get();
    let card: Derived<Option<Card>> = memo(move || state.tell_ranged(|it| figure::indicator(it, index)));
    let is_moved = memo(move || card.with(|it| it.as_ref().is_some_and(Card::is_moved)));
    let is_faint = flag(move || card.with(|it| it.as_ref().is_some_and(|it| it.is_faint)));
    let grade = memo(move || card.with(|it| it.as_ref().and_then(|it| it.grade)));
    let is_now = flag(move || marked.with(|marked| marked.contains(&index)));
    let name = line(move || card.with(|it| it.as_ref().map(|it| it.name.clone()).unwrap_or_default()));
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
                    <b>{shown(card, state, |it, _| rich(it.headline().0))}</b>
                </p>
                <p class="rng">
                    {shown(card, state, |it, _| rich(&it.brief()))}" "
                    {dynamic(move || grade.get().map_or_else(nothing, |grade| grade_mark(grade, state.texts())))}
                </p>
                {picture(card)}
                <p class="acts"><a class="tlink" href=why aria-label=line(spoken)>{line(move || details(state.texts()))}</a></p>
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

/// The change beside the plan: does its range cross the line? What it shows stands in words beside it.
fn picture(card: Derived<Option<Card>>) -> AnyView {
    let whisker = memo(move || card.with(|it| it.as_ref().and_then(|it| it.whisker)));
    let at = move |part: fn(&Whisker) -> f64| {
        line(move || format!("{:.2}%", whisker.with(|it| it.as_ref().map_or(Whisker::PLAN, part))))
    };
    view! {
        <svg class="whisker" aria-hidden="true">
            <line class="zero" x1="50%" x2="50%" y1="0" y2="100%" />
            <line class="span" x1=at(|it| it.low) x2=at(|it| it.high) y1="50%" y2="50%" />
            <circle class="bead" class:rest=flag(move || whisker.with(Option::is_none)) cx=at(|it| it.bead) cy="50%" r="5.5" />
        </svg>
    }
    .into_any()
}
