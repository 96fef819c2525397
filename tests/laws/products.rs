//! The budget by products and by goals: the same money on both sides, as planned and as moved.

use proptest::prelude::*;
use zukunftshaushalt::model::{AreaStreams, BudgetLine, Money, Scenario, Stream, Town, moved_areas, products};

use crate::cases;
use crate::towns::{any_town, reals};
use crate::wishes::{scenario, wishes};

/// A town whose groups lie in several areas; those made at random have but one.
fn in_areas(town: &Town, count: usize) -> Town {
    let mut town = town.clone();
    if town.budget.areas.len() > 1 {
        return town;
    }
    for (at, line) in town.budget.lines.iter_mut().enumerate() {
        line.code = format!("{:02}{at:02}", 1 + at % count);
    }
    let area = |at: usize| {
        let code = format!("{:02}", 1 + at);
        let own: Vec<&BudgetLine> = town.budget.lines.iter().filter(|it| it.code.starts_with(&code)).collect();
        let sum = |of: fn(&BudgetLine) -> Money| own.iter().map(|it| of(it)).sum::<Money>();
        BudgetLine {
            revenue: sum(|it| it.revenue),
            expense: sum(|it| it.expense),
            result: sum(|it| it.result),
            code,
            ..town.budget.total.clone()
        }
    };
    town.budget.areas = (0..count).map(area).collect();
    town
}

/// Both sides are the same money: over products the goals, over goals the products, to the cent.
fn assert_same_money(town: &Town, scenario: &Scenario) {
    assert!(town.budget.mismatches().is_empty());
    let all = products(town, scenario);
    let columns = town.purposes().len() + 1;
    let sum = |of: &dyn Fn(&AreaStreams<'_>) -> Stream| all.iter().map(of).sum::<Stream>();
    // Left.
    for (area, printed) in all.iter().zip(&town.budget.areas) {
        assert_eq!((area.whole().planned, &area.area.code), (printed.expense, &printed.code));
        for group in &area.groups {
            let printed = &town.budget.lines[group.line.0];
            assert_eq!((group.whole().planned, group.uses.len()), (printed.expense, columns), "{}", printed.code);
        }
        let by_use: Stream = (0..columns).map(|at| area.of(at)).sum();
        assert_eq!(by_use, area.whole(), "{}", area.area.code);
    }
    assert_eq!(all.iter().map(|it| it.groups.len()).sum::<usize>(), town.budget.lines.len(), "each group once");
    // Right.
    for (at, purpose) in town.purposes().into_iter().enumerate() {
        let it = sum(&|area| area.of(at));
        assert_eq!((it.planned, it.change), (town.planned(purpose), town.change(scenario, purpose)), "{purpose:?}");
    }
    let fixed = Stream { planned: town.fixed(), ..Stream::default() };
    assert_eq!(sum(&|area| area.of(columns - 1)), fixed, "what is fixed does not move");
    // Together: the budget, and what was moved.
    let whole = all.iter().map(AreaStreams::whole).sum::<Stream>();
    let moves = scenario.moves.iter().filter(|(cell, _)| !town.invests(cell.lever)).map(|(_, it)| it.amount);
    let given = scenario.measures.iter().filter(|(at, _)| !town.builds(**at)).map(|(_, it)| it.amount);
    assert_eq!(whole.planned, town.budget.total.expense);
    assert_eq!((whole.change, whole.built), (moves.chain(given).sum(), town.invested(scenario)));
    // Those at the table are those who move, and what they move is all of it.
    let seats = moved_areas(town, scenario);
    assert_eq!(seats.iter().map(|it| it.more + it.less).sum::<Money>(), whole.change + whole.built);
    for (at, area) in all.iter().enumerate() {
        let seat = seats.iter().find(|it| it.area == at);
        let moved = seat.map_or(Money::ZERO, |it| it.more + it.less);
        assert_eq!(moved, area.whole().change + area.whole().built, "{}", area.area.code);
        assert!(seat.is_some() || !area.groups.iter().flat_map(|it| &it.uses).any(|it| it.is_moved()));
    }
    assert_eq!(seats.is_empty(), scenario.moves.is_empty() && scenario.measures.is_empty());
}

#[test]
fn every_town_is_the_same_by_products_and_by_goals() {
    for town in reals() {
        assert_same_money(&town, &Scenario::default());
        assert_same_money(&town, &town.half_of_every_room());
        assert!(products(&town, &Scenario::default()).len() > 15, "{}", town.id);
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn products_and_goals_are_the_same_money(town in any_town(), count in 1_usize..5, wishes in wishes()) {
        let town = in_areas(&town, count);
        let scenario = scenario(&town, &wishes);
        assert_same_money(&town, &scenario);
        assert_same_money(&town, &Scenario::default());
    }
}
