//! Rows become lines (Einlesen). One record at a time: a line, a sum to check against, or an entry in `skipped`.

mod row;

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::header::{self, unit, year};
use super::super::number::{Column as Numbers, Tally};
use super::super::table::{self, Record, Table};
use super::super::{Refusal, Skipped, shown};
use super::account::{self, Chart};
use super::columns::{Column, Header};
use super::layout::{Options, layout};
use super::part::{self, Part};
use super::preset::{Form, Preset, Role};
use super::statutory::{self, Row};
use super::totals::{self, Sum};
use super::words::{self, Kind};
use super::{Amount, Budget, Line, NumberColumn, Slot, checks, code, signs};

/// Reads a budget. Refuses a file in which no header with an amount is found.
pub fn read(bytes: &[u8], options: Options<'_>) -> Result<Budget, Refusal> {
    let table = table::read(bytes, options.sheet)?;
    let (preset, header, columns) = layout(&table, options)?;
    if preset.form != Form::Lines {
        return Err(Refusal::new(format!("preset {} holds positions, not lines of a budget", preset.id)));
    }
    Ok(Reader::new(&table, &header, columns, preset, options).read())
}

/// Reads one table.
struct Reader<'a> {
    table: &'a Table,
    header: &'a Header,
    columns: Vec<Column>,
    preset: &'a Preset,
    /// Columns of amounts with how they are read.
    amounts: Vec<(Column, Numbers, u32)>,
    chart: Option<&'static Chart>,
    /// What each account of the file is.
    parts: HashMap<&'a str, Option<Part>>,
    lost_zero: bool,
    /// Whether empty codes repeat the code above.
    fills_down: bool,
    /// Code of a file without a column of codes.
    code: Option<String>,
    /// Whether areas are told by name, because the file has no code at all.
    has_names_only: bool,
    /// Year and kind that the title tells.
    title: Slot,
    warnings: Vec<String>,
}

/// Columns that may hold a code, the finest first.
const CODES: [Role; 4] = [Role::Product, Role::Group, Role::Area, Role::Object];

/// What a record turned out to be.
enum Entry {
    Line(Line),
    Sum(Sum),
}

impl<'a> Reader<'a> {
    fn new(
        table: &'a Table,
        header: &'a Header,
        columns: Vec<Column>,
        preset: &'a Preset,
        options: Options<'_>,
    ) -> Self {
        let mut reader = Self {
            table,
            header,
            columns,
            preset,
            amounts: Vec::new(),
            chart: None,
            parts: HashMap::new(),
            lost_zero: true,
            fills_down: false,
            code: None,
            has_names_only: false,
            title: Slot { year: None, kind: Kind::Unspecified },
            warnings: table.warnings.clone(),
        };
        let told = format!("{} {}", header.title, options.name);
        let year = year(&header.title).or_else(|| header::year(options.name));
        reader.title =
            Slot { year, kind: told.split_whitespace().find_map(words::kind_of).unwrap_or(Kind::Unspecified) };
        reader.amounts = reader.number_columns();
        for column in reader.columns.iter().filter(|it| it.role == Role::Repeated) {
            reader.warnings.push(format!("column `{}` says what another one says and is not read", column.name));
        }
        let codes: Vec<String> = reader.body().filter_map(|it| reader.raw_code(it)).collect();
        reader.lost_zero = code::lost_zero(codes.iter().map(String::as_str));
        let empty = reader.body().filter(|it| reader.is_entry(it) && reader.code_cells(it).all(str::is_empty)).count();
        reader.fills_down = empty * 5 > reader.body().count();
        if reader.columns.iter().any(|it| it.role.is_account()) {
            let accounts: Vec<&str> = reader.body().filter_map(|it| reader.account(it)).collect();
            reader.chart = account::chart(accounts.iter().copied());
            let distinct: HashSet<&str> = accounts.into_iter().collect();
            let part = |account| reader.chart.and_then(|it| it.part(account));
            reader.parts = distinct.into_iter().map(|account| (account, part(account))).collect();
        }
        if !reader.has_codes() {
            reader.code = options
                .code
                .map(str::to_owned)
                .or_else(|| code::named(options.name))
                .or_else(|| code::named(&header.title));
        }
        let called = |it: &Record| reader.area_called(it).is_some();
        if codes.is_empty() && reader.code.is_none() && reader.body().any(called) {
            reader.has_names_only = true;
            reader.warnings.push("no codes in the file: areas are told by their names, in NRW's numbers".to_owned());
        }
        reader
    }

