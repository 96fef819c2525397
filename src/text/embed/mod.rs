//! Words of the text that puts the page into a website.

mod de;
mod en;

pub use de::{AROUND as AROUND_DE, EMBED as DE};
pub use en::{AROUND as AROUND_EN, EMBED as EN};

/// Every text of embedding in one language (Einbetten).
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
pub struct Embed {
    pub title: &'static str,
    pub note: &'static str,
    pub begin: &'static str,
    /// Opening, short path, workbench, easy German, the draft on the page.
    pub begins: [&'static str; 5],
    pub way: &'static str,
    /// As high as what is in it, fixed, no frame.
    pub ways: [&'static str; 3],
    pub colours: &'static str,
    /// As the device, light, dark.
    pub themes: [&'static str; 3],
    pub accent: &'static str,
    pub accent_note: &'static str,
    pub accent_wrong: &'static str,
    pub language: &'static str,
    pub code: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub preview: &'static str,
    pub preview_note: &'static str,
    pub refused: &'static str,
    pub link_only: &'static str,
    pub rules: &'static str,
    pub rules_note: fn(origin: &str) -> String,
    pub privacy: &'static str,
    pub privacy_note: fn(address: &str) -> String,
    pub more: &'static str,

    // In the text itself.
    pub frame_title: fn(town: &str) -> String,
    pub skip: fn(town: &str) -> String,
    pub open: fn(town: &str) -> String,
    pub square: fn(town: &str) -> String,

    // In a frame.
    pub hand_over: fn(host: &str) -> String,
    pub hand_over_note: fn(host: &str) -> String,
    pub handed_over: fn(host: &str) -> String,
}

/// What stands at the end of every page and depends on where it is: apart, because every visit loads it (Fußzeile).
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
pub struct Around {
    pub own_window: &'static str,
    pub imprint: &'static str,
    pub data_protection: &'static str,
}
