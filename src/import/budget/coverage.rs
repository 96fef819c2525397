//! How much of a file was understood (Abdeckung): rows and absolute amounts, and from where on there is no total.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::columns::Column;
use super::lines::{Line, Slot};
use super::marks::{is_code_like, is_flag};
use super::measure::{kind_of_part, measure};
use super::part::Part;
use super::preset::Role;
use super::reader::Reader;
use super::report::Budget;
use super::understood::{Ignored, Missed, Size};
use super::words::{self, Kind};
use crate::header::{fold, is_change, title_year, year, years_ahead};
use crate::number::{Column as Numbers, Tally};
use crate::table::Record;

/// How much of a year and kind was understood (Abdeckung).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coverage {
    /// Rows with an amount of this year and kind, sums of the file not among them.
    pub rows: usize,
    /// Those that were understood.
    pub rows_understood: usize,
    /// Absolute amounts in euros; cells that are no number count as much as the average one.
    pub amount: f64,
    /// What of it was understood: counted, or left out by a rule that has a name.
    pub amount_understood: f64,
    /// Its share, from 0 to 1.
    pub share: f64,
    /// Columns with amounts that were not read.
    pub columns_not_understood: Vec<String>,
}

impl Coverage {
    /// The share of rows that was understood; all of none.
    pub fn share_of_rows(&self) -> f64 {
        if self.rows == 0 { 1.0 } else { self.rows_understood as f64 / self.rows as f64 }
    }

    /// In words: `8 of 9 rows and 99.5 % of the absolute amount were understood`.
    pub fn told(&self) -> String {
        // Never rounded up to the whole.
        let percent = (self.share * 1000.0).floor() / 10.0;
        format!("{percent} % of the absolute amount in {} of {} rows was understood", self.rows_understood, self.rows)
    }
}

impl Budget {
    /// How much of a year and kind was understood.
    pub fn coverage(&self, slot: Slot) -> Coverage {
        let Size { rows, unknown_rows, understood, unknown, count } =
            self.sizes.get(&slot).copied().unwrap_or_default();
        let here = |it: &&Missed| it.slot.is_none_or(|it| it == slot || it.year.is_none() && slot.year.is_some());
        let average = if count == 0 { 100.0 } else { understood as f64 / count as f64 };
        let mut missed = unknown as f64;
        let mut lines: HashSet<u64> = HashSet::new();
        for it in self.found.missed.iter().filter(here) {
            missed += it.money.map_or(average, |it| it.cents().unsigned_abs() as f64);
            lines.insert(it.line);
        }
        let of_slot = |it: &&Ignored| {
            it.year.is_none_or(|it| slot.year.is_none_or(|year| year == it)) && it.kind.is_none_or(|it| it == slot.kind)
        };
        let ignored: Vec<&Ignored> = self.found.ignored.iter().filter(of_slot).collect();
        missed += ignored.iter().map(|it| it.cents as f64).sum::<f64>();
        let all = understood as f64 + missed;
        Coverage {
            rows: rows + lines.len() + unknown_rows,
            rows_understood: rows,
            amount: all / 100.0,
            amount_understood: understood as f64 / 100.0,
            share: if all > 0.0 { understood as f64 / all } else { 1.0 },
            columns_not_understood: ignored.iter().map(|it| it.name.clone()).collect(),
        }
    }
}

/// Rows and absolute amounts by year and kind, in one pass.
pub fn sizes(lines: &[Line]) -> HashMap<Slot, Size> {
    let mut found: HashMap<Slot, Size> = HashMap::new();
    let mut of_line: Vec<(Slot, bool)> = Vec::new();
    for line in lines {
        of_line.clear();
        for amount in line.amounts.iter().filter(|it| it.part != Part::Balance) {
            let size = found.entry(amount.slot).or_default();
            let cents = u128::from(amount.money.cents().unsigned_abs());
            let is_known = !matches!(amount.part, Part::Unknown | Part::Signed);
            if is_known {
                size.understood += cents;
                size.count += usize::from(cents > 0);
            } else {
                size.unknown += cents;
            }
            // Amounts of one year stand side by side.
            match of_line.last_mut().filter(|it| it.0 == amount.slot) {
                Some(last) => last.1 |= is_known,
                None => of_line.push((amount.slot, is_known)),
            }
        }
        of_line.sort_unstable();
        of_line.dedup_by(|later, first| {
            let is_same = later.0 == first.0;
            first.1 |= is_same && later.1;
            is_same
        });
        for (slot, is_known) in &of_line {
            let size = found.entry(*slot).or_default();
            size.rows += usize::from(*is_known);
            size.unknown_rows += usize::from(!is_known);
        }
    }
    found
}

