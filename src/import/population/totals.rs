//! Totals without ages (Gesamtzahlen), as in the projection of the Bavarian office: `stichtag,erhebungsart,
//! bevoelkerung,maennlich,weiblich`.

use std::collections::BTreeSet;

use super::labels::stand_year as year;
use super::report::{Population, Report};
use super::stand::Total;
use crate::sheet::{Sheet, column};

/// Columns of a table of totals.
pub struct Columns {
    year: usize,
    persons: usize,
    women: Option<usize>,
    men: Option<usize>,
    basis: Option<usize>,
}

impl Columns {
    /// Where they stand.
    fn used(&self) -> [Option<usize>; 5] {
        [Some(self.year), Some(self.persons), self.women, self.men, self.basis]
    }
}

/// The columns, if this is a table of totals.
pub fn columns(header: &[String]) -> Option<Columns> {
    let of = |names: &[&str]| column(header, names);
    Some(Columns {
        year: of(&["stichtag", "datum", "date", "jahr", "year"])?,
        persons: of(&[
            "bevoelkerung",
            "bevölkerung",
            "einwohner",
            "persons",
            "personen",
            "population",
            "insgesamt",
            "wohnbevoelkerung",
        ])?,
        women: of(&["weiblich", "frauen", "female", "women"]),
        men: of(&["maennlich", "männlich", "maenner", "männer", "male", "men"]),
        basis: of(&["erhebungsart", "art", "typ", "basis", "type"]),
    })
}

/// Reads totals. They are accepted as such: no age structure can be made of them.
pub fn totals(sheet: &Sheet, columns: &Columns) -> Result<Population, String> {
    let mut report = Report::new("totals");
    let mut totals: Vec<Total> = Vec::new();
    if let Some(unread) = sheet.unread(&columns.used()) {
        report.warn(None, unread);
    }
    let mut seen = BTreeSet::new();
    for (line, cells) in &sheet.rows {
        report.rows += 1;
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let Some(year) = year(cell(columns.year)) else {
            report.skip(*line, format!("expected a year or the last day of one, found `{}`", cell(columns.year)));
            continue;
        };
        let persons = |at: usize| sheet.persons(at, cell(at));
        let Some(all) = persons(columns.persons) else {
            report.skip(*line, format!("expected persons, found `{}`", cell(columns.persons)));
            continue;
        };
        let basis = columns.basis.map(cell).unwrap_or_default().to_owned();
        let women = columns.women.and_then(persons);
        if let (Some(women), Some(men)) = (women, columns.men.and_then(persons)) {
            // Projections are rounded to tens.
            if (women + men - all).abs() > 20.0 {
                report.warn(Some(*line), format!("women and men are {}, the total is {all}", women + men));
            }
        }
        if !seen.insert((year, basis.clone())) {
            report.skip(*line, format!("second total for {year}"));
            continue;
        }
        totals.push(Total { year, persons: all, women, basis });
    }
    if totals.is_empty() {
        return Err("expected at least one year with persons, found none".to_owned());
    }
    totals.sort_by(|one, other| (one.year, &one.basis).cmp(&(other.year, &other.basis)));
    report.warn(None, "totals only: the file has no ages, so nobody can be moved from one age to the next");
    Ok(Population { totals, report, ..Population::default() })
}
