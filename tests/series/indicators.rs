//! Every trap of indicator files, a small file each. Rows in the format of klimawatch are from its balances of Moers, Bonn
//! and Münster (Code for Münster and others, Apache License 2.0), cut and in places changed to make a trap.

use import::series::{About, Indicators, Kind, Role, Schema, Series, Warning, indicators, unit};

fn read(text: &str) -> Indicators {
    indicators("file.csv", text.as_bytes(), None).unwrap()
}

fn series<'a>(found: &'a Indicators, id: &str) -> &'a Series {
    found.series.iter().find(|it| it.id == id).unwrap_or_else(|| panic!("{id} in {:?}", ids(found)))
}

fn ids(found: &Indicators) -> Vec<&str> {
    found.series.iter().map(|it| it.id.as_str()).collect()
}

fn about(found: &Indicators, about: About) -> Vec<&Warning> {
    found.warnings.iter().filter(|it| it.about == about).collect()
}

fn tells(found: &Indicators, subject: About, words: &str) -> bool {
    about(found, subject).iter().any(|it| it.message.contains(words))
}

const BONN: &str = "year,category,type,co2,note
1990,Verkehr,real,527,
1995,Verkehr,real,581,
1996,Verkehr,real,580,
1990,Industrie,real,381,
1995,Industrie,real,382,
1996,Industrie,real,380
1990,Gesamt,real,908,
1995,Gesamt,real,963,
1996,Gesamt,real,960,last_emissions
2030,Gesamt,geplant,131,
1996,Einwohner,Einwohner,330224.0,
";

#[test]
fn klimawatch_keeps_the_total_apart_from_its_sectors() {
    let found = read(BONN);
    assert_eq!(ids(&found), ["einwohner", "gesamt", "gesamt_plan", "industrie", "verkehr"]);
    let role = |id| series(&found, id).role;
    assert_eq!((role("gesamt"), role("verkehr"), role("einwohner")), (Role::Total, Role::Part, Role::Single));
    assert_eq!(about(&found, About::Total), [] as [&Warning; 0]);
    assert_eq!((found.base_year, found.rows, found.skipped.len()), (Some(1996), 11, 0));
    assert_eq!(
        (series(&found, "gesamt").unit.as_str(), series(&found, "einwohner").unit.as_str()),
        ("1.000 t CO2", "Personen")
    );
    let wrong = read(&BONN.replace("1995,Gesamt,real,963", "1995,Gesamt,real,1963"));
    assert!(
        tells(&wrong, About::Total, "sectors and Gesamt disagree (1995: 963.0 against 1963.0)"),
        "{:?}",
        wrong.warnings
    );
    let missing = read(&BONN.replace("1995,Industrie,real,382,\n", ""));
    assert!(tells(&missing, About::Total, "not every sector has a value for 1995"));
}

#[test]
fn klimawatch_tells_gaps_and_keeps_plans_apart() {
    let found = read(BONN);
    assert_eq!(series(&found, "verkehr").gaps(), [1991, 1992, 1993, 1994]);
    assert!(tells(&found, About::Gap, "verkehr: no value for 1991–1994"));
    let plan = series(&found, "gesamt_plan");
    assert_eq!((plan.kind, plan.points.len(), plan.value(2030)), (Kind::Plan, 1, Some(131.0)));
    assert_eq!(series(&found, "gesamt").value(2030), None);
    assert!(tells(&found, About::NotMixed, "gesamt and gesamt_plan: a plan does not continue"));
}

#[test]
fn klimawatch_marks_one_base_year_or_none() {
    let none = read(&BONN.replace("last_emissions", ""));
    assert_eq!(none.base_year, None);
    assert!(tells(&none, About::Reading, "no row is marked last_emissions"));
    let twice = read(&BONN.replace("1995,Gesamt,real,963,", "1995,Gesamt,real,963,last_emissions"));
    assert_eq!(twice.base_year, None);
    assert!(tells(&twice, About::Reading, "stands on several rows"));
    let sector = read(
        &BONN.replace(",last_emissions", ",").replace("1995,Verkehr,real,581,", "1995,Verkehr,real,581,last_emissions"),
    );
    assert_eq!(sector.base_year, None);
    assert!(tells(&sector, About::Reading, "no real Gesamt"));
}

