//! The printed plan of Münster for 2026 and 2027 behind the budget: every sum holds to the cent, and where the print itself
//! is off by a euro, it is named here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use csv::ReaderBuilder;
use zukunftshaushalt::model::Money;
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
