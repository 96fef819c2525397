//! What can be seen, and when the size of a canvas changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, HtmlCanvasElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver,
};

/// Observes whether a part of the page is near the window, until it is dropped (Sichtbarkeit).
pub struct Sight {
    observer: IntersectionObserver,
    // The observer calls it; it must live as long.
    _on_seen: Closure<dyn Fn(js_sys::Array)>,
}

impl Sight {
    /// Calls `on_seen` with whether the element is near the visible part of the page; none where the browser has no
    /// such observer.
    pub fn new(element: &Element, on_seen: Box<dyn Fn(bool)>) -> Option<Self> {
        let on_seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Ok(entry) = entries.at(-1).dyn_into::<IntersectionObserverEntry>() {
                on_seen(entry.is_intersecting());
            }
        });
        // A little before it scrolls into view, so that nobody sees an empty frame or an old figure.
        let options = IntersectionObserverInit::new();
        options.set_root_margin("300px 0px");
        let observer = IntersectionObserver::new_with_options(on_seen.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _on_seen: on_seen })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Observes a canvas until it is dropped (Sichtbarkeit und Größe).
pub struct Watch {
    _seen: Sight,
    sized: ResizeObserver,
    _on_sized: Closure<dyn Fn()>,
}

impl Watch {
    /// Calls `on_seen` with whether the canvas is near the visible part of the page, and `on_sized` when its size
    /// changes; none where the browser has no observers.
    pub fn new(
        canvas: &HtmlCanvasElement,
        on_seen: impl Fn(bool) + 'static,
        on_sized: impl Fn() + 'static,
    ) -> Option<Self> {
        let seen = Sight::new(canvas, Box::new(on_seen))?;
        let on_sized = Closure::<dyn Fn()>::new(on_sized);
        let sized = ResizeObserver::new(on_sized.as_ref().unchecked_ref()).ok()?;
        sized.observe(canvas);
        Some(Self { _seen: seen, sized, _on_sized: on_sized })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.sized.disconnect();
    }
}
