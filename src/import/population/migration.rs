//! Local net migration by age from two pyramids of the same place.

use serde::Serialize;

use super::ages::{ByAge, Layer, OLDEST, Structure};
use super::national::National;

/// Rounds of the correction that finds yearly movements from a change over several years; the back-test gets no better
/// with more.
const ROUNDS: usize = 50;
/// Last age that a cohort may have reached: above, few people and many deaths make the rest a game of chance.
const LAST: usize = 84;

/// What moves people beyond deaths and national migration (örtliches Wanderungsprofil), per layer.
///
/// Whoever comes, comes from elsewhere: so many persons a year. Whoever goes, lived here: a share of those. A town
/// so keeps its number of new students when its own young people grow fewer, and never has less than nobody.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Migration {
    /// Years of the two pyramids.
    pub between: (u16, u16),
    layers: Vec<Movement>,
}

/// The movements of one layer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Movement {
    /// Whose they are.
    pub layer: Layer,
    /// Persons who come in a year, at the age they reach at its end.
    pub arrivals: ByAge,
    /// Share of the persons who stay, at the age they reach at the year's end: 0 … 1.
    pub stay: ByAge,
}

impl Migration {
    /// The profile between two pyramids, `years` apart: of each cohort, what the national factors do not explain.
    ///
    /// Σ over its years of m(a) = ln(later / (earlier × national factors)) for every cohort; the m of each age are found
    /// by spreading what is left evenly over the years of each cohort and averaging over cohorts, again and again.
    pub fn between(earlier: (u16, &Structure), later: (u16, &Structure), nation: &National) -> Result<Self, String> {
        let ((from, before), (to, after)) = (earlier, later);
        let years = usize::from(to.saturating_sub(from));
        if years == 0 || years > 20 {
            return Err(format!("expected two pyramids 1 to 20 years apart, found {from} and {to}"));
        }
        let has_sexes = [before, after].iter().all(|it| it.women.is_some()) && nation.has_women();
        let layers = if has_sexes { vec![Layer::Women, Layer::Men] } else { vec![Layer::People] };
        let movements = layers.into_iter().filter_map(|layer| {
            let (before, after) = (before.layer(layer)?, after.layer(layer)?);
            let steps: Vec<ByAge> = (from..to).map(|year| nation.step(year, layer)).collect();
            let rates = rates(&before, &after, &steps);
            Some(movement(layer, &rates, &before, &after))
        });
        Ok(Self { between: (from, to), layers: movements.collect() })
    }

    /// The movements of a layer; those of women and men together are not split.
    pub fn of(&self, layer: Layer) -> Option<&Movement> {
        self.layers.iter().find(|it| it.layer == layer)
    }

    /// Whether women and men move apart.
    pub fn has_sexes(&self) -> bool {
        self.of(Layer::Women).is_some()
    }
}

/// Yearly log rates of net migration at the age reached.
fn rates(before: &ByAge, after: &ByAge, steps: &[ByAge]) -> ByAge {
    let years = steps.len();
    // What each cohort has more or less than the nation's would have, by its age at the start.
    let unexplained: Vec<(usize, f64)> = (0..=LAST.saturating_sub(years))
        .filter_map(|age| {
            let expected = before.at(age) * steps.iter().zip(age..).map(|(step, age)| step.at(age)).product::<f64>();
            let excess = (after.at(age + years) / expected).ln();
            excess.is_finite().then_some((age, excess))
        })
        .collect();
    let mut found = ByAge::zero();
    for _ in 0..ROUNDS {
        let (mut sums, mut cohorts) = (ByAge::zero(), ByAge::zero());
        for (age, excess) in &unexplained {
            let rest = (excess - found.within(age + 1, age + years)) / years as f64;
            for reached in age + 1..=age + years {
                sums.add(reached, rest);
                cohorts.add(reached, 1.0);
            }
        }
        let step = sums.with(&cohorts, |sum, count| if count > 0.0 { sum / count } else { 0.0 });
        found = found.with(&step, |rate, step| rate + step);
    }
    found
}

/// Net gains as persons a year, by the mean number of those one year younger; net losses as a share.
fn movement(layer: Layer, rates: &ByAge, before: &ByAge, after: &ByAge) -> Movement {
    let younger = |age: usize| age.checked_sub(1).map_or(0.0, |age| f64::midpoint(before.at(age), after.at(age)));
    let arrivals = ByAge::new(|age| if age < OLDEST { rates.at(age).exp_m1().max(0.0) * younger(age) } else { 0.0 });
    let stay = ByAge::new(|age| rates.at(age).exp().min(1.0));
    Movement { layer, arrivals, stay }
}
