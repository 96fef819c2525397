use serde::Serialize;

use super::{Authority, GEMO_BW, GO_NRW, Land, LawProfile, Reserves, Statute, carried_forward, reserves};
use crate::model::Town;

/// Why the law asks for a plan, or a limit that must not be passed (Auslöser).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// The general reserve falls by more than a quarter in one year, § 76 (1) no. 1 GO NRW.
    QuarterOnce,
    /// It falls by more than a twentieth in two years running, § 76 (1) no. 2 GO NRW.
    TwentiethTwice,
    /// A deficit is not covered by equity, § 76 (1) no. 3 GO NRW (nicht durch Eigenkapital gedeckter Fehlbetrag).
    BeyondEquity,
    /// Base capital below zero, § 80 (3) GemO BW (negatives Basiskapital).
    CapitalBelowZero,
}

impl Trigger {
    /// Where its law says it.
    pub fn paragraph(self) -> &'static str {
        match self {
            Self::QuarterOnce => "§ 76 Abs. 1 Nr. 1 GO NRW",
            Self::TwentiethTwice => "§ 76 Abs. 1 Nr. 2 GO NRW",
            Self::BeyondEquity => "§ 76 Abs. 1 Nr. 3 GO NRW",
            Self::CapitalBelowZero => "§ 80 Abs. 3 GemO BW",
        }
    }
}

/// What covers a year's expense, the best first (Haushaltsausgleich). None of it is a breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Balance {
    /// Revenue does (ausgeglichen), § 75 (2) GO NRW, § 80 (2) GemO BW.
    Covered,
    /// The reserve that a deficit takes first does; that counts as balanced (gilt als ausgeglichen).
    ByReserve,
    /// Nothing yet: a deficit is carried forward within the law (wird vorgetragen), §§ 24 (3), 25 (3) GemHVO BW.
    Carried,
    /// A deficit that was not covered in time was taken from the base capital (verrechnet), § 25 (3) GemHVO BW.
    FromCapital,
    /// The general reserve does: not balanced, and only with approval (genehmigungspflichtig), § 75 (4) GO NRW.
    FromGeneral,
}

impl Balance {
    /// Whether the budget is balanced, or counts as balanced.
    pub fn is_balanced(self) -> bool {
        self <= Self::ByReserve
    }
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

/// How a town's balance is judged (Haushaltsrecht): rules, and the words of the town's own Land if they are its law.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BudgetLaw {
    /// The Land.
    pub land: Land,
    /// Who supervises the town.
    pub authority: Authority,
    /// Its law; none where the rules of another Land stand in, whose paragraphs do not hold there.
    pub statute: Option<Statute>,
    /// The rules themselves.
    pub rules: Rules,
    /// Part of ordinary expense that may be saved without naming where (globaler Minderaufwand).
    pub saving: f64,
}

/// North Rhine-Westphalia since the 3. NKFWG of 5 March 2024 (GV. NRW. p. 136): §§ 75, 76, 79, 84 GO NRW.
///
/// A global saving of up to 2 % of ordinary expense is allowed (before: 1 %), after the town of Bonn, October 2024.
pub const NRW: BudgetLaw = BudgetLaw {
    land: Land::Nw,
    authority: Authority::Supervision,
    statute: Some(GO_NRW),
    rules: Rules::FallOfReserve { once: 0.25, twice: 0.05 },
    saving: 0.02,
};

/// Baden-Württemberg: § 80 (2), (3) GemO, §§ 24, 25 GemHVO.
///
/// There is no share of equity whose loss makes a consolidation plan due. The ordinary result is to be balanced,
/// deficits of earlier years included; the model knows one result and takes it as the ordinary one. A global saving of
/// up to 1 % of ordinary expense is allowed, § 24 (1) GemHVO.
pub const BADEN_WUERTTEMBERG: BudgetLaw = BudgetLaw {
    land: Land::Bw,
    authority: Authority::Supervision,
    statute: Some(GEMO_BW),
    rules: Rules::CarryForward { years: 3 },
    saving: 0.01,
};

