use super::{Floor, Measure, Pair};
use crate::model::{Indicator, IndicatorAt, Measured, Projection, Scale, Town, Year};

/// Global goals about water, climate, oceans and land, by number: what bears everything else (Biosphäre).
const BIOSPHERE: [u8; 4] = [6, 13, 14, 15];

/// One of the two rings of the wheel (Ring).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ring {
    /// What must not be overshot (ökologische Decke).
    Ceiling,
    /// What nobody should fall short of (soziales Fundament).
    Foundation,
}

/// What a segment of the wheel is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum About<'a> {
    /// An indicator.
    Indicator(IndicatorAt, &'a Indicator),
    /// A floor of nature that the pack names and has no figures for.
    Unmeasured(&'a Floor),
}

/// Where an indicator should at least be (Grenze).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// In the indicator's unit.
    pub value: f64,
    /// Year of a target, if one is named.
    pub year: Option<Year>,
    /// Whether it is the safe end of a floor of nature; else a target.
    pub is_floor: bool,
}

/// How much of the way from the limit to the worst end of the scale is missing: 0 is kept, 1 could not be worse
/// (Abstand zur Grenze).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Missing {
    /// By the last measured value.
    pub today: f64,
    /// At the horizon.
    pub end: Pair,
}

/// A segment of the wheel (Segment).
#[derive(Clone, Debug, PartialEq)]
pub struct Segment<'a> {
    /// In which ring it lies.
    pub ring: Ring,
    /// What it is about.
    pub about: About<'a>,
    /// Its limit; none where nobody set one.
    pub limit: Option<Limit>,
    /// The last value that was measured here; none where only another one stands in for it.
    pub today: Option<&'a Measured>,
    /// Values at the horizon; likewise.
    pub end: Option<Pair>,
    /// How far it is from its limit; none without limit or value. That is not known, not fine.
    pub missing: Option<Missing>,
}

/// All indicators by ceiling and foundation, and the floors of nature that nobody measured (Zielrad).
///
/// An indicator belongs to the ceiling if its goal serves one of the global goals about nature, or if a floor of nature rests
/// on it.
pub fn wheel<'a>(town: &'a Town, projection: &Projection) -> Vec<Segment<'a>> {
    let measured = town.indicators.pairs().map(|(at, indicator)| segment(town, projection, at, indicator));
    let unmeasured = town.fairness.floors.iter().filter(|it| it.measure.is_none()).map(|floor| Segment {
        ring: Ring::Ceiling,
        about: About::Unmeasured(floor),
        limit: None,
        today: None,
        end: None,
        missing: None,
    });
    measured.chain(unmeasured).collect()
}

fn segment<'a>(town: &Town, projection: &Projection, at: IndicatorAt, indicator: &'a Indicator) -> Segment<'a> {
    let floor: Option<Measure> = town.fairness.floors.iter().filter_map(|it| it.measure).find(|it| it.indicator == at);
    let is_of_nature = |number: &u8| BIOSPHERE.contains(number);
    let serves = town.fields.get(indicator.field).is_some_and(|it| it.sdg.iter().any(is_of_nature));
    let target = indicator.target.as_ref().map(|it| Limit { value: it.value, year: it.year, is_floor: false });
    let limit = floor.map(|it| Limit { value: it.safe, year: None, is_floor: true }).or(target);
    let today = indicator.series.last().filter(|it| it.is_local);
    let end = today.and_then(|_| {
        let path = projection.course.indicators.get(at)?;
        Some(Pair { plan: *path.reference.value.last()?, scenario: *path.value.last()? })
    });
    let missing = limit.zip(today.zip(end)).map(|(limit, (today, end))| Missing {
        today: missing(indicator.scale, limit.value, today.value),
        end: end.map(|value| missing(indicator.scale, limit.value, value)),
    });
    Segment {
        ring: if floor.is_some() || serves { Ring::Ceiling } else { Ring::Foundation },
        about: About::Indicator(at, indicator),
        limit,
        today,
        end,
        missing,
    }
}

/// The part of the way from a limit to the worst end of the scale that a value lies beyond the limit.
fn missing(scale: Scale, limit: f64, value: f64) -> f64 {
    let is_kept = if scale.best > scale.worst { value >= limit } else { value <= limit };
    let share = (value - limit) / (scale.worst - limit);
    match is_kept {
        true => 0.0,
        // A limit at the worst end leaves no way to go.
        false if share.is_finite() && share > 0.0 => share.min(1.0),
        false => 1.0,
    }
}
