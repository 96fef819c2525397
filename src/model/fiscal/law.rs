use serde::Serialize;

use super::{Reserves, reserves};

/// Why a consolidation plan is due (Auslöser der Haushaltssicherung).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// The general reserve falls by more than a quarter in one year, § 76 (1) no. 1 GO NRW.
    QuarterOnce,
    /// It falls by more than a twentieth in two years running, § 76 (1) no. 2 GO NRW.
    TwentiethTwice,
    /// It is used up, § 76 (1) no. 3 GO NRW.
    UsedUp,
}

/// A Land's rules on balance and consolidation (Haushaltsrecht) as data.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BudgetLaw {
    /// Key that packs name.
    pub id: &'static str,
    /// Paragraph on the balanced budget.
    pub balance_paragraph: &'static str,
    /// Paragraph on the consolidation plan.
    pub consolidation_paragraph: &'static str,
    /// Fall in one year above which a plan is due, as a share.
    pub once: f64,
    /// Fall in each of two consecutive years above which a plan is due, as a share.
    pub twice: f64,
}

/// North Rhine-Westphalia: §§ 75, 76 GO NRW after the 3. NKFWG of 5 March 2024 (GV. NRW. p. 136).
pub const NRW: BudgetLaw = BudgetLaw {
    id: "nrw",
    balance_paragraph: "§ 75 GO NRW",
    consolidation_paragraph: "§ 76 GO NRW",
    once: 0.25,
    twice: 0.05,
};

/// A profile by its key.
pub fn law(id: &str) -> Option<&'static BudgetLaw> {
    [&NRW].into_iter().find(|law| law.id == id)
}

impl BudgetLaw {
    /// The triggers met in each year; the second of two years running carries [`Trigger::TwentiethTwice`].
    pub fn consolidation(&self, path: &[Reserves]) -> Vec<Vec<Trigger>> {
        let mut above_before = false;
        path.iter()
            .map(|year| {
                let used = year.used_share();
                let above = used > self.twice;
                let met = [
                    (used > self.once, Trigger::QuarterOnce),
                    (above && above_before, Trigger::TwentiethTwice),
                    (year.general <= 0.0, Trigger::UsedUp),
                ];
                above_before = above;
                met.into_iter().filter(|(is_met, _)| *is_met).map(|(_, trigger)| trigger).collect()
            })
            .collect()
    }

    /// How much more each year could miss before a consolidation plan is due, in euros; none if one is due already.
    ///
    /// Found by bisection: a larger deficit in every year never lifts a trigger.
    pub fn distance(&self, equalisation: f64, general: f64, results: &[f64]) -> Option<f64> {
        let is_due = |more: f64| {
            let results: Vec<f64> = results.iter().map(|result| result - more).collect();
            self.consolidation(&reserves(equalisation, general, &results)).iter().any(|triggers| !triggers.is_empty())
        };
        if results.is_empty() || is_due(0.0) {
            return None;
        }
        let (mut free, mut due) = (0.0, equalisation + general + results.iter().map(|it| it.abs()).sum::<f64>());
        // Sixty halvings bring any sum of euros below a cent; a fixed number also ends where rounding would not.
        for _ in 0..60 {
            let middle = (free + due) / 2.0;
            if is_due(middle) { due = middle } else { free = middle }
        }
        Some(free)
    }
}
