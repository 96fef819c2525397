//! What is found out about a whole table before its rows are read: units, number styles, codes, accounts, title.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;

use super::account::{self, Chart};
use super::code;
use super::columns::Column;
use super::heading::Header;
use super::layout::Options;
use super::lines::Slot;
use super::part::Part;
use super::preset::{Preset, Role};
use super::words::{self, Kind};
use crate::header::{self, unit, year};
use crate::number::{Column as Numbers, Tally};
use crate::table::{Record, Table};

/// A table, and everything that must be known of all its rows before one of them can be read.
pub struct Reader<'a> {
    pub(super) table: &'a Table,
    pub(super) header: &'a Header,
    pub(super) columns: Vec<Column>,
    pub(super) preset: &'a Preset,
    /// Columns of amounts with how they are read.
    pub(super) amounts: Vec<(Column, Numbers, u32)>,
    pub(super) chart: Option<&'static Chart>,
    /// What each account of the file is.
    pub(super) parts: HashMap<&'a str, Option<Part>>,
    pub(super) lost_zero: bool,
    /// Whether empty codes repeat the code above.
    pub(super) fills_down: bool,
    /// Code of a file without a column of codes.
    pub(super) code: Option<String>,
    /// Whether areas are told by name, because the file has no code at all.
    pub(super) has_names_only: bool,
    /// Year and kind that the title tells.
    pub(super) title: Slot,
    pub(super) warnings: Vec<String>,
}

/// Columns that may hold a code, the finest first.
pub const CODES: [Role; 4] = [Role::Product, Role::Group, Role::Area, Role::Object];

impl<'a> Reader<'a> {
    pub(super) fn new(
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

    pub(super) fn column(&self, role: Role) -> Option<&Column> {
        self.columns.iter().find(|it| it.role == role)
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.column(role).is_some()
    }

    pub(super) fn cell<'r>(&self, record: &'r Record, role: Role) -> &'r str {
        self.column(role).map_or("", |it| record.cell(it.at))
    }

    pub(super) fn code_cells<'r>(&'r self, record: &'r Record) -> impl Iterator<Item = &'r str> {
        CODES[..3].iter().map(|role| self.cell(record, *role)).chain([self.posting(record).0])
    }

    pub(super) fn has_codes(&self) -> bool {
        CODES.iter().any(|role| self.has(*role)) || self.has(Role::Posting)
    }

    /// Product and account of a key that holds both: the account stands last.
    fn posting<'r>(&self, record: &'r Record) -> (&'r str, &'r str) {
        let key = self.cell(record, Role::Posting);
        key.rsplit_once(['.', '/', '-', ' ']).unwrap_or((key, ""))
    }

    pub(super) fn account<'r>(&self, record: &'r Record) -> Option<&'r str> {
        let [account, group] = [Role::Account, Role::AccountGroup].map(|role| self.cell(record, role));
        [account, group, self.posting(record).1].into_iter().find(|it| it.starts_with(|it: char| it.is_ascii_digit()))
    }

    /// Whether the row says what its amounts are: it is no sum.
    pub(super) fn is_entry(&self, record: &Record) -> bool {
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
        let fallback = self.preset.unit.map_or(1, NonZeroU32::get);
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
    pub(super) fn area_called(&self, record: &Record) -> Option<&'static str> {
        let cells = self.code_cells(record).chain([self.cell(record, Role::Label)]);
        cells.filter(|it| !it.is_empty()).find_map(code::area_called)
    }

    pub(super) fn raw_code(&self, record: &Record) -> Option<String> {
        if self.has_names_only {
            return self.area_called(record).map(str::to_owned);
        }
        let cell = self.code_cells(record).find(|it| !it.is_empty()).unwrap_or_else(|| self.cell(record, Role::Object));
        code::digits(cell)
    }
}
