use super::radius::cap;
use super::reference::{Reference, logits, shown};
use super::{Equations, Euros, Link, PerUnit, arriving};
use crate::model::ensemble::{D_IS_ZERO, select, spread};
use crate::model::{At as _, Grade, IndicatorAt, List, MeasureAt};

/// How many standard deviations lie between the middle and a tenth, as chain.md fixes it.
const TENTH: f64 = 1.2816;

/// Standard deviation of the logarithm of a life or a delay.
const TIMES: f64 = 0.2;

/// The quantiles that are told.
const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

/// How uncertain a number is (Streuung; chain.md, Uncertainty).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Standard deviation of the logarithm towards zero.
    pub towards_zero: f64,
    /// Standard deviation of the logarithm away from zero.
    pub away: f64,
    /// Whether there may be no effect at all: it is exactly zero in some members.
    pub may_vanish: bool,
}

impl Spread {
    /// A number that everybody takes to be the same.
    pub const NONE: Self = Self { towards_zero: 0.0, away: 0.0, may_vanish: false };

    /// What is known of a cost: its range, or else its grade. The end nearer to zero comes first.
    pub fn of_cost(value: f64, range: Option<(f64, f64)>, grade: Option<Grade>) -> Self {
        match (range, grade) {
            (Some((near, far)), _) => {
                Self { towards_zero: (value / near).ln() / TENTH, away: (far / value).ln() / TENTH, may_vanish: false }
            }
            (None, Some(grade)) => Self { towards_zero: spread(grade), away: spread(grade), may_vanish: false },
            (None, None) => Self::NONE,
        }
    }

    /// What is known of an effect or a link: a range takes the place of the grade's deviation, and of nothing else.
    pub fn of_effect(value: f64, range: Option<(f64, f64)>, grade: Option<Grade>) -> Self {
        Self { may_vanish: grade == Some(Grade::D), ..Self::of_cost(value, range, grade) }
    }

    /// The number of a member.
    fn drawn(self, value: f64, normal: f64, uniform: f64) -> f64 {
        if self.may_vanish && uniform < D_IS_ZERO {
            return 0.0;
        }
        value * (normal * if normal > 0.0 { self.away } else { self.towards_zero }).exp()
    }
}

/// How uncertain the numbers of the equations are, in the order of its lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spreads {
    /// Of the unit costs.
    pub costs: List<MeasureAt, Spread>,
    /// Of the effects, and whether the source gives it per euro: κ follows the member's own unit cost then.
    pub effects: Vec<(Spread, bool)>,
    /// Of the links.
    pub links: Vec<Spread>,
    /// Logit points by which an indicator fluctuates from one year to the next (σ).
    pub noise: List<IndicatorAt, f64>,
}

/// Standard normal numbers and numbers from zero to one, member by member (Ziehungen).
///
/// What is missing counts as zero, the middle; a uniform number that is missing as one, which vanishes nowhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draws {
    /// Members.
    pub members: usize,
    /// Of each measure, for its cost.
    pub costs: List<MeasureAt, Vec<f64>>,
    /// Of each measure, for its life.
    pub lives: List<MeasureAt, Vec<f64>>,
    /// Of each effect, for its value.
    pub effects: Vec<Vec<f64>>,
    /// Of each effect, uniform.
    pub effect_zeros: Vec<Vec<f64>>,
    /// Of each effect, for its delay.
    pub delays: Vec<Vec<f64>>,
    /// Of each link, for its value.
    pub links: Vec<Vec<f64>>,
    /// Of each link, uniform.
    pub link_zeros: Vec<Vec<f64>>,
    /// Of each indicator and each step from a year to the next.
    pub noise: List<IndicatorAt, Vec<Vec<f64>>>,
}

/// How many members stand side by side, for a processor to take at once.
const SIDE: usize = 8;

/// Numbers of so many members.
type Side = [f64; SIDE];

/// One number of each member (Zahl je Mitglied), several side by side; what the last ones lack is never looked at.
type Row = Vec<Side>;

/// Change of every indicator's count, year by year and member by member; nothing where no money reaches it.
pub type Counts = List<IndicatorAt, Vec<Row>>;

