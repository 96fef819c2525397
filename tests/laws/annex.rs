//! Laws of the annex to a council motion: its rows sum to what was moved and to the balance of the page, to the cent, and
//! its sentences are whole.

use std::collections::BTreeSet;

use proptest::prelude::*;
use zukunftshaushalt::figure::{Annex, AnnexOf, BudgetKind, Telling, Value, annex};
use zukunftshaushalt::model::plan_rows::{
    Booking, Entry, GroupRows, PlanRow, PlanRows, Posts, Rule, TownRow, YearAmount, entries,
};
use zukunftshaushalt::model::{List, Money, Run, Scenario, Study, TaxAt, Town, Year};
use zukunftshaushalt::pack::{muenster_plan, plan_rows};
use zukunftshaushalt::scenario::check_value;
use zukunftshaushalt::text::Lang;

use crate::cases;
use crate::towns::{Dice, Place, any_town};
use crate::wishes::{session, wishes};

/// Printed rows: Münster's own, none for Freiburg, and made ones for a made town, now and then none.
fn rows(town: &Town, seed: u64) -> Option<PlanRows> {
    match town.id.as_str() {
        "muenster-2026" => plan_rows(&muenster_plan(), town).expect("the plan is sound"),
        "random" if !seed.is_multiple_of(4) => Some(made(town, seed)),
        _ => None,
    }
}

/// Rows that sum to the plan of a made town, some of them empty.
fn made(town: &Town, seed: u64) -> PlanRows {
    let dice = &mut Dice::new(seed);
    let years: Vec<Year> = (town.year.0..=town.first_year.0).map(Year).collect();
    let group = |dice: &mut Dice, expense: Money, revenue: Money| {
        let mut year = || {
            let mut rows = vec![Money::ZERO; 17];
            let mut left = expense;
            for row in &mut rows[10..15] {
                *row = if dice.rarely(2) { Money::ZERO } else { left * dice.within(0.0, 1.0) };
                left -= *row;
            }
            (rows[15], rows[16], rows[9], rows[1]) = (left, expense, revenue, revenue);
            rows
        };
        let amounts: Vec<Vec<Money>> = years.iter().map(|_| year()).collect();
        let open = amounts.iter().map(|rows| rows[14] * 0.3).collect();
        let posts = years.iter().map(|year| Posts { year: *year, hundredths: 1234 }).collect();
        let paid = years.iter().map(|year| YearAmount { year: *year, amount: expense }).collect::<Vec<_>>();
        let sheet =
            if dice.rarely(2) { vec![(PlanRow(18), paid.clone()), (PlanRow(25), paid.clone())] } else { Vec::new() };
        GroupRows { amounts, open_transfers: open, sheet, promised: paid.clone(), paid, received: Vec::new(), posts }
    };
    let groups: List<_, GroupRows> =
        town.budget.lines.iter().map(|line| group(dice, line.expense, line.revenue)).collect();
    let kinds = town.chain.measures.places().filter(|_| dice.rarely(2)).collect::<Vec<_>>();
    let mut kind = |at| if town.builds(at) { PlanRow(25) } else { PlanRow::MOVED[dice.count(0, 3)] };
    let kinds = kinds.into_iter().map(|at| (at, kind(at))).collect();
    let loans = years.iter().map(|year| YearAmount { year: *year, amount: Money::from_euros(1e6) }).collect();
    PlanRows {
        town: town.id.clone(),
        labels: (1..=17).map(|row| format!("Zeile Nummer {row}")).collect(),
        sums: [(PlanRow(23), "Einzahlungen".to_owned()), (PlanRow(30), "Auszahlungen".to_owned())],
        finance: [18, 25].map(|row| (PlanRow(row), format!("Zahlungen und Einzahlungen {row}"))).to_vec(),
        loans: Some(TownRow { row: PlanRow(33), amounts: loans }),
        groups,
        project_years: years.clone(),
        projects: Vec::new(),
        kinds,
        years,
    }
}

