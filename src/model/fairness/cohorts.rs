use crate::model::fiscal::{Difference, Flow};

/// Money that people of some ages use or pay (Zurechnung nach Alter).
#[derive(Clone, Debug, PartialEq)]
pub struct Bearer {
    /// The stream of money, euros per year.
    pub flow: Flow,
    /// Weight per single year of age.
    pub weights: Vec<f64>,
}

/// Streams that the same people bear, by the same weights.
struct Bearers<'a> {
    weights: &'a [f64],
    flows: Vec<&'a Flow>,
}

impl<'a> Bearers<'a> {
    fn of(bearers: &'a [Bearer]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for Bearer { flow, weights } in bearers {
            match all.iter_mut().find(|it| it.weights == weights.as_slice()) {
                Some(it) => it.flows.push(flow),
                None => all.push(Self { weights, flows: vec![flow] }),
            }
        }
        all
    }

    /// Euros per unit of weight in year `t`; nothing where nobody of these ages lives.
    fn per_weight(&self, persons: &[f64], t: usize) -> f64 {
        let bearers: f64 = self.weights.iter().zip(persons).map(|(w, n)| w * n).sum();
        if bearers > 0.0 { self.flows.iter().map(|it| it.used(t)).sum::<f64>() / bearers } else { 0.0 }
    }
}

/// What all streams are for one person of each age in year `t`.
fn per_person(all: &[Bearers<'_>], persons: &[f64], t: usize) -> Vec<f64> {
    let mut sums = vec![0.0; persons.len()];
    for it in all {
        let per_weight = it.per_weight(persons, t);
        sums.iter_mut().zip(it.weights).for_each(|(sum, weight)| *sum += per_weight * weight);
    }
    sums
}

/// Net benefit per head by year of birth, and what is left at the horizon, euros (G6, Bilanz je Jahrgang).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// Year of birth and net benefit per head, oldest first.
    pub per_head: Vec<(i32, f64)>,
    /// Net benefit summed over people, not discounted.
    pub total: f64,
    /// Book value of what the scenario built.
    pub assets_left: f64,
    /// Debt it leaves.
    pub debt_left: f64,
    /// Interest it paid.
    pub interest_paid: f64,
    /// What working units saved the town; no use of anybody's is less for it.
    pub saved: f64,
}

impl Ledger {
    /// What the accounting itself creates: zero up to rounding without discounting (fairness.md, Left behind).
    pub fn closing(&self) -> f64 {
        self.total + self.assets_left - self.debt_left + self.interest_paid - self.saved
    }
}

/// Charges changed spending and revenue to the people who use and pay it (fairness.md, Ledger).
///
/// `persons[t][age]`; the last age stands for all above. Discounted with `rate` per year.
pub fn ledger(
    start: i32,
    persons: &[Vec<f64>],
    spending: &[Bearer],
    revenue: &[Bearer],
    difference: &Difference,
    rate: f64,
) -> Ledger {
    let benefit = benefits(persons, spending, revenue);
    Ledger {
        per_head: per_head(start, &benefit, rate),
        total: total(&benefit, persons),
        assets_left: spending.iter().map(|it| it.flow.book_value(persons.len())).sum(),
        debt_left: difference.debt.last().copied().unwrap_or(0.0),
        interest_paid: difference.interest.iter().sum(),
        saved: spending.iter().map(|it| (0..persons.len()).map(|t| it.flow.saved(t)).sum::<f64>()).sum::<f64>() + 0.0,
    }
}

/// Net benefit per head in euros by year and age: what is used less what is paid.
pub fn benefits(persons: &[Vec<f64>], spending: &[Bearer], revenue: &[Bearer]) -> Vec<Vec<f64>> {
    let [used, paid] = [spending, revenue].map(Bearers::of);
    let of_year = |(t, now): (usize, &Vec<f64>)| {
        let pairs = per_person(&used, now, t).into_iter().zip(per_person(&paid, now, t));
        pairs.map(|(used, paid)| used - paid).collect()
    };
    persons.iter().enumerate().map(of_year).collect()
}

/// Year of birth and net benefit over the years lived within the horizon, euros per head, oldest first.
pub fn per_head(start: i32, benefit: &[Vec<f64>], rate: f64) -> Vec<(i32, f64)> {
    let ages = benefit.first().map_or(0, Vec::len);
    let weights: Vec<f64> = (0..benefit.len()).map(|t| (1.0 + rate).powi(-(t as i32))).collect();
    let oldest = start - ages.saturating_sub(1) as i32;
    let youngest = start + benefit.len().saturating_sub(1) as i32;
    (oldest..=youngest)
        .map(|born| {
            let sum = benefit
                .iter()
                .zip(&weights)
                .enumerate()
                .filter_map(|(t, (row, weight))| {
                    let age = usize::try_from(start + t as i32 - born).ok()?;
                    Some(row.get(age)? * weight)
                })
                .sum();
            (born, sum)
        })
        .collect()
}

/// Net benefit summed over all people and years, euros, not discounted.
pub fn total(benefit: &[Vec<f64>], persons: &[Vec<f64>]) -> f64 {
    let of_year = |(row, now): (&Vec<f64>, &Vec<f64>)| row.iter().zip(now).map(|(benefit, n)| benefit * n).sum::<f64>();
    benefit.iter().zip(persons).map(of_year).sum()
}

/// A group of birth years shown together (Geburtsjahrgänge).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CohortGroup {
    /// First birth year, none for "and older".
    pub from: Option<i32>,
    /// Last birth year, none for "not yet born".
    pub to: Option<i32>,
    /// Mean net benefit per head in euros, weighted by the people living at the start or born later.
    pub per_head: f64,
}

impl Ledger {
    /// The six groups of the page.
    pub fn groups(&self, start: i32, persons: &[Vec<f64>]) -> Vec<CohortGroup> {
        groups(&self.per_head, start, persons)
    }
}

/// The six groups of the page: to 1960, 61–80, 81–95, 96–2010, 2011 to the start year, not yet born.
pub fn groups(per_head: &[(i32, f64)], start: i32, persons: &[Vec<f64>]) -> Vec<CohortGroup> {
    let bounds = [
        (None, Some(1960)),
        (Some(1961), Some(1980)),
        (Some(1981), Some(1995)),
        (Some(1996), Some(2010)),
        (Some(2011), Some(start)),
        (Some(start + 1), None),
    ];
    let people = |born: i32| -> f64 {
        let (t, age) = if born <= start { (0, start - born) } else { (born - start, 0) };
        let cell = usize::try_from(t).ok().and_then(|t| persons.get(t)).zip(usize::try_from(age).ok());
        cell.and_then(|(row, age)| row.get(age)).copied().unwrap_or(0.0)
    };
    bounds
        .into_iter()
        .map(|(from, to)| {
            let members = per_head
                .iter()
                .filter(|(born, _)| from.is_none_or(|from| *born >= from) && to.is_none_or(|to| *born <= to));
            let (sum, n) = members
                .fold((0.0, 0.0), |(sum, n), (born, benefit)| (sum + benefit * people(*born), n + people(*born)));
            CohortGroup { from, to, per_head: if n > 0.0 { sum / n } else { 0.0 } }
        })
        .collect()
}
