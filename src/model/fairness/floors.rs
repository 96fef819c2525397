use super::Measure;

/// How far a value lies above its floor: 0 at or beyond critical, 1 at or beyond safe (G9, Natur-Untergrenze).
///
/// clamp((x − critical)/(safe − critical), 0, 1); direction is in which end is larger. A value that is no number has
/// nothing to stand on and is zero.
pub fn floor_status(value: f64, measure: Measure) -> f64 {
    let status = (value - measure.critical) / (measure.safe - measure.critical);
    if status.is_nan() { 0.0 } else { status.clamp(0.0, 1.0) }
}

/// The strong view: the lowest of all floors, none without floors (starke Nachhaltigkeit).
///
/// No average, no weights, no money: what is lost at one floor is not made up for at another.
pub fn strong_status(floors: &[f64]) -> Option<f64> {
    floors.iter().copied().min_by(f64::total_cmp)
}
