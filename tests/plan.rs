//! The printed plan of Münster for 2026 and 2027 behind the budget: every sum holds to the cent, and where the print itself
//! is off by a euro, it is named here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use csv::ReaderBuilder;
use zukunftshaushalt::model::{Basis, GroupInvestment, LeverKind, Money, Town, Year};
use zukunftshaushalt::pack::{load, muenster};

type Row = BTreeMap<String, String>;

fn rows(file: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/muenster-2026/plan").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// A cell in hundredths: cents, or hundredths of a post.
fn cell(row: &Row, column: &str) -> i64 {
    Money::parse(&row[column]).unwrap_or_else(|| panic!("{column}: {row:?}")).cents()
}

/// The same where an empty cell means that nothing was printed.
fn printed(row: &Row, column: &str) -> Option<i64> {
    (!row[column].is_empty()).then(|| cell(row, column))
}

const EURO: i64 = 100;

/// Amounts by what names them.
type Amounts = BTreeMap<(String, String, String), i64>;

/// `rows.csv` by group, row and year.
fn group_rows() -> Amounts {
    let of = |row: &Row, year: &str| {
        ((row["code"].clone(), row["row"].clone(), year.to_owned()), cell(row, &format!("amount_{year}")))
    };
    rows("rows.csv").iter().flat_map(|row| [of(row, "2026"), of(row, "2027")]).collect()
}

/// A level of `finance_rows.csv` by code, row and year.
fn finance(level: &str) -> Amounts {
    let all = rows("finance_rows.csv");
    let own = all.iter().filter(|row| row["level"] == level);
    own.map(|row| ((row["code"].clone(), row["row"].clone(), row["year"].clone()), cell(row, "amount"))).collect()
}

fn at(amounts: &Amounts, code: &str, row: &str, year: &str) -> i64 {
    let key = (code.to_owned(), row.to_owned(), year.to_owned());
    *amounts.get(&key).unwrap_or_else(|| panic!("there is no {key:?}"))
}

/// Rows from one to another, both included.
fn between(amounts: &Amounts, code: &str, (from, to): (u32, u32), year: &str) -> i64 {
    (from..=to).map(|row| at(amounts, code, &format!("{row:02}"), year)).sum()
}

const YEARS: [&str; 7] = ["2024", "2025", "2026", "2027", "2028", "2029", "2030"];

/// Revenue and expense of each group are the sums of their rows, the groups are the total, and both are the budget.
#[test]
fn the_rows_of_the_groups_sum() {
    let amounts = group_rows();
    let codes: BTreeSet<&str> = amounts.keys().map(|key| key.0.as_str()).collect();
    let groups: Vec<&str> = codes.iter().copied().filter(|code| *code != "total").collect();
    assert_eq!(groups.len(), 68);
    for year in ["2026", "2027"] {
        for code in &codes {
            assert_eq!(at(&amounts, code, "10", year), between(&amounts, code, (1, 9), year), "{code} {year}");
            assert_eq!(at(&amounts, code, "17", year), between(&amounts, code, (11, 16), year), "{code} {year}");
        }
        for row in (1..=17).map(|row| format!("{row:02}")) {
            let sum: i64 = groups.iter().map(|code| at(&amounts, code, &row, year)).sum();
            assert_eq!(at(&amounts, "total", &row, year), sum, "row {row} {year}");
        }
    }
    let town = load(&muenster()).unwrap();
    assert_eq!(town.budget.lines.len(), groups.len());
    for line in &town.budget.lines {
        assert_eq!(at(&amounts, &line.code, "10", "2026"), line.revenue.cents(), "{}", line.code);
        assert_eq!(at(&amounts, &line.code, "17", "2026"), line.expense.cents(), "{}", line.code);
    }
    assert_eq!(at(&amounts, "total", "28", "2026"), -46_765_030 * EURO);
    assert_eq!(at(&amounts, "total", "28", "2027"), -37_888_100 * EURO);
}

/// The plan of the whole town in seven years, and that of the groups beside it.
#[test]
fn the_rows_of_the_town_sum() {
    let all = rows("rows_total.csv");
    let key = |row: &Row| ("total".to_owned(), row["row"].clone(), row["year"].clone());
    let amounts: Amounts = all.iter().map(|row| (key(row), cell(row, "amount"))).collect();
    let groups = group_rows();
    for year in YEARS {
        let row = |row: u32| at(&amounts, "total", &format!("{row:02}"), year);
        let sum = |from, to| between(&amounts, "total", (from, to), year);
        let sums = [
            (10, sum(1, 9)),
            (17, sum(11, 16)),
            (18, row(10) - row(17)),
            (21, row(19) - row(20)),
            (22, row(18) + row(21)),
            (26, row(22) + row(25)),
            (28, row(26) + row(27)),
        ];
        for (total, sum) in sums {
            assert_eq!(row(total), sum, "row {total} {year}");
        }
        for number in (1..=28).filter(|_| ["2026", "2027"].contains(&year)) {
            assert_eq!(row(number), at(&groups, "total", &format!("{number:02}"), year), "row {number} {year}");
        }
    }
    // What the town loads already is the same plan.
    let town = load(&muenster()).unwrap();
    for planned in &town.plan_years {
        let year = planned.year.to_string();
        let row = |row| at(&amounts, "total", row, &year);
        let found = (planned.revenue.cents(), planned.expense.cents(), planned.interest.cents());
        assert_eq!(found, (row("10"), row("17"), row("20")), "{year}");
    }
}

/// Receipts and payments of the whole town; three sums of 2025 are a euro off in the print.
#[test]
fn receipts_and_payments_sum() {
    let amounts = finance("total");
    let mut off = Vec::new();
    for year in YEARS {
        let row = |row: u32| at(&amounts, "total", &format!("{row:02}"), year);
        let sum = |from, to| between(&amounts, "total", (from, to), year);
        for (total, sum) in [
            (9, sum(1, 8)),
            (16, sum(10, 15)),
            (17, row(9) - row(16)),
            (23, sum(18, 22)),
            (30, sum(24, 29)),
            (31, row(23) - row(30)),
            (32, row(17) + row(31)),
            (37, sum(33, 34) - sum(35, 36)),
            (38, row(32) + row(37)),
            (41, sum(38, 40)),
        ] {
            if row(total) != sum {
                off.push((year, total, row(total) - sum));
            }
        }
    }
    assert_eq!(off, [("2025", 32, EURO), ("2025", 37, EURO), ("2025", 38, -EURO)]);
}

/// What the groups build is what the town builds; their own sheets agree with that, but for a euro of the schools in 2025.
#[test]
fn investment_of_the_groups_sums() {
    let (groups, total) = (finance("group"), finance("total"));
    for (row, whole, expected) in
        [("inv_in", "23", [136_372_200, 159_391_940]), ("inv_out", "30", [534_599_890, 401_236_350])]
    {
        for (year, expected) in ["2026", "2027"].into_iter().zip(expected) {
            let own = groups.iter().filter(|(key, _)| key.1 == row && key.2 == year);
            assert_eq!(own.clone().count(), 68);
            let sum: i64 = own.map(|(_, amount)| amount).sum();
            assert_eq!(sum, expected * EURO, "{row} {year}");
            assert_eq!(sum, at(&total, "total", whole, year), "{row} {year}");
        }
    }
    let sheets = finance("teilfinanzplan");
    let codes: BTreeSet<&str> = sheets.keys().map(|key| key.0.as_str()).collect();
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), SHEETS);
    let mut off = Vec::new();
    for code in SHEETS {
        for year in YEARS {
            let row = |row: u32| at(&sheets, code, &format!("T{row:02}"), year);
            let sum = |rows: std::ops::RangeInclusive<u32>| rows.map(row).sum::<i64>();
            for (total, sum) in [(6, sum(1..=5)), (13, sum(7..=12)), (14, row(6) - row(13))] {
                if row(total) != sum {
                    off.push((code, year, total, row(total) - sum));
                }
            }
        }
        for year in ["2026", "2027"] {
            assert_eq!(at(&sheets, code, "T06", year), at(&groups, code, "inv_in", year), "{code} {year}");
            assert_eq!(at(&sheets, code, "T13", year), at(&groups, code, "inv_out", year), "{code} {year}");
        }
    }
    assert_eq!(off, [("0301", "2025", 13, -EURO)]);
}

