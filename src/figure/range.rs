use super::amount::with_unit;
use super::count::counting;
use super::plot::dots::DotPlot;
use super::plot::indicator::Ends;
use super::{Telling, outputs};
use crate::model::ensemble::{Band, Range};
use crate::model::forecast::BackTest;
use crate::model::{Indicator, IndicatorAt};
use crate::text;

/// Digits after the mark that a range allows at most.
const MOST_DECIMALS: f64 = 4.0;

/// Digits after the mark below which a change is not told as a number, unless the measured values have more.
const LEAST_DECIMALS: usize = 2;

/// How sure a change is (Wie sicher ist das?), for the detail view of an indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Certainty {
    /// Sentences, the most important first.
    pub sentences: Vec<String>,
    /// What the dots show, with the unit.
    pub note: String,
    /// Heads of the table of steps, the second with the unit.
    pub head: [String; 2],
    /// Ends of the range with their names, from the lowest to the highest; none while nothing moved.
    pub steps: Vec<[String; 2]>,
    /// Twenty outcomes; none while nothing moved.
    pub dots: Option<DotPlot>,
}

/// The range of an indicator, once it is computed.
pub(super) fn range_of<'a>(it: &Telling<'a>, index: IndicatorAt) -> Option<&'a Range> {
    it.ranges.get(index)
}

/// Decimals that a range allows: the last digit is worth no less than the order of half its width.
pub(super) fn decimals(band: &Band) -> Option<usize> {
    let half = (band.high - band.low) / 2.0;
    // Clamped to a small range, so the cast is exact.
    (half > 0.0 && half.is_finite()).then(|| (-half.log10().floor()).clamp(0.0, MOST_DECIMALS) as usize)
}

/// Digits after the mark with which the least change is told.
pub(super) fn least_decimals(subject: &Indicator) -> usize {
    subject.decimals.max(LEAST_DECIMALS)
}

/// The least change that is told as a number.
pub(super) fn least(subject: &Indicator) -> f64 {
    10f64.powi(-i32::try_from(least_decimals(subject)).unwrap_or(0))
}

/// Decimals for the ends of the range of a change, the same wherever they stand: as the range allows, and no finer than
/// the least change that is told where the change itself is smaller (Stellen einer Spanne).
pub(super) fn change_decimals(it: &Telling<'_>, index: IndicatorAt) -> usize {
    let Some(subject) = it.town.indicators.get(index) else { return 0 };
    let change = it.projection.course.indicators.get(index).and_then(|it| it.shown.last()).copied().unwrap_or(0.0);
    if change != 0.0 && change.abs() < least(subject) {
        return least_decimals(subject);
    }
    range_of(it, index).and_then(|range| decimals(&range.change)).unwrap_or(subject.decimals)
}

/// The band as the drawings want it.
pub(super) fn ends(band: &Band) -> Ends {
    [band.low, band.lower, band.upper, band.high]
}

/// The line below an indicator's number: the range of its change, or of the plan while nothing moved.
pub(super) fn short(it: Telling<'_>, index: IndicatorAt, unit: &str, is_moved: bool, base: usize) -> String {
    let texts = it.texts();
    let Some(range) = range_of(&it, index).filter(|range| range.is_moved() == is_moved) else {
        return texts.range_pending.to_owned();
    };
    if !is_moved {
        let said = |[low, high]: [String; 2]| (texts.range_plan)(it.town.horizon.0, &low, &high);
        return planned(it, range, unit, base).map_or_else(|| texts.like_planned.to_owned(), said);
    }
    let mut said = vec![(texts.range_change)(&change_ends(it, index, &range.change))];
    if range.is_faint() {
        said.push((texts.faint)(&with_unit(&fluctuation(it, range), unit), range.noise_from));
    }
    if it.projection.nears_end(index) {
        said.push(texts.scale_ends.to_owned());
    }
    said.join(". ").replace("...", "..").replace("..", ".")
}

/// The ends of the range of a change: counts where the indicator counts something, else in its unit.
fn change_ends(it: Telling<'_>, index: IndicatorAt, change: &Band) -> String {
    let ends = [change.low, change.high];
    counting(it, index)
        .and_then(|counting| counts(it, ends.map(|end| end * counting.per_unit)))
        .unwrap_or_else(|| between(it, ends, change_decimals(&it, index)))
}

/// The ends of the range of a change where they lie on both sides of nothing (Richtung unsicher).
pub(super) fn open_ends(it: Telling<'_>, index: IndicatorAt) -> Option<String> {
    let change = &range_of(&it, index)?.change;
    (change.low < 0.0 && change.high > 0.0).then(|| change_ends(it, index, change))
}

/// The ends of the plan's range at the horizon, the second one with its unit.
fn planned(it: Telling<'_>, range: &Range, unit: &str, base: usize) -> Option<[String; 2]> {
    let (_, band) = range.plan.last()?;
    let digits = decimals(band).unwrap_or(base).min(base.max(1));
    let end = |value: f64| text::number(value, digits, it.lang);
    Some([end(band.low), with_unit(&end(band.high), unit)])
}

