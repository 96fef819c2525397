//! The short path in easy German (Leichte Sprache), on the same session: whoever goes to the usual page and comes back
//! finds the same draft.

use leptos::prelude::*;

use super::held::{Derived, Held, flag, line, memo};
use super::icon::{Icon, symbol};
use super::parts::{Press, all, dynamic, el, nothing, paragraph, text};
use super::passage::to;
use super::screen::{Easy, Screen};
use super::state::State;
use crate::figure::{
    EasyChoice, EasyGoal, EasyNames, EasyOutcome, EasyPart, EasyTax, choice_control, easy_balance, easy_choice,
    easy_choices, easy_goals, easy_opening, easy_outcome, easy_taxes,
};
use crate::model::{Choice, FieldAt, Purpose};
use crate::pack::{easy_goal, easy_indicator, easy_measure, easy_tax};
use crate::platform::paper;
use crate::scenario::Action;
use crate::text::{EASY, EASY_TAG, EasyWords};

/// What packs name, in easy words.
const NAMES: EasyNames = EasyNames { goal: easy_goal, measure: easy_measure, indicator: easy_indicator, tax: easy_tax };

/// Name of the text to take away in the document.
const TEXT: &str = "leicht-text";

/// What the last press did (Meldung).
#[derive(Clone, Copy)]
struct Said {
    /// What stands at its place already, for screen readers.
    heard: Held<String>,
    /// What stands nowhere else.
    seen: Held<String>,
}

impl Said {
    fn new() -> Self {
        Self { heard: Held::new(String::new()), seen: Held::new(String::new()) }
    }

    fn hear(self, words: String) {
        self.seen.set(String::new());
        self.heard.set(words);
    }

    fn see(self, words: &str) {
        self.heard.set(String::new());
        self.seen.set(words.to_owned());
    }
}

/// A screen in easy German.
pub fn easy(step: Easy) -> AnyView {
    let state = State::get();
    let words: &'static EasyWords = &EASY;
    let said = Said::new();
    let body = match step {
        Easy::Goals => goals(state),
        Easy::Choices(field) => choices(state, field, said),
        Easy::Money => money(state, said),
        Easy::Outcome => outcome(state, said),
    };
    view! {
        <div class="easy" lang=EASY_TAG>
            {steps(state, step)}
            <section class="kurz">
                {body}
                {if step == Easy::Goals { nothing() } else { stamp() }}
                <p><a href=to(state, usual(step)) lang=state.lang.get_untracked().tag()>{words.usual_page}</a></p>
            </section>
            {bar(state, step, said)}
        </div>
    }
    .into_any()
}

/// The screen of the usual page that stands for a step.
fn usual(step: Easy) -> Screen {
    match step {
        Easy::Goals => Screen::Goals,
        Easy::Choices(field) => Screen::Choices(field),
        Easy::Money => Screen::Cover,
        Easy::Outcome => Screen::Outcome,
    }
}

/// The steps in their order; the second one leads to the goal that was chosen last.
fn all_steps(state: State) -> [Option<Easy>; 4] {
    [Some(Easy::Goals), state.goal.get_untracked().map(Easy::Choices), Some(Easy::Money), Some(Easy::Outcome)]
}

/// The step after one, or before it.
fn beside(state: State, step: Easy, is_after: bool) -> Option<Easy> {
    let all = all_steps(state).into_iter().flatten();
    if is_after { all.into_iter().find(|other| *other > step) } else { all.into_iter().rfind(|other| *other < step) }
}

/// Back, and the four steps.
fn steps(state: State, step: Easy) -> AnyView {
    let words: &'static EasyWords = &EASY;
    let back = beside(state, step, false).map_or(Screen::Opening, Screen::Easy);
    let item = |(other, name): (Option<Easy>, &'static str)| {
        let is_here = other == Some(step);
        let inner = match other.filter(|_| !is_here) {
            Some(other) => view! { <a href=to(state, Screen::Easy(other))>{name}</a> }.into_any(),
            None => el("span", "", vec![text(name)]),
        };
        let is_done = other.is_some_and(|other| other < step);
        view! { <li class:done=is_done aria-current=is_here.then_some("step")>{inner}</li> }.into_any()
    };
    let items: Vec<AnyView> = all_steps(state).into_iter().zip(words.steps).map(item).collect();
    view! {
        <nav class="way" aria-label=words.steps_label>
            <a class="btn" href=to(state, back)>{symbol(Icon::Back)}<span>{words.back}</span></a>
            <ol>{items}</ol>
        </nav>
    }
    .into_any()
}

