//! Münster as in its pack, Konstanz tested back, Freiburg taken back.

use std::fs;
use std::path::Path;

use import::population::{BackTest, Control, Group, Method, Migration, Structure, Trial, back_test, pack_csv, project};

use crate::{germany, konstanz, people};

/// People of a town in one year of its long table, in single ages.
fn town(file: &str, year: u16) -> Structure {
    let stands = people(file).stands;
    let stand = stands.iter().find(|it| it.year == year).unwrap();
    stand.structure(Some(germany().year(year))).unwrap()
}

/// `packs/muenster-2026/population.csv` was made by another program, after the same description in SOURCES.md.
#[test]
fn muenster_comes_out_as_in_its_pack() {
    let (nation, base) = (germany(), town("muenster_age.csv", 2019));
    let free = project(&base, 2019, (2019, 2022), &nation, &Method::StudentTown, &[]).unwrap();
    assert!((free.births_factor.unwrap() - 0.747).abs() < 0.0005, "{:?}", free.births_factor);
    assert!((free.year(2022).unwrap().total() - 320_414.0).abs() < 1.0);
    let thirty = |structure: &Structure| structure.people().at(30) / structure.people().at(29);
    assert!((thirty(&base) - 0.794).abs() < 0.0005);

    let known = people("muenster_age.csv").stands.into_iter().find(|it| it.year == 2022).unwrap();
    let controls = [
        Control { year: 2022, groups: known.groups().unwrap() },
        Control { year: 2024, groups: vec![Group { from: 0, to: None, persons: 321_421.0 }] },
    ];
    let found = project(&base, 2019, (2019, 2050), &nation, &Method::StudentTown, &controls).unwrap();
    let factors = found.scaled.iter().filter(|it| it.year == 2022).map(|it| it.known / it.projected);
    assert!(factors.clone().count() == 5 && factors.into_iter().all(|it| (0.985..1.0051).contains(&it)));
    assert!((found.year(2024).unwrap().total() - 321_421.0).abs() < 1e-6);
    assert!((found.year(2025).unwrap().total() - 322_720.0).abs() < 2.0);

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/muenster-2026/population.csv");
    let pack = fs::read_to_string(path).unwrap();
    let mine = pack_csv(&found);
    let column = |text: &str, year: u16| -> Vec<f64> {
        let mut lines = text.lines().map(|line| line.split(';').collect::<Vec<&str>>());
        let at = lines.next().unwrap().iter().position(|it| *it == year.to_string()).unwrap();
        lines.map(|cells| cells[at].parse().unwrap()).collect()
    };
    for year in 2026..=2050 {
        let (one, other) = (column(&mine, year), column(&pack, year));
        assert_eq!((one.len(), other.len()), (101, 101));
        let (total, printed): (f64, f64) = (one.iter().sum(), other.iter().sum());
        assert!((total / printed - 1.0).abs() < 0.0002, "{year}: {total} {printed}");
        for (age, (one, other)) in one.iter().zip(&other).enumerate() {
            assert!((one - other).abs() <= 12.0, "{year}, age {age}: {one} {other}");
        }
    }
}

fn of<'a>(test: &'a BackTest, method: &str, base: u16, target: u16) -> &'a Trial {
    test.trials.iter().find(|it| (it.method, it.base, it.target) == (method, base, target)).unwrap()
}

/// The error of the group that begins at this age, in percent.
fn error(trial: &Trial, from: usize) -> f64 {
    trial.groups.iter().find(|it| it.from == from).unwrap().percent.unwrap()
}

#[test]
fn konstanz_shows_what_each_method_is_worth() {
    let stands = konstanz(&[2005, 2010, 2015, 2020, 2021, 2025]);
    let test = back_test(&stands, &people("konstanz/nach_altersgruppe.csv").stands, &[], &germany());
    let excluded: Vec<(u16, bool)> =
        test.excluded.iter().map(|it| (it.year, it.reason.contains("are published"))).collect();
    assert_eq!(excluded, [(2005, true), (2020, true)], "{:?}", test.excluded);
    // Six pairs of four pyramids with three methods, and a local profile where a pyramid lies before the base.
    assert_eq!(test.trials.len(), 6 * 3 + 3);
    for pair in [(2010, 2015), (2010, 2021), (2010, 2025), (2015, 2021), (2015, 2025), (2021, 2025)] {
        let trial = |method| of(&test, method, pair.0, pair.1);
        let (national, students) = (trial("national"), trial("student-town"));
        // The trap: national factors know no students who come from elsewhere.
        assert!(error(national, 18) < -35.0, "{pair:?}: {}", error(national, 18));
        assert!(error(students, 18).abs() < 13.0, "{pair:?}: {}", error(students, 18));
        assert!(students.misplaced_percent < 0.65 * national.misplaced_percent, "{pair:?}");
        assert!(students.misplaced_percent < trial("constant").misplaced_percent, "{pair:?}");
    }
    for (base, target, from) in [(2015, 2021, 2010), (2015, 2025, 2010), (2021, 2025, 2015)] {
        let local = of(&test, "local", base, target);
        assert_eq!(local.profile_from, Some(from));
        assert!(local.misplaced_percent < 0.5 * of(&test, "national", base, target).misplaced_percent);
        assert!(error(local, 18).abs() < 20.0);
    }
    // What was measured, so that a change of method shows.
    let measured = [
        ("national", 2015, 2025, 23.5, -0.9),
        ("student-town", 2015, 2025, 7.1, 2.8),
        ("constant", 2015, 2025, 18.2, -3.3),
        ("local", 2015, 2025, 8.1, 6.0),
        ("national", 2021, 2025, 11.2, -0.4),
        ("student-town", 2021, 2025, 3.9, -0.1),
        ("constant", 2021, 2025, 10.7, -1.2),
        ("local", 2021, 2025, 3.8, -0.8),
    ];
    for (method, base, target, misplaced, total) in measured {
        let trial = of(&test, method, base, target);
        assert!((trial.misplaced_percent - misplaced).abs() < 0.06, "{method}: {}", trial.misplaced_percent);
        assert!((trial.total_percent - total).abs() < 0.06, "{method}: {}", trial.total_percent);
    }
    for trial in &test.trials {
        let (projected, counted): (f64, f64) =
            (trial.groups.iter().map(|it| it.projected).sum(), trial.groups.iter().map(|it| it.counted).sum());
        assert!((100.0 * (projected / counted - 1.0) - trial.total_percent).abs() < 1e-9, "the groups are everybody");
    }
}

