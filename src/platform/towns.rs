//! The towns that the build has put into the page.

use wasm_bindgen::JsCast;

use super::document::document;

/// A town that this page can open (Stadt zur Wahl).
#[derive(Clone, Debug, PartialEq)]
pub struct TownChoice {
    /// Key of town and budget year.
    pub id: String,
    /// Name and plan, German and English.
    pub name: [String; 2],
}

/// The towns that the build has put into the page, the one that opens by itself first.
pub fn towns() -> Vec<TownChoice> {
    let found = || {
        let list = document()?.query_selector_all("meta[name=town]").ok()?;
        let choice = |at| -> Option<TownChoice> {
            let element: web_sys::Element = list.item(at)?.dyn_into().ok()?;
            let name = ["data-de", "data-en"].map(|name| element.get_attribute(name).unwrap_or_default());
            Some(TownChoice { id: element.get_attribute("content")?, name })
        };
        Some((0..list.length()).filter_map(choice).collect())
    };
    found().unwrap_or_default()
}
