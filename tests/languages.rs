//! A further language is complete or does not pass. Most of its places do not compile without it: catalogue, number
//! style, typed words and the texts of packs hang on `Lang`. What the compiler cannot see is named here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use zukunftshaushalt::pack::every::all;
use zukunftshaushalt::pack::{freiburg, muenster};
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
