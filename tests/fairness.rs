//! Generations and strong sustainability: worked examples and laws (fairness.md, Ledger).

mod seeded;

use std::sync::LazyLock;

use proptest::prelude::*;
use seeded::cases;
use zukunftshaushalt::figure::{Telling, outlook_figure};
use zukunftshaushalt::model::fairness::{
    Bearer, Light, Measure, Metric, Outlook, Profile, RATES, floor_status, ledger, outlook, profile, strong_status,
};
use zukunftshaushalt::model::fiscal::{Flow, difference};
use zukunftshaushalt::model::{
    Cell, IndicatorAt, List, MeasureKind, Money, Move, Scenario, TaxAt, Terms, Town, Year, simulate,
};
use zukunftshaushalt::pack::{load, muenster};
use zukunftshaushalt::text::Lang;

static TOWN: LazyLock<Town> = LazyLock::new(|| load(&muenster()).expect("the pack loads"));

fn cells() -> Vec<Cell> {
    TOWN.purposes().into_iter().flat_map(|purpose| TOWN.cells(purpose)).collect()
}

/// Cells of a lever, all of its goals.
fn cells_of(lever: &str) -> Vec<Cell> {
    cells().into_iter().filter(|cell| TOWN.levers[cell.lever.0].id == lever).collect()
}

fn moving(moves: impl IntoIterator<Item = (Cell, f64)>) -> Scenario {
    let moved = |(cell, euros): (Cell, f64)| {
        (cell, Move { amount: Money::from_euros(euros), from: TOWN.year, to: TOWN.horizon })
    };
    Scenario { moves: moves.into_iter().map(moved).collect(), ..Scenario::default() }
}

fn profile_of(scenario: &Scenario) -> Profile {
    profile(&TOWN, scenario, &simulate(&TOWN, scenario))
}

/// Every number of a profile that says what the scenario changes.
fn changes(it: &Profile) -> Vec<f64> {
    let mut all = vec![it.backlog.expect("G4").change, it.inheritance.change.expect("G5")];
    let own = it.own_means.expect("G1");
    all.extend([own.coverage.change(), own.per_head.change()]);
    let reach = it.reach.expect("G2");
    all.push(reach.scenario.general - reach.plan.general);
    let co2 = it.co2.expect("G7");
    all.extend(co2.scenario.zip(co2.plan).map(|(with, without)| with - without));
    all.extend(co2.left.map(|(left, _)| left.change()));
    let (_, damage) = it.damage.expect("G8");
    all.extend([damage.tonnes, damage.low, damage.high]);
    all.extend(it.floors.iter().flatten().flat_map(|floor| [floor.value.change(), floor.status.change()]));
    all.push(it.future.expect("G10").change());
    let savings = it.savings.expect("G11");
    all.extend([savings.change_low, savings.change_high]);
    all
}

fn close(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} instead of {expected}");
}

/// Konstanz 2025 (CC0), 2026 to 2060 with the same people: a million a year from culture, used from 6 on, to schools.
#[test]
fn a_million_from_culture_to_schools_in_konstanz() {
    let table = include_str!("golden/konstanz-2025.csv");
    let row = |line: &str| line.split_once(';').unwrap().1.parse::<f64>().unwrap();
    let people: Vec<f64> = table.lines().skip(1).map(row).collect();
    assert_eq!(people.iter().sum::<f64>(), 87_178.0);
    assert_eq!(people[6..18].iter().sum::<f64>(), 8_326.0);
    let between = |from: usize, to: usize| (0..people.len()).map(|age| f64::from((from..to).contains(&age))).collect();
    let each_year = |euros: f64| Flow::spent(vec![euros; 35]);
    let spending = [
        Bearer { flow: each_year(1e6), weights: between(6, 18) },
        Bearer { flow: each_year(-1e6), weights: between(6, people.len()) },
    ];
    let flows: Vec<Flow> = spending.iter().map(|it| it.flow.clone()).collect();
    let change = difference(35, &flows, &[], 0.015);
    let found = ledger(2026, &vec![people.clone(); 35], &spending, &[], &change, 0.0);
    let born = |year: i32| found.per_head.iter().find(|(born, _)| *born == year).unwrap().1;
    for (year, euros) in [(2005, -421.0), (2015, 420.0), (2022, 1_044.0), (2035, 1_201.0)] {
        close(born(year), euros, 1.0);
    }
    close(found.total, 0.0, 1e-6);
    close(found.debt_left, 0.0, 1e-6);
}

