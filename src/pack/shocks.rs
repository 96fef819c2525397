//! What may strike the budget from outside.

use super::files::{Files, Problem};
use super::row::{Cell, Known, Placed, rows};
use super::tables::{BudgetRow, FeeRow, ShockHitRow, ShockRow, TaxRow};
use crate::model::fiscal::{Shock, ShockHit, ShockKind};

/// Reads `shocks.csv` and `shock_hits.csv`.
pub fn shocks(files: &Files, known: &Known) -> Result<Vec<Shock>, Problem> {
    let mut hits: Vec<Vec<ShockHit>> = vec![Vec::new(); known.count::<ShockRow>()];
    for Placed { row, .. } in rows::<ShockHitRow>(files, known)? {
        let hit = ShockHit { indicator: row.indicator, logit: row.logit, reason: row.reason, source: row.source };
        if let Some(of_shock) = hits.get_mut(row.shock) {
            of_shock.push(hit);
        }
    }
    let shock = |(Placed { row, .. }, hits): (Placed<ShockRow>, Vec<ShockHit>)| {
        Ok(Shock {
            target: target(known, row.kind, row.target.cell())?,
            id: row.id,
            name: row.name,
            what: row.what,
            kind: row.kind,
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

/// What the kind acts on: a tax or, behind the taxes, a fee; a product group; or nothing in particular.
fn target(known: &Known, kind: ShockKind, cell: Cell<'_>) -> Result<usize, Problem> {
    match kind {
        ShockKind::TaxYield => match known.position::<FeeRow>(cell.text) {
            Some(fee) => Ok(known.count::<TaxRow>() + fee),
            None => cell.key::<TaxRow>(known),
        },
        ShockKind::LineCost => cell.key::<BudgetRow>(known),
        ShockKind::Interest | ShockKind::OneOff | ShockKind::Arrivals if cell.text.is_empty() => Ok(0),
        ShockKind::Interest | ShockKind::OneOff | ShockKind::Arrivals => Err(cell.wrong("nothing")),
    }
}
