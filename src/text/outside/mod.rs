//! Words of what lies around the page (`src/outside.js`), which must speak when WebAssembly does not: the build puts them
//! into that script.

mod de;
mod en;

pub use de::OUTSIDE as DE;
pub use en::OUTSIDE as EN;

use serde::Serialize;

/// Every text of the script around the page in one language (Umfeld der Seite); `{}` is a number.
#[derive(Serialize)]
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
pub struct Outside {
    pub idle: &'static str,
    #[serde(rename = "idleNote")]
    pub idle_note: &'static str,
    pub left: &'static str,
    pub stay: &'static str,
    pub newer: &'static str,
    pub reload: &'static str,
    pub later: &'static str,
}
