//! CSV files of a pack as records with a header that is as declared.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::columns::Table;
use super::files::{Files, Problem};

/// Checks that the header of a file names exactly the columns of its table, in their order; years follow each other.
pub fn header(files: &Files, table: &Table) -> Result<StringRecord, Problem> {
    let (header, _) = split(files, table.file)?;
    let wrong = |message| Err(Problem::new(table.file, Some(1), message));
    let mut found = header.iter();
    for (name, _) in table.names() {
        match found.next() {
            Some(found) if found == name => {}
            other => {
                let other = other.unwrap_or("nothing");
                return wrong(format!("expected column `{name}`, found `{other}`"));
            }
        }
    }
    let mut rest = found.peekable();
    match rest.peek() {
        Some(unknown) if !table.has_years() => return wrong(format!("expected no further column, found `{unknown}`")),
        None if table.has_years() => return wrong("expected a column for each year, found none".to_owned()),
        None => return Ok(header),
        Some(_) => {}
    }
    let start = rest.peek().and_then(|year| year.parse::<u16>().ok());
    let Some(start) = start else { return wrong("expected a header `age;2026;2027;…`".to_owned()) };
    for (year, column) in (u32::from(start)..).zip(rest) {
        if column != year.to_string() {
            return wrong(format!("expected the year {year}, found `{column}`"));
        }
    }
    Ok(header)
}

/// Every file of these that is missing and every header that is not as declared.
pub fn missing(files: &Files, tables: impl IntoIterator<Item = &'static Table>) -> Vec<Problem> {
    let told = |table: &'static Table| match files.text(table.file) {
        Err(_) if !table.is_needed => None,
        Err(mut problem) => {
            problem.message = format!("{}: {}, with the header `{}`", problem.message, table.about, table.header());
            Some(problem)
        }
        Ok(_) => header(files, table).err(),
    };
    tables.into_iter().filter_map(told).collect()
}

/// Header and records of a file with their lines; a file that is missing and may be has none. A key stands only once.
pub fn records(files: &Files, table: &Table) -> Result<(StringRecord, Vec<(u64, StringRecord)>), Problem> {
    if !table.is_needed && files.text(table.file).is_err() {
        return Ok((StringRecord::new(), Vec::new()));
    }
    header(files, table)?;
    let (header, mut reader) = split(files, table.file)?;
    let mut found: Vec<(u64, StringRecord)> = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| place(table.file, &error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let key = record.get(0).unwrap_or_default();
        if let Some((first, _)) = found.iter().find(|(_, other)| table.is_keyed && other.get(0) == Some(key)) {
            let message = format!("expected each key once, found `{key}` again after line {first}");
            return Err(Problem::new(table.file, Some(line), message));
        }
        found.push((line, record));
    }
    Ok((header, found))
}

/// Records of a file with their lines, whose header names exactly these columns.
pub fn sheet(files: &Files, file: &str, columns: &[String]) -> Result<Vec<(u64, StringRecord)>, Problem> {
    let (header, mut reader) = split(files, file)?;
    if header.iter().ne(columns) {
        let found = header.iter().collect::<Vec<_>>().join(";");
        return Err(Problem::new(
            file,
            Some(1),
            format!("expected the header `{}`, found `{found}`", columns.join(";")),
        ));
    }
    let read = |record: Result<StringRecord, csv::Error>| {
        let record = record.map_err(|error| place(file, &error))?;
        Ok((record.position().map_or(0, csv::Position::line), record))
    };
    reader.records().map(read).collect()
}

fn reader(text: &str) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes())
}

fn place(file: &str, error: &csv::Error) -> Problem {
    let line = error.position().map(csv::Position::line);
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("expected {expected_len} cells, found {len}")
        }
        _ => error.to_string(),
    };
    Problem::new(file, line, message)
}

/// Reads the header alone.
fn split<'a>(files: &'a Files, file: &str) -> Result<(StringRecord, Reader<&'a [u8]>), Problem> {
    let mut reader = reader(files.text(file)?);
    let header = reader.headers().map_err(|error| place(file, &error))?.clone();
    Ok((header, reader))
}
