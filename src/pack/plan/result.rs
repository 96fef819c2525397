//! The Ergebnisplan of the groups, their posts, and what of their transfers is open.

use super::rows::{Plan, Row, names};
use crate::model::plan_rows::{GroupRows, PlanRow, Posts};
use crate::model::{LineAt, List, Money, Year};
use crate::pack::files::Problem;

/// Rows of the Ergebnisplan that every group has.
const ROWS: usize = 17;

/// The key of the whole town in `rows.csv`.
const TOTAL: &str = "total";

/// Percent of transfers to entities of its own that can be cut within a year, in `transfers.csv` called `own`.
const OWN: f64 = 0.05;

/// Reads `plan/rows.csv`: names of the rows, and the groups, whose rows sum up, to the plan and to `budget.csv`.
pub fn results(plan: Plan<'_>) -> Result<(Vec<String>, List<LineAt, GroupRows>), Problem> {
    let years = plan.years();
    let columns = [names(&["code", "row", "label"]), Plan::yearly("amount", &years)].concat();
    let mut labels: Vec<String> = Vec::new();
    let empty = || vec![Vec::with_capacity(ROWS); years.len()];
    let mut groups: List<LineAt, GroupRows> =
        plan.town.budget.lines.iter().map(|_| GroupRows { amounts: empty(), ..GroupRows::default() }).collect();
    let mut total = empty();
    for row in plan.rows("plan/rows.csv", &columns)? {
        let number = row.cell("row");
        let at: usize = number.whole()?;
        let is_total = row.text("code") == TOTAL;
        if is_total && at > ROWS {
            continue;
        }
        let amounts = if is_total {
            &mut total
        } else {
            let line = plan.line(&row, "code")?;
            &mut groups.get_mut(line).ok_or_else(|| row.place.problem("code: expected a group"))?.amounts
        };
        if amounts.iter().any(|it| it.len() + 1 != at) || at > ROWS {
            return Err(number.wrong("the rows 01 to 17 of a group one after the other"));
        }
        match labels.get(at - 1) {
            Some(label) if label != row.text("label") => return Err(row.cell("label").wrong(&format!("`{label}`"))),
            Some(_) => {}
            None => labels.push(row.cell("label").needed()?),
        }
        for (year, amounts) in years.iter().zip(amounts) {
            amounts.push(row.money(&format!("amount_{year}"))?);
        }
    }
    sums(plan, &years, &groups, &total)?;
    Ok((labels, groups))
}

fn problem(message: String) -> Problem {
    Problem::new("plan/rows.csv", None, message)
}

/// Rows sum to the sums of their group, groups to the town, and both are the budget.
fn sums(plan: Plan<'_>, years: &[Year], groups: &List<LineAt, GroupRows>, total: &[Vec<Money>]) -> Result<(), Problem> {
    let of = |rows: &[Money], row: PlanRow| rows.get(usize::from(row.0) - 1).copied().unwrap_or(Money::ZERO);
    let lines = plan.town.budget.lines.iter().map(|it| it.code.as_str());
    let all = lines.zip(groups.iter().map(|it| it.amounts.as_slice())).chain([(TOTAL, total)]);
    for (code, amounts) in all {
        for (year, rows) in years.iter().zip(amounts) {
            if rows.len() != ROWS {
                return Err(problem(format!("expected {ROWS} rows of {code}, found {}", rows.len())));
            }
            let between =
                |from: usize, to: usize| rows.iter().skip(from - 1).take(to + 1 - from).copied().sum::<Money>();
            for (row, sum) in [(PlanRow::REVENUE, between(1, 9)), (PlanRow::EXPENSE, between(11, 16))] {
                if of(rows, row) != sum {
                    let found = of(rows, row);
                    return Err(problem(format!(
                        "row {row} of {code} in {year}: expected the sum {sum:?}, found {found:?}"
                    )));
                }
            }
        }
    }
    for (at, (year, printed)) in years.iter().zip(total).enumerate() {
        for (row, printed) in printed.iter().enumerate() {
            let own = groups.iter().filter_map(|it| it.amounts.get(at)?.get(row).copied());
            let sum: Money = own.sum();
            if sum != *printed {
                let row = row + 1;
                return Err(problem(format!("row {row:02} of {TOTAL} in {year}: expected {sum:?}, found {printed:?}")));
            }
        }
    }
    for (line, group) in plan.town.budget.lines.iter().zip(groups) {
        let rows = group.amounts.first().map_or(&[][..], Vec::as_slice);
        for (row, budget) in [(PlanRow::REVENUE, line.revenue), (PlanRow::EXPENSE, line.expense)] {
            if of(rows, row) != budget {
                let (code, found) = (&line.code, of(rows, row));
                return Err(problem(format!(
                    "row {row} of {code}: expected {budget:?} as in budget.csv, found {found:?}"
                )));
            }
        }
    }
    Ok(())
}

