//! Ways between the screens: the browser's own back and forward walk them, because the address tells which one stands.

use std::cell::Cell;

use super::held::{Held, effect};
use super::late::{BEHIND, DESK, REST, file_of, once_here};
use super::screen::{Easy, OF_CODE, Screen};
use super::state::State;
use crate::figure::goal_name;
use crate::model::Purpose;
use crate::platform::{address, document, focus, frame};

/// What a screen is called in the title of the document; the first one has the page's own name.
pub fn name(state: State, screen: Screen) -> String {
    let texts = state.first();
    match screen {
        Screen::Opening => String::new(),
        Screen::Goals => texts.which_goal.to_owned(),
        Screen::Choices(field) => goal_name(state.town, Purpose::Field(field), state.lang.get()),
        Screen::Cover => texts.where_from_any.to_owned(),
        Screen::Outcome => texts.outcome.to_owned(),
        Screen::Bench => texts.bench_label.to_owned(),
        Screen::Learn => texts.learn.to_owned(),
        Screen::Compare => texts.compare.to_owned(),
        Screen::Paper => texts.paper.to_owned(),
        Screen::Easy(_) => texts.easy.to_owned(),
        Screen::Stored => texts.stored.to_owned(),
        Screen::Statement => texts.statement.to_owned(),
        Screen::Share => texts.share.to_owned(),
        Screen::Embed => texts.embed.to_owned(),
        Screen::Shared => texts.shared.to_owned(),
        Screen::Send => texts.send.to_owned(),
        Screen::Group(_) => texts.group.to_owned(),
    }
}

/// Follows the address: another screen begins at its top, with the keyboard at its heading.
pub fn follow(state: State) {
    let is_first = Cell::new(true);
    address::on_fragment(move |fragment| {
        let Some((screen, is_place)) = Screen::of(&fragment, state.town) else { return };
        if let Screen::Choices(field) | Screen::Easy(Easy::Choices(field)) = screen {
            state.goal.set(Some(field));
        }
        // A place within the screen leaves what it is about.
        if screen == Screen::Learn && !is_place {
            state.why.set(Screen::indicator(&fragment, state.town));
        }
        let mut is_other = screen != state.screen.get_untracked();
        // Another link in place of this one is another draft.
        if let Some(code) = fragment.strip_prefix(OF_CODE) {
            is_other |= state.link.with(|it| it != code);
            state.link.set(code.to_owned());
        }
        // The browser finds a place by itself only where it stands already.
        let is_arrival = is_first.replace(false) && is_place;
        if !is_other && !is_arrival {
            return;
        }
        state.menu.set(false);
        state.screen.set(screen);
        let arrive = move || {
            // What stands on it is made in this turn.
            frame::later(0, move || {
                if is_place {
                    focus::go_to(&fragment);
                } else {
                    document::to_top();
                    focus::to_heading();
                }
            });
        };
        match screen {
            Screen::Opening => arrive(),
            Screen::Bench => once_here(state, &DESK, arrive),
            Screen::Learn => once_here(state, &BEHIND, arrive),
            _ if screen.is_paper() || screen.is_aside() => once_here(state, file_of(screen), arrive),
            _ => once_here(state, &REST, arrive),
        }
    });
}

/// A link to a screen.
pub fn to(state: State, screen: Screen) -> String {
    format!("#{}", screen.fragment(state.town))
}

/// Whether a screen has been seen, so that it is made once and kept.
pub fn seen(state: State, is_meant: fn(Screen) -> bool) -> Held<bool> {
    let is_seen = Held::new(is_meant(state.screen.get_untracked()));
    effect(move || {
        if is_meant(state.screen.get()) && !is_seen.get_untracked() {
            is_seen.set(true);
        }
    });
    is_seen
}