/// What each member takes to be true, apart from any scenario (Mitglieder).
#[derive(Clone, Debug, PartialEq)]
pub struct Members {
    count: usize,
    /// One over the unit cost.
    units_per_euro: List<MeasureAt, Row>,
    lives: List<MeasureAt, Row>,
    per_unit: Vec<Row>,
    /// What arrives within a year.
    arriving: Vec<Row>,
    links: Vec<Row>,
    /// Of each indicator, in the years that are looked at.
    references: List<IndicatorAt, Vec<(usize, Reference)>>,
}

/// What an indicator does in a year, member by member (Ausgang).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Change of the count (D).
    pub count: Vec<f64>,
    /// Change in the unit, as shown (d).
    pub shown: Vec<f64>,
    /// Value with the scenario (x).
    pub value: Vec<f64>,
}

impl Outcome {
    /// A tenth, a quarter, the middle, three quarters and nine tenths of the changes, type 7.
    pub fn changes(&self) -> [f64; 5] {
        select(&self.shown, SHARES, |it| it).unwrap_or_default()
    }

    /// The same of the values.
    pub fn values(&self) -> [f64; 5] {
        select(&self.value, SHARES, |it| it).unwrap_or_default()
    }

    /// Share of the members whose change is of a kind, such as better.
    pub fn share(&self, is_meant: impl Fn(f64) -> bool) -> f64 {
        let met = self.shown.iter().filter(|it| is_meant(**it)).count();
        met as f64 / self.shown.len().max(1) as f64
    }
}

impl Draws {
    /// The normal numbers of one row, all of them.
    fn normal(&self, drawn: Option<&Vec<f64>>) -> Vec<f64> {
        self.filled(drawn, 0.0)
    }

    /// The uniform numbers of one row, all of them.
    fn uniform(&self, drawn: Option<&Vec<f64>>) -> Vec<f64> {
        self.filled(drawn, 1.0)
    }

    fn filled(&self, drawn: Option<&Vec<f64>>, missing: f64) -> Vec<f64> {
        let mut row = drawn.cloned().unwrap_or_default();
        row.resize(self.members, missing);
        row
    }
}

impl Members {
    /// All members of a town, and their reference paths in the years that will be looked at, counted from the start.
    pub fn new(equations: &Equations, spreads: &Spreads, draws: &Draws, looked_at: &[usize]) -> Self {
        let costs = costs(equations, spreads, draws);
        let lives = equations.measures.pairs().map(|(at, terms)| {
            let years = |n: &f64| if terms.life == 1.0 { 1.0 } else { (terms.life * (TIMES * n).exp()).max(1.0) };
            side_by_side(draws.normal(draws.lives.get(at)).iter().map(years).collect())
        });
        let arrives = equations.effects.iter().enumerate().map(|(at, effect)| {
            let normal = draws.normal(draws.delays.get(at));
            side_by_side(normal.iter().map(|n| arriving(effect.delay * (TIMES * n).exp())).collect())
        });
        let of = |at| references(equations, spreads, draws, at, looked_at);
        Self {
            count: draws.members,
            per_unit: per_unit(equations, spreads, draws, &costs).into_iter().map(side_by_side).collect(),
            arriving: arrives.collect(),
            links: links(equations, spreads, draws).into_iter().map(side_by_side).collect(),
            references: equations.subjects.places().map(of).collect(),
            lives: lives.collect(),
            units_per_euro: costs.iter().map(|row| side_by_side(row.iter().map(|cost| 1.0 / cost).collect())).collect(),
        }
    }

