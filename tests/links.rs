//! A draft in a link: codes of before open for ever, the square is read by somebody else's rules, and what is to be said of a
//! draft that came is said.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use zukunftshaushalt::figure::{
    Appears, Begin, Embedding, Square, accent, draft_message, linked_said, misread_said, snippet, square,
};
use zukunftshaushalt::model::{Choice, Money, Purpose, TaxAt, Town, Year};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::scenario::{Action, CODE_LIMIT, Linked, Misread, Session, read_code, write_code};
use zukunftshaushalt::text::Lang;

static MUENSTER: LazyLock<Town> = LazyLock::new(|| load(&muenster()).expect("the pack loads"));
static FREIBURG: LazyLock<Town> = LazyLock::new(|| load(&freiburg()).expect("the pack loads"));

/// What a draft changes, so that it stays true when a pack gains rows: all cells together, the rest by name.
fn told(town: &Town, linked: &Linked) -> String {
    let scenario = linked.opened.fitted.scenario();
    let sum =
        |least: i64| -> Money { scenario.moves.values().map(|it| it.amount).filter(|it| it.cents() > least).sum() };
    let (cells, more) = (sum(i64::MIN), sum(0));
    let spans =
        scenario.moves.values().chain(scenario.measures.values()).map(|it| format!("{}-{}", it.from.0, it.to.0));
    let spans: BTreeSet<String> = spans.collect();
    let measures =
        scenario.measures.iter().map(|(at, it)| format!("{} {}", town.chain.measures[at.0].id, it.amount.cents()));
    let taxes = scenario.taxes.iter().map(|(at, it)| format!("{} {it}", town.taxes[at.0].id));
    let shocks = scenario.shocks.iter().map(|at| town.shocks[at.0].id.clone());
    let parts: Vec<String> = [format!("cells {} of more {}", cells.cents(), more.cents())]
        .into_iter()
        .chain(measures)
        .chain(taxes)
        .chain(shocks)
        .chain(spans)
        .collect();
    parts.join(", ")
}

/// Drafts of all kinds that the first version of the code wrote.
fn drafts() -> Vec<(&'static Town, Session)> {
    let money = Money::from_euros;
    let field = |town: &Town, id: &str| Purpose::Field(town.fields.find(|it| it.id == id).expect("a goal"));
    let lever = |town: &Town, id: &str| {
        let lever = town.levers.find(|it| it.id == id).expect("a lever");
        town.parts(lever)[0]
    };
    let of = |town: &'static Town, actions: Vec<Action>| {
        let mut session = Session::default();
        actions.into_iter().for_each(|it| {
            session.apply(town, it);
        });
        (town, session)
    };
    let (one, other) = (&*MUENSTER, &*FREIBURG);
    let cycling = lever(one, "radwege");
    let measure =
        |town: &Town| town.chain.measures.places().find(|at| !town.measure_room(*at).is_empty()).expect("one");
    vec![
        of(one, vec![Action::MoveLever(cycling, money(500_000.0)), Action::SetTax(TaxAt(0), 465.0)]),
        of(
            one,
            vec![
                Action::MoveMeasure(measure(one), money(123_456.0)),
                Action::MoveCell(lever(one, "strassen"), money(-250_000.0)),
                Action::SetYears(Choice::Everyday(lever(one, "strassen")), Year(2028), Year(2031)),
                Action::ToggleShock(one.shocks.places().next().expect("one")),
            ],
        ),
        of(one, vec![Action::MovePurpose(field(one, "mobilitaet"), money(1_000_000.0)), Action::Distribute]),
        of(other, vec![Action::MoveMeasure(measure(other), money(80_000.0)), Action::SetTax(TaxAt(1), 550.0)]),
    ]
}

