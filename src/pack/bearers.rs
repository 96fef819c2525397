//! Who bears what moves. Somebody must: money charged to ages at which nobody lives would be lost from the books (fairness.md, Use of money);
//! and nobody pays more in fees than they cost.

use super::checked::Checked;
use super::files::Problem;
use crate::model::{Ages, Money, Tax, TaxKind, Town, Year};

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
        found.extend(empty.map(|year| it.problem(tax_file(tax), &[&tax.id], told(tax.ages, year))));
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

/// Where a tax or a fee stands.
pub(super) fn tax_file(tax: &Tax) -> &'static str {
    if tax.kind == TaxKind::Fee { "fees.csv" } else { "taxes.csv" }
}

/// A fee pays the cost of its group and no more, and is no tax (§ 6 (1) KAG NRW).
pub(super) fn fees(it: &Checked<'_>) -> Vec<Problem> {
    let town = it.town;
    let mut found = Vec::new();
    for (at, fee) in town.taxes.iter().enumerate() {
        let Some((line, most)) =
            fee.group.and_then(|at| town.budget.lines.get(at)).zip(fee.cost_coverage(&town.budget))
        else {
            continue;
        };
        let earlier = town.taxes.iter().take(at);
        let expectations = [
            (
                Money::ZERO < fee.planned_yield && fee.planned_yield <= line.revenue,
                "yield: expected more than 0 and at most the revenue of its group",
            ),
            (fee.range.1 <= most, "high_percent: expected no more than the cost of its group"),
            (earlier.clone().all(|it| it.id != fee.id), "id: expected another one than in taxes.csv"),
        ];
        for (holds, expected) in expectations {
            if !holds {
                found.push(it.problem("fees.csv", &[&fee.id], expected.to_owned()));
            }
        }
    }
    found
}
