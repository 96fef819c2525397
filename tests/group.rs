//! A group: what is handed in, gathered, added up and agreed on.

use std::sync::LazyLock;

use zukunftshaushalt::group::{Nonce, Submission, Unread};
use zukunftshaushalt::model::{Money, Town};
use zukunftshaushalt::pack::{load, muenster};
use zukunftshaushalt::scenario::{Action, Session, fit, open};

static TOWN: LazyLock<Town> = LazyLock::new(|| load(&muenster()).expect("the pack loads"));

/// A draft with a reason, a measure of its own, a tax and a crisis.
fn handed_in() -> Submission {
    let file = r#"{ "format": "zukunftshaushalt-scenario", "version": 5, "pack": "muenster-2026", "name": "Geheim",
        "note": "auch geheim", "moves": [
        { "lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 500000, "reason": "Sicher zur Schule" },
        { "measure": "kita_u3", "euros_per_year": 300000, "from": 2028, "to": 2040 }],
        "taxes": [{ "tax": "trade_tax", "multiplier": 465 }], "shocks": ["starkregen"] }"#;
    let opened = open(&TOWN, file).expect("the file fits");
    Submission::new(&TOWN, opened.fitted.scenario(), Nonce::v4([0xa5; 16]), "2026-11-29")
}

/// The exact text that a collector takes: another one is another version of the format.
#[test]
fn a_submission_is_written_like_this() {
    let expected = concat!(
        r#"{"format":"zukunftshaushalt-submission","version":1,"nonce":"a5a5a5a5-a5a5-45a5-a5a5-a5a5a5a5a5a5","#,
        r#""town":"muenster-2026","pack_version":"VERSION","model":"MODEL","day":"2026-11-29","scenario":{"moves":["#,
        r#"{"lever":"radwege","purpose":"mobilitaet","euros_per_year":500000.0,"from":2027,"to":2050},"#,
        r#"{"measure":"kita_u3","euros_per_year":300000.0,"from":2028,"to":2040}],"#,
        r#""taxes":[{"tax":"trade_tax","multiplier":465.0}],"shocks":["starkregen"]}}"#
    );
    let expected = expected.replace("VERSION", &format!("{:016x}", TOWN.version));
    let expected = expected.replace("MODEL", env!("CARGO_PKG_VERSION"));
    assert_eq!(handed_in().to_json(), expected);
    let nothing = Submission::new(&TOWN, Session::default().scenario(), Nonce::v4([0; 16]), "2026-11-29");
    assert!(nothing.to_json().ends_with(r#""scenario":{}}"#), "{}", nothing.to_json());
}

/// Nothing travels that nobody asked for, at no depth.
#[test]
fn a_submission_holds_the_allowed_keys_only() {
    const ALLOWED: [&str; 19] = [
        "format",
        "version",
        "nonce",
        "town",
        "pack_version",
        "model",
        "day",
        "scenario",
        "moves",
        "taxes",
        "shocks",
        "lever",
        "purpose",
        "measure",
        "euros_per_year",
        "from",
        "to",
        "tax",
        "multiplier",
    ];
    fn keys(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(all) => all.iter().for_each(|(key, it)| {
                found.push(key.clone());
                keys(it, found);
            }),
            serde_json::Value::Array(all) => all.iter().for_each(|it| keys(it, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    keys(&serde_json::from_str(&handed_in().to_json()).expect("it is JSON"), &mut found);
    found.sort();
    found.dedup();
    let mut allowed = ALLOWED.map(str::to_owned).to_vec();
    allowed.sort();
    assert_eq!(found, allowed);
    let text = handed_in().to_json();
    assert!(!text.contains("Geheim") && !text.contains("geheim") && !text.contains("Schule"), "{text}");
}

#[test]
fn a_submission_reads_back_and_fits_its_town() {
    let it = handed_in();
    assert_eq!(Submission::read(&it.to_json()), Ok(it.clone()));
    let opened = fit(&TOWN, &it.draft().expect("a draft")).expect("it fits");
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    let again = Submission::new(&TOWN, opened.fitted.scenario(), it.nonce.clone(), &it.day);
    assert_eq!(again, it);
}

#[test]
fn what_is_no_submission_is_refused_whole() {
    let text = handed_in().to_json();
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        Submission::read(&text.replacen(from, to, 1))
    };
    assert_eq!(Submission::read("{}"), Err(Unread::Other));
    assert_eq!(Submission::read("[1]"), Err(Unread::Other));
    assert_eq!(with("zukunftshaushalt-submission", "zukunftshaushalt-scenario"), Err(Unread::Other));
    assert_eq!(with(r#""version":1"#, r#""version":2"#), Err(Unread::Newer));
    assert_eq!(with(r#""version":1"#, r#""version":0"#), Err(Unread::Broken));
    for (from, to) in [
        (r#""town""#, r#""name":"Eva","town""#),
        (r#""lever""#, r#""reason":"weil","lever""#),
        (r#""tax":"#, r#""reason":"weil","tax":"#),
        (r#""moves""#, r#""note":"x","moves""#),
        (r#""lever":"radwege""#, r#""lever":"radwege","measure":"kita_u3""#),
        (r#""lever":"radwege","#, ""),
        ("500000.0", "\"viel\""),
        ("500000.0", "1e999"),
        ("2026-11-29", "2026-11-29T10:00"),
        ("a5a5a5a5-a5a5", "a5a5a5a5a5a5"),
        (r#""day":"2026-11-29","#, ""),
    ] {
        assert_eq!(with(from, to), Err(Unread::Broken), "{from} as {to}");
    }
}

#[test]
fn a_session_hands_in_what_it_moved() {
    let mut session = Session::default();
    let cell = TOWN.cells(TOWN.purposes()[0])[0];
    session.apply(&TOWN, Action::MoveCell(cell, Money::from_euros(1000.0)));
    let it = Submission::new(&TOWN, session.scenario(), Nonce::v4([1; 16]), "2026-11-29");
    assert_eq!(it.scenario.moves.len(), 1);
}
