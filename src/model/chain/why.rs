use super::{Course, Equations};
use crate::model::{IndicatorAt, MeasureAt};

/// One way on which money reached an indicator (Zeile der Erklärung).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Whose money it was.
    pub measure: MeasureAt,
    /// The indicator that handed it on; none if the measure acts by itself.
    pub via: Option<IndicatorAt>,
    /// Part of the change of the count.
    pub count: f64,
    /// The same in the unit, as shown.
    pub shown: f64,
}

/// What a measure has set off and what has not arrived (noch nicht angekommen); of the other sign after its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotYet {
    /// The measure.
    pub measure: MeasureAt,
    /// Change of the count that is still to come, what is being built included.
    pub count: f64,
}

/// Why an indicator changed in a year (Erklärung; chain.md, Why).
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// Parts that sum to the change of the count, and in the unit to what is shown.
    pub rows: Vec<Row>,
    /// Beside them, not in the sum.
    pub not_yet: Vec<NotYet>,
}

impl Equations {
    /// Follows every moved euro to an indicator, through links to the measure that it was given to.
    pub fn why(&self, course: &Course, at: IndicatorAt, t: usize) -> Contribution {
        let whole = course.indicators.get(at);
        let value = |series: &[f64], t: usize| series.get(t).copied().unwrap_or(0.0);
        let count = whole.map_or(0.0, |it| value(&it.count, t));
        let per_count = match whole {
            Some(it) if count != 0.0 => value(&it.shown, t) / count,
            _ => self.subjects.get(at).map_or(0.0, |it| it.in_unit(1.0, t)),
        };
        let row = |measure, via, count: f64| Row { measure, via, count, shown: count * per_count };
        let own = self.effects.iter().zip(&course.arrived).filter(|(it, _)| it.indicator == at);
        let mut rows: Vec<Row> =
            own.clone().map(|(it, arrived)| row(it.measure, None, it.per_unit * value(arrived, t))).collect();
        let incoming: Vec<_> = self.links.iter().filter(|it| it.to == at).collect();
        if let Some(before) = t.checked_sub(1).filter(|_| !incoming.is_empty()) {
            for measure in self.measures.places().filter(|it| course.is_moved(*it)) {
                let counts = self.counts(&course.arrived, |it| it == measure);
                for link in &incoming {
                    let given = counts.get(link.from).map_or(0.0, |it| value(it, before));
                    rows.push(row(measure, Some(link.from), link.per_count * given));
                }
            }
        }
        let not_yet = own.filter_map(|(it, arrived)| {
            let units = course.units.get(it.measure)?;
            let begun = value(&units.working, t) + value(&units.building, t);
            Some(NotYet { measure: it.measure, count: it.per_unit * (begun - value(arrived, t)) })
        });
        Contribution { not_yet: not_yet.filter(|it| it.count != 0.0).collect(), rows: nonzero(rows) }
    }
}

fn nonzero(mut rows: Vec<Row>) -> Vec<Row> {
    rows.retain(|it| it.count != 0.0);
    rows
}

impl Course {
    /// Whether money of a measure is moved in any year.
    pub fn is_moved(&self, measure: MeasureAt) -> bool {
        self.units.get(measure).is_some_and(|it| it.bought.iter().any(|units| *units != 0.0))
    }
}
