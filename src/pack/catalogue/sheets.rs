//! The rows of the catalogue beside the town that uses it.

use super::tables::{LinkRow, MeasureEffectRow, MeasureRow, OwnRow, SharedRow, StockRow, UsedRow};
use crate::model::{IndicatorAt, OwnNumberOf, Town};
use crate::pack::files::{Files, Problem};
use crate::pack::row::{Known, Placed, rows};
use crate::pack::tables::{FieldRow, IndicatorRow, LeverRow};

/// What a number of the town replaces; positions are those in the catalogue, but for the indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// A number of a measure.
    Measure(usize),
    /// The number of an effect.
    Effect(usize),
    /// The base of an indicator of the town.
    Indicator(IndicatorAt),
}

/// Everything that was read.
pub struct Sheets<'a> {
    /// Whose chain it becomes.
    pub town: &'a Town,
    /// Indicators of the catalogue.
    pub shared: Vec<Placed<SharedRow>>,
    /// Measures of the catalogue.
    pub measures: Vec<Placed<MeasureRow>>,
    /// Their effects.
    pub effects: Vec<Placed<MeasureEffectRow>>,
    /// Links between indicators of the catalogue.
    pub links: Vec<Placed<LinkRow>>,
    /// What the town says of each measure.
    pub used: Vec<Placed<UsedRow>>,
    /// How many units the town has.
    pub stock: Vec<Placed<StockRow>>,
    /// The numbers of the town and what each replaces.
    pub own: Vec<(Replaced, Placed<OwnRow>)>,
}

impl<'a> Sheets<'a> {
    /// Reads the rows; keys of the town are those it was loaded with.
    pub fn read(town: &'a Town, files: &Files) -> Result<Self, Problem> {
        let known = Known::default()
            .with_keys::<FieldRow>(town.fields.iter().map(|it| it.id.clone()))
            .with_keys::<LeverRow>(town.levers.iter().map(|it| it.id.clone()))
            .with_keys::<IndicatorRow>(town.indicators.iter().map(|it| it.id.clone()))
            .with::<SharedRow>(files)?
            .with::<MeasureRow>(files)?
            .with::<MeasureEffectRow>(files)?;
        let own = |row: Placed<OwnRow>| {
            let key = row.key.cell();
            let replaced = match row.of {
                OwnNumberOf::PerUnit => Replaced::Effect(key.key::<MeasureEffectRow>(&known)?),
                OwnNumberOf::CountBase => Replaced::Indicator(key.key::<IndicatorRow>(&known)?),
                _ => Replaced::Measure(key.key::<MeasureRow>(&known)?),
            };
            Ok((replaced, row))
        };
        Ok(Self {
            town,
            shared: rows(files, &known)?,
            measures: rows(files, &known)?,
            effects: rows(files, &known)?,
            links: rows(files, &known)?,
            used: rows(files, &known)?,
            stock: rows(files, &known)?,
            own: rows(files, &known)?.into_iter().map(own).collect::<Result<_, _>>()?,
        })
    }

    /// The number of the town in place of one of the catalogue.
    pub fn own(&self, of: OwnNumberOf, replaced: Replaced) -> Option<&OwnRow> {
        self.own.iter().find(|(at, row)| *at == replaced && row.of == of).map(|(_, row)| &row.row)
    }

    /// What the town says of a measure.
    pub fn used(&self, measure: usize) -> Option<&UsedRow> {
        self.used.iter().find(|it| it.measure == measure).map(|it| &it.row)
    }

    /// Whether the town uses a measure.
    pub fn is_used(&self, measure: usize) -> bool {
        self.used(measure).is_some_and(|it| it.lever.is_some())
    }

    /// The indicator of the town that bears the name of one of the catalogue.
    pub fn indicator(&self, shared: usize) -> Option<IndicatorAt> {
        let id = &self.shared.get(shared)?.id;
        self.town.indicators.find(|it| it.id == *id)
    }

    /// What the catalogue says of an indicator of the town.
    pub fn shared(&self, at: IndicatorAt) -> Option<&Placed<SharedRow>> {
        let id = &self.town.indicators.get(at)?.id;
        self.shared.iter().find(|it| it.id == *id)
    }
}
