//! The printed rows of a plan as a pack has them: they sum up or are refused, they are packed as they were read, and every
//! change of a scenario finds its rows, to the cent.

use std::sync::LazyLock;

use zukunftshaushalt::model::plan_rows::{Booking, PlanRow, PlanRows, Rule, entries};
use zukunftshaushalt::model::{Cell, LeverKind, LineAt, Money, Move, Purpose, Scenario, Town, Year};
use zukunftshaushalt::pack::{Files, freiburg, load, muenster_plan, pack_rows, plan_rows, unpack_rows};

static TOWN: LazyLock<Town> = LazyLock::new(|| load(&muenster_plan()).expect("the pack is sound"));

static ROWS: LazyLock<PlanRows> =
    LazyLock::new(|| plan_rows(&muenster_plan(), &TOWN).expect("the plan is sound").expect("it has rows"));

fn line(code: &str) -> LineAt {
    TOWN.budget.lines.find(|it| it.code == code).unwrap()
}

fn euros(money: Option<Money>) -> f64 {
    money.expect("it is printed").euros()
}

#[test]
fn the_rows_are_those_of_the_print() {
    let year = Year(2027);
    assert_eq!(ROWS.years, [Year(2026), year]);
    assert_eq!(ROWS.label(PlanRow::GOODS), Some("Aufwendungen für Sach- und Dienstleistungen"));
    assert_eq!(euros(ROWS.amount(line("1201"), PlanRow::GOODS, year)), 19_331_300.0);
    assert_eq!(ROWS.amount(line("1201"), PlanRow::GOODS, Year(2028)), None, "only planned for, and not by group");
    assert_eq!(
        ROWS.sums,
        [
            (PlanRow(23), "Einzahlungen aus Investitionstätigkeit".to_owned()),
            (PlanRow(30), "Auszahlungen aus Investitionstätigkeit".to_owned())
        ]
    );
    assert_eq!(euros(ROWS.paid(line("1201"), year)), 35_600_000.0);
    assert_eq!(euros(ROWS.promised(line("1201"), year)), 30_182_000.0);
    assert_eq!((ROWS.paid(line("0404"), year).is_some(), ROWS.paid(line("0404"), Year(2028))), (true, None));
    assert_eq!(euros(ROWS.financed(line("1201"), PlanRow(25), year)), 33_050_000.0);
    assert_eq!(euros(ROWS.financed(line("1201"), PlanRow(30), year)), 35_600_000.0);
    assert_eq!(ROWS.financed(line("0404"), PlanRow(25), year), None, "its sheet is not there");
    assert_eq!(ROWS.finance_label(PlanRow(18)), Some("Einzahlungen aus Zuwendungen für Investitionsmaßnahmen"));
    assert_eq!((ROWS.grants(), euros(ROWS.borrowed(year))), (Some(PlanRow(18)), 266_080_590.0));
    assert_eq!(ROWS.posts(line("0102"), year), Some(21.31));
    assert_eq!(ROWS.cost_of_post(line("0102"), year).map(f64::round), Some(76_199.0));
    assert_eq!(ROWS.taxes(), Some(line("1601")));
    assert_eq!((ROWS.projects.len(), ROWS.kinds.len()), (230, 37));
    let paid = ROWS.projects.iter().filter_map(|it| it.paid[1]).sum::<Money>();
    assert_eq!(paid.euros(), 343_687_310.0);
}

/// What can be cut by the rule of the pack is what `tests/plan.rs` finds with the same rule, so that rows and bounds agree.
#[test]
fn open_transfers_are_those_of_the_bounds() {
    let open: Money = ROWS.groups.places().filter_map(|it| ROWS.open_transfers(it, Year(2026))).sum();
    // 620,060 of voluntary grants, all of the districts' own means and a twentieth of what goes to own entities.
    assert_eq!(
        euros(ROWS.open_transfers(line("0101"), Year(2026))),
        euros(ROWS.amount(line("0101"), PlanRow::TRANSFERS, Year(2026)))
    );
    assert!(open.euros() > 620_060.0 && open.euros() < 3_000_000.0, "{open:?}");
    for lever in TOWN.levers.iter().filter(|it| it.kind == LeverKind::Operating) {
        for part in &lever.lines {
            let amount = |row| euros(ROWS.amount(part.line, row, Year(2026)));
            let goods = amount(PlanRow::GOODS) + amount(PlanRow::OTHER);
            let open = euros(ROWS.open_transfers(part.line, Year(2026)));
            let allowed = 0.05 * amount(PlanRow::STAFF) + 0.10 * goods + open;
            let low = -part.percent.0 / 100.0 * TOWN.budget.lines[part.line.0].expense.euros();
            assert!(low <= allowed + 0.01, "{} {:?}: {low} of {allowed}", lever.id, part.line);
        }
    }
}

