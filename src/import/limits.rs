//! How large a file may be (Grenzen), so that none takes more than ten seconds or half a gigabyte.

use super::report::Refusal;
use super::table::Record;

/// Bytes of a text: the line items of a city of a million for ten years are half of it.
pub const BYTES: usize = 48 << 20;
/// Cells of a text or of the sheets of a workbook, blank ones between others among them.
pub const CELLS: usize = 3_000_000;
/// Rows of a table: three times those of the largest export that was seen.
pub const ROWS: usize = 300_000;
/// Bytes that the parts of a workbook may unpack to.
pub const UNPACKED: u64 = 160 << 20;
/// Columns of a table.
pub const COLUMNS: usize = 1_000;
/// Bytes of one cell: a page of text.
pub const CELL: usize = 32_767;

/// Refuses a table larger than any budget: what lies beyond would be lost without a word.
pub fn check(records: &[Record]) -> Result<(), Refusal> {
    if records.len() > ROWS {
        let found = records.len();
        return Err(Refusal::new(format!("expected at most {ROWS} rows, found {found}: give one year, or one plan")));
    }
    if let Some(found) = records.iter().map(|it| it.cells.len()).max().filter(|it| *it > COLUMNS) {
        let text = format!("expected at most {COLUMNS} columns, found {found}: give the years that are needed");
        return Err(Refusal::new(text));
    }
    match records.iter().find(|it| it.cells.iter().any(|it| it.len() > CELL)) {
        Some(record) => Err(Refusal::new(format!(
            "expected cells of at most {CELL} letters, found a longer one in line {}: no separator was found, or it is no table",
            record.line
        ))),
        None => Ok(()),
    }
}
