//! What makes a file of the right shape no budget (kein Haushalt): a list of changes, and rows that count things instead of
//! euros.

use std::collections::HashSet;

use super::reader::Reader;
use crate::header::fold;
use crate::report::shown;
use crate::table::Record;

/// Titles of lists of changes: their rows are those that differ, or the differences.
const CHANGES: [&str; 7] = [
    "aenderungsliste",
    "veraenderungsliste",
    "aenderungsverzeichnis",
    "veraenderungsnachweis",
    "aenderungsnachweis",
    "aenderungsantraege",
    "aenderungsantrag",
];

/// Beginnings of headings over rows that count things.
const FIGURES: [&str; 12] = [
    "kennzahl",
    "zieleundkennzahl",
    "grundzahl",
    "leistungsdaten",
    "leistungszahl",
    "leistungsmenge",
    "leistungskennzahl",
    "strukturdaten",
    "statistische",
    "fallzahl",
    "mengendaten",
    "mengengeruest",
];

/// Why the sums of a file are none of a budget, each with the next step.
pub fn unlike(reader: &Reader<'_>) -> Vec<String> {
    [of_changes(&reader.header.above), of_figures(reader)].into_iter().flatten().collect()
}

/// A title that speaks of a list of changes.
fn of_changes(title: &str) -> Option<String> {
    let folded = fold(title);
    let word = CHANGES.iter().find(|it| folded.contains(**it))?;
    Some(format!(
        "the title speaks of a list of changes (`{}`, {word}): its rows are those that differ, and no whole budget. Next \
         step: give the budget itself",
        shown(title.trim())
    ))
}

/// Amounts below a heading of key figures, in a table that does not say by its rows what is money.
fn of_figures(reader: &Reader<'_>) -> Option<String> {
    if reader.is_scheme {
        return None;
    }
    let holds = |it: &&Record| {
        reader.figures.contains(&it.line) && reader.amounts.iter().any(|(column, ..)| !it.cell(column.at).is_empty())
    };
    let first = reader.body().find(holds)?;
    Some(format!(
        "the rows from line {} on stand below a heading of key figures (Kennzahlen), which are no euros. Next step: delete \
         these rows, or the heading if they are amounts",
        first.line
    ))
}

/// Lines below a heading of key figures, up to the next heading.
pub fn figures(reader: &Reader<'_>) -> HashSet<u64> {
    let is_bare = |it: &Record| reader.amounts.iter().all(|(column, ..)| it.cell(column.at).is_empty());
    let mut is_below = false;
    let mut found = HashSet::new();
    for record in reader.body() {
        if let Some(heading) = record.cells.iter().find(|it| !it.is_empty()).filter(|_| is_bare(record)) {
            let folded = fold(heading);
            is_below = FIGURES.iter().any(|it| folded.starts_with(it));
        } else if is_below {
            found.insert(record.line);
        }
    }
    found
}

/// Whether a cell says that its row counts things: `Anzahl der Schülerinnen`, `Zahl der Klassen`.
pub fn counts_things(cell: &str) -> bool {
    let mut words = cell.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(fold);
    match (words.next().as_deref(), words.next().as_deref()) {
        (Some("anzahl"), _) => true,
        (Some("zahl"), Some("der" | "an")) => true,
        _ => false,
    }
}