/// The balance of a year without any row: what is moved in it, less what others pay, and taxes.
fn balance(town: &Town, scenario: &Scenario, year: Year) -> Money {
    let cells =
        scenario.moves.iter().filter(|(cell, it)| (it.from..=it.to).contains(&year) && !town.invests(cell.lever));
    let own = scenario.measures.iter().filter(|(at, it)| (it.from..=it.to).contains(&year) && !town.builds(**at));
    let spent = cells.map(|(cell, it)| town.net_change(*cell, it.amount)).sum::<Money>()
        + own.map(|(at, it)| town.measure_net(*at, it.amount)).sum::<Money>();
    town.tax_change(scenario) - spent
}

fn told(study: &Study, scenario: &Scenario, rows: Option<&PlanRows>, lang: Lang) -> Annex {
    let mut run = Run::new(study, scenario.clone());
    run.finish();
    let (now, ranges) = (run.projected(), run.ranges());
    let it = Telling { town: &study.town, scenario, projection: &now.projection, ranges: &ranges, lang };
    let reasons = Default::default();
    let members = study.uncertainty().members();
    annex(&AnnexOf { it, rows, members, reasons: &reasons, group: None, name: "Entwurf", date: "2026-11-28" })
}

fn study(town: &Place) -> Study {
    Study::of((**town).clone(), 12)
}

/// Numbers in a text, as they are written.
fn numbers(text: &str) -> BTreeSet<String> {
    let is_part = |it: char| it.is_ascii_digit() || it == '.' || it == ',';
    let words = text.split(|it: char| !is_part(it)).map(|it| it.trim_matches(['.', ',']).to_owned());
    words.filter(|it| it.contains(|it: char| it.is_ascii_digit())).collect()
}

/// Every sentence of an annex that a reader may see.
fn sentences(it: &Annex) -> Vec<String> {
    let mut all =
        vec![it.sheet.clone(), it.draft.clone(), it.title.clone(), it.cover.said.clone(), it.resolves.to_owned()];
    all.extend(it.cover.notes.iter().chain(&it.before).chain(&it.motion_notes).chain(&it.foot).cloned());
    for point in &it.motion {
        all.push(point.text.clone());
        all.extend(point.parts.iter().chain(&point.notes).cloned());
    }
    for section in it.sections() {
        all.extend([section.title.clone()].into_iter().chain(section.said.clone()).chain(section.notes.clone()));
    }
    all.push(it.summary.clone());
    all
}

