use leptos::html::Dialog;
use leptos::prelude::*;

use super::held::effect;
use super::parts::{Press, paragraph, table};
use super::state::State;
use crate::figure::goal_name;
use crate::model::{Money, Purpose};
use crate::platform::dialog;
use crate::scenario::Action;
use crate::text;

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
        let placement = state.preview();
        let balance = state.balance();
        let (lang, texts) = (state.lang.get(), state.texts());
        let change_of = |purpose: Purpose| -> Money {
            let transfers = placement.transfers.iter().filter(|it| it.cell.purpose == purpose);
            transfers.map(|it| it.after - it.before).sum()
        };
        let goals: Vec<(Purpose, Money)> = state.town.purposes().into_iter().map(|it| (it, change_of(it))).collect();
        let goals: Vec<(Purpose, Money)> = goals.into_iter().filter(|(_, change)| !change.is_zero()).collect();
        let is_empty = goals.is_empty();
        let rows = goals.into_iter().map(|(purpose, change)| {
            let before = state.town.planned(purpose) + state.goal_change(purpose);
            let after = format!("{} ({})", text::amount(before + change, lang), text::signed_amount(change, lang));
            vec![goal_name(state.town, purpose, lang), text::amount(before, lang), after]
        });
        let preview = if is_empty {
            paragraph("", texts.spread_nothing)
        } else {
            table("values", texts.spread_title, &texts.spread_head, rows.collect())
        };
        let rest = (texts.spread_rest)(&text::amount(placement.unplaced.abs(), lang));
        let apply = move |()| {
            close();
            state.act(Action::Distribute);
        };
        view! {
            {paragraph("", &(texts.spread_intro)(&text::amount(balance.abs(), lang), balance < Money::ZERO))}
            {preview}
            {(!placement.unplaced.is_zero()).then(|| paragraph("", &rest))}
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
