//! Population pyramids (Bevölkerungspyramiden) as in Konstanz in Zahlen: a row for each age, a column for each sex, often
//! also by nationality. The year stands in the name of the file.

use super::ages::Group;
use super::labels::{is_sum, labelled};
use super::report::{Population, Report};
use super::stand::Stand;
use crate::sheet::{self, Sheet};

/// What a column of a pyramid counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Women,
    Men,
    People,
    Sum,
}

/// Which column holds the ages, if this is a pyramid.
pub fn age_column(header: &[String]) -> Option<usize> {
    sheet::column(header, &["alter", "age", "altersjahr", "alter in jahren", "altersjahre"])
}

/// Reads a pyramid of `year`.
pub fn pyramid(sheet: &Sheet, ages: usize, year: u16, source: &str) -> Result<Population, String> {
    let mut report = Report::new("pyramid");
    let columns: Vec<(usize, Column)> =
        sheet.header.iter().enumerate().filter(|(at, _)| *at != ages).map(|(at, name)| (at, column(name))).collect();
    let has = |wanted: Column| columns.iter().any(|(_, it)| *it == wanted);
    if has(Column::Women) != has(Column::Men) || !(has(Column::Women) || has(Column::People)) {
        return Err("expected columns of women and men, or of persons, beside the ages".to_owned());
    }
    // A column of both beside columns of each is a printed sum, never one more part.
    let is_printed = |it: Column| it == Column::Sum || (it == Column::People && has(Column::Women));
    let (mut women, mut others) = (Vec::new(), Vec::new());
    let mut parts: Vec<(String, Vec<Group>)> =
        columns.iter().map(|(at, _)| (sheet.header.get(*at).cloned().unwrap_or_default(), Vec::new())).collect();
    let mut blanks = 0;
    for (line, cells) in &sheet.rows {
        let label = cells.get(ages).map(String::as_str).unwrap_or_default();
        report.rows += 1;
        let persons: Vec<Result<f64, String>> = columns
            .iter()
            .map(|(at, _)| {
                let cell = cells.get(*at).map_or("", |cell| cell.trim());
                // Konstanz leaves out what is nobody.
                if matches!(sheet.number(*at, cell), Ok(None)) {
                    blanks += 1;
                    return Ok(0.0);
                }
                sheet.persons(*at, cell).ok_or_else(|| format!("expected persons, found `{cell}`"))
            })
            .collect();
        let persons = match persons.into_iter().collect::<Result<Vec<f64>, String>>() {
            Ok(persons) => persons,
            Err(reason) => {
                report.skip(*line, reason);
                continue;
            }
        };
        let of = |wanted: Column| -> f64 {
            columns.iter().zip(&persons).filter(|((_, it), _)| *it == wanted).map(|(_, persons)| persons).sum()
        };
        let sum = |_: ()| columns.iter().zip(&persons).filter(|((_, it), _)| is_printed(*it)).map(|(_, it)| *it).next();
        let (here, elsewhere) = match has(Column::Women) {
            true => (of(Column::Women), of(Column::Men)),
            false => (0.0, of(Column::People)),
        };
        let Some((from, to)) = labelled(label) else {
            match is_sum(label) {
                true => report.sum(*line, here + elsewhere),
                false => report.skip(*line, format!("expected an age such as `5_bis_unter_6` or `5`, found `{label}`")),
            }
            continue;
        };
        if let Some(printed) = sum(()).filter(|printed| (printed - here - elsewhere).abs() > 0.5) {
            report
                .warn(Some(*line), format!("women and men are {}, but the printed sum is {printed}", here + elsewhere));
        }
        if has(Column::Women) {
            women.push(Group { from, to, persons: here });
        }
        others.push(Group { from, to, persons: elsewhere });
        for ((_, part), persons) in parts.iter_mut().zip(&persons) {
            part.push(Group { from, to, persons: *persons });
        }
    }
    if blanks > 0 {
        report.warn(None, format!("{blanks} empty cells are read as nobody"));
    }
    let women = has(Column::Women).then_some(women);
    let stand = Stand { year, source: source.to_owned(), women, others, columns: parts };
    report.compare(stand.total());
    if let Err(problem) = stand.structure(None) {
        report.warn(None, problem);
    }
    Ok(Population { stands: vec![stand], report, ..Population::default() })
}

/// What a column counts, by its name. `female` holds the word `male`, `weiblich` and `frauen` come first.
fn column(name: &str) -> Column {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["frau", "weib", "female", "women"]) {
        Column::Women
    } else if has(&["maenn", "männ", "mann", "male", "men"]) {
        Column::Men
    } else if has(&["insgesamt", "gesamt", "zusammen", "summe", "total"]) {
        Column::Sum
    } else {
        Column::People
    }
}
