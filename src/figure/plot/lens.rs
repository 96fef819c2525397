//! The loupe: the end year of an indicator, enlarged.

use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBAColor};

use super::pen::{Pen, TEXT, Weight, text_width};
use super::{Drawn, Palette};

/// The ends of a range in its unit: of 80 % and within it of 50 %, ascending (low, lower, upper, high).
pub type Ends = [f64; 4];

/// The enlarged end year (Lupe).
///
/// A few million euros move a town's indicator by a percent or less, which nobody would see at true scale. The loupe
/// therefore has a scale of its own, with one fixed rule: the plan lies in the middle, and from there to the outermost
/// place of a bead or of its range it is `max(|change|, step)`. So a change that can be read in the numbers reaches the full height,
/// a smaller one moves the bead in proportion, and nothing can ever leave the loupe. The loupe shows the direction
/// and the two values; how much that is on the whole course is what the left part shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Lens {
    /// The value of the plan in the end year.
    pub plan: f64,
    /// The same, as text.
    pub plan_label: String,
    /// The value of the scenario in the end year and its text; `None` while the indicator is untouched.
    pub scenario: Option<(f64, String)>,
    /// The range of the scenario around the plan in the end year; `None` while untouched or not yet known.
    pub range: Option<Ends>,
    /// The smallest visible step: one unit of the last digit the labels show, for example 0.1 for "73,6".
    pub step: f64,
}

/// Where the loupe lies, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// Half the height that a label needs.
const HALF_LABEL: f64 = 7.5;
/// The radius of a bead.
const BEAD: f64 = 4.5;
/// Half the width of the bar of a range.
const WHISKER: f64 = 7.0;

/// The colours of a range (Spannenfarben): of its outer and its inner part, and of its edge.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tint {
    pub outer: RGBAColor,
    pub inner: RGBAColor,
    pub edge: RGBAColor,
}

impl Tint {
    /// Accent for what was changed, pencil for the plan.
    pub(super) fn of(is_moved: bool, colours: &Palette) -> Self {
        if is_moved {
            Self {
                outer: colours.band.to_rgba(),
                inner: colours.band_edge.mix(0.45),
                edge: colours.band_edge.to_rgba(),
            }
        } else {
            Self { outer: colours.rule.mix(0.6), inner: colours.plan.mix(0.35), edge: colours.edge.to_rgba() }
        }
    }
}

impl Lens {
    /// The change that is shown, or `None` for an untouched indicator.
    fn change(&self) -> Option<(f64, &str)> {
        let (value, label) = self.scenario.as_ref()?;
        value.is_finite().then_some((*value, label.as_str()))
    }

    /// How far the bead has left the plan, from −1 to 1.
    fn deflection(&self) -> f64 {
        self.change().map_or(0.0, |(value, _)| self.place(value))
    }

    /// Where a value lies around the plan, from −1 to 1.
    fn place(&self, value: f64) -> f64 {
        // Halves, so that not even the largest numbers overflow.
        let away = |value: f64| value / 2.0 - self.plan / 2.0;
        let step = if self.step.is_finite() { self.step.abs() / 2.0 } else { 0.0 };
        let values = self.change().map(|(value, _)| value).into_iter().chain(self.range.into_iter().flatten());
        let reach = values.map(|value| away(value).abs()).fold(step, f64::max);
        if reach > 0.0 { away(value) / reach } else { 0.0 }
    }

    /// The width of the wider label.
    fn label_width(&self) -> f64 {
        let plan = text_width(&self.plan_label, Weight::Text);
        self.change().map_or(plan, |(_, label)| plan.max(text_width(label, Weight::Strong)))
    }

    /// Where the loupe should begin so that line, bead and labels have room: at 68 % of the width, or further left
    /// when the labels are long.
    pub(super) fn left_edge(&self, width: f64) -> f64 {
        let wanted = width - self.label_width() - 36.0;
        wanted.min(width * 0.68).max(width * 0.58)
    }

