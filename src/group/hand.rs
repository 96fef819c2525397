//! One draft as somebody hands it in: a code, a link, a submission or a scenario file.

use std::sync::Arc;

use super::account::Account;
use super::nonce::Nonce;
use super::submission::{Submission, Unread, pack_version};
use crate::model::{Scenario, Town};
use crate::scenario::{Draft, MODEL, Misread, Refused, fit, open, read_code};

/// What stands before a code in a link.
const IN_LINK: &str = "s=";

/// What stands behind a code, before room and nonce: no letter of a code.
const MARK: char = '.';

/// Letters of the number of a room.
const ROOM: usize = 8;

/// A draft that was handed in (eingereichter Entwurf).
#[derive(Clone, Debug, PartialEq)]
pub struct Handed {
    /// What tells it apart.
    pub nonce: Nonce,
    /// The text that it was handed in as, without what is nobody's business.
    pub text: String,
    /// What it moves, fitted to the town.
    pub scenario: Arc<Scenario>,
    /// The same, added up.
    pub account: Account,
    /// Whether something did not fit and was limited or left out.
    pub is_adjusted: bool,
}

/// Why something was not taken (Ablehnung).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// It is nothing that this page reads, or it was damaged on the way.
    Unreadable,
    /// A newer program wrote it.
    Newer,
    /// An older program wrote it, for which moves meant something else.
    Older,
    /// It belongs to another town or another budget; its key, if that is known.
    OtherTown(Option<String>),
    /// The town had other figures then, or the model other equations.
    OtherVersion {
        /// Whether the model was another one.
        model: bool,
        /// Whether the pack was another one.
        pack: bool,
    },
    /// There is no room for more.
    Full,
}

/// A code with room and nonce behind it, as a link carries them (Kennung hinter dem Code).
///
/// ```
/// use zukunftshaushalt::group::{Nonce, marked, split_mark};
///
/// let nonce = Nonce::read("k7m2p9x4ab").expect("ten letters");
/// assert_eq!(marked("AbC_-9", "472", &nonce), "AbC_-9.472-k7m2p9x4ab");
/// assert_eq!(split_mark("AbC_-9.472-k7m2p9x4ab"), ("AbC_-9", "472", Some(nonce)));
/// assert_eq!(split_mark("AbC_-9"), ("AbC_-9", "", None));
/// assert_eq!(split_mark("AbC_-9.").0, "AbC_-9.", "a code that something was added to is none");
/// ```
pub fn marked(code: &str, room: &str, nonce: &Nonce) -> String {
    format!("{code}{MARK}{}-{}", room_number(room), nonce.as_str())
}

/// The code, the room and the nonce of such a text; where no sound mark stands behind it, all of it is the code, which then
/// is damaged.
pub fn split_mark(text: &str) -> (&str, &str, Option<Nonce>) {
    let split = || {
        let (code, mark) = text.split_once(MARK)?;
        let (room, nonce) = mark.split_once('-')?;
        let is_room = room_number(room) == room;
        Some((code, room, Some(Nonce::read(nonce).filter(|_| is_room)?)))
    };
    split().unwrap_or((text, "", None))
}

/// The number of a room as it travels: a few letters and digits.
pub fn room_number(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).take(ROOM).collect()
}

/// Reads one for a town; `towns` are the keys of those that can be named.
pub fn read(town: &Town, towns: &[String], text: &str, day: &str) -> Result<Handed, Refusal> {
    let text = text.trim();
    if text.starts_with('{') { read_json(town, text, day) } else { read_link(town, towns, text) }
}

fn read_link(town: &Town, towns: &[String], text: &str) -> Result<Handed, Refusal> {
    let text = text.rsplit_once(IN_LINK).map_or(text, |(_, code)| code);
    let (code, room, nonce) = split_mark(text.trim_end_matches([MARK, ',']));
    let linked = read_code(town, code).map_err(|it| match it {
        Misread::Damaged => Refusal::Unreadable,
        Misread::Newer => Refusal::Newer,
        Misread::OtherPack(pack) => Refusal::OtherTown(towns.iter().find(|it| pack.is_of(it)).cloned()),
    })?;
    if let Some(then) = linked.then {
        return Err(Refusal::OtherVersion { model: then.is_other_model, pack: then.is_other_pack });
    }
    let nonce = nonce.unwrap_or_else(|| Nonce::of_text(code));
    let is_adjusted = linked.unknown > 0 || !linked.opened.warnings.is_empty();
    let scenario = linked.opened.fitted.scenario().clone();
    Ok(handed(town, marked(code, room, &nonce), nonce, scenario, is_adjusted))
}

fn read_json(town: &Town, text: &str, day: &str) -> Result<Handed, Refusal> {
    match Submission::read(text) {
        Ok(it) => of_submission(town, &it),
        Err(Unread::Newer) => Err(Refusal::Newer),
        Err(Unread::Broken) => Err(Refusal::Unreadable),
        Err(Unread::Other) => {
            let draft = Draft::read(text).map_err(refused)?;
            if draft.is_older() {
                return Err(Refusal::Older);
            }
            let opened = open(town, text).map_err(refused)?;
            let saved = if draft.saved.is_empty() { day } else { &draft.saved };
            let submission = Submission::new(town, opened.fitted.scenario(), Nonce::of_text(text), saved);
            let is_adjusted = !opened.warnings.is_empty();
            let scenario = opened.fitted.scenario().clone();
            Ok(handed(town, submission.to_json(), submission.nonce, scenario, is_adjusted))
        }
    }
}

fn of_submission(town: &Town, it: &Submission) -> Result<Handed, Refusal> {
    if it.town != town.id {
        return Err(Refusal::OtherTown(Some(it.town.chars().take(40).collect())));
    }
    let (model, pack) = (it.model != MODEL, it.pack_version != pack_version(town));
    if model || pack {
        return Err(Refusal::OtherVersion { model, pack });
    }
    let draft = it.draft(town).ok_or(Refusal::Unreadable)?;
    let opened = fit(town, &draft).map_err(refused)?;
    let is_adjusted = !opened.warnings.is_empty();
    Ok(handed(town, it.to_json(), it.nonce.clone(), opened.fitted.scenario().clone(), is_adjusted))
}

fn handed(town: &Town, text: String, nonce: Nonce, scenario: Scenario, is_adjusted: bool) -> Handed {
    let account = Account::of(town, &scenario);
    Handed { nonce, text, account, scenario: Arc::new(scenario), is_adjusted }
}

fn refused(it: Refused) -> Refusal {
    match it {
        Refused::OtherPack(id) => Refusal::OtherTown(Some(id.chars().take(40).collect())),
        Refused::Newer { .. } => Refusal::Newer,
        _ => Refusal::Unreadable,
    }
}
