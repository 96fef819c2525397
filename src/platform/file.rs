//! Files that a person takes away or brings along.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, FileReader, HtmlAnchorElement, HtmlInputElement, Url};

use super::document::document;
use super::input::target;

/// Media type of scenarios.
pub const JSON: &str = "application/json";

/// Media type of the model's equations: XMILE is XML.
pub const XML: &str = "application/xml";

/// Hands out a text as a file; `kind` is its media type (Datei herunterladen).
pub fn download(name: &str, kind: &str, text: &str) {
    // A browser without these has no downloads; there is nobody to tell beyond that.
    let _ = try_download(name, kind, text);
}

fn try_download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let address = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Reads the file chosen in an input and hands its text on; then empties the input, so that the same file can be
/// chosen again.
pub fn read_chosen(event: &Event, then: impl Fn(String) + 'static) {
    let Some(input) = target::<HtmlInputElement>(event) else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let Ok(reader) = FileReader::new() else { return };
    let done = {
        let reader = reader.clone();
        Closure::once_into_js(move || {
            then(reader.result().ok().and_then(|text| text.as_string()).unwrap_or_default());
        })
    };
    reader.set_onload(Some(done.unchecked_ref()));
    let _ = reader.read_as_text(&file);
    input.set_value("");
}
