//! From money to indicators. Pure arithmetic over years; index `t` runs from 0 to the horizon.

#![doc = include_str!("effects.md")]

use super::indicator::{Reaction, Scale};
use super::{IndicatorAt, LeverAt, List};

/// Money of a lever per year in euros of that year, before and after (Mittel einer Stellschraube).
#[derive(Clone, Debug, PartialEq)]
pub struct LeverMoney {
    /// As planned.
    pub baseline: Vec<f64>,
    /// With the scenario.
    pub scenario: Vec<f64>,
}

/// An indicator as the equations see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Ends of the scale.
    pub scale: Scale,
    /// Value in the start year.
    pub start: f64,
    /// Trend of the reference path, logit points per year.
    pub trend: f64,
    /// Factor by which the trend shrinks every year.
    pub damping: f64,
    /// How it reacts.
    pub reaction: Reaction,
}

/// Lever → indicator (Wirkung).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The lever.
    pub lever: LeverAt,
    /// The indicator.
    pub indicator: IndicatorAt,
    /// Part of a euro that works for the indicator; may be negative.
    pub share: f64,
}

/// Indicator → indicator (Mitwirkung).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spill {
    /// The indicator that passes its deviation on.
    pub from: IndicatorAt,
    /// The indicator that receives it.
    pub to: IndicatorAt,
    /// Logit points passed on per logit point and year.
    pub strength: f64,
}

/// Everything the equations need.
#[derive(Clone, Debug, PartialEq)]
pub struct Effects {
    /// Inhabitants per year.
    pub population: Vec<f64>,
    /// Price level per year, 1 in the start year.
    pub deflator: Vec<f64>,
    /// Money per lever.
    pub levers: List<LeverAt, LeverMoney>,
    /// Indicators.
    pub subjects: List<IndicatorAt, Subject>,
    /// Effects.
    pub links: Vec<Link>,
    /// Spill-overs.
    pub spills: Vec<Spill>,
}

/// A part of an indicator's deviation over time, in logit points.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<From> {
    /// The lever or the indicator it comes from.
    pub from: From,
    /// Logit points per year.
    pub path: Vec<f64>,
}

/// One indicator over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Reference path in the unit.
    pub baseline: Vec<f64>,
    /// Path with the scenario in the unit.
    pub scenario: Vec<f64>,
    /// Deviation in logit points, up is better.
    pub deviation: Vec<f64>,
    /// Reference path in logit points.
    pub reference: Vec<f64>,
    /// Own money by lever, as if every change arrived at once.
    pub own: Vec<Part<LeverAt>>,
    /// What of it has not arrived yet (negative of what is still to come).
    pub pending: Vec<f64>,
    /// Through other indicators.
    pub through: Vec<Part<IndicatorAt>>,
}

impl Path {
    /// All that the deviation is made of, but for what is pending.
    pub fn parts(&self) -> impl Iterator<Item = &[f64]> {
        let own = self.own.iter().map(|part| part.path.as_slice());
        own.chain(self.through.iter().map(|part| part.path.as_slice()))
    }
}

/// Effort on one indicator: the baseline's total and each link's change, already delayed (effects.md, Effort).
struct Effort {
    baseline: Vec<f64>,
    changes: Vec<Part<LeverAt>>,
}

/// Adjustment per year for a time constant in years; no delay means at once.
pub(super) fn adjustment(delay: f64) -> f64 {
    if delay > 0.0 { 1.0 - (-1.0 / delay).exp() } else { 1.0 }
}

/// First-order delay, starting from `carried`.
fn delayed(raw: &[f64], carried: f64, rate: f64) -> Vec<f64> {
    raw.iter()
        .scan(carried, |state, x| {
            *state += rate * (x - *state);
            Some(*state)
        })
        .collect()
}

impl Effects {
    /// Years of all paths.
    pub(super) fn years(&self) -> usize {
        self.population.len().min(self.deflator.len())
    }

    /// Real money per inhabitant of one money path (effects.md, Effort).
    pub(super) fn per_head(&self, money: &[f64]) -> Vec<f64> {
        money.iter().zip(&self.population).zip(&self.deflator).map(|((m, n), p)| m / (n * p)).collect()
    }

