//! The ensemble against the central model, against the laws of probability, and against itself.

#[path = "../examples/moved/mod.rs"]
mod moved;

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use moved::half_way_up;
use zukunftshaushalt::model::chain::{
    D_IS_ZERO, Draw, Draws, Equations, GivenDraws, LARGEST_RADIUS, Link, Members, PerUnit, Spread, Spreads, Subject,
    radius,
};
use zukunftshaushalt::model::ensemble::{
    Band, Computed, DOTS, MEMBERS, Range, Steps, Uncertainty, ensemble, quantile, spread,
};
use zukunftshaushalt::model::{
    Cell, Direction, Grade, IndicatorAt, MeasureAt, Money, Move, Purpose, Room, Run, Scale, Scenario, Study, Target,
    TargetKind, Terms, Town, Year, euros, simulate,
};
use zukunftshaushalt::pack::{freiburg, load, muenster};

/// Every town that has a pack.
static TOWNS: LazyLock<[Town; 2]> = LazyLock::new(|| [muenster(), freiburg()].map(|pack| load(&pack).unwrap()));

fn town() -> Town {
    TOWNS[0].clone()
}

/// Everything that a person can move: the cells of levers, investment included, and measures beside them.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Hand {
    Cell(Cell),
    Measure(MeasureAt),
}

fn hands(town: &Town) -> Vec<Hand> {
    let cells = town.purposes().into_iter().flat_map(|it| [town.cells(it), town.investment_cells(it)].concat());
    let measures = town.chain.measures.pairs().filter(|(_, it)| !it.is_usual).map(|(at, _)| Hand::Measure(at));
    cells.map(Hand::Cell).chain(measures).collect()
}

fn room(town: &Town, hand: Hand) -> Room {
    match hand {
        Hand::Cell(cell) => town.cell_room(cell),
        Hand::Measure(at) => town.measure_room(at),
    }
}

fn set(scenario: &mut Scenario, hand: Hand, it: Move) {
    match hand {
        _ if it.amount.is_zero() => {}
        Hand::Cell(cell) => drop(scenario.moves.insert(cell, it)),
        Hand::Measure(at) => drop(scenario.measures.insert(at, it)),
    }
}

fn always(town: &Town, amount: Money) -> Move {
    Move { amount, from: town.first_year, to: town.horizon }
}

/// Everything to a part of its room, every other hand downwards where it can be.
fn mixed(town: &Town, part: f64) -> Scenario {
    let mut scenario = Scenario::default();
    for (n, hand) in hands(town).into_iter().enumerate() {
        let room = room(town, hand);
        set(&mut scenario, hand, always(town, (if n % 2 == 0 { room.high } else { room.low }) * part));
    }
    scenario
}

fn one(town: &Town, hand: Hand, amount: Money) -> Scenario {
    let mut scenario = Scenario::default();
    set(&mut scenario, hand, always(town, amount));
    scenario
}

/// Members whose draws all lie in the middle.
fn in_the_middle(town: &Town, members: usize) -> Uncertainty {
    let draws = GivenDraws { members, ..GivenDraws::default() };
    Uncertainty::of(town, Arc::new(Equations::of(town)), Draws::Given(Box::new(draws)))
}

/// The years whose ranges are told.
fn told_years(town: &Town, range: &Range) -> Vec<usize> {
    range.plan.iter().map(|(year, _)| year.since(town.year)).collect()
}

/// With all draws in the middle, every member is the central model: what is counted, what is shown and where it leads.
#[test]
fn a_member_in_the_middle_is_the_central_path() {
    TOWNS.iter().for_each(assert_central_path);
}

