/// Reserves at the end of a year, euros (Rücklagen).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reserves {
    /// Result of the year.
    pub result: f64,
    /// Equalisation reserve (Ausgleichsrücklage).
    pub equalisation: f64,
    /// General reserve (allgemeine Rücklage).
    pub general: f64,
    /// General reserve at the start of the year.
    pub general_before: f64,
}

impl Reserves {
    /// Part of the general reserve used in the year, between 0 and 1 and above; zero if it did not fall.
    pub fn used_share(&self) -> f64 {
        let used = self.general_before - self.general;
        if used <= 0.0 {
            0.0
        } else if self.general_before > 0.0 {
            used / self.general_before
        } else {
            1.0
        }
    }
}

/// Carries the reserves through the years: a surplus adds to the equalisation reserve, a deficit takes that first and
/// then the general reserve (§ 75 GO NRW).
pub fn reserves(equalisation: f64, general: f64, results: &[f64]) -> Vec<Reserves> {
    let mut state = (equalisation, general);
    results
        .iter()
        .map(|result| {
            let general_before = state.1;
            let after = state.0 + result;
            state = if after >= 0.0 { (after, state.1) } else { (0.0, state.1 + after) };
            Reserves { result: *result, equalisation: state.0, general: state.1, general_before }
        })
        .collect()
}
