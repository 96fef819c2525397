use super::amount::with_unit;
use super::plot::indicator::{Ends, IndicatorPlot, Lens, Target as PlotTarget};
use super::{Telling, range};
use crate::model::ensemble::Range;
use crate::model::{CountBase, Direction, Grade, Indicator, IndicatorAt, TargetKind};
use crate::text::{self, IndicatorSaid};

/// A change too small for four digits is not shown as a number.
const MOST_DECIMALS: usize = 4;

/// The card of one indicator: sentence, drawing, table (Kennzahlkarte).
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The indicator.
    pub index: IndicatorAt,
    /// Name.
    pub name: String,
    /// Change with its sign and the unit of a change; none if untouched.
    pub change: Option<(String, String)>,
    /// Last value with its unit, and its year in words.
    pub last: (String, String),
    /// One sentence with direction, size and horizon.
    pub sentence: String,
    /// The range of the change in words, or of the plan while untouched.
    pub range: String,
    /// Whether the change drowns in what the indicator fluctuates by anyway.
    pub is_faint: bool,
    /// The change as a count of people, tonnes or places.
    pub count: Option<String>,
    /// Which way is better, in words.
    pub direction: &'static str,
    /// Weakest grade among the effects on it, steps from euro to quantity included.
    pub grade: Option<Grade>,
    /// Target in words.
    pub target: Option<String>,
    /// The drawing.
    pub plot: IndicatorPlot,
    /// What the drawing shows, for its name.
    pub plot_name: String,
    /// Year, measured, planned, with changes.
    pub rows: Vec<[String; 4]>,
    /// How much it moved, for sorting: logit points without sign.
    pub strength: f64,
}

impl Card {
    /// Whether it moved.
    pub fn is_moved(&self) -> bool {
        self.change.is_some()
    }

    /// The number in the card's head with its unit: the change, or else the last value.
    pub fn headline(&self) -> (&str, &str) {
        let (number, unit) = self.change.as_ref().unwrap_or(&self.last);
        (number, unit)
    }
}

/// The card of an indicator.
pub fn indicator(it: Telling<'_>, index: IndicatorAt) -> Option<Card> {
    let (town, lang, texts) = (it.town, it.lang, it.texts());
    let subject: &Indicator = town.indicators.get(index)?;
    let path = it.projection.indicators.get(index)?;
    let explanation = it.projection.explanations.get(index)?;
    let last = subject.series.last()?;
    let unit = lang.of(&subject.unit);
    let change_unit = if unit == "%" { texts.percentage_points } else { unit };
    let (plan, scenario) = (*path.baseline.last()?, *path.scenario.last()?);
    let moved = explanation.logit != 0.0;
    let change = explanation.change;
    let range = range::range_of(&it, index).filter(|range| range.is_moved() == moved);
    let decimals = match range.filter(|_| moved).and_then(|range| range::decimals(&range.change)) {
        // Digits follow what is known; a change is never rounded away while it can be said.
        Some(decimals) => decimals.max(text::change_decimals(change, 0).saturating_sub(1)),
        None if moved => text::change_decimals(change, subject.decimals),
        None => subject.decimals.min(2),
    };
    let levels = text::level_decimals(plan, scenario, change, decimals);
    // A flat path reads like the value it starts from.
    let level = if moved { text::number } else { text::trimmed };
    let value = |number: f64| with_unit(&level(number, levels, lang), unit);
    let last_text = with_unit(&text::trimmed(last.value, subject.decimals, lang), unit);

    let mut shown = text::signed(change, decimals, lang);
    let is_tiny = moved && shown == "±0";
    let mut size = (texts.roughly)(&with_unit(&shown.replace(['+', '\u{2212}'], ""), change_unit));
    if is_tiny {
        let least = text::number(10f64.powi(-(MOST_DECIMALS as i32)), MOST_DECIMALS, lang);
        shown = format!("{}{least}", if change < 0.0 { "> \u{2212}" } else { "< +" });
        size = (texts.under)(&with_unit(&least, change_unit));
    }
    let sentence = (texts.indicator)(&IndicatorSaid {
        name: lang.of(&subject.name),
        last: last_text.clone(),
        last_year: last.year.0,
        horizon: town.horizon.0,
        plan: value(plan),
        scenario: value(scenario),
        change: moved.then_some(size),
        rises: change > 0.0,
        direction: subject.direction,
    });
    // A unit may end with a full stop of its own ("je 1.000 Einw.").
    let sentence = sentence.replace("..", ".");
    let target = subject.target.as_ref().map(|target| {
        let label = (texts.target)(
            &with_unit(&text::trimmed(target.value, subject.decimals, lang), unit),
            target.year.map(|year| year.0),
        );
        match target.kind {
            TargetKind::Official => label,
            TargetKind::Orientation => format!("{label} ({})", texts.orientation),
        }
    });
    let years = &it.projection.years;
    let along = |path: &[f64]| years.iter().map(|year| year.as_f64()).zip(path.iter().copied()).collect::<Vec<_>>();
    let plot = IndicatorPlot {
        measured: subject.series.iter().map(|it| (it.year.as_f64(), it.value)).collect(),
        plan: along(&path.baseline),
        scenario: moved.then(|| along(&path.scenario)),
        range: range.map(bands).unwrap_or_default(),
        target: subject.target.as_ref().map(|target| PlotTarget {
            value: target.value,
            label: (texts.target)(&text::trimmed(target.value, subject.decimals, lang), None),
            year: target.year.map(|year| year.as_f64()),
        }),
        first_label: subject.series.first().map(|it| it.year.to_string()).unwrap_or_default(),
        last_measured_label: last.year.to_string(),
        end_label: town.horizon.to_string(),
        lens: Lens {
            plan,
            plan_label: text::number(plan, levels, lang),
            scenario: moved.then(|| (scenario, text::number(scenario, levels, lang))),
            range: range.filter(|_| moved).map(|it| range::ends(&it.change).map(|change| plan + change)),
            step: 10f64.powi(-i32::try_from(decimals).unwrap_or(0)),
        },
        higher_is_better: subject.direction == Direction::Higher,
    };
    Some(Card {
        index,
        name: lang.of(&subject.name).to_owned(),
        change: moved.then(|| (shown, change_unit.to_owned())),
        last: (last_text, (texts.last_value)(last.year.0, last.basis, last.is_local)),
        sentence,
        range: range::short(it, index, if moved { change_unit } else { unit }, moved, subject.decimals),
        is_faint: moved && range.is_some_and(Range::is_faint),
        count: if moved { count(it, subject, change, range) } else { None },
        direction: (texts.direction)(subject.direction),
        grade: town.effects_on(index).map(|effect| effect.weaker_grade()).max(),
        target,
        plot,
        plot_name: (texts.chart)(lang.of(&subject.name), town.horizon.0),
        rows: rows(it, subject, index, levels),
        strength: explanation.logit.abs(),
    })
}

