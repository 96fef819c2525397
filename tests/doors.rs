//! The first screen and the short path: what they say agrees with the model, and with each other.

use zukunftshaushalt::figure::{
    Bound, OutcomeRow, Telling, bounds, change_list, changes, choice_control, choice_figure, chosen, cost_of_more,
    elsewhere_note, generations, goal_tiles, indicator, meter, million_buys, noticed, opening, other_ways, outcome,
    own_effect, reserve_said, tax_figure, tax_offer,
};
use zukunftshaushalt::model::ensemble::{Band, Range};
use zukunftshaushalt::model::{Cell, Choice, IndicatorAt, List, Money, Projection, Purpose, Scenario, Town, simulate};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::scenario::{Action, Session};
use zukunftshaushalt::text::{Lang, rounded};

fn towns() -> [Town; 2] {
    [muenster(), freiburg()].map(|files| load(&files).expect("the packs in the repository are sound"))
}

/// A scenario that moves one choice by so many of its steps, as far as its room goes.
fn moved(town: &Town, choice: Choice, steps: i64) -> Scenario {
    let wish = choice_control(town, choice, Money::ZERO, Lang::De).stepped(steps);
    acted(town, &[to(choice, town.choice_room(choice).clamp(wish))])
}

/// Moves a choice as the short path does.
fn to(choice: Choice, change: Money) -> Action {
    match choice {
        Choice::Everyday(cell) => Action::MoveLever(cell, change),
        Choice::Own(at) => Action::MoveMeasure(at, change),
    }
}

/// The scenario after these actions.
fn acted(town: &Town, actions: &[Action]) -> Scenario {
    let mut session = Session::default();
    for action in actions {
        session.apply(town, action.clone());
    }
    session.scenario().clone()
}

/// A lever that serves several goals, with all its parts that can be moved.
fn shared_levers(town: &Town) -> Vec<Vec<Cell>> {
    let parts = |lever| town.parts(lever).into_iter().filter(|cell| !town.cell_room(*cell).is_empty()).collect();
    town.levers.places().map(parts).filter(|parts: &Vec<Cell>| parts.len() > 1).collect()
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

/// One screen of the short path tells an amount in one way: its bar at the foot, the card, and what is left to the reserve.
#[test]
fn an_amount_is_rounded_alike() {
    let mut rounded = 0;
    for town in towns() {
        for choice in all_choices(&town) {
            for euros in [607_831.0, -607_831.0] {
                let wish = town.choice_room(choice).clamp(Money::from_euros(euros));
                let scenario = acted(&town, &[to(choice, wish)]);
                told(&town, &scenario, |it, projection| {
                    let (said, _) = reserve_said(it);
                    if projection.balance.is_zero() {
                        return;
                    }
                    let foot = meter(it);
                    let (open, is_missing) = outcome(it).and_then(|card| card.open).expect("it is not balanced");
                    assert!(open.contains(&foot.about), "{open} {}", foot.about);
                    assert!(!is_missing || said.contains(&foot.about), "{said} {}", foot.about);
                    assert_eq!(other_ways(it).contains("Steuern erhöhen"), is_missing);
                    rounded += usize::from(foot.about != foot.amount);
                });
            }
        }
    }
    assert!(rounded > 10, "{rounded} amounts are rounded");
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
            assert!(example.number.starts_with(|first: char| first.is_ascii_digit()));
            let at = town
                .chain
                .measures
                .find(|it| [&*it.many.de, &*it.one.de].contains(&example.noun.as_str()))
                .expect("a measure");
            let measure = &town.chain.measures[at.0];
            let fits = measure.most_per_year.is_none_or(|most| 1e6 / measure.unit_cost <= most);
            assert!(fits, "a million is more than {} can take in a year", example.noun);
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
                    assert!(with[0].said.contains(&tax.name.de) && card.headline.contains(&tax.name.de));
                    // A tax is told in the euros that it brings, and not as a thing.
                    assert!(with[0].number.ends_with('€') && with[0].is_paid, "{}", with[0].number);
                });
            }
        }
    }
}

