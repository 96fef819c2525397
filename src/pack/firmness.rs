//! What is called official was read: by somebody, and not only remembered.

use super::checked::Checked;
use super::every::all;
use super::files::Problem;
use super::table::records;
use crate::model::{Seen, Town};

/// The word of [`Basis::Official`](crate::model::Basis) and of official targets, as it stands in the files.
const OFFICIAL: &str = "official";

/// No row of any file is official (amtlich) by a source that stands there from memory.
pub(super) fn official_is_read(it: &Checked<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for table in all() {
        // A file that cannot be read was refused before.
        let Ok((names, rows)) = records(it.files, table) else { continue };
        for (line, cells) in &rows {
            let cell = |wanted: &str| {
                let at = names.iter().position(|name| name == wanted)?;
                cells.get(at).filter(|cell| !cell.is_empty())
            };
            let claims = names.iter().zip(cells).filter(|(_, cell)| *cell == OFFICIAL).map(|(name, _)| name);
            for name in claims {
                let source = format!("{}source", name.trim_end_matches("basis").trim_end_matches("kind"));
                let is_recalled = match (cell("seen"), cell(&source)) {
                    (Some(seen), _) => seen == "recalled",
                    (None, Some(key)) => is_recalled(it.town, key),
                    (None, None) => false,
                };
                if is_recalled {
                    let message =
                        format!("{name}: expected a source that was read for what is official, found one from memory");
                    found.push(Problem::new(table.file, Some(*line), message));
                }
            }
        }
    }
    found
}

fn is_recalled(town: &Town, key: &str) -> bool {
    town.source(key).is_some_and(|it| it.seen == Seen::Recalled)
}
