//! The same budget by products and by goals (Von 1991 nach 2030): in sentences, in a table, and as a flow to be followed.

mod flow;
mod followed;
mod table;
mod told;

pub use flow::{FlowFigure, FlowRow, flow_figure};
pub use followed::{FollowedFigure, FollowedRow, followed_figure, group_uses};
pub use table::{ProductsFigure, ProductsTable, products_figure, products_table};
pub use told::{Followed, area_name};
