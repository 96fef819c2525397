//! A budget held against sums from elsewhere (Abgleich mit vorgegebenen Summen), such as those of the printed plan.

use serde::Serialize;

use super::part::Sums;
use super::selection::{NO_AREA, Selection};
use money::Money;

/// Two budgets area by area (Abgleich).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// How many sums were given.
    pub sums: usize,
    /// How many of them are met to the cent.
    pub reconciled: usize,
    /// The others.
    pub differences: Vec<Difference>,
    /// Areas of the file that no sum was given for.
    pub areas_not_given: Vec<String>,
}

/// A given sum that the lines do not reach (Abweichung), in euros.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Two-digit area, or `total`.
    pub area: String,
    /// One of `revenue`, `expense`, `investment_receipts`, `investment_payments`.
    pub figure: &'static str,
    /// The sum that was given.
    pub given: Money,
    /// The sum of the lines.
    pub lines: Money,
    /// Given less lines.
    pub difference: Money,
}

/// A figure of an area by its name.
type Named = (&'static str, fn(&Sums) -> Money);

const FIGURES: [Named; 4] = [
    ("revenue", Sums::revenue),
    ("expense", Sums::expense),
    ("investment_receipts", Sums::investment_receipts),
    ("investment_payments", Sums::investment_payments),
];

impl Selection {
    /// Holds this budget against given sums: area by area, and all together if every area was given.
    ///
    /// Figures that were given for no area are not compared.
    pub fn compare(&self, given: &Self) -> Comparison {
        let is_given = |of: &Named| given.by_area.values().any(|it| !of.1(it).is_zero());
        let figures: Vec<Named> = FIGURES.into_iter().filter(is_given).collect();
        let only_total = given.by_area.keys().all(|it| it == NO_AREA);
        let own = self.by_area.keys().filter(|it| !only_total && !given.by_area.contains_key(*it));
        let areas_not_given: Vec<String> = own.cloned().collect();
        let none = Sums::default();
        let areas = given.by_area.iter().filter(|it| it.0 != NO_AREA);
        let mut pairs: Vec<(&str, &Sums, &Sums)> =
            areas.map(|(area, sums)| (area.as_str(), sums, self.by_area.get(area).unwrap_or(&none))).collect();
        if areas_not_given.is_empty() {
            pairs.push(("total", &given.total, &self.total));
        }
        let compare = |(area, given, lines): &(&str, &Sums, &Sums), (figure, of): &Named| {
            let (given, lines) = (of(given), of(lines));
            Difference { area: (*area).to_owned(), figure, given, lines, difference: given - lines }
        };
        let all: Vec<_> = pairs.iter().flat_map(|pair| figures.iter().map(|figure| compare(pair, figure))).collect();
        let sums = all.len();
        let differences: Vec<_> = all.into_iter().filter(|it| !it.difference.is_zero()).collect();
        Comparison { sums, reconciled: sums - differences.len(), differences, areas_not_given }
    }
}
