//! What the columns under a header hold (Spaltenzuordnung).

use std::collections::{BTreeMap, BTreeSet};

use super::code::digits;
use super::heading::Header;
use super::marks::is_flag;
use super::measure::{is_bare_unit, measure};
use super::named;
use super::part::Part;
use super::preset::{Preset, Role, embedded};
use super::season::{self, Season, season};
use super::statutory::{self, Plan, Row};
use super::words::{self, Kind};
use crate::header::{fold, is_change, title_year, unit, year, years_ahead};
use crate::number::{Column as Numbers, Tally};
use crate::table::Record;

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
    /// The place of the column that says the same already.
    pub repeats: Option<usize>,
}

/// Records that show what a column holds.
const SAMPLE: usize = 300;

/// Gives every column its role: by the preset, by kind and year in its header, by the generic names, by its cells.
pub fn columns(header: &Header, records: &[Record], preset: &Preset) -> Vec<Column> {
    let generic = embedded().last();
    let sample = records.get(header.records..).unwrap_or_default();
    let sample = sample.get(..sample.len().min(SAMPLE)).unwrap_or_default();
    let has_credit = header.names.iter().any(|it| is_credit(it));
    let budget = title_year(&header.above);
    let mut found = Vec::new();
    for (at, name) in header.names.iter().enumerate() {
        let cells: Vec<&str> = sample.iter().map(|it| it.cell(at)).filter(|it| !it.is_empty()).collect();
        if (is_change(name) || words::is_forecast(name) || words::is_rate(name)) && is_numeric(&cells) {
            continue;
        }
        // Beside `Haben`, `Soll` is debit and no plan: neither alone is an amount.
        if has_credit && is_debit(name) && is_numeric(&cells) {
            continue;
        }
        // Without the year of the budget nobody knows which year `Plan HJ+1` is.
        let ahead = years_ahead(name).filter(|_| is_numeric(&cells));
        let later = ahead.and_then(|it| budget?.checked_add(it));
        if ahead.is_some() && later.is_none() {
            continue;
        }
        let measured = measure(name).filter(|_| is_numeric(&cells));
        if holds_kinds(&cells) {
            found.push(Column {
                at,
                name: name.clone(),
                role: Role::Kind,
                year: None,
                kind: None,
                unit: None,
                repeats: None,
            });
            continue;
        }
        let by_name = preset.role(name).or_else(|| generic.and_then(|it| it.role(name)));
        // `TEUR` above the codes is a unit for all figures.
        let by_name = by_name.or_else(|| (is_bare_unit(name) && are_codes(&cells)).then_some(Role::Product));
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
        let year = if role.part().is_some() { year(name).or(later) } else { None };
        found.push(Column { at, name: name.clone(), role, year, kind, unit: unit(name), repeats: None });
    }
    codes_before_names(&mut found, sample);
    best_kind_first(&mut found, sample);
    find_direction(&mut found, header, sample);
    find_labels(&mut found, header, sample);
    only_once(&mut found);
    marks_are_no_amounts(&mut found, sample);
    result_is_balance(&mut found);
    inherit_years(&mut found);
    whole_years(&mut found);
    only_one_amount(&mut found);
    balance_is_amount(&mut found);
    found
}

/// Whether a header names the debit side alone: `Soll`, `Soll 2026`.
fn is_debit(name: &str) -> bool {
    let folded = fold(name);
    folded.contains("soll") && !folded.contains("haben")
}

/// Whether a header names the credit side alone: `Haben`, `Haben 2026`.
pub fn is_credit(name: &str) -> bool {
    let folded = fold(name);
    folded.contains("haben") && !folded.contains("soll") && !folded.contains("vorhaben")
}

/// Whether every cell is a word for a kind, whatever the header says: `Ansatz`, `Ist`, `Vorl. RE`.
fn holds_kinds(cells: &[&str]) -> bool {
    !cells.is_empty() && cells.iter().all(|it| words::is_kind_word(it))
}

/// Of several columns of kinds the one that tells most of them apart counts.
fn best_kind_first(columns: &mut [Column], sample: &[Record]) {
    let kinds = |column: &Column| {
        let found: BTreeSet<Kind> = sample.iter().filter_map(|it| words::kind_of(it.cell(column.at))).collect();
        found.len()
    };
    let best = columns.iter().filter(|it| it.role == Role::Kind).rev().max_by_key(|it| kinds(it)).map(|it| it.at);
    for column in columns.iter_mut().filter(|it| it.role == Role::Kind && Some(it.at) != best) {
        column.role = Role::Ignored;
    }
}