/// What version 1 wrote, and what it meant. A line here is never changed.
const GOLDEN: [(&str, &str); 4] = [
    ("ATTCTEWXszPKOQE2ZAEC0YGxcgEasmfA-kEAIXFW1Q", "cells 50000000 of more 50000000, trade_tax 465, 2027-2050"),
    (
        "ATTCTEWXszP0AwI2PAEET3dYhNqWATg-AQPrHVz_AwABAr1hvx1-dA",
        "cells -25000000 of more 0, sanierung_m2 12345600, gewerbesteuer, 2027-2030, 2028-2031",
    ),
    ("ATTCTEWXszMAATZkAgAjAUaqbCQAAO-MQVw", "cells 0 of more 100000000, 2027-2050"),
    (
        "AUXSZat6szPTQAEkZAEEBTfWrAEB3n_vwILCAQC0n_M5",
        "cells 0 of more 0, energie_stelle 8000000, property_tax_b 550, 2018-2050",
    ),
];

#[test]
fn what_was_written_once_opens_for_ever() {
    for ((town, session), (code, meant)) in drafts().iter().zip(GOLDEN) {
        let linked = read_code(town, code).unwrap_or_else(|misread| panic!("{code}: {misread:?}"));
        assert_eq!((told(town, &linked), linked.unknown), (meant.to_owned(), 0));
        let today = read_code(town, &write_code(town, session.scenario()).expect("it fits")).expect("it opens");
        assert_eq!(told(town, &today), meant, "what is written today means the same");
    }
}

/// The pixels of a square, three for a module, as a drawing program fills its outline.
fn pixels(square: &Square, scale: usize) -> (usize, Vec<f64>) {
    let side = usize::try_from(square.size).unwrap() * scale;
    let mut pixels = vec![255.0; side * side];
    for stretch in square.path.split_terminator('z') {
        let (start, rest) = stretch.strip_prefix('M').unwrap().split_once('h').unwrap();
        let (x, y) = start.split_once(' ').unwrap();
        let (wide, _) = rest.split_once("v1h-").unwrap();
        let [x, y, wide] = [x, y, wide].map(|it| it.parse::<usize>().unwrap());
        for row in y * scale..(y + 1) * scale {
            pixels[row * side + x * scale..row * side + (x + wide) * scale].fill(0.0);
        }
    }
    (side, pixels)
}

/// Out of focus by a quarter of a module: every pixel gives a quarter to each of its neighbours, in both directions.
fn blurred(side: usize, pixels: &[f64]) -> Vec<f64> {
    let along = |pixels: &[f64], step: usize| -> Vec<f64> {
        let at = |it: usize| pixels.get(it).copied().unwrap_or(255.0);
        (0..side * side).map(|it| (at(it.wrapping_sub(step)) + 2.0 * at(it) + at(it + step)) / 4.0).collect()
    };
    along(&along(pixels, 1), side)
}

/// What another program reads from pixels, dark ones told from light ones at the middle.
fn read(side: usize, pixels: &[f64]) -> String {
    let mut image = rqrr::PreparedImage::prepare_from_bitmap(side, side, |x, y| pixels[y * side + x] < 128.0);
    let grids = image.detect_grids();
    grids.first().expect("there is a square").decode().expect("it can be read").1
}

#[test]
fn the_square_is_read_by_another_program() {
    let base = "https://zukunftshaushalt.example/muenster/";
    let code = "Ab-_".repeat(CODE_LIMIT / 3);
    for link in
        [format!("{base}#s=AbC"), format!("{base}#s={}", &code[..100]), format!("{base}?town=freiburg-2018#s={code}")]
    {
        let square = square(&link, Lang::De).expect("it fits");
        let (side, sharp) = pixels(&square, 3);
        assert_eq!(read(side, &sharp), link);
        assert_eq!(read(side, &blurred(side, &sharp)), link);
        // Four modules of white on every side.
        let is_white = |at: usize| sharp[at] == 255.0;
        let edge = (0..12).chain(side - 12..side);
        assert!(
            edge.into_iter().all(|line| (0..side).all(|at| is_white(line * side + at) && is_white(at * side + line)))
        );
        assert!(square.said.ends_with(&link) && square.width % square.size == 0 && square.width >= 240);
    }
    // The longest code behind an address of usual length: 57 modules and the white around them.
    assert_eq!(square(&format!("{base}#s={code}"), Lang::De).map(|it| it.size), Some(57 + 8));
    assert_eq!(square(&"x".repeat(3_000), Lang::De), None);
    let reach = |lang| square(&format!("{base}#s={code}"), lang).expect("it fits").reach;
    assert!(
        reach(Lang::De).contains("bis ca. 0,6\u{a0}m") && reach(Lang::En).contains("about 0.6\u{a0}m"),
        "{}",
        reach(Lang::De)
    );
}

