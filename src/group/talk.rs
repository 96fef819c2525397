use serde::{Deserialize, Serialize};

use super::aggregate::SHY;
use super::consensus::Consensus;
use super::hand::room_number;
use super::responsibility::Stances;

/// The newest form that this program writes and reads.
const VERSION: u32 = 1;

/// What a facilitator has done beside gathering (Stand des Gesprächs): survives a reload, holds nobody's name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    version: u32,
    /// Key of the town.
    pub town: String,
    /// Milliseconds since 1970, so that the newest of several tabs is gone on with.
    pub at: u64,
    /// Number of the room, for links; may be empty.
    room: String,
    /// Whether the room sees what was gathered.
    pub is_revealed: bool,
    /// Whether all agreed to be shown although they are few.
    pub are_few_agreed: bool,
    /// The search for the least resistance, once it began.
    pub consensus: Option<Consensus>,
    /// What departments say of goals.
    pub stances: Stances,
}

impl Talk {
    /// A new one.
    pub fn new(town: &str, room: &str) -> Self {
        Self { version: VERSION, town: town.to_owned(), room: room_number(room), ..Self::default() }
    }

    /// Whether so many drafts are to be seen: they are revealed, and not so few that one could tell who wants what.
    pub fn shows(&self, count: usize) -> bool {
        self.is_revealed && count > 0 && (count >= SHY || self.are_few_agreed)
    }

    /// Number of the room; may be empty.
    pub fn room(&self) -> &str {
        &self.room
    }

    /// Its text, as it stands in the storage.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The newest of several texts that belongs to a town; none if none can be read.
    pub fn newest<'a>(texts: impl Iterator<Item = &'a str>, town: &str) -> Option<Self> {
        let read = |text: &str| serde_json::from_str::<Self>(text).ok();
        let own = texts.filter_map(read).filter(|it| it.town == town && it.version <= VERSION);
        own.max_by_key(|it| it.at)
    }
}