/// Few small whole numbers that come again and again are marks: beside real amounts they are none.
fn marks_are_no_amounts(columns: &mut [Column], sample: &[Record]) {
    let is_mark = |column: &Column| {
        let cells: Vec<&str> = sample.iter().map(|it| it.cell(column.at)).filter(|it| !it.is_empty()).collect();
        column.role.part().is_some() && column.year.is_none() && is_flag(&cells)
    };
    let marks: BTreeSet<usize> = columns.iter().filter(|it| is_mark(it)).map(|it| it.at).collect();
    let has = |is: fn(Role) -> bool| columns.iter().any(|it| is(it.role) && !marks.contains(&it.at));
    let (has_amounts, has_parts) = (has(|it| it == Role::Amount), has(|it| it.part().is_some()));
    for column in columns.iter_mut().filter(|it| marks.contains(&it.at)) {
        // Revenue and expense may be small; a column of no part beside them is a mark.
        if has_amounts || has_parts && matches!(column.role, Role::Amount | Role::Balance) {
            column.role = Role::Ignored;
        }
    }
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
        let rows: Vec<&str> = cells.iter().copied().collect();
        several.contains(&cells.len())
            && known_rows(&rows) == 0
            && cells.iter().all(|it| words::direction(it).is_some())
    };
    let free = |at: &usize| !columns.iter().any(|it| it.at == *at);
    if let Some(at) = (0..header.names.len()).filter(free).find(is_direction) {
        let name = header.names.get(at).cloned().unwrap_or_default();
        columns.push(Column { at, name, role: Role::Direction, year: None, kind: None, unit: None, repeats: None });
    }
}

/// Finds the column of labels of the scheme, if nothing else tells revenue from expense.
fn find_labels(columns: &mut Vec<Column>, header: &Header, sample: &[Record]) {
    let tells = [Role::Direction, Role::Revenue, Role::Expense, Role::RowLabel];
    if columns.iter().any(|it| it.role.is_account() || tells.contains(&it.role)) {
        return;
    }
    let width = sample.iter().map(|it| it.cells.len()).max().unwrap_or(0);
    let cells = |at: usize| sample.iter().map(|it| it.cell(at)).filter(|it| !it.is_empty()).collect::<Vec<_>>();
    let candidates = (0..width).map(|at| (known_rows(&cells(at)), at)).filter(|it| it.0 > 0);
    let Some((_, best)) = candidates.rev().max_by_key(|it| it.0) else { return };
    columns.retain(|it| it.at != best);
    let name = header.names.get(best).cloned().unwrap_or_default();
    columns.push(Column { at: best, name, role: Role::RowLabel, year: None, kind: None, unit: None, repeats: None });
    // Numbers 01 to 29, in Hessen 10 to 300, before the labels are no product codes; titles may stand between them.
    let small = |at: usize| {
        let cells = || sample.iter().map(|it| it.cell(at)).filter(|it| !it.is_empty());
        let numbers = || cells().filter_map(|it| it.trim_end_matches('.').parse::<u16>().ok());
        numbers().count() * 2 > cells().count() && numbers().all(|it| it <= 400) || cells().count() == 0
    };
    if let Some(before) = best.checked_sub(1).filter(|at| small(*at)) {
        columns.retain(|it| it.at != before || it.year.is_some());
    }
}

