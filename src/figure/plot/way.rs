//! A piece of the way from money to an indicator: the line is the money's way, the band is as wide as what is not known.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::dash::Point;
use super::lens::{Ends, Tint};
use super::pen::Pen;
use super::{Drawn, Ink};

/// A piece of the way (Wegstück): from one step to where the next one begins.
///
/// Steps stand side by side where there is room, and below each other on a phone; each brings its piece, which is drawn
/// along its longer side. Ranges are parts of the step's own value: 1 is the value.
#[derive(Clone, Debug, PartialEq)]
pub struct WayPlot {
    /// The range of this step.
    pub here: Ends,
    /// The range of the next one; of the last one, its own.
    pub next: Ends,
    /// Whether it is the first one, before which nothing lies.
    pub is_first: bool,
    /// How far a range of the whole way lies from its value at most.
    pub reach: f64,
}

/// The largest radius of the bead at a step.
const BEAD: f64 = 7.0;

/// Draws the piece; an area too small to show anything, or numbers that are none, stay empty.
pub fn draw<DB: DrawingBackend>(plot: &WayPlot, ink: &Ink, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
    let (pen, colours) = (Pen::new(ink, area), &ink.palette);
    let (width, height) = pen.size();
    let is_across = width >= height;
    let (long, wide) = if is_across { (width, height) } else { (height, width) };
    let is_told = plot.here.iter().chain(&plot.next).all(|it| it.is_finite());
    if long < 24.0 || wide < 8.0 || !is_told {
        return Ok(());
    }
    let (middle, bead) = (wide / 2.0, (wide / 2.0 - 2.0).min(BEAD));
    let per = if plot.reach > 0.0 && plot.reach.is_finite() { (middle - 1.0) / plot.reach } else { 0.0 };
    // More lies above the line, or to the right of it.
    let at = |along: f64, part: f64| -> Point {
        let off = ((part - 1.0) * per).clamp(1.0 - middle, middle - 1.0);
        if is_across { (along, middle - off) } else { (middle + off, along) }
    };
    let step = bead + 1.0;
    let begin = if plot.is_first { step } else { 0.0 };
    let edge = |end: fn(&Ends) -> f64| -> Vec<Point> {
        let (here, next) = (end(&plot.here), end(&plot.next));
        vec![at(begin, here), at(step, here), at(long, next)]
    };
    let tint = Tint::of(true, colours);
    let [low, lower, upper, high] = [edge(|it| it[0]), edge(|it| it[1]), edge(|it| it[2]), edge(|it| it[3])];
    for (below, above, fill) in [(&low, &high, tint.outer), (&lower, &upper, tint.inner)] {
        let outline: Vec<Point> = below.iter().chain(above.iter().rev()).copied().collect();
        pen.polygon(&outline, fill)?;
    }
    [&low, &high].into_iter().try_for_each(|edge| pen.line(edge, 0.75, tint.edge))?;
    pen.line(&[at(begin, 1.0), at(long, 1.0)], 2.75, colours.accent)?;
    pen.disc(at(step, 1.0), bead, colours.accent)
}
