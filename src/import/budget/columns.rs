//! Finds the header and what its columns hold (Spaltenzuordnung).

use std::collections::BTreeSet;

use super::super::header::{fold, unit, year};
use super::super::number::{Column as Numbers, Tally};
use super::super::table::Record;
use super::code::digits;
use super::part::Part;
use super::preset::{Preset, Role, embedded};
use super::statutory;
use super::words::{self, Kind};

/// A column and what it holds (Spalte).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place, from zero.
    pub at: usize,
    /// Its header.
    pub name: String,
    /// What it holds.
    pub role: Role,
    /// The year that its header names.
    pub year: Option<u16>,
    /// The kind that its header names.
    pub kind: Option<Kind>,
    /// What one unit is worth, if its header says so.
    pub unit: Option<u32>,
}

/// The header of a table (Tabellenkopf).
#[derive(Clone, Debug)]
pub struct Header {
    /// Line of its last row.
    pub line: u64,
    /// How many records stand up to its end.
    pub records: usize,
    /// Names of its columns.
    pub names: Vec<String>,
    /// What stands above it.
    pub title: String,
}

/// Records at the beginning among which the header is looked for.
const FIRST: usize = 40;
/// Records that show what a column holds.
const SAMPLE: usize = 300;

/// Rows of a header below its first: a kind, a year and a direction may each have one.
const MOST_BELOW: usize = 2;

/// Finds the header: the row, or up to three rows one above the other, with the most names that are known.
pub fn header(records: &[Record], presets: &[&Preset]) -> Option<Header> {
    let mut best: Option<(usize, usize, Vec<String>)> = None;
    for (at, record) in records.iter().take(FIRST).enumerate() {
        let own = record.cells.clone();
        let mut candidates = vec![(at + 1, own.clone())];
        // A title stands alone at the left and holds for no column.
        let is_title = record.cells.iter().filter(|it| !it.is_empty()).count() < 2 && !record.cell(0).is_empty();
        let below = records.get(at + 1..).unwrap_or_default().iter().take(MOST_BELOW);
        let mut names = own;
        for (below, end) in below.take_while(|it| !is_title && may_be_header(it)).zip(at + 2..) {
            names = merged(&names, below);
            candidates.push((end, names.clone()));
        }
        for (end, names) in candidates {
            let score = score(&names, presets);
            if score > best.as_ref().map_or(2, |it| it.0) {
                best = Some((score, end, names));
            }
        }
    }
    let (_, end, names) = best?;
    let title: Vec<&str> = records.iter().take(end).flat_map(|it| &it.cells).map(String::as_str).collect();
    let line = records.get(end.checked_sub(1)?)?.line;
    Some(Header { line, records: end, names, title: title.join(" ") })
}

/// How well a row serves as header: names that a preset knows count twice, amounts of a named year three times.
fn score(names: &[String], presets: &[&Preset]) -> usize {
    let one = |name: &String| {
        let has_words = name.contains(char::is_alphabetic) && year(name).is_some();
        match (presets.iter().any(|it| it.role(name).is_some()), measure(name)) {
            (_, Some(_)) if has_words => 3,
            (true, _) => 2,
            (false, Some(_)) => 1,
            (false, None) => 0,
        }
    };
    let scores: Vec<usize> = names.iter().map(one).filter(|it| *it > 0).collect();
    let has_measure = names.iter().any(|name| measure(name).is_some() || presets.iter().any(|it| is_measure(it, name)));
    // A title stands alone in its row.
    if has_measure && scores.len() > 1 { scores.iter().sum() } else { 0 }
}

fn is_measure(preset: &Preset, name: &str) -> bool {
    preset.role(name).is_some_and(|role| role.part().is_some())
}

/// A second header row holds years, units or words, but no amounts.
fn may_be_header(record: &Record) -> bool {
    let number =
        |cell: &&String| cell.contains(|it: char| it.is_ascii_digit()) && !cell.contains(|it: char| it.is_alphabetic());
    let is_year = |cell: &String| year(cell).is_some();
    record.cells.iter().filter(number).all(is_year)
}

