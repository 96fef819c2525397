//! Columns that hold others beside them (enthaltene Spalten): `Gesamtaufwand` may hold the interest, the internal charges or
//! the extraordinary amounts that stand in a column of their own. Rows and printed balances tell; a name does not.

use super::columns::Column;
use super::named::is_sum;
use super::part::Part;
use super::preset::Role;
use super::reader::Reader;
use super::understood::Doubt;
use crate::header::fold;
use crate::number::Column as Numbers;
use crate::table::Record;

/// Columns beside a whole that are looked at: every selection of them is tried.
const MOST: usize = 4;

/// A whole of one side, what stands beside it, and what it is broken down into.
struct Whole<'a> {
    whole: &'a (Column, Numbers, u32),
    beside: Vec<&'a Column>,
    parts: Vec<&'a Column>,
}

/// The amounts of a row in cents: of the whole, of each column beside it, of its parts together.
struct Row {
    line: u64,
    whole: i64,
    beside: Vec<i64>,
    parts: i64,
}

/// Why amounts would be counted twice or not be those of a sum; with year and kind.
pub fn within(reader: &Reader<'_>, records: &[Record]) -> Vec<Doubt> {
    let sides = reader.amounts.iter().filter(|it| matches!(it.0.role, Role::Revenue | Role::Expense));
    sides.filter_map(|it| doubt(reader, records, &Whole::of(reader, it)?)).collect()
}

fn same(one: &Column, other: &Column) -> bool {
    (one.year, one.kind) == (other.year, other.kind)
}

impl<'a> Whole<'a> {
    /// None if the column is one of several that are added.
    fn of(reader: &'a Reader<'_>, whole: &'a (Column, Numbers, u32)) -> Option<Self> {
        let column = &whole.0;
        let is_alone = reader.amounts.iter().filter(|it| it.0.role == column.role && same(&it.0, column)).count() == 1;
        let says = |it: &Column, words: &[&str]| words.iter().any(|word| fold(&it.name).contains(word));
        let is_expense = column.role == Role::Expense;
        let is_beside = |it: &&Column| {
            same(it, column)
                && match it.role {
                    Role::Interest => is_expense,
                    Role::FinancialRevenue => !is_expense,
                    Role::Internal | Role::Extraordinary if is_expense => says(it, &["aufw", "kosten"]),
                    Role::Internal | Role::Extraordinary => says(it, &["ertr", "erloes"]),
                    _ => false,
                }
        };
        let beside = reader.columns.iter().filter(is_beside).take(MOST).collect();
        let parts = reader
            .columns
            .iter()
            .filter(|it| it.repeats == Some(column.at) && !is_sum(&it.name) && it.name != column.name)
            .collect();
        is_alone.then_some(Self { whole, beside, parts })
    }

    fn row(&self, record: &Record) -> Option<Row> {
        let (column, numbers, unit) = self.whole;
        let read = |at: usize| {
            numbers.read(record.cell(at)).ok().map(|it| it.and_then(|it| it.money(*unit)).unwrap_or_default().cents())
        };
        Some(Row {
            line: record.line,
            whole: read(column.at)?,
            beside: self.beside.iter().map(|it| read(it.at)).collect::<Option<_>>()?,
            parts: self.parts.iter().map(|it| read(it.at)).sum::<Option<i64>>()?,
        })
    }

    /// How far the sum of columns may be off that were rounded one by one.
    fn step(&self) -> i64 {
        let each = if self.whole.2 > 1 { i64::from(self.whole.2) * 100 } else { 1 };
        each.saturating_mul(i64::try_from(self.parts.len() + self.beside.len()).unwrap_or(i64::MAX))
    }

    /// Whether the law says that the whole holds nothing of what stands beside it.
    fn is_ordinary(&self) -> bool {
        let folded = fold(&self.whole.0.name);
        folded.contains("ordentlich") && !folded.contains("ausserordentlich") || folded.contains("ohne")
    }

    fn doubt(&self, text: String) -> Option<Doubt> {
        Some(Doubt { year: self.whole.0.year, kind: self.whole.0.kind, text })
    }
}

