//! The colours of a drawing, read from the design tokens.

use plotters::style::{RGBColor, WHITE};

use crate::model::Decimal;

/// The colours of one theme (Farben): paper, three pencils and the one coloured pencil.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// The ground (`--paper`).
    pub paper: RGBColor,
    /// The hardest stroke: measured values, targets, limits (`--ink`).
    pub ink: RGBColor,
    /// Years and the values of the plan (`--ink-2`).
    pub ink_2: RGBColor,
    /// Hairlines and the grey of the loupe (`--rule`).
    pub rule: RGBColor,
    /// Axes and borders (`--edge`).
    pub edge: RGBColor,
    /// The line of the adopted plan (`--plan`).
    pub plan: RGBColor,
    /// What has been changed (`--accent`).
    pub accent: RGBColor,
    /// The filling of a range (`--band`).
    pub band: RGBColor,
    /// The border of a range (`--band-edge`).
    pub band_edge: RGBColor,
}

impl Palette {
    /// The colours on white paper (Farben auf Papier): the tokens of the light theme, which a test compares.
    pub const fn paper() -> Self {
        Self {
            paper: WHITE,
            ink: RGBColor(0x1B, 0x1D, 0x1C),
            ink_2: RGBColor(0x48, 0x4C, 0x49),
            rule: RGBColor(0xD5, 0xD8, 0xD2),
            edge: RGBColor(0x77, 0x7D, 0x78),
            plan: RGBColor(0x7A, 0x80, 0x7B),
            accent: RGBColor(0x00, 0x6D, 0x87),
            band: RGBColor(0xC3, 0xE1, 0xE8),
            band_edge: RGBColor(0x3E, 0x8C, 0xA0),
        }
    }

    /// Reads every colour by the name of its token, for example `--band-edge`; `None` if one is missing or is not
    /// a colour that [`colour`] understands.
    ///
    /// A browser hands out a custom property such as `light-dark(#F4F5F1, #131718)` unresolved. Ask for the computed
    /// `color` of an element that uses the token instead; that one is always `rgb(…)`.
    pub fn from_tokens<S: AsRef<str>>(mut token: impl FnMut(&str) -> Option<S>) -> Option<Self> {
        let mut read = |name: &str| colour(token(name)?.as_ref());
        Some(Self {
            paper: read("--paper")?,
            ink: read("--ink")?,
            ink_2: read("--ink-2")?,
            rule: read("--rule")?,
            edge: read("--edge")?,
            plan: read("--plan")?,
            accent: read("--accent")?,
            band: read("--band")?,
            band_edge: read("--band-edge")?,
        })
    }
}

/// Reads one opaque colour (Farbwert): `#rgb`, `#rrggbb`, `rgb(r, g, b)` or `rgb(r g b)`; an alpha part is ignored.
pub fn colour(token: &str) -> Option<RGBColor> {
    let token = token.trim();
    match token.strip_prefix('#') {
        Some(digits) => from_hex(digits),
        None => from_function(token),
    }
}

fn from_hex(digits: &str) -> Option<RGBColor> {
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let pair = |at: usize| digits.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let single =
        |at: usize| digits.get(at..at + 1).and_then(|one| u8::from_str_radix(one, 16).ok()).map(|one| one * 17);
    match digits.len() {
        3 => Some(RGBColor(single(0)?, single(1)?, single(2)?)),
        6 => Some(RGBColor(pair(0)?, pair(2)?, pair(4)?)),
        _ => None,
    }
}

fn from_function(token: &str) -> Option<RGBColor> {
    let inside = token.strip_prefix("rgba(").or_else(|| token.strip_prefix("rgb("))?.strip_suffix(')')?;
    let mut parts = inside.split([',', ' ', '/']).filter(|part| !part.is_empty());
    let mut part = || {
        let value = Decimal::read(parts.next()?)?;
        (0.0..=255.0).contains(&value).then(|| value.round() as u8)
    };
    Some(RGBColor(part()?, part()?, part()?))
}

/// Reads a number among the tokens, with or without "px".
pub fn number(token: &str) -> Option<f64> {
    Decimal::read(token.trim().trim_end_matches("px"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_tokens_and_browsers_write() {
        let petrol = Some(RGBColor(0, 109, 135));
        for written in ["#006D87", " #006d87 ", "rgb(0, 109, 135)", "rgb(0 109 135)", "rgba(0, 109, 135, 0.5)"] {
            assert_eq!(colour(written), petrol, "{written}");
        }
        assert_eq!(colour("#fff"), Some(RGBColor(255, 255, 255)));
        assert_eq!((number(" 1.5"), number("16px"), number("1em")), (Some(1.5), Some(16.0), None));
    }

    #[test]
    fn refuses_what_is_no_colour() {
        for written in
            ["", "#", "#12", "#+12345", "#üü", "red", "rgb(1, 2)", "rgb(1, 2, 300)", "light-dark(#000, #fff)"]
        {
            assert_eq!(colour(written), None, "{written}");
        }
        assert_eq!(Palette::from_tokens(|name| (name != "--band").then_some("#123456")), None);
    }
}