/// Two header rows as one: a name of the upper row holds for the empty cells right of it.
fn merged(upper: &[String], lower: &Record) -> Vec<String> {
    let mut above = String::new();
    let width = upper.len().max(lower.cells.len());
    let name = |at: usize| {
        let own = upper.get(at).map_or("", String::as_str);
        if !own.is_empty() {
            above = own.to_owned();
        }
        match lower.cell(at) {
            "" => own.to_owned(),
            below if above.is_empty() => below.to_owned(),
            below => format!("{above} {below}"),
        }
    };
    (0..width).map(name).collect()
}

/// What a column of amounts holds by its header: role, kind and whether anything of the name is left over.
fn measure(name: &str) -> Option<(Role, Option<Kind>)> {
    let folded = fold(&without_numbers(name));
    if folded.is_empty() && year(name).is_none() {
        return None;
    }
    if let Some(role) = part_in(&folded).filter(|it| *it != Role::Balance) {
        let (kind, rest) = words::kind_in(&folded);
        return Some((role, kind.filter(|_| part_in(&rest).is_some())));
    }
    let (kind, rest) = words::kind_in(&folded);
    let rest = rest.trim_end_matches("eur").trim_end_matches("euro").trim_end_matches("in");
    if rest.is_empty() || ["haushalt", "hh", "jahr", "haushaltsjahr", "betrag", "wert", "werte"].contains(&rest) {
        let says_something = kind.is_some() || year(name).is_some();
        return says_something.then_some((Role::Amount, kind));
    }
    part_in(rest).map(|role| (role, kind))
}

/// A name without its digits, dates and units.
fn without_numbers(name: &str) -> String {
    let words = name.split(|it: char| it.is_whitespace() || matches!(it, '(' | ')' | '_' | '[' | ']' | '.' | ','));
    let kept = words.filter(|word| unit(word).is_none() && !["in", "angaben"].contains(&word.to_lowercase().as_str()));
    let kept: Vec<String> = kept.map(|word| word.replace(|it: char| it.is_ascii_digit() || it == '€', "")).collect();
    kept.join(" ")
}

/// The part of the budget that a folded name speaks of.
fn part_in(folded: &str) -> Option<Role> {
    let has = |words: &[&str]| words.iter().any(|it| folded.contains(it));
    let revenue = has(&["ertr", "einnahm", "revenue", "income"]);
    let expense = has(&["aufw", "ausgab", "expen", "kosten"]);
    Some(if has(&["abweich", "veraender", "differenz", "prozent", "anteil", "quote", "grad", "erlaeut"]) {
        return None;
    } else if has(&["verpflichtungserm"]) {
        Role::Ignored
    } else if has(&["interne", "ilv"]) {
        Role::Internal
    } else if has(&["ausserord", "sonderergebnis"]) {
        Role::Extraordinary
    } else if has(&["finanzierungst", "kredit", "tilgung"]) {
        Role::Financing
    } else if has(&["einzahl"]) && has(&["inv"]) {
        Role::InvestmentReceipts
    } else if has(&["auszahl", "ausgab"]) && has(&["inv"]) {
        Role::InvestmentPayments
    } else if has(&["einzahl", "auszahl"]) {
        Role::Cash
    } else if has(&["finanzergebnis"]) {
        Role::FinancialResult
    } else if has(&["finanzertr", "zinsertr"]) {
        Role::FinancialRevenue
    } else if has(&["finanzaufw", "zinsaufw", "zinsen"]) {
        Role::Interest
    } else if has(&["saldo", "zuschuss", "ueberschuss", "fehlbe", "netto"]) || (revenue && expense) {
        Role::Balance
    } else if revenue {
        Role::Revenue
    } else if expense {
        Role::Expense
    } else {
        return None;
    })
}

