//! The wheel of goals: what lies beyond the ecological ceiling grows outwards, what is missing of the social foundation
//! inwards.

use std::f64::consts::TAU;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

use super::dash::Point;
use super::pen::{Pen, Weight};
use super::{Drawn, Ink};

/// The wheel (Zielrad): an overview of two rings, nothing to read values from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WheelPlot {
    /// Segments of the ceiling, clockwise from the top.
    pub ceiling: Vec<Sector>,
    /// Segments of the foundation, likewise.
    pub foundation: Vec<Sector>,
}

/// A segment (Segment).
#[derive(Clone, Debug, PartialEq)]
pub struct Sector {
    /// Its number in the list.
    pub number: String,
    /// How far it is from its limit, parts of the way to the worst: today, and at the horizon as planned. None if that is not
    /// known; then the segment is hatched.
    pub missing: Option<(f64, f64)>,
    /// The same at the horizon with the scenario, if that differs from the plan.
    pub changed: Option<f64>,
}

/// Radii of the circles of ceiling and foundation, and of the innermost end, parts of the wheel's own.
const CEILING: f64 = 0.7;
const FOUNDATION: f64 = 0.5;
const HUB: f64 = 0.16;
/// Gap between two segments, CSS pixels.
const GAP: f64 = 2.0;
/// Distance between the strokes of the hatching at its wide end, CSS pixels.
const HATCH: f64 = 6.0;
/// How far a number stands from its circle, CSS pixels.
const NUMBER: f64 = 10.0;

/// Draws the wheel; an area too small to show anything stays empty.
pub fn draw<DB: DrawingBackend>(plot: &WheelPlot, ink: &Ink, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
    let pen = Pen::new(ink, area);
    let (width, height) = pen.size();
    let radius = width.min(height) / 2.0 - 2.0;
    if radius < 60.0 {
        return Ok(());
    }
    let centre = (width / 2.0, height / 2.0);
    for (sectors, limit, end) in [(&plot.ceiling, CEILING, 1.0), (&plot.foundation, FOUNDATION, HUB)] {
        let ring = Ring { centre, limit: limit * radius, end: end * radius, step: TAU / sectors.len().max(1) as f64 };
        for (at, sector) in sectors.iter().enumerate() {
            ring.draw(at, sector, &pen, ink)?;
        }
        pen.line(&ring.arc(0.0, TAU, ring.limit), 2.0, ink.palette.ink)?;
    }
    Ok(())
}

/// A ring, placed in CSS pixels: segments grow from its limit towards its end.
struct Ring {
    centre: Point,
    limit: f64,
    end: f64,
    step: f64,
}

impl Ring {
    fn point(&self, angle: f64, radius: f64) -> Point {
        (self.centre.0 + radius * angle.sin(), self.centre.1 - radius * angle.cos())
    }

    fn arc(&self, from: f64, to: f64, radius: f64) -> Vec<Point> {
        let points = (((to - from) * radius / 4.0).ceil()).clamp(2.0, 200.0) as usize;
        (0..=points).map(|at| self.point(from + (to - from) * at as f64 / points as f64, radius)).collect()
    }

    fn radius(&self, missing: f64) -> f64 {
        self.limit + (self.end - self.limit) * missing.clamp(0.0, 1.0)
    }

    fn draw<DB: DrawingBackend>(&self, at: usize, sector: &Sector, pen: &Pen<'_, DB>, ink: &Ink) -> Drawn<DB> {
        let colours = &ink.palette;
        let gap = GAP / self.limit / 2.0;
        let (from, to) = (at as f64 * self.step + gap, (at as f64 + 1.0) * self.step - gap);
        let outline = |missing: f64| -> Vec<Point> {
            let mut points = self.arc(from, to, self.limit);
            points.extend(self.arc(from, to, self.radius(missing)).into_iter().rev());
            points
        };
        let line = |missing: f64| self.arc(from, to, self.radius(missing));
        match sector.missing {
            None => {
                let strokes = ((to - from) * self.limit.max(self.end) / HATCH).ceil().clamp(2.0, 60.0) as usize;
                for stroke in 0..=strokes {
                    let angle = from + (to - from) * stroke as f64 / strokes as f64;
                    let ends = [self.point(angle, self.limit), self.point(angle, self.end)];
                    pen.line(&ends, 0.75, colours.edge.mix(0.55))?;
                }
            }
            Some((today, planned)) => {
                pen.polygon(&outline(1.0), colours.rule.mix(0.45))?;
                if today > 0.0 {
                    pen.polygon(&outline(today), colours.plan)?;
                }
                pen.dashed(&line(planned), 1.75, colours.ink)?;
                if let Some(changed) = sector.changed {
                    pen.line(&line(changed), 3.0, colours.accent)?;
                }
            }
        }
        self.number(&sector.number, (from + to) / 2.0, pen, colours.ink_2)
    }

    /// The number stands on the safe side of the circle.
    fn number<DB: DrawingBackend>(&self, number: &str, angle: f64, pen: &Pen<'_, DB>, colour: RGBColor) -> Drawn<DB> {
        let inwards = if self.end > self.limit { -NUMBER } else { NUMBER };
        pen.text(number, self.point(angle, self.limit + inwards), HPos::Center, Weight::Text, colour)
    }
}
