//! Rows of several places, or of anything else that a series does not tell apart (mehrere Orte in einer Tabelle): refused by
//! their names, because the first value of each year would pass for the town's.

use std::collections::{BTreeMap, BTreeSet};

use crate::header::fold;
use crate::report::shown;
use crate::sheet::Sheet;

/// Names of columns that hold places or their keys.
const PLACES: [&str; 32] = [
    "gemeinde",
    "gemeinden",
    "gemeindename",
    "kommune",
    "kommunen",
    "stadt",
    "staedte",
    "ort",
    "orte",
    "ortsteil",
    "stadtteil",
    "stadtbezirk",
    "bezirk",
    "kreis",
    "landkreis",
    "region",
    "regionen",
    "gebiet",
    "gebietseinheit",
    "raumeinheit",
    "raumbezug",
    "bundesland",
    "land",
    "city",
    "town",
    "municipality",
    "place",
    "area",
    "ags",
    "ars",
    "gkz",
    "gemeindeschluessel",
];

/// Columns of keys, which are numbers and no figures.
const KEYS: [&str; 4] = ["ags", "ars", "gkz", "gemeindeschluessel"];

/// Names that a refusal tells.
const TOLD: usize = 3;

/// Refuses a table of several places. `key` are the columns that name a series and its year, `figures` those of values;
/// nothing else tells rows apart.
pub fn refuse(sheet: &Sheet, key: &[usize], figures: &[usize]) -> Result<(), String> {
    let others: Vec<usize> =
        (0..sheet.header.len()).filter(|it| !key.contains(it) && !holds_figures(sheet, *it, figures)).collect();
    let named = others.iter().filter(|it| is_place(sheet, **it)).map(|it| (*it, values(sheet, *it)));
    // Of keys and names, the names.
    let several = named.filter(|it| it.1.len() > 1).min_by_key(|it| is_key(sheet, it.0));
    if let Some((at, places)) = several {
        return Err(format!(
            "expected one place, found {} in column `{}`: {}. Next step: keep the rows of one place",
            places.len(),
            name(sheet, at),
            told(&places)
        ));
    }
    if let Some((line, text)) = heading(sheet) {
        return Err(format!(
            "expected rows about one thing, found `{}` alone in line {line} between them: what stands below it may be about \
             another place. Next step: keep the rows below one heading",
            shown(text)
        ));
    }
    match told_apart(sheet, key, &others, figures) {
        None => Ok(()),
        Some(at) => Err(format!(
            "expected one value for each year, found rows of one year that column `{}` tells apart: {}. Next step: keep the \
             rows of one of them, or write it into the name",
            name(sheet, at),
            told(&values(sheet, at))
        )),
    }
}

fn name(sheet: &Sheet, at: usize) -> &str {
    sheet.header.get(at).map_or("", String::as_str)
}

fn is_key(sheet: &Sheet, at: usize) -> bool {
    KEYS.contains(&fold(name(sheet, at)).as_str())
}

/// Whether a column is called a place and holds names or keys: `Stadt` above rates is a figure.
fn is_place(sheet: &Sheet, at: usize) -> bool {
    let has_words = || cells(sheet, at).any(|it| it.contains(char::is_alphabetic));
    is_key(sheet, at) || PLACES.contains(&fold(name(sheet, at)).as_str()) && has_words()
}

/// Whether a column holds values of a series: one of `figures`, no key of places, and any number in it.
fn holds_figures(sheet: &Sheet, at: usize, figures: &[usize]) -> bool {
    figures.contains(&at) && !is_key(sheet, at) && cells(sheet, at).any(|it| sheet.number(at, it).is_ok())
}

fn cells(sheet: &Sheet, at: usize) -> impl Iterator<Item = &str> {
    sheet.rows.iter().filter_map(move |it| it.1.get(at)).map(|it| it.trim()).filter(|it| !it.is_empty())
}

fn values(sheet: &Sheet, at: usize) -> BTreeSet<&str> {
    cells(sheet, at).collect()
}

fn told(values: &BTreeSet<&str>) -> String {
    let some: Vec<String> = values.iter().take(TOLD).map(|it| shown(it)).collect();
    format!("{}{}", some.join(", "), if values.len() > TOLD { ", …" } else { "" })
}

/// A text that stands alone in its row, with rows of figures above and below it.
fn heading(sheet: &Sheet) -> Option<(u64, &str)> {
    let alone = |cells: &'_ [String]| cells.iter().filter(|it| !it.is_empty()).count() == 1;
    let is_row = |it: &(u64, Vec<String>)| it.1.iter().filter(|it| !it.is_empty()).count() > 1;
    let first = sheet.rows.iter().position(is_row)?;
    let last = sheet.rows.iter().rposition(is_row)?;
    let between = sheet.rows.get(first..last)?.iter().filter(|it| alone(&it.1));
    let text =
        |it: &'_ (u64, Vec<String>)| it.1.iter().position(|it| it.contains(char::is_alphabetic)).map(|at| (it.0, at));
    let (line, at) = between.filter_map(text).next()?;
    let row = sheet.rows.iter().find(|it| it.0 == line)?;
    row.1.get(at).map(|it| (line, it.as_str()))
}

/// The first of the other columns that differs between two rows of the same key and other figures.
fn told_apart(sheet: &Sheet, key: &[usize], others: &[usize], figures: &[usize]) -> Option<usize> {
    let mut seen: BTreeMap<Vec<&str>, &Vec<String>> = BTreeMap::new();
    for (_, row) in &sheet.rows {
        let of = |at: usize| row.get(at).map_or("", |it| it.trim());
        let first = seen.entry(key.iter().map(|it| of(*it)).collect()).or_insert(row);
        let differs = |at: &usize| first.get(*at).map_or("", |it| it.trim()) != of(*at);
        let has_figures = figures.iter().any(|at| !others.contains(at) && differs(at));
        if let Some(at) = others.iter().find(|at| has_figures && !of(**at).is_empty() && differs(at)) {
            return Some(*at);
        }
    }
    None
}
