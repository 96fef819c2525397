//! Whether a sum may be shown (Urteil): a total that does not cover the file, or that a printed one contradicts, is none.

use serde::Serialize;

use super::checks::name;
use super::coverage::Coverage;
use super::lines::Slot;
use super::preset::Role;
use super::report::{Budget, NumberColumn, Plans};
use super::totals::Check;
use super::understood::Doubt;
use super::words::Kind;
use crate::number::Basis;

/// Contradictions that are told in full; the others are counted.
const TOLD: usize = 3;

/// What was judged about a year and kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdict {
    /// How much was understood.
    pub coverage: Coverage,
    /// Why there is no total, each with what to do; empty if there is one.
    pub reasons: Vec<String>,
}

impl Budget {
    /// How much of a year and kind was understood, and why its sums are no total, if they are none.
    pub fn verdict(&self, slot: Slot) -> Verdict {
        let coverage = self.coverage(slot);
        let mut reasons = Vec::new();
        reasons.extend(self.uncovered(&coverage));
        reasons.extend(self.found.versions.clone());
        reasons.extend(self.found.unlike.clone());
        reasons.extend(self.of_columns(slot));
        reasons.extend(self.partial(slot));
        reasons.extend(self.unsettled(slot));
        if let Some(line) = self.other_tables.first() {
            reasons.push(format!(
                "another table begins in line {line}, its columns hold something else. Next step: keep one table, or put each \
                 into a file of its own"
            ));
        }
        if let Some(text) = &self.doubled {
            reasons.push(text.clone());
        }
        reasons.extend(self.contradicted(slot));
        for (_, text) in self.balances.iter().filter(|it| it.0 == slot) {
            reasons.push(format!(
                "{text}. Next step: compare these lines with the source; revenue, expense and balance do not belong together"
            ));
        }
        reasons.extend(self.empty(slot));
        Verdict { coverage, reasons }
    }

    /// Why the sums of a year and kind are no total; empty if they are one.
    pub fn doubted(&self, slot: Slot) -> Vec<String> {
        self.verdict(slot).reasons
    }

    fn uncovered(&self, coverage: &Coverage) -> Option<String> {
        let floor = &self.found.floor;
        if coverage.share >= floor.amount && coverage.share_of_rows() >= floor.rows {
            return None;
        }
        let mut text = format!("only {}, {} % is needed", coverage.told(), floor.amount * 100.0);
        let columns = &coverage.columns_not_understood;
        if !columns.is_empty() {
            let some: Vec<String> = columns.iter().take(TOLD).map(|it| format!("`{it}`")).collect();
            text.push_str(&format!("; columns with amounts that were not understood: {}", some.join(", ")));
        }
        if let Some(first) = self.skipped.first().filter(|_| coverage.rows_understood < coverage.rows) {
            text.push_str(&format!("; line {}: {}", first.line, first.reason));
        }
        text.push_str(
            ". Next step: look at `skipped` and `columns`, name the columns in a preset of your own (--presets, --preset \
             FILE), or delete what is no part of the budget",
        );
        Some(text)
    }

    /// What was doubted of the columns of a year and kind.
    fn of_columns(&self, slot: Slot) -> Vec<String> {
        let is_here = |it: &&Doubt| {
            it.year.is_none_or(|it| slot.year.is_none_or(|year| year == it)) && it.kind.is_none_or(|it| it == slot.kind)
        };
        self.found.doubts.iter().filter(is_here).map(|it| it.text.clone()).collect()
    }

    /// A title that says that figures go up to a day or are those of a quarter; of a plan such a day is the one of its print.
    fn partial(&self, slot: Slot) -> Option<String> {
        let period = self.found.period.as_ref()?;
        let is_here = slot.year.is_none() || period.year.is_none() || slot.year == period.year;
        let is_told = slot.kind == Kind::Actual || period.is_part && slot.kind == Kind::Unspecified;
        (is_here && is_told).then(|| {
            format!(
                "the title speaks of `{}`: these are not the figures of a whole year. Next step: give those of the whole year",
                period.text
            )
        })
    }

    /// A column in thousands or millions in which no cell tells points from commas, or euros with three decimals where no
    /// other cell has any: a thousandfold hangs on it.
    fn unsettled(&self, slot: Slot) -> Option<String> {
        let years = |name: &str| self.columns.iter().find(|it| it.name == name).and_then(|it| it.year);
        let is_open = |it: &&NumberColumn| {
            let is_unsettled = it.unit > 1 && it.numbers.basis == Basis::Unsettled && it.numbers.ambiguous > 0;
            it.role != Role::Balance && (is_unsettled || it.numbers.thousandfold > 0)
        };
        let mut open = self.numbers.iter().filter(is_open);
        let column = open.find(|it| years(&it.column).is_none_or(|it| slot.year.is_none_or(|year| year == it)))?;
        Some(format!(
            "column `{}` (in units of {} euros): no cell tells whether `1.234` is one and a bit or more than a thousand. \
             Next step: write one amount of the column with a decimal, or give the amounts in euros",
            column.column, column.unit
        ))
    }

    fn contradicted(&self, slot: Slot) -> Option<String> {
        let known = self.slots();
        let here = |it: &&Check| it.slot == slot || !known.contains_key(&it.slot);
        let wrong: Vec<&Check> = self.checks.iter().filter(here).filter(|it| !it.difference.is_zero()).collect();
        if wrong.is_empty() {
            return None;
        }
        let one = |it: &&Check| {
            let rows = match it.rows {
                Some((first, last)) if first != last => format!("the rows of lines {first} to {last} add up to"),
                Some((first, _)) => format!("line {first} is"),
                None => "the rows below it are".to_owned(),
            };
            let of = if it.of == "all" { String::new() } else { format!(" for {}", it.of) };
            format!(
                "line {} prints {:.2}{of} in column `{}`, {rows} {:.2}",
                it.line,
                it.printed.euros(),
                it.column,
                it.lines.euros()
            )
        };
        let some: Vec<String> = wrong.iter().take(TOLD).map(one).collect();
        let more = wrong.len().saturating_sub(TOLD);
        let more = if more > 0 { format!(" (and {more} more)") } else { String::new() };
        Some(format!(
            "printed sums contradict the rows: {}{more}. Next step: compare these rows with the source; one is missing, \
             stands twice or was read with the wrong sign",
            some.join("; ")
        ))
    }

    /// Nothing that counts was found, although amounts stand in the file.
    fn empty(&self, slot: Slot) -> Option<String> {
        let sums = self.slots().get(&slot)?;
        if sums.counts() || sums.is_zero() {
            return None;
        }
        let what = match self.plan {
            Plans::Cash => "payments of a cash plan (Finanzplan) without investment",
            _ => "amounts that are neither revenue nor expense nor investment",
        };
        Some(format!(
            "{}: nothing but {what} was found, see `excluded`. Next step: give the result plan (Ergebnisplan) of this year",
            name(slot)
        ))
    }
}
