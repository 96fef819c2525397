//! The equations of a pack and a scenario as an XMILE file, for other programs of system dynamics.

use std::fs;
use std::process::ExitCode;

use input::Words;
use serde_json::{Value, json};
use zukunftshaushalt::model::chain::Equations;
use zukunftshaushalt::model::xmile::{Label, Labels, export, write};
use zukunftshaushalt::model::{Year, euros};

mod input;
#[path = "../tests/worked/mod.rs"]
#[allow(dead_code, reason = "what the equations give is for tests/cases.rs")]
mod worked;

const HELP: &str = "Prints the equations of Zukunftshaushalt as an XMILE 1.0 file.

  cargo run --release --no-default-features --example xmile -- --pack FOLDER [--scenario FILE.json]

  --pack FOLDER         folder of a pack, such as packs/muenster-2026
  --scenario FILE.json  what is moved, as for the example simulate; without it the plan is left untouched
  --bench               instead of the file: {\"ms_per_run\": …, \"fastest\": …} for its equations in our own program
  --case FILE.json      instead of both: a worked case of the kind \"chain\" from tests/cases/
  --help                prints this text

The constant `scenario on` switches between plan and scenario, and `on KEY` each measure. The file has the variables
`bought KEY`, `working KEY` and `building KEY` of every measure, and `count KEY`, `in unit KEY` and `shown KEY` of every
indicator, beside `indicator baseline KEY` and `indicator scenario KEY` in its unit; in names every `_` of a key is a space.
The sums that end in `money` are what all measures cost, each reimbursed as its lever is on the whole; taxes, and money that
buys nothing that is counted, are no part of them. A step is a year; take Euler's method and no shorter step.";

fn main() -> ExitCode {
    input::answer(run)
}

fn run(words: &[String]) -> Result<String, String> {
    let words = Words::read(words, &["--pack", "--scenario", "--case"], &["--bench", "--help"])?;
    if words.has("--help") {
        return Ok(HELP.to_owned());
    }
    if let Some(file) = words.value("--case") {
        return of_case(file);
    }
    let town = words.town()?;
    let scenario = words.scenario(&town)?;
    if words.has("--bench") {
        let (equations, euros) = (Equations::of(&town), euros(&town, &scenario));
        let (middle, fastest) = input::bench(2000, || equations.run(&euros));
        return Ok(json!({ "ms_per_run": middle, "fastest": fastest }).to_string());
    }
    Ok(export(&town, &scenario))
}

fn of_case(file: &str) -> Result<String, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let case: Value = serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let labels = |items: &Value| -> Vec<Label> {
        worked::list(items).iter().map(|it| Label { key: word(&it["id"]), text: word(&it["id"]) }).collect()
    };
    let start = case["start_year"].as_u64().and_then(|year| u16::try_from(year).ok());
    let (title, start) = (word(&case["name"]), Year(start.ok_or_else(|| format!("{file}: expected a start_year"))?));
    let equations = worked::chain::equations(&case);
    let euros = worked::chain::euros(&case, &equations);
    let interest = case["real_interest"].as_f64().ok_or_else(|| format!("{file}: expected a real_interest"))?;
    let (measures, indicators) = (labels(&case["measures"]).into(), labels(&case["indicators"]).into());
    Ok(write(&equations, &euros, interest, &Labels { title, start, measures, indicators }))
}
