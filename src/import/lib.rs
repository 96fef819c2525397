//! Foreign files become tables, tables become lines (Datenübernahme): pure, total, and every decision is reported.
//!
//! | step | where |
//! |---|---|
//! | bytes → text: byte order mark, strict UTF-8, else Windows-1252 | [`encoding`] |
//! | a file → a table by its first bytes; text or workbook → records with their real lines | [`open`], `delimited`, `workbook` |
//! | a header of several rows with merged cells → the words above every figure, or a refusal | `spread` |
//! | header spellings → comparable names, years, kinds, units | [`header`] |
//! | cells → exact numbers, one decision per column | [`number`] |
//! | people by age, their projection and its back-test | [`population`] |
//! | series of indicators with their definitions | [`series`] |
//!
//! A crate of its own: of the house it takes only amounts ([`money::Money`]), and it builds and tests without the rest:
//! `cargo test --package import`. The page does not hold it; the programs `import`, `indicators` and `population` do.
//!
//! Nothing here aborts on a row: what cannot be read stands in [`Skipped`] with its line and the reason. Only a file in
//! which nothing can be found at all is refused, with a [`Refusal`] that says what was looked for.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

pub mod budget;
mod delimited;
pub mod encoding;
mod file;
pub mod header;
mod limits;
pub mod number;
pub mod population;
mod report;
pub mod series;
mod sheet;
mod spread;
mod table;
mod unfold;
mod workbook;

pub use file::open;
pub use report::{Refusal, Skipped, shown};
pub use sheet::{Decided, Form};
pub use table::{Dialect, Record, Table};
