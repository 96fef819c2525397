//! The pen all drawings share: it thinks in CSS pixels and writes integer drawing units.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle};

use super::dash::{Point, dashes};
use super::{Drawn, Ink};

/// The font of all texts, as a CSS family list: the first name ends in a digit and must be quoted, otherwise a canvas
/// silently keeps its 10 px default font.
const FONT: &str = "\"Source Sans 3\", system-ui, sans-serif";
/// The size of all texts in CSS pixels, the token `--t-xs`.
pub(super) const TEXT: f64 = 13.5;
/// Plotters' SVG backend divides every font size by this number; asking for the product cancels it.
const SVG_FONT_DIVISOR: f64 = 1.24;

/// The weight of a text (Schriftstärke).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Weight {
    Text,
    Strong,
}

/// A pen on one drawing area (Stift).
pub(super) struct Pen<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    unit: f64,
    line: f64,
}

impl<'a, DB: DrawingBackend> Pen<'a, DB> {
    /// Takes up the pen; a scale or factor that is not positive counts as 1.
    pub(super) fn new(ink: &Ink, area: &'a DrawingArea<DB, Shift>) -> Self {
        let line = if ink.line.is_finite() && ink.line > 0.0 { ink.line } else { 1.0 };
        Self { area, unit: f64::from(ink.scale.max(1)), line }
    }

    /// Width and height of the area in CSS pixels.
    pub(super) fn size(&self) -> (f64, f64) {
        let (width, height) = self.area.dim_in_pixel();
        (f64::from(width) / self.unit, f64::from(height) / self.unit)
    }

    /// A stroke or bead size in CSS pixels under the current stroke factor.
    pub(super) fn heavy(&self, width: f64) -> f64 {
        width * self.line
    }

    fn units(&self, length: f64) -> i32 {
        (length * self.unit).round().clamp(-1e6, 1e6) as i32
    }

    fn at(&self, point: Point) -> (i32, i32) {
        (self.units(point.0), self.units(point.1))
    }

    fn stroke(&self, width: f64, color: RGBAColor) -> ShapeStyle {
        ShapeStyle { color, filled: false, stroke_width: self.units(self.heavy(width)).max(1).unsigned_abs() }
    }

    /// Fills the rectangle between two corners. Hairlines are rectangles too: they stay crisp at every resolution.
    pub(super) fn fill(&self, from: Point, to: Point, color: impl Color) -> Drawn<DB> {
        let (a, b) = (self.at(from), self.at(to));
        let corners = [(a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1))];
        self.area.draw(&Rectangle::new(corners, color.to_rgba().filled()))
    }

    /// Draws the border of a rectangle, inside its edges.
    pub(super) fn frame(&self, from: Point, to: Point, width: f64, color: impl Color) -> Drawn<DB> {
        let (w, color) = (self.heavy(width), color.to_rgba());
        self.fill(from, (to.0, from.1 + w), color)?;
        self.fill((from.0, to.1 - w), to, color)?;
        self.fill((from.0, from.1 + w), (from.0 + w, to.1 - w), color)?;
        self.fill((to.0 - w, from.1 + w), (to.0, to.1 - w), color)
    }

    /// Fills a polygon.
    pub(super) fn polygon(&self, corners: &[Point], color: impl Color) -> Drawn<DB> {
        let corners: Vec<_> = corners.iter().map(|corner| self.at(*corner)).collect();
        self.area.draw(&Polygon::new(corners, color.to_rgba().filled()))
    }

    /// Draws a solid line; nothing for fewer than two points.
    pub(super) fn line(&self, points: &[Point], width: f64, color: impl Color) -> Drawn<DB> {
        if points.len() < 2 {
            return Ok(());
        }
        let points: Vec<_> = points.iter().map(|point| self.at(*point)).collect();
        self.area.draw(&PathElement::new(points, self.stroke(width, color.to_rgba())))
    }

    /// Draws the dashed pencil line of the plan.
    pub(super) fn dashed(&self, points: &[Point], width: f64, color: impl Color) -> Drawn<DB> {
        let color = color.to_rgba();
        dashes(points, 5.0, 3.5).iter().try_for_each(|dash| self.line(dash, width, color))
    }

    /// Draws the horizontal dotted line of a target or limit; the dots are squares that sit on the pixel grid.
    pub(super) fn dotted(&self, from: f64, to: f64, y: f64, size: f64, color: impl Color) -> Drawn<DB> {
        let (size, color) = (self.heavy(size).max(0.5), color.to_rgba());
        let top = (y - size / 2.0).round();
        let mut x = from.round();
        while x + size <= to + 0.5 {
            self.fill((x, top), (x + size, top + size), color)?;
            x += size * 2.0;
        }
        Ok(())
    }

    /// Fills a disc.
    pub(super) fn disc(&self, centre: Point, radius: f64, color: impl Color) -> Drawn<DB> {
        let radius = self.units(radius).max(1);
        self.area.draw(&Circle::new(self.at(centre), radius, color.to_rgba().filled()))
    }

    /// Draws a hollow bead: a ring of the given stroke, filled with the ground colour.
    pub(super) fn ring(
        &self,
        centre: Point,
        radius: f64,
        width: f64,
        color: impl Color,
        ground: impl Color,
    ) -> Drawn<DB> {
        let half = self.heavy(width) / 2.0;
        self.disc(centre, radius + half, color)?;
        self.disc(centre, radius - half, ground)
    }

    /// Sets a text, vertically centred on its small letters.
    pub(super) fn text(&self, text: &str, at: Point, align: HPos, weight: Weight, color: impl Color) -> Drawn<DB> {
        if text.is_empty() {
            return Ok(());
        }
        let style = match weight {
            Weight::Text => FontStyle::Normal,
            Weight::Strong => FontStyle::Bold,
        };
        let font = FontDesc::new(FontFamily::Name(FONT), TEXT * SVG_FONT_DIVISOR * self.unit, style);
        let style = TextStyle { font, color: color.to_backend_color(), pos: Pos::new(align, VPos::Center) };
        self.area.draw_text(text, &style, self.at(at))
    }
}

/// The width of a text in CSS pixels (Textbreite), from the advance widths of the font.
///
/// Layout must not depend on the backend: plotters' own estimate counts bytes, and a measured one would make the same
/// chart look different on paper and on screen.
pub(super) fn text_width(text: &str, weight: Weight) -> f64 {
    let em: f64 = text.chars().map(advance).sum();
    match weight {
        Weight::Text => em * TEXT,
        Weight::Strong => em * TEXT * 1.065,
    }
}

/// The advance width of a letter in em, rounded up by group.
fn advance(letter: char) -> f64 {
    match letter {
        ' ' | '\u{a0}' => 0.20,
        '.' | ',' | ':' | ';' | 'i' | 'j' | 'l' | '\'' | '|' | '!' | 'I' => 0.26,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' => 0.34,
        'm' | 'M' | 'W' | '%' | '—' => 0.83,
        'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | 'w' | 'Ö' | 'Ü' => 0.68,
        'A'..='Z' | 'Ä' | 'b' | 'd' | 'h' | 'n' | 'o' | 'p' | 'q' | 'u' | 'ö' | 'ü' => 0.55,
        _ => 0.50,
    }
}