/// Groups with a sheet of their own.
const SHEETS: [&str; 7] = ["0111", "0113", "0209", "0301", "0601", "0801", "1201"];

/// Single measures: parts of their total, no more than their group, and how much of all payments they cover.
#[test]
fn measures_of_investment_cover_what_they_are_said_to() {
    let all = rows("investments.csv");
    assert_eq!(all.len(), 230);
    let keys: BTreeSet<_> = all.iter().map(|row| (&row["code"], &row["number"])).collect();
    assert_eq!(keys.len(), all.len(), "a number stands once in its group");
    let mut with_total = 0;
    for row in &all {
        let (Some(total), Some(beyond)) = (printed(row, "total"), printed(row, "beyond_2030")) else { continue };
        let years = ["amount_2026", "amount_2027", "amount_2028", "amount_2029", "later", "beyond_2030"];
        let parts: i64 = years.iter().filter_map(|column| printed(row, column)).sum();
        with_total += 1;
        assert_eq!(parts + printed(row, "provided_until_2025").unwrap_or(0), total, "{row:?} {beyond}");
    }
    assert!(with_total > 50, "{with_total}");
    let groups = finance("group");
    let sum = |code: &str, column: &str| -> i64 {
        all.iter().filter(|row| row["code"] == code).filter_map(|row| printed(row, column)).sum()
    };
    let codes: BTreeSet<&str> = all.iter().map(|row| row["code"].as_str()).collect();
    for (year, covered, whole) in [("2026", 461_344_130, 534_599_890), ("2027", 343_687_310, 401_236_350)] {
        let column = format!("amount_{year}");
        let own = |code: &str| sum(code, &column);
        assert_eq!(codes.iter().map(|code| own(code)).sum::<i64>(), covered * EURO, "{year}");
        let paid: i64 =
            groups.iter().filter(|(key, _)| key.1 == "inv_out" && key.2 == year).map(|(_, amount)| amount).sum();
        assert_eq!(paid, whole * EURO, "{year}");
        for code in &codes {
            assert!(own(code) <= at(&groups, code, "inv_out", year), "{code} {year}");
        }
    }
    // The share that is covered, in tenths of a percent of each year.
    let share =
        |code: &str, year: &str| 1000 * sum(code, &format!("amount_{year}")) / at(&groups, code, "inv_out", year);
    for (code, first, second) in [
        ("0111", 1000, 1000),
        ("0113", 1000, 1000),
        ("0115", 1000, 1000),
        ("0209", 922, 965),
        ("0301", 874, 971),
        ("0601", 914, 984),
        ("0801", 981, 983),
        ("1101", 272, 258),
        ("1201", 669, 708),
        ("1301", 496, 433),
        ("1501", 199, 200),
    ] {
        assert_eq!((share(code, "2026"), share(code, "2027")), (first, second), "{code}");
    }
    // What may be promised for later years; sports and roads lack measures.
    let sheets = finance("teilfinanzplan");
    for (code, missing) in [("0801", [100_000, 0]), ("1201", [9_700_000, 4_350_000])]
        .into_iter()
        .chain(SHEETS.into_iter().filter(|it| !["0801", "1201"].contains(it)).map(|code| (code, [0, 0])))
    {
        for (year, missing) in ["2026", "2027"].into_iter().zip(missing) {
            let promised = at(&sheets, code, "VE", year);
            assert_eq!(promised - sum(code, &format!("ve_{year}")), missing * EURO, "{code} {year}");
        }
    }
    let promised = |year: &str| codes.iter().map(|code| sum(code, &format!("ve_{year}"))).sum::<i64>();
    assert_eq!((promised("2026"), promised("2027")), (327_603_620 * EURO, 95_222_050 * EURO));
}

