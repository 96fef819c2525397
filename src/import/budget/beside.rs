//! Columns of amounts side by side that would be added up (Spalten nebeneinander): only those that are called parts of one
//! sum may be. Two towns under bare names are none, and a town's name is in no list: what is not known is not added.

use super::columns::Column;
use super::named::is_part;
use super::preset::{Preset, embedded};
use super::season::season;
use super::understood::Doubt;

/// Headers that are told in full; the others are counted.
const TOLD: usize = 3;

fn told(names: &[&str]) -> String {
    let some: Vec<String> = names.iter().take(TOLD).map(|it| format!("`{it}`")).collect();
    let more = names.len().saturating_sub(TOLD);
    let more = if more > 0 { format!(" (and {more} more)") } else { String::new() };
    format!(
        "columns {}{more} stand side by side, and nothing in the file says that they are parts of one sum. Next step: give \
         one file for each town; or add a column with their printed sum (`Summe`); or say in a preset of your own \
         (--presets, --preset FILE) which column is to be read and which is `ignored`",
        some.join(", ")
    )
}

/// Columns that would be added although one of them is called no part of a sum.
pub fn beside(columns: &[Column], preset: &Preset) -> Vec<Doubt> {
    let generic = embedded().last();
    let is_named = |name: &str| {
        [Some(preset), generic].into_iter().flatten().any(|it| it.role(name).is_some_and(|it| it.part().is_some()))
    };
    let counted: Vec<&Column> = columns
        .iter()
        .filter(|it| it.role.part().is_some_and(|it| it.counts()) && season(&it.name).is_none())
        .collect();
    let same = |one: &Column, other: &Column| (one.role, one.year, one.kind) == (other.role, other.year, other.kind);
    let is_stranger = |it: &Column| !is_named(&it.name) && !is_part(&it.name);
    let mut found: Vec<Doubt> = Vec::new();
    for (at, column) in counted.iter().enumerate() {
        let is_first = !counted.iter().take(at).any(|it| same(it, column));
        let alike: Vec<&&Column> = counted.iter().filter(|it| same(it, column)).collect();
        if is_first && alike.len() > 1 && alike.iter().any(|it| is_stranger(it)) {
            let names: Vec<&str> = alike.iter().map(|it| it.name.as_str()).collect();
            found.push(Doubt { year: column.year, kind: column.kind, text: told(&names) });
        }
    }
    found
}
