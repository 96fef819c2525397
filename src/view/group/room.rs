//! The room as this page holds it (Raum): what was gathered, what the facilitator did, and what of it is stored. It outlives
//! the screens; whoever reads it hears of changes by [`State::room`].

use std::cell::RefCell;

use leptos::prelude::WithValue;

use super::kept;
use crate::group::{Deed, Gathered, Intake, Mark, Past, Shelf, Talk, Timer};
use crate::platform::{clock, frame, room as store};
use crate::view::state::State;

/// Texts that are taken before the clock is looked at, and how long they may take before the page has its turn, milliseconds.
const FEW: usize = 8;
const TURN: f64 = 24.0;

#[derive(Default)]
struct Inner {
    gathered: Gathered,
    talk: Option<Talk>,
    intake: Intake,
    shelf: Shelf,
    timer: Option<Timer>,
    /// Where it stood before the last pile of texts, and how many drafts there were then.
    pile: Option<Mark>,
    before: usize,
    past: Past,
    /// What was taken back last, until something is done again.
    undone: Option<Deed>,
    /// The entry of this tab for the talk, and one of another visit that it takes the place of.
    talk_key: Option<String>,
    old_talk: Option<String>,
    is_begun: bool,
    is_restoring: bool,
    is_refused: bool,
    is_turning: bool,
    /// Counts the piles that are done.
    done: u32,
}

thread_local! {
    static ROOM: RefCell<Inner> = RefCell::default();
}

fn read<R>(state: State, read: impl FnOnce(&Inner) -> R) -> R {
    state.room.track();
    ROOM.with_borrow(read)
}

fn change<R>(state: State, change: impl FnOnce(&mut Inner) -> R) -> R {
    let result = ROOM.with_borrow_mut(change);
    state.room.update(|it| *it = it.wrapping_add(1));
    result
}

/// Reads what was gathered, tracked.
pub fn gathered<R>(state: State, look: impl FnOnce(&Gathered) -> R) -> R {
    read(state, |it| look(&it.gathered))
}

/// How many drafts there are, tracked.
pub fn count(state: State) -> usize {
    gathered(state, Gathered::count)
}

/// Whether a room is open, tracked.
pub fn is_open(state: State) -> bool {
    read(state, |it| it.talk.is_some())
}

/// What the facilitator did, tracked; a fresh one where no room is open.
pub fn talk(state: State) -> Talk {
    read(state, |it| it.talk.clone()).unwrap_or_else(|| Talk::new(&state.town.id, ""))
}

/// Whether stored drafts are still being read.
pub fn is_restoring(state: State) -> bool {
    read(state, |it| it.is_restoring)
}

/// Whether something could not be stored.
pub fn is_refused(state: State) -> bool {
    read(state, |it| it.is_refused)
}

/// How far the taking of texts is; none while nothing waits.
pub fn progress(state: State) -> Option<(usize, usize)> {
    read(state, |it| it.intake.is_busy().then(|| it.intake.progress()))
}

/// How many piles are done, and how many drafts there were before the last one.
pub fn done(state: State) -> (u32, usize) {
    read(state, |it| (it.done, it.before))
}

/// The last step that can be taken back, and the one that just was; neither while texts wait.
pub fn steps(state: State) -> (Option<Deed>, Option<Deed>) {
    read(state, |it| if it.intake.is_busy() { (None, None) } else { (it.past.last(), it.undone) })
}

/// Takes the last step back, in the storage as well (Zurücknehmen).
pub fn undo(state: State) {
    change(state, |it| {
        let Some((deed, talk, mark)) = it.past.pop() else { return };
        it.shelf.back_to(mark.count()).iter().for_each(|key| store::remove(key));
        it.gathered.back_to(mark);
        it.talk = it.talk.is_some().then_some(talk);
        (it.done, it.undone) = (0, Some(deed));
    });
    keep_drafts(state);
    keep_talk(state);
}

/// The clock.
pub fn timer(state: State) -> Option<Timer> {
    read(state, |it| it.timer)
}

/// Sets the clock.
pub fn set_timer(state: State, timer: Option<Timer>) {
    change(state, |it| it.timer = timer);
}

/// Goes on with what is stored, once for each opening of the page.
pub fn resume(state: State) {
    if ROOM.with_borrow_mut(|it| std::mem::replace(&mut it.is_begun, true)) {
        return;
    }
    let talks = store::entries(store::TALK);
    let Some(talk) = Talk::newest(talks.iter().map(|it| it.1.as_str()), &state.town.id) else { return };
    let old = talks.into_iter().find(|(_, text)| *text == talk.to_json()).map(|it| it.0);
    let piles = store::entries(store::DRAFTS);
    change(state, |it| {
        it.talk = Some(talk);
        it.old_talk = old;
        piles.iter().for_each(|(_, text)| {
            it.intake.add(text);
        });
        it.is_restoring = it.intake.is_busy();
    });
    turn(state);
}