/// Columns of the single measures: year, payments, receipts.
const PAID: [(u16, &str, &str); 4] = [
    (2027, "amount_2027", "receipts_2027"),
    (2028, "amount_2028", "receipts_2028"),
    (2029, "amount_2029", "receipts_2029"),
    (2030, "later", "receipts_2030"),
];

/// Whether a measure is promised: the council allows contracts beyond the year (Verpflichtungsermächtigung).
fn is_promised(row: &Row) -> bool {
    ["ve_2026", "ve_2027"].iter().any(|column| printed(row, column).is_some_and(|it| it > 0))
}

/// Whether a measure with a total has begun: more than a tenth of it is provided by the end of 2026.
fn has_begun(row: &Row) -> bool {
    let provided = ["provided_until_2025", "amount_2026"].iter().filter_map(|column| printed(row, column)).sum::<i64>();
    printed(row, "total").is_some_and(|total| provided * 10 > total)
}

/// What is free of the payments of a group in a year, cents (packs/README.md, What is bound).
fn free(measures: &[Row], code: &str, year: u16) -> i64 {
    let (_, paid, received) = PAID.into_iter().find(|it| it.0 == year).expect("a year of the plan");
    let is_free = |row: &&Row| row["code"] == code && !is_promised(row) && !has_begun(row);
    let own = |row: &Row| (printed(row, paid).unwrap_or(0) - printed(row, received).unwrap_or(0)).max(0);
    measures.iter().filter(is_free).map(own).sum()
}