/// A sum that does not hold refuses the rows, and says which.
#[test]
fn rows_that_do_not_sum_are_refused() {
    let broken = |file: &str, was: &str, is: &str| {
        let text = muenster_plan().text(file).unwrap().to_owned();
        assert!(text.contains(was), "{file} has no {was}");
        let files = muenster_plan().with(file, &text.replacen(was, is, 1));
        plan_rows(&files, &TOWN).expect_err(is).to_string()
    };
    for (file, was, is, told) in [
        (
            "plan/rows.csv",
            "1201;13;Aufwendungen für Sach- und Dienstleistungen;19417300",
            "1201;13;Aufwendungen für Sach- und Dienstleistungen;19417301",
            "row 17 of 1201 in 2026: expected the sum",
        ),
        ("plan/rows.csv", "code;row;label", "code;line;label", "line 1: expected the header"),
        ("plan/rows.csv", "0101;02;", "0101;03;", "the rows 01 to 17 of a group one after the other"),
        (
            "plan/rows.csv",
            "0102;01;Steuern und",
            "0102;01;Abgaben und",
            "label: expected `Steuern und ähnliche Abgaben`",
        ),
        ("plan/rows.csv", "0101;01;", "9901;01;", "a group of budget.csv"),
        ("plan/rows.csv", "338560", "338.560", "expected euros like 1234.50"),
        (
            "plan/finance_rows.csv",
            "group;1201;inv_out;Auszahlungen aus Investitionstätigkeit;2027;35600000",
            "group;1201;inv_out;Auszahlungen aus Investitionstätigkeit;2027;35600001",
            "inv_out in 2027",
        ),
        (
            "plan/finance_rows.csv",
            "T08;Auszahlungen für Baumaßnahmen;2027;33050000",
            "T08;Auszahlungen für Baumaßnahmen;2027;33050001",
            "T13 of 1201 in 2027",
        ),
        ("plan/staff.csv", "0102;2026;21.31;5.62", "0102;2026;21.31;5.63", "civil servants and employees together"),
        ("plan/staff.csv", "0102;2026;21.31;5.62;15.69", "0102;2026;21.32;5.62;15.70", "the sum of its parts"),
        ("plan/grants.csv", "0102;freiwillig", "0102;freiwilig", "kind: expected"),
        ("plan/transfers.csv", "0407;own", "0407;never", "yearly or own"),
        ("plan/investments.csv", "0020;Herrichtung", "0000;Herrichtung", "each number of a group once"),
        ("plan/investments.csv", ";0111;12700000;3500000", ";0111;12700000;93500000", "measures of a group in 2027"),
        ("plan/kinds.csv", "bau_stelle;11", "bau_stelle;12", "11, 13, 15 or 16"),
        ("plan/kinds.csv", "radweg_neu;25", "radweg_neu;13", "24 to 29 for what is built"),
        ("plan/kinds.csv", "bau_stelle;11", "bau_stelle;25", "11, 13, 15 or 16"),
        ("plan/kinds.csv", "bau_stelle;11", "bau_stele;11", "a measure of the town"),
        ("plan/kinds.csv", "bau_stelle;11", "gesund_stelle;11", "each measure once"),
    ] {
        let problem = broken(file, was, is);
        assert!(problem.starts_with(file) && problem.contains(told), "{is}: {problem}");
    }
    // Two rows that are wrong together fit each other, but not the budget.
    let text = muenster_plan().text("plan/rows.csv").unwrap().to_owned();
    let text = text
        .replace("Personalaufwendungen;1599300;", "Personalaufwendungen;1599301;")
        .replace(";5862130;", ";5862131;");
    let total = |row: &str| text.lines().find(|it| it.starts_with(&format!("total;{row};"))).unwrap().to_owned();
    let more = |line: &str| {
        let cells: Vec<&str> = line.split(';').collect();
        let amount: i64 = cells[3].parse::<i64>().unwrap() + 1;
        line.replace(&format!(";{};", cells[3]), &format!(";{amount};"))
    };
    let text = ["11", "17"].into_iter().fold(text.clone(), |text, row| text.replace(&total(row), &more(&total(row))));
    let problem = plan_rows(&muenster_plan().with("plan/rows.csv", &text), &TOWN).unwrap_err();
    assert!(problem.message.contains("as in budget.csv"), "{problem}");
    // What a sheet has needs its name.
    let file = "plan/finance_rows.csv";
    let text = muenster_plan().text(file).unwrap().replace("total;total;25;", "total;total;42;");
    let problem = plan_rows(&muenster_plan().with(file, &text), &TOWN).unwrap_err();
    assert!(problem.message.contains("expected row 25 of the town"), "{problem}");
    // A part of the plan alone is none.
    let files = ["plan/staff.csv"].iter().fold(Files::default(), |files, _| files);
    assert_eq!(plan_rows(&files, &TOWN), Ok(None));
    let only = Files::default().with("plan/rows.csv", muenster_plan().text("plan/rows.csv").unwrap());
    assert!(plan_rows(&only, &TOWN).unwrap_err().message.contains("expected this file"));
}