impl BudgetLaw {
    /// The rules that a town's pack names, with the paragraphs of its own Land or with none.
    pub fn of(town: &Town) -> BudgetLaw {
        let named = match town.law {
            LawProfile::Nrw => NRW,
            LawProfile::Bw => BADEN_WUERTTEMBERG,
        };
        let statute = named.statute.filter(|_| named.land == town.state);
        BudgetLaw { land: town.state, authority: Authority::of(town.state, town.is_in_district()), statute, ..named }
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

    /// What covers the year (Haushaltsausgleich), § 75 (2), (4) GO NRW; § 80 (2) GemO, §§ 24 (3), 25 (3) GemHVO BW.
    pub fn balance(&self, year: &Reserves) -> Balance {
        match self.rules {
            Rules::FallOfReserve { .. } if year.general < year.general_before => Balance::FromGeneral,
            Rules::CarryForward { .. } if year.general < year.general_before => Balance::FromCapital,
            Rules::CarryForward { .. } if year.carried > 0.0 => Balance::Carried,
            _ if year.result < 0.0 => Balance::ByReserve,
            _ => Balance::Covered,
        }
    }

    /// Whether what the year takes needs the consent of the supervisory authority (Genehmigung), § 75 (4) GO NRW.
    pub fn needs_approval(&self, year: &Reserves) -> bool {
        self.balance(year) == Balance::FromGeneral
    }

    /// Euros that the town may carry forward for three years instead of taking them from the general reserve at once
    /// (Verlustvortrag), §§ 79 (3), 84 (2) GO NRW.
    ///
    /// It needs approval as well, and the authority may demand a consolidation plan, by no fixed limit. So it makes
    /// nothing due by itself and the path does not take it. In Baden-Württemberg carrying is the rule, not a choice.
    pub fn may_carry(&self, year: &Reserves) -> f64 {
        if self.needs_approval(year) { year.general_before - year.general } else { 0.0 }
    }

    /// Whether a saving that names no product stays within what the law allows (globaler Minderaufwand).
    pub fn allows_saving(&self, saving: f64, expense: f64) -> bool {
        saving <= self.saving * expense
    }

    /// The triggers met in each year; the second of two years running carries [`Trigger::TwentiethTwice`].
    pub fn consolidation(&self, path: &[Reserves]) -> Vec<Vec<Trigger>> {
        let before = std::iter::once(None).chain(path.iter().map(Some));
        path.iter().zip(before).map(|(year, before)| self.triggers(before, year)).collect()
    }

    fn triggers(&self, before: Option<&Reserves>, year: &Reserves) -> Vec<Trigger> {
        let met: &[(bool, Trigger)] = match self.rules {
            Rules::FallOfReserve { once, twice } => &[
                (quarter_once(year, once), Trigger::QuarterOnce),
                (twentieth_twice(before, year, twice), Trigger::TwentiethTwice),
                (beyond_equity(year), Trigger::BeyondEquity),
            ],
            Rules::CarryForward { .. } => &[(capital_below_zero(year), Trigger::CapitalBelowZero)],
        };
        met.iter().filter(|(is_met, _)| *is_met).map(|(_, trigger)| *trigger).collect()
    }

    /// How much more each year could miss before the law asks for more, in euros; none if it does already, or never.
    pub fn distance(&self, equalisation: f64, general: f64, results: &[f64]) -> Option<f64> {
        self.room(equalisation, general, results, |_| 1.0)
    }

    /// The same for one year alone (Puffer), by its position.
    pub fn buffer(&self, equalisation: f64, general: f64, results: &[f64], at: usize) -> Option<f64> {
        self.room(equalisation, general, results, |t| if t == at { 1.0 } else { 0.0 })
    }

    /// How much more each year would have to bring so that the law asks for nothing; none if it does not.
    pub fn way_back(&self, equalisation: f64, general: f64, results: &[f64]) -> Option<f64> {
        let (mut due, mut free) = (0.0, enough(equalisation, general, results));
        let is_due = |more: f64| self.is_due(equalisation, general, results, |_| -more);
        if !is_due(due) || is_due(free) {
            return None;
        }
        for _ in 0..HALVINGS {
            let middle = (free + due) / 2.0;
            if is_due(middle) { due = middle } else { free = middle }
        }
        Some(free)
    }

    /// Found by bisection: a larger deficit never lifts a trigger.
    fn room(&self, equalisation: f64, general: f64, results: &[f64], weight: impl Fn(usize) -> f64) -> Option<f64> {
        let is_due = |more: f64| self.is_due(equalisation, general, results, |t| more * weight(t));
        let (mut free, mut due) = (0.0, enough(equalisation, general, results));
        if is_due(free) || !is_due(due) {
            return None;
        }
        for _ in 0..HALVINGS {
            let middle = (free + due) / 2.0;
            if is_due(middle) { due = middle } else { free = middle }
        }
        Some(free)
    }

    /// Whether the law asks for more in any year, if each misses so much more.
    fn is_due(&self, equalisation: f64, general: f64, results: &[f64], more: impl Fn(usize) -> f64) -> bool {
        let results: Vec<f64> = results.iter().zip(0..).map(|(result, t)| result - more(t)).collect();
        let path = self.reserves(equalisation, general, &results);
        self.consolidation(&path).iter().any(|triggers| !triggers.is_empty())
    }
}

/// Sixty halvings bring any sum of euros below a cent; a fixed number also ends where rounding would not.
const HALVINGS: usize = 60;

/// More than any limit can be away: all that there is, and all that comes or goes.
fn enough(equalisation: f64, general: f64, results: &[f64]) -> f64 {
    1.0 + equalisation.abs() + general.abs() + results.iter().map(|it| it.abs()).sum::<f64>()
}

/// A quarter of the general reserve in one year (ein Viertel im Planjahr), § 76 (1) no. 1 GO NRW.
fn quarter_once(year: &Reserves, once: f64) -> bool {
    year.used_share() > once
}

/// A twentieth in each of two years running (ein Zwanzigstel in zwei aufeinanderfolgenden Jahren), § 76 (1) no. 2 GO NRW.
fn twentieth_twice(before: Option<&Reserves>, year: &Reserves, twice: f64) -> bool {
    before.is_some_and(|before| before.used_share() > twice) && year.used_share() > twice
}

/// No equity is left to cover the deficit (nicht durch Eigenkapital gedeckter Fehlbetrag), § 76 (1) no. 3 GO NRW.
///
/// Until 2023 the law asked as soon as the general reserve was used up. Small special reserves are not in a pack.
fn beyond_equity(year: &Reserves) -> bool {
    year.general + year.equalisation < 0.0
}

/// Base capital must not become negative (negatives Basiskapital), § 80 (3) GemO BW.
fn capital_below_zero(year: &Reserves) -> bool {
    year.general < 0.0
}

#[cfg(test)]
mod tests {
    use super::{BADEN_WUERTTEMBERG, Balance, BudgetLaw, NRW, Trigger};

