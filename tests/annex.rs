//! The annex to a council motion on worked cases: an investment, a cut, a tax and a commitment in one draft, nothing moved,
//! only a tax, not covered, and a town without printed rows.

use std::sync::{Arc, LazyLock};

use zukunftshaushalt::figure::{Annex, AnnexOf, Telling, Value, annex, annex_book, workbook};
use zukunftshaushalt::model::plan_rows::PlanRows;
use zukunftshaushalt::model::{Cell, Choice, LeverAt, Money, Purpose, Run, Study, TaxAt, Town, Year};
use zukunftshaushalt::pack::{freiburg, load, muenster_plan, plan_rows};
use zukunftshaushalt::scenario::{Action, Changed, Reasons, Session};
use zukunftshaushalt::text::Lang;

static MUENSTER: LazyLock<Study> = LazyLock::new(|| Study::of(load(&muenster_plan()).unwrap(), 60));
static FREIBURG: LazyLock<Study> = LazyLock::new(|| Study::of(load(&freiburg()).unwrap(), 60));
static ROWS: LazyLock<PlanRows> = LazyLock::new(|| plan_rows(&muenster_plan(), &MUENSTER.town).unwrap().unwrap());

fn cell(town: &Town, lever: &str) -> Cell {
    let lever: LeverAt = town.levers.find(|it| it.id == lever).unwrap_or_else(|| panic!("no lever {lever}"));
    let purposes = town.purposes();
    let purpose = purposes.into_iter().find(|it| !town.cell_amount(Cell { lever, purpose: *it }).is_zero());
    Cell { lever, purpose: purpose.unwrap_or(Purpose::Overhead) }
}

fn tax(town: &Town, id: &str) -> TaxAt {
    town.taxes.find(|it| it.id == id).unwrap()
}

fn told(study: &Study, rows: Option<&PlanRows>, session: &Session, reasons: &Reasons, lang: Lang) -> Annex {
    let mut run = Run::new(study, session.shared_scenario());
    run.finish();
    let (now, ranges) = (run.projected(), run.ranges());
    let it = Telling { town: &study.town, scenario: &now.scenario, projection: &now.projection, ranges: &ranges, lang };
    annex(&AnnexOf {
        it,
        rows,
        members: study.uncertainty().members(),
        reasons,
        group: None,
        name: "Radwege",
        date: "2026-11-28",
    })
}

/// An investment, a cut, an increase and a tax.
fn mixed(town: &Town) -> Session {
    let mut session = Session::default();
    for (lever, euros) in
        [("strassenbau", 500_000.0), ("radwege", 1_165_000.0), ("strassen", -1_430_000.0), ("verwaltung", -300_000.0)]
    {
        session.apply(town, Action::MoveLever(cell(town, lever), Money::from_euros(euros)));
    }
    session.apply(town, Action::SetYears(Choice::Everyday(cell(town, "radwege")), Year(2027), Year(2030)));
    session.apply(town, Action::SetTax(tax(town, "trade_tax"), 462.0));
    session
}

fn of(session: &Session) -> Annex {
    told(&MUENSTER, Some(&ROWS), session, &Reasons::default(), Lang::De)
}

/// The text with plain blanks, to be compared.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn points(it: &Annex) -> Vec<String> {
    it.motion.iter().map(|it| plain(&format!("{} {}", it.number, it.text))).collect()
}

/// The euros of a row of the table of budgets in a year: old, change, new.
fn budget(it: &Annex, label: &str, row: &str, year: u16) -> (Option<f64>, f64, Option<f64>) {
    let found = it.budget_rows.iter().find(|it| it.row == row && (it.code == label || it.label == label));
    let at = it.years.iter().position(|it| *it == year).unwrap();
    let cells = found.unwrap_or_else(|| panic!("no row {row} of {label}")).years[at];
    (cells.old.map(Money::euros), cells.change.euros(), cells.new.map(Money::euros))
}

