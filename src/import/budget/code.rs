//! Product codes (Produktnummern) are texts; their first two digits are the product area (Produktbereich).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::header::fold;

/// A product frame (Produktrahmen): which areas it has and how they map to those of NRW.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Key in reports.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where the list comes from.
    pub source: String,
    /// Two-digit areas.
    pub areas: Vec<String>,
    /// How the areas are called, folded (Bezeichnungen): what a name without a code begins with or holds.
    pub names: BTreeMap<String, Vec<String>>,
    /// Crosswalk to NRW's areas (Umsteigeschlüssel).
    pub to_nrw: BTreeMap<String, String>,
}

/// The product frames that are known; the first is NRW's.
pub fn frames() -> &'static [Frame] {
    static FRAMES: OnceLock<Vec<Frame>> = OnceLock::new();
    FRAMES.get_or_init(|| serde_json::from_str(include_str!("../presets/frames.json")).unwrap_or_default())
}

/// The frame that has the most of these areas; none if no frame has half of them.
pub fn frame<'a>(areas: impl Iterator<Item = &'a str> + Clone) -> Option<&'static Frame> {
    let count = areas.clone().count();
    let fits = |frame: &Frame| areas.clone().filter(|area| frame.areas.iter().any(|it| it == area)).count();
    // The first of equals: areas 11 and 12 alone are taken for NRW's.
    let best = frames().iter().rev().max_by_key(|frame| fits(frame))?;
    (count > 0 && fits(best) * 2 >= count).then_some(best)
}

/// The digits of a product code, before padding: `1.100.01.01.01` and `01.01.01` give `010101`, `PG 0204` gives `0204`.
///
/// None for what is no code: words, amounts, more than twelve digits.
pub fn digits(cell: &str) -> Option<String> {
    let token = cell.split_whitespace().find(|it| it.contains(|it: char| it.is_ascii_digit()))?;
    let before = cell.get(..cell.find(token)?)?;
    let token = token.trim_matches(|it: char| matches!(it, ':' | ';' | ',' | '"' | '\'' | '(' | ')' | '-' | '–'));
    let word = token.trim_start_matches(|it: char| it.is_ascii_alphabetic() || it == '_');
    let prefix = token.get(..token.len() - word.len())?;
    if !is_prefix(before) || !is_prefix(prefix) {
        return None;
    }
    let groups: Vec<&str> = word.split(['.', '-', '/', '_']).filter(|it| !it.is_empty()).collect();
    if groups.iter().any(|it| !it.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    // SAP's project structure: company, object class, then the product.
    let groups = match groups.as_slice() {
        [one, class, product @ ..] if one.len() == 1 && class.len() == 3 && !product.is_empty() => product,
        // A whole number that a spreadsheet wrote with a decimal.
        [whole, "0"] if whole.len() > 1 => groups.get(..1)?,
        all => all,
    };
    let code = match groups {
        [one] => (*one).to_owned(),
        many => many.iter().map(|it| if it.len() == 1 { format!("0{it}") } else { (*it).to_owned() }).collect(),
    };
    (1..=12).contains(&code.len()).then_some(code)
}

/// A code with one digit per dot (`3.6.5.01`), joined without zeros: `36501`. None for others.
pub fn tight(cell: &str) -> Option<String> {
    let word = cell.split_whitespace().next()?;
    let groups: Vec<&str> = word.split('.').collect();
    let is_digits = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let is_one = |it: &&&str| it.len() == 1 && **it != "0";
    let heads = groups.iter().take(3).filter(is_one).count();
    (heads == 3 && groups.iter().all(is_digits)).then(|| groups.concat()).filter(|it| it.len() <= 12)
}

/// Whether codes have one digit per dot: all of them do, and their areas are those of another frame than NRW's.
///
/// `1.1.1` may be `01.01.01` without its zeros; then some product has two digits, or areas fall together.
pub fn is_tight<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> bool {
    let codes: Vec<Option<String>> = cells.map(tight).collect();
    let areas: Vec<&str> = codes.iter().flatten().filter_map(|it| it.get(..2)).collect();
    let is_known = |area: &&str| frames().iter().skip(1).any(|frame| frame.areas.iter().any(|it| it == area));
    let distinct: BTreeSet<&str> = areas.iter().copied().collect();
    !codes.is_empty() && areas.len() == codes.len() && areas.iter().all(is_known) && distinct.len() >= 3
}

/// Letters that may stand before a code.
fn is_prefix(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ':', '-']).to_lowercase();
    let known = ["", "p", "pg", "pb", "pk", "tp", "pc", "produkt", "produktgruppe", "produktbereich", "teilplan"];
    known.contains(&text.as_str()) || ["nr", "produkt-nr", "teilergebnisplan"].contains(&text.as_str())
}

