//! Population pyramids (Bevölkerungspyramiden) as in Konstanz in Zahlen: a row for each age, a column for each sex, often
//! also by nationality or by year. The year stands in the name of the file, unless the columns name it.

use std::collections::BTreeSet;

use super::ages::{Group, following, without_sums};
use super::labels::{Counted, Sex, counted, is_share, is_sum, labelled, withheld};
use super::report::{Population, Report};
use super::stand::Stand;
use crate::header::is_of_which;
use crate::sheet::{self, Sheet};

/// Share of all people by which a printed sum may differ: single misprints, not columns that were misunderstood.
const MISPRINTED: f64 = 0.001;

/// Which column holds the ages, if this is a pyramid.
pub fn age_column(header: &[String]) -> Option<usize> {
    let names = [
        "alter",
        "age",
        "altersjahr",
        "alter in jahren",
        "altersjahre",
        "altersgruppe",
        "altersgruppen",
        "lebensalter",
        "alter jahre",
        "altersklasse",
        "alter von bis unter jahren",
        "alter von bis unter",
    ];
    sheet::column(header, &names)
}

/// A row of a pyramid with the persons of every column.
struct Row {
    line: u64,
    from: usize,
    to: Option<usize>,
    persons: Vec<f64>,
}

/// Reads a pyramid of `year`.
pub fn pyramid(sheet: &Sheet, ages: usize, year: Option<u16>, source: &str) -> Result<Population, String> {
    let mut report = Report::new("pyramid");
    let is_numeric = |at: usize| {
        let cells = || sheet.rows.iter().filter_map(|(_, cells)| cells.get(at)).filter(|it| !it.is_empty());
        cells().filter(|it| sheet.number(at, it).is_ok()).count() * 2 > cells().count() || cells().count() == 0
    };
    let is_counted = |at: usize, name: &str| at != ages && !name.is_empty() && !is_share(name);
    let named = sheet.header.iter().enumerate().filter(|(at, name)| is_counted(*at, name));
    let columns: Vec<(usize, Counted)> =
        named.filter(|(at, _)| is_numeric(*at)).map(|(at, name)| (at, counted(name))).collect();
    let years: BTreeSet<Option<u16>> = columns.iter().map(|it| it.1.year).collect();
    let mut rows = Vec::new();
    let mut blanks = 0;
    let mut printed: Vec<(u64, Vec<f64>)> = Vec::new();
    for (line, cells) in &sheet.rows {
        report.rows += 1;
        let label = cells.get(ages).map(String::as_str).unwrap_or_default();
        if is_of_which(label) {
            report.skip(*line, format!("expected an age of its own, found `{label}`, a part of the row above"));
            continue;
        }
        let persons = columns.iter().map(|(at, _)| {
            let cell = cells.get(*at).map_or("", |cell| cell.trim());
            if matches!(sheet.number(*at, cell), Ok(None)) {
                // Konstanz leaves out what is nobody.
                blanks += 1;
                return Ok(0.0);
            }
            sheet.persons(*at, cell).ok_or_else(|| match withheld(cell) {
                Some(why) => format!("expected persons, found `{cell}`: {why}"),
                None => format!("expected persons, found `{cell}`"),
            })
        });
        let persons = match persons.collect::<Result<Vec<f64>, String>>() {
            Ok(persons) => persons,
            Err(reason) => {
                // Without it the ages after it seem to be missing, which says less.
                if cells.iter().any(|it| withheld(it).is_some()) {
                    report.refuse(format!("line {line}: {reason}. Next step: take wider groups of ages"));
                }
                report.skip(*line, reason);
                continue;
            }
        };
        match labelled(label) {
            Some((from, to)) => rows.push(Row { line: *line, from, to, persons }),
            None if is_sum(label) => printed.push((*line, persons)),
            None => {
                report.skip(*line, format!("expected an age such as `5_bis_unter_6` or `5`, found `{label}`"));
            }
        }
    }
    if blanks > 0 {
        report.warn(None, format!("{blanks} empty cells are read as nobody"));
    }
    let of_years: Vec<Option<u16>> = match years.iter().any(Option::is_some) {
        true => years.into_iter().filter(Option::is_some).collect(),
        false => vec![None],
    };
    let mut stands = Vec::new();
    for of in of_years {
        let own: Vec<usize> =
            (0..columns.len()).filter(|it| columns.get(*it).is_some_and(|it| it.1.year == of)).collect();
        let year = of.or(year).ok_or(
            "expected the year of the pyramid in the name of the file or in its title. Next step: name the file so: `people_2025.csv`",
        )?;
        let parts = Parts::of(sheet, &columns, &own, &rows)?;
        stands.push(parts.stand(sheet, &columns, &rows, &printed, year, source, &mut report));
    }
    Ok(Population { stands, report, ..Population::default() })
}

/// Places of the columns that count, of those that print sums of them.
struct Parts {
    women: Vec<usize>,
    men: Vec<usize>,
    people: Vec<usize>,
    sums: Vec<usize>,
}

