use leptos::html::Dialog;
use leptos::prelude::*;

use super::held::effect;
use super::parts::{Press, paragraph, table};
use super::state::State;
use crate::figure::{SpreadFigure, spread_figure};
use crate::platform::dialog;
use crate::scenario::Action;

/// The preview of spreading what is left or missing; nothing moves before the click (Rest verteilen).
#[component]
pub fn SpreadDialog() -> impl IntoView {
    let state = State::get();
    let dialog = NodeRef::<Dialog>::new();
    effect(move || {
        let is_open = state.spread.get();
        if let Some(dialog) = dialog.get() {
            dialog::show(&dialog, is_open);
        }
    });
    let close = move || state.spread.set(false);
    let content = move || {
        let texts = state.texts();
        let SpreadFigure { intro, rows, rest } =
            state.tell(|it| spread_figure(it.town, it.scenario, &state.preview(), it.lang));
        let is_empty = rows.is_empty();
        let preview = if is_empty {
            paragraph("", texts.spread_nothing)
        } else {
            table("values", texts.spread_title, &texts.spread_head, rows)
        };
        let apply = move |()| {
            close();
            state.act(Action::Distribute);
        };
        view! {
            {paragraph("", &intro)}
            {preview}
            {rest.map(|rest| paragraph("", &rest))}
            <p class="end">
                <Press label=state.say(|it| it.cancel) on_press=Callback::new(move |()| close()) />
                <Press class="btn main" label=state.say(|it| it.spread_do) disabled=is_empty on_press=Callback::new(apply) />
            </p>
        }
        .into_any()
    };
    view! {
        <dialog class="sheet" node_ref=dialog aria-labelledby="h-verteilen" on:close=move |_| close()>
            <h2 class="q" id="h-verteilen">{state.say(|it| it.spread_title)}</h2>
            {move || state.spread.get().then(content)}
        </dialog>
    }
}