const MOERS: &str = "year,category,type,co2,note
2014,Private Haushalte,real,90.790,
2015,Private Haushalte,real,91.962,
2014,Industrie,real,97.225,
2015,Industrie,real,100.370,
2014,Kommunale Verwaltung,real,1.821,
2015,Kommunale Verwaltung,real,1.818,
2014,Verkehr,real,219.640,
2015,Verkehr,real,222.950,
2014,Kommunale Flotte,real,45.720,
2015,Kommunale Flotte,real,40.184,
2014,Gesamt,real,409.522,
2015,Gesamt,real,417.141,last_emissions
2018,Einwohner,Einwohner,103725,
";

#[test]
fn moers_has_a_fleet_beyond_its_administration() {
    let found = read(MOERS);
    let warned: Vec<Option<u64>> = about(&found, About::Implausible).iter().map(|it| it.line).collect();
    assert_eq!(warned, [Some(10), Some(11)]);
    assert!(tells(&found, About::Implausible, "Kommunale Flotte 45.72 beside Kommunale Verwaltung 1.821"));
    assert!(tells(&found, About::Total, "without `Kommunale Flotte` they agree"), "{:?}", found.warnings);
    let fine = read(&MOERS.replace("45.720", "0.457").replace("40.184", "0.402"));
    assert_eq!(about(&fine, About::Implausible), [] as [&Warning; 0]);
}

/// Every value of Moers looks like thousands: `417.141` are 417 thousand tonnes, four tonnes a head, not four thousand.
#[test]
fn three_digits_behind_a_point_are_decimals_here() {
    let total = series(&read(MOERS), "gesamt").value(2015).unwrap();
    assert!((total - 417.141).abs() < 1e-9);
    let thousandfold = read(&MOERS.replace("417.141", "417141").replace("409.522", "409522"));
    assert!(tells(&thousandfold, About::Implausible, "t CO2 per head"), "{:?}", thousandfold.warnings);
}

#[test]
fn thousands_of_tonnes_become_tonnes() {
    for (text, factor, name) in [
        ("1.000 t CO2", 1e3, "t CO2"),
        ("1 000 t CO2e", 1e3, "t CO2e"),
        ("Mio. EUR", 1e6, "EUR"),
        ("Mio. m³ pro Jahr", 1e6, "m³ pro Jahr"),
        ("Mrd. €", 1e9, "€"),
        ("T€", 1e3, "€"),
        ("je 1.000 EW", 1.0, "je 1.000 EW"),
        ("1.000", 1.0, "1.000"),
        ("%", 1.0, "%"),
        ("", 1.0, ""),
    ] {
        let found = unit(text);
        assert_eq!((found.factor, found.name.as_str()), (factor, name), "{text}");
    }
    let plain = series(&read(BONN), "gesamt").in_plain_units();
    assert_eq!((plain.unit.as_str(), plain.value(1990)), ("t CO2", Some(908_000.0)));
}

const LONG: &str = "id;name_de;unit;year;value;basis;source;seen
thg_ew;Emissionen je Einwohner;t CO2e je EW;2018;8,25;official;Bilanz;primary
thg_ew;Emissionen je Einwohner;t CO2e je EW;2022;6,5;official;Bilanz;primary
thg_ew_alt;Emissionen je Einwohner (ältere Methode);t CO2 je EW;2016;7,75;official;Bilanz;primary
schulden;Schulden;Mio. EUR;2024;1.222,2;official;Plan Band 2;primary
schulden_plan;Schulden, Plan;Mio. EUR;2026;1.786,5;assumption;Plan Band 2;primary
bevoelkerung;Bevölkerung (Melderegister);Personen;2019;312.169;official;Stadt;primary
bevoelkerung_fortschreibung;Bevölkerung (Fortschreibung);Personen;2019;315.293;official;Land;primary
u3_versorgung;Versorgungsquote;%;2023/24;50,7;official;Stadt;primary
u3_betreuung;Betreuungsquote;%;2023;38;official;Land;primary
pm25;Luftschadstoffbelastung PM2.5;µg/m3;2023;8,5;estimate;Orientierungswert Deutschland, nicht stadtspezifisch;recalled
";

