//! What comes late: the parts of the module beside the first view, and the styles of what they show.

use std::path::Path;

use anyhow::{Result, bail};

use crate::hashed::{MARK, checksum, write_hashed};
use crate::wasm::Module;

/// What the styles are called of what comes late, and of what comes with the file of the paper.
const LATE_STYLES: [&str; 2] = ["late-style.css", "asked-style.css"];

/// How the file of a late part begins.
pub const LATE_FILE: &str = "late-";

/// The late parts that every visit needs, one behind the other: a line carries them in one go and a tenth smaller than
/// two dozen files, each of which waits for its turn.
const TOGETHER: &str = "late-rest.bin";

/// Likewise the small ones of those that late parts share for which somebody asks, and how small these are, bytes.
const SMALL_TOGETHER: &str = "late-asked-small.bin";
const SMALL: usize = 16_000;

/// How a file begins that only late parts share for which somebody asks.
const SHARED_FILE: &str = "late-asked-";

/// A late part: its name in the script that brings it, and its content.
type Part = (String, Vec<u8>);

/// How the name of a part begins that others share.
const SHARED: &str = "chunk_";

/// Writes the late parts and returns the script that brings them, which knows them by their names and checksums then, and
/// the name of what every visit needs.
pub fn write(dist: &Path, module: &Module) -> Result<(String, String)> {
    let (soon, asked): (Vec<_>, Vec<_>) = module.parts.iter().partition(|it| module.soon.contains(&it.0));
    let is_small = |it: &&Part| it.0.starts_with(SHARED) && it.1.len() < SMALL;
    let (small, asked): (Vec<_>, Vec<_>) = asked.into_iter().partition(is_small);
    let (link, real) = together(dist, TOGETHER, &soon, module.link.clone())?;
    let (mut link, _) = together(dist, SMALL_TOGETHER, &small, link)?;
    for (name, content) in asked {
        // What two late files share has a number for a name, which does not say when it comes.
        let begin = if name.starts_with(SHARED) { SHARED_FILE } else { LATE_FILE };
        let real = write_hashed(dist, &format!("{begin}{}", name.trim_start_matches("split_")), content)?;
        link = with_part(&link, name, &format!("\"{real}\",\"{}\"", checksum(content)))?;
    }
    Ok((link, real))
}

/// Writes parts one behind the other into one file and says in the script where each lies; returns it and the file's name.
fn together(dist: &Path, name: &str, parts: &[&Part], mut link: String) -> Result<(String, String)> {
    let all: Vec<u8> = parts.iter().flat_map(|it| it.1.iter().copied()).collect();
    let (real, sum, mut from) = (write_hashed(dist, name, &all)?, checksum(&all), 0);
    for (name, content) in parts {
        let to = from + content.len();
        link = with_part(&link, name, &format!("\"{real}\",\"{sum}\",{from},{to}"))?;
        from = to;
    }
    Ok((link, real))
}

/// Says in the script where a late part lies.
fn with_part(link: &str, name: &str, place: &str) -> Result<String> {
    let asked = [format!("\"./{name}\""), format!("'./{name}'")];
    let [asked] = &asked.iter().filter(|it| link.matches(it.as_str()).count() == 1).collect::<Vec<_>>()[..] else {
        bail!("the script for the late parts must ask for {name} exactly once");
    };
    Ok(link.replace(asked.as_str(), place))
}

/// Writes the styles of what comes late and puts their names and checksums into the script that brings the parts.
pub fn with_styles(dist: &Path, link: &str, styles: &[String; 2]) -> Result<String> {
    let mut told = link.to_owned();
    for (name, style) in LATE_STYLES.iter().zip(styles) {
        let places = [format!("\"{name}\""), format!("\"{}\"", name.replace(".css", "-checksum"))];
        let named = [write_hashed(dist, name, style.as_bytes())?, checksum(style.as_bytes())];
        for (place, it) in places.iter().zip(named) {
            if told.matches(place).count() != 1 {
                bail!("the script for the late parts must hold {place} exactly once");
            }
            told = told.replace(place, &format!("\"{it}\""));
        }
    }
    Ok(told)
}

