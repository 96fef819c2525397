//! The keyboard of the whole page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::KeyboardEvent;

use super::document::document;

/// Fields in which a person writes, and dialogs: their keys are theirs.
const OTHERS: &str = "dialog[open], input:focus:not([type=range], [type=checkbox], [type=radio], [type=file]), \
    textarea:focus, [contenteditable]:focus";

/// Listens to every key that is meant for the whole page, for its whole life.
pub fn on_key(listen: impl Fn(KeyboardEvent) + 'static) {
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event| {
        if document().is_some_and(|page| matches!(page.query_selector(OTHERS), Ok(None))) {
            listen(event);
        }
    });
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Whether a key closes what is open.
pub fn is_escape(event: &KeyboardEvent) -> bool {
    event.key() == "Escape"
}
