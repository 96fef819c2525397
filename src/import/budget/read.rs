//! Rows become lines (Einlesen). One record at a time: a line, a sum to check against, or an entry in `skipped`.

use std::collections::{BTreeSet, HashSet};

use super::columns::Column;
use super::layout::{Options, layout};
use super::lines::{Amount, Line, Slot};
use super::part::{self, Part};
use super::preset::{Form, Role};
use super::reader::{CODES, Reader};
use super::report::{Budget, NumberColumn};
use super::statutory::{self, Row};
use super::totals::{self, Sum};
use super::{checks, code, signs, words};
use crate::file;
use crate::number::Column as Numbers;
use crate::report::{Refusal, Skipped, shown};
use crate::table::Record;

/// Reads a budget. Refuses a file in which no header with an amount is found.
///
/// ```
/// use import::budget::{Options, read};
///
/// let file = "Produkt;Ertrag 2026;Aufwand 2026\n0101;200,00;1.000,50\n0102;;x\n";
/// let budget = read(file.as_bytes(), Options::default()).expect("it is a budget");
/// let slot = budget.slot(Some(2026), None).expect("the year is there").expect("it is the only one");
/// let sums = budget.select(slot).total;
/// assert_eq!((sums.revenue().euros(), sums.expense().euros()), (200.0, 1000.5));
///
/// assert_eq!(budget.skipped_amounts[0].1.line, 3, "what is no amount is left out, with its line");
/// ```
pub fn read(bytes: &[u8], options: Options<'_>) -> Result<Budget, Refusal> {
    let table = file::open(bytes, options.sheet)?;
    let (preset, header, columns) = layout(&table, options)?;
    if preset.form != Form::Lines {
        return Err(Refusal::new(format!("preset {} holds positions, not lines of a budget", preset.id)));
    }
    Ok(Reader::new(&table, &header, columns, preset, options).read())
}

/// What a record turned out to be.
enum Entry {
    Line(Line),
    Sum(Sum),
}

