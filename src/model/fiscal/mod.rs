//! Money over time: differences to the plan, reserves, what the budget law says, and what shocks do.

#![doc = include_str!("fiscal.md")]

pub mod key_figures;

mod difference;
mod land;
mod law;
mod pressure;
mod reserves;
mod resilience;
mod saving;
mod shock;
mod statute;

pub use difference::{Difference, Flow, difference, difference_at};
pub use land::{Authority, Land, LawProfile};
pub use law::{BADEN_WUERTTEMBERG, Balance, BudgetLaw, NRW, Rules, Trigger};
pub use pressure::{Pressure, pressure};
pub use reserves::{Reserves, carried_forward, reserves};
pub use resilience::{Outcome, RECOVERED, Resilience, resilience};
pub use saving::{Course, WithoutSaving, without_saving};
pub use shock::{Return, Shock, ShockHit, ShockKind};
pub use statute::{GEMO_BW, GO_NRW, Reading, Statute};