#[test]
fn a_long_table_keeps_apart_what_must_not_be_mixed() {
    let found = read(LONG);
    assert_eq!((found.format, found.series.len(), found.skipped.len()), ("long", 9, 0));
    assert_eq!(series(&found, "schulden").value(2024), Some(1222.2));
    assert_eq!(series(&found, "schulden_plan").kind, Kind::Plan);
    for words in [
        "thg_ew and thg_ew_alt",
        "schulden and schulden_plan",
        "bevoelkerung and bevoelkerung_fortschreibung",
        "u3_versorgung and u3_betreuung",
    ] {
        assert!(tells(&found, About::NotMixed, words), "{words}");
    }
    assert!(tells(&found, About::NotLocal, "pm25"));
    assert!(tells(&found, About::Note, "pm25: figures from memory"));
    assert_eq!(series(&found, "u3_versorgung").value(2023), Some(50.7));
    assert!(tells(&found, About::Note, "kindergarten year"));
}

#[test]
fn the_notes_on_real_series_are_told_where_they_hold() {
    let row = |id: &str, year: u16, source: &str| format!("{id};{id};%;{year};10;official;{source};primary\n");
    let header = "id;name_de;unit;year;value;basis;source;seen\n";
    let both = |id: &str, source: &str| read(&format!("{header}{}{}", row(id, 2019, source), row(id, 2022, source)));
    assert!(tells(&both("umweltverbund", "Stadt Münster"), About::DefinitionBreak, "16 % answered"));
    // Another town had another survey, and one side of the break alone is no series across it.
    assert!(!tells(&both("umweltverbund", "Stadt Freiburg"), About::DefinitionBreak, "16 % answered"));
    let after = read(&format!("{header}{}", row("umweltverbund", 2022, "Stadt Münster")));
    assert!(!tells(&after, About::DefinitionBreak, "16 % answered"));
    assert!(tells(&both("mietspiegel", "Stadt"), About::DefinitionBreak, "four years, from 2020 on of six"));
    let pairs = [
        ("foerderzusagen", "foerderzusagen_alle"),
        ("sgb2_quote", "sgb2_12_quote"),
        ("mietspiegel", "angebotsmiete"),
        ("ms_rad", "ms_rad_binnen"),
    ];
    for (one, other) in pairs {
        let found = read(&format!("{header}{}{}", row(one, 2020, "Stadt"), row(other, 2020, "Stadt")));
        assert!(tells(&found, About::NotMixed, &format!("{one} and {other}")), "{one}");
    }
    for id in ["fertigstellungen", "langzeitarbeitslos", "verunglueckte", "foerderzusagen_alle"] {
        assert!(tells(&both(id, "Stadt Münster"), About::Note, id), "{id}");
        assert!(!tells(&both(id, "Stadt Freiburg"), About::Note, id), "{id}");
    }
}

#[test]
fn a_plan_row_never_continues_an_actual_series() {
    let text =
        "id;name;unit;year;value;basis\nx;X;EUR;2023;1;official\nx;X;EUR;2024;2;official\nx;X;EUR;2025;3;assumption\n";
    let found = read(text);
    assert_eq!(ids(&found), ["x", "x_plan"]);
    assert_eq!((series(&found, "x").points.len(), series(&found, "x_plan").points.len()), (2, 1));
}

#[test]
fn a_name_or_unit_that_changes_begins_another_series() {
    let text = "id;name;unit;year;value\nluft;Feinstaub PM10;µg/m3;2021;14\nluft;Feinstaub PM10;µg/m3;2022;13\n\
                luft;Feinstaub PM2.5;µg/m3;2023;8\nnetz;Breitband 50 Mbit/s;%;2021;96\nnetz;Breitband 100 Mbit/s;%;2023;91\n";
    let found = read(text);
    assert_eq!(ids(&found), ["luft", "luft_2", "netz", "netz_2"]);
    let version = |id| series(&found, id).definition.version.as_str();
    assert_eq!([version("luft"), version("luft_2")], ["pm10", "pm2.5"]);
    assert_eq!([version("netz"), version("netz_2")], ["50 mbit/s", "100 mbit/s"]);
    assert!(tells(&found, About::DefinitionBreak, "luft: name or unit change to `Feinstaub PM2.5`"));
    assert!(tells(&found, About::DefinitionBreak, "switched from PM10 to PM2.5"));
    assert!(tells(&found, About::NotMixed, "luft and luft_2"), "{:?}", found.warnings);
    for (name, words) in [
        ("Pkw mit Elektroantrieb", "without plug-in hybrids"),
        ("Vorzeitige Sterblichkeit", "premature mortality"),
        ("Breitbandversorgung", "50 to 100 Mbit/s"),
    ] {
        let found = read(&format!("id;name;unit;year;value\nx;{name};%;2020;5\n"));
        assert!(tells(&found, About::DefinitionBreak, words), "{name}");
    }
}

