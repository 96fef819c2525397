use leptos::prelude::*;

use super::parts::{Fold, all, cited, el, paragraph, rich, text};
use super::state::State;
use crate::model::{Assumption, Source};

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

fn lists(state: State) -> AnyView {
    let (town, lang, texts) = (state.town, state.lang.get(), state.texts());
    let assumption = |it: &Assumption| {
        let source = town.source(&it.source).map_or("", |it| it.text.as_str());
        el("li", "", vec![rich(&format!("{} {}: ", lang.of(&it.text), texts.source)), cited(source, "")])
    };
    let source =
        |it: &Source| el("li", "", vec![cited(&it.text, &it.url), text(&format!(" ({})", (texts.seen)(&it.seen)))]);
    all(vec![
        paragraph("a", texts.assumptions_note),
        el("ul", "plain", town.assumptions.iter().map(assumption).collect()),
        el("h3", "", vec![text(texts.sources)]),
        el("ul", "plain", town.sources.iter().map(source).collect()),
    ])
}
