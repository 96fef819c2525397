//! The first screen and the short path: what they say agrees with the model, and with each other.

use zukunftshaushalt::figure::{
    Telling, changes, choice_control, chosen, cost_of_more, goal_tiles, million_buys, opening, outcome, own_effect,
    tax_offer,
};
use zukunftshaushalt::model::{Choice, List, Money, Move, Projection, Purpose, Scenario, Town, simulate};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::text::{Lang, rounded};

fn towns() -> [Town; 2] {
    [muenster(), freiburg()].map(|files| load(&files).expect("the packs in the repository are sound"))
}

/// A scenario that moves one choice by so many of its steps, as far as its room goes.
fn moved(town: &Town, choice: Choice, steps: i64) -> Scenario {
    let mut scenario = Scenario::default();
    let wish = choice_control(town, choice, Money::ZERO, Lang::De).stepped(steps);
    let amount = town.choice_room(choice).clamp(wish);
    let last = match choice {
        Choice::Everyday(cell) => town.last_year(cell.lever),
        Choice::Own(at) => town.last_year_of(at),
    };
    let change = Move { amount, from: town.first_year, to: last };
    if !amount.is_zero() {
        match choice {
            Choice::Everyday(cell) => drop(scenario.moves.insert(cell, change)),
            Choice::Own(at) => drop(scenario.measures.insert(at, change)),
        }
    }
    scenario
}

