use super::Subject;

/// The path of an indicator as planned (Referenzpfad; chain.md, Reference).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// Value in the unit, year by year (x0).
    pub value: Vec<f64>,
    /// What is left to the best end of the scale, in the unit, never negative.
    pub to_best: Vec<f64>,
    /// What is left to the worst end.
    pub to_worst: Vec<f64>,
}

impl Reference {
    /// The path without noise.
    pub fn of(subject: &Subject) -> Self {
        Self::along(subject, &logits(subject))
    }

    /// The path that logit points describe.
    pub(super) fn along(subject: &Subject, logits: &[f64]) -> Self {
        let scale = subject.scale;
        let length = scale.best - scale.worst;
        let parts: Vec<(f64, f64)> = logits.iter().map(|z| parts(*z)).collect();
        Self {
            value: parts.iter().map(|(done, _)| scale.worst + length * done).collect(),
            to_best: parts.iter().map(|(_, left)| length.abs() * left).collect(),
            to_worst: parts.iter().map(|(done, _)| length.abs() * done).collect(),
        }
    }

    /// What is left of the scale at a place of the path in the direction of a change, in the unit.
    pub fn room(&self, subject: &Subject, at: usize, change: f64) -> f64 {
        let room = if subject.is_better(change) { &self.to_best } else { &self.to_worst };
        room.get(at).copied().unwrap_or(0.0)
    }
}

impl Subject {
    /// Whether a change in the unit points to the best end.
    pub fn is_better(&self, change: f64) -> bool {
        change * (self.scale.best - self.scale.worst) > 0.0
    }

    /// A change of the count in the unit, with the base of the same year (chain.md, Count).
    pub fn in_unit(&self, count: f64, t: usize) -> f64 {
        match self.base.get(t) {
            Some(base) if *base > 0.0 => count * self.per / base,
            _ => 0.0,
        }
    }
}

/// What lies behind and before logit points on a scale of one; as quotients, since a difference to one would lose what is
/// left near an end.
fn parts(z: f64) -> (f64, f64) {
    let smaller = (-z.abs()).exp();
    let (more, less) = (1.0 / (1.0 + smaller), smaller / (1.0 + smaller));
    if z < 0.0 { (less, more) } else { (more, less) }
}

/// Logit points of the reference path, year by year.
pub(super) fn logits(subject: &Subject) -> Vec<f64> {
    let steps = (0..subject.base.len().saturating_sub(1)).map(|t| subject.trend * subject.damping.powi(t as i32));
    let mut z = subject.scale.logit(subject.start);
    std::iter::once(0.0)
        .chain(steps)
        .map(|step| {
            z += step;
            z
        })
        .collect()
}

/// A change as it is shown: itself, until the scale ends (chain.md, Shown).
///
/// d = δ / (1 + (δ/room)⁴)^¼: never more than δ, never past the end; more always means more.
pub fn shown(change: f64, room: f64) -> f64 {
    if change == 0.0 || room <= 0.0 {
        return 0.0;
    }
    let fourth = |it: f64| it * it * (it * it);
    let filled = change.abs() / room;
    // Beyond the end the same is written so that no power grows past all numbers.
    if filled <= 1.0 {
        change / (1.0 + fourth(filled)).sqrt().sqrt()
    } else {
        room.copysign(change) / (1.0 + fourth(1.0 / filled)).sqrt().sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_change_ends_where_the_scale_ends() {
        assert_eq!(shown(0.0, 5.0), 0.0);
        assert_eq!(shown(3.0, 0.0), 0.0);
        assert!((shown(2.5, 5.0) / 2.5 - 0.985).abs() < 1e-3, "1.5 % less at half the room");
        for change in [-1e300, -7.0, -1e-300, 1e-9, 4.999, 5.0, 5.001, 1e300] {
            let found = shown(change, 5.0);
            assert!(
                found.abs() <= change.abs() && found.abs() <= 5.0 && found.signum() == change.signum(),
                "{change}: {found}"
            );
        }
        assert!((shown(5.0, 5.0) - shown(5.0 * (1.0 + 1e-12), 5.0)).abs() < 1e-11, "no step at the end");
    }
}
