use super::Link;
use crate::model::At as _;

/// A pack whose links reach this radius is refused: what goes round in a loop would hardly die away.
pub const LARGEST_RADIUS: f64 = 0.9;

/// How often the matrix is squared: after 2⁶⁰ steps the norm of the power is the radius to all digits.
const SQUARINGS: usize = 60;

/// Spectral radius of the links (Spektralradius), by squaring the scaled matrix over and over: a loop of two has two
/// eigenvalues of the same size, at which a power iteration would never settle.
///
/// `links` are the positions of who gives and who receives, and λ. The same in whatever units the counts are; zero without
/// a loop.
pub fn radius(links: impl IntoIterator<Item = (usize, usize, f64)>) -> f64 {
    let mut links: Vec<(usize, usize, f64)> = links.into_iter().collect();
    prune(&mut links);
    let mut places: Vec<usize> = links.iter().map(|(from, ..)| *from).collect();
    places.sort_unstable();
    places.dedup();
    let size = places.len();
    let place = |it: usize| places.binary_search(&it).unwrap_or_default();
    let mut matrix = vec![0.0; size * size];
    for (from, to, value) in &links {
        if let Some(cell) = matrix.get_mut(place(*to) * size + place(*from)) {
            *cell += value;
        }
    }
    // ln of what the matrix was divided by, as a part of the exponent that it stands for.
    let (mut logarithm, mut part) = (0.0, 1.0);
    for _ in 0..SQUARINGS {
        let norm = matrix.iter().fold(0.0_f64, |norm, it| norm.max(it.abs()));
        if norm == 0.0 {
            return 0.0;
        }
        logarithm += part * norm.ln();
        matrix.iter_mut().for_each(|it| *it /= norm);
        matrix = squared(&matrix, size);
        part /= 2.0;
    }
    f64::exp(logarithm)
}

/// Leaves only links that lie on a loop or between loops: the others decide nothing.
fn prune(links: &mut Vec<(usize, usize, f64)>) {
    loop {
        let all = links.clone();
        links.retain(|(from, to, value)| {
            *value != 0.0 && all.iter().any(|(_, to, _)| to == from) && all.iter().any(|(from, ..)| from == to)
        });
        if links.len() == all.len() {
            return;
        }
    }
}

fn squared(matrix: &[f64], size: usize) -> Vec<f64> {
    let cell = |row: usize, column: usize| matrix.get(row * size + column).copied().unwrap_or(0.0);
    let product = |at: usize| (0..size).map(|k| cell(at / size, k) * cell(k, at % size)).sum();
    (0..size * size).map(product).collect()
}

/// Whether anything may come back to where it was handed on, whatever the numbers.
pub(super) fn has_loop(links: &[Link]) -> bool {
    let mut ways: Vec<_> = links.iter().map(|it| (it.from.before(), it.to.before(), 1.0)).collect();
    prune(&mut ways);
    !ways.is_empty()
}

/// What each λ is multiplied by so that the radius is at most as large as allowed.
pub(super) fn cap(links: impl IntoIterator<Item = Link>) -> f64 {
    let radius = radius(links.into_iter().map(Link::between));
    if radius >= LARGEST_RADIUS { LARGEST_RADIUS / radius } else { 1.0 }
}

impl Link {
    /// Who gives, who receives, and λ.
    pub fn between(self) -> (usize, usize, f64) {
        (self.from.before(), self.to.before(), self.per_count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_decide() {
        let golden = (1.0 + 5.0_f64.sqrt()) / 2.0;
        for (all, expected) in [
            (vec![], 0.0),
            (vec![(0, 1, 5.0), (1, 2, 7.0), (0, 2, -3.0)], 0.0),
            (vec![(0, 1, 1600.0), (1, 0, 0.0001)], 0.4),
            (vec![(0, 1, 2.0), (1, 0, -0.125)], 0.5),
            (vec![(0, 1, 1.0), (1, 2, 1.0), (2, 0, 0.064)], 0.4),
            (vec![(0, 0, 1.0), (0, 1, 1.0), (1, 0, 1.0)], golden),
            (vec![(3, 4, 0.9), (4, 3, 0.9), (4, 9, 1e9)], 0.9),
            // Two eigenvalues that fall together: the slowest case there is.
            (vec![(0, 0, 0.5), (0, 1, 100.0), (1, 1, 0.5)], 0.5),
        ] {
            let found = radius(all.iter().copied());
            assert!((found - expected).abs() <= 1e-10 * expected, "{all:?}: {found}");
        }
    }
}
