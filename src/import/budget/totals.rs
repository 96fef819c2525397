//! Sums that stand in the file (Summenzeilen): recognised, kept out of the sums, and compared with the lines.

use std::collections::BTreeSet;

use serde::Serialize;

use super::part::Part;
use super::statutory::Row;
use super::{Amount, Line, Slot};
use crate::model::Money;

/// A row that sums others (Summenzeile).
#[derive(Clone, Debug)]
pub struct Sum {
    /// Line in the file.
    pub line: u64,
    /// The code whose parts it sums; empty for everything.
    pub code: String,
    /// What it is in the statutory scheme.
    pub row: Option<Row>,
    /// Its amounts.
    pub amounts: Vec<Amount>,
    /// Whether it became a line, because nothing stands below it.
    pub is_taken: bool,
}

/// A sum of the file and of its lines (Abstimmung).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Line of the sum.
    pub line: u64,
    /// Code, or `all`.
    pub of: String,
    /// Its column.
    pub column: String,
    /// Year and kind.
    #[serde(flatten)]
    pub slot: Slot,
    /// The sum that the file prints.
    pub printed: Money,
    /// The sum of the lines.
    pub lines: Money,
    /// Printed less lines; zero if they reconcile.
    pub difference: Money,
}

/// Lines whose code begins the code of others are their sums: code `01` beside `0101`.
///
/// A line with an account is money of its own and stays.
pub fn parents_to_sums(lines: &mut Vec<Line>, sums: &mut Vec<Sum>) {
    let codes: BTreeSet<String> = lines.iter().map(|it| it.code.clone()).collect();
    let after = |code: &String| {
        let bounds = (std::ops::Bound::Excluded(code), std::ops::Bound::Unbounded);
        codes.range::<String, _>(bounds).next().cloned()
    };
    let parents: BTreeSet<&String> = codes
        .iter()
        .filter(|it| !it.is_empty() && after(it).is_some_and(|next| next.starts_with(it.as_str())))
        .collect();
    let is_sum = |line: &mut Line| line.account.is_empty() && parents.contains(&line.code);
    sums.extend(lines.extract_if(.., is_sum).map(|line| Sum {
        line: line.line,
        code: line.code,
        row: None,
        amounts: line.amounts,
        is_taken: false,
    }));
}

/// A subtotal of the scheme without a row of its part above it is all there is: it becomes a line.
pub fn sums_to_lines(lines: &mut Vec<Line>, sums: &mut [Sum]) {
    let mut taken = Vec::new();
    for sum in sums.iter_mut() {
        let Some(Row::Subtotal(part)) = sum.row else { continue };
        let has_rows = |line: &Line| line.code == sum.code && line.amounts.iter().any(|it| it.part == part);
        if !lines.iter().any(has_rows) && !taken.iter().any(has_rows) {
            let amounts = sum.amounts.iter().map(|it| Amount { part, ..*it }).collect();
            let area = super::code::area(&sum.code).to_owned();
            taken.push(Line { line: sum.line, code: sum.code.clone(), area, amounts, ..Line::default() });
            sum.is_taken = true;
        }
    }
    lines.extend(taken);
}

/// Compares every sum with its lines, column by column.
pub fn checks(lines: &[Line], sums: &[Sum], columns: &[(usize, &str)]) -> Vec<Check> {
    let mut found = Vec::new();
    for sum in sums.iter().filter(|it| !it.is_taken && it.row != Some(Row::Balance)) {
        let part = if let Some(Row::Subtotal(part)) = sum.row { Some(part) } else { None };
        for amount in &sum.amounts {
            let is_below =
                |line: &&Line| line.code.starts_with(&sum.code) && (sum.row.is_none() || line.code == sum.code);
            let same = |it: &&Amount| {
                let same_part = match part {
                    Some(part) => it.part == part,
                    None => amount.part == Part::Signed || it.part.is_revenue() == amount.part.is_revenue(),
                };
                it.column == amount.column && it.slot == amount.slot && same_part
            };
            let total: Money =
                lines.iter().filter(is_below).flat_map(|it| &it.amounts).filter(same).map(|it| it.money).sum();
            let name = columns.iter().find(|it| it.0 == amount.column).map_or("", |it| it.1);
            found.push(Check {
                line: sum.line,
                of: if sum.code.is_empty() { "all".to_owned() } else { sum.code.clone() },
                column: name.to_owned(),
                slot: amount.slot,
                printed: amount.money,
                lines: total,
                difference: amount.money - total,
            });
        }
    }
    // Sums of a part of the file, as at the foot of a page, cannot be held against all of it.
    found
}
