//! What stands behind the numbers (Verstehen).

use leptos::prelude::*;

use super::assumptions::Assumptions;
use super::departments::Departments;
use super::learn::Learn;
use super::method::Method;
use super::profile::Profile;
use super::resilience::Resilience;
use super::screen::PLACE;
use super::state::State;
use crate::text::Texts;

/// One indicator from the beginning, and everything that answers further questions.
#[component]
pub fn Behind() -> impl IntoView {
    view! {
        <Learn />
        <Contents />
        <Profile />
        <Resilience />
        <Departments />
        <Method />
        <Assumptions />
    }
}

/// A text of the catalogue.
type Label = fn(&'static Texts) -> &'static str;

/// What stands behind the numbers, as ways to each part of it (Inhalt).
#[component]
fn Contents() -> impl IntoView {
    let state = State::get();
    let places: [(&str, Label); 4] = [
        ("profil", |it| it.profile),
        ("krisentest", |it| it.resilience),
        ("dezernate", |it| it.departments),
        (PLACE, |it| it.method_title),
    ];
    let item = |(to, name)| view! { <li><a href=format!("#{to}")>{state.say(name)}</a></li> };
    view! {
        <nav class="contents" aria-label=state.say(|it| it.doors.on_this_page)>
            <ul>{places.map(item).collect_view()}</ul>
        </nav>
    }
}
