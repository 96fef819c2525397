use super::{Counts, Course, Draw, Equations, Members, Row, arriving};
use crate::model::{IndicatorAt, MeasureAt, Terms};

/// The way of a measure's money to an indicator, step by step (Weg des Geldes); each step is the one before times a number.
///
/// Differences to the plan, in the year that is explained; what passes through another indicator works a year before.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Whose money it is.
    pub measure: MeasureAt,
    /// The indicator that it reaches.
    pub indicator: IndicatorAt,
    /// The indicator that hands it on; none if the measure acts by itself.
    pub via: Option<IndicatorAt>,
    /// The year in which the units act, counted from the start.
    pub t: usize,
    /// Euros in the year that gets most.
    pub euros: f64,
    /// Whether every year that gets any gets as much.
    pub is_even: bool,
    /// The first and the last year that gets any, counted from the start.
    pub span: (usize, usize),
    /// Units that these euros buy (q).
    pub bought: f64,
    /// Units that work (S).
    pub working: f64,
    /// Units whose effect has arrived (e).
    pub arrived: f64,
    /// The effect of a unit on the first indicator (κ); none where only others hand it on.
    pub per_unit: Option<f64>,
    /// Change of the count of the indicator that hands it on.
    pub handed: Option<f64>,
    /// Change of the indicator's count.
    pub count: f64,
    /// The place of the effect on the first indicator.
    effect: Option<usize>,
    /// The place of the link.
    link: Option<usize>,
}

/// What the members take the same steps to be, member by member (Weg je Mitglied).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WayMembers {
    /// Units bought.
    pub bought: Vec<f64>,
    /// Units whose effect has arrived.
    pub arrived: Vec<f64>,
    /// Change of the count of the indicator that hands it on; empty where none does.
    pub handed: Vec<f64>,
    /// Change of the indicator's count.
    pub count: Vec<f64>,
}

impl Equations {
    /// The steps of a row of an explanation in a year.
    pub fn way(&self, course: &Course, at: IndicatorAt, row: &Row, t: usize) -> Option<Way> {
        let (units, terms) = (course.units.get(row.measure)?, self.measures.get(row.measure)?);
        let acts = if row.via.is_some() { t.checked_sub(1)? } else { t };
        let first = row.via.unwrap_or(at);
        let effect = self.effects.iter().position(|it| it.measure == row.measure && it.indicator == first);
        let link = row.via.and_then(|via| self.links.iter().position(|it| it.from == via && it.to == at));
        let bought = units.bought.iter().copied().max_by(|a, b| a.abs().total_cmp(&b.abs()))?;
        let moved = |it: &f64| *it != 0.0;
        let span = (units.bought.iter().position(moved)?, units.bought.iter().rposition(moved)?);
        let working = *units.working.get(acts)?;
        let arrived = effect.and_then(|it| course.arrived.get(it)?.get(acts)).copied();
        let per_count = link.and_then(|it| self.links.get(it)).map(|it| it.per_count);
        Some(Way {
            measure: row.measure,
            indicator: at,
            via: row.via,
            t: acts,
            euros: bought * terms.unit_cost,
            is_even: units.bought.get(span.0..=span.1)?.iter().all(|it| *it == bought),
            span,
            bought,
            working,
            arrived: arrived.unwrap_or(working),
            per_unit: effect.and_then(|it| self.effects.get(it)).map(|it| it.per_unit),
            handed: per_count.map(|it| row.count / it),
            count: row.count,
            effect,
            link,
        })
    }
}

impl Members {
    /// The same steps as each member takes them.
    pub fn along(&self, way: &Way, course: &Course) -> WayMembers {
        let terms = self.equations.measures.get(way.measure).zip(course.units.get(way.measure));
        let Some((terms, units)) = terms else { return WayMembers::default() };
        let euros: Vec<f64> = units.bought.iter().map(|it| it * terms.unit_cost).collect();
        let costs = self.drawn(Draw::Cost(way.measure));
        let lives = self.drawn(Draw::Life(way.measure));
        let delays = way.effect.map(|it| self.drawn(Draw::Delay(it))).unwrap_or_default();
        let delays = delays.into_iter().chain(std::iter::repeat(0.0));
        let arrived = costs.iter().zip(&lives).zip(delays).map(|((cost, life), delay)| {
            let units = Terms { unit_cost: *cost, life: *life, ..*terms }.units(&euros);
            let rate = arriving(delay);
            units.working.iter().take(way.t + 1).fold(0.0, |arrived, working| arrived + rate * (working - arrived))
        });
        let arrived: Vec<f64> = arrived.collect();
        let (handed, count) = match (way.via, way.link, way.effect) {
            (Some(via), Some(link), _) => {
                let mut counts = self.begin(Counts::default());
                self.add(&mut counts, way.measure, &euros);
                self.hand_on(&mut counts);
                let handed = self.count_of(&counts, via, way.t);
                let per_count = self.links().get(link).map(|row| self.flat(row.iter().copied())).unwrap_or_default();
                let count = handed.iter().zip(per_count).map(|(handed, it)| handed * it).collect();
                (handed, count)
            }
            (_, _, Some(effect)) => {
                let per_unit = self.drawn(Draw::Effect(effect));
                (Vec::new(), arrived.iter().zip(per_unit).map(|(arrived, it)| arrived * it).collect())
            }
            _ => (Vec::new(), vec![way.count; arrived.len()]),
        };
        let bought = costs.iter().map(|cost| way.euros / cost).collect();
        WayMembers { bought, arrived, handed, count }
    }
}