/// Opens a room.
pub fn begin(state: State, number: &str) {
    change(state, |it| it.talk = Some(Talk::new(&state.town.id, number)));
    keep_talk(state);
}

/// Ends the room and deletes all of it; false if something stays stored.
pub fn end(state: State) -> bool {
    change(state, |it| *it = Inner { is_begun: true, ..Inner::default() });
    kept::keep(None);
    store::clear()
}

/// Does something in the talk, and stores it.
pub fn say(state: State, deed: Deed, work: impl FnOnce(&mut Talk)) {
    change(state, |it| {
        if let Some(talk) = &mut it.talk {
            let before = talk.clone();
            work(talk);
            // What is still being restored lies in entries of earlier visits, and is none of these steps.
            if *talk != before && !it.is_restoring {
                it.past.push(deed, before, it.gathered.mark());
                it.undone = None;
            }
        }
    });
    keep_talk(state);
}

/// Takes a text from anywhere: a camera, a file, a field, a frame (Text von außen). Drafts count at once or in the next
/// moments, where there are many.
pub fn take(state: State, text: &str) {
    let is_open = change(state, |it| {
        let is_open = it.talk.is_some() && !it.is_restoring;
        if is_open {
            if !it.intake.is_busy() {
                it.before = it.gathered.count();
                it.pile = Some(it.gathered.mark());
                it.undone = None;
            }
            it.intake.add(text);
        }
        is_open
    });
    if is_open {
        turn(state);
    }
}

/// Drops what waits; what was taken stays. How many that were.
pub fn cancel(state: State) -> usize {
    let dropped = change(state, |it| it.intake.cancel());
    settle(state);
    dropped
}

/// Takes texts until the page needs its turn.
fn turn(state: State) {
    if ROOM.with_borrow_mut(|it| std::mem::replace(&mut it.is_turning, true)) {
        return;
    }
    go_on(state);
}

fn go_on(state: State) {
    let towns = state.towns.with_value(|towns| towns.iter().map(|it| it.id.clone()).collect::<Vec<_>>());
    let (day, begun) = (clock::today(), clock::Since::now());
    let is_busy = change(state, |it| {
        while it.intake.is_busy() && !begun.is_over(TURN) {
            let Inner { intake, gathered, .. } = it;
            intake.step(FEW, state.town, &towns, &day, gathered);
        }
        it.is_turning = it.intake.is_busy();
        it.is_turning
    });
    if is_busy {
        frame::later(0, move || go_on(state));
    } else {
        settle(state);
    }
}

/// A pile is done: what is new is stored.
fn settle(state: State) {
    change(state, |it| {
        it.done = it.done.wrapping_add(1);
        if std::mem::take(&mut it.is_restoring) {
            // What lies there was written by earlier visits, which other tabs may still be.
            it.shelf = Shelf::holding(it.gathered.count());
            it.gathered.forget_refused();
        }
        if let (Some(pile), Some(talk)) = (it.pile.take(), &it.talk) {
            let new = it.gathered.since(&pile);
            if new > 0 {
                it.past.push(Deed::Gathered(new), talk.clone(), pile);
            }
        }
    });
    keep_drafts(state);
}

/// Stores the drafts that are not stored yet.
fn keep_drafts(state: State) {
    change(state, |it| {
        if it.talk.is_some() {
            let due = it.shelf.due(&state.town.id, &clock::today(), &it.gathered, || store::new_key(store::DRAFTS));
            it.is_refused |= due.iter().any(|(key, text)| !store::put(key, text));
        }
    });
}

/// Stores the talk under a key of this tab; then the entry that it goes on with is not needed any more.
fn keep_talk(state: State) {
    change(state, |it| {
        let Some(talk) = &mut it.talk else { return };
        talk.at = clock::since_1970();
        let key = it.talk_key.take().or_else(|| store::new_key(store::TALK));
        let is_there = key.as_ref().is_some_and(|key| store::put(key, &talk.to_json()));
        if let Some(old) = it.old_talk.take().filter(|_| is_there) {
            store::remove(&old);
        }
        it.is_refused |= !is_there;
        kept::keep(Some(talk.clone()));
        it.talk_key = key;
    });
}
