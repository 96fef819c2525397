use crate::model::{Ages, Finance, Population};

/// What each child inherits in debts and backlog, euros per person under 18 (G5, Erbe je Kind).
///
/// None where the pack lacks a figure of the sum.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Inheritance {
    /// Today: loans, pension provisions and backlog less liquid funds.
    pub today: Option<f64>,
    /// Change at the horizon: changed debt and backlog less what the scenario built, per person under 18 then.
    pub change: Option<f64>,
}

/// Debts and backlog per child today, and what the scenario adds until the horizon (G5, municipal-data § 5).
pub fn inheritance(
    finance: &Finance,
    inhabitants: f64,
    population: &Population,
    debt_left: f64,
    backlog_change: Option<f64>,
    assets_left: f64,
) -> Inheritance {
    let children = Ages { from: 0, to: 17 };
    let per_child = |euros: f64, t: usize| -> f64 {
        let persons = population.within(children, t);
        if persons > 0.0 { euros / persons } else { 0.0 }
    };
    let backlog = finance.backlog_per_head.as_ref().map(|it| it.value * inhabitants);
    let last = population.counts.len().saturating_sub(1);
    Inheritance {
        today: finance.owed().zip(backlog).map(|(owed, backlog)| per_child(owed + backlog, 0)),
        change: backlog_change.map(|backlog| per_child(debt_left + backlog - assets_left, last)),
    }
}
