use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::dialog::Dialog;
use super::held::{flag, heard, line};
use super::parts::{Press, dynamic, paragraph, text};
use super::passage::to;
use super::screen::Screen;
use super::state::{Leaving, State};
use crate::platform::{address, keeper};

/// A link that opens another town in place of this one.
pub fn town_link(state: State, id: &str, words: String) -> AnyView {
    let is_known = state.towns.with_value(|towns| towns.iter().any(|it| it.id == id));
    let Some(address) = address_of(state, id).filter(|_| is_known) else { return text(&words) };
    let to = id.to_owned();
    let leave = move |event: MouseEvent| {
        // In a tab or window of its own it leaves nothing here.
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        if untrack(|| state.is_unsaved()) {
            ask(state, Leaving { to: to.clone(), is_missing: false });
        } else {
            go(state, to.clone());
        }
    };
    view! { <a href=address on:click=heard(leave)>{words}</a> }.into_any()
}

/// The address of another town, on the screen that stands here; goals have keys of their own there.
fn address_of(state: State, id: &str) -> Option<String> {
    let screen = match state.screen.get_untracked() {
        Screen::Choices(_) => Screen::Goals,
        screen => screen,
    };
    Some(format!("{}{}", address::with_parameter("town", id)?, to(state, screen)))
}

/// Asks in place of whatever is open.
fn ask(state: State, leaving: Leaving) {
    state.choosing.set(false);
    state.saves.set(false);
    state.leaving.set(Some(leaving));
}

/// Goes to another town once it is there; until then, and if it is not, this page stays.
fn go(state: State, to: String) {
    let Some(address) = address_of(state, &to) else { return };
    keeper::visit(&address, &to.clone(), move || ask(state, Leaving { to, is_missing: true }));
}

/// The question on the way to another town, and the message when that town does not come (Verlassen).
#[component]
pub fn LeavingDialog() -> impl IntoView {
    let state = State::get();
    let is_missing = move || state.leaving.with(|it| it.as_ref().is_some_and(|it| it.is_missing));
    let to = move || state.leaving.with(|it| it.as_ref().map_or_else(String::new, |it| state.town_name(&it.to)));
    let heading = line(move || {
        let texts = state.texts();
        if is_missing() { texts.leaving_missing } else { texts.leaving }
    });
    let said = move || {
        let texts = state.texts();
        let here = state.lang.get().of(&state.town.name);
        let said = if is_missing() { (texts.leaving_stays)(&to(), here) } else { (texts.leaving_lost)(here) };
        paragraph("", &said)
    };
    let stay = Callback::new(move |()| state.leaving.set(None));
    let save = Callback::new(move |()| {
        state.leaving.set(None);
        state.saves.set(true);
    });
    let leave = Callback::new(move |()| {
        if let Some(Leaving { to, .. }) = state.leaving.get_untracked() {
            go(state, to);
        }
    });
    let label = line(move || {
        let texts = state.texts();
        if is_missing() { texts.leaving_again } else { texts.leaving_go }
    });
    view! {
        <Dialog id="h-verlassen" heading is_open=flag(move || state.leaving.get().is_some()) on_close=stay>
            {dynamic(said)}
            <p class="end">
                <Press label=state.say(|it| it.save) hidden=flag(move || !state.is_unsaved()) on_press=save />
                <Press label on_press=leave />
                <Press label=state.say(|it| it.leaving_stay) on_press=stay />
            </p>
        </Dialog>
    }
}
