//! A button that goes on by itself while it is held.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, Event, KeyboardEvent, MouseEvent, PointerEvent};

use super::document::document;
use super::frame;

/// A finger that rests so long does not tap but holds, milliseconds.
const FIRST: i32 = 400;

/// From one step to the next while it holds, milliseconds.
const NEXT: i32 = 80;

/// A button that repeats while it is held, by mouse, pen, finger or key (gehaltener Knopf).
///
/// Browsers have no such button: a held Enter clicks in the rhythm of the system, a held space bar once, a pointer when it
/// is let go. Here all of them step alike.
#[derive(Clone)]
pub struct Hold(Rc<Held>);

struct Held {
    /// One step; false where it leads nowhere, for there is the end.
    step: Box<dyn Fn() -> bool>,
    /// The hand has let go.
    done: Box<dyn Fn()>,
    /// Counts the holds; what was timed for an earlier one is past.
    turn: Cell<u32>,
    is_held: Cell<bool>,
    /// Where the button was when a pointer went down on it. A step may push it on the page; the hand has not left it then.
    place: Cell<Option<DomRect>>,
    /// Whether this hold has stepped, so that the click at its end is none of its own.
    has_stepped: Cell<bool>,
}

impl Hold {
    /// A button that does `step` while it is held, and `done` when it is let go after that.
    pub fn new(step: impl Fn() -> bool + 'static, done: impl Fn() + 'static) -> Self {
        let (step, done) = (Box::new(step), Box::new(done));
        let is_off = || Cell::new(false);
        Self(Rc::new(Held {
            step,
            done,
            turn: Cell::new(0),
            is_held: is_off(),
            place: Cell::new(None),
            has_stepped: is_off(),
        }))
    }

    /// A pointer went down.
    pub fn press(&self, event: &PointerEvent) {
        if event.button() != 0 || !event.is_primary() {
            return;
        }
        self.end();
        // So that the end is heard wherever it comes.
        if let Some(button) = button(event) {
            let _ = button.set_pointer_capture(event.pointer_id());
            self.0.place.set(Some(button.get_bounding_client_rect()));
        }
        self.begin();
    }

    /// The pointer moved; off the button it holds it no more, and what comes after is no click.
    pub fn moves(&self, event: &PointerEvent) {
        let Some(place) = self.0.place.take() else { return };
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        if (place.left()..=place.right()).contains(&x) && (place.top()..=place.bottom()).contains(&y) {
            self.0.place.set(Some(place));
        } else {
            if let Some(button) = button(event) {
                let _ = button.release_pointer_capture(event.pointer_id());
            }
            self.end();
        }
    }

    /// A key went down.
    pub fn key_down(&self, event: &KeyboardEvent) {
        if !steps(event) {
            return;
        }
        // Else the browser would click as well.
        event.prevent_default();
        if !event.repeat() {
            self.end();
            self.begin();
            if !self.step() {
                self.end();
            }
        }
    }

    /// A key came up.
    pub fn key_up(&self, event: &KeyboardEvent) {
        if steps(event) {
            event.prevent_default();
            self.end();
        }
    }

    /// A click: one step, unless it only ends a hold. What reads the screen aloud knows no other way.
    pub fn click(&self, event: &MouseEvent) {
        self.end();
        let is_by_pointer = event.detail() > 0;
        if !(self.0.has_stepped.take() && is_by_pointer) {
            self.step();
            self.0.has_stepped.set(false);
            (self.0.done)();
        }
    }

    /// A finger that holds asks for no menu.
    pub fn menu(&self, event: &Event) {
        if self.0.is_held.get() {
            event.prevent_default();
        }
    }

    /// Lets go.
    pub fn end(&self) {
        self.0.place.set(None);
        self.0.turn.set(self.0.turn.get().wrapping_add(1));
        if self.0.is_held.take() && self.0.has_stepped.get() {
            (self.0.done)();
        }
    }

    fn begin(&self) {
        self.0.is_held.set(true);
        self.0.has_stepped.set(false);
        self.wait(FIRST);
    }

    fn wait(&self, milliseconds: i32) {
        let (hold, turn) = (self.clone(), self.0.turn.get());
        frame::later(milliseconds, move || {
            if hold.0.turn.get() == turn {
                hold.go_on();
            }
        });
    }

    /// The next step; nobody holds a button on a page that is hidden.
    fn go_on(&self) {
        if document().is_some_and(|it| !it.hidden()) && self.step() { self.wait(NEXT) } else { self.end() }
    }

    fn step(&self) -> bool {
        let has_moved = (self.0.step)();
        self.0.has_stepped.set(self.0.has_stepped.get() || has_moved);
        has_moved
    }
}

/// The button that an event is about; what is pressed may be the picture in it.
fn button(event: &Event) -> Option<Element> {
    event.current_target().map(JsCast::unchecked_into)
}

/// Whether a key presses a button.
fn steps(event: &KeyboardEvent) -> bool {
    let is_alone = !(event.ctrl_key() || event.alt_key() || event.meta_key());
    is_alone && matches!(event.key().as_str(), " " | "Enter")
}
