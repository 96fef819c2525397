//! Every check of the project, stage by stage.

use std::fs;
use std::process::Command;
use std::str::FromStr;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Error, Result, anyhow, bail, ensure};

use crate::counts::{Counts, counted, told};
use crate::wasm::Profile;
use crate::{build, collector, npm, parity, process, verify, wasm};

/// One part of the checks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Formatting.
    Fmt,
    /// Lints, for this machine and for the browser.
    Clippy,
    /// The documentation builds without a warning.
    Doc,
    /// Tests in Rust, without the browser's parts.
    Rust,
    /// The page builds and keeps to its size.
    Web,
    /// The model in other people's engines.
    Verify,
    /// The collector for drafts that are sent to a town.
    Collector,
    /// Tests of the page in Chromium.
    Browser,
}

const STAGES: [(Stage, &str); 8] = [
    (Stage::Fmt, "fmt"),
    (Stage::Clippy, "clippy"),
    (Stage::Doc, "doc"),
    (Stage::Rust, "rust"),
    (Stage::Web, "web"),
    (Stage::Collector, "collector"),
    (Stage::Browser, "browser"),
    (Stage::Verify, "verify"),
];

impl FromStr for Stage {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        match STAGES.iter().find(|(_, known)| *known == name) {
            Some((stage, _)) => Ok(*stage),
            None => bail!("there is no stage \"{name}\"; there are fmt clippy doc rust web collector browser verify"),
        }
    }
}

/// What makes Clippy the compiler of our own crates, as its own command does it: what is linted for this machine is then
/// compiled once, for its lints and for its tests.
const LINTING: [(&str, &str); 2] =
    [("RUSTC_WORKSPACE_WRAPPER", "clippy-driver"), ("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings")];

/// Lints for this machine: in a run of all stages the tests are compiled under them.
const NATIVE_LINTS: [&str; 2] = [
    "clippy --locked --package xtask --all-targets -- -D warnings",
    "clippy --locked --all-targets --no-default-features -- -D warnings",
];

/// Lints for the browser.
const BROWSER_LINTS: [&str; 2] = [
    "clippy --locked --lib --target wasm32-unknown-unknown -- -D warnings",
    // Alone: beside the rest of the house, its features would hide what its own manifest leaves out.
    "clippy --locked --package import --lib --target wasm32-unknown-unknown -- -D warnings",
];

/// Runs all stages, or one, and says whether all passed.
///
/// A failed stage does not stop the others, so one run shows everything that is wrong. The closing line adds up the
/// counts of the test runners; a stage that failed without counting tests counts as one failure.
pub fn run(only: Option<Stage>) -> Result<bool> {
    let beside = if only.is_none() { Some(Beside::begin()) } else { None };
    let mut total = Counts::default();
    let mut failures = Vec::new();
    for (stage, name) in STAGES.into_iter().filter(|(stage, _)| only.is_none_or(|only| only == *stage)) {
        println!("\n=== {name}");
        let start = Instant::now();
        let mut counts = Counts::default();
        let outcome = run_stage(stage, beside.as_ref(), &mut counts);
        if let Err(error) = &outcome {
            eprintln!("error: {error:#}");
            counts.failed = counts.failed.max(1);
            failures.push(name);
        }
        println!("=== {name}: {} in {:.0} s", verdict(&outcome), start.elapsed().as_secs_f64());
        total += counts;
    }
    println!();
    if !failures.is_empty() {
        println!("failed: {}", failures.join(", "));
    }
    println!("{total}");
    Ok(total.failed == 0)
}

/// What runs beside the checks that keep a single core busy for long: this program itself, with one word after another.
struct Beside(Result<Receiver<Told>>);

/// What a program said, and whether it succeeded.
type Told = Result<(String, bool)>;

impl Beside {
    /// The page, what else the browser's tests need, the collector, and, beside these tests, the model in other people's engines.
    const WORDS: [&str; 4] = ["build", "parity", "collector", "verify"];

    fn begin() -> Self {
        let (sender, told) = mpsc::channel();
        let own = |word| process::run_unseen(process::command(std::env::current_exe()?).arg(word).envs(LINTING));
        // Both sides need these; at the same time they would be installed twice.
        let is_ready = npm::file("playwright-core/package.json").and_then(|_| wasm::ensure_target());
        Self(is_ready.map(|()| {
            // Nobody who waits is left only when the checks themselves have ended.
            thread::spawn(move || {
                // Whoever needs it later says what is missing.
                let _ = (npm::spreadsheet(), npm::servers());
                Self::WORDS.into_iter().try_for_each(|word| sender.send(own(word)))
            });
            told
        }))
    }

