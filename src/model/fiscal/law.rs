use serde::Serialize;

use super::{Land, LawProfile, Reserves, carried_forward, reserves};
use crate::model::Town;

/// Why the law asks for a plan or for more (Auslöser).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// The general reserve falls by more than a quarter in one year, § 76 (1) no. 1 GO NRW.
    QuarterOnce,
    /// It falls by more than a twentieth in two years running, § 76 (1) no. 2 GO NRW.
    TwentiethTwice,
    /// It is used up, § 76 (1) no. 3 GO NRW; base capital below zero, § 80 (3) GemO BW.
    UsedUp,
    /// A deficit that no reserve covers must be carried forward, § 80 (3) GemO BW.
    CarriedForward,
    /// What could not be covered in time takes from the base capital, § 80 (3) GemO BW.
    TakenFromCapital,
}

/// How a Land carries deficits and when it asks for more than a budget (Regeln des Haushaltsausgleichs).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rules {
    /// A deficit takes from the reserves; how fast the general reserve falls decides (Haushaltssicherung).
    FallOfReserve {
        /// Fall in one year above which a plan is due, as a share.
        once: f64,
        /// Fall in each of two consecutive years above which a plan is due, as a share.
        twice: f64,
    },
    /// A deficit beyond the reserve from surpluses is carried forward and covered by later surpluses
    /// (Fehlbetragsvortrag); what is left after the last of these years takes from the base capital.
    CarryForward {
        /// Years within which a deficit must be covered.
        years: usize,
    },
}

/// Where a Land's own law says it (Gesetzestext).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Statute {
    /// Paragraph on the balanced budget.
    pub balance_paragraph: &'static str,
    /// Paragraph on what is due if it cannot be balanced.
    pub consolidation_paragraph: &'static str,
    /// What was read of it.
    pub source: &'static str,
}

/// How a town's balance is judged (Haushaltsrecht): rules, and the words of the town's own Land if they are its law.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BudgetLaw {
    /// The Land.
    pub land: Land,
    /// Its law; none where the rules of another Land stand in, whose paragraphs do not hold there.
    pub statute: Option<Statute>,
    /// The rules themselves.
    pub rules: Rules,
}

/// North Rhine-Westphalia: §§ 75, 76 GO NRW after the 3. NKFWG of 5 March 2024 (GV. NRW. p. 136).
pub const NRW: BudgetLaw = BudgetLaw {
    land: Land::Nw,
    statute: Some(Statute {
        balance_paragraph: "§ 75 GO NRW",
        consolidation_paragraph: "§ 76 GO NRW",
        source: "§§ 75 und 76 Gemeindeordnung Nordrhein-Westfalen, Fassung des 3. NKFWG vom 5. März 2024 (GV. NRW. S. 136)",
    }),
    rules: Rules::FallOfReserve { once: 0.25, twice: 0.05 },
};

/// Baden-Württemberg: § 80 (2), (3) GemO, §§ 23, 24 GemHVO.
///
/// There is no share of equity whose loss makes a consolidation plan due. The ordinary result is to be balanced,
/// deficits of earlier years included; the model knows one result and takes it as the ordinary one.
pub const BADEN_WUERTTEMBERG: BudgetLaw = BudgetLaw {
    land: Land::Bw,
    statute: Some(Statute {
        balance_paragraph: "§ 80 Abs. 2 GemO BW",
        consolidation_paragraph: "§ 80 Abs. 3 GemO BW",
        source: "§ 80 Gemeindeordnung Baden-Württemberg, §§ 23 und 24 Gemeindehaushaltsverordnung Baden-Württemberg",
    }),
    rules: Rules::CarryForward { years: 3 },
};

impl BudgetLaw {
    /// The rules that a town's pack names, with the paragraphs of its own Land or with none.
    pub fn of(town: &Town) -> BudgetLaw {
        let named = match town.law {
            LawProfile::Nrw => NRW,
            LawProfile::Bw => BADEN_WUERTTEMBERG,
        };
        let statute = named.statute.filter(|_| named.land == town.state);
        BudgetLaw { land: town.state, statute, ..named }
    }

    /// Share of the general reserve that may be lost in each of two years, if the law knows one.
    pub fn limit(&self) -> Option<f64> {
        match self.rules {
            Rules::FallOfReserve { twice, .. } => Some(twice),
            Rules::CarryForward { .. } => None,
        }
    }

    /// Carries both reserves through the years as the law says, euros.
    pub fn reserves(&self, equalisation: f64, general: f64, results: &[f64]) -> Vec<Reserves> {
        match self.rules {
            Rules::FallOfReserve { .. } => reserves(equalisation, general, results),
            Rules::CarryForward { years } => carried_forward(equalisation, general, results, years),
        }
    }

    /// The triggers met in each year; the second of two years running carries [`Trigger::TwentiethTwice`].
    pub fn consolidation(&self, path: &[Reserves]) -> Vec<Vec<Trigger>> {
        match self.rules {
            Rules::FallOfReserve { once, twice } => falls(path, once, twice),
            Rules::CarryForward { .. } => path.iter().map(carries).collect(),
        }
    }

