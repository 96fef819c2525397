//! Laws of actions: bounds, locks, parts that are the whole, steps back and forward.

use std::collections::BTreeSet;

use proptest::prelude::*;
use zukunftshaushalt::model::{
    Cell, Choice, FieldAt, LeverKind, MeasureAt, MeasureKind, Money, Purpose, Scenario, Share, Town, Year, simulate,
};
use zukunftshaushalt::scenario::{Action, Changed, Notice, Pot, Session, Stop, fit, pots};

use crate::cases;
use crate::towns::{MUENSTER, any_town, cells, real};
use crate::wishes::{
    Wish, at, cell, choice, measure, moves, much, place, pot, purpose, scenario, session, wide, wish, wishes, year,
};

/// Cells whose change differs between two scenarios.
fn different(before: &Scenario, after: &Scenario) -> BTreeSet<Cell> {
    let cells = before.moves.keys().chain(after.moves.keys()).copied();
    cells.filter(|cell| before.change(*cell) != after.change(*cell)).collect()
}

/// Measures whose money differs between two scenarios.
fn other_measures(before: &Scenario, after: &Scenario) -> BTreeSet<MeasureAt> {
    let measures = before.measures.keys().chain(after.measures.keys()).copied();
    measures.filter(|it| before.given(*it) != after.given(*it)).collect()
}

/// Whether a pot may move a cell.
fn holds(town: &Town, pot: Pot, cell: Cell) -> bool {
    match pot {
        Pot::Goal(purpose) => cell.purpose == purpose && !town.invests(cell.lever),
        Pot::One(choice) => choice == Choice::Everyday(cell),
    }
}

