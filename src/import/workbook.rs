//! Sheets of a workbook become records (Arbeitsmappe): XLSX and ODS.

use std::io::Cursor;

use calamine::{Data, DataRef, Ods, Range, Reader, Xlsx};

use super::encoding::Encoding;
use super::report::Refusal;
use super::table::{Dialect, Record, Table};

/// Cells of one sheet; a sheet beyond that is no table of a budget.
const MOST_CELLS: usize = 5_000_000;
/// Columns that are read.
const MOST_COLUMNS: u32 = 2_000;

/// Whether the first bytes are those of a ZIP archive (XLSX, ODS).
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Whether the first bytes are those of an OLE container (XLS before 2007).
///
/// Such files are refused: a damaged one, whose sectors lead back to themselves, has calamine 0.38 fill all memory.
pub fn is_old_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
}

/// Reads the named sheet, else the one in which most stands; the others are told of.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, Refusal> {
    let mut sheets = match Xlsx::new(Cursor::new(bytes)) {
        Ok(book) => xlsx(book)?,
        Err(first) => match Ods::new(Cursor::new(bytes)) {
            Ok(book) => ranges(book)?,
            Err(_) => return Err(broken(&first)),
        },
    };
    let size = |records: &[Record]| records.iter().flat_map(|it| &it.cells).filter(|it| !it.is_empty()).count();
    let names = sheets.iter().map(|it| format!("`{}`", it.0)).collect::<Vec<_>>().join(", ");
    let chosen = match sheet {
        Some(name) => sheets.iter().position(|it| it.0 == name),
        None => (0..sheets.len()).rev().max_by_key(|at| sheets.get(*at).map_or(0, |it| size(&it.1))),
    };
    let Some(chosen) = chosen else {
        let wanted = sheet.unwrap_or("with anything in it");
        return Err(Refusal::new(format!("expected a sheet `{wanted}`, found {names}")));
    };
    let (name, records) = sheets.swap_remove(chosen);
    if records.is_empty() {
        return Err(Refusal::new(format!("expected a table in sheet `{name}`, found nothing")));
    }
    let others: Vec<String> = sheets.iter().filter(|it| !it.1.is_empty()).map(|it| format!("`{}`", it.0)).collect();
    let mut warnings = Vec::new();
    if !others.is_empty() && sheet.is_none() {
        warnings.push(format!("read sheet `{name}`; not read: {}", others.join(", ")));
    }
    let dialect = Dialect { encoding: Encoding::Workbook, separator: None, quoted: false, sheet: Some(name) };
    Ok(Table { dialect, records, warnings })
}

fn broken(error: &impl std::fmt::Display) -> Refusal {
    Refusal::new(format!("expected a workbook that can be read: {error}"))
}

type Sheet = (String, Vec<Record>);

/// Reads an XLSX cell by cell: two cells far apart must not fill the memory between them.
fn xlsx(mut book: Xlsx<Cursor<&[u8]>>) -> Result<Vec<Sheet>, Refusal> {
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name).map_err(|it| broken(&it))?;
        let mut records: Vec<Record> = Vec::new();
        let mut count = 0;
        while let Some(cell) = cells.next_cell().map_err(|it| broken(&it))? {
            let ((row, column), text) = (cell.get_position(), by_reference(cell.get_value()));
            if text.is_empty() || column >= MOST_COLUMNS {
                continue;
            }
            count += 1;
            if count > MOST_CELLS {
                return Err(Refusal::new(format!("expected at most {MOST_CELLS} cells in sheet `{name}`")));
            }
            let line = u64::from(row) + 1;
            if records.last().is_none_or(|it| it.line != line) {
                records.push(Record { line, cells: Vec::new() });
            }
            if let Some(record) = records.last_mut() {
                let at = usize::try_from(column).unwrap_or(0);
                record.cells.resize(record.cells.len().max(at + 1), String::new());
                if let Some(place) = record.cells.get_mut(at) {
                    *place = text;
                }
            }
        }
        records.sort_by_key(|it| it.line);
        sheets.push((name, records));
    }
    Ok(sheets)
}

fn ranges<'a, R: Reader<Cursor<&'a [u8]>>>(mut book: R) -> Result<Vec<Sheet>, Refusal>
where
    R::Error: std::fmt::Display,
{
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|it| broken(&it))?;
        sheets.push((name, rows(&range)));
    }
    Ok(sheets)
}

fn rows(range: &Range<Data>) -> Vec<Record> {
    let (row, column) = range.start().unwrap_or_default();
    let before = usize::try_from(column.min(MOST_COLUMNS)).unwrap_or(0);
    let records = range.rows().zip(u64::from(row) + 1..).map(|(cells, line)| {
        let cells = cells.iter().take(MOST_COLUMNS as usize).map(by_value);
        Record { line, cells: std::iter::repeat_n(String::new(), before).chain(cells).collect() }
    });
    records.filter(|it| !it.is_blank()).collect()
}

fn by_reference(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => text.trim().to_owned(),
        other => by_value(&Data::from(other.clone())),
    }
}

fn by_value(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => plain(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.trim().to_owned(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(error) => error.to_string(),
    }
}

/// A number of a workbook, written so that no one takes its point for a group of thousands.
fn plain(number: f64) -> String {
    let text = number.to_string();
    match text.split_once('.') {
        Some((_, fraction)) if fraction.len() == 3 => format!("{text}0"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_cannot_be_taken_for_thousands() {
        for (number, expected) in [(1.234, "1.2340"), (104.0, "104"), (-83396.57, "-83396.57"), (0.5, "0.5")] {
            assert_eq!(plain(number), expected);
        }
    }
}
