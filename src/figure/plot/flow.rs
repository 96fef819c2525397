//! The same money on two sides: ribbons lead from what it is spent on to what it is for.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::Color;

use super::dash::Point;
use super::pen::Pen;
use super::{Drawn, Ink};

/// A flow between two lists (Fluss).
///
/// Both lists stand beside the drawing, with rows of one height each; every amount lies in the middle of its row. One scale
/// holds for both sides, so a ribbon is as wide at its end as at its beginning.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowPlot {
    /// Amounts of the rows on the left.
    pub left: Vec<f64>,
    /// Amounts of the rows on the right.
    pub right: Vec<f64>,
    /// What flows, by its row on the left and then on the right.
    pub ribbons: Vec<Ribbon>,
    /// Whether somebody follows a part of it; then the rest is faint.
    pub is_followed: bool,
}

/// A flow from a row to a row (Band).
#[derive(Clone, Debug, PartialEq)]
pub struct Ribbon {
    /// Row on the left.
    pub from: usize,
    /// Row on the right.
    pub to: usize,
    /// What flows.
    pub amount: f64,
    /// The part of it that is followed.
    pub followed: f64,
    /// What a scenario changes of that part: more is a solid line, less a dashed one.
    pub change: f64,
}

/// How much of its row the largest amount fills.
const FILLED: f64 = 0.84;
/// Width of the bar at either end.
const BAR: f64 = 6.0;
/// The least that is to be seen of an amount.
const LEAST: f64 = 0.75;
/// Points along one edge of a ribbon.
const POINTS: usize = 24;

/// Draws the flow; an area too small to show anything stays empty.
pub fn draw<DB: DrawingBackend>(plot: &FlowPlot, ink: &Ink, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
    let (pen, colours) = (Pen::new(ink, area), &ink.palette);
    let (width, height) = pen.size();
    let sides = [&plot.left, &plot.right];
    if width < 80.0 || height < 48.0 || sides.iter().any(|it| it.is_empty()) {
        return Ok(());
    }
    let slots = sides.map(|it| height / it.len() as f64);
    let fits = |(side, slot): (&&Vec<f64>, f64)| {
        let most = side.iter().copied().filter(|it| it.is_finite()).fold(0.0, f64::max);
        if most > 0.0 { slot * FILLED / most } else { f64::MAX }
    };
    let per = sides.iter().zip(slots).map(fits).fold(f64::MAX, f64::min);
    let thick = |amount: f64| if amount > 0.0 && amount.is_finite() { (amount * per).min(height) } else { 0.0 };
    let top = |at: usize, amount: f64, slot: f64| (at as f64 + 0.5) * slot - thick(amount) / 2.0;
    let tops = |side: &[f64], slot: f64| -> Vec<f64> {
        side.iter().enumerate().map(|(at, amount)| top(at, *amount, slot)).collect()
    };
    let [mut left, mut right] = [tops(&plot.left, slots[0]), tops(&plot.right, slots[1])];

    let mut placed = Vec::new();
    for ribbon in &plot.ribbons {
        let (Some(from), Some(to)) = (left.get_mut(ribbon.from), right.get_mut(ribbon.to)) else { continue };
        placed.push((ribbon, *from, *to));
        *from += thick(ribbon.amount);
        *to += thick(ribbon.amount);
    }
    let ends = (BAR, width - BAR);
    let whole = colours.plan.mix(if plot.is_followed { 0.12 } else { 0.3 });
    for (ribbon, from, to) in placed.iter().filter(|(it, ..)| it.amount > 0.0) {
        pen.polygon(&band(ends, (*from, *to), thick(ribbon.amount).max(LEAST)), whole)?;
    }
    for (ribbon, from, to) in placed.iter().filter(|(it, ..)| plot.is_followed && it.followed > 0.0) {
        let part = thick(ribbon.followed).max(LEAST);
        pen.polygon(&band(ends, (*from, *to), part), colours.plan.mix(0.6))?;
    }
    for (at, amount) in plot.left.iter().enumerate() {
        let begin = top(at, *amount, slots[0]);
        pen.fill((0.0, begin), (BAR, begin + thick(*amount).max(LEAST)), colours.plan)?;
    }
    for (at, amount) in plot.right.iter().enumerate() {
        let begin = top(at, *amount, slots[1]);
        pen.fill((width - BAR, begin), (width, begin + thick(*amount).max(LEAST)), colours.plan)?;
    }
    for (ribbon, from, to) in placed.iter().filter(|(it, ..)| it.change != 0.0) {
        let middle = thick(if plot.is_followed { ribbon.followed } else { ribbon.amount }) / 2.0;
        let line = edge(ends, (from + middle, to + middle));
        if ribbon.change > 0.0 {
            pen.line(&line, 2.5, colours.accent)?;
        } else {
            pen.dashed(&line, 2.5, colours.accent)?;
        }
    }
    Ok(())
}

/// One edge of a ribbon: it leaves and arrives level.
fn edge(ends: (f64, f64), heights: (f64, f64)) -> Vec<Point> {
    let at = |step: usize| {
        let t = step as f64 / (POINTS - 1) as f64;
        let eased = t * t * (3.0 - 2.0 * t);
        (ends.0 + (ends.1 - ends.0) * t, heights.0 + (heights.1 - heights.0) * eased)
    };
    (0..POINTS).map(at).collect()
}

/// The outline of a ribbon by its upper edge.
fn band(ends: (f64, f64), heights: (f64, f64), thick: f64) -> Vec<Point> {
    let mut outline = edge(ends, heights);
    outline.extend(edge(ends, (heights.0 + thick, heights.1 + thick)).into_iter().rev());
    outline
}