    fn balances(law: &BudgetLaw, equalisation: f64, general: f64, results: &[f64]) -> Vec<Balance> {
        law.reserves(equalisation, general, results).iter().map(|it| law.balance(it)).collect()
    }

    #[test]
    fn the_laws_read_the_same_years_differently() {
        let results = [-20.0, -30.0, 0.0, 10.0, -5.0];
        // NRW: 10 of the equalisation reserve, then 10, 30, 5 of 1000 in general reserve; no plan is due.
        let nrw = NRW.reserves(10.0, 1000.0, &results);
        assert!(NRW.consolidation(&nrw).iter().all(Vec::is_empty));
        // The surplus of the fourth year fills the equalisation reserve and covers the deficit of the fifth.
        assert_eq!(nrw.iter().map(|it| it.general).collect::<Vec<_>>(), [990.0, 960.0, 960.0, 960.0, 960.0]);
        // Baden-Württemberg: 10 of the first year are not covered and carried, then 40. The surplus of the fourth year
        // covers the oldest 10 in time; the 30 of the second year take from the base capital after its third year.
        let bw = BADEN_WUERTTEMBERG.reserves(10.0, 1000.0, &results);
        assert_eq!(bw.iter().map(|it| it.carried).collect::<Vec<_>>(), [10.0, 40.0, 40.0, 30.0, 5.0]);
        assert_eq!(bw.iter().map(|it| it.general).collect::<Vec<_>>(), [1000.0, 1000.0, 1000.0, 1000.0, 970.0]);
        assert!(BADEN_WUERTTEMBERG.consolidation(&bw).iter().all(Vec::is_empty), "all of that is within the law");
        use Balance::{ByReserve, Carried, Covered, FromCapital, FromGeneral};
        let found = balances(&NRW, 10.0, 1000.0, &results);
        assert_eq!(found, [FromGeneral, FromGeneral, Covered, Covered, ByReserve]);
        let found = balances(&BADEN_WUERTTEMBERG, 10.0, 1000.0, &results);
        assert_eq!(found, [Carried, Carried, Carried, Carried, FromCapital]);
    }

