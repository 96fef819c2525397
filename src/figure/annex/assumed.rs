use super::chain::moved;
use super::follows::grade_said;
use super::frame::Frame;
use super::motion::rules;
use super::table::{Cell, Column, Table};
use super::value::Section;
use crate::figure::evidence::effect_row;
use crate::figure::outputs::price_said;
use crate::model::{Basis, MeasureAt, Origin};

/// What the annex rests on: prices and effects of what is moved, taxes, the choice of rows (Annahmen).
pub fn assumptions(it: &Frame<'_>) -> Section {
    let (town, words, texts) = (it.it.town, it.words, it.it.texts());
    let head = words.assumptions_head.into_iter().map(Column::text).collect();
    let mut table = Table::new("annahmen", words.assumptions, head);
    let mut measures: Vec<MeasureAt> = Vec::new();
    for at in moved(it).filter_map(|choice| town.bought_by(choice)) {
        if !measures.contains(&at) {
            measures.push(at);
        }
    }
    for at in measures {
        let Some(measure) = town.chain.measures.get(at) else { continue };
        let basis = (texts.basis)(measure.basis);
        table
            .rows
            .push([price_said(it.lang(), measure), basis.to_owned(), measure.source.clone()].map(Cell::text).into());
        let effects = town.chain.effects.iter().enumerate().filter(|(_, effect)| effect.measure == at);
        for (place, effect) in effects.filter(|(_, effect)| effect.has_number()) {
            let row = effect_row(town, place, effect, it.lang());
            let said = format!("{}: {}", row.title, row.number);
            table.rows.push([said, grade_said(it, row.grade), row.source].map(Cell::text).into());
        }
    }
    for (tax, _) in it.taxes() {
        let source = town.source(&tax.source).map_or("", |it| it.text.as_str());
        let said = format!("{}: {}", it.lang().of(&tax.name), it.lang().of(&tax.note));
        table.rows.push([said.as_str(), (texts.basis)(tax.basis), source].map(Cell::text).into());
    }
    for rule in rules(it) {
        let said = format!("{}: {rule}", words.rows_assumed);
        table.rows.push([said.as_str(), (texts.basis)(Basis::Assumption), ""].map(Cell::text).into());
    }
    let source = town.source(town.origin(Origin::Budget)).map(|it| (words.figures_from)(&it.text));
    let notes = std::iter::once((words.prices)(town.year.0)).chain(source).collect();
    Section { title: words.assumptions.to_owned(), said: Vec::new(), table, notes }
}