fn code(town: &Town, planned: &GroupInvestment) -> String {
    town.budget.lines[planned.line.0].code.clone()
}

/// Levers that build move what is printed, and cut no more than what is free.
#[test]
fn investment_levers_follow_the_plan() {
    let town = load(&muenster()).unwrap();
    let (groups, sheets, measures) = (finance("group"), finance("teilfinanzplan"), rows("investments.csv"));
    let codes: Vec<String> = town.investments.iter().map(|it| code(&town, it)).collect();
    assert_eq!(codes, ["0111", "0209", "0301", "0404", "0601", "0801", "1201"]);
    for planned in &town.investments {
        let code = code(&town, planned);
        let last = if SHEETS.contains(&code.as_str()) { 2030 } else { 2027 };
        assert_eq!(planned.years.iter().map(|it| it.year.0).collect::<Vec<_>>(), (2026..=last).collect::<Vec<_>>());
        for it in &planned.years {
            let year = it.year.to_string();
            let (all, row) = if it.year.0 <= 2027 { (&groups, "inv_out") } else { (&sheets, "T13") };
            assert_eq!(it.amount.cents(), at(all, &code, row, &year), "{code} {year}");
            let bound = (it.year.0 >= 2027).then(|| it.amount.cents() - free(&measures, &code, it.year.0));
            assert_eq!(it.bound.map(Money::cents), bound, "{code} {year}");
        }
        assert_eq!(planned.amount, planned.years[1].amount, "the first year to be decided on");
        // In whole percent, and not one more.
        let cuttable = planned.cuttable(Year(2027)).expect("it is known");
        let low = (100.0 * cuttable.euros() / planned.amount.euros()).floor();
        let building = town.levers.iter().filter(|it| it.kind == LeverKind::Investment);
        let [part] = building.flat_map(|it| &it.lines).filter(|it| it.line == planned.line).collect::<Vec<_>>()[..]
        else {
            panic!("one lever of {code}")
        };
        assert_eq!(part.percent, (0.0 - low, 20.0), "{code}");
    }
    let cuttable: Vec<_> = town.investments.iter().map(|it| it.cuttable(Year(2027)).unwrap().cents()).collect();
    let expected = [5_070_000.0, 80_000.0, 8_807_677.5, 0.0, 519_800.0, 0.0, 800_000.0];
    assert_eq!(cuttable, expected.map(|euros: f64| (euros * 100.0) as i64));
}

/// Wear and new assets by year are rows of the printed plan: what is built and bought, without holdings and grants.
#[test]
fn wear_and_new_assets_are_printed() {
    let (total, town) = (finance("total"), load(&muenster()).unwrap());
    let results: Amounts = rows("rows_total.csv")
        .iter()
        .map(|row| (("total".to_owned(), row["row"].clone(), row["year"].clone()), cell(row, "amount")))
        .collect();
    assert_eq!(town.fairness.assets.len(), 5);
    for it in &town.fairness.assets {
        let year = it.year.to_string();
        let built = between(&total, "total", (24, 26), &year) as f64 / EURO as f64;
        let worn = at(&results, "total", "14", &year) as f64 / EURO as f64;
        assert_eq!((it.investment, it.depreciation), (built, worn), "{year}");
        // What the levers can move is part of it.
        let moved = town.investments.iter().flat_map(|it| &it.years).filter(|own| own.year == it.year);
        assert!(moved.map(|own| own.amount.euros()).sum::<f64>() <= built, "{year}");
    }
}

