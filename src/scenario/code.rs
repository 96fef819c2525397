//! A draft in a few bytes (Code): what travels in a link and in a QR code.
//!
//! It is another form of what a file holds ([`Portable`]): money in cents, years, multipliers, crises. It leaves out what is
//! no part of a scenario or no business of whoever sees the code: name, note, reasons, locks.
//!
//! ```text
//! version, 1 byte │ body as postcard writes it │ sum over all before it, 4 bytes          … all of it in base64url
//! body: town, 3 │ version of its pack, 2 │ model, 2 │ what was left then │ spans of years with what moves in them │ taxes │ crises
//! ```
//!
//! **Keys, not positions.** What is moved is named by the first three bytes of a sum over its key, so a pack may gain rows,
//! lose some or bring them into another order, and an old link still means what it meant. Positions would be shorter by two
//! bytes each, but every change of a pack would close every link. Whoever writes a code reads it back, so two keys that meet
//! give no code instead of a wrong one; whoever reads one that names two things leaves it out and says so.
//!
//! **How long.** Of a thousand drafts as people make them on the page, one to six changes and now and then a rest that is spread,
//! half need 43 bytes in Münster, 95 of 100 at most 82; 32 are longer than [`CODE_LIMIT`] and stay files. Freiburg: 44, 87, 32.
//!
//! **Same state, same bytes.** All is in one order, by its bytes; where several ways tell the same ([`gathered`]), the shortest
//! is taken. **A changed letter** changes the sum, which is looked at before anything else. It guards against chance, not
//! against intent: a code that somebody made up is fitted like a file, so it breaks no bound.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use xxhash_rust::const_xxh64::xxh64;

use super::check_value::MODEL;
use super::file::{CellKey, Draft, Portable};
use super::fit::{Opened, fit};
use super::gather::{Part, Parts, gathered, unfold};
use super::reasons::Reasons;
use super::taken::Span;
use crate::model::{Cell, Money, Scenario, Town, Year};

/// Most bytes of a code: with its address it fits into a QR code of 57 modules, which phones read from paper.
pub const CODE_LIMIT: usize = 120;

/// The version that this program writes, and the only one so far. What is read by its rules is read for ever.
const VERSION: u8 = 1;

/// Bytes of the sum at the end.
const SUM: usize = 4;

/// More cents than any town has, so that adding some up is always right.
const MOST: i64 = 1_000_000_000_000_000;

/// The year from which years are counted.
const CENTURY: i32 = 2000;

/// Beginning of a sum over a key (Kurzname).
type Ref = [u8; 3];

/// That a draft fits into no code: it moves too much by itself, or keys of its town cannot be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCode;

/// Why a code was not read (unlesbarer Code).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// Something is missing, was added or changed on the way.
    Damaged,
    /// Written by a newer program.
    Newer,
    /// Of another town or another budget.
    OtherPack(PackRef),
}

/// Which pack a code belongs to, as far as it says so (Kurzname eines Datenpakets).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackRef(Ref);

impl PackRef {
    /// Whether it is the pack with this key.
    pub fn is_of(self, id: &str) -> bool {
        self.0 == short(&["pack", id])
    }
}

/// A draft that came in a code (geteilter Entwurf).
#[derive(Clone, Debug, PartialEq)]
pub struct Linked {
    /// The draft without a name, fitted to the town.
    pub opened: Opened,
    /// So many of its changes the town does not know any more; they are left out.
    pub unknown: usize,
    /// What was otherwise when it was shared; none if it was the same model and the same pack.
    pub then: Option<Then>,
}

/// What was otherwise when a code was written (Stand beim Teilen).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Then {
    /// Whether the model computed by other equations.
    pub is_other_model: bool,
    /// Whether the town had other figures or words.
    pub is_other_pack: bool,
    /// What was left over (positive) or missing (negative) per year, to the thousand euros.
    pub balance: Money,
}

/// What a code holds.
#[derive(Serialize, Deserialize)]
struct Body {
    town: Ref,
    pack: [u8; 2],
    model: [u8; 2],
    /// Thousands of euros.
    balance: i64,
    spans: Vec<Within>,
    taxes: Vec<(Ref, u64)>,
    shocks: Vec<Ref>,
}

/// What moves in the same years; those are counted from [`CENTURY`].
#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Within {
    from: i32,
    to: i32,
    parts: Vec<Entry>,
}

/// A part by its key, with its money as [`packed`] writes it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Entry {
    Rest(i64),
    Goal(Ref, i64),
    Lever(Ref, i64),
    Cell(Ref, i64),
    Measure(Ref, i64),
}

