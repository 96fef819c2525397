//! The doors through which the page's script enters.

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::model::Study;
use crate::pack::{Files, load};
use crate::platform::keeper::{self, Keeper};
use crate::view;

/// Opens the page for a town: loads the pack, a text that [`Files::from_bundle`] reads, and mounts the view.
///
/// A pack with a problem is refused with all its problems in words, for the people who run the page.
#[wasm_bindgen]
pub fn open(bundle: &str, keeper: Keeper) -> Result<(), JsError> {
    keeper::install(keeper);
    match Files::from_bundle(bundle).map_err(|problem| vec![problem]).and_then(|files| load(&files)) {
        // The town and its runs live as long as the document.
        Ok(town) => {
            view::mount(Box::leak(Box::new(Study::new(town))));
            Ok(())
        }
        Err(problems) => {
            let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
            Err(JsError::new(&list.join("\n")))
        }
    }
}

/// Fails on purpose, so that a test can see the last resort (never called by the page).
#[wasm_bindgen]
#[allow(clippy::panic, reason = "this is the panic that the test of the last resort needs")]
pub fn fail_on_purpose() {
    panic!("asked to fail");
}
