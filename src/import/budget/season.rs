//! Parts of a year in the headers of amounts (Quartale, Halbjahre, Monate): all of them together are the year, some are not.

use std::collections::BTreeSet;

use super::words::{self, Kind};
use crate::header::{fold, year, years_ahead};

/// Which part of a year a header names (Zeitraum).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    /// One of two, four or twelve equal ones.
    Part { of: usize, at: usize },
    /// From its beginning to some day, or nobody knows.
    Open,
}

const MONTHS: [&[&str]; 12] = [
    &["januar", "jan"],
    &["februar", "feb"],
    &["maerz", "mrz", "mar", "mae"],
    &["april", "apr"],
    &["mai"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "okt"],
    &["november", "nov"],
    &["dezember", "dez"],
];

/// Words that say of a day or month that it is the one of a print or a decision.
const OF_A_PRINT: [&str; 8] = ["stand", "beschluss", "beschlossen", "lesung", "vom", "entwurf", "fassung", "sitzung"];

fn tokens(name: &str) -> Vec<String> {
    name.split(|it: char| !it.is_alphanumeric()).map(fold).filter(|it| !it.is_empty()).collect()
}

/// The number of a part: `1`, `iv`.
fn number(word: &str) -> Option<usize> {
    ["1", "2", "3", "4"]
        .iter()
        .position(|it| *it == word)
        .or_else(|| ["i", "ii", "iii", "iv"].iter().position(|it| *it == word))
}

/// A quarter or half year in one word or two: `Q1`, `1. Quartal`, `Quartal IV`, `1. HJ`, `2. Halbjahr`, `H2`. With it how
/// many of the words it is.
fn part(words: &[String]) -> Option<(Season, usize)> {
    const NAMES: [(&str, usize); 7] =
        [("quartal", 4), ("vierteljahr", 4), ("quart", 4), ("halbjahr", 2), ("hj", 2), ("q", 4), ("h", 2)];
    let of = |word: &str| NAMES.iter().find(|it| it.0 == word).map(|it| it.1);
    let told = |of: usize, at: usize| (at < of).then_some(Season::Part { of, at });
    let glued = |word: &str| {
        NAMES.iter().find_map(|(name, count)| {
            let at = word.strip_prefix(name).or_else(|| word.strip_suffix(name)).and_then(number)?;
            told(*count, at)
        })
    };
    match words {
        [one, two, ..] if let Some(found) = number(one).zip(of(two)).and_then(|(at, of)| told(of, at)) => {
            Some((found, 2))
        }
        [one, two, ..] if let Some(found) = of(one).zip(number(two)).and_then(|(of, at)| told(of, at)) => {
            Some((found, 2))
        }
        [one, ..] => glued(one).map(|it| (it, 1)),
        [] => None,
    }
}

/// The part of a year that a header names, and the name without it.
fn split(name: &str) -> Option<(Season, String)> {
    // `Plan HJ+1` is the year after that of the budget, no half of it.
    if years_ahead(name).is_some() {
        return None;
    }
    let words = tokens(name);
    if words.iter().any(|it| ["kumuliert", "kum", "kumul", "ytd"].contains(&it.as_str())) {
        return Some((Season::Open, name.to_owned()));
    }
    if let Some((at, (season, count))) = (0..words.len()).find_map(|at| Some((at, part(words.get(at..)?)?))) {
        let rest = words.iter().enumerate().filter(|it| !(at..at + count).contains(&it.0)).map(|it| it.1.as_str());
        let rest: Vec<&str> = rest.collect();
        return Some((season, rest.join(" ")));
    }
    let is_printed = words.iter().any(|it| OF_A_PRINT.contains(&it.as_str()));
    // `DEZ-IV` is a department.
    let is_office = words.windows(2).any(|it| matches!(it, [dez, at] if dez == "dez" && at.len() < 4));
    let month = |word: &String| MONTHS.iter().position(|it| it.contains(&word.as_str())).filter(|_| !is_office);
    let months: Vec<usize> = words.iter().filter_map(month).collect();
    match months.as_slice() {
        [at] if !is_printed && !words.iter().any(|it| ["bis", "per", "zum", "ende"].contains(&it.as_str())) => {
            let rest: Vec<&str> = words.iter().filter(|it| month(it).is_none()).map(String::as_str).collect();
            Some((Season::Part { of: 12, at: *at }, rest.join(" ")))
        }
        [] => is_until(name, &words).then(|| (Season::Open, name.to_owned())),
        _ if is_printed => None,
        _ => Some((Season::Open, name.to_owned())),
    }
}

