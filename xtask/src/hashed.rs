//! Files that are named after their content: such a one never changes, so a browser may keep it for ever.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// What a reference in `index.html` carries when the build is to fill it in.
pub const MARK: &str = " data-bundle";

/// Bytes of the checksum in a file's name.
const HASH: usize = 6;

/// Writes a file under a name that holds the first characters of its checksum, and returns that name.
pub fn write_hashed(dist: &Path, name: &str, content: &[u8]) -> Result<String> {
    let (stem, extension) = name.rsplit_once('.').context("a file of the page needs an extension")?;
    let real = format!("{stem}-{}.{extension}", hash(Sha256::new().chain_update(content)));
    fs::write(dist.join(&real), content).with_context(|| format!("dist/{real}"))?;
    Ok(real)
}

/// The first characters of a checksum, for a name.
pub fn hash(sum: Sha256) -> String {
    sum.finalize().iter().take(HASH).map(|byte| format!("{byte:02x}")).collect()
}

/// The same as [`is_hashed`] for servers that ask by a pattern: how the path must end.
pub const HASHED: &str = r"-[0-9a-f]{12}\.[a-z0-9]+";

/// Whether a path ends in a name that [`write_hashed`] gave: only such a file never changes, and may be kept for ever.
pub fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let hash = name.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('-')).map_or("", |(_, hash)| hash);
    hash.len() == 2 * HASH && hash.bytes().all(|letter| matches!(letter, b'0'..=b'9' | b'a'..=b'f'))
}

/// The checksum of a file for its `integrity`: the shortest of the three kinds, because the script names one for each late
/// part, and none of them can be squeezed.
pub fn checksum(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folders;

    #[test]
    fn only_what_is_named_after_its_content_may_be_kept() {
        let name = write_hashed(&folders::for_tests(), "a.b.css", b"a").unwrap();
        for kept in [name.as_str(), "/app-aadf051178d4.wasm", "/below/town-muenster-2026-a78c2e3bc830.bin"] {
            assert!(is_hashed(kept), "{kept}");
        }
        let others = [
            "/",
            "/index.html",
            "/pack.schema.json",
            "/sw.js",
            "/app.js",
            "/town-muenster-2026.bin",
            "/a-aadf051178d4",
            "/a-aadf051178d4.b/c",
            "/a-AADF051178D4.js",
            "/a-aadf051178d.js",
            "/a-aadf051178d41.js",
        ];
        for other in others {
            assert!(!is_hashed(other), "{other}");
        }
    }
}
