//! Who spends the money, and what the product groups were in other years; both may be missing.

use super::files::{Files, Problem};
use super::row::{Known, Placed, rows};
use super::tables::{DepartmentLineRow, DepartmentRow, HistoryRow};
use crate::model::{Department, DepartmentLine, Departments, PastYear};

/// Reads `departments.csv` and `department_lines.csv`.
pub fn departments(files: &Files, known: &Known) -> Result<Departments, Problem> {
    let list = rows(files, known)?.into_iter();
    let list = list.map(|Placed { row, .. }: Placed<DepartmentRow>| Department {
        id: row.id,
        name: row.name,
        scope: row.scope,
    });
    let lines = rows(files, known)?.into_iter();
    let lines = lines.map(|Placed { row, .. }: Placed<DepartmentLineRow>| DepartmentLine {
        line: row.code,
        product: row.product,
        department: row.department,
        sub_budget: row.sub_budget,
        office: row.office,
        revenue: row.revenue,
        expense: row.expense,
    });
    Ok(Departments { list: list.collect(), lines: lines.collect() })
}

/// Reads `history.csv`; each group has each year and kind once.
pub fn history(files: &Files, known: &Known) -> Result<Vec<PastYear>, Problem> {
    let mut all: Vec<PastYear> = Vec::new();
    for Placed { place, row } in rows::<HistoryRow>(files, known)? {
        if all.iter().any(|it| (it.line, it.year, it.kind) == (row.code, row.year, row.kind)) {
            return Err(place.problem("expected each group, year and kind once, found it again"));
        }
        all.push(PastYear {
            line: row.code,
            year: row.year,
            kind: row.kind,
            revenue: row.revenue,
            expense: row.expense,
        });
    }
    Ok(all)
}