/// Whether a header of what was booked names a day before the end of its year: `Ist 30.06.2026`.
fn is_until(name: &str, words: &[String]) -> bool {
    let is_booked =
        words::kind_of(name) == Some(Kind::Actual) || words.iter().any(|it| words::kind_in(it).0 == Some(Kind::Actual));
    // `Ergebnis 2024 (Stand 03.03.2025)`: the year was over.
    day_in(words).is_some_and(|(day, month, of)| is_booked && year(name) == Some(of) && !is_last_day(day, month))
}

/// The first day among words, with its month and year.
fn day_in(words: &[String]) -> Option<(&str, &str, u16)> {
    let small = |it: &String, most: u16| it.len() <= 2 && it.parse::<u16>().is_ok_and(|it| (1..=most).contains(&it));
    words.windows(3).find_map(|it| match it {
        [day, month, of] if small(day, 31) && small(month, 12) && of.len() == 4 => {
            Some((&**day, &**month, of.parse().ok()?))
        }
        _ => None,
    })
}

fn is_last_day(day: &str, month: &str) -> bool {
    (day, month) == ("31", "12")
}

/// The part of a year that a header names.
pub fn season(name: &str) -> Option<Season> {
    split(name).map(|it| it.0)
}

/// The part of a year that a cell is, with nothing else in it but a year.
pub fn alone(cell: &str) -> Option<Season> {
    let is_year = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    split(cell).filter(|it| it.0 == Season::Open || it.1.is_empty() || is_year(&it.1)).map(|it| it.0)
}

/// A header without the part of a year that it names.
pub fn without(name: &str) -> Option<String> {
    split(name).map(|it| it.1)
}

/// What a title says of the time up to which figures go (Berichtszeitraum).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// In its words.
    pub text: String,
    /// Of which year.
    pub year: Option<u16>,
    /// Whether it is a quarter or half year; else a day.
    pub is_part: bool,
}

/// The period that a title names: `Finanzbericht 1. Halbjahr 2026`, `Stand 30.06.2026`.
pub fn period(title: &str) -> Option<Period> {
    let words = tokens(title);
    let told = (0..words.len()).find_map(|at| {
        let found = words.get(at..).unwrap_or_default();
        let (_, count) = part(found)?;
        let own = found.get(..count)?;
        own.iter().any(|it| it.contains("jahr") || it.contains("quart")).then(|| own.join(". "))
    });
    if let Some(text) = told {
        return Some(Period { text, year: year(title), is_part: true });
    }
    let (day, month, of) = day_in(&words)?;
    (!is_last_day(day, month)).then(|| Period { text: format!("{day}.{month}.{of}"), year: Some(of), is_part: false })
}

/// Whether parts are those of a year, each once.
pub fn is_whole(parts: &[Season]) -> bool {
    let distinct: BTreeSet<&Season> = parts.iter().collect();
    let [Season::Part { of, .. }, ..] = parts else { return false };
    let is_one = |it: &Season| matches!(it, Season::Part { of: own, .. } if own == of);
    parts.len() == *of && distinct.len() == *of && parts.iter().all(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_year_are_told_from_years_and_prints() {
        let part = |of, at| Some(Season::Part { of, at });
        for (name, expected) in [
            ("Plan Q1/2026", part(4, 0)),
            ("4. Quartal 2026", part(4, 3)),
            ("Ansatz IV. Vierteljahr", part(4, 3)),
            ("Plan 1. HJ 2026", part(2, 0)),
            ("Ertrag 2. Halbjahr 2026", part(2, 1)),
            ("Plan Juni 2026", part(12, 5)),
            ("Ist Jan - Jun 2026", Some(Season::Open)),
            ("Ist bis Juni 2026", Some(Season::Open)),
            ("Ist 30.06.2026", Some(Season::Open)),
            ("Ist 2026 kumuliert", Some(Season::Open)),
            ("Ist 31.12.2025", None),
            ("Ergebnis 2024 (Stand 03.03.2025)", None),
            ("Ansatz 2026 (Stand 15.11.2025)", None),
            ("Ansatz 2026 Stand November 2025", None),
            ("Ansatz HJ 2026", None),
            ("01.01.2017", None),
            ("Ertrag 2026", None),
            ("Dezernat", None),
            ("DEZ-IV", None),
            ("Aufwand Dez. 3 2026", None),
        ] {
            assert_eq!(season(name), expected, "{name}");
        }
        assert_eq!(without("Plan Q1/2026").as_deref(), Some("plan 2026"));
    }
}
