//! The WebAssembly module and its JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::build::Profile;
use crate::{npm, process};

const TARGET: &str = "wasm32-unknown-unknown";
const CRATE: &str = "zukunftshaushalt";

/// What rustc 1.95 emits. Named one by one: `--all-features` lets wasm-opt write things that no browser loads yet.
const WASM_OPT_FLAGS: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The two files that make the page run.
pub struct Module {
    /// JavaScript glue, an ES module.
    pub glue: Vec<u8>,
    /// WebAssembly.
    pub wasm: Vec<u8>,
}

/// Compiles the library for the browser.
pub fn build(profile: Profile) -> Result<Module> {
    ensure_target()?;
    let (flag, folder) = match profile {
        Profile::Release => ("--release", "release"),
        Profile::Dev => ("", "debug"),
    };
    process::run(&mut process::cargo(&format!("build --locked {flag} --lib --package {CRATE} --target {TARGET}")))?;
    let target = target_folder()?;
    let stage = target.join("page");
    bind(&target.join(TARGET).join(folder).join(format!("{CRATE}.wasm")), &stage)?;
    let wasm = stage.join("app_bg.wasm");
    if profile == Profile::Release {
        optimise(&wasm)?;
    }
    Ok(Module { glue: fs::read(stage.join("app.js"))?, wasm: fs::read(wasm)? })
}

/// Adds the browser as a compilation target where it is missing.
fn ensure_target() -> Result<()> {
    let sysroot = process::output(process::command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(&sysroot).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    process::run(process::command("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("Rust cannot compile for the browser yet: install its target {TARGET}"))
}

/// Where cargo puts what it builds, wherever the user has moved it.
fn target_folder() -> Result<PathBuf> {
    let metadata = process::output(&mut process::cargo("metadata --locked --no-deps --format-version 1"))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let folder = metadata["target_directory"].as_str().context("cargo does not say where it builds")?;
    Ok(folder.into())
}

/// Writes the glue that lets JavaScript and the module call each other.
fn bind(input: &Path, stage: &Path) -> Result<()> {
    if stage.exists() {
        fs::remove_dir_all(stage)?;
    }
    Bindgen::new()
        .input_path(input)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(stage)
        .context("wasm-bindgen failed")?;
    if stage.join("snippets").exists() {
        bail!("a dependency brings its own JavaScript files (snippets), which this build does not ship");
    }
    Ok(())
}

/// Shrinks the module in place. Without Node.js the page is larger, not broken, so that is a warning.
fn optimise(wasm: &Path) -> Result<()> {
    let wasm_opt = match npm::file("binaryen/bin/wasm-opt") {
        Ok(path) => path,
        Err(reason) => {
            eprintln!("warning: {reason:#}; the page is built without wasm-opt and will be larger");
            return Ok(());
        }
    };
    process::run(process::command("node").arg(wasm_opt).args(WASM_OPT_FLAGS).arg(wasm).arg("-o").arg(wasm))
}
