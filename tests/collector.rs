//! Where drafts are sent from a copy of the page: only to an address that nobody can change on the way, and only with what
//! people are to know of it.

use serde_json::{Value, json};
use zukunftshaushalt::group::{Gathered, Intake, Nonce, Submission};
use zukunftshaushalt::model::{Choice, Money};
use zukunftshaushalt::pack::{Collector, collector, load, muenster, published, statement};
use zukunftshaushalt::scenario::{Action, Session};

fn sound() -> Value {
    json!({
        "address": "https://sammelstelle.stadt.example/v1/buckets/haushalt/collections/entwuerfe/records",
        "receiver": "Stadt Beispiel",
        "retention": { "de": "bis zum Beschluss", "en": "until the budget is adopted" },
        "privacy": "https://stadt.example/datenschutz",
    })
}

/// The problems of a collector in which one field has another value, or is missing.
fn problems(field: &str, value: Option<Value>) -> Vec<String> {
    let mut all = sound();
    let fields = all.as_object_mut().expect("an object");
    match value {
        Some(value) => fields.insert(field.to_owned(), value),
        None => fields.remove(field),
    };
    match collector("town.json", &json!({ "collector": all }).to_string()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_sound_collector_is_read_and_is_the_same_in_the_page() {
    let read = collector("town.json", &json!({ "collector": sound() }).to_string()).expect("it is sound").expect("one");
    assert_eq!((read.receiver.as_str(), read.is_post), ("Stadt Beispiel", false));
    assert_eq!(read.retention.1, "until the budget is adopted");
    assert_eq!(Collector::published(&read.to_json()).as_ref(), Some(&read));
    let posted = Collector { is_post: true, ..read.clone() };
    assert_eq!(Collector::published(&posted.to_json()), Some(posted));
    // What the page does not understand sends nothing.
    assert_eq!(["", "{}", "[]", "null", "x", "{},\"a\":{}"].map(Collector::published), [const { None }; 6]);
    assert!(problems("method", Some(json!("POST"))).is_empty());
}

#[test]
fn without_one_there_is_none() {
    assert_eq!(collector("town.json", r#"{ "body": "x" }"#), Ok(None));
    assert!(collector("town.json", r#"{ "collector": null }"#).is_err());
    assert!(collector("town.json", "[").is_err());
}

#[test]
fn every_field_is_wanted_and_none_may_be_empty() {
    for field in sound().as_object().expect("an object").keys() {
        for value in [None, Some(json!("")), Some(json!("  ")), Some(json!(7)), Some(json!(null)), Some(json!({}))] {
            let found = problems(field, value.clone());
            let begin = format!("town.json: collector.{field}");
            assert!(
                found.iter().any(|it| it.starts_with(&begin) && it.contains("expected")),
                "{field} {value:?}: {found:?}"
            );
        }
    }
}

#[test]
fn an_address_that_could_be_changed_on_the_way_or_would_be_more_than_one_is_refused() {
    for address in [
        "http://stadt.example/a",
        "https://",
        "https:///a",
        "//stadt.example/a",
        "stadt.example/a",
        "https://stadt.example/",
        "https://stadt.example/a/",
        "https://stadt.example/a?b=c",
        "https://stadt.example/a#b",
        "https://name@stadt.example/a",
        "https://stadt.example/a b",
        "https://stadt.example/a;script-src",
        "https://*.stadt.example/a",
        "https://Stadt.example/a",
        "https://städte.example/a",
        "https://stadt.example/../a",
        "https://stadt.example/\"",
        "javascript:alert(1)",
    ] {
        let found = problems("address", Some(json!(address)));
        assert!(found.iter().any(|it| it.contains("collector.address: expected an address")), "{address}: {found:?}");
    }
    for address in ["https://stadt.example", "https://stadt.example:8443/a", "https://127.0.0.1:8443/v1/a_b/c~d"] {
        assert_eq!(problems("address", Some(json!(address))), Vec::<String>::new(), "{address}");
    }
    for (field, value) in [
        ("method", json!("GET")),
        ("method", json!(1)),
        ("privacy", json!("http://stadt.example")),
        ("retention", json!({ "de": "kurz" })),
        ("retention", json!({ "de": "a", "en": "b", "fr": "c" })),
        ("token", json!("x")),
    ] {
        assert!(!problems(field, Some(value.clone())).is_empty(), "{field} {value}");
    }
}

/// One file says both.
#[test]
fn a_statement_stands_beside_it() {
    let text = json!({
        "land": "NW", "body": "Stadt Beispiel", "contact": { "phone": "1" },
        "enforcement": { "name": "Ombudsstelle", "link": "https://ombud.example/" },
        "status": "full", "method": "self", "gaps": [], "date": "2026-03-01", "collector": sound(),
    })
    .to_string();
    assert!(statement("town.json", &text, "2026-11-29").is_ok() && published(&text).is_some());
    assert!(matches!(collector("town.json", &text), Ok(Some(_))));
}

/// What the documented command hands out, a room opens: a draft a line, its keys in another order, whole numbers without a point.
#[test]
fn a_room_opens_what_a_collector_hands_out() {
    let town = load(&muenster()).expect("the pack is sound");
    let mut session = Session::default();
    for (at, purpose) in town.purposes().into_iter().enumerate().take(3) {
        if let Some(Choice::Everyday(cell)) = town.choices(purpose).first() {
            session.apply(&town, Action::MoveLever(*cell, Money::from_euros(10_000.0 * (at as f64 + 1.0))));
        }
    }
    let sent = |random| Submission::new(&town, session.scenario(), Nonce::v4([random; 16]), "2026-11-29");
    let whole = |value: &mut Value| {
        for it in value["scenario"]["moves"].as_array_mut().expect("moves") {
            let euros = it["euros_per_year"].as_f64().expect("a number");
            it["euros_per_year"] = json!(euros as i64);
        }
    };
    let lines = [1, 2, 1].map(|random| {
        let mut value: Value = serde_json::from_str(&sent(random).to_json()).expect("it is JSON");
        whole(&mut value);
        value.to_string()
    });
    let (mut intake, mut room) = (Intake::default(), Gathered::default());
    assert_eq!(intake.add(&format!("{}\n", lines.join("\n"))), 3);
    intake.step(10, &town, std::slice::from_ref(&town.id), "2026-11-30", &mut room);
    assert_eq!((room.count(), room.again(), room.refused().count(), room.adjusted()), (2, 1, 0, 0));
    assert!(room.drafts().iter().all(|it| *it.scenario == *session.scenario()));
    assert_eq!(room.drafts()[0].nonce, sent(1).nonce);
}
