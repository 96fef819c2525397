//! What leaves the page as a paper: print, and formatted text for a word processor.

use super::document::document;

/// Opens the browser's print dialog; a browser without one does nothing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Copies an element with its form, as a hand would that marks and copies it; false if the browser does not let it.
pub fn copy(id: &str) -> bool {
    let copied = || {
        let document = document()?;
        let element = document.get_element_by_id(id)?;
        let selection = web_sys::window()?.get_selection().ok()??;
        let range = document.create_range().ok()?;
        range.select_node_contents(&element).ok()?;
        selection.remove_all_ranges().ok()?;
        selection.add_range(&range).ok()?;
        let page: web_sys::HtmlDocument = wasm_bindgen::JsCast::dyn_into(document).ok()?;
        let is_copied = page.exec_command("copy").ok()?;
        selection.remove_all_ranges().ok()?;
        Some(is_copied)
    };
    copied().unwrap_or(false)
}