fn assert_central_path(town: &Town) {
    let uncertainty = in_the_middle(town, 3);
    let members = uncertainty.members();
    let mut compared = 0;
    for scenario in [mixed(town, 0.7), half_way_up(town), Scenario::default()] {
        let central = simulate(town, &scenario);
        let counts = members.counts(&euros(town, &scenario));
        let ranges = ensemble(town, &uncertainty, &scenario);
        for ((at, path), range) in central.course.indicators.pairs().zip(&ranges) {
            let scale = &town.indicators[at.0].scale;
            for t in told_years(town, range) {
                let found = members.outcome(&counts, at, t);
                let count = members.count_of(&counts, at, t);
                let near = |found: &[f64], expected: f64, size: f64| {
                    assert_eq!(found.len(), 3);
                    let off = |it: &f64| (it - expected).abs();
                    assert!(found.iter().all(|it| off(it) <= 1e-12 * size), "{found:?} against {expected}");
                };
                near(&count, path.count[t], path.count.iter().fold(0.0, |size, it| it.abs().max(size)));
                near(&found.shown, path.shown[t], path.shown[t].abs());
                near(&found.value, path.value[t], scale.worst.abs().max(scale.best.abs()));
                near(&members.planned(at, t), path.reference.value[t], scale.worst.abs().max(scale.best.abs()));
                compared += usize::from(path.count[t] != 0.0);
            }
            let (_, end) = range.scenario.last().unwrap();
            assert!((end.median - path.value.last().unwrap()).abs() <= 1e-12 * scale.worst.abs().max(scale.best.abs()));
            assert_eq!(range.is_moved(), central.is_moved(at));
        }
    }
    assert!(compared > 200, "only {compared} values moved in {}", town.id);
}

#[test]
fn untouched_bands_have_no_width_and_no_direction() {
    TOWNS.iter().for_each(assert_no_width);
}

fn assert_no_width(town: &Town) {
    for range in ensemble(town, &Uncertainty::new(town, 200), &Scenario::default()) {
        let still = [range.change.low, range.change.median, range.change.high, range.better, range.worse];
        assert!(still.iter().chain(&range.dots).all(|it| it.to_bits() == 0), "{range:?}");
        assert_eq!(range.plan, range.scenario);
        assert!(range.target.is_none_or(|(plan, scenario)| plan == scenario));
        assert!(!range.is_moved());
    }
}

/// Whatever was asked for before, and whoever asks: each number has its own stream of random numbers.
#[test]
fn the_same_scenario_shows_the_same_band() {
    for town in &*TOWNS {
        let scenario = mixed(town, 0.4);
        let alone = ensemble(town, &Uncertainty::new(town, 100), &scenario);
        assert_eq!(ensemble(town, &Uncertainty::new(town, 100), &scenario), alone);
        let other = Uncertainty::new(town, 100);
        for at in town.chain.measures.places().collect::<Vec<_>>().into_iter().rev() {
            other.members().drawn(Draw::Life(at));
        }
        let last = town.indicators.places().last().unwrap();
        other.members().planned(last, town.years().len() - 1);
        ensemble(town, &other, &half_way_up(town));
        assert_eq!(ensemble(town, &other, &scenario), alone);
    }
}

fn assert_ordered(range: &Range) {
    for band in range.plan.iter().chain(&range.scenario).map(|it| &it.1).chain([&range.change]) {
        let values = [band.low, band.lower, band.median, band.upper, band.high];
        assert!(values.iter().all(|it| it.is_finite()) && values.is_sorted(), "{band:?}");
    }
    assert!(range.dots.len() == DOTS && range.dots.is_sorted());
    assert!(range.better + range.worse <= 1.0 + 1e-12);
}

/// Everything alone to both ends, each built on the one before: total, ordered, and the central change in the range of 80 %.
///
/// It need not lie in the middle: two numbers whose medians are the central ones need not have it as the median of their
/// quotient where their ranges are lopsided, nor have several ways to one indicator. That it lies within the outer tenths is
/// what the page says, and what holds for every number of both packs.
#[test]
fn everything_alone_to_both_ends() {
    TOWNS.iter().for_each(assert_each_alone);
}

fn assert_each_alone(town: &Town) {
    let uncertainty = Uncertainty::new(town, 200);
    let mut before: Option<Computed> = None;
    let (mut moved, mut off) = (0, Vec::new());
    for hand in hands(town) {
        for amount in [room(town, hand).low, room(town, hand).high] {
            let scenario = one(town, hand, amount);
            let central = simulate(town, &scenario);
            let computed = Steps::new(town, &uncertainty, &scenario, before.take()).finish();
            for ((at, path), range) in central.course.indicators.pairs().zip(computed.ranges().iter()) {
                assert_ordered(range);
                let change = *path.shown.last().unwrap();
                assert_eq!(range.is_moved(), change != 0.0, "{hand:?} {}", town.indicators[at.0].id);
                let rounding = 1e-12 * change.abs();
                let within = range.change.low - rounding..=range.change.high + rounding;
                assert!(within.contains(&change), "{hand:?} {}: {change} {:?}", town.indicators[at.0].id, range.change);
                if range.is_moved() {
                    moved += 1;
                    off.push(range.dots.iter().filter(|dot| **dot < change).count().abs_diff(DOTS / 2));
                }
            }
            before = Some(computed);
        }
    }
    assert!(moved > 60, "{moved}");
    let mean = off.iter().sum::<usize>() as f64 / off.len() as f64;
    assert!(mean < 2.0, "the central change is on the average {mean} of {DOTS} dots off the middle");
}

