//! Saved scenarios in local storage, or nowhere if the browser does not allow it.
//!
//! gloo-storage ends the page where storage is denied, so it is only called after the probe.

use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

use crate::scenario::Draft;

const INDEX: &str = "zukunftshaushalt/v1/index";
const ENTRY: &str = "zukunftshaushalt/v1/scenario/";

/// What stands in the storage under one key (Umschlag): versioned, so that later programs can read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Envelope {
    schema: u32,
    app: String,
    scenario: Draft,
}

/// A saved scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// Number that names it in the storage.
    pub id: u32,
    /// The scenario, none if it cannot be read; the bytes stay where they are.
    pub file: Option<Draft>,
}

/// Storage is full or was denied in the meantime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed;

/// Whether the browser lets this page store anything. Only asks; nothing is written.
pub fn is_allowed() -> bool {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok()).flatten();
    storage.is_some_and(|storage| storage.length().is_ok())
}

fn key(id: u32) -> String {
    format!("{ENTRY}{id}")
}

/// Numbers of the saved scenarios; a list that cannot be read is made anew from the entries themselves.
fn index() -> Vec<u32> {
    LocalStorage::get(INDEX).unwrap_or_else(|_| {
        let storage = LocalStorage::raw();
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
        let mut ids: Vec<u32> = keys.filter_map(|key| key.strip_prefix(ENTRY)?.parse().ok()).collect();
        ids.sort_unstable();
        ids
    })
}

/// All saved scenarios in the order of their saving.
pub fn list() -> Vec<Saved> {
    if !is_allowed() {
        return Vec::new();
    }
    let read = |id: u32| Saved { id, file: LocalStorage::get::<Envelope>(key(id)).ok().map(|it| it.scenario) };
    index().into_iter().map(read).collect()
}

/// Saves a scenario under a new number, or in the place of an old one.
pub fn save(id: Option<u32>, file: &Draft) -> Result<u32, Failed> {
    if !is_allowed() {
        return Err(Failed);
    }
    let mut ids = index();
    let id = id.unwrap_or_else(|| ids.iter().max().map_or(1, |last| last + 1));
    let app = env!("CARGO_PKG_VERSION").to_owned();
    let envelope = Envelope { schema: 1, app, scenario: file.clone() };
    LocalStorage::set(key(id), envelope).map_err(|_| Failed)?;
    if !ids.contains(&id) {
        ids.push(id);
        // The entry is only there once the index names it; a full storage takes both back.
        if LocalStorage::set(INDEX, ids).is_err() {
            LocalStorage::delete(key(id));
            return Err(Failed);
        }
    }
    Ok(id)
}

/// Deletes a saved scenario; with the last one nothing of this page is left in the storage.
pub fn delete(id: u32) {
    if !is_allowed() {
        return;
    }
    LocalStorage::delete(key(id));
    let ids: Vec<u32> = index().into_iter().filter(|other| *other != id).collect();
    if ids.is_empty() {
        LocalStorage::delete(INDEX);
    } else {
        // Fewer numbers take less room than before, so this does not fail for want of it.
        let _ = LocalStorage::set(INDEX, ids);
    }
}
