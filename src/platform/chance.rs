//! Random numbers of the browser (Zufall).

/// Random bits; none where the browser has none to give.
pub fn bits() -> Option<[u8; 16]> {
    let mut bits = [0_u8; 16];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bits).ok()?;
    Some(bits)
}
