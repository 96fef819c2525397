/// Part of ordinary expense that serves the future, between 0 and 1 (G10, Zukunftsquote).
///
/// Σ expense · share / Σ expense over `(expense, share)` of all levers, euros of one year; none where nothing is spent.
/// Which money counts is an assumption of the pack, with a reason for each lever.
pub fn future_share(parts: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (future, all) =
        parts.fold((0.0, 0.0), |(future, all), (expense, share)| (future + expense * share, all + expense));
    (all > 0.0).then(|| future / all)
}

#[cfg(test)]
mod tests {
    #[test]
    fn weighs_each_lever_by_its_money() {
        assert_eq!(super::future_share([(30.0, 1.0), (50.0, 0.0), (20.0, 0.5)].into_iter()), Some(0.4));
        assert_eq!(super::future_share(std::iter::empty()), None);
    }
}
