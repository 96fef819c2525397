//! Chains of measures made at random, which keep the rules of the catalogue.

use zukunftshaushalt::model::chain::{LARGEST_RADIUS, radius};
use zukunftshaushalt::model::{
    Ages, Chain, Count, CountBase, CountLink, FieldAt, Finding, Grade, IndicatorAt, LeverAt, LeverKind, List, Measure,
    MeasureAt, MeasureKind, Share, Town, UnitEffect,
};

use crate::towns::{Dice, MUENSTER, made, reals};

/// Measures on the levers of a town, what their units change, links, and a count for every indicator.
pub fn chain(dice: &mut Dice, town: &Town) -> Chain {
    let mut measures: List<MeasureAt, Measure> = List::default();
    for at in 0..dice.count(0, 8) {
        let drawn = measure(dice, at, town);
        let is_first = measures.iter().all(|it| !it.is_usual || it.lever != drawn.lever);
        measures.push(Measure { is_usual: drawn.is_usual && is_first, ..drawn });
    }
    let mut effects: Vec<UnitEffect> = Vec::new();
    for at in 0..if measures.is_empty() { 0 } else { dice.count(0, 12) } {
        let drawn = effect(dice, at, measures.len(), town);
        let is_same = |it: &UnitEffect| (it.measure, it.indicator) == (drawn.measure, drawn.indicator);
        if drawn.indicator.is_none() || !effects.iter().any(is_same) {
            effects.push(drawn);
        }
    }
    Chain {
        links: links(dice, town.indicators.len()),
        counts: town.indicators.iter().map(|_| Some(count(dice, town))).collect(),
        measures,
        effects,
        own: Vec::new(),
        left_out: Vec::new(),
    }
}

/// A usual measure is booked as its lever is, as in every pack; another one as it likes.
fn measure(dice: &mut Dice, at: usize, town: &Town) -> Measure {
    let lever = LeverAt(dice.count(0, town.levers.len() - 1));
    let is_usual = dice.rarely(2);
    let builds = if is_usual { town.levers[lever.0].kind == LeverKind::Investment } else { dice.rarely(2) };
    let unit_cost = 10f64.powf(dice.within(0.0, 7.0));
    let share = |dice: &mut Dice| Share::new(dice.within(0.0, 1.0)).unwrap();
    let per_unit = |dice: &mut Dice| if dice.rarely(3) { unit_cost * dice.within(0.0, 0.5) } else { 0.0 };
    Measure {
        id: format!("measure-{at}"),
        lever,
        field: FieldAt(dice.count(0, town.fields.len() - 1)),
        kind: if builds { MeasureKind::Investment } else { MeasureKind::Service },
        is_usual,
        unit_cost,
        cost_range: (unit_cost * dice.within(0.3, 1.0), unit_cost * dice.within(1.0, 3.0)),
        life: if dice.rarely(2) { 1.0 } else { dice.within(1.0, 60.0) },
        starts_after: if dice.rarely(2) { 0 } else { dice.count(0, 6) as u16 },
        grant_share: if builds && dice.rarely(2) { share(dice) } else { Share::NONE },
        follow_cost: per_unit(dice),
        saving: per_unit(dice),
        most_per_year: dice.rarely(2).then(|| 10f64.powf(dice.within(-2.0, 9.0)) / unit_cost),
        ..MUENSTER.chain.measures[0].clone()
    }
}

fn grade(dice: &mut Dice) -> Grade {
    [Grade::A, Grade::B, Grade::C, Grade::D][dice.count(0, 3)]
}

/// Ends of a range around a value, the one nearer to zero first.
fn range(dice: &mut Dice, value: f64) -> Option<(f64, f64)> {
    dice.rarely(2).then(|| (value * dice.within(0.1, 1.0), value * dice.within(1.0, 5.0)))
}

fn effect(dice: &mut Dice, at: usize, measures: usize, town: &Town) -> UnitEffect {
    let indicator = (!dice.rarely(10)).then(|| IndicatorAt(dice.count(0, town.indicators.len() - 1)));
    let per_unit = match dice.count(0, 5) {
        0 => 0.0,
        1 => -10f64.powf(dice.within(-6.0, 4.0)),
        _ => 10f64.powf(dice.within(-6.0, 4.0)),
    };
    let is_better = indicator.is_some_and(|it| {
        let scale = town.indicators[it.0].scale;
        (per_unit > 0.0) == (scale.best > scale.worst)
    });
    UnitEffect {
        id: format!("effect-{at}"),
        measure: MeasureAt(dice.count(0, measures - 1)),
        indicator,
        per_unit,
        range: if per_unit == 0.0 { None } else { range(dice, per_unit) },
        is_per_euro: dice.rarely(4),
        delay: if dice.rarely(3) { 0.0 } else { dice.within(0.0, 20.0) },
        grade: grade(dice),
        finding: match (per_unit == 0.0, is_better) {
            (true, _) => Finding::Unknown,
            (false, true) => Finding::Improves,
            (false, false) => Finding::Worsens,
        },
        ..MUENSTER.chain.effects[0].clone()
    }
}

/// Links between different indicators, each pair once, made weaker until what goes round dies away.
fn links(dice: &mut Dice, indicators: usize) -> Vec<CountLink> {
    let mut links: Vec<CountLink> = Vec::new();
    for _ in 0..dice.count(0, 6) {
        let [from, to] = [0; 2].map(|_| IndicatorAt(dice.count(0, indicators - 1)));
        let per_count = 10f64.powf(dice.within(-3.0, 1.0)) * if dice.rarely(3) { -1.0 } else { 1.0 };
        let drawn =
            CountLink { from, to, per_count, range: None, grade: grade(dice), ..MUENSTER.chain.links[0].clone() };
        if from != to && links.iter().all(|it| (it.from, it.to) != (from, to)) {
            links.push(drawn);
        }
    }
    let radius = radius_of(&links);
    let most = LARGEST_RADIUS * dice.within(0.1, 0.99);
    for link in &mut links {
        link.per_count *= if radius > most { most / radius } else { 1.0 };
        link.range = range(dice, link.per_count);
    }
    links
}

