use super::frame::Frame;
use super::table::{Cell, Column, Table};
use super::value::{BudgetKind, BudgetRow, Section, YearCells};
use crate::model::plan_rows::{Booking, Entry, PlanRow};
use crate::model::{LineAt, Money, Tax, Year};

/// The order of the table: the Ergebnisplan, then the Finanzplan.
const RESULT: [Booking; 2] = [Booking::Expense, Booking::Refund];
const FINANCE: [Booking; 2] = [Booking::Payment, Booking::Grant];

/// Budgets old and new, row by row, with sums (Ansätze alt und neu).
pub fn budget_rows(it: &Frame<'_>) -> Vec<BudgetRow> {
    let mut rows = of(it, &RESULT);
    rows.extend(it.taxes().map(|(tax, now)| tax_row(it, tax, now)));
    if !rows.is_empty() {
        let revenue = |year| it.yields() + it.changed(year, |entry| entry.booking == Booking::Refund);
        rows.push(sum(it, it.words.sum_expense, |year| it.changed(year, |entry| entry.booking == Booking::Expense)));
        rows.push(sum(it, it.words.sum_revenue, revenue));
        rows.push(sum(it, it.words.balance, |year| it.balance(year)));
    }
    let built = of(it, &FINANCE);
    if !built.is_empty() {
        rows.extend(built);
        let of = |year, booking| it.changed(year, |entry| entry.booking == booking);
        rows.push(sum(it, it.words.sum_built, |year| of(year, Booking::Grant) - of(year, Booking::Payment)));
    }
    rows
}

