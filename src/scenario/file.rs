//! A draft as a file: by keys, versioned, readable; refused whole with a reason that says where.

use serde::de::{DeserializeSeed, Deserializer, Error as _};
use serde::{Deserialize, Serialize, Serializer};

use super::format::{FORMAT, LIMIT, MEANING, VERSION};
use super::problems::Refused;
use super::reasons::{Changed, Reasons};
use super::shape::{Key, Next, Node, Reader, Shape};
use crate::model::{Cell, Choice, Move, Scenario, Town, Year};

/// Letters of a name.
const NAME: usize = 80;

/// Letters of a note.
const NOTE: usize = 2_000;

/// Letters of a reason.
pub const REASON: usize = 200;

/// Letters of a foreign key in a message.
pub(super) const FOREIGN: usize = 40;

/// A scenario by keys (tragbares Szenario): what leaves the session, whatever way it goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Portable {
    /// What was moved: levers, and since version 4 measures.
    pub moves: Vec<MoveEntry>,
    /// Tax multipliers that differ from the plan.
    pub taxes: Vec<TaxEntry>,
    /// Keys of the shocks that are switched on, since version 2.
    pub shocks: Vec<String>,
}

/// A scenario with its name and what else a person made around it (Entwurf).
///
/// ```json
/// { "format": "zukunftshaushalt-scenario", "version": 5, "pack": "muenster-2026", "name": "Mehr Radwege",
///   "saved": "2026-11-22",
///   "moves": [{ "lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 500000,
///               "reason": "Sicher zur Schule" },
///             { "measure": "kita_u3", "euros_per_year": 300000, "from": 2027, "to": 2050 }],
///   "taxes": [{ "tax": "trade_tax", "multiplier": 465 }] }
/// ```
///
/// Where there are some, with `"shocks": ["starkregen"]`, `"locks": [{ "lever": "sport", "purpose": "overhead" }]` and
/// `"note": "…"`.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Key of town and budget year.
    pub pack: String,
    /// Date of saving, `YYYY-MM-DD`, possibly empty.
    pub saved: String,
    /// What it changes.
    pub scenario: Portable,
    /// Levers that the person locked, since version 3.
    pub locks: Vec<CellKey>,
    version: u32,
    name: String,
    note: String,
}

/// A move by keys (Verschiebung).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MoveEntry {
    /// What is moved.
    #[serde(flatten)]
    pub what: Movable,
    /// Change in euros per year, gross.
    pub euros_per_year: f64,
    /// First year, by default the first one that can still be decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Year>,
    /// Last year, by default the horizon; for investment the last year of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Year>,
    /// Why, in the person's words, since version 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What an entry moves, by its keys (Bewegliches).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Movable {
    /// A lever, and with it what its money buys as usual.
    Lever {
        /// Key of the lever.
        lever: String,
        /// Key of the field of action, or `overhead`; left out, the lever moves for all its purposes.
        #[serde(skip_serializing_if = "Option::is_none")]
        purpose: Option<String>,
    },
    /// A measure; the usual one of a lever moves the lever.
    Measure {
        /// Key of the measure.
        measure: String,
    },
}

/// A changed multiplier.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TaxEntry {
    /// Key of the tax.
    pub tax: String,
    /// Multiplier in percent.
    pub multiplier: f64,
    /// Why, in the person's words, since version 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A lever for one purpose by its keys (Zelle).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CellKey {
    /// Key of the lever.
    pub lever: String,
    /// Key of the field of action, or `overhead`.
    pub purpose: String,
}

impl Portable {
    /// A scenario of a town by keys, each change with its reason.
    pub fn of(town: &Town, scenario: &Scenario, reasons: &Reasons) -> Self {
        // Whole, so that a new field cannot be forgotten here.
        let Scenario { moves, measures, taxes, shocks } = scenario;
        let reason = |it: Changed| reasons.get(&it).map(|why| why.to_string());
        let of_choice = |it: Choice| reason(Changed::Choice(it));
        let levers = moves.iter().filter_map(|(cell, it)| {
            let CellKey { lever, purpose } = CellKey::of(town, *cell)?;
            Some(MoveEntry::of(
                Movable::Lever { lever, purpose: Some(purpose) },
                it,
                of_choice(Choice::Everyday(*cell)),
            ))
        });
        let measures = measures.iter().filter_map(|(at, it)| {
            let measure = town.chain.measures.get(*at)?.id.clone();
            Some(MoveEntry::of(Movable::Measure { measure }, it, of_choice(Choice::Own(*at))))
        });
        let taxes = taxes.iter().filter_map(|(index, multiplier)| {
            let tax = town.taxes.get(*index)?.id.clone();
            Some(TaxEntry { tax, multiplier: *multiplier, reason: reason(Changed::Tax(*index)) })
        });
        let shocks = shocks.iter().filter_map(|index| Some(town.shocks.get(*index)?.id.clone()));
        Self { moves: levers.chain(measures).collect(), taxes: taxes.collect(), shocks: shocks.collect() }
    }
}

