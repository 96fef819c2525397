//! What a camera or a photo shows, and the squares in it where the browser reads them itself.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlVideoElement, ImageBitmap, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

use super::document::document;

/// Pixels of the longer side of what is looked at: enough for a square that fills a third of the picture.
const LOOK: f64 = 800.0;
/// The same of a photo, which is looked at once.
const PHOTO: f64 = 1600.0;

/// What a look found (Blick).
pub enum Look {
    /// The texts of the squares in it, as the browser read them.
    Read(Vec<String>),
    /// Width, height and the colours of its pixels, for a browser that reads none.
    Pixels(usize, usize, Vec<u8>),
}

/// A camera that is on (Kamera).
#[derive(Clone)]
pub struct Camera {
    video: HtmlVideoElement,
    stream: MediaStream,
}

impl Camera {
    /// Asks for the camera at the back and shows it in an element; none where there is none or the person says no.
    pub async fn open(video: HtmlVideoElement) -> Option<Self> {
        let devices = web_sys::window()?.navigator().media_devices().ok()?;
        let (wanted, facing) = (MediaStreamConstraints::new(), Object::new());
        Reflect::set(&facing, &"facingMode".into(), &"environment".into()).ok()?;
        wanted.set_video(&facing);
        let stream = JsFuture::from(devices.get_user_media_with_constraints(&wanted).ok()?).await.ok()?;
        let camera = Self { video, stream: stream.dyn_into().ok()? };
        camera.video.set_src_object(Some(&camera.stream));
        let is_playing = match camera.video.play() {
            Ok(playing) => JsFuture::from(playing).await.is_ok(),
            Err(_) => false,
        };
        if !is_playing {
            camera.close();
        }
        is_playing.then_some(camera)
    }

    /// What it shows now; none before its first picture.
    pub async fn look(&self) -> Option<Look> {
        let (width, height) = (self.video.video_width(), self.video.video_height());
        look(&self.video, (f64::from(width), f64::from(height)), LOOK, |context, wide, high| {
            context.draw_image_with_html_video_element_and_dw_and_dh(&self.video, 0.0, 0.0, wide, high)
        })
        .await
    }

    /// Switches it off.
    pub fn close(&self) {
        for track in self.stream.get_tracks().iter() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
        self.video.set_src_object(None);
    }
}

/// What a photo shows; none if it is no picture.
pub async fn photo(file: &File) -> Option<Look> {
    let coming = web_sys::window()?.create_image_bitmap_with_blob(file).ok()?;
    let image: ImageBitmap = JsFuture::from(coming).await.ok()?.dyn_into().ok()?;
    let size = (f64::from(image.width()), f64::from(image.height()));
    look(&image, size, PHOTO, |context, wide, high| {
        context.draw_image_with_image_bitmap_and_dw_and_dh(&image, 0.0, 0.0, wide, high)
    })
    .await
}

async fn look(
    source: &JsValue,
    (wide, high): (f64, f64),
    most: f64,
    draw: impl Fn(&CanvasRenderingContext2d, f64, f64) -> Result<(), JsValue>,
) -> Option<Look> {
    if wide < 1.0 || high < 1.0 {
        return None;
    }
    if let Some(found) = read_by_browser(source).await {
        return Some(Look::Read(found));
    }
    let scale = (most / wide.max(high)).min(1.0);
    let (wide, high) = ((wide * scale).round().max(1.0), (high * scale).round().max(1.0));
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(wide as u32);
    canvas.set_height(high as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    draw(&context, wide, high).ok()?;
    let pixels = context.get_image_data(0.0, 0.0, wide, high).ok()?;
    Some(Look::Pixels(wide as usize, high as usize, pixels.data().0))
}

/// The texts of the squares in a picture, as the browser's own reader finds them; none where it has no such reader. web-sys
/// knows it only as unstable.
async fn read_by_browser(source: &JsValue) -> Option<Vec<String>> {
    let window = web_sys::window()?;
    let maker: Function = Reflect::get(&window, &"BarcodeDetector".into()).ok()?.dyn_into().ok()?;
    // One that knows no squares, as on some desks, is none.
    let kinds: Function = Reflect::get(&maker, &"getSupportedFormats".into()).ok()?.dyn_into().ok()?;
    let kinds: Promise = kinds.call0(&maker).ok()?.dyn_into().ok()?;
    let kinds: Array = JsFuture::from(kinds).await.ok()?.dyn_into().ok()?;
    if !kinds.includes(&"qr_code".into(), 0) {
        return None;
    }
    let options = Object::new();
    Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into())).ok()?;
    let detector = Reflect::construct(&maker, &Array::of1(&options)).ok()?;
    let detect: Function = Reflect::get(&detector, &"detect".into()).ok()?.dyn_into().ok()?;
    let found: Promise = detect.call1(&detector, source).ok()?.dyn_into().ok()?;
    let found: Array = JsFuture::from(found).await.ok()?.dyn_into().ok()?;
    let text = |it: JsValue| Reflect::get(&it, &"rawValue".into()).ok()?.as_string();
    Some(found.iter().filter_map(text).collect())
}
