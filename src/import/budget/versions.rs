//! Rows that stand in a file more than once and are told apart by one column (Fassungen): drafts, kinds, years and their parts,
//! companies. Adding them up would count the same money twice.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::preset::Role;
use super::reader::Reader;
use super::season;
use super::words;
use crate::header::{fold, year};
use crate::table::Record;

/// Different values that such a column may have: twelve months and a year.
const MOST: usize = 13;
/// Columns that are looked at.
const COLUMNS: usize = 200;
/// Rows of one thing from which on all of them standing under every value is no chance.
const FEWEST: usize = 3;

/// Words of stages and variants, in the header or in every cell.
const WORDS: [&str; 20] = [
    "entwurf",
    "beschluss",
    "stufe",
    "version",
    "fassung",
    "variante",
    "szenario",
    "stand",
    "vorschlag",
    "antrag",
    "nachtrag",
    "lesung",
    "alt",
    "neu",
    "eckwert",
    "anmeldung",
    "sperre",
    "uebertragung",
    "haushaltsrest",
    "ansatz",
];

/// Headers of columns that tell whose budget a row is of, whichever rows they are.
const COMPANIES: [&str; 6] =
    ["mandant", "buchungskreis", "gesellschaft", "konzerngesellschaft", "betriebsteil", "rechtstraeger"];

/// Headers of columns of parts of a year, and how many parts one has.
const SEASONS: [(&str, usize); 6] =
    [("monat", 12), ("periode", 12), ("buchungsperiode", 12), ("buchungsmonat", 12), ("quartal", 4), ("halbjahr", 2)];

/// Headers of columns whose rows are parts of the same thing, however often they come again.
const PARTS: [&str; 14] = [
    "kostenart",
    "aufwandsart",
    "ertragsart",
    "konto",
    "gruppe",
    "position",
    "kategorie",
    "bezeichnung",
    "massnahme",
    "kostenst",
    "text",
    "einrichtung",
    "standort",
    "schule",
];

/// Why the rows of a file must not be added, if one column tells apart what stands in it more than once (Entwurf, Beschluss).
pub fn versions(reader: &Reader<'_>, records: &[Record], used: &HashSet<usize>) -> Option<String> {
    let is_amount: HashSet<usize> = reader.amounts.iter().map(|it| it.0.at).collect();
    let is_kind = |at: usize| reader.column(Role::Kind).is_some_and(|it| it.at == at);
    let is_free = |at: &usize| !used.contains(at) || reader.is_ignored(*at) || is_kind(*at);
    let free: Vec<usize> =
        (0..reader.header.names.len()).filter(is_free).filter(|it| !is_amount.contains(it)).collect();
    // A handful of columns: each is held against all others.
    free.iter().take(COLUMNS).find_map(|at| {
        let name = reader.header.names.get(*at)?;
        let values = few_values(records, *at)?;
        let folded = fold(name);
        if COMPANIES.contains(&folded.as_str()) && values.len() > 1 {
            return Some(format!(
                "column `{name}` tells budgets of several companies apart, which must not be added. Next step: keep the rows \
                 of the town alone, or delete the column if all of them are its own"
            ));
        }
        match seasons(&folded, &values) {
            Seasons::Whole => return None,
            Seasons::Some => {
                return Some(format!(
                    "column `{name}` names parts of a year that are not one whole year. Next step: keep the rows of the whole \
                     year, or of all its parts and nothing else"
                ));
            }
            Seasons::None => {}
        }
        tells_twins(reader, records, (*at, is_kind(*at)), &values, &free).then(|| {
            format!(
                "column `{name}` tells versions of the same rows apart, which must not be added. Next step: keep the rows of \
                 one version only, or delete the column if its rows are parts"
            )
        })
    })
}

/// The different values of a column; none if there are too many for versions.
fn few_values(records: &[Record], at: usize) -> Option<BTreeSet<&str>> {
    let mut values: BTreeSet<&str> = BTreeSet::new();
    for record in records {
        values.insert(record.cell(at));
        if values.len() > MOST + 1 {
            return None;
        }
    }
    values.remove("");
    Some(values)
}

