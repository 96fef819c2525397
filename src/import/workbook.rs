//! Sheets of a workbook become records (Arbeitsmappe): XLSX and ODS.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Ods, Range, Reader, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::encoding::Encoding;
use super::limits;
use super::report::Refusal;
use super::table::{Dialect, Record, Table};
use super::unfold::{attribute, broken, declared};

/// A sheet with a tenth of the numbers of another is no mere note beside it,
const FEW_NUMBERS: usize = 10;
/// unless they are as few as on a cover.
const MANY: usize = 10;

/// Parts of a workbook.
const MOST_PARTS: usize = 5_000;

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

/// One sheet with what stands in it.
struct Sheet {
    name: String,
    is_hidden: bool,
    records: Vec<Record>,
    exact: HashSet<(u64, usize)>,
}

impl Sheet {
    fn size(&self) -> usize {
        self.records.iter().flat_map(|it| &it.cells).filter(|it| !it.is_empty()).count()
    }

    /// Cells that begin like numbers.
    fn numbers(&self) -> usize {
        let is_number = |it: &&String| {
            it.trim_start_matches(['-', '(']).starts_with(|it: char| it.is_ascii_digit())
                && !it.contains(char::is_alphabetic)
        };
        self.records.iter().flat_map(|it| &it.cells).filter(is_number).count()
    }

    /// The first row of several names: tables with the same one belong together.
    fn header(&self) -> Option<&[String]> {
        let is_name = |it: &&String| it.contains(char::is_alphabetic);
        let is_header = |it: &&Record| {
            let names = it.cells.iter().filter(is_name).count();
            names >= 3 && names * 2 > it.cells.iter().filter(|it| !it.is_empty()).count()
        };
        self.records.iter().take(40).find(is_header).map(|it| it.cells.as_slice())
    }
}

/// Reads the named sheet, else the one in which most stands of those that are to be seen; the others are told of. Refuses
/// sheets that go on in others of the same columns, and sheets that are hidden, unless they are asked for.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, Refusal> {
    let mut sheets = if is_ods(bytes)? { ods(bytes)? } else { xlsx(bytes)? };
    let names = sheets.iter().map(|it| format!("`{}`", it.name)).collect::<Vec<_>>().join(", ");
    let seen = |at: &usize| sheets.get(*at).is_some_and(|it| !it.is_hidden);
    let chosen = match sheet {
        Some(name) => sheets.iter().position(|it| it.name == name),
        None => (0..sheets.len()).filter(seen).rev().max_by_key(|at| sheets.get(*at).map_or(0, Sheet::size)),
    };
    let Some(chosen) = chosen else {
        let wanted = sheet.unwrap_or("with anything in it");
        return Err(Refusal::new(format!("expected a sheet `{wanted}`, found {names}")));
    };
    let chosen = sheets.swap_remove(chosen);
    let told = |is: &dyn Fn(&&Sheet) -> bool| -> Vec<String> {
        sheets.iter().filter(|it| !it.records.is_empty()).filter(is).map(|it| format!("`{}`", it.name)).collect()
    };
    let (others, hidden) = (told(&|it| !it.is_hidden), told(&|it| it.is_hidden));
    if chosen.records.is_empty() {
        let advice = match hidden.as_slice() {
            [] => String::new(),
            some => format!("; hidden sheets hold something: {}. Next step: name one with --sheet", some.join(", ")),
        };
        return Err(Refusal::new(format!("expected a table in sheet `{}`, found nothing{advice}", chosen.name)));
    }
    // A sheet of the same columns goes on with the table; one of many numbers may hold its other half.
    let many = chosen.numbers() / FEW_NUMBERS;
    let is_table =
        |it: &&Sheet| it.header().is_some() && it.header() == chosen.header() || it.numbers() > many.max(MANY);
    let alike = told(&|it| !it.is_hidden && is_table(it));
    if sheet.is_none() && !alike.is_empty() {
        return Err(Refusal::new(format!(
            "expected one sheet with the budget, found several tables: `{}`, {}. Next step: name one with --sheet, or put \
             their rows into one sheet",
            chosen.name,
            alike.join(", ")
        )));
    }
    let mut warnings = Vec::new();
    if !others.is_empty() && sheet.is_none() {
        warnings.push(format!("read sheet `{}`; not read: {}", chosen.name, others.join(", ")));
    }
    if !hidden.is_empty() && sheet.is_none() {
        warnings.push(format!("hidden sheets are not read: {}", hidden.join(", ")));
    }
    limits::check(&chosen.records)?;
    let dialect = Dialect { encoding: Encoding::Workbook, separator: None, quoted: false, sheet: Some(chosen.name) };
    Ok(Table { dialect, records: chosen.records, warnings, exact: chosen.exact })
}