/// The printed plan: 1 684.64 of 1 701.37 million and −37.9 million for 322 715 people in 2027, the first year that can be
/// decided; 91.4 million of wear in 2026.
#[test]
fn muenster_as_planned() {
    let it = profile_of(&Scenario::default());
    let own = it.own_means.unwrap();
    assert_eq!(own.year, Year(2027));
    close(own.coverage.plan, 0.990_170, 1e-6);
    close(own.per_head.plan, -117.40, 0.01);
    let reach = it.reach.unwrap();
    assert_eq!((reach.plan.limit, reach.plan.equalisation_gone, reach.last), (None, Some(TOWN.year), Year(2030)));
    let kept = it.upkeep.unwrap().plan;
    assert_eq!(it.upkeep.unwrap().scenario, kept);
    close(kept.ratio, 1_233_587_310.0 / 460_779_760.0, 1e-12);
    close(kept.real.unwrap(), kept.ratio / 1.3, 1e-12);
    assert_eq!(kept.weakest.0, Year(2030));
    close(kept.weakest.1, 89_590_500.0 / (93_127_360.0 * 1.3), 1e-12);
    close(it.backlog.unwrap().today, 2_580.0 * 322_715.0, 1e-3);
    // Schools and the like by all ordinary expense; what is built stands in no part of it.
    let later: f64 = TOWN.fairness.uses.iter().map(|it| TOWN.levers[it.lever.0].expense().euros() * it.future).sum();
    close(it.future.unwrap().plan, later / 1_686_533_180.0, 1e-12);
    // 46.7 t less 5.13 t each in 2024 and 2025 leave 36.44 t per head, used up at about 5 t a year.
    let co2 = it.co2.unwrap();
    assert!((7.0..9.0).contains(&co2.plan.unwrap()), "{co2:?}");
    let (now, _) = it.damage.unwrap();
    close(now.high, 5.13 * 322_715.0 * 1_000.0, 1.0);
    assert!(now.low < now.high);
    assert!(it.savings.unwrap().high < it.savings.unwrap().low);
    assert!(changes(&it).iter().all(|change| *change == 0.0), "untouched is exactly nothing");
    let lights = [
        (Metric::OwnMeans, Light::Broken),
        (Metric::Reach, Light::Strained),
        (Metric::Upkeep, Light::Strained),
        (Metric::Co2Account, Light::Broken),
        (Metric::Floors, Light::Broken),
    ];
    let found = Metric::ALL.into_iter().filter_map(|metric| Some((metric, it.light(metric)?)));
    assert_eq!(found.collect::<Vec<_>>(), lights);
}

/// What stands in for a missing value, or has no limit, is no floor.
#[test]
fn a_floor_without_a_measurement_of_the_town_is_not_computed() {
    let it = profile_of(&Scenario::default());
    let computed = |id: &str| {
        let at = TOWN.fairness.floors.iter().position(|floor| floor.id == id).unwrap();
        it.floors[at].is_some()
    };
    assert!(computed("klima") && computed("gruen"));
    assert!(!computed("luft"), "a national value stands in for it");
    assert!(!computed("boden") && !computed("wasser"), "no limit, no measurement");
}

/// Less upkeep is no saving: the backlog grows, and with it what each child inherits.
#[test]
fn cut_upkeep_shows_as_backlog() {
    let cell = cells_of("strassen").into_iter().max_by_key(|cell| TOWN.cell_amount(*cell)).unwrap();
    let it = profile_of(&moving([(cell, -1e6)]));
    close(it.backlog.unwrap().change, 25e6, 1e-3);
    // The town has a million more a year and 25 million more to repair: the interest it saves is all that is left.
    let saved = simulate(&TOWN, &moving([(cell, -1e6)])).ledger.debt_left;
    let children: f64 = TOWN.population.counts.last().unwrap()[..18].iter().sum();
    close(it.inheritance.change.unwrap(), (saved + 25e6) / children, 1e-6);
    assert!(it.inheritance.change.unwrap() > saved / children);
    let culture = cells_of("kultur").into_iter().max_by_key(|cell| TOWN.cell_amount(*cell)).unwrap();
    assert_eq!(profile_of(&moving([(culture, -1e6)])).backlog.unwrap().change, 0.0);
}

