//! Python with pinned packages: the engines that check us, and the collector that we document.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// Python with the packages of `tests/verify/requirements.txt`.
pub fn command() -> Result<Command> {
    Ok(process::command(environment("verify", "tests/verify/requirements.txt")?.join("bin/python")))
}

/// An environment of its own below `target/`, with the packages of a file, which are installed when that file has changed.
pub fn environment(name: &str, wanted: &str) -> Result<PathBuf> {
    let environment = crate::folders::root().join(format!("target/{name}/venv"));
    let wanted = crate::folders::root().join(wanted);
    let installed = environment.join("installed.txt");
    let read = |file: &PathBuf| fs::read_to_string(file).ok();
    if read(&installed).is_none() || read(&installed) != read(&wanted) {
        process::run(process::command(with_venv()?).args(["-m", "venv", "--clear"]).arg(&environment))?;
        let words = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
        process::run(process::command(environment.join("bin/python")).args(words).arg(&wanted))
            .context("Python packages could not be installed; they need Python 3.11 or newer")?;
        // Written last, so that a half-made environment is made anew.
        fs::copy(&wanted, &installed)?;
    }
    Ok(environment)
}

/// A Python that can make environments: Debian keeps that apart from Python itself.
fn with_venv() -> Result<PathBuf> {
    let found = || {
        let python = process::find(&["python3"])?;
        process::output(process::command(&python).args(["-c", "import ensurepip, venv"])).ok().map(|_| python)
    };
    if let Some(python) = found() {
        return Ok(python);
    }
    process::apt_install(&["python3-venv"])?;
    match found() {
        Some(python) => Ok(python),
        None => bail!("Python 3.11 or newer with its module venv is needed: install python3 and python3-venv"),
    }
}
