//! What holds for every file and every town.

use std::sync::LazyLock;

use import::population::{
    AGES, ByAge, Control, Group, Method, Migration, National, OLDEST, Projected, Structure, cover, pack_csv,
    population, project, split,
};
use import::series::{Schema, indicators, unit};
use proptest::prelude::*;

use crate::germany;
use crate::seeded::cases;

static GERMANY: LazyLock<National> = LazyLock::new(germany);

/// Persons by age, nobody included.
fn by_age(least: f64) -> impl Strategy<Value = ByAge> {
    let persons = prop_oneof![3 => least.max(0.001)..5000.0, 1 => Just(least)];
    prop::collection::vec(persons, AGES).prop_map(|persons| ByAge::new(|age| persons[age]))
}

fn structure(least: f64) -> impl Strategy<Value = Structure> {
    (prop::option::of(by_age(least)), by_age(least)).prop_map(|(women, others)| Structure { women, others })
}

fn nation() -> impl Strategy<Value = National> {
    prop::collection::vec((by_age(0.5), by_age(0.5)), 2..6).prop_map(|years| {
        let years = years.into_iter().map(|(women, men)| Structure { women: Some(women), others: men }).collect();
        National::new("V".to_owned(), String::new(), 2020, years).unwrap()
    })
}

/// Every method; the local one from two structures.
fn methods(nation: &National, one: &Structure, other: &Structure) -> Vec<Method> {
    let local = Migration::between((2010, one), (2015, other), nation).unwrap();
    vec![Method::National, Method::Local(local), Method::StudentTown, Method::Constant]
}

fn run(people: &Structure, nation: &National, method: &Method, last: u16) -> Projected {
    project(people, 2020, (2020, last), nation, method, &[]).unwrap()
}

fn is_close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 * one.abs().max(other.abs()).max(1.0)
}

