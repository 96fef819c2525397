use std::fmt;

use xxhash_rust::const_xxh64::xxh64;

/// The texts of a pack by file name (Dateien eines Datenpakets).
#[derive(Clone, Debug, Default)]
pub struct Files {
    texts: Vec<(String, String)>,
}

impl Files {
    /// Adds or replaces a file.
    pub fn with(mut self, name: &str, text: &str) -> Self {
        self.texts.retain(|(other, _)| other != name);
        self.texts.push((name.to_owned(), text.to_owned()));
        self
    }

    /// The text of a file, or the problem that it is missing.
    pub fn text(&self, name: &str) -> Result<&str, Problem> {
        let found = self.texts.iter().find(|(other, _)| other == name).map(|(_, text)| text.as_str());
        found.ok_or_else(|| Problem::new(name, None, "expected this file in the pack, found nothing"))
    }

    /// A sum over these files, as far as they are there: another one after any change.
    pub fn sum<'a>(&self, names: impl Iterator<Item = &'a str>) -> u64 {
        let texts = names.filter_map(|name| Some(format!("{name}\n{}\n", self.text(name).ok()?)));
        xxh64(texts.collect::<String>().as_bytes(), 0)
    }
}

/// What is wrong with a pack, and where (Fehler im Datenpaket).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// File name within the pack.
    pub file: String,
    /// Line, counted from one, the header included.
    pub line: Option<u64>,
    /// What was expected and what was found.
    pub message: String,
}

impl Problem {
    /// A problem at a place.
    pub fn new(file: &str, line: Option<u64>, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}: {}", self.file, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}
