//! Where families live: moves to and from the surroundings, read from one age structure.

use super::ages::ByAge;

/// Age groups of children, as the statistical offices publish them.
const CHILDREN: [(usize, usize); 5] = [(0, 2), (3, 5), (6, 9), (10, 14), (15, 17)];
/// Age groups of parents.
const PARENTS: [(usize, usize); 4] = [(30, 34), (35, 39), (40, 44), (45, 49)];

/// Factors beside the national ones (örtliche Wanderung von Familien).
pub struct Families {
    /// q(a+1) / q(a) at ages 0 … 16 and 30 … 43, one elsewhere; q is the town's share of the nation's people.
    pub factors: ByAge,
}

impl Families {
    /// No moves beside the nation's.
    pub fn none() -> Self {
        Self { factors: ByAge::new(|_| 1.0) }
    }

    /// The town's share of the nation in each age group, linear between the middles of the groups, children and parents
    /// apart: the share falls where families move out while their children grow.
    pub fn of(people: &ByAge, nation: &ByAge) -> Self {
        let share = |groups: &[(usize, usize)]| -> Vec<(f64, f64)> {
            let middle = |(from, to): (usize, usize)| f64::midpoint(from as f64, to as f64);
            groups
                .iter()
                .map(|it| (middle(*it), people.within(it.0, it.1) / nation.within(it.0, it.1)))
                .filter(|(_, share)| share.is_finite() && *share > 0.0)
                .collect()
        };
        let (children, parents) = (share(&CHILDREN), share(&PARENTS));
        let factors = ByAge::new(|age| match age {
            0..=16 => ratio(&children, age),
            30..=43 => ratio(&parents, age),
            _ => 1.0,
        });
        Self { factors }
    }
}

/// q(a+1) / q(a); one where q is not known.
fn ratio(points: &[(f64, f64)], age: usize) -> f64 {
    match (at(points, age as f64), at(points, age as f64 + 1.0)) {
        (Some(now), Some(next)) => next / now,
        _ => 1.0,
    }
}

/// Linear between points in order, constant before the first and after the last.
fn at(points: &[(f64, f64)], x: f64) -> Option<f64> {
    let (first, last) = (points.first()?, points.last()?);
    if x <= first.0 {
        return Some(first.1);
    }
    let inside = points.iter().zip(points.iter().skip(1)).find(|(_, right)| x <= right.0);
    Some(inside.map_or(last.1, |(left, right)| left.1 + (right.1 - left.1) * (x - left.0) / (right.0 - left.0)))
}
