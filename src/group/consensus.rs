//! Which proposal meets the least resistance (Systemisches Konsensieren): everybody says of each from 0 to 10 how much they
//! resist it, of "everything stays" as well.

use serde::{Deserialize, Serialize};

/// How many proposals there may be beside "everything stays".
pub const PROPOSALS: std::ops::RangeInclusive<usize> = 2..=7;

/// Drafts of a room that are offered as proposals.
pub const OFFERED: usize = 40;

/// The most resistance that somebody can have.
pub const MOST_RESISTANCE: u8 = 10;

/// Letters of a proposal's name.
const NAME: usize = 200;

/// A draft that is proposed (Vorschlag).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What it is called.
    pub name: String,
    /// The draft as it was handed in.
    pub draft: String,
    /// Its check value, which tells it apart.
    pub check: String,
}

/// One time that everybody was asked (Runde).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Round {
    /// What each person said of "everything stays" and of each proposal. In the order of its numbers, so that nobody can tell
    /// whose is whose.
    ballots: Vec<Vec<u8>>,
    is_closed: bool,
}

/// A search for the proposal with the least resistance (Konsensierung).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consensus {
    proposals: Vec<Proposal>,
    people: usize,
    rounds: Vec<Round>,
}

/// How much resistance one option met in a round (Ergebnis).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Zero for "everything stays", then the proposals in their order.
    pub option: usize,
    /// All resistance together.
    pub total: u32,
    /// Resistance per person.
    pub mean: f64,
    /// Standard deviation: how far people are apart on it.
    pub spread: f64,
    /// The least and the most that somebody said.
    pub ends: (u8, u8),
    /// One more than there are options with less resistance, so that those with equal resistance have the same rank.
    pub rank: usize,
}

impl Consensus {
    /// Begins to ask so many people; none if these are too few or too many proposals, or nobody.
    pub fn new(proposals: Vec<Proposal>, people: usize) -> Option<Self> {
        let cut = |it: Proposal| Proposal { name: it.name.chars().take(NAME).collect(), ..it };
        let proposals: Vec<Proposal> = proposals.into_iter().map(cut).collect();
        let is_sound = PROPOSALS.contains(&proposals.len()) && people > 0;
        is_sound.then(|| Self { proposals, people, rounds: vec![Round::default()] })
    }

    /// What is proposed, beside "everything stays".
    pub fn proposals(&self) -> &[Proposal] {
        &self.proposals
    }

    /// How many are asked.
    pub fn people(&self) -> usize {
        self.people
    }

    /// How many rounds there are, the present one included.
    pub fn rounds(&self) -> usize {
        self.rounds.len()
    }

    /// How many have answered in the present round.
    pub fn answered(&self) -> usize {
        self.rounds.last().map_or(0, |it| it.ballots.len())
    }

    /// Whether somebody still has to answer.
    pub fn is_open(&self) -> bool {
        self.rounds.last().is_some_and(|it| !it.is_closed)
    }

    /// Takes an answer; the last one closes the round. False, and nothing changes, for what is no answer to all options.
    pub fn answer(&mut self, ballot: Vec<u8>) -> bool {
        let (options, people) = (self.proposals.len() + 1, self.people);
        let Some(round) = self.rounds.last_mut().filter(|it| !it.is_closed) else { return false };
        if ballot.len() != options || ballot.iter().any(|it| *it > MOST_RESISTANCE) {
            return false;
        }
        round.ballots.push(ballot);
        round.ballots.sort_unstable();
        round.is_closed = round.ballots.len() >= people;
        true
    }

    /// Closes the round with those who have answered: somebody has left. False if nobody has.
    pub fn close(&mut self) -> bool {
        let Some(round) = self.rounds.last_mut().filter(|it| !it.ballots.is_empty()) else { return false };
        round.is_closed = true;
        true
    }

    /// Asks once more; what was said before stays. False while the present round is open.
    pub fn ask_again(&mut self) -> bool {
        let is_done = !self.rounds.is_empty() && !self.is_open();
        if is_done {
            self.rounds.push(Round::default());
        }
        is_done
    }

    /// What came of a round, the least resistance first, equals in the order of the proposals; none before all are in.
    pub fn results(&self, round: usize) -> Option<Vec<Standing>> {
        let round = self.rounds.get(round).filter(|it| it.is_closed)?;
        let mut all: Vec<Standing> = (0..=self.proposals.len()).map(|option| standing(round, option)).collect();
        let totals: Vec<u32> = all.iter().map(|it| it.total).collect();
        all.iter_mut().for_each(|it| it.rank = 1 + totals.iter().filter(|other| **other < it.total).count());
        all.sort_by_key(|it| (it.total, it.option));
        Some(all)
    }

    /// What everybody has said so far, when it is no secret any more.
    pub fn ballots(&self, round: usize) -> Option<&[Vec<u8>]> {
        self.rounds.get(round).filter(|it| it.is_closed).map(|it| it.ballots.as_slice())
    }
}

fn standing(round: &Round, option: usize) -> Standing {
    let said: Vec<u8> = round.ballots.iter().filter_map(|it| it.get(option)).copied().collect();
    let (count, total) = (said.len().max(1) as f64, said.iter().copied().map(u32::from).sum::<u32>());
    let mean = f64::from(total) / count;
    let apart: f64 = said.iter().map(|it| (f64::from(*it) - mean).powi(2)).sum();
    let ends = (said.iter().copied().min().unwrap_or(0), said.iter().copied().max().unwrap_or(0));
    Standing { option, total, mean, spread: (apart / count).sqrt(), ends, rank: 0 }
}
