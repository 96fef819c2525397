//! Tables of people from the statistical offices (GENESIS-Online, Regionaldatenbank, Landesdatenbanken): years, sexes,
//! nationalities and ages stand in any rows of the header or columns before the figures, and become one long table.
//!
//! What tells people apart and is none of these is refused by its words: nobody is counted twice for want of a name.

use std::collections::BTreeMap;

use super::labels::{Sex, is_sum, labelled, sex, stand_year};
use crate::header::fold;
use crate::limits;
use crate::report::{Refusal, shown};
use crate::spread::Spread;
use crate::table::{Record, Table};

/// What the words of a row of the header, or of a column of keys, tell (Merkmal).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    /// The day of the count.
    Day,
    /// Ages and groups of them.
    Age,
    /// Women, men, everybody.
    Sex,
    /// Germans, foreigners, everybody.
    Nation,
    /// Keys of places (amtliche Schlüssel).
    Key,
    /// Towns, districts.
    Place,
    /// The same for every figure, or nothing.
    Same,
    /// What was not understood.
    Other,
}

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// A row of the header.
    Head(usize),
    /// A column before the figures.
    Key(usize),
}

/// The long table of people in place of one with a header of several rows; none for other tables.
pub fn long_table(table: &Table) -> Result<Option<Table>, Refusal> {
    let Some(spread) = Spread::of(table)? else { return Ok(None) };
    let found = told(&spread)?;
    let of = |what: Told| found.iter().find(|it| it.1 == what).map(|it| it.0);
    if let Some((at, _)) = found.iter().find(|it| it.1 == Told::Other) {
        return Err(Refusal::new(format!(
            "{} tells people apart and was not understood: {}. Next step: keep the rows and columns that count everybody once, \
             by day, sex, nationality and age",
            place_of(&spread, *at),
            listed(&spread, *at)
        )));
    }
    if let Some(at) = of(Told::Place).filter(|it| words(&spread, *it).len() > 1) {
        return Err(Refusal::new(format!(
            "expected one town, found {} places: {}. Next step: keep the rows of one place",
            words(&spread, at).len(),
            listed(&spread, at)
        )));
    }
    everybody(&spread, &found)?;
    let Some(ages) = of(Told::Age) else {
        return Err(Refusal::new(format!(
            "expected ages in the header or before the figures, found none in this table ({}). Next step: give the table by \
             groups of ages",
            shown(spread.titles.first().map_or("", |it| it.cell(0)))
        )));
    };
    if let Some(at) = of(Told::Nation) {
        let words = words(&spread, at);
        let has = |german: bool| words.iter().any(|it| nation(it) == Some(german));
        let is_everybody = has(true) && has(false) || words.iter().any(|it| is_sum(it));
        if !is_everybody {
            return Err(Refusal::new(format!(
                "expected everybody, found {} alone. Next step: give the table of all nationalities",
                listed(&spread, at)
            )));
        }
    }
    let titles: Vec<String> = spread.titles.iter().flat_map(|it| it.cells.clone()).collect();
    let titled = super::labels::titled_year(&titles).map(|it| it.to_string());
    let day = of(Told::Day);
    if let Some(at) = [day, Some(ages)].into_iter().flatten().find(|it| has_gaps(&spread, *it)) {
        return Err(Refusal::new(format!(
            "{} does not tell the day or the age of every figure ({}). Next step: write its word beside each of them",
            place_of(&spread, at),
            listed(&spread, at)
        )));
    }
    if let Some(found) = day.and_then(|it| words(&spread, it).into_iter().find(|it| stand_year(it).is_none())) {
        return Err(Refusal::new(format!(
            "expected people at the end of a year, found the count of `{}`. Next step: give the table of 31.12.",
            shown(found)
        )));
    }
    if day.is_none() && titled.is_none() {
        return Err(Refusal::new(
            "expected the day of the count in the header, before the figures or in a title, found none. Next step: write \
             31.12. and the year above the table",
        ));
    }
    if spread.rows.len().saturating_mul(spread.columns.len()) > limits::ROWS {
        return Err(Refusal::new(format!("expected at most {} figures of people, found more", limits::ROWS)));
    }
    let mut rows = Vec::new();
    for row in &spread.rows {
        for (column, figure) in spread.columns.iter().zip(&row.cells) {
            let word = |at: At| match at {
                At::Head(at) => column.get(at),
                At::Key(at) => row.keys.get(at),
            };
            let text = |at: Option<At>| at.and_then(word).cloned().unwrap_or_default();
            let year = day.map_or_else(|| titled.clone().unwrap_or_default(), |it| text(Some(it)));
            let cells = vec![year, text(Some(ages)), text(of(Told::Sex)), text(of(Told::Nation)), figure.clone()];
            rows.push(Record { line: row.line, cells });
        }
    }
    let header = ["Stichtag", "Alter", "Geschlecht", "Staatsangehörigkeit", "Anzahl"];
    // Units such as `1000` stand in a row of their own.
    let same = found.iter().filter(|it| it.1 == Told::Same).flat_map(|it| words(&spread, it.0));
    let units: Vec<String> =
        same.map(|it| if fold(it) == "1000" { format!("in {it}") } else { it.to_owned() }).collect();
    Ok(Some(spread.as_table(&header, 4, rows, &units)))
}

