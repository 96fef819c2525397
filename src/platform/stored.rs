//! All that this page keeps in the browser, read and deleted as a whole. What belongs to other pages of the same host is
//! none of its business: only its own keys are looked at.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

use super::storage::Failed;
use crate::scenario::{DRAFT_KEY, OWN, Store, Stored};

/// A store of the browser, if it lets itself be asked.
fn storage(store: Store) -> Result<web_sys::Storage, Failed> {
    let window = web_sys::window().ok_or(Failed::Refused)?;
    let found = match store {
        Store::Browser => window.local_storage()?,
        _ => window.session_storage()?,
    };
    found.ok_or(Failed::Refused)
}

/// The keys of this page in a store.
fn keys(storage: &web_sys::Storage) -> Result<Vec<String>, Failed> {
    let mut keys = Vec::new();
    for at in 0..storage.length()? {
        keys.extend(storage.key(at)?.filter(|key| key.starts_with(OWN)));
    }
    Ok(keys)
}

fn in_store(store: Store) -> Result<Vec<Stored>, Failed> {
    let storage = storage(store)?;
    let mut all = Vec::new();
    for key in keys(&storage)? {
        if let Some(text) = storage.get_item(&key)? {
            all.push(Stored { store, key, text, day: String::new() });
        }
    }
    all.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(all)
}

/// The drafts in the present entry of the history; one without a text is only a note that there is none.
fn in_history() -> Vec<Stored> {
    let state = web_sys::window().and_then(|it| it.history().ok()).and_then(|it| it.state().ok());
    let Some(state) = state.filter(JsValue::is_object) else { return Vec::new() };
    let read = |key: JsValue| {
        let value = Reflect::get(&state, &key).ok()?;
        let key = key.as_string().filter(|it| it.starts_with(DRAFT_KEY))?;
        let text = Reflect::get(&value, &JsValue::from_str("text")).ok()?.as_string().filter(|it| !it.is_empty())?;
        let at = Reflect::get(&value, &JsValue::from_str("at")).ok().and_then(|it| it.as_f64());
        let day = at.map_or_else(String::new, |at| {
            let date = Date::new(&JsValue::from_f64(at));
            format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
        });
        Some(Stored { store: Store::History, key, text, day })
    };
    Object::keys(&Object::from(state.clone())).iter().filter_map(read).collect()
}

/// All that can be read, and whether a store refused.
pub fn list() -> (Vec<Stored>, bool) {
    let stores = [Store::Browser, Store::Tab].map(in_store);
    let is_refused = stores.iter().any(Result::is_err);
    (stores.into_iter().flatten().flatten().chain(in_history()).collect(), is_refused)
}

/// Deletes all keys of this page and the state of the present entry of the history; false if a store refused.
pub fn delete() -> bool {
    let clear = |store: Store| -> Result<(), Failed> {
        let storage = storage(store)?;
        for key in keys(&storage)? {
            storage.remove_item(&key)?;
        }
        Ok(())
    };
    let forget = || web_sys::window()?.history().ok()?.replace_state_with_url(&JsValue::NULL, "", None).ok();
    let is_forgotten = forget().is_some();
    let stores = [Store::Browser, Store::Tab].map(clear);
    is_forgotten && stores.iter().all(Result::is_ok)
}
