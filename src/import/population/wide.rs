//! A row for each year, a column for each group of ages or single year: `jahr,bis_18,bis_30,…,ueber_60`,
//! `Jahr;Geschlecht;unter 1;1;2;…;90 und mehr`.

use std::collections::BTreeMap;

use super::ages::{Group, cover, following};
use super::labels::{Sex, is_place, is_share, is_sum, labelled, sex, stand_year, withheld};
use super::report::{Population, Report};
use super::stand::Stand;
use crate::sheet::{Sheet, column};

/// Columns of a wide table.
pub struct Columns {
    year: usize,
    sex: Option<usize>,
    groups: Vec<(usize, Group)>,
    /// Printed sums over all ages.
    sum: Option<usize>,
    /// Whether ends of ages are named as Konstanz does.
    is_below: bool,
    others: Vec<usize>,
}

/// The columns, if this is such a table and the groups cover every age.
pub fn columns(header: &[String]) -> Option<Columns> {
    let year = column(header, &["jahr", "year", "stichtag", "datum", "stand"])?;
    let by = column(header, &["geschlecht", "sex"]);
    let mut groups: Vec<(usize, Group)> = Vec::new();
    let (mut next, mut is_below) = (0, false);
    let (mut sum, mut others) = (None, Vec::new());
    for (at, name) in header.iter().enumerate().filter(|(at, _)| *at != year && Some(*at) != by) {
        if is_share(name) {
            others.push(at);
            continue;
        }
        let ending = below(name);
        let Some((from, to)) = ending.map(|end| (next, end.checked_sub(1))).or_else(|| labelled(name)) else {
            if is_sum(name) && sum.is_none() {
                sum = Some(at);
            } else if !name.is_empty() {
                others.push(at);
            }
            continue;
        };
        is_below |= ending.is_some();
        next = to.map_or(next, |to| to.saturating_add(1));
        groups.push((at, Group { from, to, persons: 0.0 }));
    }
    let bare = following(groups.iter().map(|(_, group)| *group).collect());
    let groups: Vec<(usize, Group)> = groups.iter().zip(&bare).map(|((at, _), group)| (*at, *group)).collect();
    let is_table = groups.len() > 1 && cover(&bare).is_ok();
    is_table.then_some(Columns { year, sex: by, groups, sum, is_below, others })
}

/// `bis_18` as Konstanz means it: below 18, from where the column before ended.
fn below(name: &str) -> Option<usize> {
    let rest = name.to_lowercase();
    let rest = rest.strip_prefix("bis")?.trim_start_matches(['_', ' ']).trim_start_matches("unter");
    rest.trim_start_matches(['_', ' ']).parse::<usize>().ok().filter(|end| *end > 0)
}