    /// Change of every indicator's count in every year and member, as far as money reaches it.
    ///
    /// Only moved measures are computed, a few members at a time through all years, so that what one needs stays near.
    pub fn counts(&self, equations: &Equations, euros: &Euros) -> Counts {
        let mut counts: Counts = vec![Vec::new(); equations.subjects.len()].into();
        let mut working = vec![[0.0; SIDE]; equations.years];
        for (measure, euros) in euros.pairs().filter(|(_, euros)| euros.iter().any(|it| *it != 0.0)) {
            let acts = |it: &PerUnit| it.measure == measure && it.per_unit != 0.0;
            let effects: Vec<_> = equations.effects.iter().zip(&self.per_unit).zip(&self.arriving).collect();
            let effects: Vec<_> = effects.into_iter().filter(|((it, _), _)| acts(it)).collect();
            for ((effect, _), _) in &effects {
                counts.get_mut(effect.indicator).into_iter().for_each(|rows| self.begin(equations, rows));
            }
            let (Some(terms), Some(lives), Some(units_per_euro)) =
                (equations.measures.get(measure), self.lives.get(measure), self.units_per_euro.get(measure))
            else {
                continue;
            };
            let steps = steps(euros, terms.starts_after);
            for (side, (lives, units_per_euro)) in lives.iter().zip(units_per_euro).enumerate() {
                if effects.is_empty() {
                    break;
                }
                work(&mut working, &steps, lives, units_per_euro);
                for ((effect, per_unit), arriving) in &effects {
                    let Some(rows) = counts.get_mut(effect.indicator) else { continue };
                    let (Some(per_unit), Some(arriving)) = (per_unit.get(side), arriving.get(side)) else { continue };
                    let mut arrived = [0.0; SIDE];
                    for (row, working) in rows.iter_mut().zip(&working) {
                        let Some(count) = row.get_mut(side) else { continue };
                        let numbers =
                            count.iter_mut().zip(&mut arrived).zip(working).zip(per_unit.iter().zip(arriving));
                        for (((count, arrived), working), (per_unit, arriving)) in numbers {
                            *arrived += arriving * (working - *arrived);
                            *count += per_unit * *arrived;
                        }
                    }
                }
            }
        }
        self.hand_on(equations, &mut counts);
        counts
    }

    /// Rows of zeros where there are none.
    fn begin(&self, equations: &Equations, rows: &mut Vec<Row>) {
        if rows.is_empty() {
            *rows = vec![vec![[0.0; SIDE]; self.count.div_ceil(SIDE)]; equations.years];
        }
    }

    /// Hands on what is linked, year by year.
    fn hand_on(&self, equations: &Equations, counts: &mut Counts) {
        // A change passes one more link with each look.
        for link in equations.links.iter().flat_map(|_| &equations.links) {
            let gives = counts.get(link.from).is_some_and(|it| !it.is_empty());
            if let Some(rows) = counts.get_mut(link.to).filter(|_| gives) {
                self.begin(equations, rows);
            }
        }
        for before in 0..equations.years.saturating_sub(1) {
            for (link, per_count) in equations.links.iter().zip(&self.links) {
                let Ok([from, to]) = counts.get_disjoint_mut([link.from.before(), link.to.before()]) else { continue };
                let (Some(given), Some(row)) = (from.get(before), to.get_mut(before + 1)) else { continue };
                for (count, (given, per_count)) in row.iter_mut().zip(given.iter().zip(per_count)) {
                    let numbers = count.iter_mut().zip(given.iter().zip(per_count));
                    numbers.for_each(|(count, (given, per_count))| *count += per_count * given);
                }
            }
        }
    }

    /// What an indicator does in a year, from what [`Members::counts`] gave; nothing in a year that is not looked at.
    pub fn outcome(&self, equations: &Equations, counts: &Counts, indicator: IndicatorAt, t: usize) -> Outcome {
        let references = self.references.get(indicator).into_iter().flatten();
        let reference = references.into_iter().find(|(year, _)| *year == t).map(|(_, it)| it);
        let Some((subject, reference)) = equations.subjects.get(indicator).zip(reference) else {
            return Outcome::default();
        };
        let mut count =
            counts.get(indicator).and_then(|it| it.get(t)).map_or_else(Vec::new, |it| it.as_flattened().to_vec());
        count.resize(self.count, 0.0);
        let change = |(member, count): (usize, &f64)| {
            let change = subject.in_unit(*count, t);
            shown(change, reference.room(subject, member, change))
        };
        let shown: Vec<f64> = count.iter().enumerate().map(change).collect();
        let value = reference.value.iter().zip(&shown).map(|(planned, change)| planned + change).collect();
        Outcome { count, shown, value }
    }
}

/// Several side by side.
fn side_by_side(members: Vec<f64>) -> Row {
    let side = |it: &[f64]| std::array::from_fn(|at| it.get(at).copied().unwrap_or(0.0));
    members.chunks(SIDE).map(side).collect()
}

/// The years in which units begin to work at another pace, and by how many euros a year.
fn steps(euros: &[f64], starts_after: usize) -> Vec<(usize, f64)> {
    let before = std::iter::once(0.0).chain(euros.iter().copied());
    let steps = euros.iter().zip(before).enumerate().map(|(s, (now, before))| (s + starts_after, now - before));
    steps.filter(|(_, step)| *step != 0.0).collect()
}

