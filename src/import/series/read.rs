//! Finds the shape of a file of indicators and reads it.

use super::konstanz::{self, Schema};
use super::report::Indicators;
use super::warning::About;
use super::{genesis, klimawatch, places, table as long, wegweiser};
use crate::file;
use crate::report::Refusal;
use crate::sheet::Sheet;

/// Reads a file of indicators: the JSON of Wegweiser Kommune, klimawatch, a long table, or a table of Konstanz in Zahlen
/// with the Markdown file beside it as `schema`.
///
/// ```
/// use import::series::indicators;
///
/// let file = "id;name;unit;year;value\nbikes;Bicycles;1.000;2020;310\nbikes;Bicycles;1.000;2021;x\n";
/// let found = indicators("bikes.csv", file.as_bytes(), None).expect("it is a table of indicators");
/// assert_eq!(found.series[0].value(2020), Some(310.0));
/// assert_eq!(found.skipped[0].line, Some(3));
/// ```
pub fn indicators(name: &str, bytes: &[u8], schema: Option<&str>) -> Result<Indicators, Refusal> {
    read(name, bytes, schema).map_err(Refusal::new)
}

fn read(name: &str, bytes: &[u8], schema: Option<&str>) -> Result<Indicators, String> {
    if let Some(text) = json(bytes) {
        return wegweiser::wegweiser(text);
    }
    let table = file::open(bytes, None).map_err(|it| it.to_string())?;
    let table = genesis::long_table(&table).map_err(|it| it.to_string())?.unwrap_or(table);
    let mut sheet = Sheet::of(table, THOUSANDS, is_header)?;
    let schema = schema.map(|text| Schema::read(text).ok_or("expected a schema between two lines `---`, found none"));
    let schema = schema.transpose()?;
    let mut found = if let Some(columns) = klimawatch::columns(&sheet.header) {
        places::refuse(&sheet, &columns.key(), &[columns.figures()])?;
        klimawatch::klimawatch(&sheet, &columns, name)
    } else if let Some(columns) = long::columns(&sheet.header) {
        places::refuse(&sheet, &columns.key(), &[columns.figures()])?;
        long::settle(&mut sheet, &columns)?;
        long::table(&sheet, &columns, name)
    } else if let Some(years) = konstanz::year_column(&sheet.header) {
        let figures: Vec<usize> = (0..sheet.header.len()).filter(|it| *it != years).collect();
        places::refuse(&sheet, &[years], &figures)?;
        if let Some(open) = figures.iter().find(|it| sheet.is_open(**it)) {
            return Err(sheet.undecided(*open));
        }
        konstanz::konstanz(&sheet, years, schema.as_ref(), name)
    } else {
        return Err(format!(
            "expected JSON of Wegweiser Kommune; or year, category, type and co2; or id, year and value; or a column of \
             years with others beside it; found the columns {}",
            sheet.header_told()
        ));
    };
    for warning in sheet.warnings {
        found.warn(About::Reading, None, warning);
    }
    found.form = Some(sheet.form);
    if found.series.is_empty() {
        return Err(format!("expected at least one value, found none in {} rows", found.rows));
    }
    Ok(found)
}

/// Whether a row names the columns of one of the tables.
fn is_header(cells: &[String]) -> bool {
    klimawatch::columns(cells).is_some() || long::columns(cells).is_some() || konstanz::year_column(cells).is_some()
}

/// Indicators are seldom whole: three digits behind a point are decimals where no cell of the file says otherwise.
const THOUSANDS: u32 = 1000;

/// The text, if it begins as an object of JSON.
fn json(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
    text.trim_start().starts_with('{').then_some(text)
}
