//! Finds the shape of a file of people and reads it.

use super::labels::{self, is_year};
use super::report::Population;
use super::{destatis, genesis, long, pyramid, totals, wide};
use crate::file;
use crate::report::{Refusal, shown};
use crate::sheet::Sheet;

/// Reads a file of people: pyramid, long table, wide table, totals, or the national projection.
///
/// `name` is the file's name: a pyramid has its year there, unless `year` gives it.
///
/// ```
/// use import::population::population;
///
/// let file = "alter;maenner;frauen\n0_bis_unter_18;1.500;1.400\n18 und älter;7.000;7.600\n";
/// let found = population("pyramide_2020.csv", file.as_bytes(), None).expect("it is a pyramid");
/// assert_eq!((found.stands[0].year, found.stands[0].total()), (2020, 17_500.0));
///
/// let years = found.stands[0].structure(None).expect("every age is there");
/// assert!((years.people().at(5) - 2_900.0 / 18.0).abs() < 1e-9, "evenly, where nothing tells more");
/// ```
pub fn population(name: &str, bytes: &[u8], year: Option<u16>) -> Result<Population, Refusal> {
    let table = file::open(bytes, None)?;
    if destatis::is_destatis(&table) {
        return destatis::destatis(&table).map_err(Refusal::new);
    }
    let table = genesis::long_table(&table)?.unwrap_or(table);
    let sheet = Sheet::of(table, PERSONS, is_header).map_err(Refusal::new)?;
    if let Some(found) = sheet.remarks().find(|it| labels::is_in_thousands(it)) {
        return Err(Refusal::new(format!(
            "expected persons one by one, found figures in thousands or per thousand: `{}`. Next step: give the table with \
             whole persons",
            shown(found)
        )));
    }
    let mut found = shaped(name, &sheet, year).map_err(Refusal::new)?;
    for warning in sheet.warnings {
        found.report.warn(None, warning);
    }
    found.report.form = Some(sheet.form);
    Ok(found)
}

/// Persons are whole: three digits behind a point are thousands where no cell of the file says otherwise.
const PERSONS: u32 = 1;

/// Whether a row names the columns of one of the tables.
fn is_header(cells: &[String]) -> bool {
    long::columns(cells).is_some()
        || pyramid::age_column(cells).is_some()
        || wide::columns(cells).is_some()
        || totals::columns(cells).is_some()
}

fn shaped(name: &str, sheet: &Sheet, year: Option<u16>) -> Result<Population, String> {
    if let Some(columns) = long::columns(&sheet.header) {
        return long::long(sheet, &columns);
    }
    if let Some(ages) = pyramid::age_column(&sheet.header) {
        return pyramid::pyramid(
            sheet,
            ages,
            year.or_else(|| named_year(name)).or_else(|| labels::titled_year(&sheet.titles)),
            name,
        );
    }
    if let Some(columns) = wide::columns(&sheet.header) {
        return wide::wide(sheet, &columns, name);
    }
    if let Some(columns) = totals::columns(&sheet.header) {
        return totals::totals(sheet, &columns);
    }
    Err(format!(
        "expected year, age_from, age_to and persons; or alter and columns of women and men; or a year and persons; or \
         GENESIS table 12421-0002; found the columns {}",
        sheet.header_told()
    ))
}

/// The last number of four digits in a name that is a year.
fn named_year(name: &str) -> Option<u16> {
    let parts = name.split(|letter: char| !letter.is_ascii_digit());
    parts.filter(|part| part.len() == 4).filter_map(is_year).next_back()
}
