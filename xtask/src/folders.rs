//! Where things lie.

use std::path::PathBuf;

/// The repository's root: xtask lies one folder below it.
pub fn root() -> PathBuf {
    let mut path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    path.pop();
    path
}

/// The folder that holds the finished page.
pub fn dist() -> PathBuf {
    root().join("dist")
}
