//! Tells the compiler which shape of the model it compiles (`MODEL_SHAPE`), so that a town that was packed by another
//! one is refused instead of misread: the packed form holds no names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where the types lie that a packed town is made of.
const SHAPING: [&str; 2] = ["src/model", "src/money"];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for folder in SHAPING {
        println!("cargo::rerun-if-changed={folder}");
        collect(Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut shape = 0xcbf2_9ce4_8422_2325;
    for file in files {
        for byte in fs::read(file)?.into_iter().filter(|byte| *byte != b'\r') {
            shape = (shape ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    println!("cargo::rustc-env=MODEL_SHAPE={shape:016x}");
    Ok(())
}

/// The sources below a folder.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
