//! Headers that spread over several rows with merged cells, as the statistical offices export them (GENESIS, mehrzeiliger
//! Tabellenkopf): every column gets the words that stand above it, one for each row.
//!
//! Nothing is guessed: a column without a word above it, or two columns with the same words, are refused by their numbers.

use std::collections::BTreeSet;

use super::header::fold;
use super::report::{Refusal, shown};
use super::table::{Dialect, Record, Table};

/// Rows at the beginning in which titles and the header stand.
const TOP: usize = 40;

/// A row of figures under such a header (Datenzeile).
pub struct Row {
    /// Its line in the file.
    pub line: u64,
    /// What stands before the figures, in the order of [`Spread::keys`].
    pub keys: Vec<String>,
    /// The figures, in the order of [`Spread::columns`].
    pub cells: Vec<String>,
}

/// A table whose header spreads over several rows (Tabelle mit mehrzeiligem Kopf).
pub struct Spread {
    /// Form of the file.
    pub dialect: Dialect,
    /// What a reader should look at.
    pub warnings: Vec<String>,
    /// Rows above the header.
    pub titles: Vec<Record>,
    /// Line of the last row of the header.
    pub line: u64,
    /// Names of the columns before the figures, empty where the file has none.
    pub keys: Vec<String>,
    /// The words above each column of figures, one for each row of the header; empty where a cell reaches down.
    pub columns: Vec<Vec<String>>,
    /// The rows below.
    pub rows: Vec<Row>,
    /// Lines with figures that are numbers in the file itself.
    exact: BTreeSet<u64>,
}

impl Spread {
    /// The table, if its header begins with an empty cell below nothing but titles; none for other tables. Refuses a
    /// header whose merged cells may belong to either side.
    pub fn of(table: &Table) -> Result<Option<Self>, Refusal> {
        let records = table.records.as_slice();
        let is_head = |it: &Record| it.cell(0).is_empty();
        let is_title = |it: &&Record| !is_head(it) && it.cells.iter().filter(|it| !it.is_empty()).count() == 1;
        let begin = records.iter().take(TOP).take_while(is_title).count();
        let head = records.iter().skip(begin).take(TOP).take_while(|it| is_head(it)).count();
        let (Some(mut last), true) = (begin.checked_add(head), head > 0) else { return Ok(None) };
        let Some(below) = records.get(last) else { return Ok(None) };
        // Columns before the figures have nothing above them.
        let heads = records.get(begin..last).unwrap_or_default();
        let keys =
            (0..).take_while(|at| *at < below.cells.len() && heads.iter().all(|it| it.cell(*at).is_empty())).count();
        let mut names = vec![String::new(); keys];
        if names_keys(below, keys) {
            names = (0..keys).map(|at| below.cell(at).to_owned()).collect();
            last += 1;
        }
        let heads = records.get(begin..last).unwrap_or_default();
        let end = |it: &&Record| !it.cell(0).starts_with("____");
        let body: Vec<&Record> = records.iter().skip(last).take_while(end).collect();
        let wide = heads.iter().chain(body.iter().copied()).map(|it| it.cells.len()).max().unwrap_or(0);
        let has = |at: usize, all: &[&Record]| all.iter().any(|it| !it.cell(at).is_empty());
        let above: Vec<&Record> = heads.iter().collect();
        let places: Vec<usize> = (keys..wide)
            .filter(|at| has(*at, &body) || above.last().is_some_and(|it| !it.cell(*at).is_empty()))
            .collect();
        let columns = unmerged(&above, keys, &places)?;
        let (names, rows) = rows(names, &body, keys, &places);
        if rows.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self {
            dialect: table.dialect.clone(),
            warnings: table.warnings.clone(),
            titles: records.iter().take(begin).cloned().collect(),
            line: above.last().map_or(0, |it| it.line),
            keys: names,
            columns,
            rows,
            exact: table.exact.iter().map(|it| it.0).collect(),
        }))
    }

    /// The words of one row of the header, or of one column before the figures, each once.
    pub fn words<'a>(of: impl Iterator<Item = &'a String>) -> BTreeSet<&'a str> {
        of.map(String::as_str).filter(|it| !it.is_empty() && !is_of_which(it)).collect()
    }

    /// A long table in place of this one, below the same titles: each row with its line, its figure in column `at`.
    pub fn as_table(&self, header: &[&str], at: usize, rows: Vec<Record>, told: &[String]) -> Table {
        let header = Record { line: self.line, cells: header.iter().map(|it| (*it).to_owned()).collect() };
        let told = told.iter().map(|it| Record { line: self.line, cells: vec![it.clone()] });
        let records = self.titles.iter().cloned().chain(told).chain([header]).chain(rows).collect();
        Table {
            dialect: self.dialect.clone(),
            records,
            warnings: self.warnings.clone(),
            exact: self.exact.iter().map(|it| (*it, at)).collect(),
        }
    }
}

/// Whether a word is a unit: `Anzahl`, `Tsd. EUR`, `1000 t`, `%`, `je 1 000 Einwohner`.
pub fn is_unit(word: &str) -> bool {
    const UNITS: [&str; 19] = [
        "anzahl", "eur", "euro", "tsdeur", "mioeur", "teur", "prozent", "t", "kg", "ha", "qkm", "km2", "km", "m2",
        "qm", "kwh", "mwh", "personen", "jahre",
    ];
    let folded = fold(&word.replace('²', "2"));
    let bare = folded.strip_prefix("1000").unwrap_or(&folded);
    let is_rate = word.contains('%') || word.starts_with("je ") || word.contains(" je ");
    is_rate || bare.is_empty() && !folded.is_empty() || UNITS.contains(&bare)
}

