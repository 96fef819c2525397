use super::Outside;

/// The English words.
pub const OUTSIDE: Outside = Outside {
    idle: "Are you still there?",
    idle_note: "Otherwise this device is emptied for the next person. Your draft is gone then.",
    left: "{} seconds left",
    stay: "Yes, go on",
    newer: "A new version of this page is ready. Your draft stays.",
    reload: "Reload",
    later: "Later",
};
