//! How sure the model is, on the command line: the range of every indicator, the numbers behind it, and what it costs.

use std::process::ExitCode;

use input::Words;
use litemap::LiteMap;
use moved::half_way_up;
use serde_json::{Map, Value, json};
use zukunftshaushalt::model::chain::{Draw, Members};
use zukunftshaushalt::model::ensemble::{MEMBERS, Uncertainty, ensemble};
use zukunftshaushalt::model::{Scenario, Town, euros};

mod input;
mod moved;

const HELP: &str = r#"Runs the ensemble of Zukunftshaushalt and prints the range of every indicator as JSON.

  cargo run --release --no-default-features --example ensemble -- --pack FOLDER [--scenario FILE.json]

  --pack FOLDER         folder of a pack, such as packs/muenster-2026
  --scenario FILE.json  what is moved; without it the plan is left untouched
  --draws               prints the numbers of all members instead: cost and life of each measure, effects, links
  --bench               prints milliseconds, first and later runs, by members, years and measures
  --help                prints this text"#;

/// Runs of a measurement.
const RUNS: usize = 20;

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
        drawn(&town, uncertainty.members())
    } else {
        let ranges = ensemble(&town, &uncertainty, &words.scenario(&town)?);
        let named = town.indicators.iter().zip(ranges).map(|(it, range)| (it.id.clone(), json!(range)));
        Value::Object(named.collect::<Map<String, Value>>())
    };
    serde_json::to_string(&told).map_err(|error| error.to_string())
}

/// What each member takes to be true, by the keys of the pack.
fn drawn(town: &Town, members: &Members) -> Value {
    let measures = town.chain.measures.pairs().map(|(at, it)| {
        let told = json!({ "unit_cost": members.drawn(Draw::Cost(at)), "life": members.drawn(Draw::Life(at)) });
        (it.id.clone(), told)
    });
    let effects = town.chain.numbered().enumerate().map(|(at, it)| {
        let told = json!({ "per_unit": members.drawn(Draw::Effect(at)), "delay": members.drawn(Draw::Delay(at)) });
        (it.id.clone(), told)
    });
    let id = |at| town.indicators.get(at).map(|it| &it.id);
    let links =
        town.chain.links.iter().enumerate().map(
            |(at, it)| json!({ "from": id(it.from), "to": id(it.to), "per_count": members.drawn(Draw::Link(at)) }),
        );
    json!({
        "measures": measures.collect::<Map<String, Value>>(),
        "effects": effects.collect::<Map<String, Value>>(),
        "links": links.collect::<Vec<Value>>(),
    })
}

/// Milliseconds per ensemble in a scenario that moves everything half way up.
///
/// The first run of a town draws its members, told as the run in the middle and the fastest; later ones by members, by years
/// and by moved measures.
fn bench(town: &Town) -> Value {
    let scenario = half_way_up(town);
    let run = |town: &Town, members: usize, scenario: &Scenario| {
        let uncertainty = Uncertainty::new(town, members);
        input::bench(RUNS, || ensemble(town, &uncertainty, scenario))
    };
    let timed = |town: &Town, members: usize, scenario: &Scenario| run(town, members, scenario).0;
    let first = |scenario: &Scenario| input::bench(RUNS, || ensemble(town, &Uncertainty::new(town, MEMBERS), scenario));
    let members = [MEMBERS / 4, MEMBERS / 2, MEMBERS, 2 * MEMBERS, 4 * MEMBERS];
    let by_members: Vec<Value> =
        members.into_iter().map(|members| json!([members, timed(town, members, &scenario)])).collect();
    let by_years = [6, 12, 24].map(|years| {
        let mut shorter = town.clone();
        shorter.horizon = town.year.plus(years);
        shorter.population.counts.truncate(years + 1);
        json!([years + 1, timed(&shorter, MEMBERS, &scenario)])
    });
    let by_measures = [4, 2, 1].map(|part| {
        let mut fewer = scenario.clone();
        fewer.moves = every(part, &scenario.moves);
        fewer.measures = every(part, &scenario.measures);
        let moved = euros(town, &fewer);
        let moved = moved.iter().filter(|it| it.iter().any(|it| *it != 0.0)).count();
        json!([moved, timed(town, MEMBERS, &fewer)])
    });
    let (middle, fastest) = run(town, MEMBERS, &scenario);
    let (first, untouched) = (first(&scenario), first(&Scenario::default()));
    json!({
        "ms_per_run": middle,
        "fastest": fastest,
        "first": first,
        "first untouched": untouched,
        "members": by_members,
        "years": by_years,
        "moved measures": by_measures,
    })
}

/// One entry in so many.
fn every<K: Clone + Ord, V: Clone>(part: usize, all: &LiteMap<K, V>) -> LiteMap<K, V> {
    all.iter().step_by(part).map(|(key, it)| (key.clone(), it.clone())).collect()
}
