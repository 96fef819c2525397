//! Where the keyboard is.

use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use super::document::document;

/// Scrolls to an element and lets the keyboard go on from there; to nothing if it is not there.
pub fn go_to(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Lets the keyboard go on from the first heading of the content that is shown, without scrolling there.
pub fn to_heading() {
    let found = document().and_then(|document| document.query_selector_all("main h1").ok());
    let headings = found.into_iter().flat_map(|found| (0..found.length()).filter_map(move |at| found.item(at)));
    let shown = headings.filter_map(|it| it.dyn_into::<HtmlElement>().ok()).find(|it| it.offset_parent().is_some());
    if let Some(heading) = shown {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
}

/// Whether the focus lies in the element with this id.
pub fn holds_focus(id: &str) -> bool {
    let found = document().and_then(|it| Some((it.get_element_by_id(id)?, it.active_element()?)));
    found.is_some_and(|(element, active)| element.contains(Some(&active)))
}

/// The element that has the focus, to give it back later (Ort der Tastatur).
#[derive(Clone)]
pub struct Place(HtmlElement);

impl Place {
    /// Where the focus is; none if it is nowhere, which browsers call the body.
    pub fn now() -> Option<Self> {
        let document = document()?;
        let element: HtmlElement = document.active_element()?.dyn_into().ok()?;
        (document.body().as_ref() != Some(&element)).then_some(Self(element))
    }

    /// Gives the focus back; if the element is gone or hidden, the keyboard goes on at the beginning of the content.
    pub fn go_back(&self) {
        let _ = self.0.focus();
        if Self::now().is_none() {
            let content = document().and_then(|document| document.query_selector("main").ok()).flatten();
            if let Some(content) = content.and_then(|content| content.dyn_into::<HtmlElement>().ok()) {
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = content.focus_with_options(&options);
            }
        }
    }
}
