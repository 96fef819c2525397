//! Laws of codes: a scenario goes through a link and comes back to the cent, or does not go at all.

use std::collections::BTreeMap;

use proptest::prelude::*;
use zukunftshaushalt::model::{Choice, Money, Scenario, TaxAt, Town};
use zukunftshaushalt::scenario::{Action, CODE_LIMIT, Misread, Session, read_code, write_code};

use crate::cases;
use crate::towns::{Dice, any_town, made, real, reals};
use crate::wishes::{cell, scenario, wishes};

/// The letters of a code.
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Letters of the longest code.
const MOST: usize = CODE_LIMIT * 4 / 3;

/// A scenario as somebody makes it on the page: a few things by their steps, now and then a whole goal, the rest spread.
fn usual(town: &Town, dice: &mut Dice) -> Scenario {
    let mut session = Session::default();
    let purposes = town.purposes();
    let step = |dice: &mut Dice, most: f64| (most * dice.within(0.02, 0.6) / 1e4).round() * 1e4;
    for _ in 0..dice.count(1, 6) {
        let purpose = purposes[dice.count(0, purposes.len() - 1)];
        let choices = town.choices(purpose);
        let sign = if dice.rarely(2) { 1.0 } else { -1.0 };
        let room = town.room(purpose).towards(Money::from_euros(sign)).euros();
        let action = match choices.get(dice.count(0, choices.len().max(1) - 1)) {
            _ if dice.rarely(6) && !town.taxes.is_empty() => {
                let at = dice.count(0, town.taxes.len() - 1);
                Action::SetTax(TaxAt(at), town.taxes[at].multiplier + dice.within(-20.0, 40.0).round())
            }
            _ if dice.rarely(5) => Action::MovePurpose(purpose, Money::from_euros(step(dice, room))),
            Some(Choice::Own(at)) => {
                let units = dice.count(1, 12) as f64;
                Action::MoveMeasure(*at, Money::from_euros(units * town.chain.measures[at.0].unit_cost))
            }
            Some(Choice::Everyday(cell)) => {
                let room = town.choice_room(Choice::Everyday(*cell)).towards(Money::from_euros(sign)).euros();
                Action::MoveLever(*cell, Money::from_euros(step(dice, room)))
            }
            None => continue,
        };
        session.apply(town, action);
    }
    if dice.rarely(4) {
        session.apply(town, Action::Distribute);
    }
    if dice.rarely(8) && !town.shocks.is_empty() {
        session.apply(town, Action::ToggleShock(town.shocks.places().next().expect("there is one")));
    }
    session.scenario().clone()
}

