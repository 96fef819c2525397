use leptos::prelude::*;

use super::model_file::model_file;
use super::parts::{Fold, all, cited, el, text};
use super::state::State;
use super::way::link;
use crate::model::Source;

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

/// What stands in it.
fn lists(state: State) -> AnyView {
    let (town, texts) = (state.town, state.texts());
    let source = |it: &Source| {
        el(
            "li",
            "",
            vec![cited(state.lang.get().of(&it.text), &it.url), text(&format!(" ({})", (texts.seen)(it.seen)))],
        )
    };
    all(vec![
        el("p", "a", vec![text(texts.assumptions_note), text(" "), link(state, None, texts.method_title.to_owned())]),
        el("h3", "", vec![text(texts.sources)]),
        el("ul", "plain", town.sources.iter().map(source).collect()),
        model_file(state),
    ])
}