/// A lever that serves several goals is one thing: it has one value from whichever goal it is seen, its euros are those
/// that were chosen, it is listed and counted once, and goes back as a whole.
#[test]
fn a_lever_of_several_goals_is_one_thing() {
    let mut seen = 0;
    for town in towns() {
        for parts in shared_levers(&town) {
            let all: Vec<Choice> = parts.iter().copied().map(Choice::Everyday).collect();
            let scenario = moved(&town, all[0], 3);
            if scenario.is_untouched() {
                continue;
            }
            let amount = scenario.chosen(all[0]);
            assert_eq!(amount, scenario.moves.values().map(|it| it.amount).sum());
            for (cell, it) in scenario.moves.iter() {
                assert_eq!(town.cell_room(*cell).clamp(it.amount), it.amount);
            }
            told(&town, &scenario, |it, _| {
                let first = chosen(it, all[0]).expect("it is moved");
                assert!(all.iter().all(|choice| chosen(it, *choice).as_ref() == Some(&first)));
                assert_eq!((town.moved_things(&scenario).len(), change_list(it).len()), (1, 1));
                let card = outcome(it).expect("a card");
                assert_eq!(
                    [&card.brings, &card.costs].into_iter().flatten().filter(|row| row.number == first.count).count(),
                    1
                );
                let said = choice_figure(&town, all[0], Lang::De).expect("a choice").serves_too;
                assert_eq!(said.is_empty(), town.goals_served(all[0]).len() == 1, "{said}");
            });
            // From another of its goals.
            let back = acted(&town, &[to(all[0], amount), to(all[all.len() - 1], Money::ZERO)]);
            assert!(back.is_untouched(), "{back:?}");
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen} levers serve several goals");
}

/// Where a lever is moved for one of its goals alone, its row at the other says so, and everywhere else it counts once.
#[test]
fn the_other_row_of_a_lever_says_that_it_is_moved() {
    for town in towns() {
        for parts in shared_levers(&town) {
            let (here, there) = (parts[0], parts[1]);
            let wish = town.cell_room(here).clamp(Money::from_euros(50_000.0));
            let scenario = acted(&town, &[Action::MoveCell(here, wish)]);
            if scenario.is_untouched() {
                continue;
            }
            told(&town, &scenario, |it, _| {
                assert!(elsewhere_note(it, here).is_empty() && !elsewhere_note(it, there).is_empty());
                assert_eq!(chosen(it, Choice::Everyday(here)), chosen(it, Choice::Everyday(there)));
                assert_eq!(change_list(it).len(), 1);
            });
        }
    }
}

/// What a person changed is counted alike: in the list, in its head, and on the card together with what it leaves out.
#[test]
fn changes_are_counted_alike() {
    for town in towns() {
        let mut actions: Vec<Action> = all_choices(&town)
            .into_iter()
            .step_by(3)
            .take(5)
            .map(|choice| to(choice, town.choice_room(choice).high))
            .collect();
        actions.extend(town.taxes.pairs().map(|(at, tax)| Action::SetTax(at, tax.range.1)));
        for count in 1..=actions.len() {
            let scenario = acted(&town, &actions[..count]);
            told(&town, &scenario, |it, _| {
                let listed = town.changed_count(&scenario);
                assert_eq!(change_list(it).len(), listed);
                let card = outcome(it).expect("a card");
                let paid = [&card.brings, &card.costs].into_iter().flatten().filter(|row| row.is_paid).count();
                let things = town.moved_things(&scenario);
                let counts: Vec<String> =
                    things.iter().filter_map(|choice| chosen(it, *choice)).map(|it| it.count).collect();
                let shown = [&card.brings, &card.costs]
                    .into_iter()
                    .flatten()
                    .filter(|row| counts.contains(&row.number))
                    .count();
                assert!(shown >= things.iter().filter(|choice| !scenario.chosen(**choice).is_zero()).count());
                let left = listed - paid - shown.min(listed);
                let told = if left > 0 { format!("(Änderungen: {left}") } else { String::new() };
                assert!(card.further.contains(&told), "{}, {left} of {listed}", card.further);
                assert_eq!(card.further.contains("Änderungen"), left > 0, "{}, {left} of {listed}", card.further);
            });
        }
    }
}

/// The euros of a row of the card that count for the balance, and how much rounding may have taken of them or added.
fn counted_amount(row: &OutcomeRow) -> (f64, f64) {
    let said = if row.is_money && row.beside.is_empty() { &row.number } else { &row.beside };
    let first = said.split(". ").next().unwrap_or_default();
    if first.contains("(Kredit)") {
        return (0.0, 0.0);
    }
    // What the town itself pays stands last.
    let said = first.rsplit("selbst ").next().unwrap_or_default().replace('\u{a0}', " ");
    let digits = said.trim_start_matches(|it: char| !it.is_ascii_digit());
    let number: String = digits.chars().take_while(|it| it.is_ascii_digit() || ",.".contains(*it)).collect();
    let number: f64 = number.replace('.', "").replace(',', ".").parse().expect("an amount");
    if digits.contains("Mio.") { (number * 1e6, 50_001.0) } else { (number, 501.0) }
}

/// Whoever adds up what the card names gets what is missing or left over: no change hides behind the way to the workbench.
#[test]
fn the_card_adds_up() {
    for town in towns() {
        let all = all_choices(&town);
        for offset in 0..7 {
            let picked: Vec<Choice> = all.iter().copied().skip(offset).step_by(11).collect();
            let mut actions: Vec<Action> = picked
                .iter()
                .enumerate()
                .map(|(at, choice)| {
                    let room = town.choice_room(*choice);
                    to(*choice, if at % 3 == 0 { room.high } else { room.low })
                })
                .collect();
            if offset % 2 == 0 {
                actions.extend(town.taxes.pairs().map(|(at, tax)| Action::SetTax(at, tax.range.1)));
            }
            let scenario = acted(&town, &actions);
            told(&town, &scenario, |it, projection| {
                let card = outcome(it).expect("a card");
                // What is given up and taxes that are higher pay, what is gained and taxes that are lower cost.
                let named = |rows: &[OutcomeRow]| -> (f64, f64) {
                    let amounts = rows.iter().filter(|it| it.is_money || it.beside.contains("im Jahr"));
                    amounts.map(counted_amount).fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1))
                };
                let ((paying, one), (costing, other)) = (named(&card.costs), named(&card.brings));
                let (sum, balance) = (paying - costing, projection.balance.euros());
                assert!((sum - balance).abs() <= one + other, "{sum} {balance} {card:#?}");
                assert!(!card.further.contains("Änderungen"), "{}", card.further);
            });
        }
    }
}

