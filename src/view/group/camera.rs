//! The camera, and photos of codes (Kamera): what reads squares, for browsers that read none, comes with the file of pictures: one of its own would
//! cost every visit 2.4 kB.

use leptos::html::Video;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::common::said;
use super::room;
use crate::group::{Grey, squares};
use crate::platform::camera::{Camera, Look};
use crate::platform::frame;
use crate::view::held::{Held, flag, line};
use crate::view::parts::Press;
use crate::view::state::State;

/// From one look to the next, milliseconds.
const LOOK: i32 = 150;

/// The texts of all squares in a picture.
#[wasm_split(pictures, fallible)]
fn seen(width: usize, height: usize, colours: Vec<u8>) -> Result<Vec<String>, SplitLoaderError> {
    Ok(squares(&Grey::of_colours(width, height, &colours)))
}

/// The texts of the squares that a look found; none if what reads them did not come.
pub async fn texts(look: Look) -> Option<Vec<String>> {
    match look {
        Look::Read(texts) => Some(texts),
        Look::Pixels(width, height, colours) => seen(width, height, colours).await.ok(),
    }
}

/// Brings what reads squares before it is needed: by then there may be no network.
pub fn bring() {
    spawn_local(async {
        let _ = seen(0, 0, Vec::new()).await;
    });
}

/// How it stands with the camera.
#[derive(Clone, Copy, PartialEq)]
enum Stand {
    Off,
    Coming,
    On,
    Missing,
}

/// The camera with its picture (Kamera).
#[component]
pub fn Scanner() -> impl IntoView {
    let state = State::get();
    let node = NodeRef::<Video>::new();
    let stand = Held::new(Stand::Off);
    let camera = StoredValue::new_local(None::<Camera>);
    let off = move || {
        camera.update_value(|it| {
            if let Some(camera) = it.take() {
                camera.close();
            }
        });
    };
    on_cleanup(off);
    let press = Callback::new(move |()| {
        if stand.get_untracked() == Stand::On {
            off();
            return stand.set(Stand::Off);
        }
        let Some(video) = node.get_untracked().filter(|_| stand.get_untracked() != Stand::Coming) else { return };
        stand.set(Stand::Coming);
        spawn_local(async move {
            let Some(opened) = Camera::open(video).await else { return stand.set(Stand::Missing) };
            // Whoever has left meanwhile wants no light at the camera.
            if camera.is_disposed() {
                return opened.close();
            }
            camera.set_value(Some(opened));
            stand.set(Stand::On);
            look(state, camera, String::new());
        });
    });
    let label = line(move || {
        let words = state.lang.get().group();
        if stand.get() == Stand::On { words.camera_off } else { words.camera_on }
    });
    let note = line(move || {
        let words = state.lang.get().group();
        match stand.get() {
            Stand::Off => "",
            Stand::Coming => words.camera_coming,
            Stand::On => words.camera_says,
            Stand::Missing => words.camera_missing,
        }
    });
    view! {
        <h2 class="q">{said(state, |it| it.camera)}</h2>
        <p><Press class="btn main" label=label on_press=press /></p>
        <p class="small" role="status">{note}</p>
        <video class="camera" node_ref=node muted playsinline aria-label=said(state, |it| it.camera) hidden=flag(move || stand.get() != Stand::On)></video>
    }
}

/// Looks until the camera is off; what is still in front of it is not taken again.
fn look(state: State, camera: StoredValue<Option<Camera>, LocalStorage>, before: String) {
    frame::later(LOOK, move || {
        let Some(now) = camera.try_get_value().flatten() else { return };
        spawn_local(async move {
            let mut last = before;
            if let Some(found) = now.look().await {
                for text in texts(found).await.unwrap_or_default() {
                    if text != last {
                        room::take(state, &text);
                        last = text;
                    }
                }
            }
            look(state, camera, last);
        });
    });
}
