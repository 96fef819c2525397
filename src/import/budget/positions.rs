//! Named positions by year (Eigenkapital, Rücklagen): values that stand for themselves and are never added up.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use serde::Serialize;

use super::layout::{Options, layout};
use super::preset::{Form, Role};
use crate::number::{Column as Numbers, Tally};
use crate::report::{Refusal, Skipped};
use crate::table::Dialect;
use crate::{file, header};
use money::Money;

/// Positions of a file (Positionen).
#[derive(Clone, Debug, Serialize)]
pub struct Positions {
    /// The preset that was used.
    pub preset: String,
    /// Rows read.
    pub rows: usize,
    /// Rows and amounts left out.
    pub skipped: Vec<Skipped>,
    /// Form of the file.
    pub dialect: Dialect,
    /// Euros that one unit of the file is worth.
    pub unit: u32,
    /// What a reader should look at.
    pub warnings: Vec<String>,
    /// Euros by key of the position and year.
    pub positions: BTreeMap<String, BTreeMap<u16, Money>>,
}

/// Reads positions; nothing if the file holds lines of a budget.
pub fn read(bytes: &[u8], options: Options<'_>) -> Result<Option<Positions>, Refusal> {
    let table = file::open(bytes, options.sheet)?;
    let (preset, header, columns) = layout(&table, options)?;
    if preset.form != Form::Positions {
        return Ok(None);
    }
    let records = table.records.get(header.records..).unwrap_or_default();
    let named = columns.iter().find(|it| it.role == Role::Key).or(columns.iter().find(|it| it.role == Role::Label));
    let years: Vec<_> = columns.iter().filter(|it| it.role == Role::Amount && it.year.is_some()).collect();
    let told = years.iter().find_map(|it| it.unit).or(header::unit(&header.above).filter(|it| *it > 1));
    let mut warnings = table.warnings.clone();
    let unit = told.or(preset.unit.map(NonZeroU32::get)).unwrap_or(1);
    if told.is_none() {
        warnings.push(format!("no unit in the file; preset {} takes {unit} euros", preset.id));
    }
    let tallies: Vec<Tally> =
        years.iter().map(|it| Tally::of(records.iter().map(|row| table.written(row, it.at)))).collect();
    let all = tallies.iter().copied().fold(Tally::default(), Tally::and);
    let (mut rows, mut skipped, mut positions) = (0, Vec::new(), BTreeMap::new());
    for record in records {
        let key = named.map_or("", |it| record.cell(it.at));
        if key.is_empty() {
            skipped.push(Skipped::new(record.line, "expected the name of a position, found an empty cell"));
            continue;
        }
        let label = columns.iter().find(|it| it.role == Role::Label).map_or("", |it| record.cell(it.at));
        if is_share(key) || is_share(label) {
            // A share of four percent is not four millions.
            skipped.push(Skipped::new(record.line, format!("expected a position in euros, found a share: `{key}`")));
            continue;
        }
        if positions.contains_key(key) {
            skipped.push(Skipped::new(record.line, format!("`{key}` stands twice; the first row is taken")));
            continue;
        }
        rows += 1;
        let values: &mut BTreeMap<u16, Money> = positions.entry(key.to_owned()).or_default();
        for (column, own) in years.iter().zip(&tallies) {
            let read = Numbers::decide(*own, all, unit).read(record.cell(column.at));
            let money = read.map(|it| it.and_then(|it| it.money(unit)));
            match (money, column.year) {
                (Ok(Some(money)), Some(year)) => _ = values.insert(year, money),
                (Err(found), _) => {
                    skipped.push(Skipped::new(record.line, format!("column `{}`: {found}", column.name)))
                }
                _ => {}
            }
        }
    }
    Ok(Some(Positions {
        preset: preset.id.clone(),
        rows,
        skipped,
        dialect: table.dialect.clone(),
        unit,
        warnings,
        positions,
    }))
}

/// Whether the name of a position says that it is a share (Anteil): `…Prozent`, `Eigenkapitalquote`, `in %`. A threshold
/// of `(5,0 %)` is none, it names its own rule.
fn is_share(name: &str) -> bool {
    let folded = header::fold(name);
    ["prozent", "percent", "quote", "anteil"].iter().any(|it| folded.ends_with(it))
        || name.trim_end_matches([')', ']']).ends_with("in %")
}