/// The first of two values is as likely wrong as right: neither is shown, and the year is a gap.
#[test]
fn of_two_values_for_a_year_none_is_kept() {
    let text = "id;name;unit;year;value\nx;X;%;2019;4\nx;X;%;2020;5\nx;X;%;2020;6\nx;X;%;2021;7\nx;X;%;2021;7\n\
                x;X;%;zwanzig;7\nx;X;%;2022;sieben\nx;X;%;2023;\n";
    let found = read(text);
    let points: Vec<(u16, f64)> = series(&found, "x").points.iter().map(|it| (it.year, it.value)).collect();
    assert_eq!(points, [(2019, 4.0), (2021, 7.0)]);
    assert!(tells(&found, About::Duplicate, "found 5 and 6"));
    let mut lines: Vec<Option<u64>> = found.skipped.iter().map(|it| it.line).collect();
    lines.sort_unstable();
    assert_eq!(lines, [Some(3), Some(4), Some(6), Some(7), Some(8), Some(9)], "{:?}", found.skipped);
    let refused = indicators("x", "id;year;value\nx;2020;5\nx;2020;6\n".as_bytes(), None).unwrap_err().to_string();
    assert!(refused.contains("found none"), "{refused}");
}

/// Rows of several towns, districts, sexes or months are no series: refused by what tells them apart, in every shape.
#[test]
fn a_table_of_several_places_is_refused_by_their_names() {
    let of = |name: &str| indicators(name, &crate::file(&format!("places/{name}")), None);
    for (name, words) in [
        ("long-town-column.csv", "found 3 in column `Gemeinde`: Musterhausen, Musterstadt, Nachbarstadt"),
        ("long-keys-of-towns.csv", "found 2 in column `AGS`: 05999001, 05999002"),
        ("towns-of-other-years.csv", "found 2 in column `Ort`: Musterstadt, Nachbarstadt"),
        ("years-and-towns.csv", "found 2 in column `Gemeinde`: Musterstadt, Nachbarstadt"),
        ("balance-of-towns.csv", "found 2 in column `city`: Musterstadt, Nachbarstadt"),
        ("towns-in-headings.csv", "found `Nachbarstadt` alone in line 5"),
        ("sexes-in-a-column.csv", "column `Geschlecht` tells apart: männlich, weiblich"),
        ("months-in-a-column.csv", "column `Monat` tells apart: Februar, Januar"),
    ] {
        let refused = of(name).map(|it| it.series).unwrap_err().to_string();
        assert!(refused.contains(words) && refused.contains("Next step"), "{name}: {refused}");
    }
    for (name, id, year, value) in [
        ("long-one-town.csv", "pkw", 2023, 31_264.0),
        ("years-and-one-town.csv", "pkw", 2023, 31_264.0),
        ("one-heading.csv", "arbeitslose", 2022, 1_264.0),
        ("towns-as-columns.csv", "nachbarstadt", 2022, 3_480.0),
        ("town-as-a-figure.csv", "stadt", 2023, 6.4),
    ] {
        let found = of(name).unwrap_or_else(|it| panic!("{name}: {it}"));
        assert_eq!(series(&found, id).value(year), Some(value), "{name}");
    }
    let twice = of("same-year-twice.csv").unwrap();
    let value = |id: &str, year: u16| series(&twice, id).value(year);
    assert_eq!((value("arbeitslose", 2022), value("arbeitslose", 2023)), (Some(1_210.0), None));
    assert_eq!(value("pkw", 2023), Some(31_264.0), "the same value twice is one");
}

