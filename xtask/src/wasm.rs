//! The WebAssembly module and its JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::script::{self, Kind};
use crate::{npm, process};

const TARGET: &str = "wasm32-unknown-unknown";
const CRATE: &str = "zukunftshaushalt";

/// Where npm puts the optimiser.
const WASM_OPT: &str = "binaryen/bin/wasm-opt";

/// What rustc 1.95 emits. Named one by one: `--all-features` lets wasm-opt write things that no browser loads yet.
///
/// Measured by what travels, not by the raw size: brotli finds the same small function in many places only as long as
/// wasm-opt has not woven it into each of its surroundings. Functions that are called once stay apart for the same
/// reason, unless they are tiny; together that is a twentieth of the page.
const WASM_OPT_FLAGS: &[&str] = &[
    "-Os",
    "--one-caller-inline-max-function-size=15",
    "--skip-pass=local-cse",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// How much time a build may take for how small and quick a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Optimised, compressed, held to the size budget.
    Release,
    /// As fast as it builds.
    Dev,
}

/// The files that make the page run.
pub struct Module {
    /// JavaScript glue, an ES module. It imports [`LINK`], which imports it.
    pub glue: String,
    /// What brings the late parts, an ES module.
    pub link: String,
    /// WebAssembly of the first view.
    pub wasm: Vec<u8>,
    /// WebAssembly of the late parts, by the names that `link` asks for.
    pub parts: Vec<(String, Vec<u8>)>,
    /// Names of those that every visit needs.
    pub soon: Vec<String>,
}

/// Under this name the glue and the module import what brings the late parts.
pub const LINK: &str = "./link.js";

/// Under this name that script imports the glue.
pub const GLUE: &str = "./app.js";

/// Compiles the library for the browser.
pub fn build(profile: Profile) -> Result<Module> {
    ensure_target()?;
    let (flag, folder) = match profile {
        Profile::Release => ("--release", "release"),
        Profile::Dev => ("", "debug"),
    };
    // As a program and nothing else: what a library might be asked for by others stays out, a twentieth of the module.
    let mut cargo =
        process::cargo(&format!("rustc --locked {flag} --lib --package {CRATE} --target {TARGET} --crate-type cdylib"));
    cargo.args(["--config", &remapped()?]);
    // What is taken apart below must know what refers to what. As a flag of this one crate, or all others compile anew.
    process::run(unwrapped(&mut cargo).args(["--", "-C", "link-arg=--emit-relocs"]))?;
    let target = target_folder()?;
    let (stage, split) = (target.join("page"), target.join("page-split"));
    let wasm = stage.join("app_bg.wasm");
    let scripts = [stage.join("app.js"), split.join(LINK)];
    once(&target.join(TARGET).join(folder).join(format!("{CRATE}.wasm")), &stage, |input| {
        let main = take_apart(input, &split)?;
        bind(&main, &stage, "app")?;
        if profile == Profile::Release {
            optimise(&wasm)?;
            parts(&split)?.iter().try_for_each(|part| optimise(part))?;
            scripts.iter().try_for_each(|script| script::shorten(script, Kind::Module))?;
        }
        Ok(())
    })?;
    let [glue, link] = scripts.map(fs::read_to_string);
    let part = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        anyhow::Ok((name, fs::read(path)?))
    };
    let parts = parts(&split)?.iter().map(part).collect::<Result<_>>()?;
    let soon = fs::read_to_string(split.join(SOON))?.lines().map(str::to_owned).collect();
    Ok(Module { glue: glue?, link: link?, wasm: fs::read(wasm)?, parts, soon })
}

/// Name of the module of the first view, before it is bound.
const MAIN: &str = "main.wasm";

/// What every visit loads late, by the name at its mark in the source, and the list of its files.
const EVERY_VISIT: &str = "rest";
const SOON: &str = "soon.txt";

/// Takes the module apart at the functions that are marked with `wasm_split`: what only they reach becomes a file of its
/// own beside the first view, and [`LINK`] the script that brings it. Returns the path of the first view.
fn take_apart(input: &Path, folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let module = fs::read(input)?;
    let main = folder.join(MAIN);
    let mut options = wasm_split_cli_support::Options::new(&module);
    (options.output_dir, options.main_out_path) = (folder, &main);
    (options.link_name, options.main_module) = (LINK, GLUE);
    fs::create_dir_all(folder)?;
    let done = wasm_split_cli_support::transform(options);
    // Its own kind of error: the words are all that is needed.
    let done = done.map_err(|error| anyhow!("the late parts could not be taken out of the module: {error:?}"))?;
    let soon = done.prefetch_map.get(EVERY_VISIT).with_context(|| format!("no late part is called {EVERY_VISIT}"))?;
    fs::write(folder.join(SOON), soon.iter().map(|stem| format!("{stem}.wasm\n")).collect::<String>())?;
    let link = folder.join(LINK);
    let script = brought(&fs::read_to_string(&link)?)?;
    fs::write(link, script)?;
    Ok(main)
}

