//! Scripts without their comments and long names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::{npm, process};

/// What a script is to the browser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A module, whose own names nobody else sees; its exports keep theirs.
    Module,
    /// A script like those of before there were modules.
    Classic,
}

/// Takes comments and long names out of a script in place. Without Node.js the page is larger, not broken, so that is a
/// warning.
pub fn shorten(script: &Path, kind: Kind) -> Result<()> {
    let terser = match npm::file("terser/bin/terser") {
        Ok(path) => path,
        Err(reason) => {
            eprintln!("warning: {reason:#}; the page is built without terser and will be larger");
            return Ok(());
        }
    };
    let mut command = process::command("node");
    command.arg(terser).arg(script).args(["--compress", "--mangle", "-o"]).arg(script);
    if kind == Kind::Module {
        command.arg("--module");
    }
    process::run(&mut command)
}

/// The same of a text.
pub fn shortened(text: &str, kind: Kind) -> Result<String> {
    let file = crate::folders::root().join("target").join(format!("script-{}.js", std::process::id()));
    fs::write(&file, text).with_context(|| file.display().to_string())?;
    let short = shorten(&file, kind).and_then(|()| Ok(fs::read_to_string(&file)?));
    fs::remove_file(&file)?;
    short
}