/// Civil servants and employees are the posts, groups are areas, areas are the town.
#[test]
fn posts_sum() {
    let all = rows("staff.csv");
    for row in &all {
        let parts = cell(row, "posts_civil_servants") + cell(row, "posts_employees");
        assert_eq!(cell(row, "posts"), parts, "{row:?}");
    }
    let of = |level: &str, year: &str| {
        all.iter().filter(|row| row["level"] == level && row["year"] == year).collect::<Vec<_>>()
    };
    for (year, printed) in [("2026", 489_832), ("2027", 490_166)] {
        let [total] = of("total", year)[..] else { panic!("one total in {year}") };
        assert_eq!(cell(total, "posts"), printed);
        for column in ["posts", "posts_civil_servants", "posts_employees"] {
            let sum = |rows: &[&Row]| rows.iter().map(|row| cell(row, column)).sum::<i64>();
            assert_eq!(sum(&of("area", year)), cell(total, column), "{column} {year}");
            for area in of("area", year) {
                let groups = of("group", year).into_iter().filter(|row| row["code"].starts_with(&area["code"]));
                assert_eq!(sum(&groups.collect::<Vec<_>>()), cell(area, column), "{column} {year} {}", area["code"]);
            }
        }
    }
}

/// All grants and the voluntary ones, as the town marks them.
#[test]
fn grants_sum() {
    let all = rows("grants.csv");
    assert_eq!(all.len(), 339);
    let kinds: BTreeSet<&str> = all.iter().map(|row| row["kind"].as_str()).collect();
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        ["Höhe und Grund nach", "dem Grunde nach", "der Höhe nach", "freiwillig"]
    );
    for (column, whole, voluntary) in
        [("amount_2026", 225_778_621, 12_868_687), ("amount_2027", 232_902_814, 13_017_040)]
    {
        let sum = |is_meant: &dyn Fn(&Row) -> bool| -> i64 {
            all.iter().filter(|row| is_meant(row)).filter_map(|row| printed(row, column)).sum()
        };
        assert_eq!(sum(&|_| true), whole * EURO, "{column}");
        assert_eq!(sum(&|row| row["kind"] == "freiwillig"), voluntary * EURO, "{column}");
    }
}

/// What can be cut of a group within a year, parts of a hundredth of a cent (packs/README.md, What is bound): so many
/// hundredths of staff, of goods and services, and of what the town pays to entities of its own; the rest of the
/// transfers is bound, but for voluntary grants that end before 2027 and for money decided on anew each year.
const STAFF: i64 = 5;
const GOODS: i64 = 10;
const OWN: i64 = 5;

/// Whether a grant is voluntary and promised for no longer than 2026.
fn is_open(row: &Row) -> bool {
    row["kind"] == "freiwillig" && (row["until"] == "jährlich" || row["until"] == "2026-12-31")
}

/// Hundredths of cents of a group that can be cut within a year.
fn cuttable(amounts: &Amounts, grants: &[Row], transfers: &[Row], code: &str) -> i64 {
    let row = |row: &str| at(amounts, code, row, "2026");
    let listed = |is_meant: &dyn Fn(&Row) -> bool| -> i64 {
        let own = grants.iter().filter(|it| it["code"] == code && is_meant(it));
        own.filter_map(|it| printed(it, "amount_2026")).sum()
    };
    let others = (row("15") - listed(&|_| true)).max(0);
    let part = match transfers.iter().find(|it| it["code"] == code).map(|it| it["kind"].as_str()) {
        Some("yearly") => 100,
        Some("own") => OWN,
        Some(other) => panic!("{other} of {code}"),
        None => 0,
    };
    STAFF * row("11") + GOODS * (row("13") + row("16")) + part * others + 100 * listed(&is_open)
}

