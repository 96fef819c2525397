//! What changes, as rows that begin with a count.

use super::count::counting;
use super::outputs::counted;
use super::range::open_ends;
use super::{Card, Telling, indicator, order};
use crate::model::{Choice, Direction, IndicatorAt};
use crate::text;

/// A changed indicator in one row (Änderungszeile).
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// Which indicator.
    pub index: IndicatorAt,
    /// Change with its sign; the count where the indicator counts something, else in its unit.
    pub number: String,
    /// What it is of.
    pub noun: String,
    /// How many there are today, or the last value.
    pub of: String,
    /// How sure it is.
    pub range: String,
    /// The ends of that where they lie on both sides of nothing; none where the direction is known, or not yet.
    pub open: Option<String>,
    /// Whether it goes the way that is wished.
    pub is_wished: bool,
}

/// What changes at the horizon, what moves most first, and how many more move less than can be counted.
pub fn changes(it: Telling<'_>) -> (Vec<ChangeRow>, usize) {
    let moved: Vec<IndicatorAt> = order(it).into_iter().filter(|at| it.projection.is_moved(*at)).collect();
    let rows: Vec<ChangeRow> = moved.iter().filter_map(|at| change_row(it, *at)).collect();
    let uncounted = moved.len() - rows.len();
    (rows, uncounted)
}

/// The row of an indicator; none where it stands as planned, or moves by less than can be said.
pub fn change_row(it: Telling<'_>, index: IndicatorAt) -> Option<ChangeRow> {
    let subject = it.town.indicators.get(index)?;
    let change = *it.projection.course.indicators.get(index)?.shown.last()?;
    let Card { name, change: told, is_tiny, counted: count, last, range, .. } = indicator(it, index)?;
    let (number, unit) = told?;
    let is_counting = counting(it, index).is_some();
    let (number, noun, of) = match count {
        Some(it) => (it.number, it.noun, it.of),
        None if is_counting || is_tiny => return None,
        None => (number, format!("{unit}, {name}"), format!("{} ({})", last.0, last.1)),
    };
    let is_wished = match subject.direction {
        Direction::Higher => change > 0.0,
        Direction::Lower => change < 0.0,
    };
    // What the change is held against stands on the card of the indicator.
    let range = range.split(". ").next().unwrap_or_default().to_owned();
    Some(ChangeRow { index, number, noun, of, range, open: open_ends(it, index), is_wished })
}

/// What a measure changes most by itself (Wirkung einer Maßnahme).
#[derive(Clone, Debug, PartialEq)]
pub struct OwnEffect {
    /// Count with its sign, and what it is of.
    pub change: String,
    /// How many there are today.
    pub of: String,
}

/// The largest change that a choice's measure brings of itself at the horizon, against the length of the indicator's
/// scale; none where none can be counted.
pub fn own_effect(it: Telling<'_>, choice: Choice) -> Option<OwnEffect> {
    let measure = it.town.bought_by(choice)?;
    let end = it.projection.end();
    let told = |at: IndicatorAt| {
        let (subject, counting) = (it.projection.equations.subjects.get(at)?, counting(it, at)?);
        let noun = it.lang.of(&it.town.chain.counts.get(at)?.as_ref()?.noun);
        let own = it.projection.own(at, end, |other| other == measure);
        let (size, is_below) = counted(own, it.lang);
        let sign = if own < 0.0 { '\u{2212}' } else { '+' };
        let of = (it.texts().of_today)(&text::rounded(counting.today, it.lang));
        let part = subject.in_unit(own, end).abs() / (subject.scale.best - subject.scale.worst).abs();
        (!is_below).then(|| (part, OwnEffect { change: format!("{sign}{size} {noun}"), of }))
    };
    it.town.indicators.places().filter_map(told).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, effect)| effect)
}
