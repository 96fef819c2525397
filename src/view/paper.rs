//! The draft as an annex to a council motion (Ratsanlage).

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::group::kept;
use super::held::{Derived, Held, flag, line, memo};
use super::notes::{NOTES, brought};
use super::parts::{Press, all, dynamic, el, head_cell, nothing, paragraph, rich, text, with};
use super::passage::to;
use super::screen::Screen;
use super::share::{drawn, plain_link};
use super::state::State;
use super::workbook::workbook;
use crate::figure::{self, Annex, AnnexOf, BudgetLine, Point, Section, Table};
use crate::model::plan_rows::PlanRows;
use crate::pack::unpack_rows;
use crate::platform::{clock, file, keeper, paper, towns};
use crate::text::AnnexWords;

/// Name of the file of the printed rows among those of a town.
const ROWS: &str = "rows";

/// Names of the sheet and of the summary on it in the document.
const SHEET: &str = "blatt";
const SUMMARY: &str = "zusammenfassung";

/// How far the printed rows of the plan are (gedruckte Planzeilen).
#[derive(Clone, PartialEq)]
enum Rows {
    /// On their way.
    Coming,
    /// There; none where the town has none.
    Here(Option<Arc<PlanRows>>),
    /// They did not come.
    Missing,
}

/// A word around the sheet.
fn said(state: State, label: fn(&'static AnnexWords) -> &'static str) -> Signal<String> {
    line(move || label(state.lang.get().annex()))
}

fn annex_words(state: State) -> &'static AnnexWords {
    state.lang.get().annex()
}

fn unnamed(words: &'static AnnexWords) -> String {
    words.unnamed.to_owned()
}

/// Asks for the printed rows of the plan.
fn bring(state: State, rows: Held<Rows>) {
    if !towns::has(&state.town.id, ROWS) {
        return rows.set(Rows::Here(None));
    }
    rows.set(Rows::Coming);
    spawn_local(async move {
        let bytes = keeper::texts(ROWS).await;
        let read = bytes.and_then(|bytes| unpack_rows(state.town, &bytes).ok());
        // Sources stand in the notes, which come with the workbench or now.
        let is_whole = brought(NOTES).await;
        rows.set(read.filter(|_| is_whole).map_or(Rows::Missing, |it| Rows::Here(Some(Arc::new(it)))));
    });
}

/// The sheet, and what can be done with it.
#[component]
pub fn Paper() -> impl IntoView {
    let state = State::get();
    let rows = Held::new(Rows::Coming);
    bring(state, rows);
    let annex: Derived<Option<Annex>> = memo(move || {
        let printed = match rows.get() {
            Rows::Coming => return None,
            Rows::Here(printed) => printed,
            Rows::Missing => None,
        };
        // A group on this device may have said something of the draft.
        let talk = kept::talk(state);
        let (name, date) = (state.kept.with(|it| it.name.clone()), clock::today());
        let name = if name.is_empty() { unnamed(state.lang.get().annex()) } else { name };
        Some(state.tell_ranged(|it| {
            state.with_reasons(|reasons| {
                let members = state.study.uncertainty().members();
                figure::annex(&AnnexOf {
                    it,
                    rows: printed.as_deref(),
                    members,
                    reasons,
                    group: talk.as_ref(),
                    name: &name,
                    date: &date,
                })
            })
        }))
    });
    let is_missing = flag(move || rows.with(|it| *it == Rows::Missing));
    view! {
        <section class="paper">
            <article class="a4" id=SHEET>
                {dynamic(move || annex.with(|it| match it {
                    Some(it) => all(vec![sheet(it, annex_words(state)), opens(state)]),
                    None => waiting(annex_words(state)),
                }))}
            </article>
            <aside aria-labelledby="h-anlage">
                <h2 class="q" id="h-anlage">{said(state, |it| it.for_council)}</h2>
                <p class="a">{said(state, |it| it.for_council_note)}</p>
                <div role="status" hidden=flag(move || !is_missing.get())>
                    <p class="small" hidden=flag(move || !is_missing.get())>{said(state, |it| it.rows_missing)}</p>
                    <Press label=said(state, |it| it.rows_again) on_press=Callback::new(move |()| bring(state, rows)) />
                </div>
                <Ways annex />
                <p class="small"><a href=to(state, Screen::Bench)>{said(state, |it| it.reason_how)}</a></p>
            </aside>
        </section>
    }
}

