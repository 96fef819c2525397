//! The files of the page: style, fonts, scripts and the page itself, named after their content.
//!
//! A name that changes with the content lets a browser keep a file for ever. `index.html` alone keeps its name; it
//! carries the others' names and checksums, so a file that was changed on the way is refused by the browser.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::hashed::{MARK, checksum, hash, write_hashed};
use crate::late::{self, ASKED_SHEETS, LATE_FILE, LATE_SHEETS};
use crate::pack::{self, Deployment, Packed};
use crate::policy;
use crate::script::{Kind, shortened};
use crate::wasm::{GLUE, LINK, Module};

/// How an element of `index.html` begins that names a town.
const TOWN: &str = "<meta name=\"town\" content=\"";

/// The style that stands in the page itself.
const START: &str = "boot.css";

/// How the file of a town begins.
pub const TOWN_FILE: &str = "town-";

/// How the file of the accessibility statement begins.
pub const STATEMENT_FILE: &str = "late-statement";

/// The script for pages that show this one in a frame. They name it, so it keeps its name.
pub const EMBED: &str = "embed.js";

/// The script that keeps the files of a build for the time without a network, and what it does not keep: itself, and what
/// only other pages or people ask for.
pub const OFFLINE: &str = "sw.js";
const NOT_KEPT: [&str; 3] = [OFFLINE, EMBED, "index.html"];

/// What the device is told that puts the page among its programs.
pub const MANIFEST: &str = "manifest.webmanifest";

/// Pictures of the program, in `style/icons/`.
const ICONS: [(&str, &str); 3] = [("icon.svg", "any"), ("icon-192.png", "192x192"), ("icon-512.png", "512x512")];

/// Writes all files of the page into the folder, with what the public body says that publishes it, and the `hosts` whose
/// pages show it in a frame and may speak with it, apart by blanks.
pub fn write(dist: &Path, module: &Module, said: &Deployment, hosts: &str) -> Result<()> {
    let root = crate::folders::root();
    let [style, late_styles @ ..] = stylesheets(&root.join("style"))?;
    let style = with_fonts(dist, &root.join("style"), style)?;
    let source = |name: &str| fs::read_to_string(root.join("src").join(name)).with_context(|| format!("src/{name}"));
    let boot = shortened(&source("boot.js")?, Kind::Module)?;
    let parts: [(&str, &[u8]); 3] =
        [("style.css", style.as_bytes()), ("app.wasm", &module.wasm), ("boot.js", boot.as_bytes())];
    let mut page = fs::read_to_string(root.join("index.html")).context("index.html")?;
    for (name, content) in parts {
        page = with_reference(&page, name, &write_hashed(dist, name, content)?, content)?;
    }
    let (link, soon) = late::write(dist, module)?;
    let link = late::with_styles(dist, &link, &late_styles)?;
    page = late::with_soon(&page, &soon)?;
    let words = pack::outside()?;
    for name in ["outside.js", "offline.js"] {
        let script = with_gaps(name, &source(name)?, &[("outside-words", words.clone())])?;
        let script = shortened(&script, Kind::Module)?;
        page = with_reference(&page, name, &write_hashed(dist, name, script.as_bytes())?, script.as_bytes())?;
    }
    page = with_hosts(&page, hosts)?;
    for (name, real, script) in scripts(&module.glue, &link)? {
        fs::write(dist.join(&real), &script).with_context(|| format!("dist/{real}"))?;
        page = with_reference(&page, name, &real, script.as_bytes())?;
    }
    page = with_start(&page, &without_comments(&fs::read_to_string(root.join("style").join(START))?))?;
    page = with_towns(dist, &root.join("packs"), &page)?;
    page = with_opening(&root.join("packs"), &page)?;
    if let Some(text) = &said.statement {
        page = with_links(&with_statement(dist, &page, text)?, text)?;
    }
    if let Some(text) = &said.collector {
        page = with_collector(&page, text)?;
    }
    if page.contains(MARK) {
        bail!("index.html marks a reference with{MARK} that the build does not know");
    }
    fs::write(dist.join(EMBED), shortened(&source(EMBED)?, Kind::Classic)?)?;
    fs::write(dist.join(MANIFEST), manifest(dist, &root.join("style/icons"))?)?;
    fs::write(dist.join("index.html"), &page)?;
    let offline = with_gaps(OFFLINE, &source(OFFLINE)?, &kept(dist, &page)?)?;
    fs::write(dist.join(OFFLINE), shortened(&offline, Kind::Classic)?)?;
    Ok(())
}

