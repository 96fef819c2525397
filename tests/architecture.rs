//! The house keeps to its plan: the table of rooms in `src/lib.rs`, read from the sources themselves.
//!
//! The sources are read without comments, texts and test modules. Every path that begins with `crate::` is followed
//! through its braces to the names that it brings in.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the house and the rooms that each may use.
const ROOMS: [(&str, &[&str]); 8] = [
    ("model", &[]),
    ("pack", &["model"]),
    ("import", &["model"]),
    ("scenario", &["model"]),
    ("text", &["model"]),
    ("figure", &["model", "text", "scenario"]),
    ("platform", &["scenario", "figure"]),
    ("view", &["model", "pack", "scenario", "text", "figure", "platform"]),
];

/// Crates of the browser and the only rooms that may name them; `start.rs` opens the page and may too.
const BROWSER: [(&str, &[&str]); 7] = [
    ("web_sys", &["platform", "start"]),
    ("js_sys", &["platform", "start"]),
    ("gloo_storage", &["platform"]),
    ("wasm_bindgen", &["platform", "start"]),
    ("plotters_canvas", &["platform"]),
    ("plotters_backend", &["platform"]),
    ("leptos", &["platform", "view"]),
];

/// Drawing belongs to figures; platform carries out what they draw, and a view only hands the canvas over.
const DRAWING: (&str, &[&str]) = ("plotters", &["figure", "platform"]);

/// What platform may know of figures: the colours of the page, which only the browser can tell.
const INK: &str = "figure::plot::";

/// Lines above which a file must be on the list below.
const LONG: usize = 400;

/// Long files, each with its reason.
const LONG_FILES: [(&str, &str); 5] = [
    ("src/pack/load.rs", "one function per file of a pack, in the order of packs/README.md; splitting hides the order"),
    ("src/pack/tables.rs", "one declaration per file of a pack, in the order of packs/README.md; a column is one line"),
    ("src/text/catalog.rs", "one line per text of the page, in its order; a part of it would hide what is missing"),
    ("src/text/de.rs", "one catalogue per language in the order of the page, to be read and copied as a whole"),
    ("src/text/en.rs", "one catalogue per language in the order of the page, to be read and copied as a whole"),
];

/// One source file.
struct Source {
    /// Path from the root of the repository.
    path: String,
    /// Name of its room: the folder below `src`, or the file's own name.
    room: String,
    /// Steps from the crate to its module.
    depth: usize,
    /// The text as it stands.
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    files.sort();
    files.iter().map(|file| source(file.strip_prefix(root).unwrap(), fs::read_to_string(file).unwrap())).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn source(path: &Path, text: String) -> Source {
    let mut steps: Vec<String> =
        path.with_extension("").iter().skip(1).map(|step| step.to_string_lossy().into_owned()).collect();
    if steps.last().is_some_and(|last| last == "mod" || last == "lib") {
        steps.pop();
    }
    let room = steps.first().cloned().unwrap_or_else(|| "lib".to_owned());
    Source { path: path.to_string_lossy().into_owned(), room, depth: steps.len(), text }
}

/// The code of a file: comments and texts in quotes blanked out, the tests at its end left out.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut code = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skip = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => quoted(rest),
            'r' if rest.starts_with("r#\"") && !code.ends_with(is_word) => {
                rest.find("\"#").map_or(rest.len(), |end| end + 2)
            }
            '\'' if rest.starts_with("'\"'") => 3,
            _ => 0,
        };
        if skip == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            code.push(' ');
            rest = &rest[skip..];
        }
    }
    code
}

/// Length of a text in quotes, its escapes respected.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Where `word` stands as a whole word.
fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| !code[..*at].ends_with(is_word) && !code[at + word.len()..].starts_with(is_word))
}

/// Follows a use tree from its first name: `a::{b, c::D}` gives `a::b` and `a::c::D`.
fn follow(prefix: &str, tree: &str, found: &mut Vec<String>) {
    let tree = tree.trim_start();
    if let Some(inner) = tree.strip_prefix('{') {
        for part in parts(inner) {
            follow(prefix, part, found);
        }
        return;
    }
    let end = tree.find(|letter| !is_word(letter) && letter != '*').unwrap_or(tree.len());
    let path = format!("{prefix}{}", &tree[..end]);
    match tree[end..].strip_prefix("::") {
        Some(rest) if rest.trim_start().starts_with(|next| is_word(next) || next == '{' || next == '*') => {
            follow(&format!("{path}::"), rest, found);
        }
        _ => found.push(path),
    }
}