    /// Every use of the general reserve, however small, is not balanced, needs approval and could be carried instead.
    #[test]
    fn the_general_reserve_balances_nothing() {
        let path = NRW.reserves(10.0, 1000.0, &[-4.0, -6.5, 3.0]);
        assert_eq!(path.iter().map(|it| NRW.balance(it).is_balanced()).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(path.iter().map(|it| NRW.needs_approval(it)).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!(path.iter().map(|it| NRW.may_carry(it)).collect::<Vec<_>>(), [0.0, 0.5, 0.0]);
        let path = BADEN_WUERTTEMBERG.reserves(10.0, 1000.0, &[-4.0, -6.5, 0.5]);
        assert!(
            path.iter().all(|it| !BADEN_WUERTTEMBERG.needs_approval(it) && BADEN_WUERTTEMBERG.may_carry(it) == 0.0)
        );
        assert_eq!(balances(&BADEN_WUERTTEMBERG, 10.0, 1000.0, &[-4.0, -6.5, 0.5])[2], Balance::Covered);
    }

    #[test]
    fn a_reserve_from_surpluses_covers_a_deficit() {
        let path = BADEN_WUERTTEMBERG.reserves(10.0, 100.0, &[-4.0, 3.0, -9.0]);
        assert_eq!(path.iter().map(|it| it.equalisation).collect::<Vec<_>>(), [6.0, 9.0, 0.0]);
        assert!(path.iter().all(|it| BADEN_WUERTTEMBERG.balance(it).is_balanced()));
        // Nothing of three years is older than three years, so no deficit of theirs can reach the capital.
        assert_eq!(BADEN_WUERTTEMBERG.distance(10.0, 100.0, &[-4.0, 3.0, -9.0]), None);
        // In a fourth year the deficit of the first is taken from the capital of 100, after the reserve of 10.
        let distance = BADEN_WUERTTEMBERG.distance(10.0, 100.0, &[-4.0, -1.0, -1.0, -1.0]);
        assert!(distance.is_some_and(|it| (it - 106.0).abs() < 1e-9), "{distance:?}");
    }

    #[test]
    fn base_capital_must_not_be_negative() {
        let path = BADEN_WUERTTEMBERG.reserves(0.0, 5.0, &[-10.0, 0.0, 0.0, 0.0]);
        let triggers = BADEN_WUERTTEMBERG.consolidation(&path);
        assert_eq!(triggers.last(), Some(&vec![Trigger::CapitalBelowZero]));
        assert!(triggers.iter().take(3).all(Vec::is_empty), "carrying forward is no breach");
        // 10 − w of the first year, three surpluses of w: 4 w must be 5.
        let back = BADEN_WUERTTEMBERG.way_back(0.0, 5.0, &[-10.0, 0.0, 0.0, 0.0]);
        assert!(back.is_some_and(|it| (it - 1.25).abs() < 1e-9), "{back:?}");
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

    /// The wording of today: used up to the last euro is covered; one more is not.
    #[test]
    fn equity_covers_until_there_is_none() {
        let met = |result: f64| NRW.consolidation(&NRW.reserves(10.0, 100.0, &[result])).concat();
        assert_eq!(met(-110.0), [Trigger::QuarterOnce]);
        assert_eq!(met(-110.1), [Trigger::QuarterOnce, Trigger::BeyondEquity]);
    }

    #[test]
    fn a_saving_without_a_place_has_an_end() {
        assert!(NRW.allows_saving(20.0, 1000.0) && !NRW.allows_saving(20.1, 1000.0));
        assert!(BADEN_WUERTTEMBERG.allows_saving(10.0, 1000.0) && !BADEN_WUERTTEMBERG.allows_saving(10.1, 1000.0));
    }

    /// In a year alone, in every year, and back: 100 of reserve, 6 taken in the first year, 4 of 94 in the second.
    #[test]
    fn distance_and_buffer_by_hand() {
        let results = [-6.0, -4.0];
        let close = |found: Option<f64>, expected: f64| {
            assert!(found.is_some_and(|it| (it - expected).abs() < 1e-9), "{found:?} instead of {expected}");
        };
        // 4 + b = 0.05 · 94; 4 + d = 0.05 · (94 − d).
        close(NRW.buffer(0.0, 100.0, &results, 1), 0.7);
        close(NRW.distance(0.0, 100.0, &results), 0.7 / 1.05);
        assert_eq!(NRW.way_back(0.0, 100.0, &results), None, "nothing is due");
        // 6 − w = 0.05 · (94 + w) in the second year; the first is below then as well.
        close(NRW.way_back(0.0, 100.0, &[-6.0, -6.0]), 1.0);
        assert_eq!(NRW.distance(0.0, 100.0, &[-6.0, -6.0]), None, "it is due already");
    }
}
