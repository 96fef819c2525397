//! The reference path from the measured series itself: slope, noise, and how well it would have done (ensemble.md, Trend).

use serde::Serialize;

use super::{Indicator, Scale};

/// A value measured in a year, in logit points (Messpunkt).
type Point = (f64, f64);

/// Fewer values are no trend: an odd year among them would become one.
pub const TREND_NEEDS: usize = 5;
/// Two yearly changes at least show how much an indicator fluctuates.
pub const NOISE_NEEDS: usize = 3;
/// A back-test holds three values back and still fits a trend to the others.
pub const BACK_TEST_NEEDS: usize = HELD_BACK + TREND_NEEDS;
/// Values that a back-test holds back.
pub const HELD_BACK: usize = 3;
/// The 90 % quantile of the normal distribution: between minus and plus it lie 80 %.
const EIGHTY_PERCENT: f64 = 1.281_551_565_544_600_4;

/// How a series went on, seen from three values before its end (Rückschau).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BackTest {
    /// Values held back.
    pub values: usize,
    /// How many of them lie in the 80 % band of the forecast.
    pub within: usize,
    /// Mean absolute error of the forecast, in the unit.
    pub error: f64,
    /// The same if nothing had changed since the last value.
    pub unchanged: f64,
    /// The same for the trend without damping.
    pub straight: f64,
}

/// Measured values as points in logits.
fn points(indicator: &Indicator) -> Vec<Point> {
    indicator.series.iter().map(|it| (it.year.as_f64(), indicator.scale.logit(it.value))).collect()
}

/// Slope of a series per year (Theil–Sen: the median of all pairwise slopes); zero for fewer than five points.
///
/// Sen (1968), Journal of the American Statistical Association 63.
pub fn slope(points: &[(f64, f64)]) -> f64 {
    if points.len() < TREND_NEEDS {
        return 0.0;
    }
    let pairs = points.iter().enumerate().flat_map(|(i, a)| points.iter().skip(i + 1).map(move |b| (a, b)));
    median(pairs.map(|(a, b)| (b.1 - a.1) / (b.0 - a.0)).filter(|slope| slope.is_finite()).collect()).unwrap_or(0.0)
}

/// Trend of an indicator's reference path, logit points per year.
pub fn trend(indicator: &Indicator) -> f64 {
    slope(&points(indicator))
}

/// Fluctuation from year to year around a slope, logit points (root mean square); none for fewer than three points.
///
/// The path is a random walk with drift, so a gap of several years counts by its root.
fn fluctuation(points: &[Point], slope: f64) -> Option<f64> {
    if points.len() < NOISE_NEEDS {
        return None;
    }
    let steps: Vec<f64> = points
        .iter()
        .zip(points.iter().skip(1))
        .filter(|(a, b)| b.0 > a.0)
        .map(|(a, b)| (b.1 - a.1 - slope * (b.0 - a.0)) / (b.0 - a.0).sqrt())
        .collect();
    let squares: f64 = steps.iter().map(|step| step * step).sum();
    (!steps.is_empty()).then(|| (squares / steps.len() as f64).sqrt())
}

/// Where an indicator's noise comes from (Grundlage der Schwankung).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoiseFrom {
    /// Its own series.
    Own,
    /// The median of the others.
    Others,
    /// The pack names what is usual.
    #[default]
    Pack,
}

/// Noise per indicator, logit points per root of a year, and where it comes from.
///
/// Those with too short a series get what the pack calls usual, or else the median of the others: an assumption that the
/// page names.
pub fn noise(indicators: &[Indicator], usual: Option<f64>) -> Vec<(f64, NoiseFrom)> {
    let own: Vec<Option<f64>> = indicators
        .iter()
        .map(|it| {
            let points = points(it);
            fluctuation(&points, slope(&points))
        })
        .collect();
    let others = || (median(own.iter().flatten().copied().collect()).unwrap_or(0.0), NoiseFrom::Others);
    let shared = usual.map_or_else(others, |usual| (usual, NoiseFrom::Pack));
    own.iter().map(|own| own.map_or(shared, |own| (own, NoiseFrom::Own))).collect()
}

/// Of how many indicators the measured values tell what (Aussagekraft der Reihen).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Those whose trend is estimated.
    pub trend: usize,
    /// Those whose fluctuation is their own.
    pub noise: usize,
    /// Those whose forecast can be checked.
    pub back_test: usize,
}

/// Counts what the series of all indicators are long enough for.
pub fn known(indicators: &[Indicator]) -> Known {
    let count = |is: &dyn Fn(&Indicator) -> bool| indicators.iter().filter(|it| is(it)).count();
    Known {
        trend: count(&|it| it.series.len() >= TREND_NEEDS),
        noise: noise(indicators, None).into_iter().filter(|(_, from)| *from == NoiseFrom::Own).count(),
        // Whether there is one does not hang on the damping.
        back_test: count(&|it| back_test(it, 1.0).is_some()),
    }
}

