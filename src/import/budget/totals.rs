//! Sums that stand in the file (Summenzeilen): recognised, kept out of the sums, and compared with the lines.

use std::collections::{BTreeSet, HashMap};

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
    /// Beginning of the accounts that it sums; empty for all.
    pub account: String,
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
        account: String::new(),
        row: None,
        amounts: line.amounts,
        is_taken: false,
    }));
}

/// A line of account `50` beside `5011` and `5012` of the same product that equals their sum is that sum.
pub fn account_groups_to_sums(lines: &mut Vec<Line>, sums: &mut Vec<Sum>) {
    let mut by_code: HashMap<&str, Vec<&Line>> = HashMap::new();
    for line in lines.iter().filter(|it| !it.account.is_empty()) {
        by_code.entry(&line.code).or_default().push(line);
    }
    let mut found = BTreeSet::new();
    for line in lines.iter().filter(|it| (1..=3).contains(&it.account.len())) {
        let all = by_code.get(line.code.as_str()).map(Vec::as_slice).unwrap_or_default();
        let below = |it: &&&Line| it.account.len() > line.account.len() && it.account.starts_with(&line.account);
        let children: Vec<&Line> = all.iter().filter(below).copied().collect();
        let equals = |amount: &Amount| {
            let same = |it: &&Amount| it.column == amount.column && it.slot == amount.slot;
            let total: Money = children.iter().flat_map(|it| &it.amounts).filter(same).map(|it| it.money).sum();
            total == amount.money
        };
        let is_zero = line.amounts.iter().all(|it| it.money.is_zero());
        if !children.is_empty() && !is_zero && line.amounts.iter().all(equals) {
            found.insert(line.line);
        }
    }
    sums.extend(lines.extract_if(.., |it| found.contains(&it.line)).map(|line| Sum {
        line: line.line,
        code: line.code,
        account: line.account,
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
            let is_below = |line: &&Line| {
                line.code.starts_with(&sum.code)
                    && line.account.starts_with(&sum.account)
                    && (sum.row.is_none() || line.code == sum.code)
            };
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