impl MoveEntry {
    fn of(what: Movable, it: &Move, reason: Option<String>) -> Self {
        Self { what, euros_per_year: it.amount.euros(), from: Some(it.from), to: Some(it.to), reason }
    }
}

impl CellKey {
    /// The keys of a cell.
    pub fn of(town: &Town, cell: Cell) -> Option<Self> {
        let purpose = town.purpose_key(cell.purpose)?.to_owned();
        Some(Self { lever: town.levers.get(cell.lever)?.id.clone(), purpose })
    }
}

impl Draft {
    /// A draft of a town; `saved` is the date as `YYYY-MM-DD`.
    pub fn new(town: &Town, scenario: Portable, locks: Vec<CellKey>, name: &str, note: &str, saved: &str) -> Self {
        let (name, note) = (clean(name, NAME), clean_note(note));
        Self { pack: town.id.clone(), saved: saved.to_owned(), scenario, locks, version: VERSION, name, note }
    }

    /// Name given by the person: at most 80 letters, none of them invisible or turning the direction of writing.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The person's note, possibly empty, at most 2,000 letters.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// The same under another name.
    pub fn renamed(self, name: &str) -> Self {
        Self { name: clean(name, NAME), ..self }
    }

    /// Whether an older program wrote it, for which moves meant something else; that stays with it under another name.
    pub fn is_older(&self) -> bool {
        self.version < MEANING
    }

    /// The text of the file.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads the text of a file; the first thing that does not fit refuses it whole.
    ///
    /// ```
    /// use zukunftshaushalt::scenario::{Draft, Refused};
    ///
    /// let text = r#"{ "format": "zukunftshaushalt-scenario", "version": 1, "pack": "muenster-2026", "name": "Leer" }"#;
    /// assert_eq!(Draft::read(text).unwrap().name(), "Leer");
    /// assert_eq!(Draft::read("{ \"format\": \"budget\", \"version\": 1 }"), Err(Refused::OtherFormat));
    /// ```
    pub fn read(text: &str) -> Result<Self, Refused> {
        if text.len() > LIMIT {
            return Err(Refused::TooLarge);
        }
        // Editors of Windows write a mark before the text.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // The head first: a newer file may hold keys that this program does not know. Where it cannot be read, all of it
        // tells more of the place.
        let mut head = node(text, &HEAD).map_err(|it| node(text, &DRAFT).err().unwrap_or(it))?;
        if head.take("format").text().as_deref() != Some(FORMAT) {
            return Err(Refused::OtherFormat);
        }
        // Whole and within the type by its shape, so the cast is exact.
        let version = head.take("version").number().map_or(0, |version| version as u32);
        if version > VERSION {
            return Err(Refused::Newer(version));
        }
        node(text, &DRAFT).map(|node| Self::of(node, version))
    }

    /// A node of the shape [`DRAFT`] as a draft.
    fn of(mut node: Node, version: u32) -> Self {
        let text = |node: &mut Node, key: &str| node.take(key).text().unwrap_or_default();
        let year = |node: Node| node.number().map(|year| Year(year as u16));
        let what = |it: &mut Node| match it.take("measure").text() {
            Some(measure) => Movable::Measure { measure },
            None => Movable::Lever { lever: text(it, "lever"), purpose: it.take("purpose").text() },
        };
        let reason = |it: &mut Node| it.take("reason").text().and_then(|why| reason(&why));
        let moves = node.take("moves").list(|mut it| MoveEntry {
            what: what(&mut it),
            euros_per_year: it.take("euros_per_year").number().unwrap_or_default(),
            from: year(it.take("from")),
            to: year(it.take("to")),
            reason: reason(&mut it),
        });
        let taxes = node.take("taxes").list(|mut it| TaxEntry {
            tax: text(&mut it, "tax"),
            multiplier: it.take("multiplier").number().unwrap_or_default(),
            reason: reason(&mut it),
        });
        let locks = node
            .take("locks")
            .list(|mut it| CellKey { lever: text(&mut it, "lever"), purpose: text(&mut it, "purpose") });
        let shocks = node.take("shocks").list(|it| it.text().unwrap_or_default());
        Self {
            pack: clean(&text(&mut node, "pack"), NAME),
            saved: clean(&text(&mut node, "saved"), "2026-11-22".len()),
            scenario: Portable { moves, taxes, shocks },
            locks,
            version,
            name: clean(&text(&mut node, "name"), NAME),
            note: clean_note(&text(&mut node, "note")),
        }
    }
}

