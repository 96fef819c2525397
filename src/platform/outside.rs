//! What lies around the page and is looked after by `src/outside.js`: the page that shows it in a frame, and the device that
//! passes from one visitor to the next.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CustomEvent, CustomEventInit, Element, Window};

use super::document::document;

/// What the script around the page is told, and what it tells.
const HAND_OVER: &str = "zukunftshaushalt:hand-over";
const LANGUAGE: &str = "zukunftshaushalt:language";
const GATHER: &str = "zukunftshaushalt:gather";
const FORGET: &str = "zukunftshaushalt:forget-files";
/// That something is heard from now on; what came before is then brought.
const HEARS: &str = "zukunftshaushalt:hears";

/// Takes a draft as text.
type Take = Box<dyn Fn(String)>;

thread_local! {
    static GATHERS: RefCell<Option<Take>> = const { RefCell::new(None) };
}

fn root() -> Option<Element> {
    document()?.document_element()
}

/// Whether a device passes from one visitor to the next (Kiosk).
pub fn is_kiosk() -> bool {
    root().and_then(|it| it.get_attribute("data-mode")).is_some_and(|it| it == "kiosk")
}

/// Whether another page shows this one (Rahmen).
pub fn is_framed() -> bool {
    let own = || {
        let window = web_sys::window()?;
        Some(window.parent().ok()?? != window)
    };
    own().unwrap_or(false)
}

/// The origin of the page that shows this one, once it has spoken and if this page was built for it.
pub fn host() -> Option<String> {
    root()?.get_attribute("data-host")
}

/// Hands something over to that page; `json` is an object.
pub fn hand_over(json: &str) {
    tell(HAND_OVER, json);
}

/// Whether the browser keeps the files of the page for the time without a network.
pub fn keeps_files() -> bool {
    root().is_some_and(|it| it.has_attribute("data-kept"))
}

/// Lets them go until the next visit.
pub fn forget_files() {
    if let Some(root) = root() {
        let _ = root.remove_attribute("data-kept");
    }
    tell(FORGET, "");
}

/// Says something with a text to the script around the page.
fn tell(name: &str, text: &str) {
    let dispatch = || {
        let init = CustomEventInit::new();
        init.set_detail(&text.into());
        let event = CustomEvent::new_with_event_init_dict(name, &init).ok()?;
        web_sys::window()?.dispatch_event(&event).ok()
    };
    let _: Option<bool> = dispatch();
}

/// That page asks for another language, by its tag.
pub fn on_language(speak: impl Fn(String) + 'static) {
    listen(LANGUAGE, speak);
}

/// Whether a frame of this page's own shows what it asked for: what was refused cannot be looked into.
pub fn is_shown(frame: &web_sys::HtmlIFrameElement) -> bool {
    frame.content_document().is_some()
}

/// That page brings drafts for a room that gathers, as text; whoever asked last hears of them.
pub fn on_gather(take: impl Fn(String) + 'static) {
    if GATHERS.replace(Some(Box::new(take))).is_some() {
        return;
    }
    listen(GATHER, |text| GATHERS.with_borrow(|take| take.iter().for_each(|take| take(text.clone()))));
}

/// Hears of something with a text, for the life of the page, and of what came before anybody heard.
fn listen(name: &str, hear: impl Fn(String) + 'static) {
    let listener = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
        if let Some(text) = event.detail().as_string() {
            event.prevent_default();
            hear(text);
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    }
    listener.forget();
    tell(HEARS, name);
}

/// What the build has put into the page for who publishes it, such as the address of its imprint.
pub fn told(name: &str) -> Option<String> {
    let found = document()?.query_selector(&format!("meta[name={name}]")).ok()??;
    found.get_attribute("content").filter(|it| !it.is_empty())
}

/// A tab that is empty for now, opened while a press allows it (neuer Tab).
pub struct Tab(Window);

impl Tab {
    /// Opens one; none where the browser does not let it.
    pub fn open() -> Option<Self> {
        web_sys::window()?.open().ok()?.map(Self)
    }

    /// Goes to an address.
    pub fn go(&self, address: &str) {
        let _ = self.0.location().set_href(address);
    }

    /// Closes it again.
    pub fn close(&self) {
        let _ = self.0.close();
    }
}