/// Words in headers of numbers that are no money.
const NO_MONEY: [&str; 32] = [
    "abweich",
    "veraend",
    "differenz",
    "quote",
    "anteil",
    "prozent",
    "index",
    "stellen",
    "anzahl",
    "menge",
    "einwohner",
    "seite",
    "zeile",
    "nummer",
    "schluessel",
    "konto",
    "kostenst",
    "jahr",
    "faktor",
    "hebesatz",
    "flaeche",
    "code",
    "plz",
    "ags",
    "kennzahl",
    "gliederung",
    "kapitel",
    "titelnr",
    "deckungskreis",
    "deckungsring",
    "datum",
    "version",
];

/// Short words that must be a word of the header.
const SHORT_NO_MONEY: [&str; 10] = ["id", "nr", "pos", "lfd", "kz", "kst", "ktr", "vzae", "ebene", "sort"];

/// Columns that nothing was read from although they hold amounts.
pub fn ignored(reader: &Reader<'_>, records: &[Record], used: &HashSet<usize>) -> Vec<Ignored> {
    let names = &reader.header.names;
    let width = records.iter().map(|it| it.cells.len()).max().unwrap_or(0).max(names.len());
    let parts = parts_of_year(reader, records, used);
    let is_told = |at: &usize| {
        is_other_kind(reader, *at) || is_rest(reader, records, *at, width) || is_turnover(reader, records, *at)
    };
    let unread = (0..width).filter(|at| !used.contains(at) && !parts.contains(at) && !is_told(at));
    let mut found: Vec<Ignored> = unread.filter_map(|at| unread_amounts(reader, records, at)).collect();
    found.extend(
        reader.columns.iter().filter(|it| it.role == Role::Repeated).filter_map(|it| differing(reader, records, it)),
    );
    found
}

/// Columns of quarters or months that add up to a column that was read, in every row: they say nothing more.
fn parts_of_year(reader: &Reader<'_>, records: &[Record], used: &HashSet<usize>) -> Vec<usize> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mae", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];
    let is_part = |name: &str| {
        let folded = fold(name);
        ["quartal", "vierteljahr"].iter().any(|it| folded.contains(it))
            || MONTHS.iter().chain(&["mrz", "maerz"]).any(|it| folded.starts_with(it))
    };
    let names = reader.header.names.iter().enumerate();
    let parts: Vec<usize> = names.filter(|(at, it)| !used.contains(at) && is_part(it)).map(|it| it.0).collect();
    if ![4, 12].contains(&parts.len()) {
        return Vec::new();
    }
    let add_up = |(column, numbers, unit): &(Column, Numbers, u32)| {
        let read = |record: &Record, at: usize| {
            numbers.read(record.cell(at)).ok().map(|it| it.and_then(|it| it.money(*unit)).unwrap_or_default().cents())
        };
        // Each part was rounded by itself.
        let fits = |record: &Record| {
            let whole = read(record, column.at)?;
            let sum = parts.iter().map(|at| read(record, *at)).sum::<Option<i64>>()?;
            Some((whole, sum.abs_diff(whole) <= parts.len() as u64))
        };
        let told: Vec<(i64, bool)> = records.iter().filter_map(fits).collect();
        told.iter().any(|it| it.0 != 0) && told.iter().all(|it| it.1)
    };
    if reader.amounts.iter().any(add_up) { parts } else { Vec::new() }
}

