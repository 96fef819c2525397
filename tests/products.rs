//! The same budget by products and by goals: what the page says of it, and what it shows of a move on both sides.

use zukunftshaushalt::figure::{
    Followed, Telling, flow_figure, followed_figure, group_uses, products_figure, products_table, wheel_figure,
};
use zukunftshaushalt::model::{Cell, List, Money, Move, Scenario, TaxAt, Town, simulate};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::text::Lang;

fn towns() -> [Town; 2] {
    [muenster(), freiburg()].map(|files| load(&files).expect("the pack loads"))
}

fn told<R>(town: &Town, scenario: &Scenario, lang: Lang, tell: impl FnOnce(Telling<'_>) -> R) -> R {
    let projection = simulate(town, scenario);
    tell(Telling { town, scenario, projection: &projection, ranges: &List::default(), lang })
}

fn moved(town: &Town, moves: &[(&str, &str, f64)]) -> Scenario {
    let of = |(lever, field, euros): &(&str, &str, f64)| {
        let lever = town.levers.find(|it| it.id == *lever).expect("a lever");
        let purpose = town.purpose(field).expect("a purpose");
        let it = Move { amount: Money::from_euros(*euros), from: town.first_year, to: town.last_year(lever) };
        (Cell { lever, purpose }, it)
    };
    Scenario { moves: moves.iter().map(of).collect(), ..Scenario::default() }
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn area(town: &Town, code: &str) -> usize {
    town.budget.areas.iter().position(|it| it.code == code).expect("a product area")
}

#[test]
fn the_budget_in_a_sentence() {
    let [muenster, freiburg] = towns();
    let said = |town: &Town, lang| plain(&told(town, &Scenario::default(), lang, products_figure).sentence);
    assert_eq!(
        said(&muenster, Lang::De),
        "1,69 Mrd. € gibt die Stadt 2026 aus, links geordnet nach 17 Produktbereichen, rechts nach 9 Zielen. 1,32 Mrd. € dienen einem Ziel, 361,7 Mio. € sind keinem zugeordnet."
    );
    assert_eq!(
        said(&freiburg, Lang::En),
        "The town spends €942.6 million in 2018: on the left by 19 product areas, on the right by 9 goals. €682.7 million serve a goal, €259.8 million are assigned to none."
    );
}

/// What is moved stands on both sides; a shift within a goal is no change there, and one between goals is none in the sum.
#[test]
fn a_move_shows_on_both_sides() {
    let [town, _] = towns();
    let said = |scenario: &Scenario, lang| plain(&told(&town, scenario, lang, products_figure).moved);
    assert_eq!(
        said(&Scenario::default(), Lang::De),
        "Noch ist nichts verschoben. Was Ihr Entwurf verschiebt, steht dann auf beiden Seiten."
    );
    let shift = moved(&town, &[("kita", "lernen", 1e6), ("strassen", "mobilitaet", -1e6)]);
    assert_eq!(
        said(&shift, Lang::De),
        "Ihr Entwurf ändert auf beiden Seiten dasselbe: ±0 € Aufwand im Jahr, in 2 Produktbereichen und bei 2 Zielen."
    );
    let flow = told(&town, &shift, Lang::De, |it| flow_figure(it, Followed::All));
    let changes = |rows: &[zukunftshaushalt::figure::FlowRow]| -> Vec<(String, String)> {
        let moved = rows.iter().filter(|row| !row.change.is_empty());
        moved.map(|row| (row.name.clone(), row.change.clone())).collect()
    };
    let pair = |name: &str, change: &str| (name.to_owned(), change.to_owned());
    assert_eq!(
        changes(&flow.areas),
        [pair("Kinder-, Jugend- und Familienhilfe", "+1,0"), pair("Verkehrsflächen und -anlagen, ÖPNV", "−1,0")]
    );
    assert_eq!(
        changes(&flow.uses),
        [pair("Nachhaltige Mobilität", "−1,0"), pair("Lebenslanges Lernen & Kultur", "+1,0")]
    );
    assert!(flow.lines.starts_with("Durchgezogene Linie: mehr."));
    let built = moved(&town, &[("schulbau", "lernen", 2e6), ("verwaltung", "overhead", -3e5)]);
    assert_eq!(
        said(&built, Lang::En),
        "Your draft changes the same on both sides: −€300,000 expense and +€2.0 million investment per year, in 3 product areas, for one goal and for what is assigned to no goal."
    );
    let taxes = Scenario { taxes: [(TaxAt(0), 470.0)].into_iter().collect(), ..Scenario::default() };
    assert!(said(&taxes, Lang::De).starts_with("Ihr Entwurf ändert nur Steuern oder Entgelte"));
}

/// From an area to its groups, from a group to the goals it serves, and from a goal back to the areas.
#[test]
fn money_is_followed_there_and_back() {
    let [town, freiburg] = towns();
    let none = Scenario::default();
    let youth = area(&town, "06");
    let figure = told(&town, &none, Lang::De, |it| flow_figure(it, Followed::Area(youth)));
    assert_eq!(
        plain(&figure.said),
        "„Kinder-, Jugend- und Familienhilfe“ kostet 398,8 Mio. € in 5 Produktgruppen. Das meiste davon ist für „Lebenslanges Lernen & Kultur“: 203,7 Mio. €."
    );
    let served: Vec<&str> = figure.uses.iter().filter(|row| !row.is_faint).map(|row| row.name.as_str()).collect();
    assert!(figure.areas.iter().enumerate().all(|(at, row)| row.is_faint == (at != youth)));
    let groups = told(&town, &none, Lang::De, |it| followed_figure(it, Followed::Area(youth)));
    assert_eq!(groups.rows.len(), town.budget.lines.iter().filter(|it| it.code.starts_with("06")).count());
    let group = groups.rows.first().expect("a group").to;
    assert_eq!(group.row(&town), Followed::Area(youth));
    let uses = told(&town, &none, Lang::De, |it| group_uses(it, group));
    let (to, name) = uses.first().expect("a goal");
    let Followed::Use(at) = *to else { panic!("{to:?} is no use") };
    assert!(served.iter().any(|it| name.starts_with(it)), "{name} is none of {served:?}");
    let back = told(&town, &none, Lang::De, |it| followed_figure(it, Followed::Use(at)));
    assert!(back.rows.iter().any(|row| row.to == Followed::Area(youth)), "{back:?}");
    // What is followed of a group is drawn within what its area spends.
    let plot = told(&town, &none, Lang::De, |it| flow_figure(it, group)).plot;
    assert!(plot.ribbons.iter().all(|it| it.followed <= it.amount && (it.followed == 0.0 || it.from == youth)));
    let shown: f64 = plot.ribbons.iter().map(|it| it.followed).sum();
    let Followed::Group(line) = group else { panic!("{group:?} is no group") };
    assert!((shown - town.budget.lines[line.0].expense.euros()).abs() < 0.01);
    // An area without a printed name is called by its code.
    let named = told(&freiburg, &none, Lang::De, |it| flow_figure(it, Followed::All)).areas;
    assert_eq!(named.last().map(|row| row.name.as_str()), Some("Produktbereich 61"));
}

/// The table says all that the picture shows; its last row and column are the sums.
#[test]
fn the_table_reads_without_the_picture() {
    for town in towns() {
        for lang in Lang::ALL {
            for scenario in [Scenario::default(), town.half_of_every_room()] {
                let areas = told(&town, &scenario, lang, products_figure).table;
                let groups = told(&town, &scenario, lang, products_table);
                assert_eq!(areas.rows.len(), town.budget.areas.len() + 1);
                assert_eq!(groups.rows.len(), town.budget.areas.len() + town.budget.lines.len() + 1);
                assert_eq!((areas.head.len(), &areas.head), (1 + town.fields.len() + 3, &groups.head));
                assert!(areas.rows.iter().chain(&groups.rows).all(|row| row.len() == areas.head.len()));
                assert_eq!(areas.rows.last(), groups.rows.last());
                let flow = told(&town, &scenario, lang, |it| flow_figure(it, Followed::All));
                let sums = areas.rows.last().expect("the sums");
                for (row, sum) in flow.uses.iter().zip(sums.iter().skip(1)) {
                    let cell = if row.change.is_empty() {
                        row.amount.clone()
                    } else {
                        format!("{} ({})", row.amount, row.change)
                    };
                    assert_eq!(*sum, cell, "{}", row.name);
                }
            }
        }
    }
}

/// The wheel says of every segment how it stands, and never that something is fine because nobody measured it.
#[test]
fn the_wheel_in_words() {
    let [muenster, freiburg] = towns();
    let figure = told(&muenster, &Scenario::default(), Lang::De, wheel_figure);
    assert_eq!(
        figure.sentence,
        "5 von 38 Kennzahlen und Natur-Untergrenzen haben eine Grenze oder ein Ziel und einen Messwert von hier; eine davon wird heute eingehalten. Bei 33 fehlt eines von beiden: Dort ist nichts bekannt, das heißt nicht, dass es gut steht."
    );
    let [ceiling, foundation] = &figure.rings;
    let row = |name: &str| {
        let all = ceiling.iter().chain(foundation);
        all.into_iter().find(|it| it.name == name).map(|it| (plain(&it.said), it.bar.is_some())).expect("a row")
    };
    assert_eq!(
        row("Treibhausgase je Kopf"),
        ("5,13 t CO2 (2024). Sicher höchstens 1 t CO2: überschritten. 2050 nach Plan 3,48 t CO2.".to_owned(), true)
    );
    assert_eq!(
        row("Strom aus erneuerbaren Quellen"),
        (
            "24 % (2024). Ziel 80 % bis 2030 (Orientierungswert des Bundes): noch nicht erreicht. 2050 nach Plan 24 %."
                .to_owned(),
            true
        )
    );
    assert_eq!(
        row("Feinstaub in der Luft"),
        ("Für Münster nicht gemessen. Sicher höchstens 5 µg je m³.".to_owned(), false)
    );
    let home = "6,52 je 1.000 Einw. (2024). Ziel 0 je 1.000 Einw. bis 2030 (Orientierungswert des Bundes): überschritten. 2050 nach Plan 6,52 je 1.000 Einw.";
    assert_eq!(row("Wohnungslose Menschen"), (home.to_owned(), true));
    assert!(row("Wasser: Nitrat im Grundwasser").0.starts_with("Messwerte für das Grundwasser in Münster liegen"));
    assert_eq!(row("Kinderarmut"), ("Für Münster nicht gemessen. Kein Ziel bekannt.".to_owned(), false));
    let moved = told(&muenster, &muenster.half_of_every_room(), Lang::En, wheel_figure);
    let all: Vec<_> = moved.rings.iter().flatten().collect();
    assert!(all.iter().any(|it| it.said.contains(", with your draft ")), "{all:?}");
    // Numbers go on through both rings, as in the picture.
    let numbers: Vec<String> = all.iter().map(|it| it.number.clone()).collect();
    assert_eq!(numbers, (1..=all.len()).map(|it| it.to_string()).collect::<Vec<_>>());
    for town in [&muenster, &freiburg] {
        for row in told(town, &Scenario::default(), Lang::De, wheel_figure).rings.iter().flatten() {
            let is_unknown = row.said.contains("Kein Ziel bekannt") || row.said.contains("nicht gemessen");
            assert_eq!(row.bar.is_none(), is_unknown || row.to.is_none(), "{}: {}", row.name, row.said);
        }
    }
}
