//! Every pack loads, reconciles to the cent, and a broken one is refused with file, line and what was expected.

use zukunftshaushalt::model::{Money, Purpose};
use zukunftshaushalt::pack::{Problem, load, muenster};

fn euros(text: &str) -> Money {
    Money::parse(text).unwrap()
}

#[test]
fn muenster_loads_and_reconciles() {
    let town = load(&muenster()).unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(Problem::to_string).collect();
        panic!("{}", list.join("\n"))
    });
    // Totals as printed in the Haushaltsquerschnitt 2026.
    assert_eq!(town.budget.lines.len(), 68);
    assert_eq!(town.budget.areas.len(), 17);
    assert_eq!(town.budget.mismatches(), []);
    assert_eq!(town.budget.total.revenue, euros("1660850270.00"));
    assert_eq!(town.budget.total.expense, euros("1686533180.00"));
    assert_eq!(town.budget.total.financial_result, euros("-21082120.00"));
    assert_eq!(town.budget.total.result, euros("-46765030.00"));
    // The goals, the overhead and what is fixed are the whole budget, to the cent.
    let parts: Money = town.purposes().into_iter().map(|purpose| town.planned(purpose)).sum();
    assert_eq!(parts + town.fixed(), town.budget.total.expense);
    // Step 1 asks for this much.
    assert!(town.indicators.len() >= 24, "{} indicators", town.indicators.len());
    for field in 0..town.fields.len() {
        assert!(town.indicators.iter().any(|it| it.field == field), "field {field} has no indicator");
    }
    let mut bought: Vec<usize> = town.outputs.iter().map(|it| it.lever).collect();
    bought.dedup();
    assert!(bought.len() >= 15, "{} levers with unit costs", bought.len());
    let movable = town
        .levers
        .iter()
        .enumerate()
        .filter(|(lever, _)| town.purposes().iter().any(|purpose| !town.levers[*lever].room(*purpose).is_empty()));
    assert!(movable.count() >= 30);
    assert!(town.cells(Purpose::Overhead).len() > 3, "overhead is shown as overhead");
}
