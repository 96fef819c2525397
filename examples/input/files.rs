//! Words that stand alone and name files, apart from the words that begin with two dashes.

/// Files, and the other words with their values. `valued` are the words that take a value.
pub fn files(words: &[String], valued: &[&str]) -> (Vec<String>, Vec<String>) {
    let (mut files, mut others) = (Vec::new(), Vec::new());
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if !word.starts_with("--") {
            files.push(word.clone());
            continue;
        }
        others.push(word.clone());
        if valued.contains(&word.as_str()) {
            others.extend(words.next().cloned());
        }
    }
    (files, others)
}
