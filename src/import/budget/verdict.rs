//! Whether a sum may be shown (Urteil): a total that does not cover the file, or that a printed one contradicts, is none.

use serde::Serialize;

use super::checks::name;
use super::coverage::Coverage;
use super::lines::Slot;
use super::part::Part;
use super::report::{Budget, Plans};
use super::totals::Check;

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
        if let Some(column) = &self.found.versions {
            reasons.push(format!(
                "column `{column}` tells versions of the same rows apart, which must not be added. Next step: keep the rows \
                 of one version only"
            ));
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
        let slots = self.slots();
        let sums = slots.get(&slot)?;
        let counts = |part: Part| part.counts() && !sums.of(part).is_zero();
        let any = self.lines.iter().flat_map(|it| &it.amounts).any(|it| it.slot == slot && counts(it.part));
        if any || sums.is_zero() {
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
