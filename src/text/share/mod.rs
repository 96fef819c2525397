//! Words of a draft that travels in a link.

mod de;
mod en;

pub use de::SHARE as DE;
pub use en::SHARE as EN;

/// Every text of sharing in one language (Teilen).
///
/// Numbers in sentences come ready formatted.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
pub struct Share {
    // The draft goes out.
    pub title: &'static str,
    pub note: &'static str,
    pub left_out: &'static str,
    pub nothing: &'static str,
    pub nothing_note: &'static str,
    pub start: &'static str,
    pub link: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub send: &'static str,
    pub print: &'static str,
    pub square: fn(link: &str) -> String,
    pub reach: fn(metres: &str) -> String,
    pub too_long: &'static str,
    pub too_long_note: &'static str,
    pub ways: &'static str,

    // The draft goes to the town, where it was built to.
    pub sent_nothing: &'static str,
    pub sent_nothing_note: &'static str,
    pub sent_note: fn(receiver: &str) -> String,
    pub sent_terms: [&'static str; 3],
    pub sent_privacy: &'static str,
    pub sent_where: &'static str,
    pub sent_what: &'static str,
    pub sent_facts: [&'static str; 4],
    pub sent_changes: &'static str,
    pub sent_crises: &'static str,
    pub sent_exact: &'static str,
    pub sent_not: &'static str,
    pub sent_not_note: &'static str,
    pub sent_ask: &'static str,
    pub sent_number: &'static str,
    pub sent_now: &'static str,
    pub sent_again: &'static str,
    pub sent_under_way: &'static str,
    pub sent_arrived: fn(receiver: &str) -> String,
    pub sent_there: fn(receiver: &str) -> String,
    pub sent_refused: fn(receiver: &str, status: u16) -> String,
    pub sent_unreached: &'static str,

    // A draft comes in.
    pub shared_for: fn(town: &str) -> String,
    pub shared_note: &'static str,
    pub empty: &'static str,
    pub only_crises: &'static str,
    pub take: &'static str,
    pub take_note: fn(has_own: bool) -> &'static str,
    pub taken: fn(had_own: bool) -> &'static str,
    pub compare: &'static str,
    pub leave: &'static str,
    pub leave_start: &'static str,
    pub unknown: fn(count: usize) -> String,
    pub unfit: &'static str,
    pub otherwise: fn(town: &str, is_other_model: bool, is_other_pack: bool) -> String,
    pub same_balance: &'static str,
    pub other_balance: fn(then: &str, now: &str) -> String,
    pub unread: &'static str,
    pub damaged: &'static str,
    pub newer: &'static str,
    pub other_town: fn(town: &str) -> String,
    pub strange_town: &'static str,
    pub go_there: fn(town: &str) -> String,
}
