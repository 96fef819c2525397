//! What a room of a group stores, entry by entry.

use super::storage::{Failed, new_id, store};
use crate::scenario::ROOM_KEY;

/// A key that no other tab can have, for a part of a room.
pub fn new_key(part: &str) -> Option<String> {
    Some(format!("{ROOM_KEY}{part}/{}", new_id().ok()?))
}

/// All entries of a part, with their keys.
pub fn entries(part: &str) -> Vec<(String, String)> {
    let read = || -> Result<Vec<(String, String)>, Failed> {
        let (store, prefix) = (store()?, format!("{ROOM_KEY}{part}/"));
        let mut all = Vec::new();
        for at in 0..store.length()? {
            let Some(key) = store.key(at)?.filter(|it| it.starts_with(&prefix)) else { continue };
            if let Some(text) = store.get_item(&key)? {
                all.push((key, text));
            }
        }
        all.sort();
        Ok(all)
    };
    read().unwrap_or_default()
}

/// Writes an entry; false if the store is full or refuses.
pub fn put(key: &str, text: &str) -> bool {
    store().is_ok_and(|it| it.set_item(key, text).is_ok())
}

/// Takes an entry away.
pub fn remove(key: &str) {
    if let Ok(store) = store() {
        let _ = store.remove_item(key);
    }
}

/// Takes all entries of all rooms away; false if one stays.
pub fn clear() -> bool {
    for part in PARTS {
        entries(part).iter().for_each(|(key, _)| remove(key));
    }
    PARTS.iter().all(|part| entries(part).is_empty())
}

/// Gathered drafts.
pub const DRAFTS: &str = "drafts";
/// What else a room has done.
pub const TALK: &str = "talk";

const PARTS: [&str; 2] = [DRAFTS, TALK];
