//! What easy German must keep to: one statement in a sentence, short sentences, few and small numbers, long words with a
//! hyphen. What stands in quotes is a word of the plan, and says so.

/// Words of a sentence at most, and of all sentences of a text in the mean.
const LONGEST: usize = 15;
const MEAN: f64 = 10.0;

/// Letters of a word without a hyphen at most.
const LETTERS: usize = 14;

/// Words that begin a subordinate clause, wish or suppose, or carry a genitive.
const BANNED: [&str; 15] = [
    "weil", "dass", "wenn", "obwohl", "damit", "sodass", "würde", "würden", "könnte", "könnten", "wäre", "wären",
    "hätte", "hätten", "des",
];

/// What breaks a rule, in words; nothing where all is well.
pub fn faults<S: AsRef<str>>(texts: impl IntoIterator<Item = S>) -> Vec<String> {
    let (mut found, mut lengths) = (Vec::new(), Vec::new());
    for text in texts {
        for sentence in sentences(text.as_ref()) {
            lengths.push(sentence.split_whitespace().count());
            found.extend(broken(&sentence).into_iter().map(|what| format!("{what}: {sentence}")));
        }
    }
    let mean = lengths.iter().sum::<usize>() as f64 / lengths.len().max(1) as f64;
    if mean > MEAN {
        found.push(format!("{mean:.1} words in the mean"));
    }
    found
}

/// The sentences of a text, a line without an end counted as one; quoted words as one word.
fn sentences(text: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut rest = text.replace('\u{ad}', "");
    while let Some((before, after)) = rest.clone().split_once('„') {
        bare.push_str(before);
        bare.push_str("Name");
        rest = after.split_once('“').map_or_else(String::new, |(_, after)| after.to_owned());
    }
    bare.push_str(&rest);
    let ends = [". ", "? ", "! ", ".\n", "?\n", "!\n"];
    let lines = ends.iter().fold(bare, |text, end| text.replace(end, &format!("{}\n", &end[..1])));
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn broken(sentence: &str) -> Vec<String> {
    let mut found = Vec::new();
    let words: Vec<&str> = sentence.split_whitespace().collect();
    if words.len() > LONGEST {
        found.push(format!("{} words", words.len()));
    }
    found.extend(
        ['%', '‰', ';', '–', '(', ')', '/', '−', '+']
            .into_iter()
            .filter(|it| sentence.contains(*it))
            .map(|it| format!("has {it}")),
    );
    for (at, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|it: char| !it.is_alphanumeric());
        if BANNED.contains(&bare.to_lowercase().as_str()) {
            found.push(format!("says {bare}"));
        }
        let is_number = bare.starts_with(|it: char| it.is_ascii_digit());
        if word.trim_end_matches('“').ends_with(',') || !is_number && word.contains(',') {
            found.push("joins clauses with a comma".to_owned());
        }
        if bare.split('-').any(|part| part.chars().filter(|it| it.is_alphabetic()).count() > LETTERS) {
            found.push(format!("has the long word {bare}"));
        }
        let is_year =
            bare.len() == 4 && (bare.starts_with("19") || bare.starts_with("20")) && bare.parse::<u16>().is_ok();
        if is_number && !is_year {
            let digits: String = bare.chars().filter(char::is_ascii_digit).collect();
            // Zeros before the first digit of a fraction and those behind the last one claim nothing.
            if digits.trim_matches('0').len() > 2 {
                found.push(format!("has more than two digits in {bare}"));
            }
            if at == 0 || !words[at - 1].eq_ignore_ascii_case("ungefähr") {
                found.push(format!("does not say that {bare} is rounded"));
            }
        }
    }
    found
}
