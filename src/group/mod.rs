//! The group (Gruppe): drafts of many people, gathered on one device or by a town's collector.
//!
//! A draft is handed in as a [`Submission`]: without a name, without a device, with the day and nothing more of the time.

mod nonce;
mod submission;

pub use nonce::Nonce;
pub use submission::{HANDED_IN, Submission, Unread};
