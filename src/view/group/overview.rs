use leptos::prelude::*;

use super::common::{needs_room, not_stored, said, to_heading};
use super::room;
use crate::figure::{GroupFigure, GroupPicture, StripRow, group_picture};
use crate::group::{Account, Deed};
use crate::model::{Purpose, Town};
use crate::text::GroupWords;
use crate::view::held::{Derived, flag, line, memo};
use crate::view::icon::{Icon, symbol};
use crate::view::parts::{Fold, Press, all, dynamic, el, head_cell, nothing, paragraph, table, text};
use crate::view::passage::to;
use crate::view::screen::{Group, Screen};
use crate::view::state::State;

/// What the group wants, once it is revealed (Übersicht).
#[component]
pub fn Overview() -> impl IntoView {
    let state = State::get();
    let picture: Derived<Option<GroupPicture>> = memo(move || {
        // Half of a pile would be a result that nobody asked for.
        if !room::is_open(state) || room::progress(state).is_some() {
            return None;
        }
        let scenario = state.run().projected().scenario.clone();
        let own = scenario.is_moved().then(|| Account::of(state.town, &scenario));
        let talk = room::talk(state);
        Some(room::gathered(state, |it| {
            group_picture(state.town, &it.accounts(), &talk, own.as_ref(), state.lang.get())
        }))
    });
    let heading = line(move || {
        picture.with(|it| match it {
            Some(GroupPicture::Shown(it)) => it.headline.clone(),
            Some(GroupPicture::Covered { said, .. }) => said[0].clone(),
            None => state.lang.get().group().places[2].to_owned(),
        })
    });
    let inner = move || {
        picture.with(|it| match it {
            Some(GroupPicture::Shown(it)) => shown(it, state),
            Some(GroupPicture::Covered { said, is_empty: true, .. }) => {
                let way = view! { <a class="btn main big" href=to(state, Screen::Group(Group::Gather))>{state.lang.get().group().gather}</a> };
                all(vec![paragraph("intro", &said[1]), el("p", "", vec![way.into_any()])])
            }
            Some(GroupPicture::Covered { said, .. }) => paragraph("intro", &said[1]),
            None => nothing(),
        })
    };
    let asks = move |hidden: bool| {
        flag(move || {
            picture.with(|it| !matches!(it, Some(GroupPicture::Covered { is_hidden, is_empty: false, .. }) if *is_hidden == hidden))
        })
    };
    let is_closed = flag(move || picture.with(|it| !matches!(it, Some(GroupPicture::Shown(_)))));
    let reveal = move |is_revealed: bool| {
        Callback::new(move |()| {
            let deed = if is_revealed { Deed::Revealed } else { Deed::Covered };
            room::say(state, deed, |it| it.is_revealed = is_revealed);
            to_heading();
        })
    };
    let agree = Callback::new(move |()| {
        room::say(state, Deed::FewAgreed, |it| it.are_few_agreed = true);
        to_heading();
    });
    view! {
        <h1 tabindex="-1">{heading}</h1>
        {not_stored(state)}
        {needs_room(state)}
        {dynamic(inner)}
        <p class="row">
            <Press class="btn main big" label=said(state, |it| it.reveal) hidden=asks(true) on_press=reveal(true) />
            <Press class="btn big" label=said(state, |it| it.few_agreed) hidden=asks(false) on_press=agree />
            <Press label=said(state, |it| it.cover) hidden=is_closed on_press=reveal(false) />
        </p>
    }
}

