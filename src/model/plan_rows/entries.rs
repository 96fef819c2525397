use super::printed::{PlanRow, PlanRows};
use super::rule::{Asked, Rule, rows_of};
use super::shares::shares;
use crate::model::{Cell, Choice, Lever, LineAt, Money, Move, Scenario, Town, Year};

/// In which plan a change stands, and on which side (Plan und Seite).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Booking {
    /// Ordinary expense (Ergebnisplan).
    Expense,
    /// Ordinary revenue that rises and falls with an expense (Erstattung, Ergebnisplan).
    Refund,
    /// Payment for investment (Finanzplan).
    Payment,
    /// Receipt for investment from others (Zuwendung, Finanzplan).
    Grant,
}

/// The change of one row of one product group (Ansatzänderung).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// What is done more or less: a lever once, whatever goals it serves.
    pub what: Choice,
    /// The product group.
    pub line: LineAt,
    /// Plan and side.
    pub booking: Booking,
    /// The row; a sum where no single one can be named.
    pub row: PlanRow,
    /// By what the row was chosen.
    pub rule: Rule,
    /// Euros per year; never zero.
    pub change: Move,
}

/// What a scenario moves, split over product groups: amounts of one lever or measure in one span of years.
struct Moved {
    what: Choice,
    span: (Year, Year),
    gross: Vec<Money>,
    refund: Vec<Money>,
}

/// The rows that a scenario changes, without taxes (Ansatzänderungen): what they sum to is what was moved, to the cent, and
/// with it the balance of the page. `rows` are those of the printed plan, if the town has them.
pub fn entries(town: &Town, scenario: &Scenario, rows: Option<&PlanRows>) -> Vec<Entry> {
    let mut found = Vec::new();
    for moved in all_moved(town, scenario) {
        let Some((lever, is_built)) = lever_of(town, moved.what) else { continue };
        for ((part, gross), refund) in lever.lines.iter().zip(&moved.gross).zip(&moved.refund) {
            let entry = |booking, row, rule, amount| Entry {
                what: moved.what,
                line: part.line,
                booking,
                row,
                rule,
                change: Move { amount, from: moved.span.0, to: moved.span.1 },
            };
            let measure = town.bought_by(moved.what);
            if is_built {
                let [received, paid] = sums(rows);
                let kind = rows.and_then(|it| it.kind(measure?));
                let grants = rows.and_then(PlanRows::grants);
                let named = |row: Option<PlanRow>, sum: PlanRow, amount: Money| {
                    let row = row.filter(|row| bears(rows, part.line, *row, amount, moved.span));
                    row.map_or((sum, Rule::Sum), |row| (row, Rule::Kind))
                };
                for (booking, kind, sum, amount) in
                    [(Booking::Payment, kind, paid, *gross), (Booking::Grant, grants, received, *refund)]
                {
                    let (row, rule) = named(kind, sum, amount);
                    found.push(entry(booking, row, rule, amount));
                }
                continue;
            }
            let asked =
                Asked { line: part.line, share: part.share.get(), year: town.first_year, measure, amount: *gross };
            let (rule, parts) = rows_of(rows, &asked);
            found.extend(parts.into_iter().map(|(row, amount)| entry(Booking::Expense, row, rule, amount)));
            found.push(entry(Booking::Refund, PlanRow::REVENUE, Rule::Sum, *refund));
        }
    }
    found.retain(|it| !it.change.amount.is_zero());
    found
}

/// Rows of the sums of investment: receipts, payments. As the chart of Nordrhein-Westfalen numbers them where none is printed.
fn sums(rows: Option<&PlanRows>) -> [PlanRow; 2] {
    rows.map_or([PlanRow(23), PlanRow(30)], |it| it.sums.each_ref().map(|(row, _)| *row))
}

/// Whether the sheet of a group has a row that a change leaves at nothing or more in each of its years.
fn bears(rows: Option<&PlanRows>, line: LineAt, row: PlanRow, amount: Money, span: (Year, Year)) -> bool {
    let printed = rows.and_then(|it| it.sheet_row(line, row)).unwrap_or_default();
    let mut meant = printed.iter().filter(|it| (span.0..=span.1).contains(&it.year)).peekable();
    meant.peek().is_some() && meant.all(|it| it.amount + amount >= Money::ZERO)
}

fn lever_of(town: &Town, what: Choice) -> Option<(&Lever, bool)> {
    let lever = match what {
        Choice::Everyday(cell) => cell.lever,
        Choice::Own(at) => town.chain.measures.get(at)?.lever,
    };
    Some((town.levers.get(lever)?, town.is_built(what)))
}

/// Everything that is moved, the largest first as the page has it; a lever once for each span of years.
fn all_moved(town: &Town, scenario: &Scenario) -> Vec<Moved> {
    let mut all: Vec<Moved> = Vec::new();
    for what in town.moved_things(scenario) {
        match what {
            Choice::Everyday(first) => {
                let own = scenario.moves.iter().filter(|(cell, _)| cell.lever == first.lever);
                own.for_each(|(cell, it)| add(&mut all, of_cell(town, what, *cell, it)));
            }
            Choice::Own(at) => {
                let given = scenario.measures.get(&at).and_then(|it| of_measure(town, what, it));
                add(&mut all, given);
            }
        }
    }
    all
}

fn add(all: &mut Vec<Moved>, moved: Option<Moved>) {
    let Some(moved) = moved else { return };
    let Some(same) = all.iter_mut().find(|it| it.what == moved.what && it.span == moved.span) else {
        return all.push(moved);
    };
    let sum = |all: &mut Vec<Money>, more: Vec<Money>| all.iter_mut().zip(more).for_each(|(it, more)| *it += more);
    sum(&mut same.gross, moved.gross);
    sum(&mut same.refund, moved.refund);
}

fn of_cell(town: &Town, what: Choice, cell: Cell, it: &Move) -> Option<Moved> {
    let lever = town.levers.get(cell.lever)?;
    let refund = it.amount - town.net_change(cell, it.amount);
    Some(moved(lever, what, it, lever.split(cell.purpose, it.amount), refund))
}

fn of_measure(town: &Town, what: Choice, it: &Move) -> Option<Moved> {
    let Choice::Own(at) = what else { return None };
    let lever = town.levers.get(town.chain.measures.get(at)?.lever)?;
    let refund = it.amount - town.measure_net(at, it.amount);
    Some(moved(lever, what, it, lever.spread(it.amount), refund))
}

/// Money over the lines of its lever, `parts` of it for each, and what others pay of it, by what they pay of each line.
fn moved(lever: &Lever, what: Choice, it: &Move, parts: Vec<f64>, refund: Money) -> Moved {
    let planned = || lever.lines.iter().map(|line| line.expense.euros().max(1.0)).collect();
    let sizes: Vec<f64> = parts.iter().map(|part| part.abs()).collect();
    let weights: Vec<f64> = if sizes.iter().sum::<f64>() > 0.0 { sizes } else { planned() };
    let others: Vec<f64> = weights.iter().zip(&lever.lines).map(|(part, it)| part * it.reimbursement.get()).collect();
    let others = if others.iter().sum::<f64>() > 0.0 { others } else { weights.clone() };
    let gross = shares(it.amount, &weights);
    Moved { what, span: (it.from, it.to), gross, refund: shares(refund, &others) }
}
