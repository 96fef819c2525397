//! How sure the model is, on the command line: the range of every indicator, the draws behind it, and what it costs.

use std::process::ExitCode;

use input::Words;
use serde_json::{Map, Value, json};
use zukunftshaushalt::model::ensemble::{MEMBERS, Uncertainty, ensemble};
use zukunftshaushalt::model::{IndicatorAt, Town};

mod input;

const HELP: &str = r#"Runs the ensemble of Zukunftshaushalt and prints the range of every indicator as JSON.

  cargo run --release --no-default-features --example ensemble -- --pack FOLDER [--scenario FILE.json]

  --pack FOLDER         folder of a pack, such as packs/muenster-2026
  --scenario FILE.json  what is moved; without it the plan is left untouched
  --draws               prints what differs between the members instead
  --bench               prints milliseconds by members, years and moved indicators
  --help                prints this text"#;

/// Runs of a measurement.
const RUNS: u32 = 20;

fn main() -> ExitCode {
    input::answer(run)
}

fn run(words: &[String]) -> Result<String, String> {
    let words = Words::read(words, &["--pack", "--scenario"], &["--draws", "--bench", "--help"])?;
    if words.has("--help") {
        return Ok(HELP.to_owned());
    }
    let town = words.town()?;
    if words.has("--bench") {
        return Ok(bench(&town).to_string());
    }
    let uncertainty = Uncertainty::new(&town, MEMBERS);
    let told = if words.has("--draws") {
        json!(uncertainty.draws())
    } else {
        let ranges = ensemble(&town, &uncertainty, &words.scenario(&town)?);
        let named = town.indicators.iter().zip(ranges).map(|(it, range)| (it.id.clone(), json!(range)));
        Value::Object(named.collect::<Map<String, Value>>())
    };
    serde_json::to_string(&told).map_err(|error| error.to_string())
}

/// Milliseconds per ensemble, by members, by years and by moved indicators, in a scenario that moves every goal.
fn bench(town: &Town) -> Value {
    let scenario = town.half_of_every_room();
    let timed = |town: &Town, members: usize| {
        let uncertainty = Uncertainty::new(town, members);
        input::bench(RUNS, || ensemble(town, &uncertainty, &scenario))
    };
    let members = [MEMBERS / 4, MEMBERS / 2, MEMBERS, 2 * MEMBERS, 4 * MEMBERS];
    let by_members: Vec<Value> = members.into_iter().map(|members| json!([members, timed(town, members)])).collect();
    let by_years = [6, 12, 24].map(|years| {
        let mut shorter = town.clone();
        shorter.horizon = town.year.plus(years);
        shorter.population.counts.truncate(years + 1);
        json!([years + 1, timed(&shorter, MEMBERS)])
    });
    let by_indicators = [4, 2, 1].map(|part| {
        let mut fewer = town.clone();
        let kept = IndicatorAt(town.indicators.len() / part);
        fewer.effects.retain(|it| it.indicator.is_none_or(|indicator| indicator < kept));
        fewer.spillovers.retain(|it| it.from < kept && it.to < kept);
        let moved =
            ensemble(&fewer, &Uncertainty::new(&fewer, 50), &scenario).iter().filter(|it| it.is_moved()).count();
        json!([moved, timed(&fewer, MEMBERS)])
    });
    json!({ "ms_per_run": timed(town, MEMBERS), "members": by_members, "years": by_years, "moved indicators": by_indicators })
}