/// Printing, copying, and the tables as files.
#[component]
fn Ways(annex: Derived<Option<Annex>>) -> impl IntoView {
    let state = State::get();
    let told = Held::new(String::new());
    let copy = move |id: &'static str| {
        let words = state.lang.get_untracked().annex();
        told.set(if paper::copy(id) { words.copied } else { words.not_copied }.to_owned());
    };
    // One after the other: a second press while the first is on its way asks for nothing.
    let is_coming = Held::new(false);
    let workbook = move |()| {
        let book = annex.with(|it| it.as_ref().map(|it| figure::annex_book(it, &clock::today())));
        let Some(book) = book.filter(|_| !is_coming.get_untracked()) else { return };
        let (texts, words) = (state.lang.get_untracked().texts(), annex_words(state));
        is_coming.set(true);
        told.set(words.workbook_coming.to_owned());
        spawn_local(async move {
            let name = state.file_name("xlsx");
            let made = workbook(book).await.ok().and_then(Result::ok);
            let is_there = made.is_some_and(|bytes| file::are_downloaded(&name, file::XLSX, &bytes));
            is_coming.set(false);
            told.set(if is_there { name } else { texts.file_failed.to_owned() });
        });
    };
    let files = move || {
        let named = |table: &Table| {
            let (key, csv) = (table.key, table.csv());
            let download = move |()| {
                let texts = state.lang.get_untracked().texts();
                let name = state.file_name("csv").replace(".csv", &format!("-{key}.csv"));
                let is_there = file::is_downloaded(&name, "text/csv;charset=utf-8", &csv);
                told.set(if is_there { name } else { texts.file_failed.to_owned() });
            };
            let label = table.title.clone();
            el("li", "", vec![view! { <Press label=line(move || label.clone()) class="tlink" on_press=Callback::new(download) /> }.into_any()])
        };
        annex.with(|it| {
            it.as_ref().map_or_else(nothing, |it| el("ul", "away", it.tables().into_iter().map(named).collect()))
        })
    };
    view! {
        <Press class="btn main away print" label=said(state, |it| it.print) on_press=Callback::new(move |()| paper::print()) />
        <Press class="btn away" label=said(state, |it| it.copy) on_press=Callback::new(move |()| copy(SHEET)) />
        <Press class="btn away" label=said(state, |it| it.copy_summary) on_press=Callback::new(move |()| copy(SUMMARY)) />
        <Press class="btn away" label=said(state, |it| it.as_workbook) on_press=Callback::new(workbook) />
        <a class="btn" href=to(state, Screen::Share)>{state.say_first(|it| it.share)}</a>
        <p role="status" class="small">{line(move || told.get())}</p>
        <h3 class="small away">{said(state, |it| it.as_tables)}</h3>
        {dynamic(files)}
        <p class="small away"><a href="#bilder">{line(move || {
            let words = annex_words(state);
            words.pictures.title.to_owned()
        })}</a></p>
    }
}

fn waiting(words: &'static AnnexWords) -> AnyView {
    all(vec![el("h1", "", vec![text(words.for_council)]), paragraph("a", words.rows_coming)])
}

/// The sheet itself, as it is printed.
fn sheet(it: &Annex, words: &'static AnnexWords) -> AnyView {
    let heading = |title: &str| el("h2", "", vec![text(title)]);
    let (motion, sections, summary) = it.headings();
    let small = |said: &Vec<String>| all(said.iter().map(|it| paragraph("small", it)).collect());
    let run = vec![el("b", "", vec![text(&it.sheet)]), el("span", "", vec![text(&it.draft)])];
    let mut parts = vec![
        el("p", "run", run),
        view! { <h1 tabindex="-1">{rich(&it.title)}</h1> }.into_any(),
        el("p", "", vec![el("strong", "box", vec![text(&it.cover.said)])]),
        small(&it.cover.notes),
        small(&it.before),
        heading(&motion),
        el("div", "motion", vec![paragraph("", it.resolves), el("ol", "", it.motion.iter().map(point).collect())]),
        small(&it.motion_notes),
    ];
    for (title, part) in sections {
        parts.push(heading(&title));
        // Beside each other, old and new of four years are wider than a sheet.
        if part == &it.budget {
            parts.push(budget(it, words));
        } else {
            parts.push(section(part));
        }
    }
    parts.push(heading(&summary));
    parts.push(with("p", "id", SUMMARY.to_owned(), vec![text(&it.summary)]));
    let foot = it.foot.iter().map(|it| el("span", "", vec![text(it)]));
    parts.push(el("footer", "small", foot.chain([el("span", "", vec![text(it.check_note)])]).collect()));
    all(parts)
}

