//! Packs: a town's folder checked, and the JSON Schema of all of them, both by the program that reads them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// Prints what is missing or wrong in a folder, or what it holds.
pub fn check(folder: &str) -> Result<()> {
    process::run(example().args(["--pack", folder]))
}

/// A town as the page reads it.
pub struct Packed {
    /// The town.
    pub town: Vec<u8>,
    /// Its texts in English.
    pub english: Vec<u8>,
    /// What is read behind a click.
    pub notes: Vec<u8>,
    /// The printed rows of its plan, for a motion; none if its pack has none.
    pub rows: Option<Vec<u8>>,
}

/// A town's folder checked and as the page reads it.
///
/// The program is made of the same sources as the page, so both speak of the same town.
pub fn packed(folder: &Path) -> Result<Packed> {
    let file = crate::folders::root().join("target/packed.bin");
    process::output(example().arg("--pack").arg(folder).arg("--packed").arg(&file))?;
    let [town, english, notes] = ["bin", "bin.en", "bin.notes"].map(|it| fs::read(file.with_extension(it)));
    let rows = file.with_extension("bin.rows");
    let rows = if rows.exists() { Some(fs::read(rows)?) } else { None };
    Ok(Packed { town: town?, english: english?, notes: notes?, rows })
}

/// What the page says of a town first, by the names of the gaps in `index.html`.
pub fn opening(folder: &Path) -> Result<serde_json::Value> {
    let told = process::output(example().arg("--pack").arg(folder).arg("--opening"))?;
    serde_json::from_str(&told).with_context(|| format!("the opening of {}", folder.display()))
}

/// The words of the script around the page, as JSON by the tags of their languages.
pub fn outside() -> Result<String> {
    Ok(process::output(example().arg("--outside"))?.trim().to_owned())
}

/// What a copy of the page is built with, each part checked by the program that the page reads it with.
#[derive(Default)]
pub struct Deployment {
    /// The accessibility statement of the body that publishes it.
    pub statement: Option<String>,
    /// Where drafts are sent.
    pub collector: Option<String>,
}

/// What a file says of a copy of the page. One that names nothing but a collector holds no statement.
pub fn deployment(file: &Path) -> Result<Deployment> {
    let said = |word: &str| {
        process::output(example().arg(word).arg(file)).with_context(|| format!("{} was refused", file.display()))
    };
    let collector = Some(said("--collector")?).filter(|it| !it.is_empty());
    let all: serde_json::Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let is_alone = collector.is_some() && all.as_object().is_some_and(|it| it.len() == 1);
    let statement = if is_alone { None } else { Some(said("--statement")?) };
    Ok(Deployment { statement, collector })
}

/// Writes `pack.schema.json` beside the page. It is for people who make packs; the page itself never loads it.
pub fn schema(dist: &Path) -> Result<()> {
    let text = process::output(example().arg("--schema"))?;
    fs::write(dist.join("pack.schema.json"), text + "\n").context("dist/pack.schema.json")
}

fn example() -> Command {
    process::cargo("run --locked --quiet --no-default-features --example pack --")
}