/// No line can be cut by more than its rows allow within a year; where judgement was wider, the rows decide to a tenth.
#[test]
fn no_line_is_cut_by_more_than_its_rows_allow() {
    let (town, amounts) = (load(&muenster()).unwrap(), group_rows());
    let (grants, transfers) = (rows("grants.csv"), rows("transfers.csv"));
    let (mut cut, mut at_the_end) = (0.0, 0);
    for lever in town.levers.iter().filter(|it| it.kind == LeverKind::Operating) {
        for part in &lever.lines {
            let line = &town.budget.lines[part.line.0];
            let allowed = cuttable(&amounts, &grants, &transfers, &line.code);
            let low = -part.percent.0;
            // Percent of cents is hundredths of cents.
            assert!(low * line.expense.cents() as f64 <= allowed as f64, "{} {}: {low} %", lever.id, line.code);
            at_the_end += usize::from((low + 0.1) * line.expense.cents() as f64 > allowed as f64 && low > 0.0);
            cut += low / 100.0 * part.expense.euros();
            if ["11", "13", "15", "16"].iter().all(|row| at(&amounts, &line.code, row, "2026") == 0) {
                assert_eq!(low, 0.0, "{}: wear is never cut", line.code);
            }
        }
    }
    // 43 where the judgement was wider, and two where it was the same to a tenth.
    assert_eq!(at_the_end, 45, "as many lines end where their rows end");
    assert!((cut - town.movable().euros()).abs() < 1.0 && (cut - 37_859_214.0).abs() < 1.0, "{cut}");
    // Hardly anything of the voluntary grants ends by 2026.
    let open: i64 = grants.iter().filter(|it| is_open(it)).filter_map(|it| printed(it, "amount_2026")).sum();
    let voluntary = town.voluntary_grants.as_ref().expect("it is printed").value;
    assert_eq!((open, voluntary), (620_060 * EURO, 12_868_687.0));
    // What is named has transfers beyond the report.
    for row in &transfers {
        assert!(at(&amounts, &row["code"], "15", "2026") > 0 && !row["reason"].is_empty(), "{row:?}");
    }
}

/// A key figure of a group in a year, as printed.
fn key_figure(all: &[Row], code: &str, name: &str, year: &str) -> f64 {
    let found = all.iter().find(|row| row["code"] == code && row["name"] == name && row["year"] == year);
    let found = found.unwrap_or_else(|| panic!("no {name} of {code} in {year}"));
    found["value"].parse().unwrap()
}

/// What lies between two texts.
fn within<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split(before).nth(1).and_then(|rest| rest.split(after).next()).unwrap_or_else(|| panic!("{text}"))
}

/// How many units of a measure the town has is what the plan prints, or what a source of the pack says.
#[test]
fn stocks_are_printed() {
    let (town, figures, staff) = (load(&muenster()).unwrap(), rows("key_figures.csv"), rows("staff.csv"));
    let (mut of_figures, mut of_posts, mut others) = (0, 0, Vec::new());
    for measure in &town.chain.measures {
        let Some(stock) = &measure.stock else { continue };
        let source = &*stock.source.de;
        if source.contains("Kennzahlen der Produktgruppe") {
            let code = within(source, "Kennzahlen der Produktgruppe ", ",");
            let name = within(source, "PDF-S. ", " (maschinell").split_once(": ").expect("a name").1;
            // Hectares of green as square metres.
            let factor = if measure.id.starts_with("gruen_") { 10_000.0 } else { 1.0 };
            assert_eq!(
                stock.value,
                factor * key_figure(&figures, code, name, &stock.year.to_string()),
                "{}",
                measure.id
            );
            of_figures += 1;
        } else if source.contains("Stellenplan 2026") {
            let codes = within(source, "Produktgruppe", ", PDF-S.").trim_start_matches('n').trim();
            let posts = |code: &str| {
                let own = staff.iter().find(|row| row["code"] == code && row["year"] == "2026");
                cell(own.unwrap_or_else(|| panic!("{code}")), "posts")
            };
            let sum: i64 = codes.split(", ").map(posts).sum();
            assert_eq!((stock.value * 100.0).round() as i64, sum, "{}", measure.id);
            of_posts += 1;
        } else {
            others.push((measure.id.as_str(), stock.value));
        }
    }
    assert_eq!((of_figures, of_posts), (11, 12));
    let places = 319.0 * 25.0;
    let expected = [
        ("kita_platz", 13_216.0),
        ("kita_bau", 13_216.0),
        ("ganztag", places),
        ("theater_besuch", 155_687.0),
        ("sozialwohnung", 8_135.0),
    ];
    assert_eq!(others, expected);
    // The same numbers stand behind the town's indicators.
    let said = |key: &str| &*town.source(key).expect("a source").text.de;
    assert!(said("i_u3_2024").contains("13.216 Plätze") && said("i_sozialwohnungen").contains("8.135 (2018"));
}

