//! Finds the header of a budget (Tabellenkopf), one row or several, below whatever stands above it.

use super::measure::measure;
use super::preset::Preset;
use crate::header::{unit, year};
use crate::table::Record;

/// The header of a table (Tabellenkopf).
#[derive(Clone, Debug)]
pub struct Header {
    /// Line of its last row.
    pub line: u64,
    /// How many records stand up to its end.
    pub records: usize,
    /// Names of its columns.
    pub names: Vec<String>,
    /// What stands above it, its own names included.
    pub title: String,
    /// What stands above it alone.
    pub above: String,
}

/// Records at the beginning among which the header is looked for.
const FIRST: usize = 40;

/// Rows of a header below its first: a kind, a year and a direction may each have one.
const MOST_BELOW: usize = 2;

/// Finds the header: the row, or up to three rows one above the other, with the most names that are known.
pub fn header(records: &[Record], presets: &[&Preset]) -> Option<Header> {
    let mut best: Option<(usize, usize, usize, Vec<String>)> = None;
    for (at, record) in records.iter().take(FIRST).enumerate() {
        let own = record.cells.clone();
        let mut candidates = vec![(at + 1, own.clone())];
        // A title stands alone at the left and holds for no column.
        let is_title = record.cells.iter().filter(|it| !it.is_empty()).count() < 2 && !record.cell(0).is_empty();
        let below = records.get(at + 1..).unwrap_or_default().iter().take(MOST_BELOW);
        let mut names = own;
        for (below, end) in below.take_while(|it| !is_title && may_be_header(it)).zip(at + 2..) {
            names = merged(&names, below);
            candidates.push((end, names.clone()));
        }
        for (end, names) in candidates {
            let score = score(&names, presets);
            if score > best.as_ref().map_or(2, |it| it.0) {
                best = Some((score, at, end, names));
            }
        }
    }
    let (_, at, end, names) = best?;
    let (end, names) = match records.get(end).and_then(|it| with_units(&names, it)) {
        Some(names) => (end + 1, names),
        None => (end, names),
    };
    let text = |end: usize| {
        records.iter().take(end).flat_map(|it| &it.cells).map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    let line = records.get(end.checked_sub(1)?)?.line;
    Some(Header { line, records: end, names, title: text(end), above: text(at) })
}

/// How well a row serves as header: names that a preset knows count twice, amounts of a named year three times.
fn score(names: &[String], presets: &[&Preset]) -> usize {
    let one = |name: &String| {
        let has_words = name.contains(char::is_alphabetic) && year(name).is_some();
        match (presets.iter().any(|it| it.role(name).is_some()), measure(name)) {
            (_, Some(_)) if has_words => 3,
            (true, _) => 2,
            (false, Some(_)) => 1,
            (false, None) => 0,
        }
    };
    let scores: Vec<usize> = names.iter().map(one).filter(|it| *it > 0).collect();
    let has_measure = names.iter().any(|name| measure(name).is_some() || presets.iter().any(|it| is_measure(it, name)));
    // A title stands alone in its row; amounts of a named year need but one name beside them.
    let has_company = scores.len() > 1 || scores == [3] && names.iter().filter(|it| !it.is_empty()).count() > 1;
    if has_measure && has_company { scores.iter().sum() } else { 0 }
}

fn is_measure(preset: &Preset, name: &str) -> bool {
    preset.role(name).is_some_and(|role| role.part().is_some())
}

/// A second header row holds years, units or words, but no amounts.
fn may_be_header(record: &Record) -> bool {
    let number =
        |cell: &&String| cell.contains(|it: char| it.is_ascii_digit()) && !cell.contains(|it: char| it.is_alphabetic());
    let is_year = |cell: &String| year(cell).is_some();
    record.cells.iter().filter(number).all(is_year)
}

/// The names with the units that stand in a row of their own below them; one alone holds for every column right of it, as
/// a merged cell does. None if the row is another.
fn with_units(names: &[String], row: &Record) -> Option<Vec<String>> {
    let is_unit =
        |it: &String| unit(it).is_some() && (!it.contains(|it: char| it.is_ascii_digit()) || it.starts_with("in "));
    let mut units = row.cells.iter().enumerate().filter(|it| !it.1.is_empty()).peekable();
    let (first, alone) = units.peek().map(|it| (it.0, it.1.clone()))?;
    let count = units.clone().count();
    if first == 0 || !units.all(|it| is_unit(it.1)) {
        return None;
    }
    let of = |at: usize| if count == 1 && at >= first { alone.as_str() } else { row.cell(at) };
    Some(names.iter().enumerate().map(|(at, name)| format!("{name} {}", of(at)).trim().to_owned()).collect())
}

/// Two header rows as one: a name of the upper row holds for the empty cells right of it.
fn merged(upper: &[String], lower: &Record) -> Vec<String> {
    let mut above = String::new();
    let width = upper.len().max(lower.cells.len());
    let name = |at: usize| {
        let own = upper.get(at).map_or("", String::as_str);
        if !own.is_empty() {
            above = own.to_owned();
        }
        match lower.cell(at) {
            "" => own.to_owned(),
            below if above.is_empty() => below.to_owned(),
            below => format!("{above} {below}"),
        }
    };
    (0..width).map(name).collect()
}