/// The parts between commas up to the brace that closes.
fn parts(inner: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&inner[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

/// Everything a file takes from other rooms, as paths from the crate.
fn uses(source: &Source, code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for at in words(code, "crate") {
        if let Some(tree) = code[at..].strip_prefix("crate::") {
            follow("", tree, &mut found);
        }
    }
    // `super::` as often as the module is deep leads to the crate as well.
    let up = "super::".repeat(source.depth.max(1));
    for at in words(code, "super").filter(|at| !code[..*at].ends_with("super::")) {
        if let Some(tree) = code[at..].strip_prefix(&up) {
            follow("", tree, &mut found);
        }
    }
    found
}

/// Every broken rule of one file, in words.
fn broken(source: &Source) -> Vec<String> {
    let code = code(&source.text);
    let mut found = Vec::new();
    let mut complain = |what: String| found.push(format!("{}: {what}", source.path));
    if let Some((room, allowed)) = ROOMS.iter().find(|(room, _)| *room == source.room) {
        for path in uses(source, &code) {
            let other = path.split("::").next().unwrap_or_default();
            let is_room = ROOMS.iter().any(|(name, _)| *name == other);
            if is_room && other != *room && !allowed.contains(&other) {
                complain(format!("{room} must not know {other}, but uses {path}"));
            }
            if *room == "platform" && other == "figure" && !path.starts_with(INK) {
                complain(format!("platform knows the ink of figures only, but uses {path}"));
            }
            let name = path.rsplit("::").next().unwrap_or_default();
            if *room == "text" && other == "model" && !name.starts_with(char::is_uppercase) {
                complain(format!("text knows the types of the model only, but uses {path}"));
            }
        }
    }
    for (name, allowed) in BROWSER.into_iter().chain([DRAWING]) {
        if allowed.contains(&source.room.as_str()) {
            continue;
        }
        for at in words(&code, name) {
            let may_view = code[at..].starts_with("plotters::drawing::IntoDrawingArea");
            if !(source.room == "view" && may_view) {
                complain(format!("{} must not know {name}", source.room));
            }
        }
    }
    if source.room == "view" && ["style=", "style:", ".style("].iter().any(|it| styled(&code, it)) {
        complain("a style belongs to style/, not into a view".to_owned());
    }
    found
}

/// Whether an attribute called style is set; names that only end in it do not count.
fn styled(code: &str, attribute: &str) -> bool {
    code.match_indices(attribute)
        .any(|(at, _)| attribute.starts_with('.') || !code[..at].ends_with(|it| is_word(it) || it == '-'))
}

#[test]
fn dependencies_point_down() {
    let sources = sources();
    for (room, _) in ROOMS {
        assert!(sources.iter().any(|it| it.room == room), "there is no room {room}");
    }
    let problems: Vec<String> = sources.iter().flat_map(broken).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The rules above see what they forbid, and nothing else.
#[test]
fn violations_are_seen() {
    let planted = [
        ("src/model/tax.rs", "use crate::pack::load;", "model must not know pack"),
        ("src/model/fiscal/law.rs", "fn f() { crate::text::amount() }", "model must not know text"),
        ("src/model/mod.rs", "use super::scenario::Session;", "model must not know scenario"),
        ("src/model/fiscal/law.rs", "use super::super::super::view::mount;", "uses view::mount"),
        ("src/pack/load.rs", "use crate::{model::Town, scenario::{Action, Session}};", "uses scenario::Session"),
        ("src/import/table.rs", "use crate::pack::Problem;", "import must not know pack"),
        ("src/scenario/file.rs", "use crate::figure::Mode;", "scenario must not know figure"),
        ("src/text/de.rs", "use crate::pack::Problem;", "text must not know pack"),
        ("src/text/de.rs", "use crate::model::{Money, simulate};", "types of the model only"),
        ("src/figure/why.rs", "use crate::platform::page;", "figure must not know platform"),
        ("src/figure/why.rs", "use web_sys::Window;", "figure must not know web_sys"),
        ("src/figure/why.rs", "use crate::pack::muenster;", "figure must not know pack"),
        ("src/platform/page.rs", "use crate::view::mount;", "platform must not know view"),
        ("src/platform/theme.rs", "use crate::figure::law_figure;", "ink of figures only"),
        ("src/view/app.rs", "use web_sys::Window;", "view must not know web_sys"),
        ("src/view/app.rs", "let it: leptos::web_sys::Window = x;", "view must not know web_sys"),
        ("src/view/app.rs", "let it: leptos::web_sys::HtmlInputElement = x;", "view must not know web_sys"),
        ("src/view/app.rs", "use js_sys::Date;", "view must not know js_sys"),
        ("src/view/app.rs", "use plotters::prelude::*;", "view must not know plotters"),
        ("src/view/app.rs", "view! { <p style=\"color: red\">x</p> }", "a style belongs to style/"),
        ("src/view/app.rs", "view! { <p style:color=\"red\">x</p> }", "a style belongs to style/"),
        ("src/model/tax.rs", "use leptos::prelude::*;", "model must not know leptos"),
    ];
    for (path, text, expected) in planted {
        let problems = broken(&source(Path::new(path), text.to_owned()));
        assert!(problems.iter().any(|it| it.contains(expected)), "{path} with `{text}`: {problems:?}");
    }
    let allowed = [
        ("src/pack/load.rs", "use crate::model::{self, Town};\nuse super::table::rows;"),
        ("src/model/tax.rs", "//! As in `crate::view`.\nlet text = \"use crate::view;\"; // crate::view"),
        ("src/model/effects.rs", "fn f() {}\n#[cfg(test)]\nmod tests {\n    use crate::pack::load;\n}"),
        ("src/platform/theme.rs", "use crate::figure::plot::{Ink, Palette};"),
        ("src/view/app.rs", "use crate::{figure, model::simulate, platform::page, scenario::Action, text};"),
        ("src/text/de.rs", "use crate::model::{Money, fiscal::Trigger};"),
        ("src/model/fairness/cohorts.rs", "use super::super::fiscal::Flow;"),
    ];
    for (path, text) in allowed {
        assert_eq!(broken(&source(Path::new(path), text.to_owned())), Vec::<String>::new(), "{path} with `{text}`");
    }
}

#[test]
fn long_files_have_a_reason() {
    let sources = sources();
    for source in &sources {
        let lines = source.text.lines().count();
        let is_listed = LONG_FILES.iter().any(|(path, _)| *path == source.path);
        assert!(lines <= LONG || is_listed, "{} has {lines} lines and is not on the list of long files", source.path);
    }
    for (path, reason) in LONG_FILES {
        assert!(!reason.is_empty() && sources.iter().any(|it| it.path == path), "{path} is on the list but not there");
    }
}