    /// Waits for the next word's end, shows what it said, and returns it.
    fn next(&self) -> Result<(String, bool)> {
        let told = self.0.as_ref().map_err(|error| anyhow!("{error:#}"))?;
        let (text, succeeded) = told.recv().context("what ran beside ended early")??;
        print!("{text}");
        Ok((text, succeeded))
    }

    /// Waits for both parts of the page.
    fn page(&self) -> Result<()> {
        let is_built = [self.next()?.1, self.next()?.1];
        ensure!(is_built == [true, true], "the page could not be built");
        Ok(())
    }

    /// Waits for the engines or the collector; the last line counts all tests of it.
    fn counts(&self, counts: &mut Counts) -> Result<()> {
        let (text, succeeded) = self.next()?;
        told(text.lines().last().unwrap_or_default(), succeeded, counts)
    }
}

fn verdict(outcome: &Result<()>) -> &'static str {
    if outcome.is_ok() { "passed" } else { "failed" }
}

fn run_stage(stage: Stage, beside: Option<&Beside>, counts: &mut Counts) -> Result<()> {
    // Rustup installs what `rust-toolchain.toml` asks for by itself, unless someone has told it not to.
    if matches!(stage, Stage::Clippy | Stage::Doc) {
        wasm::ensure_target()?;
    }
    match stage {
        Stage::Fmt => process::run(&mut process::cargo("fmt --all --check")),
        Stage::Clippy => {
            let native = if beside.is_none() { NATIVE_LINTS.as_slice() } else { &[] };
            native.iter().chain(&BROWSER_LINTS).try_for_each(|words| process::run(&mut process::cargo(words)))
        }
        Stage::Doc => {
            let words = "doc --locked --no-deps --document-private-items";
            let page = format!("{words} --lib --target wasm32-unknown-unknown");
            let xtask = format!("{words} --package xtask");
            process::run(process::cargo(&page).env("RUSTDOCFLAGS", "-D warnings"))?;
            process::run(process::cargo(&xtask).env("RUSTDOCFLAGS", "-D warnings"))
        }
        // One after the other: together they would share the features of their dependencies, and so have all of
        // them compiled once more.
        Stage::Rust => ["test --locked --package xtask", "test --locked --no-default-features"]
            .iter()
            .try_for_each(|words| counted(process::cargo(words).envs(linting(beside).iter().copied()), counts)),
        Stage::Web => beside.map_or_else(|| build::run(Profile::Release), Beside::page),
        Stage::Verify => match beside {
            Some(beside) => beside.counts(counts),
            None => verify::run(counts),
        },
        Stage::Collector => match beside {
            Some(beside) => beside.counts(counts),
            None => collector::run(counts),
        },
        Stage::Browser => {
            // Made before the first test begins, so that no test has to share the processor with a compiler; beside the
            // other stages it is there already.
            if beside.is_none() {
                parity::build()?;
            }
            counted(browser_tests()?.envs(linting(beside).iter().copied()), counts)
        }
    }
}

/// How own crates are compiled: under lints in a run of all stages, so that they are compiled alike everywhere in it.
fn linting(beside: Option<&Beside>) -> &'static [(&'static str, &'static str)] {
    if beside.is_some() { &LINTING } else { &[] }
}

fn browser_tests() -> Result<Command> {
    let mut files = Vec::new();
    for entry in fs::read_dir(crate::folders::root().join("tests/browser"))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    // Without a name Node would look for tests of its own accord.
    ensure!(!files.is_empty(), "tests/browser holds no test");
    let mut command = browser_script("--test")?;
    command.env("SOFFICE", npm::spreadsheet()?).envs(collector::programs()?);
    // Four at once: a page waits more than it computes. The time is for a whole file, the longest of which is the monkey.
    command.args(["--test-concurrency=4", "--test-reporter=spec", "--test-timeout=480000"]).args(files);
    Ok(command)
}

/// Node.js with one first word, and with everything that the scripts in `tests/browser/` expect.
pub fn browser_script(word: &str) -> Result<Command> {
    if !crate::folders::dist().join("index.html").exists() {
        bail!("dist/ holds no page; run `cargo xtask build`");
    }
    npm::file("playwright-core/package.json")?;
    let mut command = process::command("node");
    command.arg(word).env("CHROMIUM", npm::chromium()?).env("XTASK", std::env::current_exe()?);
    Ok(command)
}
