//! Importers of indicators and of people, and the projection of people.
//!
//! | file | what |
//! |---|---|
//! | `indicators` | every trap of indicator files, a small file each |
//! | `people` | every trap of files of people |
//! | `projection` | Münster as in its pack, Konstanz tested back, Freiburg taken back |
//! | `laws` | what holds for every file and every town |

mod indicators;
mod laws;
mod people;
mod projection;
#[path = "../seeded/mod.rs"]
mod seeded;

use std::fs;
use std::path::Path;

use import::population::{National, Population, Stand, population};

/// A file of the folder beside.
fn file(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/series/files").join(name)).unwrap()
}

/// A file of people of the folder beside.
fn people(name: &str) -> Population {
    let short = name.rsplit('/').next().unwrap();
    population(short, &file(name), None).unwrap()
}

/// The national projection.
fn germany() -> National {
    people("destatis_12421-0002.csv").nations.remove(0)
}

/// Pyramids of Konstanz.
fn konstanz(years: &[u16]) -> Vec<Stand> {
    years.iter().flat_map(|year| people(&format!("konstanz/pyramide_{year}.csv")).stands).collect()
}
