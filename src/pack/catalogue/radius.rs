//! How strongly loops of links hand on what they get.

/// A link between two counts, by their position.
pub struct Link {
    /// The giving one.
    pub from: usize,
    /// The receiving one.
    pub to: usize,
    /// λ.
    pub strength: f64,
}

/// Squarings after which the norm of the power is the radius to all digits.
const SQUARINGS: u32 = 60;

/// Largest eigenvalue in absolute terms of the matrix with λ in row `to`, column `from`; 0 without a loop.
///
/// Gelfand's formula by squaring the scaled matrix over and over; power iteration would miss a loop of two, whose
/// eigenvalues are ±R.
pub fn radius(n: usize, links: &[Link]) -> f64 {
    let mut matrix = vec![vec![0.0; n]; n];
    for link in links {
        if let Some(cell) = matrix.get_mut(link.to).and_then(|row| row.get_mut(link.from)) {
            *cell += link.strength;
        }
    }
    let mut log = 0.0;
    let mut power = 1.0_f64;
    for _ in 0..SQUARINGS {
        let norm = matrix.iter().map(|row| row.iter().map(|it| it.abs()).sum::<f64>()).fold(0.0, f64::max);
        if norm == 0.0 {
            return 0.0;
        }
        log += norm.ln() / power;
        matrix.iter_mut().flatten().for_each(|cell| *cell /= norm);
        matrix = squared(&matrix);
        power *= 2.0;
    }
    log.exp()
}

fn squared(matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let row = |row: &Vec<f64>| {
        let mut sum = vec![0.0; matrix.len()];
        for (factor, other) in row.iter().zip(matrix).filter(|(factor, _)| **factor != 0.0) {
            sum.iter_mut().zip(other).for_each(|(cell, it)| *cell += factor * it);
        }
        sum
    };
    matrix.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{Link, radius};

    #[test]
    fn the_radius_of_known_loops() {
        let links = |all: &[(usize, usize, f64)]| {
            radius(3, &all.iter().map(|&(from, to, strength)| Link { from, to, strength }).collect::<Vec<_>>())
        };
        assert_eq!(links(&[(0, 1, 5.0), (1, 2, -7.0), (0, 2, 1e6)]), 0.0);
        let close = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-10, "{found} {expected}");
        // A loop of two has the eigenvalues ±√(2 · 0.18), one of three the cube root of its product.
        close(links(&[(0, 1, 2.0), (1, 0, 0.18)]), 0.6);
        close(links(&[(0, 1, -2.0), (1, 0, 0.18)]), 0.6);
        close(links(&[(0, 1, 1e6), (1, 2, 1e-6), (2, 0, 0.729)]), 0.9);
        // [[0.5, 0.4], [0.4, 0.5]] has 0.9 and 0.1.
        close(links(&[(0, 0, 0.5), (1, 1, 0.5), (0, 1, 0.4), (1, 0, 0.4)]), 0.9);
        // A double eigenvalue without two eigenvectors.
        close(links(&[(0, 0, 0.5), (1, 1, 0.5), (0, 1, 100.0)]), 0.5);
    }
}
