//! Laws of the projection: nothing comes from nothing, everything is finite, explained and adds up.

use proptest::prelude::*;
use zukunftshaushalt::model::{Cell, Lever, LeverKind, Money, Purchase, Scenario, Town, simulate};
use zukunftshaushalt::scenario::{Action, Session};

use crate::cases;
use crate::numbers::{differences, numbers};
use crate::towns::{any_town, cells, made, reals};
use crate::wishes::{at, cell, moves, scenario, session, unbounded, unchecked, wishes};

/// Untouched means: no difference anywhere, not even in the last bit, and nothing to explain.
fn assert_untouched(town: &Town, scenario: &Scenario) {
    assert_eq!(*scenario, Scenario::default());
    let it = simulate(town, scenario);
    assert!(differences(&it).iter().all(|number| *number == 0.0));
    for (index, path) in it.course.indicators.pairs() {
        let bits = |path: &[f64]| path.iter().map(|it| it.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&path.reference.value), bits(&path.value));
        let why = it.why(index, it.end());
        assert!(why.rows.is_empty() && why.not_yet.is_empty());
    }
    assert!(it.course.units.iter().all(|units| units.bought.iter().chain(&units.working).all(|it| *it == 0.0)));
    for year in &it.fiscal {
        assert_eq!(year.plan, year.scenario);
        assert_eq!(year.plan_triggers, year.scenario_triggers);
    }
}

/// A shock strikes plan and scenario alike: whatever is switched on, what nobody moved makes no difference at all.
#[test]
fn a_shock_alone_makes_no_difference() {
    for town in reals().into_iter().chain((0..40).map(made)) {
        let sets = town.shocks.places().map(|index| vec![index]).chain([town.shocks.places().collect()]);
        for shocks in sets {
            let it = simulate(&town, &Scenario { shocks: shocks.clone(), ..Scenario::default() });
            assert!(differences(&it).iter().all(|number| *number == 0.0), "{town:?} {shocks:?}");
            assert!(it.fiscal.iter().all(|year| year.plan == year.scenario), "{town:?} {shocks:?}");
        }
    }
    for town in reals() {
        let calm = simulate(&town, &Scenario::default()).fiscal;
        for (index, shock) in town.shocks.pairs() {
            let years = simulate(&town, &Scenario { shocks: vec![index], ..Scenario::default() }).fiscal;
            assert!(shock.burden(&town) > 0.0, "the shock costs something");
            assert_eq!(years == calm, town.reserves.is_empty(), "the shock is felt in every year that the plan knows");
            // A year may be better where more comes back of the years before, but never all years until then.
            let mut lost = 0.0;
            for (it, calm) in years.iter().zip(&calm) {
                let missing = calm.plan.result - it.plan.result;
                lost += missing;
                assert!(missing >= 0.0 || shock.returned.is_some(), "{} in {}", shock.id, it.year);
                assert!(lost >= 0.0, "{} until {}", shock.id, it.year);
            }
            assert_eq!(years.first(), calm.first(), "the budget year is over before any shock begins");
        }
    }
}

/// What explains an indicator adds up to its change in every year, and is money that leads to it.
pub fn assert_explained(town: &Town, scenario: &Scenario) {
    let it = simulate(town, scenario);
    let moved: Vec<_> = town.purchases(scenario).into_iter().map(|(purchase, _)| purchase).collect();
    for (index, path) in it.course.indicators.pairs() {
        let id = &town.indicators[index.0].id;
        for t in [0, it.end() / 2, it.end()] {
            let why = it.why(index, t);
            let size: f64 = why.rows.iter().map(|row| row.count.abs()).sum();
            let count: f64 = why.rows.iter().map(|row| row.count).sum();
            assert!((count - path.count[t]).abs() <= 1e-9 * size, "{id}: {count} is not {}", path.count[t]);
            let shown: f64 = why.rows.iter().map(|row| row.shown).sum();
            let per_count = why.rows.first().map_or(0.0, |row| (row.shown / row.count).abs());
            // Parts that cancel but for rounding explain no more than rounding.
            let is_shown = path.count[t].abs() > 1e-9 * size;
            assert!(!is_shown || (shown - path.shown[t]).abs() <= 1e-9 * size * per_count, "{id}: {shown}");
            for row in &why.rows {
                assert!(row.count != 0.0 && moved.contains(&Purchase::Units(row.measure)), "{id}");
                let acts = |to| town.chain.on(to).any(|effect| effect.measure == row.measure);
                let is_known = match row.via {
                    None => acts(index),
                    Some(via) => town.chain.links.iter().any(|link| link.from == via && link.to == index),
                };
                assert!(is_known, "{row:?} explains {id}");
            }
        }
    }
}

