//! GENESIS table 12421-0002 (Destatis): the national projection by variant, sex and single year of age.
//!
//! Title lines, a line of dates, rows `variant;assumptions;sex;age;…` in thousands of persons, then footnotes. German
//! and English exports are read alike.

use std::collections::BTreeMap;

use super::ages::{AGES, ByAge, OLDEST, Structure};
use super::national::National;
use super::report::{Population, Report};
use crate::table::Table;

/// Columns before those of the years.
const KEYS: usize = 4;
/// Persons by which a printed total may differ from its parts: every printed thousand is rounded.
const ROUNDED: f64 = 2.0;
/// Years that one table may hold.
const MOST_YEARS: usize = 200;

/// One variant while it is read.
#[derive(Default)]
struct Variant {
    label: String,
    /// Thousands per sex ("male", "female", "total"), age and year; the line of the row.
    rows: BTreeMap<(Sex, usize), (u64, Vec<f64>)>,
    /// Printed sums over all ages.
    sums: BTreeMap<Sex, (u64, Vec<f64>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sex {
    Male,
    Female,
    Total,
}

/// Rows in which the number of the table stands.
const TITLES: usize = 10;

/// Whether a file is this table.
pub fn is_destatis(table: &Table) -> bool {
    table.records.iter().take(TITLES).any(|it| it.cells.iter().any(|cell| cell.contains("12421-0002")))
}

/// Reads the table.
pub fn destatis(table: &Table) -> Result<Population, String> {
    let mut report = Report::new("destatis-12421-0002");
    for warning in &table.warnings {
        report.warn(None, warning.clone());
    }
    let mut years: Vec<u16> = Vec::new();
    let mut variants: BTreeMap<String, Variant> = BTreeMap::new();
    for record in &table.records {
        let (line, cells) = (record.line, &record.cells);
        if years.is_empty() {
            years = dates(cells.get(KEYS..).unwrap_or_default());
            continue;
        }
        let [variant, label, sex, age] = [0, 1, 2, 3].map(|at| record.cell(at));
        if cells.len() < KEYS + 1 || variant.is_empty() {
            // Footnotes stand in one column.
            report.foot(line);
            continue;
        }
        report.rows += 1;
        let Some(sex) = self::sex(sex) else {
            report.skip(line, format!("expected male, female or total, found `{sex}`"));
            continue;
        };
        let values: Option<Vec<f64>> =
            (KEYS..KEYS + years.len()).map(|at| cells.get(at).and_then(|cell| thousands(cell))).collect();
        let Some(values) = values else {
            report.skip(line, format!("expected {} figures in thousands of persons", years.len()));
            continue;
        };
        let entry = variants.entry(variant.to_owned()).or_default();
        entry.label = label.to_owned();
        let doubled = match self::age(age) {
            Some(Age::All) => entry.sums.insert(sex, (line, values)).is_some(),
            Some(Age::Of(age)) => entry.rows.insert((sex, age), (line, values)).is_some(),
            None => {
                report.skip(line, format!("expected an age such as `5 years`, found `{age}`"));
                false
            }
        };
        if doubled {
            report.warn(Some(line), format!("{variant}: the row stands twice, this one is taken"));
        }
    }
    let Some(first) = years.first().copied() else {
        return Err("expected a line with dates such as 2020-12-31 from the fifth column on, found none".to_owned());
    };
    if years.iter().zip(first..).any(|(found, due)| *found != due) || years.len() > MOST_YEARS {
        return Err(format!("expected years one after the other from {first} on, found {years:?}"));
    }
    let mut nations = Vec::new();
    for (key, variant) in variants {
        match variant.read(&key, first, years.len(), &mut report) {
            Ok(nation) => nations.push(nation),
            Err(problem) => report.warn(None, problem),
        }
    }
    if nations.is_empty() {
        return Err("expected at least one complete variant with single years of age, found none".to_owned());
    }
    Ok(Population { nations, report, ..Population::default() })
}

impl Variant {
    /// Men and women where both are complete, else the totals; printed totals are compared.
    fn read(&self, key: &str, first: u16, years: usize, report: &mut Report) -> Result<National, String> {
        let is_complete = |sex: Sex| (0..AGES).all(|age| self.rows.contains_key(&(sex, age)));
        let with_sexes = is_complete(Sex::Male) && is_complete(Sex::Female);
        if !with_sexes && !is_complete(Sex::Total) {
            let missing = (0..AGES).find(|age| !self.rows.contains_key(&(Sex::Total, *age))).unwrap_or_default();
            return Err(format!("{key}: expected every age from 0 to 100 and over, found none of {missing}"));
        }
        let of = |sex: Sex, at: usize| ByAge::new(|age| self.thousand(sex, age, at) * 1000.0);
        let structures: Vec<Structure> = (0..years)
            .map(|at| match with_sexes {
                true => Structure { women: Some(of(Sex::Female, at)), others: of(Sex::Male, at) },
                false => Structure::of_people(of(Sex::Total, at)),
            })
            .collect();
        for (at, structure) in structures.iter().enumerate() {
            self.compare(key, first, at, structure, report);
        }
        National::new(key.to_owned(), self.label.clone(), first, structures)
    }

    fn thousand(&self, sex: Sex, age: usize, at: usize) -> f64 {
        self.rows.get(&(sex, age)).and_then(|(_, values)| values.get(at)).copied().unwrap_or_default()
    }

    /// Printed totals by age against men and women, and over all ages against the sum of the ages.
    fn compare(&self, key: &str, first: u16, at: usize, structure: &Structure, report: &mut Report) {
        let year = usize::from(first) + at;
        let people = structure.people();
        for age in 0..AGES {
            let Some((line, values)) = self.rows.get(&(Sex::Total, age)) else { continue };
            let printed = values.get(at).copied().unwrap_or_default();
            if (printed - people.at(age) / 1000.0).abs() > ROUNDED {
                report.warn(
                    Some(*line),
                    format!("{key}, {year}, age {age}: men and women differ from {printed} thousand"),
                );
            }
        }
        if let Some((line, values)) = self.sums.get(&Sex::Total) {
            let printed = values.get(at).copied().unwrap_or_default();
            // Each of two hundred figures may be rounded by half a thousand; they rarely all go one way.
            let difference = printed - people.total() / 1000.0;
            if difference.abs() > ROUNDED * (AGES as f64).sqrt() {
                report.warn(
                    Some(*line),
                    format!("{key}, {year}: ages differ from the total by {difference:.0} thousand"),
                );
            }
        }
    }
}

/// Years of a line of dates, 2020-12-31 or 31.12.2020; empty if there is none.
fn dates(cells: &[String]) -> Vec<u16> {
    let year = |cell: &str| {
        let parts: Vec<&str> = cell.split(['-', '.']).collect();
        match parts.as_slice() {
            [year, "12", "31"] | ["31", "12", year] => year.parse::<u16>().ok().filter(|it| (1900..=2200).contains(it)),
            _ => None,
        }
    };
    let cells = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty());
    cells.map(year).collect::<Option<Vec<u16>>>().unwrap_or_default()
}

fn sex(word: &str) -> Option<Sex> {
    match word.to_lowercase().as_str() {
        "male" | "männlich" => Some(Sex::Male),
        "female" | "weiblich" => Some(Sex::Female),
        "total" | "insgesamt" => Some(Sex::Total),
        _ => None,
    }
}

/// An age of a row, or all of them.
enum Age {
    Of(usize),
    All,
}

/// `under 1 year`, `5 years`, `5-Jährige`, `100 years and over`, `Total`.
fn age(word: &str) -> Option<Age> {
    let word = word.to_lowercase();
    if matches!(word.as_str(), "total" | "insgesamt") {
        return Some(Age::All);
    }
    let digits: String = word.chars().skip_while(|it| !it.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let age = digits.parse::<usize>().ok()?;
    match word.starts_with("under") || word.starts_with("unter") {
        true => age.checked_sub(1).map(Age::Of),
        false => (age <= OLDEST).then_some(Age::Of(age)),
    }
}

/// Thousands of persons; `-` means exactly none.
fn thousands(cell: &str) -> Option<f64> {
    if cell == "-" {
        return Some(0.0);
    }
    let text = cell.replace(',', ".");
    text.parse::<f64>().ok().filter(|it| it.is_finite() && *it >= 0.0)
}