#[test]
fn what_is_to_be_said_is_said() {
    let (town, session) = &drafts()[0];
    let code = write_code(town, session.scenario()).expect("it fits");
    let same = read_code(town, &code).expect("it opens");
    assert!(Lang::ALL.into_iter().all(|lang| linked_said(town, &same, lang).is_empty()));

    // Another pack: the same balance or another, a change that it does not know, and bounds that are narrower.
    let mut later = (*town).clone();
    later.version += 1 << 60;
    let said = linked_said(&later, &read_code(&later, &code).expect("it opens"), Lang::De).join(" ");
    assert!(said.starts_with("Seit dem Teilen sind Angaben zu Stadt Münster geändert worden."), "{said}");
    assert!(said.contains("Der Saldo der Änderungen ist derselbe"), "{said}");
    later.taxes[0].id = "another".to_owned();
    let said = linked_said(&later, &read_code(&later, &code).expect("it opens"), Lang::De).join(" ");
    assert!(said.contains("war beim Teilen +") && said.contains("heute ist er −500.000"), "{said}");
    assert!(said.contains("Eine Änderung kennt dieser Haushalt nicht mehr"), "{said}");
    let cycling = later.levers.find(|it| it.id == "radwege").expect("it is there");
    later.levers[cycling.0].lines.iter_mut().for_each(|line| line.percent.1 = 1.0);
    let linked = read_code(&later, &code).expect("it opens");
    let said = linked_said(&later, &linked, Lang::En).join(" ");
    assert!(said.contains("Not everything still fits:") && linked.opened.warnings.len() == 1, "{said}");

    for lang in Lang::ALL {
        let other = read_code(&FREIBURG, &code).expect_err("it belongs to another town");
        let said = misread_said(other, Some("Münster, 2026"), lang);
        assert!(said.contains("Münster, 2026") && matches!(other, Misread::OtherPack(it) if it.is_of("muenster-2026")));
        let all = [
            misread_said(other, None, lang),
            misread_said(Misread::Damaged, None, lang),
            misread_said(Misread::Newer, None, lang),
        ];
        assert_eq!(all.iter().chain([&said]).collect::<BTreeSet<_>>().len(), 4);
    }
}

#[test]
fn the_text_for_websites_holds_what_was_chosen_and_nothing_that_breaks_out_of_it() {
    let place = "https://haushalt.stadt.example/";
    let chosen = Embedding {
        begin: Begin::Draft("AbC_-1".to_owned()),
        theme: Some("dark"),
        accent: accent(" #8A1538"),
        lang: Some("en"),
        town: Some("a\"><script>".to_owned()),
        ..Embedding::default()
    };
    assert!(chosen.address(place).ends_with("&lang=en&theme=dark&accent=8a1538#s=AbC_-1"), "{}", chosen.address(place));
    for appears in [Appears::Fitting, Appears::Fixed, Appears::Link] {
        let text = snippet(&Embedding { appears, ..chosen.clone() }, place, "A & B \"C\"", Lang::De);
        let inside = text.replace("<script src=\"https://haushalt.stadt.example/embed.js\" defer>", "");
        assert!(!inside.contains("<script"), "{text}");
        assert_eq!(text.contains("embed.js"), appears == Appears::Fitting, "{text}");
        assert_eq!(text.contains("<iframe"), appears != Appears::Link, "{text}");
        assert!(text.contains("A &amp; B &quot;C&quot;"), "{text}");
    }
    for wrong in ["", "8a153", "8a15388", "red", "8a153g", "#"] {
        assert_eq!(accent(wrong), None, "{wrong}");
    }
    let message = draft_message(&MUENSTER, "https://x/?town=y#s=abc");
    assert_eq!(message, r##"{"code":"abc","link":"https://x/?town=y#s=abc","town":"muenster-2026"}"##);
}