/// An investment, an increase, two cuts, a tax and what must be promised for later years, all in one draft.
#[test]
fn everything_in_one_draft() {
    let it = of(&mixed(&MUENSTER.town));
    assert_eq!(it.sheet, "Stadt Münster · Haushalt 2027, Änderungsantrag (Muster)");
    assert_eq!(it.draft, "Entwurf „Radwege“ · 28.11.2026");
    assert_eq!(
        it.resolves,
        "Der Rat beauftragt die Verwaltung, den Entwurf einer Nachtragssatzung mit folgenden Änderungen vorzulegen und die Finanzplanung entsprechend fortzuschreiben:"
    );
    let roads = "der Produktgruppe 1201 (Bereitstellung Verkehrsflächen/-anlagen), Zeile 13 des Ergebnisplans (Aufwendungen für Sach- und Dienstleistungen),";
    let built = "der Produktgruppe 1201 (Bereitstellung Verkehrsflächen/-anlagen), Zeile 25 des Finanzplans (Auszahlungen für Baumaßnahmen),";
    assert_eq!(
        points(&it),
        [
            format!("1. Der Ansatz 2027 {roads} wird um 1.165.000 € erhöht, die Finanzplanung 2028 bis 2030 um jährlich ebenso viel (mehr: 3,5 Kilometer erneuerter Radweg im Jahr)."),
            format!("2. Der Ansatz 2027 {built} wird um 500.000 € erhöht, die Finanzplanung 2028 bis 2030 um jährlich ebenso viel (mehr: 1.800 Quadratmeter von Grund auf erneuerte Straße im Jahr)."),
            format!("3. Der Ansatz 2027 {roads} wird um 1.430.000 € vermindert, die Finanzplanung ab 2028 dauerhaft um jährlich ebenso viel (weniger: 18.000 Quadratmeter erneuerte Straßendecke im Jahr)."),
            "4. Folgende Ansätze 2027 werden um zusammen 300.000 € vermindert, die Finanzplanung ab 2028 dauerhaft um jährlich ebenso viel (weniger: 3,3 Stellen in der Verwaltung im Jahr):".to_owned(),
            "5. Der Hebesatz für „Gewerbesteuer“ wird von 2027 an von 460 auf 462 v. H. geändert, durch eigenen Beschluss zur Hebesatzsatzung. Eine Erhöhung für 2027 ist bis zum 30. Juni 2027 zu beschließen (§ 16 Abs. 3 GewStG). Rechnerischer Mehrertrag, aus dem Ansatz 2026: 1.673.913,04 € im Jahr, Produktgruppe 1601 (Allgemeine Finanzwirtschaft), Zeile 01 des Ergebnisplans (Steuern und ähnliche Abgaben).".to_owned(),
            "6. Die Verpflichtungsermächtigungen 2027 der Produktgruppe 1201 (Bereitstellung Verkehrsflächen/-anlagen) werden um 1.500.000 € erhöht, fällig 2028: 500.000 €, 2029: 500.000 €, 2030: 500.000 €. In dieser Produktgruppe für 2027 bisher 30.182.000 €, neu 31.682.000 €.".to_owned(),
            "7. Die Kreditermächtigung 2027 für Investitionen (§ 2 der Haushaltssatzung) wird um 425.000 € erhöht. Zeile 33 des Finanzplans 2027: bisher 266.080.590 €, neu 266.505.590 €. Kredite sind nur zulässig, wenn eine andere Finanzierung nicht möglich ist oder wirtschaftlich unzweckmäßig wäre (§ 77 Abs. 4 GO NRW).".to_owned(),
            "8. Mehrere Nummern ändern denselben Ansatz. Für die Abstimmung gilt je Ansatz 2027 die Summe:".to_owned(),
            "9. Saldo der beantragten Änderungen im Ergebnisplan je Jahr: 2027 bis 2030: +2.238.913,04 €; 2031 bis 2050: +3.403.913,04 €. Abschreibungen, Zinsen und Folgekosten sind darin nicht enthalten.".to_owned(),
        ]
    );
    // What others pay of what is built is no loan.
    assert_eq!(
        plain(&it.motion[1].notes[0]),
        "Produktgruppe 1201 (Bereitstellung Verkehrsflächen/-anlagen), Zeile 18 des Finanzplans (Einzahlungen aus Zuwendungen für Investitionsmaßnahmen), wird dafür um 75.000 € im Jahr erhöht, soweit eine Zuwendung zugesagt ist (rechnerisch nach der Quote des Datensatzes)."
    );
    let roads = roads.strip_prefix("der ").and_then(|it| it.strip_suffix(',')).unwrap();
    assert_eq!(
        it.motion[7].parts.iter().map(|it| plain(it)).collect::<Vec<_>>(),
        [format!("{roads} (Nr. 1 und 3): −265.000 €")]
    );
    let staff = &it.motion[3];
    assert_eq!(staff.parts.len(), 8);
    assert_eq!(
        plain(&staff.parts[6]),
        "Produktgruppe 0113 (Zentrale Dienste), Zeile 11 des Ergebnisplans (Personalaufwendungen): 111.300 €"
    );
    // It is counted in posts already, at one price.
    assert_eq!(staff.notes, Vec::<String>::new());
    // Printed where it is printed, and only there; two levers of one row come together in it.
    assert_eq!(budget(&it, "1201", "13", 2027), (Some(19_331_300.0), -265_000.0, Some(19_066_300.0)));
    assert_eq!(budget(&it, "1201", "13", 2028), (None, -265_000.0, None));
    assert_eq!(budget(&it, "1201", "25", 2028), (Some(27_490_000.0), 500_000.0, Some(27_990_000.0)));
    assert_eq!(budget(&it, "Saldo (Erträge weniger Aufwendungen)", "", 2030).1, 2_238_913.04);
    assert_eq!(budget(&it, "Saldo der Investitionen", "", 2030).1, -425_000.0);
    assert_eq!(it.cover.said, "Änderungen in jedem Jahr gedeckt");
    assert!(
        !it.cover.is_missing && plain(&it.cover.notes[1]).contains("425.000 € im Jahr mehr Kredite"),
        "{:?}",
        it.cover
    );
    // What stands in the sheet of the group besides.
    let projects = it.projects.as_ref().expect("the group has measures");
    assert!(projects.table.rows.iter().any(|row| row[2].said == "Velorouten Stadtregion"));
    assert!(
        it.motion_text()
            .starts_with("3,5 Kilometer erneuerter Radweg im Jahr mehr, gedeckt aus „Straßendecken erneuern“")
    );
    assert!(!it.motion_text().contains('\u{ad}'));
}

