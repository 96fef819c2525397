use crate::model::{Choice, LeverAt, MeasureAt, Money, Purpose, Scenario, TaxAt, Town};

/// Something that drafts move, as a whole (Posten).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A lever, for all goals that it serves.
    Lever(LeverAt),
    /// A measure that is moved by itself.
    Measure(MeasureAt),
    /// A tax or a fee, by its yield.
    Tax(TaxAt),
}

impl Thing {
    /// Its kind and its key, as exports name it.
    pub fn key(self, town: &Town) -> Option<(&'static str, &str)> {
        Some(match self {
            Self::Lever(at) => ("lever", &town.levers.get(at)?.id),
            Self::Measure(at) => ("measure", &town.chain.measures.get(at)?.id),
            Self::Tax(at) => ("tax", &town.taxes.get(at)?.id),
        })
    }
}

/// What one draft moves in a year (Jahresrechnung eines Entwurfs): of each thing the amount that stands in the comparison of
/// drafts, whatever years it holds for.
///
/// It closes to the cent: taxes, less the money of all purposes, and with what is built and what others pay, are the balance.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// Money for each purpose in the order of the page, gross: everyday money and what is built.
    pub purposes: Vec<Money>,
    /// What is moved, in rising order; what only goes from one goal to another is nothing.
    pub things: Vec<(Thing, Money)>,
    /// Yield of taxes and fees.
    pub taxes: Money,
    /// What is built of the money of all purposes, which is no part of the balance.
    pub built: Money,
    /// What others pay of everyday money.
    pub paid_by_others: Money,
    /// What is left over (positive) or missing (negative).
    pub balance: Money,
}

impl Account {
    /// That of a scenario of a town.
    pub fn of(town: &Town, scenario: &Scenario) -> Self {
        let mut things: Vec<(Thing, Money)> = town
            .moved_things(scenario)
            .into_iter()
            .map(|it| match it {
                Choice::Everyday(cell) => (Thing::Lever(cell.lever), scenario.of_lever(cell.lever)),
                Choice::Own(at) => (Thing::Measure(at), scenario.given(at)),
            })
            .collect();
        let yields = |(at, it): (&TaxAt, &f64)| Some((Thing::Tax(*at), town.taxes.get(*at)?.change(*it)));
        things.extend(scenario.taxes.iter().filter_map(yields));
        things.retain(|(_, money)| !money.is_zero());
        things.sort_unstable();
        let everyday = scenario.moves.iter().filter(|(cell, _)| !town.invests(cell.lever));
        let of_cells = everyday.map(|(cell, it)| it.amount - town.net_change(*cell, it.amount));
        let services = scenario.measures.iter().filter(|(at, _)| !town.builds(**at));
        let of_services = services.map(|(at, it)| it.amount - town.measure_net(*at, it.amount));
        Self {
            purposes: town.purposes().into_iter().map(|it| of_purpose(town, scenario, it)).collect(),
            things,
            taxes: town.tax_change(scenario),
            built: town.invested(scenario),
            paid_by_others: of_cells.chain(of_services).sum(),
            balance: town.balance(scenario),
        }
    }

    /// What it moves a thing by.
    pub fn of_thing(&self, thing: Thing) -> Money {
        let found = self.things.binary_search_by_key(&thing, |it| it.0).ok().and_then(|at| self.things.get(at));
        found.map_or(Money::ZERO, |it| it.1)
    }
}

/// Money for a purpose, by the cells of levers and by measures.
fn of_purpose(town: &Town, scenario: &Scenario, purpose: Purpose) -> Money {
    let cells = scenario.moves.iter().filter(|(cell, _)| cell.purpose == purpose).map(|(_, it)| it.amount);
    let measures = scenario.measures.iter().filter(|(at, _)| town.goal_of(**at) == Some(purpose));
    cells.chain(measures.map(|(_, it)| it.amount)).sum()
}
