//! The target of an indicator: a short dotted line and a label that keeps clear of the lines.

use super::dash::Point;

/// The target of an indicator (Ziel).
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The value to be reached.
    pub value: f64,
    /// What stands beside the dotted line, for example "Ziel 33".
    pub label: String,
    /// The year by which it is to be reached, where the dotted line ends; without one it runs to the end year.
    pub year: Option<f64>,
}

/// Where the dotted line and the label go, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// The left end of the dotted line.
    pub from: f64,
    /// Its right end.
    pub to: f64,
    /// The left end of the label.
    pub left: f64,
    /// The middle of the label's height.
    pub middle: f64,
}

/// Half the height of a label, with a little air.
const HALF: f64 = 7.5;
/// The distance from the dotted line to the middle of a label above or below it.
const OFF: f64 = 10.0;

/// What surrounds a target.
pub(super) struct Surroundings<'a> {
    /// The width the label may use, from 0.
    pub width: f64,
    /// The height the label may use, from 0.
    pub height: f64,
    /// The places the lines pass.
    pub passed: &'a [Point],
    /// Whether the label should first try the side above the line.
    pub above: bool,
}

/// Finds the first place for the label where nothing passes under it, or else the one where least does: left of the
/// dotted line, on the side to be reached, on the other side, right of it, and last anywhere along its height, with
/// the dotted line drawn out to meet it.
pub(super) fn place(from: f64, to: f64, y: f64, label_width: f64, around: &Surroundings<'_>) -> Place {
    let far = (around.width - label_width).max(0.0);
    let (one, other) = if around.above { (y - OFF, y + OFF) } else { (y + OFF, y - OFF) };
    let beside = y.clamp(HALF, (around.height - HALF).max(HALF));
    let mut places = vec![(from - 4.0 - label_width, beside)];
    for side in [one, other] {
        places.extend([(from.min(far), side), ((to - label_width).clamp(0.0, far), side)]);
    }
    places.push((to + 4.0, beside));
    for side in [one, other] {
        places.extend([0.5, 0.25, 0.75, 0.0, 1.0].map(|share| (far * share, side)));
    }
    let fits = |(left, middle): &(f64, f64)| {
        *left >= 0.0 && *left <= far && *middle >= HALF - 0.5 && *middle <= around.height - HALF + 0.5
    };
    let hidden = |(left, middle): &(f64, f64)| {
        let under =
            |at: &&Point| at.0 > left - 2.0 && at.0 < left + label_width + 2.0 && (at.1 - middle).abs() < HALF + 0.5;
        around.passed.iter().filter(under).count()
    };
    let best = places.iter().filter(|place| fits(place)).min_by_key(|place| hidden(place));
    let (left, middle) = best.copied().unwrap_or((from.min(far), beside));
    let apart = middle == beside;
    let (from, to) = if apart { (from, to) } else { (from.min(left), to.max(left + label_width.min(20.0))) };
    Place { from, to, left, middle }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stands_left_of_its_line_unless_something_passes() {
        let free = Surroundings { width: 118.0, height: 53.0, passed: &[], above: true };
        let place_free = place(70.0, 95.0, 30.0, 40.0, &free);
        assert_eq!((place_free.left, place_free.middle), (26.0, 30.0));

        let passed = [(40.0, 30.0)];
        let above = place(70.0, 95.0, 30.0, 40.0, &Surroundings { passed: &passed, ..free });
        assert_eq!((above.left, above.middle), (70.0, 20.0));
    }

    #[test]
    fn never_leaves_its_bounds() {
        let around = Surroundings { width: 118.0, height: 53.0, passed: &[], above: false };
        for y in [0.0, 5.0, 30.0, 53.0] {
            for width in [10.0, 60.0, 118.0] {
                let found = place(60.0, 110.0, y, width, &around);
                assert!(found.left >= 0.0 && found.left + width <= 118.0 + 1e-9);
                assert!(found.middle >= HALF - 0.5 && found.middle <= 53.0 - HALF + 0.5);
            }
        }
    }
}