/// Whether a measure serves a purpose.
fn serves(town: &Town, measure: MeasureAt, purpose: Purpose) -> bool {
    Purpose::Field(town.chain.measures[measure.0].field) == purpose
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn the_parts_of_a_line_are_the_line(cents in 0_i64..1_000_000_000, cuts in prop::collection::vec(0.0..=1.0, 0..6)) {
        let mut cuts: Vec<f64> = cuts;
        cuts.sort_by(f64::total_cmp);
        let steps = cuts.iter().zip([0.0].iter().chain(&cuts)).map(|(end, start)| end - start);
        let mut line = MUENSTER.levers[0].lines[0].clone();
        line.expense = Money::from_cents(cents);
        line.percent = (-100.0, 100.0);
        line.weights = steps.enumerate().map(|(field, weight)| (FieldAt(field), Share::new(weight).unwrap())).collect();
        let parts: Vec<Money> = MUENSTER.purposes().into_iter().map(|purpose| line.amount(purpose)).collect();
        prop_assert_eq!(parts.iter().copied().sum::<Money>(), line.expense);
        prop_assert!(parts.iter().all(|part| *part >= Money::ZERO), "{parts:?}");
        for purpose in MUENSTER.purposes() {
            let room = line.room(purpose);
            prop_assert!(room.low <= Money::ZERO && Money::ZERO <= room.high, "{room:?}");
        }
    }

    /// Each action does what it says and nothing else.
    #[test]
    fn no_action_breaks_a_bound_or_touches_what_was_not_named(town in any_town(), wishes in wishes(), last in wish()) {
        let mut session = session(&town, &wishes);
        let before = session.clone();
        let notice = session.apply(&town, last.action(&town));
        for (cell, it) in &session.scenario().moves {
            let room = town.cell_room(*cell);
            prop_assert!(room.low <= it.amount && it.amount <= room.high, "{cell:?} {room:?} {it:?}");
            prop_assert!(!it.amount.is_zero());
        }
        for (at, it) in &session.scenario().measures {
            let is_usual = town.chain.measures[at.0].is_usual;
            prop_assert!(Money::ZERO < it.amount && it.amount <= town.measure_room(*at).high && !is_usual, "{at:?} {it:?}");
        }
        for (index, multiplier) in &session.scenario().taxes {
            let (low, high) = town.taxes[index.0].range;
            prop_assert!((low..=high).contains(multiplier) && *multiplier != town.taxes[index.0].multiplier);
        }
        let changed = different(before.scenario(), session.scenario());
        let locked = |cell: &Cell| before.is_locked(*cell);
        let given = other_measures(before.scenario(), session.scenario());
        match &last {
            Wish::Shift(from, to, _) => {
                let ends = [pot(&town, *from), pot(&town, *to)];
                prop_assert!(given.iter().all(|it| ends.contains(&Pot::One(Choice::Own(*it)))));
            }
            Wish::Measure(index, _) => prop_assert!(given.iter().all(|it| *it == measure(&town, *index))),
            Wish::Back(index) => {
                prop_assert!(given.iter().all(|it| serves(&town, *it, purpose(&town, *index))));
                let is_meant = |it: &MeasureAt| serves(&town, *it, purpose(&town, *index));
                prop_assert!(!session.scenario().measures.keys().any(is_meant));
            }
            Wish::Reset | Wish::Load(_) | Wish::Undo | Wish::Redo => {}
            _ => prop_assert!(given.is_empty()),
        }
        match &last {
            Wish::Cell(index, _) => prop_assert!(changed.iter().all(|it| *it == cell(&town, *index) && !locked(it))),
            Wish::Lever(index, place) => {
                let lever = cell(&town, *index).lever;
                prop_assert!(changed.iter().all(|it| it.lever == lever && !locked(it)));
                let wish = at(town.choice_room(Choice::Everyday(cell(&town, *index))), *place);
                let left = session.scenario().of_lever(lever) - wish;
                prop_assert_eq!(notice, (!left.is_zero()).then_some(Notice::Unplaced(-left)));
            }
            Wish::Goal(index, _) | Wish::Back(index) => {
                prop_assert!(changed.iter().all(|it| it.purpose == purpose(&town, *index) && !locked(it)));
            }
            Wish::Shift(from, to, _) => {
                let ends = [pot(&town, *from), pot(&town, *to)];
                prop_assert!(changed.iter().all(|it| ends.iter().any(|pot| holds(&town, *pot, *it)) && !locked(it)));
            }
            Wish::Distribute => {
                for it in &changed {
                    prop_assert!(before.scenario().change(*it).is_zero() && !locked(it));
                    prop_assert!(!town.levers[it.lever.0].is_reimbursed());
                }
                let rest = town.balance(session.scenario());
                prop_assert_eq!(notice, (!rest.is_zero()).then_some(Notice::Unplaced(rest)));
            }
            Wish::Measure(..) | Wish::Tax(..) | Wish::Years(..) | Wish::Reason(..) | Wish::Shock(_) | Wish::Lock(_) | Wish::Settle => {
                prop_assert!(changed.is_empty());
            }
            Wish::Reset => prop_assert!(session.scenario().is_untouched()),
            Wish::Load(_) | Wish::Undo | Wish::Redo => {}
        }
        if !matches!(last, Wish::Tax(..) | Wish::Reset | Wish::Load(_) | Wish::Undo | Wish::Redo) {
            prop_assert_eq!(&before.scenario().taxes, &session.scenario().taxes);
        }
        if !matches!(last, Wish::Shock(_) | Wish::Reset | Wish::Load(_) | Wish::Undo | Wish::Redo) {
            prop_assert_eq!(&before.scenario().shocks, &session.scenario().shocks);
        }
        let shocks = &session.scenario().shocks;
        prop_assert!(shocks.windows(2).all(|pair| pair[0] < pair[1]) && shocks.iter().all(|it| *it < town.shocks.end()));
    }

    /// A goal arrives where it was sent, or says exactly what is missing.
    #[test]
    fn a_goal_arrives_or_says_what_is_missing(
        town in any_town(),
        wishes in wishes(),
        index in any::<usize>(),
        place in -2.0..2.0,
    ) {
        let mut session = session(&town, &wishes);
        let (purpose, target) = (purpose(&town, index), at(town.room(purpose(&town, index)), place));
        let unplaced = match session.apply(&town, Action::MovePurpose(purpose, target)) {
            Some(Notice::Unplaced(rest)) => rest,
            Some(Notice::Limited(_) | Notice::Reversed(..)) | None => Money::ZERO,
        };
        prop_assert_eq!(town.change(session.scenario(), purpose) + unplaced, target);
    }

    #[test]
    fn every_step_can_be_taken_back_and_again(town in any_town(), wishes in wishes(), last in wish()) {
        let mut session = session(&town, &wishes);
        session.apply(&town, Action::Settle);
        let before = session.scenario().clone();
        session.apply(&town, last.action(&town));
        if matches!(last, Wish::Undo | Wish::Redo) || *session.scenario() == before {
            return Ok(());
        }
        let after = session.scenario().clone();
        session.apply(&town, Action::Undo);
        prop_assert_eq!(session.scenario(), &before);
        session.apply(&town, Action::Redo);
        prop_assert_eq!(session.scenario(), &after);
        session.apply(&town, Action::Reset);
        // What changes nothing is no step.
        if !after.is_untouched() {
            session.apply(&town, Action::Undo);
        }
        prop_assert_eq!(session.scenario(), &after);
    }

    /// Every step of a session, whatever was done, can be taken back to the beginning and again to the end.
    #[test]
    fn a_session_goes_back_to_its_start(town in any_town(), wishes in prop::collection::vec(wish(), 0..60)) {
        let mut session = session(&town, &wishes);
        let (end, is_redone) = (session.shared_scenario(), !session.can_redo());
        let mut seen = Vec::new();
        while session.can_undo() {
            seen.push(session.shared_scenario());
            session.apply(&town, Action::Undo);
        }
        prop_assert!(seen.len() <= wishes.len(), "no wish is more than one step");
        prop_assert!(session.scenario().is_untouched());
        for later in seen.iter().rev() {
            session.apply(&town, Action::Redo);
            prop_assert_eq!(session.scenario(), &**later);
        }
        prop_assert_eq!(session.scenario(), &*end);
        prop_assert!(!is_redone || !session.can_redo());
    }

    /// A measure arrives where it was sent, or says exactly what its bounds did not allow; its way is one step.
    #[test]
    fn a_measure_is_dragged_in_one_step(
        town in any_town(),
        wishes in moves(),
        index in any::<usize>(),
        places in prop::collection::vec(place(), 1..12),
    ) {
        let mut start = session(&town, &wishes);
        start.apply(&town, Action::Settle);
        let (mut drag, measure) = (start.clone(), measure(&town, index));
        for place in &places {
            let target = at(wide(&town, measure), *place);
            let unplaced = match drag.apply(&town, Action::MoveMeasure(measure, target)) {
                Some(Notice::Unplaced(rest)) => rest,
                Some(Notice::Limited(_) | Notice::Reversed(..)) | None => Money::ZERO,
            };
            prop_assert_eq!(drag.scenario().given(measure) + unplaced, target);
        }
        let mut once = start.clone();
        once.apply(&town, Action::MoveMeasure(measure, at(wide(&town, measure), places[places.len() - 1])));
        prop_assert_eq!(drag.scenario(), once.scenario());
        if drag.scenario() != start.scenario() {
            drag.apply(&town, Action::Undo);
        }
        prop_assert_eq!(drag.scenario(), start.scenario());
    }

    /// What is moved already keeps its years, whatever moves its amount; what is moved anew has those of its lever or
    /// measure, from the first year on that can still be decided.
    #[test]
    fn a_change_keeps_its_years(town in any_town(), wishes in wishes(), last in wish()) {
        let mut session = session(&town, &wishes);
        session.apply(&town, Action::Settle);
        let before = session.shared_scenario();
        session.apply(&town, last.action(&town));
        if matches!(last, Wish::Load(_) | Wish::Undo | Wish::Redo) {
            return Ok(());
        }
        let mut named = match last {
            Wish::Years(index, ..) => Some(choice(&town, index)),
            _ => None,
        };
        named = named.filter(|it| !matches!(it, Choice::Everyday(cell) if session.is_locked(*cell)));
        for (cell, it) in &session.scenario().moves {
            if matches!(named, Some(Choice::Everyday(it)) if it.lever == cell.lever) {
                continue;
            }
            let usual = (town.first_year, town.last_year(cell.lever));
            let years = before.moves.get(cell).map_or(usual, |it| (it.from, it.to));
            prop_assert_eq!((it.from, it.to), years);
            prop_assert!(it.from <= it.to);
        }
        for (at, it) in &session.scenario().measures {
            if named == Some(Choice::Own(*at)) {
                continue;
            }
            let usual = (town.first_year, town.last_year_of(*at));
            let years = before.measures.get(at).map_or(usual, |it| (it.from, it.to));
            prop_assert_eq!((it.from, it.to), years);
            prop_assert!(it.from <= it.to);
        }
    }

    /// Other years change nothing else: no amount, no other change, no reason. Those of a lever hold for all its parts that
    /// are not locked. Years that can no longer be decided become the first that can; a first year behind the last is
    /// refused in words.
    #[test]
    fn years_change_nothing_else(town in any_town(), wishes in wishes(), index in any::<usize>(), from in year(), to in year()) {
        let (mut session, choice) = (session(&town, &wishes), choice(&town, index));
        session.apply(&town, Action::Settle);
        let before = session.clone();
        let (from, to) = (Year(from), Year(to));
        let notice = session.apply(&town, Action::SetYears(choice, from, to));
        let is_locked = matches!(choice, Choice::Everyday(cell) if before.is_locked(cell));
        prop_assert_eq!(notice, (from > to && !is_locked).then_some(Notice::Reversed(from, to)));
        let within = |year: Year| year.clamp(town.first_year, town.horizon);
        let mut wished = before.scenario().clone();
        if from <= to && !is_locked {
            let is_meant = |cell: &Cell| matches!(choice, Choice::Everyday(it) if it.lever == cell.lever) && !before.is_locked(*cell);
            let parts = wished.moves.iter_mut().filter(|(cell, _)| is_meant(cell)).map(|(_, it)| it);
            let own = wished.measures.iter_mut().filter(|(at, _)| choice == Choice::Own(**at)).map(|(_, it)| it);
            parts.chain(own).for_each(|it| (it.from, it.to) = (within(from), within(to)));
        }
        prop_assert_eq!(session.scenario(), &wished);
        prop_assert_eq!(session.reason(Changed::Choice(choice)), before.reason(Changed::Choice(choice)));
        if session.scenario() != before.scenario() {
            session.apply(&town, Action::Undo);
        }
        prop_assert_eq!(session.moment(), before.moment());
    }

    /// A reason stands as long as its change, moves no money, and comes and goes by its own steps.
    #[test]
    fn a_reason_changes_no_number(town in any_town(), wishes in wishes(), index in any::<usize>(), why in ".{0,300}") {
        let (mut session, changed) = (session(&town, &wishes), Changed::Choice(choice(&town, index)));
        session.apply(&town, Action::Settle);
        let before = session.clone();
        session.apply(&town, Action::SetReason(changed, why));
        prop_assert_eq!(session.scenario(), before.scenario());
        prop_assert!(session.reason(changed).chars().count() <= 200);
        prop_assert!(session.reason(changed).is_empty() || changed.is_in(session.scenario()));
        let opened = fit(&town, &session.draft(&town, "", "")).expect("it fits").fitted;
        prop_assert_eq!(opened.reasons().get(&changed).map_or("", |it| it), session.reason(changed));
        if session.moment() != before.moment() {
            let after = session.moment().clone();
            session.apply(&town, Action::Undo);
            prop_assert_eq!(session.moment(), before.moment());
            session.apply(&town, Action::Redo);
            prop_assert_eq!(session.moment(), &after);
        }
    }

    /// What one gives the other gets, to the cent, in one step; where a bound ends it, that bound is named and reached.
    #[test]
    fn what_one_gives_the_other_gets(town in any_town(), wishes in wishes(), ends in any::<(usize, usize)>(), place in place()) {
        let (mut session, from, to) = (session(&town, &wishes), pot(&town, ends.0), pot(&town, ends.1));
        session.apply(&town, Action::Settle);
        let (before, wish) = (session.clone(), much(place));
        let told = before.shifted(&town, from, to, wish);
        let notice = session.apply(&town, Action::Shift(from, to, wish));
        prop_assert_eq!(session.scenario(), &told.scenario, "the preview is what comes");
        let all = |session: &Session, pot: Pot| -> Money {
            let it = session.scenario();
            let cells = it.moves.iter().filter(|(cell, _)| holds(&town, pot, **cell)).map(|(_, it)| it.amount);
            let own = it.measures.iter().filter(|(at, _)| pot == Pot::One(Choice::Own(**at))).map(|(_, it)| it.amount);
            cells.chain(own).sum()
        };
        let change = |pot: Pot| all(&session, pot) - all(&before, pot);
        if from.pays_for(to, &town) {
            prop_assert_eq!(change(from), -told.amount);
            prop_assert_eq!(change(to), told.amount);
        } else {
            prop_assert_eq!((session.scenario(), told.amount), (before.scenario(), Money::ZERO));
        }
        prop_assert!(Money::ZERO <= told.amount && told.amount <= wish.max(Money::ZERO));
        prop_assert_eq!(notice, (told.amount != wish).then_some(Notice::Unplaced(wish - told.amount)));
        prop_assert_eq!(session.last().is_some(), !told.amount.is_zero(), "the headline is about what got the money");
        // Whoever is said to end it has no euro more.
        let lever = |pot: Pot| match pot {
            Pot::One(Choice::Everyday(cell)) => Some(cell.lever),
            _ => None,
        };
        let stops = |pot: Pot, is_giving: bool| {
            // A goal neither gives to a lever nor takes from it what it has of the same lever.
            let other = lever(if is_giving { to } else { from }).filter(|_| matches!(pot, Pot::Goal(_)));
            let kept = other.map(|lever| town.parts(lever)).unwrap_or_default();
            let others = pots(&town, session.scenario(), &[session.locks(), &kept].concat(), is_giving);
            !others.contains(&pot)
        };
        // A lever is one thing: as a whole it gets, or gives, what was told.
        for (pot, change) in [(from, -told.amount), (to, told.amount)] {
            if let Some(lever) = lever(pot) {
                let all = |it: &Session| it.scenario().of_lever(lever);
                prop_assert_eq!(all(&session) - all(&before), change);
            }
        }
        match told.stop.filter(|_| from.pays_for(to, &town)) {
            Some(Stop::Giver) => prop_assert!(stops(from, true)),
            Some(Stop::Taker) => prop_assert!(stops(to, false)),
            Some(Stop::Both) => prop_assert!(stops(from, true) && stops(to, false)),
            None => {}
        }
        if session.scenario() != before.scenario() {
            session.apply(&town, Action::Undo);
        }
        prop_assert_eq!(session.moment(), before.moment());
    }

    /// A drag is one step and ends where a single jump would, to the cent. Settled steps end on whole euros each, so they
    /// differ by the euros that rounding moves from one lever of the goal to another.
    #[test]
    fn the_way_does_not_matter(
        town in any_town(),
        wishes in moves(),
        index in any::<usize>(),
        places in prop::collection::vec(-1.0..1.0, 1..30),
    ) {
        let start = session(&town, &wishes);
        let room = town.room(purpose(&town, index));
        let go = |session: &mut Session, place: f64| session.apply(&town, Action::MovePurpose(purpose(&town, index), at(room, place)));
        let mut once = start.clone();
        go(&mut once, places[places.len() - 1]);
        let mut drag = start.clone();
        for place in &places {
            go(&mut drag, *place);
        }
        prop_assert_eq!(drag.scenario(), once.scenario());
        if drag.scenario() != start.scenario() {
            drag.apply(&town, Action::Undo);
        }
        prop_assert_eq!(drag.scenario(), start.scenario());

        // One direction in settled steps, as with the arrow keys, from the plan.
        let (mut steps, mut jump) = (Session::default(), Session::default());
        for step in 1..=places.len() {
            go(&mut steps, places[0] * step as f64 / places.len() as f64);
            steps.apply(&town, Action::Settle);
        }
        go(&mut jump, places[0]);
        for cell in different(steps.scenario(), jump.scenario()) {
            let apart = (steps.scenario().change(cell) - jump.scenario().change(cell)).abs();
            let euros = i64::try_from(places.len() * town.cells(cell.purpose).len()).unwrap();
            prop_assert!(apart <= Money::from_cents(100 * euros), "{apart:?} after {} steps", places.len());
        }
    }

    /// Whole wishes leave whole euros; a lever that stands at its end may keep its cents, and one other takes the rest.
    #[test]
    fn amounts_are_whole_euros(town in any_town(), steps in prop::collection::vec((any::<usize>(), place(), any::<bool>()), 1..12)) {
        let mut session = Session::default();
        let is_odd = |session: &Session, cell: &Cell| {
            let (now, room) = (session.scenario().change(*cell), town.cell_room(*cell));
            now.cents() % 100 != 0 && now != room.low && now != room.high
        };
        for (index, place, spreads) in steps {
            let purpose = purpose(&town, index);
            let target = Money::from_euros(at(town.room(purpose), place).euros().round());
            session.apply(&town, Action::MovePurpose(purpose, target));
            session.apply(&town, Action::Settle);
            let odd = town.cells(purpose).into_iter().filter(|cell| is_odd(&session, cell)).count();
            prop_assert!(odd <= 1, "{odd} odd amounts in {:?}", session.scenario().moves);
            if spreads {
                let before = session.scenario().clone();
                session.apply(&town, Action::Distribute);
                let odd = different(&before, session.scenario()).into_iter().filter(|cell| is_odd(&session, cell)).count();
                prop_assert!(odd <= 1, "{odd} odd amounts after spreading");
                session.apply(&town, Action::Undo);
            }
        }
    }

    /// The meter is the sum of what every change costs the town and every tax brings, whatever was done, to the cent.
    #[test]
    fn the_meter_is_the_sum_of_the_changes(town in any_town(), wishes in wishes()) {
        let scenario = scenario(&town, &wishes);
        let mut sum = Money::ZERO;
        for (cell, it) in &scenario.moves {
            let lever = &town.levers[cell.lever.0];
            if lever.kind == LeverKind::Operating {
                sum -= lever.net(cell.purpose, it.amount);
            }
        }
        for (at, it) in &scenario.measures {
            let measure = &town.chain.measures[at.0];
            if measure.kind == MeasureKind::Service {
                sum -= it.amount * (1.0 - town.levers[measure.lever.0].reimbursement());
            }
        }
        for (index, multiplier) in &scenario.taxes {
            sum += town.taxes[index.0].change(*multiplier);
        }
        prop_assert_eq!(simulate(&town, &scenario).balance, sum);
    }

    /// What nobody locked returns to the plan exactly, whatever was done to it.
    #[test]
    fn a_return_to_the_plan_is_exact(town in any_town(), index in any::<usize>(), places in prop::collection::vec(place(), 1..12)) {
        let (purpose, mut session) = (purpose(&town, index), Session::default());
        for place in places {
            session.apply(&town, Action::MovePurpose(purpose, at(town.room(purpose), place)));
            session.apply(&town, Action::Settle);
        }
        session.apply(&town, Action::MovePurpose(purpose, Money::ZERO));
        prop_assert!(session.scenario().is_untouched(), "{:?}", session.scenario());
    }
}