impl Parts {
    /// Which columns count: never a part beside its sum.
    fn of(sheet: &Sheet, columns: &[(usize, Counted)], own: &[usize], rows: &[Row]) -> Result<Self, String> {
        let of = |sex: Sex| -> Vec<usize> {
            own.iter().copied().filter(|it| columns.get(*it).is_some_and(|it| it.1.sex == sex)).collect()
        };
        let name = |at: usize| columns.get(at).and_then(|it| sheet.header.get(it.0)).map_or("", String::as_str);
        let chosen = |all: Vec<usize>| chosen(&all, columns, rows, &name);
        let is_neither = |it: &usize| columns.get(*it).is_some_and(|it| it.1.is_neither);
        let (neither, men): (Vec<usize>, Vec<usize>) = of(Sex::Men).into_iter().partition(is_neither);
        let (women, people) = (of(Sex::Women), of(Sex::All));
        if women.is_empty() != men.is_empty() || women.is_empty() && people.is_empty() {
            return Err("expected columns of women and men, or of persons, beside the ages".to_owned());
        }
        if !women.is_empty() {
            // A column of both beside columns of each is a printed sum, never one more part.
            let whole = |it: &usize| columns.get(*it).is_some_and(|it| it.1.german.is_none() && it.1.is_known);
            let sums: Vec<usize> = people.iter().copied().filter(whole).take(1).collect();
            let men = chosen(men)?.into_iter().chain(neither).collect();
            return Ok(Self { women: chosen(women)?, men, people: Vec::new(), sums });
        }
        Ok(Self { women: Vec::new(), men: Vec::new(), people: chosen(people)?, sums: Vec::new() })
    }

    #[allow(clippy::too_many_arguments, reason = "what a stand is made of")]
    fn stand(
        &self,
        sheet: &Sheet,
        columns: &[(usize, Counted)],
        rows: &[Row],
        printed: &[(u64, Vec<f64>)],
        year: u16,
        source: &str,
        report: &mut Report,
    ) -> Stand {
        let sum = |persons: &[f64], of: &[usize]| -> f64 { of.iter().filter_map(|it| persons.get(*it)).sum() };
        let groups = |of: &[usize]| -> Vec<Group> {
            let one = |row: &Row| Group { from: row.from, to: row.to, persons: sum(&row.persons, of) };
            following(without_sums(rows.iter().map(one).collect()))
        };
        let others = if self.women.is_empty() { &self.people } else { &self.men };
        let all = |persons: &[f64]| sum(persons, &self.women) + sum(persons, others);
        let mut off = 0.0;
        for row in rows.iter().filter(|_| !self.sums.is_empty()) {
            let (found, told) = (all(&row.persons), sum(&row.persons, &self.sums));
            if (told - found).abs() > 0.5 {
                off += (told - found).abs();
                report.warn(Some(row.line), format!("women and men are {found}, but the printed sum is {told}"));
            }
        }
        let women = (!self.women.is_empty()).then(|| groups(&self.women));
        let parts = columns.iter().enumerate().map(|(at, (column, _))| {
            let name = sheet.header.get(*column).cloned().unwrap_or_default();
            (name, groups(&[at]))
        });
        let stand = Stand { year, source: source.to_owned(), women, others: groups(others), columns: parts.collect() };
        if off > MISPRINTED * stand.total() {
            report.refuse(format!("{year}: women and men differ from the printed sums by {off} persons in all"));
        }
        for (line, persons) in printed {
            report.sum(*line, all(persons));
            report.compare(*line, all(persons), stand.total());
            if !self.sums.is_empty() {
                report.compare(*line, sum(persons, &self.sums), stand.total());
            }
        }
        if let Err(problem) = stand.structure(None) {
            report.warn(None, problem.clone());
            report.refuse(problem);
        }
        stand
    }
}

/// Of several columns of one sex those that count: the whole where it stands beside Germans and foreigners, the column that
/// is the sum of the others, else Germans and foreigners together.
fn chosen<'a>(
    all: &[usize],
    columns: &[(usize, Counted)],
    rows: &[Row],
    name: &impl Fn(usize) -> &'a str,
) -> Result<Vec<usize>, String> {
    if all.len() == 1 {
        return Ok(all.to_vec());
    }
    let nation = |at: &usize| columns.get(*at).and_then(|it| it.1.german);
    let (whole, parts): (Vec<usize>, Vec<usize>) = all.iter().partition(|it| nation(it).is_none());
    let value = |row: &Row, at: usize| row.persons.get(at).copied().unwrap_or_default();
    let is_sum = |at: usize, of: &[usize]| {
        rows.iter().all(|row| (of.iter().map(|it| value(row, *it)).sum::<f64>() - value(row, at)).abs() <= 0.5)
    };
    let both = parts.iter().any(|it| nation(it) == Some(true)) && parts.iter().any(|it| nation(it) == Some(false));
    match whole.as_slice() {
        [] if both && parts.len() == 2 => return Ok(parts),
        [one] if !both || is_sum(*one, &parts) => return Ok(vec![*one]),
        [one] => {
            let told: Vec<&str> = parts.iter().map(|it| name(*it)).collect();
            return Err(format!(
                "expected `{}` to be the sum of {}, found other figures. Next step: keep the column that is right",
                name(*one),
                told.join(", ")
            ));
        }
        _ => {}
    }
    let others = |at: usize| -> Vec<usize> { all.iter().copied().filter(|it| *it != at).collect() };
    if let Some(one) = all.iter().find(|it| is_sum(**it, &others(**it))) {
        return Ok(vec![*one]);
    }
    let told: Vec<String> = all.iter().map(|it| format!("`{}`", name(*it))).collect();
    Err(format!(
        "expected one column of persons for each sex, found {}, none of which is the sum of the others. Next step: keep the \
         columns of the whole town, one for each sex",
        told.join(", ")
    ))
}