proptest! {
    #![proptest_config(cases(100))]

    /// Nobody is less than nobody, whatever the town, the nation and the pyramids behind its profile.
    #[test]
    fn people_are_never_negative(
        nation in nation(), people in structure(0.0), one in structure(0.0), other in structure(0.0), back in 0_u16..=5,
    ) {
        for method in methods(&nation, &one, &other) {
            let found = project(&people, 2020, (2020 - back, 2040), &nation, &method, &[]).unwrap();
            prop_assert_eq!(found.years.len(), 21 + usize::from(back));
            for year in &found.years {
                let people = year.people();
                prop_assert!(people.iter().all(|it| it.is_finite() && it >= 0.0), "{:?} {people:?}", found.method);
            }
        }
    }

    /// A nation that stays as it is keeps every town of its shape as it is.
    #[test]
    fn constant_factors_keep_totals(women in by_age(0.5), men in by_age(0.5), share in 0.0001..0.01, with_sexes in any::<bool>()) {
        let whole = Structure { women: Some(women), others: men };
        let nation = National::new("V".to_owned(), String::new(), 2020, vec![whole.clone(); 3]).unwrap();
        let town = whole.map(|_, persons| ByAge::new(|age| persons.at(age) * share));
        let town = if with_sexes { town } else { town.merged() };
        for method in [Method::National, Method::StudentTown, Method::Constant] {
            let found = run(&town, &nation, &method, 2050);
            for year in &found.years {
                prop_assert!(is_close(year.total(), town.total()), "{} {} {}", method.name(), year.total(), town.total());
                let (now, then) = (year.people(), town.people());
                prop_assert!((0..AGES).all(|age| is_close(now.at(age), then.at(age))));
            }
        }
    }

    /// Where nobody dies or moves, those who were there are there, n years older.
    #[test]
    fn people_are_conserved_without_births_deaths_and_migration(start in by_age(0.5), people in structure(0.0), years in 1_usize..40) {
        let mut ages = vec![start.clone()];
        for _ in 0..years {
            let now = ages.last().unwrap();
            let older = ByAge::new(|age| match age {
                0 => start.at(0),
                OLDEST => now.at(99) + now.at(OLDEST),
                _ => now.at(age - 1),
            });
            ages.push(older);
        }
        let years_of = ages.into_iter().map(Structure::of_people).collect();
        let nation = National::new("V".to_owned(), String::new(), 2020, years_of).unwrap();
        let found = run(&people, &nation, &Method::National, 2020 + years as u16);
        let (then, now) = (people.people(), found.years.last().unwrap().people());
        prop_assert!(is_close(now.within(years, OLDEST), then.total()));
        for age in years..OLDEST {
            prop_assert!(is_close(now.at(age), then.at(age - years)));
        }
    }

    /// National factors taken back and forth again give the same people.
    #[test]
    fn a_year_back_and_forth_is_where_it_was(people in structure(0.0)) {
        let found = project(&people, 2025, (2024, 2025), &GERMANY, &Method::National, &[]).unwrap();
        let again = project(&found.years[0], 2024, (2024, 2025), &GERMANY, &Method::National, &[]).unwrap();
        let (then, now) = (people.people(), again.year(2025).unwrap().people());
        prop_assert!((1..AGES).all(|age| is_close(then.at(age), now.at(age))));
    }

    /// After a control every group has its known persons.
    #[test]
    fn controls_are_met(people in structure(1.0), cut in 1_usize..100, known in prop::array::uniform2(1.0..1e6)) {
        let groups = vec![
            Group { from: 0, to: Some(cut - 1), persons: known[0] },
            Group { from: cut, to: None, persons: known[1] },
        ];
        let control = Control { year: 2023, groups: groups.clone() };
        let found = project(&people, 2020, (2020, 2025), &GERMANY, &Method::National, &[control]).unwrap();
        let people = found.year(2023).unwrap().people();
        for group in groups {
            prop_assert!(is_close(people.within(group.from, group.last()), group.persons));
        }
    }

    /// Splitting keeps every group, with and without a reference.
    #[test]
    fn groups_keep_their_persons(
        cuts in prop::collection::btree_set(1_usize..100, 0..12),
        persons in prop::collection::vec(0.0..1e5, 13),
        reference in prop::option::of(by_age(0.0)),
    ) {
        let starts: Vec<usize> = [0].into_iter().chain(cuts).collect();
        let groups: Vec<Group> = starts.iter().enumerate().map(|(at, from)| {
            Group { from: *from, to: starts.get(at + 1).map(|next| next - 1), persons: persons[at] }
        }).collect();
        prop_assert!(cover(&groups).is_ok());
        let found = split(&groups, reference.as_ref());
        prop_assert!(found.iter().all(|it| it.is_finite() && it >= 0.0));
        for group in groups {
            prop_assert!(is_close(found.within(group.from, group.last()), group.persons));
        }
    }

    /// A multiplier taken from a unit is taken once, and what is left has none.
    #[test]
    fn units_lose_their_multiplier_once(name in "[a-z€]{1,6}( je [A-Z]{1,3})?", word in 0_usize..6, value in -1e6..1e6) {
        let (prefix, factor) = [("1.000 ", 1e3), ("1 000 ", 1e3), ("Mio. ", 1e6), ("Mrd. ", 1e9), ("Tsd. ", 1e3), ("", 1.0)][word];
        prop_assume!(unit(&name).factor == 1.0);
        let found = unit(&format!("{prefix}{name}"));
        prop_assert_eq!((found.factor, found.name.as_str()), (factor, name.as_str()));
        prop_assert!(is_close(value * found.factor / factor, value));
        prop_assert_eq!(unit(&found.name).factor, 1.0);
    }
}

