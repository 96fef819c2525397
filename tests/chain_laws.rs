//! Laws of the chain over random equations and random money.

mod seeded;

use std::sync::Arc;

use proptest::prelude::*;
use zukunftshaushalt::model::chain::{
    Draws, Equations, Euros, GivenDraws, LARGEST_RADIUS, Link, Members, PerUnit, Spread, Spreads, Subject, radius,
};
use zukunftshaushalt::model::fiscal::{Flow, difference};
use zukunftshaushalt::model::{Grade, IndicatorAt, MeasureAt, MeasureKind, Scale, Terms};

const YEARS: usize = 12;

fn subject() -> impl Strategy<Value = Subject> {
    let ends = (-50.0..50.0_f64, 1.0..80.0_f64, any::<bool>());
    (ends, 0.0..1.0_f64, -0.1..0.1_f64, 1.0..1000.0_f64, prop::collection::vec(10.0..1e5_f64, YEARS)).prop_map(
        |((low, length, is_up), start, trend, per, base)| {
            let (worst, best) = if is_up { (low, low + length) } else { (low + length, low) };
            let scale = Scale { worst, best };
            Subject { scale, start: worst + (best - worst) * start, trend, damping: 0.9, per, base }
        },
    )
}

fn terms() -> impl Strategy<Value = Terms> {
    let life = prop_oneof![Just(1.0), Just(7.0), 1.0..40.0_f64];
    (any::<bool>(), 1.0..1e6_f64, life, 0..4_usize, 0.0..0.9_f64, 0.0..0.1_f64, 0.0..0.1_f64).prop_map(
        |(is_service, unit_cost, life, starts_after, granted, follow_up, saving)| Terms {
            kind: if is_service { MeasureKind::Service } else { MeasureKind::Investment },
            unit_cost,
            life,
            starts_after,
            granted,
            follow_up: follow_up * unit_cost,
            saving: saving * unit_cost,
        },
    )
}

fn effect(measures: usize, indicators: usize) -> impl Strategy<Value = PerUnit> {
    let delay = prop_oneof![Just(0.0), 0.1..10.0_f64];
    (0..measures, 0..indicators, -5.0..5.0_f64, delay).prop_map(|(measure, indicator, per_unit, delay)| PerUnit {
        measure: MeasureAt(measure),
        indicator: IndicatorAt(indicator),
        per_unit,
        delay,
    })
}

/// A sound chain, with loops, and money for some of its measures.
fn chain() -> impl Strategy<Value = (Equations, Euros)> {
    (1..5_usize, 1..5_usize).prop_flat_map(|(measures, indicators)| {
        let link = (0..indicators, 0..indicators, -0.8..0.8_f64).prop_map(|(from, to, per_count)| Link {
            from: IndicatorAt(from),
            to: IndicatorAt(to),
            per_count,
        });
        let effects = prop::collection::vec(effect(measures, indicators), 0..8).prop_map(|mut all| {
            all.sort_by_key(|it| (it.measure, it.indicator));
            all.dedup_by_key(|it| (it.measure, it.indicator));
            all
        });
        let links = prop::collection::vec(link, 0..6).prop_map(|mut all| {
            all.retain(|it| it.from != it.to);
            while radius(all.iter().map(|it| it.between())) >= LARGEST_RADIUS {
                all.pop();
            }
            all
        });
        let span = (-1e7..1e7_f64, 0..YEARS, 1..YEARS);
        let euros = prop::option::of(span).prop_map(|moved| {
            let mut euros = vec![0.0; YEARS];
            if let Some((amount, from, long)) = moved {
                euros.iter_mut().skip(from).take(long).for_each(|it| *it = amount);
            }
            euros
        });
        let chain =
            (prop::collection::vec(subject(), indicators), prop::collection::vec(terms(), measures), effects, links)
                .prop_map(|(subjects, measures, effects, links)| Equations {
                    years: YEARS,
                    subjects: subjects.into(),
                    measures: measures.into(),
                    effects,
                    links,
                });
        (chain, prop::collection::vec(euros, measures).prop_map(Euros::from))
    })
}

fn untouched(equations: &Equations) -> Euros {
    vec![vec![0.0; YEARS]; equations.measures.len()].into()
}

/// Uncertain in everything, in a few ways.
fn spreads(equations: &Equations) -> Spreads {
    Spreads {
        costs: equations.measures.iter().map(|it| Spread::of_cost(it.unit_cost, None, Some(Grade::B))).collect(),
        effects: equations
            .effects
            .iter()
            .map(|it| (Spread::of_effect(it.per_unit, None, Some(Grade::C)), false))
            .collect(),
        links: equations.links.iter().map(|it| Spread::of_effect(it.per_count, None, Some(Grade::B))).collect(),
        noise: equations.subjects.iter().map(|_| 0.05).collect(),
    }
}

fn members(equations: &Equations, draws: GivenDraws, looked_at: Vec<usize>) -> Members {
    Members::new(Arc::new(equations.clone()), spreads(equations), Draws::Given(Box::new(draws)), looked_at)
}