/// Whether a column holds a forecast beside what was planned or booked for the same year.
fn is_other_kind(reader: &Reader<'_>, at: usize) -> bool {
    let name = reader.header.names.get(at).map_or("", String::as_str);
    let is_kind = |it: &Column| matches!(it.kind, Some(Kind::Plan | Kind::Actual));
    let is_same = |it: &Column| year(name).is_none_or(|year| it.year.is_none_or(|it| it == year));
    words::is_forecast(name) && reader.amounts.iter().any(|it| is_kind(&it.0) && is_same(&it.0))
}

/// Whether a column is what is left of one that was read after another one (`Verfügbar`), in every row.
fn is_rest(reader: &Reader<'_>, records: &[Record], at: usize, width: usize) -> bool {
    const COLUMNS: usize = 40;
    let folded = fold(reader.header.names.get(at).map_or("", String::as_str));
    let is_called =
        ["verfuegbar", "restmittel", "restbudget", "verbleib", "nochfrei"].iter().any(|it| folded.contains(it));
    if !is_called {
        return false;
    }
    let is_less = |(column, numbers, unit): &(Column, Numbers, u32), other: usize| {
        let read = |record: &Record, at: usize| {
            numbers.read(record.cell(at)).ok().map(|it| it.and_then(|it| it.money(*unit)).unwrap_or_default().cents())
        };
        let fits = |record: &Record| {
            let (whole, less, rest) = (read(record, column.at)?, read(record, other)?, read(record, at)?);
            Some((rest, whole.abs_diff(less) == rest.unsigned_abs()))
        };
        let told: Vec<(i64, bool)> = records.iter().filter_map(fits).collect();
        told.iter().any(|it| it.0 != 0) && told.iter().all(|it| it.1)
    };
    let others = || (0..width.min(COLUMNS)).filter(|it| *it != at);
    reader.amounts.iter().any(|whole| others().filter(|it| *it != whole.0.at).any(|it| is_less(whole, it)))
}

/// Whether a column holds what was ordered and is neither planned nor booked: `Obligo`, `Mittelbindung`.
fn is_ordered(folded: &str) -> bool {
    ["obligo", "mittelbindung", "mittelvormerkung"].iter().any(|it| folded.starts_with(it))
}

/// Whether a column called a total is revenue and expense added together, in every row, as a pivot table prints it.
fn is_turnover(reader: &Reader<'_>, records: &[Record], at: usize) -> bool {
    let name = reader.header.names.get(at).map_or("", String::as_str);
    let sides: Vec<&(Column, Numbers, u32)> =
        reader.amounts.iter().filter(|it| matches!(it.0.role, Role::Revenue | Role::Expense)).collect();
    let has = |role: Role| sides.iter().filter(|it| it.0.role == role).count() == 1;
    if !fold(name).starts_with("gesamt") || !has(Role::Revenue) || !has(Role::Expense) {
        return false;
    }
    let fits = |record: &Record| {
        let read = |at: usize, (_, numbers, unit): &(Column, Numbers, u32)| {
            numbers.read(record.cell(at)).ok().map(|it| it.and_then(|it| it.money(*unit)).unwrap_or_default().cents())
        };
        let sum = sides.iter().map(|it| read(it.0.at, it)).sum::<Option<i64>>()?;
        Some((sum, sides.first().and_then(|it| read(at, it))? == sum))
    };
    let told: Vec<(i64, bool)> = records.iter().filter_map(fits).collect();
    told.iter().any(|it| it.0 != 0) && told.iter().all(|it| it.1)
}

/// Whether a column compares two others: what stands in it is no money of its own.
fn is_comparison(folded: &str) -> bool {
    ["abweich", "vergleich", "differenz", "mehrweniger", "mehroderweniger"].iter().any(|it| folded.contains(it))
}

/// The year that `Ansatz Vorjahr` means in a budget of a known year.
fn last_year(folded: &str, budget: Option<u16>) -> Option<u16> {
    let back = 1 + u16::try_from(folded.matches("vorvorjahr").count()).ok()?;
    budget?.checked_sub(back).filter(|_| folded.contains("vorjahr"))
}

