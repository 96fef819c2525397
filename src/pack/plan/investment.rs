//! The Finanzplan of the groups, and single measures of investment.

use std::ops::RangeInclusive;

use super::rows::{Plan, Row, names};
use crate::model::plan_rows::{GroupRows, PlanRow, Project, TownRow, YearAmount};
use crate::model::{LineAt, List, Money, Year};
use crate::pack::files::Problem;

const FINANCE: &str = "plan/finance_rows.csv";

/// Rows of a group, of the whole town and of the sheet of a group (Teilfinanzplan): receipts, payments.
const OF_GROUP: [&str; 2] = ["inv_in", "inv_out"];
const OF_SHEET: [&str; 2] = ["T06", "T13"];

/// The parts of the sums of a sheet.
const PARTS: [&[&str]; 2] = [&["T01", "T02", "T03", "T04", "T05"], &["T07", "T08", "T09", "T10", "T11", "T12"]];

/// Rows of the Finanzplan that have these parts, one after the other: receipts, payments (Muster zur KomHVO NRW).
const RECEIVED: RangeInclusive<u8> = 18..=22;
const PAID: RangeInclusive<u8> = 24..=29;

/// Rows of payments for what is built.
pub const BUILT: RangeInclusive<PlanRow> = PlanRow(*PAID.start())..=PlanRow(*PAID.end());

/// How the name of the row of loans for investment begins.
const LOANS: &str = "Einzahlungen aus Krediten für Investitionen";

/// What may be promised, in a sheet.
const PROMISED: &str = "VE";

/// A row of the file.
struct Line<'a> {
    row: &'a Row,
    line: Option<LineAt>,
    number: &'a str,
    year: Year,
    amount: Money,
}

/// Rows of the Finanzplan of the whole town.
pub struct Finance {
    /// Rows of both sums of investment, and their names.
    pub sums: [(PlanRow, String); 2],
    /// The rows that sheets have, and their names.
    pub finance: Vec<(PlanRow, String)>,
    /// What is borrowed.
    pub loans: Option<TownRow>,
}

/// Reads `plan/finance_rows.csv`: receipts and payments of the groups sum to those of the town, and sheets agree with them.
pub fn payments(plan: Plan<'_>, groups: &mut List<LineAt, GroupRows>) -> Result<Finance, Problem> {
    let rows = plan.rows(FINANCE, &names(&["level", "code", "row", "label", "year", "amount", "kind", "page"]))?;
    let (mut total, mut group, mut sheet) = (Vec::new(), Vec::new(), Vec::new());
    for row in &rows {
        let (level, into) = match row.text("level") {
            "total" => (false, &mut total),
            "group" => (true, &mut group),
            "teilfinanzplan" => (true, &mut sheet),
            _ => return Err(row.cell("level").wrong("total, group or teilfinanzplan")),
        };
        let line = if level { Some(plan.line(row, "code")?) } else { None };
        let (year, amount) = (Year(row.cell("year").whole()?), row.money("amount")?);
        into.push(Line { row, line, number: row.text("row"), year, amount });
    }
    let sums = sums_of(&total, &group)?;
    for year in plan.years() {
        for (own, (number, _)) in OF_GROUP.into_iter().zip(&sums) {
            let of_year = |it: &&Line<'_>, number: &str| it.year == year && it.number == number;
            let parts: Money = group.iter().filter(|it| of_year(it, own)).map(|it| it.amount).sum();
            let count = group.iter().filter(|it| of_year(it, own)).count();
            let printed = total.iter().find(|it| of_year(it, &number.to_string())).map(|it| it.amount);
            if printed != Some(parts) || count != plan.town.budget.lines.len() {
                let message = format!("{own} in {year}: expected {parts:?} of {count} groups, found {printed:?}");
                return Err(Problem::new(FINANCE, None, message));
            }
        }
    }
    for (line, rows) in plan.town.budget.lines.places().zip(groups.iter_mut()) {
        let own = |all: &[Line<'_>], number: &str| -> Vec<YearAmount> {
            let own = all.iter().filter(|it| it.line == Some(line) && it.number == number && it.year >= plan.town.year);
            let mut found: Vec<_> = own.map(|it| YearAmount { year: it.year, amount: it.amount }).collect();
            found.sort_by_key(|it| it.year);
            found
        };
        let mut both = OF_GROUP.map(|number| own(&group, number));
        for ((number, parts), known) in OF_SHEET.into_iter().zip(PARTS).zip(&mut both) {
            for it in own(&sheet, number) {
                let sum: Money = parts
                    .iter()
                    .flat_map(|part| own(&sheet, part))
                    .filter(|part| part.year == it.year)
                    .map(|part| part.amount)
                    .sum();
                let adopted = known.iter().find(|other| other.year == it.year);
                if sum != it.amount || adopted.is_some_and(|other| other.amount != it.amount) {
                    let code = plan.town.budget.lines.get(line).map_or("", |it| it.code.as_str());
                    let (year, found) = (it.year, it.amount);
                    let message = format!(
                        "{number} of {code} in {year}: expected {sum:?} as its parts and {adopted:?}, found {found:?}"
                    );
                    return Err(Problem::new(FINANCE, None, message));
                }
                if adopted.is_none() {
                    known.push(it);
                }
            }
        }
        [rows.received, rows.paid] = both;
        rows.promised = own(&sheet, PROMISED);
        let parts = RECEIVED.chain(PAID).zip(PARTS.into_iter().flatten());
        let parts = parts.map(|(row, part)| (PlanRow(row), own(&sheet, part)));
        rows.sheet = parts.filter(|(_, amounts)| !amounts.is_empty()).collect();
    }
    as_in_the_pack(plan, groups)?;
    Ok(Finance { sums, finance: names_of(&total)?, loans: loans(&total, plan.town.year) })
}

