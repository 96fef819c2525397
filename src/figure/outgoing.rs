//! What of a draft goes out, before it goes.

use super::Telling;
use super::changed::change_list;
use super::summary::Change;
use crate::group::Submission;

/// A submission in words (Ausgehendes).
pub struct Outgoing {
    /// What it says of itself, each with its name.
    pub facts: Vec<[String; 2]>,
    /// Each change with its amount.
    pub changes: Vec<Change>,
    /// Crises that are switched on.
    pub crises: Vec<String>,
}

/// A submission of the draft that is told (Ausgehendes).
pub fn outgoing(it: Telling<'_>, submission: &Submission) -> Outgoing {
    let Submission { nonce, town: _, pack_version, model, day, scenario: _ } = submission;
    let budget = format!("{} {}", it.lang.of(&it.town.name), it.town.year);
    let versions = format!("{pack_version} · {model}");
    let said = [budget, it.lang.date(day), nonce.as_str().to_owned(), versions];
    let names = it.lang.share().sent_facts.iter();
    let crises = it.scenario.shocks.iter().filter_map(|at| it.town.shocks.get(*at));
    Outgoing {
        facts: names.zip(said).map(|(name, said)| [(*name).to_owned(), said]).collect(),
        changes: change_list(it),
        crises: crises.map(|shock| it.lang.of(&shock.name).to_owned()).collect(),
    }
}
