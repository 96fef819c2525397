use leptos::prelude::*;

use super::chart::{Chart, Own, Plot};
use super::held::{Derived, Held, flag, heard, line, memo};
use super::parts::{Fold, Press, Values, all, dynamic, el, german, head_cell, nothing, table, text};
use super::state::State;
use crate::figure::plot::flow;
use crate::figure::{self, FlowFigure, FlowRow, Followed, FollowedFigure, ProductsTable};
use crate::platform::{focus, frame};
use crate::text::Products as Words;

/// The same budget by product areas and by goals, to be followed from one to the other and back (Von 1991 nach 2030).
///
/// All of it is told anew when the hand rests: what moves it stands on another screen.
#[component]
pub fn Products() -> impl IntoView {
    let state = State::get();
    let products = memo(move || state.tell_rested(figure::products_figure));
    let way = Way::new(state);
    let plot = memo(move || way.flow.with(|it| Some(Plot::Flow(Own { plot: it.plot.clone(), draw: flow::draw }))));
    let areas = way.flow.with_untracked(|it| it.areas.len());
    let uses = way.flow.with_untracked(|it| it.uses.len());
    let wide = move |it: &ProductsTable| {
        let head: Vec<&str> = it.head.iter().map(String::as_str).collect();
        let label = state.lang.get().products().table_head[0];
        let rows = table("spending", label, &head, it.rows.clone());
        view! { <div class="scroll" tabindex="0" role="region" aria-label=label>{rows}</div> }.into_any()
    };
    view! {
        <section class="products" id="produkte-ziele" aria-labelledby="h-produkte">
            <h2 class="q" id="h-produkte">{said(state, |it| it.title)}</h2>
            <p class="a">
                <strong>{line(move || products.with(|it| it.sentence.clone()))}</strong>" "{said(state, |it| it.intro)}
            </p>
            <p class="a">{line(move || products.with(|it| it.moved.clone()))}</p>
            <div class="following">
                <p class="a" role="status">{line(move || way.flow.with(|it| it.said.clone()))}</p>
                <Press label=said(state, |it| it.show_all) hidden=flag(move || way.row.get() == Followed::All)
                    on_press=Callback::new(move |()| way.end()) />
            </div>
            <div class="flow">
                {side(way, areas, said(state, |it| it.areas), |it| &it.areas, Followed::Area)}
                <div class="ribbons"><Chart class="piece" name=said(state, |it| it.picture) plot /></div>
                {side(way, uses, said(state, |it| it.goals), |it| &it.uses, Followed::Use)}
            </div>
            <p class="small">{line(move || way.flow.with(|it| it.lines))}</p>
            <div class="below">{dynamic(move || panel(way, way.row.get()))}</div>
            <Values summary=Some(said(state, |it| it.table_head[0])) content=Callback::new(move |()| {
                products.with(|it| wide(&it.table))
            }) />
            <Fold class="table" summary=said(state, |it| it.all_groups) content=Callback::new(move |()| {
                wide(&state.tell_rested(figure::products_table))
            }) />
            <p class="small">{line(move || products.with(|it| it.unit.clone()))}</p>
        </section>
    }
}