/// Staff that is not counted in posts is told in them by the plan's average.
#[test]
fn a_change_of_staff_is_told_in_posts() {
    let mut session = Session::default();
    session.apply(&MUENSTER.town, Action::MoveLever(cell(&MUENSTER.town, "rat"), Money::from_euros(400_000.0)));
    let it = of(&session);
    let note = it.motion[0].notes.iter().find(|it| it.contains("Rechenhinweis")).expect("row 11 is one of the rows");
    let said = "Produktgruppe 0102 (GF für polit. Gremien, internat. Beziehungen): Die Änderung in Zeile 11 entspricht rechnerisch";
    assert!(
        plain(note).starts_with(said)
            && plain(note).contains("zu Durchschnittskosten des Plans von 76.200 € je Stelle"),
        "{note}"
    );
}

/// A status that holds only with the global saving of the plan says so on the paper, too.
#[test]
fn the_law_is_not_told_without_the_saving_it_rests_on() {
    let it = of(&mixed(&MUENSTER.town));
    let said = it.law.said.join(" ");
    assert!(said.contains("Ohne diese Einsparung") || said.contains("ohne diese Einsparung"), "{said}");
}

/// On paper a year stands in one cell; it holds what the table of the file holds beside each other.
#[test]
fn a_line_on_paper_holds_what_the_file_holds() {
    let it = of(&mixed(&MUENSTER.town));
    let (lines, rows) = (it.budget_lines(), &it.budget.table.rows);
    assert!(lines.len() == rows.len() && lines.iter().any(|it| it.is_sum) && lines.len() > 5);
    for (line, row) in lines.iter().zip(rows) {
        assert_eq!(line.years.len(), it.years.len());
        let said: Vec<&str> = line.years.iter().flatten().map(String::as_str).collect();
        assert_eq!(said, row[5..].iter().map(|it| it.said.as_str()).collect::<Vec<_>>());
        assert!(line.name.contains(&row[1].said) && line.below.contains(&row[4].said), "{line:?}");
    }
    let (motion, sections, summary) = it.headings();
    assert!(motion.starts_with("1 ") && sections[0].0.starts_with("2 "));
    assert!(summary.starts_with(&format!("{} ", sections.len() + 2)));
}

#[test]
fn nothing_moved_is_no_motion() {
    let it = of(&Session::default());
    assert_eq!(it.title, "Keine Änderung gegenüber dem Plan");
    assert_eq!(plain(&it.cover.said), "Nichts verändert: Saldo 0 €");
    assert_eq!((it.motion.len(), it.budget_rows.len(), it.reasons.len()), (0, 0, 0));
    assert!(it.resolves.starts_with("Es ist nichts verändert.") && it.projects.is_none());
}

