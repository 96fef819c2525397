//! Indicators (Kennzahlen): files of several shapes in, one series per definition out, never mixed, never continued.

mod definitions;
mod genesis;
mod klimawatch;
mod konstanz;
mod names;
mod places;
mod read;
mod report;
mod table;
mod units;
mod values;
mod warning;
mod wegweiser;

pub use konstanz::{Described, Schema};
pub use names::YEARS;
pub use read::indicators;
pub use report::Indicators;
pub use units::{Unit, unit};
pub use values::{Definition, Kind, Point, Region, Role, Series};
pub use warning::{About, Skipped, Warning};
