//! The archive that a town's web editors unpack on their own server: the page, configurations for three servers, what a collector
//! for drafts is set up with, checksums.
//!
//! The same page gives the same archive, byte by byte, so that anybody can make sure what a town publishes.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::{assets, notices, samples};

/// The folder in the archive that holds everything.
const FOLDER: &str = "zukunftshaushalt";

/// The list of checksums, as `sha256sum --check` reads it.
const SUMS: &str = "SHA256SUMS";

/// What the archive says of itself.
const README: &str = include_str!("../package/README.md");

/// What a collector is set up with, where a town wants one.
const COLLECTOR: [(&str, &str); 7] = [
    ("README.md", include_str!("../package/collector/README.md")),
    ("guards.sql", include_str!("../package/collector/guards.sql")),
    ("kinto.ini", include_str!("../package/collector/kinto.ini")),
    ("nginx.conf", include_str!("../package/collector/nginx.conf")),
    ("requirements.txt", include_str!("../package/collector/requirements.txt")),
    ("schema.json", include_str!("../package/collector/schema.json")),
    ("setup.sh", include_str!("../package/collector/setup.sh")),
];

/// How to pack.
pub struct Options {
    /// Whose pages may show the page in a frame, checked; none for those that the page was built for.
    pub frame_ancestors: Option<String>,
    /// The file that is written.
    pub out: PathBuf,
}

impl Default for Options {
    fn default() -> Self {
        let name = format!("{FOLDER}-{}.zip", env!("CARGO_PKG_VERSION"));
        Self { frame_ancestors: None, out: crate::folders::root().join("target").join(name) }
    }
}

/// Packs `dist/` as it was built and says where the archive is.
pub fn run(options: &Options) -> Result<()> {
    let dist = crate::folders::dist();
    let ancestors = options.frame_ancestors.clone().map_or_else(|| built_for(&dist), Ok)?;
    let packed = packed(&files(&dist, &ancestors)?)?;
    fs::write(&options.out, &packed).with_context(|| format!("{} could not be written", options.out.display()))?;
    println!("{}", options.out.display());
    Ok(())
}

/// Those who may show a page in a frame that was built for hosts: they, and the page itself, which shows what a snippet
/// makes. Nobody for any other page.
fn built_for(dist: &Path) -> Result<String> {
    let page = fs::read_to_string(dist.join("index.html")).context("dist/ holds no page; run `cargo xtask build`")?;
    let hosts = assets::hosts(&page)?;
    Ok(if hosts.is_empty() { "'none'".to_owned() } else { format!("'self' {hosts}") })
}

/// A file of the archive: its path below the folder, and what it holds.
type File = (String, Vec<u8>);

/// Everything that goes into the archive.
fn files(dist: &Path, frame_ancestors: &str) -> Result<Vec<File>> {
    let page = fs::read_to_string(dist.join("index.html")).context("dist/ holds no page; run `cargo xtask build`")?;
    ensure!(
        ["br", "gz"].iter().all(|it| dist.join("index.html").with_extension(format!("html.{it}")).exists()),
        "dist/ was built quickly, without compressed copies; run `cargo xtask build`"
    );
    let mut files = Vec::new();
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        ensure!(samples::knows(&name), "dist/{name} is of no kind that the configurations of the servers know");
        files.push((format!("dist/{name}"), fs::read(entry.path())?));
    }
    for (name, text) in samples::of(&page, frame_ancestors)? {
        files.push((format!("conf/{name}"), text.into_bytes()));
    }
    files.extend(COLLECTOR.map(|(name, text)| (format!("collector/{name}"), text.as_bytes().to_vec())));
    let told = [("version", env!("CARGO_PKG_VERSION")), ("frame-ancestors", frame_ancestors)];
    let readme = samples::filled(README, &told.map(|(name, text)| (name, vec![text.to_owned()])))?;
    files.push(("README.md".to_owned(), readme.into_bytes()));
    for (name, source) in [("LICENSE", "LICENSE"), ("OFL.txt", "style/fonts/OFL.txt")] {
        files.push((name.to_owned(), fs::read(crate::folders::root().join(source)).context(source)?));
    }
    files.push(("NOTICES.txt".to_owned(), notices::notices()?.into_bytes()));
    // By name, but the page last: whoever unpacks over an older page has all files that the new one asks for by then.
    files.sort_by_key(|(name, _)| (name.starts_with("dist/index.html"), name.clone()));
    let sums = files.iter().map(|(name, content)| format!("{}  {name}\n", checksum(content))).collect::<String>();
    files.insert(0, (SUMS.to_owned(), sums.into_bytes()));
    Ok(files)
}

