//! What a person does: moves, undo, locks, and scenarios as files (Szenario).

mod file;
mod kept;
mod place;
mod session;

pub use file::{FORMAT, Opened, Refused, ScenarioFile, Warning, open};
pub use kept::Kept;
pub use place::{Placement, Transfer, distribute, place};
pub use session::{Action, Notice, Session, Touched};