#[test]
fn a_pack_without_the_figures_computes_nothing() {
    let empty = |file: &str| muenster().text(file).unwrap().lines().next().unwrap().to_owned();
    let files = ["fairness.csv", "assets.csv", "floors.csv", "future.csv"]
        .into_iter()
        .fold(muenster(), |files, file| files.with(file, &empty(file)));
    let town = load(&files).unwrap();
    let scenario = Scenario::default();
    let it = profile(&town, &scenario, &simulate(&town, &scenario));
    assert_eq!((it.upkeep, it.co2, it.damage, it.future), (None, None, None, None));
    assert_eq!((it.savings, it.floors.len(), it.strong()), (None, 0, None));
    assert!(it.own_means.is_some(), "the budget alone is enough for the first");
}

/// Burdens first and relief later: what weighs more depends on the rate, and the outlook says so.
#[test]
fn a_sign_that_depends_on_the_rate_is_found() {
    let group = |per_head: f64| zukunftshaushalt::model::fairness::CohortGroup { from: None, to: None, per_head };
    let by_rate = vec![vec![group(1.0), group(1.0)], vec![group(0.5), group(-0.1)], vec![group(0.1), group(-2.0)]];
    assert_eq!(Outlook { by_rate, ..Outlook::default() }.flips(), [false, true]);
}

/// Euros a year over so many years, from the plan's first year on, that everybody uses alike: what each head gets of it.
fn per_head(rate: f64, euros: impl Fn(usize) -> f64) -> f64 {
    let people = TOWN.population.totals();
    (0..people.len()).map(|t| euros(t) / people[t] / (1.0 + rate).powi(t as i32)).sum()
}

/// A million a year less for streets until 2030, 450,000 a year more for the fire service from 2036 on: everybody uses both.
/// Those who live to see all of it gain as long as later years count in full or nearly, and lose at three per cent.
#[test]
fn a_late_relief_for_an_early_burden_turns_with_the_rate() {
    let cell = |lever: &str| cells_of(lever).into_iter().max_by_key(|cell| TOWN.cell_amount(*cell)).unwrap();
    let moved =
        |euros: f64, from: u16, to: u16| Move { amount: Money::from_euros(euros), from: Year(from), to: Year(to) };
    let moves = [(cell("strassen"), moved(-1e6, 2026, 2030)), (cell("feuerwehr"), moved(4.5e5, 2036, 2050))];
    let scenario = Scenario { moves: moves.into_iter().collect(), ..Scenario::default() };
    let found = outlook(&TOWN, &scenario);
    let euros = |t: usize| {
        if t < 5 {
            -1e6
        } else if t >= 10 {
            4.5e5
        } else {
            0.0
        }
    };
    // Born 1981 to 1995 and 1996 to 2010: all of them are at most 100 years old in 2050, and none is born later.
    for (rate, groups) in RATES.into_iter().zip(&found.by_rate) {
        for group in [2, 3] {
            close(groups[group].per_head, per_head(rate, euros), 1e-9);
        }
    }
    assert!(per_head(0.0, euros) > 0.0 && per_head(0.01, euros) > 0.0 && per_head(0.03, euros) < 0.0);
    // The old do not live to see the relief, and those not yet born bear nothing of the burden.
    let flips = found.flips();
    assert!(flips[2] && flips[3] && !flips[5], "{flips:?}");
    assert!(found.by_rate.iter().all(|groups| groups[5].per_head > 0.0));
    let projection = simulate(&TOWN, &scenario);
    let it =
        Telling { town: &TOWN, scenario: &scenario, projection: &projection, ranges: &List::default(), lang: Lang::De };
    let said = outlook_figure(it).rates;
    let born = outlook_figure(it).head;
    for (born, flips) in born.iter().skip(1).zip(flips) {
        assert_eq!(said.contains(born), flips, "{born}: {said}");
    }
    // Without the late relief nothing turns, and the sentence names nobody.
    let early =
        Scenario { moves: [(cell("strassen"), moved(-1e6, 2026, 2030))].into_iter().collect(), ..Scenario::default() };
    let projection = simulate(&TOWN, &early);
    let it =
        Telling { town: &TOWN, scenario: &early, projection: &projection, ranges: &List::default(), lang: Lang::De };
    let calm = outlook_figure(it).rates;
    assert!(born.iter().skip(1).all(|born| !calm.contains(born)), "{calm}");
}

