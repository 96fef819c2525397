//! The JSON Schema of a pack: valid itself, true of both packs, and as strict as the reader where it speaks of one cell.

use jsonschema::Validator;
use serde_json::Value;
use zukunftshaushalt::pack::every::all;
use zukunftshaushalt::pack::schema::{as_json, schema};
use zukunftshaushalt::pack::{Files, freiburg, load, muenster};

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).expect("the schema is one")
}

/// What the schema says against a pack: where and what.
fn complaints(files: &Files) -> Vec<String> {
    let pack = as_json(files).expect("the files have their headers");
    validator().iter_errors(&pack).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn both_packs_fulfil_the_schema() {
    for files in [muenster(), freiburg()] {
        assert_eq!(complaints(&files), Vec::<String>::new());
    }
}

#[test]
fn the_schema_knows_every_file_and_column_and_no_other() {
    let schema = schema();
    let files = schema["properties"].as_object().expect("files");
    assert_eq!(files.len(), all().count());
    for table in all() {
        let row = &files[table.file]["items"];
        let columns: Vec<&str> =
            row["required"].as_array().expect("columns").iter().filter_map(Value::as_str).collect();
        assert_eq!(columns.join(";"), table.header().trim_end_matches(";one column per year"));
        assert_eq!(row["additionalProperties"], false);
    }
    // The words are those of the types.
    let cell = |file: &str, column: &str| &files[file]["items"]["properties"][column];
    assert_eq!(cell("catalogue/measure_effects.csv", "grade")["enum"], serde_json::json!(["A", "B", "C", "D"]));
    assert_eq!(cell("taxes.csv", "kind")["enum"], serde_json::json!(["trade_tax", "property_tax_b"]));
    assert_eq!(cell("indicators.csv", "target_kind")["enum"], serde_json::json!(["official", "orientation", ""]));
    assert_eq!(cell("catalogue/measures.csv", "kind")["enum"], serde_json::json!(["service", "investment"]));
}

/// A pack broken in one cell fails in that cell, in the schema as in the reader.
#[test]
fn a_broken_pack_fails_where_it_is_broken() {
    for (file, was, is, place) in [
        ("catalogue/measure_effects.csv", ";C;improves;", ";E;improves;", "/catalogue~1measure_effects.csv/0/grade"),
        ("budget.csv", "group;0101;", "gruppe;0101;", "/budget.csv/0/level"),
        ("budget.csv", ";0.00;338560.00;", ";0.00;338.560,00;", "/budget.csv/0/expense"),
        ("levers.csv", "rat;goal;operating;", "rat;goal;loan;", "/levers.csv/0/kind"),
        ("lever_fields.csv", ";wohnen;", ";;", "/lever_fields.csv/"),
        ("series.csv", ";yes\n", ";ja\n", "/series.csv/"),
        ("plan_years.csv", "2026;", "2026.5;", "/plan_years.csv/0/year"),
        ("population.csv", "\n0;", "\n0.5;", "/population.csv/0/age"),
        ("fields.csv", ";7 13\n", ";7, 13\n", "/fields.csv/0/sdg"),
        ("taxes.csv", ";0;100;", ";0;256;", "/taxes.csv/"),
        ("finance.csv", "liquid_funds;", "liquid_fund;", "/finance.csv/"),
        ("pack.csv", "\nlaw;", "\nlaws;", "/pack.csv/"),
        ("shocks.csv", ";tax_yield;", ";meteor;", "/shocks.csv/0/kind"),
        ("catalogue/measures.csv", ";investment;", ";loan;", "/catalogue~1measures.csv/0/kind"),
        ("chain/measures.csv", ";yes;", ";ja;", "/chain~1measures.csv/"),
    ] {
        let text = muenster().text(file).unwrap().replacen(was, is, 1);
        assert_ne!(muenster().text(file), Ok(text.as_str()), "{file} has no {was}");
        let broken = muenster().with(file, &text);
        let said = complaints(&broken);
        assert!(said.iter().any(|it| it.starts_with(place)), "{file} {is}: {said:?}");
        assert!(load(&broken).is_err(), "the reader refuses {file} {is}");
    }
    let pack = as_json(&Files::default()).unwrap();
    let missing = validator().iter_errors(&pack).count();
    assert_eq!(missing, all().filter(|table| table.is_needed).count());
}

/// The page for people who add a town names every file, in its order, and marks those that may be missing.
#[test]
fn the_readme_names_every_file() {
    let readme = include_str!("../packs/README.md");
    let named: Vec<String> =
        all().map(|table| format!("| `{}`{} |", table.file, if table.is_needed { "" } else { " ○" })).collect();
    for name in &named {
        assert_eq!(readme.matches(name.as_str()).count(), 1, "{name}");
    }
    for table in all().filter(|table| !["population.csv", "indicators.csv"].contains(&table.file)) {
        let columns = format!("`{}`", table.header());
        let row = readme.lines().find(|line| line.contains(&format!("| `{}`", table.file))).unwrap();
        assert!(row.contains(&columns), "{}: {columns}", table.file);
    }
}
