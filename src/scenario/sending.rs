//! What the answers of a collector mean, and when it is asked again (Senden).
//!
//! A draft lies under its own number and is taken only if there is none, so asking again can never make two of it. What may
//! pass is tried again after a pause of random length, so that many who were put off do not all come back at once.

/// Most requests for one press of the button.
pub const TRIES: u32 = 4;

/// So long an answer is waited for, milliseconds.
pub const PATIENCE: u32 = 15_000;

/// First pause, milliseconds; it doubles, and varies by half of it to either side.
const PAUSE: u32 = 800;

/// Longest pause that a collector may ask for, seconds.
const LONGEST: u32 = 8;

/// What came back (Antwort).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A status of HTTP, and for how many seconds the collector asks to be left alone; zero without such a wish.
    Status(u16, u32),
    /// Nothing: no connection, one that broke, or no answer in time.
    Cut,
}

/// How it ended (Ausgang).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is there now.
    Arrived,
    /// It was there already.
    There,
    /// The collector does not take it, with this status; asking again would not help.
    Refused(u16),
    /// Nobody took it so far; asking later may help.
    Unreached,
}

/// What comes next (nächster Schritt).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is over.
    Over(Sent),
    /// The same request again after so many milliseconds.
    Again(u32),
}

/// One press of the button, request by request (Sendeversuch).
#[derive(Clone, Debug, Default)]
pub struct Sending {
    tried: u32,
}

impl Sending {
    /// What follows from an answer; `chance` is a random number from 0 to below 1.
    ///
    /// ```
    /// use zukunftshaushalt::scenario::{Answer, Next, Sending, Sent};
    ///
    /// let mut sending = Sending::default();
    /// assert_eq!(sending.after(Answer::Cut, 0.5), Next::Again(800));
    /// assert_eq!(sending.after(Answer::Status(412, 0), 0.5), Next::Over(Sent::There));
    /// ```
    pub fn after(&mut self, answer: Answer, chance: f64) -> Next {
        self.tried += 1;
        let asked = match answer {
            Answer::Status(200..=299, _) => return Next::Over(Sent::Arrived),
            Answer::Status(412, _) => return Next::Over(Sent::There),
            Answer::Status(408 | 409 | 425 | 429 | 500..=599, seconds) => seconds,
            Answer::Status(other, _) => return Next::Over(Sent::Refused(other)),
            Answer::Cut => 0,
        };
        if self.tried >= TRIES {
            return Next::Over(Sent::Unreached);
        }
        let pause = f64::from(PAUSE << (self.tried - 1)) * (0.5 + chance.clamp(0.0, 1.0));
        // A cast cuts what is too large, and a pause is a few seconds.
        Next::Again(pause as u32 + asked.min(LONGEST) * 1_000)
    }
}