proptest! {
    #![proptest_config(cases(250))]

    /// What was moved is what the rows sum to, for each thing and each plan, and with taxes that is the balance of the page.
    #[test]
    fn rows_sum_to_what_was_moved(town in any_town(), wishes in wishes(), seed in any::<u64>()) {
        let session = session(&town, &wishes);
        let (scenario, rows) = (session.scenario(), rows(&town, seed));
        let found = entries(&town, scenario, rows.as_ref());
        for what in town.moved_things(scenario) {
            let own = found.iter().filter(|it| it.what == what);
            let sum = |bookings: [Booking; 2], of: usize| own.clone().filter(|it| it.booking == bookings[of]).map(|it| it.change.amount).sum::<Money>();
            let bookings = if town.is_built(what) { [Booking::Payment, Booking::Grant] } else { [Booking::Expense, Booking::Refund] };
            prop_assert_eq!(sum(bookings, 0), scenario.chosen(what), "{:?}", what);
            prop_assert_eq!(sum(bookings, 0) - sum(bookings, 1), town.choice_net(scenario, what), "{:?}", what);
            prop_assert!(own.clone().all(|it| bookings.contains(&it.booking)));
        }
        if let Some(rows) = &rows {
            let year = town.first_year;
            for it in found.iter().filter(|it| it.booking == Booking::Expense && it.change.amount < Money::ZERO) {
                let planned = rows.amount(it.line, it.row, year).expect("an adopted year");
                prop_assert!(planned + it.change.amount >= Money::ZERO || it.row == PlanRow::EXPENSE, "{:?}", it);
            }
            // A named row of the Finanzplan is one of the sheet of its group, and bears what is taken from it.
            let built = |it: &&Entry| matches!(it.booking, Booking::Payment | Booking::Grant) && it.rule == Rule::Kind;
            for it in found.iter().filter(built) {
                let printed = rows.sheet_row(it.line, it.row).unwrap_or_default();
                let meant = printed.iter().filter(|year| (it.change.from..=it.change.to).contains(&year.year));
                prop_assert!(meant.clone().count() > 0 && meant.clone().all(|year| year.amount + it.change.amount >= Money::ZERO), "{:?}", it);
            }
        }
    }

    /// The table, the motion and the page say the same sums.
    #[test]
    fn the_annex_sums_to_the_balance_of_the_page(town in any_town(), wishes in wishes(), seed in any::<u64>()) {
        let session = session(&town, &wishes);
        let (scenario, rows, study) = (session.scenario(), rows(&town, seed), study(&town));
        let it = told(&study, scenario, rows.as_ref(), Lang::De);
        let sums: Vec<_> = it.budget_rows.iter().filter(|it| it.kind == BudgetKind::Sum).collect();
        if let [expense, revenue, saldo, ..] = sums[..] {
            for (at, year) in it.years.iter().enumerate() {
                let all = |is_meant: &dyn Fn(&str) -> bool| -> Money {
                    let own = it.budget_rows.iter().filter(|row| row.kind != BudgetKind::Sum && is_meant(&row.row_label));
                    own.map(|row| row.years[at].change).sum()
                };
                prop_assert_eq!(revenue.years[at].change - expense.years[at].change, saldo.years[at].change);
                prop_assert_eq!(saldo.years[at].change, balance(&town, scenario, Year(*year)), "{}", year);
                let whole = all(&|_| true) - it.budget_rows.iter().filter(|row| row.row_label.contains("zahlungen")).map(|row| row.years[at].change).sum::<Money>();
                prop_assert_eq!(whole, expense.years[at].change + revenue.years[at].change);
            }
        }
        let is_calm = |from: Year, to: Year| from == town.first_year && to >= Year(*it.years.last().unwrap());
        let spans = scenario.moves.values().chain(scenario.measures.values());
        if !sums.is_empty() && sums[0].label == "Summe Aufwendungen" && spans.clone().all(|it| is_calm(it.from, it.to)) {
            prop_assert!(sums[2].years.iter().all(|it| it.change == town.balance(scenario)));
        }
        for row in &it.budget_rows {
            for cells in &row.years {
                prop_assert_eq!(cells.old.map(|old| old + cells.change), cells.new);
            }
        }
        // In every year the page's own number, or the worst of them beside it.
        let exact = |money: Money| zukunftshaushalt::text::in_full(money.abs(), Lang::De);
        let by_year: Vec<Money> = (town.first_year.0..=town.horizon.0).map(|year| balance(&town, scenario, Year(year))).collect();
        let (worst, page) = (by_year.iter().copied().min().unwrap(), town.balance(scenario));
        prop_assert_eq!(it.cover.is_missing, worst < Money::ZERO);
        if by_year.iter().all(|it| *it == page) {
            prop_assert!(page.is_zero() && it.cover.said.contains("Saldo 0") || it.cover.said.contains(&exact(page)), "{}", it.cover.said);
        } else if worst < Money::ZERO {
            prop_assert!(it.cover.said.contains(&exact(worst)), "{}", it.cover.said);
        }
        if by_year.iter().any(|it| *it != by_year[0]) {
            let told = &it.cover.notes[0];
            prop_assert!(told.contains(&exact(page)) && by_year.iter().all(|it| told.contains(&exact(*it))), "{}", told);
        }
        // The parts of a point are what its head says.
        for point in it.motion.iter().filter(|it| !it.parts.is_empty()) {
            // Rows of several points, of which the table has the sums.
            if point.text.starts_with("Mehrere Nummern") {
                for part in &point.parts {
                    let sign = if part.contains('\u{2212}') { -1.0 } else { 1.0 };
                    let sum = amount(part) * sign;
                    prop_assert!(it.budget_rows.iter().any(|row| row.years[0].change == sum), "{}", part);
                }
                continue;
            }
            let head = amount(point.text.split(" (").next().unwrap());
            let parts: Money = point.parts.iter().map(|it| amount(it)).sum();
            prop_assert_eq!(head, parts, "{:?}", point);
        }
        // A file has every cell, and euros to the cent.
        for table in it.tables() {
            let text = table.csv();
            let read: Vec<csv::StringRecord> = csv::ReaderBuilder::new().delimiter(b';').has_headers(false)
                .from_reader(text.as_bytes()).into_records().collect::<Result<_, _>>().unwrap();
            prop_assert_eq!(read.len(), table.rows.len() + 1);
            for (row, record) in table.rows.iter().zip(read.iter().skip(1)) {
                prop_assert_eq!(row.len(), table.head.len());
                for (cell, found) in row.iter().zip(record) {
                    if let Value::Euros(money) = cell.value {
                        prop_assert_eq!(Money::parse(&found.replace(',', ".")), Some(money));
                    }
                }
            }
        }
    }

    /// Sentences are whole in every language, and the summary is short and says no number that the annex does not have.
    #[test]
    fn sentences_are_whole(town in any_town(), wishes in wishes(), seed in any::<u64>()) {
        let session = session(&town, &wishes);
        let (scenario, rows, study) = (session.scenario(), rows(&town, seed), study(&town));
        for lang in Lang::ALL {
            let it = told(&study, scenario, rows.as_ref(), lang);
            for said in sentences(&it) {
                prop_assert!(!said.trim().is_empty() && said.trim() == said, "`{}`", said);
                for broken in ["  ", " .", " ,", ",,", "..", "()", "{", "}", "NaN", "inf ", "„“", "“”", ". ,", " :"] {
                    prop_assert!(!said.contains(broken), "`{}` in `{}`", broken, said);
                }
            }
            for point in &it.motion {
                let end = if point.parts.is_empty() { '.' } else { ':' };
                prop_assert!(point.text.ends_with(end) && point.notes.iter().all(|it| it.ends_with('.')), "{:?}", point);
            }
            prop_assert_eq!(it.motion.is_empty(), it.resolves.ends_with('.'), "{}", it.resolves);
            prop_assert!(it.summary.split_whitespace().count() <= 150, "{}", it.summary);
            let tables = it.tables().into_iter().flat_map(|it| &it.rows).flatten().map(|it| it.said.clone());
            let others = sentences(&Annex { summary: "-".to_owned(), ..it.clone() });
            let known = numbers(&others.into_iter().chain(tables).collect::<Vec<_>>().join("\n"));
            let unknown: Vec<_> = numbers(&it.summary).into_iter().filter(|it| !known.contains(it)).collect();
            prop_assert!(unknown.is_empty(), "{:?} in {}", unknown, it.summary);
        }
    }

    /// The same changes have the same check value, and any other change has another.
    #[test]
    fn any_change_changes_the_check_value(town in any_town(), wishes in wishes()) {
        let session = session(&town, &wishes);
        let scenario = session.scenario();
        let value = check_value(&town, scenario);
        prop_assert_eq!(&value, &check_value(&town, &scenario.clone()));
        let mut others = Vec::new();
        for (cell, it) in scenario.moves.iter() {
            let mut more = scenario.clone();
            more.moves.insert(*cell, zukunftshaushalt::model::Move { amount: it.amount + Money::from_cents(1), ..*it });
            let mut later = scenario.clone();
            later.moves.insert(*cell, zukunftshaushalt::model::Move { to: it.to.plus(1), ..*it });
            let mut gone = scenario.clone();
            gone.moves.remove(cell);
            others.extend([more, later, gone]);
        }
        if !town.taxes.is_empty() {
            let mut taxed = scenario.clone();
            taxed.taxes.insert(TaxAt(0), 1234.0);
            others.push(taxed);
        }
        if !town.shocks.is_empty() {
            let mut struck = scenario.clone();
            struck.toggle_shock(zukunftshaushalt::model::ShockAt(0));
            others.push(struck);
        }
        for other in others {
            prop_assert_ne!(check_value(&town, &other), value.clone());
        }
    }
}

/// The last amount of a German text, in euros.
fn amount(text: &str) -> Money {
    let before = text.rsplit_once("\u{a0}€").map_or(text, |(before, _)| before);
    let digits = before.rsplit(|it: char| !it.is_ascii_digit() && it != '.' && it != ',').next().unwrap_or_default();
    Money::parse(&digits.replace('.', "").replace(',', ".")).unwrap_or_else(|| panic!("no amount in {text}"))
}
