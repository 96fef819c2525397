use super::follows::grade_said;
use super::frame::Frame;
use super::table::{Cell, Column, Table};
use super::value::Section;
use crate::figure::departments::listed;
use crate::figure::indicator;
use crate::figure::way::{Told, WayStep};
use crate::model::chain::Row;
use crate::model::{Choice, IndicatorAt, MeasureAt};

/// From money to an effect, step by step, for each thing that is moved: to the indicator that it moves most (Wirkungskette).
pub fn chain(it: &Frame<'_>) -> Section {
    let head = it.words.chain_head.into_iter().map(Column::text).collect();
    let mut table = Table::new("wirkungskette", it.words.chain, head);
    let mut silent = Vec::new();
    for choice in moved(it) {
        let steps = it.it.town.bought_by(choice).and_then(|at| steps(it, at));
        let name = it.name(choice);
        let Some((index, steps)) = steps else {
            silent.push(name);
            continue;
        };
        let indicator = it.it.town.indicators.get(index).map_or("", |subject| it.lang().of(&subject.name));
        table.rows.extend(steps.into_iter().map(|step| row(it, &name, indicator, step)));
    }
    let none = (!silent.is_empty()).then(|| (it.words.chain_none)(&listed(&silent, it.it.texts())));
    Section { title: it.words.chain.to_owned(), said: Vec::new(), table, notes: none.into_iter().collect() }
}

/// What there is more of, or less.
pub fn moved<'a>(it: &'a Frame<'_>) -> impl Iterator<Item = Choice> + 'a {
    let things = it.it.town.moved_things(it.it.scenario);
    things.into_iter().filter(|choice| !it.it.scenario.chosen(*choice).is_zero())
}

fn row(it: &Frame<'_>, name: &str, indicator: &str, step: WayStep) -> Vec<Cell> {
    let grade = if step.grade.is_some() { grade_said(it, step.grade) } else { step.basis.to_owned() };
    let value = format!("{} {}", step.value, step.noun);
    vec![
        Cell::text(name),
        Cell::text(indicator),
        Cell::text(step.kind),
        Cell::text(step.operation),
        Cell::text(value.trim()),
        Cell::text(step.range),
        Cell::text(grade),
    ]
}

/// The steps to the indicator that a measure moves most against the length of its scale; none where it moves none.
fn steps(it: &Frame<'_>, measure: MeasureAt) -> Option<(IndicatorAt, Vec<WayStep>)> {
    let (it, members) = (it.it, it.of.members);
    let end = it.projection.end();
    let part = |at: IndicatorAt, row: &Row| {
        let scale = it.projection.equations.subjects.get(at).map_or(1.0, |it| (it.scale.best - it.scale.worst).abs());
        row.shown.abs() / scale
    };
    let rows = it.town.indicators.places().filter(|at| it.projection.is_moved(*at)).flat_map(|at| {
        let rows = it.projection.why(at, end).rows;
        let count = rows.len();
        rows.into_iter().filter(|row| row.measure == measure).map(move |row| (at, row, count))
    });
    let (index, row, ways) = rows.max_by(|a, b| part(a.0, &a.1).total_cmp(&part(b.0, &b.1)))?;
    let way = it.projection.equations.way(&it.projection.course, index, &row, end)?;
    let card = indicator(it, index)?;
    let told = Told { it, words: &it.lang.method().way, way: &way, ways, index, card: &card };
    Some((index, told.steps(members)?))
}
