use super::{Equations, Euros, Link, PerUnit, Spread, Spreads, Subject};
use crate::model::forecast::{noise, trend};
use crate::model::{Ages, Count, CountBase, Lever, Measure, MeasureAt, Terms, Town, UnitEffect, Year};

impl Equations {
    /// The numbers of a town, as the equations take them.
    pub fn of(town: &Town) -> Self {
        let chain = &town.chain;
        let years = town.years().len();
        let mut persons = Vec::new();
        let subjects = town.indicators.pairs().map(|(at, it)| {
            let count = chain.counts.get(at).and_then(Option::as_ref);
            Subject {
                scale: it.scale,
                start: it.start(),
                trend: trend(it),
                damping: town.trend_damping.value,
                per: count.map_or(1.0, |it| it.per),
                base: base(town, count, years, &mut persons),
            }
        });
        let effect = |it: &UnitEffect| {
            let indicator = it.indicator.filter(|_| it.has_number())?;
            Some(PerUnit { measure: it.measure, indicator, per_unit: it.per_unit, delay: it.delay })
        };
        Self {
            years,
            subjects: subjects.collect(),
            measures: chain.measures.iter().map(|it| terms(town, it)).collect(),
            effects: chain.effects.iter().filter_map(effect).collect(),
            links: chain.links.iter().map(|it| Link { from: it.from, to: it.to, per_count: it.per_count }).collect(),
        }
    }

    /// Nothing is moved.
    pub fn untouched(&self) -> Euros {
        vec![vec![0.0; self.years]; self.measures.len()].into()
    }

    /// So many euros a year for one measure over a span of years, both ends included.
    pub fn moved(&self, start: Year, measure: MeasureAt, euros: f64, from: Year, to: Year) -> Euros {
        let mut all = self.untouched();
        let span = (0..self.years).map(|t| if (from..=to).contains(&start.plus(t)) { euros } else { 0.0 });
        if let Some(own) = all.get_mut(measure) {
            *own = span.collect();
        }
        all
    }
}

impl Spreads {
    /// How uncertain the numbers of a town's chain are, in the order of [`Equations::of`].
    pub fn of(town: &Town) -> Self {
        let chain = &town.chain;
        let usual = town.usual_noise.as_ref().map(|it| it.value);
        Self {
            costs: chain.measures.iter().map(|it| Spread::of_cost(it.unit_cost, Some(it.cost_range), None)).collect(),
            effects: chain
                .effects
                .iter()
                .filter(|it| it.has_number())
                .map(|it| (Spread::of_effect(it.per_unit, it.range, Some(it.grade)), it.is_per_euro))
                .collect(),
            links: chain.links.iter().map(|it| Spread::of_effect(it.per_count, it.range, Some(it.grade))).collect(),
            noise: noise(&town.indicators, usual).into_iter().map(|(sigma, _)| sigma).collect(),
        }
    }
}

/// What the rate of an indicator is taken of, year by year; one that nothing moves needs no count and is taken as one.
///
/// `persons` are those of the ages that were asked for before: many indicators count the same people.
fn base(town: &Town, count: Option<&Count>, years: usize, persons: &mut Vec<(Ages, Vec<f64>)>) -> Vec<f64> {
    let ages = match count.map(|it| &it.base) {
        Some(CountBase::Ages(ages)) => *ages,
        Some(CountBase::Fixed(fixed)) => return vec![*fixed; years],
        None => return vec![1.0; years],
    };
    if let Some((_, known)) = persons.iter().find(|(it, _)| *it == ages) {
        return known.clone();
    }
    let base: Vec<f64> = (0..years).map(|t| town.population.within(ages, t)).collect();
    persons.push((ages, base.clone()));
    base
}

/// A service is reimbursed as its lever is: by the reimbursement of its lines, weighed with their planned money.
fn terms(town: &Town, measure: &Measure) -> Terms {
    measure.terms(town.levers.get(measure.lever).map_or(0.0, Lever::reimbursement))
}
