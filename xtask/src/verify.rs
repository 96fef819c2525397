//! Proof by others: the model as an XMILE file in engines of other people, and our statistics beside theirs.
//!
//! ```text
//! examples/simulate ── expected.json ──┐
//! examples/xmile ───── model.xmile ────┼── tests/verify/engine.py (PySD), engine.test.mjs (SDEverywhere)
//! tests/cases/chain-*.json ────────────┘
//! examples/statistics ──────────────────── tests/verify/reference.py (SciPy)
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::counts::{Counts, counted, told};
use crate::{npm, process, python};

/// The pack whose run is timed.
const PACK: &str = "packs/muenster-2026";

/// The packs that are proved; a scenario names the one it belongs to.
const PACKS: [&str; 2] = ["muenster-2026", "freiburg-2018"];

/// Runs every case in every engine; a failed engine does not stop the others.
pub fn run(counts: &mut Counts) -> Result<()> {
    npm::file("@sdeverywhere/compile/package.json")?;
    let cases = cases()?;
    let mut pysd = python::command()?;
    pysd.arg("tests/verify/engine.py").arg(&cases);
    let mut sdeverywhere = process::command("node");
    sdeverywhere.args(["--test", "--test-reporter=spec", "tests/verify/engine.test.mjs"]).env("CASES", &cases);
    // The engine in JavaScript runs beside those in Python: each keeps one core busy.
    let beside = thread::spawn(move || process::run_unseen(&mut sdeverywhere));
    let mut engines = vec![pysd];
    for pack in PACKS {
        let numbers = crate::folders::root().join(format!("target/verify/statistics-{pack}.json"));
        fs::write(&numbers, process::output(&mut example("statistics", &["--pack", &folder_of(pack)]))?)?;
        let mut scipy = python::command()?;
        scipy.arg("tests/verify/reference.py").arg(&numbers);
        engines.insert(0, scipy);
    }
    let mut outcomes: Vec<Result<()>> = engines.iter_mut().map(|engine| counted(engine, counts)).collect();
    outcomes.push(match beside.join() {
        Ok(said) => said.and_then(|(text, succeeded)| {
            print!("{text}");
            told(&text, succeeded, counts)
        }),
        Err(_) => Err(anyhow::anyhow!("the engine in JavaScript ended early")),
    });
    outcomes.into_iter().collect()
}

/// The programs that tell the time of one run of the same model in each engine, by name, ours first.
///
/// Ours prints `ms_per_run`, the others `p50` and `p95`, all of them in their last line.
pub fn benches() -> Result<[(&'static str, Command); 3]> {
    const SCENARIO: &str = "tests/verify/scenarios/mixed.json";
    let words = ["--pack", PACK, "--scenario", SCENARIO];
    let case = crate::folders::root().join("target/verify/bench");
    write(&case, &words, &projected(&words)?)?;
    npm::file("@sdeverywhere/compile/package.json")?;
    let mut own = process::cargo("run --locked --release --quiet --no-default-features --example xmile --");
    own.args(words).arg("--bench");
    let mut sdeverywhere = process::command("node");
    sdeverywhere.arg("tests/verify/bench.mjs").arg(&case);
    let mut pysd = python::command()?;
    pysd.args(["tests/verify/engine.py", "--bench"]).arg(&case);
    Ok([("native", own), ("SDEverywhere, JavaScript", sdeverywhere), ("PySD, Python", pysd)])
}

/// Writes all cases, the plan and every scenario and worked case that lies in the repository; returns their folder.
fn cases() -> Result<PathBuf> {
    let folder = crate::folders::root().join("target/verify/cases");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    for pack in PACKS {
        let words = ["--pack", &folder_of(pack)];
        write(&folder.join(format!("untouched-{pack}")), &words, &projected(&words)?)?;
    }
    for (name, file) in json_files("tests/verify/scenarios", "")? {
        let told: Value = serde_json::from_str(&fs::read_to_string(crate::folders::root().join(&file))?)?;
        let pack = told["pack"].as_str().with_context(|| format!("{file} names no pack"))?;
        anyhow::ensure!(PACKS.contains(&pack), "{file} belongs to the unknown pack {pack}");
        let words = ["--pack", &folder_of(pack), "--scenario", &file];
        write(&folder.join(name), &words, &projected(&words)?)?;
    }
    for (name, file) in json_files("tests/cases", "chain-")? {
        let case: Value = serde_json::from_str(&fs::read_to_string(crate::folders::root().join(&file))?)?;
        if case["kind"] == "chain" {
            write(&folder.join(name), &["--case", &file], &worked(&case["expected"])?)?;
        }
    }
    Ok(folder)
}

fn folder_of(pack: &str) -> String {
    format!("packs/{pack}")
}

/// Name and path of the files of a folder that begin like that, in order.
fn json_files(folder: &str, beginning: &str) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(crate::folders::root().join(folder))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix(".json").filter(|_| name.starts_with(beginning)) {
            files.push((stem.to_owned(), format!("{folder}/{name}")));
        }
    }
    files.sort();
    anyhow::ensure!(!files.is_empty(), "{folder} holds no case");
    Ok(files)
}

fn write(folder: &Path, words: &[&str], expected: &Value) -> Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("model.xmile"), process::output(&mut example("xmile", words))?)?;
    fs::write(folder.join("expected.json"), expected.to_string())?;
    Ok(())
}

/// A series of a measure or an indicator: what the XMILE file, a worked case and our own program call it.
type Name = [&'static str; 3];

const OF_MEASURES: [Name; 3] = [["bought", "q", "bought"], ["working", "S", "working"], ["building", "B", "building"]];

const OF_INDICATORS: [Name; 5] = [
    ["count", "D", "count"],
    ["in unit", "delta", "in_unit"],
    ["shown", "d", "change"],
    ["indicator baseline", "x0", "plan"],
    ["indicator scenario", "x", "scenario"],
];

/// What our own program says about a scenario.
fn projected(words: &[&str]) -> Result<Value> {
    let told: Value = serde_json::from_str(&process::output(&mut example("simulate", words))?)?;
    Ok(Value::Object(series(&told, |[_, _, ours]| ours)?))
}

/// What a worked case expects, money included.
fn worked(expected: &Value) -> Result<Value> {
    let mut all = series(expected, |[_, case, _]| case)?;
    let money = expected["money"].as_object().context("no money is expected")?;
    all.insert("money".to_owned(), money.iter().map(|(name, it)| (name.replace('_', " "), it.clone())).collect());
    Ok(Value::Object(all))
}

/// All series of measures and indicators by their keys, under the names that they have in the XMILE file.
fn series(told: &Value, name: fn(Name) -> &'static str) -> Result<Map<String, Value>> {
    let mut all = Map::new();
    for (of, names) in [("measures", &OF_MEASURES[..]), ("indicators", &OF_INDICATORS[..])] {
        for (key, it) in told[of].as_object().with_context(|| format!("no {of} were told"))? {
            let named = names.iter().map(|names| (names[0].to_owned(), it[name(*names)].clone()));
            let named: Map<String, Value> = named.collect();
            anyhow::ensure!(named.values().all(Value::is_array), "a series of {key} was not told");
            anyhow::ensure!(all.insert(key.clone(), Value::Object(named)).is_none(), "{key} is told twice");
        }
    }
    Ok(all)
}

fn example(name: &str, words: &[&str]) -> Command {
    let mut command = process::cargo("run --locked --quiet --no-default-features --example");
    command.arg(name).arg("--").args(words);
    command
}
