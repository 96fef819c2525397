//! Which canvases can be seen, and when their size changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    HtmlCanvasElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
};

/// Observes a canvas until it is dropped (Sichtbarkeit und Größe).
pub struct Watch {
    seen: IntersectionObserver,
    sized: ResizeObserver,
    // The observers call these; they must live as long.
    _on_seen: Closure<dyn Fn(js_sys::Array)>,
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
        let on_seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Ok(entry) = entries.at(-1).dyn_into::<IntersectionObserverEntry>() {
                on_seen(entry.is_intersecting());
            }
        });
        let on_sized = Closure::<dyn Fn()>::new(on_sized);
        // A little before it scrolls into view, so that nobody sees an empty frame.
        let options = IntersectionObserverInit::new();
        options.set_root_margin("300px 0px");
        let seen = IntersectionObserver::new_with_options(on_seen.as_ref().unchecked_ref(), &options).ok()?;
        let sized = ResizeObserver::new(on_sized.as_ref().unchecked_ref()).ok()?;
        seen.observe(canvas);
        sized.observe(canvas);
        Some(Self { seen, sized, _on_seen: on_seen, _on_sized: on_sized })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.seen.disconnect();
        self.sized.disconnect();
    }
}
