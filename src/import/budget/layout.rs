//! Finds out how a table is laid out (Aufbau): its header, the preset that fits, and what its columns hold.

use super::columns::{Column, columns, is_credit};
use super::foreign;
use super::heading::{self, Header};
use super::measure::holds_part;
use super::part::Part;
use super::preset::{Preset, Role, embedded};
use crate::report::{Refusal, shown};
use crate::table::Table;

/// What is known about a file beforehand (Angaben zur Datei).
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// Preset; without one it is found.
    pub preset: Option<&'a Preset>,
    /// File name, which may hold the product code or the year.
    pub name: &'a str,
    /// Sheet of a workbook.
    pub sheet: Option<&'a str>,
    /// Product code of a file about a single product.
    pub code: Option<&'a str>,
}

/// Finds header, preset and columns of a table.
pub fn layout<'a>(table: &Table, options: Options<'a>) -> Result<(&'a Preset, Header, Vec<Column>), Refusal> {
    foreign::refuse(table)?;
    let mut known: Vec<&Preset> = embedded().iter().collect();
    known.extend(options.preset);
    let header = heading::header(&table.records, &known).ok_or_else(|| {
        let first = table.records.first().map(|it| it.cells.join(" | ")).unwrap_or_default();
        Refusal::new(format!(
            "expected a header with amounts such as `Ansatz 2026`, found `{}`. Next step: give the file of a budget, name \
             its column of amounts so, or name the columns in a preset of your own (--presets, --preset FILE)",
            shown(&first)
        ))
    })?;
    let of = |preset: &'a Preset| (preset, columns(&header, &table.records, preset));
    let candidates: Vec<&'a Preset> = match options.preset {
        Some(preset) => vec![preset],
        None => embedded().iter().collect(),
    };
    let mut found = candidates.into_iter().map(of).filter(|(preset, it)| options.preset.is_some() || fits(preset, it));
    let (preset, columns) = found.next().ok_or_else(|| Refusal::new("expected a preset that fits, found none"))?;
    if !columns.iter().any(|it| it.role.part().is_some_and(|it| it != Part::Balance)) {
        if let Some(part) = header.names.iter().find(|it| holds_part(it)) {
            return Err(Refusal::new(format!(
                "expected amounts of a whole year, found `{}`, a part of it. Next step: give the whole year, or all of its \
                 quarters, half years or months beside each other",
                shown(part)
            )));
        }
        if let Some(credit) = header.names.iter().find(|it| is_credit(it)) {
            return Err(Refusal::new(format!(
                "expected amounts, found debit and credit side by side (`{}`), of which neither alone is revenue or expense. \
                 Next step: export the balance (`Saldo`) with a column `S/H`, or columns `Ertrag` and `Aufwand`",
                shown(credit)
            )));
        }
        let names = header.names.join(" | ");
        let message = format!(
            "preset {}: expected a column of amounts, found `{names}`. Next step: give revenue and expense as bare numbers, \
             in columns of their own or beside a column that tells them apart; a balance alone is neither",
            preset.id
        );
        return Err(Refusal::new(message));
    }
    Ok((preset, header, columns))
}

/// Whether every role that a preset needs is filled, texts by its own names.
fn fits(preset: &Preset, columns: &[Column]) -> bool {
    preset.needs.iter().all(|need| {
        let is_own =
            |it: &Column| need.part().is_some() || *need == Role::RowLabel || preset.role(&it.name) == Some(*need);
        columns.iter().any(|it| it.role == *need && is_own(it))
    })
}
