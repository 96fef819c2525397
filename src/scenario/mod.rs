//! What a person does: moves, undo, locks, and scenarios as files (Szenario).

mod file;
mod place;
mod session;

pub use file::{FORMAT, Opened, Refused, ScenarioFile, Warning, open};
pub use place::{Placement, Transfer, distribute, place};
pub use session::{Action, Notice, Session, Touched};
