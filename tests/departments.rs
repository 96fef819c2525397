//! Who spends for which goal, and who sits at the table: sums to the cent, sentences word by word.

use zukunftshaushalt::figure::{Telling, seats_figure, spending_figure};
use zukunftshaushalt::model::{Cell, List, Money, Move, Purpose, Scenario, TaxAt, Town, moving, simulate, spending};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::text::Lang;

fn town() -> Town {
    load(&freiburg()).expect("the pack loads")
}

fn cell(town: &Town, lever: &str, field: Option<&str>) -> Cell {
    let lever = town.levers.find(|it| it.id == lever).expect("a lever");
    let index = field.map(|field| town.fields.find(|it| it.id == field).expect("a field"));
    Cell { lever, purpose: index.map_or(Purpose::Overhead, Purpose::Field) }
}

fn moved(town: &Town, moves: &[(Cell, f64)]) -> Scenario {
    let of = |(cell, euros): &(Cell, f64)| {
        (*cell, Move { amount: Money::from_euros(*euros), from: town.year, to: town.horizon })
    };
    Scenario { moves: moves.iter().map(of).collect(), ..Scenario::default() }
}

/// Over departments the plan of each goal, over goals the lines of each department, to the cent.
#[test]
fn sums_are_the_budget_to_the_cent() {
    let town = town();
    let all = spending(&town);
    assert_eq!(all.len(), 5);
    for (at, purpose) in town.purposes().into_iter().enumerate() {
        let sum: Money = all.iter().map(|it| it.purposes[at]).sum();
        assert_eq!(sum, town.planned(purpose), "{purpose:?}");
    }
    assert_eq!(all.iter().map(|it| it.fixed).sum::<Money>(), town.fixed());
    for it in &all {
        let lines = town.departments.lines.iter().filter(|line| line.department == it.department);
        assert_eq!(it.total(), lines.map(|line| line.expense).sum::<Money>());
        assert!(it.purposes.iter().all(|sum| *sum >= Money::from_cents(-100)), "{it:?}");
    }
    assert_eq!(all.iter().map(zukunftshaushalt::model::Spending::total).sum::<Money>(), town.budget.total.expense);
    // A group with one office and one goal goes there in full: the theatre, half learning, three tenths social.
    let theatre = town.budget.lines.find(|line| line.code == "2610").unwrap();
    assert_eq!(town.departments.lines.iter().filter(|it| it.line == theatre).count(), 1);
}

#[test]
fn the_table_of_departments_and_goals() {
    let town = town();
    for (lang, sentence) in [
        (Lang::De, "5 Dezernate geben zusammen 942,6 Mio. € aus. Das meiste Geld für ein Ziel hat Dezernat III: 179,"),
        (Lang::En, "5 departments spend "),
    ] {
        let figure = spending_figure(&town, lang);
        assert_eq!(figure.head.len(), 1 + 9 + 3, "goals, overhead, fixed, total");
        assert_eq!(figure.rows.len(), 5 + 1);
        assert!(figure.rows.iter().all(|row| row.cells.len() + 1 == figure.head.len()));
        let bars: Vec<f64> = figure.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.bar).collect();
        assert!(bars.iter().all(|bar| (0.0..=100.0).contains(bar)) && bars.contains(&100.0));
        assert!(figure.sentence.replace('\u{a0}', " ").starts_with(sentence), "{}", figure.sentence);
        assert!(figure.rows.iter().all(|row| !row.name.contains("Salomon")));
    }
    let last = spending_figure(&town, Lang::De).rows.pop().unwrap();
    assert_eq!(last.cells.last().map(|cell| cell.amount.as_str()), Some("942,6"));
}

/// The change of every department adds up to what was moved.
#[test]
fn seats_share_out_what_is_moved() {
    let town = town();
    let cells = town.purposes().into_iter().flat_map(|purpose| town.cells(purpose));
    let movable: Vec<_> = cells.filter(|cell| !town.cell_room(*cell).is_empty()).collect();
    assert!(movable.len() > 50, "{}", movable.len());
    for cell in movable {
        for amount in [town.cell_room(cell).low, town.cell_room(cell).high] {
            let seats = moving(&town, &moved(&town, &[(cell, amount.euros())]));
            let sum: f64 = seats.iter().map(|it| it.more + it.less).sum();
            assert!((sum - amount.euros()).abs() <= 1e-6 * amount.euros().abs().max(1.0), "{cell:?}: {sum}");
            assert!(seats.iter().all(|it| !it.offices.is_empty() && it.purposes == [cell.purpose]), "{cell:?}");
        }
    }
}

/// A measure that is moved by itself brings the same people to the table as its lever does.
#[test]
fn a_measure_of_its_own_brings_its_departments() {
    let town = town();
    let further: Vec<_> = town.purposes().into_iter().flat_map(|purpose| town.further_measures(purpose)).collect();
    assert!(further.len() > 5, "{}", further.len());
    for at in further {
        let amount = Money::from_euros(500_000.0);
        let one = Move { amount, from: town.first_year, to: town.horizon };
        let scenario = Scenario { measures: [(at, one)].into_iter().collect(), ..Scenario::default() };
        let lever = town.levers.get(town.chain.measures[at.0].lever).expect("its lever");
        let seats = moving(&town, &scenario);
        let sum: f64 = seats.iter().map(|it| it.more + it.less).sum();
        let expected = if lever.expense().is_zero() { 0.0 } else { amount.euros() };
        assert!((sum - expected).abs() <= 1e-6 * amount.euros(), "{}: {sum}", town.chain.measures[at.0].id);
        assert!(
            seats.iter().all(|it| Some(it.purposes.as_slice()) == town.goal_of(at).as_ref().map(std::slice::from_ref))
        );
    }
}

