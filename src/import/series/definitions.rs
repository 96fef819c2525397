//! What is known about definitions (Definitionsbrüche): which changed, and which series must not be mixed.
//!
//! The rules are data, `definitions.csv`: `version` names a definition by words in id or name; `update` is a change by
//! the publisher that cannot be seen in the years of the values; `break` a year from which on another thing is counted;
//! `apart` two series (`*` stands for the same stem) that must not be joined; `note` what else a reader must know.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::names::years_told;
use super::values::{Kind, Series};
use super::warning::{About, Warning};

/// One line of `definitions.csv`.
#[derive(Clone, Debug, Deserialize)]
struct Rule {
    rule: Sort,
    words: String,
    other: String,
    place: String,
    year: Option<u16>,
    message: String,
    source: String,
}

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Sort {
    Version,
    Update,
    Break,
    Apart,
    Note,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(include_str!("definitions.csv").as_bytes());
    reader.deserialize().filter_map(Result::ok).collect()
});

impl Rule {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.split('|')
    }

    /// Whether one of its words stands in id or name.
    fn speaks_of(&self, id: &str, name: &str) -> bool {
        let text = format!("{id} {name}").to_lowercase();
        self.words().any(|word| text.contains(word))
    }

    /// Whether it holds where the series come from.
    fn holds_in(&self, place: &str) -> bool {
        place.contains(&self.place)
    }

    fn told(&self, subject: &str) -> String {
        format!("{subject}: {} ({})", self.message, self.source)
    }
}

/// Version of a definition by its words, `1` where nothing is known.
pub fn version(id: &str, name: &str) -> String {
    let known = RULES.iter().find(|rule| rule.rule == Sort::Version && rule.speaks_of(id, name));
    known.map_or_else(|| "1".to_owned(), |rule| rule.other.clone())
}

/// What must be known about these series; `origin` is the shape and name of the file they stand in.
pub fn told(series: &[Series], origin: &str) -> Vec<Warning> {
    let mut found = Vec::new();
    let origin = origin.to_lowercase();
    // Regions repeat the same series: one warning is enough.
    let mut ids = BTreeSet::new();
    let seen: Vec<&Series> = series.iter().filter(|it| ids.insert(it.id.as_str())).collect();
    for rule in RULES.iter() {
        let subjects: Vec<String> = match rule.rule {
            Sort::Version => continue,
            Sort::Update => named(&seen, |it| rule.speaks_of(&it.id, &it.name)),
            Sort::Break => named(&seen, |it| rule.words().any(|word| word == it.id) && here(rule, it, &origin)),
            Sort::Note => named(&seen, |it| rule.words().any(|word| word == it.id) && here(rule, it, &origin)),
            Sort::Apart => pairs(&ids, rule),
        };
        if !subjects.is_empty() {
            let about = match rule.rule {
                Sort::Apart => About::NotMixed,
                Sort::Note => About::Note,
                _ => About::DefinitionBreak,
            };
            found.push(Warning::new(about, None, rule.told(&subjects.join(", "))));
        }
    }
    found.extend(versions(&seen));
    found.extend(seen.iter().filter_map(|it| gaps(it)));
    found
}

fn named(series: &[&Series], is_meant: impl Fn(&Series) -> bool) -> Vec<String> {
    series.iter().filter(|it| is_meant(it)).map(|it| it.id.clone()).collect()
}

/// A rule for a place holds there only; one with a year needs values on both sides of it.
fn here(rule: &Rule, series: &Series, origin: &str) -> bool {
    let mut place = format!("{origin} {} {}", series.name, series.definition.source).to_lowercase();
    for point in &series.points {
        place.push_str(&point.source.to_lowercase());
    }
    let is_crossed = rule.year.is_none_or(|year| {
        series.points.iter().any(|it| it.year < year) && series.points.iter().any(|it| it.year >= year)
    });
    rule.holds_in(&place) && is_crossed
}

/// Ids that a rule keeps apart and that both stand in the file.
fn pairs(ids: &BTreeSet<&str>, rule: &Rule) -> Vec<String> {
    let has = |id: &str| ids.contains(id);
    match rule.other.strip_prefix('*') {
        Some(suffix) => ids
            .iter()
            .filter_map(|id| id.strip_suffix(suffix).filter(|stem| has(stem)).map(|stem| (stem, id)))
            .map(|(stem, other)| format!("{stem} and {other}"))
            .collect(),
        None if has(&rule.words) && has(&rule.other) => vec![format!("{} and {}", rule.words, rule.other)],
        None => Vec::new(),
    }
}

/// Two known versions of the same thing in one file.
fn versions(series: &[&Series]) -> Option<Warning> {
    let of = |version: &str| named(series, |it| it.definition.version == version);
    let opposed = [("pm10", "pm2.5"), ("50 mbit/s", "100 mbit/s"), ("with plug-in hybrids", "without plug-in hybrids")];
    let both: Vec<String> = opposed
        .iter()
        .map(|(one, other)| (of(one), of(other)))
        .filter(|(one, other)| !one.is_empty() && !other.is_empty())
        .map(|(one, other)| format!("{} and {}", one.join(", "), other.join(", ")))
        .collect();
    (!both.is_empty()).then(|| {
        let message = format!("{}: two definitions of one subject, never one series", both.join("; "));
        Warning::new(About::NotMixed, None, message)
    })
}

/// Years without a value between the first and the last one of a measured series.
fn gaps(series: &Series) -> Option<Warning> {
    let missing = series.gaps();
    let is_told = series.kind == Kind::Actual && !missing.is_empty();
    is_told.then(|| Warning::new(About::Gap, None, format!("{}: no value for {}", series.id, years_told(&missing))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line that cannot be read would vanish silently.
    #[test]
    fn every_line_is_a_rule() {
        let lines = include_str!("definitions.csv").lines().count() - 1;
        assert_eq!(RULES.len(), lines);
        assert!(RULES.iter().all(|rule| rule.rule == Sort::Version || !rule.source.is_empty()));
    }
}
