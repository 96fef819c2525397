use super::frame::Frame;
use super::table::{Cell, Column, Table};
use super::value::{Reason, Section};
use crate::figure::indicator::grade_on;
use crate::figure::law::readings;
use crate::figure::{changes, generations as generations_of, law_figure, silence};
use crate::model::fiscal::BudgetLaw;
use crate::model::{Choice, Grade, TaxAt};
use crate::scenario::Changed;

/// A grade in a letter and a word.
pub fn grade_said(it: &Frame<'_>, grade: Option<Grade>) -> String {
    grade.map_or_else(String::new, |grade| format!("{grade:?} {}", (it.it.texts().grade)(grade)))
}

/// What changes, as the page counts it (Wirkung).
pub fn effects(it: &Frame<'_>) -> Section {
    let (rows, uncounted) = changes(it.it);
    let (words, horizon) = (it.words, it.it.town.horizon.0);
    let [number, noun, of, range, year, grade] = words.effects_head;
    let head = vec![
        Column::number(number),
        Column::text(noun),
        Column::text(of),
        Column::text(range),
        Column::number(year),
        Column::text(grade),
    ];
    let mut table = Table::new("wirkung", words.effects, head);
    for row in &rows {
        let grade = grade_on(it.it, row.index);
        table.rows.push(vec![
            Cell::text(&row.number),
            Cell::text(&row.noun),
            Cell::text(&row.of),
            Cell::text(&row.range),
            Cell::number(f64::from(horizon), horizon.to_string()),
            Cell::text(grade_said(it, grade)),
        ]);
    }
    let said = if rows.is_empty() { vec![words.no_effects.to_owned()] } else { Vec::new() };
    let further = (uncounted > 0).then(|| (words.further_effects)(uncounted));
    let silence = it.it.scenario.is_moved().then(|| silence(it.it));
    let note = (!rows.is_empty()).then(|| it.it.texts().range_note.to_owned());
    let notes = further.into_iter().chain(silence).chain(note).collect();
    Section { title: words.effects.to_owned(), said, table, notes }
}

/// What it means for the generations, in short (Generationen).
pub fn generations(it: &Frame<'_>) -> Section {
    let (words, found) = (it.words, generations_of(it.it, 0));
    let [born, value, word] = words.generations_head;
    let head = vec![Column::text(born), Column::number(value), Column::text(word)];
    let mut table = Table::new("generationen", words.generations, head);
    for row in found.rows {
        table.rows.push(vec![Cell::text(row.born), Cell::text(row.value), Cell::text(row.word)]);
    }
    Section { title: words.generations.to_owned(), said: vec![found.sentence], table, notes: vec![found.unit] }
}

/// What the law says, with the day of its wording (Haushaltsrecht).
pub fn law(it: &Frame<'_>) -> Section {
    let (words, texts, figure) = (it.words, it.it.texts(), law_figure(it.it));
    let law = BudgetLaw::of(it.it.town);
    let head = figure.head.iter().enumerate();
    let head = head.map(|(at, name)| if at == 0 { Column::text(name) } else { Column::number(name) }).collect();
    let mut table = Table::new("haushaltsrecht", words.law, head);
    for group in figure.groups {
        for row in group.rows {
            let cells = row.cells.into_iter().enumerate();
            let named = |(at, cell): (usize, String)| if at == 0 { format!("{}: {cell}", group.name) } else { cell };
            table.rows.push(cells.map(|cell| Cell::text(named(cell))).collect());
        }
    }
    let said = std::iter::once(figure.sentence).chain(figure.facts.into_iter().take(1)).chain(figure.saving).collect();
    let read = law.statute.map(|_| (texts.law_read)(&readings(&law, it.lang())));
    Section { title: words.law.to_owned(), said, table, notes: read.into_iter().collect() }
}

/// A reason for each change, in the order of the page (Begründung).
pub fn reasons(it: &Frame<'_>) -> Vec<Reason> {
    let scenario = it.it.scenario;
    let why = |is_meant: &dyn Fn(&Changed) -> bool| {
        it.of.reasons.iter().find(|(changed, _)| is_meant(changed)).map(|(_, why)| why.to_string())
    };
    let of_choice = |choice: Choice| {
        let is_same = |other: &Changed| match (choice, other) {
            (Choice::Everyday(cell), Changed::Choice(Choice::Everyday(other))) => cell.lever == other.lever,
            (choice, Changed::Choice(other)) => choice == *other,
            (_, Changed::Tax(_)) => false,
        };
        let money = scenario.chosen(choice);
        Reason { what: it.name(choice), amount: it.signed(money), why: why(&is_same) }
    };
    let of_tax = |(at, now): (&TaxAt, &f64)| {
        let tax = it.it.town.taxes.get(*at)?;
        let set = (it.words.multiplier)(&it.multiplier(tax.multiplier), &it.multiplier(*now), tax.group.is_some());
        let is_same = |other: &Changed| *other == Changed::Tax(*at);
        Some(Reason { what: it.lang().of(&tax.name).to_owned(), amount: set, why: why(&is_same) })
    };
    let things = it.it.town.moved_things(scenario).into_iter().map(of_choice);
    things.chain(scenario.taxes.iter().filter_map(of_tax)).collect()
}

/// The reasons as a table.
pub fn reason_table(it: &Frame<'_>, reasons: &[Reason]) -> Section {
    let head = it.words.reasons_head.into_iter().map(Column::text).collect();
    let mut table = Table::new("begruendung", it.words.reasons, head);
    for reason in reasons {
        let why = reason.why.as_ref().map_or_else(Cell::empty, Cell::text);
        table.rows.push(vec![Cell::text(&reason.what), Cell::text(&reason.amount), why]);
    }
    Section { title: it.words.reasons.to_owned(), said: Vec::new(), table, notes: Vec::new() }
}
