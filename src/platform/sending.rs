//! Sending a text to a collector: the only request of the page for anything but its own files.

use js_sys::{JSON, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestInit, Response};

use super::chance::bits;
use super::document::document;
use crate::scenario::{Answer, PATIENCE};

/// What the build says of the collector; none where it names none.
pub fn collector() -> Option<String> {
    document()?.query_selector("meta[name=collector]").ok()??.get_attribute("content")
}

/// Whether there is one.
pub fn is_offered() -> bool {
    collector().is_some()
}

/// Asks once, with nothing of this browser but the text: no cookie, no address of this page, nothing from a cache. `once` says that
/// it is to be taken only where there is none.
pub async fn send(address: &str, method: &str, once: bool, body: &str) -> Answer {
    let headers = if once { r#","If-None-Match":"*""# } else { "" };
    let body = serde_json::to_string(body).unwrap_or_default();
    let how = format!(
        r#"{{"method":"{method}","headers":{{"Content-Type":"application/json"{headers}}},"body":{body},"credentials":"omit","referrerPolicy":"no-referrer","cache":"no-store","redirect":"error","mode":"cors"}}"#
    );
    asked(address, &how).await.unwrap_or(Answer::Cut)
}

async fn asked(address: &str, how: &str) -> Option<Answer> {
    let how: RequestInit = JSON::parse(how).ok()?.unchecked_into();
    Reflect::set(&how, &"signal".into(), &AbortSignal::timeout_with_u32(PATIENCE)).ok()?;
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str_and_init(address, &how)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    let wish = answer.headers().get("Retry-After").ok().flatten().and_then(|it| it.parse().ok()).unwrap_or(0);
    Some(Answer::Status(answer.status(), wish))
}

/// Waits.
pub async fn pause(milliseconds: u32) {
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    let waited = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    let _ = JsFuture::from(waited).await;
}

/// A random number from 0 to below 1, so that not all come back at once.
pub fn chance() -> f64 {
    bits().map_or(0.5, |[first, ..]| f64::from(first) / 256.0)
}