/// The script that brings the late parts, with `src/late.js` to fetch them: checked, with patience and a second try.
fn brought(link: &str) -> Result<String> {
    const FETCH: [&str; 2] = ["fetch(new URL(", ", import.meta.url))"];
    const STREAM: &str = "WebAssembly.instantiateStreaming(src,";
    let late = fs::read_to_string(crate::folders::root().join("src/late.js")).context("src/late.js")?;
    let mut script = link.replace(STREAM, "WebAssembly.instantiate(await src,");
    let mut asked = 0;
    while let Some((before, rest)) = script.split_once(FETCH[0]) {
        let (name, after) = rest.split_once(FETCH[1]).context("a late part is fetched in an unknown way")?;
        (script, asked) = (format!("{before}bring({name}){after}"), asked + 1);
    }
    if asked == 0 || link.matches(STREAM).count() != asked {
        bail!("the late parts are fetched in an unknown way");
    }
    Ok(script + &late)
}

/// The late parts in a folder, by name.
fn parts(folder: &Path) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let is_part = |path: &PathBuf| path.extension().is_some_and(|it| it == "wasm") && !path.ends_with(MAIN);
    let mut parts: Vec<PathBuf> = files.into_iter().filter(is_part).collect();
    parts.sort();
    Ok(parts)
}

/// By the compiler alone: one that lints, as a run of all checks may ask for, leaves out what makes a page small and quick.
fn unwrapped(cargo: &mut Command) -> &mut Command {
    cargo.env_remove("RUSTC_WORKSPACE_WRAPPER")
}

/// Compiles an example without the page for the browser, optimised like the page, and returns the folder it lies in.
pub fn build_example(name: &str) -> Result<PathBuf> {
    ensure_target()?;
    let words = format!("build --locked --quiet --release --no-default-features --example {name} --target {TARGET}");
    process::run(unwrapped(&mut process::cargo(&words)))?;
    let target = target_folder()?;
    let stage = target.join(name);
    once(&target.join(TARGET).join("release/examples").join(format!("{name}.wasm")), &stage, |input| {
        bind(input, &stage, name)?;
        optimise(&stage.join(format!("{name}_bg.wasm")))
    })?;
    Ok(stage)
}

/// Makes what lies in a folder from one file, unless it was made from just that file and in just that way.
fn once(input: &Path, stage: &Path, make: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let module = fs::read(input).with_context(|| format!("cargo did not write {}", input.display()))?;
    let own = fs::read(std::env::current_exe()?)?;
    // Without the optimiser the page is made as well, and made anew once it is there or another one is.
    let tools = if npm::file(WASM_OPT).is_ok() {
        fs::read(crate::folders::root().join("package-lock.json"))?
    } else {
        Vec::new()
    };
    let sum = Sha256::new().chain_update(module).chain_update(own).chain_update(tools).finalize();
    let wanted = BASE64_STANDARD.encode(sum);
    let made_from = stage.join("made-from.txt");
    if fs::read_to_string(&made_from).is_ok_and(|it| it == wanted) {
        return Ok(());
    }
    make(input)?;
    // Written last, so that a half-made folder is made anew.
    Ok(fs::write(made_from, wanted)?)
}

/// A setting that keeps the folders of this machine out of the module, where panics name the files of dependencies.
///
/// Cargo adds it to the flags in `.cargo/config.toml`.
fn remapped() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("there is no home folder")?;
    let sources = home.join("registry/src");
    // Below it is a folder per registry, with a long name.
    let folders = fs::read_dir(&sources).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let flags: Vec<String> = std::iter::once(sources.clone())
        .chain(folders)
        .map(|folder| format!("--remap-path-prefix={}=crates", folder.display()))
        .collect();
    Ok(format!("target.{TARGET}.rustflags={}", serde_json::to_string(&flags)?))
}

/// Adds the browser as a compilation target where it is missing.
pub fn ensure_target() -> Result<()> {
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
fn bind(input: &Path, stage: &Path, name: &str) -> Result<()> {
    if stage.exists() {
        fs::remove_dir_all(stage)?;
    }
    Bindgen::new()
        .input_path(input)
        .out_name(name)
        .web(true)?
        // The late parts come by what the linker has exported for them.
        .keep_lld_exports(true)
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
    let wasm_opt = match npm::file(WASM_OPT) {
        Ok(path) => path,
        Err(reason) => {
            eprintln!("warning: {reason:#}; the page is built without wasm-opt and will be larger");
            return Ok(());
        }
    };
    process::run(process::command("node").arg(wasm_opt).args(WASM_OPT_FLAGS).arg(wasm).arg("-o").arg(wasm))
}
