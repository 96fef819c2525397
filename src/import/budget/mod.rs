//! Budgets of any town (Haushaltspläne): lines with their parts, sums by area, and every difference explained.
//!
//! | step | where |
//! |---|---|
//! | header, and which column holds what: presets, names, cells | [`preset`], `heading`, `measure`, `general`, [`mod@columns`], [`statutory`] |
//! | columns side by side: only what is called part of a sum is added, and nothing twice | `named`, `beside`, `within` |
//! | rows → lines; what cannot be read is kept with its reason | [`read`](fn@read), [`code`], [`account`] |
//! | budgets of another kind are refused by name | `foreign` |
//! | sums in the file → checks, never amounts | `levels`, [`Check`] |
//! | signs made alike; incomplete years, doubles, sums that nothing names | `signs`, `checks`, `families` |
//! | how much was understood, what contradicts a printed sum: then there is no total | [`Coverage`], `verdict` |
//! | one year and kind → sums by area | [`Selection`] |
//! | sums given by hand → what differs | [`Comparison`] |

pub mod account;
mod beside;
mod checks;
pub mod code;
pub mod columns;
mod comparison;
mod coverage;
mod families;
mod footnotes;
mod foreign;
mod general;
mod heading;
mod layout;
mod levels;
mod lines;
mod marks;
mod measure;
mod named;
pub mod part;
pub mod positions;
pub mod preset;
mod read;
mod reader;
mod report;
mod row;
mod season;
mod selection;
mod signs;
pub mod statutory;
mod totals;
mod understood;
mod unlike;
mod verdict;
mod versions;
mod within;
pub mod words;

pub use comparison::{Comparison, Difference};
pub use coverage::Coverage;
pub use layout::Options;
pub use lines::{Amount, Line, Slot};
pub use part::{Part, Sums};
pub use preset::Preset;
pub use read::read;
pub use report::{Budget, NumberColumn, Plans};
pub use selection::Selection;
pub use totals::Check;
pub use understood::Floor;
pub use words::Kind;
