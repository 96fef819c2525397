//! The app's own contract: `year,age_from,age_to,sex?,persons,source?`, one row for each group of ages; also `Jahr;Alter;
//! Geschlecht;Anzahl` with one label for the age.

use std::collections::{BTreeMap, HashSet};

use super::ages::{Group, OLDEST, following};
use super::labels::{Sex, is_sum, labelled, sex, stand_year, withheld};
use super::report::{Population, Report};
use super::stand::Stand;
use super::wide::whole_town;
use crate::header::is_of_which;
use crate::sheet::{Sheet, column};

/// Where the ages stand.
#[derive(Clone, Copy)]
enum Ages {
    /// First and last age in columns of their own.
    Span {
        from: usize,
        to: usize,
        /// Whether the second one is the first age beyond.
        is_beyond: bool,
    },
    /// One label such as `5 bis unter 10`.
    Label(usize),
}

/// Columns of the long table.
pub struct Columns {
    year: usize,
    ages: Ages,
    sex: Option<usize>,
    nation: Option<usize>,
    persons: usize,
    source: Option<usize>,
}

impl Columns {
    /// Where they stand.
    fn used(&self) -> [Option<usize>; 7] {
        let (from, to) = match self.ages {
            Ages::Span { from, to, .. } => (from, Some(to)),
            Ages::Label(at) => (at, None),
        };
        [Some(self.year), Some(from), to, self.sex, self.nation, Some(self.persons), self.source]
    }
}

/// The columns, if this is a long table.
pub fn columns(header: &[String]) -> Option<Columns> {
    let of = |names: &[&str]| column(header, names);
    let year = of(&["year", "jahr", "stichtag", "datum"])?;
    let persons = of(&[
        "persons",
        "personen",
        "anzahl",
        "bevoelkerung",
        "bevölkerung",
        "einwohner",
        "value",
        "wert",
        "anzahl personen",
        "einwohnerzahl",
        "anzahl einwohner",
    ])?;
    let from = of(&["age_from", "alter_von", "von"]);
    let to = of(&["age_to", "alter_bis", "bis"]);
    let beyond = of(&["alter_bis_unter", "bis_unter", "alter_unter", "age_below"]);
    let label = of(&["alter", "age", "altersjahr", "altersgruppe", "altersgruppen", "alter in jahren", "lebensalter"]);
    let ages = match (from, to, beyond, label) {
        (Some(from), Some(to), _, _) => Ages::Span { from, to, is_beyond: false },
        (Some(from), None, Some(to), _) => Ages::Span { from, to, is_beyond: true },
        (_, _, _, Some(at)) => Ages::Label(at),
        _ => return None,
    };
    let nation =
        of(&["staatsangehörigkeit", "staatsangehoerigkeit", "nationalität", "nationalitaet", "nation", "herkunft"]);
    Some(Columns { year, ages, sex: of(&["sex", "geschlecht"]), nation, persons, source: of(&["source", "quelle"]) })
}

/// Rows of one year and source.
#[derive(Default)]
struct Rows {
    women: Vec<Group>,
    men: Vec<Group>,
    all: Vec<Group>,
}

/// Reads a long table. Men and women are joined, rows of both beside them are compared and never added; a row for all
/// ages beside groups is the printed total.
pub fn long(sheet: &Sheet, columns: &Columns) -> Result<Population, String> {
    let mut report = Report::new("long");
    let mut found: BTreeMap<(u16, String), Rows> = BTreeMap::new();
    if let Some(unread) = sheet.unread(&columns.used()) {
        report.warn(None, unread);
    }
    let others: Vec<usize> = (0..sheet.header.len()).filter(|at| !columns.used().contains(&Some(*at))).collect();
    let town = whole_town(sheet, &others)?;
    // Germans and foreigners beside everybody are parts.
    let nation = columns.nation.map(|at| whole_town(sheet, &[at]).unwrap_or_default()).unwrap_or_default();
    let mut withheld = Vec::new();
    let mut seen = HashSet::new();
    let mut twice = None;
    for (line, cells) in &sheet.rows {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let is_part = |it: &Option<(usize, String)>| it.as_ref().is_some_and(|(at, label)| cell(*at) != label);
        if is_part(&town) || is_part(&nation) {
            continue;
        }
        report.rows += 1;
        if let Ages::Label(at) = columns.ages
            && is_of_which(cell(at))
        {
            report.skip(*line, format!("expected an age of its own, found `{}`, a part of the row above", cell(at)));
            continue;
        }
        match row(sheet, columns, &cell) {
            Ok((year, sex, group)) => {
                let source = columns.source.map(cell).unwrap_or_default().to_owned();
                let part = (columns.sex.map(cell).unwrap_or_default(), columns.nation.map(cell).unwrap_or_default());
                if !seen.insert((year, source.clone(), part, group.from, group.to)) {
                    twice.get_or_insert(*line);
                }
                let rows = found.entry((year, source)).or_default();
                let list = match sex {
                    Sex::Women => &mut rows.women,
                    Sex::Men => &mut rows.men,
                    Sex::All => &mut rows.all,
                };
                list.push(group);
            }
            Err(reason) => {
                if let Some(why) = super::labels::withheld(cell(columns.persons)) {
                    withheld.push(format!("line {line}: `{}`, {why}", cell(columns.persons)));
                }
                report.skip(*line, reason);
            }
        }
    }
    if !withheld.is_empty() {
        let some: Vec<String> = withheld.iter().take(3).cloned().collect();
        report.refuse(format!(
            "{} figures are not in the file: {}. Next step: use wider groups, for which the office tells them",
            withheld.len(),
            some.join("; ")
        ));
    }
    if let Some(line) = twice {
        report.refuse(format!(
            "line {line}: the same ages of the same year stand twice, and nothing says which count. Next step: keep the rows \
             of one day, place or variant"
        ));
    }
    let mut stands = Vec::new();
    for ((year, source), rows) in found {
        let place = format!("{year} ({source})");
        let Rows { women, men, all } = rows;
        let has_sexes = !women.is_empty() && !men.is_empty();
        if women.is_empty() != men.is_empty() && all.is_empty() {
            let text = format!("{place}: expected rows of women and of men, found one of them; not used");
            report.warn(None, text.clone());
            report.refuse(text);
            continue;
        }
        let mut take = |groups: Vec<Group>| parts(following(groups), &place, &mut report);
        let women = has_sexes.then(|| take(women));
        let stand = match women {
            Some(women) => Stand { year, source, women: Some(women), others: take(men), columns: Vec::new() },
            None => Stand { year, source, women: None, others: take(all.clone()), columns: Vec::new() },
        };
        if has_sexes && !all.is_empty() {
            let all: f64 = parts(following(all), &place, &mut report).iter().map(|it| it.persons).sum();
            if (all - stand.total()).abs() > 0.5 {
                let text = format!("{place}: women and men are {}, the rows of both {all}", stand.total());
                report.warn(None, text.clone());
                report.refuse(text);
            }
        }
        if let Err(problem) = stand.structure(None) {
            report.warn(None, problem.clone());
            report.refuse(problem);
        }
        stands.push(stand);
    }
    if stands.is_empty() {
        let why = report.refused.first().map(|it| format!(": {it}")).unwrap_or_default();
        return Err(format!("expected at least one row with year, ages and persons, found none{why}"));
    }
    Ok(Population { stands, report, ..Population::default() })
}

