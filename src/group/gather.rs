//! Gathering (Sammeln): whatever people hand in, from a camera, files, pasted text or a frame, comes in here.

use std::collections::{BTreeMap, HashSet, VecDeque};

use super::account::Account;
use super::chunk::Chunk;
use super::hand::{Handed, Refusal, read};
use super::nonce::Nonce;
use crate::model::Town;

/// More drafts than this a room does not take: the storage of a browser ends not far behind.
pub const MOST_DRAFTS: usize = 20_000;

/// All drafts of a group (Sammlung), in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    drafts: Vec<Handed>,
    seen: HashSet<Nonce>,
    again: usize,
    refused: BTreeMap<Refusal, usize>,
}

/// How far a gathering was at some time (Marke).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    drafts: usize,
    again: usize,
    refused: BTreeMap<Refusal, usize>,
}

impl Mark {
    /// How many drafts counted.
    pub fn count(&self) -> usize {
        self.drafts
    }
}

/// What became of one text (Ergebnis).
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// It counts from now on.
    New,
    /// It was there already.
    Again,
    /// It does not count.
    Refused(Refusal),
}

impl Gathered {
    /// Takes one text: the entry for whatever comes from outside, piece by piece (annehmen). `towns` are the keys of those
    /// that can be named.
    pub fn take(&mut self, town: &Town, towns: &[String], text: &str, day: &str) -> Taken {
        let taken = self.judged(town, towns, text, day);
        match &taken {
            Taken::New => {}
            Taken::Again => self.again += 1,
            Taken::Refused(why) => *self.refused.entry(why.clone()).or_default() += 1,
        }
        taken
    }

    fn judged(&mut self, town: &Town, towns: &[String], text: &str, day: &str) -> Taken {
        if self.drafts.len() >= MOST_DRAFTS {
            return Taken::Refused(Refusal::Full);
        }
        match read(town, towns, text, day) {
            Ok(it) if !self.seen.insert(it.nonce.clone()) => Taken::Again,
            Ok(it) => {
                self.drafts.push(it);
                Taken::New
            }
            Err(why) => Taken::Refused(why),
        }
    }

    /// All that counts, in the order in which it came.
    pub fn drafts(&self) -> &[Handed] {
        &self.drafts
    }

    /// How many count.
    pub fn count(&self) -> usize {
        self.drafts.len()
    }

    /// What each moves.
    pub fn accounts(&self) -> Vec<&Account> {
        self.drafts.iter().map(|it| &it.account).collect()
    }

    /// How often something came that was there already.
    pub fn again(&self) -> usize {
        self.again
    }

    /// What was not taken, and how often.
    pub fn refused(&self) -> impl Iterator<Item = (&Refusal, usize)> {
        self.refused.iter().map(|(why, count)| (why, *count))
    }

    /// How many were limited or lost something on the way.
    pub fn adjusted(&self) -> usize {
        self.drafts.iter().filter(|it| it.is_adjusted).count()
    }

    /// How many bore no nonce of their own: of these, equal ones count once.
    pub fn unmarked(&self) -> usize {
        self.drafts.iter().filter(|it| it.nonce.is_checksum()).count()
    }

    /// How far it is now.
    pub fn mark(&self) -> Mark {
        Mark { drafts: self.drafts.len(), again: self.again, refused: self.refused.clone() }
    }

    /// How many drafts came since.
    pub fn since(&self, mark: &Mark) -> usize {
        self.count().saturating_sub(mark.drafts)
    }

    /// Lets go what came since (zurücknehmen).
    pub fn back_to(&mut self, mark: Mark) {
        for gone in self.drafts.drain(mark.drafts.min(self.drafts.len())..) {
            self.seen.remove(&gone.nonce);
        }
        self.again = mark.again;
        self.refused = mark.refused;
    }

    /// Forgets what was not taken and what came twice; the drafts stay.
    pub fn forget_refused(&mut self) {
        self.again = 0;
        self.refused.clear();
    }
}

/// Texts that wait to be taken, and how far that is (Annahme): ten thousand of them take longer than a frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    waiting: VecDeque<String>,
    all: usize,
}

impl Intake {
    /// Adds a text from anywhere: one draft, or many, one a line or parted by blanks, or what a room has stored (Text von
    /// außen). How many pieces it has.
    pub fn add(&mut self, text: &str) -> usize {
        let found = pieces(text);
        let count = found.len();
        if self.waiting.is_empty() {
            self.all = 0;
        }
        self.all += count;
        self.waiting.extend(found);
        count
    }

    /// Takes the next few.
    pub fn step(&mut self, many: usize, town: &Town, towns: &[String], day: &str, into: &mut Gathered) {
        for text in self.waiting.drain(..many.min(self.waiting.len())) {
            into.take(town, towns, &text, day);
        }
    }

    /// Drops what waits; what was taken stays. How many that were.
    pub fn cancel(&mut self) -> usize {
        let dropped = self.waiting.len();
        self.waiting.clear();
        dropped
    }

    /// How many are done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.all - self.waiting.len(), self.all)
    }

    /// Whether something waits.
    pub fn is_busy(&self) -> bool {
        !self.waiting.is_empty()
    }
}

/// The single drafts of a text.
fn pieces(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if let Some(chunk) = Chunk::read(text) {
        return chunk.drafts;
    }
    // A file of several lines is one draft; lines that are each whole are one each.
    let is_whole = |line: &str| line.starts_with('{') && line.ends_with('}');
    if text.starts_with('{') && !text.lines().all(|it| it.trim().is_empty() || is_whole(it.trim())) {
        return vec![text.to_owned()];
    }
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    let of_line = |line: &str| -> Vec<String> {
        match Chunk::read(line) {
            Some(chunk) => chunk.drafts,
            None if line.starts_with('{') => vec![line.to_owned()],
            None => line.split([' ', '\t', ';', ',']).filter(|it| !it.is_empty()).map(str::to_owned).collect(),
        }
    };
    lines.flat_map(of_line).collect()
}