/// What every version of a file names first, whatever else it holds.
static HEAD: Shape = Shape::Open(&[Key::needed("format", Shape::Text), Key::optional("version", Shape::Whole)]);

static DRAFT: Shape = Shape::Object(&[
    Key::needed("format", Shape::Text),
    Key::needed("version", Shape::Whole),
    Key::needed("pack", Shape::Text),
    Key::optional("name", Shape::Text),
    Key::optional("saved", Shape::Text),
    Key::optional("note", Shape::Text),
    Key::optional(
        "moves",
        Shape::List(&Shape::Object(&[
            Key::needed("lever", Shape::Text).apart_from("measure"),
            Key::optional("purpose", Shape::Text).apart_from("measure"),
            Key::optional("measure", Shape::Text).apart_from("lever"),
            Key::needed("euros_per_year", Shape::Number),
            Key::optional("from", Shape::Year),
            Key::optional("to", Shape::Year),
            Key::optional("reason", Shape::Text),
        ])),
    ),
    Key::optional(
        "taxes",
        Shape::List(&Shape::Object(&[
            Key::needed("tax", Shape::Text),
            Key::needed("multiplier", Shape::Number),
            Key::optional("reason", Shape::Text),
        ])),
    ),
    Key::optional("shocks", Shape::List(&Shape::Text)),
    Key::optional(
        "locks",
        Shape::List(&Shape::Object(&[Key::needed("lever", Shape::Text), Key::needed("purpose", Shape::Text)])),
    ),
]);

/// The text as a node of a shape.
fn node(text: &str, shape: &'static Shape) -> Result<Node, Refused> {
    let next = Next::new();
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Reader::whole(shape, &next).deserialize(&mut reader).and_then(|node| reader.end().map(|()| node));
    read.map_err(|error| {
        let (key, expected) = next.into_inner();
        // At the end of a line serde counts from zero.
        let (line, column) = (error.line(), error.column().max(1));
        Refused::Unreadable { line, column, key: clean(&key, FOREIGN), expected }
    })
}

/// One line as a person reads it: cut, without what is invisible or turns the direction of writing.
pub(super) fn clean(text: &str, letters: usize) -> String {
    text.chars().filter(|it| is_plain(*it)).take(letters).collect()
}

/// A reason as it is kept: one line of at most 200 letters; none where nothing is said.
pub(super) fn reason(text: &str) -> Option<String> {
    Some(clean(text.trim(), REASON).trim().to_owned()).filter(|it| !it.is_empty())
}

/// Like [`clean`], in lines.
fn clean_note(text: &str) -> String {
    text.chars().filter(|it| is_plain(*it) || *it == '\n').take(NOTE).collect()
}

/// Joiners stay: they hold letters and pictures together.
fn is_plain(letter: char) -> bool {
    let turns = '\u{2028}'..='\u{202e}';
    let hides = '\u{2060}'..='\u{206f}';
    let others = ['\u{61c}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{feff}'];
    !letter.is_control() && !turns.contains(&letter) && !hides.contains(&letter) && !others.contains(&letter)
}

/// How it stands in a file.
#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    version: u32,
    pack: &'a str,
    name: &'a str,
    saved: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    moves: &'a [MoveEntry],
    taxes: &'a [TaxEntry],
    #[serde(skip_serializing_if = "Option::is_none")]
    shocks: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locks: Option<&'a [CellKey]>,
}

impl Serialize for Draft {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { pack, saved, scenario: Portable { moves, taxes, shocks }, locks, version, name, note } = self;
        let it = Written {
            format: FORMAT,
            version: *version,
            pack,
            name,
            saved,
            note: Some(note.as_str()).filter(|it| !it.is_empty()),
            moves,
            taxes,
            shocks: Some(shocks.as_slice()).filter(|it| !it.is_empty()),
            locks: Some(locks.as_slice()).filter(|it| !it.is_empty()),
        };
        it.serialize(serializer)
    }
}

/// For what holds a draft within; a newer version is an error like any other.
impl<'de> Deserialize<'de> for Draft {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut node = Reader::whole(&DRAFT, &Next::new()).deserialize(deserializer)?;
        if node.take("format").text().as_deref() != Some(FORMAT) {
            return Err(D::Error::custom("another format"));
        }
        match node.take("version").number() {
            Some(version) if version <= f64::from(VERSION) => Ok(Self::of(node, version as u32)),
            _ => Err(D::Error::custom("a newer version")),
        }
    }
}