/// Units that work, year by year, of some members.
///
/// After a step of its euros a measure's units grow for as many years as the first of them lives: Σ w(a) over the years
/// 0 … n is min(n + 1, L). So a year costs as much as the euros changed from one year to the next.
fn work(working: &mut [Side], steps: &[(usize, f64)], lives: &Side, units_per_euro: &Side) {
    for (t, working) in working.iter_mut().enumerate() {
        *working = [0.0; SIDE];
        for (begun, step) in steps.iter().filter(|(begun, _)| *begun <= t) {
            let years = (t - begun + 1) as f64;
            working.iter_mut().zip(lives).for_each(|(units, life)| *units += step * years.min(*life));
        }
        working.iter_mut().zip(units_per_euro).for_each(|(units, per_euro)| *units *= per_euro);
    }
}

fn costs(equations: &Equations, spreads: &Spreads, draws: &Draws) -> List<MeasureAt, Vec<f64>> {
    let of = |(at, terms): (MeasureAt, &crate::model::Terms)| {
        let spread = spreads.costs.get(at).copied().unwrap_or(Spread::NONE);
        draws.normal(draws.costs.get(at)).iter().map(|n| spread.drawn(terms.unit_cost, *n, 1.0)).collect()
    };
    equations.measures.pairs().map(of).collect()
}

fn per_unit(
    equations: &Equations,
    spreads: &Spreads,
    draws: &Draws,
    costs: &List<MeasureAt, Vec<f64>>,
) -> Vec<Vec<f64>> {
    let of = |(at, effect): (usize, &PerUnit)| {
        let (spread, is_per_euro) = spreads.effects.get(at).copied().unwrap_or((Spread::NONE, false));
        let normal = draws.normal(draws.effects.get(at));
        let uniform = draws.uniform(draws.effect_zeros.get(at));
        let mut values: Vec<f64> =
            normal.iter().zip(&uniform).map(|(n, u)| spread.drawn(effect.per_unit, *n, *u)).collect();
        let central = equations.measures.get(effect.measure).map_or(1.0, |it| it.unit_cost);
        if let Some(costs) = costs.get(effect.measure).filter(|_| is_per_euro) {
            values.iter_mut().zip(costs).for_each(|(value, cost)| *value *= cost / central);
        }
        values
    };
    equations.effects.iter().enumerate().map(of).collect()
}

/// The drawn links, held back in members in which a loop would hardly die away.
fn links(equations: &Equations, spreads: &Spreads, draws: &Draws) -> Vec<Vec<f64>> {
    let of = |(at, link): (usize, &Link)| -> Vec<f64> {
        let spread = spreads.links.get(at).copied().unwrap_or(Spread::NONE);
        let (normal, uniform) = (draws.normal(draws.links.get(at)), draws.uniform(draws.link_zeros.get(at)));
        normal.iter().zip(&uniform).map(|(n, u)| spread.drawn(link.per_count, *n, *u)).collect()
    };
    let mut rows: Vec<Vec<f64>> = equations.links.iter().enumerate().map(of).collect();
    for member in 0..draws.members {
        let own = equations
            .links
            .iter()
            .zip(&rows)
            .map(|(link, row)| Link { per_count: row.get(member).copied().unwrap_or(0.0), ..*link });
        let cap = cap(own);
        rows.iter_mut().filter_map(|row| row.get_mut(member)).for_each(|it| *it *= cap);
    }
    rows
}

/// The reference paths of all members in some years: the noise of every step adds up.
fn references(
    equations: &Equations,
    spreads: &Spreads,
    draws: &Draws,
    at: IndicatorAt,
    looked_at: &[usize],
) -> Vec<(usize, Reference)> {
    let Some(subject) = equations.subjects.get(at) else { return Vec::new() };
    let sigma = spreads.noise.get(at).copied().unwrap_or(0.0);
    let noise = draws.noise.get(at).map(Vec::as_slice).unwrap_or_default();
    let mut sums = vec![0.0; draws.members];
    let mut years = Vec::new();
    for (t, z) in logits(subject).into_iter().enumerate() {
        let step = t.checked_sub(1).and_then(|step| noise.get(step));
        sums.iter_mut().zip(step.into_iter().flatten()).for_each(|(sum, n)| *sum += sigma * n);
        if looked_at.contains(&t) {
            years.push((t, Reference::along(subject, &sums.iter().map(|sum| z + sum).collect::<Vec<_>>())));
        }
    }
    years
}
