//! What outlives the module: `src/boot.js` holds the present draft for a reload, for the way back and for the last
//! resort, so that nothing of it depends on WebAssembly that may have ended.

use std::cell::RefCell;

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The other side of the page (Hüter), an object that `src/boot.js` hands over at the start.
    pub type Keeper;

    /// The draft that this entry of the session history holds; empty without one.
    #[wasm_bindgen(method, getter)]
    fn draft(this: &Keeper) -> String;

    #[wasm_bindgen(method, getter, js_name = isUnsaved)]
    fn is_unsaved(this: &Keeper) -> bool;

    #[wasm_bindgen(method, getter)]
    fn seed(this: &Keeper) -> String;

    #[wasm_bindgen(method)]
    fn keep(this: &Keeper, draft: &str);

    #[wasm_bindgen(method)]
    fn describe(this: &Keeper, file_name: &str, heading: &str, text: &str, label: &str);

    #[wasm_bindgen(method)]
    fn guard(this: &Keeper, is_unsaved: bool);

    #[wasm_bindgen(method)]
    fn visit(this: &Keeper, address: &str, town: &str, missing: &JsValue);

    #[wasm_bindgen(method)]
    fn texts(this: &Keeper, part: &str) -> Promise;

    #[wasm_bindgen(method)]
    fn renew(this: &Keeper);

    #[wasm_bindgen(method)]
    fn end(this: &Keeper, reason: &str);
}

thread_local! {
    static KEEPER: RefCell<Option<Keeper>> = const { RefCell::new(None) };
}

/// Takes the other side of the page; from now on a panic shows the box of `index.html` with the draft as a file.
pub fn install(keeper: Keeper) {
    KEEPER.set(Some(keeper));
    std::panic::set_hook(Box::new(|panic| {
        // The module ends here; nothing in this hook may panic again.
        ask(|keeper| keeper.end(&panic.to_string()));
    }));
}

fn ask<R>(question: impl FnOnce(&Keeper) -> R) -> Option<R> {
    KEEPER.try_with(|keeper| keeper.try_borrow().ok()?.as_ref().map(question)).ok().flatten()
}

/// The draft with which the page was left, as a scenario file (Entwurf); none for the plan.
pub fn draft() -> Option<String> {
    ask(Keeper::draft).filter(|text| !text.is_empty())
}

/// Whether the draft with which the page was left was saved nowhere else.
pub fn is_unsaved() -> bool {
    ask(Keeper::is_unsaved).unwrap_or(true)
}

/// Random letters that stay with the draft over a reload, where the address names a room (Grundlage der Kennungen).
pub fn seed() -> String {
    ask(Keeper::seed).unwrap_or_default()
}

/// Keeps the draft as a scenario file, an empty text for the plan; no store of the browser is written.
pub fn keep(draft: &str) {
    ask(|keeper| keeper.keep(draft));
}

/// What the last resort says in the language of the page: name of its file, heading, text and label of the button.
pub fn describe(file_name: &str, [heading, text, label]: [&str; 3]) {
    ask(|keeper| keeper.describe(file_name, heading, text, label));
}

/// Whether the browser asks before it lets the page go.
pub fn guard(is_unsaved: bool) {
    ask(|keeper| keeper.guard(is_unsaved));
}

/// Goes to the address of another town once that town is there; tells if it does not come.
pub fn visit(address: &str, town: &str, missing: impl FnOnce() + 'static) {
    ask(|keeper| keeper.visit(address, town, &Closure::once_into_js(missing)));
}

/// Loads the page anew, with its draft, if another one has taken its place on the server.
pub fn renew() {
    ask(Keeper::renew);
}

/// A file of later texts of the town, by the name of their part; none if it does not come.
pub async fn texts(part: &str) -> Option<Vec<u8>> {
    let coming = ask(|keeper| keeper.texts(part))?;
    JsFuture::from(coming).await.ok().map(|bytes| Uint8Array::new(&bytes).to_vec())
}
