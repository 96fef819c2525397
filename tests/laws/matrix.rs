//! Every lever, every measure and every tax alone, to both ends: finite, adding up, and silent where nothing leads.

use std::collections::BTreeSet;

use zukunftshaushalt::model::{Cell, IndicatorAt, MeasureAt, Money, Projection, Purchase, Scenario, Town, simulate};
use zukunftshaushalt::scenario::{Action, Session};

use crate::model::{assert_closed, assert_explained, assert_one_number, assert_whole};
use crate::numbers::numbers;
use crate::towns::{Place, all_cells, made, reals};
use crate::wishes::{alone, at, given};

/// Indicators that the money of a scenario can reach: by an effect, or through other indicators.
pub fn reached(town: &Town, scenario: &Scenario) -> BTreeSet<IndicatorAt> {
    let is_moved = |at: MeasureAt| town.purchases(scenario).iter().any(|(it, _)| *it == Purchase::Units(at));
    let own = town.chain.numbered().filter(|it| is_moved(it.measure)).filter_map(|it| it.indicator);
    let mut reached: BTreeSet<IndicatorAt> = own.collect();
    for _ in 0..town.indicators.len() {
        let links = town.chain.links.iter().filter(|it| reached.contains(&it.from));
        let more: Vec<IndicatorAt> = links.map(|it| it.to).collect();
        reached.extend(more);
    }
    reached
}

/// Everything that must hold of a scenario, and exact silence of what it does not reach.
fn assert_sound(town: &Town, scenario: &Scenario) -> Projection {
    assert_explained(town, scenario);
    assert_closed(town, scenario);
    assert_whole(town, scenario);
    let it = simulate(town, scenario);
    assert!(numbers(&it).iter().all(|number| number.is_finite()));
    assert_one_number(town, scenario);
    let reached = reached(town, scenario);
    for ((index, indicator), path) in town.indicators.pairs().zip(&it.course.indicators) {
        let (worst, best) = (indicator.scale.worst, indicator.scale.best);
        let mut values = path.value.iter().chain(&path.reference.value);
        assert!(values.all(|x| (worst.min(best)..=worst.max(best)).contains(x)), "{}", indicator.id);
        if !reached.contains(&index) {
            assert!(path.count.iter().all(|d| *d == 0.0), "{} moves without a link", indicator.id);
            assert_eq!(path.reference.value, path.value, "{}", indicator.id);
        }
    }
    it
}

/// Each cell and each tax at both ends, each measure at its upper one; an investment is no part of the balance, but of debt and later results.
fn assert_matrix(town: &Town) -> usize {
    let mut runs = 0;
    for cell in all_cells(town) {
        for end in [-1.0, 1.0] {
            let scenario = alone(town, cell, at(town.cell_room(cell), end));
            assert!(scenario.moves.keys().all(|it| *it == cell), "{cell:?} moves nothing but itself");
            let it = assert_sound(town, &scenario);
            let own = town.net_change(cell, scenario.change(cell));
            if town.invests(cell.lever) {
                assert_eq!((it.balance, town.invested(&scenario)), (Money::ZERO, scenario.change(cell)), "{cell:?}");
                let first = town.first_year.since(town.year);
                // What the page says is borrowed is what the model borrows, grants of others left out.
                let paid = it.difference.paid[first];
                assert!((paid - own.euros()).abs() < 0.01, "{cell:?}: {paid} of {own:?}");
                let worn = &it.difference.depreciation[..=first];
                assert!(worn.iter().all(|it| *it == 0.0), "{cell:?} is not worn at once");
                assert!(it.difference.debt[..first].iter().all(|it| *it == 0.0), "{cell:?} is not paid before");
                // Not in cents: what is left of a small change may be less than one.
                let lever = &town.levers[cell.lever.0];
                let parts = lever.split(cell.purpose, scenario.change(cell)).into_iter().zip(&lever.lines);
                let own: f64 = parts.map(|(part, line)| part * line.reimbursement.rest()).sum();
                assert_eq!(it.difference.debt[first] == 0.0, own == 0.0, "{cell:?} is paid");
            } else {
                assert_eq!(it.balance, -own, "{cell:?}");
            }
            runs += 1;
        }
    }
    for measure in town.chain.measures.places() {
        let room = town.measure_room(measure);
        let scenario = given(town, measure, room.high);
        let Scenario { moves, measures, .. } = &scenario;
        assert!(moves.is_empty() && measures.keys().all(|it| *it == measure), "{measure:?} moves nothing but itself");
        let it = assert_sound(town, &scenario);
        let own = town.measure_net(measure, room.high);
        let expected = if town.builds(measure) { (Money::ZERO, room.high) } else { (-own, Money::ZERO) };
        assert_eq!((it.balance, town.invested(&scenario)), expected, "{measure:?}");
        runs += 1;
    }
    for (index, tax) in town.taxes.pairs() {
        for end in [tax.range.0, tax.range.1] {
            let mut session = Session::default();
            session.apply(town, Action::SetTax(index, end));
            let it = assert_sound(town, session.scenario());
            assert_eq!(it.balance, tax.change(end), "{}", tax.id);
            assert_eq!(it.moved.total, Money::ZERO, "{} is no lever", tax.id);
            assert_eq!(it.balance.is_zero(), end == tax.multiplier, "{} at {end}", tax.id);
            runs += 1;
        }
    }
    runs
}

