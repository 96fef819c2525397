//! The annex to a council motion (Ratsanlage): everything that a draft says, as a council reads it, ready to be drawn.

mod assumed;
mod budget;
mod build;
mod chain;
mod follows;
mod foot;
mod frame;
mod motion;
mod summary;
mod table;
mod title;
mod value;
mod workbook;

pub use build::annex;
pub use foot::{draft_line, foot};
pub use frame::AnnexOf;
pub use table::{Cell, Column, Table, Value};
pub use value::{Annex, BudgetKind, BudgetLine, BudgetRow, Cover, Point, Reason, Section, YearCells};
pub use workbook::annex_book;
