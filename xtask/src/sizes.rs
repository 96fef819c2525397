//! Compressed copies beside every file, and what the page weighs.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::assets::TOWN_FILE;

/// What all files of the page should weigh together, in bytes as a browser that takes brotli receives them.
///
/// People open the page on a phone in a meeting; on a slow mobile connection (1.6 Mbit/s) this is under two seconds.
const AIM: usize = 320_000;

/// What a first view may weigh at most. The page is above its aim: ranges, resilience, the generational profile, levers
/// for investment and every formula and assumption in words came on top, then what keeps drafts from being lost and numbers
/// from being misread, the law of today in its own words, and the catalogue of measures with source, caveat and arithmetic of
/// each number, which are read behind a click and could come later; this keeps it from growing unnoticed.
const BUDGET: usize = 620_000;

/// One file of the page and what it weighs, in bytes.
pub struct File {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Writes `.br` and `.gz` beside every file that gains by it and returns the sizes, ordered by name.
pub fn compress(dist: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let raw = fs::read(&path)?;
        // A woff2 font is brotli inside; compressing it again makes it larger.
        let (gzip, brotli) = if name.ends_with(".woff2") {
            (raw.len(), raw.len())
        } else {
            let (gzip, brotli) = (gzip(&raw)?, brotli(&raw)?);
            fs::write(dist.join(format!("{name}.gz")), &gzip).with_context(|| format!("dist/{name}.gz"))?;
            fs::write(dist.join(format!("{name}.br")), &brotli).with_context(|| format!("dist/{name}.br"))?;
            (gzip.len(), brotli.len())
        };
        files.push(File { name, raw: raw.len(), gzip, brotli });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// The sizes as a table, with their sum.
pub fn table(files: &[File]) -> String {
    let row =
        |name: &str, raw: usize, gzip: usize, brotli: usize| format!("{name:<32} {raw:>10} {gzip:>10} {brotli:>10}\n");
    let mut table = format!("{:<32} {:>10} {:>10} {:>10}\n", "bytes", "raw", "gzip", "brotli");
    for file in files {
        table.push_str(&row(&file.name, file.raw, file.gzip, file.brotli));
    }
    let total = |size: fn(&File) -> usize| files.iter().map(size).sum();
    table.push_str(&row("total", total(|file| file.raw), total(|file| file.gzip), total(|file| file.brotli)));
    table
}

/// An error when the page weighs more than its budget.
///
/// Towns beside the first travel only to those who choose them; the first one is the largest.
pub fn check(files: &[File]) -> Result<()> {
    let (towns, page): (Vec<&File>, Vec<&File>) = files.iter().partition(|file| file.name.starts_with(TOWN_FILE));
    let sum = |files: &[&File]| files.iter().map(|file| file.brotli).sum::<usize>();
    let total = sum(&page) + towns.iter().map(|file| file.brotli).max().unwrap_or(0);
    if total > BUDGET {
        bail!("the page weighs {total} bytes (brotli), {BUDGET} are allowed");
    }
    if total > AIM {
        println!("note: the page weighs {total} bytes (brotli), the aim is {AIM}");
    }
    Ok(())
}

fn gzip(raw: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(raw)?;
    Ok(encoder.finish()?)
}

fn brotli(raw: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    // Told how much is coming, it chooses a little better.
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: raw.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &raw[..], &mut compressed, &params)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(brotli: usize) -> Vec<File> {
        vec![File { name: "index.html".into(), raw: 900_000, gzip: 400_000, brotli }]
    }

    #[test]
    fn the_budget_counts_what_travels() {
        assert!(check(&page(BUDGET)).is_ok());
        assert!(check(&page(BUDGET + 1)).is_err());
        assert!(table(&page(1)).contains("total"));
    }
}
