use leptos::prelude::*;

use super::parts::{Press, all, el, paragraph, text};
use super::state::State;
use crate::platform::file;

/// The model to take away, here and where it is explained.
pub fn model_file(state: State) -> AnyView {
    let texts = state.texts();
    let download = move |()| file::download(&state.file_name("xmile"), file::XML, &state.xmile());
    let button =
        view! { <p class="away"><Press label=state.say(|it| it.xmile) on_press=Callback::new(download) /></p> }
            .into_any();
    all(vec![el("h3", "away", vec![text(texts.xmile_title)]), paragraph("a away", texts.xmile_note), button])
}
