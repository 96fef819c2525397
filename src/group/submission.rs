//! What is sent to a town's collector, and what a group gathers (Einreichung).

use serde::{Deserialize, Serialize};

use super::nonce::Nonce;
use crate::model::{Scenario, Town, Year};
use crate::scenario::{Draft, LIMIT, MODEL, Movable, MoveEntry, Portable, Reasons, TaxEntry};

/// Name of the format in every submission.
pub const HANDED_IN: &str = "zukunftshaushalt-submission";

/// The version that this program writes, and the only one so far. Its moves mean what those of scenario files of version 5
/// mean.
const HANDED_IN_VERSION: u32 = 1;

/// A draft that somebody hands in, once (Einreichung).
///
/// ```json
/// { "format": "zukunftshaushalt-submission", "version": 1,
///   "nonce": "0b7c3a52-6a0e-4c1c-9a52-3f3f0b9a8d11",
///   "town": "muenster-2026", "pack_version": "5f1c0e9a77b1d203", "model": "0.1.0", "day": "2026-11-29",
///   "scenario": {
///     "moves": [{ "lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 500000.0, "from": 2027, "to": 2050 },
///               { "measure": "kita_u3", "euros_per_year": 300000.0, "from": 2027, "to": 2050 }],
///     "taxes": [{ "tax": "trade_tax", "multiplier": 465.0 }],
///     "shocks": ["starkregen"] } }
/// ```
///
/// | key | what | required |
/// |---|---|---|
/// | `format`, `version` | this format, version 1 | yes |
/// | `nonce` | a UUID of version 4, made for this submission | yes |
/// | `town` | key of the pack | yes |
/// | `pack_version` | sum over the files of the pack, 16 hexadecimal digits | yes |
/// | `model` | version of the program whose equations held | yes |
/// | `day` | `YYYY-MM-DD`, nothing finer | yes |
/// | `scenario` | `moves`, `taxes`, `shocks`, each a list that may be left out while it is empty | yes |
/// | a move | `lever` with an optional `purpose`, or `measure`; `euros_per_year`; optional years `from` and `to` | |
/// | a tax | `tax`, `multiplier` | |
///
/// There is no other key, and one that is not here refuses the whole: no name, no note, no reason, nothing of the device.
#[derive(Clone, Debug, PartialEq)]
pub struct Submission {
    /// What tells it apart.
    pub nonce: Nonce,
    /// Key of town and budget year.
    pub town: String,
    /// Sum over the files of the pack.
    pub pack_version: String,
    /// Version of the model.
    pub model: String,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// What it changes, without reasons.
    pub scenario: Portable,
}

/// Why a submission was not read (unlesbare Einreichung).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no submission at all.
    Other,
    /// Something is missing, is too much or is no value of its kind.
    Broken,
    /// Written by a newer program.
    Newer,
}

impl Submission {
    /// A scenario of a town that is handed in today.
    pub fn new(town: &Town, scenario: &Scenario, nonce: Nonce, day: &str) -> Self {
        Self {
            nonce,
            town: town.id.clone(),
            pack_version: pack_version(town),
            model: MODEL.to_owned(),
            day: day.to_owned(),
            scenario: Portable::of(town, scenario, &Reasons::default()),
        }
    }

