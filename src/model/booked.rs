use super::fiscal::Difference;
use super::{Money, Scenario, Town, Year};

/// What a scenario changes in the ordinary sums of a year, euros (Änderung der ordentlichen Erträge und Aufwendungen).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Booked {
    /// Ordinary revenue: taxes, and what others reimburse.
    pub revenue: f64,
    /// Ordinary expense before reimbursement, with follow-up costs and less savings, without depreciation.
    pub expense: f64,
}

impl Booked {
    /// The sums of a year; `difference` is that of the scenario.
    pub fn of(town: &Town, scenario: &Scenario, difference: &Difference, year: Year) -> Self {
        let is_now = |from: Year, to: Year| (from..=to).contains(&year);
        let everyday = scenario.moves.iter().filter(|(cell, it)| is_now(it.from, it.to) && !town.invests(cell.lever));
        let given = scenario.measures.iter().filter(|(at, it)| is_now(it.from, it.to) && !town.builds(**at));
        let reimbursed: Money = everyday
            .map(|(cell, it)| it.amount - town.net_change(*cell, it.amount))
            .chain(given.map(|(at, it)| it.amount - town.measure_net(*at, it.amount)))
            .sum();
        let taxes = if year < town.first_year { Money::ZERO } else { town.tax_change(scenario) };
        let own = difference.operating.get(year.since(town.year)).copied().unwrap_or(0.0);
        Self { revenue: (taxes + reimbursed).euros(), expense: own + reimbursed.euros() }
    }
}