/// The range over the years: of the scenario, which is that of the plan while nothing moved.
fn bands(range: &Range) -> Vec<(f64, Ends)> {
    range.scenario.iter().map(|(year, band)| (year.as_f64(), range::ends(band))).collect()
}

/// The change as a count at the horizon with its range; none if it is less than a tenth of a unit.
fn count(it: Telling<'_>, subject: &Indicator, change: f64, range: Option<&Range>) -> Option<String> {
    let count = subject.count.as_ref()?;
    let base = match count.base {
        CountBase::Ages(ages) => it.town.population.within(ages, it.projection.years.len().saturating_sub(1)),
        CountBase::Fixed(base) => base,
    };
    let counted = change * base / count.per;
    if counted.abs() < 0.05 {
        return None;
    }
    let said = |number: &str| (it.texts().count)(number, it.lang.of(&count.noun), counted > 0.0);
    let ends = range.map(|range| [range.change.low, range.change.high].map(|end| (end * base / count.per).abs()));
    // A range that reaches from fewer to more has no count; the line below says it in the unit.
    let Some(ends) = ends.filter(|_| range.is_some_and(|range| range.change.low * range.change.high > 0.0)) else {
        return Some(said(&text::rounded(counted.abs(), it.lang)));
    };
    let (least, most) = (ends.into_iter().fold(f64::INFINITY, f64::min), ends.into_iter().fold(0.0, f64::max));
    let [counted, least, most] = alike([counted.abs(), least, most]).map(|value| match text::rounded(value, it.lang) {
        said if said == "0" && value > 0.0 => it.texts().nearly_none.to_owned(),
        said => said,
    });
    Some((it.texts().count_range)(&said(&counted), &least, &most))
}

/// A count and the ends of its range, rounded to the order of half the range; what would vanish in it stays as it is.
fn alike(counts: [f64; 3]) -> [f64; 3] {
    let [_, least, most] = counts;
    // Below two of a power of ten, that power is too coarse.
    let step = 10f64.powf(((most - least) / 4.0).log10().floor());
    let rounded = |count: f64| (count / step).round() * step;
    counts.map(|count| if step.is_finite() && step > 0.0 && rounded(count) > 0.0 { rounded(count) } else { count })
}

/// Measured years and every fifth year of the model, start and horizon included.
fn rows(it: Telling<'_>, subject: &Indicator, index: IndicatorAt, decimals: usize) -> Vec<[String; 4]> {
    let number = |value: f64| text::number(value, decimals, it.lang);
    let none = || "–".to_owned();
    let measured = subject
        .series
        .iter()
        .map(|row| [row.year.to_string(), text::trimmed(row.value, subject.decimals, it.lang), none(), none()]);
    let Some(path) = it.projection.indicators.get(index) else { return measured.collect() };
    let modelled = it
        .projection
        .years
        .iter()
        .zip(path.baseline.iter().zip(&path.scenario))
        .filter(|(year, _)| year.0.is_multiple_of(5) || **year == it.town.year || **year == it.town.horizon)
        .map(|(year, (plan, scenario))| [year.to_string(), none(), number(*plan), number(*scenario)]);
    measured.chain(modelled).collect()
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn a_count_and_its_range_share_their_order() {
        for (counts, expected) in [
            ([13.2, 2.36, 24.7], [13.0, 2.0, 25.0]),
            ([122.0, 34.0, 251.0], [120.0, 30.0, 250.0]),
            ([4.4, 1.0, 11.0], [4.0, 1.0, 11.0]),
            ([59.0, 14.0, 150.0], [60.0, 10.0, 150.0]),
            ([410.0, 68.0, 970.0], [400.0, 100.0, 1000.0]),
            ([300.0, 4.0, 900.0], [300.0, 4.0, 900.0]),
            ([3.0, 3.0, 3.0], [3.0, 3.0, 3.0]),
        ] {
            assert_eq!(alike(counts), expected, "{counts:?}");
        }
    }
}
