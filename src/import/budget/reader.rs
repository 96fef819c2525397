//! What is found out about a whole table before its rows are read: units, number styles, codes, accounts, title.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU32;

use super::account::{self, Chart, Told, Unknown};
use super::code;
use super::columns::Column;
use super::foreign;
use super::heading::Header;
use super::layout::Options;
use super::lines::Slot;
use super::part::Part;
use super::preset::{Preset, Role};
use super::report::Plans;
use super::statutory::{self, Plan};
use super::totals::Steps;
use super::words::{self, Kind};
use crate::header::fold;
use crate::number::{Column as Numbers, Tally};
use crate::report::Refusal;
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
    /// Whether codes have one digit per dot.
    pub(super) is_tight: bool,
    /// Whether any row has a code.
    pub(super) is_coded: bool,
    /// Whether empty codes repeat the code above.
    pub(super) fills_down: bool,
    /// Code of a file without a column of codes.
    pub(super) code: Option<String>,
    /// Whether areas are told by name, because the file has no code at all.
    pub(super) has_names_only: bool,
    /// Year and kind that the title tells.
    pub(super) title: Slot,
    pub(super) warnings: Vec<String>,
    /// Whether rows of the statutory scheme tell what amounts are.
    pub(super) is_scheme: bool,
    /// Plan and stretch of each line of a scheme.
    pub(super) blocks: HashMap<u64, (Plan, usize)>,
    /// Codes that titles between the rows of a scheme name, by line.
    pub(super) titled: HashMap<u64, String>,
    /// Lines below a heading of key figures (Kennzahlen).
    pub(super) figures: HashSet<u64>,
    /// Which plan the file holds.
    pub(super) plan: Plans,
    /// How far rounded sums may be off.
    pub(super) steps: Steps,
    /// The finest level that the file names.
    pub(super) finest: u8,
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
    ) -> Result<Self, Refusal> {
        let mut reader = Self {
            table,
            header,
            columns,
            preset,
            amounts: Vec::new(),
            chart: None,
            parts: HashMap::new(),
            lost_zero: true,
            is_tight: false,
            is_coded: false,
            fills_down: false,
            code: None,
            has_names_only: false,
            title: Slot { year: None, kind: Kind::Unspecified },
            warnings: table.warnings.clone(),
            is_scheme: false,
            blocks: HashMap::new(),
            titled: HashMap::new(),
            figures: HashSet::new(),
            plan: Plans::Result,
            steps: Steps::new(),
            finest: 0,
        };
        reader.title = reader.titled_slot(options);
        reader.amounts = reader.number_columns();
        for column in reader.columns.iter().filter(|it| it.role == Role::Repeated) {
            reader.warnings.push(format!("column `{}` says what another one says and is not read", column.name));
        }
        reader.figures = reader.lines_of_figures();
        reader.refuse_dates()?;
        let level = |it: &Record| words::level(reader.cell(it, Role::Level));
        reader.finest = reader.body().filter_map(level).max().unwrap_or(0);
        let own = |it: &'a Record| reader.code_cells(it).find(|it| !it.is_empty()).map(str::to_owned);
        let cells: Vec<String> = reader.body().filter_map(own).filter(|it| code::digits(it).is_some()).collect();
        reader.is_tight = code::is_tight(cells.iter().map(String::as_str));
        let codes: Vec<String> = reader.body().filter_map(|it| reader.raw_code(it)).collect();
        reader.is_coded = !codes.is_empty();
        reader.lost_zero = !reader.is_tight && code::lost_zero(codes.iter().map(String::as_str));
        let empty = reader.body().filter(|it| reader.is_entry(it) && reader.code_cells(it).all(str::is_empty)).count();
        reader.fills_down = empty * 5 > reader.body().count();
        if reader.columns.iter().any(|it| it.role.is_account()) {
            let told = reader.accounts_told();
            reader.refuse_swiss(&told)?;
            reader.chart = reader.chart_of(&told)?;
            let distinct: HashSet<&str> = told.iter().map(|it| it.account).collect();
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
        reader.is_scheme = reader.has(Role::RowLabel) && !reader.has(Role::Account) && !reader.has(Role::Direction);
        if reader.has(Role::RowLabel) {
            reader.find_blocks(options.name);
        }
        Ok(reader)
    }

    /// Every account once, with its name and the direction of its rows.
    fn accounts_told(&self) -> Vec<Told<'a>> {
        let table: &'a Table = self.table;
        let [label, direction] = [Role::AccountLabel, Role::Direction].map(|role| self.column(role).map(|it| it.at));
        let mut found: HashMap<&'a str, Told<'a>> = HashMap::new();
        let body = table.records.get(self.header.records..).unwrap_or_default();
        for record in body {
            let Some(account) = self.account(record) else { continue };
            let label = label.map_or("", |it| record.cell(it));
            let direction = direction.and_then(|it| words::direction(record.cell(it)));
            let told = found.entry(account).or_insert(Told { account, label, direction });
            // Bookings against the custom of an account say nothing about it.
            if told.direction != direction {
                told.direction = None;
            }
        }
        let mut found: Vec<Told<'a>> = found.into_values().collect();
        found.sort_unstable();
        found
    }

    /// The chart of the file's accounts; refused where their names contradict every chart that is known.
    fn chart_of(&self, told: &[Told<'_>]) -> Result<Option<&'static Chart>, Refusal> {
        if told.is_empty() {
            return Ok(account::charts().first());
        }
        let is_told = self.amounts.iter().all(|it| it.0.role != Role::Amount) || self.has(Role::Side);
        match account::fitting(told) {
            Ok(chart) => Ok(Some(chart)),
            Err(Unknown::OneClass(_)) if is_told => Ok(account::chart(told.iter().map(|it| it.account))),
            Err(Unknown::OneClass(class)) => Err(Refusal::new(format!(
                "expected accounts of revenue and of expense, found only class {class}: a class is revenue in one Land and \
                 expense in another. Next step: export revenue and expense together, or with the names of the accounts"
            ))),
            Err(Unknown::Contradicted(some)) => {
                if let Some(country) = foreign::country(&account::sides(told)) {
                    return Err(Refusal::new(country));
                }
                Err(Refusal::new(format!(
                    "expected a chart of accounts of a German Land, found accounts that the names contradict: {}. Next \
                     step: say in a preset of your own which column is revenue and which is expense, or add a column \
                     with `Ertrag` and `Aufwand` and leave the accounts out",
                    some.join("; ")
                )))
            }
        }
    }

    /// Codes that a spreadsheet turned into dates cannot be turned back: `11.10` and `01.11.2010` are one cell.
    fn refuse_dates(&self) -> Result<(), Refusal> {
        for record in self.body() {
            if let Some(cell) = self.code_cells(record).find(|it| is_date(it)) {
                return Err(Refusal::new(format!(
                    "expected product codes, found the date `{cell}` in line {}: the spreadsheet took codes for dates. Next \
                     step: format the column as text before the codes are pasted or imported, and export again",
                    record.line
                )));
            }
        }
        Ok(())
    }

    /// Finds the stretches of a scheme and which plan each is: the same first rows stand in both.
    fn find_blocks(&mut self, name: &str) {
        let mut stretches: Vec<(usize, i64)> = Vec::new();
        let mut places: Vec<(u64, usize)> = Vec::new();
        let mut seen: HashSet<String> = HashSet::new();
        let mut code = String::new();
        let mut titled: HashMap<u64, String> = HashMap::new();
        let mut title = None;
        let has_codes = self.has_codes();
        for record in self.body() {
            let label = self.cell(record, Role::RowLabel);
            let is_bare = self.amounts.iter().all(|it| record.cell(it.0.at).is_empty());
            if is_bare && !has_codes {
                title = record.cells.iter().find_map(|it| code::named(it)).or(title);
            }
            if let Some(title) = &title {
                titled.insert(record.line, title.clone());
            }
            if label.is_empty() {
                continue;
            }
            let own: String = self.code_cells(record).filter(|it| !it.is_empty()).collect();
            let slot = format!("{:?}", self.slot(record).ok());
            let is_other = !own.is_empty() && own != code;
            let is_new = !seen.insert(format!("{slot}{}", fold(label)));
            if stretches.is_empty() || is_other || is_new {
                stretches.push((stretches.len(), 0));
                seen.clear();
                seen.insert(format!("{slot}{}", fold(label)));
                code = if own.is_empty() { code } else { own };
            }
            let votes = match statutory::plan(label) {
                Some(Plan::Cash) => 1,
                Some(Plan::Result) => -1,
                None => 0,
            };
            if let Some((at, sum)) = stretches.last_mut() {
                *sum += votes;
                places.push((record.line, *at));
            }
        }
        let header = self.column(Role::RowLabel).map_or("", |it| it.name.as_str());
        let told = fold(&format!("{} {name} {header}", self.header.title));
        let all: i64 = stretches.iter().map(|it| it.1).sum();
        let is_cash = ["finanzplan", "finanzhaush", "finanzrechn", "investition"].iter().any(|it| told.contains(it));
        let usual = if all > 0 || all == 0 && is_cash { Plan::Cash } else { Plan::Result };
        let plan = |votes: i64| match votes.signum() {
            1 => Plan::Cash,
            -1 => Plan::Result,
            _ => usual,
        };
        let plans: Vec<Plan> = stretches.iter().map(|it| plan(it.1)).collect();
        let of = |at: usize| plans.get(at).copied().unwrap_or_default();
        self.titled = titled;
        self.blocks = places.iter().map(|(line, at)| (*line, (of(*at), *at))).collect();
        self.plan = match (plans.contains(&Plan::Result), plans.contains(&Plan::Cash)) {
            (false, true) => Plans::Cash,
            (true, true) => Plans::Both,
            _ => Plans::Result,
        };
    }

    pub(super) fn body(&self) -> impl Iterator<Item = &'a Record> + use<'a> {
        let is_csv = self.table.dialect.separator.is_some();
        let width = self.header.names.len();
        let all = self.table.records.get(self.header.records..).unwrap_or_default();
        all.iter().filter(move |it| !is_csv || it.cells.len() <= width)
    }

    /// Whether a column is known and not needed.
    pub(super) fn is_ignored(&self, at: usize) -> bool {
        self.columns.iter().any(|it| it.at == at && it.role == Role::Ignored)
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
            columns.iter().map(|column| Tally::of(self.body().map(|it| self.table.written(it, column.at)))).collect();
        let all = tallies.iter().copied().fold(Tally::default(), Tally::and);
        let general = self.unit_of_all(&columns.iter().map(|it| it.at).collect());
        let general = general.filter(|it| *it > 1);
        let told = |column: &Column| column.unit.or(general);
        let fallback = self.preset.unit.map_or(1, NonZeroU32::get);
        if fallback > 1 && columns.iter().all(|it| told(it).is_none()) {
            self.warnings.push(format!("no unit in the file; preset {} takes {fallback} euros", self.preset.id));
        }
        let decide = |(column, own): (Column, Tally)| {
            let unit = told(&column).unwrap_or(fallback);
            (column, Numbers::decide(own, all, unit), unit)
        };
        let amounts: Vec<(Column, Numbers, u32)> = columns.into_iter().zip(tallies).map(decide).collect();
        // Figures in thousands were rounded one by one; the last digit printed says how far.
        for (column, numbers, unit) in amounts.iter().filter(|it| it.2 > 1) {
            let decimals = self.body().filter_map(|it| numbers.read(it.cell(column.at)).ok()??.decimals().into());
            let step = i64::from(*unit) * 100 / 10i64.saturating_pow(decimals.max().unwrap_or(0)).max(1);
            self.steps.insert(column.at, step);
        }
        amounts
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
        if self.is_tight { code::tight(cell) } else { code::digits(cell) }
    }
}

/// Whether a cell is a day: `2011-11-01`, `01.11.2010`, `01. Nov`, `Nov 10`.
pub(super) fn is_date(cell: &str) -> bool {
    let cell = cell.trim();
    let groups: Vec<&str> = cell.split(['.', '-', '/', ' ']).filter(|it| !it.is_empty()).collect();
    let number = |text: &str| text.parse::<u16>().ok().filter(|_| text.bytes().all(|it| it.is_ascii_digit()));
    let is_day = |text: &str| text.len() <= 2 && number(text).is_some_and(|it| (1..=31).contains(&it));
    let is_month = |text: &str| text.len() <= 2 && number(text).is_some_and(|it| (1..=12).contains(&it));
    let is_year = |text: &str| text.len() == 4 && number(text).is_some_and(|it| (1900..=2100).contains(&it));
    const MONTHS: [&str; 16] = [
        "jan", "feb", "mrz", "mär", "mar", "apr", "mai", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dez",
    ];
    let is_name = |text: &str| {
        let lower = text.to_lowercase();
        MONTHS.iter().any(|it| lower.starts_with(it)) && lower.chars().all(char::is_alphabetic) && lower.len() <= 9
    };
    match groups.as_slice() {
        [year, month, day] if is_year(year) && is_month(month) && is_day(day) => true,
        [day, month, year] if is_day(day) && is_month(month) && is_year(year) => true,
        [one, two] if is_name(two) && is_day(one) => true,
        [one, two] if is_name(one) && (is_day(two) || number(two).is_some_and(|it| it < 100)) => true,
        [one, two, year] if is_name(two) && is_day(one) => is_year(year) || year.len() == 2,
        _ => false,
    }
}
