//! The app's own contract: `year,age_from,age_to,sex?,persons,source?`, one row for each group of ages.

use std::collections::BTreeMap;

use super::ages::{Group, OLDEST};
use super::labels::is_year;
use super::report::{Population, Report};
use super::stand::Stand;
use crate::sheet::{Sheet, column};

/// Whose group a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sex {
    Women,
    Men,
    All,
}

/// Columns of the long table.
pub struct Columns {
    year: usize,
    from: usize,
    to: usize,
    sex: Option<usize>,
    persons: usize,
    source: Option<usize>,
}

impl Columns {
    /// Where they stand.
    fn used(&self) -> [Option<usize>; 6] {
        [Some(self.year), Some(self.from), Some(self.to), self.sex, Some(self.persons), self.source]
    }
}

/// The columns, if this is a long table.
pub fn columns(header: &[String]) -> Option<Columns> {
    let of = |names: &[&str]| column(header, names);
    Some(Columns {
        year: of(&["year", "jahr"])?,
        from: of(&["age_from", "alter_von", "von"])?,
        to: of(&["age_to", "alter_bis", "bis"])?,
        sex: of(&["sex", "geschlecht"]),
        persons: of(&["persons", "personen", "anzahl", "bevoelkerung", "bevölkerung"])?,
        source: of(&["source", "quelle"]),
    })
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
    for (line, cells) in &sheet.rows {
        report.rows += 1;
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        match row(sheet, columns, &cell) {
            Ok((year, sex, group)) => {
                let source = columns.source.map(cell).unwrap_or_default().to_owned();
                let rows = found.entry((year, source)).or_default();
                let list = match sex {
                    Sex::Women => &mut rows.women,
                    Sex::Men => &mut rows.men,
                    Sex::All => &mut rows.all,
                };
                list.push(group);
            }
            Err(reason) => report.skip(*line, reason),
        }
    }
    let mut stands = Vec::new();
    for ((year, source), rows) in found {
        let place = format!("{year} ({source})");
        let Rows { women, men, all } = rows;
        let has_sexes = !women.is_empty() && !men.is_empty();
        if women.is_empty() != men.is_empty() && all.is_empty() {
            report.warn(None, format!("{place}: expected rows of women and of men, found one of them; not used"));
            continue;
        }
        let mut take = |groups: Vec<Group>| parts(groups, &place, &mut report);
        let women = has_sexes.then(|| take(women));
        let stand = match women {
            Some(women) => Stand { year, source, women: Some(women), others: take(men), columns: Vec::new() },
            None => Stand { year, source, women: None, others: take(all.clone()), columns: Vec::new() },
        };
        if has_sexes && !all.is_empty() {
            let all: f64 = parts(all, &place, &mut report).iter().map(|it| it.persons).sum();
            if (all - stand.total()).abs() > 0.5 {
                report.warn(None, format!("{place}: women and men are {}, the rows of both {all}", stand.total()));
            }
        }
        if let Err(problem) = stand.structure(None) {
            report.warn(None, problem);
        }
        stands.push(stand);
    }
    if stands.is_empty() {
        return Err("expected at least one row with year, ages and persons, found none".to_owned());
    }
    Ok(Population { stands, report, ..Population::default() })
}

/// One row; an empty `age_to` means "and older".
fn row<'a>(sheet: &Sheet, columns: &Columns, cell: &impl Fn(usize) -> &'a str) -> Result<(u16, Sex, Group), String> {
    let year = is_year(cell(columns.year)).ok_or_else(|| format!("expected a year, found `{}`", cell(columns.year)))?;
    let whole = |at: usize| -> Result<Option<usize>, String> {
        let text = cell(at);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse::<usize>().map(Some).map_err(|_| format!("expected an age, found `{text}`"))
    };
    let (from, to) = (whole(columns.from)?.unwrap_or_default(), whole(columns.to)?);
    if to.is_some_and(|to| to < from) {
        return Err(format!("expected ages that rise, found {from} to {}", cell(columns.to)));
    }
    let persons = sheet.persons(columns.persons, cell(columns.persons));
    let persons = persons.ok_or_else(|| format!("expected persons, found `{}`", cell(columns.persons)))?;
    let sex = match columns.sex.map(cell).unwrap_or_default().to_lowercase().as_str() {
        "f" | "w" | "female" | "weiblich" | "women" | "frauen" => Sex::Women,
        // Few people are entered as neither; they are counted with the men so that nobody is lost.
        "m" | "male" | "männlich" | "maennlich" | "men" | "männer" | "maenner" | "d" | "divers" | "x" => Sex::Men,
        "" | "t" | "total" | "insgesamt" | "all" | "alle" => Sex::All,
        other => return Err(format!("expected f, m, d or nothing as sex, found `{other}`")),
    };
    Ok((year, sex, Group { from, to, persons }))
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
    let sum: f64 = parts.iter().map(|it| it.persons).sum();
    for printed in whole {
        if (printed.persons - sum).abs() > 0.5 {
            report.warn(None, format!("{place}: ages add up to {sum}, the printed total is {}", printed.persons));
        }
    }
    joined.into_iter().map(|((from, to), persons)| Group { from, to, persons }).collect()
}
