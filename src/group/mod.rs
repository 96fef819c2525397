//! The group (Gruppe): drafts of many people, gathered on one device or by a town's collector.
//!
//! A draft is handed in as a code, a link, a [`Submission`] or a scenario file: without a name, without a device, with the
//! day and nothing more of the time. [`Intake`] takes texts from anywhere and fills a [`Gathered`]; of that
//! [`together()`] makes what the group wants, whatever order the drafts came in. What a group decides is a [`Consensus`] and
//! [`Stances`]; both are kept, with what else the facilitator did, in a [`Talk`]. A [`Past`] leads back, step by step.

mod account;
mod aggregate;
mod chunk;
mod consensus;
mod export;
mod gather;
mod hand;
mod nonce;
mod past;
mod responsibility;
mod shelf;
mod squares;
mod submission;
mod talk;
mod timer;

pub use account::{Account, Thing};
pub use aggregate::{Direction, Ranking, SHY, Spread, Together, most_common, ranking, together};
pub use chunk::{CHUNK, Chunk};
pub use consensus::{Consensus, MOST_RESISTANCE, OFFERED, PROPOSALS, Proposal, Standing};
pub use export::{csv, pb};
pub use gather::{Gathered, Intake, MOST_DRAFTS, Mark, Taken};
pub use hand::{Handed, Refusal, marked, read, room_number, split_mark};
pub use nonce::Nonce;
pub use past::{Deed, Past};
pub use responsibility::{GoalShares, STANCES, Stance, Stances, goal_shares};
pub use shelf::Shelf;
pub use squares::{Grey, squares};
pub use submission::{HANDED_IN, Submission, Unread};
pub use talk::Talk;
pub use timer::Timer;
