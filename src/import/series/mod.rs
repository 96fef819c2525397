//! Indicators (Kennzahlen): files of several shapes in, one series per definition out, never mixed, never continued.

mod definitions;
mod klimawatch;
mod konstanz;
mod read;
mod table;
mod units;
mod wegweiser;

use serde::Serialize;

use super::sheet::Form;

pub use konstanz::{Described, Schema};
pub use read::indicators;
pub use units::{Unit, unit};
use wegweiser::wegweiser;

/// First and last year that a series may speak of; anything else in a column of years is a mistake.
pub const YEARS: (u16, u16) = (1800, 2200);

/// A value so many times its neighbour within so many years cannot be right unless something else is counted.
const JUMP: (f64, u16) = (8.0, 3);

/// What a value is (Art des Werts).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Measured or counted (Ist).
    Actual,
    /// Decided or budgeted (Plan, Ansatz, Ziel).
    Plan,
    /// Computed ahead by a statistical body (Prognose).
    Forecast,
}

/// What a series is to the others of its file (Rolle).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A figure of its own.
    Single,
    /// Printed sum of the parts beside it: never added to them.
    Total,
    /// Part of the total beside it.
    Part,
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Year it stands for.
    pub year: u16,
    /// In the unit of its series.
    pub value: f64,
    /// Word of the source for how firm it is, such as `official`; empty where it says nothing.
    pub basis: String,
    /// Source or note of the row, possibly empty.
    pub source: String,
    /// Line of the file, none in JSON.
    pub line: Option<u64>,
}

/// Values of one thing in one unit under one definition (Zeitreihe), years rising.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    /// Key within the file; plans and later definitions have one of their own.
    pub id: String,
    /// Name in the words of the source.
    pub name: String,
    /// Unit in the words of the source, empty where it gives none.
    pub unit: String,
    /// Place it speaks of, where the file has several.
    pub region: Option<Region>,
    /// Actual, plan or forecast; a series never holds two.
    pub kind: Kind,
    /// Whether it is a sum of others.
    pub role: Role,
    /// What is counted.
    pub definition: Definition,
    /// Values.
    pub points: Vec<Point>,
}

/// A place of a statistical service (Gebietskörperschaft).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Region {
    /// Official key (AGS or ARS).
    pub key: String,
    /// Name.
    pub name: String,
}

/// What exactly a series counts (Definition). Values of different versions are different things.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// Version: a known one such as `pm2.5`, else the number within the file.
    pub version: String,
    /// Calculation or description in the words of the source.
    pub text: String,
    /// Who publishes it.
    pub source: String,
}

/// What a warning is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A definition that changed, here or in general.
    DefinitionBreak,
    /// Series that must not be joined or compared.
    NotMixed,
    /// Years without a value.
    Gap,
    /// Parts and printed total disagree.
    Total,
    /// A level that cannot be right.
    Implausible,
    /// Two values for one year.
    Duplicate,
    /// Not about this town.
    NotLocal,
    /// How the file was understood.
    Reading,
    /// What else is known about a series.
    Note,
}

/// What a reader must know before using a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Subject.
    pub about: About,
    /// Line of the file, where there is one.
    pub line: Option<u64>,
    /// The matter in words.
    pub message: String,
}

impl Warning {
    fn new(about: About, line: Option<u64>, message: impl Into<String>) -> Self {
        Self { about, line, message: message.into() }
    }
}

/// A row or value that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Line of the file; in JSON none.
    pub line: Option<u64>,
    /// Why, with what was expected and found.
    pub reason: String,
}

/// What a file of indicators held (Bericht).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Indicators {
    /// Shape of the file.
    pub format: &'static str,
    /// Every series.
    pub series: Vec<Series>,
    /// Rows (in JSON values) read.
    pub rows: usize,
    /// Rows or values left out.
    pub skipped: Vec<Skipped>,
    /// What to know.
    pub warnings: Vec<Warning>,
    /// Year that a source marks as the base of its budget (klimawatch: `last_emissions`).
    pub base_year: Option<u16>,
    /// How the table was read; none for JSON.
    pub form: Option<Form>,
}

impl Indicators {
    fn new(format: &'static str) -> Self {
        Self {
            format,
            series: Vec::new(),
            rows: 0,
            skipped: Vec::new(),
            warnings: Vec::new(),
            base_year: None,
            form: None,
        }
    }

    fn skip(&mut self, line: Option<u64>, reason: impl Into<String>) {
        self.skipped.push(Skipped { line, reason: reason.into() });
    }

    fn warn(&mut self, about: About, line: Option<u64>, message: impl Into<String>) {
        self.warnings.push(Warning::new(about, line, message));
    }