fn checksum(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The archive of these files, with nothing in it that depends on when or where it was made.
fn packed(files: &[File]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(format!("{FOLDER}/{name}"), options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small page as a production build leaves it, in a folder of its own.
    fn dist(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-archive-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let page = fs::read(crate::folders::root().join("index.html")).unwrap();
        // Not in the order of their names.
        for name in ["town-aadf051178d4.bin", "index.html.gz", "index.html.br", "index.html", "app-aadf051178d4.js"] {
            fs::write(folder.join(name), &page).unwrap();
        }
        folder
    }

    #[test]
    fn the_same_page_gives_the_same_archive_whenever_it_was_built() {
        let made = |name: &str, date| {
            let folder = dist(name);
            for entry in fs::read_dir(&folder).unwrap() {
                fs::File::options().append(true).open(entry.unwrap().path()).unwrap().set_modified(date).unwrap();
            }
            packed(&files(&folder, "'none'").unwrap()).unwrap()
        };
        let now = std::time::SystemTime::now();
        let first = made("first", now);
        assert!(first == made("second", now - std::time::Duration::from_secs(40_000_000)));
        assert!(first != packed(&files(&dist("third"), "'self'").unwrap()).unwrap());
    }

    /// The list above is what lies in the folder.
    #[test]
    fn a_collector_is_packed_whole() {
        let folder = crate::folders::root().join("xtask/package/collector");
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, COLLECTOR.map(|(name, _)| name));
    }

    #[test]
    fn the_archive_lists_every_file_with_its_checksum_and_the_page_last() {
        let packed = packed(&files(&dist("listed"), "'none'").unwrap()).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(packed)).unwrap();
        let names: Vec<String> = archive.file_names().map(|it| it.unwrap().into_owned()).collect();
        let wanted = [
            "SHA256SUMS",
            "LICENSE",
            "NOTICES.txt",
            "OFL.txt",
            "README.md",
            "collector/README.md",
            "collector/guards.sql",
            "collector/kinto.ini",
            "collector/nginx.conf",
            "collector/requirements.txt",
            "collector/schema.json",
            "collector/setup.sh",
            "conf/Caddyfile",
            "conf/apache.conf",
            "conf/nginx.conf",
            "dist/app-aadf051178d4.js",
            "dist/town-aadf051178d4.bin",
            "dist/index.html",
            "dist/index.html.br",
            "dist/index.html.gz",
        ];
        assert_eq!(names, wanted.map(|name| format!("zukunftshaushalt/{name}")));
        let mut read = |name: &str| {
            let mut content = Vec::new();
            std::io::copy(&mut archive.by_name(name).unwrap(), &mut content).unwrap();
            content
        };
        let sums = String::from_utf8(read(&names[0])).unwrap();
        let listed: Vec<_> = sums.lines().map(|line| line.split_once("  ").unwrap()).collect();
        assert_eq!(listed.len(), names.len() - 1);
        for (sum, name) in listed {
            assert_eq!(sum, checksum(&read(&format!("zukunftshaushalt/{name}"))), "{name}");
        }
    }

    #[test]
    fn a_page_that_cannot_be_published_is_refused() {
        let refused = |name: &str, change: fn(&Path)| {
            let folder = dist(name);
            change(&folder);
            files(&folder, "'none'").unwrap_err().to_string()
        };
        assert!(refused("none", |it| fs::remove_file(it.join("index.html")).unwrap()).contains("holds no page"));
        assert!(refused("quick", |it| fs::remove_file(it.join("index.html.br")).unwrap()).contains("built quickly"));
        assert!(refused("film", |it| fs::write(it.join("a.mp4"), "").unwrap()).contains("dist/a.mp4 is of no kind"));
    }
}