/// Refuses what does not count everybody: tables of events or of some people, by their titles and by words that stand above
/// every figure.
fn everybody(spread: &Spread, found: &[(At, Told)]) -> Result<(), Refusal> {
    const SOME: [&str; 17] = [
        "gestorben",
        "sterbef",
        "lebendgeb",
        "geburten",
        "zuzueg",
        "fortzueg",
        "zuzug",
        "fortzug",
        "wanderung",
        "beschaeftigt",
        "erwerbs",
        "arbeitslos",
        "schueler",
        "empfaenger",
        "beduerftig",
        "eheschl",
        "scheidung",
    ];
    const ALL: [&str; 5] = ["bevoelkerung", "einwohner", "personen", "population", "people"];
    const HEADS: [&str; 12] = [
        "anzahl",
        "stichtag",
        "geschlecht",
        "nationalitaet",
        "staatsangehoerigkeit",
        "alter",
        "altersgruppe",
        "altersgruppen",
        "altersjahre",
        "jahr",
        "1000",
        "in1000",
    ];
    let titles: Vec<&str> = spread.titles.iter().map(|it| it.cell(0)).collect();
    let same = found.iter().filter(|it| it.1 == Told::Same);
    let heads: Vec<&str> = same.filter(|it| matches!(it.0, At::Head(_))).flat_map(|it| words(spread, it.0)).collect();
    let refused = |found: &str| {
        Err(Refusal::new(format!(
            "expected everybody who lives in a town, found `{}`. Next step: give the table of the population by age",
            shown(found)
        )))
    };
    let has_nations = found.iter().any(|it| it.1 == Told::Nation);
    let is_some = |it: &str| {
        let folded = fold(it);
        SOME.iter().any(|word| folded.contains(word)) || !has_nations && folded.contains("auslaend")
    };
    if let Some(some) = titles.iter().chain(&heads).find(|it| is_some(it)) {
        return refused(some);
    }
    // 12411 is the number of the current count of the population.
    let counts = |it: &str| it.contains("12411") || ALL.iter().any(|word| fold(it).contains(word));
    let is_known = |it: &str| HEADS.contains(&fold(it).as_str()) || is_sum(it) || counts(it);
    if let Some(unknown) = heads.iter().find(|it| !is_known(it)) {
        return refused(unknown);
    }
    match titles.first() {
        Some(title) if !titles.iter().chain(&heads).any(|it| counts(it)) => refused(titles.get(1).unwrap_or(title)),
        _ => Ok(()),
    }
}

