//! Work that belongs to the next painted frame, done once per frame however often it was asked for.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A piece of drawing work.
pub type Work = Rc<dyn Fn()>;

thread_local! {
    static WAITING: RefCell<Vec<(u64, Work)>> = const { RefCell::new(Vec::new()) };
    static KEYS: Cell<u64> = const { Cell::new(0) };
}

/// A key that nobody else has; they count from zero.
pub fn new_key() -> u64 {
    KEYS.with(|keys| keys.replace(keys.get() + 1))
}

/// Does the work in the next animation frame; asked for again under the same key before that, it is done once.
pub fn next(key: u64, work: Work) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        let is_first = waiting.is_empty();
        waiting.retain(|(other, _)| *other != key);
        waiting.push((key, work));
        is_first
    });
    if is_first && let Some(window) = web_sys::window() {
        let run = Closure::once_into_js(|| {
            for (_, work) in WAITING.take() {
                work();
            }
        });
        // Without animation frames nothing is painted, so there is nothing to draw either.
        let _ = window.request_animation_frame(run.unchecked_ref());
    }
}

/// Does the work once the next picture has been painted; asked for again under the same key before that, once.
pub fn after_next(key: u64, work: Work) {
    next(
        key,
        Rc::new(move || {
            let work = work.clone();
            // A task of its own comes after the painting that ends this frame.
            later(0, move || work());
        }),
    );
}

/// Calls back after some milliseconds.
pub fn later(milliseconds: i32, work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let run = Closure::once_into_js(work);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), milliseconds);
}
