//! The whole model on the command line: a pack and a scenario in, every number of the projection out as JSON.

use std::collections::BTreeMap;
use std::process::ExitCode;

use input::Words;
use serde_json::{Map, Value, json};
use zukunftshaushalt::model::effects::Path as IndicatorPath;
use zukunftshaushalt::model::explain::{Cause, Explanation};
use zukunftshaushalt::model::fiscal::Reserves;
use zukunftshaushalt::model::{FiscalYear, Projection, Town, Year, simulate};

mod input;

const HELP: &str = r#"Runs the model of Zukunftshaushalt and prints every number of the projection as JSON.

  cargo run --release --no-default-features --example simulate -- --pack FOLDER [--scenario FILE.json]

  --pack FOLDER         folder of a pack, such as packs/muenster-2026
  --scenario FILE.json  what is moved; without it the plan is left untouched
  --bench               prints {"ms_per_run": …, "runs": …} for a scenario that moves every goal
  --help                prints this text

The scenario file is the one that the page saves and opens:

  { "format": "zukunftshaushalt-scenario",
    "version": 1,
    "pack": "muenster-2026",                    id in the pack's pack.csv
    "name": "More cycle routes",                may be left out, as may "saved": "2026-11-22"
    "moves": [
      { "lever": "radwege",                     id in levers.csv
        "purpose": "mobilitaet",                id in fields.csv or "overhead"; left out: all purposes of the lever
        "euros_per_year": 500000,               change against the plan, gross, negative for less
        "from": 2026, "to": 2050 }              first and last year; left out: all years of the model
    ],
    "taxes": [
      { "tax": "trade_tax", "multiplier": 465 } id in taxes.csv, multiplier (Hebesatz) in percent
    ],
    "shocks": ["starkregen"] }                  ids in shocks.csv; may be left out

Keys that are not listed are refused. What lies beyond the bounds of the pack is limited; a warning says so.

All money in the output is euros of the pack's first year; series run over "years" unless they name their own.
Problems of a pack or file go to the standard error, with exit code 1."#;

fn main() -> ExitCode {
    input::answer(run)
}

fn run(words: &[String]) -> Result<String, String> {
    let words = Words::read(words, &["--pack", "--scenario"], &["--bench", "--help"])?;
    if words.has("--help") {
        return Ok(HELP.to_owned());
    }
    let town = words.town()?;
    if words.has("--bench") {
        let scenario = town.half_of_every_room();
        return Ok(json!({ "ms_per_run": input::bench(2000, || simulate(&town, &scenario)) }).to_string());
    }
    let told = told(&town, &simulate(&town, &words.scenario(&town)?));
    serde_json::to_string_pretty(&told).map_err(|error| error.to_string())
}

/// A number without the sign of a zero, which an empty sum may carry.
fn number(value: f64) -> Value {
    json!(value + 0.0)
}

fn series(values: &[f64]) -> Value {
    values.iter().map(|value| number(*value)).collect()
}

/// The projection as a reader finds it: keys of the pack, euros, years.
fn told(town: &Town, it: &Projection) -> Value {
    let indicators: Map<String, Value> = town
        .indicators
        .iter()
        .zip(it.indicators.iter().zip(&it.explanations))
        .map(|(indicator, (path, explanation))| (indicator.id.clone(), indicator_told(town, path, explanation)))
        .collect();
    json!({
        "pack": town.id,
        "years": it.years.iter().map(|year| year.0).collect::<Vec<u16>>(),
        "balance_euros_per_year": it.balance.euros(),
        "moved": {
            "total_euros_per_year": it.moved.total.euros(),
            "without_measured_effect_euros_per_year": it.moved.unmeasured.euros(),
        },
        "indicators": indicators,
        "fiscal": it.fiscal.iter().map(fiscal_told).collect::<Vec<Value>>(),
        "difference_euros": {
            "result": series(&it.difference.result),
            "depreciation": series(&it.difference.depreciation),
            "interest": series(&it.difference.interest),
            "debt_at_year_end": series(&it.difference.debt),
        },
        "generations": generations_told(it),
        "inheritance_euros_per_child": {
            "today": it.inheritance.today.map(number),
            "change_at_horizon": it.inheritance.change.map(number),
        },
    })
}

fn indicator_told(town: &Town, path: &IndicatorPath, explanation: &Explanation) -> Value {
    let cause = |cause: Cause| match cause {
        Cause::Lever(lever) => json!({ "lever": town.levers.get(lever).map(|it| &it.id) }),
        Cause::Indicator(indicator) => json!({ "indicator": town.indicators.get(indicator).map(|it| &it.id) }),
        Cause::Pending => json!("not_yet_arrived"),
    };
    let rows: Vec<Value> = explanation
        .rows
        .iter()
        .map(|row| json!({ "cause": cause(row.cause), "logit": number(row.logit), "value": number(row.value) }))
        .collect();
    json!({
        "baseline": series(&path.baseline),
        "scenario": series(&path.scenario),
        "deviation_logit": series(&path.deviation),
        "explanation": {
            "year": town.horizon.0,
            "logit": number(explanation.logit),
            "change": number(explanation.change),
            "rows": rows,
        },
    })
}

fn fiscal_told(it: &FiscalYear) -> Value {
    let Year(year) = it.year;
    let side = |reserves: &Reserves, triggers: Value| {
        json!({
            "result_euros": number(reserves.result),
            "equalisation_reserve_euros": number(reserves.equalisation),
            "general_reserve_euros": number(reserves.general),
            "general_reserve_used_share": number(reserves.used_share()),
            "consolidation_triggers": triggers,
        })
    };
    json!({
        "year": year,
        "plan": side(&it.plan, json!(it.plan_triggers)),
        "scenario": side(&it.scenario, json!(it.scenario_triggers)),
    })
}

fn generations_told(it: &Projection) -> Value {
    let born: BTreeMap<String, Value> =
        it.ledger.per_head.iter().map(|(born, benefit)| (born.to_string(), number(*benefit))).collect();
    let groups: Vec<Value> = it
        .groups
        .iter()
        .map(|group| json!({ "born_from": group.from, "born_to": group.to, "euros_per_head": number(group.per_head) }))
        .collect();
    json!({
        "euros_per_head_by_birth_year": born,
        "groups": groups,
        "total_euros": number(it.ledger.total),
        "assets_left_euros": number(it.ledger.assets_left),
        "debt_left_euros": number(it.ledger.debt_left),
        "interest_paid_euros": number(it.ledger.interest_paid),
        "closing_euros": number(it.ledger.closing()),
    })
}