/// A text of this part in the current language.
fn said(state: State, label: fn(&'static Words) -> &'static str) -> Signal<String> {
    line(move || label(state.lang.get().products()))
}

/// What is followed, and what it shows.
#[derive(Clone, Copy)]
struct Way {
    state: State,
    followed: Held<Followed>,
    /// The row of the lists that is followed, of a group its area.
    row: Derived<Followed>,
    flow: Derived<FlowFigure>,
}

impl Way {
    fn new(state: State) -> Self {
        let followed = Held::new(Followed::All);
        let flow = memo(move || {
            let followed = followed.get();
            state.tell_rested(|it| figure::flow_figure(it, followed))
        });
        Self { state, followed, row: memo(move || followed.get().row(state.town)), flow }
    }

    /// Follows something, or stops following it.
    fn toggle(self, to: Followed) {
        let is_same = self.followed.get_untracked() == to;
        self.followed.set(if is_same { to.above(self.state.town) } else { to });
    }

    /// Follows a row of the lists from elsewhere, with the keyboard at it.
    fn go(self, to: Followed) {
        self.followed.set(to);
        frame::later(0, move || focus::go_to(&place(to)));
    }

    /// Follows nothing any more; the keyboard goes on where it began.
    fn end(self) {
        let row = self.row.get_untracked();
        self.followed.set(Followed::All);
        frame::later(0, move || focus::go_to(&place(row)));
    }
}

/// Name of a row in the document.
fn place(row: Followed) -> String {
    match row {
        Followed::Area(at) => format!("von-{at}"),
        Followed::Use(at) => format!("nach-{at}"),
        Followed::All | Followed::Group(_) => "produkte-ziele".to_owned(),
    }
}

/// One of the two lists: each row can be followed, and on a phone what it leads to stands right below it.
fn side(
    way: Way,
    count: usize,
    title: Signal<String>,
    rows: fn(&FlowFigure) -> &Vec<FlowRow>,
    to: fn(usize) -> Followed,
) -> AnyView {
    let items = (0..count).map(|at| item(way, to(at), at, rows));
    view! { <div class="side"><h3>{title}</h3><ul>{all(items.collect())}</ul></div> }.into_any()
}

/// A row; it stays, so that the keyboard does, and what it says follows the state.
fn item(way: Way, to: Followed, at: usize, rows: fn(&FlowFigure) -> &Vec<FlowRow>) -> AnyView {
    let is_faint = flag(move || way.flow.with(|it| rows(it).get(at).is_some_and(|it| it.is_faint)));
    let is_own = memo(move || way.row.get() == to);
    let told = dynamic(move || way.flow.with(|it| rows(it).get(at).map_or_else(nothing, |it| in_words(way, to, it))));
    view! {
        <li class:faint=is_faint>
            <button type="button" class="pick" id=place(to) aria-pressed=line(move || is_own.get().to_string())
                on:click=heard(move |_| way.toggle(to))>{told}</button>
            <div class="near">{dynamic(move || if is_own.get() { panel(way, to) } else { nothing() })}</div>
        </li>
    }
    .into_any()
}

fn in_words(way: Way, to: Followed, it: &FlowRow) -> AnyView {
    // The plan prints the names of products in German.
    let name = if matches!(to, Followed::Area(_)) { german(&it.name) } else { text(&it.name) };
    let changed = if it.change.is_empty() { "" } else { way.state.lang.get().products().changed };
    let middle = vec![
        el("span", "vh", vec![text(changed)]),
        text(" "),
        el("b", "delta", vec![text(&it.change)]),
        text(" "),
        el("small", "", vec![text(&it.part)]),
    ];
    let bar = format!("{:.1}%", it.bar);
    all(vec![
        el("span", "name", vec![name, text(" "), el("small", "", vec![text(it.note)])]),
        text(" "),
        el("span", "mid", middle),
        text(" "),
        el("span", "v", vec![text(&it.amount)]),
        view! { <svg class="share" aria-hidden="true"><rect class="fill" height="100%" width=bar /></svg> }.into_any(),
    ])
}

/// Where the money of a row goes or comes from; nothing where none is followed.
fn panel(way: Way, row: Followed) -> AnyView {
    let state = way.state;
    if row == Followed::All {
        return nothing();
    }
    let told = memo(move || state.tell_rested(|it| figure::followed_figure(it, row)));
    let uses = memo(move || {
        let followed = way.followed.get();
        state.tell_rested(|it| figure::group_uses(it, followed))
    });
    let chips = move || {
        let chip = |(to, name): &(Followed, String)| {
            let (to, name) = (*to, name.clone());
            let button =
                view! { <button type="button" class="btn" on:click=heard(move |_| way.go(to))>{name}</button> };
            el("li", "", vec![button.into_any()])
        };
        uses.with(|it| match it.is_empty() {
            true => nothing(),
            false => all(vec![
                el("p", "small", vec![text(state.lang.get().products().group_goals)]),
                el("ul", "chips", it.iter().map(chip).collect()),
            ]),
        })
    };
    all(vec![dynamic(move || told.with(|it| rows(way, it))), dynamic(chips)])
}

/// The table of what is followed; a product group is chosen in it, a product area followed in turn.
fn rows(way: Way, it: &FollowedFigure) -> AnyView {
    let row = |row: &figure::FollowedRow| {
        let [name, amount, change, rest] = row.cells.clone();
        let to = row.to;
        let button = match to {
            Followed::Group(_) => {
                let is_own = line(move || (way.followed.get() == to).to_string());
                view! { <button type="button" class="tlink" lang="de" aria-pressed=is_own on:click=heard(move |_| way.toggle(to))>{name}</button> }
                    .into_any()
            }
            _ => view! { <button type="button" class="tlink" lang="de" on:click=heard(move |_| way.go(to))>{name}</button> }
                .into_any(),
        };
        let cells = [amount, change, rest].map(|it| el("td", "", vec![text(&it)]));
        el("tr", "", std::iter::once(head_cell("row", vec![button])).chain(cells).collect())
    };
    let head = it.head.iter().map(|it| head_cell("col", vec![text(it)])).collect();
    let parts = vec![el("thead", "", vec![el("tr", "", head)]), el("tbody", "", it.rows.iter().map(row).collect())];
    let (label, inner) = (it.head[0], el("table", "values followed", parts));
    view! { <div class="scroll" tabindex="0" role="region" aria-label=label>{inner}</div> }.into_any()
}
