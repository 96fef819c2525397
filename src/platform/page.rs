//! Address, language and keyboard of the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Event, HtmlDetailsElement, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, UrlSearchParams,
};

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// A parameter of the address, `?lang=en`.
pub fn parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The address of this page with another value of a parameter, as a link from this page.
pub fn with_parameter(name: &str, value: &str) -> Option<String> {
    let parameters = UrlSearchParams::new_with_str(&web_sys::window()?.location().search().ok()?).ok()?;
    parameters.set(name, value);
    Some(format!("?{}", String::from(parameters.to_string())))
}

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

/// Writes a parameter into the address without a new entry in the history.
pub fn remember_parameter(name: &str, value: &str) {
    let write = || {
        let window = web_sys::window()?;
        let address = format!("{}{}", with_parameter(name, value)?, window.location().hash().ok()?);
        window.history().ok()?.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address)).ok()
    };
    // A frame without an address of its own keeps the choice in memory only.
    let _: Option<()> = write();
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

/// Opens or closes a modal dialog.
pub fn show_dialog(dialog: &HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        let _ = dialog.show_modal();
        // One that is read before it is used takes the focus itself: its first link may lie far below its beginning.
        if dialog.has_attribute("tabindex") {
            let _ = dialog.focus();
            dialog.set_scroll_top(0);
        }
    } else if !open && dialog.open() {
        dialog.close();
    }
}

/// The element on which something happened; a view listens on the elements it makes, so it knows their kind.
pub(super) fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target().map(JsCast::unchecked_into)
}

/// The number at which a slider stands.
pub fn slider_value(event: &Event) -> Option<f64> {
    target::<HtmlInputElement>(event).map(|input| input.value_as_number())
}

/// Writes what is true into the field in which something else was typed.
pub fn write_back(event: &Event, text: &str) {
    if let Some(input) = target::<HtmlInputElement>(event) {
        input.set_value(text);
    }
}

/// What is chosen in a list; a list and a field answer to the same name.
pub fn chosen(event: &Event) -> String {
    target::<HtmlInputElement>(event).map(|input| input.value()).unwrap_or_default()
}

/// Whether what was folded is open now.
pub fn is_unfolded(event: &Event) -> bool {
    target::<HtmlDetailsElement>(event).is_some_and(|details| details.open())
}

/// Listens to every key of the page, for its whole life.
pub fn on_key(listen: impl Fn(KeyboardEvent) + 'static) {
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(listen);
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Tells the fragment of the address, `rechnung` of `#rechnung`, once the page stands and whenever it changes.
pub fn on_fragment(listen: impl Fn(String) + 'static) {
    let listener = Closure::<dyn Fn()>::new(move || {
        let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        if let Some(fragment) = hash.strip_prefix('#') {
            listen(fragment.to_owned());
        }
    });
    if let Some(window) = web_sys::window() {
        let call = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("hashchange", call);
        let _ = window.set_timeout_with_callback(call);
    }
    listener.forget();
}

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

/// Today as `YYYY-MM-DD` in local time.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Milliseconds since the page was opened.
pub fn milliseconds() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
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
