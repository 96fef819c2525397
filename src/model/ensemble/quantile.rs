//! Quantiles of a finite set of numbers, type 7 (Hyndman and Fan 1996), as R, NumPy and spreadsheets compute them.

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
/// `shares` ascend. Each selection parts the numbers, so that the next one looks at one side only; that is several
/// times faster than sorting.
pub fn select<const N: usize>(
    numbers: &mut [f64],
    shares: [f64; N],
    transform: impl Fn(f64) -> f64,
) -> Option<[f64; N]> {
    let places = shares.map(|share| position(numbers.len(), share));
    let mut ranks: Vec<usize> = places.iter().flatten().flat_map(|(below, _)| [*below, below + 1]).collect();
    ranks.retain(|rank| *rank < numbers.len());
    ranks.dedup();
    part(numbers, 0, &ranks);
    let mut found = [0.0; N];
    for (place, out) in places.into_iter().zip(&mut found) {
        let (below, way) = place?;
        let low = *numbers.get(below)?;
        let high = numbers.get(below + 1).copied().unwrap_or(low);
        let (low, high) = (transform(low), transform(high));
        *out = low + (high - low) * way;
    }
    Some(found)
}

/// Puts the numbers of these ascending ranks in their places, the middle one first; `offset` is the first one's rank.
fn part(numbers: &mut [f64], offset: usize, ranks: &[usize]) {
    let Some((left, rest)) = ranks.split_at_checked(ranks.len() / 2) else { return };
    let Some((rank, right)) = rest.split_first() else { return };
    let Some(at) = rank.checked_sub(offset).filter(|at| *at < numbers.len()) else { return };
    let (below, _, above) = numbers.select_nth_unstable_by(at, f64::total_cmp);
    part(below, offset, left);
    part(above, rank + 1, right);
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

    #[test]
    fn selecting_is_sorting() {
        let mut state = 7_u64;
        let numbers: Vec<f64> = (0..997)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (state >> 40) as f64 % 131.0
            })
            .collect();
        let mut sorted = numbers.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let shares = [0.0, 0.1, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0];
        let found = select(&mut numbers.clone(), shares, |it| it).unwrap();
        for (share, found) in shares.into_iter().zip(found) {
            assert_eq!(quantile(&sorted, share), Some(found), "{share}");
        }
    }
}
