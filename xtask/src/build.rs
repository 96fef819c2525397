//! From sources to `dist/`, a folder that any web server can hand out.
//!
//! ```text
//! src/ ── cargo ── wasm-split ┬─ wasm-bindgen ── wasm-opt ──┐
//!                             └─ late parts ──── wasm-opt ──┤
//! src/late.js, src/boot.js, style/fonts/ ───────────────────┼── content-hashed names with checksums ── .br, .gz
//! style/*.css ── one file, no comments ─────────────────────┘
//! packs/ ── examples/pack, which checks them ── one file a town, hashed as well
//! the statement of who publishes it ── examples/pack, which checks it ── one file, hashed as well
//! columns and types of a pack ── examples/pack ── pack.schema.json, which the page does not load
//! ```

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::wasm::{self, Profile};
use crate::{assets, pack, sizes};

/// Builds the page for production, with the statement of the public body that publishes it. A statement with a problem is
/// refused before anything is built.
pub fn published(deployment: Option<&Path>) -> Result<()> {
    let statement = deployment.map(pack::statement).transpose()?;
    make(Profile::Release, statement.as_deref())
}

/// Builds the page into `dist/` and, for production, prints the sizes and holds them to the budget.
pub fn run(profile: Profile) -> Result<()> {
    make(profile, None)
}

fn make(profile: Profile, statement: Option<&str>) -> Result<()> {
    let module = wasm::build(profile)?;
    let dist = crate::folders::dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).context("dist/ could not be emptied")?;
    }
    fs::create_dir_all(&dist).context("dist/ could not be made")?;
    assets::write(&dist, &module, statement)?;
    if profile == Profile::Release {
        let files = sizes::compress(&dist)?;
        print!("{}\n{}", sizes::table(&files), sizes::check(&files)?);
        pack::schema(&dist)?;
    }
    Ok(())
}