/// What is missing or left, the way back of one step, and the way on.
fn bar(state: State, step: Easy, said: Said) -> AnyView {
    let words: &'static EasyWords = &EASY;
    let balance = memo(move || state.tell(easy_balance));
    let undo = move |()| {
        let is_there = untrack(|| state.history().0);
        state.act(Action::Undo);
        said.see(if is_there { words.undone } else { words.no_step });
    };
    let label = match step {
        Easy::Goals => None,
        Easy::Choices(_) => Some(words.to_money),
        Easy::Money => Some(words.to_outcome),
        Easy::Outcome => None,
    };
    let on = beside(state, step, true).zip(label).map_or_else(nothing, |(next, label)| {
        view! { <a class="btn main big" href=to(state, Screen::Easy(next))>{label}{symbol(Icon::Arrow)}</a> }.into_any()
    });
    view! {
        <section class="stay" aria-label=words.bar_label>
            <div role="status">
                <p class="vh">{line(move || said.heard.get())}</p>
                {dynamic(move || lines(&[said.seen.get()]))}
                {dynamic(move || balance.with(|it| lines(it)))}
            </div>
            <div class="pair">
                <Press label=line(|| EASY.undo) class="btn big" on_press=Callback::new(undo) />
                {on}
            </div>
        </section>
    }
    .into_any()
}

/// A heading of a screen.
fn heading(said: &str) -> AnyView {
    view! { <h1 tabindex="-1">{said.to_owned()}</h1> }.into_any()
}

/// Sentences, each in a line of its own.
fn lines<S: AsRef<str>>(said: &[S]) -> AnyView {
    all(said.iter().filter(|it| !it.as_ref().is_empty()).map(|it| paragraph("", it.as_ref())).collect())
}

/// Whether people of the target group have read all this; at the beginning it stands before anything is chosen.
fn stamp() -> AnyView {
    el("p", "stamp", EASY.stamp().iter().map(|it| el("span", "", vec![text(it)])).collect())
}

/// Which goal.
fn goals(state: State) -> AnyView {
    let words: &'static EasyWords = &EASY;
    let goal = |it: EasyGoal| {
        view! {
            <li><a href=to(state, Screen::Easy(Easy::Choices(it.at)))>{symbol(Icon::Goal(it.number))}<span><b>{it.name}</b>" "{it.about}</span></a></li>
        }
        .into_any()
    };
    let goals = easy_goals(state.town, NAMES).into_iter().map(goal).collect();
    all(vec![
        heading(words.which_goal),
        lines(&easy_opening(state.town)),
        stamp(),
        el("h2", "", vec![text(words.choose_goal)]),
        el("ul", "easy-goals", goals),
    ])
}

/// More or less of what.
fn choices(state: State, field: FieldAt, said: Said) -> AnyView {
    let words: &'static EasyWords = &EASY;
    let goal = easy_goals(state.town, NAMES).into_iter().find(|it| it.at == field);
    let goal = goal.map_or_else(nothing, |it| el("p", "kick", vec![symbol(Icon::Goal(it.number)), text(&it.name)]));
    // What is moved meanwhile stands there already.
    let shown = untrack(|| state.tell(|it| easy_choices(it, Purpose::Field(field))));
    let rows = shown.into_iter().map(|choice| choice_row(state, choice, said)).collect();
    all(vec![
        goal,
        heading(words.what),
        lines(&words.both_ways),
        el("ul", "easy-rows", rows),
        lines(&words.more_things),
    ])
}

/// Something to choose, with more and less.
fn choice_row(state: State, choice: Choice, said: Said) -> AnyView {
    let words: &'static EasyWords = &EASY;
    let told: Derived<EasyChoice> = memo(move || state.tell(|it| easy_choice(it, choice, NAMES)));
    let EasyChoice { name, note, price, .. } = told.get_untracked();
    let ended = Held::new(String::new());
    let step = move |by: i64| {
        let before = state.chosen(choice);
        let control = choice_control(state.town, choice, before, state.lang.get());
        state.choose(choice, control.stepped(by));
        state.settle();
        let ends = if by > 0 { words.end_more } else { words.end_less };
        let moved = state.chosen(choice) != before;
        said.hear(if moved { told.with(|it| it.now.clone()) } else { ends.to_owned() });
        ended.set(if moved { "" } else { ends }.to_owned());
    };
    let press = move |by: i64| Callback::new(move |()| untrack(|| step(by)));
    let [more, less] = [(words.more_of)(&name), (words.less_of)(&name)].map(|it| line(move || it.clone()));
    view! {
        <li class:on=flag(move || told.with(|it| it.is_moved))>
            <h2>{name}</h2>
            {lines(&[note, &price])}
            <p class="now">{line(move || told.with(|it| it.now.clone()))}" "{line(move || ended.get())}</p>
            <div class="pair">
                <Press class="btn big" label=line(|| EASY.more) spoken=Some(more) on_press=press(1) />
                <Press class="btn big" label=line(|| EASY.less) spoken=Some(less) on_press=press(-1) />
            </div>
        </li>
    }
    .into_any()
}