fn shown(it: &GroupFigure, state: State) -> AnyView {
    let words = state.lang.get().group();
    let common = |title: &'static str, rows: &[[String; 2]]| {
        let row = |[count, name]: &[String; 2]| {
            el("li", "", vec![el("b", "", vec![text(count)]), el("span", "", vec![text(name)])])
        };
        let inner = if rows.is_empty() {
            paragraph("small", words.nobody)
        } else {
            el("ul", "common", rows.iter().map(row).collect())
        };
        el("section", "", vec![el("h2", "q", vec![text(title)]), inner])
    };
    let untouched = if it.untouched.is_empty() { nothing() } else { paragraph("small", &it.untouched) };
    let (things, table_of) = (it.things.clone(), it.clone());
    let things_scale = it.things_scale.clone();
    let main = vec![
        paragraph("intro", &it.dot_note),
        strips(&[(words.agree_here, &it.agreed), (words.apart_here, &it.apart)], state.town, words),
        untouched,
        paragraph("small", &format!("{} {}", it.scale, words.counted_as)),
        fold(words.things, move || {
            let words = state.lang.get().group();
            let scale = format!("{things_scale} {}", words.things_note);
            all(vec![strips(&[(words.things, &things)], state.town, words), paragraph("small", &scale)])
        }),
        fold(words.table, move || numbers(&table_of, state.lang.get().group())),
    ];
    let aside = vec![common(words.most_chosen, &it.chosen), common(words.most_cut, &it.cut)];
    el("div", "group-duo", vec![el("div", "", main), el("div", "", aside)])
}

fn fold(summary: &'static str, content: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let content = Callback::new(move |()| content());
    view! { <Fold class="more" summary=line(move || summary) content /> }.into_any()
}

/// All drafts as dots, goal by goal; the sentence of each row says what they show.
fn strips(parts: &[(&'static str, &Vec<StripRow>)], town: &'static Town, words: &'static GroupWords) -> AnyView {
    let body = |(title, rows): &(&'static str, &Vec<StripRow>)| {
        if rows.is_empty() {
            return nothing();
        }
        let axis = words.axis.map(|it| el("span", "", vec![text(it)]));
        let head = view! { <th scope="rowgroup">{*title}</th> }.into_any();
        let head = el("tr", "strip-head", vec![head, el("td", "axis", axis.into()), el("td", "", Vec::new())]);
        el("tbody", "", std::iter::once(head).chain(rows.iter().map(|it| strip(it, town))).collect())
    };
    let mut inner = vec![el("caption", "vh", vec![text(words.places[2])])];
    inner.extend(parts.iter().map(body));
    el("table", "strips", inner)
}

fn strip(it: &StripRow, town: &'static Town) -> AnyView {
    let icon = match it.purpose {
        Some(Purpose::Field(at)) => symbol(Icon::Goal(town.fields.get(at).map_or(0, |it| it.number))),
        Some(Purpose::Overhead) => symbol(Icon::Overhead),
        None => nothing(),
    };
    let ring = it.ring.map_or_else(nothing, |place| {
        let place = format!("{place:.2}%");
        view! {
            <svg x=place y="0" overflow="visible">
                <line class="stem" x1="0" x2="0" y1="12%" y2="96%" />
                <circle class="mine" r="6" cy="8%" />
            </svg>
        }
        .into_any()
    });
    let dots = it.dots.clone();
    let picture = view! {
        <svg class="strip" aria-hidden="true">
            <line class="ground" x1="0" x2="100%" y1="98%" y2="98%" />
            <line class="plan" x1="50%" x2="50%" y1="0" y2="100%" />
            <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" overflow="visible"><path class="drafts" d=dots /></svg>
            {ring}
        </svg>
    }
    .into_any();
    let [strong, rest] = &it.said;
    let words = vec![el("b", "", vec![text(strong)]), text(" "), text(rest)];
    el("tr", "", vec![head_cell("row", vec![icon, text(&it.name)]), el("td", "", vec![picture]), el("td", "", words)])
}

/// All numbers, and how the mean adds up.
fn numbers(it: &GroupFigure, words: &'static GroupWords) -> AnyView {
    let wide = table("values", words.table, &words.table_head, it.table.clone());
    let mean = table("values mean", words.mean, &words.mean_head, it.mean.iter().map(|it| it.to_vec()).collect());
    let name = words.table;
    all(vec![
        view! { <div class="scroll" tabindex="0" role="region" aria-label=name>{wide}</div> }.into_any(),
        paragraph("small", words.table_note),
        el("h2", "q", vec![text(words.mean)]),
        paragraph("a", &format!("{} {}", it.mean_said, words.mean_note)),
        mean,
    ])
}