/// Reads `plan/staff.csv`: civil servants and employees are the posts, groups are areas, areas are the town.
pub fn posts(plan: Plan<'_>, groups: &mut List<LineAt, GroupRows>) -> Result<(), Problem> {
    let columns = names(&["code", "year", "posts", "posts_civil_servants", "posts_employees", "level", "label"]);
    let rows = plan.rows("plan/staff.csv", &columns)?;
    let hundredths = |row: &Row, column: &str| -> Result<i64, Problem> { Ok(row.money(column)?.cents()) };
    let of = |level: &str| rows.iter().filter(|row| row.text("level") == level).collect::<Vec<_>>();
    if let Some(row) = rows.iter().find(|it| !["group", "area", TOTAL].contains(&it.text("level"))) {
        return Err(row.cell("level").wrong("group, area or total"));
    }
    for row in &rows {
        let posts = hundredths(row, "posts")?;
        if hundredths(row, "posts_civil_servants")? + hundredths(row, "posts_employees")? != posts || posts < 0 {
            return Err(row.cell("posts").wrong("civil servants and employees together"));
        }
    }
    for (whole, part) in [(of("area"), of("group")), (of(TOTAL), of("area"))] {
        for row in whole {
            let belongs = |it: &&&Row| {
                let is_below = row.text("level") == TOTAL || it.text("code").starts_with(row.text("code"));
                it.text("year") == row.text("year") && is_below
            };
            let parts = part.iter().filter(belongs).map(|it| hundredths(it, "posts"));
            if parts.sum::<Result<i64, Problem>>()? != hundredths(row, "posts")? {
                return Err(row.cell("posts").wrong("the sum of its parts"));
            }
        }
    }
    for row in of("group") {
        let (line, year) = (plan.line(row, "code")?, Year(row.cell("year").whole()?));
        let found = groups.get_mut(line).ok_or_else(|| row.place.problem("code: expected a group"))?;
        if found.posts.iter().any(|it| it.year == year) {
            return Err(row.cell("year").wrong("each group and year once"));
        }
        let hundredths = u32::try_from(hundredths(row, "posts")?).map_err(|_| row.cell("posts").wrong("posts"))?;
        found.posts.push(Posts { year, hundredths });
    }
    Ok(())
}

/// Kinds of grants as the town marks them; only the last is voluntary.
const KINDS: [&str; 4] = ["Höhe und Grund nach", "dem Grunde nach", "der Höhe nach", "freiwillig"];

/// Reads `plan/grants.csv` and `plan/transfers.csv`: what of the transfers can be decided on anew within a year
/// (packs/README.md), year by year.
pub fn open_transfers(plan: Plan<'_>, groups: &mut List<LineAt, GroupRows>) -> Result<(), Problem> {
    let years = plan.years();
    let columns = [names(&["code", "kind", "purpose"]), Plan::yearly("amount", &years), names(&["until", "number"])];
    let grants = plan.rows("plan/grants.csv", &columns.concat())?;
    let others = plan.rows("plan/transfers.csv", &names(&["code", "kind", "reason"]))?;
    let mut parts: Vec<(LineAt, f64)> = Vec::new();
    for row in &others {
        row.cell("reason").needed()?;
        let part = match row.text("kind") {
            "yearly" => 1.0,
            "own" => OWN,
            _ => return Err(row.cell("kind").wrong("yearly or own")),
        };
        parts.push((plan.line(row, "code")?, part));
    }
    let ends = format!("{}-12-31", plan.town.year);
    let mut listed: Vec<(LineAt, bool, Vec<Money>)> = Vec::new();
    for row in &grants {
        if !KINDS.contains(&row.text("kind")) {
            return Err(row.cell("kind").wrong(&KINDS.join(", ")));
        }
        let is_open =
            row.text("kind") == "freiwillig" && (row.text("until") == "jährlich" || row.text("until") == ends);
        let amounts = years.iter().map(|year| Ok(row.maybe_money(&format!("amount_{year}"))?.unwrap_or(Money::ZERO)));
        listed.push((plan.line(row, "code")?, is_open, amounts.collect::<Result<_, Problem>>()?));
    }
    for (line, group) in plan.town.budget.lines.places().zip(groups.iter_mut()) {
        let sum = |at: usize, is_meant: &dyn Fn(bool) -> bool| -> Money {
            let own = listed.iter().filter(|(other, is_open, _)| *other == line && is_meant(*is_open));
            own.filter_map(|(_, _, amounts)| amounts.get(at).copied()).sum()
        };
        let part = parts.iter().find(|(other, _)| *other == line).map_or(0.0, |(_, part)| *part);
        let open = group.amounts.iter().enumerate().map(|(at, rows)| {
            let transfers = rows.get(usize::from(PlanRow::TRANSFERS.0) - 1).copied().unwrap_or(Money::ZERO);
            sum(at, &|is_open| is_open) + (transfers - sum(at, &|_| true)).max(Money::ZERO) * part
        });
        group.open_transfers = open.collect();
    }
    Ok(())
}
