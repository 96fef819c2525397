//! Ways within the page to what explains a number.

use leptos::prelude::*;

use super::held::heard;
use super::late::{BEHIND, once_here};
use super::screen::PLACE;
use super::state::{Late, State};
use crate::platform::{focus, frame};

/// A way to the section, or to a row of it by its key.
pub fn link(state: State, key: Option<&str>, label: String) -> AnyView {
    let target = key.map_or_else(|| PLACE.to_owned(), |key| format!("{PLACE}-{key}"));
    let address = format!("#{target}");
    // The same address again is no news to the browser, so the click counts as well.
    view! { <a href=address on:click=heard(move |_| show(state, target.clone()))>{label}</a> }.into_any()
}

/// Opens the section with all its rows and goes to a place in it.
pub fn show(state: State, target: String) {
    state.reading.update(|it| (it.is_open, it.hidden) = (true, Vec::new()));
    // The rows are made after this turn, and where they are still on their way, the section is there before them.
    let go = move || {
        let target = target.clone();
        frame::later(0, move || focus::go_to(&target));
    };
    if untrack(|| BEHIND.stand(state)) != Late::Here {
        go();
    }
    once_here(state, &BEHIND, go);
}
