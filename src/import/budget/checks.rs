//! What a reader should look at (Auffälligkeiten): doubles, gaps, incomplete years, balances that do not fit.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::code::Frame;
use super::columns::Column;
use super::lines::{Line, Slot};
use super::part::{Part, Sums};
use super::preset::Role;
use super::words::Kind;
use crate::table::Record;
use money::Money;

/// A year with less than this share of its neighbour's expense is taken for incomplete.
const INCOMPLETE: f64 = 0.6;

/// Share of rows that may stand twice: a town that splits bookings has a few, a file that was pasted twice has half.
const DOUBLED: f64 = 0.3;
/// Fewer doubles are no pattern.
const MANY_DOUBLES: usize = 3;

/// Rows that stand in the file twice, cell by cell. They are counted twice, too: some towns split equal bookings.
/// So many of them that the file itself may stand in it twice are the second.
pub fn doubles(records: &[Record]) -> (Option<String>, Option<String>) {
    let mut seen: HashMap<&[String], u64> = HashMap::with_capacity(records.len());
    let mut found = Vec::new();
    for record in records {
        match seen.get(record.cells.as_slice()) {
            Some(first) => found.push(format!("{} like {first}", record.line)),
            None => {
                seen.insert(&record.cells, record.line);
            }
        }
    }
    let count = found.len();
    found.truncate(5);
    let lines = found.join(", ");
    let told = (count > 0).then(|| format!("{count} rows stand twice in the file and count twice: lines {lines}"));
    let is_grave = count >= MANY_DOUBLES && count as f64 >= DOUBLED * records.len() as f64;
    let grave = is_grave.then(|| {
        format!(
            "{count} of {} rows stand twice, cell by cell: lines {lines}. Next step: the file may have been pasted twice; \
             keep each row once, or give rows that are meant twice something that tells them apart",
            records.len()
        )
    });
    (told, grave)
}

/// Share of the absolute amount by which printed balances may differ: a misprint in one row, not a misread column.
const MISPRINTED: f64 = 0.001;

/// Columns of internal charges that a balance may hold.
const MOST_CHARGES: usize = 4;

/// Lines whose printed balance is not revenue less expense, before signs are made alike: by year and kind what to say, and
/// whether it is too much for a misprint.
pub fn balances(lines: &[Line]) -> Vec<(Slot, String, bool)> {
    let mut wrong: BTreeMap<Slot, (Vec<u64>, f64)> = BTreeMap::new();
    let mut sizes: BTreeMap<Slot, f64> = BTreeMap::new();
    for line in lines {
        for balance in line.amounts.iter().filter(|it| it.part == Part::Balance) {
            let of = |part: Part| -> Money {
                line.amounts.iter().filter(|it| it.part == part && it.slot == balance.slot).map(|it| it.money).sum()
            };
            let (revenue, expense) = (of(Part::OrdinaryRevenue), of(Part::OrdinaryExpense));
            let is_empty = revenue.is_zero() && expense.is_zero();
            let financial = of(Part::FinancialRevenue) - of(Part::Interest) + of(Part::FinancialResult);
            let ordinary = [revenue - expense, revenue + expense, expense - revenue];
            // A balance may hold the internal charges beside it, whose columns say their side in words alone.
            let here = line.amounts.iter().filter(|it| it.part == Part::Internal && it.slot == balance.slot);
            let charges = here.take(MOST_CHARGES).fold(vec![Money::default()], |sums, it| {
                sums.into_iter().flat_map(|sum| [sum, sum + it.money, sum - it.money]).collect()
            });
            let whole = |it: &Money| [*it, *it + financial].into_iter().collect::<Vec<_>>();
            let fits = ordinary.iter().flat_map(whole).any(|it| charges.iter().any(|own| it + *own == balance.money));
            *sizes.entry(balance.slot).or_default() += revenue.euros().abs() + expense.euros().abs();
            if !fits && !is_empty {
                let off = ordinary.iter().map(|it| (*it - balance.money).euros().abs()).fold(f64::INFINITY, f64::min);
                let entry = wrong.entry(balance.slot).or_default();
                entry.0.push(line.line);
                entry.1 += off;
            }
        }
    }
    let told = |(slot, (lines, off)): (Slot, (Vec<u64>, f64))| {
        let some: Vec<String> = lines.iter().take(5).map(u64::to_string).collect();
        let text = format!(
            "{}: the printed balance is not revenue less expense in {} lines: {}",
            name(slot),
            lines.len(),
            some.join(", ")
        );
        let is_grave = off > MISPRINTED * sizes.get(&slot).copied().unwrap_or_default();
        (slot, text, is_grave)
    };
    wrong.into_iter().map(told).collect()
}