/// Whether a column holds more than a percentage or a share can be.
fn is_more_than_percent(records: &[Record], at: usize) -> bool {
    const WHOLE: i64 = 10_000;
    let cells = || records.iter().map(|it| it.cell(at)).filter(|it| !it.is_empty());
    let numbers = Numbers::decide(Tally::of(cells()), Tally::default(), 1);
    cells().filter_map(|it| numbers.read(it).ok().flatten()?.money(1)).any(|it| it.cents().abs() > WHOLE)
}

/// The amounts of a column without a role; none if it holds texts, codes, flags, shares or years.
fn unread_amounts(reader: &Reader<'_>, records: &[Record], at: usize) -> Option<Ignored> {
    let name = reader.header.names.get(at).map_or("", String::as_str);
    let folded = fold(name);
    let parts = name.split(|it: char| !it.is_alphanumeric()).map(fold);
    let is_no_money = NO_MONEY.iter().any(|it| folded.contains(it))
        || parts.into_iter().any(|it| SHORT_NO_MONEY.contains(&it.as_str()))
        || name.contains('%');
    // Where the title says which year the budget is of, last year's column is of another one.
    let budget = title_year(&reader.header.above);
    let told_year = year(name)
        .or_else(|| last_year(&folded, budget))
        .or_else(|| years_ahead(name).and_then(|it| budget?.checked_add(it)));
    // `Ansatz Vorjahr` holds money, and nobody knows of which year.
    let is_no_money = is_no_money && measure(name).is_none() && words::kind_in(&folded).0.is_none();
    // `Anteilig` above more than percent: what is to be paid of a whole beside it.
    let is_no_money = is_no_money && !(folded.contains("anteil") && is_more_than_percent(records, at));
    if is_no_money && told_year.is_none()
        || name.contains('%')
        || words::is_rate(name)
        || is_comparison(&folded)
        || is_ordered(&folded)
        || is_change(name)
    {
        return None;
    }
    // Beside a balance with its side, turnovers in debit and credit are what it is made of.
    if reader.has(Role::Side) && ["soll", "haben", "umsatz"].iter().any(|it| folded.contains(it)) {
        return None;
    }
    let cells: Vec<&str> = records.iter().map(|it| it.cell(at)).filter(|it| !it.is_empty()).collect();
    let numbers = Numbers::decide(Tally::of(cells.iter().copied()), Tally::default(), 1);
    let amounts: Vec<u128> = cells
        .iter()
        .filter_map(|it| numbers.read(it).ok().flatten()?.money(1))
        .map(|it| u128::from(it.cents().unsigned_abs()))
        .collect();
    let is_numeric = amounts.len() * 5 >= cells.len() * 4 && !amounts.is_empty();
    let cents: u128 = amounts.iter().sum();
    let is_amount = told_year.is_some() || !is_code_like(&cells) && !is_flag(&cells);
    let name = if name.is_empty() { format!("column {}", at + 1) } else { name.to_owned() };
    let kind = kind_of_part(&name);
    (is_numeric && is_amount && cents > 0).then_some(Ignored { name, year: told_year, kind, cents })
}

/// What a column that should repeat another one says otherwise; none if it repeats it, or is a part of a sum beside it.
fn differing(reader: &Reader<'_>, records: &[Record], column: &Column) -> Option<Ignored> {
    let original = column.repeats?;
    let kept = reader.columns.iter().find(|it| it.at == original)?;
    let (_, numbers, unit) = reader.amounts.iter().find(|it| it.0.at == kept.at)?;
    let read = |record: &Record, at: usize| {
        numbers.read(record.cell(at)).ok().flatten().and_then(|it| it.money(*unit)).map_or(0, |it| it.cents())
    };
    let is_sum = ["summe", "gesamt", "ordentliche"].iter().any(|it| fold(&kept.name).contains(it));
    let mut cents = 0u128;
    for record in records.iter().filter(|it| reader.raw_code(it).is_some()) {
        let (own, other) = (read(record, column.at), read(record, kept.at));
        let is_part = is_sum && own.unsigned_abs() <= other.unsigned_abs();
        if own != other && !is_part {
            cents += u128::from(own.unsigned_abs());
        }
    }
    let year = last_year(&fold(&column.name), title_year(&reader.header.above)).or(column.year);
    (cents > 0).then(|| Ignored { name: column.name.clone(), year, kind: column.kind, cents })
}
