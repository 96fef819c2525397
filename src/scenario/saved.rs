use serde::{Deserialize, Serialize};

use super::Draft;

/// The newest form that this program writes and reads.
const SCHEMA: u32 = 1;

/// Letters of a name.
const NAME: usize = 80;

/// What stands in the storage under one key (Umschlag): versioned, so that later programs can read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    schema: u32,
    app: String,
    /// When it was first saved, milliseconds since 1970; earlier programs wrote none.
    #[serde(default)]
    at: u64,
    scenario: Draft,
}

impl Entry {
    /// An entry for a draft that is saved now.
    pub fn new(draft: &Draft, at: u64) -> Self {
        Self { schema: SCHEMA, app: env!("CARGO_PKG_VERSION").to_owned(), at, scenario: draft.clone() }
    }
}

/// A scenario that stands in the storage (gesicherter Entwurf).
///
/// The bytes under its key are all that there is of it: no list beside them can be lost, be late or forget it.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// What names it in the storage: random letters, or the number that earlier programs gave.
    pub id: String,
    /// What stands there, to the byte.
    pub text: String,
    /// When it was first saved; zero for what earlier programs saved.
    pub at: u64,
    /// The scenario, none if it cannot be read; the bytes stay where they are.
    pub draft: Option<Draft>,
}

impl Saved {
    /// Reads what stands under a key.
    pub fn read(id: &str, text: String) -> Self {
        let entry = serde_json::from_str::<Entry>(&text).ok().filter(|it| it.schema <= SCHEMA);
        let at = entry.as_ref().map_or(0, |it| it.at);
        let draft = entry.map(|it| it.scenario);
        Self { id: id.to_owned(), text, at, draft }
    }

    /// Whether it bears this name.
    pub fn is_called(&self, name: &str) -> bool {
        self.draft.as_ref().is_some_and(|it| it.name() == name)
    }

    /// It under another name; none where there is nothing that could be read.
    pub fn renamed(&self, name: &str) -> Option<Entry> {
        Some(Entry::new(&self.draft.clone()?.renamed(name), self.at))
    }
}

/// Puts saved scenarios into the order of their saving; the numbers of earlier programs counted up.
pub fn sort(saved: &mut [Saved]) {
    saved.sort_unstable_by(|a, b| {
        let order = |it: &Saved| (it.at, it.id.parse::<u64>().unwrap_or(u64::MAX));
        order(a).cmp(&order(b)).then_with(|| a.id.cmp(&b.id))
    });
}

/// The first name that no saved scenario bears yet, of names that count up from `first`.
pub fn free_name(saved: &[Saved], first: usize, name: impl Fn(usize) -> String) -> String {
    // Among one more name than there are scenarios, one is free.
    let mut names = (first..=first + saved.len()).map(name);
    names.find(|name| !saved.iter().any(|it| it.is_called(name))).unwrap_or_default()
}

/// The name of the next scenario, where the person gives none.
pub fn next_name(saved: &[Saved], name: impl Fn(usize) -> String) -> String {
    free_name(saved, saved.len() + 1, name)
}

/// A name cut so that something can be put behind it.
pub fn stem(name: &str) -> String {
    const BEHIND: usize = 16;
    name.chars().take(NAME - BEHIND).collect()
}

/// What people call an entry whose name cannot be read: its key, or the beginning of it.
pub fn short_id(id: &str) -> String {
    id.chars().take(8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, rest: &str) -> String {
        let file = format!(r#"{{"format":"zukunftshaushalt-scenario","version":1,"pack":"x","name":"{name}"}}"#);
        format!(r#"{{"schema":1,"app":"x",{rest}"scenario":{file}}}"#)
    }

    fn names(saved: &[Saved]) -> Vec<&str> {
        saved.iter().filter_map(|it| it.draft.as_ref()).map(Draft::name).collect()
    }

    #[test]
    fn old_numbers_come_first_and_count_then_the_order_of_saving() {
        let read = |(id, text): (&str, String)| Saved::read(id, text);
        let mut saved: Vec<Saved> = [
            ("c0ffee", entry("fourth", r#""at":5,"#)),
            ("beef", entry("third", r#""at":4,"#)),
            ("10", entry("second", "")),
            ("9", entry("first", "")),
        ]
        .map(read)
        .to_vec();
        sort(&mut saved);
        assert_eq!(names(&saved), ["first", "second", "third", "fourth"]);
    }

    #[test]
    fn what_cannot_be_read_keeps_its_bytes_and_a_newer_form_is_left_alone() {
        for text in ["", "{ broken", "[1,2]", &entry("new", "").replace("\"schema\":1", "\"schema\":2")] {
            let saved = Saved::read("1", text.to_owned());
            assert_eq!((saved.draft.as_ref(), saved.text.as_str()), (None, text));
            assert!(saved.renamed("other").is_none());
        }
    }

    #[test]
    fn renaming_changes_nothing_but_the_name() {
        let saved = Saved::read("1", entry("one", r#""at":7,"#));
        let text = serde_json::to_string(&saved.renamed("two").expect("it can be read")).expect("it can be written");
        let renamed = Saved::read("1", text);
        assert_eq!((names(std::slice::from_ref(&renamed)), renamed.at), (vec!["two"], 7));
    }

    #[test]
    fn names_are_short_whatever_stands_in_the_storage() {
        let saved = Saved::read("1", entry(&"ä".repeat(5_000_000), ""));
        assert_eq!(saved.draft.expect("it can be read").name().chars().count(), NAME);
    }

    #[test]
    fn a_name_that_is_there_is_not_given_again() {
        let saved: Vec<Saved> = ["Entwurf 3", "Entwurf 4"].map(|it| Saved::read("1", entry(it, ""))).to_vec();
        assert_eq!(next_name(&saved, |n| format!("Entwurf {n}")), "Entwurf 5");
        assert_eq!(next_name(&saved[..1], |n| format!("Entwurf {n}")), "Entwurf 2");
        let long = "ä".repeat(80);
        assert!(format!("{} (Kopie 1234567)", stem(&long)).chars().count() <= NAME);
    }
}