/// Nobody knows the future to the digit: every indicator has a range and something that it fluctuates by.
#[test]
fn every_plan_has_a_range() {
    for town in &*TOWNS {
        let ranges = ensemble(town, &Uncertainty::new(town, 200), &Scenario::default());
        assert_eq!(ranges.len(), town.indicators.len());
        for (indicator, range) in town.indicators.iter().zip(&ranges) {
            let (_, last) = range.plan.last().expect("a horizon");
            assert!(last.low < last.high && range.yearly_noise > 0.0, "{}: {range:?}", indicator.id);
        }
    }
}

/// More evidence, narrower range: the grade is felt.
#[test]
fn weaker_evidence_is_a_wider_range() {
    let graded = |grade: Grade| {
        let mut town = town();
        town.chain.effects.iter_mut().for_each(|it| (it.grade, it.range) = (grade, None));
        town
    };
    let scenario = mixed(&TOWNS[0], 0.5);
    let width = |grade: Grade| -> Vec<f64> {
        let town = graded(grade);
        let ranges = ensemble(&town, &Uncertainty::new(&town, MEMBERS), &scenario);
        ranges.iter().map(|it| it.change.high - it.change.low).collect()
    };
    let widths = [Grade::A, Grade::B, Grade::C, Grade::D].map(width);
    let wider = |pair: &[Vec<f64>]| pair[0].iter().zip(&pair[1]).filter(|(narrow, wide)| narrow < wide).count();
    let moved = widths[0].iter().filter(|it| **it > 0.0).count();
    assert!(moved > 20, "{moved}");
    // Near the end of its scale, or where something else outweighs the effects, a range need not grow.
    assert!(
        widths.windows(2).all(|pair| wider(pair) * 10 > moved * 8),
        "{:?} of {moved}",
        widths.windows(2).map(wider).collect::<Vec<_>>()
    );
}

/// The distribution function of the standard normal (Abramowitz and Stegun 7.1.26, absolute error below 1.5e-7).
fn normal(x: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.3275911 * x.abs() / 2f64.sqrt());
    let poly = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429]
        .iter()
        .rev()
        .fold(0.0, |sum, c| (sum + c) * t);
    let tail = poly * (-x * x / 2.0).exp() / 2.0;
    if x > 0.0 { 1.0 - tail } else { tail }
}

/// Kolmogorov–Smirnov: the largest distance of drawn numbers to the normal distribution.
fn distance(mut drawn: Vec<f64>) -> f64 {
    drawn.sort_unstable_by(f64::total_cmp);
    let n = drawn.len() as f64;
    let gaps = drawn.iter().enumerate().map(|(at, x)| {
        let f = normal(*x);
        (f - at as f64 / n).max((at as f64 + 1.0) / n - f)
    });
    gaps.fold(0.0, f64::max)
}

/// What was drawn, in standard deviations of its own side (one in ten thousand would fail by chance, the seed is fixed).
fn assert_normal(what: &str, value: f64, drawn: &[f64], towards_zero: f64, away: f64) {
    let deviation = |it: &f64| {
        let log = (it / value).ln();
        log / if log > 0.0 { away } else { towards_zero }
    };
    let kept: Vec<f64> = drawn.iter().filter(|it| **it != 0.0).map(deviation).collect();
    let (found, critical) = (distance(kept.clone()), 2.2 / (kept.len() as f64).sqrt());
    assert!(found < critical, "{what}: {found}");
}