/// The sum of a damped trend over so many years.
fn damped(slope: f64, damping: f64, years: f64) -> f64 {
    if damping < 1.0 { slope * (1.0 - damping.powf(years)) / (1.0 - damping) } else { slope * years }
}

/// Fits without the last three values and forecasts them; none for fewer than eight.
pub fn back_test(indicator: &Indicator, damping: f64) -> Option<BackTest> {
    let points = points(indicator);
    if points.len() < BACK_TEST_NEEDS {
        return None;
    }
    let (fitted, held_back) = points.split_at(points.len() - HELD_BACK);
    let last = fitted.last()?;
    let slope = slope(fitted);
    let noise = fluctuation(fitted, slope)?;
    let scale: Scale = indicator.scale;
    let mut test = BackTest { values: held_back.len(), within: 0, error: 0.0, unchanged: 0.0, straight: 0.0 };
    for (year, z) in held_back {
        let years = year - last.0;
        let forecast = last.1 + damped(slope, damping, years);
        test.within += usize::from((z - forecast).abs() <= EIGHTY_PERCENT * noise * years.sqrt());
        let miss = |guess: f64| (scale.value(guess) - scale.value(*z)).abs() / held_back.len() as f64;
        test.error += miss(forecast);
        test.unchanged += miss(last.1);
        test.straight += miss(last.1 + slope * years);
    }
    Some(test)
}

fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_unstable_by(f64::total_cmp);
    super::quantile::quantile(&numbers, 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1, 2, 3, 4 and an odd 50: four of ten slopes run through the odd point, the median is one of the others.
    #[test]
    fn an_odd_year_does_not_bend_the_trend() {
        let points: Vec<Point> = [1.0, 2.0, 3.0, 4.0, 50.0].iter().enumerate().map(|(t, z)| (t as f64, *z)).collect();
        assert!((slope(&points) - 1.0).abs() < 1e-12);
        assert_eq!(slope(&points[..4]), 0.0);
    }

    #[test]
    fn fluctuation_counts_gaps_by_their_root() {
        let steady = [(2020.0, 0.0), (2021.0, 0.3), (2022.0, 0.0)];
        assert!((fluctuation(&steady, 0.0).unwrap() - 0.3).abs() < 1e-12);
        let gap = [(2018.0, 0.0), (2022.0, 0.6), (2026.0, 0.0)];
        assert!((fluctuation(&gap, 0.0).unwrap() - 0.3).abs() < 1e-12);
        assert_eq!(fluctuation(&steady[..2], 0.0), None);
    }

    /// By hand: of the ten slopes between 0, 0.2, 0.2, 0.3 and 0.4 the middle ones are 0.1. The steps miss it by 0.1,
    /// −0.1, 0 and 0, so the noise is the root of 0.005. Damped by half, 0.4 goes on to 0.5, 0.55 and 0.575, give or
    /// take 0.0906, 0.1282 and 0.157: of 0.55, 0.7 and 0.7 the first and the last lie within.
    #[test]
    fn a_series_of_eight_is_looked_back_on() {
        let value = |z: f64| 1.0 / (1.0 + (-z).exp());
        let logits = [0.0, 0.2, 0.2, 0.3, 0.4, 0.55, 0.7, 0.7];
        let of = |logits: &[f64]| -> Indicator {
            let town = crate::pack::load(&crate::pack::muenster()).unwrap();
            let like = town.indicators.first().cloned().unwrap();
            let first = like.series.first().cloned().unwrap();
            let years = (2015..).map(crate::model::Year);
            let series =
                years.zip(logits).map(|(year, z)| crate::model::Measured { year, value: value(*z), ..first.clone() });
            Indicator { scale: Scale { worst: 0.0, best: 1.0 }, series: series.collect(), ..like }
        };
        let found = back_test(&of(&logits), 0.5).unwrap();
        assert_eq!((found.values, found.within), (3, 2));
        let mean = |guesses: [f64; 3]| {
            let real = [0.55, 0.7, 0.7];
            guesses.iter().zip(real).map(|(guess, real)| (value(*guess) - value(real)).abs()).sum::<f64>() / 3.0
        };
        for (found, expected) in [
            (found.error, mean([0.5, 0.55, 0.575])),
            (found.unchanged, mean([0.4, 0.4, 0.4])),
            (found.straight, mean([0.5, 0.6, 0.7])),
        ] {
            assert!((found - expected).abs() < 1e-12, "{found} instead of {expected}");
        }
        assert_eq!(back_test(&of(&logits[..7]), 0.5), None, "seven are too few");
    }

    #[test]
    fn a_damped_trend_ends_at_its_limit() {
        assert!((damped(0.1, 0.9, 2.0) - (0.1 + 0.09)).abs() < 1e-12);
        assert!((damped(0.1, 1.0, 3.0) - 0.3).abs() < 1e-12);
        assert!((damped(0.1, 0.9, 1e3) - 1.0).abs() < 1e-9);
    }
}
