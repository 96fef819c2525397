//! The doors through which the page's script enters.

use std::cell::OnceCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::model::ensemble::{MEMBERS, Uncertainty, ensemble};
use crate::model::{Scenario, Town, simulate};
use crate::pack::{Files, load};
use crate::platform::{page, rescue};
use crate::view;

thread_local! {
    static TOWN: OnceCell<&'static Town> = const { OnceCell::new() };
}

/// Opens the page for a town: loads the pack, a text that [`Files::from_bundle`] reads, and mounts the view.
#[wasm_bindgen]
pub fn open(bundle: &str) {
    rescue::install();
    match Files::from_bundle(bundle).map_err(|problem| vec![problem]).and_then(|files| load(&files)) {
        // The town lives as long as the document.
        Ok(town) => view::mount(TOWN.with(|it| *it.get_or_init(|| Box::leak(Box::new(town))))),
        Err(problems) => {
            let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
            page::report(&list.join("\n"));
        }
    }
}

/// Milliseconds per run of `simulate`, over `runs` runs on a scenario that moves every goal (for the bench).
#[wasm_bindgen]
pub fn bench_simulate(runs: u32) -> f64 {
    let Some(town) = TOWN.with(|it| it.get().copied()) else { return f64::NAN };
    let scenario = Scenario::half_of_every_room(town);
    let begin = page::milliseconds();
    for _ in 0..runs {
        std::hint::black_box(simulate(std::hint::black_box(town), std::hint::black_box(&scenario)));
    }
    (page::milliseconds() - begin) / f64::from(runs.max(1))
}

/// Milliseconds to draw the members, once, and per run of the whole ensemble over `runs` runs on the same scenario.
#[wasm_bindgen]
pub fn bench_ensemble(runs: u32) -> Vec<f64> {
    let Some(town) = TOWN.with(|it| it.get().copied()) else { return Vec::new() };
    let scenario = Scenario::half_of_every_room(town);
    let begin = page::milliseconds();
    let uncertainty = Uncertainty::new(town, MEMBERS);
    let drawn = page::milliseconds();
    for _ in 0..runs {
        std::hint::black_box(ensemble(town, &uncertainty, std::hint::black_box(&scenario)));
    }
    vec![drawn - begin, (page::milliseconds() - drawn) / f64::from(runs.max(1))]
}

/// Fails on purpose, so that a test can see the last resort (never called by the page).
#[wasm_bindgen]
#[allow(clippy::panic, reason = "this is the panic that the test of the last resort needs")]
pub fn fail_on_purpose() {
    panic!("asked to fail");
}