#[test]
fn at_this_table_sit() {
    let town = town();
    let kita = cell(&town, "kita", Some("lernen"));
    let roads = cell(&town, "strassen", Some("mobilitaet"));
    let seats = |moves: &[(Cell, f64)], lang: Lang| {
        let scenario = moved(&town, moves);
        let projection = simulate(&town, &scenario);
        seats_figure(Telling {
            town: &town,
            scenario: &scenario,
            projection: &projection,
            ranges: &List::default(),
            lang,
        })
    };
    let one = seats(&[(kita, 1e6)], Lang::De);
    assert_eq!(
        one.sentence,
        "An diesem Tisch sitzt Dezernat II (Umwelt, Jugend, Schule und Bildung). Bewegt wird Geld für „Lebenslanges Lernen & Kultur“."
    );
    assert_eq!(
        one.also,
        "Es ändern sich auch Kennzahlen des Ziels „Gute Arbeit & Wirtschaften“, für die kein Geld bewegt wird."
    );
    let two = seats(&[(kita, 2e6), (roads, -1e6)], Lang::En);
    assert!(two.sentence.starts_with("At this table sit Department II ("), "{}", two.sentence);
    assert!(two.sentence.ends_with("Money moves for “Sustainable mobility” and “Lifelong learning & culture”."));
    assert_eq!(two.rows.first().map(|row| row.changes[1].as_str()), Some(""));
    assert!(two.rows.iter().any(|row| row.offices.first().is_some_and(|office| office == "660 Garten-, Tiefbauamt")));
    assert_eq!(seats(&[], Lang::De).sentence, "Der Tisch ist noch leer: Es ist nichts verschoben.");
    assert_eq!(seats(&[], Lang::De).rows, []);
    let scenario = Scenario { taxes: [(TaxAt(0), 440.0)].into_iter().collect(), ..Scenario::default() };
    let projection = simulate(&town, &scenario);
    let it =
        Telling { town: &town, scenario: &scenario, projection: &projection, ranges: &List::default(), lang: Lang::De };
    assert_eq!(seats_figure(it).sentence, "Kein Dezernat muss Ausgaben ändern: Bewegt sind nur Steuern oder Entgelte.");
}

/// Münster's data names no department: the table is laid by product areas, and says that these are none.
#[test]
fn a_pack_without_departments_says_so() {
    let town = load(&muenster()).expect("the pack loads");
    let figure = spending_figure(&town, Lang::De);
    assert_eq!(
        figure.sentence,
        "Die Daten des Plans, wie sie hier vorliegen, nennen für Münster zu keiner Produktgruppe ein Dezernat oder Amt."
    );
    assert_eq!(figure.rows, []);
    let seats = |scenario: &Scenario, lang: Lang| {
        let projection = simulate(&town, scenario);
        seats_figure(Telling { town: &town, scenario, projection: &projection, ranges: &List::default(), lang })
    };
    let (kita, roads) = (cell(&town, "kita", Some("lernen")), cell(&town, "strassen", Some("mobilitaet")));
    let one = seats(&moved(&town, &[(kita, 1e6)]), Lang::De);
    assert_eq!(
        one.sentence,
        "Wer für den Produktbereich „Kinder-, Jugend- und Familienhilfe“ zuständig ist, gehört an diesen Tisch. Bewegt wird Geld für „Lebenslanges Lernen & Kultur“."
    );
    let row = one.rows.first().expect("its row");
    assert_eq!((one.head[0], row.changes[1].as_str()), ("Produktbereich", ""));
    assert_eq!(row.changes[0].replace('\u{a0}', " "), "+1,0 Mio. €");
    assert_eq!(row.offices, ["Förderung von Kindern in Tagesbetreuung"], "product groups as printed");
    assert!(one.note.starts_with("Produktbereiche, nicht Dezernate: "), "{}", one.note);
    let two = seats(&moved(&town, &[(kita, 1e6), (roads, -2e6)]), Lang::En);
    let said = "Those in charge of the product areas “Verkehrsflächen und -anlagen, ÖPNV” and “Kinder-, Jugend- und Familienhilfe” belong at this table.";
    assert!(two.sentence.starts_with(said), "{}", two.sentence);
    assert_eq!(two.rows.len(), 2);
    let nothing = seats(&Scenario::default(), Lang::De);
    assert_eq!(
        (nothing.sentence.as_str(), nothing.rows.len()),
        ("Der Tisch ist noch leer: Es ist nichts verschoben.", 0)
    );
    let taxes = Scenario { taxes: [(TaxAt(0), 470.0)].into_iter().collect(), ..Scenario::default() };
    let said = "In keinem Produktbereich ändern sich Ausgaben: Bewegt sind nur Steuern oder Entgelte.";
    assert_eq!(seats(&taxes, Lang::De).sentence, said);
}
