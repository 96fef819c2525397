//! A further language is complete or does not pass. Most of its places do not compile without it: catalogue, number
//! style, typed words and the texts of packs hang on `Lang`. What the compiler cannot see is named here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use zukunftshaushalt::pack::every::all;
use zukunftshaushalt::pack::schema::as_json;
use zukunftshaushalt::pack::{Files, freiburg, load, muenster};
use zukunftshaushalt::text::{Lang, amount, number};

fn root(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("the file is there")
}

/// The switch in the header passes through all languages, each under its own name.
#[test]
fn the_switch_offers_every_language() {
    let passed: Vec<&str> = std::iter::successors(Some(Lang::default()), |lang| Some(lang.next()))
        .take(Lang::ALL.len() + 1)
        .map(Lang::tag)
        .collect();
    let expected: Vec<&str> = Lang::ALL.into_iter().chain([Lang::default()]).map(Lang::tag).collect();
    assert_eq!(passed, expected);
    for lang in Lang::ALL {
        assert_eq!(Lang::from_tag(lang.tag()), Some(lang));
    }
    let different = |of: fn(Lang) -> String| Lang::ALL.into_iter().map(of).collect::<BTreeSet<_>>().len();
    assert_eq!(different(|it| it.own_name().to_owned()), Lang::ALL.len());
    // A catalogue that was copied and not translated.
    assert_eq!(different(|it| it.texts().save.to_owned()), Lang::ALL.len());
    assert_eq!(different(|it| it.texts().method_title.to_owned()), Lang::ALL.len());
    assert_eq!(different(|it| (it.texts().date)("2026", "11", "28")), Lang::ALL.len());
    assert_eq!(
        different(|it| amount(zukunftshaushalt::model::Money::from_cents(123_456_789_000), it)),
        Lang::ALL.len()
    );
    assert!(Lang::ALL.into_iter().all(|it| number(1.5, 1, it).chars().count() == 3));
}

/// In the page every language but the first comes by a file of its own, which something must ask for.
#[test]
fn every_later_language_has_its_file() {
    let speech = root("src/view/speech.rs");
    for lang in Lang::ALL {
        let is_first = lang == Lang::default();
        let file = format!("#[wasm_split({}, fallible)]", lang.tag());
        for part in [file, format!("learn::{}();", lang.tag()), format!("lang.tag() == \"{}\"", lang.tag())] {
            assert_eq!(speech.contains(&part), !is_first, "{part}");
        }
    }
}

/// Every text of a pack that is given in one language has a column for each, and its town has a name in each.
#[test]
fn packs_have_every_language() {
    let mut found = 0;
    for table in all() {
        let names: Vec<String> = table.names().map(|(name, _)| name).collect();
        for stem in names.iter().filter_map(|name| name.strip_suffix("_de")) {
            found += 1;
            for lang in Lang::ALL {
                let column = format!("{stem}_{}", lang.tag());
                assert!(names.contains(&column), "{} has no column {column}", table.file);
            }
        }
    }
    assert!(found > 30, "{found} texts");
    for files in [muenster(), freiburg()] {
        let head = files.text("pack.csv").expect("a head");
        for key in
            Lang::ALL.into_iter().flat_map(|it| [format!("\ntown_{};", it.tag()), format!("\nplan_{};", it.tag())])
        {
            assert!(head.contains(&key), "pack.csv has no {key}");
        }
    }
}

/// Words that give a language away, and that the other one does not have.
fn words_of(lang: Lang) -> Vec<&'static str> {
    let words = match lang {
        Lang::De => {
            "der das dem den des und oder aber mit von vom für nach aus bei beim auf im ins zu zur zum über unter durch \
             ist sind wird werden wurde wurden nicht kein keine keiner eine einer einem einen eines je rund etwa etwas \
             mehr weniger geteilt mal wie wenn weil davon daraus dazu auch nur noch schon eigene eigener rechnung \
             schätzung annahme gedächtnis prozent mio mrd jahr jahre jahren tag stelle stellen siehe gelesen \
             gefunden pressemitteilung kennzahlen produktgruppe einwohner wirkung kosten vergleich bis ohne abs \
             freiwillig freiwillige teils"
        }
        Lang::En => {
            "the of and or but with from for by on to as is are were be been no none per about after \
             before than that this which their its more less fewer most only because where when would own \
             recalled calculation assumption estimate computed found year years day days place places \
             people homes euros million billion press release key figures product group read inhabitants effect cost \
             costs study average see"
        }
    };
    words.split_whitespace().collect()
}

