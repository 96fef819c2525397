//! Laws of what is told beside the projection: ranges, the profile, crises and the exported file.

use std::collections::BTreeSet;

use proptest::prelude::*;
use zukunftshaushalt::model::ensemble::{Band, Steps, Uncertainty, ensemble};
use zukunftshaushalt::model::fairness::{About, Profile, outlook, profile, wheel};
use zukunftshaushalt::model::fiscal::key_figures::key_figures;
use zukunftshaushalt::model::fiscal::{Outcome, resilience};
use zukunftshaushalt::model::{Scenario, Town, euros, simulate, xmile};

use crate::cases;
use crate::matrix::reached;
use crate::towns::{any_town, made, reals};
use crate::wishes::{scenario, wishes};

/// Runs per range: few, because laws hold for any number of them.
const MEMBERS: usize = 30;

fn ends(band: &Band) -> [f64; 5] {
    [band.low, band.lower, band.median, band.upper, band.high]
}

/// Every number of a profile, what the scenario changes first.
fn of_profile(it: &Profile) -> (Vec<f64>, Vec<f64>) {
    let (mut changes, mut levels) = (Vec::new(), Vec::new());
    let mut pair = |plan: f64, scenario: f64| {
        changes.push(scenario - plan);
        levels.extend([plan, scenario]);
    };
    if let Some(own) = it.own_means {
        pair(own.coverage.plan, own.coverage.scenario);
        pair(own.per_head.plan, own.per_head.scenario);
    }
    if let Some(reach) = it.reach {
        pair(reach.plan.general, reach.scenario.general);
    }
    if let Some(kept) = it.upkeep {
        pair(kept.plan.ratio, kept.scenario.ratio);
        pair(kept.plan.weakest.1, kept.scenario.weakest.1);
    }
    if let Some(co2) = &it.co2 {
        pair(co2.plan.unwrap_or(0.0), co2.scenario.unwrap_or(0.0));
    }
    for floor in it.floors.iter().flatten() {
        pair(floor.value.plan, floor.value.scenario);
        pair(floor.status.plan, floor.status.scenario);
    }
    if let Some(future) = it.future {
        pair(future.plan, future.scenario);
    }
    changes.extend(it.backlog.map(|it| it.change));
    changes.extend(it.inheritance.change);
    changes.extend(it.damage.into_iter().flat_map(|(_, it)| [it.tonnes, it.low, it.high]));
    changes.extend(it.savings.into_iter().flat_map(|it| [it.change_low, it.change_high]));
    (changes, levels)
}

fn of_outcome(it: &Outcome) -> impl Iterator<Item = f64> {
    [it.worst.1, it.left].into_iter().chain(it.distance)
}

/// What stands between two marks, everywhere in a text.
fn between<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(from).skip(1).filter_map(move |rest| rest.split(to).next())
}

/// Tables of money of the exported file, from the start year on.
fn tables(text: &str) -> Vec<Vec<f64>> {
    let numbers = |table: &str| {
        let list = between(table, "<ypts>", "<").next().unwrap_or_default().to_owned();
        list.split(',').skip(1).map(|it| it.parse().unwrap()).collect()
    };
    between(text, "<gf name=\"table of euros ", "</gf>").map(numbers).collect()
}

