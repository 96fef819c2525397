//! Key figures of the NKF-Kennzahlenset of North Rhine-Westphalia (decree of 1 October 2008), each as a share.
//! None where the divisor is not positive: such a town has no figure, not an infinite one.

fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then_some(part / whole)
}

/// Ordinary revenue by ordinary expense (Aufwandsdeckungsgrad).
pub fn expense_coverage(revenue: f64, expense: f64) -> Option<f64> {
    share(revenue, expense)
}

/// Deficit by both reserves at the start of the year (Fehlbetragsquote); zero in a year with a surplus.
pub fn deficit_ratio(result: f64, reserves: f64) -> Option<f64> {
    share((-result).max(0.0), reserves)
}

/// Gross investment by disposals and depreciation (Investitionsquote); below 1 the town lives on its substance.
pub fn investment_ratio(investment: f64, disposals: f64, depreciation: f64) -> Option<f64> {
    share(investment, disposals + depreciation)
}

/// Infrastructure by all assets (Infrastrukturquote).
pub fn infrastructure_ratio(infrastructure: f64, assets: f64) -> Option<f64> {
    share(infrastructure, assets)
}

/// Financial expense by ordinary expense (Zinslastquote).
pub fn interest_ratio(financial_expense: f64, expense: f64) -> Option<f64> {
    share(financial_expense, expense)
}

#[cfg(test)]
mod tests {
    use super::{deficit_ratio, expense_coverage, infrastructure_ratio, interest_ratio, investment_ratio};

    #[test]
    fn figures_are_those_of_the_decree() {
        assert_eq!(expense_coverage(90.0, 100.0), Some(0.9));
        assert_eq!(deficit_ratio(-10.0, 200.0), Some(0.05));
        assert_eq!(deficit_ratio(10.0, 200.0), Some(0.0));
        assert_eq!(investment_ratio(60.0, 10.0, 40.0), Some(1.2));
        assert_eq!(infrastructure_ratio(30.0, 120.0), Some(0.25));
        assert_eq!(interest_ratio(3.0, 100.0), Some(0.03));
    }

    #[test]
    fn without_a_divisor_there_is_no_figure() {
        assert_eq!(expense_coverage(1.0, 0.0), None);
        assert_eq!(deficit_ratio(-1.0, -5.0), None);
        assert_eq!(investment_ratio(1.0, 0.0, f64::NAN), None);
    }
}
