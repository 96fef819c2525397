//! The doors through which the page's script enters.

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::model::Study;
use crate::pack::unpack;
use crate::platform::keeper::{self, Keeper};
use crate::view;

/// Opens the page for a town that the build has checked and packed, and mounts the view.
///
/// Anything else is refused in words, for the people who run the page.
#[wasm_bindgen]
pub async fn open(town: Vec<u8>, keeper: Keeper) -> Result<(), JsError> {
    keeper::install(keeper);
    match unpack(&town) {
        // The town and its runs live as long as the document.
        Ok((town, later)) => {
            view::mount(Box::leak(Box::new(Study::new(town))), later).await;
            Ok(())
        }
        Err(problem) => Err(JsError::new(&problem.to_string())),
    }
}

/// Fails on purpose, so that a test can see the last resort (never called by the page).
#[wasm_bindgen]
#[allow(clippy::panic, reason = "this is the panic that the test of the last resort needs")]
pub fn fail_on_purpose() {
    panic!("asked to fail");
}
