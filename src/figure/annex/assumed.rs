use super::chain::moved;
use super::follows::grade_said;
use super::frame::Frame;
use super::motion::rules;
use super::summary::closed;
use super::table::{Cell, Column, Table};
use super::value::Section;
use crate::figure::evidence::{effect_row, measure_row};
use crate::figure::outputs::price_said;
use crate::model::plan_rows::Booking;
use crate::model::{Basis, LineAt, MeasureAt, Origin, Share};
use crate::text;

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
        let price = format!("{}. {}", price_said(it.lang(), measure), measure_row(town, at, measure, it.lang()).terms);
        let cells = [price.trim_end().to_owned(), basis.to_owned(), it.lang().of(&measure.source).to_owned()];
        table.rows.push(cells.map(Cell::text).into());
        let effects = town.chain.effects.iter().enumerate().filter(|(_, effect)| effect.measure == at);
        for (place, effect) in effects.filter(|(_, effect)| effect.has_number()) {
            let row = effect_row(town, place, effect, it.lang());
            let said = format!("{}: {}", row.title, row.number);
            table.rows.push([said, grade_said(it, row.grade), row.source].map(Cell::text).into());
        }
    }
    for (tax, _) in it.taxes() {
        let source = town.source(&tax.source).map_or("", |source| it.lang().of(&source.text));
        let said = format!("{}: {}", it.lang().of(&tax.name), it.lang().of(&tax.note));
        table.rows.push([said.as_str(), (texts.basis)(tax.basis), source].map(Cell::text).into());
    }
    table.rows.push(
        [(words.interest_assumed)(&percent(it)).as_str(), (texts.basis)(town.real_interest.basis), source_of(it)]
            .map(Cell::text)
            .into(),
    );
    if it.entries.iter().any(|it| it.booking == Booking::Payment) {
        table.rows.push([words.written_off_assumed, (texts.basis)(Basis::Assumption), ""].map(Cell::text).into());
    }
    for said in refunds(it) {
        table.rows.push([said.as_str(), (texts.basis)(Basis::Assumption), ""].map(Cell::text).into());
    }
    for rule in rules(it) {
        let said = format!("{}: {rule}", words.rows_assumed);
        table.rows.push([said.as_str(), (texts.basis)(Basis::Assumption), ""].map(Cell::text).into());
    }
    let source =
        town.source(town.origin(Origin::Budget)).map(|source| (words.figures_from)(it.lang().of(&source.text)));
    let notes = std::iter::once((words.prices)(town.year.0)).chain(source).collect();
    Section { title: words.assumptions.to_owned(), said: Vec::new(), table, notes }
}

/// What the debt costs that the draft makes, above inflation, in percent (realer Zins).
fn percent(it: &Frame<'_>) -> String {
    format!("{}\u{a0}%", text::trimmed(it.it.town.real_interest.value * 100.0, 2, it.lang()))
}

fn source_of<'a>(it: &'a Frame<'_>) -> &'a str {
    it.it.town.source(&it.it.town.real_interest.source).map_or("", |source| it.lang().of(&source.text))
}

/// What others pay of the groups whose money is moved, and why that much (Erstattungsquoten).
fn refunds(it: &Frame<'_>) -> Vec<String> {
    let refunded = |line: LineAt| it.entries.iter().any(|it| it.booking == Booking::Refund && it.line == line);
    let parts = it.it.town.levers.iter().flat_map(|lever| &lever.lines).filter(|part| part.reimbursement > Share::NONE);
    let told = parts.filter(|part| refunded(part.line)).map(|part| {
        let percent = format!("{}\u{a0}%", text::number(part.reimbursement.get() * 100.0, 0, it.lang()));
        closed(&(it.words.refund_assumed)(&it.group(part.line), &percent, it.lang().of(&part.reimbursement_reason)))
    });
    told.collect()
}