    fn effort(&self, indicator: IndicatorAt, rate: f64) -> Effort {
        let mut raw_baseline = vec![0.0; self.years()];
        let mut changes = Vec::new();
        for link in self.links.iter().filter(|link| link.indicator == indicator) {
            let Some(money) = self.levers.get(link.lever) else { continue };
            let before = self.per_head(&money.baseline);
            let after = self.per_head(&money.scenario);
            for (sum, c) in raw_baseline.iter_mut().zip(&before) {
                *sum += link.share * c;
            }
            // The difference is taken before the delay, so that unmoved money gives exactly zero.
            let raw: Vec<f64> = before.iter().zip(&after).map(|(b, a)| link.share * (a - b)).collect();
            changes.push(Part { from: link.lever, path: delayed(&raw, 0.0, rate) });
        }
        let start = raw_baseline.first().copied().unwrap_or(0.0);
        Effort { baseline: delayed(&raw_baseline, start, rate), changes }
    }

    /// Own deviation by link in logit points without spill-overs (effects.md, Response).
    ///
    /// h(r) − h(b) = (1+H)·H·(r−b)/((r+H)(b+H)), so an impulse splits over levers without dividing by their sum.
    fn own(&self, indicator: IndicatorAt, subject: &Subject, rate: f64) -> Vec<Part<LeverAt>> {
        let Reaction { decay, headroom, fade, .. } = subject.reaction;
        let effort = self.effort(indicator, rate);
        // Today's effort, against which every later effort is measured; the delay starts from it.
        let today = effort.baseline.first().copied().unwrap_or(0.0);
        let gain: Vec<f64> = (0..self.years())
            .map(|t| {
                let at = |path: &[f64]| path.get(t).copied().unwrap_or(0.0);
                let before = at(&effort.baseline);
                let change: f64 = effort.changes.iter().map(|part| at(&part.path)).sum();
                let (b, r) = (before / today, (before + change) / today);
                decay * (1.0 + headroom) * headroom / ((r + headroom) * (b + headroom)) / today
            })
            .map(|gain| if gain.is_finite() { gain } else { 0.0 })
            .collect();
        effort
            .changes
            .into_iter()
            .map(|part| {
                let mut deviation = 0.0;
                let path = part
                    .path
                    .iter()
                    .zip(&gain)
                    .map(|(change, gain)| {
                        let now = deviation;
                        deviation = (1.0 - fade) * deviation + gain * change;
                        now
                    })
                    .collect();
                Part { from: part.from, path }
            })
            .collect()
    }

    /// Runs the equations. Untouched money gives deviations of exactly zero.
    pub fn run(&self) -> List<IndicatorAt, Path> {
        let years = self.years();
        let own: Vec<[Vec<Part<LeverAt>>; 2]> = self
            .subjects
            .pairs()
            .map(|(i, subject)| {
                let arrived = self.own(i, subject, adjustment(subject.reaction.delay));
                [arrived, self.own(i, subject, 1.0)]
            })
            .collect();

        // Spill-overs couple the indicators, so they are stepped together.
        let mut through: List<IndicatorAt, Vec<Part<IndicatorAt>>> = self
            .subjects
            .places()
            .map(|i| {
                let sources = self.spills.iter().filter(|spill| spill.to == i);
                sources.map(|spill| Part { from: spill.from, path: Vec::with_capacity(years) }).collect()
            })
            .collect();
        let mut deviations: List<IndicatorAt, Vec<f64>> = vec![Vec::with_capacity(years); self.subjects.len()].into();
        for t in 0..years {
            let before: List<IndicatorAt, f64> =
                deviations.iter().map(|path| path.last().copied().unwrap_or(0.0)).collect();
            for ((i, subject), parts) in self.subjects.pairs().zip(through.iter_mut()) {
                let incoming = self.spills.iter().filter(|spill| spill.to == i);
                for (part, spill) in parts.iter_mut().zip(incoming) {
                    let kept = part.path.last().map_or(0.0, |last| (1.0 - subject.reaction.fade) * last);
                    let passed = if t == 0 { 0.0 } else { before.get(spill.from).map_or(0.0, |d| spill.strength * d) };
                    part.path.push(kept + passed);
                }
            }
            for (([arrived, _], parts), path) in own.iter().zip(&through).zip(deviations.iter_mut()) {
                path.push(sum(arrived, t) + sum(parts, t));
            }
        }

        self.subjects
            .iter()
            .zip(own)
            .zip(through)
            .zip(deviations)
            .map(|(((subject, [arrived, full]), through), deviation)| {
                let reference = reference_path(subject.scale, subject.start, subject.trend, subject.damping, years);
                let shifted = reference.iter().zip(&deviation).map(|(z, d)| z + d);
                Path {
                    baseline: reference.iter().map(|z| subject.scale.value(*z)).collect(),
                    scenario: shifted.map(|z| subject.scale.value(z)).collect(),
                    pending: (0..years).map(|t| sum(&arrived, t) - sum(&full, t)).collect(),
                    own: full,
                    through,
                    reference,
                    deviation,
                }
            })
            .collect()
    }
}

