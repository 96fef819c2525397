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

/// Where tests write.
#[cfg(test)]
pub fn for_tests() -> PathBuf {
    let folder = root().join("target/test-assets");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