/// Names of publications, offices and programmes, which stay as they are in every language.
const NAMES: [&str; 26] = [
    "Accident Analysis and Prevention",
    "Agentur für Arbeit",
    "Allianz für Entwicklung und Klima",
    "Amt für Grünflächen",
    "Amt für Soziales und Senioren",
    "Amt für Statistik",
    "Code for Münster",
    "Das PTA-Magazin",
    "Energie- und Klimabilanz 1990 bis 2019",
    "Freiburg im Breisgau",
    "Gemeindeordnung für Baden-Württemberg",
    "Gemeindeordnung für das Land",
    "Institute for Fiscal Studies",
    "Journal for Labour Market Research",
    "Journal of Human Resources",
    "Methodenkonvention 3.1",
    "Rat der Stadt Münster",
    "Rat für Nachhaltige Entwicklung",
    "Sachverständigenrat für Umweltfragen",
    "Satzung 20.03",
    "Satzung 51.03",
    "Servicestelle Kommunen in der Einen Welt",
    "Social Science and Medicine",
    "Sport im Park",
    "Wichtige Urteile zur Grundsteuer B in NRW",
    "Zeitschrift für Evaluation",
];

/// What a text of a pack has of another language: its words, or numbers written in its style.
fn foreign(text: &str, lang: Lang) -> Vec<String> {
    let bare = NAMES.iter().fold(text.to_owned(), |bare, name| bare.replace(name, ""));
    // A title in quotation marks is quoted.
    let bare: String = bare.split(['„', '“', '”']).step_by(2).collect();
    let others: Vec<&str> = Lang::ALL.into_iter().filter(|it| *it != lang).flat_map(words_of).collect();
    let words = bare.split(|it: char| !it.is_alphanumeric() && it != '-').map(str::to_lowercase);
    let numbers = bare.split(|it: char| !it.is_alphanumeric() && !".,-".contains(it));
    let foreign = numbers.map(|it| it.trim_matches(['.', ',']).to_owned()).filter(|it| !is_of(lang, it));
    words.filter(|it| others.contains(&it.as_str())).chain(foreign).collect()
}

/// Whether a number has its thousands in threes and its decimals where the language has them; dates and words have none.
fn is_of(lang: Lang, number: &str) -> bool {
    let (mark, group) = match lang {
        Lang::De => (',', '.'),
        Lang::En => ('.', ','),
    };
    let whole = number.split(mark).next().unwrap_or_default();
    let groups: Vec<&str> = whole.split(group).skip(1).collect();
    let is_number = number.chars().all(|it| it.is_ascii_digit() || it == '.' || it == ',');
    let is_date = lang == Lang::De && groups.len() == 2 && groups[0].len() <= 2 && groups[1].len() == 4;
    !is_number || is_date || groups.iter().all(|it| it.len() == 3)
}

/// Where a text of a pack has something of another language than the one it is for.
fn complaints(files: &Files) -> Vec<String> {
    let pack = as_json(files).expect("the files have their headers");
    let mut found = Vec::new();
    for (file, rows) in pack.as_object().expect("files") {
        for (name, cell) in rows.as_array().expect("rows").iter().flat_map(|row| row.as_object().expect("cells")) {
            let lang = Lang::ALL.into_iter().find(|it| name.ends_with(&format!("_{}", it.tag())));
            let (Some(lang), Some(text)) = (lang, cell.as_str()) else { continue };
            let foreign = foreign(text, lang);
            if !foreign.is_empty() {
                found.push(format!("{file} {name}: {foreign:?} in {text}"));
            }
        }
    }
    found
}

/// Who reads German reads German, also where a number comes from and how it was computed, and so in English.
#[test]
fn packs_keep_their_languages_apart() {
    for files in [muenster(), freiburg()] {
        assert_eq!(complaints(&files), Vec::<String>::new());
    }
}

