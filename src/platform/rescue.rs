//! The last resort: after a bug the page stops calmly and hands out the work as a file.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::document::document;
use super::file;

/// What is needed to hand out the work after a failure, kept up to date while all is well.
#[derive(Clone, Debug, Default)]
pub struct Work {
    /// Name of the file.
    pub file_name: String,
    /// The scenario as a file.
    pub json: String,
    /// Heading, text and label of the button in the language of the page.
    pub words: [String; 3],
}

thread_local! {
    static WORK: RefCell<Work> = RefCell::default();
}

/// Keeps the work in memory; nothing is stored.
pub fn keep(work: Work) {
    WORK.replace(work);
}

/// From now on a panic shows the box of `index.html` with the work as a file.
pub fn install() {
    std::panic::set_hook(Box::new(|_| {
        // Nothing here may panic again, so every step that fails is skipped.
        let _ = show();
    }));
}

fn show() -> Option<()> {
    let document = document()?;
    let work = WORK.try_with(|work| work.try_borrow().map(|work| work.clone()).ok()).ok()??;
    let page = document.get_element_by_id("failure")?;
    page.remove_attribute("hidden").ok()?;
    document.get_element_by_id("app")?.set_attribute("inert", "").ok()?;
    let [heading, text, label] = work.words.clone();
    if !heading.is_empty() {
        page.query_selector("h2").ok()??.set_text_content(Some(&heading));
        page.query_selector("p").ok()??.set_text_content(Some(&text));
    }
    if !work.json.is_empty() && document.get_element_by_id("rescue").is_none() {
        let button = document.create_element("button").ok()?;
        button.set_id("rescue");
        button.set_text_content(Some(&label));
        let hand_out = Closure::<dyn Fn()>::new(move || file::download(&work.file_name, file::JSON, &work.json));
        button.add_event_listener_with_callback("click", hand_out.as_ref().unchecked_ref()).ok()?;
        hand_out.forget();
        page.append_child(&button).ok()?;
    }
    page.scroll_into_view();
    Some(())
}

/// Shows the failure box of `index.html` with a text for the people who run the page.
pub fn report(text: &str) {
    leptos::logging::error!("{text}");
    if let Some(page) = document().and_then(|document| document.get_element_by_id("failure")) {
        let _ = page.remove_attribute("hidden");
        if let Some(element) = document().and_then(|document| document.create_element("pre").ok()) {
            element.set_text_content(Some(text));
            let _ = page.append_child(&element);
        }
    }
}