/// How many cells are rows of the statutory scheme; none of them where these are directions or a few words at random.
fn known_rows(cells: &[&str]) -> usize {
    let is_part = |it: &&&str| {
        [Plan::Result, Plan::Cash]
            .iter()
            .any(|plan| matches!(statutory::row(it, *plan), Some(Row::Part(_) | Row::Subtotal(_))))
    };
    let known = cells.iter().filter(is_part).count();
    let distinct: BTreeSet<&str> = cells.iter().copied().collect();
    let of = |is: &dyn Fn(&str) -> bool| distinct.iter().filter(|it| is(it)).count();
    let (rows, named) = (of(&|it| is_part(&&it)), of(&statutory::is_named));
    if rows >= 3 && named >= 1 && known * 3 > cells.len() { known } else { 0 }
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
    if !is_numeric(cells) && known_rows(cells) > 0 && cells.iter().collect::<BTreeSet<_>>().len() > 2 {
        return Some(Role::RowLabel);
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

/// Whether cells are numbers of products, which an amount never is: one of them begins with a nought.
fn are_codes(cells: &[&str]) -> bool {
    let is_number = |it: &&str| it.bytes().all(|it| it.is_ascii_digit());
    cells.iter().all(is_number) && cells.iter().any(|it| it.len() > 1 && it.starts_with('0'))
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
    // Commitments for later years (VE) are none.
    let is_open = |it: &&mut Column| it.role == Role::Amount && it.kind != Some(Kind::Commitment);
    for column in columns.iter_mut().filter(is_open) {
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

/// Kind and part of a year that a header tells.
type Told = (Option<Kind>, Option<Season>);

/// Keeps columns of parts of a year where all of them stand there and nothing else says the year; leaves the others unread.
fn whole_years(columns: &mut Vec<Column>) {
    let told: Vec<Option<Season>> = columns.iter().map(|it| season(&it.name)).collect();
    let mut of: BTreeMap<(Role, Option<u16>), Vec<Told>> = BTreeMap::new();
    for (column, season) in columns.iter().zip(&told) {
        of.entry((column.role, column.year)).or_default().push((column.kind, *season));
    }
    let mut told = told.into_iter();
    columns.retain(|column| {
        let is_part = told.next().flatten().is_some();
        if column.role.part().is_none() || !is_part {
            return true;
        }
        let same = of.get(&(column.role, column.year)).map(Vec::as_slice).unwrap_or_default();
        let is_whole = |(kind, season): &Told| {
            season.is_none() && (column.kind.is_none() || kind.is_none() || *kind == column.kind)
        };
        let parts: Vec<Season> = same.iter().filter(|it| it.0 == column.kind).filter_map(|it| it.1).collect();
        !same.iter().any(is_whole) && season::is_whole(&parts)
    });
}

/// Columns of amounts that say the same count once: the one that is called a sum, else the first.
///
/// Columns that break revenue or expense down, with no sum beside them, are added up.
fn only_one_amount(columns: &mut [Column]) {
    // All parts of a year are added.
    let is_part = |it: &Column| season(&it.name).is_some();
    let all: Vec<Column> = columns.iter().filter(|it| !is_part(it)).cloned().collect();
    for column in columns.iter_mut().filter(|it| it.role.part().is_some() && !is_part(it)) {
        let same = |it: &&Column| (it.role, it.year, it.kind) == (column.role, column.year, column.kind);
        let alike: Vec<&Column> = all.iter().filter(same).collect();
        let sum = alike.iter().find(|it| named::is_sum(&it.name)).or(alike.iter().find(|it| is_whole(&it.name)));
        let sum = sum.map(|it| it.at);
        let first = alike.first().map(|it| it.at);
        // A draft and what was decided are the same money twice.
        let are_versions = alike.iter().any(|it| is_version(&it.name));
        let is_breakdown = column.role != Role::Amount && column.role != Role::Balance && !are_versions;
        let chosen = if is_breakdown && alike.iter().any(|it| it.name != column.name) { sum } else { sum.or(first) };
        if alike.len() > 1 && chosen.is_some_and(|it| it != column.at) {
            (column.role, column.repeats) = (Role::Repeated, chosen);
        }
    }
}

/// Whether a header says revenue or expense and nothing more: what stands beside it is a part of it, or something else.
fn is_whole(name: &str) -> bool {
    let letters: String = fold(name).chars().filter(|it| !it.is_ascii_digit()).collect();
    let (_, rest) = words::kind_in(&letters);
    ["ertrag", "ertraege", "aufwand", "aufwendungen", "einnahmen", "ausgaben"].contains(&rest.as_str())
}

/// Whether a header names a stage of the budget or somebody else's: `Erträge 2026 (Entwurf)`, `Aufwendungen Beschluss`,
/// `Eigenbetriebe Ertrag 2026`.
fn is_version(name: &str) -> bool {
    let folded = fold(name);
    const OTHERS: [&str; 6] = ["kernhaushalt", "kernverwaltung", "eigenbetrieb", "sondervermoeg", "konzern", "gmbh"];
    let is_town = |it: &str| it.ends_with("stadt") || it.ends_with("kreis") || it.starts_with("gemeinde");
    if OTHERS.iter().any(|it| folded.contains(it)) || name.split_whitespace().any(|it| is_town(&fold(it))) {
        return true;
    }
    ["entwurf", "beschluss", "beschlossen", "lesung", "eckwert", "vorschlag", "anmeldung"]
        .iter()
        .any(|it| folded.contains(it))
}