#[test]
fn rows_are_packed_as_they_were_read() {
    let packed = pack_rows(&ROWS).unwrap();
    assert_eq!(unpack_rows(&TOWN, &packed).unwrap(), *ROWS);
    let other = load(&freiburg()).unwrap();
    assert!(unpack_rows(&other, &packed).unwrap_err().message.contains("found others"));
    for cut in [0, 20, packed.len() / 2, packed.len() - 1] {
        assert!(unpack_rows(&TOWN, &packed[..cut]).is_err());
    }
    let mut garbled = packed;
    garbled[500] ^= 1;
    assert!(unpack_rows(&TOWN, &garbled).unwrap_err().message.contains("cut off or changed"));
}

fn cell(lever: &str) -> Cell {
    let lever = TOWN.levers.find(|it| it.id == lever).unwrap();
    let purpose = TOWN.purposes().into_iter().find(|it| !TOWN.cell_amount(Cell { lever, purpose: *it }).is_zero());
    Cell { lever, purpose: purpose.unwrap_or(Purpose::Overhead) }
}

fn moved(lever: &str, euros: f64) -> Scenario {
    let mut scenario = Scenario::default();
    let change = Move { amount: Money::from_euros(euros), from: Year(2027), to: Year(2030) };
    scenario.moves.insert(cell(lever), change);
    scenario
}

/// How each rule chooses, on worked cases.
#[test]
fn a_change_finds_its_rows() {
    let of = |lever: &str, euros: f64| entries(&TOWN, &moved(lever, euros), Some(&ROWS));
    // Roads: the kind of the measure is clear, and a cut stays within a tenth of goods and services.
    for amount in [1_430_000.0, -1_430_000.0] {
        let [entry] = of("strassen", amount)[..] else { panic!("one row") };
        assert_eq!((entry.row, entry.rule, entry.booking), (PlanRow::GOODS, Rule::Kind, Booking::Expense));
        assert_eq!((entry.line, entry.change.amount.euros()), (line("1201"), amount));
    }
    // Beyond that a cut falls on all rows that can be moved.
    let cut = of("strassen", -3_000_000.0);
    assert!(cut.len() > 1 && cut.iter().all(|it| it.rule == Rule::Movable), "{cut:?}");
    assert_eq!(cut.iter().map(|it| it.change.amount.euros()).sum::<f64>(), -3_000_000.0);
    // What nobody counts goes where the money goes, and is cut where the rule of the pack allows it.
    let more = of("rat", 100_001.0);
    assert!(more.iter().all(|it| it.rule == Rule::Planned), "{more:?}");
    assert_eq!(more.iter().map(|it| it.change.amount.euros()).sum::<f64>(), 100_001.0);
    // What is built is works of the Finanzplan; only the sum where the sheet of the group is not there, or says less.
    for (lever, euros, row, rule) in [
        ("strassenbau", 500_000.0, 25, Rule::Kind),
        ("bibliotheksbau", 500_000.0, 30, Rule::Sum),
        ("strassenbau", -20_000_000.0, 30, Rule::Sum),
    ] {
        // Behind it what others pay of it.
        let [built, ref grant @ ..] = of(lever, euros)[..] else { panic!("a row of {lever}") };
        let granted: f64 = grant.iter().map(|it| it.change.amount.euros()).sum();
        assert!(grant.iter().all(|it| it.booking == Booking::Grant), "{grant:?}");
        assert_eq!(granted, euros * if lever == "strassenbau" { 0.15 } else { 0.1 });
        assert_eq!((built.row, built.rule, built.booking), (PlanRow(row), rule, Booking::Payment), "{lever} {euros}");
    }
    // Others pay a part of day care.
    let kita = of("kita", 1_000_000.0);
    let refunds: f64 = kita.iter().filter(|it| it.booking == Booking::Refund).map(|it| it.change.amount.euros()).sum();
    let scenario = moved("kita", 1_000_000.0);
    assert_eq!(1_000_000.0 - refunds, -TOWN.balance(&scenario).euros());
    // Without rows only the sum of the group is named.
    let without = entries(&TOWN, &moved("strassen", 1.0), None);
    assert!(without.iter().all(|it| (it.row, it.rule) == (PlanRow::EXPENSE, Rule::Sum)));
}
