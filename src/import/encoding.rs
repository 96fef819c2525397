//! Bytes become text (Zeichenkodierung): byte order mark, then strict UTF-8, else Windows-1252.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::Serialize;

/// How the characters of a file were read (Zeichenkodierung).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    #[serde(rename = "UTF-8")]
    Utf8,
    /// UTF-8 with a byte order mark, as Excel writes it.
    #[serde(rename = "UTF-8 with BOM")]
    Utf8Bom,
    /// UTF-16, low byte first, as Excel's "Unicode text".
    #[serde(rename = "UTF-16LE")]
    Utf16Le,
    /// UTF-16, high byte first.
    #[serde(rename = "UTF-16BE")]
    Utf16Be,
    /// Windows-1252, in which every byte is a character.
    #[serde(rename = "Windows-1252")]
    Windows1252,
    /// Code page 850 of DOS, which older programs of town halls still write; its German letters are those of 437.
    #[serde(rename = "CP850")]
    Dos,
    /// Text in a workbook, whose format says how it is coded.
    #[serde(rename = "workbook")]
    Workbook,
}

/// The text of a file, how it was read, and what looks wrong about it.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text without a byte order mark; every line ends with a line feed.
    pub text: String,
    /// The decision.
    pub encoding: Encoding,
    /// What a reader should look at.
    pub warnings: Vec<String>,
}

/// Reads bytes as text. Every input is read; a doubt is a warning.
pub fn decode(bytes: &[u8]) -> Decoded {
    let (text, encoding) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => match std::str::from_utf8(rest) {
            Ok(text) => (text.to_owned(), Encoding::Utf8Bom),
            Err(_) => (String::from_utf8_lossy(rest).into_owned(), Encoding::Utf8Bom),
        },
        [0xFF, 0xFE, rest @ ..] => (utf16(UTF_16LE, rest), Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => (utf16(UTF_16BE, rest), Encoding::Utf16Be),
        _ => match (zeros(bytes), std::str::from_utf8(bytes)) {
            (Some(Encoding::Utf16Le), _) => (utf16(UTF_16LE, bytes), Encoding::Utf16Le),
            (Some(_), _) => (utf16(UTF_16BE, bytes), Encoding::Utf16Be),
            (None, Ok(text)) => (text.to_owned(), Encoding::Utf8),
            (None, Err(_)) if is_dos(bytes) => (dos(bytes), Encoding::Dos),
            (None, Err(_)) => (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), Encoding::Windows1252),
        },
    };
    let warnings = doubts(&text, encoding);
    Decoded { text: one_line_end(text), encoding, warnings }
}

