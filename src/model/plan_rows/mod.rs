//! The printed rows of a plan, and which of them a scenario changes (Planzeilen): what a motion to the council names. They come
//! apart from the town, because nothing else needs them.

mod entries;
mod printed;
mod rule;
mod shares;

pub use entries::{Booking, Entry, entries};
pub use printed::{GroupRows, PlanRow, PlanRows, Posts, Project, TownRow, YearAmount};
pub use rule::Rule;
