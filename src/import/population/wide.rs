//! A row for each year, a column for each group of ages: `jahr,bis_18,bis_30,…,ueber_60`.

use super::ages::{Group, cover};
use super::labels::{is_year, labelled};
use super::report::{Population, Report};
use super::stand::Stand;
use crate::sheet::{Sheet, column};

/// The year's column and the age groups of the others, if this is such a table and the groups cover every age.
pub fn columns(header: &[String]) -> Option<(usize, Vec<(usize, Group)>)> {
    let year = column(header, &["jahr", "year"])?;
    let mut groups: Vec<(usize, Group)> = Vec::new();
    let mut next = 0;
    for (at, name) in header.iter().enumerate().filter(|(at, _)| *at != year) {
        let (from, to) = below(name).map(|end| (next, end.checked_sub(1))).or_else(|| labelled(name))?;
        next = to.map_or(next, |to| to.saturating_add(1));
        groups.push((at, Group { from, to, persons: 0.0 }));
    }
    let bare: Vec<Group> = groups.iter().map(|(_, group)| *group).collect();
    (groups.len() > 1 && cover(&bare).is_ok()).then_some((year, groups))
}

/// `bis_18` as Konstanz means it: below 18, from where the column before ended.
fn below(name: &str) -> Option<usize> {
    let rest = name.to_lowercase();
    let rest = rest.strip_prefix("bis")?.trim_start_matches(['_', ' ']).trim_start_matches("unter");
    rest.trim_start_matches(['_', ' ']).parse::<usize>().ok().filter(|end| *end > 0)
}

/// Reads one age structure for each row.
pub fn wide(sheet: &Sheet, year: usize, groups: &[(usize, Group)], source: &str) -> Result<Population, String> {
    let mut report = Report::new("age-groups");
    let mut stands: Vec<Stand> = Vec::new();
    for (line, cells) in &sheet.rows {
        report.rows += 1;
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let Some(year) = is_year(cell(year)) else {
            report.skip(*line, format!("expected a year, found `{}`", cell(year)));
            continue;
        };
        let read: Option<Vec<Group>> = groups
            .iter()
            .map(|(at, group)| Some(Group { persons: sheet.persons(*at, cell(*at))?, ..*group }))
            .collect();
        match read {
            Some(others) if !stands.iter().any(|it| it.year == year) => {
                stands.push(Stand { year, source: source.to_owned(), women: None, others, columns: Vec::new() });
            }
            Some(_) => report.skip(*line, format!("second row for {year}")),
            None => report.skip(*line, "expected persons in every group of ages"),
        }
    }
    if stands.is_empty() {
        return Err("expected at least one year with every group of ages, found none".to_owned());
    }
    report.warn(
        None,
        "`bis_18` is read as below 18, as Konstanz describes it; other tables may mean up to and including",
    );
    Ok(Population { stands, report, ..Population::default() })
}
