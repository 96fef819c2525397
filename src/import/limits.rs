//! How large a file may be (Grenzen), so that none takes more than ten seconds or half a gigabyte.

use super::report::Refusal;
use super::table::Record;

/// Bytes of a text: the line items of a city of a million for ten years are half of it.
pub const BYTES: usize = 64 << 20;
/// Cells of a text or of the sheets of a workbook, blank ones between others among them.
pub const CELLS: usize = 4_000_000;
/// Bytes that the parts of a workbook may unpack to.
pub const UNPACKED: u64 = 160 << 20;
/// Columns of a table.
pub const COLUMNS: usize = 2_000;

/// Refuses a table with more columns than a budget has: columns beyond would be lost without a word.
pub fn columns(records: &[Record]) -> Result<(), Refusal> {
    match records.iter().map(|it| it.cells.len()).max() {
        Some(found) if found > COLUMNS => Err(Refusal::new(format!(
            "expected at most {COLUMNS} columns, found {found}: give the years that are needed"
        ))),
        _ => Ok(()),
    }
}
