//! What stands behind the numbers (Verstehen).

use leptos::prelude::*;

use super::assumptions::Assumptions;
use super::departments::Departments;
use super::held::line;
use super::learn::Learn;
use super::method::Method;
use super::pictures::Pictures;
use super::products::Products;
use super::profile::Profile;
use super::resilience::Resilience;
use super::screen::PLACE;
use super::state::State;
use super::wheel::Wheel;
use crate::text::Lang;

/// One indicator from the beginning, and everything that answers further questions.
#[component]
pub fn Behind() -> impl IntoView {
    view! {
        <Learn />
        <Contents />
        <Products />
        <Wheel />
        <Profile />
        <Resilience />
        <Departments />
        <Method />
        <Assumptions />
        <Pictures />
    }
}

/// A text of the catalogue.
type Label = fn(Lang) -> &'static str;

/// What stands behind the numbers, as ways to each part of it (Inhalt).
#[component]
fn Contents() -> impl IntoView {
    let state = State::get();
    let places: [(&str, Label); 7] = [
        ("produkte-ziele", |it| it.products().title),
        ("zielrad", |it| it.products().wheel),
        ("profil", |it| it.texts().profile),
        ("krisentest", |it| it.texts().resilience),
        ("dezernate", |it| it.texts().departments),
        (PLACE, |it| it.texts().method_title),
        ("bilder", |it| {
            let words = it.annex();
            words.pictures.title
        }),
    ];
    let item = |(to, name): (&str, Label)| {
        view! { <li><a href=format!("#{to}")>{line(move || name(state.lang.get()))}</a></li> }
    };
    view! {
        <nav class="contents" aria-label=state.say(|it| it.doors.on_this_page)>
            <ul>{places.map(item).collect_view()}</ul>
        </nav>
    }
}
