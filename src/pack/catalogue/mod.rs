//! The catalogue of measures (Maßnahmenkatalog) and what a town makes of it: its [`Chain`].
//!
//! `packs/catalogue` holds once, for all towns, what money can buy and what that changes. A town names which measures it
//! uses, on which of its levers, how much of them it has, and the numbers that it knows better. Files bear their folder in their names:
//! `catalogue/measures.csv`, `chain/numbers.csv`.

pub mod tables;

mod build;
mod check;
mod counts;
mod sheets;

use crate::model::{Chain, Town};
use crate::pack::files::{Files, Problem};
use crate::pack::table::missing;

/// Reads and checks the chain of a town; refused whole with every problem that was found.
///
/// ```
/// use zukunftshaushalt::pack::{catalogue, load, muenster};
///
/// let files = muenster();
/// let town = load(&files).expect("the pack in the repository is sound");
/// assert_eq!(town.chain.measures.len(), 70);
///
/// let links = files.text("catalogue/links.csv").unwrap().replacen("\numweltverbund;thg_ew;", "\nthg_ew;thg_ew;", 1);
/// let problems = catalogue::read(&town, &files.with("catalogue/links.csv", &links)).unwrap_err();
/// assert_eq!(problems[0].to_string(), "catalogue/links.csv, line 2: expected two indicators, found one");
/// ```
pub fn read(town: &Town, files: &Files) -> Result<Chain, Vec<Problem>> {
    let missing = missing(files, tables::TABLES);
    if !missing.is_empty() {
        return Err(missing);
    }
    let sheets = sheets::Sheets::read(town, files).map_err(|problem| vec![problem])?;
    let problems = [check::problems(&sheets), counts::problems(&sheets)].concat();
    if problems.is_empty() { Ok(build::chain(&sheets)) } else { Err(problems) }
}