/// Where something else pays, the card says in a sentence that no tax moves, and only then.
#[test]
fn the_card_says_that_taxes_stay() {
    for town in towns() {
        let (first, _) = town.taxes.pairs().next().expect("a tax");
        let tax = Action::SetTax(first, town.taxes.get(first).expect("it").range.1);
        for choice in all_choices(&town) {
            let low = to(choice, town.choice_room(choice).low);
            for (actions, is_said) in [
                (vec![low.clone()], town.choice_room(choice).low < Money::ZERO),
                (vec![low.clone(), tax.clone()], false),
                (vec![to(choice, town.choice_room(choice).high)], false),
            ] {
                told(&town, &acted(&town, &actions), |it, _| {
                    let Some(card) = outcome(it) else { return };
                    assert_eq!(card.taxes_stay == "Steuern und Gebühren bleiben wie geplant.", is_said);
                });
            }
        }
    }
}

/// An effect that 8 of 10 runs show on both sides of nothing is neither brought nor a cost: its direction is not known.
#[test]
fn an_open_direction_is_no_effect() {
    let mut seen = 0;
    for town in towns() {
        for choice in all_choices(&town).into_iter().step_by(3) {
            let scenario = moved(&town, choice, 3);
            let projection = simulate(&town, &scenario);
            for (low, is_open) in [(-90.0, true), (1.0, false)] {
                let change = Band { low, lower: low, median: 5.0, upper: 100.0, high: 100.0 };
                let range = Range { change, better: 0.6, worse: 0.4, yearly_noise: 1.0, ..Range::default() };
                let ranges: List<IndicatorAt, Range> = vec![range; town.indicators.len()].into();
                let it = Telling {
                    town: &town,
                    scenario: &scenario,
                    projection: &projection,
                    ranges: &ranges,
                    lang: Lang::De,
                };
                let (rows, _) = changes(it);
                let Some(card) = outcome(it).filter(|_| !rows.is_empty()) else { continue };
                let effects: Vec<&OutcomeRow> = [&card.brings, &card.costs].into_iter().flatten().collect();
                let is_told = effects.iter().any(|row| rows.iter().any(|it| it.noun == row.said));
                assert_eq!(is_told, !is_open, "{card:#?}");
                let said = card.certainty.iter().filter(|it| it.starts_with("Richtung unsicher: ")).count();
                assert_eq!(said, if is_open { rows.len().min(2) } else { 0 }, "{card:#?}");
                seen += said;
            }
        }
    }
    assert!(seen > 20, "{seen} directions were open");
}