fn assert_ranges(town: &Town, scenario: &Scenario) {
    let uncertainty = Uncertainty::new(town, MEMBERS);
    let (calm, found) = (ensemble(town, &uncertainty, &Scenario::default()), ensemble(town, &uncertainty, scenario));
    assert_eq!(found, ensemble(town, &Uncertainty::new(town, MEMBERS), scenario), "twice the same");
    // Built on another scenario, on half of it, and taken back from it, they are the same to the last bit.
    let half =
        Scenario { moves: scenario.moves.iter().step_by(2).map(|it| (*it.0, *it.1)).collect(), ..scenario.clone() };
    let mut computed = Steps::new(town, &uncertainty, &half, None).finish();
    for (next, expected) in [(scenario, &found), (&Scenario::default(), &calm), (scenario, &found)] {
        computed = Steps::new(town, &uncertainty, next, Some(computed)).finish();
        assert_eq!(*computed.ranges(), *expected);
    }
    let paths = simulate(town, scenario).course.indicators;
    let reached = reached(town, scenario);
    assert_eq!([found.len(), paths.len()], [calm.len(); 2]);
    for (((at, calm), found), path) in calm.pairs().zip(&found).zip(&paths) {
        // Untouched bands have no width and no direction, whatever the town.
        let still = ends(&calm.change).into_iter().chain(calm.dots.iter().copied()).chain([calm.better, calm.worse]);
        assert!(still.into_iter().all(|it| it == 0.0) && calm.plan == calm.scenario && !calm.is_moved());
        assert!(calm.target.is_none_or(|(plan, scenario)| plan == scenario));
        // The plan's range does not know of the scenario.
        assert_eq!(calm.plan, found.plan);
        for band in found.plan.iter().chain(&found.scenario).map(|it| &it.1).chain([&found.change]) {
            let values = ends(band);
            assert!(values.iter().all(|it| it.is_finite()) && values.is_sorted(), "{band:?}");
        }
        assert!(found.dots.is_sorted() && found.better + found.worse <= 1.0 + 1e-12);
        assert!(found.yearly_noise.is_finite() && found.yearly_noise >= 0.0);
        // Links that cancel out in the middle do not in every member, so only what nothing leads to must rest.
        if !reached.contains(&at) {
            assert!(path.count.iter().all(|d| *d == 0.0));
            assert!(!found.is_moved() && found.plan == found.scenario, "what does not move has no range of its own");
        }
    }
}

fn assert_profile(town: &Town, scenario: &Scenario) {
    let of = |scenario: &Scenario| profile(town, scenario, &simulate(town, scenario));
    let calm = Scenario { shocks: scenario.shocks.clone(), ..Scenario::default() };
    let (changes, _) = of_profile(&of(&calm));
    assert!(
        changes.iter().all(|change| *change == 0.0),
        "untouched is exactly nothing, in a crisis as well: {changes:?}"
    );
    let found = of(scenario);
    assert_eq!(found, of(scenario));
    let (changes, levels) = of_profile(&found);
    assert!(changes.iter().chain(&levels).all(|number| number.is_finite()), "{found:?}");
    if let Some(strong) = found.strong() {
        assert!((0.0..=1.0).contains(&strong.scenario));
        assert!(found.floors.iter().flatten().all(|floor| strong.scenario <= floor.status.scenario));
    }
    // The parts of the ledger are the whole.
    let parts = outlook(town, scenario);
    let groups = simulate(town, scenario).groups;
    assert_eq!([parts.spending.per_head.len(), parts.taxes.per_head.len()], [groups.len(); 2]);
    let size = groups.iter().zip(&parts.spending.per_head).zip(&parts.taxes.per_head);
    for ((group, spent), paid) in size {
        let size = 1e-9 * (spent.abs() + paid.abs() + 1e-3);
        assert!((spent + paid - group.per_head).abs() <= size, "{spent} + {paid} is not {}", group.per_head);
    }
    for (at, spent) in parts.spending.per_head.iter().enumerate() {
        let pieces: Vec<f64> = parts.parts.iter().map(|(_, piece)| piece.per_head[at]).collect();
        let size = 1e-9 * (pieces.iter().map(|it| it.abs()).sum::<f64>() + 1e-3);
        assert!((pieces.iter().sum::<f64>() - spent).abs() <= size, "{pieces:?} are not {spent}");
    }
    for year in key_figures(town, scenario) {
        let pairs = [year.coverage, year.deficit, year.investment, year.interest];
        assert!(pairs.iter().flat_map(|it| [it.0, it.1]).flatten().all(|it| it.is_finite()), "{year:?}");
        assert!(pairs.iter().all(|it| it.0.is_none() || it.1.is_some() || scenario.is_moved()), "{year:?}");
    }
    let same = |it: (Option<f64>, Option<f64>)| it.0 == it.1;
    for year in key_figures(town, &calm) {
        assert!([year.coverage, year.deficit, year.investment, year.interest].into_iter().all(same), "{year:?}");
    }
}

