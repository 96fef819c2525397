use litemap::LiteMap;

use crate::model::{Money, Move, Year};

/// First and last year of a move.
pub type Span = (Year, Year);

/// What was taken over of a file so far, with the years of all that was named (Übernommenes).
pub struct Taken<K> {
    moves: LiteMap<K, Move>,
    /// What came back to nothing was named too.
    spans: LiteMap<K, Span>,
}

impl<K: Ord> Default for Taken<K> {
    fn default() -> Self {
        Self { moves: LiteMap::new(), spans: LiteMap::new() }
    }
}

impl<K: Ord + Copy> Taken<K> {
    /// Its change per year so far.
    pub fn amount(&self, key: &K) -> Money {
        self.moves.get(key).map_or(Money::ZERO, |it| it.amount)
    }

    /// Sets its change for these years; the answer is the years for which it was named before.
    pub fn set(&mut self, key: K, amount: Money, span: Span) -> Option<Span> {
        if amount.is_zero() {
            self.moves.remove(&key);
        } else {
            self.moves.insert(key, Move { amount, from: span.0, to: span.1 });
        }
        self.spans.insert(key, span)
    }

    /// What is moved in the end.
    pub fn into_moves(self) -> LiteMap<K, Move> {
        self.moves
    }
}
