//! Names that stay German on a page in another language.

use super::Lang;

/// What joins the words of a German name.
const JOINTS: [&str; 11] = ["das", "dem", "den", "der", "des", "für", "im", "und", "von", "zum", "zur"];

impl Lang {
    /// A source in parts, and which of them are German names on a page in another language (Namen in einer Quelle).
    ///
    /// Names of publications and offices stay as they are. Only those are told apart that hold a German joint: they are
    /// what a voice that expects another language cannot read.
    ///
    /// ```
    /// use zukunftshaushalt::text::Lang;
    ///
    /// let parts = Lang::En.names_in("Study (Agentur für Arbeit, June)");
    /// assert_eq!(parts, [("Study ".into(), false), ("(Agentur für Arbeit, ".into(), true), ("June)".into(), false)]);
    /// assert_eq!(Lang::De.names_in("Agentur für Arbeit"), [("Agentur für Arbeit".into(), false)]);
    /// ```
    pub fn names_in(self, source: &str) -> Vec<(String, bool)> {
        match self {
            Self::De => vec![(source.to_owned(), false)],
            Self::En => {
                let words: Vec<&str> = source.split_inclusive(' ').collect();
                let runs = words.chunk_by(|one, next| is_of_a_name(one) && is_of_a_name(next) && go_on(one, next));
                let told: Vec<(String, bool)> =
                    runs.map(|run| (run.concat(), run.iter().any(|it| is_joint(it)))).collect();
                let merged = told.chunk_by(|one, next| one.1 == next.1);
                merged
                    .map(|parts| (parts.iter().map(|it| it.0.as_str()).collect(), parts.iter().all(|it| it.1)))
                    .collect()
            }
        }
    }
}

/// The word without what stands around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|it: char| !it.is_alphanumeric())
}

fn is_joint(word: &str) -> bool {
    // "Die Glocke" is a newspaper; to die is English.
    bare(word) == "Die" || JOINTS.contains(&bare(word).to_lowercase().as_str())
}

fn is_of_a_name(word: &str) -> bool {
    bare(word).starts_with(char::is_uppercase) || bare(word) == "in" || is_joint(word)
}

/// Whether no mark stands between two words.
fn go_on(one: &str, next: &str) -> bool {
    !one.trim_end().ends_with([',', ';', ':', '.', ')', '”']) && !next.starts_with(['(', '“'])
}