/// Locks are set without a step, so a step may lead where the session stands already: nobody steps back into it.
#[test]
fn a_step_that_leads_nowhere_is_none() {
    let town = real();
    let cell = cells(&town).into_iter().find(|it| !town.cell_room(*it).high.is_zero()).expect("it moves");
    let mut locked = Session::default();
    locked.apply(&town, Action::ToggleLock(cell));
    let mut session = Session::default();
    let draft = fit(&town, &locked.draft(&town, "", "")).expect("it fits");
    session.apply(&town, Action::Load(draft.fitted));
    assert!(session.can_undo(), "the lock came with a step");
    session.apply(&town, Action::ToggleLock(cell));
    assert!(!session.can_undo(), "the lock is gone without it");
    session.apply(&town, Action::MoveCell(cell, town.cell_room(cell).high));
    let moved = session.shared_scenario();
    session.apply(&town, Action::Undo);
    assert!(session.scenario().is_untouched() && !session.can_undo());
    session.apply(&town, Action::Undo);
    session.apply(&town, Action::Redo);
    assert_eq!(*session.scenario(), *moved);
}

/// A reason goes with its change, whatever takes that away, and comes back with it; a drag through the plan keeps it, and a
/// lock that was set meanwhile stays.
#[test]
fn a_reason_goes_and_comes_with_its_change() {
    let town = real();
    let free = cells(&town).into_iter().filter(|it| !town.cell_room(*it).high.is_zero()).collect::<Vec<_>>();
    let (cell, other) = (free[0], free[1]);
    let (changed, high) = (Changed::Choice(Choice::Everyday(cell)), town.cell_room(cell).high);
    let mut session = Session::default();
    session.apply(&town, Action::SetReason(changed, "nothing is moved yet".to_owned()));
    assert!(session.is_plan() && !session.can_undo());
    session.apply(&town, Action::MoveCell(cell, high));
    session.apply(&town, Action::SetReason(changed, " Sicher zur Schule\u{202e} ".to_owned()));
    assert_eq!(session.reason(changed), "Sicher zur Schule");
    session.apply(&town, Action::ToggleLock(other));
    session.apply(&town, Action::MoveCell(cell, Money::ZERO));
    session.apply(&town, Action::MoveCell(cell, high * 0.5));
    session.apply(&town, Action::Settle);
    assert_eq!(session.reason(changed), "Sicher zur Schule");
    session.apply(&town, Action::MoveCell(cell, Money::ZERO));
    session.apply(&town, Action::Settle);
    assert_eq!(session.reason(changed), "");
    session.apply(&town, Action::Undo);
    assert_eq!(session.reason(changed), "Sicher zur Schule");
    session.apply(&town, Action::Reset);
    assert_eq!(session.reason(changed), "");
    for _ in 0..4 {
        session.apply(&town, Action::Undo);
    }
    assert!(session.scenario().is_untouched() && session.reason(changed).is_empty() && session.is_locked(other));
}