/// Every number follows the distribution that chain.md gives it: both sides, its zeros, and what is never drawn.
#[test]
fn numbers_are_distributed_as_they_claim() {
    const TENTH: f64 = 1.2816;
    for town in &*TOWNS {
        let count = 4000;
        let members = Uncertainty::new(town, count);
        let members = members.members();
        let chain = &town.chain;
        let sides = |value: f64, range: Option<(f64, f64)>, grade: Grade| match range {
            Some((near, far)) => ((value / near).ln() / TENTH, (far / value).ln() / TENTH),
            None => (spread(grade), spread(grade)),
        };
        let (mut zeros, mut graded_d) = (0, 0);
        let mut assert_may_vanish = |what: &str, grade: Grade, drawn: &[f64]| {
            let none = drawn.iter().filter(|it| **it == 0.0).count();
            if grade == Grade::D {
                // Five standard deviations of the binomial distribution.
                let off = (none as f64 - D_IS_ZERO * count as f64).abs();
                assert!(off < 5.0 * (count as f64 * D_IS_ZERO * (1.0 - D_IS_ZERO)).sqrt(), "{what}: {none} zeros");
                (zeros, graded_d) = (zeros + none, graded_d + count);
            } else {
                assert_eq!(none, 0, "{what} is of grade {grade:?}");
            }
        };
        for (at, it) in chain.measures.pairs() {
            let (near, far) = sides(it.unit_cost, Some(it.cost_range), Grade::D);
            let drawn = members.drawn(Draw::Cost(at));
            assert!(drawn.iter().all(|it| *it > 0.0), "a cost is never nothing");
            if near > 0.0 && far > 0.0 {
                assert_normal(&it.id, it.unit_cost, &drawn, near, far);
            }
            let lives = members.drawn(Draw::Life(at));
            match it.life {
                1.0 => assert!(lives.iter().all(|life| *life == 1.0)),
                // Shorter ones are held at a year.
                life if life > 3.0 => assert_normal(&it.id, life, &lives, 0.2, 0.2),
                _ => assert!(lives.iter().all(|life| *life >= 1.0) && lives.iter().any(|life| *life != it.life)),
            }
        }
        for (at, it) in chain.numbered().enumerate() {
            let mut drawn = members.drawn(Draw::Effect(at));
            assert_may_vanish(&it.id, it.grade, &drawn);
            if it.is_per_euro {
                // Per euro it is what the source says, whatever the unit costs.
                let cost = chain.measures.get(it.measure).unwrap().unit_cost;
                let costs = members.drawn(Draw::Cost(it.measure));
                drawn.iter_mut().zip(costs).for_each(|(per_unit, own)| *per_unit *= cost / own);
            }
            let (near, far) = sides(it.per_unit, it.range, it.grade);
            if near > 0.0 && far > 0.0 {
                assert_normal(&it.id, it.per_unit, &drawn, near, far);
            }
            let delays = members.drawn(Draw::Delay(at));
            if it.delay > 0.0 {
                assert_normal(&it.id, it.delay, &delays, 0.2, 0.2);
            } else {
                assert!(delays.iter().all(|it| *it == 0.0));
            }
        }
        for (at, it) in chain.links.iter().enumerate() {
            let drawn = members.drawn(Draw::Link(at));
            assert_may_vanish("a link", it.grade, &drawn);
            let (near, far) = sides(it.per_count, it.range, it.grade);
            if near > 0.0 && far > 0.0 {
                assert_normal("a link", it.per_count, &drawn, near, far);
            }
        }
        let share = zeros as f64 / graded_d.max(1) as f64;
        assert!(graded_d == 0 || (share - D_IS_ZERO).abs() < 0.01, "{share} of {graded_d} are zero in {}", town.id);
    }
    let graded_d = |town: &Town| town.chain.numbered().filter(|it| it.grade == Grade::D).count();
    assert!(TOWNS.iter().map(graded_d).sum::<usize>() > 0, "no number is of grade D");
}

