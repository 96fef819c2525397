//! Rows become lines (Einlesen). One record at a time: a line, a sum to check against, or an entry in `skipped`.

use std::collections::{BTreeSet, HashSet};

use super::columns::Column;
use super::layout::{Options, layout};
use super::lines::{Amount, Line, Slot};
use super::measure::measure;
use super::part::{self, Part};
use super::preset::{Form, Role};
use super::reader::{CODES, Reader, is_date};
use super::report::{Budget, NumberColumn};
use super::statutory::{self, Row};
use super::totals::{self, Sum};
use super::understood::{Found, Missed};
use super::{
    beside, checks, code, coverage, families, footnotes, levels, season, signs, unlike, versions, within, words,
};
use crate::file;
use crate::header::{fold, year};
use crate::number::Column as Numbers;
use crate::report::{Refusal, Skipped, shown};
use crate::table::Record;

/// Reads a budget. Refuses a file in which no header with an amount is found, and files of another kind by their name.
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
/// let reasons = budget.doubted(slot);
/// assert!(reasons[0].contains("was understood"), "and the sum without it is no total: {reasons:?}");
/// ```
pub fn read(bytes: &[u8], options: Options<'_>) -> Result<Budget, Refusal> {
    let table = file::open(bytes, options.sheet)?;
    let table = footnotes::cleaned(&table);
    let (preset, header, columns) = layout(&table, options)?;
    if preset.form != Form::Lines {
        return Err(Refusal::new(format!("preset {} holds positions, not lines of a budget", preset.id)));
    }
    let reader = Reader::new(&table, &header, columns, preset, options)?;
    Ok(reader.read())
}

/// What a record turned out to be.
enum Entry {
    Line(Line),
    Sum(Sum),
}

/// A record that is no line.
enum Left {
    /// It repeats what stands elsewhere: nothing is missing without it.
    Repeated(String),
    /// It was not understood.
    Unknown(String),
    /// It names other columns: another table begins.
    Header(String),
}

impl From<String> for Left {
    fn from(reason: String) -> Self {
        Self::Unknown(reason)
    }
}

