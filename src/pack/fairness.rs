//! The files about fairness between generations. A figure may be missing; what stands there must make sense.

use super::files::{Files, Problem};
use super::row::{Known, Placed, rows};
use super::tables::{AssetRow, FairnessKey, FairnessRow, FloorRow, FutureRow, IndicatorRow};
use crate::model::Sourced;
use crate::model::fairness::{AssetYear, FairnessData, Floor, FutureUse, Measure};

/// Reads `fairness.csv`, `assets.csv`, `floors.csv` and `future.csv`.
pub fn fairness(files: &Files, known: &Known) -> Result<FairnessData, Problem> {
    let mut data = FairnessData {
        assets: assets(files, known)?,
        floors: floors(files, known)?,
        uses: uses(files, known)?,
        ..FairnessData::default()
    };
    for row in rows::<FairnessRow>(files, known)? {
        let figure = |low: f64, high: f64| within(&row, low, high).map(Some);
        match row.key {
            FairnessKey::ReplacementFactor => data.replacement_factor = figure(1.0, 3.0)?,
            FairnessKey::BuildingInflation => data.building_inflation = figure(-0.1, 0.1)?,
            FairnessKey::NetBorrowing => data.net_borrowing = figure(-1e12, 1e12)?,
            FairnessKey::Co2Budget => data.co2_budget = figure(0.0, 1e6)?,
            FairnessKey::DamageLow => data.damage_low = figure(0.0, 1e6)?,
            FairnessKey::DamageHigh => data.damage_high = figure(0.0, 1e6)?,
            FairnessKey::Co2Indicator => data.co2 = Some(row.value.cell().key::<IndicatorRow>(known)?),
        }
    }
    match (&data.damage_low, &data.damage_high) {
        (Some(low), Some(high)) if low.value > high.value => {
            let message = format!("expected damage_low ≤ damage_high, found {} and {}", low.value, high.value);
            Err(Problem::new("fairness.csv", None, message))
        }
        _ => Ok(data),
    }
}

fn within(row: &FairnessRow, low: f64, high: f64) -> Result<Sourced, Problem> {
    let value = row.value.cell().number()?;
    if !(low..=high).contains(&value) {
        return Err(row.value.cell().wrong(&format!("{low} to {high}")));
    }
    Ok(Sourced { value, basis: row.basis, source: row.source.clone(), year: row.year })
}

fn assets(files: &Files, known: &Known) -> Result<Vec<AssetYear>, Problem> {
    let mut years: Vec<AssetYear> = Vec::new();
    for Placed { place, row } in rows::<AssetRow>(files, known)? {
        let year = AssetYear {
            year: row.year,
            depreciation: row.depreciation.euros(),
            investment: row.investment.euros(),
            basis: row.basis,
            source: row.source,
        };
        if year.depreciation <= 0.0 || year.investment < 0.0 {
            return Err(place.problem("expected a depreciation above zero and an investment of zero or more"));
        }
        if let Some(before) = years.last().filter(|before| before.year.plus(1) != year.year) {
            return Err(place.problem(format!("year: expected {}, found {}", before.year.plus(1), year.year)));
        }
        years.push(year);
    }
    Ok(years)
}

fn floors(files: &Files, known: &Known) -> Result<Vec<Floor>, Problem> {
    let floor = |Placed { place, row }: Placed<FloorRow>| {
        let measure = match (row.indicator, row.critical, row.safe) {
            (None, None, None) => None,
            (Some(indicator), Some(critical), Some(safe)) if critical != safe => {
                Some(Measure { indicator, critical, safe })
            }
            _ => {
                let expected = "expected indicator, critical and safe, the last two different, or none of them";
                return Err(place.problem(expected));
            }
        };
        Ok(Floor { id: row.id, name: row.name, measure, reason: row.reason, basis: row.basis, source: row.source })
    };
    rows(files, known)?.into_iter().map(floor).collect()
}

fn uses(files: &Files, known: &Known) -> Result<Vec<FutureUse>, Problem> {
    let used = |Placed { row, .. }: Placed<FutureRow>| FutureUse {
        lever: row.lever,
        future: row.future.get(),
        education: row.education.get(),
        upkeep: row.upkeep.get(),
        reason: row.reason,
    };
    Ok(rows(files, known)?.into_iter().map(used).collect())
}
