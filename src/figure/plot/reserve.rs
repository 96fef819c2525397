//! The chart of budget law: how much of the general reserve each plan year uses up.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use super::pen::{Pen, TEXT, Weight, text_width};
use super::{Drawn, Ink, Palette};

/// The law chart (Haushaltsrecht-Bild): one column per plan year against the legal limit.
#[derive(Clone, Debug, PartialEq)]
pub struct ReservePlot {
    /// The plan years, from left to right.
    pub years: Vec<ReserveColumn>,
    /// The dotted line across the columns, if the law knows one.
    pub limit: Option<Limit>,
}

/// The share that must not be passed in two years running (Grenze).
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// In percent.
    pub percent: f64,
    /// Up to three lines that stand at the right end of the dotted line; the first one is strong.
    pub label: Vec<String>,
}

/// One plan year (Säule).
#[derive(Clone, Debug, PartialEq)]
pub struct ReserveColumn {
    /// The text below the column.
    pub year: String,
    /// The share in percent under the adopted plan; a year that uses up nothing has no column, only its text.
    pub plan: f64,
    /// The share under the scenario; `None` while it is untouched.
    pub scenario: Option<f64>,
    /// The share that counts now, as text.
    pub label: String,
    /// Whether a consolidation plan would be due: an inverted chip above the column.
    pub due: bool,
}

/// The height of the strip for the years.
const YEARS: f64 = 18.0;
/// The least height of a difference that is to be seen.
const LEAST: f64 = 3.0;
/// The height of the chip, and of the room that a text needs.
const CHIP: f64 = 15.0;

/// Draws the law chart; an area too small to show anything stays empty.
pub fn draw<DB: DrawingBackend>(plot: &ReservePlot, ink: &Ink, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
    let (pen, colours) = (Pen::new(ink, area), &ink.palette);
    let (width, height) = pen.size();
    let years: Vec<&ReserveColumn> = plot.years.iter().filter(|year| year.plan.is_finite()).collect();
    if width < 80.0 || height < 48.0 || years.is_empty() {
        return Ok(());
    }
    let limit = plot.limit.as_ref().filter(|it| it.percent.is_finite());
    let lines = limit.map_or(&[][..], |it| it.label.get(..3).unwrap_or(&it.label)).iter();
    let label = lines.clone().map(|line| text_width(line, Weight::Strong)).fold(0.0, f64::max);
    let columns = (width - label - 10.0).max(width * 0.5).round();
    let axis = (height - YEARS).round();
    let scale = Scale::new(limit, &years, axis);
    let dotted = limit.map(|it| scale.height_of(it.percent.max(0.0)).round());

    let slot = columns / years.len() as f64;
    let value = years.iter().map(|year| text_width(&year.label, Weight::Strong)).fold(0.0, f64::max);
    let thick = (slot * 0.76).min(44.0).max((value + 4.0).min(slot - 2.0)).max(1.0).round();
    let widest = years.iter().map(|year| text_width(&year.year, Weight::Text)).fold(0.0, f64::max);
    let every = if widest + 3.0 > slot { 2 } else { 1 };
    for (number, year) in years.iter().enumerate() {
        let left = (slot * number as f64 + (slot - thick) / 2.0).round();
        let column = Column { left, right: left + thick, axis, dotted, year };
        column.draw(&scale, &pen, colours)?;
        if number % every == 0 {
            let below = ((left + thick / 2.0).max(text_width(&year.year, Weight::Text) / 2.0), height - 6.0);
            pen.text(&year.year, below, HPos::Center, Weight::Text, colours.ink_2)?;
        }
    }
    pen.fill((0.0, axis), (width, axis + pen.heavy(1.0)), colours.edge)?;
    let Some(dotted) = dotted else { return Ok(()) };
    pen.dotted(0.0, columns + 4.0, dotted, 2.0, colours.ink)?;
    let step = TEXT * 1.2;
    let below = step * (lines.len() as f64 - 1.0);
    let mut middle = dotted.min(axis - CHIP / 2.0 - below).max(CHIP / 2.0);
    for (number, line) in lines.enumerate() {
        let (weight, colour) = if number == 0 { (Weight::Strong, colours.ink) } else { (Weight::Text, colours.ink_2) };
        pen.text(line, (columns + 10.0, middle), HPos::Left, weight, colour)?;
        middle += step;
    }
    Ok(())
}

/// Percent laid on pixels, from the axis upwards.
struct Scale {
    most: f64,
    axis: f64,
    room: f64,
}

