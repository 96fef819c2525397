use crate::model::Money;

/// Parts are told in so many euros, as a council decides on them; of a smaller amount than [`LARGE`] in whole ones.
const STEP: f64 = 100.0;

/// From so many euros on.
const LARGE: f64 = 10_000.0;

/// An amount cut by weights into round parts between rounded running sums (genaue Aufteilung): the parts sum to it, and
/// what is not round stays with the last one.
pub fn shares(amount: Money, weights: &[f64]) -> Vec<Money> {
    let running: Vec<f64> = weights
        .iter()
        .scan(0.0, |sum, weight| {
            *sum += weight.max(0.0);
            Some(*sum)
        })
        .collect();
    let whole = running.last().copied().unwrap_or(0.0);
    let step = if amount.euros().abs() >= LARGE { STEP } else { 1.0 };
    let until = |sum: f64| match sum {
        sum if whole <= 0.0 || sum <= 0.0 => Money::ZERO,
        sum if sum >= whole => amount,
        sum => Money::from_euros((amount.euros() * (sum / whole) / step).round() * step),
    };
    let mut before = Money::ZERO;
    running
        .into_iter()
        .map(|sum| {
            let part = until(sum) - before;
            before = until(sum);
            part
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::shares;
    use crate::model::Money;

    #[test]
    fn parts_sum_to_the_cent() {
        let cents = |amount: i64, weights: &[f64]| -> Vec<i64> {
            shares(Money::from_cents(amount), weights).into_iter().map(Money::cents).collect()
        };
        assert_eq!(cents(10_000, &[1.0, 1.0, 1.0]), [3300, 3400, 3300]);
        assert_eq!(cents(-10_001, &[1.0, 3.0, 0.0]), [-2500, -7501, 0]);
        assert_eq!(cents(99, &[1.0, 1.0]), [0, 99]);
        assert_eq!(cents(1_000_050, &[1.0, 1.0, 1.0]), [330_000, 340_000, 330_050]);
        assert_eq!(cents(5, &[0.0, 0.0]), [0, 0]);
        assert_eq!(cents(5, &[]), Vec::<i64>::new());
    }
}