/// No two numbers come from one stream, or a dear measure would always live long.
#[test]
fn every_number_has_a_stream_of_its_own() {
    // Of 30 members there are more orders than numbers.
    let draws = Draws::seeded(30);
    let count = 200;
    let measures = (0..count).map(MeasureAt).flat_map(|at| [Draw::Cost(at), Draw::Life(at)]);
    let places = (0..count).flat_map(|at| [Draw::Effect(at), Draw::Delay(at), Draw::Link(at)]);
    let normals = measures.chain(places.clone()).map(|draw| draws.normal(draw));
    let walks = (0..count).map(|at| draws.walk(IndicatorAt(at), &[1]).remove(0));
    let uniforms = places.filter(|it| !matches!(it, Draw::Delay(_))).map(|draw| draws.uniform(draw));
    let all: Vec<Vec<u64>> =
        normals.chain(walks).chain(uniforms).map(|row| row.into_iter().map(f64::to_bits).collect()).collect();
    assert_eq!(all.len(), 8 * count);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "two numbers are drawn alike");
    assert!(all.iter().all(|row| row[0] != row[1] && row[1] != row[2]), "members differ");
}

/// The reference walks away from its path by steps that are standard normal in the root of the years between, from nothing,
/// and no indicator walks with another.
#[test]
fn noise_is_a_random_walk() {
    let years = [0, 1, 2, 4, 9, 24];
    let count = 4000;
    let draws = Draws::seeded(count);
    let mut ends = Vec::new();
    for at in [IndicatorAt(0), IndicatorAt(7)] {
        let walk = draws.walk(at, &years);
        assert!(walk[0].iter().all(|it| *it == 0.0));
        for (pair, between) in walk.windows(2).zip(years.windows(2)) {
            let root = ((between[1] - between[0]) as f64).sqrt();
            let steps = distance(pair[0].iter().zip(&pair[1]).map(|(before, after)| (after - before) / root).collect());
            assert!(steps < 2.2 / (count as f64).sqrt(), "{between:?}: {steps}");
            let before: f64 = pair[0].iter().zip(&pair[1]).map(|(x, y)| x * (y - x)).sum::<f64>() / count as f64;
            assert!(
                before.abs() <= 5.0 * (between[0] as f64).sqrt() * root / (count as f64).sqrt(),
                "a step tells of the next"
            );
        }
        ends.push(walk[5].clone());
    }
    let together: f64 = ends[0].iter().zip(&ends[1]).map(|(a, b)| a * b).sum::<f64>() / 24.0 / count as f64;
    assert!(together.abs() < 5.0 / (count as f64).sqrt(), "{together}");
    let given = GivenDraws { members: 2, noise: vec![vec![vec![1.0, -1.0]; 24]; 8].into(), ..GivenDraws::default() };
    let walk = Draws::Given(Box::new(given)).walk(IndicatorAt(7), &years);
    assert_eq!(walk, years.map(|year| vec![year as f64, -(year as f64)]), "steps that are given are summed up");
}

/// Type 7 by sorting: what is told of a year are the quantiles of the members in that year, of nothing else.
#[test]
fn bands_are_the_quantiles_of_the_members() {
    for town in &*TOWNS {
        let scenario = half_way_up(town);
        let uncertainty = Uncertainty::new(town, 99);
        let members = uncertainty.members();
        let counts = members.counts(&euros(town, &scenario));
        let assert_band = |band: &Band, numbers: &[f64]| {
            let mut sorted = numbers.to_vec();
            sorted.sort_unstable_by(f64::total_cmp);
            let expected = [0.1, 0.25, 0.5, 0.75, 0.9].map(|share| quantile(&sorted, share).unwrap());
            assert_eq!([band.low, band.lower, band.median, band.upper, band.high], expected);
        };
        let end = town.horizon.since(town.year);
        for (at, range) in ensemble(town, &uncertainty, &scenario).pairs() {
            for ((year, plan), (_, band)) in range.plan.iter().zip(&range.scenario) {
                let t = year.since(town.year);
                assert_band(plan, &members.planned(at, t));
                assert_band(band, &members.outcome(&counts, at, t).value);
            }
            let mut shown = members.outcome(&counts, at, end).shown;
            assert_band(&range.change, &shown);
            let indicator = &town.indicators[at.0];
            let up = if indicator.scale.best > indicator.scale.worst { 1.0 } else { -1.0 };
            let count = |is: &dyn Fn(f64) -> bool| shown.iter().filter(|it| is(up * **it)).count() as f64 / 99.0;
            assert_eq!((range.better, range.worse), (count(&|it| it > 0.0), count(&|it| it < 0.0)));
            shown.sort_unstable_by(f64::total_cmp);
            let dots: Vec<f64> = (0..DOTS).map(|n| quantile(&shown, (n as f64 + 0.5) / DOTS as f64).unwrap()).collect();
            assert_eq!(range.dots, dots);
            let (first, last) = (range.plan.first().unwrap().0, range.plan.last().unwrap().0);
            assert_eq!((first, last, range.plan.len()), (town.year, town.horizon, range.scenario.len()));
        }
    }
}

