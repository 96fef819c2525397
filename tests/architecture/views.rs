//! Views compute nothing and hold no words: sums belong to the model, sentences to figures and texts.

use crate::sources::{Source, code, literals, sources};

/// What computes: operators between blanks, as `cargo fmt` sets them, and methods that make a number of others.
const OPERATORS: [&str; 9] = [" + ", " - ", " * ", " / ", " % ", " += ", " -= ", " *= ", " /= "];
const METHODS: [&str; 9] = [".sum(", ".sum::", ".abs(", ".round(", ".floor(", ".ceil(", ".fold(", ".powi(", ".sqrt("];

/// Lines that compute and stay, with the reason.
const COMPUTING: &[(&str, &str, &str)] = &[];

/// Texts that look like words and are none, or stay, with the reason.
const WORDS: &[(&str, &str, &str)] = &[
    ("src/view/chart.rs", "a drawing failed", "for the console, where engineers read it"),
    ("src/view/control.rs", "Home", "a key of the keyboard"),
    ("src/view/control.rs", "End", "a key of the keyboard"),
    ("src/view/control.rs", "Escape", "a key of the keyboard"),
];

/// Whether a line of code computes. Bounds of types (`impl Fn() + 'static`) are no sums.
fn computes(line: &str) -> bool {
    let is_bound = |at: usize| {
        let after = &line[at + " + ".len()..];
        after.starts_with('\'') || after.starts_with(char::is_uppercase) && !after.contains("::ZERO")
    };
    let operator = |it: &str| line.match_indices(it).any(|(at, _)| it != " + " || !is_bound(at));
    OPERATORS.into_iter().any(operator) || METHODS.into_iter().any(|it| line.contains(it))
}

/// Whether a text holds a word that a person would read: one with a capital and small letters, or one of several words
/// that is no list of names for the style sheet.
fn says(text: &str) -> bool {
    let bare = without_places(text);
    // The path of a drawing: a letter and numbers.
    if bare.starts_with('M') && bare.chars().nth(1).is_some_and(|it| it.is_ascii_digit()) {
        return false;
    }
    let has_name = bare.split(|it: char| !it.is_alphabetic()).any(|word| {
        word.len() > 1 && word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
    });
    let is_sentence = bare.split(' ').filter(|word| word.chars().filter(|it| it.is_alphabetic()).count() > 1).count()
        > 1
        && bare.contains(['.', ',', ':', ';', '!', '?', '–']);
    has_name || is_sentence || bare.contains(['ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü'])
}

/// A format without what is put into it.
fn without_places(text: &str) -> String {
    let mut bare = String::new();
    let mut depth = 0;
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    bare
}

fn broken(source: &Source) -> Vec<String> {
    let listed = |list: &[(&str, &str, &str)], what: &str| {
        list.iter().any(|(path, part, _)| *path == source.path && what.contains(part))
    };
    let code = code(&source.text);
    let lines = code.lines().filter(|line| computes(line) && !listed(COMPUTING, line));
    let texts = literals(&source.text);
    let texts = texts.iter().filter(|text| says(text) && !listed(WORDS, text));
    let computing = lines.map(|line| format!("{} computes: {}", source.path, line.trim()));
    computing.chain(texts.map(|text| format!("{} says: {text}", source.path))).collect()
}

#[test]
fn views_compute_nothing_and_hold_no_words() {
    let views: Vec<Source> = sources().into_iter().filter(|it| it.room == "view").collect();
    assert!(views.len() > 20, "the views were not found");
    let found: Vec<String> = views.iter().flat_map(broken).collect();
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
    for (path, part, reason) in COMPUTING.iter().chain(WORDS) {
        let is_there = views.iter().any(|it| it.path == *path && it.text.contains(part));
        assert!(is_there && !reason.is_empty(), "{path} holds no {part} any more");
    }
}

/// Listeners that would still hear when the values behind their view are gone.
fn unguarded(text: &str) -> Vec<String> {
    let code = code(text);
    let listeners = code.lines().flat_map(|line| line.split(" on:").skip(1));
    let open = listeners.filter(|it| it.split_once('=').is_some_and(|(_, after)| !after.starts_with("heard(")));
    open.map(str::to_owned).collect()
}

#[test]
fn every_listener_is_heard_only_while_its_view_stands() {
    let found: Vec<String> =
        sources().iter().filter(|it| it.room == "view").flat_map(|it| unguarded(&it.text)).collect();
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(unguarded("<a on:click=heard(go)></a>").len(), 0);
    assert_eq!(unguarded("<a on:click=move |_| go()></a>").len(), 1);
}

#[test]
fn sums_and_words_in_views_are_seen() {
    let seen = |text: &str| broken(&Source::of("src/view/planted.rs", text)).len();
    for planted in [
        "let both = before + change;",
        "let rest = gross - own;",
        "let share = part / whole;",
        "it.iter().map(|it| it.after).sum()",
        "let size = money.abs();",
        "let all = cells.fold(Money::ZERO, add);",
        "total += change;",
        "let name = format!(\"Nr. {id}\");",
        "<p>\"Noch zu verteilen\"</p>",
        "text(\"über\")",
        "text(\"there is nothing left, sorry\")",
    ] {
        assert_eq!(seen(planted), 1, "{planted}");
    }
    for sound in [
        "pub fn line<S: Into<String>>(text: impl Fn() -> S + Send + Sync + 'static) -> Signal<String> {",
        "view! { <p class=\"btn icon lock\" /> }",
        "<path d=\"M12 7.8a4.2 4.2 0 1 0 0 8.4\" />",
        "\"ArrowRight\" | \"PageUp\" => step_by(1),",
        "format!(\"{} · {}\", title, name)",
        "// before + change, \"Noch zu verteilen\"",
        "let id = format!(\"{PLACE}-{}\", it.id);",
        "let (from, to) = (-1, *it);",
    ] {
        assert_eq!(seen(sound), 0, "{sound}");
    }
}
