//! Drafts of many people on one device (Gruppe): the room and its steps, gathering, what the group wants, and what it decides.

mod camera;
mod clock;
mod common;
mod consensus;
mod gather;
pub mod kept;
pub mod mark;
mod overview;
mod place;
mod responsibility;
mod results;
mod room;
mod start;
mod voting;

pub use place::group;
