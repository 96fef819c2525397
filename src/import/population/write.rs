//! Projected people in the format of a pack.

use std::fmt::Write;

use super::ages::AGES;
use super::project::Projected;

/// `population.csv` of a pack (packs/README.md): `age` and one column for each year, whole persons, last row 100 and older.
pub fn pack_csv(projected: &Projected) -> String {
    let people: Vec<_> = projected.years.iter().map(|year| year.people()).collect();
    let mut text = "age".to_owned();
    // Writing into a text cannot fail.
    for year in (projected.first..).take(people.len()) {
        let _ = write!(text, ";{year}");
    }
    text.push('\n');
    for age in 0..AGES {
        let _ = write!(text, "{age}");
        for year in &people {
            let _ = write!(text, ";{:.0}", year.at(age));
        }
        text.push('\n');
    }
    text
}