/// Headers of every shape, so that random cells get behind them.
const HEADERS: [&str; 12] = [
    "year,category,type,co2,note\n",
    "id;name_de;unit;direction;field;year;value;basis;source;url;seen\n",
    "jahr,insgesamt,a,b\n",
    "year;age_from;age_to;sex;persons;source\n",
    "alter,maenner_deutsch,frauen_deutsch,insgesamt\n",
    "stichtag,erhebungsart,bevoelkerung,maennlich,weiblich\n",
    "jahr,bis_18,bis_30,ueber_30\n",
    ";31.12.2023;;31.12.2024;\n;männlich;weiblich;männlich;weiblich\n",
    "Tabelle: 12411-01\n;;;Insgesamt;;Deutsche;\n;;;;unter 3 Jahre;3 Jahre und mehr\n",
    "GENESIS-Tabelle: 12421-0002\n;;;;2020-12-31;2021-12-31\n",
    "{\"years\":[2019,2030],\"indicator\":{\"title\":\"x\"},\"regions\":[",
    "{\"years\":[2019],\"indicatorsAndTopics\":[{}],\"data\":{\"regions\":[{}],\"indicators\":[",
];

/// Cells that meet the readers where it hurts.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (1700_u32..2300).prop_map(|it| it.to_string()),
        (0_u32..130).prop_map(|it| it.to_string()),
        any::<f64>().prop_map(|it| it.to_string()),
        "[0-9]{1,3}([.,][0-9]{1,4}){0,3}-?",
        "(Gesamt|Kommunale Flotte|Kommunale Verwaltung|Einwohner|real|geplant|last_emissions|insgesamt)",
        "(BEV-VARIANTE-01|Male|Female|Total|under 1 year|[0-9]{1,3} years|100 years and over)",
        "[0-9]{1,3}(_bis_unter_[0-9]{1,3}|\\+| und älter)?",
        "(null|\\[\\]|\\[1.5,2\\]|\\{\"values\":\\[1,2\\]\\}|\\{\"regionYearValues\":\\[\\[1\\]\\]\\})",
        "\\PC{0,12}",
    ]
}

/// Reads bytes as everything that can be read; tells how many projections of people came out.
fn all(bytes: &[u8]) -> usize {
    let mut projected = 0;
    let _ = indicators("datei_2020.csv", bytes, None);
    let schema = String::from_utf8_lossy(bytes);
    let _ = indicators("t.csv", b"jahr,a\n2020,1\n", Some(&schema));
    let _ = Schema::read(&schema);
    if let Ok(found) = population("datei_2020.csv", bytes, None) {
        for stand in &found.stands {
            if let Ok(people) = stand.structure(None) {
                for method in [Method::National, Method::StudentTown, Method::Constant] {
                    if let Ok(found) = project(&people, 2020, (2019, 2030), &GERMANY, &method, &[]) {
                        assert!(found.years.iter().all(|year| year.people().iter().all(|it| it >= 0.0)));
                        assert_eq!(pack_csv(&found).lines().count(), AGES + 1);
                        projected += 1;
                    }
                }
            }
        }
    }
    projected
}

/// What the laws below look at is there, if the bytes are a file.
#[test]
fn people_in_a_file_are_projected_by_every_method() {
    assert_eq!(all("alter;maenner;frauen\n0_bis_unter_1;3;4\n1 und älter;500;600\n".as_bytes()), 3);
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        all(&bytes);
    }

    #[test]
    fn arbitrary_rows_never_panic(
        header in prop::sample::select(&HEADERS[..]),
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..8), 0..20),
        separator in prop::sample::select(&[",", ";"][..]),
    ) {
        let rows: Vec<String> = rows.iter().map(|cells| cells.join(separator)).collect();
        all(format!("{header}{}", rows.join("\n")).as_bytes());
    }
}

/// People of a few years by sex and group of ages under a header of two rows, years above sexes or sexes above years.
#[derive(Clone, Debug)]
struct Export {
    years: u16,
    with_sum: bool,
    is_sex_above: bool,
    /// Whether a merged cell is repeated above each of its columns instead of left empty to the right.
    is_repeated: bool,
    /// Persons by column and group of ages, men and women of each year.
    people: Vec<[u16; 3]>,
}

