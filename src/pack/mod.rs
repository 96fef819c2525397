//! A municipality as data (Datenpaket): reads, checks, and hands over a [`Town`](crate::model::Town).
//!
//! The format is described in `packs/README.md`; its columns are declared in [`tables`]. Foreign packs and the embedded
//! ones meet the same checks; a pack with a problem is refused whole, with file, line and what was expected. What all
//! towns share of measures and their effects is in [`catalogue`]. The page reads no files: it gets a town that was checked
//! when the page was built ([`pack`], [`unpack`], [`fill`]).

pub mod catalogue;
pub mod columns;
pub mod every;
pub mod schema;
pub mod tables;

mod bearers;
mod check;
mod checked;
mod collector;
mod declare;
mod departments;
mod easy;
mod embedded;
mod fairness;
mod fields;
mod files;
mod firmness;
mod head;
mod holds;
mod indicators;
mod levers;
mod load;
mod money;
mod packed;
mod plan;
mod row;
mod shocks;
mod statement;
mod table;
mod words;

pub use check::problems;
pub use collector::{Collector, collector};
pub use easy::{easy_goal, easy_indicator, easy_measure, easy_tax};
pub use embedded::muenster;
#[cfg(not(target_arch = "wasm32"))]
pub use embedded::{freiburg, muenster_plan};
pub use files::{Files, Problem};
pub use load::load;
pub use packed::{Later, Packed, fill, pack, pack_rows, unpack, unpack_rows};
pub use plan::plan_rows;
pub use statement::{Conformity, Gap, Statement, published, statement};