/// `31.210` cars are more than thirty thousand, and nobody knows how much `31.210` cubic metres of water are.
#[test]
fn a_thousandfold_that_nothing_settles_is_refused() {
    let long = |unit: &str, value: &str| format!("id;name;unit;year;value\nx;X;{unit};2022;{value}\n");
    assert_eq!(series(&read(&long("Anzahl", "31.210")), "x").value(2022), Some(31_210.0));
    assert_eq!(series(&read(&long("Personen", "31,210")), "x").value(2022), Some(31_210.0));
    assert_eq!(series(&read(&long("m³", "31.210\nx;X;m³;2023;30,5")), "x").value(2022), Some(31_210.0));
    let rate = long("Anzahl", "31.210").replace(";X;", ";Pkw je 1.000 Einwohner;");
    for text in [long("m³", "31.210"), long("", "31,210"), rate, "Jahr;Pkw\n2022;31.210\n2023;31.300\n".to_owned()] {
        let refused = indicators("x", text.as_bytes(), None).map(|it| it.series).unwrap_err().to_string();
        assert!(refused.contains("more than a thousand. Next step"), "{text}: {refused}");
    }
}

#[test]
fn a_thousand_too_much_is_seen() {
    let found = read("id;name;unit;year;value\nx;X;kg;2020;450\nx;X;kg;2021;447\nx;X;kg;2022;0,44\n");
    assert!(tells(&found, About::Implausible, "447 in 2021 and 0.44 in 2022"), "{:?}", found.warnings);
}

const SCHEMA: &str = "---\ntitle: Stromeinspeisung\nsource: Stadtwerke\norder: 8\ncolumns:\n- name: jahr\n  type: int\n\
  \x20 description: Jahr\n- name: insgesamt\n  type: float\n  description: Insgesamt\n  unit: Mio. kWh\n- name: deponie\n\
  \x20 type: Optional[float]\n  description: \"Deponie: beendet\"\n  unit: Mio. kWh\n- name: solar\n  type: float\n\
  \x20 description: 'Photovoltaik'\n  unit: Mio. kWh\n---\nAnmerkungen: keine\n";

#[test]
fn konstanz_tables_take_units_and_definitions_from_their_schema() {
    let text = "jahr,insgesamt,deponie,solar\n2010,3.0,1.0,2.0\n2011,2.5,,2.5\n2012,9.0,1.0,3.0\n";
    let found = indicators("strom.csv", text.as_bytes(), Some(SCHEMA)).unwrap();
    assert_eq!(found.format, "konstanz-in-zahlen");
    let solar = series(&found, "solar");
    assert_eq!((solar.name.as_str(), solar.unit.as_str(), solar.role), ("Photovoltaik", "Mio. kWh", Role::Part));
    assert_eq!(series(&found, "deponie").definition.text, "Deponie: beendet");
    assert_eq!(series(&found, "deponie").definition.source, "Stadtwerke");
    assert_eq!(series(&found, "deponie").gaps(), [2011]);
    assert_eq!(series(&found, "insgesamt").role, Role::Total);
    // 2011 lacks a part and is not compared; 2012 does not add up.
    let totals: Vec<&str> = about(&found, About::Total).iter().map(|it| it.message.as_str()).collect();
    assert_eq!(totals, ["2012: parts add up to 4.00, insgesamt is 9"]);
    let bare = indicators("strom.csv", text.as_bytes(), None).unwrap();
    assert!(tells(&bare, About::Reading, "no schema"));
    assert!(
        indicators("strom.csv", text.as_bytes(), Some("no schema"))
            .unwrap_err()
            .to_string()
            .contains("expected a schema")
    );
}

#[test]
fn konstanz_rates_called_numbers_and_plans_called_spending_are_told() {
    let schema = "---\ntitle: Kraftfahrzeuge\ncolumns:\n- name: jahr\n  description: Jahr\n- name: pkw_privat\n\
                  \x20 description: Pkw pro 1.000 Einw.\n  unit: Anzahl\n---\n";
    let text = "jahr,pkw_privat\n2006,458\n2008,405\n";
    let found = indicators("fahrzeuge.csv", text.as_bytes(), Some(schema)).unwrap();
    assert!(tells(&found, About::Reading, "the description is a rate"));
    assert!(tells(&found, About::DefinitionBreak, "only vehicles in use"));
    let plan =
        Schema::read("---\ntitle: Haushalt\ncolumns:\n- name: jahr\n---\nGrundlage ist der Haushaltsplan.\n").unwrap();
    assert_eq!(plan.title, "Haushalt");
    let text = "jahr,ausgaben\n2020,280\n2021,289\n";
    let schema = "---\ntitle: H\ncolumns:\n- name: ausgaben\n  unit: Mio. €\n---\nGrundlage ist der Haushaltsplan.\n";
    let found = indicators("haushalt.csv", text.as_bytes(), Some(schema)).unwrap();
    assert_eq!(series(&found, "ausgaben").kind, Kind::Plan);
    assert!(tells(&found, About::Reading, "rests on budget plans"));
    let split = "jahr,umwelt,motorisiert\n2007,59,41\n2018,69,31\n";
    assert!(tells(
        &indicators("modalsplit.csv", split.as_bytes(), None).unwrap(),
        About::DefinitionBreak,
        "Socialdata"
    ));
}

