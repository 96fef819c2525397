/// A clock that says how much time is left and forces nothing (Uhr).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Timer {
    /// Milliseconds left when it was last set or stopped.
    left: f64,
    /// When it was started.
    since: Option<f64>,
}

impl Timer {
    /// So many minutes from now, in milliseconds of any clock.
    pub fn started(minutes: u32, now: f64) -> Self {
        Self { left: f64::from(minutes) * 60_000.0, since: Some(now) }
    }

    /// Stops it, or lets it go on.
    pub fn toggled(self, now: f64) -> Self {
        match self.since {
            Some(_) => Self { left: self.left(now), since: None },
            None => Self { left: self.left, since: Some(now) },
        }
    }

    fn left(self, now: f64) -> f64 {
        (self.left - self.since.map_or(0.0, |since| now - since)).max(0.0)
    }

    /// Minutes and seconds that are left.
    pub fn told(self, now: f64) -> (u32, u32) {
        // A second counts until it is over.
        let seconds = (self.left(now) / 1000.0).ceil() as u32;
        (seconds / 60, seconds % 60)
    }

    /// Whether it goes.
    pub fn is_going(self, now: f64) -> bool {
        self.since.is_some() && self.left(now) > 0.0
    }

    /// Whether it has come to its end.
    pub fn is_over(self, now: f64) -> bool {
        self.since.is_some() && self.left(now) <= 0.0
    }
}
