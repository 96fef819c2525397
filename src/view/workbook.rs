//! The workbook of the paper (Arbeitsmappe): what writes it is a late file of its own, for the few who ask for it.

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::figure::{self, Book};

/// The bytes of the file; the inner error is what the file format refuses.
#[wasm_split(workbook, fallible)]
pub fn workbook(book: Book) -> Result<Result<Vec<u8>, String>, SplitLoaderError> {
    Ok(figure::workbook(&book))
}
