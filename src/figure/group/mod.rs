//! What a group gathered and decided, ready to be shown.

mod consensus;
mod overview;
mod paper;
mod report;
mod responsibility;
mod strip;
mod table;
mod things;

pub use consensus::{ConsensusFigure, RoundFigure, RoundRow, candidates, consensus_figure, options};
pub use overview::{GroupFigure, GroupPicture, StripRow, group_picture};
pub use paper::group_section;
pub use report::{deed_said, gather_report, refused_one};
pub use responsibility::{ResponsibilityFigure, ResponsibilityRow, ShareCell, responsibility_figure};
