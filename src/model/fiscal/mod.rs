//! Money over time (model § 5): differences to the plan, reserves, and what the budget law says.

mod difference;
mod law;
mod reserves;

pub use difference::{Difference, Flow, difference};
pub use law::{BudgetLaw, NRW, Trigger, law};
pub use reserves::{Reserves, reserves};
