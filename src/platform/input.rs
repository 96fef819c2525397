//! What somebody did to an input, read from its event.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement, HtmlInputElement, HtmlTextAreaElement};

/// The element on which something happened; a view listens on the elements it makes, so it knows their kind.
pub(super) fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target().map(JsCast::unchecked_into)
}

/// The number at which a slider stands.
pub fn slider_value(event: &Event) -> Option<f64> {
    target::<HtmlInputElement>(event).map(|input| input.value_as_number())
}

/// Puts a slider back to where its value stands.
pub fn put_back(event: &Event, value: f64) {
    if let Some(input) = target::<HtmlInputElement>(event) {
        input.set_value_as_number(value);
    }
}

/// Writes what is true into the field in which something else was typed.
pub fn write_back(event: &Event, text: &str) {
    if let Some(input) = target::<HtmlInputElement>(event) {
        input.set_value(text);
    }
}

/// Takes back what was ticked.
pub fn untick(event: &Event) {
    if let Some(input) = target::<HtmlInputElement>(event) {
        input.set_checked(false);
    }
}

/// What is chosen in a list; a list and a field answer to the same name.
pub fn chosen(event: &Event) -> String {
    target::<HtmlInputElement>(event).map(|input| input.value()).unwrap_or_default()
}

/// What stands in a field of several lines.
pub fn written(event: &Event) -> String {
    target::<HtmlTextAreaElement>(event).map(|it| it.value()).unwrap_or_default()
}

/// Whether what was folded is open now.
pub fn is_unfolded(event: &Event) -> bool {
    target::<HtmlDetailsElement>(event).is_some_and(|details| details.open())
}