/// Puts texts of JSON in the place of gaps, each of which a script holds exactly once, as a text of its own.
fn with_gaps(name: &str, script: &str, gaps: &[(&str, String)]) -> Result<String> {
    gaps.iter().try_fold(script.to_owned(), |script, (gap, value)| {
        let place = format!("\"{gap}\"");
        if script.matches(&place).count() != 1 {
            bail!("{name} must hold {place} exactly once");
        }
        Ok(script.replace(&place, value))
    })
}

/// What stands in the page before and behind those whose pages may speak with it.
const HOSTS: [&str; 2] = ["<meta name=\"hosts\" content=\"", "\">"];

/// Names in the page those whose pages may speak with it.
fn with_hosts(page: &str, hosts: &str) -> Result<String> {
    if !self::hosts(page)?.is_empty() {
        bail!("index.html names hosts already");
    }
    let [before, after] = HOSTS;
    Ok(page.replacen(&HOSTS.concat(), &format!("{before}{hosts}{after}"), 1))
}

/// Those whose pages may speak with a page, as it names them.
pub fn hosts(page: &str) -> Result<&str> {
    let [before, after] = HOSTS;
    let found = page.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    Ok(found.with_context(|| format!("index.html must hold {before}"))?.0)
}

/// Copies the icons and names them for the device.
fn manifest(dist: &Path, icons: &Path) -> Result<String> {
    let icon = |(name, sizes): &(&str, &str)| {
        let content = fs::read(icons.join(name)).with_context(|| format!("style/icons/{name}"))?;
        let src = write_hashed(dist, name, &content)?;
        anyhow::Ok(serde_json::json!({ "src": src, "sizes": sizes, "purpose": "any maskable" }))
    };
    let icons = ICONS.iter().map(icon).collect::<Result<Vec<_>>>()?;
    let said = serde_json::json!({
        "name": "Zukunftshaushalt", "short_name": "Haushalt", "lang": "de", "start_url": "./", "scope": "./", "id": "./",
        "display": "standalone", "background_color": "#f4f5f1", "theme_color": "#f4f5f1", "icons": icons,
    });
    Ok(said.to_string())
}

/// What is kept for the time without a network: every file with its checksum, and a name for the whole build.
fn kept(dist: &Path, page: &str) -> Result<[(&'static str, String); 2]> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !NOT_KEPT.contains(&name.as_str()) {
            files.push((name, checksum(&fs::read(&path)?)));
        }
    }
    files.sort();
    // The page itself is asked for by its folder.
    files.push(("./".to_owned(), checksum(page.as_bytes())));
    let listed = serde_json::to_string(&files)?;
    let build = hash(Sha256::new().chain_update(&listed));
    Ok([("offline-files", listed), ("offline-build", format!("\"{build}\""))])
}

