//! The drawings of the figures (Bilder): plain data in, strokes out.
//!
//! Nothing here knows a language, a number format, a browser or the model. A drawing gets values to place and
//! texts that are ready to be set, and draws them on any plotters backend, so that the page (canvas), the printed
//! annex and the golden tests (SVG) show the same picture.
//!
//! The grammar is one for all charts: measured is a solid ink line, the adopted plan is dashed pencil, a change is
//! the one accent colour, a target or limit is dotted ink. An untouched chart therefore has no colour at all.

pub mod cohort;
mod dash;
pub mod dots;
pub mod flow;
pub mod indicator;
mod lens;
mod palette;
mod pen;
pub mod reserve;
pub mod sheet;
pub mod squares;
mod target;
pub mod way;
pub mod wheel;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

pub use palette::{Palette, colour, number};

/// What a drawing answers: nothing, or the error of the backend it drew on.
pub type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws a plot on a backend.
pub type Draw<P, DB> = fn(&P, &Ink, &DrawingArea<DB, Shift>) -> Drawn<DB>;

/// How a drawing is inked (Tinte): its colours, how fine its grid of coordinates is and how heavy its strokes are.
#[derive(Clone, Debug, PartialEq)]
pub struct Ink {
    /// The colours of the current theme.
    pub palette: Palette,
    /// Drawing units per CSS pixel. The canvas has 8, an SVG between 1 and 8. Where the page is set larger, as in
    /// the projector theme at 150 %, a larger value (12 on the canvas) enlarges texts and strokes alike.
    pub scale: i32,
    /// The factor of all strokes, the token `--k`: 1 on paper, 1.7 on the projector.
    pub line: f64,
}