impl Reader<'_> {
    fn read(mut self) -> Budget {
        let records = self.table.records.get(self.header.records..).unwrap_or_default();
        let (mut lines, mut sums, mut skipped, mut skipped_amounts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut above = None;
        for record in records {
            match self.entry(record, above.as_deref(), &mut skipped_amounts) {
                Ok(Entry::Line(line)) => {
                    above = Some(line.code.clone());
                    lines.push(line);
                }
                Ok(Entry::Sum(sum)) => sums.push(sum),
                Err(reason) => skipped.push(Skipped::new(record.line, reason)),
            }
        }
        totals::parents_to_sums(&mut lines, &mut sums);
        totals::account_groups_to_sums(&mut lines, &mut sums);
        totals::sums_to_lines(&mut lines, &mut sums);
        let checks = totals::checks(
            &lines,
            &sums,
            &self.amounts.iter().map(|it| (it.0.at, it.0.name.as_str())).collect::<Vec<_>>(),
        );
        let mut warnings = std::mem::take(&mut self.warnings);
        warnings.extend(checks::doubles(records));
        warnings.extend(checks::balances(&lines));
        signs::normalise(&mut lines, &mut warnings);
        let areas: HashSet<&str> = lines.iter().map(|it| it.area.as_str()).filter(|it| !it.is_empty()).collect();
        let areas: BTreeSet<&str> = areas.into_iter().collect();
        let frame = code::frame(areas.iter().copied());
        warnings.extend(checks::areas(&areas, frame));
        warnings.extend(checks::years(&lines));
        warnings.extend(checks::empty(&lines, &self.amounts.iter().map(|it| it.0.clone()).collect::<Vec<_>>()));
        let used: Vec<usize> = self.columns.iter().map(|it| it.at).collect();
        let unused = self.header.names.iter().enumerate().filter(|(at, it)| !used.contains(at) && !it.is_empty());
        let number = |(column, numbers, unit): &(Column, Numbers, u32)| NumberColumn {
            column: column.name.clone(),
            role: column.role,
            unit: *unit,
            numbers: *numbers,
        };
        Budget {
            dialect: self.table.dialect.clone(),
            header_line: self.header.line,
            preset: self.preset.id.clone(),
            unused: unused.map(|(_, it)| it.clone()).collect(),
            numbers: self.amounts.iter().map(number).collect(),
            frame,
            chart: self.chart,
            sum_rows: sums.iter().filter(|it| !it.is_taken).count(),
            lines,
            skipped,
            skipped_amounts,
            checks,
            warnings,
            columns: self.columns,
        }
    }

    fn entry(
        &self,
        record: &Record,
        above: Option<&str>,
        skipped_amounts: &mut Vec<(Slot, Skipped)>,
    ) -> Result<Entry, String> {
        self.has_shape(record)?;
        if let Some(found) = record.cells.iter().find(|it| words::is_of_which(it)) {
            return Err(format!("expected a row of its own, found `{}`, a part of the row above", shown(found)));
        }
        let label = self.cell(record, Role::Label);
        let is_scheme = self.has(Role::RowLabel) && !self.has(Role::Account) && !self.has(Role::Direction);
        let row = is_scheme.then(|| statutory::row(self.cell(record, Role::RowLabel)));
        let slot = self.slot(record)?;
        let told_part = self.part(record);
        let side = words::side(self.cell(record, Role::Side));
        let mut amounts = Vec::new();
        let mut problems = Vec::new();
        for (column, numbers, unit) in &self.amounts {
            let slot = Slot { year: column.year.or(slot.year), kind: column.kind.unwrap_or(slot.kind) };
            let unit = if *unit > 1 { *unit } else { self.row_unit(record) };
            let wrong = |found: String| format!("column `{}`: {found}", column.name);
            match numbers.read(record.cell(column.at)) {
                Ok(None) => {}
                Ok(Some(figure)) => match figure.money(unit) {
                    Some(money) => {
                        let part = part::refined(column.role.part(), told_part.or(side));
                        let is_reversal = side.is_some_and(|it| part.counts() && it.is_revenue() != part.is_revenue());
                        let money = if is_reversal { -money } else { money };
                        amounts.push(Amount { slot, part, money, column: column.at });
                    }
                    None => {
                        problems.push((slot, wrong("expected an amount that fits, found too many digits".to_owned())))
                    }
                },
                Err(found) => problems.push((slot, wrong(found))),
            }
        }
        let cells: Vec<&str> = self.code_cells(record).filter(|it| !it.is_empty()).collect();
        let raw = self.raw_code(record);
        let names_sum = words::level(self.cell(record, Role::Level)) == Some(0)
            || raw.is_none() && cells.iter().copied().chain([label, self.first_text(record)]).any(words::is_sum);
        let is_nameless = self.column(CODES[0]).or(self.column(CODES[1])).or(self.column(CODES[2])).is_some()
            && raw.is_none()
            && cells.is_empty()
            && label.is_empty()
            && self.account(record).is_none()
            && !(self.fills_down && self.is_entry(record));
        let sum_of = |row| Sum {
            line: record.line,
            code: String::new(),
            account: String::new(),
            row,
            amounts: amounts.clone(),
            is_taken: false,
        };
        if (names_sum || is_nameless) && row.is_none() && !amounts.is_empty() {
            return Ok(Entry::Sum(sum_of(None)));
        }
        let code = self.code(record, raw, above)?;
        let told = self.cell(record, Role::Direction);
        if told_part.is_none() && self.has(Role::Direction) && amounts.iter().any(|it| it.part == Part::Signed) {
            return Err(format!("expected revenue or expense, found `{}`", shown(told)));
        }
        if amounts.is_empty() && !problems.is_empty() && problems.len() == self.amounts.len() {
            return Err(problems.swap_remove(0).1);
        }
        let line = record.line;
        skipped_amounts.extend(problems.into_iter().map(|(slot, reason)| (slot, Skipped::new(line, reason))));
        match row {
            Some(Some(row @ (Row::Subtotal(_) | Row::Balance))) => Ok(Entry::Sum(Sum { code, ..sum_of(Some(row)) })),
            Some(None) => Err(format!(
                "expected a row of the statutory scheme, found `{}`",
                shown(self.cell(record, Role::RowLabel))
            )),
            _ => Ok(Entry::Line(self.line(record, code, amounts))),
        }
    }

    fn line(&self, record: &Record, code: String, amounts: Vec<Amount>) -> Line {
        let given = code::digits(self.cell(record, Role::Area)).map(|it| code::padded(&it, true));
        let area = given.filter(|it| it.len() == 2).unwrap_or_else(|| code::area(&code).to_owned());
        let text = |role| self.cell(record, role).to_owned();
        Line {
            line: record.line,
            code,
            area,
            label: text(Role::Label),
            department: text(Role::Department),
            sub_budget: text(Role::SubBudget),
            office: text(Role::Office),
            account: self.account(record).unwrap_or_default().to_owned(),
            amounts,
        }
    }

    /// A row has as many cells as the header; a shorter one would move amounts, a longer one did.
    fn has_shape(&self, record: &Record) -> Result<(), String> {
        if record.cells == self.header.names {
            return Err("expected a row, found the header again".to_owned());
        }
        let (expected, found) = (self.header.names.len(), record.cells.len());
        let last = self.amounts.iter().map(|it| it.0.at + 1).max().unwrap_or(0);
        let is_csv = self.table.dialect.separator.is_some();
        let has_more = record.cells.iter().skip(expected).any(|it| !it.is_empty());
        if is_csv && (found < last || has_more) {
            return Err(format!("expected {expected} cells, found {found}"));
        }
        Ok(())
    }
}