const MAP: &str = r#"{ "years": [2019, 2020, 2030],
  "indicator": { "id": 1, "name": "Geburten", "title": "Geburten - Ist-Daten", "calculation": "Geburten / Bevölkerung",
    "unit": "je 1.000 Einwohner:innen", "source": "Ämter", "friendlyUrl": "geburten", "years": [2018, 2019, 2020, 2021, 2030] },
  "regions": [ { "gkz": "05000001", "name": "Musterstadt", "values": [10.1, null, 9.5] },
    { "properties": { "gkz": "05000002", "name": "Nebenstadt", "values": [9.3, "neun", 9.0] } },
    { "gkz": "05000003", "name": "Kurz", "values": [1.0] } ] }"#;

#[test]
fn the_map_answer_gives_a_series_for_each_region_and_keeps_forecasts_apart() {
    let found = read(MAP);
    assert_eq!((found.format, found.series.len(), found.rows), ("wegweiser-kommune", 4, 6));
    let muster: Vec<&Series> = found.series.iter().filter(|it| it.region.as_ref().unwrap().key == "05000001").collect();
    assert_eq!((muster[0].id.as_str(), muster[0].kind, muster[0].value(2019)), ("geburten", Kind::Actual, Some(10.1)));
    assert_eq!(
        (muster[1].id.as_str(), muster[1].kind, muster[1].value(2030)),
        ("geburten_prognose", Kind::Forecast, Some(9.5))
    );
    assert_eq!(muster[0].definition.text, "Geburten / Bevölkerung");
    assert_eq!(muster[0].unit, "je 1.000 Einwohner:innen");
    let reasons: Vec<&str> = found.skipped.iter().map(|it| it.reason.as_str()).collect();
    assert!(reasons[0].contains("Musterstadt") && reasons[0].contains("no value for 2020"), "{reasons:?}");
    assert!(reasons[1].contains("expected a number, found \"neun\""), "{reasons:?}");
    assert!(reasons[2].contains("expected 3 values, found 1"), "{reasons:?}");
}

const SERVICE: &str = r#"{ "years": [2022, 2023],
  "indicatorsAndTopics": [ { "id": 7, "name": "Nachhaltigkeit" },
    { "id": 1, "title": "Feinstaub PM10", "unit": "µg/m³", "source": "UBA", "friendlyUrl": "feinstaub" },
    { "id": 2, "title": "Breitband", "unit": "%", "source": "BNetzA", "friendlyUrl": "breitband" } ],
  "data": { "regions": [ { "ars": "050010000000", "title": "Musterstadt" }, { "ars": "05", "title": "Land" } ],
    "indicators": [ { "regionYearValues": [[14.0, 13.5], [15.0, null]] }, { "regionYearValues": null } ] } }"#;

#[test]
fn the_service_answer_is_read_by_region_and_year() {
    let found = read(SERVICE);
    assert_eq!(found.series.len(), 2);
    let town = &found.series[0];
    assert_eq!((town.region.as_ref().unwrap().name.as_str(), town.value(2023)), ("Musterstadt", Some(13.5)));
    assert_eq!(town.definition.version, "pm10");
    assert!(tells(&found, About::DefinitionBreak, "switched from PM10 to PM2.5"));
    assert!(found.skipped.iter().any(|it| it.reason.contains("Breitband) : the service")
        || it.reason.contains("(Breitband): the service gives no values")));
    let uneven = SERVICE.replace("[15.0, null]", "[15.0]");
    assert!(read(&uneven).skipped.iter().any(|it| it.reason.contains("expected 2 values, found 1")));
    let fewer = SERVICE.replace(", { \"regionYearValues\": null }", "");
    assert!(
        indicators("x", fewer.as_bytes(), None)
            .unwrap_err()
            .to_string()
            .contains("expected one table for each of 2 indicators, found 1")
    );
}

