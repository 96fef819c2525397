//! Every trap of files of people, a small file each.

use import::population::{Layer, Population, population};

use crate::{file, germany, konstanz, people};

fn read(name: &str, text: &str) -> Population {
    population(name, text.as_bytes(), None).unwrap()
}

#[test]
fn konstanz_pyramids_have_sexes_and_single_years() {
    let stand = konstanz(&[2010]).remove(0);
    let structure = stand.structure(None).unwrap();
    assert_eq!(stand.year, 2010);
    assert!((structure.total() - 79_390.0).abs() < 1e-9);
    assert!((structure.women.as_ref().unwrap().total() - 41_573.0).abs() < 1e-9);
    // 105 and 106 are counted with the oldest; empty cells are nobody, and said to be so.
    assert!(structure.people().at(100) > 0.0);
    let report = people("konstanz/pyramide_2010.csv").report;
    assert!(report.warnings.iter().any(|it| it.message == "37 empty cells are read as nobody"), "{report:?}");
    // The students of the trap, counted in the files as they are.
    let at = |year: u16, age: usize| konstanz(&[year])[0].structure(None).unwrap().people().at(age);
    assert_eq!((at(2020, 18), at(2025, 23)), (789.0, 1776.0));
}

#[test]
fn a_pyramid_without_a_year_is_refused_and_one_given_is_taken() {
    let text = "alter,maenner,frauen\n0_bis_unter_1,3,4\n1 und älter,5,6\n";
    assert!(population("pyramide.csv", text.as_bytes(), None).unwrap_err().to_string().contains("year of the pyramid"));
    let found = population("pyramide.csv", text.as_bytes(), Some(2019)).unwrap();
    assert_eq!((found.stands[0].year, found.stands[0].total()), (2019, 18.0));
}

#[test]
fn printed_sums_of_a_pyramid_are_compared_and_never_added() {
    let text = "Alter;männlich;weiblich;insgesamt\n0;1;2;3\n1;1;1;9\n2 und älter;4;4;8\nInsgesamt;6;7;13\n";
    let found = read("p2020.csv", text);
    assert_eq!(found.stands[0].total(), 13.0);
    let told: Vec<&str> = found.report.warnings.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(told, ["women and men are 2, but the printed sum is 9"]);
    let wrong = read("p2020.csv", &text.replace("Insgesamt;6;7;13", "Insgesamt;60;7;67"));
    assert!(wrong.report.warnings.iter().any(|it| it.message == "the rows add up to 13, the printed sum is 67"));
}

#[test]
fn a_row_that_cannot_be_read_is_told_with_its_line() {
    let text = "alter,maenner,frauen\n0,1,2\neins,1,1\n1,x,3\n2 und älter,4,4\n";
    let found = read("p2020.csv", text);
    let lines: Vec<u64> = found.report.skipped.iter().map(|it| it.line).collect();
    assert_eq!(lines, [3, 4]);
    assert!(found.report.skipped[0].reason.contains("found `eins`"), "{:?}", found.report.skipped);
    // Age 1 is missing now, and no structure is made of what is left.
    assert!(found.stands[0].structure(None).unwrap_err().contains("where 1 was due"));
}

#[test]
fn groups_of_unequal_width_keep_their_persons_and_take_the_shape_of_the_nation() {
    let (nation, stands) = (germany(), people("freiburg_age.csv").stands);
    assert_eq!(stands.iter().map(|it| it.year).collect::<Vec<u16>>(), [2017, 2019]);
    let stand = &stands[1];
    let split = stand.structure(Some(nation.year(2019))).unwrap().people();
    let even = stand.structure(None).unwrap().people();
    for group in &stand.others {
        assert!((split.within(group.from, group.last()) - group.persons).abs() < 1e-6);
        assert!((even.within(group.from, group.last()) - group.persons).abs() < 1e-6);
    }
    let reference = nation.year(2020).people();
    let share = |people: &import::population::ByAge| people.at(80) / people.within(75, 100);
    assert!((share(&split) - share(&reference)).abs() < 1e-12);
    assert!((even.at(80) - even.at(99)).abs() < 1e-9);
}

