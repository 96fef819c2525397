//! The late file (Nachzügler): everything that only these ways reach is compiled into a file of its own, which is loaded
//! once the first picture has been painted.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::assumptions;
use super::chart;
use super::choices::Choices;
use super::cover::Cover;
use super::desk::Desk;
use super::goals::Goals;
use super::late::{Coming, Rest};
use super::leaving::LeavingDialog;
use super::meter::Meter;
use super::method;
use super::notes::{NOTES, brought};
use super::outcome::Card;
use super::parts::nothing;
use super::saves::SavesDialog;
use super::screen::Screen;
use super::shift::ShiftDialog;
use super::spread::SpreadDialog;
use super::towns::TownsDialog;
use super::why::WhyDialog;

static REST: Rest = Rest {
    meter: || view! { <Meter /> }.into_any(),
    desk: || view! { <Desk /> }.into_any(),
    short: |screen| match screen {
        Screen::Goals => view! { <Goals /> }.into_any(),
        Screen::Choices(field) => view! { <Choices field /> }.into_any(),
        Screen::Cover => view! { <Cover /> }.into_any(),
        Screen::Outcome => view! { <Card /> }.into_any(),
        Screen::Opening | Screen::Bench | Screen::Learn => nothing(),
    },
    method: method::content,
    assumptions: assumptions::lists,
    dialogs: || {
        view! {
            <WhyDialog />
            <TownsDialog />
            <LeavingDialog />
            <SpreadDialog />
            <ShiftDialog />
            <SavesDialog />
        }
        .into_any()
    },
};

/// The only way from the first view into the late file. One function that returns them all: with several, what two of them
/// share would be a third file.
#[wasm_split(rest, fallible)]
fn rest() -> Result<&'static Rest, SplitLoaderError> {
    chart::draw_with(chart::draw);
    Ok(&REST)
}

/// Loads the late file.
pub fn ask() -> Coming<&'static Rest> {
    // Neither is of use without the other.
    Box::pin(async { if brought(NOTES).await { rest().await.ok() } else { None } })
}