/// A scenario of a town as a code (kodieren).
///
/// ```
/// use zukunftshaushalt::pack::{load, muenster};
/// use zukunftshaushalt::scenario::{Action, Misread, Session, read_code, write_code};
///
/// let town = load(&muenster()).expect("the pack in the repository is sound");
/// let mut session = Session::default();
/// let cell = town.cells(town.purposes()[0])[0];
/// session.apply(&town, Action::MoveCell(cell, town.cell_room(cell).high));
///
/// let code = write_code(&town, session.scenario()).expect("one change fits");
/// let linked = read_code(&town, &code).expect("it is whole");
/// assert_eq!(linked.opened.fitted.scenario(), session.scenario());
///
/// assert_eq!(read_code(&town, &code[1..]), Err(Misread::Damaged));
/// ```
pub fn write_code(town: &Town, scenario: &Scenario) -> Result<String, NoCode> {
    let bodies = gathered(town, scenario).into_iter().filter_map(|parts| bytes(town, scenario, parts));
    // Of equally short ones the first, so that the same scenario always gives the same code.
    let bytes = bodies.min_by_key(Vec::len).filter(|it| it.len() <= CODE_LIMIT).ok_or(NoCode)?;
    let code = URL_SAFE_NO_PAD.encode(bytes);
    let is_same = |it: Linked| it.unknown == 0 && it.opened.fitted.scenario() == scenario;
    read_code(town, &code).is_ok_and(is_same).then_some(code).ok_or(NoCode)
}

/// Reads a code for a town: refused whole, or fitted with a word for everything that changed.
pub fn read_code(town: &Town, code: &str) -> Result<Linked, Misread> {
    // Nothing longer was ever written, so nothing longer is worked at.
    if code.len() > CODE_LIMIT * 4 / 3 {
        return Err(Misread::Damaged);
    }
    let bytes = URL_SAFE_NO_PAD.decode(code).map_err(|_| Misread::Damaged)?;
    let (told, found) = bytes.split_last_chunk().ok_or(Misread::Damaged)?;
    if sum(told) != *found {
        return Err(Misread::Damaged);
    }
    let (version, body) = told.split_first().ok_or(Misread::Damaged)?;
    if *version != VERSION {
        return Err(Misread::Newer);
    }
    let (body, rest) = postcard::take_from_bytes::<Body>(body).map_err(|_| Misread::Damaged)?;
    if !rest.is_empty() {
        return Err(Misread::Damaged);
    }
    if !PackRef(body.town).is_of(&town.id) {
        return Err(Misread::OtherPack(PackRef(body.town)));
    }
    body.linked(town).ok_or(Misread::Damaged)
}

fn bytes(town: &Town, scenario: &Scenario, parts: Parts) -> Option<Vec<u8>> {
    let body = Body::of(town, scenario, parts)?;
    let mut bytes = postcard::to_extend(&body, vec![VERSION]).ok()?;
    bytes.extend(sum(&bytes));
    Some(bytes)
}

fn sum(bytes: &[u8]) -> [u8; SUM] {
    let [a, b, c, d, ..] = xxh64(bytes, 0).to_be_bytes();
    [a, b, c, d]
}

fn short(words: &[&str]) -> Ref {
    let [a, b, c, ..] = xxh64(words.join("\0").as_bytes(), 0).to_be_bytes();
    [a, b, c]
}

/// The only one that has a short name.
fn only<T>(all: impl IntoIterator<Item = T>, of: impl Fn(&T) -> Option<Ref>, name: Ref) -> Option<T> {
    let mut found = all.into_iter().filter(|it| of(it) == Some(name));
    let first = found.next();
    if found.next().is_some() { None } else { first }
}

/// What of a town a code names, and by what short name.
struct Names<'a>(&'a Town);

impl Names<'_> {
    fn of(&self, part: Part) -> Option<Ref> {
        let town = self.0;
        match part {
            Part::Rest => None,
            Part::Goal(purpose) => Some(short(&["goal", town.purpose_key(purpose)?])),
            Part::Lever(lever) => Some(short(&["lever", &town.levers.get(lever)?.id])),
            Part::Cell(cell) => {
                let CellKey { lever, purpose } = CellKey::of(town, cell)?;
                Some(short(&["cell", &lever, &purpose]))
            }
            Part::Measure(at) => Some(short(&["measure", &town.chain.measures.get(at)?.id])),
        }
    }

    fn part(&self, entry: Entry) -> Option<Part> {
        let town = self.0;
        let of = |part: &Part| self.of(*part);
        match entry {
            Entry::Rest(_) => Some(Part::Rest),
            Entry::Goal(name, _) => only(town.purposes().into_iter().map(Part::Goal), of, name),
            Entry::Lever(name, _) => only(town.levers.places().map(Part::Lever), of, name),
            Entry::Cell(name, _) => {
                let parts = |lever| town.purposes().into_iter().map(move |purpose| Cell { lever, purpose });
                only(town.levers.places().flat_map(parts).map(Part::Cell), of, name)
            }
            Entry::Measure(name, _) => only(town.chain.measures.places().map(Part::Measure), of, name),
        }
    }
}

impl Entry {
    fn of(town: &Town, part: Part, money: Money) -> Option<Self> {
        let money = packed(money)?;
        let name = Names(town).of(part);
        Some(match part {
            Part::Rest => Self::Rest(money),
            Part::Goal(_) => Self::Goal(name?, money),
            Part::Lever(_) => Self::Lever(name?, money),
            Part::Cell(_) => Self::Cell(name?, money),
            Part::Measure(_) => Self::Measure(name?, money),
        })
    }

