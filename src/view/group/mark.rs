//! The mark behind a code that is shown to a room: its number, and a nonce that stays with a draft as long as the page is
//! open (Kennung).

use std::cell::RefCell;

use crate::group::{Nonce, marked, room_number};
use crate::platform::{address, chance};

thread_local! {
    static MARKS: RefCell<Vec<(String, Nonce)>> = const { RefCell::new(Vec::new()) };
}

/// The number of the room that the address names, `?room=472`.
pub fn number() -> Option<String> {
    address::parameter("room").map(|it| room_number(&it)).filter(|it| !it.is_empty())
}

/// A code as it is shown: with room and nonce where the address names a room.
pub fn shown(code: &str) -> String {
    let Some(number) = number() else { return code.to_owned() };
    let known = MARKS.with_borrow(|all| all.iter().find(|it| it.0 == code).map(|it| it.1.clone()));
    let Some(nonce) = known.or_else(|| chance::bits().map(Nonce::short)) else { return code.to_owned() };
    MARKS.with_borrow_mut(|all| {
        if !all.iter().any(|it| it.0 == code) {
            all.push((code.to_owned(), nonce.clone()));
        }
    });
    marked(code, &number, &nonce)
}
