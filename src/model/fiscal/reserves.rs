/// Reserves at the end of a year, euros (Rücklagen).
///
/// Other laws have other names: in Baden-Württemberg the equalisation reserve is the reserve from surpluses of the
/// ordinary result (Ergebnisrücklage), the general reserve is the base capital (Basiskapital).
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
    /// Deficits carried forward at the end of the year (Fehlbetragsvortrag); none where the law takes them at once.
    pub carried: f64,
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
            Reserves { result: *result, equalisation: state.0, general: state.1, general_before, carried: 0.0 }
        })
        .collect()
}

/// Carries a reserve, a capital and open deficits through the years: a surplus covers the oldest deficit first and then
/// adds to the reserve; a deficit beyond the reserve stays open for `years` years, what is left of it then takes from
/// the capital (§ 80 (3) GemO BW).
pub fn carried_forward(reserve: f64, capital: f64, results: &[f64], years: usize) -> Vec<Reserves> {
    let (mut reserve, mut capital) = (reserve, capital);
    // One entry per year, the oldest first; covered years stay with zero.
    let mut open: Vec<f64> = Vec::new();
    results
        .iter()
        .enumerate()
        .map(|(t, result)| {
            let general_before = capital;
            let mut surplus = result.max(0.0);
            for deficit in &mut open {
                let covered = deficit.min(surplus);
                *deficit -= covered;
                surplus -= covered;
            }
            reserve += surplus;
            let covered = (-result).max(0.0).min(reserve.max(0.0));
            reserve -= covered;
            open.push((-result).max(0.0) - covered);
            if let Some(late) = t.checked_sub(years).and_then(|at| open.get_mut(at)) {
                capital -= std::mem::take(late);
            }
            Reserves {
                result: *result,
                equalisation: reserve,
                general: capital,
                general_before,
                carried: open.iter().sum(),
            }
        })
        .collect()
}
