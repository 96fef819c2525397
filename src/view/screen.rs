//! The screens of the page and the fragments of the address that lead to them.

use crate::model::{FieldAt, IndicatorAt, Purpose, Town};
use crate::platform::{address, sending};
use crate::text::EASY_PARAMETER;

/// What the page shows at a time (Ansicht).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// One sentence, one picture, two doors (Auftakt).
    #[default]
    Opening,
    /// Short path: which goal.
    Goals,
    /// Short path: which measure of a goal.
    Choices(FieldAt),
    /// Short path: where the money comes from.
    Cover,
    /// Short path: the card of the draft.
    Outcome,
    /// The workbench (Werkbank).
    Bench,
    /// What stands behind the numbers (Verstehen).
    Learn,
    /// Drafts side by side (Vergleichen).
    Compare,
    /// The draft as an annex to a council motion (Ratsanlage).
    Paper,
    /// The draft as a link (Teilen).
    Share,
    /// The text that puts the page into a website (Einbetten).
    Embed,
    /// A draft that came in a link (geteilter Entwurf).
    Shared,
    /// The draft goes to the town, where the page was built with a collector (Senden).
    Send,
    /// Drafts of many people, gathered here (Gruppe).
    Group(Group),
    /// The short path in easy German (Leichte Sprache).
    Easy(Easy),
    /// What this page has stored in the browser (gespeicherte Daten).
    Stored,
    /// How accessible this page is, and whom to tell (Erklärung zur Barrierefreiheit).
    Statement,
}

/// The screens in easy German, step by step like the short path (Schritte in Leichter Sprache).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Easy {
    /// Which goal.
    Goals,
    /// More or less of what.
    Choices(FieldAt),
    /// Where the money comes from.
    Money,
    /// What comes out.
    Outcome,
}

/// The screens of a group (Ansichten der Gruppe).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The room and its steps.
    Room,
    /// Gathering.
    Gather,
    /// What the group wants.
    Overview,
    /// The least resistance.
    Consensus,
    /// Departments by goals.
    Responsibility,
}

impl Group {
    /// All of them in their order.
    pub const ALL: [Self; 5] = [Self::Room, Self::Gather, Self::Overview, Self::Consensus, Self::Responsibility];

    const fn fragment(self) -> &'static str {
        match self {
            Self::Room => "gruppe",
            Self::Gather => "gruppe-sammeln",
            Self::Overview => "gruppe-uebersicht",
            Self::Consensus => "gruppe-konsens",
            Self::Responsibility => "gruppe-mitverantwortung",
        }
    }
}

/// Whether the page is opened for a group, by `?mode=moderation`: it begins with the room, in large letters.
pub fn is_led() -> bool {
    address::parameter("mode").is_some_and(|it| it == "moderation")
}

/// Name of "Wie wird gerechnet?" in the address; a row of it is this, a dash and its key.
pub const PLACE: &str = "rechnung";

/// How the fragment of a goal's measures begins; its key follows.
const OF_GOAL: &str = "kurz-ziel-";

/// The same in easy German.
const EASY_OF_GOAL: &str = "leicht-ziel-";

/// How the fragment of an indicator that is to be understood begins; its key follows.
const OF_INDICATOR: &str = "verstehen-";

/// How the fragment of a shared draft begins; its code follows.
pub const OF_CODE: &str = "s=";

/// Places on the workbench that have addresses of their own.
const ON_BENCH: [&str; 7] = ["ziele", "wirkung", "generationen", "recht", "aenderungen", "erbe", "abschlag"];

/// Places in what stands behind the numbers; evidence has one for every row.
const IN_LEARN: [&str; 8] =
    ["produkte-ziele", "zielrad", "bilder", "profil", "krisentest", "dezernate", "sichten", "tisch"];

impl Screen {
    /// The fragment that leads here, `kurz` of `#kurz`.
    pub fn fragment(self, town: &Town) -> String {
        match self {
            Self::Opening => "auftakt".to_owned(),
            Self::Goals => "kurz".to_owned(),
            Self::Choices(field) => {
                format!("{OF_GOAL}{}", town.purpose_key(Purpose::Field(field)).unwrap_or_default())
            }
            Self::Cover => "kurz-geld".to_owned(),
            Self::Outcome => "kurz-ergebnis".to_owned(),
            Self::Bench => "werkbank".to_owned(),
            Self::Learn => "verstehen".to_owned(),
            Self::Compare => "vergleichen".to_owned(),
            Self::Paper => "ratsanlage".to_owned(),
            Self::Group(place) => place.fragment().to_owned(),
            Self::Easy(Easy::Goals) => "leicht".to_owned(),
            Self::Easy(Easy::Choices(field)) => {
                format!("{EASY_OF_GOAL}{}", town.purpose_key(Purpose::Field(field)).unwrap_or_default())
            }
            Self::Easy(Easy::Money) => "leicht-geld".to_owned(),
            Self::Easy(Easy::Outcome) => "leicht-plan".to_owned(),
            Self::Stored => "daten".to_owned(),
            Self::Statement => "barrierefreiheit".to_owned(),
            Self::Share => "teilen".to_owned(),
            Self::Embed => "einbetten".to_owned(),
            Self::Send => "senden".to_owned(),
            // The only one that cannot be gone to, so it is the one that stands.
            Self::Shared => address::fragment(),
        }
    }