/// Where the money comes from.
fn money(state: State, said: Said) -> AnyView {
    let words: &'static EasyWords = &EASY;
    let balance = memo(move || state.tell(easy_balance));
    let taxes = untrack(|| state.tell(|it| easy_taxes(it, NAMES)));
    let mut rows = vec![el(
        "li",
        "",
        vec![
            lines(&words.less_elsewhere),
            view! { <a class="btn big" href=to(state, Screen::Easy(Easy::Goals))>{words.less_elsewhere_go}</a> }
                .into_any(),
        ],
    )];
    rows.extend(taxes.into_iter().map(|tax| tax_row(state, tax, said)));
    rows.push(el("li", "", vec![el("h2", "", vec![text(words.reserve)]), lines(&words.reserve_means)]));
    all(vec![
        heading(words.where_from),
        dynamic(move || balance.with(|it| lines(it))),
        el("h2", "", vec![text(words.ways)]),
        el("ul", "easy-rows", rows),
    ])
}

/// A tax as a way to pay; the same button leads back, so that the keyboard keeps its place.
fn tax_row(state: State, first: EasyTax, said: Said) -> AnyView {
    let words: &'static EasyWords = &EASY;
    let at = first.at;
    let told: Derived<Option<EasyTax>> =
        memo(move || state.tell(|it| easy_taxes(it, NAMES).into_iter().find(|it| it.at == at)));
    let is_moved = flag(move || told.with(|it| it.as_ref().is_some_and(|it| it.is_moved)));
    let wanted = move || told.with(|it| it.as_ref().and_then(|it| it.wanted));
    let is_back = move || is_moved.get() && wanted().is_none();
    let planned = state.town.taxes.get(at).map_or(0.0, |tax| tax.multiplier);
    let brings = move || told.with(|it| it.as_ref().map(|it| it.brings.clone()).unwrap_or_default());
    let press = move |()| {
        let to = match untrack(wanted) {
            Some(wanted) => wanted,
            None if untrack(is_back) => planned,
            None => return said.see(words.no_need),
        };
        state.act(Action::SetTax(at, to));
        state.settle();
        said.hear(untrack(brings));
    };
    let label = line(move || if is_back() { EASY.take_back } else { EASY.take });
    let name = first.name.clone();
    let spoken = line(move || (EASY.of_tax)(&label.get(), &name));
    view! {
        <li class:on=is_moved>
            <h2>{first.name}</h2>
            {lines(&[first.about])}
            <p class="now">{line(brings)}</p>
            <div class="pair"><Press class="btn big" label spoken=Some(spoken) on_press=Callback::new(press) /></div>
        </li>
    }
    .into_any()
}

/// What comes out, to read and to take away.
fn outcome(state: State, said: Said) -> AnyView {
    let words: &'static EasyWords = &EASY;
    let told: Derived<Option<EasyOutcome>> = memo(move || state.tell_ranged(|it| easy_outcome(it, NAMES)));
    let title = (words.outcome)(&state.town.short_name);
    let parts = move || {
        told.with(|it| match it {
            Some(it) => all(it.parts.iter().map(part).chain([lines(&it.computed)]).collect()),
            None => lines(&[words.untouched]),
        })
    };
    let copy = move |()| said.see(if paper::copy(TEXT) { words.copied } else { words.not_copied });
    view! {
        <article id=TEXT>
            {heading(&title)}
            {dynamic(parts)}
        </article>
        <p><Press class="btn big" label=line(|| EASY.copy) on_press=Callback::new(copy) /></p>
        {lines(&[words.more_there])}
    }
    .into_any()
}

fn part(it: &EasyPart) -> AnyView {
    all(vec![el("h2", "", vec![text(&it.heading)]), lines(&it.lines)])
}
