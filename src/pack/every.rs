//! The files of a pack together with those of the catalogue, which knows the former and not the other way round.

use super::columns::Table;
use super::{catalogue, tables};

/// Every file of a pack, with those of the catalogue and of the chain behind the others.
pub fn all() -> impl Iterator<Item = &'static Table> + Clone {
    tables::TABLES.into_iter().chain(catalogue::tables::TABLES)
}
