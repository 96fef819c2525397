//! Town, year and model constants: one key per row, each of them known.

use serde::Deserialize;

use super::files::{Files, Problem};
use super::row::{Known, Placed, rows};
use super::tables::{HeadKey, HeadRow};
use super::words::words;
use crate::model::{Bilingual, Origin, Sourced, Year};

/// The rows of `pack.csv`.
pub struct Head {
    rows: Vec<Placed<HeadRow>>,
}

impl Head {
    /// Reads them; an unknown key is refused.
    pub fn read(files: &Files, known: &Known) -> Result<Self, Problem> {
        Ok(Self { rows: rows(files, known)? })
    }

    fn maybe(&self, key: HeadKey) -> Option<&Placed<HeadRow>> {
        self.rows.iter().find(|row| row.key == key)
    }

    fn row(&self, key: HeadKey) -> Result<&Placed<HeadRow>, Problem> {
        let name = || words::<HeadKey>().get(key as usize).copied().unwrap_or_default();
        self.maybe(key)
            .ok_or_else(|| Problem::new("pack.csv", None, format!("expected a row `{}`, found none", name())))
    }

    /// A text that must be there.
    pub fn text(&self, key: HeadKey) -> Result<String, Problem> {
        self.row(key)?.value.cell().needed()
    }

    /// A text in both languages.
    pub fn bilingual(&self, de: HeadKey, en: HeadKey) -> Result<Bilingual, Problem> {
        Ok(Bilingual { de: self.text(de)?, en: self.text(en)?.into() })
    }

    /// One of the words of a type.
    pub fn word<T: for<'de> Deserialize<'de>>(&self, key: HeadKey) -> Result<T, Problem> {
        self.row(key)?.value.cell().word()
    }

    /// A year.
    pub fn year(&self, key: HeadKey) -> Result<Year, Problem> {
        self.row(key)?.value.cell().whole().map(Year)
    }

    /// A year that may be missing.
    pub fn maybe_year(&self, key: HeadKey) -> Result<Option<Year>, Problem> {
        self.maybe(key).map(|row| row.value.cell().whole().map(Year)).transpose()
    }

    /// A figure with its origin.
    pub fn figure(&self, key: HeadKey) -> Result<Sourced, Problem> {
        sourced(self.row(key)?)
    }

    /// A figure that may be missing.
    pub fn maybe_figure(&self, key: HeadKey) -> Result<Option<Sourced>, Problem> {
        self.maybe(key).map(sourced).transpose()
    }

    /// Where whole files come from, those that are told.
    pub fn origins(&self) -> Result<Vec<(Origin, String)>, Problem> {
        let of = [
            (HeadKey::SourceOfBudget, Origin::Budget),
            (HeadKey::SourceOfLevers, Origin::Levers),
            (HeadKey::SourceOfReserves, Origin::Reserves),
            (HeadKey::SourceOfDepartments, Origin::Departments),
            (HeadKey::SourceOfHistory, Origin::History),
            (HeadKey::SourceOfPopulation, Origin::Population),
        ];
        let told = |(key, of): (HeadKey, Origin)| {
            let row = self.maybe(key)?;
            let missing = || row.problem("source: expected one beside a file, found nothing");
            Some(row.source.clone().ok_or_else(missing).map(|source| (of, source)))
        };
        of.into_iter().filter_map(told).collect()
    }
}

fn sourced(row: &Placed<HeadRow>) -> Result<Sourced, Problem> {
    let missing = |column: &str| row.problem(format!("{column}: expected one beside a figure, found nothing"));
    Ok(Sourced {
        value: row.value.cell().number()?,
        basis: row.basis.ok_or_else(|| missing("basis"))?,
        source: row.source.clone().ok_or_else(|| missing("source"))?,
        year: row.year.ok_or_else(|| missing("year"))?,
    })
}
