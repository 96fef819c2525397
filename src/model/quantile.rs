//! Quantiles of a finite set of numbers, type 7 (Hyndman and Fan 1996), as R, NumPy and spreadsheets compute them.

use wide::f64x4;

/// The quantile of numbers in ascending order; none of no numbers.
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let at = position(sorted.len(), share)?;
    let (low, high) = (*sorted.get(at.0)?, *sorted.get((at.0 + 1).min(sorted.len() - 1))?);
    Some(low + (high - low) * at.1)
}

/// Index of the lower neighbour and the way from it to the next one.
fn position(count: usize, share: f64) -> Option<(usize, f64)> {
    let last = count.checked_sub(1)?;
    let at = last as f64 * share.clamp(0.0, 1.0);
    // Floor of a number between zero and `last`, so the cast is exact.
    let below = (at.floor() as usize).min(last);
    Some((below, at - below as f64))
}

/// The quantiles of numbers in any order, whose neighbours are transformed before they are interpolated.
///
/// The numbers fall into ascending buckets, as many as there are numbers, and only the buckets that a quantile lies in
/// are sorted: four looks at each number.
pub fn select<const N: usize>(numbers: &[f64], shares: [f64; N], transform: impl Fn(f64) -> f64) -> Option<[f64; N]> {
    let (low, high) = ends(numbers);
    if low == high {
        return Some([transform(low); N]);
    }
    let mut buckets = Buckets::of(numbers, low, high);
    let mut found = [0.0; N];
    for (share, out) in shares.into_iter().zip(&mut found) {
        let (below, way) = position(numbers.len(), share)?;
        let low = buckets.place(below)?;
        let high = buckets.place(below + 1).unwrap_or(low);
        let (low, high) = (transform(low), transform(high));
        *out = low + (high - low) * way;
    }
    Some(found)
}

/// The smallest and the largest number.
fn ends(numbers: &[f64]) -> (f64, f64) {
    let (fours, rest) = numbers.as_chunks();
    let start = (f64x4::splat(f64::INFINITY), f64x4::splat(f64::NEG_INFINITY));
    let (low, high) = fours.iter().fold(start, |(low, high), four| {
        let four = f64x4::new(*four);
        (low.fast_min(four), high.fast_max(four))
    });
    let low = low.to_array().iter().chain(rest).copied().fold(f64::INFINITY, f64::min);
    let high = high.to_array().iter().chain(rest).copied().fold(f64::NEG_INFINITY, f64::max);
    (low, high)
}

/// The bucket of each number, `steep` of them per one.
///
/// Added to 2⁵², a number is rounded to a whole one, which then lies in its lowest bits: what a processor does with four
/// at once, and a cast is not.
fn places(numbers: &[f64], low: f64, steep: f64) -> Vec<u32> {
    let last = numbers.len().saturating_sub(1) as u32;
    let place = |it: &f64| (it.to_bits() as u32).min(last);
    let (low, steep, whole) = (f64x4::splat(low), f64x4::splat(steep), f64x4::splat((1_u64 << 52) as f64));
    let (fours, rest) = numbers.as_chunks();
    let rest = std::array::from_fn(|at| rest.get(at).copied().unwrap_or(0.0));
    let mut places = Vec::with_capacity(numbers.len() + rest.len());
    for four in fours.iter().chain([&rest]) {
        places.extend(((f64x4::new(*four) - low) * steep + whole).as_array().iter().map(place));
    }
    places.truncate(numbers.len());
    places
}

/// Numbers in ascending buckets, in any order within each (Fächer).
struct Buckets {
    numbers: Vec<f64>,
    /// Where each bucket ends.
    ends: Vec<u32>,
}

impl Buckets {
    fn of(numbers: &[f64], low: f64, high: f64) -> Self {
        let count = numbers.len();
        let steep = count.saturating_sub(1) as f64 / (high - low);
        let places = places(numbers, low, steep);
        let mut ends = vec![0; count];
        for place in &places {
            if let Some(size) = ends.get_mut(*place as usize) {
                *size += 1;
            }
        }
        let mut start = 0;
        for end in &mut ends {
            start += std::mem::replace(end, start);
        }
        // Every bucket's end starts at its beginning, and moves on with each number.
        let mut ordered = vec![0.0; count];
        for (it, place) in numbers.iter().zip(places) {
            let Some(end) = ends.get_mut(place as usize) else { continue };
            if let Some(place) = ordered.get_mut(*end as usize) {
                *place = *it;
            }
            *end += 1;
        }
        Self { numbers: ordered, ends }
    }

    /// The number of a rank, counted from zero.
    fn place(&mut self, rank: usize) -> Option<f64> {
        let bucket = self.ends.partition_point(|end| *end as usize <= rank);
        let end = *self.ends.get(bucket)? as usize;
        let start = bucket.checked_sub(1).and_then(|it| self.ends.get(it)).map_or(0, |it| *it as usize);
        let bucket = self.numbers.get_mut(start..end)?;
        bucket.sort_unstable_by(f64::total_cmp);
        bucket.get(rank - start).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_seven_interpolates_between_neighbours() {
        let sorted = [1.0, 2.0, 4.0, 8.0];
        for (share, expected) in [(0.0, 1.0), (0.5, 3.0), (0.9, 6.8), (1.0, 8.0), (0.25, 1.75)] {
            assert!((quantile(&sorted, share).unwrap() - expected).abs() < 1e-12, "{share}");
        }
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[3.0], 0.9), Some(3.0));
    }

    /// However many there are, and however unevenly they lie.
    #[test]
    fn selecting_is_sorting() {
        let mut state = 7_u64;
        let mut drawn = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        };
        let shares = [0.0, 0.1, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0];
        for count in [1, 2, 3, 4, 5, 8, 997, 1000] {
            let even: Vec<f64> = (0..count).map(|_| drawn() - 0.5).collect();
            let shapes: [fn(f64) -> f64; 5] =
                [|it| it, |it| (it * 20.0).round(), |it| (it * 60.0).exp(), |_| -3.0, |it| it * f64::MIN_POSITIVE];
            for (at, shape) in shapes.into_iter().enumerate() {
                let numbers: Vec<f64> = even.iter().map(|it| shape(*it)).collect();
                let mut sorted = numbers.clone();
                sorted.sort_unstable_by(f64::total_cmp);
                let found = select(&numbers, shares, |it| it).unwrap();
                let expected = shares.map(|share| quantile(&sorted, share).unwrap());
                assert_eq!(found, expected, "{count} numbers of shape {at}");
            }
        }
        assert_eq!(select(&[], shares, |it| it), None);
    }
}