    fn body(&self) -> impl Iterator<Item = &'a Record> + use<'a> {
        let is_csv = self.table.dialect.separator.is_some();
        let width = self.header.names.len();
        let all = self.table.records.get(self.header.records..).unwrap_or_default();
        all.iter().filter(move |it| !is_csv || it.cells.len() <= width)
    }

    fn column(&self, role: Role) -> Option<&Column> {
        self.columns.iter().find(|it| it.role == role)
    }

    fn has(&self, role: Role) -> bool {
        self.column(role).is_some()
    }

    fn cell<'r>(&self, record: &'r Record, role: Role) -> &'r str {
        self.column(role).map_or("", |it| record.cell(it.at))
    }

    fn code_cells<'r>(&'r self, record: &'r Record) -> impl Iterator<Item = &'r str> {
        CODES[..3].iter().map(|role| self.cell(record, *role)).chain([self.posting(record).0])
    }

    fn has_codes(&self) -> bool {
        CODES.iter().any(|role| self.has(*role)) || self.has(Role::Posting)
    }

    /// Product and account of a key that holds both: the account stands last.
    fn posting<'r>(&self, record: &'r Record) -> (&'r str, &'r str) {
        let key = self.cell(record, Role::Posting);
        key.rsplit_once(['.', '/', '-', ' ']).unwrap_or((key, ""))
    }

    fn account<'r>(&self, record: &'r Record) -> Option<&'r str> {
        let [account, group] = [Role::Account, Role::AccountGroup].map(|role| self.cell(record, role));
        [account, group, self.posting(record).1].into_iter().find(|it| it.starts_with(|it: char| it.is_ascii_digit()))
    }

    /// Whether the row says what its amounts are: it is no sum.
    fn is_entry(&self, record: &Record) -> bool {
        self.account(record).is_some() || words::direction(self.cell(record, Role::Direction)).is_some()
    }

    /// Decides how each column of amounts is read.
    fn number_columns(&mut self) -> Vec<(Column, Numbers, u32)> {
        let columns: Vec<Column> = self.columns.iter().filter(|it| it.role.part().is_some()).cloned().collect();
        let tallies: Vec<Tally> =
            columns.iter().map(|column| Tally::of(self.body().map(|it| it.cell(column.at)))).collect();
        let all = tallies.iter().copied().fold(Tally::default(), Tally::and);
        let general = unit(&self.header.title).filter(|it| *it > 1);
        let told = |column: &Column| column.unit.or(general);
        let fallback = self.preset.unit.unwrap_or(1);
        if fallback > 1 && columns.iter().all(|it| told(it).is_none()) {
            self.warnings.push(format!("no unit in the file; preset {} takes {fallback} euros", self.preset.id));
        }
        let decide = |(column, own): (Column, Tally)| {
            let unit = told(&column).unwrap_or(fallback);
            (column, Numbers::decide(own, all, unit), unit)
        };
        columns.into_iter().zip(tallies).map(decide).collect()
    }

    /// The area that a row's name means.
    fn area_called(&self, record: &Record) -> Option<&'static str> {
        let cells = self.code_cells(record).chain([self.cell(record, Role::Label)]);
        cells.filter(|it| !it.is_empty()).find_map(code::area_called)
    }

    fn raw_code(&self, record: &Record) -> Option<String> {
        if self.has_names_only {
            return self.area_called(record).map(str::to_owned);
        }
        let cell = self.code_cells(record).find(|it| !it.is_empty()).unwrap_or_else(|| self.cell(record, Role::Object));
        code::digits(cell)
    }

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
