//! Every text of the catalogue is used, and only the room of texts knows which languages there are.

use std::collections::BTreeSet;

use crate::sources::{Source, code, is_word, sources, words};

/// The structures of the catalogue and the files that declare them.
const CATALOGUES: [(&str, &str); 12] = [
    ("src/text/annex/mod.rs", "pub struct AnnexWords {"),
    ("src/text/catalog.rs", "pub struct Texts {"),
    ("src/text/method/mod.rs", "pub struct Method {"),
    ("src/text/first/mod.rs", "pub struct First {"),
    ("src/text/compare/mod.rs", "pub struct Compare {"),
    ("src/text/products/mod.rs", "pub struct Products {"),
    ("src/text/aside/mod.rs", "pub struct AsideWords {"),
    ("src/text/easy/mod.rs", "pub struct EasyWords {"),
    ("src/text/share/mod.rs", "pub struct Share {"),
    ("src/text/embed/mod.rs", "pub struct Embed {"),
    ("src/text/embed/mod.rs", "pub struct Around {"),
    ("src/text/group/mod.rs", "pub struct GroupWords {"),
];

/// What stands before a text where it is taken: a catalogue, or one of the functions of views that ask for a label.
const HOLDERS: [&str; 19] = [
    "texts.",
    "texts().",
    "words.",
    "compare().",
    "products().",
    "words().",
    "aside().",
    "EASY.",
    "share().",
    "embed().",
    "group().",
    "said(state, |it|it.",
    "method().",
    "first().",
    "say(|it|it.",
    "say_first(|it|it.",
    "row(|it|it.",
    "place(|it|it.",
    "spoken(|it|it.",
];

/// Names of the texts that one file declares.
fn declared(source: &Source, structure: &str) -> Vec<String> {
    let code = code(&source.text);
    let inside = code.split(structure).nth(1).and_then(|rest| rest.split("\n}").next()).unwrap_or_default();
    let fields = inside.lines().filter_map(|line| line.strip_prefix("    pub "));
    fields.filter_map(|field| field.split(':').next()).map(str::to_owned).collect()
}

/// The names that are taken out of a catalogue somewhere in code of one line.
fn taken<'a>(code: &'a str, holders: &'a [&str]) -> impl Iterator<Item = &'a str> {
    let after = move |holder: &'a str| code.match_indices(holder).map(move |(at, _)| (at, &code[at + holder.len()..]));
    let whole = holders.iter().flat_map(move |holder| after(holder)).filter(|(at, _)| !code[..*at].ends_with(is_word));
    whole.filter_map(|(_, rest)| rest.split(|letter| !is_word(letter)).next())
}

/// The texts that nobody takes.
fn dead(sources: &[Source]) -> Vec<String> {
    // As if every chain of calls stood in one line.
    let bare = |source: &Source| {
        let line = code(&source.text).split_whitespace().collect::<Vec<_>>().join(" ");
        line.replace(" .", ".").replace("| ", "|").replace("( ", "(")
    };
    let is_catalogue = |it: &&Source| it.room == "text" && CATALOGUES.iter().any(|(path, _)| *path == it.path);
    let own: Vec<String> = sources.iter().filter(is_catalogue).map(bare).collect();
    let others: Vec<String> = sources.iter().filter(|it| !is_catalogue(it)).map(bare).collect();
    let by_others = others.iter().flat_map(|code| taken(code, &HOLDERS));
    let used: BTreeSet<&str> = by_others.chain(own.iter().flat_map(|code| taken(code, &["self."]))).collect();
    let all = CATALOGUES.iter().flat_map(|(path, structure)| {
        let file = sources.iter().find(|it| it.path == *path).unwrap_or_else(|| panic!("there is no {path}"));
        let names = declared(file, structure);
        assert!(names.len() > 2, "{path} declares {} texts", names.len());
        names
    });
    all.filter(|name| !used.contains(name.as_str())).collect()
}

#[test]
fn every_text_is_used() {
    assert_eq!(dead(&sources()), Vec::<String>::new());
}

/// A text that nobody takes is seen, even where something else bears its name.
#[test]
fn a_dead_text_is_seen() {
    let mut sources = sources();
    let file = sources.iter_mut().find(|it| it.path == CATALOGUES[1].0).expect("the catalogue");
    file.text = file.text.replacen("pub struct Texts {", "pub struct Texts {\n    pub line: &'static str,", 1);
    assert!(sources.iter().any(|it| it.room == "figure" && it.text.contains("it.line")), "others have a line");
    assert_eq!(dead(&sources), ["line"]);
}

/// Languages that a file names, other than by asking for all of them.
fn named(source: &Source) -> Vec<String> {
    let code = code(&source.text);
    let named = words(&code, "Lang").filter_map(|at| code[at..].strip_prefix("Lang::"));
    let variant = |rest: &str| rest.split(|it| !is_word(it)).next().unwrap_or_default().to_owned();
    // Names of all and of functions are not those of languages: a capital, then a small letter.
    let is_one = |it: &String| it.starts_with(char::is_uppercase) && it.chars().any(char::is_lowercase);
    named.map(variant).filter(is_one).collect()
}

/// A further language needs words, numbers and columns, all of them in the room of texts and in packs; nobody else asks
/// which language it is, and nobody asks whether it is not this or that one.
#[test]
fn only_texts_know_which_languages_there_are() {
    let asks = |it: &Source| code(&it.text).contains("== Lang::") || code(&it.text).contains("!= Lang::");
    for source in sources() {
        assert!(source.room == "text" || named(&source).is_empty(), "{} names {:?}", source.path, named(&source));
        assert!(!asks(&source), "{} compares languages; a match asks for each of them", source.path);
    }
    let planted =
        Source::of("src/view/header.rs", "fn f() { if lang == Lang::De { Lang::ALL } else { Lang::default() } }");
    assert_eq!(named(&planted), ["De"]);
    assert!(asks(&planted));
}
