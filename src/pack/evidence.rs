//! What money does, what one indicator does to another, and what money buys.

use super::files::{Files, Problem};
use super::row::{Known, Placed, rows};
use super::tables::{EffectRow, OutputRow, SpilloverRow};
use crate::model::{Effect, Finding, Output, Spillover};

/// Reads `effects.csv`. Nothing found is the number 0; where something was found but no number is known, the cell is
/// empty.
pub fn effects(files: &Files, known: &Known) -> Result<Vec<Effect>, Problem> {
    let effect = |Placed { place, row }: Placed<EffectRow>| {
        let share = match (row.share, row.direction) {
            (Some(0.0), Finding::Nothing) => 0.0,
            (_, Finding::Nothing) => return Err(place.problem("share: expected 0 where the direction is none")),
            (Some(0.0), _) => {
                let expected = "share: expected a number other than 0, or an empty cell where none is known, found `0`";
                return Err(place.problem(expected));
            }
            (number, _) => number.unwrap_or_default(),
        };
        Ok(Effect {
            id: row.id,
            lever: row.lever,
            indicator: row.indicator,
            share,
            grade: row.grade,
            euro_grade: row.euro_grade,
            direction: row.direction,
            year: row.year,
            source: row.source,
            url: row.url,
            seen: row.seen,
            sentence: row.sentence,
            caveat: row.caveat,
        })
    };
    rows(files, known)?.into_iter().map(effect).collect()
}

/// Reads `spillovers.csv`. Each pair of indicators stands once: a second row would add to the first without anybody
/// having said so.
pub fn spillovers(files: &Files, known: &Known) -> Result<Vec<Spillover>, Problem> {
    let mut all: Vec<Spillover> = Vec::new();
    for Placed { place, row } in rows::<SpilloverRow>(files, known)? {
        if row.from == row.to {
            return Err(place.problem("expected two indicators, found one"));
        }
        if all.iter().any(|it| (it.from, it.to) == (row.from, row.to)) {
            return Err(place.problem("expected each pair of indicators once, found it again"));
        }
        all.push(Spillover {
            from: row.from,
            to: row.to,
            score: row.score,
            reason: row.reason,
            source: row.source,
            seen: row.seen,
        });
    }
    Ok(all)
}

/// Reads `outputs.csv`.
pub fn outputs(files: &Files, known: &Known) -> Result<Vec<Output>, Problem> {
    let output = |Placed { row, .. }: Placed<OutputRow>| Output {
        lever: row.lever,
        many: row.many,
        one: row.one,
        unit_cost: row.unit_cost,
        range: (row.low, row.high),
        year: row.year,
        basis: row.basis,
        source: row.source,
        url: row.url,
        seen: row.seen,
        note: row.note,
    };
    Ok(rows(files, known)?.into_iter().map(output).collect())
}
