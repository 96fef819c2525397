//! Drafts beside the plan and beside each other (Vergleichen).

use leptos::prelude::*;

use super::held::{Derived, Held, effect, flag, heard, line, memo};
use super::icon::{Icon, symbol};
use super::parts::{Fold, all, dynamic, el, head_cell, nothing, paragraph, rich, text, with};
use super::passage::to;
use super::run::LiveRun;
use super::screen::{Group, Screen};
use super::state::State;
use crate::figure::{self, Beside, CompareGroup, Comparison, OutcomeRow, Receipt, Telling};
use crate::platform::{input, storage};
use crate::scenario::{Abreast, Drafted, MOST_ABREAST, Saved, drafted};
use crate::text::Compare as Words;

/// What names a shared draft among the saved ones, whose keys are letters and numbers.
const GUEST: &str = "#";

/// What stands side by side, and what else could (Auswahl).
#[derive(Clone, Copy)]
struct Choice {
    state: State,
    saved: Held<Vec<Saved>>,
    abreast: Held<Abreast>,
    /// Whether somebody wanted one more than fit.
    is_full: Held<bool>,
}

impl Choice {
    fn new(state: State) -> Self {
        let choice = Self {
            state,
            saved: Held::new(Vec::new()),
            abreast: Held::new(Abreast::default()),
            is_full: Held::new(false),
        };
        // The dialog of drafts may stand over this screen.
        effect(move || {
            state.saves.track();
            state.kept.track();
            choice.saved.set(storage::list().unwrap_or_default());
        });
        choice
    }

    /// All drafts that this town can read, that of the page first.
    fn all(self) -> Vec<Drafted> {
        let name = self.state.lang.get().compare().own.to_owned();
        let own = Drafted { id: None, name, scenario: self.state.run().projected().scenario.clone() };
        let mut all = self.saved.with(|saved| drafted(self.state.town, own, saved));
        if let Some(scenario) = self.state.guest.get() {
            let name = self.state.first().shared.to_owned();
            all.insert(1, Drafted { id: Some(GUEST.to_owned()), name, scenario });
        }
        all
    }

    /// Those that stand side by side.
    fn shown(self) -> Vec<Drafted> {
        let all = self.all();
        self.abreast.with(|it| it.shown(&all))
    }

    /// Puts one in or takes it out; false if no more fit.
    fn put(self, id: Option<String>, is_in: bool) -> bool {
        let (all, mut is_put) = (untrack(|| self.all()), false);
        self.abreast.update(|it| is_put = it.put(&all, id, is_in));
        self.is_full.set(!is_put);
        is_put
    }
}

/// Up to four drafts, each with a run of its own.
#[component]
pub fn Compare() -> impl IntoView {
    let state = State::get();
    let choice = Choice::new(state);
    let shown = memo(move || choice.shown());
    // A place without a draft follows the plan, which costs nothing.
    let runs: [LiveRun; MOST_ABREAST] = std::array::from_fn(|at| {
        let scenario = memo(move || shown.with(|it| it.get(at).map(|it| it.scenario.clone()).unwrap_or_default()));
        LiveRun::follow(state.study, scenario)
    });
    let compared: Derived<Option<Comparison>> = memo(move || {
        let told: Vec<_> = runs.iter().take(shown.with(Vec::len)).map(|run| (run.projected(), run.ranges())).collect();
        let tellings: Vec<Telling<'_>> = told
            .iter()
            .map(|(run, ranges)| Telling {
                town: state.town,
                scenario: &run.scenario,
                projection: &run.projection,
                ranges,
                lang: state.lang.get(),
            })
            .collect();
        figure::comparison(&tellings)
    });
    let compare = move || state.lang.get().compare();
    let title = line(move || compared.with(|it| it.as_ref().map_or(compare().none.to_owned(), |it| it.title.clone())));
    let is_none = flag(move || compared.with(Option::is_none));
    view! {
        <section class="compare">
            <h1 tabindex="-1">{title}</h1>
            <p class="a">{line(move || if is_none.get() { compare().none_note } else { compare().note })}</p>
            <p class="small"><a href=to(state, Screen::Group(Group::Room))>{line(move || state.lang.get().group().to_group)}</a></p>
            {picks(choice)}
            {dynamic(move || compared.with(|it| it.as_ref().map_or_else(nothing, |it| receipts(it, &shown.get(), compare(), state))))}
            <section class="sec" hidden=is_none aria-labelledby="h-vergleich-generationen">
                <h2 class="q" id="h-vergleich-generationen">{line(move || compare().generations)}</h2>
                <p class="a">{line(move || (compare().generations_note)(state.town.horizon.0))}</p>
                {dynamic(move || compared.with(|it| it.as_ref().map_or_else(nothing, |it| cohorts(&it.generations, &shown.get(), compare(), state.town.horizon.0))))}
            </section>
            <div class="sec" hidden=is_none><Differences compared shown /></div>
        </section>
    }
}

