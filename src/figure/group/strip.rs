//! Drafts as dots around the line of the plan (Punktstreifen).

use std::fmt::Write;

use crate::group::Spread;

/// Columns on each side of the line; the line is one of its own.
const HALF: f64 = 7.0;

/// Where the line and the outermost columns stand, percent of the width.
const MIDDLE: f64 = 50.0;
const REACH: f64 = 44.0;

/// Dots beside each other in a column, in the order in which they are put down, and how far apart, percent of the width. On the
/// line there is room for more, and need of it.
const BESIDE: [f64; 3] = [0.0, -1.0, 1.0];
const ON_LINE: [f64; 5] = [0.0, -1.0, 1.0, -2.0, 2.0];
const APART: f64 = 2.05;

/// Dots above each other, from the bottom, percent of the height.
const ABOVE: usize = 8;
const BOTTOM: f64 = 93.0;
const STEP: f64 = 11.0;

/// How dots stand beside each other in a column.
fn beside(column: i32) -> &'static [f64] {
    if column == 0 { &ON_LINE } else { &BESIDE }
}

/// Dots of a full column.
fn full(column: i32) -> usize {
    beside(column).len() * ABOVE
}

/// The column of a change: what is not nothing never stands on the line.
fn column(change: f64, scale: f64) -> i32 {
    if change == 0.0 || scale <= 0.0 {
        return 0;
    }
    let far = (change.abs() / scale * HALF).ceil().clamp(1.0, HALF);
    if change < 0.0 { -(far as i32) } else { far as i32 }
}

/// Where a column stands, percent of the width.
fn place(column: i32) -> f64 {
    MIDDLE + REACH * f64::from(column) / HALF
}

/// Where a change stands, percent of the width.
pub fn place_of(change: f64, scale: f64) -> f64 {
    place(column(change, scale))
}

/// How many drafts stand in each column.
fn columns(spread: &Spread, scale: f64) -> Vec<(i32, usize)> {
    let unmoved = spread.count() - spread.moved().len();
    let mut all: Vec<i32> = spread.moved().iter().map(|it| column(*it, scale)).collect();
    all.extend(std::iter::repeat_n(0, unmoved));
    all.sort_unstable();
    all.chunk_by(|one, other| one == other).filter_map(|it| Some((*it.first()?, it.len()))).collect()
}

/// How many drafts a dot stands for, so that no column of these is higher than its row.
pub fn per_dot<'a>(all: impl Iterator<Item = &'a Spread>, scale: f64) -> usize {
    let needed = all.flat_map(|it| columns(it, scale)).map(|(column, count)| count.div_ceil(full(column)));
    needed.max().unwrap_or(1).max(1)
}

/// Dots as a path on a field of a hundred by a hundred: points without length, which a round pen makes dots of.
pub fn dots(spread: &Spread, scale: f64, per: usize) -> String {
    let mut path = String::new();
    for (column, count) in columns(spread, scale) {
        let row = beside(column);
        for at in 0..count.div_ceil(per.max(1)).min(full(column)) {
            let (beside, above) = (row.get(at % row.len()).copied().unwrap_or(0.0), at / row.len());
            let (x, y) = (place(column) + beside * APART, BOTTOM - STEP * above as f64);
            let _ = write!(path, "M{x:.2} {y:.0}h0");
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Money;

    fn spread(changes: &[f64], count: usize) -> Spread {
        Spread::of(changes.iter().map(|it| Money::from_euros(*it)), count)
    }

    #[test]
    fn every_draft_is_a_dot_and_only_the_plan_stands_on_its_line() {
        let it = spread(&[1.0, -1.0, 1000.0, -1000.0, 500.0], 8);
        let path = dots(&it, 1000.0, 1);
        assert_eq!(path.matches('M').count(), 8);
        let on_line = ["M50.00 ", "M47.95 ", "M52.05 "].map(|it| path.matches(it).count());
        assert_eq!(on_line, [1, 1, 1]);
        assert!(path.contains("M6.00 ") && path.contains("M94.00 "), "{path}");
        assert!((place_of(1.0, 1000.0) - 56.29).abs() < 0.01, "the least change has left the line");
    }

    #[test]
    fn many_drafts_share_dots_and_none_is_lost() {
        let it = spread(&[], 10_000);
        let per = per_dot(std::iter::once(&it), 0.0);
        assert_eq!(per, 250);
        assert_eq!(dots(&it, 0.0, per).matches('M').count(), 40);
        let few = spread(&[5.0], 24);
        assert_eq!(per_dot(std::iter::once(&few), 5.0), 1);
        assert_eq!(dots(&few, 5.0, 250).matches('M').count(), 2, "one that is alone is still a dot");
    }
}
