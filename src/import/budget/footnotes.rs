//! Footnote marks behind amounts (Fußnoten): taken away where a line of the file explains the mark, and only there.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::table::{Record, Table};

/// Marks longer than this are words.
const LONGEST: usize = 3;

/// The mark that a line explains, with nothing else in it: `1) einschließlich Land`, `*;geschätzt`.
fn explained(record: &Record) -> Option<String> {
    let mut cells = record.cells.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
    let (first, second, third) = (cells.next()?, cells.next(), cells.next());
    let (mark, text) = match second {
        Some(text) => (first, text),
        None => first.split_at_checked(mark_length(first)?)?,
    };
    let is_text = text.trim_start().starts_with(char::is_alphabetic) && !text.contains(';');
    (third.is_none() && is_text && mark_length(mark) == Some(mark.len())).then(|| mark.to_owned())
}

/// How long the mark is that a text begins with: stars, superscript digits, or a digit or letter with a bracket.
fn mark_length(text: &str) -> Option<usize> {
    let raised = |it: char| matches!(it, '*' | '¹' | '²' | '³' | '\u{2074}'..='\u{2079}' | '†');
    let begin: usize = text.chars().take_while(|it| raised(*it)).map(char::len_utf8).sum();
    let length = match begin {
        0 => text.find(')')? + 1,
        some => some + usize::from(text.get(some..).is_some_and(|it| it.starts_with(')'))),
    };
    let mark = text.get(..length)?;
    let inner = mark.trim_end_matches(')');
    let is_numbered = !inner.is_empty() && inner.chars().all(|it| it.is_ascii_digit()) && inner.len() < LONGEST;
    let is_lettered = inner.len() == 1 && inner.chars().all(char::is_alphabetic);
    (begin > 0 || is_numbered || is_lettered).then_some(length)
}

/// An amount without the mark behind it; none if the cell ends with no mark or is no amount without it. A number or letter
/// needs a blank before it: `300.0001)` may be anything.
fn without<'a>(cell: &'a str, marks: &BTreeSet<String>) -> Option<&'a str> {
    let cell = cell.trim_end();
    let cut = |mark: &String| {
        let rest = cell.strip_suffix(mark.as_str())?;
        let needs_blank = mark.starts_with(char::is_alphanumeric) && !mark.starts_with(['¹', '²', '³']);
        let is_amount = rest.contains(|it: char| it.is_ascii_digit())
            && rest.trim_end().ends_with(|it: char| it.is_ascii_digit() || it == '€')
            && rest.chars().all(|it| it.is_ascii_digit() || it.is_whitespace() || ".,'’-+−€".contains(it));
        (is_amount && (!needs_blank || rest.ends_with(char::is_whitespace))).then(|| rest.trim_end())
    };
    // Longer marks hold shorter ones: `**` is no `*` behind a star.
    marks.iter().filter_map(cut).min_by_key(|it| it.len())
}

/// The table without the marks that it explains.
pub fn cleaned(table: &Table) -> Cow<'_, Table> {
    let marks: BTreeSet<String> = table.records.iter().filter_map(explained).collect();
    let has_marks = |it: &String| without(it, &marks).is_some();
    if marks.is_empty() || !table.records.iter().flat_map(|it| &it.cells).any(has_marks) {
        return Cow::Borrowed(table);
    }
    let mut table = table.clone();
    for cell in table.records.iter_mut().flat_map(|it| &mut it.cells) {
        if let Some(bare) = without(cell, &marks) {
            *cell = bare.to_owned();
        }
    }
    let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
    table.warnings.push(format!("marks of footnotes behind amounts are no part of them: {}", marks.join(", ")));
    Cow::Owned(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(cells: &[&str]) -> Option<String> {
        explained(&Record { line: 1, cells: cells.iter().map(|it| (*it).to_owned()).collect() })
    }

    #[test]
    fn a_mark_is_what_a_line_explains() {
        assert_eq!(marks(&["1) ohne Land", "", ""]).as_deref(), Some("1)"));
        assert_eq!(marks(&["**", "geschätzt", ""]).as_deref(), Some("**"));
        assert_eq!(marks(&["¹ geschätzt"]).as_deref(), Some("¹"));
        for no in [&["* Summe", "1.000"][..], &["Summe (alle) hier"], &["2026) x"], &["1) 2.000"], &[""]] {
            assert_eq!(marks(no), None, "{no:?}");
        }
    }

    #[test]
    fn only_marks_behind_amounts_are_taken_away() {
        let known: BTreeSet<String> = ["1)", "*", "**", "¹"].map(str::to_owned).into();
        for (cell, expected) in [
            ("1.234 1)", Some("1.234")),
            ("12 345*", Some("12 345")),
            ("12 345 **", Some("12 345")),
            ("1.234,50 €¹", Some("1.234,50 €")),
            ("1.2341)", None),
            ("1.234 2)", None),
            ("Rat*", None),
            ("5 - *", None),
            ("*", None),
            ("1.234", None),
        ] {
            assert_eq!(without(cell, &known), expected, "{cell}");
        }
    }
}