    /// Draws the contents of the loupe into its field.
    pub(super) fn draw<DB: DrawingBackend>(
        &self,
        pen: &Pen<'_, DB>,
        colours: &Palette,
        tint: Tint,
        field: Field,
    ) -> Drawn<DB> {
        if !self.plan.is_finite() {
            return Ok(());
        }
        let middle = ((field.top + field.bottom) / 2.0).round();
        let room = (field.bottom - field.top) / 2.0 - pen.heavy(BEAD) - 3.5;
        let label_right = field.right - 2.5;
        let line_left = field.left + 2.0;
        let width = field.right - field.left;
        let line_right = (label_right - self.label_width() - 5.0).min(field.left + 0.54 * width);
        let centre = ((line_left + line_right) / 2.0).min(field.left + 0.28 * width).round();
        let bead = (centre, middle - self.deflection() * room.max(0.0));
        pen.dashed(&[(line_left, middle), (line_right, middle)], 1.75, colours.plan)?;
        let Some((_, label)) = self.change() else {
            pen.ring(bead, BEAD, 1.75, colours.ink, colours.paper)?;
            return pen.text(&self.plan_label, (label_right, middle), HPos::Right, Weight::Text, colours.ink_2);
        };
        if let Some(ends) = self.range.filter(|ends| ends.iter().all(|end| end.is_finite())) {
            let [low, lower, upper, high] = ends.map(|end| middle - self.place(end) * room.max(0.0));
            let (left, right) = (bead.0 - WHISKER, bead.0 + WHISKER);
            pen.fill((left, high), (right, low), tint.outer)?;
            pen.fill((left, upper), (right, lower), tint.inner)?;
            pen.fill((left, high), (right, high + 1.0), tint.edge)?;
            pen.fill((left, low - 1.0), (right, low), tint.edge)?;
        }
        pen.line(&[(bead.0, middle), bead], 2.0, colours.accent)?;
        pen.disc(bead, pen.heavy(BEAD), colours.accent)?;
        if label == self.plan_label {
            return pen.text(label, (label_right, middle), HPos::Right, Weight::Text, colours.ink_2);
        }
        let (plan_y, scenario_y) = apart(middle, bead.1, field);
        pen.text(&self.plan_label, (label_right, plan_y), HPos::Right, Weight::Text, colours.ink_2)?;
        pen.text(label, (label_right, scenario_y), HPos::Right, Weight::Strong, colours.accent)
    }
}

/// The heights of the labels of plan and scenario: beside what they name, but never one over the other and never out
/// of the field.
fn apart(plan: f64, scenario: f64, field: Field) -> (f64, f64) {
    let gap = TEXT * 1.15;
    let up = scenario <= plan;
    let (mut upper, mut lower) = if up { (scenario, plan) } else { (plan, scenario) };
    let missing = gap - (lower - upper);
    if missing > 0.0 {
        upper -= missing / 2.0;
        lower += missing / 2.0;
    }
    let shift = (field.top + HALF_LABEL - upper).max(0.0) - (lower + HALF_LABEL - field.bottom).max(0.0);
    (upper, lower) = (upper + shift, lower + shift);
    if up { (lower, upper) } else { (upper, lower) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lens(plan: f64, scenario: f64) -> Lens {
        Lens { plan, plan_label: "73,6".into(), scenario: Some((scenario, "74,5".into())), range: None, step: 0.1 }
    }

    #[test]
    fn shows_less_than_a_step_in_proportion_and_more_at_full_height() {
        assert!((lens(73.6, 73.65).deflection() - 0.5).abs() < 1e-9);
        assert!((lens(73.6, 74.5).deflection() - 1.0).abs() < 1e-9);
        assert!((lens(73.6, 60.0).deflection() + 1.0).abs() < 1e-9);
        assert_eq!(lens(f64::MAX, f64::MIN).deflection(), -1.0);
        assert_eq!(Lens { step: 0.0, ..lens(1.0, 1.0) }.deflection(), 0.0);
    }

    #[test]
    fn a_range_stays_inside_and_pushes_the_bead_towards_the_plan() {
        let wide = Lens { range: Some([73.0, 74.0, 75.0, 75.6]), ..lens(73.6, 74.6) };
        assert!((wide.deflection() - 0.5).abs() < 1e-9);
        assert!((wide.place(75.6) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn keeps_labels_apart_and_inside() {
        let field = Field { left: 0.0, right: 80.0, top: 2.0, bottom: 54.0 };
        for scenario in [2.0, 20.0, 27.9, 28.0, 28.1, 40.0, 54.0] {
            let (plan, moved) = apart(28.0, scenario, field);
            assert!((plan - moved).abs() >= TEXT * 1.15 - 1e-9);
            for label in [plan, moved] {
                assert!(label - HALF_LABEL >= field.top - 1e-9 && label + HALF_LABEL <= field.bottom + 1e-9);
            }
            assert_eq!(moved > plan, scenario > 28.0);
        }
    }
}
