/// What is left of the CO2 that the town may still emit (G7, CO2-Konto).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Co2Account {
    /// Tonnes the town may emit from the first year on.
    pub budget: f64,
    /// Years from the start of the model until it is used up, with the fraction of the last year; none within the
    /// horizon. Negative if it was used up before.
    pub used_up: Option<f64>,
    /// Tonnes emitted over the whole path.
    pub emitted: f64,
}

/// Counts emissions, tonnes a year, against a budget in tonnes; `before` are the tonnes emitted before the path starts.
///
/// Account = budget − cumulated emissions (method of the Sachverständigenrat für Umweltfragen, 2020 and 2024). Nothing
/// is discounted: a tonne stays a tonne.
pub fn co2_account(budget: f64, before: f64, path: &[f64]) -> Co2Account {
    let mut left = budget - before;
    let mut used_up = (left <= 0.0).then_some(0.0);
    for (t, emission) in path.iter().enumerate() {
        if used_up.is_none() && *emission >= left {
            used_up = Some(t as f64 + left / emission);
        }
        left -= emission;
    }
    Co2Account { budget, used_up, emitted: path.iter().sum() }
}

impl Co2Account {
    /// What is left of the budget after the first `years` years of `path`, as a share between 0 and 1.
    pub fn left_after(&self, before: f64, path: &[f64], years: usize) -> f64 {
        let used = before + path.iter().take(years).sum::<f64>();
        if self.budget > 0.0 { (1.0 - used / self.budget).clamp(0.0, 1.0) } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_to_the_fraction_of_the_last_year() {
        let path = [4.0, 4.0, 4.0];
        let account = co2_account(10.0, 2.0, &path);
        assert_eq!(account, Co2Account { budget: 10.0, used_up: Some(1.0 + 1.0), emitted: 12.0 });
        assert_eq!(account.left_after(2.0, &path, 1), 0.4);
        assert_eq!(co2_account(11.0, 2.0, &path).used_up, Some(2.25));
        assert_eq!(co2_account(20.0, 2.0, &path).used_up, None);
        assert_eq!(co2_account(1.0, 2.0, &path).used_up, Some(0.0));
    }
}
