use wide::f64x4;

use super::Subject;
use super::power::exp;

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
        let scale = subject.scale;
        let length = scale.best - scale.worst;
        let parts: Vec<(f64, f64)> = logits(subject).into_iter().map(parts).collect();
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

/// What lies behind and before logit points on a scale of one; neither as a difference to one, which would lose what is left
/// near an end.
fn parts(z: f64) -> (f64, f64) {
    let smaller = (-z.abs()).exp();
    let more = 1.0 / (1.0 + smaller);
    let less = smaller * more;
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

/// The same year on the paths of all members, four by four (Referenzpfade).
#[derive(Debug)]
pub(super) struct Paths {
    worst: f64x4,
    /// One where the scale rises from worst to best, minus one where it falls.
    direction: f64x4,
    /// What is left to the best and to the worst end of the scale, in the unit.
    rooms: Vec<(f64x4, f64x4)>,
}

impl Paths {
    /// Where logit points lie on the scale.
    pub fn along(subject: &Subject, logits: &[f64x4]) -> Self {
        let length = subject.scale.best - subject.scale.worst;
        let whole = f64x4::splat(length.abs());
        let rooms = |z: &f64x4| {
            let smaller = exp(-z.abs());
            let more = f64x4::ONE / (f64x4::ONE + smaller);
            let (nearer, farther) = (whole * smaller * more, whole * more);
            let is_below = z.simd_lt(f64x4::ZERO);
            (is_below.select(farther, nearer), is_below.select(nearer, farther))
        };
        Self {
            worst: f64x4::splat(subject.scale.worst),
            direction: f64x4::splat(length.signum()),
            rooms: logits.iter().map(rooms).collect(),
        }
    }

    /// The values as planned.
    pub fn values(&self) -> impl Iterator<Item = f64x4> {
        self.rooms.iter().map(|(_, to_worst)| self.value(*to_worst))
    }

    fn value(&self, to_worst: f64x4) -> f64x4 {
        self.worst + self.direction * to_worst
    }

    /// Changes in the unit as they are shown, each with the value that it leads to.
    pub fn with(&self, changes: impl Iterator<Item = f64x4>) -> impl Iterator<Item = (f64x4, f64x4)> {
        self.rooms.iter().zip(changes).map(|((to_best, to_worst), change)| {
            let is_better = (change * self.direction).simd_gt(f64x4::ZERO);
            let shown = shown_to_four(change, is_better.select(*to_best, *to_worst));
            (shown, self.value(*to_worst) + shown)
        })
    }
}

/// Up to this fourth power of what a change fills of its room, the first terms of a series are the root to the last bit.
const FAR_FROM_THE_END: f64x4 = f64x4::splat(1e-3);

/// [`shown`], of four members: far from the end of the scale without a root.
fn shown_to_four(change: f64x4, room: f64x4) -> f64x4 {
    // (1 + u)^−¼ = 1 − u/4 + 5u²/32 − 15u³/128 + 195u⁴/2048 − …
    const TERMS: [f64x4; 4] =
        [f64x4::splat(-1.0 / 4.0), f64x4::splat(5.0 / 32.0), f64x4::splat(-15.0 / 128.0), f64x4::splat(195.0 / 2048.0)];
    let filled = change / room;
    let square = filled * filled;
    let u = square * square;
    if u.simd_le(FAR_FROM_THE_END).all() {
        change * (f64x4::ONE + u * (TERMS[0] + u * (TERMS[1] + u * (TERMS[2] + u * TERMS[3]))))
    } else {
        shown_by_roots(change, room, filled.abs())
    }
}

/// The rule as [`shown`] has it, to the last bit.
#[cold]
fn shown_by_roots(change: f64x4, room: f64x4, filled: f64x4) -> f64x4 {
    let is_beyond = filled.simd_gt(f64x4::ONE);
    let part = is_beyond.select(f64x4::ONE / filled, filled);
    let square = part * part;
    let end = change.simd_gt(f64x4::ZERO).select(room, -room);
    let shown = is_beyond.select(end, change) / (f64x4::ONE + square * square).sqrt().sqrt();
    (change.simd_eq(f64x4::ZERO) | room.simd_le(f64x4::ZERO)).select(f64x4::ZERO, shown)
}

#[cfg(test)]
mod tests {
    use wide::f64x4;

    use super::{shown, shown_to_four};

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
    /// Whether by roots or by a series: the same to the last bits, on either side of where the series ends.
    #[test]
    fn four_members_are_shown_like_one() {
        let mut change = 1e-9;
        while change < 1e4 {
            for change in [change, -change] {
                let alone = shown(change, 5.0);
                for others in [0.0, 1e-3, 2e3] {
                    let four = shown_to_four(f64x4::new([others, change, 0.0, -others]), f64x4::splat(5.0)).to_array();
                    assert!((four[1] - alone).abs() <= 4e-16 * alone.abs(), "{change}: {} and {alone}", four[1]);
                    assert_eq!((four[2], four[0]), (0.0, -four[3]));
                }
            }
            change *= 1.07;
        }
        assert_eq!(shown_to_four(f64x4::new([3.0, 0.0, -3.0, 0.0]), f64x4::ZERO).to_array(), [0.0; 4]);
    }
}
