//! The text that puts the page into a website (Einbettungstext): HTML, for web editors.

use super::square::outline;
use crate::model::Town;
use crate::text::Lang;

/// Where the page begins (Anfang).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Begin {
    /// With its first screen.
    #[default]
    Opening,
    /// With the short path.
    Short,
    /// With the workbench.
    Bench,
    /// In easy German.
    Easy,
    /// With a draft, by its code.
    Draft(String),
}

/// How it appears there (Erscheinung).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Appears {
    /// In a frame as high as what is in it, by a script.
    #[default]
    Fitting,
    /// In a frame of one height, without a script.
    Fixed,
    /// As a link with a square.
    Link,
}

/// What an editor has chosen (Wahl der Redaktion).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embedding {
    /// Where it begins.
    pub begin: Begin,
    /// How it appears.
    pub appears: Appears,
    /// `light` or `dark`; as the device without one.
    pub theme: Option<&'static str>,
    /// Six digits; the page's own without them.
    pub accent: Option<String>,
    /// The tag of its language; the first one without it.
    pub lang: Option<&'static str>,
    /// The key of its town; the one that opens by itself without it.
    pub town: Option<String>,
}

/// Height of a frame before or without a script, pixels.
const HEIGHT: u16 = 760;

/// Where a reader goes on who skips the frame.
const BEHIND: &str = "hinter-zukunftshaushalt";

/// Where it can begin, in words, in the order of [`Begin`]; with a draft only where there is one.
pub fn begins(lang: Lang, has_draft: bool) -> Vec<String> {
    let all = lang.embed().begins;
    all.iter().take(all.len() - usize::from(!has_draft)).map(|it| (*it).to_owned()).collect()
}

/// An accent colour as somebody typed it; none if it is no colour.
pub fn accent(typed: &str) -> Option<String> {
    let digits = typed.trim().trim_start_matches('#').to_ascii_lowercase();
    (digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_hexdigit())).then_some(digits)
}

impl Embedding {
    /// The address that opens it; `place` is where the page lies, ending in a slash.
    pub fn address(&self, place: &str) -> String {
        let view = match &self.begin {
            Begin::Short => Some("kurz"),
            Begin::Bench => Some("werkbank"),
            Begin::Easy => Some("leicht"),
            Begin::Opening | Begin::Draft(_) => None,
        };
        let all = [
            ("town", self.town.as_deref()),
            ("lang", self.lang),
            ("theme", self.theme),
            ("accent", self.accent.as_deref()),
            ("view", view),
        ];
        let told: Vec<String> = all.iter().filter_map(|(name, it)| Some(format!("{name}={}", (*it)?))).collect();
        let query = if told.is_empty() { String::new() } else { format!("?{}", told.join("&")) };
        let fragment = if let Begin::Draft(code) = &self.begin { format!("#s={code}") } else { String::new() };
        format!("{place}{query}{fragment}")
    }
}

/// The HTML for a page of somebody else.
///
/// ```
/// use zukunftshaushalt::figure::{Appears, Embedding, snippet};
/// use zukunftshaushalt::text::Lang;
///
/// let chosen = Embedding { appears: Appears::Fixed, lang: Some("en"), ..Embedding::default() };
/// let text = snippet(&chosen, "https://haushalt.stadt.example/", "Münster", Lang::De);
/// assert!(text.starts_with("<iframe src=\"https://haushalt.stadt.example/?lang=en\""));
/// assert!(!text.contains("<script"));
/// ```
pub fn snippet(chosen: &Embedding, place: &str, town: &str, lang: Lang) -> String {
    let words = lang.embed();
    let address = escaped(&chosen.address(place));
    let town = &escaped(town);
    let (title, skip, open) = ((words.frame_title)(town), (words.skip)(town), (words.open)(town));
    let mark = if chosen.appears == Appears::Fitting { " data-zukunftshaushalt" } else { "" };
    let frame = format!(
        "<iframe src=\"{address}\"{mark}\n  title=\"{title}\" loading=\"lazy\" referrerpolicy=\"no-referrer\"\n  allow=\"camera; clipboard-write\" width=\"100%\" height=\"{HEIGHT}\" style=\"border:0\"></iframe>"
    );
    let out = format!("<p><a href=\"{address}\" target=\"_blank\" rel=\"noopener\">{open}</a></p>");
    match chosen.appears {
        Appears::Fitting => format!(
            "<p><a href=\"#{BEHIND}\">{skip}</a></p>\n{frame}\n<script src=\"{}embed.js\" defer></script>\n<div id=\"{BEHIND}\">{out}</div>",
            escaped(place)
        ),
        Appears::Fixed => format!("{frame}\n{out}"),
        Appears::Link => {
            let image = image(&chosen.address(place));
            let image = image.map_or_else(String::new, |it| {
                format!("\n<p><img src=\"{it}\" alt=\"{}\" width=\"240\" height=\"240\"></p>", (words.square)(town))
            });
            format!("{out}{image}")
        }
    }
}

/// A square as an image that needs no file; none for an address that is too long.
fn image(address: &str) -> Option<String> {
    let (size, path) = outline(address)?;
    Some(format!(
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {size} {size}'%3E%3Cpath fill='%23fff' d='M0 0h{size}v{size}H0z'/%3E%3Cpath d='{path}'/%3E%3C/svg%3E"
    ))
}

/// What a page of somebody else is handed of a draft: its link, the code in it, and its town.
pub fn draft_message(town: &Town, link: &str) -> String {
    let code = link.split_once("#s=").map_or("", |(_, code)| code);
    serde_json::json!({ "code": code, "link": link, "town": town.id }).to_string()
}

/// A text for HTML, in double quotes as well.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
