//! The towns that the build has put into the page.

use wasm_bindgen::JsCast;

use super::document::document;

/// A town that this page can open (Stadt zur Wahl).
#[derive(Clone, Debug, PartialEq)]
pub struct TownChoice {
    /// Key of town and budget year.
    pub id: String,
    /// Name and plan by the tag of the language.
    names: Vec<(&'static str, String)>,
}

impl TownChoice {
    /// Name and plan in a language; the key where the build has put none into the page.
    pub fn name(&self, tag: &str) -> &str {
        self.names.iter().find(|it| it.0 == tag).map_or(&self.id, |it| &it.1)
    }
}

/// Whether the build has put a file of this kind beside a town, by the name of its part.
pub fn has(id: &str, part: &str) -> bool {
    let found = || document()?.query_selector(&format!("meta[name=town][content=\"{id}\"][data-{part}-file]")).ok()?;
    found().is_some()
}

/// The towns that the build has put into the page, the one that opens by itself first, with their names in these
/// languages.
pub fn towns(tags: &[&'static str]) -> Vec<TownChoice> {
    let found = || {
        let list = document()?.query_selector_all("meta[name=town]").ok()?;
        let choice = |at| -> Option<TownChoice> {
            let element: web_sys::Element = list.item(at)?.dyn_into().ok()?;
            let name = |tag: &&'static str| Some((*tag, element.get_attribute(&format!("data-{tag}"))?));
            Some(TownChoice { id: element.get_attribute("content")?, names: tags.iter().filter_map(name).collect() })
        };
        Some((0..list.length()).filter_map(choice).collect())
    };
    found().unwrap_or_default()
}