/// What is bought is what works, and what works is what is counted: an effect that says what a unit is by definition gives
/// the number of units, to the last digit, wherever nothing else acts.
pub fn assert_one_number(town: &Town, scenario: &Scenario) -> usize {
    let it = simulate(town, scenario);
    let is_moved = |at| it.course.is_moved(at);
    let mut compared = 0;
    for effect in town.chain.numbered().filter(|it| it.per_unit == 1.0 && it.delay == 0.0 && is_moved(it.measure)) {
        let Some(index) = effect.indicator else { continue };
        let others = town.chain.on(index).any(|it| it.measure != effect.measure && is_moved(it.measure));
        if !others && town.chain.links.iter().all(|link| link.to != index) {
            assert_eq!(it.course.units[effect.measure.0].working, it.course.indicators[index.0].count, "{}", effect.id);
            compared += 1;
        }
    }
    compared
}

/// What people gain, and what is left to them, is what was paid: the accounting creates nothing.
pub fn assert_closed(town: &Town, scenario: &Scenario) {
    let it = simulate(town, scenario);
    let moved = it.moved.total.euros() + town.tax_change(scenario).abs().euros();
    // With interest the sums grow, and with them what rounding leaves.
    let size = moved + it.ledger.debt_left.abs() + it.ledger.interest_paid.abs();
    assert!(it.ledger.closing().abs() <= 1e-6 * size, "{} of {size}", it.ledger.closing());
}

/// Expense of all purposes and of what is fixed is the plan's, and with changes it is the plan's and the changes.
pub fn assert_whole(town: &Town, scenario: &Scenario) {
    let planned: Money = town.purposes().into_iter().map(|purpose| town.planned(purpose)).sum();
    assert_eq!(planned + town.fixed(), town.budget.total.expense);
    let with = |purpose| town.planned(purpose) + town.change(scenario, purpose);
    let changed: Money = town.purposes().into_iter().map(with).sum();
    let sum = |invests: bool| -> Money {
        let moves = scenario.moves.iter().filter(|(cell, _)| town.invests(cell.lever) == invests);
        let measures = scenario.measures.iter().filter(|(at, _)| town.builds(**at) == invests);
        moves.map(|(_, it)| it.amount).chain(measures.map(|(_, it)| it.amount)).sum()
    };
    assert_eq!(changed + town.fixed(), town.budget.total.expense + sum(false), "investment is no ordinary expense");
    assert_eq!(town.invested(scenario), sum(true));
}

