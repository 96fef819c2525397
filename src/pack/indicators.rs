//! What is measured, and the values that were found.

use super::files::{Files, Problem};
use super::row::{Known, Place, Placed, rows};
use super::tables::{IndicatorRow, SeriesRow};
use crate::model::{
    Ages, Basis, Bilingual, Count, CountBase, Indicator, IndicatorAt, List, Measured, Scale, Target, TargetKind, Year,
};

/// Reads `indicators.csv` and `series.csv`.
pub fn indicators(files: &Files, known: &Known) -> Result<List<IndicatorAt, Indicator>, Problem> {
    let indicator = |(Placed { place, row }, series): (Placed<IndicatorRow>, Vec<Measured>)| {
        if series.is_empty() {
            return Err(place.problem("expected at least one value in series.csv, found none"));
        }
        Ok(Indicator {
            target: target(place, row.target_kind, row.target, row.target_year, row.target_source)?,
            count: Counting {
                per: row.count_per,
                ages: (row.count_age_from, row.count_age_to),
                base: row.count_base,
                noun: row.count,
                origin: (row.count_basis, row.count_source),
            }
            .read(place)?,
            id: row.id,
            field: row.field,
            name: row.name,
            unit: row.unit,
            definition: row.definition.noted(),
            decimals: usize::from(row.decimals),
            direction: row.direction,
            scale: Scale { worst: row.worst, best: row.best },
            series,
            note: row.note.noted(),
        })
    };
    rows(files, known)?.into_iter().zip(series(files, known)?).map(indicator).collect()
}

fn series(files: &Files, known: &Known) -> Result<List<IndicatorAt, Vec<Measured>>, Problem> {
    let mut series: List<IndicatorAt, Vec<Measured>> = vec![Vec::new(); known.count::<IndicatorRow>()].into();
    for Placed { place, row } in rows::<SeriesRow>(files, known)? {
        let Some(values) = series.get_mut(row.indicator) else { continue };
        let year = row.year;
        if values.last().is_some_and(|last: &Measured| last.year >= year) {
            let id = known.name::<IndicatorRow>(row.indicator);
            return Err(place.problem(format!("expected the years of {id} in rising order, found {year}")));
        }
        values.push(Measured { year, value: row.value, basis: row.basis, source: row.source, is_local: row.local });
    }
    Ok(series)
}

/// A target is whole or not there: a half one would read as none.
fn target(
    place: Place,
    kind: Option<TargetKind>,
    value: Option<f64>,
    year: Option<Year>,
    source: Option<String>,
) -> Result<Option<Target>, Problem> {
    match (kind, value, year, source) {
        (None, None, None, None) => Ok(None),
        (Some(kind), Some(value), year, Some(source)) => Ok(Some(Target { value, year, kind, source })),
        _ => Err(place.problem("expected target, target_kind and target_source together, or none of them")),
    }
}

/// The cells about a count, as they stand.
struct Counting {
    per: Option<f64>,
    ages: (Option<u8>, Option<u8>),
    base: Option<f64>,
    noun: Bilingual,
    origin: (Option<Basis>, Option<String>),
}

impl Counting {
    /// A count is whole or not there. People by age come from `population.csv`, which names its own source; a fixed base
    /// names one here.
    fn read(self, place: Place) -> Result<Option<Count>, Problem> {
        let is_named = !self.noun.de.is_empty();
        let (base, basis, source) = match (self.base, self.ages, self.origin) {
            (None, (None, None), (None, None)) if self.per.is_none() && !is_named => return Ok(None),
            (Some(base), (None, None), (Some(basis), Some(source))) => (CountBase::Fixed(base), basis, source),
            (None, (Some(from), Some(to)), (None, None)) => {
                (CountBase::Ages(Ages { from, to }), Basis::Estimate, "population.csv".to_owned())
            }
            _ => {
                return Err(place.problem(
                    "expected either count_base with count_basis and count_source, or both count_age_from and \
                     count_age_to, or no count at all",
                ));
            }
        };
        match self.per {
            Some(per) if is_named => Ok(Some(Count { per, base, noun: self.noun, basis, source })),
            _ => Err(place.problem("expected count_per and the noun of the count beside its base")),
        }
    }
}
