use super::{Equations, Euros, Link, PerUnit, Spread, Spreads, Subject};
use crate::model::forecast::{noise, trend};
use crate::model::{
    Chain, Count, CountBase, Indicator, Lever, Measure, MeasureAt, MeasureKind, Terms, Town, UnitEffect, Year,
};

impl Equations {
    /// The numbers of a town and of its chain, as the equations take them.
    pub fn of(town: &Town, chain: &Chain) -> Self {
        let years = town.years().len();
        let subjects = town.indicators.pairs().map(|(at, it)| {
            let count = chain.counts.get(at).and_then(Option::as_ref);
            subject(town, it, count, years)
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
    pub fn of(town: &Town, chain: &Chain) -> Self {
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

/// An indicator that nothing moves needs no count: it is taken as one.
fn subject(town: &Town, indicator: &Indicator, count: Option<&Count>, years: usize) -> Subject {
    let base = |t: usize| match count.map(|it| &it.base) {
        Some(CountBase::Ages(ages)) => town.population.within(*ages, t),
        Some(CountBase::Fixed(fixed)) => *fixed,
        None => 1.0,
    };
    Subject {
        scale: indicator.scale,
        start: indicator.start(),
        trend: trend(indicator),
        damping: town.trend_damping.value,
        per: count.map_or(1.0, |it| it.per),
        base: (0..years).map(base).collect(),
    }
}

/// A service is reimbursed as its lever is: by the reimbursement of its lines, weighed with their planned money.
fn terms(town: &Town, measure: &Measure) -> Terms {
    let granted = match measure.kind {
        MeasureKind::Investment => measure.grant_share.get(),
        MeasureKind::Service => town.levers.get(measure.lever).map_or(0.0, Lever::reimbursement),
    };
    Terms {
        kind: measure.kind,
        unit_cost: measure.unit_cost,
        life: measure.life,
        starts_after: usize::from(measure.starts_after),
        granted,
        follow_up: measure.follow_cost,
        saving: measure.saving,
    }
}