/// What the plan prints as the result of 2024 and an indicator measures is the value of its series.
#[test]
fn key_figures_of_2024_stand_in_the_series() {
    let (town, figures) = (load(&muenster()).unwrap(), rows("key_figures.csv"));
    let settled = key_figure(&figures, "1303", "davon Siedlungs- und Verkehrsfläche", "2024");
    for (id, expected) in [
        ("sgb2_quote", key_figure(&figures, "0501", "SGB-II-Quote", "2024")),
        (
            "u3_versorgung",
            key_figure(&figures, "0601", "Versorgungsquote von Kindern unter 3 Jahren in Kindertagesbetreuung", "2024"),
        ),
        (
            "wbs_versorgt",
            key_figure(
                &figures,
                "1003",
                "Anteil der wohnungssuchenden Haushalte mit WBS, die innerhalb eines Jahres versorgt werden",
                "2024",
            ),
        ),
        (
            "gruenflaeche_ew",
            key_figure(&figures, "1301", "Grünanlagen, Grün- und Freiflächen pro Einwohner/in", "2024"),
        ),
        ("flaeche_suv", 100.0 * settled / key_figure(&figures, "1303", "Fläche der Stadt Münster", "2024")),
    ] {
        let indicator = town.indicators.iter().find(|it| it.id == id).expect("an indicator");
        let last = indicator.series.last().expect("a value");
        assert!(last.year.0 == 2024 && (last.value - expected).abs() < 0.005, "{id}: {} and {expected}", last.value);
    }
    // The bases that follow from the same page.
    let served =
        key_figure(&figures, "1003", "Mit Wohnraum versorgte Haushalte mit WBS insgesamt (FinanzFAIRteilung)", "2024");
    let base = town.chain.own.iter().find(|it| it.key == "wbs_versorgt").expect("a base").value;
    assert!((base * 0.22 - served).abs() < 0.5, "{base}");
}

/// Fees are what the plan prints for their group: user fees (row 04) or charges under private law (row 05).
#[test]
fn fees_are_printed() {
    let (town, amounts) = (load(&muenster()).unwrap(), group_rows());
    let fees: Vec<_> = town.taxes.iter().filter(|it| it.group.is_some()).collect();
    let found: Vec<_> = fees.iter().map(|it| it.id.as_str()).collect();
    let expected =
        ["rettungsdienst", "kita_beitrag", "ganztag_beitrag", "musikschule", "baeder_eintritt", "volkshochschule"];
    assert_eq!(found, expected);
    for (fee, row) in fees.iter().zip(["04", "04", "04", "04", "05", "05"]) {
        let line = &town.budget.lines[fee.group.unwrap().0];
        assert_eq!(fee.planned_yield.cents(), at(&amounts, &line.code, row, "2026"), "{}", fee.id);
        assert_eq!(fee.basis, Basis::Official, "{}", fee.id);
        // Both directions alike, but where the law closes one.
        let ends = if fee.id == "rettungsdienst" { (100.0, 108.0) } else { (80.0, 120.0) };
        assert_eq!(fee.range, ends, "{}", fee.id);
    }
}

/// Key figures: all of them are there, and wholes are their parts.
#[test]
fn key_figures_are_whole() {
    let all = rows("key_figures.csv");
    assert_eq!(all.len(), 3401);
    let series: BTreeSet<_> = all.iter().map(|row| (&row["code"], &row["name"])).collect();
    let groups: BTreeSet<_> = all.iter().map(|row| &row["code"]).collect();
    assert_eq!((series.len(), groups.len()), (494, 57));
    assert!(all.iter().all(|row| ["actual", "plan"].contains(&row["kind"].as_str())));
    let value = |name: &str, year: &str| {
        let own = all.iter().find(|row| row["code"] == "0601" && row["name"] == name && row["year"] == year);
        own.map(|row| cell(row, "value")).unwrap_or_else(|| panic!("no {name} in {year}"))
    };
    for year in YEARS {
        for (whole, part) in [
            ("Kindertageseinrichtungen", "davon Einrichtungen"),
            ("Gruppen in Kindertageseinrichtungen", "davon Gruppen"),
        ] {
            let parts = ["katholischer Träger", "evangelischer Träger", "sonstiger Träger"];
            let others = ["von Elterninitiativen", "in städtischer Trägerschaft"];
            let sum: i64 = parts.iter().chain(&others).map(|it| value(&format!("{part} {it}"), year)).sum();
            assert_eq!(value(whole, year), sum, "{whole} {year}");
        }
    }
}