/// A gain costs and what is given up saves, both without a sign, which would turn a cost into a gain; and what adds up
/// says that it happens each year.
#[test]
fn a_cost_is_no_gain() {
    let mut adding_up = 0;
    for town in towns() {
        for choice in all_choices(&town) {
            for steps in [2, -2] {
                let scenario = moved(&town, choice, steps);
                told(&town, &scenario, |it, _| {
                    let Some(said) = chosen(it, choice) else { return };
                    let word = if steps > 0 { "Kostet " } else { "Spart " };
                    assert!(said.beside.starts_with(word), "{}", said.beside);
                    let euros = said.step.ends_with('€').then_some(said.step.as_str()).into_iter();
                    assert!(euros.chain([said.beside.as_str()]).all(|it| !it.contains(['+', '\u{2212}'])), "{said:?}");
                    if said.stock.contains("dadurch") {
                        let (every, end) =
                            if steps > 0 { (" mehr; 2", " gibt es") } else { (" weniger; 2", " fehlen") };
                        assert!(["edes Jahr ", every, end].iter().all(|it| said.stock.contains(it)), "{}", said.stock);
                        adding_up += 1;
                    }
                });
            }
        }
    }
    assert!(adding_up > 10, "{adding_up} things add up");
}

/// What the reserve would pay is one short sentence; what the law says of it stands apart, and only where something is left.
#[test]
fn the_reserve_is_told_in_a_sentence() {
    for town in towns() {
        for choice in all_choices(&town).into_iter().filter(|it| !town.is_built(*it)) {
            let scenario = moved(&town, choice, 1);
            told(&town, &scenario, |it, _| {
                let (said, law) = reserve_said(it);
                assert!(said.split_whitespace().count() <= 16, "{said}");
                assert_eq!(law.is_some(), town.balance(&scenario) < Money::ZERO);
            });
        }
    }
}

/// A doubt in court that the workbench tells stands beside the tax in the short path too, with the same source.
#[test]
fn a_doubt_in_court_is_told_at_both_places() {
    let mut told_of = 0;
    for town in towns() {
        for (at, tax) in town.taxes.pairs() {
            let offer = told(&town, &Scenario::default(), |it, _| tax_offer(it, at, "")).expect("an offer");
            let bench = tax_figure(&town, tax, None, Lang::De).dispute.map(|(_, source, url)| (source, url));
            assert_eq!(offer.dispute, bench);
            told_of += usize::from(offer.dispute.is_some());
        }
    }
    assert_eq!(told_of, 1);
}

/// What is less than can be said is told without a sign before its bound, and with the way it goes; and no list begins
/// with a change that is smaller than what its indicator is measured by.
#[test]
fn a_bound_is_no_change() {
    let (mut below, mut tiny) = (0, 0);
    for town in towns() {
        for choice in all_choices(&town) {
            for euros in [1_000.0, -1_000.0] {
                let scenario = acted(&town, &[to(choice, town.choice_room(choice).clamp(Money::from_euros(euros)))]);
                told(&town, &scenario, |it, _| {
                    let Some(said) = chosen(it, choice) else { return };
                    if said.count.starts_with("unter") {
                        assert!(!said.count.contains(['+', '\u{2212}']), "{}", said.count);
                        assert!(said.noun.contains(if euros > 0.0 { " mehr" } else { " weniger" }), "{}", said.noun);
                        below += 1;
                    }
                    for at in town.indicators.places() {
                        let card = indicator(it, at).expect("a card");
                        let Some((number, unit)) = card.change.as_ref().filter(|_| card.is_tiny) else { continue };
                        assert!(
                            number.starts_with("unter 0,")
                                && [" mehr", " weniger"].iter().any(|way| unit.ends_with(way)),
                            "{number} {unit}"
                        );
                        assert!(changes(it).0.iter().all(|row| row.index != at || row.number != *number));
                        tiny += 1;
                    }
                    for row in changes(it).0 {
                        assert!(!row.number.contains("0,00"), "{} {}", row.number, row.noun);
                    }
                });
            }
        }
    }
    assert!(below > 10 && tiny > 10, "{below} {tiny}");
}

