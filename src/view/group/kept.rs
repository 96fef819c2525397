//! What a group decided, for those who need no more of its room (Ergebnis).

use std::cell::RefCell;

use crate::group::Talk;
use crate::platform::room;
use crate::view::state::State;

thread_local! {
    static LAST: RefCell<Option<Talk>> = const { RefCell::new(None) };
}

/// Keeps it for this page, which may not be able to store it.
pub fn keep(talk: Option<Talk>) {
    LAST.set(talk);
}

/// What the room on this device came to; none where there is none.
pub fn talk(state: State) -> Option<Talk> {
    let last = LAST.with_borrow(Clone::clone);
    let stored = || Talk::newest(room::entries(room::TALK).iter().map(|it| it.1.as_str()), &state.town.id);
    last.or_else(stored)
}