/// Names in the page what every visit needs.
pub fn with_soon(page: &str, soon: &str) -> Result<String> {
    let wanted = format!("\"late\"{MARK}");
    if page.matches(&wanted).count() != 1 {
        bail!("index.html must hold {wanted} exactly once, for what comes late");
    }
    Ok(page.replace(&wanted, &format!("\"{soon}\"")))
}

/// Sheets of what comes late: nothing of the first screen, nor of what says that something is on its way, is dressed by them.
pub const LATE_SHEETS: [&str; 6] =
    ["departments.css", "learn.css", "ledger.css", "method.css", "outside.css", "sheet.css"];

/// Sheets of what comes with the file of the paper: nothing else is dressed by them.
pub const ASKED_SHEETS: [&str; 3] = ["easy.css", "embed.css", "paper.css"];

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::folders::for_tests as folder;

    /// A late part is asked for by its real name and with its checksum, what every visit needs by its place in one file; a
    /// script that knows none is refused.
    #[test]
    fn late_parts_are_named_in_the_script_that_brings_them() {
        let part = |name: &str, content: &[u8]| (name.to_owned(), content.to_vec());
        let module = |link: &str| Module {
            glue: String::new(),
            link: link.to_owned(),
            wasm: Vec::new(),
            parts: vec![
                part("chunk_1.wasm", &[1; SMALL]),
                part("chunk_2.wasm", b"two"),
                part("chunk_3.wasm", b"three"),
                part("split_rest.wasm", b"rest"),
            ],
            soon: vec!["split_rest.wasm".to_owned(), "chunk_2.wasm".to_owned()],
        };
        let script =
            "bring(\"./chunk_1.wasm\");bring('./chunk_2.wasm');bring(\"./split_rest.wasm\");bring(\"./chunk_3.wasm\")";
        let (link, soon) = write(&folder(), &module(script)).unwrap();
        let [one, two, rest, three] = link.split(';').collect::<Vec<_>>()[..] else { panic!("{link}") };
        assert!(one.starts_with("bring(\"late-asked-chunk_1-") && one.contains(".wasm\",\"sha256-"), "{one}");
        assert!(two.starts_with(&format!("bring(\"{soon}\",\"sha256-")) && two.ends_with("\",0,3)"), "{two}");
        assert!(rest.starts_with(&format!("bring(\"{soon}\",\"sha256-")) && rest.ends_with("\",3,7)"), "{rest}");
        assert!(three.starts_with("bring(\"late-asked-small-") && three.ends_with("\",0,5)"), "{three}");
        assert_eq!(fs::read(folder().join(&soon)).unwrap(), b"tworest");
        assert!(write(&folder(), &module("bring(\"./split_other.wasm\")")).is_err());
        let page = with_soon("<meta content=\"late\" data-bundle>", &soon).unwrap();
        assert_eq!(page, format!("<meta content=\"{soon}\">"));
        assert!(with_soon("", &soon).is_err());
    }

    /// The style of what comes late is asked for by its real name and with its checksum.
    #[test]
    fn the_late_style_is_named_in_the_script_that_brings_it() {
        let script = "s=[\"late-style.css\",\"late-style-checksum\"];a=[\"asked-style.css\",\"asked-style-checksum\"]";
        let link = with_styles(&folder(), script, &["a{}".to_owned(), "b{}".to_owned()]).unwrap();
        // The checksum by another program, as below.
        assert!(link.starts_with("s=[\"late-style-"), "{link}");
        assert!(
            link.contains(".css\",\"sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=\"];a=[\"asked-style-"),
            "{link}"
        );
        assert!(with_styles(&folder(), "", &["a{}".to_owned(), String::new()]).is_err());
    }
}
