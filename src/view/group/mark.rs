//! The mark behind a code that is shown to a room: its number, and a nonce that stays with a draft, over a reload as well
//! (Kennung).

use crate::group::{Nonce, marked, room_number};
use crate::platform::{address, keeper};

/// The number of the room that the address names, `?room=472`.
pub fn number() -> Option<String> {
    address::parameter("room").map(|it| room_number(&it)).filter(|it| !it.is_empty())
}

/// A code as it is shown: with room and nonce where the address names a room.
pub fn shown(code: &str) -> String {
    number().map_or_else(|| code.to_owned(), |number| marked(code, &number, &Nonce::of_code(&keeper::seed(), code)))
}
