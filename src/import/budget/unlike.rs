//! What makes a file of the right shape no budget (kein Haushalt): a list of changes, rows that count things instead of euros,
//! factors, rows that are taken back, a foreign chart without its name.

use std::collections::HashSet;

use super::account::{self, Told};
use super::foreign;
use super::part::Part;
use super::preset::Role;
use super::reader::Reader;
use super::statutory::{self, Plan};
use crate::header::fold;
use crate::report::{Refusal, shown};
use crate::table::Record;

/// Titles of lists of changes: their rows are those that differ, or the differences.
const CHANGES: [&str; 7] = [
    "aenderungsliste",
    "veraenderungsliste",
    "aenderungsverzeichnis",
    "veraenderungsnachweis",
    "aenderungsnachweis",
    "aenderungsantraege",
    "aenderungsantrag",
];

/// Beginnings of headings over rows that count things.
const FIGURES: [&str; 12] = [
    "kennzahl",
    "zieleundkennzahl",
    "grundzahl",
    "leistungsdaten",
    "leistungszahl",
    "leistungsmenge",
    "leistungskennzahl",
    "strukturdaten",
    "statistische",
    "fallzahl",
    "mengendaten",
    "mengengeruest",
];

/// Why the sums of a file are none of a budget, each with the next step.
pub fn unlike(reader: &Reader<'_>) -> Vec<String> {
    [
        of_changes(&reader.header.above),
        of_figures(reader),
        of_cancelled(reader),
        of_factors(reader),
        of_parts_in_names(reader),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A title that speaks of a list of changes.
fn of_changes(title: &str) -> Option<String> {
    let folded = fold(title);
    let word = CHANGES.iter().find(|it| folded.contains(**it))?;
    Some(format!(
        "the title speaks of a list of changes (`{}`, {word}): its rows are those that differ, and no whole budget. Next \
         step: give the budget itself",
        shown(title.trim())
    ))
}

/// Amounts below a heading of key figures, in a table that does not say by its rows what is money.
fn of_figures(reader: &Reader<'_>) -> Option<String> {
    if reader.is_scheme || reader.figures.is_empty() {
        return None;
    }
    let holds = |it: &&Record| {
        reader.figures.contains(&it.line) && reader.amounts.iter().any(|(column, ..)| !it.cell(column.at).is_empty())
    };
    let first = reader.body().find(holds)?;
    Some(format!(
        "the rows from line {} on stand below a heading of key figures (Kennzahlen), which are no euros. Next step: delete \
         these rows, or the heading if they are amounts",
        first.line
    ))
}

/// Words in cells of their own that take a row back.
const CANCELLED: [&str; 13] = [
    "geloescht",
    "storniert",
    "gestrichen",
    "entfaellt",
    "entfallen",
    "ungueltig",
    "inaktiv",
    "abgelehnt",
    "zurueckgezogen",
    "deleted",
    "cancelled",
    "rejected",
    "verworfen",
];

/// Rows that a cell of their own takes back: nobody says whether the others were made up without them.
fn of_cancelled(reader: &Reader<'_>) -> Option<String> {
    let holds = |it: &Record| reader.amounts.iter().any(|(column, ..)| !it.cell(column.at).is_empty());
    // A product may be called so.
    let is_named = |at: usize| {
        let names = [Role::Label, Role::AreaLabel, Role::AccountLabel, Role::RowLabel];
        reader.columns.iter().any(|it| it.at == at && (names.contains(&it.role) || it.role.part().is_some()))
    };
    let columns: Vec<usize> = (0..reader.header.names.len()).filter(|at| !is_named(*at)).collect();
    // Most cells need no closer look.
    let may_be = |it: &str| {
        let begin = it.as_bytes().get(..3).filter(|_| (7..20).contains(&it.len()));
        begin.is_some_and(|begin| {
            CANCELLED.iter().any(|word| word.as_bytes().get(..3).is_some_and(|it| it.eq_ignore_ascii_case(begin)))
        })
    };
    let is_word = |it: &&str| may_be(it) && CANCELLED.contains(&fold(it).as_str());
    let word = |it: &Record| columns.iter().map(|at| it.cell(*at)).find(is_word).map(str::to_owned);
    let (line, word) = reader.body().filter(|it| holds(it)).find_map(|it| Some((it.line, word(it)?)))?;
    Some(format!(
        "line {line} says of itself that it is `{word}`, beside rows that hold. Next step: delete such rows, or the column \
         if they hold all the same"
    ))
}

/// A column of factors (`Skalierung`) that are not one: amounts are worth a multiple of what stands there.
fn of_factors(reader: &Reader<'_>) -> Option<String> {
    const NAMES: [&str; 7] =
        ["skalier", "multiplik", "groessenordnung", "zehnerpotenz", "scale", "exponent", "scalefactor"];
    let names = reader.header.names.iter().enumerate();
    let is_factor = |it: &str| NAMES.iter().any(|name| it.contains(name)) || it == "faktor" || it == "einheitsfaktor";
    let columns = names.filter(|it| is_factor(&fold(it.1)));
    let is_one = |it: &str| ["", "1", "1,0", "1.0", "1,00"].contains(&it);
    let holds = |at: usize| reader.body().find(|it| !is_one(it.cell(at)));
    let (name, record) = columns.filter_map(|(at, name)| Some((name, holds(at)?))).next()?;
    Some(format!(
        "column `{}` holds factors that the amounts are to be multiplied with (line {}). Next step: give the amounts in \
         euros and leave the column out",
        shown(name),
        record.line
    ))
}

/// Rows of one key of which a name says behind a comma that it is a part: `Innere Verwaltung, davon Personal`.
fn of_parts_in_names(reader: &Reader<'_>) -> Option<String> {
    let key = |it: &Record| (reader.raw_code(it), reader.account(it).map(str::to_owned));
    let is_part = |it: &&Record| {
        let words = [", davon ", ": davon ", " - davon ", " – davon ", ", darunter ", " (davon ", " (darunter "];
        let names = [Role::Label, Role::AccountLabel].map(|role| reader.cell(it, role));
        // One letter tells most names apart from these.
        let speaks = |it: &&str| it.contains("da") && (it.contains("davon ") || it.contains("darunter "));
        names.iter().filter(|it| speaks(it)).any(|it| words.iter().any(|word| it.contains(word)))
    };
    let parts: Vec<&Record> = reader.body().filter(is_part).collect();
    let keys: HashSet<_> = parts.iter().map(|it| key(it)).collect();
    let wholes: HashSet<_> = match keys.is_empty() {
        true => HashSet::new(),
        false => reader.body().filter(|it| !is_part(it)).map(key).filter(|it| keys.contains(it)).collect(),
    };
    let line = parts.into_iter().find(|it| wholes.contains(&key(it)))?.line;
    Some(format!(
        "the name in line {line} speaks of a part (`davon`) of what may stand in another row of the same key. Next step: let \
         the name begin with `davon` if it is a part, or leave the word out if the row is one of its own"
    ))
}

impl Reader<'_> {
    /// Expense in class 3 and revenue in class 4, by directions, columns or names: the Swiss chart without its name.
    pub(super) fn refuse_swiss(&self, told: &[Told<'_>]) -> Result<(), Refusal> {
        let mut sides = account::sides(told);
        let mut add = |account: &str, part: Part| {
            let Some(class) = account.chars().next() else { return };
            let (earned, cost) = sides.entry(class).or_default();
            *(if part.is_revenue() { earned } else { cost }) += 1;
        };
        for (account, part) in told.iter().filter_map(|it| Some((it.account, it.direction?))).filter(|it| it.1.counts())
        {
            add(account, part);
        }
        let has_both = self.has(Role::Revenue) && self.has(Role::Expense);
        for record in self.body().filter(|_| has_both) {
            let Some(account) = self.account(record) else { continue };
            let holds = |role: Role| {
                let of = self.amounts.iter().filter(|it| it.0.role == role);
                of.filter_map(|(column, numbers, unit)| numbers.read(record.cell(column.at)).ok()??.money(*unit))
                    .any(|it| !it.is_zero())
            };
            match (holds(Role::Revenue), holds(Role::Expense)) {
                (true, false) => add(account, Part::OrdinaryRevenue),
                (false, true) => add(account, Part::OrdinaryExpense),
                _ => {}
            }
        }
        let of = |class: char| sides.get(&class).copied().unwrap_or_default();
        // Loans that are repaid stand in class 3 of the German charts, beside expense in class 5, 6 or 7.
        let german: usize = ['5', '6', '7'].into_iter().map(|it| of(it).1).sum();
        match foreign::country(&sides).filter(|_| of('3').1 > german && of('3').0 == 0 && of('4').1 == 0) {
            Some(country) => Err(Refusal::new(country)),
            None => Ok(()),
        }
    }

    /// Lines below a heading of key figures, up to the next heading or the next row of the scheme.
    pub(super) fn lines_of_figures(&self) -> HashSet<u64> {
        let is_bare = |it: &Record| self.amounts.iter().all(|(column, ..)| it.cell(column.at).is_empty());
        let mut is_below = false;
        let mut found = HashSet::new();
        for record in self.body() {
            if let Some(heading) = record.cells.iter().find(|it| !it.is_empty()).filter(|_| is_bare(record)) {
                let folded = fold(heading);
                is_below = FIGURES.iter().any(|it| folded.starts_with(it));
            } else if is_below {
                let label = self.cell(record, Role::RowLabel);
                let is_row = [Plan::Result, Plan::Cash].iter().any(|it| statutory::row(label, *it).is_some());
                is_below = !is_row;
                if is_below {
                    found.insert(record.line);
                }
            }
        }
        found
    }
}

/// Whether a cell says that its row counts things: `Anzahl der Schülerinnen`, `Zahl der Klassen`.
pub fn counts_things(cell: &str) -> bool {
    // Most names need no closer look.
    if !["ahl", "AHL"].iter().any(|it| cell.contains(it)) {
        return false;
    }
    let mut words = cell.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(fold);
    match (words.next().as_deref(), words.next().as_deref()) {
        (Some("anzahl"), _) => true,
        // `Schülerzahl`, `Einwohnerzahl`.
        (Some(word), _) if word.len() > 4 && word.ends_with("zahl") => true,
        (Some("zahl"), Some("der" | "an")) => true,
        _ => false,
    }
}
