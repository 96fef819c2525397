//! The collector for drafts that citizens send to their town, as `xtask/package/collector/` documents it: Kinto on PostgreSQL behind
//! nginx, started, loaded, killed and counted.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::counts::{Counts, counted};
use crate::{npm, process, python};

/// Runs the test of the collector.
pub fn run(counts: &mut Counts) -> Result<()> {
    let mut test = process::command("node");
    test.args(["--test", "--test-reporter=spec", "--test-timeout=480000", "tests/collector/collector.test.mjs"]);
    counted(test.envs(programs()?), counts)
}

/// What a collector is made of, by the variables in which the test finds it.
pub fn programs() -> Result<Vec<(&'static str, PathBuf)>> {
    let kinto = python::environment("collector", "xtask/package/collector/requirements.txt")?;
    let mut programs = vec![("PROGRAMS", kinto.join("bin")), ("POSTGRES", postgres()?)];
    programs.extend(npm::servers()?);
    Ok(programs)
}

/// The folder with PostgreSQL's programs: the one in the variable POSTGRES, or Debian's newest, installed where we may. With it
/// comes what the documented commands use.
fn postgres() -> Result<PathBuf> {
    let found = || {
        let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
        versions.map(|it| it.path().join("bin")).filter(|it| it.join("postgres").is_file()).max()
    };
    let named = std::env::var_os("POSTGRES").map(PathBuf::from);
    let mut missing: Vec<&str> = ["curl", "jq"].into_iter().filter(|it| process::find(&[it]).is_none()).collect();
    missing.extend(process::find(&["pgrep"]).is_none().then_some("procps"));
    missing.extend((named.is_none() && found().is_none()).then_some("postgresql"));
    if !missing.is_empty() {
        process::apt_install(&missing)?;
    }
    named.or_else(found).context("the test of the collector needs PostgreSQL, curl, jq and pgrep: install them")
}