/// Whether codes of odd length lost a leading zero (führende Null), as SAP and spreadsheets drop it.
///
/// They did not if all have the same odd length and all begin with an area of another frame than NRW's, as in
/// Schleswig-Holstein's `36501`.
///
/// Nor did they where the file prints levels one above the other, `11`, `111`, `111101`: there every odd code stands between
/// two that are even.
pub fn lost_zero<'a>(codes: impl Iterator<Item = &'a str> + Clone) -> bool {
    if are_levels(&codes.clone().collect()) {
        return false;
    }
    let mut lengths = codes.clone().map(str::len);
    let first = lengths.next().unwrap_or(0);
    let uniform = first % 2 == 1 && first > 2 && lengths.all(|it| it == first);
    let elsewhere = |code: &str| {
        let area = code.get(..2).unwrap_or_default();
        frames().iter().skip(1).any(|frame| frame.areas.iter().any(|it| it == area))
    };
    !(uniform && codes.clone().all(elsewhere))
}

/// Whether every code of odd length belongs to an area that stands in the file, or begins one of even length.
///
/// One area alone proves nothing: `104` may be `0104` beside area `10`.
fn are_levels(codes: &BTreeSet<&str>) -> bool {
    let is_odd = |it: &&&str| it.len() % 2 == 1;
    let begins_even =
        |odd: &str| codes.range(odd..).skip(1).take_while(|it| it.starts_with(odd)).any(|it| it.len() % 2 == 0);
    let belongs = |odd: &str| odd.get(..2).is_some_and(|it| codes.contains(it)) || odd.len() > 1 && begins_even(odd);
    let areas: BTreeSet<&str> = codes.iter().filter(is_odd).filter_map(|it| it.get(..1)).collect();
    areas.len() > 1 && codes.iter().filter(is_odd).all(|it| belongs(it))
}

/// A code with the zero that it lost: `104` becomes `0104`, `10101` becomes `010101`, `110201` stays.
pub fn padded(digits: &str, lost_zero: bool) -> String {
    if digits.len() % 2 == 1 && (lost_zero || digits.len() == 1) { format!("0{digits}") } else { digits.to_owned() }
}

/// The product area: the first two digits (Produktbereich).
pub fn area(code: &str) -> &str {
    code.get(..2).unwrap_or(code)
}

/// The area that a name means: `Sicherheit und Ordnung` is `02` (Bezeichnung ohne Nummer).
pub fn area_called(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let means = |words: &[String]| words.iter().any(|it| folded.contains(it.as_str()));
    frames().iter().flat_map(|it| &it.names).find(|(_, words)| means(words)).map(|(area, _)| area.as_str())
}

