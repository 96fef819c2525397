use crate::model::{Ages, Finance, Population};

/// What each child inherits in debts and backlog, euros per person under 18 (G5, Erbe je Kind).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Inheritance {
    /// Today: loans, pension provisions and backlog less liquid funds.
    pub today: f64,
    /// Change at the horizon: changed debt and backlog less what the scenario built, per person under 18 then.
    pub change: f64,
}

/// Debts and backlog per child today, and what the scenario adds until the horizon (G5, municipal-data § 5).
pub fn inheritance(
    finance: &Finance,
    inhabitants: f64,
    population: &Population,
    debt_left: f64,
    backlog_change: f64,
    assets_left: f64,
) -> Inheritance {
    let children = Ages { from: 0, to: 17 };
    let per_child = |euros: f64, t: usize| -> f64 {
        let persons = population.within(children, t);
        if persons > 0.0 { euros / persons } else { 0.0 }
    };
    let owed = finance.investment_loans.value + finance.liquidity_loans.value + finance.pension_provisions.value
        - finance.liquid_funds.value;
    let backlog = finance.backlog_per_head.value * inhabitants;
    Inheritance {
        today: per_child(owed + backlog, 0),
        change: per_child(debt_left + backlog_change - assets_left, population.counts.len().saturating_sub(1)),
    }
}
