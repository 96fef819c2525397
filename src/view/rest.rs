//! The late files (Nachzügler): everything that only the ways of one of them reach is compiled into it. What two of them share
//! is a third, which comes with either.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::around::around;
use super::behind;
use super::choices::Choices;
use super::compare::Compare;
use super::cover::Cover;
use super::desk;
use super::easy::easy;
use super::embed::Embed;
use super::goals::Goals;
use super::group::group;
use super::late::{Asks, Behind, Coming, Desk, Paper, Rest};
use super::leaving::LeavingDialog;
use super::meter::{Announcement, Meter};
use super::notes::{NOTES, brought};
use super::outcome::Card;
use super::paper;
use super::parts::nothing;
use super::saves::{SavesDialog, resume};
use super::screen::Screen;
use super::send::Send;
use super::share::{Share, link_of};
use super::shared::Shared;
use super::shift::ShiftDialog;
use super::spread::SpreadDialog;
use super::statement::Statement;
use super::stored::Stored;
use super::towns::TownsDialog;

static REST: Rest = Rest {
    begin: |state| {
        state.begin();
        resume(state);
    },
    announcement: || view! { <Announcement /> }.into_any(),
    short: |screen| match screen {
        Screen::Goals => view! { <Goals /> }.into_any(),
        Screen::Choices(field) => view! { <Choices field /> }.into_any(),
        Screen::Cover => view! { <Cover /> }.into_any(),
        Screen::Outcome => view! { <Card /> }.into_any(),
        _ => nothing(),
    },
    around,
};

static DESK: Desk = Desk {
    desk: || {
        view! {
            <Meter />
            <desk::Desk />
        }
        .into_any()
    },
    dialogs: || {
        view! {
            <TownsDialog />
            <LeavingDialog />
            <SpreadDialog />
            <ShiftDialog />
            <SavesDialog />
        }
        .into_any()
    },
};

static PAPER: Paper = Paper {
    screen: |screen| match screen {
        Screen::Compare => view! { <Compare /> }.into_any(),
        Screen::Send => view! { <Send /> }.into_any(),
        Screen::Share => view! { <Share /> }.into_any(),
        Screen::Shared => view! { <Shared /> }.into_any(),
        Screen::Embed => view! { <Embed /> }.into_any(),
        _ => view! { <paper::Paper /> }.into_any(),
    },
    link: link_of,
};

static ROOM: Paper = Paper {
    screen: |screen| match screen {
        Screen::Group(place) => group(place),
        _ => nothing(),
    },
    link: link_of,
};

static BEHIND: Behind = Behind { behind: || view! { <behind::Behind /> }.into_any() };

static ASIDE: Paper = Paper {
    screen: |screen| match screen {
        Screen::Easy(step) => easy(step),
        Screen::Stored => view! { <Stored /> }.into_any(),
        _ => view! { <Statement /> }.into_any(),
    },
    link: link_of,
};

#[wasm_split(rest, fallible)]
fn rest() -> Result<&'static Rest, SplitLoaderError> {
    Ok(&REST)
}

#[wasm_split(desk, fallible)]
fn desk() -> Result<&'static Desk, SplitLoaderError> {
    Ok(&DESK)
}

#[wasm_split(paper, fallible)]
fn paper() -> Result<&'static Paper, SplitLoaderError> {
    Ok(&PAPER)
}

#[wasm_split(behind, fallible)]
fn behind() -> Result<&'static Behind, SplitLoaderError> {
    Ok(&BEHIND)
}

#[wasm_split(room, fallible)]
fn room() -> Result<&'static Paper, SplitLoaderError> {
    Ok(&ROOM)
}

#[wasm_split(aside, fallible)]
fn aside() -> Result<&'static Paper, SplitLoaderError> {
    Ok(&ASIDE)
}

/// How each is loaded. The workbench and what stands behind it are of no use without the notes.
pub const ASKS: Asks = Asks {
    rest: || -> Coming<_> { Box::pin(async { rest().await.ok() }) },
    desk: || -> Coming<_> { Box::pin(async { if brought(NOTES).await { desk().await.ok() } else { None } }) },
    behind: || -> Coming<_> { Box::pin(async { behind().await.ok() }) },
    aside: || -> Coming<_> { Box::pin(async { aside().await.ok() }) },
    paper: || -> Coming<_> { Box::pin(async { if brought(NOTES).await { paper().await.ok() } else { None } }) },
    room: || -> Coming<_> { Box::pin(async { if brought(NOTES).await { room().await.ok() } else { None } }) },
};