#[test]
fn each_lever_and_each_tax_alone_at_both_ends() {
    for town in reals() {
        let runs = assert_matrix(&town);
        println!("{runs} runs for {}", town.name.de);
        assert!(runs > 170, "{runs}");
    }
}

#[test]
fn each_lever_and_each_tax_of_random_towns_alone_at_both_ends() {
    let runs: usize = (0..150).map(|seed| assert_matrix(&made(seed))).sum();
    println!("{runs} runs for random towns");
    assert!(runs > 1000);
}

/// Every cell lies in its own room, which holds the plan.
#[test]
fn every_room_holds_the_plan() {
    for town in reals().into_iter().chain((0..100).map(made)) {
        for cell in all_cells(&town) {
            let room = town.cell_room(cell);
            assert!(room.low <= Money::ZERO && Money::ZERO <= room.high, "{town:?} {cell:?} {room:?}");
            assert!(town.cell_amount(cell) + room.low >= Money::ZERO, "{town:?} {cell:?} {room:?}");
        }
    }
}

/// All cells of some levers at one end.
fn all_at(town: &Place, end: f64, is_wanted: impl Fn(Cell) -> bool) -> Scenario {
    let mut session = Session::default();
    for cell in all_cells(town).into_iter().filter(|cell| is_wanted(*cell)) {
        session.apply(town, Action::MoveCell(cell, at(town.cell_room(cell), end)));
    }
    session.scenario().clone()
}

/// Each whole lever at both ends: something moves, or the model is silent about all of the money and says so.
#[test]
fn every_lever_moves_something_or_says_why_not() {
    for (town, lever) in reals().iter().flat_map(|town| town.levers.places().map(move |lever| (town, lever))) {
        for end in [-1.0, 1.0] {
            let scenario = all_at(town, end, |cell| cell.lever == lever);
            let it = assert_sound(town, &scenario);
            let id = &town.levers[lever.0].id;
            let is_moved = it.course.indicators.iter().flat_map(|path| &path.count).any(|d| *d != 0.0);
            if scenario.is_untouched() {
                assert!(!is_moved, "{id} moves something without money");
            } else {
                let is_measured = town.chain.usual(lever).is_some_and(|at| town.chain.is_measured(at));
                assert_eq!(is_moved, is_measured, "{id} at {end}");
                let silent = if is_moved { Money::ZERO } else { it.moved.total };
                assert_eq!(it.moved.unmeasured, silent, "{id} at {end}");
            }
        }
    }
}

/// What effects and links can reach moves with all money; nothing else does.
#[test]
fn every_indicator_moves_or_is_only_observed() {
    reals().iter().for_each(assert_moved_or_observed);
}

fn assert_moved_or_observed(town: &Place) {
    let mut scenario = all_at(town, 1.0, |_| true);
    for (at, _) in town.chain.measures.pairs().filter(|(_, it)| !it.is_usual) {
        scenario.measures.extend(given(town, at, town.measure_room(at).high).measures);
    }
    let reached = reached(town, &scenario);
    let it = simulate(town, &scenario);
    for (index, path) in it.course.indicators.pairs() {
        let is_moved = path.count.iter().any(|d| *d != 0.0);
        let id = &town.indicators[index.0].id;
        assert_eq!(is_moved, reached.contains(&index), "{id}");
        assert!(is_moved || !town.chain.moves(index), "{id} has effects with a number and never moves");
    }
    assert!(reached.len() * 2 > town.indicators.len(), "{} indicators move", reached.len());
}