#[test]
fn titles_tell_the_largest_change_and_what_pays_for_it() {
    let town = &MUENSTER.town;
    let lever = |id: &str, euros: f64| Action::MoveLever(cell(town, id), Money::from_euros(euros));
    let measure = |id: &str, euros: f64| {
        Action::MoveMeasure(town.chain.measures.find(|it| it.id == id).unwrap(), Money::from_euros(euros))
    };
    let tax = |id: &str, multiplier: f64| Action::SetTax(tax(town, id), multiplier);
    for (actions, title) in [
        (
            vec![lever("radwege", 660_000.0), lever("strassen", -660_000.0)],
            "2 Kilometer erneuerter Radweg im Jahr mehr, gedeckt aus „Straßendecken erneuern“",
        ),
        (
            vec![lever("radwege", 660_000.0)],
            "2 Kilometer erneuerter Radweg im Jahr mehr, nicht gedeckt: es fehlen 660.000 € im Jahr",
        ),
        (
            vec![lever("strassen", -800_000.0)],
            "10.000 Quadratmeter erneuerte Straßendecke im Jahr weniger, der Ergebnisplan verbessert sich um 800.000 € im Jahr",
        ),
        (
            vec![lever("rat", 100_000.0), lever("strassen", -100_000.0)],
            "100.000 € im Jahr mehr für „Rat, Bezirke und Städtepartnerschaften“, gedeckt aus „Straßendecken erneuern“",
        ),
        (
            vec![tax("trade_tax", 450.0)],
            "„Gewerbesteuer“: Hebesatz 450 statt 460, nicht gedeckt: es fehlen 8,37 Mio. € im Jahr",
        ),
        (
            vec![tax("trade_tax", 470.0)],
            "„Gewerbesteuer“: Hebesatz 470 statt 460, der Ergebnisplan verbessert sich um 8,37 Mio. € im Jahr",
        ),
        (
            vec![tax("baeder_eintritt", 110.0)],
            "„Eintritt in die Bäder“: 110 % statt 100 % des Plans, der Ergebnisplan verbessert sich um 229.000 € im Jahr",
        ),
        (
            vec![measure("radweg_neu", 2e6)],
            "2 Kilometer neuer Radweg im Jahr mehr, bezahlt aus Krediten und Zuwendungen",
        ),
    ] {
        let mut session = Session::default();
        for action in actions {
            session.apply(town, action);
        }
        let it = of(&session);
        assert_eq!(plain(&it.title).replace('\u{ad}', ""), title);
        assert!(
            !it.motion.is_empty()
                && it.resolves
                    == "Der Rat beauftragt die Verwaltung, den Entwurf einer Nachtragssatzung mit folgenden Änderungen vorzulegen und die Finanzplanung entsprechend fortzuschreiben:"
        );
    }
}

/// A cut that lasts a year does not pay for what lasts: the worst year is told, and the number of the page beside it.
#[test]
fn what_lasts_differently_is_told_by_year() {
    let town = &MUENSTER.town;
    let mut session = Session::default();
    session.apply(town, Action::MoveLever(cell(town, "radwege"), Money::from_euros(330_000.0)));
    session.apply(town, Action::MoveLever(cell(town, "strassen"), Money::from_euros(-330_000.0)));
    session.apply(town, Action::SetYears(Choice::Everyday(cell(town, "strassen")), Year(2028), Year(2028)));
    let it = of(&session);
    assert_eq!(plain(&it.cover.said), "Nicht in jedem Jahr gedeckt: es fehlen bis zu 330.000 € im Jahr");
    let by_year = "Die Änderungen gelten verschieden lange. Saldo je Jahr: 2027: −330.000 €; 2028: 0 €; 2029 bis 2050: −330.000 €. Die Waage der Seite zeigt 0 €, als gälten alle zugleich.";
    assert_eq!(plain(&it.cover.notes[0]), by_year);
    assert!(it.title.contains("nicht in jedem Jahr gedeckt"), "{}", it.title);
    assert!(
        points(&it)[1].starts_with("2. Zur Deckung wird die Finanzplanung 2028 der Produktgruppe 1201")
            && points(&it)[1].contains(" um 330.000 € vermindert (weniger")
    );
    let row = it.budget_rows.iter().find(|it| it.row == "13").unwrap();
    assert_eq!(row.lasting, "dauerhaft ab 2027; einmalig 2028");
}

