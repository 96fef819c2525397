//! Dashed lines by segments: plotters knows no dash pattern, so the pattern is laid along the line here.

/// A position in CSS pixels.
pub(super) type Point = (f64, f64);

/// Cuts a polyline into the dashes of a pattern (Strichelung), bent where the line bends.
///
/// A pattern that does not advance leaves the line whole.
pub(super) fn dashes(line: &[Point], dash: f64, gap: f64) -> Vec<Vec<Point>> {
    if !(dash > 0.0 && gap > 0.0) {
        return vec![line.to_vec()];
    }
    let mut strokes = Vec::new();
    let mut stroke: Vec<Point> = line.first().copied().into_iter().collect();
    let (mut on, mut left) = (true, dash);
    for (from, to) in line.iter().zip(line.iter().skip(1)) {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let part = done / length;
            let at = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            if on {
                stroke.push(at);
                strokes.push(std::mem::take(&mut stroke));
            } else {
                stroke = vec![at];
            }
            on = !on;
            left = if on { dash } else { gap };
        }
        left -= length - done;
        if on {
            stroke.push(*to);
        }
    }
    if on && stroke.len() > 1 {
        strokes.push(stroke);
    }
    strokes
}

/// The places a polyline passes, at most `step` apart, to find out what would lie under a label.
pub(super) fn samples(line: &[Point], step: f64) -> Vec<Point> {
    let mut places: Vec<Point> = line.first().copied().into_iter().collect();
    for (from, to) in line.iter().zip(line.iter().skip(1)) {
        let parts = ((to.0 - from.0).hypot(to.1 - from.1) / step).ceil().clamp(1.0, 2000.0);
        let mut part = 1.0;
        while part <= parts {
            let share = part / parts;
            places.push((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share));
            part += 1.0;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lays_the_pattern_round_a_corner() {
        let strokes = dashes(&[(0.0, 0.0), (6.0, 0.0), (6.0, 6.0)], 4.0, 1.0);
        assert_eq!(strokes.len(), 3);
        assert_eq!(strokes[1], vec![(5.0, 0.0), (6.0, 0.0), (6.0, 3.0)]);
        assert_eq!(strokes[2], vec![(6.0, 4.0), (6.0, 6.0)]);
    }

    #[test]
    fn is_calm_about_nothing() {
        assert!(dashes(&[], 4.0, 1.0).is_empty());
        assert!(dashes(&[(1.0, 1.0)], 4.0, 1.0).is_empty());
        assert_eq!(dashes(&[(0.0, 0.0), (9.0, 0.0)], 0.0, 1.0).len(), 1);
        assert_eq!(samples(&[(0.0, 0.0), (3.0, 0.0)], 1.0).len(), 4);
    }
}
