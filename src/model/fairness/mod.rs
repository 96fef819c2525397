//! What a change means for the generations (model § 6).

mod cohorts;
mod inheritance;

pub use cohorts::{Bearer, CohortGroup, Ledger, ledger};
pub use inheritance::{Inheritance, inheritance};
