//! The way from money to an indicator: each step is the model's, and nothing is shown where nothing moved.

use zukunftshaushalt::figure::{Insight, Telling, choice_control, insight, subject, subjects, why};
use zukunftshaushalt::model::chain::{Counts, Members};
use zukunftshaushalt::model::ensemble::ensemble;
use zukunftshaushalt::model::{
    Choice, IndicatorAt, Money, Move, Projection, Purchase, Purpose, Scenario, Study, Town, simulate,
};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::text::{Lang, about};

fn studies() -> [Study; 2] {
    [muenster(), freiburg()].map(|files| Study::of(load(&files).expect("the packs in the repository are sound"), 200))
}

/// A scenario that moves some choices by so many of their steps, as far as their room goes.
fn moved(town: &Town, choices: &[(Choice, i64)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (choice, steps) in choices {
        let wish = choice_control(town, *choice, Money::ZERO, Lang::De).stepped(*steps);
        let amount = town.choice_room(*choice).clamp(wish);
        let to = match choice {
            Choice::Everyday(cell) => town.last_year(cell.lever),
            Choice::Own(at) => town.last_year_of(*at),
        };
        let change = Move { amount, from: town.first_year, to };
        if !amount.is_zero() {
            match choice {
                Choice::Everyday(cell) => drop(scenario.moves.insert(*cell, change)),
                Choice::Own(at) => drop(scenario.measures.insert(*at, change)),
            }
        }
    }
    scenario
}

/// Every choice whose effect is known, by itself more and less, and a draft of several.
fn scenarios(town: &Town) -> Vec<Scenario> {
    let all = town.fields.places().flat_map(|field| town.choices(Purpose::Field(field)));
    let known: Vec<Choice> = all.filter(|it| town.is_effect_known(*it)).collect();
    let alone = known.iter().flat_map(|it| [vec![(*it, 3)], vec![(*it, -3)]]);
    let mixed = known.iter().enumerate().map(|(at, it)| (*it, if at % 3 == 0 { -2 } else { 2 })).collect();
    alone.chain([mixed]).map(|it| moved(town, &it)).filter(Scenario::is_moved).collect()
}

fn told<R>(study: &Study, scenario: &Scenario, lang: Lang, tell: impl FnOnce(Telling<'_>, &Members) -> R) -> R {
    let town = &study.town;
    let projection: Projection = simulate(town, scenario);
    let ranges = ensemble(town, study.uncertainty(), scenario);
    tell(Telling { town, scenario, projection: &projection, ranges: &ranges, lang }, study.uncertainty().members())
}

fn changed(it: Telling<'_>) -> Vec<IndicatorAt> {
    it.town.indicators.places().filter(|at| it.projection.is_moved(*at)).collect()
}

fn explain(it: Telling<'_>, members: &Members, at: IndicatorAt) -> Insight {
    insight(it, members, at).expect("every indicator can be explained")
}

/// Money divided by the price is what is bought, each step leads to the next, and the last one is the change of the model.
#[test]
fn every_step_is_the_models() {
    let (mut ways, mut through, mut gathered) = (0, 0, 0);
    for study in studies() {
        let town = &study.town;
        for scenario in scenarios(town) {
            told(&study, &scenario, Lang::De, |it, members| {
                for at in changed(it) {
                    let told = explain(it, members, at);
                    // The way to a row is named by what it says, not by its key.
                    for (id, title) in told.steps.iter().filter_map(|step| step.row.as_ref()) {
                        assert!(!title.is_empty() && !title.contains(id.as_str()), "{id}: {title}");
                    }
                    let change = &it.projection.course.indicators.get(at).expect("a change").clone();
                    let (count, shown) = (*change.count.last().unwrap(), *change.shown.last().unwrap());
                    let rows = it.projection.why(at, it.projection.end()).rows;
                    let row = rows.iter().max_by(|a, b| a.count.abs().total_cmp(&b.count.abs())).unwrap();
                    let measure = &town.chain.measures[row.measure.0];
                    let exact: Vec<f64> = told.steps.iter().map(|it| it.exact).collect();
                    let near = |a: f64, b: f64| (a - b).abs() <= b.abs() * 1e-9;
                    // Money, and what it buys at the price.
                    let given: f64 = town
                        .purchases(&scenario)
                        .iter()
                        .filter(|(it, _)| *it == Purchase::Units(row.measure))
                        .map(|(_, money)| money.euros())
                        .sum();
                    assert!(near(exact[0], given), "{} is not {given}", exact[0]);
                    assert_eq!(told.steps[0].value, about(Money::from_euros(given.abs()), Lang::De));
                    assert!(near(exact[1], exact[0] / measure.unit_cost));
                    // What has gathered is what works and has arrived.
                    let units = it.projection.course.units.get(row.measure).expect("units");
                    let t = it.projection.end() - usize::from(row.via.is_some());
                    let kinds: Vec<&str> = told.steps.iter().map(|it| it.kind.as_str()).collect();
                    if kinds[2].starts_with("Bestand") {
                        assert!(exact[2].abs() <= units.working[t].abs() * (1.0 + 1e-9) || measure.life < 30.0);
                        gathered += 1;
                    }
                    // What a unit does leads from there to the effect of this way.
                    let effect_at = kinds.iter().position(|it| it.starts_with("Wirkung")).expect("an effect");
                    assert!(near(exact[effect_at], row.count), "{kinds:?}: {} is not {}", exact[effect_at], row.count);
                    let effect = town
                        .chain
                        .effects
                        .iter()
                        .find(|it| it.measure == row.measure && it.indicator == Some(row.via.unwrap_or(at)));
                    if row.via.is_none() {
                        let product = exact[effect_at - 1] * effect.expect("its row").per_unit;
                        // What has all but arrived reads the same and has no step of its own.
                        let has_step = kinds[2].starts_with("Bestand") || kinds[2].starts_with("Wirksam");
                        let off = if has_step { 1e-9 } else { 0.05 };
                        assert!((product - row.count).abs() <= row.count.abs() * off, "{product}: {kinds:?}");
                    } else {
                        let link = town.chain.links.iter().find(|it| Some(it.from) == row.via && it.to == at).unwrap();
                        assert!(near(exact[effect_at - 1] * link.per_count, row.count));
                        through += 1;
                    }
                    // All ways together are the change of the count, and the end is what the indicator shows.
                    if rows.len() > 1 {
                        let all = kinds.iter().position(|it| *it == "Alle Wege zusammen").expect("the other ways");
                        assert!(near(exact[all], count));
                    }
                    let last = *exact.last().unwrap();
                    assert!(near(last, shown) || near(last, count), "{last} is neither {shown} nor {count}");
                    ways += 1;
                }
            });
        }
    }
    assert!(ways > 150 && through > 10 && gathered > 30, "{ways} ways, {through} through others, {gathered} gathered");
}

/// The number of the headline is the number at the end of the chain, to the digits shown.
#[test]
fn the_headline_is_the_end_of_the_chain() {
    let mut compared = 0;
    for study in studies() {
        for scenario in scenarios(&study.town) {
            told(&study, &scenario, Lang::De, |it, members| {
                for at in changed(it).into_iter().filter(|at| !it.projection.nears_end(*at)) {
                    let told = explain(it, members, at);
                    let values: Vec<&str> = told.steps.iter().map(|it| it.value.as_str()).collect();
                    let number = told.number.as_str();
                    let is_there = values.iter().rev().take(2).any(|it| {
                        *it == number || it.split('\u{a0}').next() == Some(number) || it.starts_with("unter")
                    });
                    assert!(is_there, "{number} is not among {values:?}");
                    compared += 1;
                }
            });
        }
    }
    assert!(compared > 150, "{compared}");
}

/// The range of a way that is the only one is the range that the ensemble gives.
#[test]
fn the_band_is_that_of_the_members() {
    let mut compared = 0;
    for study in studies() {
        let town = &study.town;
        for scenario in scenarios(town).into_iter().take(40) {
            let projection = simulate(town, &scenario);
            let (members, end) = (study.uncertainty().members(), projection.end());
            let counts: Counts = members.counts(&zukunftshaushalt::model::euros(town, &scenario));
            for at in town.indicators.places().filter(|at| projection.is_moved(*at)) {
                let rows = projection.why(at, end).rows;
                let [row] = rows.as_slice() else { continue };
                let way = projection.equations.way(&projection.course, at, row, end).expect("a way");
                let along = members.along(&way, &projection.course);
                let whole = members.count_of(&counts, at, end);
                assert_eq!(along.count.len(), whole.len());
                for (a, b) in along.count.iter().zip(&whole) {
                    assert!((a - b).abs() <= b.abs() * 1e-9 + 1e-15, "{a} is not {b}");
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 20, "{compared}");
}

/// Money is known exactly, and what is drawn begins as a line.
#[test]
fn the_band_begins_as_a_line() {
    for study in studies() {
        for scenario in scenarios(&study.town).into_iter().take(20) {
            told(&study, &scenario, Lang::De, |it, members| {
                for at in changed(it) {
                    let steps = explain(it, members, at).steps;
                    assert_eq!(steps[0].plot.here, [1.0; 4]);
                    assert!(steps[0].plot.is_first && steps[1..].iter().all(|it| !it.plot.is_first));
                    assert!(steps.windows(2).all(|it| it[0].plot.next == it[1].plot.here));
                    assert!(steps.iter().all(|it| it.plot.here.is_sorted() && it.plot.reach == steps[0].plot.reach));
                    assert!(steps[1..].iter().all(|it| it.range.starts_with("wahrscheinlich")), "{steps:?}");
                }
            });
        }
    }
}

/// Nothing moved, nothing invented: today's value, no step, no number, in both languages and both towns.
#[test]
fn untouched_shows_no_change() {
    for study in studies() {
        for lang in Lang::ALL {
            told(&study, &Scenario::default(), lang, |it, members| {
                for at in it.town.indicators.places() {
                    let told = explain(it, members, at);
                    assert!(told.steps.is_empty() && told.number.is_empty() && told.others.is_empty());
                    let last = it.town.indicators[at.0].series.last().expect("a value").year.to_string();
                    assert!(told.rest.contains(&last), "{}", told.rest);
                    assert!(told.aloud.starts_with(lang.method().way.nothing_moved), "{}", told.aloud);
                    let why = why(it, at).expect("known");
                    assert!(why.rows.is_empty() && why.answer.is_empty());
                }
                assert!(subject(it, None).is_some());
            });
        }
    }
}

/// What stands still while others move says so.
#[test]
fn what_nothing_reaches_is_calm() {
    for study in studies() {
        let scenario = scenarios(&study.town).swap_remove(0);
        told(&study, &scenario, Lang::De, |it, members| {
            let still = it.town.indicators.places().find(|at| !it.projection.is_moved(*at)).expect("one that stands");
            let told = explain(it, members, still);
            assert!(told.steps.is_empty() && told.aloud.starts_with(it.texts().why_nothing), "{}", told.aloud);
        });
    }
}

/// Without a choice the page explains what the last move changes; and every indicator can be chosen, each once.
#[test]
fn what_is_explained_first_is_what_moved() {
    for study in studies() {
        let town = &study.town;
        let mut all: Vec<IndicatorAt> = subjects(town).into_iter().flat_map(|(_, all)| all).collect();
        all.sort_unstable();
        assert_eq!(all, town.indicators.places().collect::<Vec<_>>());
        let known = town.fields.places().flat_map(|field| town.choices(Purpose::Field(field)));
        for choice in known.filter(|it| town.is_effect_known(*it)) {
            let scenario = moved(town, &[(choice, 3)]);
            let last = match choice {
                Choice::Everyday(cell) => zukunftshaushalt::scenario::Touched::Cell(cell),
                Choice::Own(at) => zukunftshaushalt::scenario::Touched::Measure(at),
            };
            told(&study, &scenario, Lang::De, |it, _| {
                let Some(at) = subject(it, Some(last)) else { return };
                assert!(!scenario.is_moved() || changed(it).is_empty() || it.projection.is_moved(at));
            });
        }
    }
}

/// The bars of the explanation follow each other from the plan to the sum, and stay within the picture.
#[test]
fn bars_follow_each_other() {
    for study in studies() {
        for scenario in scenarios(&study.town).into_iter().rev().take(5) {
            told(&study, &scenario, Lang::De, |it, _| {
                for at in changed(it) {
                    let why = why(it, at).expect("known");
                    let mut here = why.plan_at;
                    for row in &why.rows {
                        let (left, right) = (row.bar.left, row.bar.left + row.bar.length);
                        let (from, to) = if row.bar.is_more { (left, right) } else { (right, left) };
                        assert!((from - here).abs() < 1e-9, "{from} does not follow {here}");
                        assert!((0.0..=100.0).contains(&left) && (0.0..=100.0).contains(&right));
                        here = to;
                    }
                    let end =
                        if why.sum_bar.is_more { why.sum_bar.left + why.sum_bar.length } else { why.sum_bar.left };
                    assert!((here - end).abs() < 1e-6, "{here} is not {end}");
                    assert!(why.answer.contains(&why.rows[0].value) || why.rows.len() == 1);
                }
            });
        }
    }
}

/// Sentences begin with a capital, end with one full stop, and hold no words of the other language.
#[test]
fn the_way_is_read_aloud() {
    for study in studies() {
        for scenario in scenarios(&study.town) {
            for (lang, others) in [(Lang::De, [" the ", " and "]), (Lang::En, [" und ", " Jahr "])] {
                told(&study, &scenario, lang, |it, members| {
                    for at in changed(it) {
                        let told = explain(it, members, at);
                        let said = &told.aloud;
                        assert!(said.ends_with('.') && !said.contains("..") && !said.contains("  "), "{said}");
                        assert!(others.iter().all(|it| !said.contains(it)), "{said}");
                        if std::env::var_os("ALOUD").is_some() {
                            println!("{} | {} {} | {said}", told.goal, told.number, told.rest);
                            for it in &told.steps {
                                println!(
                                    "    {} | {} {} | {} | {} | {}",
                                    it.kind, it.value, it.noun, it.operation, it.beside, it.range
                                );
                            }
                        }
                    }
                });
            }
        }
    }
}

/// Which way a change goes is said once, however small it is.
#[test]
fn the_way_of_a_change_is_said_once() {
    for study in studies() {
        for scenario in scenarios(&study.town).into_iter().step_by(5) {
            for lang in Lang::ALL {
                told(&study, &scenario, lang, |it, members| {
                    for at in changed(it) {
                        let insight = explain(it, members, at);
                        let head = format!("{} {} {}", insight.number, insight.noun, insight.rest);
                        let steps = insight.steps.iter().map(|step| format!("{} {}", step.value, step.noun));
                        for said in std::iter::once(head).chain(steps) {
                            let twice = ["mehr", "weniger", "more", "less"].map(|way| format!("{way} {way}"));
                            assert!(twice.iter().all(|way| !said.contains(way)), "{said}");
                        }
                    }
                });
            }
        }
    }
}
