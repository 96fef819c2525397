//! The house keeps to its plan: the table of rooms in `src/lib.rs`, read from the sources themselves.
//!
//! [`sources`] reads them, the rest holds them to the plan.

mod chapters;
mod circles;
mod sources;
mod styles;
mod texts;
mod views;

use std::fs;
use std::path::Path;

use sources::{CRATES, Source, code, is_word, sources, uses, words};

/// The rooms of the house and the rooms that each may use.
const ROOMS: [(&str, &[&str]); 8] = [
    ("model", &[]),
    ("pack", &["model"]),
    ("scenario", &["model"]),
    ("group", &["model", "scenario"]),
    ("text", &["model"]),
    ("figure", &["model", "text", "scenario", "group"]),
    ("platform", &["scenario", "figure"]),
    ("view", &["model", "pack", "scenario", "group", "text", "figure", "platform"]),
];

/// Crates of the browser and the only rooms that may name them; `start.rs` opens the page and may too.
const BROWSER: [(&str, &[&str]); 9] = [
    ("web_sys", &["platform", "start"]),
    ("js_sys", &["platform", "start"]),
    ("gloo_storage", &["platform"]),
    ("wasm_bindgen", &["platform", "start"]),
    ("wasm_bindgen_futures", &["platform"]),
    ("plotters_canvas", &["platform"]),
    ("plotters_backend", &["platform"]),
    ("leptos", &["platform", "view"]),
    ("wasm_split_helpers", &["view"]),
];

/// Drawing belongs to figures; platform carries out what they draw, and a view only hands the canvas over.
const DRAWING: (&str, &[&str]) = ("plotters", &["figure", "platform"]);

/// What platform may know of figures: the colours of the page, which only the browser can tell.
const INK: &str = "figure::plot::";

/// Lines above which a file must be on the list below.
const LONG: usize = 400;

/// Long files, each with its reason.
const LONG_FILES: [(&str, &str); 6] = [
    ("src/import/number.rs", "one grammar: separators, signs, brackets and what they leave in doubt decide each other"),
    ("src/pack/tables.rs", "one declaration per file of a pack, in the order of packs/README.md; a column is one line"),
    ("src/view/state.rs", "one value and one line for each thing that several parts of the page know"),
    ("src/text/catalog.rs", "one line per text of the page, in its order; a part of it would hide what is missing"),
    ("src/text/de.rs", "one catalogue per language in the order of the page, to be read and copied as a whole"),
    ("src/text/en.rs", "one catalogue per language in the order of the page, to be read and copied as a whole"),
];

/// The only room that names the crate of amounts; all others take them from the model.
const AMOUNTS: (&str, &[&str]) = ("money::", &["model", "import"]);

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
    let (path, allowed) = AMOUNTS;
    let names_amounts = |at: usize| code[at..].starts_with(path) && !code[..at].ends_with("::");
    if !allowed.contains(&source.room.as_str()) && words(&code, "money").any(names_amounts) {
        complain(format!("{} takes amounts from the model", source.room));
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

/// The crates of this house that a manifest names; those for tests are none of the crate's.
fn own_crates(manifest: &str) -> Vec<&str> {
    let lines = manifest.lines().take_while(|line| !line.contains("dev-dependencies"));
    let is_own = |line: &&str| line.contains("path = \"") && line.contains('{');
    lines.filter(is_own).filter_map(|line| line.split_whitespace().next()).collect()
}

/// A crate of its own needs nothing of the house but what its manifest may name; the compiler holds the rest.
#[test]
fn crates_stand_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    for (name, allowed) in CRATES {
        assert_eq!(own_crates(&read(&format!("src/{name}/Cargo.toml"))), allowed, "{name}");
    }
    assert_eq!(own_crates(&read("Cargo.toml")), ["money"], "the page does not hold the import");
    let folders = fs::read_dir(root.join("src")).unwrap().map(|it| it.unwrap().path());
    let mut crates: Vec<_> = folders.filter(|it| it.join("Cargo.toml").exists()).collect();
    crates.sort();
    assert_eq!(crates, CRATES.map(|(name, _)| root.join("src").join(name)));
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
        ("src/pack/load.rs", "use money::Money;", "pack takes amounts from the model"),
        ("src/scenario/file.rs", "use crate::figure::Mode;", "scenario must not know figure"),
        ("src/scenario/file.rs", "use crate::group::Submission;", "scenario must not know group"),
        ("src/group/gather.rs", "use crate::text::Lang;", "group must not know text"),
        ("src/group/gather.rs", "use web_sys::File;", "group must not know web_sys"),
        ("src/text/de.rs", "use crate::pack::Problem;", "text must not know pack"),
        ("src/text/de.rs", "use crate::model::{Money, simulate};", "types of the model only"),
        ("src/figure/why.rs", "use crate::platform::file;", "figure must not know platform"),
        ("src/figure/why.rs", "use web_sys::Window;", "figure must not know web_sys"),
        ("src/figure/why.rs", "use crate::pack::muenster;", "figure must not know pack"),
        ("src/platform/file.rs", "use crate::view::mount;", "platform must not know view"),
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
        let problems = broken(&Source::of(path, text));
        assert!(problems.iter().any(|it| it.contains(expected)), "{path} with `{text}`: {problems:?}");
    }
    let allowed = [
        ("src/pack/load.rs", "use crate::model::{self, Town};\nuse super::table::rows;"),
        ("src/model/tax.rs", "//! As in `crate::view`.\nlet text = \"use crate::view;\"; // crate::view"),
        ("src/model/effects.rs", "fn f() {}\n#[cfg(test)]\nmod tests {\n    use crate::pack::load;\n}"),
        ("src/platform/theme.rs", "use crate::figure::plot::{Ink, Palette};"),
        ("src/view/app.rs", "use crate::{figure, model::simulate, platform::file, scenario::Action, text};"),
        ("src/text/de.rs", "use crate::model::{Money, fiscal::Trigger};"),
        ("src/import/number.rs", "use money::Money;"),
        ("src/model/fairness/cohorts.rs", "use super::super::fiscal::Flow;"),
    ];
    for (path, text) in allowed {
        assert_eq!(broken(&Source::of(path, text)), Vec::<String>::new(), "{path} with `{text}`");
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
