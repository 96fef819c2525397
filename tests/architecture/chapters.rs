//! The chapters of the model: what cites one of their sections cites one that is there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders whose files may cite a chapter.
const READ: [&str; 5] = ["src", "tests", "examples", "xtask", "packs"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below a folder with one of these endings.
fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_meant = path.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending));
        if path.is_dir() {
            files(&path, endings, found);
        } else if is_meant {
            found.push(path);
        }
    }
}

/// The chapters by the name of their file, each with its path and the headings of its sections.
fn chapters() -> BTreeMap<String, (PathBuf, Vec<String>)> {
    let mut paths = Vec::new();
    files(&root().join("src/model"), &["md"], &mut paths);
    let chapter = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let headings = text.lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_owned).collect();
        (path.file_name().unwrap().to_string_lossy().into_owned(), (path, headings))
    };
    paths.into_iter().map(chapter).collect()
}

/// What stands behind the name of a chapter and a comma in a text, as far as it begins like a heading.
fn cited<'a>(text: &'a str, chapter: &'a str) -> impl Iterator<Item = &'a str> {
    let mark = format!("{chapter}, ");
    let places: Vec<usize> = text.match_indices(&mark).map(|(at, _)| at + mark.len()).collect();
    places.into_iter().map(|at| &text[at..]).filter(|rest| rest.starts_with(char::is_uppercase))
}

/// Whether a text goes on with a heading, and with nothing that would make another one of it.
fn is_heading(rest: &str, headings: &[String]) -> bool {
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    headings.iter().any(|heading| rest.strip_prefix(heading.as_str()).is_some_and(ends))
}

/// A text in one line, without the marks of comments and of code in it.
fn plain(text: &str) -> String {
    let bare = |line: &str| line.trim().trim_start_matches(['/', '!', '#']).trim().replace('`', "");
    text.lines().map(bare).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_cites_a_section_cites_one_that_is_there() {
    let chapters = chapters();
    assert!(chapters.len() >= 5 && chapters.contains_key("model.md"), "{:?}", chapters.keys());
    let mut paths = Vec::new();
    READ.iter().for_each(|folder| files(&root().join(folder), &["rs", "py", "mjs", "md"], &mut paths));
    let (mut found, mut wrong) = (0, Vec::new());
    for path in paths.iter().filter(|path| !path.ends_with("architecture/chapters.rs")) {
        let text = plain(&fs::read_to_string(path).unwrap());
        let told = path.strip_prefix(root()).unwrap().display();
        if text.contains("model §") {
            wrong.push(format!("{told} cites a number; sections are cited by file and heading"));
        }
        for (chapter, (_, headings)) in &chapters {
            for rest in cited(&text, chapter) {
                found += 1;
                if !is_heading(rest, headings) {
                    let rest: String = rest.chars().take(30).collect();
                    wrong.push(format!("{told}: {chapter} has no section `{rest}…`, only {}", headings.join(", ")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found > 30, "only {found} citations");
}

/// Every chapter is part of the documentation of the module beside it, and `model.md` leads to it.
#[test]
fn chapters_stand_in_the_documentation() {
    let chapters = chapters();
    let (frame, _) = &chapters["model.md"];
    let frame = fs::read_to_string(frame).unwrap();
    for (name, (path, headings)) in &chapters {
        let mut beside = Vec::new();
        files(path.parent().unwrap(), &["rs"], &mut beside);
        let include = format!("#![doc = include_str!(\"{name}\")]");
        let is_included = |file: &PathBuf| {
            file.parent() == path.parent() && fs::read_to_string(file).unwrap().contains(include.as_str())
        };
        assert!(beside.iter().any(is_included), "no module beside {name} includes it");
        assert!(frame.contains(&format!("| `{name}` |")), "model.md does not lead to {name}");
        assert!(!headings.is_empty(), "{name} has no section");
    }
}

#[test]
fn a_heading_is_told_from_what_only_begins_like_one() {
    let headings = ["Trend".to_owned(), "Shown value".to_owned()];
    for (rest, expected) in
        [("Trend)", true), ("Trends", false), ("Shown value.", true), ("Shown", false), ("Other", false)]
    {
        assert_eq!(is_heading(rest, &headings), expected, "{rest}");
    }
    let text = plain("/// see (x.md,\n/// Trend) and `x.md`, Other, but not x.md, or so");
    assert_eq!(cited(&text, "x.md").map(|it| is_heading(it, &headings)).collect::<Vec<_>>(), [true, false]);
}
