//! From files to a town: each file by its own function; meaning is checked in `check`.

use super::departments::{departments, history};
use super::every::all;
use super::fairness::fairness;
use super::files::{Files, Problem};
use super::head::Head;
use super::indicators::indicators;
use super::levers::levers;
use super::money::{budget, fees, finance, investments, plan_years, reserves, taxes};
use super::row::{Known, rows};
use super::shocks::shocks;
use super::table::missing;
use super::tables::{
    AssumptionRow, BudgetRow, DepartmentRow, FeeRow, FieldRow, HeadKey, IndicatorRow, LeverRow, PopulationRow,
    ShockRow, SourceRow, TaxRow,
};
use super::{catalogue, check};
use crate::model::{Assumption, Chain, Field, FieldAt, List, Population, Source, SourceAt, Town, Year};

/// Reads and checks a pack; refused whole with every problem that was found.
///
/// ```
/// use zukunftshaushalt::pack::{load, muenster};
///
/// let town = load(&muenster()).expect("the pack in the repository is sound");
/// assert_eq!(town.id, "muenster-2026");
///
/// let levers = muenster().text("levers.csv").unwrap().replacen("id;", "key;", 1);
/// let problems = load(&muenster().with("levers.csv", &levers)).unwrap_err();
/// assert_eq!(problems[0].to_string(), "levers.csv, line 1: expected column `id`, found `key`");
/// ```
pub fn load(files: &Files) -> Result<Town, Vec<Problem>> {
    let missing = missing(files, all());
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut town = read(files).map_err(|problem| vec![problem])?;
    let problems = check::problems(files, &town);
    if !problems.is_empty() {
        return Err(problems);
    }
    town.chain = catalogue::read(&town, files)?;
    Ok(town)
}

fn read(files: &Files) -> Result<Town, Problem> {
    let known = Known::default()
        .with::<SourceRow>(files)?
        .with::<FieldRow>(files)?
        .with::<BudgetRow>(files)?
        .with::<LeverRow>(files)?
        .with::<TaxRow>(files)?
        .with::<FeeRow>(files)?
        .with::<IndicatorRow>(files)?
        .with::<ShockRow>(files)?
        .with::<DepartmentRow>(files)?;
    let known = &known;
    let head = Head::read(files, known)?;
    let budget = budget(files, known)?;
    let year = head.year(HeadKey::Year)?;
    let first_year = head.maybe_year(HeadKey::FirstYear)?.unwrap_or(year);
    let investments = investments(files, known, first_year)?;
    let mut taxes = taxes(files, known)?;
    taxes.extend(fees(files, known)?);
    Ok(Town {
        id: head.text(HeadKey::Id)?,
        name: head.bilingual(HeadKey::TownDe, HeadKey::TownEn)?,
        short_name: head.text(HeadKey::ShortName)?,
        ags: head.text(HeadKey::Ags)?,
        state: head.word(HeadKey::State)?,
        law: head.word(HeadKey::Law)?,
        year,
        horizon: head.year(HeadKey::Horizon)?,
        first_year,
        plan: head.bilingual(HeadKey::PlanDe, HeadKey::PlanEn)?,
        inhabitants: head.figure(HeadKey::Inhabitants)?,
        voluntary_grants: head.maybe_figure(HeadKey::VoluntaryGrants)?,
        real_interest: head.figure(HeadKey::RealInterest)?,
        trend_damping: head.figure(HeadKey::TrendDamping)?,
        usual_noise: head.maybe_figure(HeadKey::UsualNoise)?,
        price_index: head.maybe_figure(HeadKey::PriceIndex)?,
        origins: head.origins()?,
        sources: sources(files, known)?,
        fields: fields(files, known)?,
        assumptions: assumptions(files, known)?,
        levers: levers(files, known, &budget, &investments)?,
        indicators: indicators(files, known)?,
        shocks: shocks(files, known)?,
        reserves: reserves(files, known)?,
        plan_years: plan_years(files, known)?,
        departments: departments(files, known)?,
        history: history(files, known)?,
        finance: finance(files, known)?,
        population: population(files, known)?,
        chain: Chain::default(),
        fairness: fairness(files, known)?,
        taxes,
        budget,
        investments,
        version: files.sum(all().map(|table| table.file)),
    })
}

fn sources(files: &Files, known: &Known) -> Result<List<SourceAt, Source>, Problem> {
    let rows = rows::<SourceRow>(files, known)?.into_iter().map(|row| row.row);
    Ok(rows.map(|row| Source { id: row.id, text: row.text.noted(), url: row.url, seen: row.seen }).collect())
}

fn assumptions(files: &Files, known: &Known) -> Result<Vec<Assumption>, Problem> {
    let rows = rows::<AssumptionRow>(files, known)?.into_iter().map(|row| row.row);
    Ok(rows
        .map(|row| Assumption { id: row.id, text: row.text.noted(), basis: row.basis, source: row.source })
        .collect())
}

fn fields(files: &Files, known: &Known) -> Result<List<FieldAt, Field>, Problem> {
    let rows = rows::<FieldRow>(files, known)?.into_iter().map(|row| row.row);
    let field = |row: FieldRow| Field {
        id: row.id,
        number: row.number,
        name: row.name,
        description: row.description,
        sdg: row.sdg,
    };
    Ok(rows.map(field).collect())
}

/// Ages follow each other from zero on, as the years do in the header.
fn population(files: &Files, known: &Known) -> Result<Population, Problem> {
    let rows = rows::<PopulationRow>(files, known)?;
    let start = rows.first().map_or(Year(0), |row| row.years.start);
    let mut counts = vec![Vec::with_capacity(rows.len()); rows.first().map_or(0, |row| row.years.persons.len())];
    for (age, row) in rows.iter().enumerate() {
        if usize::from(row.age) != age {
            return Err(row.problem(format!("expected age {age}, found `{}`", row.age)));
        }
        for (year, persons) in counts.iter_mut().zip(&row.years.persons) {
            year.push(*persons);
        }
    }
    Ok(Population { start, counts })
}
