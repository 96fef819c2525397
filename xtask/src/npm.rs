//! The tools that come from npm: wasm-opt, terser, the browser driver, the accessibility engines, SDEverywhere.
//!
//! SDEverywhere asks for `xlsx` by an address outside the registry; the override in `package.json` takes the same
//! program from the registry. Nothing here reads spreadsheets.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::process;

/// Path of a file in `node_modules/`, which is filled first when it is missing or older than the lockfile.
///
/// Packages' own install scripts never run: none of these needs one, and one that fetched something on the side
/// would go unnoticed.
pub fn file(path: &str) -> Result<PathBuf> {
    let root = crate::folders::root();
    let wanted = root.join("node_modules").join(path);
    if !wanted.exists() || is_stale() {
        if process::find(&["node"]).is_none() {
            bail!("Node.js is not installed (version 20 or newer is needed)");
        }
        process::run(process::command("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
            .context("npm packages could not be installed")?;
    }
    if !wanted.exists() {
        bail!("npm ran, but node_modules/{path} is not there");
    }
    Ok(wanted)
}

/// npm writes `node_modules/.package-lock.json` last, so an older one belongs to an older lockfile.
fn is_stale() -> bool {
    let modified = |path: &str| crate::folders::root().join(path).metadata().and_then(|data| data.modified()).ok();
    match (modified("package-lock.json"), modified("node_modules/.package-lock.json")) {
        (Some(lock), Some(installed)) => installed < lock,
        _ => true,
    }
}

/// The spreadsheet that opens what the page hands out: `$SOFFICE`, or one on the search path, or Debian's where we may
/// install it.
pub fn spreadsheet() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("SOFFICE") {
        return Ok(path.into());
    }
    let find = || process::find(&["soffice", "libreoffice"]);
    if find().is_none() {
        process::apt_install(&["libreoffice-calc-nogui"])?;
    }
    find().context("browser tests need LibreOffice Calc: install it, or name its program in the variable SOFFICE")
}

/// The servers that a town may have, by the variable in which tests find their program: those named in it, or
/// Debian's where we may install them.
///
/// Debian keeps Apache's program apart from what starts it with the machine, and nginx apart from brotli.
pub fn servers() -> Result<[(&'static str, PathBuf); 4]> {
    const SERVERS: [(&str, &str, &str); 4] = [
        ("NGINX", "nginx", "/usr/sbin/nginx"),
        ("NGINX_BROTLI", "libnginx-mod-http-brotli-static", "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"),
        ("APACHE", "apache2-bin", "/usr/sbin/apache2"),
        ("CADDY", "caddy", "/usr/bin/caddy"),
    ];
    let find = |variable: &str, path: &str| {
        std::env::var_os(variable).map(PathBuf::from).or_else(|| Some(path.into()).filter(|it: &PathBuf| it.is_file()))
    };
    let missing = SERVERS.iter().filter(|(variable, _, path)| find(variable, path).is_none());
    let missing: Vec<&str> = missing.map(|(_, package, _)| *package).collect();
    if !missing.is_empty() {
        process::apt_install(&missing)?;
    }
    let mut found = SERVERS.map(|(variable, _, path)| (variable, PathBuf::from(path)));
    for ((variable, package, path), (_, place)) in SERVERS.iter().zip(&mut found) {
        *place = find(variable, path).with_context(|| {
            format!("tests of the servers need Debian's {package}: install it, or name its file ({path}) in the variable {variable}")
        })?;
    }
    Ok(found)
}

/// The browser for tests: `$CHROMIUM`, or one on the search path, or Debian's where we may install it.
///
/// The one that cannot open a window comes first: the same engine, and the tests take a fifth less time.
pub fn chromium() -> Result<PathBuf> {
    const NAMES: &[&str] = &["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Ok(path.into());
    }
    if let Some(path) = process::find(NAMES) {
        return Ok(path);
    }
    let installed = NAMES[..2].iter().find_map(|name| {
        process::apt_install(&[name]).ok()?;
        process::find(&[name])
    });
    installed.context("browser tests need Chromium: install it, or name it in the variable CHROMIUM")
}