/// A target is met by the value of its own year: the share of members counted one by one, and of what has ended before the
/// horizon as well.
#[test]
fn a_target_is_met_in_its_own_year() {
    let mut town = town();
    let at = town.indicators.find(|it| it.id == "u3_versorgung").unwrap();
    let target = |value: f64, year: u16| {
        Some(Target { value, year: Some(Year(year)), kind: TargetKind::Official, source: String::new() })
    };
    // Places for the youngest, which work in the year that they are paid and no longer.
    let measure = town.chain.on(at).find(|it| {
        let measure = town.chain.measures.get(it.measure).unwrap();
        it.delay == 0.0 && measure.life == 1.0 && measure.starts_after == 0 && it.per_unit > 0.0
    });
    let measure = measure.expect("a service acts at once").measure;
    let [from, to] = [Year(2029), Year(2031)];
    let mut euros = Equations::of(&town).untouched();
    euros.get_mut(measure).unwrap()[3..=5].fill(5e6);
    let central = Equations::of(&town).run(&euros);
    let path = central.indicators.get(at).unwrap();
    assert!(path.shown[5] > 0.0 && path.shown[4] > 0.0 && path.shown[6] == 0.0);
    let aim = (path.value[5] + path.reference.value[5]) / 2.0;
    let scenario = {
        let amount = Money::from_euros(5e6);
        let mut scenario = Scenario::default();
        let it = Move { amount, from, to };
        let usual = town.chain.measures.get(measure).unwrap();
        if usual.is_usual {
            let purpose = Purpose::Field(usual.field);
            scenario.moves.insert(Cell { lever: usual.lever, purpose }, it);
        } else {
            scenario.measures.insert(measure, it);
        }
        scenario
    };
    assert_eq!(zukunftshaushalt::model::euros(&town, &scenario), euros);
    // Four members: nobody else is uncertain, and one of them walks far up, another far down in the last step before.
    let given = |steps: Vec<f64>| {
        let mut draws = GivenDraws { members: 4, ..GivenDraws::default() };
        let mut noise = vec![vec![vec![0.0; 4]; 24]; town.indicators.len()];
        noise[at.0][4] = steps;
        draws.noise = noise.into();
        Draws::Given(Box::new(draws))
    };
    let far = given(vec![50.0, 0.0, 0.0, -50.0]);
    for (year, value, direction, expected) in [
        (2031, aim, Direction::Higher, (0.25, 0.75)),
        (2031, aim, Direction::Lower, (0.75, 0.25)),
        // A year later the money is gone, and the walk stays.
        (2032, aim, Direction::Higher, (0.25, 0.25)),
        (2026, path.reference.value[0], Direction::Higher, (1.0, 1.0)),
    ] {
        town.indicators.get_mut(at).unwrap().target = target(value, year);
        town.indicators.get_mut(at).unwrap().direction = direction;
        let uncertainty = Uncertainty::of(&town, Arc::new(Equations::of(&town)), far.clone());
        let range = ensemble(&town, &uncertainty, &scenario)[at.0].clone();
        assert_eq!(range.target, Some(expected), "{value} in {year}");
        assert!(!range.is_moved() && range.change == Band::default(), "nothing is left at the horizon");
        let band = |year: u16| {
            let of = |bands: &[(Year, Band)]| bands.iter().find(|it| it.0 == Year(year)).unwrap().1;
            (of(&range.plan), of(&range.scenario))
        };
        let (plan, scenario) = band(2030);
        assert!(scenario.median > plan.median, "its years are told all the same");
        assert_eq!(band(2035).0, band(2035).1);
    }
    for year in [Some(Year(2051)), Some(Year(2025)), None] {
        town.indicators.get_mut(at).unwrap().target = target(aim, 2031).map(|it| Target { year, ..it });
        let uncertainty = Uncertainty::of(&town, Arc::new(Equations::of(&town)), far.clone());
        assert_eq!(ensemble(&town, &uncertainty, &scenario)[at.0].target, None, "{year:?}");
    }
}