/// The way from the printed sheet back to the draft: a square, and what stands in it.
fn opens(state: State) -> AnyView {
    let Some(link) = plain_link(state) else { return nothing() };
    let words = annex_words(state);
    let said = el("figcaption", "small", vec![text(words.opens), text(" "), text(&link)]);
    let square = figure::square(&link, state.lang.get()).map_or_else(nothing, drawn);
    el("figure", "opens", vec![square, said])
}

/// A point of the motion with its parts.
fn point(it: &Point) -> AnyView {
    let mut inner = vec![el("p", "", vec![text(&format!("{} ", it.number)), rich(&it.text)])];
    if !it.parts.is_empty() {
        inner.push(el("ul", "", it.parts.iter().map(|it| el("li", "", vec![rich(it)])).collect()));
    }
    inner.extend(it.notes.iter().map(|it| paragraph("small", it)));
    el("li", "", inner)
}

fn section(it: &Section) -> AnyView {
    let mut parts: Vec<AnyView> = it.said.iter().map(|it| paragraph("", it)).collect();
    if !it.table.rows.is_empty() {
        parts.push(table(&it.table));
    }
    parts.extend(it.notes.iter().map(|it| paragraph("small", it)));
    all(parts)
}

/// Budgets old and new, one above the other in each year.
fn budget(it: &Annex, words: &'static AnnexWords) -> AnyView {
    if it.budget_rows.is_empty() {
        return section(&it.budget);
    }
    let years = it.years.iter().map(|year| view! { <th scope="col" class="num">{year.to_string()}</th> }.into_any());
    let head = std::iter::once(head_cell("col", vec![text(words.place_head)])).chain(years).collect();
    let cell = |[old, change, new]: &[String; 3]| {
        let part = |class, said: &str| el("span", class, vec![text(said)]);
        el("td", "num", vec![part("old", old), text(" "), part("change", change), text(" "), part("new", new)])
    };
    let row = |it: &BudgetLine| {
        let name = head_cell("row", vec![rich(&it.name), text(" "), el("small", "", vec![text(&it.below)])]);
        el("tr", if it.is_sum { "sum" } else { "" }, std::iter::once(name).chain(it.years.iter().map(cell)).collect())
    };
    let inner = el(
        "table",
        "stacked",
        vec![
            el("caption", "vh", vec![text(&it.budget.title)]),
            el("thead", "", vec![el("tr", "", head)]),
            el("tbody", "", it.budget_lines().iter().map(row).collect()),
        ],
    );
    let name = it.budget.title.clone();
    let mut parts =
        vec![view! { <div class="scroll" tabindex="0" role="region" aria-label=name>{inner}</div> }.into_any()];
    parts.extend(
        std::iter::once(words.stacked_note)
            .chain(it.budget.notes.iter().map(String::as_str))
            .map(|it| paragraph("small", it)),
    );
    all(parts)
}

/// A table whose numbers stand right.
fn table(it: &Table) -> AnyView {
    let head = it.head.iter().map(|column| {
        let class = if column.is_number { "num" } else { "" };
        view! { <th scope="col" class=class>{column.name.clone()}</th> }.into_any()
    });
    let row = |cells: &Vec<figure::Cell>| {
        let cell = |(at, (cell, column)): (usize, (&figure::Cell, &figure::Column))| match (at, column.is_number) {
            (0, _) => head_cell("row", vec![rich(&cell.said)]),
            (_, true) => el("td", "num", vec![text(&cell.said)]),
            (_, false) => el("td", "", vec![rich(&cell.said)]),
        };
        el("tr", "", cells.iter().zip(&it.head).enumerate().map(cell).collect())
    };
    let inner = el(
        "table",
        "",
        vec![
            el("caption", "vh", vec![text(&it.title)]),
            el("thead", "", vec![el("tr", "", head.collect())]),
            el("tbody", "", it.rows.iter().map(row).collect()),
        ],
    );
    let name = it.title.clone();
    view! { <div class="scroll" tabindex="0" role="region" aria-label=name>{inner}</div> }.into_any()
}
