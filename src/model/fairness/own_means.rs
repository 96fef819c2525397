use super::Pair;
use crate::model::Year;

/// Whether the town lives on its own money (G1, Leben wir vom eigenen Geld?).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnMeans {
    /// Fiscal year.
    pub year: Year,
    /// Ordinary revenue as a share of ordinary expense (Aufwandsdeckungsgrad).
    pub coverage: Pair,
    /// Result of the year in euros per inhabitant (Jahresergebnis je Kopf).
    pub per_head: Pair,
}

/// Coverage of expense, and the result per head: revenue / expense, result / inhabitants.
///
/// NKF-Kennzahlenset NRW (decree of 1 October 2008). Euros of one year; none where nothing is spent or nobody lives.
pub fn own_means(year: Year, revenue: Pair, expense: Pair, result: Pair, inhabitants: f64) -> Option<OwnMeans> {
    let is_defined = expense.plan > 0.0 && expense.scenario > 0.0 && inhabitants > 0.0;
    is_defined.then(|| OwnMeans { year, coverage: revenue.over(expense), per_head: result.map(|it| it / inhabitants) })
}
