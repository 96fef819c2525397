//! Series from the tables of the statistical offices (GENESIS-Online, Regionaldatenbank, Landesdatenbanken): years stand in
//! a row of the header or before the figures, whatever else tells figures apart names a series of its own. Nothing is added.

use std::collections::BTreeSet;

use super::names;
use crate::header::fold;
use crate::limits;
use crate::report::{Refusal, shown};
use crate::spread::{Spread, is_unit};
use crate::table::{Record, Table};

/// What the words of a row of the header, or of a column of keys, tell (Merkmal).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Time,
    Unit,
    /// Keys of places.
    Key,
    Place,
    /// The same for every figure.
    Same,
    /// What a series is about.
    Subject,
}

/// A column before the figures (false) or a row of the header (true), and which.
type At = (bool, usize);

/// The long table of series in place of one with a header of several rows; none for other tables.
pub fn long_table(table: &Table) -> Result<Option<Table>, Refusal> {
    let Some(spread) = Spread::of(table)? else { return Ok(None) };
    let found = told(&spread);
    let of = |what: Told| found.iter().find(|it| it.1 == what).map(|it| it.0);
    let Some(time) = of(Told::Time).filter(|_| found.iter().filter(|it| it.1 == Told::Time).count() == 1) else {
        return Err(Refusal::new(
            "expected years in one row of the header or in one column before the figures. Next step: give the table with \
             years, and nothing else called so",
        ));
    };
    let has_gaps = match time {
        (true, at) => spread.columns.iter().any(|it| it.get(at).is_none_or(String::is_empty)),
        (false, at) => spread.rows.iter().any(|it| it.keys.get(at).is_none_or(String::is_empty)),
    };
    if has_gaps {
        return Err(Refusal::new(
            "expected a year for every figure, found empty cells among the years. Next step: write the year beside each of them",
        ));
    }
    let days: BTreeSet<&str> =
        words(&spread, time).iter().filter_map(|it| it.rsplit_once('.')).map(|it| it.0).collect();
    if days.len() > 1 {
        let days: Vec<&str> = days.into_iter().collect();
        return Err(Refusal::new(format!(
            "expected one figure a year, found the days {}. Next step: keep the same day of every year",
            days.join(", ")
        )));
    }
    if let Some(at) = of(Told::Place).filter(|it| words(&spread, *it).len() > 1) {
        let places: Vec<&str> = words(&spread, at).into_iter().take(3).collect();
        return Err(Refusal::new(format!(
            "expected one place, found {}: {}, …. Next step: keep the rows of one place",
            words(&spread, at).len(),
            places.join(", ")
        )));
    }
    let subjects: Vec<At> = found.iter().filter(|it| it.1 == Told::Subject).map(|it| it.0).collect();
    let parts = subjects.iter().flat_map(|it| words(&spread, *it)).find(|it| is_part_of_year(it));
    if let Some(part) = parts {
        return Err(Refusal::new(format!(
            "expected figures of whole years, found `{}`. Next step: give the table by years",
            shown(part)
        )));
    }
    if spread.rows.len().saturating_mul(spread.columns.len()) > limits::ROWS {
        return Err(Refusal::new(format!("expected at most {} figures, found more", limits::ROWS)));
    }
    let title = spread.titles.get(1).or(spread.titles.first()).map_or("", |it| it.cell(0)).trim();
    let number = spread.titles.first().map_or("", |it| it.cell(0)).trim();
    let source = match days.first() {
        Some(day) if *day != "31.12" => format!("{number}, Stichtag {day}."),
        _ => number.to_owned(),
    };
    let same = found.iter().filter(|it| it.1 == Told::Same && it.0.0).flat_map(|it| words(&spread, it.0));
    let same = same.rev().find(|it| !is_dimension(it));
    // `Insgesamt` and `weiblich` name nothing without what is counted.
    let counted = same.or_else(|| {
        let is_sum = |it: &&str| fold(it) == "insgesamt" || fold(it) == "zusammen";
        subjects.iter().any(|it| words(&spread, *it).iter().any(is_sum)).then_some(title)
    });
    let mut rows = Vec::new();
    for row in &spread.rows {
        for (column, figure) in spread.columns.iter().zip(&row.cells) {
            let word = |(is_head, at): At| if is_head { column.get(at) } else { row.keys.get(at) };
            let text = |at: Option<At>| at.and_then(word).map_or("", |it| it.trim());
            let own: Vec<&str> = subjects.iter().map(|it| text(Some(*it))).filter(|it| !it.is_empty()).collect();
            let lead = counted.or(own.is_empty().then_some(title));
            let name = lead.into_iter().chain(own).collect::<Vec<_>>().join(", ");
            let year = year(text(Some(time))).map(|it| it.to_string()).unwrap_or_default();
            let cells = vec![name, text(of(Told::Unit)).to_owned(), year, figure.clone(), source.clone()];
            rows.push(Record { line: row.line, cells });
        }
    }
    Ok(Some(spread.as_table(&["Kennzahl", "Einheit", "Jahr", "Wert", "Quelle"], 3, rows, &[])))
}

fn told(spread: &Spread) -> Vec<(At, Told)> {
    let heads = spread.columns.first().map_or(0, Vec::len);
    let mut found: Vec<(At, Told)> = Vec::new();
    for at in (0..spread.keys.len()).map(|it| (false, it)).chain((0..heads).map(|it| (true, it))) {
        let words = words(spread, at);
        let all = |is: &dyn Fn(&str) -> bool| !words.is_empty() && words.iter().all(|it| is(it));
        let is_key = |it: &str| it == "DG" || (2..=12).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
        let is_named = !at.0 && found.last().is_some_and(|it| it.1 == Told::Key);
        let own = if all(&|it| year(it).is_some()) {
            Told::Time
        } else if is_named {
            Told::Place
        } else if !at.0 && all(&is_key) {
            Told::Key
        } else if at.0 && all(&is_unit) {
            Told::Unit
        } else if words.len() < 2 {
            Told::Same
        } else {
            Told::Subject
        };
        found.push((at, own));
    }
    found
}

fn words(spread: &Spread, (is_head, at): At) -> BTreeSet<&str> {
    match is_head {
        true => Spread::words(spread.columns.iter().filter_map(|it| it.get(at))),
        false => Spread::words(spread.rows.iter().filter_map(|it| it.keys.get(at))),
    }
}

/// The year of a word: `2024`, `2023/24`, `30.06.2024`.
fn year(word: &str) -> Option<u16> {
    let parts: Vec<&str> = word.trim().split('.').collect();
    let is_short = |it: &str| (1..=2).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    match parts.as_slice() {
        [day, month, year] if is_short(day) && is_short(month) => names::year(year),
        _ => names::year(word),
    }
}

/// Whether a word is a part of a year.
fn is_part_of_year(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "januar",
        "februar",
        "maerz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ];
    let folded = fold(word);
    MONTHS.contains(&folded.as_str())
        || folded.contains("quartal")
        || folded.contains("vierteljahr")
        || folded.contains("halbjahr")
}

/// Whether a word names what the words below it tell, and no figure.
fn is_dimension(word: &str) -> bool {
    ["stichtag", "jahr", "jahre", "zeit", "geschlecht", "nationalitaet", "altersgruppen", "insgesamt"]
        .contains(&fold(word).as_str())
}