/// Which drafts stand side by side.
fn picks(choice: Choice) -> AnyView {
    let compare = move || choice.state.lang.get().compare();
    let rows = move || {
        let shown = choice.shown();
        let row = |entry: Drafted| {
            let (id, is_in) = (entry.id.clone(), shown.iter().any(|it| it.id == entry.id));
            let pick = move |event: leptos::ev::Event| {
                if !choice.put(id.clone(), !is_in) {
                    input::untick(&event);
                }
            };
            view! { <label><input type="checkbox" prop:checked=is_in on:change=heard(pick) />" "{entry.name}</label> }
                .into_any()
        };
        all(choice.all().into_iter().map(row).collect())
    };
    view! {
        <fieldset class="picks" hidden=flag(move || choice.all().len() < 2)>
            <legend class="small">{line(move || compare().choose)}</legend>
            {dynamic(rows)}
            <p role="status" class="small">{line(move || if choice.is_full.get() { (compare().most)(MOST_ABREAST) } else { String::new() })}</p>
        </fieldset>
    }
    .into_any()
}

/// A class for the dash and the mark of a draft, by its place.
const MARKS: [&str; MOST_ABREAST] = ["sc sc-a", "sc sc-b", "sc sc-c", "sc sc-d"];

fn mark_of(at: usize) -> &'static str {
    MARKS.get(at).copied().unwrap_or_default()
}

/// The mark alone: disc, square, triangle, diamond.
fn mark(at: usize) -> AnyView {
    match at {
        0 => view! { <circle r="6.5" /> }.into_any(),
        1 => view! { <rect x="-6" y="-6" width="12" height="12" /> }.into_any(),
        2 => view! { <path d="M0 -7.5l7 13h-14z" /> }.into_any(),
        _ => view! { <path d="M0 -8l8 8l-8 8l-8 -8z" /> }.into_any(),
    }
}

/// Letter and name of a draft behind its dash and its mark.
fn key(at: usize, name: &str) -> AnyView {
    let class = mark_of(at);
    view! {
        <svg class=format!("key {class}") viewBox="0 0 48 16" aria-hidden="true">
            <line x1="1" x2="47" y1="8" y2="8" />
            <g transform="translate(24 8)">{mark(at)}</g>
        </svg>
        {text(&format!("{} {name}", letter(at)))}
    }
    .into_any()
}

fn letter(at: usize) -> &'static str {
    ["A", "B", "C", "D"].get(at).copied().unwrap_or_default()
}

/// Each draft by itself; the questions stand level.
fn receipts(it: &Comparison, shown: &[Drafted], words: &'static Words, state: State) -> AnyView {
    let one = |(at, (receipt, entry)): (usize, (&Receipt, &Drafted))| {
        let head = el("h2", "", vec![key(at, &entry.name)]);
        let cover = if receipt.is_missing {
            vec![symbol(Icon::Alert), text(&receipt.cover)]
        } else {
            vec![text(&receipt.cover)]
        };
        let cover = el("p", "cover", vec![el("strong", if receipt.is_missing { "inv" } else { "" }, cover)]);
        let answers = receipt.outcome.as_ref();
        let doors = &state.texts().doors;
        let said = |of: fn(&figure::Outcome) -> &str| answers.map_or_else(nothing, |it| paragraph("", of(it)));
        let rows = |of: fn(&figure::Outcome) -> &[OutcomeRow]| {
            let rows = answers.map(of).unwrap_or_default();
            let mut parts: Vec<AnyView> = rows.iter().take(ROWS).map(row).collect();
            if rows.is_empty() {
                parts.push(paragraph("small", doors.nothing));
            }
            if let Some(more) = rows.len().checked_sub(ROWS).filter(|it| *it > 0) {
                parts.push(paragraph("small", &(words.more_below)(more)));
            }
            all(parts)
        };
        let part =
            |title: &'static str, inner: AnyView| el("div", "", vec![el("h3", "small", vec![text(title)]), inner]);
        let parts = vec![
            head,
            cover,
            part(doors.brings, rows(|it| &it.brings)),
            part(doors.costs, rows(|it| &it.costs)),
            part(doors.generations, said(|it| &it.generations)),
            part(words.law, said(|it| &it.law)),
        ];
        el("li", mark_of(at), parts)
    };
    el("ol", "receipts", it.receipts.iter().zip(shown).enumerate().map(one).collect())
}

/// Rows of a draft to each question; the table has all of them.
const ROWS: usize = 4;

