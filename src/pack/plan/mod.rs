//! The printed rows of a plan (`plan/` of a pack): read and checked like the other files, but apart from the town. A pack may
//! lack them; one that has them has all of them.

mod investment;
mod read;
mod result;
mod rows;

pub use read::plan_rows;
