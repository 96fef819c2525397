//! What this page keeps in the browser, entry by entry, so that a person can see all of it.

use super::{Draft, Saved};

/// What all keys of this page begin with.
pub const OWN: &str = "zukunftshaushalt/";
/// What keys of saved scenarios begin with; random letters follow.
pub const SAVED_KEY: &str = "zukunftshaushalt/v1/scenario/";
/// The list of saved scenarios that earlier programs kept.
pub const INDEX_KEY: &str = "zukunftshaushalt/v1/index";
/// What keys of what a room of a group has stored begin with; random letters follow.
pub const ROOM_KEY: &str = "zukunftshaushalt/v1/room/";
/// What the key of the present draft begins with, in the history of the tab; the town follows.
pub const DRAFT_KEY: &str = "zukunftshaushalt/draft/";

/// A place in the browser where something can be kept (Speicherort).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// Stays until it is deleted (localStorage).
    Browser,
    /// Goes with the tab (sessionStorage).
    Tab,
    /// The present entry in the history of the tab.
    History,
}

/// Something that this page keeps in the browser (gespeicherte Angabe).
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// Where.
    pub store: Store,
    /// Its key there.
    pub key: String,
    /// What stands there.
    pub text: String,
    /// When it was written as the place itself tells, `YYYY-MM-DD`; empty where it does not.
    pub day: String,
}

/// What such a thing is (Art der Angabe).
#[derive(Clone, Debug, PartialEq)]
pub enum StoredKind {
    /// A saved scenario, to the byte.
    Saved(Saved),
    /// The draft that the page goes on with; none if it cannot be read.
    Present(Option<Draft>),
    /// What a room of a group has stored.
    Room,
    /// The list of an earlier program.
    Index,
    /// Something that this program does not know.
    Other,
}

impl Stored {
    /// What it is.
    pub fn kind(&self) -> StoredKind {
        if let Some(id) = self.key.strip_prefix(SAVED_KEY).filter(|_| self.store == Store::Browser) {
            return StoredKind::Saved(Saved::read(id, self.text.clone()));
        }
        match self.store {
            Store::History if self.key.starts_with(DRAFT_KEY) => StoredKind::Present(Draft::read(&self.text).ok()),
            Store::Browser if self.key == INDEX_KEY => StoredKind::Index,
            Store::Browser if self.key.starts_with(ROOM_KEY) => StoredKind::Room,
            _ => StoredKind::Other,
        }
    }

    /// Bytes that its key and its text take.
    pub fn size(&self) -> usize {
        self.key.len() + self.text.len()
    }

    /// The file that gives it back when it is opened: a scenario as one, anything else to the byte. None for what holds
    /// nothing of a person.
    pub fn file(&self) -> Option<String> {
        match self.kind() {
            StoredKind::Saved(Saved { draft: Some(draft), .. }) => Some(draft.to_json()),
            StoredKind::Saved(_) | StoredKind::Present(_) | StoredKind::Room => Some(self.text.clone()),
            StoredKind::Index | StoredKind::Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(store: Store, key: &str, text: &str) -> Stored {
        Stored { store, key: key.to_owned(), text: text.to_owned(), day: String::new() }
    }

    #[test]
    fn every_key_is_told_apart() {
        let file = r#"{"format":"zukunftshaushalt-scenario","version":5,"pack":"x","name":"Eins"}"#;
        let entry = format!(r#"{{"schema":1,"app":"x","scenario":{file}}}"#);
        let saved = stored(Store::Browser, "zukunftshaushalt/v1/scenario/7", &entry);
        let StoredKind::Saved(Saved { id, draft: Some(draft), .. }) = saved.kind() else {
            panic!("{:?}", saved.kind())
        };
        assert_eq!((id.as_str(), draft.name()), ("7", "Eins"));
        assert_eq!(saved.file(), Some(draft.to_json()));
        let broken = stored(Store::Browser, "zukunftshaushalt/v1/scenario/8", "{ broken");
        assert_eq!(broken.file().as_deref(), Some("{ broken"), "to the byte");
        let present = stored(Store::History, "zukunftshaushalt/draft/x", file);
        assert!(matches!(present.kind(), StoredKind::Present(Some(_))));
        assert_eq!(stored(Store::Browser, INDEX_KEY, "[1]").kind(), StoredKind::Index);
        let room = stored(Store::Browser, "zukunftshaushalt/v1/room/c0ffee", "{}");
        assert_eq!((room.kind(), room.file().as_deref()), (StoredKind::Room, Some("{}")));
        for other in [stored(Store::Tab, "zukunftshaushalt/x", ""), stored(Store::Browser, "zukunftshaushalt/v2/x", "")]
        {
            assert_eq!((other.kind(), other.file()), (StoredKind::Other, None));
        }
        assert_eq!(stored(Store::Tab, "abc", "äb").size(), 6);
    }
}