#[test]
fn an_untouched_scenario_changes_exactly_nothing() {
    for town in reals() {
        assert_untouched(&town, &Scenario::default());
        assert!(differences(&simulate(&town, &Scenario::default())).len() > 1000, "the differences are looked at");
    }
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn an_untouched_town_stays_untouched(town in any_town()) {
        assert_untouched(&town, &Scenario::default());
    }

    #[test]
    fn a_way_back_to_the_plan_is_untouched(town in any_town(), wishes in moves()) {
        let mut session = session(&town, &wishes);
        for cell in session.scenario().moves.clone().keys().copied() {
            session.apply(&town, Action::MoveCell(cell, Money::ZERO));
        }
        for measure in session.scenario().measures.clone().keys().copied() {
            session.apply(&town, Action::MoveMeasure(measure, Money::ZERO));
        }
        for (index, tax) in town.taxes.pairs() {
            session.apply(&town, Action::SetTax(index, tax.multiplier));
        }
        assert_untouched(&town, session.scenario());
    }

    #[test]
    fn a_projection_is_finite_and_repeatable(town in any_town(), wishes in wishes()) {
        let scenario = scenario(&town, &wishes);
        let it = simulate(&town, &scenario);
        prop_assert!(numbers(&it).iter().all(|number| number.is_finite()));
        prop_assert_eq!(&simulate(&town, &scenario), &it);
        prop_assert_eq!(it.course.indicators.len(), town.indicators.len());
        prop_assert!(it.course.indicators.iter().all(|path| path.value.len() == it.years.len()));
        prop_assert_eq!(it.balance, town.balance(&scenario));
    }

    /// Not even a scenario that no session would make leads to anything but numbers.
    #[test]
    fn any_scenario_is_finite(town in any_town(), moves in unchecked()) {
        let it = simulate(&town, &unbounded(&town, &moves));
        prop_assert!(numbers(&it).iter().all(|number| number.is_finite()));
    }

    #[test]
    fn explanations_sum(town in any_town(), wishes in moves()) {
        assert_explained(&town, &scenario(&town, &wishes));
    }

    #[test]
    fn things_and_counts_are_one_number(town in any_town(), wishes in wishes()) {
        assert_one_number(&town, &scenario(&town, &wishes));
    }

    #[test]
    fn the_cohort_ledger_closes(town in any_town(), wishes in moves()) {
        assert_closed(&town, &scenario(&town, &wishes));
    }

    #[test]
    fn the_parts_of_the_budget_are_the_whole(town in any_town(), wishes in wishes()) {
        assert_whole(&town, &scenario(&town, &wishes));
    }

    /// Two levers of ordinary expense that nobody reimburses: what one gets, the other gives.
    #[test]
    fn a_shift_between_levers_sums_to_zero(
        town in any_town(),
        one in any::<usize>(),
        other in any::<usize>(),
        place in 0.01..1.0,
    ) {
        let free = |end: f64| -> Vec<Cell> {
            let is_plain = |lever: &Lever| lever.kind == LeverKind::Operating && !lever.is_reimbursed();
            // What a thing costs later or saves is no shift between levers.
            let costs_later = |cell: &Cell| {
                let measure = town.measure_of(*cell).map(|at| &town.chain.measures[at.0]);
                measure.is_some_and(|it| it.follow_cost != 0.0 || it.saving != 0.0)
            };
            let cells = cells(&town).into_iter().filter(|cell| is_plain(&town.levers[cell.lever.0]) && !costs_later(cell));
            cells.filter(|cell| !at(town.cell_room(*cell), end).is_zero()).collect()
        };
        let (ups, downs) = (free(1.0), free(-1.0));
        let (Some(up), Some(down)) = (ups.get(one % ups.len().max(1)), downs.get(other % downs.len().max(1))) else {
            return Ok(());
        };
        prop_assume!(up != down);
        let amount = at(town.cell_room(*up), place).min(at(town.cell_room(*down), -1.0).abs());
        let mut session = Session::default();
        session.apply(&town, Action::MoveCell(*up, amount));
        session.apply(&town, Action::MoveCell(*down, -amount));
        let it = simulate(&town, session.scenario());
        prop_assert_eq!(it.balance, Money::ZERO);
        prop_assert!(it.ledger.total.abs() <= 1e-6 * amount.euros(), "{}", it.ledger.total);
        prop_assert!(it.ledger.debt_left.abs() <= 1e-6 * amount.euros());
    }

    /// Where nothing else leads to the indicator, more money moves it further in the direction of the effect, never back.
    #[test]
    fn more_money_never_turns_back(town in any_town(), wishes in moves(), index in any::<usize>(), place in -1.0..1.0) {
        let cell = cell(&town, index);
        let before = scenario(&town, &wishes);
        let mut session = session(&town, &wishes);
        session.apply(&town, Action::MoveCell(cell, at(town.cell_room(cell), place).max(before.change(cell))));
        let (before, after) = (simulate(&town, &before), simulate(&town, session.scenario()));
        let Some(measure) = town.measure_of(cell) else { return Ok(()) };
        for effect in town.chain.numbered().filter(|it| it.measure == measure) {
            let Some(index) = effect.indicator.filter(|to| town.chain.links.iter().all(|it| it.to != *to)) else { continue };
            let (before, after) = (&before.course.indicators[index.0], &after.course.indicators[index.0]);
            for (before, after) in before.shown.iter().zip(&after.shown) {
                let step = (after - before) * effect.per_unit.signum();
                prop_assert!(step >= -1e-9 * (before.abs() + after.abs()), "{}: {before} to {after}", effect.id);
            }
        }
    }
}
