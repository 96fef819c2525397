//! People by age (Bevölkerung): files of several shapes in, one structure by single years out, projected and tested.

mod ages;
mod backtest;
mod destatis;
mod families;
mod genesis;
mod labels;
mod long;
mod migration;
mod national;
mod project;
mod pyramid;
mod read;
mod report;
mod stand;
mod totals;
mod wide;
mod write;

pub use ages::{AGES, ByAge, Group, Layer, OLDEST, Structure, cover, split};
pub use backtest::{BackTest, Excluded, GROUPS, GroupError, Trial, back_test, sound};
pub use migration::{Migration, Movement};
pub use national::{MOTHERS, National};
pub use project::{Control, Method, Projected, STUDENTS, Scaled, age, project};
pub use read::population;
pub use report::{Population, Report, Warning};
pub use stand::{Stand, Total};
pub use write::pack_csv;