/// A million a year from the theatre, used from 6 on, to schools, used from 6 to 18: by age the young gain and the others
/// lose; if every euro counted for everybody alike, nobody would.
#[test]
fn another_way_of_charging_is_computed_by_hand() {
    let one = |lever: &str| cells_of(lever).into_iter().max_by_key(|cell| TOWN.cell_amount(*cell)).unwrap();
    let found = outlook(&TOWN, &moving([(one("schulen"), 1e6), (one("theater"), -1e6)]));
    assert!(found.alike.iter().all(|group| group.per_head.abs() < 1e-9), "{:?}", found.alike);
    let own: Vec<f64> = found.by_rate[0].iter().map(|group| group.per_head).collect();
    assert!(own[..3].iter().all(|it| *it < 0.0) && own[4] > 0.0, "{own:?}");
    assert_eq!(found.turned(), (0, 6), "all six lose their direction");
    // A tenth less is taken than given: alike, every head of those who live all the years gets its part of that tenth.
    let found = outlook(&TOWN, &moving([(one("schulen"), 1e6), (one("theater"), -9e5)]));
    let own: Vec<f64> = found.by_rate[0].iter().map(|group| group.per_head).collect();
    for group in [2, 3] {
        close(found.alike[group].per_head, per_head(0.0, |_| 1e5), 1e-9);
    }
    // By age, those born 1981 to 1995 pay for the theatre: a part of 900,000 euros by all who are six or older.
    let users = |t: usize| TOWN.population.counts[t][6..].iter().sum::<f64>();
    close(own[2], (0..TOWN.years().len()).map(|t| -9e5 / users(t)).sum(), 1e-9);
    let turned = own.iter().zip(&found.alike).filter(|(own, alike)| **own < 0.0 && alike.per_head > 0.0).count();
    assert!(own[..3].iter().all(|it| *it < 0.0) && turned >= 3, "{own:?}");
    assert_eq!(found.turned(), (turned, 0));
}

/// Moves between the bounds of some cells, and multipliers.
fn scenario() -> impl Strategy<Value = Scenario> {
    let count = cells().len();
    let moves = prop::collection::btree_map(0..count, (-1.0..1.0_f64, 0_u16..20), 0..8);
    let taxes = prop::collection::btree_map(0..TOWN.taxes.len(), 300.0..750.0_f64, 0..3);
    (moves, taxes).prop_map(|(moves, taxes)| {
        let cells = cells();
        let moved = |(at, (place, after)): (usize, (f64, u16))| {
            let room = TOWN.cell_room(cells[at]);
            let amount = if place < 0.0 { room.low * -place } else { room.high * place };
            (cells[at], Move { amount, from: Year(TOWN.year.0 + after), to: TOWN.horizon })
        };
        Scenario {
            moves: moves.into_iter().map(moved).collect(),
            taxes: taxes.into_iter().map(|(tax, it)| (TaxAt(tax), it)).collect(),
            ..Scenario::default()
        }
    })
}

/// A town of a few years and ages, with what it spends and takes in.
fn small_town() -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<Bearer>, Vec<Bearer>)> {
    (2_usize..20, 2_usize..30).prop_flat_map(|(years, ages)| {
        let people = prop::collection::vec(prop::collection::vec(1.0..5_000.0_f64, ages), years);
        let bearer = move |terms: BoxedStrategy<Terms>| {
            let delta = prop::collection::vec(-1e7..1e7_f64, years);
            let weights = prop::collection::vec(0.01..1.0_f64, ages);
            (delta, weights, terms)
                .prop_map(|(delta, weights, terms)| Bearer { flow: Flow::new(delta, terms), weights })
        };
        let spending = prop::collection::vec(bearer(terms().boxed()), 0..4);
        (people, spending, prop::collection::vec(bearer(Just(Terms::SPENT).boxed()), 0..3))
    })
}

/// Whatever money may buy: at once or over years, with grants, follow-up costs and savings.
fn terms() -> impl Strategy<Value = Terms> {
    let kind = prop_oneof![Just(MeasureKind::Service), Just(MeasureKind::Investment)];
    let life = prop_oneof![Just(1.0), 1.0..60.0_f64];
    (kind, life, 0..4_usize, 0.0..0.9_f64, 1.0..1e5_f64, 0.0..0.2_f64, 0.0..0.2_f64).prop_map(
        |(kind, life, starts_after, granted, unit_cost, follow_up, saving)| {
            let (follow_up, saving) = (follow_up * unit_cost, saving * unit_cost);
            Terms { kind, life, starts_after, granted, unit_cost, follow_up, saving }
        },
    )
}

