//! Every check of the project, stage by stage.

use std::fs;
use std::process::Command;
use std::str::FromStr;
use std::thread::{self, JoinHandle};
use std::time::Instant;

use anyhow::{Error, Result, bail, ensure};

use crate::counts::{Counts, counted};
use crate::wasm::Profile;
use crate::{build, npm, parity, process, verify, wasm};

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
    /// The model in other people's engines.
    Verify,
    /// The page builds and keeps to its size.
    Web,
    /// Tests of the page in Chromium.
    Browser,
}

const STAGES: [(Stage, &str); 7] = [
    (Stage::Fmt, "fmt"),
    (Stage::Clippy, "clippy"),
    (Stage::Doc, "doc"),
    (Stage::Rust, "rust"),
    (Stage::Verify, "verify"),
    (Stage::Web, "web"),
    (Stage::Browser, "browser"),
];

impl FromStr for Stage {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        match STAGES.iter().find(|(_, known)| *known == name) {
            Some((stage, _)) => Ok(*stage),
            None => bail!("there is no stage \"{name}\"; there are fmt clippy doc rust verify web browser"),
        }
    }
}

/// Runs all stages, or one, and says whether all passed.
///
/// A failed stage does not stop the others, so one run shows everything that is wrong. The closing line adds up the
/// counts of the test runners; a stage that failed without counting tests counts as one failure.
pub fn run(only: Option<Stage>) -> Result<bool> {
    let mut page = if only.is_none() { Some(Page::begin()) } else { None };
    let mut total = Counts::default();
    let mut failures = Vec::new();
    for (stage, name) in STAGES.into_iter().filter(|(stage, _)| only.is_none_or(|only| only == *stage)) {
        println!("\n=== {name}");
        let start = Instant::now();
        let mut counts = Counts::default();
        let outcome = run_stage(stage, &mut page, &mut counts);
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

/// What the browser's tests need, while it is built beside the other checks: much of that keeps a single core busy.
struct Page(Result<JoinHandle<Vec<Told>>>);

/// What a program said, and whether it succeeded.
type Told = Result<(String, bool)>;

impl Page {
    fn begin() -> Self {
        // Both sides need these; at the same time they would be installed twice.
        let is_ready = npm::file("playwright-core/package.json").and_then(|_| wasm::ensure_target());
        let build = |word: &str| process::run_unseen(process::command(std::env::current_exe()?).arg(word));
        Self(is_ready.map(|()| thread::spawn(move || ["build", "parity"].into_iter().map(build).collect())))
    }

    /// Waits for both and says what they said.
    fn end(self) -> Result<()> {
        let Ok(told) = self.0?.join() else { bail!("the build of the page ended early") };
        for outcome in told {
            let (text, succeeded) = outcome?;
            print!("{text}");
            ensure!(succeeded, "the page could not be built");
        }
        Ok(())
    }
}

fn verdict(outcome: &Result<()>) -> &'static str {
    if outcome.is_ok() { "passed" } else { "failed" }
}

fn run_stage(stage: Stage, page: &mut Option<Page>, counts: &mut Counts) -> Result<()> {
    // Rustup installs what `rust-toolchain.toml` asks for by itself, unless someone has told it not to.
    if matches!(stage, Stage::Clippy | Stage::Doc) {
        wasm::ensure_target()?;
    }
    match stage {
        Stage::Fmt => process::run(&mut process::cargo("fmt --all --check")),
        Stage::Clippy => {
            let all = [
                "clippy --locked --package xtask --all-targets -- -D warnings",
                "clippy --locked --all-targets --no-default-features -- -D warnings",
                "clippy --locked --lib --target wasm32-unknown-unknown -- -D warnings",
                // Alone: beside the rest of the house, its features would hide what its own manifest leaves out.
                "clippy --locked --package import --lib --target wasm32-unknown-unknown -- -D warnings",
            ];
            all.iter().try_for_each(|words| process::run(&mut process::cargo(words)))
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
            .try_for_each(|words| counted(&mut process::cargo(words), counts)),
        Stage::Verify => verify::run(counts),
        Stage::Web => match page.take() {
            Some(page) => page.end(),
            None => build::run(Profile::Release),
        },
        Stage::Browser => counted(&mut browser_tests()?, counts),
    }
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
    // Made before the first test begins, so that no test has to share the processor with a compiler.
    parity::build()?;
    let mut command = browser_script("--test")?;
    // Two at once: a page waits more than it computes. The time is for a whole file, the longest of which is the monkey.
    command.args(["--test-concurrency=2", "--test-reporter=spec", "--test-timeout=480000"]).args(files);
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
