//! Words of what stands beside all ways: what is stored in the browser, and how accessible the page is.

mod de;
mod en;

pub use de::ASIDE as DE;
pub use en::ASIDE as EN;

use crate::model::fiscal::Land;

/// Every text of these screens in one language (gespeicherte Daten, Barrierefreiheit).
///
/// Numbers in sentences come ready formatted.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
pub struct AsideWords {
    // What is stored.
    pub stored: &'static str,
    pub stored_note: &'static str,
    pub stored_none: &'static str,
    pub stored_refused: &'static str,
    pub saved_draft: fn(name: &str, town: &str) -> String,
    pub saved_unreadable: fn(id: &str) -> String,
    pub present_draft: fn(town: &str) -> String,
    pub old_list: &'static str,
    pub other_entry: fn(key: &str) -> String,
    pub in_browser: &'static str,
    pub in_tab: &'static str,
    pub in_history: &'static str,
    pub bytes: fn(size: &str) -> String,
    pub kilobytes: fn(size: &str) -> String,
    pub no_day: &'static str,
    pub beside_stored: [&'static str; 3],
    pub forget_files: &'static str,
    pub files_forgotten: &'static str,
    pub delete_all: &'static str,
    pub delete_ask: &'static str,
    pub delete_means: fn(count: usize) -> String,
    pub delete_first: &'static str,
    pub save_all: fn(count: usize) -> String,
    pub saved_all: fn(count: usize) -> String,
    pub not_saved: &'static str,
    pub delete_go: &'static str,
    pub delete_stay: &'static str,
    pub deleted: fn(count: usize) -> String,
    pub not_deleted: fn(count: usize) -> String,

    // How accessible the page is.
    pub statement: &'static str,
    pub unpublished: [&'static str; 2],
    pub duty: &'static str,
    pub not_loaded: &'static str,
    pub again: &'static str,
    pub loading: &'static str,
    pub published: fn(body: &str, land: &str) -> String,
    pub land: fn(land: Land) -> &'static str,
    pub conforms: [&'static str; 3],
    pub by_body: fn(date: &str) -> String,
    pub by_others: fn(date: &str, by: &str) -> String,
    pub is_old: &'static str,
    pub gaps: &'static str,
    pub tell: &'static str,
    pub tell_note: &'static str,
    pub mail: &'static str,
    pub phone: &'static str,
    pub form: &'static str,
    pub enforcement: &'static str,
    pub enforcement_note: &'static str,
    pub checked: &'static str,
    pub checks: [&'static str; 5],
    pub unchecked: &'static str,
    pub missing: [&'static str; 4],
}