/// Effects, steps, refunds and assumptions of what is measured, with the numbers of the page.
#[test]
fn what_follows_is_what_the_page_says() {
    let town = &MUENSTER.town;
    let kita = town.chain.measures.find(|it| it.id == "kita_u3").unwrap();
    let mut session = Session::default();
    session.apply(town, Action::MoveMeasure(kita, Money::from_euros(1e6)));
    let it = of(&session);
    let first: Vec<&str> = it.effects.table.rows[0].iter().map(|it| it.said.as_str()).collect();
    assert_eq!(first[..3], ["+43", "Betreuungsplätze für Kinder unter drei", "von heute rund 4.000"]);
    assert_eq!((first[4], first[5].split(' ').next()), ("2050", Some("A")));
    let steps: Vec<&str> = it.chain.table.rows.iter().map(|row| row[2].said.as_str()).collect();
    assert_eq!(steps, ["Geld", "Maßnahme", "Wirkung 2050", "Kennzahl"]);
    assert!(it.chain.table.rows.iter().all(|row| row[0].said == "Plätze für Kinder unter drei"));
    assert!(
        plain(&it.motion[0].notes[0]).contains("Erträge aus Erstattungen steigen rechnerisch um 591.000 € im Jahr")
    );
    assert_eq!(budget(&it, "0601", "10", 2027), (Some(130_797_990.0), 591_000.0, Some(131_388_990.0)));
    let price = &it.assumptions.table.rows[0];
    assert!(
        plain(&price[0].said).contains("kostet etwa 23.000 € im Jahr")
            || plain(&price[0].said).contains("kostet etwa 23.000 €")
    );
    assert_eq!(price[1].said, "Schätzung");
    assert!(it.law.said[0].contains("§ 76 GO NRW") || it.law.said[0].contains("§\u{a0}76 GO NRW"), "{:?}", it.law.said);
    assert!(it.law.notes[0].starts_with("Rechtsstand: ") && it.law.notes[0].contains("31.12.2023"));
    assert_eq!(it.generations.table.rows.len(), 6);
    assert!(it.foot[0].contains("Modellrechnung, keine Prognose"));
}

#[test]
fn each_change_has_its_reason_or_a_place_for_it() {
    let mut reasons = Reasons::default();
    reasons.insert(
        Changed::Choice(Choice::Everyday(cell(&MUENSTER.town, "radwege"))),
        Arc::from("=Sicher; zur \"Schule\""),
    );
    let it = told(&MUENSTER, Some(&ROWS), &mixed(&MUENSTER.town), &reasons, Lang::De);
    let told: Vec<(&str, Option<&str>)> = it.reasons.iter().map(|it| (it.what.as_str(), it.why.as_deref())).collect();
    assert_eq!(
        told,
        [
            ("Straßendecken erneuern", None),
            ("Vorhandene Radwege erneuern", Some("=Sicher; zur \"Schule\"")),
            ("Straßen von Grund auf erneuern", None),
            ("Verwaltung arbeitsfähig halten", None),
            ("Gewerbesteuer", None),
        ]
    );
    assert_eq!(it.reason_place, "Noch keine Begründung. Hier ist Platz dafür:");
    // What a person wrote is no formula in a spreadsheet, and stays one cell.
    let text = it.reason_table.table.csv();
    assert!(text.contains("\"'=Sicher; zur \"\"Schule\"\"\""), "{text}");
}

/// The project's own importer reads every table: as many rows and cells as there are, amounts to the cent.
#[test]
fn files_are_read_by_the_importer() {
    let it = of(&mixed(&MUENSTER.town));
    assert_eq!(
        it.tables().iter().map(|it| it.key).collect::<Vec<_>>(),
        ["ansaetze", "einzelmassnahmen", "generationen", "haushaltsrecht", "begruendung", "annahmen"]
    );
    for table in it.tables() {
        let text = table.csv();
        let read = import::open(text.as_bytes(), None).expect(table.key);
        assert_eq!(read.dialect.separator, Some(';'), "{}", table.key);
        assert_eq!(read.records.len(), table.rows.len() + 1, "{}", table.key);
        for (row, record) in table.rows.iter().zip(read.records.iter().skip(1)) {
            for (at, cell) in row.iter().enumerate() {
                if let Value::Euros(money) = cell.value {
                    assert_eq!(Money::parse(&record.cell(at).replace(',', ".")), Some(money));
                }
            }
        }
    }
}

