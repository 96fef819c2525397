//! Sums that stand in the file (Summenzeilen): recognised, kept out of the sums, and compared with the lines.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::Serialize;

use super::code;
use super::lines::{Amount, Line, Slot};
use super::part::Part;
use super::statutory::Row;
use money::Money;

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
    let codes: HashSet<&str> = lines.iter().map(|it| it.code.as_str()).collect();
    let codes: BTreeSet<&str> = codes.into_iter().collect();
    let begins = |(one, next): &(&str, &str)| !one.is_empty() && next.starts_with(one);
    let pairs = codes.iter().copied().zip(codes.iter().copied().skip(1));
    let parents: HashSet<String> = pairs.filter(begins).map(|it| it.0.to_owned()).collect();
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

/// Amounts by column, year and kind, and part.
type Totals = BTreeMap<(usize, Slot, Part), Money>;

/// Lines by code and account: what stands below a sum is one stretch of them, added once.
///
/// Files with as many sums as lines would else take minutes.
struct Ordered<'a> {
    lines: Vec<&'a Line>,
    known: HashMap<(&'a str, &'a str, bool), Totals>,
}

impl<'a> Ordered<'a> {
    fn new(lines: impl Iterator<Item = &'a Line>) -> Self {
        let mut lines: Vec<&Line> = lines.collect();
        lines.sort_by_key(|it| (it.code.as_str(), it.account.as_str()));
        Self { lines, known: HashMap::new() }
    }

    fn totals(&mut self, code: &'a str, account: &'a str, is_own_code: bool) -> &Totals {
        let lines = &self.lines;
        let known = self.known.entry((code, account, is_own_code));
        known.or_insert_with(|| totals(below(lines, code, account, is_own_code).iter().copied()))
    }
}

/// The stretch of ordered lines that a sum stands for: all codes that begin like its own, or its own code and the
/// accounts that begin like its account.
fn below<'s, 'a>(lines: &'s [&'a Line], code: &str, account: &str, is_own_code: bool) -> &'s [&'a Line] {
    let begin = lines.partition_point(|it| (it.code.as_str(), it.account.as_str()) < (code, account));
    let rest = lines.get(begin..).unwrap_or_default();
    let end = rest.partition_point(|it| match is_own_code {
        true => it.code == code && it.account.starts_with(account),
        false => it.code.starts_with(code),
    });
    rest.get(..end).unwrap_or_default()
}

fn totals<'a>(lines: impl Iterator<Item = &'a Line>) -> Totals {
    let mut found = Totals::new();
    for amount in lines.flat_map(|it| &it.amounts) {
        *found.entry((amount.column, amount.slot, amount.part)).or_default() += amount.money;
    }
    found
}

fn total(of: &Totals, amount: &Amount, is_part: impl Fn(Part) -> bool) -> Money {
    let same = |it: &(usize, Slot, Part)| (it.0, it.1) == (amount.column, amount.slot) && is_part(it.2);
    of.iter().filter(|it| same(it.0)).map(|it| *it.1).sum()
}

/// A line of account `50` beside `5011` and `5012` of the same product that equals their sum is that sum.
pub fn account_groups_to_sums(lines: &mut Vec<Line>, sums: &mut Vec<Sum>) {
    let is_group = |line: &Line| (1..=3).contains(&line.account.len());
    if !lines.iter().any(is_group) {
        return;
    }
    let ordered = Ordered::new(lines.iter().filter(|it| !it.account.is_empty()));
    let mut known: HashMap<(&str, &str), Option<Totals>> = HashMap::new();
    let mut found = BTreeSet::new();
    for line in lines.iter().filter(|it| is_group(it)) {
        let children = known.entry((&line.code, &line.account)).or_insert_with(|| {
            let below = below(&ordered.lines, &line.code, &line.account, true);
            let own = below.partition_point(|it| it.account == line.account);
            let finer = below.get(own..).filter(|it| !it.is_empty())?;
            Some(totals(finer.iter().copied()))
        });
        let Some(children) = children else { continue };
        let is_zero = line.amounts.iter().all(|it| it.money.is_zero());
        if !is_zero && line.amounts.iter().all(|it| total(children, it, |_| true) == it.money) {
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
    let parts = |line: &Line| line.amounts.iter().map(|it| (line.code.clone(), it.part)).collect::<Vec<_>>();
    let mut there: HashSet<(String, Part)> = lines.iter().flat_map(parts).collect();
    for sum in sums.iter_mut() {
        let Some(Row::Subtotal(part)) = sum.row else { continue };
        if !sum.amounts.is_empty() && there.insert((sum.code.clone(), part)) {
            let amounts = sum.amounts.iter().map(|it| Amount { part, ..*it }).collect();
            let area = code::area(&sum.code).to_owned();
            lines.push(Line { line: sum.line, code: sum.code.clone(), area, amounts, ..Line::default() });
            sum.is_taken = true;
        }
    }
}

/// Compares every sum with its lines, column by column.
///
/// A sum of part of a product's rows, as in the statutory scheme or by account, is one of its own code only.
pub fn checks(lines: &[Line], sums: &[Sum], columns: &[(usize, &str)]) -> Vec<Check> {
    if sums.is_empty() {
        return Vec::new();
    }
    let mut ordered = Ordered::new(lines.iter());
    let mut found = Vec::new();
    for sum in sums.iter().filter(|it| !it.is_taken && it.row != Some(Row::Balance)) {
        let below = ordered.totals(&sum.code, &sum.account, sum.row.is_some() || !sum.account.is_empty());
        for amount in &sum.amounts {
            let total = total(below, amount, |part| match sum.row {
                Some(Row::Subtotal(own)) => part == own,
                _ => amount.part == Part::Signed || part.is_revenue() == amount.part.is_revenue(),
            });
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
