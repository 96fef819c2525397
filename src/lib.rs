//! Zukunftshaushalt.
pub mod model;
pub mod pack;
pub mod scenario;