impl Scale {
    /// The highest column and the limit fit, with room for chips where some are due.
    fn new(limit: Option<&Limit>, years: &[&ReserveColumn], axis: f64) -> Self {
        let values = years.iter().flat_map(|year| [Some(year.plan), year.scenario]).flatten();
        let values = values.chain(limit.map(|it| it.percent * 1.1));
        let most = values.filter(|value| value.is_finite()).fold(0.0, f64::max);
        let above = if years.iter().any(|year| year.due) { CHIP + 4.0 } else { 5.0 };
        Self { most: if most > 0.0 && most.is_finite() { most } else { 1.0 }, axis, room: axis - above }
    }

    fn height_of(&self, share: f64) -> f64 {
        self.axis - (share / self.most).clamp(0.0, 1.0) * self.room
    }
}

/// One column, placed in CSS pixels.
struct Column<'a> {
    left: f64,
    right: f64,
    axis: f64,
    /// Height of the limit, if there is one.
    dotted: Option<f64>,
    year: &'a ReserveColumn,
}

impl Column<'_> {
    fn draw<DB: DrawingBackend>(&self, scale: &Scale, pen: &Pen<'_, DB>, colours: &Palette) -> Drawn<DB> {
        let plan = scale.height_of(self.year.plan).round();
        let scenario = self.year.scenario.filter(|share| share.is_finite() && *share != self.year.plan);
        let moved = scenario.map(|share| scale.height_of(share).round());
        let rises = scenario.is_some_and(|share| share > self.year.plan);
        // How high it stands now, and how high the grey part of it.
        let top = match moved {
            Some(moved) if rises => moved.min(plan - LEAST).max(0.0),
            Some(moved) => moved.max(plan + LEAST + 1.0).min(self.axis),
            None => plan,
        };
        let body = top.max(plan);
        if self.axis - body >= 1.0 {
            pen.fill((self.left, body), (self.right, self.axis), colours.plan.mix(0.28))?;
            pen.frame((self.left, body), (self.right, self.axis + 1.0), 1.0, colours.plan)?;
        }
        let mut edges: Vec<f64> = self.dotted.into_iter().collect();
        if rises {
            pen.fill((self.left, top), (self.right, plan), colours.accent)?;
        } else if moved.is_some() {
            self.draw_outline(plan, top, pen, colours)?;
            edges.push(plan);
        }
        let label = self.draw_label(top.min(self.axis - LEAST), body, &edges, pen, colours)?;
        if !self.year.due {
            return Ok(());
        }
        let chip = (label.min(plan).min(top) - CHIP - 2.0).max(0.0);
        pen.fill((self.left, chip), (self.right, chip + CHIP), colours.ink)?;
        let middle = ((self.left + self.right) / 2.0, chip + CHIP / 2.0 + 1.2);
        pen.text("!", middle, HPos::Center, Weight::Strong, colours.paper)
    }

    /// What the plan uses up beyond the scenario: a dashed outline; the new height has a coloured edge.
    fn draw_outline<DB: DrawingBackend>(&self, plan: f64, top: f64, pen: &Pen<'_, DB>, colours: &Palette) -> Drawn<DB> {
        let (left, right, high) = (self.left + 0.5, self.right - 0.5, plan + 0.5);
        let corners = [(left, top), (left, high), (right, high), (right, top)];
        pen.dashed(&corners, 1.25, colours.plan)?;
        let edge = top.min(self.axis - LEAST);
        pen.fill((self.left, edge), (self.right, edge + LEAST), colours.accent)
    }

    /// Sets the value inside the column or right above it, clear of the edges that cross its place; tells its top.
    fn draw_label<DB: DrawingBackend>(
        &self,
        top: f64,
        body: f64,
        edges: &[f64],
        pen: &Pen<'_, DB>,
        colours: &Palette,
    ) -> Result<f64, DrawingAreaErrorKind<DB::ErrorType>> {
        let half = CHIP / 2.0;
        let clear = |middle: f64| edges.iter().all(|edge| (middle - edge).abs() > half + 2.0);
        let above_limit = self.dotted.map(|dotted| dotted - half - 3.0);
        let mut inside = std::iter::once(self.axis - half - 2.0).chain(above_limit);
        let fits = |middle: &f64| middle - half > body + LEAST && clear(*middle);
        let above = std::iter::once(top).chain(edges.iter().copied()).map(|edge| edge - half - 3.0);
        let free = |middle: &f64| *middle >= half && middle + half < top && clear(*middle);
        let middle = inside.find(fits).or_else(|| above.filter(free).reduce(f64::max));
        // Where nothing is free it stands at the very top.
        let middle = middle.unwrap_or(half);
        let centre = (self.left + self.right) / 2.0;
        pen.text(&self.year.label, (centre, middle), HPos::Center, Weight::Strong, colours.ink)?;
        Ok(middle - half)
    }
}
