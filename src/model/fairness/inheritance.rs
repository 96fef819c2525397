use crate::model::{Ages, Finance, Population};

/// What each child inherits in debts and backlog, euros per person under 18 (G5, Erbe je Kind).
///
/// None where the pack lacks a figure of the sum, or where no child lives that could inherit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Inheritance {
    /// Today: loans, pension provisions and backlog less liquid funds.
    pub today: Option<f64>,
    /// Change at the horizon: changed debt and backlog less what the scenario built, per person under 18 then.
    pub change: Option<f64>,
}

/// Debts and backlog per child today, and what the scenario adds until the horizon (G5; fairness.md, Inheritance).
pub fn inheritance(
    finance: &Finance,
    inhabitants: f64,
    population: &Population,
    debt_left: f64,
    backlog_change: Option<f64>,
    assets_left: f64,
) -> Inheritance {
    let children = Ages { from: 0, to: 17 };
    let per_child = |euros: f64, t: usize| {
        let persons = population.within(children, t);
        (persons >= 1.0).then_some(euros / persons)
    };
    let backlog = finance.backlog_per_head.as_ref().map(|it| it.value * inhabitants);
    let last = population.counts.len().saturating_sub(1);
    Inheritance {
        today: finance.owed().zip(backlog).and_then(|(owed, backlog)| per_child(owed + backlog, 0)),
        change: backlog_change.and_then(|backlog| per_child(debt_left + backlog - assets_left, last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Basis, Sourced, Year};

    /// A year with children and one without: what nobody can inherit has no figure, not a zero.
    #[test]
    fn without_children_nobody_inherits() {
        let figure = |value: f64| Some(Sourced { value, basis: Basis::Official, source: String::new(), year: 2024 });
        let finance = Finance {
            investment_loans: figure(700.0),
            liquidity_loans: figure(200.0),
            pension_provisions: figure(150.0),
            liquid_funds: figure(50.0),
            backlog_per_head: figure(10.0),
            ..Finance::default()
        };
        let year = |children: f64| (0..=100).map(|age| if age == 17 { children } else { 0.0 }).collect::<Vec<f64>>();
        let people = |first: f64, last: f64| Population { start: Year(2026), counts: vec![year(first), year(last)] };
        let of = |people: Population| inheritance(&finance, 100.0, &people, 30.0, Some(20.0), 10.0);
        assert_eq!(of(people(4.0, 8.0)), Inheritance { today: Some(500.0), change: Some(5.0) });
        assert_eq!(of(people(0.0, 8.0)), Inheritance { today: None, change: Some(5.0) });
        assert_eq!(of(people(4.0, 0.0)), Inheritance { today: Some(500.0), change: None });
    }
}
