//! The sources of the house, read without comments, texts and test modules.
//!
//! Every path that begins with `crate::`, `super::`, `self::` or the name of a module beside it is followed through its
//! braces to the names that it brings in.

use std::fs;
use std::path::{Path, PathBuf};

/// One source file.
pub struct Source {
    /// Path from the root of the repository.
    pub path: String,
    /// Name of its room: the folder below `src`, or the file's own name.
    pub room: String,
    /// Steps from the crate to its module.
    pub depth: usize,
    /// The text as it stands.
    pub text: String,
}

pub fn sources() -> Vec<Source> {
    below(Path::new(env!("CARGO_MANIFEST_DIR")))
}

/// The sources of what is done to the project.
pub fn xtask_sources() -> Vec<Source> {
    below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("xtask"))
}

/// All sources of a package, by their path from it.
fn below(root: &Path) -> Vec<Source> {
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

/// Rooms that are crates of their own, and the crates of this house that each may use.
pub const CRATES: [(&str, &[&str]); 2] = [("import", &["money"]), ("money", &[])];

impl Source {
    /// A file that is not there, for what a test plants.
    pub fn of(path: &str, text: &str) -> Self {
        source(Path::new(path), text.to_owned())
    }

    /// Path of its module from `src`; empty for the crate of the page.
    pub fn module(&self) -> String {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let path = path.trim_end_matches("/mod").trim_end_matches("/lib");
        if path == "lib" || path == "main" { String::new() } else { path.replace('/', "::") }
    }
}

/// The code of a file: comments and texts in quotes blanked out, the tests at its end left out.
pub fn code(text: &str) -> String {
    split(text).0
}

/// The texts in quotes of a file, without those of comments and tests.
pub fn literals(text: &str) -> Vec<String> {
    split(text).1
}

fn split(text: &str) -> (String, Vec<String>) {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let (mut code, mut literals) = (String::new(), Vec::new());
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
            continue;
        }
        let (taken, left) = rest.split_at(skip);
        if first == '"' || first == 'r' {
            literals.push(taken.trim_start_matches(['r', '#']).trim_end_matches('#').trim_matches('"').to_owned());
        }
        code.push(' ');
        rest = left;
    }
    (code, literals)
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

pub fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Where `word` stands as a whole word.
pub fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| !code[..*at].ends_with(is_word) && !code[at + word.len()..].starts_with(is_word))
}

/// Follows a use tree from its first name: `a::{b, c::D}` gives `a::b` and `a::c::D`.
pub fn follow(prefix: &str, tree: &str, found: &mut Vec<String>) {
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
pub fn uses(source: &Source, code: &str) -> Vec<String> {
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
