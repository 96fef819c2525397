//! What one row says about itself (Angaben einer Zeile): year and kind, part, unit, code.

use super::code;
use super::lines::Slot;
use super::part::Part;
use super::preset::Role;
use super::reader::Reader;
use super::statutory::{self, Row};
use super::unlike;
use super::words::{self, Kind};
use std::num::NonZeroU32;

use crate::header::{unit, year};
use crate::report::shown;
use crate::table::Record;

impl Reader<'_> {
    /// What a row counts instead of euros, by its label; rows with an account or a direction are money.
    pub(super) fn counted<'r>(&self, record: &'r Record) -> Option<&'r str> {
        let labels = [Role::Label, Role::RowLabel].map(|it| self.cell(record, it));
        labels.into_iter().find(|it| unlike::counts_things(it)).filter(|_| !self.is_entry(record))
    }

    /// Whether a row below the header counts the columns, as prints do: `1;2;3;4;5`.
    pub(super) fn numbers_columns(&self, record: &Record) -> bool {
        const FEWEST: usize = 4;
        const BELOW: u64 = 3;
        let is_near = record.line <= self.header.line.saturating_add(BELOW);
        let counts = |(at, cell): (usize, &String)| cell.trim().parse::<usize>().is_ok_and(|it| it == at + 1);
        is_near && record.cells.len() >= FEWEST && record.cells.iter().enumerate().all(counts)
    }

    pub(super) fn slot(&self, record: &Record) -> Result<Slot, String> {
        let (named, dated) = (self.cell(record, Role::Year), self.cell(record, Role::Date));
        let year = match (named, dated) {
            // `Plan 2026` in a column of kinds tells the year as well.
            ("", "") => year(self.cell(record, Role::Kind)).or(self.title.year),
            ("", text) | (text, _) => {
                let whole = text.strip_suffix(".0").unwrap_or(text);
                Some(year(whole).ok_or_else(|| format!("expected a year, found `{}`", shown(text)))?)
            }
        };
        // `Erträge Ansatz` in a column of directions tells the kind as well.
        let told = [Role::Kind, Role::Direction].map(|role| self.cell(record, role));
        let kind = told.into_iter().filter(|it| !it.is_empty()).find_map(words::kind_of);
        let kind = kind.unwrap_or(if told[0].is_empty() { self.title.kind } else { Kind::Unspecified });
        Ok(Slot { year, kind })
    }

    /// What the row's own cells say about its amounts: direction, account, label.
    pub(super) fn part(&self, record: &Record) -> Option<Part> {
        let direction = words::direction(self.cell(record, Role::Direction));
        let (plan, _) = self.blocks.get(&record.line).copied().unwrap_or_default();
        if let Some(Some(Row::Part(part))) =
            self.has(Role::RowLabel).then(|| statutory::row(self.cell(record, Role::RowLabel), plan))
        {
            let tells = self.account(record).is_none() && direction.is_none();
            if tells || part == Part::Internal {
                return Some(part);
            }
        }
        let account = self.account(record);
        let by_account = account.and_then(|it| self.parts.get(it).copied().flatten());
        let labels = [Role::AccountLabel, Role::Direction].map(|role| self.cell(record, role));
        match (by_account, direction) {
            (Some(part), _) if !part.counts() => Some(part),
            (Some(part), Some(told)) if part.is_revenue() == told.is_revenue() => Some(part),
            (_, Some(told)) => Some(told),
            (Some(part), None) => words::apart(self.cell(record, Role::AccountLabel)).or(Some(part)),
            (None, None) if labels.iter().any(|it| words::is_internal(it)) => Some(Part::Internal),
            (None, None) if account.is_some() => Some(Part::Unknown),
            (None, None) => None,
        }
    }

    pub(super) fn row_unit(&self, record: &Record) -> u32 {
        let told = self.column(Role::Unit).and_then(|it| unit(record.cell(it.at)));
        told.or(self.preset.unit.map(NonZeroU32::get)).unwrap_or(1)
    }

    pub(super) fn first_text<'r>(&self, record: &'r Record) -> &'r str {
        record.cells.iter().map(String::as_str).find(|it| !it.is_empty()).unwrap_or("")
    }

    /// The padded code of a row.
    pub(super) fn code(&self, record: &Record, raw: Option<String>, above: Option<&str>) -> Result<String, String> {
        if let Some(raw) = raw {
            let code = code::padded(&raw, self.lost_zero);
            let area = code::digits(self.cell(record, Role::Area)).map(|it| code::padded(&it, true));
            // Numbers within the area: area 01, group 02.
            return Ok(match area {
                Some(area) if area.len() == 2 && code.len() == 2 && code != area => area + &code,
                _ => code,
            });
        }
        let found = self.code_cells(record).find(|it| !it.is_empty());
        match (found, above) {
            (None, Some(above)) if self.fills_down && self.is_entry(record) => Ok(above.to_owned()),
            (None, _) if !self.has_codes() => {
                Ok(self.titled.get(&record.line).or(self.code.as_ref()).cloned().unwrap_or_default())
            }
            (None, _) => Err(format!("expected a product code, found `{}`", shown(self.first_text(record)))),
            (Some(found), _) => Err(format!("expected a product code, found `{}`", shown(found))),
        }
    }
}