fn row(row: &OutcomeRow) -> AnyView {
    let beside = if row.beside.is_empty() { nothing() } else { el("small", "", vec![text(&row.beside)]) };
    el("p", "v", vec![el("b", "", vec![text(&row.number)]), text(" "), el("span", "", vec![rich(&row.said), beside])])
}

/// Birth years by drafts, as marks on a line and as numbers.
fn cohorts(rows: &[Beside], shown: &[Drafted], words: &'static Words, horizon: u16) -> AnyView {
    let picture = with("th", "class", "pic".to_owned(), vec![el("span", "vh", vec![text(words.generations)])]);
    let mut heads = vec![head_cell("col", vec![text(words.born)]), picture];
    heads.extend(
        shown
            .iter()
            .enumerate()
            .map(|(at, it)| head_cell("col", vec![key(at, ""), el("span", "vh", vec![text(&it.name)])])),
    );
    let row = |it: &Beside| {
        let percent = |value: f64| format!("{value:.2}%");
        let marks = it.places.iter().enumerate().map(|(at, place)| {
            view! { <svg class=mark_of(at) x=percent(*place) y="50%" overflow="visible">{mark(at)}</svg> }.into_any()
        });
        let marks: Vec<AnyView> = marks.collect();
        let picture = view! {
            <svg class="abreast" aria-hidden="true">
                <line class="zero" x1="50%" x2="50%" y1="0" y2="100%" />
                <line class="span" x1=percent(it.span.0) x2=percent(it.span.1) y1="50%" y2="50%" />
                {marks}
            </svg>
        };
        let mut cells = vec![head_cell("row", vec![text(&it.born)]), el("td", "pic", vec![picture.into_any()])];
        cells.extend(it.values.iter().map(|value| el("td", "", vec![text(value)])));
        el("tr", "", cells)
    };
    let table = vec![
        el("caption", "vh", vec![text(words.generations)]),
        el("thead", "", vec![el("tr", "", heads)]),
        el("tbody", "", rows.iter().map(row).collect()),
    ];
    let name = (words.generations_note)(horizon);
    let table = el("table", "cohorts", table);
    view! { <div class="scroll" tabindex="0" role="region" aria-label=name>{table}</div> }.into_any()
}

/// Everything in which the drafts differ, as a table.
#[component]
fn Differences(compared: Derived<Option<Comparison>>, shown: Derived<Vec<Drafted>>) -> impl IntoView {
    let state = State::get();
    let compare = move || state.lang.get().compare();
    let only = Held::new(true);
    // One draft differs from nothing but the plan.
    let is_filtered = flag(move || only.get() && shown.with(Vec::len) > 1);
    let table = move || {
        compared.with(|it| {
            it.as_ref().map_or_else(nothing, |it| table(&it.groups, &shown.get(), is_filtered.get(), compare()))
        })
    };
    view! {
        <Fold class="more" summary=line(move || compare().table) content=Callback::new(move |()| view! {
            <label class="pick" hidden=flag(move || shown.with(Vec::len) < 2)>
                <input type="checkbox" prop:checked=flag(move || only.get()) on:change=heard(move |_| only.update(|it| *it = !*it)) />
                " "{line(move || compare().only_differences)}
            </label>
            {dynamic(table)}
        }.into_any()) />
    }
}

fn table(groups: &[CompareGroup], shown: &[Drafted], is_filtered: bool, words: &'static Words) -> AnyView {
    let mut heads = vec![head_cell("col", vec![text(words.what)]), head_cell("col", vec![text(words.plan)])];
    heads.extend(shown.iter().enumerate().map(|(at, it)| head_cell("col", vec![key(at, &it.name)])));
    let columns = heads.len().to_string();
    let mut parts = vec![el("caption", "vh", vec![text(words.table)]), el("thead", "", vec![el("tr", "", heads)])];
    for group in groups {
        let rows: Vec<AnyView> = group
            .rows
            .iter()
            .filter(|row| !(is_filtered && row.is_same))
            .map(|row| {
                let cells = row.cells.iter().map(|it| el("td", "", vec![rich(it)]));
                el("tr", "", std::iter::once(head_cell("row", vec![text(&row.what)])).chain(cells).collect())
            })
            .collect();
        if !rows.is_empty() {
            let head = view! { <th scope="rowgroup" colspan=columns.clone()>{group.name.clone()}</th> }.into_any();
            parts.push(el("tbody", "", std::iter::once(el("tr", "", vec![head])).chain(rows).collect()));
        }
    }
    if parts.len() < 3 {
        return paragraph("small", words.no_differences);
    }
    let name = words.table;
    let inner = el("table", "values differences", parts);
    view! { <div class="scroll" tabindex="0" role="region" aria-label=name>{inner}</div> }.into_any()
}