    /// Sorts every series by year and keeps the first of two values for a year; every comparison comes after it.
    fn sort(&mut self) {
        let mut warnings = Vec::new();
        for series in &mut self.series {
            series.points.sort_by_key(|point| point.year);
            let mut kept: Vec<Point> = Vec::new();
            let mut doubled: Vec<(u16, f64, Point)> = Vec::new();
            for point in series.points.drain(..) {
                match kept.last() {
                    Some(last) if last.year == point.year => doubled.push((last.year, last.value, point)),
                    _ => kept.push(point),
                }
            }
            series.points = kept;
            if let Some((year, first, point)) = doubled.first() {
                let more = if doubled.len() > 1 { format!(", {} more rows", doubled.len() - 1) } else { String::new() };
                let message = format!(
                    "{}: expected one value for {year}, found {first} and {}{more}; the first is kept",
                    series.id, point.value
                );
                warnings.push(Warning::new(About::Duplicate, point.line, message));
            }
            self.skipped.extend(doubled.into_iter().map(|(year, _, point)| Skipped {
                line: point.line,
                reason: format!("second value of {} for {year}", series.id),
            }));
        }
        self.series.retain(|series| !series.points.is_empty());
        self.warnings.extend(warnings);
    }

    /// Tells jumps, gaps, and what must not be mixed, of sorted series.
    fn finish(mut self, name: &str) -> Self {
        let jumps = self.series.iter().filter(|it| it.kind == Kind::Actual).flat_map(|series| {
            series.jumps().into_iter().map(|(one, next)| {
                let message = format!(
                    "{}: {} in {} and {} in {}: check unit and decimal sign",
                    series.id, one.value, one.year, next.value, next.year
                );
                Warning::new(About::Implausible, next.line, message)
            })
        });
        self.warnings.extend(jumps.collect::<Vec<Warning>>());
        let told = definitions::told(&self.series, &format!("{} {name}", self.format));
        self.warnings.extend(told);
        self
    }
}

impl Series {
    /// Value of a year.
    pub fn value(&self, year: u16) -> Option<f64> {
        self.points.iter().find(|point| point.year == year).map(|point| point.value)
    }

    /// Years missing between the first and the last one.
    pub fn gaps(&self) -> Vec<u16> {
        let pairs = self.points.iter().zip(self.points.iter().skip(1));
        pairs.flat_map(|(one, next)| one.year.saturating_add(1)..next.year).collect()
    }

    /// Neighbouring values of which one is many times the other: a thousand too much or too little.
    fn jumps(&self) -> Vec<(&Point, &Point)> {
        let pairs = self.points.iter().zip(self.points.iter().skip(1));
        pairs
            .filter(|(one, next)| {
                let (small, large) = (one.value.abs().min(next.value.abs()), one.value.abs().max(next.value.abs()));
                next.year - one.year <= JUMP.1 && small > 0.0 && large >= JUMP.0 * small
            })
            .collect()
    }

    /// The same values in a unit without thousands or millions: `1.000 t CO2` becomes `t CO2`.
    pub fn in_plain_units(&self) -> Self {
        let Unit { factor, name } = unit(&self.unit);
        let mut plain = self.clone();
        plain.unit = name;
        for point in &mut plain.points {
            point.value *= factor;
        }
        plain
    }
}

/// A year such as `2019`; `2023/24` is the school year that begins in 2023.
fn year(text: &str) -> Option<u16> {
    let text = text.trim();
    let first = match text.split_once('/') {
        Some((first, second)) if second.len() == 2 || second.len() == 4 => {
            let (start, end) = (first.parse::<u16>().ok()?, second.parse::<u16>().ok()?);
            ((start.checked_add(1)? % 100) == end % 100).then_some(first)?
        }
        _ => text,
    };
    first.parse::<u16>().ok().filter(|year| (YEARS.0..=YEARS.1).contains(year))
}

/// A key from a name: lower case, umlauts spelled out, everything else an underscore.
fn key(name: &str) -> String {
    let mut key = String::new();
    for letter in name.trim().chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => key.push_str("ae"),
            'ö' => key.push_str("oe"),
            'ü' => key.push_str("ue"),
            'ß' => key.push_str("ss"),
            '₂' => key.push('2'),
            letter if letter.is_ascii_alphanumeric() => key.push(letter),
            _ if key.ends_with('_') || key.is_empty() => {}
            _ => key.push('_'),
        }
    }
    key.trim_end_matches('_').to_owned()
}

/// Years in words: `1991–1994, 1996`.
fn years_told(years: &[u16]) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*year) => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    let told = |(from, to): &(u16, u16)| if from == to { from.to_string() } else { format!("{from}–{to}") };
    spans.iter().map(told).collect::<Vec<String>>().join(", ")
}
