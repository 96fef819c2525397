//! What a group wants together: for each goal and each thing how many want more or less, and how far apart they are.

use super::account::{Account, Thing};
use crate::model::{Money, Town};

/// Fewer drafts than this show no distribution, unless all who made them agreed: one could tell who wants what.
pub const SHY: usize = 5;

/// Which way a draft moves something (Richtung).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Money is added.
    More,
    /// Money is taken.
    Less,
    /// It stays as planned.
    Same,
}

/// The yearly changes of one goal or thing in all drafts, euros (Verteilung).
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// Those that are not zero, in rising order.
    moved: Vec<f64>,
    /// How many are below zero.
    less: usize,
    /// All drafts.
    count: usize,
    /// Their mean; sums of means are means of sums.
    pub mean: f64,
}

impl Spread {
    /// That of some changes; those that are not told are zero, up to `count`.
    pub fn of(changes: impl IntoIterator<Item = Money>, count: usize) -> Self {
        let moved: Vec<Money> = changes.into_iter().filter(|it| !it.is_zero()).collect();
        // Cents are whole, so the order of the drafts makes no difference.
        let sum: Money = moved.iter().copied().sum();
        let mut moved: Vec<f64> = moved.into_iter().map(Money::euros).collect();
        moved.sort_unstable_by(f64::total_cmp);
        let less = moved.partition_point(|it| *it < 0.0);
        Self {
            less,
            mean: if count == 0 { 0.0 } else { sum.euros() / count as f64 },
            count: count.max(moved.len()),
            moved,
        }
    }

    /// How many drafts there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many go one way.
    pub fn going(&self, direction: Direction) -> usize {
        match direction {
            Direction::More => self.moved.len() - self.less,
            Direction::Less => self.less,
            Direction::Same => self.count - self.moved.len(),
        }
    }

    /// All changes that are not zero, in rising order.
    pub fn moved(&self) -> &[f64] {
        &self.moved
    }

    /// The quantile of all changes, type 7 like those of the model; zero of none.
    pub fn quantile(&self, share: f64) -> f64 {
        let Some(last) = self.count.checked_sub(1) else { return 0.0 };
        let place = last as f64 * share.clamp(0.0, 1.0);
        let below = (place.floor() as usize).min(last);
        let (low, high) = (self.at(below), self.at((below + 1).min(last)));
        low + (high - low) * (place - below as f64)
    }

    /// The one in the middle.
    pub fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// The ends of the middle half.
    pub fn middle_half(&self) -> (f64, f64) {
        (self.quantile(0.25), self.quantile(0.75))
    }

    /// The change at a place of all in rising order.
    fn at(&self, place: usize) -> f64 {
        let zeros = self.count - self.moved.len();
        let found = match place {
            place if place < self.less => self.moved.get(place),
            place if place < self.less + zeros => None,
            place => self.moved.get(place - zeros),
        };
        found.copied().unwrap_or(0.0)
    }

    /// The way most go, if at least two of three do (Einigkeit).
    pub fn agreed(&self) -> Option<Direction> {
        let all = [Direction::More, Direction::Less, Direction::Same];
        all.into_iter().find(|it| self.count > 0 && self.going(*it) * 3 >= self.count * 2)
    }

    /// Of a hundred drafts so many face as many others that go the other way; fifty when half stands against half
    /// (Uneinigkeit).
    pub fn divided(&self) -> f64 {
        let smaller = self.going(Direction::More).min(self.going(Direction::Less));
        if self.count == 0 { 0.0 } else { smaller as f64 / self.count as f64 * 100.0 }
    }
}

/// All drafts of a group together (Gesamtbild).
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// How many drafts there are.
    pub count: usize,
    /// For each purpose in the order of the page.
    pub purposes: Vec<Spread>,
    /// For each purpose a median of which all together are as much as the means: the same share of drafts below it for every
    /// purpose, chosen so that they sum (angeglichener Median).
    pub levelled: Vec<f64>,
    /// For each thing that a draft moves.
    pub things: Vec<(Thing, Spread)>,
    /// Means of what else makes the balance: taxes, what is built, what others pay; and of the balance.
    pub taxes: f64,
    /// See there.
    pub built: f64,
    /// See there.
    pub paid_by_others: f64,
    /// See there.
    pub balance: f64,
}

