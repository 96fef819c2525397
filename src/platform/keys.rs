//! The keyboard of the whole page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::KeyboardEvent;

use super::document::document;

/// Listens to every key of the page, for its whole life.
pub fn on_key(listen: impl Fn(KeyboardEvent) + 'static) {
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(listen);
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
