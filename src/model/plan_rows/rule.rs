use super::printed::{PlanRow, PlanRows};
use super::shares::shares;
use crate::model::{LineAt, MeasureAt, Money, Year};

/// By what a change is put into rows of its group (Zeilenregel). Every one is an assumption that the finance office checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The kind of the measure is clear: posts, works and goods, or grants.
    Kind,
    /// A cut falls where the pack takes money to be movable within a year: 5 % of staff, 10 % of goods and services and of
    /// other expense, and transfers that are not promised.
    Movable,
    /// More goes where the group's money goes today.
    Planned,
    /// Only the sum is named.
    Sum,
}

/// Parts of row 11, and of rows 13 and 16, that can be cut within a year (packs/README.md).
const STAFF: f64 = 0.05;
const GOODS: f64 = 0.10;

/// The least part of a change that a row gets: what is less is no change that anybody would decide.
const LEAST: f64 = 0.01;

/// A change of a group, and what its rows are to be chosen by.
pub struct Asked {
    /// The group.
    pub line: LineAt,
    /// The part of the group that is moved, between 0 and 1.
    pub share: f64,
    /// The year whose rows count.
    pub year: Year,
    /// What is bought, if it is counted.
    pub measure: Option<MeasureAt>,
    /// Change in euros per year.
    pub amount: Money,
}

/// The rows of the Ergebnisplan that a change of a group touches, with their parts, which sum to it (Zeilenwahl).
///
/// No row ends below nothing: where it would, the next rule holds, at last that only the sum is named.
pub fn rows_of(rows: Option<&PlanRows>, asked: &Asked) -> (Rule, Vec<(PlanRow, Money)>) {
    let sum = || (Rule::Sum, vec![(PlanRow::EXPENSE, asked.amount)]);
    let Some(rows) = rows else { return sum() };
    let amount = |row: PlanRow| rows.amount(asked.line, row, asked.year).unwrap_or(Money::ZERO);
    let movable = PlanRow::MOVED.map(|row| match row {
        PlanRow::STAFF => amount(row).euros() * STAFF,
        PlanRow::TRANSFERS => rows.open_transfers(asked.line, asked.year).unwrap_or(Money::ZERO).euros(),
        row => amount(row).euros() * GOODS,
    });
    let planned = PlanRow::MOVED.map(|row| amount(row).euros());
    let is_cut = asked.amount < Money::ZERO;
    let kind = asked.measure.and_then(|at| rows.kind(at)).filter(|row| amount(*row) > Money::ZERO);
    let bears = |row: &PlanRow| {
        let most = PlanRow::MOVED.into_iter().zip(movable).find(|(it, _)| it == row).map_or(0.0, |(_, most)| most);
        !is_cut || -asked.amount.euros() <= most * asked.share
    };
    let by = |weights: [f64; 4]| -> Vec<(PlanRow, Money)> {
        let least = weights.iter().map(|it| it.max(0.0)).sum::<f64>() * LEAST;
        let weights = weights.map(|it| if it < least { 0.0 } else { it });
        let parts = PlanRow::MOVED.into_iter().zip(shares(asked.amount, &weights));
        parts.filter(|(_, part)| !part.is_zero()).collect()
    };
    let stays = |parts: &[(PlanRow, Money)]| {
        !parts.is_empty() && parts.iter().all(|(row, part)| amount(*row) + *part >= Money::ZERO)
    };
    let tried = [
        kind.filter(bears).map(|row| (Rule::Kind, vec![(row, asked.amount)])),
        is_cut.then(|| (Rule::Movable, by(movable))),
        Some((Rule::Planned, by(planned))),
    ];
    tried.into_iter().flatten().find(|(_, parts)| stays(parts)).unwrap_or_else(sum)
}
