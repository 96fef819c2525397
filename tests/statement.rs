//! The accessibility statement of a public body: what is missing, empty, unknown or old is refused by name, and a sound one
//! is shown as it was written.

use serde_json::{Value, json};
use zukunftshaushalt::model::fiscal::Land;
use zukunftshaushalt::pack::{Conformity, published, statement};

const TODAY: &str = "2026-11-29";

fn sound() -> Value {
    json!({
        "land": "NW",
        "body": "Stadt Beispiel",
        "contact": { "mail": "barrierefrei@beispiel.example", "phone": "0123 456" },
        "enforcement": { "name": "Ombudsstelle", "link": "https://ombud.example/" },
        "status": "partial",
        "method": { "tested_by": "Prüfstelle" },
        "gaps": [{ "de": "Kein Video.", "en": "No video." }],
        "date": "2026-03-01",
        "links": { "imprint": "https://beispiel.example/impressum" },
    })
}

/// The problems of a statement in which one field has another value, or is missing.
fn problems(field: &str, value: Option<Value>) -> Vec<String> {
    let mut all = sound();
    let fields = all.as_object_mut().expect("an object");
    match value {
        Some(value) => fields.insert(field.to_owned(), value),
        None => fields.remove(field),
    };
    match statement("town.json", &all.to_string(), TODAY) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_sound_statement_is_read() {
    let text = sound().to_string();
    let read = statement("town.json", &text, TODAY).expect("it is sound");
    assert_eq!((read.land, read.body.as_str(), read.conformity), (Land::Nw, "Stadt Beispiel", Conformity::Partial));
    assert_eq!((read.mail.as_str(), read.form.as_str()), ("barrierefrei@beispiel.example", ""));
    assert_eq!(read.tested_by.as_deref(), Some("Prüfstelle"));
    assert_eq!(read.gaps[0].en, "No video.");
    assert_eq!(read.links, ["https://beispiel.example/impressum", ""]);
    // The page shows it as long as it stands there, and says when it has become old.
    assert_eq!(published(&text).as_ref(), Some(&read));
    assert!(!read.is_old("2027-03-01") && read.is_old("2027-03-02"));
    assert_eq!((published("{}"), published("[]"), published("x")), (None, None, None));
}

#[test]
fn every_field_is_wanted_and_none_may_be_empty() {
    for field in sound().as_object().expect("an object").keys() {
        // Links may be missing, but not empty.
        for value in [
            Some(json!(7)).filter(|_| field == "links"),
            Some(json!("")),
            Some(json!("  ")),
            Some(json!(7)),
            Some(json!(null)),
            Some(json!({})),
        ] {
            let found = problems(field, value.clone());
            assert!(
                found.iter().any(|it| it.starts_with(&format!("town.json: {field}")) && it.contains("expected")),
                "{field} {value:?}: {found:?}"
            );
        }
    }
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    for (field, value, said) in [
        ("town", json!("x"), "town: expected no such field"),
        ("land", json!("XX"), "found XX"),
        ("land", json!("nw"), "found nw"),
        ("contact", json!({ "mail": "nobody" }), "contact.mail: expected"),
        ("contact", json!({ "mail": "a b@c.example" }), "contact.mail: expected"),
        ("contact", json!({ "form": "http://c.example" }), "does not begin with https://"),
        ("contact", json!({ "fax": "1" }), "the unknown field `fax`"),
        ("enforcement", json!({ "name": "x", "link": "javascript:alert(1)" }), "enforcement.link: expected"),
        ("enforcement", json!({ "name": "x" }), "enforcement.link: expected"),
        ("status", json!("good"), "found good"),
        ("method", json!("guessed"), "method: expected"),
        ("gaps", json!([]), "gaps: expected"),
        ("gaps", json!([{ "de": "Nur deutsch." }]), "gaps.en: expected"),
        ("gaps", json!(["x"]), "gaps: expected"),
        ("links", json!({ "imprint": "/impressum" }), "links.imprint: expected"),
        ("links", json!({ "terms": "https://c.example" }), "the unknown field `terms`"),
        ("date", json!("2026-02-29"), "date: expected a day"),
        ("date", json!("2026-13-01"), "date: expected a day"),
        ("date", json!("1. März 2026"), "date: expected a day"),
        ("date", json!("2025-11-28"), "found 2025-11-28, and today is 2026-11-29"),
        ("date", json!("2026-11-30"), "found 2026-11-30, and today is 2026-11-29"),
    ] {
        let found = problems(field, Some(value.clone()));
        assert!(found.iter().any(|it| it.contains(said)), "{field} {value}: {found:?}");
    }
    for (field, value) in [
        ("date", json!("2025-11-29")),
        ("date", json!(TODAY)),
        ("method", json!("self")),
        ("links", json!({ "privacy": "https://c.example/datenschutz" })),
        ("contact", json!({ "phone": "1" })),
        ("contact", json!({ "form": "https://c.example/form" })),
    ] {
        assert_eq!(problems(field, Some(value.clone())), Vec::<String>::new(), "{field} {value}");
    }
    // All at once, so that one look is enough.
    let both = json!({ "date": "2020-01-01" });
    let said = statement("town.json", &both.to_string(), TODAY).expect_err("most is missing");
    assert_eq!(said.len(), 8, "{said:?}");
    // A status that says that all is well knows no gaps.
    assert!(problems("status", Some(json!("full"))).iter().any(|it| it.contains("gaps where the status is \"full\"")));
    let broken = statement("town.json", "{", TODAY).expect_err("it is no JSON");
    assert!(broken[0].to_string().contains("expected a JSON object"));
}