fn radius_of(links: &[CountLink]) -> f64 {
    radius(links.iter().map(|it| (it.from.0, it.to.0, it.per_count)))
}

/// Of people where there are some in every year, else of a fixed number.
fn count(dice: &mut Dice, town: &Town) -> Count {
    let ages = Ages { from: dice.count(0, 50) as u8, to: dice.count(50, 100) as u8 };
    let is_peopled = (0..town.years().len()).all(|t| town.population.within(ages, t) > 0.0);
    let base = if is_peopled && !dice.rarely(3) {
        CountBase::Ages(ages)
    } else {
        CountBase::Fixed(10f64.powf(dice.within(0.0, 6.0)))
    };
    let template = MUENSTER.chain.counts.iter().flatten().next().expect("Münster counts something");
    Count { per: 10f64.powi(dice.count(0, 3) as i32), base, ..template.clone() }
}

/// What the rules of the catalogue ask of rows, asked of a chain.
fn assert_keeps_the_rules(town: &Town) {
    let Chain { measures, effects, links, counts, .. } = &town.chain;
    let holds = |value: f64, (low, high): (f64, f64)| {
        value.signum() * low > 0.0 && low.abs() <= value.abs() && value.abs() <= high.abs() && low * high > 0.0
    };
    for (at, it) in measures.pairs() {
        assert!(it.unit_cost > 0.0 && holds(it.unit_cost, it.cost_range) && it.life >= 1.0, "{it:?}");
        assert!(it.follow_cost >= 0.0 && it.saving >= 0.0 && it.most_per_year.is_none_or(|most| most > 0.0), "{it:?}");
        assert!(it.kind == MeasureKind::Investment || it.grant_share == Share::NONE, "{it:?}");
        assert!(it.lever < town.levers.end() && it.field < town.fields.end(), "{it:?}");
        let builds = it.kind == MeasureKind::Investment;
        assert!(!it.is_usual || town.chain.usual(it.lever) == Some(at) && builds == town.invests(it.lever), "{it:?}");
    }
    for (at, it) in effects.iter().enumerate() {
        assert!(it.measure < measures.end() && it.indicator.is_none_or(|at| at < town.indicators.end()), "{it:?}");
        assert!(it.delay >= 0.0 && it.range.is_none_or(|range| holds(it.per_unit, range)), "{it:?}");
        // What moves nothing that the town measures may stand for several indicators of the catalogue.
        let is_same = |other: &UnitEffect| (other.measure, other.indicator) == (it.measure, it.indicator);
        assert!(it.indicator.is_none() || !effects[..at].iter().any(is_same), "{it:?}");
    }
    for (at, it) in links.iter().enumerate() {
        assert!(it.from != it.to && it.per_count != 0.0 && it.from.max(it.to) < town.indicators.end(), "{it:?}");
        assert!(it.range.is_none_or(|range| holds(it.per_count, range)), "{it:?}");
        assert!(links[..at].iter().all(|other| (other.from, other.to) != (it.from, it.to)));
    }
    assert!(radius_of(links) < LARGEST_RADIUS, "{}", radius_of(links));
    assert_eq!(counts.len(), town.indicators.len());
    for count in counts.iter().flatten() {
        let base = |t: usize| match &count.base {
            CountBase::Ages(ages) => town.population.within(*ages, t),
            CountBase::Fixed(base) => *base,
        };
        assert!(count.per > 0.0 && (0..town.years().len()).all(|t| base(t) > 0.0), "{count:?}");
    }
    assert!(town.year <= town.first_year && town.first_year <= town.horizon);
}

/// Random chains differ, hold what a chain can hold, and keep the rules that packs keep.
#[test]
fn random_chains_are_various_and_keep_the_rules() {
    let towns: Vec<_> = (0..300).map(made).collect();
    reals().iter().chain(&towns).for_each(|town| assert_keeps_the_rules(town));
    let some = |of: fn(&Town) -> bool| towns.iter().any(|it| of(it)) && !towns.iter().all(|it| of(it));
    assert!(some(|it| it.chain.measures.is_empty()));
    assert!(some(|it| it.chain.measures.iter().any(|it| it.is_usual)));
    assert!(some(|it| it.chain.measures.iter().any(|it| !it.is_usual && it.kind == MeasureKind::Service)));
    assert!(some(|it| it.chain.measures.iter().any(|it| !it.is_usual && it.kind == MeasureKind::Investment)));
    assert!(some(|it| it.chain.measures.iter().any(|it| it.is_usual && it.kind == MeasureKind::Investment)));
    assert!(some(|it| it.chain.measures.iter().any(|it| it.most_per_year.is_none())));
    assert!(some(|it| it.chain.measures.iter().any(|it| it.starts_after > 0 && it.follow_cost > it.saving)));
    assert!(some(|it| it.chain.effects.iter().any(UnitEffect::has_number)));
    assert!(some(|it| it.chain.effects.iter().any(|it| it.per_unit < 0.0)));
    assert!(some(|it| radius_of(&it.chain.links) > 0.2));
    assert!(some(|it| it.chain.counts.iter().flatten().any(|it| matches!(it.base, CountBase::Ages(_)))));
    assert!(some(|it| it.first_year > it.year));
}
