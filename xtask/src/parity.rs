//! The model's numbers natively and the same program for the browser, so that a test can compare the two.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{process, wasm};

/// The example that is both.
const EXAMPLE: &str = "parity";

/// Folders whose JSON files are run.
const FILES: [&str; 3] = ["tests/cases", "tests/saves", "tests/browser/fixtures"];

/// Builds the module and writes the native numbers beside it; returns their folder.
pub fn build() -> Result<PathBuf> {
    let folder = wasm::build_example(EXAMPLE)?;
    let files = files()?;
    let words = format!("run --locked --quiet --no-default-features --example {EXAMPLE} --");
    let numbers = process::output(process::cargo(&words).args(files))?;
    fs::write(folder.join("native.json"), numbers)?;
    Ok(folder)
}

/// Every worked case and every scenario file of the tests, from the root of the repository.
fn files() -> Result<Vec<String>> {
    let mut files = Vec::new();
    for folder in FILES {
        for entry in fs::read_dir(crate::folders::root().join(folder))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if Path::new(&name).extension().is_some_and(|extension| extension == "json") {
                files.push(format!("{folder}/{name}"));
            }
        }
    }
    if files.is_empty() {
        bail!("there are no cases to compute");
    }
    files.sort();
    Ok(files)
}