/// Whether the archive is an ODS. Refuses archives that unpack to more than any budget, whatever they declare.
fn is_ods(bytes: &[u8]) -> Result<bool, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|it| broken("a workbook", &it))?;
    if archive.len() > MOST_PARTS {
        return Err(Refusal::new(format!(
            "expected a workbook of at most {MOST_PARTS} parts, found {}",
            archive.len()
        )));
    }
    let mut is_ods = false;
    let mut left = limits::UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|it| broken("a workbook", &it))?;
        let Ok(name) = part.name().map(|it| it.into_owned()) else { continue };
        let is_read = [".xml", ".rels", "mimetype"].iter().any(|it| name.ends_with(it));
        if !is_read {
            continue;
        }
        let mut content = Vec::new();
        let is_strings = name.to_lowercase().ends_with("sharedstrings.xml");
        let kept = is_strings || name == "content.xml" || name == "mimetype";
        // What is declared may be a lie: counted is what comes out.
        let mut part = part.take(left + 1);
        let found = if kept { part.read_to_end(&mut content).map(|it| it as u64) } else { unpacked(&mut part) };
        // A part that breaks off is told of by whoever reads it.
        let found = found.unwrap_or(0);
        if found > left {
            let most = limits::UNPACKED >> 20;
            return Err(Refusal::new(format!("expected a workbook that unpacks to at most {most} MB, found more")));
        }
        left -= found;
        if name == "mimetype" {
            is_ods = content.starts_with(b"application/vnd.oasis.opendocument.spreadsheet");
        }
        if name == "content.xml" {
            declared(&content)?;
        }
        // Room is made for as many texts as are declared, before one of them is read.
        let head = String::from_utf8_lossy(content.get(..content.len().min(4096)).unwrap_or_default()).into_owned();
        if is_strings && attribute(&head, "uniqueCount") > limits::CELLS {
            return Err(Refusal::new(format!("expected at most {} texts in the workbook, found more", limits::CELLS)));
        }
    }
    Ok(is_ods)
}

fn unpacked(part: &mut impl Read) -> std::io::Result<u64> {
    std::io::copy(part, &mut std::io::sink())
}

/// Reads an XLSX cell by cell: two cells far apart must not fill the memory between them.
fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let broken = |it: &dyn std::fmt::Display| broken("an XLSX workbook", &it);
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|it| broken(&it))?;
    let mut sheets = Vec::new();
    let mut count = 0usize;
    let all: Vec<(String, bool)> =
        book.sheets_metadata().iter().map(|it| (it.name.clone(), it.visible != SheetVisible::Visible)).collect();
    for (name, is_hidden) in all {
        // Sheets of diagrams hold no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut records: Vec<Record> = Vec::new();
        let mut exact = HashSet::new();
        while let Some(cell) = cells.next_cell().map_err(|it| broken(&it))? {
            let ((row, column), text) = (cell.get_position(), by_reference(cell.get_value()));
            if text.is_empty() {
                continue;
            }
            let at = usize::try_from(column).unwrap_or(usize::MAX);
            if at >= limits::COLUMNS {
                let most = limits::COLUMNS;
                return Err(Refusal::new(format!(
                    "expected at most {most} columns in sheet `{name}`, found {}",
                    at + 1
                )));
            }
            let line = u64::from(row) + 1;
            if records.last().is_none_or(|it| it.line != line) {
                records.push(Record { line, cells: Vec::new() });
            }
            if matches!(cell.get_value(), DataRef::Float(_)) && text.contains('.') {
                exact.insert((line, at));
            }
            if let Some(record) = records.last_mut() {
                let before = record.cells.len();
                record.cells.resize(before.max(at + 1), String::new());
                count += record.cells.len() - before;
                if let Some(place) = record.cells.get_mut(at) {
                    *place = text;
                }
            }
            if count > limits::CELLS {
                let most = limits::CELLS;
                return Err(Refusal::new(format!("expected at most {most} cells, found more in sheet `{name}`")));
            }
        }
        records.sort_by_key(|it| it.line);
        sheets.push(Sheet { name, is_hidden, records, exact });
    }
    Ok(sheets)
}

fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|it| broken("an ODS workbook", &it))?;
    let all: Vec<(String, bool)> =
        book.sheets_metadata().iter().map(|it| (it.name.clone(), it.visible != SheetVisible::Visible)).collect();
    let mut sheets = Vec::new();
    for (name, is_hidden) in all {
        let range = book.worksheet_range(&name).map_err(|it| broken("an ODS workbook", &it))?;
        let (records, exact) = rows(&range);
        sheets.push(Sheet { name, is_hidden, records, exact });
    }
    Ok(sheets)
}

fn rows(range: &Range<Data>) -> (Vec<Record>, HashSet<(u64, usize)>) {
    let (top, left) = range.start().unwrap_or_default();
    let left = usize::try_from(left).unwrap_or(0);
    let mut exact = HashSet::new();
    let mut found = Vec::new();
    for (row, line) in range.rows().zip(u64::from(top) + 1..) {
        let mut cells = vec![String::new(); left];
        for (value, at) in row.iter().zip(left..) {
            let text = by_value(value);
            if matches!(value, Data::Float(_)) && text.contains('.') {
                exact.insert((line, at));
            }
            cells.push(text);
        }
        let record = Record { line, cells };
        if !record.is_blank() {
            found.push(record);
        }
    }
    (found, exact)
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