/// What parts make together in a year.
fn sum<From>(parts: &[Part<From>], t: usize) -> f64 {
    parts.iter().filter_map(|part| part.path.get(t)).sum()
}

/// Reference path in logit points: the trend, damped year by year (effects.md, Reference path).
pub(super) fn reference_path(scale: Scale, start: f64, trend: f64, damping: f64, years: usize) -> Vec<f64> {
    let mut step = trend;
    let mut z = scale.logit(start);
    (0..years)
        .map(|_| {
            let now = z;
            z += step;
            step *= damping;
            now
        })
        .collect()
}

/// Largest eigenvalue in absolute terms of diag(1 − fade) + Spillᵀ (effects.md, Deviation); below 1 means stable.
///
/// Gelfand's formula, the norm of the 1024th power by repeated squaring: it also holds for complex pairs.
pub fn spectral_radius(fades: &[f64], spills: &[Spill]) -> f64 {
    let n = fades.len();
    let mut matrix = vec![vec![0.0; n]; n];
    for (i, (row, fade)) in matrix.iter_mut().zip(fades).enumerate() {
        if let Some(cell) = row.get_mut(i) {
            *cell = 1.0 - fade;
        }
    }
    for spill in spills {
        if let Some(cell) = matrix.get_mut(spill.to.0).and_then(|row| row.get_mut(spill.from.0)) {
            *cell += spill.strength;
        }
    }
    // log of the radius: the matrix is rescaled at every squaring so that nothing over- or underflows.
    let mut log_scale = 0.0;
    let mut power = 1.0_f64;
    for _ in 0..10 {
        let norm = row_norm(&matrix);
        if norm == 0.0 {
            return 0.0;
        }
        log_scale += norm.ln() / power;
        for cell in matrix.iter_mut().flatten() {
            *cell /= norm;
        }
        matrix = squared(&matrix);
        power *= 2.0;
    }
    (log_scale + row_norm(&matrix).max(f64::MIN_POSITIVE).ln() / power).exp()
}

fn row_norm(matrix: &[Vec<f64>]) -> f64 {
    matrix.iter().map(|row| row.iter().map(|cell| cell.abs()).sum()).fold(0.0, f64::max)
}

fn squared(matrix: &[Vec<f64>]) -> Vec<Vec<f64>> {
    matrix
        .iter()
        .map(|row| {
            let mut product = vec![0.0; matrix.len()];
            for (factor, other) in row.iter().zip(matrix) {
                for (cell, value) in product.iter_mut().zip(other) {
                    *cell += factor * value;
                }
            }
            product
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{IndicatorAt, Spill, spectral_radius};

    #[test]
    fn the_radius_of_known_matrices() {
        assert!((spectral_radius(&[0.1, 0.3], &[]) - 0.9).abs() < 1e-2);
        // A loop of two with eigenvalues 0.5 ± 0.4.
        let spills =
            [(0, 1), (1, 0)].map(|(from, to)| Spill { from: IndicatorAt(from), to: IndicatorAt(to), strength: 0.4 });
        assert!((spectral_radius(&[0.5, 0.5], &spills) - 0.9).abs() < 1e-2);
        assert_eq!(spectral_radius(&[1.0], &[]), 0.0);
    }
}
