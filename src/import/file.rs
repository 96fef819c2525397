//! Bytes of a file become a table, by what they begin with (Datei öffnen).

use super::encoding::decode;
use super::report::Refusal;
use super::table::Table;
use super::{delimited, limits, workbook};

/// Reads a file: a workbook by its first bytes, else text. `sheet` names the sheet of a workbook.
///
/// Refuses what holds no table: an empty file, a broken workbook, a PDF, a sheet that is not there.
///
/// ```
/// let table = import::open(b"Produkt;Ansatz 2026\n0101;1.200,50\n", None).expect("it is a table");
/// assert_eq!(table.dialect.separator, Some(';'));
/// assert_eq!(table.records[1].line, 2);
/// assert_eq!(table.records[1].cells, ["0101", "1.200,50"]);
///
/// let refusal = import::open(b"%PDF-1.7", None).unwrap_err();
/// assert!(refusal.to_string().contains("found a PDF"));
/// ```
pub fn open(bytes: &[u8], sheet: Option<&str>) -> Result<Table, Refusal> {
    if workbook::is_workbook(bytes) {
        return workbook::read(bytes, sheet);
    }
    if workbook::is_old_workbook(bytes) {
        return Err(Refusal::new(
            "expected a table as CSV, XLSX or ODS, found an XLS of Excel before 2007: save it as XLSX",
        ));
    }
    if bytes.starts_with(b"%PDF") {
        return Err(Refusal::new("expected a table as CSV or workbook, found a PDF"));
    }
    if bytes.len() > limits::BYTES {
        let (most, found) = (limits::BYTES >> 20, bytes.len() >> 20);
        return Err(Refusal::new(format!(
            "expected a table of at most {most} MB, found {found} MB: give one year alone"
        )));
    }
    if let Some(refusal) = foreign_text(bytes) {
        return Err(refusal);
    }
    let decoded = decode(bytes);
    if decoded.text.trim().is_empty() {
        return Err(Refusal::new("expected a table, found an empty file"));
    }
    delimited::read(decoded)
}

/// Texts that are no tables: JSON, and pages of the web.
fn foreign_text(bytes: &[u8]) -> Option<Refusal> {
    let begin = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |word: &[u8]| begin.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
    if begins(b"<!doctype") || begins(b"<html") || begins(b"<?xml") {
        return Some(Refusal::new(
            "expected a table as CSV or workbook, found a page of the web or XML: save it as CSV",
        ));
    }
    let is_json = begins(b"{\"") || begins(b"[{") || begins(b"[[") || begins(b"{\n") || begins(b"{ ") || begins(b"{\r");
    is_json.then(|| Refusal::new("expected a table as CSV or workbook, found JSON: save it as CSV"))
}

#[cfg(test)]
mod tests {
    use super::open;

    #[test]
    fn what_holds_no_table_is_refused() {
        for bytes in [&b""[..], b" \n\n", b"%PDF-1.7", b"PK\x03\x04broken"] {
            assert!(open(bytes, None).is_err(), "{bytes:?}");
        }
    }
}
