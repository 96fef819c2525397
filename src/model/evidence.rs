use serde::{Deserialize, Serialize};

/// What a study found about a lever and an indicator (Richtung des veröffentlichten Befunds).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// More money makes it better.
    Improves,
    /// More money makes it worse.
    Worsens,
    /// It was looked for, and none was found.
    #[serde(rename = "none")]
    Nothing,
    /// Nobody looked, or what was found does not agree.
    Unknown,
}