/// What the values of a column say of a year.
enum Seasons {
    /// All its parts.
    Whole,
    /// Some of them, or parts beside the year.
    Some,
    /// Nothing.
    None,
}

fn seasons(header: &str, values: &BTreeSet<&str>) -> Seasons {
    let count = SEASONS.iter().find(|it| it.0 == header).map(|it| it.1);
    let number = |it: &str| it.parse::<usize>().ok().filter(|it| count.is_some() && *it <= 16);
    let numbers: BTreeSet<usize> = values.iter().filter_map(|it| number(it)).filter(|it| *it > 0).collect();
    let parts: Vec<season::Season> = values.iter().filter_map(|it| season::alone(it)).collect();
    let is_all = |count: usize| (1..=count).all(|it| numbers.contains(&it)) && numbers.len() == values.len();
    if numbers.is_empty() && (parts.is_empty() || parts.len() < values.len() && parts.len() < 2) {
        Seasons::None
    } else if count.is_some_and(is_all) || parts.len() == values.len() && season::is_whole(&parts) {
        Seasons::Whole
    } else {
        Seasons::Some
    }
}

/// Whether a column tells most rows from a twin that is the same in everything else. `free` are the columns that nothing is
/// read from.
fn tells_twins(
    reader: &Reader<'_>,
    records: &[Record],
    (at, is_kind): (usize, bool),
    values: &BTreeSet<&str>,
    free: &[usize],
) -> bool {
    let is_version = |text: &str| {
        let folded = fold(text);
        WORDS.iter().any(|it| if it.len() > 3 { folded.contains(it) } else { folded == *it })
    };
    let name = reader.header.names.get(at).map_or("", String::as_str);
    // `P` and `I`: marks that tell almost every row from its twin.
    let is_mark = values.len() <= 3 && values.iter().all(|it| it.len() <= 3 && it.contains(char::is_alphabetic));
    let is_named = is_kind || is_version(name) || values.iter().all(|it| is_version(it));
    let may_be_parts = PARTS.iter().any(|it| fold(name).contains(it));
    if values.len() < 2 || !is_named && !is_mark && may_be_parts {
        return false;
    }
    // A column beside it may say the same in words.
    let says_more = |other: &usize| {
        let mut of: BTreeMap<&str, &str> = BTreeMap::new();
        records.iter().any(|it| *of.entry(it.cell(at)).or_insert(it.cell(*other)) != it.cell(*other))
    };
    let repeats: HashSet<usize> = free.iter().filter(|it| **it != at).filter(|it| !says_more(it)).copied().collect();
    let is_amount: HashSet<usize> = reader.amounts.iter().map(|it| it.0.at).collect();
    let others: Vec<usize> = (0..reader.header.names.len())
        .filter(|it| *it != at && !is_amount.contains(it) && !repeats.contains(it))
        .collect();
    // `Plan` and `Plan mit Nachtrag` in a column of kinds are one kind, and two versions.
    let kind = |cell: &str| (words::kind_of(cell), year(cell));
    let mut seen: HashMap<_, BTreeSet<&str>> = HashMap::new();
    let mut twins = 0;
    for record in records {
        let own = record.cell(at);
        let key: Vec<&str> = others.iter().map(|it| record.cell(*it)).collect();
        let known = seen.entry((key, is_kind.then(|| kind(own)))).or_default();
        twins += usize::from(known.insert(own) && known.len() > 1);
    }
    let is_most = if is_named { twins * 4 > records.len() } else { twins * 5 >= records.len() * 2 };
    if is_kind {
        // Of one kind and year there is one amount.
        return twins > 0;
    }
    if is_named || is_mark {
        return is_most;
    }
    let crossed = seen.values().filter(|it| it.len() > 1).count();
    is_most && seen.len() >= FEWEST && crossed * 5 >= seen.len() * 4
}
