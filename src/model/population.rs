use serde::{Deserialize, Serialize};

use super::{Ages, Year};

/// Persons by single year of age and calendar year (Bevölkerung nach Altersjahren).
///
/// `counts[t][age]`, t from the start year to the horizon, the last age stands for it and all above.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Population {
    /// First year of the table.
    pub start: Year,
    /// Persons; every year has the same number of ages.
    pub counts: Vec<Vec<f64>>,
}

impl Population {
    /// Inhabitants per year.
    pub fn totals(&self) -> Vec<f64> {
        self.counts.iter().map(|ages| ages.iter().sum()).collect()
    }

    /// Persons within an age range in the year with index `t`; none beyond the table.
    pub fn within(&self, ages: Ages, t: usize) -> f64 {
        let year = self.counts.get(t).map(Vec::as_slice).unwrap_or_default();
        let end = (usize::from(ages.to) + 1).min(year.len());
        year.get(usize::from(ages.from)..end).unwrap_or_default().iter().sum::<f64>() + 0.0
    }
}