#[test]
fn sexes_are_joined_and_rows_of_both_are_not_added() {
    let text = "year,age_from,age_to,sex,persons\n2020,0,17,m,10\n2020,0,17,f,11\n2020,0,17,d,1\n2020,18,,m,20\n\
                2020,18,,f,22\n2020,0,17,,22\n2020,18,,,42\n2020,0,,,64\n";
    let found = read("x.csv", text);
    let structure = found.stands[0].structure(None).unwrap();
    assert!(found.stands.len() == 1 && (structure.total() - 64.0).abs() < 1e-9);
    assert!((structure.layer(Layer::Women).unwrap().total() - 33.0).abs() < 1e-9);
    assert_eq!(found.report.warnings, []);
    let wrong = read("x.csv", &text.replace("2020,0,,,64", "2020,0,,,65"));
    assert!(wrong.report.warnings.iter().any(|it| it.message.contains("the printed total is 65")));
}

#[test]
fn gaps_and_overlaps_of_ages_are_told() {
    let gap = read("x.csv", "year;age_from;age_to;persons\n2020;0;17;5\n2020;20;;5\n");
    assert!(gap.report.warnings[0].message.contains("found 20 where 18 was due"), "{:?}", gap.report.warnings);
    let overlap = read("x.csv", "year;age_from;age_to;persons\n2020;0;17;5\n2020;15;;5\n");
    assert!(overlap.stands[0].structure(None).unwrap_err().contains("found 15 where 18 was due"));
    let open = read("x.csv", "year;age_from;age_to;persons\n2020;0;17;5\n2020;18;64;5\n");
    assert!(open.stands[0].structure(None).unwrap_err().contains("none from 65 on"));
}

#[test]
fn konstanz_groups_mean_below_the_age_they_name() {
    let found = people("konstanz/nach_altersgruppe.csv");
    assert_eq!(found.stands.len(), 26);
    let year = found.stands.iter().find(|it| it.year == 2010).unwrap();
    let ages: Vec<(usize, Option<usize>)> = year.others.iter().map(|it| (it.from, it.to)).collect();
    assert_eq!(ages[..2], [(0, Some(17)), (18, Some(29))]);
    assert_eq!(ages[5], (60, None));
    let pyramid = konstanz(&[2010])[0].structure(None).unwrap().people();
    for group in &year.others {
        assert_eq!(pyramid.within(group.from, group.last()), group.persons);
    }
}

#[test]
fn totals_without_ages_are_accepted_as_such() {
    let text = "stichtag,erhebungsart,bevoelkerung,maennlich,weiblich\n2019-12-31,vorausberechnung,24400,12010,12390\n\
                31.12.2020,vorausberechnung,24790,12180,12610\n2021-06-30,vorausberechnung,24800,,\n";
    let found = read("totals.csv", text);
    let totals: Vec<(u16, f64, Option<f64>)> = found.totals.iter().map(|it| (it.year, it.persons, it.women)).collect();
    assert_eq!(totals, [(2019, 24_400.0, Some(12_390.0)), (2020, 24_790.0, Some(12_610.0))]);
    assert!(found.stands.is_empty());
    assert!(found.report.warnings.iter().any(|it| it.message.contains("the file has no ages")));
    // The middle of a year is not its end.
    assert_eq!(found.report.skipped.len(), 1);
    assert_eq!(found.report.skipped[0].line, 4);
}

#[test]
fn the_national_table_is_read_with_its_titles_footnotes_and_thousands() {
    let found = people("destatis_12421-0002.csv");
    let nation = &found.nations[0];
    assert_eq!((found.nations.len(), nation.variant.as_str()), (1, "BEV-VARIANTE-01"));
    assert_eq!((nation.first, nation.last(), nation.has_women()), (2020, 2050, true));
    assert_eq!(nation.year(2020).total(), 83_366_000.0);
    // 102 rows for each sex, the printed totals compared within rounding.
    assert_eq!(found.report.rows, 306);
    assert_eq!((found.report.skipped.len(), found.report.warnings.len()), (0, 0));
    assert!(!found.report.footnotes.is_empty());
    assert_eq!(nation.step(2019, Layer::People), nation.step(2020, Layer::People));
    let factor = nation.step(2020, Layer::Men).at(0);
    assert!((factor - 408.0 / 406.0).abs() < 1e-12);
}

