//! The document and the place in it that the page fills.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The document; none outside a window.
pub(super) fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Sets language and title of the document.
pub fn describe(lang: &str, title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", lang);
        }
    }
}

/// The element the page is mounted into, emptied of its placeholder.
pub fn root() -> Option<HtmlElement> {
    let element = document()?.get_element_by_id("app")?;
    element.set_inner_html("");
    element.dyn_into().ok()
}

/// Shows the page from its top.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether the window is at most so wide, CSS pixels.
pub fn is_narrow(pixels: u16) -> bool {
    let list = web_sys::window().and_then(|it| it.match_media(&format!("(max-width: {pixels}px)")).ok().flatten());
    list.is_some_and(|it| it.matches())
}
