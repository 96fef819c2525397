//! What a person does: moves, undo, locks, and scenarios as files (Szenario).
//!
//! Inside a session things are named by their positions in the town; whatever leaves it, for a file, the storage or the
//! history of the browser, is a [`Draft`] and names them by key. The way out is [`Session::draft`], the way in [`fit()`].

mod abreast;
mod check_value;
mod code;
mod file;
mod fit;
mod format;
mod gather;
mod history;
mod kept;
mod place;
mod problems;
mod reasons;
mod saved;
mod sending;
mod session;
mod set;
mod shape;
mod shift;
mod stored;
mod taken;

pub use abreast::{Abreast, Drafted, MOST_ABREAST, drafted};
pub use check_value::{MODEL, check_value};
pub use code::{CODE_LIMIT, Linked, Misread, NoCode, PackRef, Then, read_code, write_code};
pub use file::{CellKey, Draft, Movable, MoveEntry, Portable, REASON, TaxEntry};
pub use fit::{Fitted, Opened, fit, open};
pub use format::{FORMAT, LIMIT};
pub use history::Moment;
pub use kept::Kept;
pub use place::{Placement, Transfer, distribute, place};
pub use problems::{Refused, Subject, Warning};
pub use reasons::{Changed, Reasons};
pub use saved::{Entry, Saved, free_name, next_name, short_id, sort, stem};
pub use sending::{Answer, Next, PATIENCE, Sending, Sent, TRIES};
pub use session::{Action, Notice, Session, Touched};
pub use shape::Expected;
pub use shift::{Pot, Shifted, Stop, pots, shift};
pub use stored::{DRAFT_KEY, INDEX_KEY, OWN, ROOM_KEY, SAVED_KEY, Store, Stored, StoredKind};