#[test]
fn a_source_in_another_language_is_found() {
    let told = |file: &str, was: &str, is: &str| {
        let text = muenster().text(file).unwrap().replacen(was, is, 1);
        assert_ne!(muenster().text(file), Ok(text.as_str()), "{file} has no {was}");
        complaints(&muenster().with(file, &text))
    };
    for (file, was, is, found) in [
        (
            "catalogue/measure_effects.csv",
            ";eigene Überlegung;own reasoning;",
            ";own reasoning;own reasoning;",
            "source_de: [\"own\"]",
        ),
        (
            "catalogue/links.csv",
            ";Own calculation, factor",
            ";Eigene Rechnung, factor",
            "source_en: [\"eigene\", \"rechnung\"]",
        ),
        (
            "catalogue/measure_effects.csv",
            " = 60 kWh x 0,2 kg je kWh",
            " = 60 kWh x 0.2 kg je kWh",
            "arithmetic_de: [\"0.2\"]",
        ),
        ("catalogue/measures.csv", " 10.5 million euros", " 10,5 million euros", "source_en: [\"10,5\"]"),
        ("chain/stock.csv", ": street lamps", ": Leuchten mit LED", "source_en: [\"mit\"]"),
        ("lever_lines.csv", ";freiwillig;voluntary;", ";freiwillig;freiwillig;", "legal_basis_en: [\"freiwillig\"]"),
        ("sources.csv", "(aus dem Gedächtnis, Jahr ungefähr)", "(recalled)", "text_de: [\"recalled\"]"),
    ] {
        let said = told(file, was, is);
        assert!(said.len() == 1 && said[0].starts_with(&format!("{file} {found}")), "{said:?}");
    }
}

/// Every name that is let through stands in a pack.
#[test]
fn names_that_stay_stand_in_a_pack() {
    let texts = |files: &Files| as_json(files).expect("the files have their headers").to_string();
    let packs = [muenster(), freiburg()].map(|it| texts(&it));
    for name in NAMES {
        assert!(packs.iter().any(|it| it.contains(name)), "{name}");
    }
}

/// On a page in another language German names are told apart from what is said about them, and nothing is lost.
#[test]
fn german_names_in_sources_are_told_apart() {
    let mut names = BTreeSet::new();
    let english = words_of(Lang::En);
    let german: Vec<&str> =
        "und oder der die das dem den des im mit für von zum zur nicht ist ohne".split(' ').collect();
    let has = |text: &str, words: &[&str]| {
        text.split(|it: char| !it.is_alphanumeric()).any(|it| words.contains(&it.to_lowercase().as_str()))
    };
    for town in [muenster(), freiburg()].map(|it| load(&it).expect("the packs in the repository are sound")) {
        let chain = &town.chain;
        let sources = town.sources.iter().map(|it| &it.text).chain(chain.effects.iter().map(|it| &it.source));
        for source in
            sources.chain(chain.measures.iter().map(|it| &it.source)).chain(chain.own.iter().map(|it| &it.source))
        {
            let parts = Lang::En.names_in(&source.en);
            assert_eq!(parts.iter().map(|it| it.0.as_str()).collect::<String>(), *source.en);
            for (part, is_german) in parts {
                assert!(!has(&part, if is_german { &english } else { &german }), "{part} in {}", &*source.en);
                if is_german {
                    names.insert(part);
                }
            }
            assert_eq!(Lang::De.names_in(&source.de), [(source.de.to_string(), false)]);
        }
    }
    assert!(names.iter().any(|it| it.trim() == "Rat für Nachhaltige Entwicklung,"), "{names:?}");
}

/// A pack that tells its sources in one language is refused, and told which columns it needs.
#[test]
fn one_column_of_sources_is_refused() {
    for (file, stem) in [
        ("catalogue/measures.csv", "source"),
        ("catalogue/measure_effects.csv", "source"),
        ("catalogue/links.csv", "source"),
        ("chain/stock.csv", "source"),
        ("chain/numbers.csv", "source"),
        ("catalogue/measure_effects.csv", "arithmetic"),
        ("sources.csv", "text"),
        ("lever_lines.csv", "legal_basis"),
    ] {
        let columns = format!("{stem}_de;{stem}_en");
        let text = muenster().text(file).unwrap().replacen(&columns, stem, 1);
        let problems = load(&muenster().with(file, &text)).expect_err("it is refused");
        let said = format!("{file}, line 1: expected column `{stem}_de`, found `{stem}`");
        assert_eq!(problems[0].to_string(), said);
    }
}

/// What stands in the page before the program does: without scripts, and when it does not start.
#[test]
fn the_page_speaks_every_language_before_it_starts() {
    let page = root("index.html");
    let part = |from: &str, to: &str| {
        let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("index.html has no {from}"));
        rest.split_once(to).map(|it| it.0.to_owned()).expect("its end")
    };
    let first = format!("<html lang=\"{}\"", Lang::default().tag());
    assert!(page.contains(&first), "the page begins in its first language");
    for (place, text) in
        [("noscript", part("<noscript", "</noscript>")), ("failure", part("id=\"failure\"", "<button"))]
    {
        for lang in Lang::ALL.into_iter().filter(|it| *it != Lang::default()) {
            let said = format!("<p lang=\"{}\">", lang.tag());
            assert!(text.contains(&said), "index.html says nothing in {} under {place}", lang.tag());
        }
    }
}
