//! Files that need each other in a circle: none but those with a reason.
//!
//! A path leads to the file that declares what it names: through the doors of rooms (`pub use`), which are no
//! dependency by themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::{CRATES, Source, code, follow, sources, words, xtask_sources};

/// Circles that stay, by their files in rising order, each with its reason.
const CIRCLES: &[(&[&str], &str)] = &[];

/// A module: its file, the modules below it, and what it hands on under its own name.
struct Module {
    path: String,
    code: String,
    doors: Vec<String>,
    inner: String,
}

/// All modules by their path from the crate, the crate itself under the empty name.
struct House(BTreeMap<String, Module>);

impl House {
    fn of(sources: &[Source]) -> Self {
        let module = |it: &Source| {
            let code = code(&it.text);
            let (doors, inner) = without_doors(&code);
            (it.module(), Module { path: it.path.clone(), code, doors, inner })
        };
        Self(sources.iter().map(module).collect())
    }

    /// The file in which a path ends, seen from a module.
    fn file(&self, from: &str, path: &str) -> Option<&str> {
        let mut at = from.to_owned();
        for step in path.split("::") {
            match step {
                "crate" => at = own_crate(from).to_owned(),
                "self" => {}
                "super" => at = at.rsplit_once("::").map_or_else(String::new, |(above, _)| above.to_owned()),
                _ => {
                    let below = below(&at, step);
                    if self.0.contains_key(&below) {
                        at = below;
                        continue;
                    }
                    let module = self.0.get(&at)?;
                    if let Some(door) = self.door(&at, step) {
                        // The rest of the path names what is inside of that, a variant or a method.
                        return self.file(&at, &door);
                    }
                    return Some(&module.path);
                }
            }
        }
        self.0.get(&at).map(|it| it.path.as_str())
    }

    /// Where a door of a module leads that bears this name.
    fn door(&self, at: &str, name: &str) -> Option<String> {
        let doors = &self.0.get(at)?.doors;
        let named = doors.iter().find(|door| door.rsplit("::").next() == Some(name) && *door != name);
        let declares = |door: &String| {
            let code = &self.0.values().find(|it| Some(it.path.as_str()) == self.file(at, door))?.code;
            let kinds = ["struct", "enum", "fn", "trait", "const", "type", "static"];
            words(code, name).any(|at| kinds.iter().any(|kind| code[..at].ends_with(&format!("{kind} ")))).then_some(())
        };
        let open = || {
            let behind = doors.iter().filter_map(|door| Some(format!("{}::{name}", door.strip_suffix("::*")?)));
            behind.into_iter().find(|door| declares(door).is_some())
        };
        named.cloned().or_else(open)
    }

    /// The files that a module needs.
    fn needs(&self, name: &str, module: &Module) -> BTreeSet<String> {
        let mut found = Vec::new();
        let children = self.0.keys().filter_map(|it| {
            let child = if name.is_empty() { it.as_str() } else { it.strip_prefix(name)?.strip_prefix("::")? };
            (!child.is_empty() && !child.contains("::")).then_some(child)
        });
        for first in ["crate", "self", "super"].into_iter().chain(children) {
            for at in words(&module.inner, first) {
                let tree = &module.inner[at..];
                if tree[first.len()..].starts_with("::") && !module.inner[..at].ends_with("::") {
                    follow("", tree, &mut found);
                }
            }
        }
        let files = found.iter().filter_map(|path| self.file(name, path));
        files.filter(|file| *file != module.path).map(str::to_owned).collect()
    }

    fn circles(&self) -> Vec<BTreeSet<String>> {
        let needs: BTreeMap<&str, BTreeSet<String>> =
            self.0.iter().map(|(name, it)| (it.path.as_str(), self.needs(name, it))).collect();
        let reach = |from: &str| {
            let mut seen = BTreeSet::new();
            let mut waiting = vec![from.to_owned()];
            while let Some(file) = waiting.pop() {
                for next in needs.get(file.as_str()).into_iter().flatten() {
                    if seen.insert(next.clone()) {
                        waiting.push(next.clone());
                    }
                }
            }
            seen
        };
        let reached: BTreeMap<&str, BTreeSet<String>> = needs.keys().map(|file| (*file, reach(file))).collect();
        let circle = |file: &str| -> BTreeSet<String> {
            reached[file].iter().filter(|it| reached[it.as_str()].contains(file)).cloned().collect()
        };
        let all: BTreeSet<BTreeSet<String>> = needs.keys().map(|file| circle(file)).collect();
        all.into_iter().filter(|it| !it.is_empty()).collect()
    }