/// How many bytes a code is, from its letters.
fn bytes(code: &str) -> usize {
    code.len() * 3 / 4
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn what_goes_out_comes_in(town in any_town(), wishes in wishes()) {
        let scenario = scenario(&town, &wishes);
        if let Ok(code) = write_code(&town, &scenario) {
            prop_assert!(code.len() <= MOST && code.bytes().all(|it| LETTERS.contains(&it)));
            let linked = read_code(&town, &code).unwrap();
            prop_assert_eq!(linked.opened.fitted.scenario(), &scenario);
            prop_assert_eq!((linked.opened.warnings, linked.unknown, linked.then), (vec![], 0, None));
            prop_assert_eq!(write_code(&town, linked.opened.fitted.scenario()), Ok(code));
        }
    }

    /// Whatever town it is.
    #[test]
    fn a_single_change_always_fits(town in any_town(), index in any::<usize>(), place in 0.0..1.0) {
        let cell = cell(&town, index);
        let mut session = Session::default();
        session.apply(&town, Action::MoveCell(cell, town.cell_room(cell).high * place));
        prop_assert!(write_code(&town, session.scenario()).is_ok());
    }

    #[test]
    fn a_changed_letter_is_seen(seed in any::<u64>(), at in any::<usize>(), letter in any::<usize>()) {
        let town = if seed.is_multiple_of(2) { real() } else { made(seed) };
        let code = write_code(&town, &usual(&town, &mut Dice::new(seed)));
        prop_assume!(code.is_ok());
        let code = code.unwrap();
        let mut changed = code.clone().into_bytes();
        let at = at % changed.len();
        changed[at] = LETTERS[letter % LETTERS.len()];
        let changed = String::from_utf8(changed).unwrap();
        if changed != code {
            prop_assert_eq!(read_code(&town, &changed), Err(Misread::Damaged));
        }
        // Cut off, doubled, moved: as messages do it.
        for other in [&code[..at], &code[at..], &format!("{code}{}", &code[..1]), &format!("{code}."), &code[1..]] {
            prop_assert!(other == code || read_code(&town, other) == Err(Misread::Damaged));
        }
    }

    #[test]
    fn any_text_is_an_answer(town in any_town(), text in ".{0,200}", letters in "[A-Za-z0-9_-]{0,170}") {
        prop_assert!(read_code(&town, &text).is_err() && read_code(&town, &letters).is_err());
    }

    /// In another town, or in the same town with another budget, it is refused by name and not read as something else.
    #[test]
    fn another_town_says_so(seed in any::<u64>()) {
        let [one, other] = reals();
        let code = write_code(&one, &usual(&one, &mut Dice::new(seed)));
        prop_assume!(code.is_ok());
        match read_code(&other, &code.unwrap()) {
            Err(Misread::OtherPack(pack)) => prop_assert!(pack.is_of(&one.id) && !pack.is_of(&other.id)),
            found => prop_assert!(false, "{found:?}"),
        }
    }

    /// A pack that gains rows, loses some and orders the others anew: what is still there means what it meant.
    #[test]
    fn a_pack_may_change(seed in any::<u64>()) {
        let town = real();
        let scenario = usual(&town, &mut Dice::new(seed));
        let Ok(code) = write_code(&town, &scenario) else { return Ok(()) };
        let mut later = (*town).clone();
        later.version = 7;
        later.taxes.reverse();
        later.shocks.reverse();
        let linked = read_code(&later, &code).unwrap();
        prop_assert!(linked.then.is_some_and(|it| it.is_other_pack && !it.is_other_model));
        prop_assert_eq!(&linked.opened.fitted.scenario().moves, &scenario.moves);
        let by_key = |town: &Town, it: &Scenario| {
            let taxes = it.taxes.iter().map(|(at, it)| (town.taxes[at.0].id.clone(), it.to_bits()));
            taxes.collect::<BTreeMap<_, _>>()
        };
        prop_assert_eq!(by_key(&later, linked.opened.fitted.scenario()), by_key(&town, &scenario));
        later.taxes.clear();
        prop_assert_eq!(read_code(&later, &code).unwrap().unknown, scenario.taxes.len());
    }
}

/// No two keys of a town that has a pack meet: every cell, measure, tax and crisis by itself has a code.
#[test]
fn everything_of_a_town_has_a_name_of_its_own() {
    for town in reals() {
        let mut codes = BTreeMap::new();
        let mut put = |what: String, scenario: &Scenario| {
            let code = write_code(&town, scenario).unwrap_or_else(|_| panic!("{what} has no code"));
            let other = codes.insert(code, what.clone());
            assert_eq!(other, None, "{what} has the code of another");
        };
        for cell in crate::towns::all_cells(&town) {
            let room = town.cell_room(cell);
            let end = if room.high.is_zero() { room.low } else { room.high };
            if !end.is_zero() {
                put(format!("{cell:?}"), &crate::wishes::alone(&town, cell, end));
            }
        }
        for at in town.chain.measures.places().filter(|at| !town.measure_room(*at).is_empty()) {
            put(format!("{at:?}"), &crate::wishes::given(&town, at, town.measure_room(at).high));
        }
        for (at, tax) in town.taxes.pairs() {
            put(tax.id.clone(), &Scenario { taxes: [(at, tax.range.1)].into_iter().collect(), ..Scenario::default() });
        }
        for (at, shock) in town.shocks.pairs() {
            put(shock.id.clone(), &Scenario { shocks: vec![at], ..Scenario::default() });
        }
    }
}

/// What people usually make goes into a link: half of it in 45 bytes, nearly all of it within the limit.
#[test]
fn usual_drafts_are_short() {
    for town in reals() {
        let codes: Vec<_> = (0..250).map(|seed| write_code(&town, &usual(&town, &mut Dice::new(seed)))).collect();
        let mut lengths: Vec<usize> = codes.iter().flatten().map(|it| bytes(it)).collect();
        lengths.sort_unstable();
        let at = |part: usize| lengths.get((lengths.len() - 1) * part / 100).copied().unwrap_or_default();
        let told = format!(
            "{}: median {} bytes, 95 % {}, most {}; {} of 250 do not fit",
            town.id,
            at(50),
            at(95),
            at(100),
            codes.len() - lengths.len()
        );
        println!("{told}");
        assert!(at(50) <= 80 && at(100) <= CODE_LIMIT && lengths.len() >= 235, "{told}");
    }
}