fn doubt(reader: &Reader<'_>, records: &[Record], of: &Whole<'_>) -> Option<Doubt> {
    if of.parts.is_empty() && (of.beside.is_empty() || of.is_ordinary()) {
        return None;
    }
    let step = of.step();
    let name = &of.whole.0.name;
    let rows: Vec<Row> =
        records.iter().filter(|it| reader.raw_code(it).is_some()).filter_map(|it| of.row(it)).collect();
    let is_sum = is_sum(name);
    let too_much = |it: &&Row| is_sum && it.whole > 0 && it.parts.saturating_sub(it.whole) > step;
    if let Some(row) = rows.iter().find(too_much) {
        let parts: Vec<String> = of.parts.iter().map(|it| format!("`{}`", it.name)).collect();
        return of.doubt(format!(
            "line {} prints {:.2} in column `{name}`, its parts {} are {:.2}. Next step: compare this row with the source; or \
             leave out columns that are parts of other ones",
            row.line,
            row.whole as f64 / 100.0,
            parts.join(", "),
            row.parts as f64 / 100.0
        ));
    }
    let any = |at: usize| rows.iter().any(|it| it.beside.get(at).is_some_and(|it| *it != 0));
    let filled: Vec<usize> = (0..of.beside.len()).filter(|at| any(*at)).collect();
    if filled.is_empty() || of.is_ordinary() {
        return None;
    }
    let adds_up = |chosen: &[usize]| {
        let sum = |it: &Row| chosen.iter().filter_map(|at| it.beside.get(*at)).sum::<i64>();
        !of.parts.is_empty() && rows.iter().all(|it| (it.parts + sum(it) - it.whole).abs() <= step)
    };
    if adds_up(&[]) {
        return None;
    }
    let held = selections(&filled).into_iter().find(|it| adds_up(it)).unwrap_or_default();
    let is_financial =
        |at: &usize| of.beside.get(*at).is_some_and(|it| matches!(it.role, Role::Interest | Role::FinancialRevenue));
    // Internal charges and extraordinary amounts are left out anyhow: they matter where a sum may hold them.
    if held.is_empty() && (balance_counts(reader, records, of) || !is_sum && !filled.iter().any(is_financial)) {
        return None;
    }
    let told = if held.is_empty() { &filled } else { &held };
    let columns: Vec<String> =
        told.iter().filter_map(|at| of.beside.get(*at)).map(|it| format!("`{}`", it.name)).collect();
    let columns = columns.join(", ");
    let what = match held.is_empty() {
        true => format!("may hold what stands beside it in {columns}, and nothing in the file says whether it does"),
        false => format!("holds what stands beside it in {columns}"),
    };
    of.doubt(format!(
        "column `{name}` {what}. Next step: give the ordinary amounts (`Ordentliche Erträge`, `Ordentliche Aufwendungen`) in \
         its place; or, if interest is in it, name the column beside it under `ignored` in a preset of your own (--presets, \
         --preset FILE)"
    ))
}

/// Every selection of some of these.
fn selections(of: &[usize]) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    for one in of {
        let more: Vec<Vec<usize>> = found.iter().map(|it| it.iter().copied().chain([*one]).collect()).collect();
        found.push(vec![*one]);
        found.extend(more);
    }
    found
}

/// Whether a printed balance counts the financial amounts apart from the whole, in every row.
fn balance_counts(reader: &Reader<'_>, records: &[Record], of: &Whole<'_>) -> bool {
    let own = &of.whole.0;
    let here: Vec<&(Column, Numbers, u32)> = reader.amounts.iter().filter(|it| same(&it.0, own)).collect();
    let sum = |record: &Record, part: Part| {
        let cells = here.iter().filter(|it| it.0.role.part() == Some(part));
        cells
            .filter_map(|(column, numbers, unit)| numbers.read(record.cell(column.at)).ok()??.money(*unit))
            .map(|it| it.cents())
            .sum::<i64>()
    };
    let fits = |record: &Record| {
        let (revenue, expense) = (sum(record, Part::OrdinaryRevenue), sum(record, Part::OrdinaryExpense));
        let financial = sum(record, Part::FinancialRevenue).abs() - sum(record, Part::Interest).abs();
        let balance = sum(record, Part::Balance).abs();
        let all = revenue.abs() - expense.abs() + financial;
        (financial != 0, (all.abs() - balance).abs() <= of.step())
    };
    let has_balance = here.iter().any(|it| it.0.role == Role::Balance);
    let told: Vec<(bool, bool)> = records.iter().filter(|it| reader.raw_code(it).is_some()).map(fits).collect();
    has_balance && told.iter().any(|it| it.0) && told.iter().all(|it| it.1)
}
