//! What the page carries of other people's libraries, and under which licences (Lizenzhinweise).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process;

/// What is asked of cargo: libraries that end up in the page, without what only runs while it is built.
const TREE: &str = "tree --locked --package zukunftshaushalt --target wasm32-unknown-unknown --edges normal,no-proc-macro --prefix none --format {p}|{l}|{r}";

/// A library as the notices name it: name and version, licence, address.
type Library = (String, String, String);

/// Every library with its licence and address, then each licence text once, with those that it belongs to.
pub fn notices() -> Result<String> {
    let libraries = libraries(&process::output(&mut process::cargo(TREE))?);
    ensure!(libraries.len() > 20, "cargo names only {} libraries of the page", libraries.len());
    let metadata = "metadata --locked --format-version 1 --filter-platform wasm32-unknown-unknown";
    let metadata: Value = serde_json::from_str(&process::output(&mut process::cargo(metadata))?)?;
    let packages = metadata["packages"].as_array().context("cargo names no packages")?;
    let mut texts: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (name, ..) in &libraries {
        let is_meant = |it: &&Value| format!("{} {}", text(&it["name"]), text(&it["version"])) == *name;
        let package = packages.iter().find(is_meant).with_context(|| format!("cargo does not know {name}"))?;
        let folder = Path::new(text(&package["manifest_path"])).parent().context("a manifest without a folder")?;
        for licence in licences(folder)? {
            texts.entry(licence).or_default().insert(name);
        }
    }
    let mut said = "Libraries in this page, with their licences.\n\n".to_owned();
    for (name, licence, address) in &libraries {
        said += &format!("{name}: {licence} {address}\n");
    }
    for (text, names) in texts {
        let names: Vec<&str> = names.into_iter().collect();
        said += &format!("\n{}\n{}:\n\n{}\n", "-".repeat(80), names.join(", "), text.trim());
    }
    Ok(said)
}

/// The libraries of cargo's tree, each once; our own stand in folders and have our own licence.
fn libraries(tree: &str) -> BTreeSet<Library> {
    let library = |line: &str| {
        let mut cells = line.trim_end_matches(" (*)").split('|');
        let (name, licence, address) = (cells.next()?, cells.next()?, cells.next()?);
        let (name, version) = name.split_once(" v")?;
        let is_own = version.contains('(');
        (!is_own).then(|| (format!("{name} {version}"), licence.to_owned(), address.to_owned()))
    };
    tree.lines().filter_map(library).collect()
}

/// The texts of a library's licence: where one may choose, the MIT licence, which asks for the shortest words.
fn licences(folder: &Path) -> Result<Vec<String>> {
    const BEGINS: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && BEGINS.iter().any(|it| name.to_uppercase().starts_with(it)) {
            names.push(name);
        }
    }
    if let Some(mit) = names.iter().find(|it| it.to_uppercase().contains("MIT")).cloned() {
        names = vec![mit];
    }
    names.sort();
    let read = |name: &String| Ok(fs::read_to_string(folder.join(name))?.replace("\r\n", "\n"));
    names.iter().map(read).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_library_is_named_once_and_none_of_our_own() {
        let tree = "zukunftshaushalt v0.1.0 (/here)|EUPL-1.2|\nserde v1.0.2|MIT OR Apache-2.0|https://serde\nserde v1.0.2|MIT OR Apache-2.0|https://serde (*)\nmoney v0.1.0 (/here/src/money)|EUPL-1.2|\n";
        let found: Vec<Library> = libraries(tree).into_iter().collect();
        assert_eq!(
            found,
            [("serde 1.0.2", "MIT OR Apache-2.0", "https://serde")].map(|(a, b, c)| (a.into(), b.into(), c.into()))
        );
    }

    #[test]
    fn what_the_page_carries_has_its_licence() {
        let said = notices().unwrap();
        for name in ["leptos 0.8", "serde 1.", "wasm-bindgen 0.2", "plotters-canvas 0.3"] {
            assert!(said.contains(&format!("\n{name}")), "{name}");
        }
        assert!(said.contains("Permission is hereby granted, free of charge"));
        assert!(!said.contains("\nproptest "), "what only tests is not carried");
    }
}
