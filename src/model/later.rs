//! Texts that may come after the town they belong to (nachgereichte Texte): a page opens without them.

use std::cell::RefCell;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many parts of later texts there are.
pub const LATER_PARTS: usize = 2;

/// The texts in English.
pub type InEnglish = Later<0>;

/// What is read behind a click: where numbers come from, and how they were found.
pub type Note = Later<1>;

/// Where a later text will stand, shared by all copies of it.
type Place = Arc<OnceLock<Box<str>>>;

/// A text of a town that is empty until it is there (nachgereichter Text).
///
/// In files that people read it is a text like any other. In others it stands apart, in the order in which it was written:
/// [`apart`] says where.
#[derive(Clone, Default)]
pub struct Later<const PART: usize>(Place);

thread_local! {
    /// The later texts of what is being written or read.
    static MET: RefCell<[Vec<Place>; LATER_PARTS]> = const { RefCell::new([const { Vec::new() }; LATER_PARTS]) };
}

/// The later texts of a town, by their parts and in their order (Texte neben einer Stadt).
pub struct Apart([Vec<Place>; LATER_PARTS]);

/// Writes or reads something, and tells which later texts were met.
pub fn apart<R>(work: impl FnOnce() -> R) -> (R, Apart) {
    MET.take();
    let done = work();
    (done, Apart(MET.take()))
}

impl Apart {
    /// The texts of a part; what is not there yet is empty.
    pub fn texts(&self, part: usize) -> Vec<&str> {
        let places = self.0.get(part).map_or(&[][..], Vec::as_slice);
        places.iter().map(|it| it.get().map_or("", |text| text)).collect()
    }

    /// Puts the texts of a part in their places; false, and nothing is changed, if there are more or fewer of them.
    pub fn fill(&self, part: usize, texts: Vec<&str>) -> bool {
        let Some(places) = self.0.get(part).filter(|it| it.len() == texts.len()) else { return false };
        for (place, text) in places.iter().zip(texts) {
            // What is there already is the same.
            let _ = place.set(text.into());
        }
        true
    }
}

impl<const PART: usize> Deref for Later<PART> {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.get().map_or("", |text| text)
    }
}

impl<const PART: usize> From<String> for Later<PART> {
    fn from(text: String) -> Self {
        Self(Arc::new(OnceLock::from(text.into_boxed_str())))
    }
}

impl<const PART: usize> PartialEq for Later<PART> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<const PART: usize> Eq for Later<PART> {}

impl<const PART: usize> fmt::Debug for Later<PART> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<const PART: usize> fmt::Display for Later<PART> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl<const PART: usize> Later<PART> {
    fn meet(&self) {
        MET.with_borrow_mut(|met| {
            if let Some(part) = met.get_mut(PART) {
                part.push(self.0.clone());
            }
        });
    }
}

impl<const PART: usize> Serialize for Later<PART> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.serialize_str(self);
        }
        self.meet();
        serializer.serialize_unit()
    }
}

impl<'de, const PART: usize> Deserialize<'de> for Later<PART> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return String::deserialize(deserializer).map(Self::from);
        }
        <()>::deserialize(deserializer)?;
        let text = Self::default();
        text.meet();
        Ok(text)
    }
}