/// Many more steps than a person takes, on a copy of the session each time as the page takes one.
#[test]
fn four_thousand_steps_can_be_taken_back() {
    let town = real();
    let mut session = Session::default();
    let mut seen = vec![session.shared_scenario()];
    let movable = cells(&town).into_iter().filter(|cell| !town.cell_room(*cell).high.is_zero());
    for (index, cell) in movable.collect::<Vec<_>>().into_iter().cycle().take(4_000).enumerate() {
        let mut next = session.clone();
        next.apply(&town, Action::MoveCell(cell, town.cell_room(cell).high * (1.0 / (index + 1) as f64)));
        next.apply(&town, Action::Settle);
        session = next;
        seen.push(session.shared_scenario());
    }
    for earlier in seen.iter().rev().skip(1) {
        assert!(session.can_undo());
        session.apply(&town, Action::Undo);
        assert_eq!(session.scenario(), &**earlier);
    }
    assert!(session.scenario().is_untouched() && !session.can_undo());
    for later in seen.iter().skip(1) {
        session.apply(&town, Action::Redo);
        assert_eq!(session.scenario(), &**later);
    }
    assert!(!session.can_redo());
}

/// One button, one step: every lever and every measure of the goal returns, investment too, but what is locked stays and is
/// told.
#[test]
fn a_goal_goes_back_to_the_plan_in_one_step() {
    let town = real();
    let goals = town.purposes().into_iter();
    let (purpose, built) = goals
        .filter_map(|purpose| {
            let built = town.investment_cells(purpose).into_iter().find(|it| !town.cell_room(*it).high.is_zero())?;
            Some((purpose, built))
        })
        .next()
        .expect("a goal with investment");
    let mut session = Session::default();
    session.apply(&town, Action::MovePurpose(purpose, town.room(purpose).high * 0.5));
    session.apply(&town, Action::MoveCell(built, town.cell_room(built).high));
    let measures = town.chain.measures.pairs().filter(|(at, _)| !town.measure_room(*at).high.is_zero());
    let (own, other): (Vec<_>, Vec<_>) = measures.partition(|(at, _)| serves(&town, *at, purpose));
    for (at, _) in own.iter().chain(&other[..1]) {
        session.apply(&town, Action::MoveMeasure(*at, town.measure_room(*at).high));
    }
    session.apply(&town, Action::Settle);
    assert!(own.iter().any(|(at, _)| town.builds(*at)) && !own.iter().all(|(at, _)| town.builds(*at)));
    let moved = session.clone();
    assert_eq!(session.apply(&town, Action::ResetPurpose(purpose)), None);
    let left = session.scenario();
    assert!(left.moves.is_empty() && left.measures.keys().eq([&other[0].0]), "the measure of another goal stays");
    session.apply(&town, Action::Undo);
    assert_eq!(session.scenario(), moved.scenario());

    let held = *town.cells(purpose).iter().find(|it| !moved.scenario().change(**it).is_zero()).expect("one moved");
    let amount = moved.scenario().change(held);
    session.apply(&town, Action::ToggleLock(held));
    assert_eq!(session.apply(&town, Action::ResetPurpose(purpose)), Some(Notice::Unplaced(-amount)));
    assert_eq!(
        session.scenario().moves.iter().map(|(cell, it)| (*cell, it.amount)).collect::<Vec<_>>(),
        [(held, amount)]
    );
}

/// A lock in the middle of a drag holds at once, and what it holds stays where it stood.
#[test]
fn a_lock_within_a_drag_holds() {
    let town = real();
    let mut session = Session::default();
    let purpose = Purpose::Field(FieldAt(0));
    let high = town.room(purpose).high;
    session.apply(&town, Action::MovePurpose(purpose, high * 0.5));
    let held = *session.scenario().moves.keys().next().expect("something moved");
    let amount = session.scenario().change(held);
    session.apply(&town, Action::ToggleLock(held));
    session.apply(&town, Action::MovePurpose(purpose, Money::ZERO));
    assert_eq!(session.scenario().change(held), amount);
}
