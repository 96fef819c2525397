//! Texts of the town that come after it (nachgereichte Texte).

use std::sync::OnceLock;

use crate::pack::{Later, fill};
use crate::platform::keeper;

/// A part of the later texts: where it stands among them, and what its file is called.
pub type Part = (usize, &'static str);

/// In English.
pub const ENGLISH: Part = (0, "english");

/// Where numbers come from, and how they were found.
pub const NOTES: Part = (1, "notes");

/// Where they will stand.
static PLACES: OnceLock<Later> = OnceLock::new();

/// Takes the places of the texts that are to come.
pub fn place(later: Later) {
    let _ = PLACES.set(later);
}

/// Brings a part, and answers whether it is there.
pub async fn brought((part, name): Part) -> bool {
    let (Some(places), Some(texts)) = (PLACES.get(), keeper::texts(name).await) else { return false };
    fill(places, part, &texts).is_ok()
}