#[test]
fn a_national_table_with_a_hole_or_a_wrong_total_says_so() {
    let text: String = file("destatis_12421-0002.csv").iter().map(|byte| char::from(*byte)).collect();
    let row = text.lines().find(|line| line.contains(";Male;5 years;")).unwrap();
    let all_row = text.lines().find(|line| line.contains(";Total;5 years;")).unwrap();
    let hole = text.replace(row, "").replace(all_row, "");
    let refused = population("x", hole.as_bytes(), None).unwrap_err().to_string();
    assert!(refused.contains("at least one complete variant"), "{refused}");
    let wrong = text.replace(all_row, &all_row.replace(";Total;5 years;", ";Total;5 years;1"));
    assert!(wrong != text);
    let found = population("x", wrong.as_bytes(), None).unwrap();
    assert!(found.report.warnings[0].message.contains("age 5: men and women differ"), "{:?}", found.report.warnings);
    let letters = text.replace(row, &row.replace(";401;", ";x;"));
    assert!(
        population("x", letters.as_bytes(), None).unwrap().report.skipped[0].reason.contains("thousands of persons")
    );
}

#[test]
fn what_is_no_file_of_people_is_refused_in_words() {
    for text in ["", "a;b\n1;2\n", "jahr,geburten,sterbefaelle\n2000,1,2\n", "\u{0}\u{1}"] {
        let refused = population("x.csv", text.as_bytes(), None).unwrap_err().to_string();
        assert!(refused.contains("expected"), "{refused}");
    }
}

/// A misspelled name would pass for a column that the file does not have: nothing is read from it, and that is told.
/// Where it tells people apart, adding its rows up may count them twice: that is refused.
#[test]
fn columns_that_nothing_is_read_from_are_told() {
    let told = |name: &str, text: &str| -> Vec<String> {
        read(name, text).report.warnings.into_iter().map(|it| it.message).filter(|it| it.contains("not read")).collect()
    };
    let long = |sex: &str| format!("year;age_from;age_to;{sex};persons\n2020;0;;f;4\n2020;0;;m;5\n");
    assert_eq!(told("a.csv", &long("sex")), Vec::<String>::new());
    let refused = population("a.csv", long("sexx").as_bytes(), None).unwrap_err().to_string();
    assert!(refused.contains("column `sexx` tells 2 kinds of people apart"), "{refused}");
    assert_eq!(told("a.csv", &long("sexx").replace("m;5", "f;5")), ["columns that are not read: `sexx`"]);
    let totals = |women: &str| format!("stichtag;bevoelkerung;{women};maennlich\n2020;9;4;5\n");
    assert_eq!(told("b.csv", &totals("weiblich")), Vec::<String>::new());
    assert_eq!(told("b.csv", &totals("weibl")), ["columns that are not read: `weibl`"]);
}

#[test]
fn a_table_of_the_statistical_office_without_ages_gives_totals_of_one_town() {
    let table = |rows: &str| {
        format!(
            "Tabelle: 12411-01-01-5\nBevölkerung nach Geschlecht;;;;\n;;31.12.2023;;;31.12.2024;;\n\
             ;;Insgesamt;männlich;weiblich;Insgesamt;männlich;weiblich\n{rows}__________\nStand: 28.11.2026\n"
        )
    };
    let town = "05999012;Musterstadt, Stadt;20172;9909;10263;20263;9964;10299\n";
    let found = population("x.csv", table(town).as_bytes(), None).unwrap();
    let totals: Vec<(u16, f64, Option<f64>)> = found.totals.iter().map(|it| (it.year, it.persons, it.women)).collect();
    assert_eq!(totals, [(2023, 20_172.0, Some(10_263.0)), (2024, 20_263.0, Some(10_299.0))]);
    assert!(found.stands.is_empty(), "nobody has an age");
    let again = table(&format!("{town}{town}"));
    let refused = population("x.csv", again.as_bytes(), None).unwrap_err().to_string();
    assert!(refused.contains("a second total of 31.12.2023"), "{refused}");
    let sexes = ";31.12.2024;\n;männlich;weiblich\nMusterstadt;9964;10299\n";
    let refused = population("x.csv", sexes.as_bytes(), None).unwrap_err().to_string();
    assert!(refused.contains("expected ages, or everybody"), "{refused}");
}
