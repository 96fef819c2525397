//! The late file (Nachzügler): everything that only these ways reach is compiled into a file of its own, which is loaded
//! once the first picture has been painted.

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::assumptions;
use super::chart;
use super::departments::Departments;
use super::late::{Coming, Rest};
use super::leaving::LeavingDialog;
use super::method;
use super::notes::{NOTES, brought};
use super::profile::Profile;
use super::resilience::Resilience;
use super::saves::SavesDialog;
use super::spread::SpreadDialog;
use super::towns::TownsDialog;
use super::why::WhyDialog;

static REST: Rest = Rest {
    profile: || view! { <Profile /> }.into_any(),
    resilience: || view! { <Resilience /> }.into_any(),
    departments: || view! { <Departments /> }.into_any(),
    method: method::content,
    assumptions: assumptions::lists,
    dialogs: || {
        view! {
            <WhyDialog />
            <TownsDialog />
            <LeavingDialog />
            <SpreadDialog />
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