fn told<R>(town: &Town, scenario: &Scenario, tell: impl FnOnce(Telling<'_>, &Projection) -> R) -> R {
    let (projection, ranges) = (simulate(town, scenario), List::default());
    tell(Telling { town, scenario, projection: &projection, ranges: &ranges, lang: Lang::De }, &projection)
}

fn all_choices(town: &Town) -> Vec<Choice> {
    town.fields.places().flat_map(|field| town.choices(Purpose::Field(field))).collect()
}

/// Every choice can be moved, none is named twice, and what is measured stands before what is not.
#[test]
fn choices_are_whole() {
    for town in towns() {
        for field in town.fields.places() {
            let choices = town.choices(Purpose::Field(field));
            assert!(choices.iter().all(|it| !town.choice_room(*it).is_empty()));
            assert!(choices.iter().enumerate().all(|(at, it)| !choices[..at].contains(it)));
            assert!(choices.is_sorted_by_key(|it| !town.is_effect_known(*it)));
        }
    }
}

/// The count beside − and + is the count that the model buys, to the digits shown: one thing has one number.
#[test]
fn what_is_chosen_is_what_is_bought() {
    let mut counted = 0;
    for town in towns() {
        for choice in all_choices(&town) {
            for steps in [3, -3] {
                let scenario = moved(&town, choice, steps);
                told(&town, &scenario, |it, projection| {
                    let Some(said) = chosen(it, choice) else {
                        assert!(scenario.is_untouched());
                        return;
                    };
                    let Some(at) = town.bought_by(choice) else { return };
                    let units = &projection.course.units.get(at).expect("units of every measure").bought;
                    let most = units.iter().copied().max_by(|a, b| a.abs().total_cmp(&b.abs())).expect("years");
                    if most.abs() >= 0.1 {
                        let sign = if most < 0.0 { '\u{2212}' } else { '+' };
                        assert_eq!(said.count, format!("{sign}{}", rounded(most.abs(), Lang::De)));
                        counted += 1;
                    }
                });
            }
        }
    }
    assert!(counted > 100, "{counted} choices were compared");
}

/// A step of a counted choice is a whole number of units, and one step stays within the room wherever one fits.
#[test]
fn a_step_is_whole_units() {
    for town in towns() {
        for choice in all_choices(&town) {
            let Some(measure) = town.bought_by(choice).and_then(|at| town.chain.measures.get(at)) else { continue };
            let step = choice_control(&town, choice, Money::ZERO, Lang::De).step.euros();
            let room = town.choice_room(choice);
            let widest = room.low.abs().max(room.high).euros();
            if step < widest {
                let units = step / measure.unit_cost;
                // A step is in whole euros.
                assert!((units - units.round()).abs() * measure.unit_cost <= 1.0, "{}: {units}", measure.id);
            }
        }
    }
}

/// A tax that is taken covers what is missing with as few points as do, and within what is offered.
#[test]
fn a_tax_covers_what_is_missing() {
    let mut covered = 0;
    for town in towns() {
        for choice in all_choices(&town).into_iter().filter(|it| !town.is_built(*it)) {
            let scenario = moved(&town, choice, 2);
            let missing = -town.balance(&scenario);
            for (at, tax) in town.taxes.pairs() {
                let offer = told(&town, &scenario, |it, _| tax_offer(it, at, "")).expect("an offer for every tax");
                assert_eq!(offer.wanted.is_some(), missing > Money::ZERO && tax.range.1 > tax.multiplier);
                let Some(wanted) = offer.wanted else { continue };
                assert!(wanted > tax.multiplier && wanted <= tax.range.1);
                let balance = |multiplier: f64| {
                    let mut taxed = scenario.clone();
                    taxed.taxes.insert(at, multiplier);
                    town.balance(&taxed)
                };
                if wanted < tax.range.1 {
                    assert!(balance(wanted) >= Money::ZERO && balance(wanted - 1.0) < Money::ZERO, "{}", tax.id);
                    covered += 1;
                }
            }
        }
    }
    assert!(covered > 50, "{covered} taxes were compared");
}

/// What is asked for is what the balance lacks while nothing pays for it.
#[test]
fn the_question_names_what_is_missing() {
    for town in towns() {
        for choice in all_choices(&town) {
            let scenario = moved(&town, choice, 2);
            let asked = told(&town, &scenario, |it, _| cost_of_more(it));
            assert_eq!(asked, (-town.balance(&scenario)).max(Money::ZERO));
        }
    }
}

/// An untouched town has no card, no change and no effect; a moved one has a card that names what was moved.
#[test]
fn the_card_follows_the_draft() {
    for town in towns() {
        told(&town, &Scenario::default(), |it, _| {
            assert_eq!((outcome(it), changes(it)), (None, (Vec::new(), 0)));
            assert!(
                all_choices(&town)
                    .iter()
                    .all(|choice| chosen(it, *choice).is_none() && own_effect(it, *choice).is_none())
            );
        });
        for choice in all_choices(&town) {
            let scenario = moved(&town, choice, 1);
            if scenario.is_untouched() {
                continue;
            }
            told(&town, &scenario, |it, projection| {
                let card = outcome(it).expect("a card");
                assert_eq!(card.open.is_some(), !projection.balance.is_zero());
                let count = chosen(it, choice).expect("it is moved").count;
                assert!(card.brings.iter().chain(&card.costs).any(|row| row.number == count), "{count}");
                assert!(!card.headline.is_empty() && !card.law.is_empty() && !card.generations.is_empty());
            });
        }
    }
}

/// The effect beside a choice that alone is moved is the change that its indicator's row tells.
#[test]
fn an_effect_alone_is_the_change() {
    let mut compared = 0;
    for town in towns() {
        for choice in all_choices(&town) {
            let scenario = moved(&town, choice, 4);
            told(&town, &scenario, |it, _| {
                let Some(own) = own_effect(it, choice) else { return };
                let (rows, _) = changes(it);
                // What also passes through another indicator is larger or smaller by that.
                compared += usize::from(rows.iter().any(|row| own.change == format!("{} {}", row.number, row.noun)));
            });
        }
    }
    assert!(compared > 50, "{compared} effects are told alike");
}

/// The first screen: the amount, its squares, and the part that could be moved, in both languages.
#[test]
fn the_first_screen_counts() {
    let [muenster, freiburg] = towns();
    for town in [&muenster, &freiburg] {
        for lang in Lang::ALL {
            let it = opening(town, lang);
            assert!(it.spends.concat().contains(&town.short_name) && it.honest.contains(lang.of(&town.name)));
            let [wide, narrow] = &it.fields;
            assert!(wide.size.0 > narrow.size.0);
        }
    }
    let said = |it: [String; 3]| it.concat().replace('\u{a0}', " ");
    let first = opening(&muenster, Lang::De);
    assert_eq!(said(first.spends), "Münster gibt 2026 1,69 Milliarden Euro aus.");
    assert_eq!(
        said(first.movable),
        "Höchstens 38 Millionen davon ließen sich nach unserer Annahme in einem Jahr umschichten."
    );
    assert_eq!(first.legend[0].replace('\u{a0}', " "), "Ein Kästchen steht für 1 Million Euro.");
}

/// A goal says where the town stands in small numbers, and when that was.
#[test]
fn goals_say_where_the_town_stands() {
    let [muenster, _] = towns();
    let said: Vec<[String; 2]> = goal_tiles(&muenster, Lang::De).into_iter().map(|(_, tile)| tile.today).collect();
    let plain = |at: usize| said[at].concat().replace('\u{a0}', " ");
    assert_eq!(plain(0), "Treibhausgase je Kopf: rund fünf t CO2 (2024)");
    assert_eq!(plain(2), "Wege mit Rad, Bus und zu Fuß: drei von vier (2022)");
    assert_eq!(plain(3), "Plätze für Kinder unter drei: rund die Hälfte (2024)");
    assert_eq!(plain(4), "Menschen in Grundsicherung: rund sieben von hundert (2024)");
    let longest = goal_tiles(&muenster, Lang::De).into_iter().map(|(_, tile)| tile.length).fold(0.0, f64::max);
    assert_eq!(longest, 100.0);
}

/// What a million buys is different for every goal, and a number of things.
#[test]
fn a_million_buys_different_things() {
    for town in towns() {
        let examples = million_buys(&town, 6, Lang::De);
        assert!(examples.len() >= 4, "{}", examples.len());
        for (at, example) in examples.iter().enumerate() {
            assert!(examples[..at].iter().all(|other| other != example), "{example:?}");
            assert!(example.count.starts_with(|first: char| first.is_ascii_digit()));
        }
    }
}

/// A tax that is raised is a cost, one that is lowered is none: whoever pays it pays less.
#[test]
fn a_lower_tax_is_no_cost() {
    for town in towns() {
        for (at, tax) in town.taxes.pairs() {
            for (multiplier, is_higher) in [(tax.range.0, false), (tax.range.1, true)] {
                if tax.clamp(multiplier) == tax.multiplier {
                    continue;
                }
                let scenario = Scenario { taxes: [(at, multiplier)].into_iter().collect(), ..Scenario::default() };
                told(&town, &scenario, |it, _| {
                    let card = outcome(it).expect("a card");
                    let [with, without] = if is_higher { [card.costs, card.brings] } else { [card.brings, card.costs] };
                    assert_eq!((with.len(), without.len()), (1, 0), "{}", tax.id);
                    assert!(with[0].said.contains(&tax.name.de));
                });
            }
        }
    }
}
