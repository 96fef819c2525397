//! The address of the page: its parameters and its fragment.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::UrlSearchParams;

use super::outside::is_kiosk;

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

/// The origin of this page, `https://haushalt.stadt.de`.
pub fn origin() -> String {
    web_sys::window().and_then(|it| it.location().origin().ok()).unwrap_or_default()
}

/// Where this page lies, without parameters and fragment.
pub fn place() -> String {
    origin() + &web_sys::window().and_then(|it| it.location().pathname().ok()).unwrap_or_default()
}

/// The address of this page from anywhere, with nothing of the present one but where it lies.
pub fn link(parameters: &[(&str, &str)], fragment: &str) -> String {
    let named: Vec<String> = parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mark = if named.is_empty() { "" } else { "?" };
    format!("{}{mark}{}#{fragment}", place(), named.join("&"))
}

/// Goes to another fragment, like a link to it: where nothing of a visitor may stay, in the place of the present one.
pub fn go(fragment: &str) {
    if let Some(window) = web_sys::window() {
        let location = window.location();
        let _ = if is_kiosk() { location.replace(&format!("#{fragment}")) } else { location.set_hash(fragment) };
    }
}

/// Writes a parameter into the address without a new entry in the history.
pub fn remember_parameter(name: &str, value: &str) {
    let write = || {
        let window = web_sys::window()?;
        let address = format!("{}{}", with_parameter(name, value)?, window.location().hash().ok()?);
        let history = window.history().ok()?;
        // The state of the entry holds the draft.
        history.replace_state_with_url(&history.state().ok()?, "", Some(&address)).ok()
    };
    // A frame without an address of its own keeps the choice in memory only.
    let _: Option<()> = write();
}

/// The fragment of the address, `rechnung` of `#rechnung`; empty where there is none.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Names another place of the same screen in the address, without a new entry in the history.
pub fn rename_fragment(fragment: &str) {
    let write = || {
        let history = web_sys::window()?.history().ok()?;
        // The state of the entry holds the draft.
        history.replace_state_with_url(&history.state().ok()?, "", Some(&format!("#{fragment}"))).ok()
    };
    // A frame without an address of its own keeps the choice in memory only.
    let _: Option<()> = write();
}

/// Tells the fragment of the address once the page stands and whenever it changes.
pub fn on_fragment(listen: impl Fn(String) + 'static) {
    let listener = Closure::<dyn Fn()>::new(move || listen(fragment()));
    if let Some(window) = web_sys::window() {
        let call = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("hashchange", call);
        let _ = window.set_timeout_with_callback(call);
    }
    listener.forget();
}
