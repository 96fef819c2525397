//! Who spends the money, and what the product groups were in other years; both may be missing.

use super::files::{Files, Problem};
use super::table::{Keys, rows};
use super::tables;
use crate::model::{Department, DepartmentLine, Departments, PastYear, Year};

/// Reads `departments.csv` and `department_lines.csv`.
pub fn departments(files: &Files, lines: &Keys) -> Result<Departments, Problem> {
    let list = rows(files, &tables::DEPARTMENTS)?
        .iter()
        .map(|row| Ok(Department { id: row.needed("id")?, name: row.both("name")?, scope: row.bilingual("scope") }))
        .collect::<Result<Vec<_>, Problem>>()?;
    let keys = Keys::new("department of departments.csv", list.iter().map(|it| &it.id));
    let lines = rows(files, &tables::DEPARTMENT_LINES)?
        .iter()
        .map(|row| {
            Ok(DepartmentLine {
                line: row.find(lines, "code")?,
                product: row.needed("product")?,
                department: row.find(&keys, "department")?,
                sub_budget: row.needed("sub_budget")?,
                office: row.needed("office")?,
                revenue: row.money("revenue")?,
                expense: row.money("expense")?,
            })
        })
        .collect::<Result<_, Problem>>()?;
    Ok(Departments { list, lines })
}

/// Reads `history.csv`; each group has each year and kind once.
pub fn history(files: &Files, lines: &Keys) -> Result<Vec<PastYear>, Problem> {
    let mut all: Vec<PastYear> = Vec::new();
    for row in rows(files, &tables::HISTORY)? {
        let past = PastYear {
            line: row.find(lines, "code")?,
            year: Year(row.whole("year")?),
            kind: row.word("kind")?,
            revenue: row.money("revenue")?,
            expense: row.money("expense")?,
        };
        if all.iter().any(|it| (it.line, it.year, it.kind) == (past.line, past.year, past.kind)) {
            return Err(row.problem("expected each group, year and kind once, found it again"));
        }
        all.push(past);
    }
    Ok(all)
}