/// One row; an empty `age_to` means "and older".
fn row<'a>(sheet: &Sheet, columns: &Columns, cell: &impl Fn(usize) -> &'a str) -> Result<(u16, Sex, Group), String> {
    let year =
        stand_year(cell(columns.year)).ok_or_else(|| format!("expected a year, found `{}`", cell(columns.year)))?;
    let (from, to) = ages(columns.ages, cell)?;
    let text = cell(columns.persons);
    let persons = match text {
        // A lone dash says that there is nobody.
        "-" | "–" | "—" => Some(0.0),
        text => sheet.persons(columns.persons, text),
    };
    let why = withheld(text).map(|it| format!(": {it}")).unwrap_or_default();
    let persons = persons.ok_or_else(|| format!("expected persons, found `{text}`{why}"))?;
    let word = columns.sex.map(cell).unwrap_or_default();
    let sex =
        sex(word).ok_or_else(|| format!("expected f, m, d or nothing as sex, found `{}`", word.to_lowercase()))?;
    Ok((year, sex, Group { from, to, persons }))
}

fn ages<'a>(ages: Ages, cell: &impl Fn(usize) -> &'a str) -> Result<(usize, Option<usize>), String> {
    let whole = |at: usize| -> Result<Option<usize>, String> {
        let text = cell(at);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse::<usize>().map(Some).map_err(|_| format!("expected an age, found `{text}`"))
    };
    match ages {
        Ages::Span { from, to, is_beyond } => {
            let (first, last) = (whole(from)?.unwrap_or_default(), whole(to)?);
            let last = if is_beyond { last.map(|it| it.saturating_sub(1)) } else { last };
            if last.is_some_and(|to| to < first) {
                return Err(format!("expected ages that rise, found {first} to {}", cell(to)));
            }
            Ok((first, last))
        }
        Ages::Label(at) if is_sum(cell(at)) => Ok((0, None)),
        Ages::Label(at) => labelled(cell(at)).ok_or_else(|| format!("expected an age, found `{}`", cell(at))),
    }
}

/// The groups without a printed total of all ages, and equal groups added up (men and "divers").
fn parts(groups: Vec<Group>, place: &str, report: &mut Report) -> Vec<Group> {
    let is_whole = |group: &Group| group.from == 0 && group.to.is_none_or(|to| to >= OLDEST);
    let (whole, parts): (Vec<Group>, Vec<Group>) = groups.iter().partition(|group| is_whole(group));
    if parts.is_empty() {
        return whole.into_iter().take(1).collect();
    }
    let mut joined: BTreeMap<(usize, Option<usize>), f64> = BTreeMap::new();
    for part in &parts {
        *joined.entry((part.from, part.to)).or_default() += part.persons;
    }
    let joined: Vec<Group> = joined.into_iter().map(|((from, to), persons)| Group { from, to, persons }).collect();
    let joined = super::ages::without_sums(joined);
    let sum: f64 = joined.iter().map(|it| it.persons).sum();
    for printed in whole {
        if (printed.persons - sum).abs() > 0.5 {
            let text = format!("{place}: ages add up to {sum}, the printed total is {}", printed.persons);
            report.warn(None, text.clone());
            report.refuse(text);
        }
    }
    joined
}
