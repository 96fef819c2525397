//! The files about fairness between generations. A figure may be missing; what stands there must make sense.

use super::files::{Files, Problem};
use super::load::sourced;
use super::table::{Keys, Row, rows};
use super::tables;
use crate::model::fairness::{AssetYear, FairnessData, Floor, FutureUse, Measure};
use crate::model::{Sourced, Year};

/// Reads `fairness.csv`, `assets.csv`, `floors.csv` and `future.csv`.
pub fn fairness(files: &Files, levers: &Keys, indicators: &Keys, sources: &Keys) -> Result<FairnessData, Problem> {
    let mut data = FairnessData {
        assets: assets(files, sources)?,
        floors: floors(files, indicators, sources)?,
        uses: uses(files, levers)?,
        ..FairnessData::default()
    };
    for row in rows(files, &tables::FAIRNESS)? {
        row.find(sources, "source")?;
        let figure = |low: f64, high: f64| within(&row, low, high).map(Some);
        match row.text("key").as_str() {
            "replacement_factor" => data.replacement_factor = figure(1.0, 3.0)?,
            "building_inflation" => data.building_inflation = figure(-0.1, 0.1)?,
            "net_borrowing" => data.net_borrowing = figure(-1e12, 1e12)?,
            "co2_budget" => data.co2_budget = figure(0.0, 1e6)?,
            "damage_low" => data.damage_low = figure(0.0, 1e6)?,
            "damage_high" => data.damage_high = figure(0.0, 1e6)?,
            "co2_indicator" => data.co2 = Some(row.find(indicators, "value")?),
            other => return Err(row.problem(format!("expected a known key, found `{other}`"))),
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

fn within(row: &Row, low: f64, high: f64) -> Result<Sourced, Problem> {
    let figure = sourced(row)?;
    if (low..=high).contains(&figure.value) {
        Ok(figure)
    } else {
        Err(row.problem(format!("value: expected {low} to {high}, found {}", figure.value)))
    }
}

fn assets(files: &Files, sources: &Keys) -> Result<Vec<AssetYear>, Problem> {
    let mut years: Vec<AssetYear> = Vec::new();
    for row in rows(files, &tables::ASSETS)? {
        row.find(sources, "source")?;
        let year = AssetYear {
            year: Year(row.whole("year")?),
            depreciation: row.money("depreciation")?.euros(),
            investment: row.money("investment")?.euros(),
            basis: row.word("basis")?,
            source: row.text("source"),
        };
        if year.depreciation <= 0.0 || year.investment < 0.0 {
            return Err(row.problem("expected a depreciation above zero and an investment of zero or more"));
        }
        if let Some(before) = years.last().filter(|before| before.year.plus(1) != year.year) {
            return Err(row.problem(format!("year: expected {}, found {}", before.year.plus(1), year.year)));
        }
        years.push(year);
    }
    Ok(years)
}

fn floors(files: &Files, indicators: &Keys, sources: &Keys) -> Result<Vec<Floor>, Problem> {
    rows(files, &tables::FLOORS)?
        .iter()
        .map(|row| {
            row.find(sources, "source")?;
            let ends = (
                row.maybe("indicator", |row, column| row.find(indicators, column))?,
                row.maybe("critical", Row::number)?,
                row.maybe("safe", Row::number)?,
            );
            let measure = match ends {
                (None, None, None) => None,
                (Some(indicator), Some(critical), Some(safe)) if critical != safe => {
                    Some(Measure { indicator, critical, safe })
                }
                _ => {
                    let expected = "expected indicator, critical and safe, the last two different, or none of them";
                    return Err(row.problem(expected));
                }
            };
            Ok(Floor {
                id: row.needed("id")?,
                name: row.both("name")?,
                measure,
                reason: row.both("reason")?,
                basis: row.word("basis")?,
                source: row.text("source"),
            })
        })
        .collect()
}

fn uses(files: &Files, levers: &Keys) -> Result<Vec<FutureUse>, Problem> {
    rows(files, &tables::FUTURE)?
        .iter()
        .map(|row| {
            Ok(FutureUse {
                lever: row.find(levers, "lever")?,
                future: row.share("future")?.get(),
                education: row.share("education")?.get(),
                upkeep: row.share("upkeep")?.get(),
                reason: row.both("reason")?,
            })
        })
        .collect()
}
