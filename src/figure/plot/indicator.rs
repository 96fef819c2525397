//! The small multiple of one indicator: its whole course at true scale, and a loupe on the end year.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use super::dash::{Point, samples};
pub use super::lens::{Ends, Lens};
use super::lens::{Field, Tint};
use super::pen::{Pen, Weight, text_width};
pub use super::target::Target;
use super::target::{Surroundings, place};
use super::{Drawn, Ink};

/// What the small multiple of one indicator shows (Kennzahl-Bild).
///
/// Values that are not finite are left out. All texts come ready to be set; an empty one is not set.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorPlot {
    /// Year and value of what was measured: solid ink that ends in a hollow dot; may be empty or a single point.
    pub measured: Vec<(f64, f64)>,
    /// The path of the adopted plan from its first to the end year: dashed pencil, drawn on from the last measured
    /// point if it begins later.
    pub plan: Vec<(f64, f64)>,
    /// The path of the scenario: solid accent; `None` while the indicator is untouched.
    pub scenario: Option<Vec<(f64, f64)>>,
    /// The range per year of what the picture is about, the scenario's or, untouched, the plan's; may be empty.
    pub range: Vec<(f64, Ends)>,
    /// The target, dotted and labelled in place.
    pub target: Option<Target>,
    /// The text below the first year; left out where the next one would touch it.
    pub first_label: String,
    /// The text below the last measured year.
    pub last_measured_label: String,
    /// The text below the loupe.
    pub end_label: String,
    /// The enlarged end year.
    pub lens: Lens,
    /// Whether more is better; the label of the target prefers that side of its line.
    pub higher_is_better: bool,
}

/// Which part of the width belongs to the whole course.
const COURSE: f64 = 0.56;
/// The height of the strip for the years.
const YEARS: f64 = 16.0;
/// The radius of the dot on the last measured year.
const DOT: f64 = 2.75;
/// The least length of a target's dotted line.
const SHORTEST: f64 = 18.0;

/// Draws the whole small multiple; an area too small to show anything stays empty.
pub fn draw<DB: DrawingBackend>(plot: &IndicatorPlot, ink: &Ink, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
    let (pen, colours) = (Pen::new(ink, area), &ink.palette);
    let (width, height) = pen.size();
    if width < 80.0 || height < 40.0 {
        return Ok(());
    }
    let axis = (height - YEARS).round();
    let course_end = (width * COURSE).round();
    let left = plot.lens.left_edge(width).round();
    let field = Field { left, right: width, top: 2.0, bottom: axis + 1.0 };
    let course = Course::new(plot, &pen, course_end, axis);

    let grey = colours.rule.mix(0.5);
    let (high, low) = course.ends().unwrap_or((axis / 2.0, axis / 2.0));
    let cone = [
        (course_end, high - 1.5),
        (field.left, field.top),
        (field.right, field.top),
        (field.right, field.bottom),
        (field.left, field.bottom),
        (course_end, low + 1.5),
    ];
    pen.polygon(&cone, grey)?;
    pen.fill((0.0, axis), (course_end, axis + pen.heavy(1.0)), colours.edge)?;

    let tint = Tint::of(plot.scenario.is_some(), colours);
    course.draw_range(&pen, tint)?;
    if let Some(target) = plot.target.as_ref().filter(|target| target.value.is_finite()) {
        course.draw_target(target, plot.higher_is_better, &pen, ink)?;
    }
    pen.dashed(&course.plan, 1.75, colours.plan)?;
    pen.line(&course.scenario, 2.75, colours.accent)?;
    for end in [course.scenario.first(), course.scenario.last()].into_iter().flatten() {
        pen.disc(*end, pen.heavy(2.75) / 2.0, colours.accent)?;
    }
    pen.line(&course.measured, 1.75, colours.ink)?;
    if let Some(dot) = course.measured.last() {
        pen.ring(*dot, pen.heavy(DOT), 1.75, colours.ink, colours.paper)?;
    }
    plot.lens.draw(&pen, colours, tint, field)?;
    draw_years(plot, &course, field, &pen, ink)
}

/// Sets the three years below the axis; the last measured one, which has a mark, wins over the first.
fn draw_years<DB: DrawingBackend>(
    plot: &IndicatorPlot,
    course: &Course,
    field: Field,
    pen: &Pen<'_, DB>,
    ink: &Ink,
) -> Drawn<DB> {
    let (_, height) = pen.size();
    let middle = height - 5.0;
    let colour = ink.palette.ink_2;
    let centre = (field.left + field.right) / 2.0;
    pen.text(&plot.end_label, (centre, middle), HPos::Center, Weight::Text, colour)?;
    let mut free = field.right;
    if let Some(dot) = course.measured.last() {
        let half = text_width(&plot.last_measured_label, Weight::Text) / 2.0;
        let end = centre - text_width(&plot.end_label, Weight::Text) / 2.0 - 6.0;
        let at = dot.0.min(end - half).max(half);
        free = at - half - 6.0;
        pen.text(&plot.last_measured_label, (at, middle), HPos::Center, Weight::Text, colour)?;
    }
    if text_width(&plot.first_label, Weight::Text) <= free {
        pen.text(&plot.first_label, (0.0, middle), HPos::Left, Weight::Text, colour)?;
    }
    Ok(())
}

/// The lines of the whole course, placed in CSS pixels.
struct Course {
    measured: Vec<Point>,
    plan: Vec<Point>,
    scenario: Vec<Point>,
    range: Vec<(f64, Ends)>,
    years: Span,
    values: Span,
    end: f64,
    axis: f64,
}

