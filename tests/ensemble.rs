//! The ensemble against the central model, against the laws of probability, and against itself.

use zukunftshaushalt::model::ensemble::{DOTS, Draws, MEMBERS, Range, Uncertainty, deviations, ensemble, spread};
use zukunftshaushalt::model::{Cell, Grade, Money, Move, Purpose, Run, Scenario, Study, Town, simulate};
use zukunftshaushalt::pack::{freiburg, load, muenster};

fn town() -> Town {
    load(&muenster()).expect("the pack is in order")
}

/// Every town that has a pack.
fn towns() -> [Town; 2] {
    [town(), load(&freiburg()).expect("the pack is in order")]
}

/// Every goal to a part of its room, upwards for even fields and downwards for odd ones.
fn mixed(town: &Town, part: f64) -> Scenario {
    let mut scenario = Scenario::default();
    for field in town.fields.places() {
        for cell in town.cells(Purpose::Field(field)) {
            let room = town.cell_room(cell);
            let amount = (if field.0 % 2 == 0 { room.high } else { room.low }) * part;
            if !amount.is_zero() {
                scenario.moves.insert(cell, Move { amount, from: town.year, to: town.horizon });
            }
        }
    }
    scenario
}

fn one(town: &Town, cell: Cell, amount: Money) -> Scenario {
    let mut scenario = Scenario::default();
    scenario.moves.insert(cell, Move { amount, from: town.year, to: town.horizon });
    scenario
}

/// With all factors one, a member is the central model.
#[test]
fn a_member_without_departure_is_the_central_path() {
    towns().iter().for_each(assert_central_path);
}

fn assert_central_path(town: &Town) {
    let mut draws = Draws::new(town, 3);
    for factors in
        [&mut draws.share, &mut draws.decay, &mut draws.headroom, &mut draws.fade, &mut draws.delay, &mut draws.spill]
    {
        factors.iter_mut().for_each(|it| it.fill(1.0));
    }
    let scenario = mixed(town, 0.7);
    let central = simulate(town, &scenario);
    let members = deviations(town, &Uncertainty::of(town, draws), &scenario);
    let mut compared = 0;
    for (path, rows) in central.indicators.iter().zip(&members) {
        for (t, d) in path.deviation.iter().enumerate() {
            let member = rows.year(t).nth(2).unwrap_or(0.0);
            assert!((member - d).abs() <= 1e-12 * d.abs().max(1e-3), "{member} against {d}");
            compared += usize::from(*d != 0.0);
        }
    }
    assert!(compared > 300, "only {compared} values moved");
}

#[test]
fn untouched_bands_have_no_width_and_no_direction() {
    towns().iter().for_each(assert_no_width);
}

fn assert_no_width(town: &Town) {
    for range in ensemble(town, &Uncertainty::new(town, MEMBERS), &Scenario::default()) {
        let still = [range.change.low, range.change.median, range.change.high, range.better, range.worse];
        assert!(still.iter().chain(&range.dots).all(|it| *it == 0.0));
        assert_eq!(range.plan, range.scenario);
        assert!(range.target.is_none_or(|(plan, scenario)| plan == scenario));
        assert!(!range.is_moved());
    }
}

#[test]
fn the_same_scenario_shows_the_same_band() {
    let town = town();
    let scenario = mixed(&town, 0.4);
    let run = || ensemble(&town, &Uncertainty::new(&town, 200), &scenario);
    assert_eq!(run(), run());
}

fn assert_ordered(range: &Range) {
    for band in range.plan.iter().chain(&range.scenario).map(|it| &it.1).chain([&range.change]) {
        let values = [band.low, band.lower, band.median, band.upper, band.high];
        assert!(values.iter().all(|it| it.is_finite()) && values.is_sorted(), "{band:?}");
    }
    assert!(range.dots.len() == DOTS && range.dots.is_sorted());
    assert!(range.better + range.worse <= 1.0 + 1e-12);
}

/// Every cell alone to both ends: total, ordered, and the central change within what the members say.
#[test]
fn every_lever_alone_to_both_ends() {
    towns().iter().for_each(assert_each_alone);
}

fn assert_each_alone(town: &Town) {
    let uncertainty = Uncertainty::new(town, 200);
    let (mut moved, mut outside) = (0, 0);
    for cell in town.purposes().into_iter().flat_map(|purpose| town.cells(purpose)) {
        let room = town.cell_room(cell);
        for amount in [room.low, room.high] {
            let scenario = one(town, cell, amount);
            let central = simulate(town, &scenario);
            for (range, explanation) in ensemble(town, &uncertainty, &scenario).iter().zip(&central.explanations) {
                assert_ordered(range);
                assert_eq!(range.is_moved(), explanation.logit != 0.0);
                if range.is_moved() {
                    moved += 1;
                    let within = (range.change.low..=range.change.high).contains(&explanation.change);
                    outside += usize::from(!within);
                }
            }
        }
    }
    assert!(moved > 100, "{moved}");
    assert_eq!(outside, 0, "the central change lies outside the 80 % range");
}

/// Nobody knows the future to the digit: every indicator has a range and something that it fluctuates by.
#[test]
fn every_plan_has_a_range() {
    for town in towns() {
        let ranges = ensemble(&town, &Uncertainty::new(&town, MEMBERS), &Scenario::default());
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
    let strong = town();
    let mut weak = strong.clone();
    weak.effects.iter_mut().for_each(|it| (it.grade, it.euro_grade) = (Grade::D, Grade::D));
    let scenario = mixed(&strong, 0.5);
    let width = |town: &Town| -> Vec<f64> {
        let ranges = ensemble(town, &Uncertainty::new(town, MEMBERS), &scenario);
        ranges.iter().map(|it| it.change.high - it.change.low).collect()
    };
    let (narrow, wide) = (width(&strong), width(&weak));
    assert!(narrow.iter().zip(&wide).all(|(narrow, wide)| narrow <= wide));
    assert!(narrow.iter().zip(&wide).filter(|(narrow, wide)| narrow < wide).count() > 15);
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

/// Every family of draws follows the distribution it claims (one in ten thousand would fail by chance, the seed is fixed).
#[test]
fn draws_are_distributed_as_they_claim() {
    let town = town();
    let members = 4000;
    let draws = Draws::new(&town, members);
    let critical = 2.2 / (members as f64).sqrt();
    let linked: Vec<_> = town.numbered_effects().collect();
    assert_eq!(linked.len(), draws.share.len());
    for (effect, factors) in linked.iter().zip(&draws.share) {
        let sd = spread(effect.grade.max(effect.euro_grade));
        let drawn = distance(factors.iter().map(|it| it.ln() / sd).collect());
        assert!(drawn < critical, "{}: {drawn}", effect.id);
    }
    assert_eq!(draws.walk.len(), town.years().len(), "every year walks on");
    for (year, rows) in draws.walk.windows(2).enumerate() {
        let steps = distance(rows[0].iter().zip(&rows[1]).map(|(before, after)| after - before).collect());
        assert!(steps < critical, "year {year}: {steps}");
    }
    assert!(draws.walk[0].iter().all(|it| *it == 0.0));
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
