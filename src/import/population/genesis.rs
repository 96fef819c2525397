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

/// A table of people whose rows and columns are understood.
struct Understood<'a> {
    spread: &'a Spread,
    found: Vec<(At, Told)>,
    /// The year that a title tells, where nothing beside the figures does.
    titled: String,
}

/// One figure, and what is told of it.
struct Figure<'a> {
    line: u64,
    year: &'a str,
    age: &'a str,
    sex: &'a str,
    nation: &'a str,
    persons: &'a str,
}

/// The long table of people in place of one with a header of several rows; one of totals where it has no ages, and none for
/// other tables.
pub fn long_table(table: &Table) -> Result<Option<Table>, Refusal> {
    let Some(spread) = Spread::of(table)? else { return Ok(None) };
    let own = Understood::of(&spread)?;
    // Units such as `1000` stand in a row of their own.
    let same = own.found.iter().filter(|it| it.1 == Told::Same).flat_map(|it| words(&spread, it.0));
    let units: Vec<String> =
        same.map(|it| if fold(it) == "1000" { format!("in {it}") } else { it.to_owned() }).collect();
    if own.at(Told::Age).is_none() {
        let header = ["Stichtag", "Insgesamt", "männlich", "weiblich"];
        return Ok(Some(spread.as_table(&header, 1, own.totals()?, &units)));
    }
    let cells = |it: Figure<'_>| [it.year, it.age, it.sex, it.nation, it.persons].map(str::to_owned).to_vec();
    let rows = own.figures().map(|it| Record { line: it.line, cells: cells(it) }).collect();
    let header = ["Stichtag", "Alter", "Geschlecht", "Staatsangehörigkeit", "Anzahl"];
    Ok(Some(spread.as_table(&header, 4, rows, &units)))
}

impl<'a> Understood<'a> {
    /// Refuses what may count some people twice, or not all of them.
    fn of(spread: &'a Spread) -> Result<Self, Refusal> {
        let found = told(spread)?;
        let titles: Vec<String> = spread.titles.iter().flat_map(|it| it.cells.clone()).collect();
        let titled = super::labels::titled_year(&titles).map(|it| it.to_string()).unwrap_or_default();
        let own = Self { spread, found, titled };
        own.one_place()?;
        everybody(spread, &own.found)?;
        own.all_nations()?;
        own.end_of_year()?;
        match spread.rows.len().saturating_mul(spread.columns.len()) > limits::ROWS {
            true => Err(Refusal::new(format!("expected at most {} figures of people, found more", limits::ROWS))),
            false => Ok(own),
        }
    }

    /// Where something is told.
    fn at(&self, what: Told) -> Option<At> {
        self.found.iter().find(|it| it.1 == what).map(|it| it.0)
    }

    fn one_place(&self) -> Result<(), Refusal> {
        if let Some(at) = self.at(Told::Other) {
            return Err(Refusal::new(format!(
                "{} tells people apart and was not understood: {}. Next step: keep the rows and columns that count everybody \
                 once, by day, sex, nationality and age",
                place_of(self.spread, at),
                listed(self.spread, at)
            )));
        }
        match self.at(Told::Place).filter(|it| words(self.spread, *it).len() > 1) {
            None => Ok(()),
            Some(at) => Err(Refusal::new(format!(
                "expected one town, found {} places: {}. Next step: keep the rows of one place",
                words(self.spread, at).len(),
                listed(self.spread, at)
            ))),
        }
    }

    fn all_nations(&self) -> Result<(), Refusal> {
        let Some(at) = self.at(Told::Nation) else { return Ok(()) };
        let words = words(self.spread, at);
        let has = |german: bool| words.iter().any(|it| nation(it) == Some(german));
        if has(true) && has(false) || words.iter().any(|it| is_sum(it)) {
            return Ok(());
        }
        Err(Refusal::new(format!(
            "expected everybody, found {} alone. Next step: give the table of all nationalities",
            listed(self.spread, at)
        )))
    }

    fn end_of_year(&self) -> Result<(), Refusal> {
        let (day, ages) = (self.at(Told::Day), self.at(Told::Age));
        if let Some(at) = [day, ages].into_iter().flatten().find(|it| has_gaps(self.spread, *it)) {
            return Err(Refusal::new(format!(
                "{} does not tell the day or the age of every figure ({}). Next step: write its word beside each of them",
                place_of(self.spread, at),
                listed(self.spread, at)
            )));
        }
        let other = day.and_then(|it| words(self.spread, it).into_iter().find(|it| stand_year(it).is_none()));
        if let Some(found) = other {
            return Err(Refusal::new(format!(
                "expected people at the end of a year, found the count of `{}`. Next step: give the table of 31.12.",
                shown(found)
            )));
        }
        if day.is_none() && self.titled.is_empty() {
            return Err(Refusal::new(
                "expected the day of the count in the header, before the figures or in a title, found none. Next step: write \
                 31.12. and the year above the table",
            ));
        }
        Ok(())
    }

    fn figures(&self) -> impl Iterator<Item = Figure<'_>> {
        let [day, age, sex, nation] = [Told::Day, Told::Age, Told::Sex, Told::Nation].map(|it| self.at(it));
        self.spread.rows.iter().flat_map(move |row| {
            self.spread.columns.iter().zip(&row.cells).map(move |(column, persons)| {
                let text = |at: Option<At>| {
                    let word = match at {
                        Some(At::Head(at)) => column.get(at),
                        Some(At::Key(at)) => row.keys.get(at),
                        None => None,
                    };
                    word.map_or("", String::as_str)
                };
                let year = if day.is_some() { text(day) } else { &self.titled };
                Figure { line: row.line, year, age: text(age), sex: text(sex), nation: text(nation), persons }
            })
        })
    }

    /// Everybody, men and women of each year, where nothing tells ages.
    fn totals(&self) -> Result<Vec<Record>, Refusal> {
        let mut found: BTreeMap<&str, (u64, [&str; 3])> = BTreeMap::new();
        for figure in self.figures().filter(|it| it.nation.is_empty() || is_sum(it.nation)) {
            let (_, own) = found.entry(figure.year).or_insert((figure.line, [""; 3]));
            let place = match sex(figure.sex) {
                Some(Sex::Men) => own.get_mut(1),
                Some(Sex::Women) => own.get_mut(2),
                Some(Sex::All) | None => own.first_mut(),
            };
            match place {
                Some(place) if place.is_empty() => *place = figure.persons,
                _ => return Err(Refusal::new(format!("line {}: a second total of {}", figure.line, figure.year))),
            }
        }
        if found.is_empty() || found.values().any(|it| it.1.first().is_none_or(|it| it.is_empty())) {
            return Err(Refusal::new(
                "expected ages, or everybody in one figure a year, found neither. Next step: give the table by groups of ages",
            ));
        }
        let row = |(year, (line, [all, men, women])): (&str, (u64, [&str; 3]))| Record {
            line,
            cells: [year, all, men, women].map(str::to_owned).to_vec(),
        };
        Ok(found.into_iter().map(row).collect())
    }
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