/// The rows of some bookings, each row of a group once.
fn of(it: &Frame<'_>, bookings: &[Booking]) -> Vec<BudgetRow> {
    let mut keys: Vec<(Booking, LineAt, PlanRow)> = Vec::new();
    for entry in it.entries.iter().filter(|it| bookings.contains(&it.booking)) {
        let key = (entry.booking, entry.line, entry.row);
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.sort_unstable();
    keys.into_iter().map(|key| row(it, key)).collect()
}

fn row(it: &Frame<'_>, (booking, line, number): (Booking, LineAt, PlanRow)) -> BudgetRow {
    let is_own = |entry: &Entry| (entry.booking, entry.line, entry.row) == (booking, line, number);
    let mut lasting: Vec<String> = Vec::new();
    for entry in it.entries.iter().filter(|entry| is_own(entry)) {
        let said = (it.words.lasting)(it.lasting(&entry.change));
        if !lasting.contains(&said) {
            lasting.push(said);
        }
    }
    let years = it.years.iter().map(|year| {
        let (old, change) = (printed(it, (booking, line, number), *year), it.changed(*year, is_own));
        YearCells { old, change, new: old.map(|old| old + change) }
    });
    BudgetRow {
        kind: BudgetKind::Row,
        code: it.code(line).to_owned(),
        label: it.label(line).to_owned(),
        row: it.row_number(booking, number),
        row_label: it.row_label(booking, number),
        lasting: lasting.join("; "),
        years: years.collect(),
    }
}

/// What the plan prints for a row in a year; of a town without printed rows, the sums of its budget year.
fn printed(it: &Frame<'_>, (booking, line, number): (Booking, LineAt, PlanRow), year: Year) -> Option<Money> {
    let town = it.it.town;
    let Some(rows) = it.of.rows else {
        let own = town.budget.lines.get(line).filter(|_| year == town.year);
        let paid = town.investments.iter().find(|it| it.line == line);
        return match booking {
            Booking::Expense => own.map(|it| it.expense),
            Booking::Refund => own.map(|it| it.revenue),
            Booking::Payment => paid?.years.iter().find(|it| it.year == year).map(|it| it.amount),
            Booking::Grant => None,
        };
    };
    match booking {
        Booking::Expense | Booking::Refund => rows.amount(line, number, year),
        Booking::Payment | Booking::Grant => rows.financed(line, number, year),
    }
}

fn tax_row(it: &Frame<'_>, tax: &Tax, now: f64) -> BudgetRow {
    let place = it.tax_row(tax);
    let row = place.and_then(|(_, row)| row);
    let set = (it.words.multiplier)(&it.multiplier(tax.multiplier), &it.multiplier(now), tax.group.is_some());
    let years = it.years.iter().map(|year| {
        let (old, change) = ((year.0 == tax.year).then_some(tax.planned_yield), tax.change(now));
        YearCells { old, change, new: old.map(|old| old + change) }
    });
    BudgetRow {
        kind: BudgetKind::Tax,
        code: place.map_or_else(String::new, |(line, _)| it.code(line).to_owned()),
        label: it.lang().of(&tax.name).to_owned(),
        row: row.map_or_else(String::new, |it| it.to_string()),
        row_label: set,
        lasting: (it.words.lasting)(crate::text::Lasting::From(it.it.town.first_year.0)),
        years: years.collect(),
    }
}

fn sum(it: &Frame<'_>, label: &str, of: impl Fn(Year) -> Money) -> BudgetRow {
    let years = it.years.iter().map(|year| YearCells { old: None, change: of(*year), new: None });
    BudgetRow {
        kind: BudgetKind::Sum,
        code: String::new(),
        label: label.to_owned(),
        row: String::new(),
        row_label: String::new(),
        lasting: String::new(),
        years: years.collect(),
    }
}

/// The same rows as a table, three columns for each year.
pub fn budget(it: &Frame<'_>, rows: &[BudgetRow]) -> Section {
    let (words, lang) = (it.words, it.lang());
    let yearly = it.years.iter().flat_map(|year| [(words.old)(year.0), (words.change)(year.0), (words.new)(year.0)]);
    let head = words.budget_head.into_iter().map(Column::text).chain(yearly.map(Column::number)).collect();
    let mut table = Table::new("ansaetze", words.budget, head);
    table.rows = rows
        .iter()
        .map(|row| {
            let texts = [&row.code, &row.label, &row.row, &row.row_label, &row.lasting];
            let texts = texts.into_iter().map(Cell::text);
            let year =
                |it: &YearCells| [Cell::euros(it.old, lang), Cell::change(it.change, lang), Cell::euros(it.new, lang)];
            texts.chain(row.years.iter().flat_map(year)).collect()
        })
        .collect();
    let later = || {
        let adopted = it.of.rows?.years.last()?;
        let later: Vec<Year> = it.years.iter().copied().filter(|year| year > adopted).collect();
        Some((later.first()?.0, later.last()?.0))
    };
    let is_in = |bookings: &[Booking]| it.entries.iter().any(|entry| bookings.contains(&entry.booking));
    let unprinted = later().filter(|_| is_in(&RESULT)).map(|(from, to)| (words.only_changes)(from, to));
    let planned = later().filter(|_| is_in(&FINANCE)).map(|(from, to)| (words.planned)(from, to));
    let notes = unprinted.into_iter().chain(planned).chain([words.gross_note.to_owned()]).collect();
    Section { title: words.budget.to_owned(), said: Vec::new(), table, notes }
}

/// The single measures of the groups whose investment is moved, as printed; none where nothing is built or printed.
pub fn projects(it: &Frame<'_>) -> Option<Section> {
    let (words, lang, rows) = (it.words, it.lang(), it.of.rows?);
    let is_built =
        |line: LineAt| it.entries.iter().any(|entry| entry.booking == Booking::Payment && entry.line == line);
    let years: Vec<(usize, Year)> =
        rows.project_years.iter().copied().enumerate().filter(|it_is| it.years.contains(&it_is.1)).collect();
    let promises: Vec<(usize, Year)> =
        rows.years.iter().copied().enumerate().filter(|it_is| it.years.contains(&it_is.1)).collect();
    let names = words.projects_head.into_iter().map(Column::text);
    let paid = years.iter().map(|(_, year)| Column::number(year.to_string()));
    let promised = promises.iter().map(|(_, year)| Column::number((words.promised)(year.0)));
    let mut table = Table::new("einzelmassnahmen", words.projects, names.chain(paid).chain(promised).collect());
    for project in rows.projects.iter().filter(|project| is_built(project.line)) {
        let paid: Vec<Option<Money>> = years.iter().map(|(at, _)| project.paid.get(*at).copied().flatten()).collect();
        if paid.iter().flatten().all(|it| it.is_zero()) {
            continue;
        }
        let texts = [it.code(project.line), &project.number, &project.name].map(Cell::text);
        let promised = promises.iter().map(|(at, _)| project.promised.get(*at).copied());
        table
            .rows
            .push(texts.into_iter().chain(paid.into_iter().chain(promised).map(|it| Cell::euros(it, lang))).collect());
    }
    let notes = vec![words.projects_note.to_owned()];
    (!table.rows.is_empty()).then(|| Section { title: words.projects.to_owned(), said: Vec::new(), table, notes })
}
