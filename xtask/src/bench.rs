//! How long the model takes, natively and in the browser, how long a slider takes to show, and what the page weighs.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::test::browser_script;
use crate::wasm::Profile;
use crate::{build, parity, process, sizes, verify};

const PACK: &str = "packs/muenster-2026";

/// Builds and measures everything in one run, so that the ratios compare like with like.
///
/// Every program that measures ends with one line of JSON. The native example's holds `ms_per_run`, the browser script's
/// what [`row`] names below. Other people's engines run the equations of the chain only, from money to things to indicators,
/// and are held against the same part of our own.
pub fn run() -> Result<()> {
    build::run(Profile::Release)?;
    let example = format!("run --locked --release --quiet --no-default-features --example simulate -- --pack {PACK}");
    let native = last_json(process::cargo(&example).arg("--bench"))?;
    let folder = parity::build()?;
    let page = last_json(browser_script("tests/browser/bench.mjs")?.arg(folder))?;
    let example = format!("run --locked --release --quiet --no-default-features --example ensemble -- --pack {PACK}");
    let ranges = last_json(process::cargo(&example).arg("--bench"))?;
    let example = "run --locked --release --quiet --no-default-features --example import -- --bench";
    let import = last_json(&mut process::cargo(example))?;
    let engines = verify::benches()?.into_iter().map(|(name, mut command)| Ok((name, last_json(&mut command)?)));
    let engines = engines.collect::<Result<Vec<(&str, Value)>>>()?;
    let native_time = number(&native, "ms_per_run");

    println!("\n{:<52} {:>10} {:>10} {:>12}", "milliseconds", "p50", "p95", "to native");
    row("simulate, native", native_time, None, Some(1.0));
    for (text, key) in [("simulate, browser", "simulate_1x"), ("simulate, browser, processor at 1/4", "simulate_4x")] {
        let time = number(&page, key);
        row(text, time, None, time.zip(native_time).map(|(time, native)| time / native));
    }
    for (text, key) in [("slider to picture", "slider_1x"), ("slider to picture, processor at 1/4", "slider_4x")] {
        let first = &page[key]["first"];
        row(&format!("{text}, first moves"), number(first, "p50"), number(first, "p95"), None);
        row(text, number(&page[key], "p50"), number(&page[key], "p95"), None);
    }
    for (text, key) in [("slider to all ranges", "ranges_1x"), ("slider to all ranges, processor at 1/4", "ranges_4x")]
    {
        row(text, number(&page[key], "p50"), number(&page[key], "p95"), None);
    }
    for (text, key) in [
        ("first screen readable", "readable"),
        ("door opens", "usable"),
        ("first + of the short path answered", "answered"),
    ] {
        let times = &page["phone"][key];
        row(&format!("slow line and processor at 1/4: {text}"), number(times, "p50"), number(times, "p95"), None);
    }
    let ensemble = number(&ranges, "ms_per_run");
    let first = ranges["first"][0].as_f64();
    row("ensemble of 1000, native, first run", first, None, Some(1.0));
    row("ensemble of 1000, native", ensemble, None, Some(1.0));
    for (text, at, native) in
        [("ensemble of 1000, browser, first run", 0, first), ("ensemble of 1000, browser", 1, ensemble)]
    {
        let time = page["ensemble"][at].as_f64();
        row(text, time, None, time.zip(native).map(|(time, native)| time / native));
    }
    row("importing 100 000 rows, native", number(&import, "ms_per_run"), None, None);
    let equations = engines.first().and_then(|(_, told)| number(told, "ms_per_run"));
    for (name, told) in &engines {
        let time = number(told, "ms_per_run").or(number(told, "p50"));
        let ratio = time.zip(equations).map(|(time, native)| time / native);
        row(&format!("equations only, {name}"), time, number(told, "p95"), ratio);
    }
    let [wasm, nodes] = [0, 1].map(|at| page["memory"][at].as_f64().unwrap_or(f64::NAN));
    println!(
        "\nafter 2,000 moves and 50 openings of every dialog: memory {wasm:.2} ×, nodes {nodes:.2} × of those warmed up"
    );
    println!("\nensemble, native, milliseconds");
    ["members", "years", "moved measures"].into_iter().for_each(|by| growth(&ranges, by));
    print!("\n{}", sizes::table(&sizes::compress(&crate::folders::dist())?));
    Ok(())
}

/// Takes the pictures that `tests/browser/screenshots.mjs` describes.
pub fn screenshots() -> Result<()> {
    build::run(Profile::Release)?;
    process::run(&mut browser_script("tests/browser/screenshots.mjs")?)
}

/// Walks through every view in every language, width and theme, as `tests/browser/access.mjs` describes it.
pub fn access() -> Result<()> {
    build::run(Profile::Release)?;
    process::run(browser_script("--test")?.args(["--test-reporter=spec", "tests/browser/access.mjs"]))
}

/// Lets the monkey of `tests/browser/monkey/` play with the page that a visitor gets.
pub fn monkey(words: &[String]) -> Result<()> {
    build::run(Profile::Release)?;
    process::run(browser_script("tests/browser/monkey/run.mjs")?.args(words))
}

/// How the time grows with one size, and by which power of it: the slope on double logarithmic paper.
fn growth(ranges: &Value, by: &str) {
    let pairs = ranges[by].as_array().into_iter().flatten();
    let points: Vec<(f64, f64)> = pairs.filter_map(|it| Some((it[0].as_f64()?, it[1].as_f64()?))).collect();
    let told: Vec<String> = points.iter().map(|(size, time)| format!("{size:.0}: {time:.2}")).collect();
    let logs: Vec<(f64, f64)> = points.iter().map(|(size, time)| (size.ln(), time.ln())).collect();
    let mean = |of: fn(&(f64, f64)) -> f64| logs.iter().map(of).sum::<f64>() / logs.len() as f64;
    let (x, y) = (mean(|it| it.0), mean(|it| it.1));
    let covariance: f64 = logs.iter().map(|it| (it.0 - x) * (it.1 - y)).sum();
    let slope = covariance / logs.iter().map(|it| (it.0 - x).powi(2)).sum::<f64>();
    println!("{by:<20} {:<60} power {slope:.2}", told.join("   "));
}

/// One row of the table; a dash stands where nothing was measured.
fn row(text: &str, p50: Option<f64>, p95: Option<f64>, ratio: Option<f64>) {
    let show = |value: Option<f64>, unit: &str| {
        let digits = |value: f64| if value < 0.1 { 3 } else { 2 };
        value.map_or("–".to_owned(), |value| format!("{value:.*}{unit}", digits(value)))
    };
    println!("{text:<52} {:>10} {:>10} {:>12}", show(p50, ""), show(p95, ""), show(ratio, "×"));
}

fn number(value: &Value, key: &str) -> Option<f64> {
    value[key].as_f64()
}

fn last_json(command: &mut std::process::Command) -> Result<Value> {
    let (text, succeeded) = process::run_and_read(command)?;
    anyhow::ensure!(succeeded, "the measurement failed");
    let line = text.lines().last().context("the measurement printed nothing")?;
    serde_json::from_str(line).with_context(|| format!("the measurement did not end with JSON but with: {line}"))
}