    /// The screen of a fragment, and whether it names a place in it; none where it leads nowhere else.
    pub fn of(fragment: &str, town: &Town) -> Option<(Self, bool)> {
        if let Some(key) = fragment.strip_prefix(OF_GOAL) {
            let Some(Purpose::Field(field)) = town.purpose(key) else { return Some((Self::Goals, false)) };
            return Some((Self::Choices(field), false));
        }
        if let Some(key) = fragment.strip_prefix(EASY_OF_GOAL) {
            let Some(Purpose::Field(field)) = town.purpose(key) else { return Some((Self::Easy(Easy::Goals), false)) };
            return Some((Self::Easy(Easy::Choices(field)), false));
        }
        let whole = [
            Self::Opening,
            Self::Goals,
            Self::Cover,
            Self::Outcome,
            Self::Bench,
            Self::Learn,
            Self::Compare,
            Self::Paper,
            Self::Easy(Easy::Goals),
            Self::Easy(Easy::Money),
            Self::Easy(Easy::Outcome),
            Self::Stored,
            Self::Statement,
            Self::Share,
            Self::Embed,
            Self::Send,
        ];
        let is_there = |screen: &Self| *screen != Self::Send || sending::is_offered();
        let found = whole.into_iter().find(|screen| screen.fragment(town) == fragment).filter(is_there);
        let of_group = || Group::ALL.into_iter().find(|it| it.fragment() == fragment).map(Self::Group);
        match fragment {
            "" if address::parameter("lang").is_some_and(|it| it == EASY_PARAMETER) => {
                Some((Self::Easy(Easy::Goals), false))
            }
            "" if is_led() => Some((Self::Group(Group::Room), false)),
            "" => Some((Self::Opening, false)),
            _ if fragment.starts_with(OF_CODE) => Some((Self::Shared, false)),
            _ if fragment.starts_with(OF_INDICATOR) => Some((Self::Learn, false)),
            _ if ON_BENCH.contains(&fragment) || fragment.starts_with("goal-") => Some((Self::Bench, true)),
            _ if IN_LEARN.contains(&fragment) || fragment.starts_with(PLACE) => Some((Self::Learn, true)),
            _ => found.or_else(of_group).map(|screen| (screen, false)),
        }
    }

    /// The fragment that leads to what is known of an indicator.
    pub fn of_indicator(at: IndicatorAt, town: &Town) -> String {
        format!("{OF_INDICATOR}{}", town.indicators.get(at).map_or("", |it| it.id.as_str()))
    }

    /// The indicator that a fragment names.
    pub fn indicator(fragment: &str, town: &Town) -> Option<IndicatorAt> {
        let id = fragment.strip_prefix(OF_INDICATOR)?;
        town.indicators.find(|it| it.id == id)
    }

    /// The screen that the address names.
    pub fn now(town: &Town) -> Self {
        Self::of(&address::fragment(), town).unwrap_or_default().0
    }

    /// Whether it is one of those that are made of drafts: side by side, as a paper, as a link, on its way to the town, of a
    /// group, in a website.
    pub fn is_paper(self) -> bool {
        matches!(
            self,
            Self::Compare | Self::Paper | Self::Share | Self::Shared | Self::Embed | Self::Send | Self::Group(_)
        )
    }

    /// Whether it is one of a group.
    pub fn is_group(self) -> bool {
        matches!(self, Self::Group(_))
    }

    /// Whether it is one of those in easy German.
    pub fn is_easy(self) -> bool {
        matches!(self, Self::Easy(_))
    }

    /// Whether it is one of those that stand beside all ways: easy German, what is stored, accessibility.
    pub fn is_aside(self) -> bool {
        self.is_easy() || matches!(self, Self::Stored | Self::Statement)
    }

    /// The same step in easy German; its beginning for what has none.
    pub fn in_easy(self) -> Self {
        Self::Easy(match self {
            Self::Choices(field) => Easy::Choices(field),
            Self::Cover => Easy::Money,
            Self::Outcome => Easy::Outcome,
            _ => Easy::Goals,
        })
    }

    /// Whether it is one of the two that councillors work at.
    pub fn is_desk(self) -> bool {
        matches!(self, Self::Bench | Self::Learn)
    }
}