/// What each row of the header and each column before the figures tells. Refuses what is told twice.
fn told(spread: &Spread) -> Result<Vec<(At, Told)>, Refusal> {
    let heads = spread.columns.first().map_or(0, Vec::len);
    let all = (0..spread.keys.len()).map(At::Key).chain((0..heads).map(At::Head));
    let mut found: Vec<(At, Told)> = Vec::new();
    for at in all {
        // Names stand right of their keys.
        let is_named = found.last().is_some_and(|it| it.1 == Told::Key);
        let own = match (at, kind(spread, at)) {
            (At::Key(_), Told::Other | Told::Same) if is_named => Told::Place,
            (_, own) => own,
        };
        found.push((at, own));
    }
    let mut seen: BTreeMap<Told, At> = BTreeMap::new();
    for (at, own) in found.iter().filter(|it| ![Told::Same, Told::Key, Told::Place, Told::Other].contains(&it.1)) {
        if let Some(first) = seen.insert(*own, *at) {
            return Err(Refusal::new(format!(
                "{} and {} tell the same of people ({}; {}). Next step: keep one of them",
                place_of(spread, first),
                place_of(spread, *at),
                listed(spread, first),
                listed(spread, *at)
            )));
        }
    }
    Ok(found)
}

fn words(spread: &Spread, at: At) -> Vec<&str> {
    match at {
        At::Head(at) => Spread::words(spread.columns.iter().filter_map(|it| it.get(at))).into_iter().collect(),
        At::Key(at) => Spread::words(spread.rows.iter().filter_map(|it| it.keys.get(at))).into_iter().collect(),
    }
}

/// Whether some figures have no word there.
fn has_gaps(spread: &Spread, at: At) -> bool {
    match at {
        At::Head(at) => spread.columns.iter().any(|it| it.get(at).is_none_or(String::is_empty)),
        At::Key(at) => spread.rows.iter().any(|it| it.keys.get(at).is_none_or(String::is_empty)),
    }
}

fn kind(spread: &Spread, at: At) -> Told {
    let words = words(spread, at);
    let all = |is: &dyn Fn(&str) -> bool| words.iter().all(|it| is(it) || is_sum(it));
    let any = |is: &dyn Fn(&str) -> bool| words.iter().any(|it| is(it));
    let is_day = |it: &str| date(it);
    let is_age = |it: &str| labelled(it).is_some();
    let is_sex = |it: &str| matches!(sex(it), Some(Sex::Women | Sex::Men));
    let is_nation = |it: &str| nation(it).is_some();
    let is_key = |it: &str| it == "DG" || (2..=12).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    let is_kept_key =
        matches!(at, At::Key(_)) && words.iter().any(|it| it.len() >= 5 || it.starts_with('0') && it.len() > 1);
    if !words.is_empty() && words.iter().all(|it| is_day(it)) {
        Told::Day
    } else if is_kept_key && words.iter().all(|it| is_key(it)) {
        Told::Key
    } else if any(&is_age) && all(&is_age) {
        Told::Age
    } else if any(&is_sex) && all(&is_sex) {
        Told::Sex
    } else if any(&is_nation) && all(&is_nation) {
        Told::Nation
    } else if words.len() < 2 {
        Told::Same
    } else {
        Told::Other
    }
}

/// A year, or a day of one: `31.12.2024`, `15.05.2022`.
fn date(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let is_short = |it: &str| (1..=2).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    let is_day = matches!(parts.as_slice(), [day, month, year] if is_short(day) && is_short(month) && stand_year(year).is_some());
    is_day || stand_year(word).is_some()
}

/// Whether a word tells a nationality, and which: Germans (true) or all others.
fn nation(word: &str) -> Option<bool> {
    let folded = fold(word);
    let is_other = ["auslaend", "nichtdeutsch"].iter().any(|it| folded.starts_with(it));
    is_other
        .then_some(false)
        .or_else(|| ["deutsche", "deutscher", "deutsch"].contains(&folded.as_str()).then_some(true))
}

fn place_of(spread: &Spread, at: At) -> String {
    match at {
        At::Head(at) => format!("row {} of the header that ends in line {}", at + 1, spread.line),
        At::Key(at) => format!("column {}", at + 1),
    }
}

/// The first few words, as a refusal shows them.
fn listed(spread: &Spread, at: At) -> String {
    const MOST: usize = 4;
    let words = words(spread, at);
    let told: Vec<String> = words.iter().take(MOST).map(|it| format!("`{}`", shown(it))).collect();
    if words.len() > MOST { format!("{}, …", told.join(", ")) } else { told.join(", ") }
}