/// Names of the rows that the parts of a sheet belong to.
fn names_of(total: &[Line<'_>]) -> Result<Vec<(PlanRow, String)>, Problem> {
    let name = |row: u8| {
        let row = PlanRow(row);
        let own = total.iter().find(|it| it.number == row.to_string());
        let own =
            own.ok_or_else(|| Problem::new(FINANCE, None, format!("expected row {row} of the town, found none")))?;
        Ok((row, own.row.cell("label").needed()?))
    };
    RECEIVED.chain(PAID).map(name).collect()
}

/// What the town borrows for investment from the budget year on.
fn loans(total: &[Line<'_>], from: Year) -> Option<TownRow> {
    let own = || total.iter().filter(|it| it.row.text("label").starts_with(LOANS) && it.year >= from);
    let first = own().next()?;
    let mut amounts: Vec<_> = own().map(|it| YearAmount { year: it.year, amount: it.amount }).collect();
    amounts.sort_by_key(|it| it.year);
    let row = PlanRow(first.number.parse().ok()?);
    Some(TownRow { row, amounts })
}

/// Numbers and names of the rows of the town that the rows of the groups sum to: those that bear their names.
fn sums_of(total: &[Line<'_>], group: &[Line<'_>]) -> Result<[(PlanRow, String); 2], Problem> {
    let found = |own: &str| {
        let first = group.iter().find(|it| it.number == own);
        let first = first
            .ok_or_else(|| Problem::new(FINANCE, None, format!("expected rows {own} of the groups, found none")))?;
        let label = first.row.cell("label").needed()?;
        let same = total.iter().find(|it| it.row.text("label") == label);
        let same = same.ok_or_else(|| first.row.cell("label").wrong("the name of a row of the town"))?;
        Ok((PlanRow(same.row.cell("row").whole()?), label))
    };
    let [received, paid] = OF_GROUP;
    Ok([found(received)?, found(paid)?])
}

/// What `investments.csv` says of the payments of a group is printed.
fn as_in_the_pack(plan: Plan<'_>, groups: &List<LineAt, GroupRows>) -> Result<(), Problem> {
    for (planned, it) in plan.town.investments.iter().flat_map(|own| own.years.iter().map(move |it| (own.line, it))) {
        let paid = groups.get(planned).and_then(|rows| rows.paid.iter().find(|paid| paid.year == it.year));
        if paid.is_some_and(|paid| paid.amount != it.amount) {
            let (year, expected) = (it.year, it.amount);
            let message = format!("payments in {year}: expected {expected:?} as in investments.csv, found {paid:?}");
            return Err(Problem::new(FINANCE, None, message));
        }
    }
    Ok(())
}

/// So many years after the budget year the plan looks ahead.
const AHEAD: usize = 4;

/// Reads `plan/investments.csv`: each measure once, and no group pays more for its measures than it pays at all.
pub fn projects(plan: Plan<'_>, groups: &List<LineAt, GroupRows>) -> Result<(Vec<Year>, Vec<Project>), Problem> {
    const FILE: &str = "plan/investments.csv";
    let (first, adopted) = (plan.town.year, plan.years());
    let years: Vec<Year> = (0..=AHEAD).map(|step| first.plus(step)).collect();
    let mut paid = Plan::yearly("amount", years.get(..AHEAD).unwrap_or_default());
    paid.push("later".to_owned());
    let before = Year(first.0.saturating_sub(1));
    let columns = [
        names(&["number", "name", "code"]),
        paid.clone(),
        names(&["total", "commitment_authorisation", "page"]),
        Plan::yearly("ve", &adopted),
        vec![format!("amount_{before}"), format!("provided_until_{before}"), format!("beyond_{}", first.plus(AHEAD))],
        Plan::yearly("receipts", &years),
        names(&["receipts_total"]),
    ];
    let mut found: Vec<Project> = Vec::new();
    for row in plan.rows(FILE, &columns.concat())? {
        let (line, number) = (plan.line(&row, "code")?, row.cell("number").needed()?);
        if found.iter().any(|it| it.line == line && it.number == number) {
            return Err(row.cell("number").wrong("each number of a group once"));
        }
        let promised = Plan::yearly("ve", &adopted);
        let promised = promised.iter().map(|column| Ok(row.maybe_money(column)?.unwrap_or(Money::ZERO)));
        found.push(Project {
            line,
            number,
            name: row.cell("name").needed()?,
            paid: paid.iter().map(|column| row.maybe_money(column)).collect::<Result<_, _>>()?,
            promised: promised.collect::<Result<_, Problem>>()?,
        });
    }
    for (line, group) in groups.pairs() {
        for (at, year) in years.iter().enumerate().filter(|(_, year)| adopted.contains(year)) {
            let own = found.iter().filter(|it| it.line == line).filter_map(|it| *it.paid.get(at)?);
            let (sum, whole) = (own.sum::<Money>(), group.paid.iter().find(|it| it.year == *year));
            if whole.is_some_and(|it| sum > it.amount) {
                let message = format!("measures of a group in {year}: expected no more than {whole:?}, found {sum:?}");
                return Err(Problem::new(FILE, None, message));
            }
        }
    }
    Ok((years, found))
}
