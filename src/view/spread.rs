use leptos::prelude::*;

use super::dialog::Dialog;
use super::held::flag;
use super::parts::{Press, paragraph, table};
use super::state::State;
use crate::figure::{SpreadFigure, spread_figure};
use crate::scenario::Action;

/// The preview of spreading what is left or missing; nothing moves before the click (Rest verteilen).
#[component]
pub fn SpreadDialog() -> impl IntoView {
    let state = State::get();
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
        <Dialog id="h-verteilen" heading=state.say(|it| it.spread_title)
            is_open=flag(move || state.spread.get()) on_close=Callback::new(move |()| close())>
            {move || state.spread.get().then(content)}
        </Dialog>
    }
}
