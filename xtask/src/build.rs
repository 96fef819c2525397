//! From sources to `dist/`, a folder that any web server can hand out.
//!
//! ```text
//! src/ ── cargo ── wasm-split ┬─ wasm-bindgen ── wasm-opt ──┐
//!                             └─ late parts ──── wasm-opt ──┤
//! src/late.js, src/boot.js, src/outside.js, style/fonts/ ───┼── content-hashed names with checksums ── .br, .gz
//! style/*.css ── one file, no comments ─────────────────────┘
//! packs/ ── examples/pack, which checks them ── one file a town, hashed as well
//! the statement of who publishes it ── examples/pack, which checks it ── one file, hashed as well
//! src/embed.js, src/sw.js ── under their own names, the second with a list of all files
//! where drafts are sent ── examples/pack, which checks it ── the page and its policy
//! columns and types of a pack ── examples/pack ── pack.schema.json, which the page does not load
//! ```

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::pack::{self, Deployment};
use crate::wasm::{self, Profile};
use crate::{assets, sizes};

/// Builds the page for production, with what the public body says that publishes it, and for the pages that show it in a
/// frame. A file with a problem is refused before anything is built.
pub fn published(deployment: Option<&Path>, frame_ancestors: &str) -> Result<()> {
    let said = deployment.map(pack::deployment).transpose()?;
    // They speak with the page; it itself always may, and nobody has no address.
    let hosts: Vec<&str> = frame_ancestors.split_whitespace().filter(|it| !it.starts_with('\'')).collect();
    make(Profile::Release, &said.unwrap_or_default(), &hosts.join(" "))
}

/// Builds the page into `dist/` and, for production, prints the sizes and holds them to the budget.
pub fn run(profile: Profile) -> Result<()> {
    make(profile, &Deployment::default(), "")
}

fn make(profile: Profile, said: &Deployment, hosts: &str) -> Result<()> {
    let module = wasm::build(profile)?;
    let dist = crate::folders::dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).context("dist/ could not be emptied")?;
    }
    fs::create_dir_all(&dist).context("dist/ could not be made")?;
    assets::write(&dist, &module, said, hosts)?;
    if profile == Profile::Release {
        let files = sizes::compress(&dist)?;
        print!("{}\n{}", sizes::table(&files), sizes::check(&files)?);
        pack::schema(&dist)?;
    }
    Ok(())
}
