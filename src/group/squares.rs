use rqrr::PreparedImage;

/// What a camera has seen, as brightness (Graubild).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grey {
    /// Pixels of a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Brightness, row by row.
    pub light: Vec<u8>,
}

impl Grey {
    /// Of red, green, blue and opacity of each pixel, as browsers hand them out.
    pub fn of_colours(width: usize, height: usize, colours: &[u8]) -> Self {
        // Green is most of what an eye calls bright.
        let bright = |it: &[u8]| match it {
            [red, green, blue, _] => ((u32::from(*red) + 2 * u32::from(*green) + u32::from(*blue)) / 4) as u8,
            _ => 0,
        };
        Self { width, height, light: colours.chunks_exact(4).map(bright).collect() }
    }
}

/// The texts of all squares in a picture, for browsers that read none themselves (QR-Codes lesen).
pub fn squares(picture: &Grey) -> Vec<String> {
    let Grey { width, height, light } = picture;
    if *width == 0 || *height == 0 {
        return Vec::new();
    }
    let at = |x: usize, y: usize| light.get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut image = PreparedImage::prepare_from_greyscale(*width, *height, at);
    image.detect_grids().into_iter().filter_map(|it| it.decode().ok()).map(|it| it.1).collect()
}
