//! The whole model on the command line: a pack and a scenario in, every number of the projection out as JSON.

use std::process::ExitCode;

use input::Words;
use moved::half_way_up;
use serde_json::json;
use zukunftshaushalt::model::simulate;

mod input;
mod moved;
mod told;

const HELP: &str = r#"Runs the model of Zukunftshaushalt and prints every number of the projection as JSON.

  cargo run --release --no-default-features --example simulate -- --pack FOLDER [--scenario FILE.json]

  --pack FOLDER         folder of a pack, such as packs/muenster-2026
  --scenario FILE.json  what is moved; without it the plan is left untouched
  --bench               prints {"ms_per_run": …, "fastest": …} for a scenario that moves everything half way up
  --help                prints this text

The scenario file is the one that the page saves and opens:

  { "format": "zukunftshaushalt-scenario",
    "version": 4,                               1 to 3 are files of an older model and are read as such
    "pack": "muenster-2026",                    id in the pack's pack.csv
    "name": "More cycle routes",                may be left out, as may "saved": "2026-11-22"
    "moves": [
      { "lever": "radwege",                     id in levers.csv: its usual measure, if it has one
        "purpose": "mobilitaet",                id in fields.csv or "overhead"; left out: all purposes of the lever
        "euros_per_year": 500000,               change against the plan, gross, negative for less
        "from": 2027, "to": 2050 },             first and last year; left out: all years that can still be decided
      { "measure": "kita_u3",                   id in chain/measures.csv, in place of lever and purpose
        "euros_per_year": 300000 }              not below zero, unless its lever's money buys it as usual
    ],
    "taxes": [
      { "tax": "trade_tax", "multiplier": 465 } id in taxes.csv, multiplier (Hebesatz) in percent
    ],
    "shocks": ["starkregen"] }                  ids in shocks.csv; may be left out

Keys that are not listed are refused. What lies beyond the bounds of the pack is limited; a warning says so.

The output, by the keys of the pack; series run over "years" unless they name their own:

  "measures"      of each, in its units, what the scenario changes: "bought" within the year, "working" in it, and
                  "building", paid and not working yet
  "indicators"    of each: "plan" and "scenario" in its unit; "count", the change in people, tonnes or what else it counts;
                  "in_unit", the same in its unit; "change", as it is shown, never past the end of the scale; and why, in
                  the last year, in "explanation": "rows" of "measure", "via" (null, or the indicator that handed it on),
                  "count" and "value" in the unit, which sum to the change; beside them "not_yet", what each measure has set
                  off and what has not arrived
  all other keys  euros of the pack's first year: reserves and budget law, result and debt, years of birth

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
        let scenario = half_way_up(&town);
        let (middle, fastest) = input::bench(2000, || simulate(&town, &scenario));
        return Ok(json!({ "ms_per_run": middle, "fastest": fastest }).to_string());
    }
    let told = told::told(&town, &simulate(&town, &words.scenario(&town)?));
    serde_json::to_string_pretty(&told).map_err(|error| error.to_string())
}