    /// How much more each year could miss before the law asks for more, in euros; none if it does already.
    ///
    /// Found by bisection: a larger deficit in every year never lifts a trigger.
    pub fn distance(&self, equalisation: f64, general: f64, results: &[f64]) -> Option<f64> {
        let is_due = |more: f64| {
            let results: Vec<f64> = results.iter().map(|result| result - more).collect();
            let path = self.reserves(equalisation, general, &results);
            self.consolidation(&path).iter().any(|triggers| !triggers.is_empty())
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

fn falls(path: &[Reserves], once: f64, twice: f64) -> Vec<Vec<Trigger>> {
    let mut above_before = false;
    path.iter()
        .map(|year| {
            let used = year.used_share();
            let above = used > twice;
            let met = [
                (used > once, Trigger::QuarterOnce),
                (above && above_before, Trigger::TwentiethTwice),
                (year.general <= 0.0, Trigger::UsedUp),
            ];
            above_before = above;
            met.into_iter().filter(|(is_met, _)| *is_met).map(|(_, trigger)| trigger).collect()
        })
        .collect()
}

fn carries(year: &Reserves) -> Vec<Trigger> {
    let met = [
        (year.general < 0.0, Trigger::UsedUp),
        (year.general < year.general_before, Trigger::TakenFromCapital),
        (year.carried > 0.0, Trigger::CarriedForward),
    ];
    met.into_iter().filter(|(is_met, _)| *is_met).map(|(_, trigger)| trigger).collect()
}

#[cfg(test)]
mod tests {
    use super::{BADEN_WUERTTEMBERG, NRW, Trigger};

    #[test]
    fn the_laws_read_the_same_years_differently() {
        let results = [-20.0, -30.0, 0.0, 10.0, -5.0];
        // NRW: 10 of the equalisation reserve, then 10, 30, 5 of 1000 in general reserve; nothing is due.
        let nrw = NRW.reserves(10.0, 1000.0, &results);
        assert!(NRW.consolidation(&nrw).iter().all(Vec::is_empty));
        assert_eq!(nrw.iter().map(|it| it.general).collect::<Vec<_>>(), [990.0, 960.0, 960.0, 960.0, 960.0]);
        // Baden-Württemberg: 10 of the first year are not covered and carried, then 40. The surplus of the fourth year
        // covers the oldest 10 in time; the 30 of the second year take from the base capital after its third year.
        let bw = BADEN_WUERTTEMBERG.reserves(10.0, 1000.0, &results);
        assert_eq!(bw.iter().map(|it| it.carried).collect::<Vec<_>>(), [10.0, 40.0, 40.0, 30.0, 5.0]);
        assert_eq!(bw.iter().map(|it| it.general).collect::<Vec<_>>(), [1000.0, 1000.0, 1000.0, 1000.0, 970.0]);
        let triggers = BADEN_WUERTTEMBERG.consolidation(&bw);
        assert_eq!(triggers.first(), Some(&vec![Trigger::CarriedForward]));
        assert_eq!(triggers.last(), Some(&vec![Trigger::TakenFromCapital, Trigger::CarriedForward]));
    }

    #[test]
    fn a_reserve_from_surpluses_covers_a_deficit() {
        let path = BADEN_WUERTTEMBERG.reserves(10.0, 100.0, &[-4.0, 3.0, -9.0]);
        assert_eq!(path.iter().map(|it| it.equalisation).collect::<Vec<_>>(), [6.0, 9.0, 0.0]);
        assert!(BADEN_WUERTTEMBERG.consolidation(&path).iter().all(Vec::is_empty));
        // Four more in the first year and seven in the last would not be covered: the distance lies at the sum.
        let distance = BADEN_WUERTTEMBERG.distance(10.0, 100.0, &[-4.0, 3.0, -9.0]);
        assert_eq!(distance.map(f64::round), Some(0.0));
        let distance = BADEN_WUERTTEMBERG.distance(13.0, 100.0, &[-4.0, 3.0, -9.0]);
        assert!(distance.is_some_and(|it| (it - 1.0).abs() < 1e-9), "{distance:?}");
    }

    #[test]
    fn base_capital_must_not_be_negative() {
        let path = BADEN_WUERTTEMBERG.reserves(0.0, 5.0, &[-10.0, 0.0, 0.0, 0.0]);
        let triggers = BADEN_WUERTTEMBERG.consolidation(&path);
        assert_eq!(triggers.last(), Some(&vec![Trigger::UsedUp, Trigger::TakenFromCapital]));
        assert!(triggers.iter().take(3).all(|it| *it == [Trigger::CarriedForward]));
    }

    #[test]
    fn a_quarter_once_and_a_twentieth_twice() {
        for (results, expected) in [
            ([-25.0, 0.0], vec![]),
            ([-25.1, 0.0], vec![Trigger::QuarterOnce]),
            ([-5.1, -5.1], vec![Trigger::TwentiethTwice]),
            ([-5.0, -5.1], vec![]),
        ] {
            let path = NRW.reserves(0.0, 100.0, &results);
            assert_eq!(NRW.consolidation(&path).concat(), expected, "{results:?}");
        }
    }
}
