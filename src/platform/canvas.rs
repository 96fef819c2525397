//! Drawing on a canvas at the resolution of the screen.
//!
//! Plotters' own canvas backend knows whole CSS pixels only, which makes curves faceted and everything blurry on a
//! dense screen, and it measures texts with an inline style that a strict content security policy refuses. This
//! backend gives it eighths of a pixel, the real pixels of the screen, and texts of its own.

use std::cell::RefCell;

use js_sys::Promise;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::document::document;
use super::file;

/// Drawing units per CSS pixel on every canvas.
pub const UNITS: i32 = 8;

/// What goes wrong on a canvas, as plotters' canvas backend says it.
type Failure = <CanvasBackend as DrawingBackend>::ErrorType;
/// The answer of one drawing step.
type Step = Result<(), DrawingErrorKind<Failure>>;

/// Plotters' SVG backend divides every font size by this number. The canvas does the same, so that one drawing sets
/// its texts in one size on both.
const FONT_DIVISOR: f64 = 1.24;
/// The height of small letters in em, in Source Sans 3; a text is centred on it.
const SMALL_LETTERS: f64 = 0.486;
/// So many text widths are remembered before all of them are forgotten.
const REMEMBERED: usize = 200;

thread_local! {
    static TEXT_WIDTHS: RefCell<Vec<(String, String, f64)>> = const { RefCell::new(Vec::new()) };
}

/// Forgets every measured text width; to be called once the web font has arrived.
pub fn forget_text_widths() {
    TEXT_WIDTHS.with_borrow_mut(Vec::clear);
}

/// A canvas in the resolution of the screen (hochauflösende Zeichenfläche), cleared and ready to be drawn on.
///
/// Its coordinates are [`UNITS`] to the CSS pixel.
pub struct HiDpi {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
}

impl HiDpi {
    /// Takes a canvas at its present size in the layout; `None` while it has none, or where there is no 2D context.
    ///
    /// The pixels behind the canvas are allocated anew only when their number has changed.
    pub fn new(canvas: &HtmlCanvasElement) -> Option<Self> {
        let (width, height) = (canvas.client_width(), canvas.client_height());
        if width <= 0 || height <= 0 {
            return None;
        }
        let ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
        Self::sized(canvas, (width, height), ratio)
    }

    /// Likewise at a size of its own, CSS pixels, with so many pixels to each of them.
    fn sized(canvas: &HtmlCanvasElement, (width, height): (i32, i32), ratio: f64) -> Option<Self> {
        let ratio = if ratio.is_finite() { ratio.clamp(0.5, 8.0) } else { 1.0 };
        let pixels = |length: i32| (f64::from(length) * ratio).round().max(1.0) as u32;
        if canvas.width() != pixels(width) {
            canvas.set_width(pixels(width));
        }
        if canvas.height() != pixels(height) {
            canvas.set_height(pixels(height));
        }
        let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let inner = CanvasBackend::with_canvas_object(canvas.clone())?;
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()?;
        let (across, down) = (f64::from(canvas.width()), f64::from(canvas.height()));
        context.clear_rect(0.0, 0.0, across, down);
        // Exactly the device pixels over the units: where the ratio is a fraction, the pixels have been rounded.
        let units = |length: i32| length.saturating_mul(UNITS).unsigned_abs();
        let size = (units(width), units(height));
        let transform = (across / f64::from(size.0), down / f64::from(size.1));
        context.set_transform(transform.0, 0.0, 0.0, transform.1, 0.0, 0.0).ok()?;
        context.set_line_join("round");
        Some(Self { inner, context, size })
    }
}

/// A canvas that stands on no page, for a file (Zeichenfläche für eine Datei).
pub struct Off {
    canvas: HtmlCanvasElement,
    size: (i32, i32),
}

/// Pixels per CSS pixel in a file.
const FINE: f64 = 2.0;

impl Off {
    /// A canvas of this width and height, CSS pixels; none where the browser has no more room.
    pub fn new(size: (f64, f64)) -> Option<Self> {
        let canvas = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        Some(Self { canvas, size: (size.0.ceil() as i32, size.1.ceil() as i32) })
    }

    /// What draws on it.
    pub fn backend(&self) -> Option<HiDpi> {
        HiDpi::sized(&self.canvas, self.size, FINE)
    }

    /// Hands it out as a PNG file of this name; whether the browser took it.
    pub async fn is_downloaded(self, name: &str) -> bool {
        let made = Promise::new(&mut |resolve, _| {
            // A canvas that cannot be read answers at once that there is nothing.
            if self.canvas.to_blob(&resolve).is_err() {
                let _ = resolve.call0(&JsValue::NULL);
            }
        });
        match JsFuture::from(made).await {
            Ok(blob) if blob.is_object() => file::is_handed_out(name, file::PNG, blob),
            _ => false,
        }
    }
}

/// The CSS font of a text style.
fn font<S: BackendTextStyle>(style: &S) -> String {
    format!("{} {}px {}", style.style().as_str(), style.size() / FONT_DIVISOR, style.family().as_str())
}

impl DrawingBackend for HiDpi {
    type ErrorType = Failure;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Step {
        Ok(())
    }

    fn present(&mut self) -> Step {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Step {
        self.inner.draw_pixel(point, color)
    }

    /// A line is a path: the inner backend would move straight lines by half a unit.
    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Step {
        self.inner.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Step {
        self.inner.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Step {
        self.inner.draw_path(path, style)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Step {
        self.inner.fill_polygon(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Step {
        self.inner.draw_circle(centre, radius, style, fill)
    }

    /// Sets an upright text on the same baseline as the SVG backend, whatever the direction of the page.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Step {
        let color = style.color();
        if color.alpha <= 0.0 {
            return Ok(());
        }
        let em = style.size() / FONT_DIVISOR;
        let down = match style.anchor().v_pos {
            VPos::Top => 0.76 * em,
            VPos::Center => SMALL_LETTERS / 2.0 * em,
            VPos::Bottom => -SMALL_LETTERS / 2.0 * em,
        };
        let align = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        let (red, green, blue) = color.rgb;
        self.context.set_font(&font(style));
        self.context.set_text_baseline("alphabetic");
        self.context.set_text_align(align);
        self.context.set_fill_style_str(&format!("rgba({red},{green},{blue},{})", color.alpha));
        // A text that cannot be set leaves its place empty; the same words stand in the table beside the chart.
        let _ = self.context.fill_text(text, f64::from(at.0), f64::from(at.1) + down);
        Ok(())
    }

    /// Measures on the canvas itself, without an element in the page, and remembers what it found.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Failure>> {
        let em = style.size() / FONT_DIVISOR;
        let font = font(style);
        let width = TEXT_WIDTHS.with_borrow_mut(|widths| {
            if let Some((.., width)) = widths.iter().find(|it| it.0 == font && it.1 == text) {
                return *width;
            }
            self.context.set_font(&font);
            let guess = em * 0.5 * text.chars().count() as f64;
            let width = self.context.measure_text(text).map_or(guess, |size| size.width());
            if widths.len() >= REMEMBERED {
                widths.clear();
            }
            widths.push((font, text.to_owned(), width));
            width
        });
        Ok((width.ceil().max(0.0) as u32, em.ceil().max(0.0) as u32))
    }
}