proptest! {
    #![proptest_config(cases(300))]

    /// Σ net benefit + assets left − debt left + interest paid = what is saved, and the parts are the whole.
    #[test]
    fn the_ledger_closes_by_component((people, spending, revenue) in small_town(), interest in 0.0..0.05_f64) {
        let flows = |it: &[Bearer]| it.iter().map(|it| it.flow.clone()).collect::<Vec<_>>();
        let change = difference(people.len(), &flows(&spending), &flows(&revenue), interest);
        let all = ledger(2026, &people, &spending, &revenue, &change, 0.0);
        let size = all.total.abs() + all.assets_left.abs() + all.debt_left.abs() + 1.0;
        prop_assert!(all.closing().abs() <= 1e-9 * size + 1e-3, "{}", all.closing());
        let none = difference(people.len(), &[], &[], interest);
        let spent = ledger(2026, &people, &spending, &[], &none, 0.0);
        let paid = ledger(2026, &people, &[], &revenue, &none, 0.0);
        prop_assert!((spent.total + paid.total - all.total).abs() <= 1e-9 * size);
        let sum = spent.total + paid.total + all.assets_left - all.debt_left + all.interest_paid;
        prop_assert!((sum - all.saved).abs() <= 1e-9 * size + 1e-3, "{sum} instead of {}", all.saved);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn the_parts_of_the_outlook_are_the_groups(scenario in scenario()) {
        let it = simulate(&TOWN, &scenario);
        let found = outlook(&TOWN, &scenario);
        prop_assert_eq!(found.by_rate.len(), RATES.len());
        prop_assert_eq!(&found.by_rate[0], &it.groups);
        let size = it.groups.iter().map(|group| group.per_head.abs()).fold(1.0, f64::max);
        for (at, group) in it.groups.iter().enumerate() {
            let parts = found.spending.per_head[at] + found.taxes.per_head[at];
            prop_assert!((parts - group.per_head).abs() <= 1e-9 * size);
        }
        let moved = it.moved.total.euros() + TOWN.tax_change(&scenario).abs().euros();
        let ledger = &it.ledger;
        let closing = found.spending.total + found.taxes.total + ledger.assets_left - ledger.debt_left
            + ledger.interest_paid;
        prop_assert!(closing.abs() <= 1e-6 * moved);
    }

    #[test]
    fn a_profile_is_finite_and_repeatable(scenario in scenario()) {
        let it = profile_of(&scenario);
        prop_assert!(changes(&it).iter().all(|change| change.is_finite()));
        prop_assert_eq!(&profile_of(&scenario), &it);
        let strong = it.strong().unwrap();
        for floor in it.floors.iter().flatten() {
            prop_assert!(strong.scenario <= floor.status.scenario && strong.plan <= floor.status.plan);
        }
    }

    /// The strong view: money for anything else never lifts a floor that lies at zero.
    #[test]
    fn nothing_makes_up_for_a_floor_at_zero(scenario in scenario()) {
        let strong = profile_of(&scenario).strong().unwrap();
        prop_assert_eq!(strong.scenario, 0.0, "the climate floor is far below critical in every scenario");
        let mut weaker = scenario;
        weaker.taxes = [(TaxAt(0), 506.0)].into_iter().collect();
        prop_assert_eq!(profile_of(&weaker).strong().unwrap().scenario, 0.0);
    }

    #[test]
    fn the_strong_status_is_never_above_its_smallest_floor(
        floors in prop::collection::vec(0.0..=1.0_f64, 1..6), richer in 0.0..=1.0_f64, at in any::<usize>(),
    ) {
        let strong = strong_status(&floors).unwrap();
        prop_assert!(floors.iter().all(|floor| strong <= *floor) && floors.contains(&strong));
        let mut other = floors.clone();
        let at = at % floors.len();
        other[at] = other[at].max(richer);
        let lowest_stays = floors.iter().enumerate().any(|(i, floor)| i != at && *floor == strong);
        let lifted = strong_status(&other).unwrap();
        prop_assert!(lifted >= strong && (!lowest_stays || lifted == strong));
    }

    #[test]
    fn a_floor_runs_from_critical_to_safe(critical in -100.0..100.0_f64, width in 0.1..100.0_f64, up in any::<bool>(), place in -1.0..2.0_f64) {
        let safe = if up { critical + width } else { critical - width };
        let found = floor_status(critical + (safe - critical) * place, Measure { indicator: IndicatorAt(0), critical, safe });
        prop_assert!((found - place.clamp(0.0, 1.0)).abs() <= 1e-9);
        prop_assert_eq!(floor_status(f64::NAN, Measure { indicator: IndicatorAt(0), critical, safe }), 0.0);
    }
}