/// However a scenario came about: built on another one it is the same to the last bit.
#[test]
fn what_is_built_on_another_scenario_is_the_same() {
    for town in &*TOWNS {
        let uncertainty = Uncertainty::new(town, 60);
        let everything = half_way_up(town);
        let linked = measures_that_are_handed_on(town);
        assert!(!linked.is_empty(), "nothing in {} is handed on", town.id);
        let mut taxed = everything.clone();
        taxed.taxes.insert(zukunftshaushalt::model::TaxAt(0), 470.0);
        let mut shorter = everything.clone();
        let five_years = |(cell, it): (&Cell, &Move)| (*cell, Move { to: Year(town.year.0 + 5), ..*it });
        shorter.moves = everything.moves.iter().map(five_years).collect();
        // There and back, all at once and one by one, and with nothing in common.
        let mut way = vec![Scenario::default(), everything.clone(), taxed, shorter, everything.clone()];
        for hand in linked {
            way.push(one(town, hand, Money::from_euros(1e6)));
            let mut other = everything.clone();
            set(&mut other, hand, always(town, Money::from_euros(7e5)));
            way.push(other);
        }
        way.extend([Scenario::default(), mixed(town, 0.3), mixed(town, -0.3), Scenario::default()]);
        let mut before: Option<Computed> = None;
        for (n, scenario) in way.iter().enumerate() {
            let computed = Steps::new(town, &uncertainty, scenario, before.take()).finish();
            assert_eq!(*computed.ranges(), ensemble(town, &uncertainty, scenario), "the {n}th in {}", town.id);
            before = Some(computed);
        }
    }
}

/// Hands whose money another indicator hands on, and that act on no indicator that receives it by themselves.
fn measures_that_are_handed_on(town: &Town) -> Vec<Hand> {
    let gives = |at: MeasureAt| {
        let own: Vec<_> = town.chain.numbered().filter(|it| it.measure == at).filter_map(|it| it.indicator).collect();
        town.chain.links.iter().any(|it| own.contains(&it.from) && !own.contains(&it.to))
    };
    let measure = |hand: &Hand| match *hand {
        Hand::Cell(cell) => town.chain.usual(cell.lever),
        Hand::Measure(at) => Some(at),
    };
    hands(town).into_iter().filter(|hand| measure(hand).is_some_and(gives)).take(6).collect()
}

/// Where the links of a member would make a loop that hardly dies away, all its links are held back alike.
#[test]
fn a_loop_never_reaches_its_limit() {
    let subject = Subject {
        scale: Scale { worst: 0.0, best: 1e6 },
        start: 5e5,
        trend: 0.0,
        damping: 1.0,
        per: 1.0,
        base: vec![1.0; 20],
    };
    let link = |from: usize, to: usize, per_count| Link { from: IndicatorAt(from), to: IndicatorAt(to), per_count };
    let effect = PerUnit { measure: MeasureAt(0), indicator: IndicatorAt(0), per_unit: 1.0, delay: 0.0 };
    let equations = Equations {
        years: 20,
        subjects: vec![subject; 3].into(),
        measures: vec![Terms::SPENT].into(),
        effects: vec![effect],
        links: vec![link(0, 1, 2.0), link(1, 0, 0.25), link(1, 2, -3.0)],
    };
    let spreads = Spreads {
        links: equations.links.iter().map(|it| Spread::of_effect(it.per_count, None, Some(Grade::C))).collect(),
        ..Spreads::default()
    };
    let years: Vec<usize> = (0..20).collect();
    let members = Members::new(Arc::new(equations.clone()), spreads, Draws::seeded(500), years.clone());
    let drawn: Vec<Vec<f64>> = (0..3).map(|at| members.drawn(Draw::Link(at))).collect();
    let counts = members.counts(&vec![vec![1.0; 20]].into());
    let found: Vec<Vec<Vec<f64>>> =
        (0..3).map(|at| years.iter().map(|t| members.count_of(&counts, IndicatorAt(at), *t)).collect()).collect();
    let mut held_back = 0;
    for member in 0..500 {
        let own = |at: usize| drawn[at][member];
        let loop_radius = (own(0) * own(1)).sqrt();
        let cap = (LARGEST_RADIUS / loop_radius).min(1.0);
        held_back += usize::from(cap < 1.0);
        let capped = (0..3).map(|at| (equations.links[at].from.0, equations.links[at].to.0, own(at) * cap));
        assert!(radius(capped) <= LARGEST_RADIUS + 1e-9);
        let mut before = [0.0; 3];
        for &t in &years {
            let [given, back, on] = [0, 1, 2].map(|at| own(at) * cap);
            let now = [1.0 + back * before[1], given * before[0], on * before[1]];
            for (at, now) in now.iter().enumerate() {
                let it = found[at][t][member];
                assert!((it - now).abs() <= 1e-9 * now.abs(), "member {member}, {at} in {t}: {it} instead of {now}");
            }
            before = now;
        }
    }
    assert!((50..450).contains(&held_back), "{held_back} of 500 are held back");
}