/// The two scripts under the names by which they find each other, which change when one of them does: what the page
/// calls them, their names, and what they are.
fn scripts(glue: &str, link: &str) -> Result<[(&'static str, String, String); 2]> {
    let hash = hash(Sha256::new().chain_update(glue).chain_update(link));
    let [glue_name, link_name] = ["app", "link"].map(|stem| format!("{stem}-{hash}.js"));
    Ok([
        ("app.js", glue_name.clone(), with_import(glue, LINK, &link_name)?),
        ("link.js", link_name, with_import(link, GLUE, &glue_name)?),
    ])
}

/// A script that imports another one under its real name. The glue also holds that name as the key under which the
/// module asks for it; that stays.
fn with_import(script: &str, name: &str, real: &str) -> Result<String> {
    let spelled = ["from\"", "from \"", "from'", "from '"];
    let found = spelled.iter().map(|it| format!("{it}{name}")).find(|it| script.contains(it.as_str()));
    let found = found.with_context(|| format!("a script of the page must import {name}"))?;
    Ok(script.replace(&found, &found.replace(name, &format!("./{real}"))))
}

/// Puts the style of the start into the page itself, and its checksum into the policy, which allows no other there.
fn with_start(page: &str, style: &str) -> Result<String> {
    const PLACES: [&str; 2] = ["<style data-bundle></style>", "'start-style'"];
    if PLACES.iter().any(|place| page.matches(place).count() != 1) {
        bail!("index.html must hold each of {PLACES:?} exactly once");
    }
    let checksum = BASE64_STANDARD.encode(Sha256::digest(style));
    let [place, policy] = PLACES;
    Ok(page.replace(place, &format!("<style>{style}</style>")).replace(policy, &format!("'sha256-{checksum}'")))
}

/// Replaces the reference `"name" data-bundle` in the page by the file's real name and its checksum.
fn with_reference(page: &str, name: &str, real: &str, content: &[u8]) -> Result<String> {
    let wanted = format!("\"{name}\"{MARK}");
    if !page.contains(&wanted) {
        bail!("index.html must hold {wanted}");
    }
    // Browsers warn about a checksum on a preloaded module; src/boot.js hands it to the fetch that follows.
    let attribute = if name.ends_with(".wasm") { "data-integrity" } else { "integrity" };
    Ok(page.replace(&wanted, &format!("\"{real}\" {attribute}=\"{}\"", checksum(content))))
}

/// Writes each checked town as one file and names it in the page, the town that the page asks for first.
fn with_towns(dist: &Path, packs: &Path, page: &str) -> Result<String> {
    let (before, rest) = page.split_once(TOWN).context("index.html must name a town to open with")?;
    let (first, rest) =
        rest.split_once(&format!("\"{MARK}>")).context("index.html must mark its town for the build")?;
    let mut ids = Vec::new();
    for entry in fs::read_dir(packs).context("packs/")? {
        let entry = entry?;
        if entry.path().join("pack.csv").exists() {
            ids.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    if !ids.iter().any(|id| id == first) {
        bail!("index.html opens with the town {first}, which is not in packs/");
    }
    ids.sort_by_key(|id| (id != first, id.clone()));
    let named = |id: &String| {
        let folder = packs.join(id);
        town(dist, &folder, id, &pack::packed(&folder)?)
    };
    let towns = ids.iter().map(named).collect::<Result<Vec<_>>>()?;
    Ok(format!("{before}{}{rest}", towns.join("\n  ")))
}

/// Names in the page what the body that publishes it wants to be linked at its end.
fn with_links(page: &str, statement: &str) -> Result<String> {
    let said: serde_json::Value = serde_json::from_str(statement)?;
    let links = ["imprint", "privacy"].iter().filter_map(|name| {
        let link = said.pointer(&format!("/links/{name}"))?.as_str()?;
        Some(format!("<meta name=\"{name}\" content=\"{}\">\n  ", escaped(link.trim())))
    });
    let [before, _] = HOSTS;
    Ok(page.replacen(before, &(links.collect::<String>() + before), 1))
}

/// Writes the statement and names it beside every town, where the page looks for what comes later.
fn with_statement(dist: &Path, page: &str, text: &str) -> Result<String> {
    let file = write_hashed(dist, &format!("{STATEMENT_FILE}.json"), text.as_bytes())?;
    let named = format!("\" data-statement-file=\"{file}\" data-statement-integrity=\"{}\"", checksum(text.as_bytes()));
    let mut parts = page.split(TOWN);
    let mut told = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once('"').context("the name of a town in index.html does not end")?;
        told.push_str(&format!("{TOWN}{id}{named}{rest}"));
    }
    Ok(told)
}

/// Fills the gaps `{{name}}` of the first screen with what it says of the town that opens by itself, so that it can be read
/// before the page runs.
fn with_opening(packs: &Path, page: &str) -> Result<String> {
    let first = page.split_once(TOWN).and_then(|(_, rest)| rest.split_once('"'));
    let (first, _) = first.context("index.html must name a town to open with")?;
    let said = pack::opening(&packs.join(first))?;
    let mut filled = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("{{") {
        let (gap, after) = after.split_once("}}").context("a gap in index.html does not end")?;
        let text = said.pointer(&format!("/{}", gap.replace('.', "/"))).and_then(serde_json::Value::as_str);
        let text = text.with_context(|| format!("index.html has a gap `{gap}` that the first screen does not fill"))?;
        filled.push_str(before);
        filled.push_str(&escaped(text));
        rest = after;
    }
    Ok(filled + rest)
}

/// Tells the page where drafts are sent, and allows it to ask there and nowhere else.
fn with_collector(page: &str, text: &str) -> Result<String> {
    let said: serde_json::Value = serde_json::from_str(text).context("the collector")?;
    let address = said["address"].as_str().context("the collector names no address")?;
    let page = policy::with_origin(page, address)?;
    let (before, after) = page.split_once(TOWN).context("index.html must name a town to open with")?;
    Ok(format!("{before}<meta name=\"collector\" content=\"{}\">\n  {TOWN}{after}", escaped(text)))
}

/// Writes the files of a packed town and returns the element that names them, with the town's name in every language of its pack.
fn town(dist: &Path, folder: &Path, id: &str, packed: &Packed) -> Result<String> {
    let head = fs::read_to_string(folder.join("pack.csv")).with_context(|| format!("packs/{id}/pack.csv"))?;
    let rows = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(head.as_bytes()).into_records();
    let rows = rows.collect::<Result<Vec<_>, _>>().with_context(|| format!("packs/{id}/pack.csv"))?;
    let value = |key: &str| {
        let row = rows.iter().find(|row| row.get(0) == Some(key)).and_then(|row| row.get(1));
        row.map(escaped).with_context(|| format!("packs/{id}/pack.csv: expected a row `{key}`"))
    };
    // One name for each language in which the pack names its town.
    let langs = rows.iter().filter_map(|row| row.get(0)?.strip_prefix("town_"));
    let name = |lang: &str| {
        anyhow::Ok(format!(
            " data-{lang}=\"{} · {}\"",
            value(&format!("town_{lang}"))?,
            value(&format!("plan_{lang}"))?
        ))
    };
    let names = langs.map(name).collect::<Result<String>>()?;
    let Packed { town, english, notes, rows } = packed;
    let mut element = format!("{TOWN}{id}\"");
    let files = [
        ("", TOWN_FILE.to_owned(), town),
        ("english-", format!("{LATE_FILE}en-"), english),
        ("notes-", format!("{LATE_FILE}notes-"), notes),
    ];
    let rows = rows.iter().map(|it| ("rows-", format!("{LATE_FILE}rows-"), it));
    for (part, begin, content) in files.into_iter().chain(rows) {
        let file = write_hashed(dist, &format!("{begin}{id}.bin"), content)?;
        element.push_str(&format!(" data-{part}file=\"{file}\" data-{part}integrity=\"{}\"", checksum(content)));
    }
    Ok(format!("{element}{names}>"))
}

/// A text for an attribute in double quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// The style sheets of the first view, of what comes late, and of what comes with the paper: tokens and base first, because the others build on them,
/// then the rest by name. That of the start stands in the page.
fn stylesheets(folder: &Path) -> Result<[String; 3]> {
    let mut files: BTreeMap<(usize, String), PathBuf> = BTreeMap::new();
    for entry in fs::read_dir(folder).context("style/")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name == START {
                continue;
            }
            let rank = ["tokens.css", "base.css"].iter().position(|first| *first == name).unwrap_or(2);
            files.insert((rank, name), path);
        }
    }
    let mut all = [String::new(), String::new(), String::new()];
    let named = || LATE_SHEETS.iter().chain(&ASKED_SHEETS);
    if let Some(missing) = named().find(|late| !files.contains_key(&(2, (**late).to_owned()))) {
        bail!("style/ must hold {missing}, which comes late");
    }
    for ((_, name), path) in &files {
        let [first, late, asked] = &mut all;
        let own = match name.as_str() {
            it if LATE_SHEETS.contains(&it) => late,
            it if ASKED_SHEETS.contains(&it) => asked,
            _ => first,
        };
        own.push_str(&without_comments(&fs::read_to_string(path)?));
    }
    Ok(all)
}