/// Areas that the frame does not have.
pub fn areas(areas: &BTreeSet<&str>, frame: Option<&Frame>) -> Option<String> {
    let Some(frame) = frame else {
        return (!areas.is_empty()).then(|| "the product areas belong to no frame that is known".to_owned());
    };
    let foreign: Vec<&str> = areas.iter().copied().filter(|it| !frame.areas.iter().any(|area| area == it)).collect();
    (!foreign.is_empty()).then(|| format!("areas that frame {} does not have: {}", frame.id, foreign.join(", ")))
}

/// Years without any amount, and years that are much smaller than their neighbour.
pub fn years(lines: &[Line]) -> Vec<String> {
    let sums = by_slot(lines);
    let mut found = Vec::new();
    for (slot, sum) in &sums {
        if sum.is_zero() {
            found.push(format!("{}: all amounts are zero", name(*slot)));
        }
    }
    let counted: Vec<(Slot, f64, usize)> = sums
        .iter()
        .filter(|(slot, sum)| matches!(slot.kind, Kind::Plan | Kind::Actual | Kind::Unspecified) && !sum.is_zero())
        .map(|(slot, sum)| {
            let size = if sum.expense().is_zero() { sum.revenue() } else { sum.expense() };
            let rows = lines.iter().filter(|it| it.amounts.iter().any(|it| it.slot == *slot)).count();
            (*slot, size.euros().abs(), rows)
        })
        .collect();
    for (slot, size, rows) in &counted {
        let neighbours = counted.iter().filter(|it| it.0.kind == slot.kind && distance(it.0, *slot) == Some(1));
        for (other, larger, other_rows) in neighbours.filter(|it| *size < INCOMPLETE * it.1) {
            let text = format!(
                "{} looks incomplete: {size:.0} € in {rows} rows, against {larger:.0} € in {other_rows} rows in {}",
                name(*slot),
                name(*other)
            );
            if !found.iter().any(|it: &String| it.starts_with(&format!("{} looks", name(*slot)))) {
                found.push(text);
            }
        }
    }
    found
}

fn distance(one: Slot, other: Slot) -> Option<u16> {
    Some(one.year?.abs_diff(other.year?))
}

/// Sums by year and kind, oldest first.
pub fn by_slot(lines: &[Line]) -> BTreeMap<Slot, Sums> {
    let mut sums: BTreeMap<Slot, Sums> = BTreeMap::new();
    for amount in lines.iter().flat_map(|it| &it.amounts).filter(|it| it.part != Part::Balance) {
        sums.entry(amount.slot).or_default().add(amount.part, amount.money);
    }
    sums
}

/// Cells of a single column of amounts that are empty.
pub fn empty(lines: &[Line], columns: &[Column]) -> Option<String> {
    let amounts = columns.iter().filter(|it| it.role == Role::Amount).count();
    let without: Vec<u64> = lines.iter().filter(|it| it.amounts.is_empty()).map(|it| it.line).collect();
    let some: Vec<String> = without.iter().take(5).map(u64::to_string).collect();
    (!without.is_empty() && (amounts <= 1 || columns.len() == amounts))
        .then(|| format!("{} rows have no amount and count as zero: lines {}", without.len(), some.join(", ")))
}

/// A year and kind in words.
pub fn name(slot: Slot) -> String {
    let kind = match slot.kind {
        Kind::Plan => "plan",
        Kind::Actual => "actual",
        Kind::Supplement => "supplement",
        Kind::Commitment => "commitment",
        Kind::Unspecified => "",
    };
    let year = slot.year.map_or("no year".to_owned(), |it| it.to_string());
    format!("{year} {kind}").trim().to_owned()
}