    /// Its text, as the example shows it, in one line.
    pub fn to_json(&self) -> String {
        let Self { nonce, town, pack_version, model, day, scenario } = self;
        let Portable { moves, taxes, shocks } = scenario;
        let of_move = |it: &MoveEntry| {
            let (lever, purpose, measure) = match it.what.clone() {
                Movable::Lever { lever, purpose } => (Some(lever), purpose, None),
                Movable::Measure { measure } => (None, None, Some(measure)),
            };
            let years = |it: Option<Year>| it.map(|it| it.0);
            let (from, to) = (years(it.from), years(it.to));
            MoveText { lever, purpose, measure, euros_per_year: it.euros_per_year, from, to }
        };
        let of_tax = |it: &TaxEntry| TaxText { tax: it.tax.clone(), multiplier: it.multiplier };
        let text = Text {
            format: HANDED_IN.to_owned(),
            version: HANDED_IN_VERSION,
            nonce: nonce.as_str().to_owned(),
            town: town.clone(),
            pack_version: pack_version.clone(),
            model: model.clone(),
            day: day.clone(),
            scenario: ScenarioText {
                moves: moves.iter().map(of_move).collect(),
                taxes: taxes.iter().map(of_tax).collect(),
                shocks: shocks.clone(),
            },
        };
        serde_json::to_string(&text).unwrap_or_default()
    }

    /// Reads the text of one; the first thing that does not fit refuses it whole.
    pub fn read(text: &str) -> Result<Self, Unread> {
        if text.len() > LIMIT {
            return Err(Unread::Broken);
        }
        let head: Head = serde_json::from_str(text).map_err(|_| Unread::Other)?;
        match (head.format.as_str(), head.version) {
            (HANDED_IN, version) if version > HANDED_IN_VERSION => return Err(Unread::Newer),
            (HANDED_IN, HANDED_IN_VERSION) => {}
            (HANDED_IN, _) => return Err(Unread::Broken),
            _ => return Err(Unread::Other),
        }
        let text: Text = serde_json::from_str(text).map_err(|_| Unread::Broken)?;
        let nonce = Nonce::read(&text.nonce).filter(Nonce::is_uuid).ok_or(Unread::Broken)?;
        let is_day = |it: &str| it.len() == 10 && it.chars().all(|it| it.is_ascii_digit() || it == '-');
        let is_sum = |it: &str| it.len() == 16 && it.chars().all(|it| it.is_ascii_hexdigit());
        if !is_day(&text.day) || !is_sum(&text.pack_version) {
            return Err(Unread::Broken);
        }
        let ScenarioText { moves, taxes, shocks } = text.scenario;
        let moves = moves.into_iter().map(MoveText::entry).collect::<Option<Vec<_>>>().ok_or(Unread::Broken)?;
        let taxes = taxes.into_iter().map(|it| TaxEntry { tax: it.tax, multiplier: it.multiplier, reason: None });
        Ok(Self {
            nonce,
            town: text.town,
            pack_version: text.pack_version,
            model: text.model,
            day: text.day,
            scenario: Portable { moves, taxes: taxes.collect(), shocks },
        })
    }

    /// The draft that it is, for whatever takes drafts; none of another town (als Entwurf).
    pub fn draft(&self, town: &Town) -> Option<Draft> {
        let draft = || Draft::new(town, self.scenario.clone(), Vec::new(), "", "", &self.day);
        (self.town == town.id).then(draft)
    }
}

/// Which files a town was made of, as submissions name them (Fassung).
pub(super) fn pack_version(town: &Town) -> String {
    format!("{:016x}", town.version)
}

impl MoveText {
    fn entry(self) -> Option<MoveEntry> {
        let what = match (self.lever, self.purpose, self.measure) {
            (Some(lever), purpose, None) => Movable::Lever { lever, purpose },
            (None, None, Some(measure)) => Movable::Measure { measure },
            _ => return None,
        };
        let (from, to) = (self.from.map(Year), self.to.map(Year));
        Some(MoveEntry { what, euros_per_year: self.euros_per_year, from, to, reason: None })
    }
}

/// What every version names first.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    format: String,
    version: u32,
    nonce: String,
    town: String,
    pack_version: String,
    model: String,
    day: String,
    scenario: ScenarioText,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScenarioText {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    moves: Vec<MoveText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    taxes: Vec<TaxText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    shocks: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MoveText {
    #[serde(skip_serializing_if = "Option::is_none")]
    lever: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<String>,
    euros_per_year: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<u16>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TaxText {
    tax: String,
    multiplier: f64,
}
