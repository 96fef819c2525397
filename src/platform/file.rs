//! Files that a person takes away or brings along.

use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, FileReader, HtmlAnchorElement, HtmlInputElement, Url};

use super::document::document;
use super::input::target;
use crate::scenario::LIMIT;

/// Media type of scenarios.
pub const JSON: &str = "application/json";

/// Media type of the model's equations: XMILE is XML.
pub const XML: &str = "application/xml";

/// Media type of workbooks for spreadsheets.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Media types of drawings.
pub const SVG: &str = "image/svg+xml";
/// The same as pixels.
pub const PNG: &str = "image/png";

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than any scenario.
    TooLarge,
    /// It is no longer there, or may not be read.
    Unreadable,
}

/// Hands out a text as a file; `kind` is its media type (Datei herunterladen).
pub fn download(name: &str, kind: &str, text: &str) {
    // A browser without downloads shows that itself.
    let _ = is_downloaded(name, kind, text);
}

/// Like [`download`]; whether the browser took it.
pub fn is_downloaded(name: &str, kind: &str, text: &str) -> bool {
    hand_out(name, kind, JsValue::from_str(text)).is_ok()
}

/// Like [`is_downloaded`], of a file that is no text.
pub fn are_downloaded(name: &str, kind: &str, bytes: &[u8]) -> bool {
    hand_out(name, kind, js_sys::Uint8Array::from(bytes).into()).is_ok()
}

/// Like [`is_downloaded`], of what the browser itself has made.
pub fn is_handed_out(name: &str, kind: &str, content: JsValue) -> bool {
    hand_out(name, kind, content).is_ok()
}

fn hand_out(name: &str, kind: &str, content: JsValue) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&content);
    let address =
        Url::create_object_url_with_blob(&Blob::new_with_buffer_source_sequence_and_options(&parts, &options)?)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Largest file that many drafts may come in, bytes.
const MANY: f64 = 67_108_864.0;

/// Something that somebody brought along (Mitbringsel).
pub enum Brought {
    /// A text.
    Text(String),
    /// A picture.
    Picture(web_sys::File),
}

/// The files that were chosen in an input, which is emptied, so that the same ones can be chosen again.
pub fn chosen(event: &Event) -> Vec<web_sys::File> {
    let Some(input) = target::<HtmlInputElement>(event) else { return Vec::new() };
    let files = input.files().map(|it| listed(&it)).unwrap_or_default();
    input.set_value("");
    files
}

/// The files that were dropped; what else is dragged is none of the page's business.
pub fn dropped(event: &web_sys::DragEvent) -> Vec<web_sys::File> {
    event.prevent_default();
    event.data_transfer().and_then(|it| it.files()).map(|it| listed(&it)).unwrap_or_default()
}

/// Lets something be dropped here.
pub fn may_drop(event: &web_sys::DragEvent) {
    event.prevent_default();
}

fn listed(files: &web_sys::FileList) -> Vec<web_sys::File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// What is in a file, of a size that many drafts may have.
pub async fn brought(file: web_sys::File) -> Result<Brought, Unread> {
    if file.type_().starts_with("image/") {
        return Ok(Brought::Picture(file));
    }
    if file.size() > MANY {
        return Err(Unread::TooLarge);
    }
    let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.map_err(|_| Unread::Unreadable)?;
    text.as_string().map(Brought::Text).ok_or(Unread::Unreadable)
}

/// Reads the file chosen in an input and hands its text on, or why there is none; then empties the input, so that the
/// same file can be chosen again.
pub fn read_chosen(event: &Event, then: impl Fn(Result<String, Unread>) + 'static) {
    let Some(input) = target::<HtmlInputElement>(event) else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    // Before it is read: a file of a hundred megabytes ends the tab.
    if file.size() > LIMIT as f64 {
        return then(Err(Unread::TooLarge));
    }
    let Ok(reader) = FileReader::new() else { return then(Err(Unread::Unreadable)) };
    let then = Rc::new(then);
    let done = {
        let (reader, then) = (reader.clone(), then.clone());
        Closure::once_into_js(move || {
            let text = reader.result().ok().and_then(|text| text.as_string());
            then(text.ok_or(Unread::Unreadable));
        })
    };
    // The end comes after success and after failure.
    reader.set_onloadend(Some(done.unchecked_ref()));
    if reader.read_as_text(&file).is_err() {
        then(Err(Unread::Unreadable));
    }
}
