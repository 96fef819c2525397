//! Compressed copies beside every file, and what the page weighs.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::assets::{EMBED, MANIFEST, OFFLINE, STATEMENT_FILE, TOWN_FILE};

/// What a first view should weigh, in bytes as a browser that takes brotli receives them.
///
/// People open the page on a phone in a meeting; on a slow mobile connection (1.6 Mbit/s) this is 1.3 seconds.
const AIM: usize = 260_000;

/// What the late parts of one visit may weigh together that asks for nothing else. Nobody waits for them, but somebody pays
/// for them.
const LATE: usize = 230_000;

/// A kind of file: how its name begins and ends, and what all files of it that one first view needs may weigh. Whoever
/// raises a ceiling says here what came for it.
struct Kind {
    name: &'static str,
    begins: &'static [&'static str],
    ends: &'static str,
    ceiling: usize,
    comes: Comes,
}

/// When a kind of file comes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comes {
    First,
    Late,
    /// When somebody asks for it.
    Asked,
}

/// What the file of a town ends in.
const TOWN: &str = ".bin";

const KINDS: [Kind; 28] = [
    // Header, first screen, and what brings the rest. Addresses of easy German, stored data, the accessibility statement, and of
    // drafts in links, with the ways to them in header and footer, came for 3 kB, which the style gave. Addresses
    // of a group's steps, of sending and of the text for websites, with what these keep for the life of the page, came for 2.6 kB.
    Kind { name: "module", begins: &["app-"], ends: ".wasm", ceiling: 145_400, comes: Comes::First },
    // Session, model, run, the German words and the short path: nobody needs them before a door is opened. That two more
    // parts share what lies in it came for 7.6 kB, and takes 63 kB from the way to the workbench. Levers as one
    // thing, bounds told by their way, what each figure is, and a card that names every change came for 12 kB, what the
    // card and drafts side by side share for 9 kB, what the workbook shares with all of them for 1.5 kB, what sharing and
    // easy German share with the card for 1.2 kB, what the room of a group shares with drafts in links and files for 1.9 kB,
    // the way out of a frame, and what follows the language of its host, for 1 kB. In one file they are 20 kB smaller than in two dozen.
    // That easy German and the room of a group are files of their own came for 2.4 kB, and takes 110 kB from the way to a paper or a link.
    Kind { name: "late parts", begins: &["late-rest-"], ends: TOWN, ceiling: 206_500, comes: Comes::Late },
    // The workbench and the dialogs, for those who go there.
    Kind { name: "workbench", begins: &["late-desk-"], ends: ".wasm", ceiling: 124_000, comes: Comes::Asked },
    // The style of all that comes late; the first view has none of it.
    Kind { name: "late style", begins: &["late-style-"], ends: ".css", ceiling: 5_000, comes: Comes::Late },
    // The style of the paper, of drafts side by side, of easy German, and of a group.
    Kind { name: "style of the paper", begins: &["asked-style-"], ends: ".css", ceiling: 4_500, comes: Comes::Asked },
    // What stands behind its numbers, after it. The budget by products and by goals, to be followed from one to the other,
    // and the table by product areas came for 22 kB, the wheel of ceiling and foundation for 9 kB, pictures to take away for
    // 3.5 kB, all in the words of both languages.
    Kind {
        name: "behind the numbers",
        begins: &["late-behind-"],
        ends: ".wasm",
        ceiling: 108_500,
        comes: Comes::Asked,
    },
    // Drafts side by side, and the draft as a paper for the council with all its words, a draft in a link and its square, and one
    // that came in a link, for those who go there. The text for websites came for 3.7 kB, sending a draft to a collector for 10 kB.
    Kind { name: "paper", begins: &["late-paper-"], ends: ".wasm", ceiling: 106_000, comes: Comes::Asked },
    // The room of a group: what gathers drafts, adds them up and weighs them, with its words in both languages.
    Kind { name: "room", begins: &["late-room-"], ends: ".wasm", ceiling: 90_000, comes: Comes::Asked },
    // Easy German with its words for what packs name, what is stored, and the accessibility statement.
    Kind { name: "beside all ways", begins: &["late-aside-"], ends: ".wasm", ceiling: 43_000, comes: Comes::Asked },
    // What writes tables of the paper as a workbook, for those who ask for one.
    Kind { name: "workbook", begins: &["late-workbook-"], ends: ".wasm", ceiling: 195_000, comes: Comes::Asked },
    // What writes and paints drawings as files, for those who ask for one. What reads squares, where a browser reads none itself,
    // came for 81 kB.
    Kind { name: "pictures", begins: &["late-pictures-"], ends: ".wasm", ceiling: 127_000, comes: Comes::Asked },
    // Drawings and words of several of these; what the paper and its workbook share came for 15 kB, most of it from the paper, the flow for 1 kB,
    // what easy German and drafts in links share with the workbench for 5 kB, what pictures share with the places where they stand for 14 kB, most of
    // it from those, what is sent and is shown before it for 1.5 kB, what a group shares with all of them for 5 kB,
    // the names of further ways to an effect and of groups of the same age for 1.5 kB. What paper, room and easy German share, which
    // were one file before, came for 66 kB from there.
    Kind { name: "what these share", begins: &["late-asked-"], ends: "", ceiling: 191_000, comes: Comes::Asked },
    // All words of the page in English; more of the paper came for 0.8 kB.
    Kind { name: "another language", begins: &["late-en-"], ends: ".wasm", ceiling: 40_800, comes: Comes::Asked },
    // What the public body says that publishes the page.
    Kind { name: "its statement", begins: &[STATEMENT_FILE], ends: ".json", ceiling: 3_000, comes: Comes::Asked },
    // The largest town, in German and without what is read behind a click; the others travel to those who choose them.
    Kind { name: "town", begins: &[TOWN_FILE], ends: TOWN, ceiling: 38_500, comes: Comes::First },
    // Where numbers come from and how they were found, caveats, assumptions. All sources came for 7 kB from the town itself.
    Kind { name: "its notes", begins: &["late-notes-"], ends: TOWN, ceiling: 38_500, comes: Comes::Asked },
    // All sources, legal bases and how numbers were computed came for 15.5 kB: before, each stood in one language only.
    Kind { name: "its words in English", begins: &["late-en-"], ends: TOWN, ceiling: 43_000, comes: Comes::Asked },
    // The printed rows of its plan, for those who write a motion; rows of sheets of groups came for 0.8 kB.
    Kind { name: "its printed rows", begins: &["late-rows-"], ends: TOWN, ceiling: 13_500, comes: Comes::Asked },
    // To ask for the late parts while the module begins came for 0.1 kB, and each late part more for 0.5 kB to 1.1 kB,
    // what reads and empties the stores of the browser for 0.15 kB, the device's own place for sharing for 0.1 kB,
    // pictures for 0.9 kB, of which shorter checksums gave 0.7 kB back. Without their comments our own gave 2 kB;
    // camera, photos, what is dropped and what is sent took 0.9 kB of them.
    Kind { name: "scripts", begins: &["app-", "link-", "boot-"], ends: ".js", ceiling: 15_200, comes: Comes::First },
    // Parameters, frames, the device that passes from hand to hand.
    Kind { name: "around the page", begins: &["outside-"], ends: ".js", ceiling: 4_000, comes: Comes::Asked },
    // What asks for the files for the time without a network.
    Kind { name: "offline asks", begins: &["offline-"], ends: ".js", ceiling: 1_200, comes: Comes::Late },
    // What a page of somebody else loads that shows this one.
    Kind { name: "for hosts", begins: &[EMBED], ends: ".js", ceiling: 3_000, comes: Comes::Asked },
    // Once, and then whenever a build has changed; most of it are checksums.
    Kind { name: "offline", begins: &[OFFLINE], ends: ".js", ceiling: 5_000, comes: Comes::Asked },
    Kind { name: "manifest", begins: &[MANIFEST], ends: ".webmanifest", ceiling: 500, comes: Comes::Asked },
    // For the device that puts the page among its programs.
    Kind { name: "icons", begins: &["icon-"], ends: "", ceiling: 10_000, comes: Comes::Asked },
    // The theme of the projector came for 0.2 kB; what comes late has a sheet of its own.
    Kind { name: "style", begins: &["style-"], ends: ".css", ceiling: 7_600, comes: Comes::First },
    // With the first screen in it, which can be read before the module is there, and the names of all files of all towns.
    Kind { name: "page", begins: &["index"], ends: ".html", ceiling: 4_200, comes: Comes::First },
    Kind { name: "font", begins: &["source-sans"], ends: ".woff2", ceiling: 17_200, comes: Comes::First },
];