proptest! {
    #![proptest_config(seeded::cases(200))]

    #[test]
    fn untouched_is_exactly_nothing((chain, _) in chain(), draws in prop::collection::vec(-2.0..2.0_f64, 3)) {
        let course = chain.run(&untouched(&chain));
        for units in &course.units {
            prop_assert!([&units.bought, &units.working, &units.building].iter().all(|it| it.iter().all(|it| *it == 0.0)));
        }
        for change in &course.indicators {
            prop_assert!([&change.count, &change.in_unit, &change.shown].iter().all(|it| it.iter().all(|it| *it == 0.0)));
            prop_assert_eq!(&change.value, &change.reference.value);
        }
        let costs = vec![draws.clone(); chain.measures.len()].into();
        let members = members(&chain, GivenDraws { members: 3, costs, ..GivenDraws::default() }, vec![YEARS - 1]);
        let counts = members.counts(&untouched(&chain));
        for at in chain.subjects.places() {
            prop_assert!(!counts.reach(at));
            let found = members.outcome(&counts, at, YEARS - 1);
            prop_assert_eq!((found.changes(), found.share(|it| it != 0.0)), ([0.0; 5], 0.0));
        }
    }

    #[test]
    fn the_rows_of_an_explanation_sum_to_the_change((chain, euros) in chain(), t in 0..YEARS) {
        let course = chain.run(&euros);
        for (at, change) in course.indicators.pairs() {
            let rows = chain.why(&course, at, t).rows;
            let size = |of: &dyn Fn(&zukunftshaushalt::model::chain::Row) -> f64| rows.iter().map(|it| of(it).abs()).sum::<f64>();
            let sum = |of: &dyn Fn(&zukunftshaushalt::model::chain::Row) -> f64| rows.iter().map(of).sum::<f64>();
            prop_assert!((sum(&|it| it.count) - change.count[t]).abs() <= 1e-9 * size(&|it| it.count));
            prop_assert!((sum(&|it| it.shown) - change.shown[t]).abs() <= 1e-9 * size(&|it| it.shown));
            prop_assert!(rows.iter().all(|it| it.count != 0.0 && course.is_moved(it.measure)));
        }
    }

    #[test]
    fn what_is_shown_keeps_its_sign_and_stays_on_the_scale((chain, euros) in chain()) {
        for (change, subject) in chain.run(&euros).indicators.iter().zip(&chain.subjects) {
            let (low, high) = (subject.scale.worst.min(subject.scale.best), subject.scale.worst.max(subject.scale.best));
            for t in 0..YEARS {
                let (shown, whole) = (change.shown[t], change.in_unit[t]);
                prop_assert!(shown.abs() <= whole.abs() && (shown == 0.0) == (whole == 0.0) && shown * whole >= 0.0);
                let rounding = 1e-12 * (high - low);
                prop_assert!(change.value[t] >= low - rounding && change.value[t] <= high + rounding);
            }
        }
    }

    /// Twice the money changes the count twice as much, and what is shown never less.
    #[test]
    fn the_count_is_linear_in_money((chain, euros) in chain()) {
        let twice: Euros = euros.iter().map(|it| it.iter().map(|it| 2.0 * it).collect()).collect();
        let (once, twice) = (chain.run(&euros), chain.run(&twice));
        for (once, twice) in once.indicators.iter().zip(&twice.indicators) {
            for t in 0..YEARS {
                prop_assert_eq!(2.0 * once.count[t], twice.count[t]);
                prop_assert!(once.shown[t].abs() <= twice.shown[t].abs());
            }
        }
    }

    /// What is bought or working is what changes, to the last bit: one thing has one number.
    #[test]
    fn a_thing_that_is_counted_itself_is_one_number(terms in terms(), subject in subject(), amount in -1e7..1e7_f64) {
        let at = (MeasureAt(0), IndicatorAt(0));
        let effects = vec![PerUnit { measure: at.0, indicator: at.1, per_unit: 1.0, delay: 0.0 }];
        let chain = Equations { years: YEARS, subjects: vec![subject].into(), measures: vec![terms].into(), effects, links: vec![] };
        let course = chain.run(&vec![vec![amount; YEARS]].into());
        prop_assert_eq!(&course.units[0].working, &course.indicators[0].count);
    }

    /// Members whose draws all lie in the middle are the equations themselves, though they are computed in another way.
    #[test]
    fn a_member_in_the_middle_is_the_chain((chain, euros) in chain()) {
        let members = members(&chain, GivenDraws { members: 13, ..GivenDraws::default() }, (0..YEARS).collect());
        let counts = members.counts(&euros);
        for (at, change) in chain.run(&euros).indicators.pairs() {
            let size = change.count.iter().fold(0.0_f64, |size, it| size.max(it.abs()));
            for t in 0..YEARS {
                let found = members.outcome(&counts, at, t);
                for (count, shown) in members.count_of(&counts, at, t).iter().zip(&found.shown) {
                    prop_assert!((count - change.count[t]).abs() <= 1e-9 * size, "{count} {}", change.count[t]);
                    prop_assert!((shown - change.shown[t]).abs() <= 1e-9 * size * chain.subjects[at.0].in_unit(1.0, t));
                }
            }
        }
    }

    /// Things and books are the same things: when the last unit is gone, nothing is left in the books.
    #[test]
    fn what_no_longer_works_is_written_off(terms in terms(), amount in 1.0..1e7_f64) {
        let terms = Terms { kind: MeasureKind::Investment, ..terms };
        let years = 4 + terms.starts_after + terms.life.ceil() as usize;
        let mut euros = vec![0.0; years];
        euros[1] = amount;
        let flow = Flow::new(euros, terms);
        let own = amount * (1.0 - terms.granted);
        prop_assert!((flow.book_value(2) - own).abs() <= 1e-9 * amount, "what is being built counts");
        prop_assert!(flow.book_value(years).abs() <= 1e-9 * amount);
        let debt = difference(years, &[flow], &[], 0.0).debt;
        let running: f64 = (terms.follow_up - terms.saving) * amount / terms.unit_cost * terms.life;
        prop_assert!((debt[years - 1] - own - running).abs() <= 1e-6 * (own + running.abs()), "{} {}", debt[years - 1], own + running);
    }
}