#[test]
fn what_is_no_file_of_indicators_is_refused_in_words() {
    for text in ["", "{", "{}", "{\"years\": []}", "{\"years\": [2019]}", "a;b\n1;2\n", "year,category,type,co2,note\n"]
    {
        let refused = indicators("x", text.as_bytes(), None).unwrap_err().to_string();
        assert!(refused.contains("expected"), "{text}: {refused}");
    }
}

/// A misspelled name would pass for a column that the file does not have: nothing is read from it, and that is told.
#[test]
fn columns_that_nothing_is_read_from_are_told() {
    let told = |text: &str| -> Vec<String> {
        let found = indicators("a.csv", text.as_bytes(), None).unwrap();
        found.warnings.into_iter().map(|it| it.message).filter(|it| it.contains("not read")).collect()
    };
    let long = |unit: &str| format!("id;{unit};year;value\nx;t;2020;1\nx;t;2021;2\n");
    assert_eq!(told(&long("unit")), Vec::<String>::new());
    assert_eq!(told(&long("unti")), ["columns that are not read: `unti`"]);
    let balance = |note: &str| format!("year,category,type,co2,{note}\n2020,Gesamt,real,1,last_emissions\n");
    assert_eq!(told(&balance("note")), Vec::<String>::new());
    assert_eq!(told(&balance("notes")), ["columns that are not read: `notes`"]);
}

/// Exports of the statistical offices whose header spreads over several rows: read where every figure has one year and one
/// name, refused in words where not.
#[test]
fn a_header_of_several_rows_names_every_figure_or_is_refused() {
    let of = |name: &str| indicators(name, &crate::file(&format!("genesis/{name}")), None);
    let read = |name: &str| of(name).unwrap_or_else(|it| panic!("{name}: {it}"));
    let values = |found: &Indicators, id: &str| -> Vec<(u16, f64)> {
        series(found, id).points.iter().map(|it| (it.year, it.value)).collect()
    };
    let cars = read("years-over-kinds.csv");
    assert_eq!(ids(&cars), ["pkw", "kraftraeder"]);
    assert_eq!(values(&cars, "pkw"), [(2023, 31_200.0), (2024, 31_550.0)]);
    assert_eq!(values(&cars, "kraftraeder"), [(2023, 2_100.0), (2024, 2_150.0)]);
    assert_eq!(series(&cars, "kraftraeder").unit, "Anzahl", "one unit holds for the whole table");
    assert!(series(&cars, "pkw").points[0].source.ends_with("Stichtag 01.01."));
    let waste = read("kinds-over-units.csv");
    assert_eq!(ids(&waste), ["hausmuell", "hausmuell_2", "biotonne", "biotonne_2"]);
    assert_eq!(values(&waste, "hausmuell_2"), [(2022, 201.5), (2023, 196.2), (2024, 190.9)]);
    assert_eq!(values(&waste, "biotonne"), [(2022, 9.3), (2024, 9.9)], "a figure that is kept secret is none");
    let workers = read("town-in-rows.csv");
    assert_eq!(values(&workers, "beschaeftigte_am_wohnort_weiblich"), [(2023, 3_800.0), (2024, 3_870.0)]);
    assert_eq!(workers.series.len(), 3, "a printed sum is a series of its own");
    let people = read("one-column.csv");
    assert_eq!(values(&people, "bevoelkerungsstand"), [(2022, 19_950.0), (2023, 20_172.0), (2024, 20_263.0)]);
    for (name, word) in [
        ("several-towns.csv", "expected one place, found 2"),
        ("quarters.csv", "`1. Quartal`"),
        ("two-days.csv", "30.06, 31.12"),
        ("year-missing.csv", "column 4 stands twice: `2023 Pkw`"),
    ] {
        let refused = of(name).map(|it| it.series.len()).unwrap_err().to_string();
        assert!(refused.contains(word) && refused.contains("Next step"), "{name}: {refused}");
    }
}
