/// How a metric stands against its own limit (Ampel, in words).
///
/// Only metrics with a limit that somebody set or that follows from their meaning carry one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Below the limit (nicht gehalten).
    Broken,
    /// Between (knapp).
    Strained,
    /// Kept (gehalten).
    Holds,
}

impl Light {
    /// Broken and strained as given, else kept.
    pub fn of(is_broken: bool, is_strained: bool) -> Self {
        match (is_broken, is_strained) {
            (true, _) => Self::Broken,
            (false, true) => Self::Strained,
            (false, false) => Self::Holds,
        }
    }
}