/// Gives every column its role: by the preset, by kind and year in its header, by the generic names, by its cells.
pub fn columns(header: &Header, records: &[Record], preset: &Preset) -> Vec<Column> {
    let generic = embedded().last();
    let sample = records.get(header.records..).unwrap_or_default();
    let sample = sample.get(..sample.len().min(SAMPLE)).unwrap_or_default();
    let mut found = Vec::new();
    for (at, name) in header.names.iter().enumerate() {
        let cells: Vec<&str> = sample.iter().map(|it| it.cell(at)).filter(|it| !it.is_empty()).collect();
        let measured = measure(name).filter(|_| is_numeric(&cells));
        let by_name = preset.role(name).or_else(|| generic.and_then(|it| it.role(name)));
        let by_name = match by_name {
            Some(role) if role.part().is_some() || role == Role::Direction || role == Role::Kind => {
                by_cells(role, &cells)
            }
            other => other,
        };
        let (role, kind) = match (by_name, measured) {
            // A year in the header: the column holds amounts of that year, whatever it is called.
            (Some(role), Some((_, kind))) if role.part().is_some() => (role, kind),
            (Some(role), _) => (role, None),
            (None, Some((role, kind))) => (role, kind),
            (None, None) => continue,
        };
        let year = if role.part().is_some() { year(name) } else { None };
        found.push(Column { at, name: name.clone(), role, year, kind, unit: unit(name) });
    }
    codes_before_names(&mut found, sample);
    find_direction(&mut found, header, sample);
    statutory::find(&mut found, header, sample);
    only_once(&mut found);
    result_is_balance(&mut found);
    inherit_years(&mut found);
    only_one_amount(&mut found);
    balance_is_amount(&mut found);
    found
}

/// Beside a column of codes, one called `Produkt` or `Produktbereich` that holds names is a label.
fn codes_before_names(columns: &mut [Column], sample: &[Record]) {
    let holds_codes = |column: &Column| {
        let cells = sample.iter().map(|it| it.cell(column.at)).filter(|it| !it.is_empty());
        let (codes, all) = cells.fold((0, 0), |(codes, all), it| (codes + usize::from(digits(it).is_some()), all + 1));
        codes * 2 > all
    };
    let label = |role: Role| match role {
        Role::Product | Role::Group => Some(Role::Label),
        Role::Area => Some(Role::AreaLabel),
        _ => None,
    };
    let coded: Vec<bool> = columns.iter().map(|it| label(it.role).is_some() && holds_codes(it)).collect();
    if coded.contains(&true) {
        for (column, _) in columns.iter_mut().zip(&coded).filter(|(_, is_coded)| !**is_coded) {
            column.role = label(column.role).unwrap_or(column.role);
        }
    }
}

/// Directions that a column may tell apart; one with more different cells holds labels.
const MOST_DIRECTIONS: usize = 8;

/// Finds a column of directions by its cells, if nothing else tells revenue from expense.
fn find_direction(columns: &mut Vec<Column>, header: &Header, sample: &[Record]) {
    let tells = [Role::Direction, Role::Revenue, Role::Expense];
    if columns.iter().any(|it| it.role.is_account() || tells.contains(&it.role)) {
        return;
    }
    let is_direction = |at: &usize| {
        let cells: BTreeSet<&str> = sample.iter().map(|it| it.cell(*at)).filter(|it| !it.is_empty()).collect();
        let several = 2..=MOST_DIRECTIONS;
        several.contains(&cells.len()) && cells.iter().all(|it| words::direction(it).is_some())
    };
    let free = |at: &usize| !columns.iter().any(|it| it.at == *at);
    if let Some(at) = (0..header.names.len()).filter(free).find(is_direction) {
        let name = header.names.get(at).cloned().unwrap_or_default();
        columns.push(Column { at, name, role: Role::Direction, year: None, kind: None, unit: None });
    }
}

