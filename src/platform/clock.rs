//! What day it is, and how much time has passed.

/// Today as `YYYY-MM-DD` in local time.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Milliseconds since the page was opened.
pub fn milliseconds() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// Milliseconds since 1970.
pub fn since_1970() -> u64 {
    js_sys::Date::now() as u64
}

/// A moment from which time is counted (Stoppuhr).
#[derive(Clone, Copy)]
pub struct Since(f64);

impl Since {
    /// This one.
    pub fn now() -> Self {
        Self(milliseconds())
    }

    /// Whether so many milliseconds have passed.
    pub fn is_over(self, after: f64) -> bool {
        milliseconds() - self.0 > after
    }
}
