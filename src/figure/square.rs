//! A link as a square that a camera reads (QR-Code).

use qrcodegen::{QrCode, QrCodeEcc};

use crate::text::{self, Lang};

/// Modules of white around the square; fewer, and cameras do not find it.
const QUIET: i32 = 4;

/// Pixels of the square on the page; its modules are whole ones, and no smaller than four.
const WIDTH: i32 = 240;
const MODULE: i32 = 4;

/// Pixels of an inch and centimetres of it, as style sheets count them.
const INCH: (f64, f64) = (96.0, 2.54);

/// A QR code as a drawing: black on white in every theme (QR-Code).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Square {
    /// Modules on a side, the white around it included.
    pub size: i32,
    /// Its dark modules as an outline, a unit each.
    pub path: String,
    /// Pixels on a side.
    pub width: i32,
    /// What a screen reader says of it: the link.
    pub said: String,
    /// How far away it can be read.
    pub reach: String,
}

/// The square of a link; none if the link is too long for one (QR-Code eines Links).
///
/// At level M an eighth of it may be dirty or torn; more of that would make the modules smaller, which matters more.
pub fn square(link: &str, lang: Lang) -> Option<Square> {
    let (size, path) = outline(link)?;
    let words = lang.share();
    let module = ((WIDTH + size - 1) / size).max(MODULE);
    // A code is read from about ten times its width.
    let metres = f64::from((size - 2 * QUIET) * module) / INCH.0 * INCH.1 / 100.0 * 10.0;
    Some(Square {
        size,
        path,
        width: size * module,
        said: (words.square)(link),
        reach: (words.reach)(&text::number(metres, 1, lang)),
    })
}

/// Modules on a side, and the dark ones as an outline.
pub(super) fn outline(link: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(link, QrCodeEcc::Medium).ok()?;
    let size = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        // A stretch of dark modules is one rectangle.
        let mut x = 0;
        while x < code.size() {
            let wide = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if wide > 0 {
                path.push_str(&format!("M{} {}h{wide}v1h-{wide}z", x + QUIET, y + QUIET));
            }
            x += wide.max(1);
        }
    }
    Some((size, path))
}