/// Adds drafts up; in whatever order they come, the same comes out (zusammenfassen).
pub fn together(town: &Town, drafts: &[&Account]) -> Together {
    let count = drafts.len();
    let of = |one: fn(&Account) -> Money| Spread::of(drafts.iter().map(|it| one(it)), count).mean;
    let purpose = |at: usize| Spread::of(drafts.iter().filter_map(|it| it.purposes.get(at)).copied(), count);
    let purposes: Vec<Spread> = (0..town.purposes().len()).map(purpose).collect();
    let mut moved: Vec<(Thing, Money)> = drafts.iter().flat_map(|it| it.things.iter().copied()).collect();
    moved.sort_unstable();
    let things = moved.chunk_by(|one, other| one.0 == other.0);
    let things = things.filter_map(|all| {
        let thing = all.first()?.0;
        Some((thing, Spread::of(all.iter().map(|it| it.1), count)))
    });
    Together {
        count,
        levelled: levelled(&purposes),
        purposes,
        things: things.collect(),
        taxes: of(|it| it.taxes),
        built: of(|it| it.built),
        paid_by_others: of(|it| it.paid_by_others),
        balance: of(|it| it.balance),
    }
}

/// Halvings after which a share is as fine as its number.
const HALVINGS: usize = 60;

fn levelled(all: &[Spread]) -> Vec<f64> {
    let wanted: f64 = all.iter().map(|it| it.mean).sum();
    let at = |share: f64| all.iter().map(|it| it.quantile(share)).collect::<Vec<f64>>();
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if at(middle).iter().sum::<f64>() < wanted { low = middle } else { high = middle }
    }
    at(high)
}

/// Where a group agrees and where it does not (Rangfolge), by the places of purposes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// Where at least two of three go the same way, the most at one first.
    pub agreed: Vec<(usize, Direction)>,
    /// Where they do not, the most divided first.
    pub apart: Vec<usize>,
    /// What no draft moves.
    pub untouched: Vec<usize>,
}

/// Ranks what all drafts want; ties stand in the order of the page.
pub fn ranking(all: &[Spread]) -> Ranking {
    let mut found = Ranking::default();
    for (at, it) in all.iter().enumerate() {
        match it.agreed() {
            _ if it.moved.is_empty() => found.untouched.push(at),
            Some(direction) => found.agreed.push((at, direction)),
            None => found.apart.push(at),
        }
    }
    let going = |(at, direction): &(usize, Direction)| all.get(*at).map_or(0, |it| it.going(*direction));
    found.agreed.sort_by_key(|it| std::cmp::Reverse(going(it)));
    let divided = |at: &usize| all.get(*at).map_or(0.0, Spread::divided);
    found.apart.sort_by(|one, other| divided(other).total_cmp(&divided(one)));
    found
}

/// What most drafts give more or less, the most common first: as many as wanted, and those that are as common as the last of
/// them (am häufigsten).
pub fn most_common(all: &[(Thing, Spread)], direction: Direction, wanted: usize) -> Vec<(Thing, usize)> {
    let mut found: Vec<(Thing, usize)> =
        all.iter().map(|(thing, it)| (*thing, it.going(direction))).filter(|it| it.1 > 0).collect();
    found.sort_by_key(|it| (std::cmp::Reverse(it.1), it.0));
    let last = wanted.checked_sub(1).and_then(|at| found.get(at)).map_or(0, |it| it.1);
    found.retain(|it| it.1 >= last);
    // Many that are equally rare say nothing by standing there.
    if found.len() > wanted * 2 {
        found.retain(|it| it.1 > last);
    }
    found
}
