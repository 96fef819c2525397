//! Where the keyboard is.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::document::document;

/// Scrolls to an element and lets the keyboard go on from there; to nothing if it is not there.
pub fn go_to(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Whether the focus lies in the element with this id.
pub fn holds_focus(id: &str) -> bool {
    let found = document().and_then(|it| Some((it.get_element_by_id(id)?, it.active_element()?)));
    found.is_some_and(|(element, active)| element.contains(Some(&active)))
}