    fn money(self) -> Option<Money> {
        let (Self::Rest(it) | Self::Goal(_, it) | Self::Lever(_, it) | Self::Cell(_, it) | Self::Measure(_, it)) = self;
        unpacked(it)
    }
}

/// Cents without the zeros at their end, and how many those were as the last digit: round amounts are short.
fn packed(money: Money) -> Option<i64> {
    let mut cents = Some(money.cents()).filter(|it| it.abs() <= MOST)?;
    let mut zeros = 0;
    while cents != 0 && cents % 10 == 0 && zeros < 9 {
        (cents, zeros) = (cents / 10, zeros + 1);
    }
    Some(cents * 10 + zeros * cents.signum())
}

fn unpacked(packed: i64) -> Option<Money> {
    let (cents, zeros) = (packed / 10, u32::try_from((packed % 10).abs()).ok()?);
    let cents = cents.checked_mul(10_i64.checked_pow(zeros)?)?;
    (-MOST..=MOST).contains(&cents).then(|| Money::from_cents(cents))
}

fn thousands(money: Money) -> i64 {
    (money.euros() / 1000.0).round() as i64
}

/// Which files the town was made of.
fn pack(town: &Town) -> [u8; 2] {
    let [a, b, ..] = town.version.to_be_bytes();
    [a, b]
}

/// Whose equations hold.
fn model() -> [u8; 2] {
    let [a, b, _] = short(&["model", MODEL]);
    [a, b]
}

/// The last bytes of a small whole number are zero, and zeros in front cost nothing.
fn turned(multiplier: f64) -> u64 {
    multiplier.to_bits().swap_bytes()
}

impl Body {
    fn of(town: &Town, scenario: &Scenario, parts: Parts) -> Option<Self> {
        let mut spans: Vec<Within> = Vec::new();
        for ((from, to), part, money) in parts {
            let (from, to) = (i32::from(from.0) - CENTURY, i32::from(to.0) - CENTURY);
            let entry = Entry::of(town, part, money)?;
            match spans.iter_mut().find(|it| (it.from, it.to) == (from, to)) {
                Some(span) => span.parts.push(entry),
                None => spans.push(Within { from, to, parts: vec![entry] }),
            }
        }
        spans.iter_mut().for_each(|it| it.parts.sort_unstable());
        spans.sort_unstable();
        let tax = |(at, it): (_, &f64)| Some((short(&["tax", &town.taxes.get(at)?.id]), turned(*it)));
        let mut taxes = scenario.taxes.iter().map(|(at, it)| tax((*at, it))).collect::<Option<Vec<_>>>()?;
        taxes.sort_unstable();
        let shock = |at: &_| Some(short(&["shock", &town.shocks.get(*at)?.id]));
        let mut shocks = scenario.shocks.iter().map(shock).collect::<Option<Vec<_>>>()?;
        shocks.sort_unstable();
        let (town_ref, balance) = (short(&["pack", &town.id]), thousands(town.balance(scenario)));
        Some(Self { town: town_ref, pack: pack(town), model: model(), balance, spans, taxes, shocks })
    }

    /// What it means in its town; none if its numbers are none that a program writes.
    fn linked(self, town: &Town) -> Option<Linked> {
        let mut unknown = 0;
        let mut parts = Parts::new();
        for Within { from, to, parts: entries } in self.spans {
            let year = |it: i32| it.checked_add(CENTURY).and_then(|it| u16::try_from(it).ok()).map(Year);
            let span: Span = (year(from)?, year(to)?);
            for entry in entries {
                let money = entry.money()?;
                match Names(town).part(entry) {
                    Some(part) => parts.push((span, part, money)),
                    None => unknown += 1,
                }
            }
        }
        let found = unfold(town, &parts);
        unknown += found.empty;
        let mut scenario = Scenario { moves: found.cells, measures: found.measures, ..Scenario::default() };
        for (name, multiplier) in self.taxes {
            let at = only(town.taxes.pairs(), |(_, it)| Some(short(&["tax", &it.id])), name);
            match at {
                Some((at, _)) => drop(scenario.taxes.insert(at, f64::from_bits(multiplier.swap_bytes()))),
                None => unknown += 1,
            }
        }
        for name in self.shocks {
            match only(town.shocks.pairs(), |(_, it)| Some(short(&["shock", &it.id])), name) {
                Some((at, _)) => scenario.shocks.push(at),
                None => unknown += 1,
            }
        }
        let then = Then {
            is_other_model: self.model != model(),
            is_other_pack: self.pack != pack(town),
            balance: Money::from_euros(self.balance as f64 * 1000.0),
        };
        let opened =
            fit(town, &Draft::new(town, Portable::of(town, &scenario, &Reasons::default()), Vec::new(), "", "", ""))
                .ok()?;
        Some(Linked { opened, unknown, then: (then.is_other_model || then.is_other_pack).then_some(then) })
    }
}