/// Without published figures nothing tells which of two equal columns is the copy.
#[test]
fn a_copied_column_is_found_without_published_figures() {
    let test = back_test(&konstanz(&[2010, 2015, 2020, 2025]), &[], &[], &germany());
    let years: Vec<u16> = test.excluded.iter().map(|it| it.year).collect();
    assert_eq!(years, [2020, 2025]);
    assert!(test.excluded.iter().all(|it| it.reason.contains("maenner_deutsch")));
    assert_eq!(test.trials.len(), 3);
    assert_eq!(back_test(&konstanz(&[2010, 2021]), &[], &[], &germany()).excluded, []);
}

#[test]
fn a_place_that_moves_like_the_nation_has_no_profile_of_its_own() {
    let nation = germany();
    let start = nation.year(2020).clone();
    let later = project(&start, 2020, (2020, 2025), &nation, &Method::National, &[]).unwrap();
    let profile = Migration::between((2020, &start), (2025, later.year(2025).unwrap()), &nation).unwrap();
    assert!(profile.has_sexes());
    for layer in [import::population::Layer::Women, import::population::Layer::Men] {
        let movement = profile.of(layer).unwrap();
        assert!(movement.arrivals.total() < 1e-3 && movement.stay.iter().all(|it| (it - 1.0).abs() < 1e-9));
    }
    // The nation itself comes out of its own factors, births included.
    let whole = project(&start, 2020, (2020, 2050), &nation, &Method::National, &[]).unwrap();
    for year in [2021, 2035, 2050] {
        let (mine, printed) = (whole.year(year).unwrap().people(), nation.year(year).people());
        for age in 1..=100 {
            let off = (mine.at(age) / printed.at(age) - 1.0).abs();
            assert!(off < 0.02, "{year}, age {age}: {} {}", mine.at(age), printed.at(age));
        }
    }
}

/// The pack of Freiburg begins a year before its figures.
#[test]
fn freiburg_is_taken_back_one_year() {
    let (nation, base) = (germany(), town("freiburg_age.csv", 2019));
    let found = project(&base, 2019, (2018, 2050), &nation, &Method::StudentTown, &[]).unwrap();
    assert_eq!((found.first, found.years.len()), (2018, 33));
    assert!(found.notes.iter().any(|note| note.contains("taken back from 2019")));
    let (before, now) = (found.year(2018).unwrap().people(), found.year(2019).unwrap().people());
    assert!((now.total() - 231_195.0).abs() < 1e-6);
    // The official figures are 229,636 at the end of 2017 and 231,195 at the end of 2019.
    assert!((229_636.0..231_195.0).contains(&before.total()), "{}", before.total());
    for age in 17..=30 {
        assert!((before.at(age) - now.at(age)).abs() < 1e-9, "age {age} is held");
    }
    let again = project(&found.years[0], 2018, (2018, 2019), &nation, &Method::StudentTown, &[]).unwrap();
    let again = again.year(2019).unwrap().people();
    for age in (1..17).chain(32..=100) {
        assert!((again.at(age) / now.at(age) - 1.0).abs() < 0.03, "age {age}: {} {}", again.at(age), now.at(age));
    }
    let text = pack_csv(&found);
    assert!(text.starts_with("age;2018;2019;") && text.lines().next().unwrap().ends_with(";2050"));
    assert_eq!(text.lines().count(), 102);
    assert!(text.lines().skip(1).all(|line| line.split(';').count() == 34));
}

#[test]
fn a_span_or_a_control_that_makes_no_sense_is_refused() {
    let (nation, base) = (germany(), town("freiburg_age.csv", 2019));
    let run = |span, controls: &[Control]| project(&base, 2019, span, &nation, &Method::National, controls);
    assert!(run((2020, 2030), &[]).unwrap_err().contains("around the base 2019"));
    assert!(run((2010, 2030), &[]).unwrap_err().contains("at most 5 before"));
    let control = Control { year: 2019, groups: vec![Group { from: 0, to: None, persons: 1.0 }] };
    assert!(run((2019, 2030), &[control]).unwrap_err().contains("expected known figures between 2019 and 2030"));
    let far = run((2019, 2060), &[]).unwrap();
    assert!(far.notes.iter().any(|note| note.contains("ends in 2050")), "{:?}", far.notes);
}
