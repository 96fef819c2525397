use super::gather::Mark;
use super::talk::Talk;

/// Steps that a room remembers.
const MOST: usize = 200;

/// What a facilitator did last (Schritt der Moderation), so that it can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// So many drafts came.
    Gathered(usize),
    /// The room sees what was gathered.
    Revealed,
    /// It sees that no more.
    Covered,
    /// All agreed to be shown although they are few.
    FewAgreed,
    /// Proposals were chosen, and asking began.
    AskingBegun,
    /// Somebody handed in an answer.
    Answered,
    /// The asking ended before all had answered.
    AskingClosed,
    /// Everybody is asked once more.
    AskedAgain,
    /// Other proposals are to be chosen.
    AskedAnew,
    /// A department said how it stands to a goal.
    Stance,
}

/// What a room was before each step, the last one last (Verlauf): the way back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past(Vec<(Deed, Talk, Mark)>);

impl Past {
    /// Remembers a step, with what was before it.
    pub fn push(&mut self, deed: Deed, talk: Talk, drafts: Mark) {
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push((deed, talk, drafts));
    }

    /// The last step.
    pub fn last(&self) -> Option<Deed> {
        self.0.last().map(|it| it.0)
    }

    /// Takes the last step back: what it was, and what was before it.
    pub fn pop(&mut self) -> Option<(Deed, Talk, Mark)> {
        self.0.pop()
    }
}
