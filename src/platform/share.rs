//! Handing a link on to another program of the device.

use js_sys::Reflect;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Navigator, ShareData};

fn navigator() -> Option<Navigator> {
    Some(web_sys::window()?.navigator())
}

/// Whether the device has a place for that; browsers on a desk often have none.
pub fn is_offered() -> bool {
    navigator().is_some_and(|it| Reflect::has(&it, &"share".into()).unwrap_or(false))
}

/// Opens that place with a title and a link. Whoever closes it again has changed their mind, which is no fault.
pub fn hand_on(title: &str, link: &str) {
    let Some(navigator) = navigator() else { return };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(link);
    let shared = navigator.share_with_data(&data);
    spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(shared).await;
    });
}