/// Balances are amounts where a file gives nothing else and the account or a direction tells what they are.
fn balance_is_amount(columns: &mut [Column]) {
    let is_told = columns.iter().any(|it| it.role.is_account() || it.role == Role::Direction);
    let has_others = columns.iter().any(|it| it.role.part().is_some_and(|part| part != Part::Balance));
    if !has_others && is_told {
        for column in columns.iter_mut().filter(|it| it.role == Role::Balance) {
            column.role = Role::Amount;
        }
    }
}

/// The role of a name that means different things in different files, as its cells tell.
fn by_cells(role: Role, cells: &[&str]) -> Option<Role> {
    let most = |is: &dyn Fn(&str) -> bool| cells.iter().filter(|it| is(it)).count() * 2 > cells.len();
    if cells.is_empty() {
        return role.part().map(|_| role);
    }
    if most(&|it| words::direction(it).is_some()) {
        return Some(Role::Direction);
    }
    if most(&|it| words::kind_of(it).is_some()) {
        return Some(Role::Kind);
    }
    let is_code = |it: &str| it.len() <= 2 && !it.contains(['.', ',']);
    match role {
        Role::Direction | Role::Kind if is_numeric(cells) && !most(&is_code) => Some(Role::Amount),
        Role::Direction | Role::Kind => None,
        _ => is_numeric(cells).then_some(role),
    }
}

/// Whether half of the cells are numbers; so is a column without cells.
fn is_numeric(cells: &[&str]) -> bool {
    let reader = Numbers::decide(Tally::default(), Tally::default(), 1);
    cells.iter().filter(|it| reader.read(it).is_ok()).count() * 2 >= cells.len()
}

/// A text role is filled by the first column that claims it; the others are not needed.
fn only_once(columns: &mut [Column]) {
    let roles: Vec<Role> = columns.iter().map(|it| it.role).collect();
    for (at, column) in columns.iter_mut().enumerate() {
        let is_taken = roles.iter().take(at).any(|it| *it == column.role);
        if column.role.part().is_none() && is_taken {
            column.role = Role::Ignored;
        }
    }
}

/// Beside revenue and expense an amount of no part, such as `Ergebnis`, is their balance.
fn result_is_balance(columns: &mut [Column]) {
    let has = |role: Role| columns.iter().any(|it| it.role == role);
    if !(has(Role::Revenue) && has(Role::Expense)) {
        return;
    }
    let kinds = columns.iter().any(|it| it.role == Role::Revenue && it.kind.is_some());
    for column in columns.iter_mut().filter(|it| it.role == Role::Amount) {
        column.role = Role::Balance;
        column.kind = column.kind.filter(|_| kinds);
    }
}

/// A balance without year, next to columns that have one, belongs to them.
fn inherit_years(columns: &mut [Column]) {
    let mut last = None;
    let any = columns.iter().any(|it| it.year.is_some());
    for column in columns.iter_mut().filter(|it| it.role.part().is_some()) {
        if column.year.is_none() && any && matches!(column.role, Role::Balance | Role::Revenue | Role::Expense) {
            column.year = last;
        }
        last = column.year;
    }
}

/// Columns of amounts that say the same count once: the one that is called a sum, else the first.
///
/// Columns that break revenue or expense down, with no sum beside them, are added up.
fn only_one_amount(columns: &mut [Column]) {
    let is_sum = |name: &str| ["summe", "gesamt", "ordentliche"].iter().any(|it| fold(name).contains(it));
    let all = columns.to_vec();
    for column in columns.iter_mut().filter(|it| it.role.part().is_some()) {
        let same = |it: &&Column| (it.role, it.year, it.kind) == (column.role, column.year, column.kind);
        let alike: Vec<&Column> = all.iter().filter(same).collect();
        let sum = alike.iter().find(|it| is_sum(&it.name)).map(|it| it.at);
        let first = alike.first().map(|it| it.at);
        let is_breakdown = column.role != Role::Amount && column.role != Role::Balance;
        let chosen = if is_breakdown && alike.iter().any(|it| it.name != column.name) { sum } else { sum.or(first) };
        if alike.len() > 1 && chosen.is_some_and(|it| it != column.at) {
            column.role = Role::Repeated;
        }
    }
}