/// A code behind the words for a product or its group: `…_PG0204_raw.csv`, `Produktgruppe 02.04 Ordnung`.
pub fn named(text: &str) -> Option<String> {
    let is_extension = |it: &str| (1..=5).contains(&it.len()) && it.starts_with(|it: char| it.is_ascii_alphabetic());
    let text = text.rsplit_once('.').filter(|it| is_extension(it.1)).map_or(text, |it| it.0);
    let words: Vec<&str> =
        text.split(|it: char| !it.is_alphanumeric() && it != '.').filter(|it| !it.is_empty()).collect();
    let glued = |word: &&str| {
        let is_code = ["PG", "PB", "TP"].iter().any(|it| word.to_uppercase().starts_with(it));
        digits(word).filter(|_| is_code && word.len() > 2)
    };
    let titles = ["produktgruppe", "produktbereich", "produkt", "teilplan", "pg", "pb"];
    let parted = |pair: &[&str]| match pair {
        [word, number] if titles.contains(&word.to_lowercase().as_str()) => digits(number),
        _ => None,
    };
    let found = words.iter().find_map(glued).or_else(|| words.windows(2).find_map(parted))?;
    Some(padded(&found, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_texts() {
        for (cell, expected) in [
            ("104", Some("104")),
            ("0104", Some("0104")),
            ("1.100.01.01.01", Some("010101")),
            ("01.01.01", Some("010101")),
            ("1.1", Some("0101")),
            ("104.0", Some("104")),
            ("11.10-01", Some("111001")),
            ("PG 0204 Ordnung", Some("0204")),
            ("PG0204", Some("0204")),
            ("Produktbereich 05", Some("05")),
            ("0204 Ordnung", Some("0204")),
            ("Ordnung 0204", None),
            ("THH_01", None),
            ("Summe", None),
            ("", None),
            ("1234567890123", None),
        ] {
            assert_eq!(digits(cell).as_deref(), expected, "{cell}");
        }
    }

    #[test]
    fn one_digit_per_dot_is_no_lost_zero() {
        assert_eq!(tight("3.6.5.01 Kita").as_deref(), Some("36501"));
        assert_eq!(tight("11.2.1"), None);
        assert!(is_tight(["1.1.1.01", "3.6.5.01", "6.1.1"].into_iter()));
        assert!(!is_tight(["1.1.1", "2.1.1", "11.2.1"].into_iter()), "NRW's areas without their zeros");
        assert!(!is_tight(["1.1.1", "7.1.1", "9.1.1"].into_iter()), "no such areas");
    }

    #[test]
    fn a_lost_zero_comes_back() {
        assert_eq!(["104", "10101", "110201", "5"].map(|it| padded(it, true)), ["0104", "010101", "110201", "05"]);
        assert!(lost_zero(["10101", "110201"].into_iter()));
        assert!(lost_zero(["10101", "20101"].into_iter()));
        assert!(!lost_zero(["11101", "36501", "61101"].into_iter()));
        assert!(!lost_zero(["11", "111", "111101", "21", "211"].into_iter()), "levels one above the other");
        assert!(lost_zero(["1", "104", "10401", "10", "1001", "2", "201"].into_iter()), "area 1 beside area 10");
    }

    #[test]
    fn frames_are_told_apart() {
        let id = |areas: &[&'static str]| frame(areas.iter().copied()).map(|it| it.id.as_str());
        assert_eq!(id(&["01", "05", "16"]), Some("NRW"));
        assert_eq!(id(&["11", "12", "21", "36", "61"]), Some("BW/SH/HE"));
        assert_eq!(id(&["77", "88"]), None);
        assert_eq!(frames().len(), 2);
        for target in frames()[1].to_nrw.values() {
            assert!(frames()[0].areas.contains(target), "{target}");
        }
        for area in &frames()[1].areas {
            assert!(frames()[1].to_nrw.contains_key(area), "{area}");
        }
    }

    #[test]
    fn names_hold_codes() {
        for (name, expected) in [
            ("muenster_teilergebnisplan_PG0204_raw.csv", Some("0204")),
            ("Teilplan Produktgruppe 02.04 Ordnung", Some("0204")),
            ("Teilergebnisplan-PG0204.csv", Some("0204")),
            ("PB 05.xlsx", Some("05")),
            ("haushalt_2026.csv", None),
        ] {
            assert_eq!(named(name).as_deref(), expected, "{name}");
        }
    }
}