    /// What ties a circle, file by file.
    fn ties(&self, circle: &BTreeSet<String>) -> String {
        let inside = self.0.iter().filter(|(_, it)| circle.contains(&it.path));
        let lines = inside.map(|(name, it)| {
            let needs: Vec<String> = self.needs(name, it).intersection(circle).cloned().collect();
            format!("  {} needs {}", it.path, needs.join(", "))
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Where `crate` leads from a module: to its room if that is a crate of its own, else to the crate of the page.
fn own_crate(module: &str) -> &str {
    let room = module.split("::").next().unwrap_or_default();
    if CRATES.iter().any(|(name, _)| *name == room) { room } else { "" }
}

fn below(at: &str, step: &str) -> String {
    if at.is_empty() { step.to_owned() } else { format!("{at}::{step}") }
}

/// What a module hands on, and its code without that.
fn without_doors(code: &str) -> (Vec<String>, String) {
    let (mut doors, mut inner, mut rest) = (Vec::new(), String::new(), code);
    while let Some(at) = words(rest, "use").find(|at| {
        let before = rest[..*at].trim_end();
        before.ends_with("pub")
            || before.ends_with(')') && before.rsplit('\n').next().is_some_and(|it| it.contains("pub("))
    }) {
        let end = rest[at..].find(';').map_or(rest.len(), |end| at + end + 1);
        inner.push_str(&rest[..at]);
        follow("", &rest[at + "use".len()..end], &mut doors);
        rest = &rest[end..];
    }
    inner.push_str(rest);
    (doors, inner)
}

#[test]
fn no_file_needs_itself_by_way_of_another() {
    let xtask = House::of(&xtask_sources());
    assert!(xtask.0.len() > 10, "the sources of xtask were not found");
    let ties: Vec<String> = xtask.circles().iter().map(|it| xtask.ties(it)).collect();
    assert!(ties.is_empty(), "circles in xtask:\n{}", ties.join("\n\n"));

    let house = House::of(&sources());
    let circles = house.circles();
    let is_listed = |circle: &BTreeSet<String>| CIRCLES.iter().any(|(files, _)| circle.iter().eq(files.iter()));
    let found: Vec<String> = circles.iter().filter(|it| !is_listed(it)).map(|it| house.ties(it)).collect();
    assert!(found.is_empty(), "{} circles:\n{}", found.len(), found.join("\n\n"));
    for (files, reason) in CIRCLES {
        assert!(!reason.is_empty() && circles.iter().any(|it| it.iter().eq(files.iter())), "{files:?} is no circle");
    }
}

/// A planted circle is seen, through a door and directly; doors alone tie nothing.
#[test]
fn circles_are_seen() {
    let house = |files: &[(&str, &str)]| {
        let sources: Vec<Source> = files.iter().map(|(path, text)| Source::of(path, text)).collect();
        House::of(&sources).circles()
    };
    let set = |files: &[&str]| files.iter().map(|it| (*it).to_owned()).collect::<BTreeSet<_>>();
    let door = ("src/a/mod.rs", "mod one;\nmod two;\npub use one::One;\npub use two::{Two, two};");
    let (one, two) = ("src/a/one.rs", "src/a/two.rs");
    for (first, second) in [
        ("use super::Two;\npub struct One;", "use super::One;\npub struct Two;"),
        ("fn f() { super::two::two() }", "use super::one::{self, One};"),
        ("use crate::a::{Two};", "fn f() { crate::a::One::new() }"),
    ] {
        assert_eq!(house(&[door, (one, first), (two, second)]), [set(&[one, two])], "{first} {second}");
    }
    let inside = ("src/a/mod.rs", "mod one;\npub struct Whole;\nfn f() { one::go(); }");
    assert_eq!(house(&[inside, (one, "use super::Whole;")]), [set(&["src/a/mod.rs", one])]);
    let far = [("src/b/mod.rs", "pub use crate::a::*;"), ("src/c.rs", "use crate::b::Two;")];
    let first = (one, "use crate::c::X;");
    let second = (two, "pub struct Two;\nuse super::One;");
    assert_eq!(house(&[door, far[0], far[1], first, second]), [set(&[one, two, "src/c.rs"])]);
    let own = [("src/import/lib.rs", "mod one;\nmod two;"), ("src/import/one.rs", "use crate::two::Two;")];
    let back = ("src/import/two.rs", "use super::one::One;\npub struct Two;");
    assert_eq!(house(&[own[0], own[1], back]), [set(&["src/import/one.rs", "src/import/two.rs"])]);
    for (first, second) in [("pub struct One;", "use super::One;"), ("// use super::Two;", "use super::One;")] {
        assert!(house(&[door, (one, first), (two, second)]).is_empty(), "{first} {second}");
    }
}