/// Münster's balance of greenhouse gases is long enough to look back: a forecast from 2020 meets 2021, 2022 and 2024.
#[test]
fn a_long_series_says_how_far_it_can_be_trusted() {
    let town = town();
    let ranges = ensemble(&town, &Uncertainty::new(&town, 50), &Scenario::default());
    let mut looked_back = 0;
    for (indicator, range) in town.indicators.iter().zip(&ranges) {
        assert_eq!(range.back_test.is_some(), indicator.series.len() >= 8, "{}", indicator.id);
        looked_back += usize::from(range.back_test.is_some());
    }
    assert!(looked_back > 0);
    let at = town.indicators.find(|it| it.id == "thg_gesamt").expect("there is such an indicator");
    let test = ranges[at.0].back_test.expect("fourteen values");
    let held_back = [1816.0, 1788.0, 1650.0];
    let unchanged: f64 = held_back.iter().map(|value| (1810.0 - value) / 3.0).map(f64::abs).sum();
    assert_eq!((test.values, test.within), (3, 3));
    assert!((test.unchanged - unchanged).abs() < 1e-9, "{test:?}");
    assert!(test.error < test.unchanged, "the trend said more than no change at all: {test:?}");
}

/// Two scenarios on their way at once, and one that changes its mind midway, give what each gives alone, to the last bit.
#[test]
fn runs_side_by_side_do_not_know_of_each_other() {
    let study = Study::of(town(), 60);
    let [one, other] = [mixed(&study.town, 0.4), mixed(&study.town, -0.8)];
    let alone = |scenario: &Scenario| {
        let mut run = Run::new(&study, scenario.clone());
        run.finish();
        assert_eq!(*run.ranges(), ensemble(&study.town, study.uncertainty(), scenario));
        assert_eq!(run.projected().projection, simulate(&study.town, scenario));
        run.ranges()
    };
    let (expected_one, expected_other) = (alone(&one), alone(&other));
    assert_ne!(expected_one, expected_other);
    let mut runs = [Run::new(&study, one.clone()), Run::new(&study, other.clone()), Run::new(&study, one.clone())];
    let mut turns = 0;
    while runs.iter().any(Run::is_behind) {
        // The third one moves on while its first ranges are on their way.
        if turns == 20 {
            runs[2].turn_to(other.clone());
        }
        for run in runs.iter_mut().filter(|run| run.is_behind()) {
            run.step();
        }
        turns += 1;
    }
    assert!(turns > study.town.indicators.len() * 2, "all of them took their steps in turn");
    for (run, (scenario, expected)) in
        runs.iter().zip([(&one, &expected_one), (&other, &expected_other), (&other, &expected_other)])
    {
        assert_eq!((&*run.projected().scenario, &run.ranges()), (scenario, expected));
    }
}

/// What is on its way arrives although the scenario moved on, so that a hand that never rests sees ranges at all.
#[test]
fn ranges_arrive_one_picture_behind() {
    let study = Study::of(town(), 20);
    let mut run = Run::new(&study, Scenario::default());
    run.step();
    let moved = mixed(&study.town, 1.0);
    run.turn_to(moved.clone());
    assert_eq!(run.projected().projection, simulate(&study.town, &moved), "the projection follows at once");
    while !run.step() {}
    assert!(run.is_behind() && run.ranges().iter().all(|it| !it.is_moved()));
    while !run.step() {}
    assert!(!run.is_behind() && run.ranges().iter().any(Range::is_moved));
}
