use serde::{Deserialize, Serialize};

use super::hand::Handed;

/// Name of the format of what a room stores.
const FORMAT: &str = "zukunftshaushalt-room";

/// The newest form that this program writes and reads.
const VERSION: u32 = 1;

/// Drafts of one entry: with few a store has many entries, with many each new draft writes all of them again.
pub const CHUNK: usize = 100;

/// Some drafts of a group as they are stored, and as a file of them (Stapel). Each tab writes entries of its own, so none
/// overwrites what another one has written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chunk {
    format: String,
    version: u32,
    /// Key of the town.
    pub town: String,
    /// When they were gathered, `YYYY-MM-DD`.
    pub day: String,
    /// The drafts, as they were handed in.
    pub drafts: Vec<String>,
}

impl Chunk {
    /// Some drafts of a town.
    pub fn new<'a>(town: &str, day: &str, drafts: impl Iterator<Item = &'a Handed>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            town: town.to_owned(),
            day: day.to_owned(),
            drafts: drafts.map(|it| it.text.clone()).collect(),
        }
    }

    /// Its text.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads one; none if it is no such thing.
    pub fn read(text: &str) -> Option<Self> {
        // A look at the beginning spares ten thousand links the rest.
        let is_likely = text.starts_with('{') && text.get(..80.min(text.len())).is_none_or(|it| it.contains(FORMAT));
        let read = || serde_json::from_str::<Self>(text).ok();
        is_likely.then(read).flatten().filter(|it| it.format == FORMAT && it.version <= VERSION)
    }
}