/// Reads one age structure for each year.
pub fn wide(sheet: &Sheet, columns: &Columns, source: &str) -> Result<Population, String> {
    let mut report = Report::new("age-groups");
    let mut found: BTreeMap<u16, BTreeMap<Sex, Vec<Group>>> = BTreeMap::new();
    let places = whole_town(sheet, &columns.others)?;
    for (line, cells) in &sheet.rows {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        if places.as_ref().is_some_and(|(at, label)| cell(*at) != label) {
            continue;
        }
        report.rows += 1;
        let Some(year) = stand_year(cell(columns.year)) else {
            report.skip(*line, format!("expected a year, found `{}`", cell(columns.year)));
            continue;
        };
        let Some(of) = sex(columns.sex.map(cell).unwrap_or_default()) else {
            report.skip(*line, format!("expected f, m, d or nothing as sex, found `{}`", columns.sex.map_or("", cell)));
            continue;
        };
        let persons = |at: usize| match cell(at) {
            // A lone dash says that there is nobody.
            "-" | "–" | "—" => Some(0.0),
            text => sheet.persons(at, text),
        };
        let read: Option<Vec<Group>> =
            columns.groups.iter().map(|(at, group)| Some(Group { persons: persons(*at)?, ..*group })).collect();
        let Some(groups) = read else {
            let why = columns.groups.iter().find_map(|(at, _)| withheld(cell(*at)));
            let why = why.map(|it| format!(": {it}")).unwrap_or_default();
            report.skip(*line, format!("expected persons in every group of ages{why}"));
            report.refuse(format!("line {line}: not every group of ages has persons{why}"));
            continue;
        };
        if let Some(printed) = columns.sum.and_then(|at| sheet.persons(at, cell(at))) {
            let all: f64 = groups.iter().map(|it| it.persons).sum();
            report.compare(*line, printed, all);
        }
        let own = found.entry(year).or_default();
        if let std::collections::btree_map::Entry::Vacant(place) = own.entry(of) {
            place.insert(groups);
            continue;
        }
        report.skip(*line, format!("second row for {year}"));
        report.refuse(format!(
            "line {line}: a second row for {year}, and nothing says which is the whole town. Next step: keep its row"
        ));
    }
    let mut stands = Vec::new();
    for (year, mut of) in found {
        let all = of.remove(&Sex::All);
        let (women, men) = (of.remove(&Sex::Women), of.remove(&Sex::Men));
        let sum = |groups: &[Group]| -> f64 { groups.iter().map(|it| it.persons).sum() };
        let stand = match (women, men, &all) {
            (Some(women), Some(men), _) => {
                Stand { year, source: source.to_owned(), women: Some(women), others: men, columns: Vec::new() }
            }
            (_, _, Some(all)) => {
                Stand { year, source: source.to_owned(), women: None, others: all.clone(), columns: Vec::new() }
            }
            _ => {
                report.refuse(format!("{year}: expected rows of women and of men, found one of them"));
                continue;
            }
        };
        if let Some(all) = all.filter(|it| (sum(it) - stand.total()).abs() > 0.5) {
            report.refuse(format!("{year}: women and men are {}, the row of both is {}", stand.total(), sum(&all)));
        }
        stands.push(stand);
    }
    if stands.is_empty() {
        let why = report.refused.first().or(report.skipped.first().map(|it| &it.reason));
        let why = why.map(|it| format!(": {it}")).unwrap_or_default();
        return Err(format!("expected at least one year with every group of ages, found none{why}"));
    }
    if columns.is_below {
        report.warn(
            None,
            "`bis_18` is read as below 18, as Konstanz describes it; other tables may mean up to and including",
        );
    }
    Ok(Population { stands, report, ..Population::default() })
}

/// The column and the label of the whole town among its parts; none where no column tells parts apart.
pub fn whole_town(sheet: &Sheet, others: &[usize]) -> Result<Option<(usize, String)>, String> {
    for at in others.iter().copied() {
        let name = sheet.header.get(at).map_or("", String::as_str);
        let mut values: Vec<&str> = sheet
            .rows
            .iter()
            .filter_map(|(_, cells)| cells.get(at))
            .map(|it| it.trim())
            .filter(|it| !it.is_empty())
            .collect();
        values.sort_unstable();
        values.dedup();
        let is_whole = |it: &&&str| {
            let lower = it.to_lowercase();
            is_sum(it) || lower.contains("insgesamt") || lower.contains("gesamtstadt") || lower.starts_with("stadt ")
        };
        if values.len() < 2 || values.iter().all(|it| sheet.number(at, it).is_ok()) && !is_place(name) {
            continue;
        }
        match values.iter().find(is_whole) {
            Some(whole) => return Ok(Some((at, (*whole).to_owned()))),
            None if is_place(name) => {
                return Err(format!(
                    "expected one town, found {} places in column `{name}`, none of which says that it is the whole. Next \
                     step: keep the rows of one place, or add them up",
                    values.len()
                ));
            }
            None => {
                return Err(format!(
                    "column `{name}` tells {} kinds of people apart and was not understood. Next step: keep the rows that \
                     count everybody once",
                    values.len()
                ));
            }
        }
    }
    Ok(None)
}
