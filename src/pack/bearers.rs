//! Somebody must bear what moves: money charged to ages at which nobody lives would be lost from the books (model § 6).

use super::check::Checked;
use super::files::Problem;
use crate::model::{Ages, Town, Year};

/// Every lever line that can move and every tax has at least one person of its ages in every year.
pub(super) fn bearers(it: &Checked<'_>) -> Vec<Problem> {
    let town = it.town;
    let mut found = Vec::new();
    for lever in &town.levers {
        for part in lever.lines.iter().filter(|part| part.percent != (0.0, 0.0) && !part.expense.is_zero()) {
            let code = town.budget.lines.get(part.line).map_or("", |line| line.code.as_str());
            let empty = first_empty(town, part.ages);
            found.extend(empty.map(|year| it.problem("lever_lines.csv", &[&lever.id, code], told(part.ages, year))));
        }
    }
    for tax in &town.taxes {
        let empty = first_empty(town, tax.ages);
        found.extend(empty.map(|year| it.problem("taxes.csv", &[&tax.id], told(tax.ages, year))));
    }
    found
}

/// The first year in which less than one person has these ages.
fn first_empty(town: &Town, ages: Ages) -> Option<Year> {
    let years = 0..town.population.counts.len();
    years.into_iter().find(|t| town.population.within(ages, *t) < 1.0).map(|t| town.population.start.plus(t))
}

fn told(ages: Ages, year: Year) -> String {
    format!(
        "expected at least one person aged {} to {} in population.csv in every year, found none in {year}",
        ages.from, ages.to
    )
}