fn assert_resilience(town: &Town, scenario: &Scenario) {
    let rows = resilience(town, scenario);
    // Without reserves the plan has no years that anything could strike.
    assert_eq!(rows.len(), if town.reserves.is_empty() { 0 } else { town.shocks.len() + 1 });
    assert!(rows.iter().all(|row| of_outcome(&row.plan).chain(of_outcome(&row.scenario)).all(f64::is_finite)));
    let calm = Scenario { shocks: Vec::new(), ..scenario.clone() };
    assert_eq!(resilience(town, &calm), rows, "the table does not depend on what is switched on");
    assert!(resilience(town, &Scenario::default()).iter().all(|row| row.plan == row.scenario), "untouched");
}

/// Names are unique, equations name what there is, and the money of both sides is that of plan and scenario.
fn assert_exported(town: &Town, scenario: &Scenario) {
    let text = xmile::export(town, scenario);
    let names: Vec<String> = between(&text, " name=\"", "\"").map(|name| name.replace(' ', "_")).collect();
    let known: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(known.len(), names.len(), "a name stands twice");
    let equations = || between(&text, "<eqn>", "</eqn>").chain(between(&text, "<inflow>", "</inflow>"));
    assert!(equations().count() > 3 * town.indicators.len() && names.len() > 3 * town.indicators.len());
    for equation in equations() {
        let equation = equation.replace("&gt;", " ");
        let words = equation.split(|it: char| !(it.is_ascii_alphanumeric() || it == '_'));
        for word in words.filter(|it| it.starts_with(|it: char| it.is_ascii_lowercase())) {
            assert!(known.contains(word), "{word} is unknown in {equation}");
        }
    }
    let tables = tables(&text);
    assert_eq!(tables.len(), town.chain.measures.len());
    for (found, expected) in tables.iter().zip(&euros(town, scenario)) {
        assert_eq!(found, expected);
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn ranges_of_any_town_are_ordered_and_rest_untouched(town in any_town(), wishes in wishes()) {
        assert_ranges(&town, &scenario(&town, &wishes));
    }

    #[test]
    fn the_profile_of_any_town_is_finite_and_rests_untouched(town in any_town(), wishes in wishes()) {
        assert_profile(&town, &scenario(&town, &wishes));
    }

    #[test]
    fn the_crises_of_any_town_are_finite_and_stand_alone(town in any_town(), wishes in wishes()) {
        assert_resilience(&town, &scenario(&town, &wishes));
    }

    #[test]
    fn the_exported_file_of_any_town_holds_its_money(town in any_town(), wishes in wishes()) {
        assert_exported(&town, &scenario(&town, &wishes));
    }
}

/// The wheel: a segment for every indicator, between kept and worst where limit and value are known, and nothing else is fine.
#[test]
fn the_wheel_shows_what_is_known() {
    let towns = reals().into_iter().chain((0..200).map(made));
    for town in towns {
        for scenario in [Scenario::default(), town.half_of_every_room()] {
            let it = simulate(&town, &scenario);
            let all = wheel(&town, &it);
            let indicators = all.iter().filter(|it| matches!(it.about, About::Indicator(..))).count();
            assert_eq!(indicators, town.indicators.len());
            for segment in &all {
                assert_eq!(
                    segment.missing.is_some(),
                    segment.limit.is_some() && segment.today.is_some(),
                    "{segment:?}"
                );
                let About::Indicator(_, indicator) = segment.about else { continue };
                assert!(segment.today.is_none_or(|it| it.is_local));
                let Some((missing, limit)) = segment.missing.zip(segment.limit) else { continue };
                let end = segment.end.expect("values at the horizon");
                let better = |value: f64| if indicator.scale.best > indicator.scale.worst { value } else { -value };
                for (share, value) in [
                    (missing.today, indicator.start()),
                    (missing.end.plan, end.plan),
                    (missing.end.scenario, end.scenario),
                ] {
                    assert!((0.0..=1.0).contains(&share), "{share}");
                    assert_eq!(share == 0.0, better(value) >= better(limit.value), "{share} of {value}, {limit:?}");
                }
                assert!(better(end.scenario) < better(end.plan) || missing.end.scenario <= missing.end.plan);
                assert!(!scenario.is_untouched() || (end.change() == 0.0 && missing.end.change() == 0.0));
            }
        }
    }
}