impl Course {
    fn new<DB: DrawingBackend>(plot: &IndicatorPlot, pen: &Pen<'_, DB>, end: f64, axis: f64) -> Self {
        let measured = finite(&plot.measured);
        let mut plan = finite(&plot.plan);
        if let (Some(last), Some(first)) = (measured.last(), plan.first())
            && last.0 < first.0
        {
            plan.insert(0, *last);
        }
        let scenario = plot.scenario.as_deref().map(finite).unwrap_or_default();
        let target = plot.target.as_ref().map(|target| target.value).filter(|value| value.is_finite());
        let range: Vec<(f64, Ends)> =
            plot.range.iter().copied().filter(|it| it.1.iter().all(|y| y.is_finite())).collect();
        let points = || measured.iter().chain(&plan).chain(&scenario);
        let heights = || points().map(|point| point.1).chain(range.iter().flat_map(|it| [it.1[0], it.1[3]]));

        // The hollow dot must not be cut at the left edge; a label beside an outermost target needs its height.
        let dot_first = measured.len() == 1;
        let left = if dot_first { pen.heavy(DOT + 1.0) + 0.5 } else { 1.0 };
        let years = Span::exact(points().map(|point| point.0), left, end);
        let (lowest, highest) = extent(heights()).unwrap_or((0.0, 0.0));
        let room = |outermost: bool| if outermost { 8.5 } else { pen.heavy(DOT + 1.0) + 1.0 };
        let top = room(target.is_some_and(|value| value >= highest));
        let bottom = axis - room(target.is_some_and(|value| value <= lowest));
        let values = Span::comfortable(heights().chain(target), bottom, top);

        let set = |line: &[(f64, f64)]| line.iter().map(|(x, y)| (years.place(*x), values.place(*y))).collect();
        let range = range.iter().map(|(x, ends)| (years.place(*x), ends.map(|y| values.place(y)))).collect();
        let (measured, plan, scenario) = (set(&measured), set(&plan), set(&scenario));
        Self { measured, plan, scenario, range, years, values, end, axis }
    }

    /// The upper and the lower end of plan and scenario, where the loupe takes over.
    fn ends(&self) -> Option<(f64, f64)> {
        let lasts = [&self.plan, &self.scenario].into_iter().filter_map(|line| line.last());
        extent(lasts.map(|point| point.1))
    }

    /// Two steps, the outer one with edges that stand out from the paper.
    fn draw_range<DB: DrawingBackend>(&self, pen: &Pen<'_, DB>, tint: Tint) -> Drawn<DB> {
        if self.range.len() < 2 {
            return Ok(());
        }
        let line = |end: fn(&Ends) -> f64| self.range.iter().map(|(x, ends)| (*x, end(ends))).collect::<Vec<Point>>();
        let [low, lower, upper, high] = [line(|it| it[0]), line(|it| it[1]), line(|it| it[2]), line(|it| it[3])];
        for (below, above, fill) in [(&low, &high, tint.outer), (&lower, &upper, tint.inner)] {
            let outline: Vec<Point> = below.iter().chain(above.iter().rev()).copied().collect();
            pen.polygon(&outline, fill)?;
        }
        [&low, &high].into_iter().try_for_each(|edge| pen.line(edge, 0.75, tint.edge))
    }

    fn draw_target<DB: DrawingBackend>(&self, target: &Target, above: bool, pen: &Pen<'_, DB>, ink: &Ink) -> Drawn<DB> {
        let colour = ink.palette.ink;
        let y = self.values.place(target.value);
        let to = target.year.filter(|year| year.is_finite()).map_or(self.end, |year| self.years.place(year));
        let after = self.measured.last().map_or(0.0, |dot| dot.0 + pen.heavy(DOT) + 4.0);
        let to = to.max(after + SHORTEST).min(self.end);
        let from = after.min(to - SHORTEST).max(0.0);
        let passed: Vec<Point> =
            [&self.measured, &self.plan, &self.scenario].into_iter().flat_map(|line| samples(line, 1.5)).collect();
        let around = Surroundings { width: self.end, height: self.axis, passed: &passed, above };
        let place = place(from, to, y, text_width(&target.label, Weight::Strong), &around);
        pen.dotted(place.from, place.to, y, 1.5, colour)?;
        pen.text(&target.label, (place.left, place.middle), HPos::Left, Weight::Strong, colour)
    }
}

/// A range of numbers laid on a range of pixels, kept as middle and half width so that no range can overflow.
#[derive(Clone, Copy)]
struct Span {
    middle: f64,
    half: f64,
    from: f64,
    to: f64,
}

impl Span {
    /// Exactly the range of the numbers.
    fn exact(numbers: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        let (low, high) = extent(numbers).unwrap_or((0.0, 0.0));
        Self { middle: low / 2.0 + high / 2.0, half: high / 2.0 - low / 2.0, from, to }
    }

    /// The range of the numbers, but at least a tenth of the largest of them, so that a flat course looks flat.
    fn comfortable(numbers: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        let exact = Self::exact(numbers, from, to);
        let half = exact.half.max((exact.middle.abs() + exact.half) * 0.05);
        Self { half: if half > 0.0 { half } else { 1.0 }, ..exact }
    }

    /// Where a number lies; everything at the beginning if the range is empty.
    fn place(&self, number: f64) -> f64 {
        let share = if self.half > 0.0 { ((number - self.middle) / self.half).clamp(-1.0, 1.0) } else { -1.0 };
        self.from + (share + 1.0) / 2.0 * (self.to - self.from)
    }
}

fn extent(numbers: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    numbers.fold(None, |range, number| match range {
        None => Some((number, number)),
        Some((low, high)) => Some((low.min(number), high.max(number))),
    })
}

fn finite(line: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut line: Vec<_> = line.iter().copied().filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
    line.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    line
}