/// The workbook has the motion and every table, cell by cell, and what a person wrote is text.
#[test]
fn the_workbook_holds_what_the_paper_says() {
    let mut reasons = Reasons::default();
    reasons.insert(Changed::Choice(Choice::Everyday(cell(&MUENSTER.town, "radwege"))), Arc::from("=1+1"));
    let it = told(&MUENSTER, Some(&ROWS), &mixed(&MUENSTER.town), &reasons, Lang::De);
    let book = annex_book(&it, "2026-11-28");
    let file = workbook(&book).unwrap();
    assert_eq!(file, workbook(&book).unwrap(), "the same draft is the same file");
    let names = [
        "Ansätze alt und neu",
        "Einzelmaßnahmen der Investition",
        "Generationen",
        "Haushaltsrecht",
        "Begründung",
        "Annahmen",
    ];
    assert_eq!(it.tables().len(), names.len());
    for (table, name) in it.tables().into_iter().zip(names) {
        let read = import::open(&file, Some(name)).unwrap_or_else(|it| panic!("{name}: {it}"));
        assert_eq!(read.records.len(), table.rows.len() + 1, "{name}");
        for (row, record) in table.rows.iter().zip(read.records.iter().skip(1)) {
            for (at, cell) in row.iter().enumerate() {
                let found = record.cell(at);
                match cell.value {
                    Value::Empty => assert_eq!(found, "", "{name}"),
                    Value::Euros(money) => assert_eq!(Money::parse(found), Some(money), "{name}"),
                    Value::Number(number) => assert_eq!(found.parse(), Ok(number), "{name}"),
                    Value::Text => assert_eq!(found, cell.said.replace('\u{ad}', ""), "{name}"),
                }
            }
        }
    }
    let motion = import::open(&file, Some("Antragstext")).unwrap();
    let lines: Vec<&str> = motion.records.iter().map(|it| it.cell(0)).collect();
    for point in &it.motion {
        assert!(lines.iter().any(|it| it.contains(&point.text.replace('\u{ad}', ""))), "{}", point.text);
    }
    assert!(lines.iter().any(|line| line.contains(&it.check)));
}

/// Every language and every town has names of sheets that the file format takes.
#[test]
fn a_workbook_is_made_in_every_language() {
    for lang in Lang::ALL {
        for (study, rows) in [(&MUENSTER, Some(&*ROWS)), (&FREIBURG, None)] {
            let mut session = Session::default();
            let lever = study.town.levers.places().find(|at| !study.town.invests(*at)).unwrap();
            let lever = study.town.levers[lever.0].id.clone();
            session.apply(&study.town, Action::MoveLever(cell(&study.town, &lever), Money::from_euros(50_000.0)));
            let it = told(study, rows, &session, &Reasons::default(), lang);
            let book = annex_book(&it, "");
            assert_eq!(book.sheets.len(), it.tables().len() + 1);
            let file = workbook(&book).unwrap();
            assert!(import::open(&file, Some(&book.sheets[0].title)).is_ok(), "{lang:?}");
        }
    }
}

/// A town whose rows are not in the data says so, and names the sums of its groups.
#[test]
fn a_town_without_rows_says_so() {
    let town = &FREIBURG.town;
    let mut session = Session::default();
    let first = town.levers.iter().find(|it| it.id == "gleichstellung").map_or("", |it| it.id.as_str());
    let lever = if first.is_empty() { town.levers[0].id.clone() } else { first.to_owned() };
    session.apply(town, Action::MoveLever(cell(town, &lever), Money::from_euros(100_000.0)));
    let it = told(&FREIBURG, None, &session, &Reasons::default(), Lang::De);
    assert_eq!(it.resolves, "Der Gemeinderat beschließt:");
    assert!(
        it.motion_notes[0].starts_with("Die Zeilen des Plans je Produktgruppe sind für Freiburg nicht in den Daten.")
    );
    assert!(
        it.motion[0].text.contains("ordentliche Aufwendungen (Zeile mit der Kämmerei abstimmen)"),
        "{}",
        it.motion[0].text
    );
    let row = &it.budget_rows[0];
    assert_eq!((row.row.as_str(), it.years[0]), ("", 2018));
    let group = town.budget.lines.iter().find(|it| it.code == row.code).unwrap();
    assert_eq!(row.years[0].old, Some(group.expense));
    assert!(it.before.len() == 1 && it.projects.is_none(), "{:?}", it.before);
}

/// The same draft has the same value on every machine; this one changes with the version of the program alone.
#[test]
fn the_check_value_is_fixed() {
    assert_eq!(zukunftshaushalt::scenario::MODEL, "0.1.0", "a new version has other values");
    assert_eq!(of(&mixed(&MUENSTER.town)).check, "ae66-d052");
    assert_eq!(of(&Session::default()).check, "e102-523d");
}