impl Kind {
    fn holds(&self, file: &str) -> bool {
        self.begins.iter().any(|begin| file.starts_with(begin)) && file.ends_with(self.ends)
    }

    /// What one visit receives of it.
    fn travels(&self, files: &[File]) -> usize {
        let sizes = files.iter().filter(|it| self.holds(&it.name)).map(|it| it.brotli);
        // A visit is one to one town.
        if self.ends == TOWN { sizes.max().unwrap_or(0) } else { sizes.sum() }
    }
}

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

/// What a visit receives by kind, with the ceilings; an error when a kind is above its own, or a file of none.
pub fn check(files: &[File]) -> Result<String> {
    if let Some(file) = files.iter().find(|file| KINDS.iter().filter(|it| it.holds(&file.name)).count() != 1) {
        bail!("{} is no kind of file that the page is known to have", file.name);
    }
    let sum = |comes: Comes| KINDS.iter().filter(|it| it.comes == comes).map(|it| it.travels(files)).sum::<usize>();
    let mut told = String::new();
    let mut row =
        |name: &str, size: usize, ceiling: usize| told.push_str(&format!("{name:<32} {size:>10} {ceiling:>10}\n"));
    KINDS.iter().for_each(|it| row(it.name, it.travels(files), it.ceiling));
    row("first view (ceiling: the aim)", sum(Comes::First), AIM);
    row("late in a visit", sum(Comes::Late), LATE);
    let above = KINDS.iter().map(|it| (it.name, it.travels(files), it.ceiling)).chain([(
        "late in a visit",
        sum(Comes::Late),
        LATE,
    )]);
    match above.into_iter().find(|(_, size, ceiling)| size > ceiling) {
        Some((name, size, ceiling)) => bail!("{told}{name}: {size} bytes (brotli), {ceiling} are allowed"),
        None => Ok(told),
    }
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

    fn file(name: &str, brotli: usize) -> File {
        File { name: name.into(), raw: 900_000, gzip: 400_000, brotli }
    }

    #[test]
    fn each_kind_is_held_to_its_own_ceiling() {
        for kind in &KINDS {
            let name = format!("{}a7{}", kind.begins[0], kind.ends);
            assert!(check(&[file(&name, kind.ceiling)]).is_ok(), "{name}");
            let reason = check(&[file(&name, kind.ceiling + 1)]).unwrap_err().to_string();
            assert!(reason.contains(&format!("{} are allowed", kind.ceiling)), "{reason}");
        }
        assert!(table(&[file("index.html", 1)]).contains("total"));
    }

    #[test]
    fn towns_travel_one_by_one_and_an_unknown_file_is_seen() {
        let town = KINDS.iter().find(|it| it.begins == [TOWN_FILE]).unwrap();
        let towns = ["town-a-1.bin", "town-b-2.bin"].map(|name| file(name, town.ceiling));
        assert!(check(&towns).unwrap().contains(&town.ceiling.to_string()));
        assert!(check(&[file("more.js", 1)]).is_err());
    }
}
