//! Münster's own plan comes out as it is printed.

use zukunftshaushalt::model::{Scenario, Year, simulate};

use crate::towns::MUENSTER;

/// Münster's own plan: the general reserve falls by these percentages, and no consolidation plan is due.
#[test]
fn the_real_budget_is_reached() {
    let it = simulate(&MUENSTER, &Scenario::default());
    let years: Vec<Year> = it.fiscal.iter().map(|it| it.year).collect();
    assert_eq!(years, (2026..=2030).map(Year).collect::<Vec<_>>());
    let used: Vec<String> = it.fiscal.iter().map(|it| format!("{:.1}", it.plan.used_share() * 100.0)).collect();
    assert_eq!(used, ["4.0", "5.7", "4.3", "3.2", "6.4"]);
    assert!(it.fiscal.iter().all(|it| it.plan_triggers.is_empty()));
    let printed: Vec<_> = MUENSTER.reserves.iter().filter(|it| it.year >= MUENSTER.year).collect();
    assert_eq!(printed.len(), it.fiscal.len());
    for (year, printed) in it.fiscal.iter().zip(printed) {
        assert_eq!(year.year, printed.year);
        assert!((year.plan.general - printed.general_closing.euros()).abs() < 1.0, "{}", year.year);
        assert!((year.plan.equalisation - printed.equalisation_closing.euros()).abs() < 1.0, "{}", year.year);
    }
}