/// Words that only lead to the columns beside them.
fn is_of_which(word: &str) -> bool {
    ["davon", "darunter", "dav"].contains(&fold(word).as_str())
}

/// Whether a row below belongs to the header, for it names the columns before the figures.
fn names_keys(row: &Record, keys: usize) -> bool {
    const NAMES: [&str; 22] = [
        "alter",
        "altersgruppe",
        "altersgruppen",
        "altersjahr",
        "altersjahre",
        "jahr",
        "jahre",
        "stichtag",
        "zeit",
        "datum",
        "geschlecht",
        "nationalitaet",
        "gemeinde",
        "gemeinden",
        "ags",
        "schluessel",
        "name",
        "bezeichnung",
        "merkmal",
        "kennzahl",
        "indikator",
        "region",
    ];
    // A lone `x` is a figure that makes no sense.
    let is_word = |cell: &String| {
        cell.len() > 1 && !cell.contains(|it: char| it.is_ascii_digit()) && cell.contains(char::is_alphabetic)
    };
    let mut figures = row.cells.iter().skip(keys).filter(|it| !it.is_empty()).peekable();
    NAMES.contains(&fold(row.cell(0)).as_str()) || figures.peek().is_some() && figures.all(is_word)
}

/// The words above each column: a cell holds for the empty ones right of it, as far as the cell above it reaches; an
/// empty cell below one that stands above this column alone belongs to that one.
fn unmerged(heads: &[&Record], keys: usize, places: &[usize]) -> Result<Vec<Vec<String>>, Refusal> {
    let mut columns: Vec<Vec<String>> = vec![Vec::new(); places.len()];
    // Where a cell of any row above begins.
    let mut begins: BTreeSet<usize> = BTreeSet::new();
    let mut open = None;
    for head in heads {
        let told: Vec<&String> = head.cells.iter().filter(|it| !it.is_empty()).collect();
        if let ([unit], false) = (told.as_slice(), begins.is_empty())
            && is_unit(unit)
        {
            // One unit holds for the whole table.
            columns.iter_mut().for_each(|it| it.push((*unit).clone()));
            continue;
        }
        let (mut word, mut own) = (String::new(), BTreeSet::new());
        for (at, column) in places.iter().zip(&mut columns) {
            let from = places.iter().take_while(|it| **it < *at).last().map_or(keys, |it| it + 1);
            if begins.range(from..=*at).next().is_some() {
                word.clear();
            }
            if let Some(found) = (from..=*at).rev().map(|it| head.cell(it)).find(|it| !it.is_empty()) {
                // A merged cell may be repeated above each of its columns.
                if word != found {
                    own.insert(*at);
                }
                word = found.to_owned();
            }
            column.push(word.clone());
        }
        // A cell that reaches down stands above one column alone: of several, one of them would have lost its word.
        let is_shared = |at: usize| places.get(at + 1).is_some_and(|next| !begins.contains(next));
        let empty = |it: &(usize, &Vec<String>)| it.1.last().is_some_and(String::is_empty) && is_shared(it.0);
        open = open.or(columns.iter().enumerate().find(empty).map(|it| it.0));
        begins.extend(own);
    }
    let number = |at: usize| places.get(at).map_or(0, |it| it + 1);
    let line = heads.first().map_or(0, |it| it.line);
    let bare = columns.iter().position(|it| it.first().is_none_or(String::is_empty));
    if let Some(at) = bare.or(open) {
        return Err(Refusal::new(format!(
            "line {line}: nothing stands above column {}, and a merged cell beside it may or may not reach it. Next step: \
             write the word of every merged cell above each of its columns",
            number(at)
        )));
    }
    for (at, own) in columns.iter().enumerate() {
        if let Some(first) = columns.iter().take(at).position(|it| it == own) {
            let words = own.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>().join(" ");
            return Err(Refusal::new(format!(
                "line {line}: column {} stands twice: `{}`, as column {}; a merged cell of the header is missing. Next step: \
                 write the word of every merged cell above each of its columns",
                number(at),
                shown(&words),
                number(first)
            )));
        }
    }
    Ok(columns)
}

/// The rows of figures. A row in which nothing but its first cell stands is a heading and holds for those below it.
fn rows(mut names: Vec<String>, body: &[&Record], keys: usize, places: &[usize]) -> (Vec<String>, Vec<Row>) {
    let has_figures = |it: &Record| places.iter().any(|at| !it.cell(*at).is_empty());
    let mut heading = String::new();
    let mut rows = Vec::new();
    let mut is_headed = false;
    for record in body {
        if !has_figures(record) {
            heading = (0..keys).map(|at| record.cell(at)).find(|it| !it.is_empty()).unwrap_or_default().to_owned();
            continue;
        }
        is_headed |= !heading.is_empty();
        let own = (0..keys).map(|at| record.cell(at).to_owned()).chain([heading.clone()]).collect();
        let cells = places.iter().map(|at| record.cell(*at).to_owned()).collect();
        rows.push(Row { line: record.line, keys: own, cells });
    }
    names.push(String::new());
    if !is_headed {
        names.pop();
        rows.iter_mut().for_each(|it| it.keys.truncate(keys));
    }
    (names, rows)
}