/// Copies the fonts that the style sheet names and returns the style sheet with their new names and checksums.
///
/// A preload of a font ignores its `integrity`, so it stands where the font is asked for. Browsers that do not know it
/// there (before Safari 26.2 and Chromium 149) keep to the declaration before.
fn with_fonts(dist: &Path, folder: &Path, mut style: String) -> Result<String> {
    let fonts = folder.join("fonts");
    if !fonts.exists() {
        return Ok(style);
    }
    for entry in fs::read_dir(fonts)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let source = |address: &str| format!("src: url({address}) format(\"woff2\");\n");
        let reference = source(&format!("fonts/{name}"));
        if name.ends_with(".woff2") && style.contains(&reference) {
            let content = fs::read(&path)?;
            let real = write_hashed(dist, &name, &content)?;
            let checked = source(&format!("\"{real}\" integrity(\"{}\")", checksum(&content)));
            style = style.replace(&reference, &format!("{}{checked}", source(&real)));
        }
    }
    if style.contains("url(fonts/") {
        bail!("style/ names a font that is not in style/fonts/ or not as `src: url(fonts/…) format(\"woff2\");`");
    }
    Ok(style)
}

/// A style sheet without comments and indentation. Everything else compresses so well that a parser would not pay.
fn without_comments(css: &str) -> String {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folders::for_tests as folder;

    /// A place for what a test writes.
    #[test]
    fn comments_and_indentation_go() {
        let css = "/* one\n two */\na {\n  width: calc(1px + 2px); /* three */\n}\n/* open";
        assert_eq!(without_comments(css), "a {\nwidth: calc(1px + 2px);\n}\n");
    }

    /// The list of towns names each in every language of its pack.
    #[test]
    fn a_town_is_named_in_every_language_of_its_pack() {
        let folder = crate::folders::root().join("target/test-towns");
        fs::create_dir_all(&folder).unwrap();
        let head = "key;value\ntown_de;Stadt A\ntown_en;City of \"A\"\ntown_xx;X\nplan_de;P\nplan_en;Q\nplan_xx;R\n";
        fs::write(folder.join("pack.csv"), head).unwrap();
        let [town_file, english, notes] = ["town", "english", "notes"].map(|it| it.as_bytes().to_vec());
        let mut packed = Packed { town: town_file, english, notes, rows: None };
        assert!(!town(&folder, &folder, "a-2026", &packed).unwrap().contains("rows"));
        packed.rows = Some(b"rows".to_vec());
        let named = || town(&folder, &folder, "a-2026", &packed);
        let element = named().unwrap();
        assert!(element.contains(" data-rows-file=\"late-rows-a-2026-"), "{element}");
        let names = " data-de=\"Stadt A · P\" data-en=\"City of &quot;A&quot; · Q\" data-xx=\"X · R\">";
        assert!(element.ends_with(names), "{element}");
        fs::write(folder.join("pack.csv"), head.replace("plan_xx", "plan")).unwrap();
        assert!(named().unwrap_err().to_string().contains("expected a row `plan_xx`"));
    }

    /// Every town names the statement: whichever is opened, the page finds it.
    #[test]
    fn a_statement_is_named_beside_every_town() {
        let towns = format!("<head>{TOWN}a\" data-file=\"x\">{TOWN}b\" data-file=\"y\"></head>");
        let page = with_statement(&folder(), &towns, "{}").unwrap();
        assert_eq!(page.matches("data-statement-file=\"late-statement-").count(), 2, "{page}");
        assert_eq!(page.matches("data-statement-integrity=\"sha256-").count(), 2);
        assert!(
            page.starts_with("<head><meta name=\"town\" content=\"a\" data-statement-file=")
                && page.ends_with("data-file=\"y\"></head>")
        );
    }

    /// The page learns where drafts are sent, and its policy allows that place and no other; without one nothing changes.
    #[test]
    fn a_collector_is_named_in_the_page_and_in_its_policy() {
        let page = fs::read_to_string(crate::folders::root().join("index.html")).unwrap();
        let text = r#"{"address":"https://stadt.example:8443/v1/a","receiver":"Stadt \"B\""}"#;
        let told = with_collector(&page, text).unwrap();
        let policy = policy::of(&told).unwrap();
        assert!(policy.contains("; connect-src 'self' https://stadt.example:8443; "), "{policy}");
        assert_eq!(policy.replace(" https://stadt.example:8443", ""), policy::of(&page).unwrap());
        let element =
            "<meta name=\"collector\" content=\"{&quot;address&quot;:&quot;https://stadt.example:8443/v1/a&quot;";
        assert!(told.contains(element), "{told}");
        for other in ["{}", "x", r#"{"address":"http://stadt.example/a"}"#, r#"{"address":"https://a.example; x/a"}"#] {
            assert!(with_collector(&page, other).is_err(), "{other}");
        }
    }

    #[test]
    fn a_font_is_named_with_its_checksum_and_without() {
        let named = |font: &str| {
            let style = format!("src: url(fonts/{font}.woff2) format(\"woff2\");\n");
            with_fonts(&folder(), &crate::folders::root().join("style"), style)
        };
        let style = named("source-sans-3-latin-wght-normal").unwrap();
        let lines: Vec<&str> = style.lines().collect();
        let [plain, checked] = lines[..] else { panic!("{style}") };
        assert!(plain.starts_with("src: url(source-sans-3-latin-wght-normal-") && !plain.contains("integrity"));
        assert!(checked.contains(".woff2\" integrity(\"sha256-"), "{checked}");
        assert!(named("unknown").is_err());
    }

    /// The two scripts import each other by real names, which change with either of them; the key that the module asks by
    /// stays.
    #[test]
    fn the_scripts_find_each_other() {
        let glue = "import*as a from\"./link.js\";b={\"./link.js\":a}";
        let named = |link: &str| scripts(glue, link).unwrap();
        let [(_, glue_name, glue), (_, link_name, link)] = named("import {x} from \"./app.js\";1");
        assert_eq!(glue, format!("import*as a from\"./{link_name}\";b={{\"./link.js\":a}}"));
        assert_eq!(link, format!("import {{x}} from \"./{glue_name}\";1"));
        let [(_, other, _), _] = named("import {x} from \"./app.js\";2");
        assert_ne!(other, glue_name);
        assert!(scripts("", "").is_err());
    }

    #[test]
    fn the_style_of_the_start_stands_in_the_page_and_in_the_policy() {
        let page = with_start("style-src 'start-style'\"><style data-bundle></style>", "a{}").unwrap();
        // The checksum by another program: printf a{} | openssl dgst -sha256 -binary | base64
        assert_eq!(page, "style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='\"><style>a{}</style>");
        assert!(with_start(&page, "a{}").is_err());
    }

    #[test]
    fn a_reference_gets_its_name_and_checksum() {
        let page = with_reference(r#"<link href="a.css" data-bundle>"#, "a.css", "a-1.css", b"").unwrap();
        assert!(page.starts_with(r#"<link href="a-1.css" integrity="sha256-47DE"#), "{page}");
        assert!(with_reference(&page, "a.css", "a-2.css", b"").is_err());
    }
}
