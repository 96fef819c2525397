//! Twenty equally likely outcomes as dots over an axis, with the line of the plan.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::HPos;

use super::pen::{Pen, Weight, text_width};
use super::{Drawn, Ink};

/// Outcomes as dots (Punktbild): one in twenty each.
#[derive(Clone, Debug, PartialEq)]
pub struct DotPlot {
    /// Changes against the plan in the unit.
    pub dots: Vec<f64>,
    /// Texts below the lowest and the highest outcome.
    pub ends: [String; 2],
    /// Text at the line of the plan.
    pub plan: String,
}

/// Height of the strip below the axis.
const LABELS: f64 = 18.0;
/// Height of the strip above the dots, for the word at the plan's line.
const HEAD: f64 = 16.0;

/// Draws the dots, all alike: which side of the line is better stands in the sentence beside them.
pub fn draw<DB: DrawingBackend>(plot: &DotPlot, ink: &Ink, area: &DrawingArea<DB, Shift>) -> Drawn<DB> {
    let (pen, colours) = (Pen::new(ink, area), &ink.palette);
    let (width, height) = pen.size();
    let dots: Vec<f64> = plot.dots.iter().copied().filter(|dot| dot.is_finite()).collect();
    if width < 80.0 || height < 60.0 || dots.is_empty() {
        return Ok(());
    }
    let axis = (height - LABELS).round();
    let low = dots.iter().copied().fold(0.0, f64::min);
    let high = dots.iter().copied().fold(0.0, f64::max);
    let span = if high > low { high - low } else { 1.0 };
    let radius = radius(&dots, low, span, width, axis - HEAD);
    let place = |value: f64| radius + 1.0 + (value - low) / span * (width - 2.0 * radius - 2.0);
    let zero = place(0.0);
    // The line lies behind: an outcome that is nearly nothing covers it, and both are seen.
    pen.fill((zero - 0.75, 2.0), (zero + 0.75, axis), colours.plan)?;
    for (x, row) in stacked(&dots, radius, place) {
        pen.disc((x, axis - radius - 1.0 - f64::from(row) * 2.0 * radius), radius - 0.75, colours.accent)?;
    }
    pen.fill((0.0, axis), (width, axis + pen.heavy(1.0)), colours.edge)?;
    let side = if zero < width / 2.0 { (zero + 4.0, HPos::Left) } else { (zero - 4.0, HPos::Right) };
    pen.text(&plot.plan, (side.0, 8.0), side.1, Weight::Strong, colours.ink)?;
    let middle = height - 6.0;
    let [least, most] = &plot.ends;
    let half = |text: &str| text_width(text, Weight::Text) / 2.0;
    let first = place(dots.iter().copied().fold(f64::INFINITY, f64::min)).max(half(least));
    let last = place(dots.iter().copied().fold(f64::NEG_INFINITY, f64::max)).min(width - half(most));
    pen.text(least, (first, middle), HPos::Center, Weight::Text, colours.ink_2)?;
    if last - first > half(least) + half(most) + 6.0 {
        pen.text(most, (last, middle), HPos::Center, Weight::Text, colours.ink_2)?;
    }
    Ok(())
}

/// The largest radius with which the highest stack fits.
fn radius(dots: &[f64], low: f64, span: f64, width: f64, height: f64) -> f64 {
    let fits = |radius: f64| {
        let place = |value: f64| radius + (value - low) / span * (width - 2.0 * radius);
        let highest = stacked(dots, radius, place).into_iter().map(|(_, row)| row).max().unwrap_or(0);
        (f64::from(highest) + 1.0) * 2.0 * radius + 1.0 <= height
    };
    (4..=9).rev().map(f64::from).find(|radius| fits(*radius)).unwrap_or(3.0)
}

/// Middle and row of each dot: values that share a column as wide as a dot stand on each other.
fn stacked(dots: &[f64], radius: f64, place: impl Fn(f64) -> f64) -> Vec<(f64, u16)> {
    let mut columns: Vec<(f64, u16)> = Vec::new();
    dots.iter()
        .map(|dot| {
            let column = ((place(*dot) - radius) / (2.0 * radius)).round() * 2.0 * radius + radius;
            match columns.iter_mut().find(|it| it.0 == column) {
                Some((_, rows)) => {
                    *rows += 1;
                    (column, *rows)
                }
                None => {
                    columns.push((column, 0));
                    (column, 0)
                }
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_dots_cover_each_other() {
        let dots: Vec<f64> = (0..20).map(|at| f64::from(at * at) / 40.0).collect();
        let placed = stacked(&dots, 5.0, |value| 5.0 + value * 20.0);
        for (at, a) in placed.iter().enumerate() {
            assert!(placed.iter().skip(at + 1).all(|b| a != b));
        }
        assert!(placed.iter().all(|(x, _)| (x - 5.0) % 10.0 == 0.0));
    }

    #[test]
    fn dots_shrink_until_the_stack_fits() {
        assert_eq!(radius(&[1.0; 20], 0.0, 1.0, 300.0, 400.0), 9.0);
        assert_eq!(radius(&[1.0; 20], 0.0, 1.0, 300.0, 100.0), 3.0);
    }
}
