//! What may strike the budget from outside.

use super::files::{Files, Problem};
use super::row::{Cell, Known, Placed, rows};
use super::tables::{BudgetRow, FeeRow, ShockHitRow, ShockRow, ShockWord, TaxRow};
use crate::model::fiscal::{Return, Shock, ShockHit, ShockKind};
use crate::model::{List, ShockAt, TaxAt};

/// Reads `shocks.csv` and `shock_hits.csv`.
pub fn shocks(files: &Files, known: &Known) -> Result<List<ShockAt, Shock>, Problem> {
    let mut hits: List<ShockAt, Vec<ShockHit>> = vec![Vec::new(); known.count::<ShockRow>()].into();
    for Placed { row, .. } in rows::<ShockHitRow>(files, known)? {
        let hit = ShockHit { indicator: row.indicator, logit: row.logit, reason: row.reason, source: row.source };
        if let Some(of_shock) = hits.get_mut(row.shock) {
            of_shock.push(hit);
        }
    }
    let shock = |(Placed { place, row }, hits): (Placed<ShockRow>, Vec<ShockHit>)| {
        let returned = match (row.returned, row.return_delay, row.return_source) {
            (None, None, None) => None,
            (Some(part), Some(delay), Some(source)) => Some(Return { part: part.get(), delay, source }),
            _ => {
                return Err(
                    place.problem("returned: expected return_delay and return_source beside it, or none of them")
                );
            }
        };
        Ok(Shock {
            returned,
            kind: kind(known, row.kind, row.target.cell())?,
            id: row.id,
            name: row.name,
            what: row.what,
            amount: row.amount,
            range: (row.low, row.high),
            part: row.part.get(),
            from: row.from,
            ramp: row.ramp,
            years: row.years,
            fade: row.fade.get(),
            hits,
            basis: row.basis,
            source: row.source,
            year: row.year,
            note: row.note,
        })
    };
    rows(files, known)?.into_iter().zip(hits).map(shock).collect()
}

/// What a shock acts on: a tax or, behind the taxes, a fee; a product group; or nothing in particular.
fn kind(known: &Known, word: ShockWord, cell: Cell<'_>) -> Result<ShockKind, Problem> {
    let alone = |kind| if cell.text.is_empty() { Ok(kind) } else { Err(cell.wrong("nothing")) };
    match word {
        ShockWord::TaxYield => Ok(ShockKind::TaxYield(match known.position::<FeeRow>(cell.text) {
            Some(fee) => TaxAt(known.count::<TaxRow>() + fee),
            None => cell.key::<TaxRow>(known)?,
        })),
        ShockWord::LineCost => cell.key::<BudgetRow>(known).map(ShockKind::LineCost),
        ShockWord::Interest => alone(ShockKind::Interest),
        ShockWord::OneOff => alone(ShockKind::OneOff),
        ShockWord::Arrivals => alone(ShockKind::Arrivals),
    }
}