/// The sentence on the card says how many of all groups are relieved and how many burdened, as the table counts them.
#[test]
fn the_card_counts_all_groups() {
    for town in towns() {
        for (choice, euros) in all_choices(&town).into_iter().step_by(5).flat_map(|it| [(it, 20.0), (it, 900_000.0)]) {
            let wish = town.choice_room(choice).clamp(Money::from_euros(euros));
            let scenario = acted(&town, &[to(choice, wish)]);
            if scenario.is_untouched() {
                continue;
            }
            told(&town, &scenario, |it, _| {
                let figure = generations(it, 0);
                let count = |sign: char| figure.rows.iter().filter(|row| row.value.starts_with(sign)).count();
                let [relieved, burdened] = [count('+'), count('\u{2212}')];
                let same = 6 - relieved - burdened;
                let is_hardly = figure.rows.iter().any(|row| row.word == "kaum verändert");
                let stays = if is_hardly { "kaum verändert" } else { "unverändert" };
                for (count, word) in [(relieved, "entlastet"), (burdened, "belastet"), (same, stays)] {
                    let words = ["keine", "eine", "zwei", "drei", "vier", "fünf", "sechs"];
                    let said = match count {
                        6 => figure.sentence.contains(&format!("Alle sechs Jahrgangsgruppen werden {word}")),
                        _ => figure.sentence.contains(&format!(" {} {word}", words[count])),
                    };
                    assert_eq!(said, count > 0 && same < 6, "{count} {word}: {}", figure.sentence);
                }
                // Nothing is neither relief nor burden.
                for row in &figure.rows {
                    let is_same = ["unverändert", "kaum verändert"].contains(&row.word);
                    assert!(row.value.is_empty() == is_same && !row.value.contains('±'), "{} {}", row.value, row.word);
                }
                let [least, most] = ["geboren bis ", "noch nicht geboren"];
                assert!(figure.sentence.contains(least) || figure.sentence.contains(most) || same == 6);
                assert!(figure.rows.len() == 6 && figure.sentence.contains("sechs Jahrgangsgruppen"));
            });
        }
    }
}

/// What could not be placed names the limits that apply, and no others.
#[test]
fn only_limits_that_apply_are_named() {
    let far = Money::from_euros(9e9);
    let mut named = Vec::new();
    for town in towns() {
        for choice in all_choices(&town) {
            for wish in [far, -far] {
                let action = to(choice, wish);
                named.extend(bounds(&town, &[], &action, wish));
                assert!(!bounds(&town, &[], &action, wish).contains(&Bound::Lock));
                if let Choice::Everyday(cell) = choice {
                    let locks = town.parts(cell.lever);
                    assert_eq!(bounds(&town, &locks, &action, wish), [Bound::Lock]);
                } else {
                    assert_eq!(bounds(&town, &[], &action, wish).contains(&Bound::Nothing), wish < Money::ZERO);
                }
                let notice = Session::default().apply(&town, action.clone()).expect("more than there is room for");
                let said = noticed(&town, notice, &[], &action, Lang::De);
                let way =
                    if wish < Money::ZERO { " nicht kürzen, weil " } else { " nicht zusätzlich ausgeben, weil " };
                assert!(!said.contains("gesperrt") && said.contains(way), "{said}");
                // Each reason is a clause with its verb at its end, and a law is named.
                let (_, reasons) = said.trim_end_matches('.').split_once(" weil ").expect("a reason");
                let ends = ["setzt", ")", "gebunden ist", "zu schaffen ist", "kürzen ließe"];
                assert!(ends.iter().any(|end| reasons.ends_with(end)), "{said}");
                let is_law = bounds(&town, &[], &action, wish).contains(&Bound::Law);
                assert_eq!(said.contains("(Rechtsgrundlage: "), is_law, "{said}");
            }
        }
    }
    for bound in [Bound::Law, Bound::Year, Bound::Nothing] {
        assert!(named.contains(&bound), "{bound:?}");
    }
}

/// No word of a name is so long that a narrow row would break it anywhere: longer ones say where they may be broken.
#[test]
fn long_words_say_where_they_break() {
    for town in towns() {
        let levers = town.levers.iter().map(|it| &it.name);
        for name in levers.chain(town.chain.measures.iter().map(|it| &it.name)) {
            for text in Lang::ALL.map(|lang| lang.of(name)) {
                let longest = text.split([' ', '-', '\u{ad}', '/']).map(|it| it.chars().count()).max();
                assert!(longest <= Some(18), "{text}");
            }
        }
    }
}