/// The ends of a range of changes.
fn between(it: Telling<'_>, ends: [f64; 2], digits: usize) -> String {
    let [low, high] = ends.map(|end| it.change(end, digits));
    it.between(low, high)
}

/// The ends of a range of counts with two digits, the lower one first; none where both are less than can be said.
fn counts(it: Telling<'_>, ends: [f64; 2]) -> Option<String> {
    let said = |end: f64| match outputs::counted(end, it.lang) {
        (_, true) => it.texts().nearly_none.to_owned(),
        (size, false) => format!("{}{size}", if end < 0.0 { '\u{2212}' } else { '+' }),
    };
    let is_told = ends.iter().any(|end| !outputs::counted(*end, it.lang).1);
    is_told.then(|| it.between(said(ends[0]), said(ends[1])))
}

/// What an indicator changes by from year to year, with two digits.
fn fluctuation(it: Telling<'_>, range: &Range) -> String {
    text::number(range.yearly_noise, text::change_decimals(range.yearly_noise, 0), it.lang)
}

/// So many runs of twenty, in words.
fn runs(it: Telling<'_>, share: f64) -> String {
    (it.texts().runs)(text::twentieths(share))
}

/// Which of model, no change and straight trend missed least, as far as the digits shown tell them apart.
fn closest(test: &BackTest, decimals: usize) -> [bool; 3] {
    let shown = [test.error, test.unchanged, test.straight].map(|it| (it * 10f64.powi(decimals as i32)).round());
    let least = shown.into_iter().fold(f64::INFINITY, f64::min);
    shown.map(|it| it == least)
}

/// How sure the change of an indicator is, and how far its reference path can be trusted.
pub fn certainty(it: Telling<'_>, index: IndicatorAt) -> Option<Certainty> {
    let (texts, subject) = (it.texts(), it.town.indicators.get(index)?);
    let Some(range) = range_of(&it, index) else {
        return Some(Certainty { sentences: vec![texts.range_pending.to_owned()], ..Certainty::default() });
    };
    let unit = it.lang.of(&subject.unit);
    let change_unit = if unit == "%" { texts.percentage_points } else { unit };
    let mut sentences = Vec::new();
    let (mut steps, mut dots) = (Vec::new(), None);
    if range.is_moved() {
        let band = &range.change;
        let digits = change_decimals(&it, index);
        sentences.push((texts.better_worse)(
            &runs(it, range.better),
            &runs(it, range.worse),
            range.better,
            range.worse,
        ));
        sentences.push((texts.range_said)(&with_unit(&between(it, [band.low, band.high], digits), change_unit)));
        if range.is_faint() {
            sentences.push((texts.faint_said)(&with_unit(&fluctuation(it, range), change_unit), range.noise_from));
        }
        let values = [band.low, band.lower, band.median, band.upper, band.high];
        steps = texts
            .range_steps
            .iter()
            .zip(values)
            .map(|(name, value)| [(*name).to_owned(), it.change(value, digits)])
            .collect();
        let outer = |at: Option<&f64>| it.change(at.copied().unwrap_or(0.0), digits);
        dots = Some(DotPlot {
            dots: range.dots.clone(),
            ends: [outer(range.dots.first()), outer(range.dots.last())],
            plan: format!("{} ±0", texts.plan),
        });
    }
    if !range.is_moved() {
        let said = |[low, high]: [String; 2]| (texts.range_plan_said)(it.town.horizon.0, &low, &high);
        sentences.extend(planned(it, range, unit, subject.decimals).map(said));
    }
    if let (Some((plan, scenario)), Some(year)) = (range.target, subject.target.as_ref().and_then(|it| it.year)) {
        sentences.push((texts.target_said)(
            year.0,
            &runs(it, scenario),
            (plan != scenario).then(|| runs(it, plan)).as_deref(),
        ));
    }
    // What a faint change was held against has been said already.
    if !(range.is_moved() && range.is_faint()) {
        sentences.push((texts.noise_said)(&with_unit(&fluctuation(it, range), change_unit), range.noise_from));
    }
    sentences.push(match range.back_test {
        Some(test) => {
            let error = |value: f64| with_unit(&text::number(value, subject.decimals, it.lang), change_unit);
            let said = (texts.back_test)(
                (test.values, test.within),
                &error(test.error),
                &error(test.unchanged),
                &error(test.straight),
            );
            format!("{said} {}", (texts.back_test_closest)(closest(&test, subject.decimals)))
        }
        None => (texts.no_back_test)(subject.series.len()),
    });
    sentences.push(texts.range_why.to_owned());
    // A unit may end with a full stop of its own ("je 1.000 Einw.").
    let sentences = sentences.into_iter().map(|it| it.strip_suffix("..").map(|it| format!("{it}.")).unwrap_or(it));
    Some(Certainty {
        sentences: sentences.collect(),
        note: (texts.dots_note)(it.town.horizon.0, change_unit),
        head: (texts.range_head)(change_unit),
        steps,
        dots,
    })
}