fn export() -> impl Strategy<Value = Export> {
    let people = prop::collection::vec([0u16..9_000, 0u16..9_000, 1u16..9_000], 6);
    (1u16..=3, any::<bool>(), any::<bool>(), any::<bool>(), people).prop_map(
        |(years, with_sum, is_sex_above, is_repeated, people)| Export {
            years,
            with_sum,
            is_sex_above,
            is_repeated,
            people,
        },
    )
}

impl Export {
    /// The rows of the header and the figures as cells, without the column of ages.
    fn cells(&self) -> Vec<Vec<String>> {
        let sexes =
            if self.with_sum { &["männlich", "weiblich", "Insgesamt"][..] } else { &["männlich", "weiblich"] };
        let years: Vec<u16> = (2020..2020 + self.years).collect();
        let pairs: Vec<(u16, &str)> = match self.is_sex_above {
            true => sexes.iter().flat_map(|sex| years.iter().map(move |year| (*year, *sex))).collect(),
            false => years.iter().flat_map(|year| sexes.iter().map(move |sex| (*year, *sex))).collect(),
        };
        let words = |is_above: bool| -> Vec<String> {
            let word = |it: &(u16, &str)| {
                if is_above == self.is_sex_above { it.1.to_owned() } else { format!("31.12.{}", it.0) }
            };
            let all: Vec<String> = pairs.iter().map(word).collect();
            let is_again = |at: usize| is_above && !self.is_repeated && at > 0 && all[at] == all[at - 1];
            (0..all.len()).map(|at| if is_again(at) { String::new() } else { all[at].clone() }).collect()
        };
        let mut rows = vec![words(true), words(false)];
        for age in 0..3 {
            let of = |it: &(u16, &str)| {
                let at = usize::from(it.0 - 2020) * 2;
                let (men, women) = (self.people[at][age], self.people[at + 1][age]);
                let persons = match it.1 {
                    "männlich" => men,
                    "weiblich" => women,
                    _ => men + women,
                };
                persons.to_string()
            };
            rows.push(pairs.iter().map(of).collect());
        }
        rows
    }

    fn totals(&self) -> Vec<(u16, f64)> {
        let year = |at: u16| -> f64 {
            let at = usize::from(at) * 2;
            self.people[at..at + 2].iter().flatten().map(|it| f64::from(*it)).sum()
        };
        (0..self.years).map(|it| (2020 + it, year(it))).collect()
    }
}

/// The people of every year, or why they are none.
fn counted(cells: &[Vec<String>]) -> Result<Vec<(u16, f64)>, String> {
    let ages = ["", "", "unter 18 Jahre", "18 bis unter 65 Jahre", "65 Jahre und mehr"];
    let lines = ages.iter().zip(cells).map(|(age, row)| format!("{age};{}\n", row.join(";")));
    let found = population("x.csv", lines.collect::<String>().as_bytes(), None).map_err(|it| it.to_string())?;
    match found.report.refused.as_slice() {
        [] => Ok(found.stands.iter().map(|it| (it.year, it.total())).collect()),
        some => Err(some.join("\n")),
    }
}

proptest! {
    #![proptest_config(cases(300))]

    /// A header of two rows counts everybody once, whichever of them stands above and however its merged cells are left.
    #[test]
    fn a_header_of_two_rows_counts_everybody_once(export in export()) {
        prop_assert_eq!(counted(&export.cells()), Ok(export.totals()));
    }

    /// A word of the header that is missing is refused, or stands in the cells beside it: never are other people counted.
    #[test]
    fn a_missing_word_of_the_header_counts_nobody_else(export in export(), row in 0usize..2, at in any::<prop::sample::Index>()) {
        let mut cells = export.cells();
        let at = at.index(cells[row].len());
        cells[row][at].clear();
        if let Ok(found) = counted(&cells) {
            prop_assert_eq!(found, export.totals());
        }
    }
}