impl Reader<'_> {
    fn read(mut self) -> Budget {
        let records = self.table.records.get(self.header.records..).unwrap_or_default();
        let (mut lines, mut sums, mut skipped, mut skipped_amounts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut missed: Vec<Missed> = Vec::new();
        let mut coarse: HashSet<String> = HashSet::new();
        let mut other_tables: Vec<u64> = Vec::new();
        let mut above = None;
        for record in records {
            match self.entry(record, above.as_deref(), &mut skipped_amounts, &mut missed) {
                Ok(Entry::Line(line)) => {
                    above = Some(line.code.clone());
                    if words::level(self.cell(record, Role::Level)).is_some_and(|it| it < self.finest) {
                        coarse.insert(line.code.clone());
                    }
                    lines.push(line);
                }
                Ok(Entry::Sum(sum)) => sums.push(sum),
                Err(left) => {
                    let reason = match left {
                        Left::Repeated(reason) => reason,
                        Left::Unknown(reason) => {
                            missed.extend(self.missed(record));
                            reason
                        }
                        Left::Header(reason) => {
                            other_tables.push(record.line);
                            reason
                        }
                    };
                    skipped.push(Skipped::new(record.line, reason));
                }
            }
        }
        let mut warnings = std::mem::take(&mut self.warnings);
        levels::parents_to_sums(&mut lines, &mut sums, &coarse, &mut warnings);
        levels::filled_to_sums(&mut lines, &mut sums);
        levels::whole_to_sum(&mut lines, &mut sums);
        levels::account_groups_to_sums(&mut lines, &mut sums);
        totals::sums_to_lines(&mut lines, &mut sums);
        let names: Vec<(usize, &str)> = self.amounts.iter().map(|it| (it.0.at, it.0.name.as_str())).collect();
        let mut checks = totals::checks(&lines, &sums, &names, &self.steps);
        let (told, doubled) = checks::doubles(records);
        warnings.extend(told);
        let doubled = doubled.or_else(|| families::doubled(&lines)).or_else(|| families::views(&self, records, &lines));
        let balances = checks::balances(&lines);
        warnings.extend(balances.iter().map(|it| it.1.clone()));
        signs::normalise(&mut lines, self.is_scheme, &mut warnings);
        checks.extend(totals::scheme_checks(&lines, &sums, &names, &self.steps));
        let areas: HashSet<&str> = lines.iter().map(|it| it.area.as_str()).filter(|it| !it.is_empty()).collect();
        let areas: BTreeSet<&str> = areas.into_iter().collect();
        let frame = code::frame(areas.iter().copied());
        warnings.extend(checks::areas(&areas, frame));
        warnings.extend(checks::years(&lines));
        warnings.extend(checks::empty(&lines, &self.amounts.iter().map(|it| it.0.clone()).collect::<Vec<_>>()));
        let used: HashSet<usize> = self.columns.iter().map(|it| it.at).collect();
        let unused = self.header.names.iter().enumerate().filter(|(at, it)| !used.contains(at) && !it.is_empty());
        let number = |(column, numbers, unit): &(Column, Numbers, u32)| NumberColumn {
            column: column.name.clone(),
            role: column.role,
            unit: *unit,
            numbers: *numbers,
        };
        let ignored = coverage::ignored(&self, records, &used);
        let versions = versions::versions(&self, records, &used);
        let found = Found {
            missed,
            ignored,
            floor: self.preset.floor(),
            versions,
            doubts: beside::beside(&self.columns, self.preset)
                .into_iter()
                .chain(within::within(&self, records))
                .collect(),
            unlike: unlike::unlike(&self),
            period: season::period(&self.header.above),
        };
        Budget {
            slots: checks::by_slot(&lines),
            sizes: coverage::sizes(&lines),
            dialect: self.table.dialect.clone(),
            header_line: self.header.line,
            preset: self.preset.id.clone(),
            plan: self.plan,
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
            doubled,
            other_tables,
            found,
            balances: balances
                .into_iter()
                .filter_map(|(slot, text, is_grave)| is_grave.then_some((slot, text)))
                .collect(),
        }
    }

    /// The amounts of a record that was not understood.
    fn missed(&self, record: &Record) -> Vec<Missed> {
        let slot = self.slot(record).ok();
        let has_shape = self.has_shape(record).is_ok();
        let of = |(column, numbers, unit): &(Column, Numbers, u32)| {
            let cell = record.cell(column.at);
            let slot = slot.map(|it| Slot { year: column.year.or(it.year), kind: column.kind.unwrap_or(it.kind) });
            let money = match numbers.read(cell) {
                Ok(None) => return None,
                Ok(Some(figure)) => figure.money(*unit),
                Err(_) => None,
            };
            // A day below a column of amounts is the one of a print or a signature.
            let is_figure = money.is_some_and(|it| !it.is_zero())
                || money.is_none() && holds_digit(cell) && !words::is_imprint(cell) && !is_date(cell);
            is_figure.then_some(Missed { line: record.line, slot, money })
        };
        if has_shape {
            return self.amounts.iter().filter_map(of).collect();
        }
        // Cells that slipped cannot be told apart: somewhere in the row stands an amount.
        let any = record.cells.iter().any(|it| holds_digit(it) && !words::is_imprint(it));
        any.then_some(Missed { line: record.line, slot: None, money: None }).into_iter().collect()
    }

    fn entry(
        &self,
        record: &Record,
        above: Option<&str>,
        skipped_amounts: &mut Vec<(Slot, Skipped)>,
        missed: &mut Vec<Missed>,
    ) -> Result<Entry, Left> {
        self.has_shape(record)?;
        if let Some(other) = self.other_header(record) {
            return Err(other);
        }
        if self.numbers_columns(record) {
            return Err(Left::Repeated("expected a row, found the numbers of the columns".to_owned()));
        }
        if let Some(found) = record.cells.iter().find(|it| words::is_of_which(it)) {
            let reason = format!("expected a row of its own, found `{}`, a part of the row above", shown(found));
            return Err(Left::Repeated(reason));
        }
        if let Some(found) = self.counted(record) {
            let reason = format!("expected an amount, found `{}`, which counts things", shown(found));
            return Err(Left::Repeated(reason));
        }
        let label = self.cell(record, Role::Label);
        let row_label = self.cell(record, Role::RowLabel);
        let (plan, block) = self.blocks.get(&record.line).copied().unwrap_or_default();
        let row = self.is_scheme.then(|| statutory::row(row_label, plan));
        let told_part = self.part(record);
        let side = words::side(self.cell(record, Role::Side));
        let cells: Vec<&str> = self.code_cells(record).filter(|it| !it.is_empty()).collect();
        let raw = self.raw_code(record);
        let is_sure = row.is_none() && self.names_sum(record);
        let names_sum = is_sure
            || words::level(self.cell(record, Role::Level)) == Some(0)
            || raw.is_none() && self.is_coded && !self.fills_down && cells.is_empty() && words::is_heading(label)
            || raw.is_none() && cells.iter().copied().chain([label, self.first_text(record)]).any(words::is_sum);
        let slot = match self.slot(record) {
            // The sum of all years tells none.
            Err(_) if names_sum => self.title,
            slot => slot?,
        };
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
            label: fold(row_label),
            flow: self.is_scheme.then(|| statutory::flow(row_label)).flatten(),
            block,
            amounts: amounts.clone(),
            is_taken: false,
        };
        if (names_sum || is_nameless) && row.is_none() && !amounts.is_empty() {
            // Beside a code the sum is one of that code, else of what stands above it.
            let code =
                raw.as_deref().filter(|_| is_sure).map(|it| code::padded(it, self.lost_zero)).unwrap_or_default();
            let account = self.account(record).filter(|_| is_sure && !code.is_empty()).unwrap_or_default().to_owned();
            return Ok(Entry::Sum(Sum { code, account, ..sum_of(None) }));
        }
        let code = self.code(record, raw, above)?;
        let told = self.cell(record, Role::Direction);
        if told_part.is_none() && self.has(Role::Direction) && amounts.iter().any(|it| it.part == Part::Signed) {
            return Err(format!("expected revenue or expense, found `{}`", shown(told)).into());
        }
        if amounts.is_empty() && !problems.is_empty() && problems.len() == self.amounts.len() {
            return Err(problems.swap_remove(0).1.into());
        }
        let line = record.line;
        match row {
            Some(Some(row @ (Row::Subtotal(_) | Row::Balance(_) | Row::Stock))) => {
                Ok(Entry::Sum(Sum { code, ..sum_of(Some(row)) }))
            }
            Some(None) if self.figures.contains(&record.line) => {
                let reason = format!("expected an amount, found the key figure `{}`", shown(row_label));
                Err(Left::Repeated(reason))
            }
            Some(None) => {
                let reason = format!("expected a row of the statutory scheme, found `{}`", shown(row_label));
                Err(Left::Unknown(reason))
            }
            _ => {
                // The cell of one year says nothing about the others of its row.
                missed.extend(problems.iter().map(|it| Missed { line, slot: Some(it.0), money: None }));
                skipped_amounts.extend(problems.into_iter().map(|(slot, reason)| (slot, Skipped::new(line, reason))));
                let mut found = self.line(record, code, amounts);
                (found.block, found.row) = (block, if row.is_some() { fold(row_label) } else { String::new() });
                found.flow = row.is_some().then(|| statutory::flow(row_label)).flatten();
                Ok(Entry::Line(found))
            }
        }
    }

    /// A row whose cells below the amounts are names of amounts: the header again, or that of another table.
    fn other_header(&self, record: &Record) -> Option<Left> {
        let mut is_same = true;
        let mut any = false;
        for (column, numbers, _) in &self.amounts {
            let cell = record.cell(column.at);
            if cell.is_empty() {
                continue;
            }
            if !cell.contains(char::is_alphabetic) || numbers.read(cell).is_ok() {
                return None;
            }
            let (role, kind) = measure(cell)?;
            let is_own = role == column.role || column.role == Role::Balance || column.role == Role::Repeated;
            is_same &= is_own
                && (kind.is_none() || kind == column.kind)
                && year(cell).is_none_or(|it| column.year == Some(it));
            any = true;
        }
        let shown = || shown(&record.cells.join(" | "));
        any.then(|| match is_same {
            true => Left::Repeated(format!("expected a row, found the header again: `{}`", shown())),
            false => Left::Header(format!("expected a row, found the header of another table: `{}`", shown())),
        })
    }

    /// Whether a cell beside the amounts says that the row is a sum.
    fn names_sum(&self, record: &Record) -> bool {
        let is_amount = |at: usize| self.amounts.iter().any(|it| it.0.at == at);
        // `Erträge Ergebnis` in a column of directions is a direction and a kind.
        let directions = self.column(Role::Direction).map(|it| it.at);
        let tells = |at: usize, it: &str| Some(at) == directions && words::direction(it).is_some();
        let names = |(at, it): (usize, &String)| words::is_sure_sum(it) && !is_amount(at) && !tells(at, it);
        record.cells.iter().enumerate().any(names)
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
            ..Line::default()
        }
    }

    /// A row has as many cells as the header; a shorter one would move amounts, a longer one did.
    fn has_shape(&self, record: &Record) -> Result<(), Left> {
        if record.cells == self.header.names {
            return Err(Left::Repeated("expected a row, found the header again".to_owned()));
        }
        let (expected, found) = (self.header.names.len(), record.cells.len());
        let last = self.amounts.iter().map(|it| it.0.at + 1).max().unwrap_or(0);
        let is_csv = self.table.dialect.separator.is_some();
        let has_more = record.cells.iter().skip(expected).any(|it| !it.is_empty());
        if is_csv && (found < last || has_more) {
            return Err(format!("expected {expected} cells, found {found}").into());
        }
        Ok(())
    }
}

fn holds_digit(cell: &str) -> bool {
    cell.contains(|it: char| it.is_ascii_digit())
}
