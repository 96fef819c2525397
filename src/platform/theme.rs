//! The colours of the current theme, for drawings that cannot use style sheets.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::figure::plot::{Ink, Palette, number};

use super::canvas::UNITS;

/// Ink for a canvas in the theme of the page; none before the style sheet is there.
///
/// The tokens are registered as colours in `tokens.css`, so their computed values are `rgb(…)`.
pub fn ink() -> Option<Ink> {
    let window = web_sys::window()?;
    let style = window.get_computed_style(&window.document()?.document_element()?).ok()??;
    let token = |name: &str| style.get_property_value(name).ok().filter(|value| !value.is_empty());
    let line = token("--k").and_then(|value| number(&value)).unwrap_or(1.0);
    let size = token("font-size").and_then(|value| number(&value)).unwrap_or(16.0);
    // A larger base size, as in the projector theme, enlarges texts and strokes of the drawings alike.
    let scale = (f64::from(UNITS) * size / 16.0).round().clamp(4.0, 32.0) as i32;
    Some(Ink { palette: Palette::from_tokens(token)?, scale, line })
}

/// Calls back when the theme changes or the font arrives.
pub fn on_change(changed: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"] {
        if let Ok(Some(list)) = window.match_media(query) {
            let changed = changed.clone();
            let listener = Closure::<dyn Fn()>::new(changed);
            let _ = list.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
            listener.forget();
        }
    }
    if let Some(fonts) = window.document().and_then(|document| document.fonts().ready().ok()) {
        let arrived = Closure::once(move |_| {
            super::canvas::forget_text_widths();
            changed();
        });
        let _ = fonts.then(&arrived);
        arrived.forget();
    }
}
