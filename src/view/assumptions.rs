use leptos::prelude::*;

use super::method::link;
use super::parts::{Fold, Press, all, cited, el, paragraph, text};
use super::state::State;
use crate::model::Source;
use crate::platform::file;

/// Everything that is not official, and where the figures come from (Annahmen und Quellen).
#[component]
pub fn Assumptions() -> impl IntoView {
    let state = State::get();
    view! {
        <section class="assumptions">
            <Fold class="sheetless" summary=state.say(|it| it.assumptions) content=Callback::new(move |()| lists(state)) />
        </section>
    }
}

/// The model to take away, here and where it is explained.
pub fn model_file(state: State) -> AnyView {
    let texts = state.texts();
    let download = move |()| file::download(&state.file_name("xmile"), file::XML, &state.xmile());
    let button = view! { <p><Press label=state.say(|it| it.xmile) on_press=Callback::new(download) /></p> }.into_any();
    all(vec![el("h3", "", vec![text(texts.xmile_title)]), paragraph("a", texts.xmile_note), button])
}

fn lists(state: State) -> AnyView {
    let (town, texts) = (state.town, state.texts());
    let source =
        |it: &Source| el("li", "", vec![cited(&it.text, &it.url), text(&format!(" ({})", (texts.seen)(&it.seen)))]);
    all(vec![
        el("p", "a", vec![text(texts.assumptions_note), text(" "), link(state, None, texts.method.title.to_owned())]),
        el("h3", "", vec![text(texts.sources)]),
        el("ul", "plain", town.sources.iter().map(source).collect()),
        model_file(state),
    ])
}