fn utf16(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// German letters of the code pages 850 and 437: ä ö ü Ä Ö Ü ß. In Windows-1252 these bytes are `„ ” \u{81} Ž ™ š á`.
const DOS_LETTERS: [u8; 7] = [0x84, 0x94, 0x81, 0x8E, 0x99, 0x9A, 0xE1];
/// The same letters in Windows-1252.
const WINDOWS_LETTERS: [u8; 7] = [0xE4, 0xF6, 0xFC, 0xC4, 0xD6, 0xDC, 0xDF];

/// Whether bytes beside letters are the German letters of DOS, more often than those of Windows.
fn is_dos(bytes: &[u8]) -> bool {
    let (mut dos, mut windows) = (0usize, 0usize);
    for window in bytes.windows(2) {
        let [one, two] = window else { continue };
        // A quotation mark stands before a word or behind it, a letter within: `M„rz` has both.
        let (high, other) = if *one >= 0x80 { (*one, *two) } else { (*two, *one) };
        let is_within = other.is_ascii_lowercase();
        dos += usize::from(is_within && DOS_LETTERS.contains(&high));
        windows += usize::from(is_within && WINDOWS_LETTERS.contains(&high));
    }
    dos > 2 * windows && inner_dos(bytes)
}

/// Whether at least one German letter of DOS stands between two letters of a word, where no quotation mark stands.
fn inner_dos(bytes: &[u8]) -> bool {
    bytes.windows(3).any(|it| match it {
        [before, letter, after] => {
            // Small ones alone: `š` and `á` of Windows stand within names, too.
            before.is_ascii_alphabetic() && after.is_ascii_lowercase() && [0x84, 0x94, 0x81].contains(letter)
        }
        _ => false,
    })
}

/// Upper half of code page 850.
const DOS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

fn dos(bytes: &[u8]) -> String {
    let upper: Vec<char> = DOS.chars().collect();
    let of = |byte: &u8| match byte.checked_sub(0x80) {
        Some(at) => upper.get(usize::from(at)).copied().unwrap_or('\u{FFFD}'),
        None => char::from(*byte),
    };
    bytes.iter().map(of).collect()
}

/// UTF-16 without a mark: in a table of western text every second byte is zero.
fn zeros(bytes: &[u8]) -> Option<Encoding> {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let pairs = start.chunks_exact(2);
    let count = pairs.len();
    let zero = |at: usize| pairs.clone().filter(|pair| pair.get(at) == Some(&0)).count();
    let (even, odd) = (zero(0), zero(1));
    // Three quarters: umlauts and euro signs may break the pattern, a few zero bytes in a broken file may not make it.
    if count < 4 || even.max(odd) * 4 < count * 3 || even.min(odd) * 4 > count {
        None
    } else if odd > even {
        Some(Encoding::Utf16Le)
    } else {
        Some(Encoding::Utf16Be)
    }
}

/// Old Macintosh files end lines with a carriage return alone; lines are counted by line feeds.
fn one_line_end(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

fn doubts(text: &str, encoding: Encoding) -> Vec<String> {
    let mut warnings = Vec::new();
    if text.contains('\u{FFFD}') {
        warnings.push("some characters could not be read and show as \u{FFFD}".to_owned());
    }
    if encoding == Encoding::Windows1252 && text.contains(|it: char| ('\u{80}'..'\u{A0}').contains(&it)) {
        warnings.push("characters that Windows-1252 does not have: the file may come from a DOS code page".to_owned());
    }
    if ["Ã¤", "Ã¶", "Ã¼", "ÃŸ", "Ã„", "Ã–", "Ãœ"].iter().any(|it| text.contains(it)) {
        warnings.push("umlauts look coded twice, such as `Ã¼`: the file mixes UTF-8 and Windows-1252".to_owned());
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes);
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn a_byte_order_mark_decides_first() {
        assert_eq!(read(b"\xEF\xBB\xBF\xC3\xBC"), ("ü".to_owned(), Encoding::Utf8Bom));
        assert_eq!(read(b"\xFF\xFE\xFC\x00;\x00"), ("ü;".to_owned(), Encoding::Utf16Le));
        assert_eq!(read(b"\xFE\xFF\x00\xFC\x00;"), ("ü;".to_owned(), Encoding::Utf16Be));
    }

    #[test]
    fn without_a_mark_strict_utf_8_then_windows_1252() {
        assert_eq!(read("Erträge".as_bytes()), ("Erträge".to_owned(), Encoding::Utf8));
        assert_eq!(read(b"Ertr\xE4ge \x80"), ("Erträge €".to_owned(), Encoding::Windows1252));
        let unmarked: Vec<u8> = "Produkt;Betrag".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&unmarked), ("Produkt;Betrag".to_owned(), Encoding::Utf16Le));
    }

    #[test]
    fn lines_end_alike() {
        assert_eq!(read(b"a\r\nb\rc\nd").0, "a\nb\nc\nd");
    }

    #[test]
    fn german_letters_of_dos_are_known() {
        assert_eq!(DOS.chars().count(), 128);
        let expected = "Ertr\u{e4}ge;Stra\u{df}en;M\u{fc}ll;\u{c4}mter;\u{d6}PNV";
        assert_eq!(read(b"Ertr\x84ge;Stra\xE1en;M\x81ll;\x8Emter;\x99PNV"), (expected.to_owned(), Encoding::Dos));
        // Quotation marks of Windows stand beside words, not within.
        assert_eq!(read(b"\x84Stadt\x94 M\xFCnster").1, Encoding::Windows1252);
        assert_eq!(read(b"\x84Stadt\x93 ohne Umlaut").1, Encoding::Windows1252);
    }

    #[test]
    fn doubts_are_told() {
        assert!(decode("MÃ¼nster".as_bytes()).warnings.iter().any(|it| it.contains("coded twice")));
        assert!(decode(b"A\x81 \xE1").warnings.iter().any(|it| it.contains("DOS")));
        assert!(decode("Münster".as_bytes()).warnings.is_empty());
    }
}
