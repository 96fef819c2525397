//! All words and all numbers that people read (Textkatalog). A missing text does not compile.

mod catalog;
mod de;
mod doors;
mod en;
mod method;
mod number;
mod together;
mod typed;

pub use catalog::{
    CostSaid, ExpectedKinds, IndicatorSaid, LawSaid, LawWords, MetricsMoved, ResilienceSaid, SavingSaid, Texts,
    UnitsSaid,
};
pub use doors::Doors;
pub use method::begun;
pub use method::{
    BaseSaid, ChangeSaid, Chapter, EvidenceSaid, Explained, Formula, KnownSaid, Method, OwnSaid, PriceSaid, SETTINGS,
    ScaleSaid, SettingsSaid,
};
pub use number::{
    about, amount, change_decimals, compact, large, level_decimals, number, rounded, signed, signed_about,
    signed_amount, signed_millions, spoken, trimmed, twentieths, whole, with_euro,
};
pub use together::together;
pub use typed::{Typed, Unit, typed};

use crate::model::Bilingual;

/// Declares the languages. Each needs a catalogue and a text of [`Bilingual`] under its tag, or does not compile.
macro_rules! languages {
    ($($(#[$doc:meta])* $lang:ident = $tag:ident;)+) => {
        /// Language of the page (Sprache).
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Lang {
            $($(#[$doc])* $lang,)+
        }

        impl Lang {
            /// All of them, the first one first.
            pub const ALL: [Self; [$(stringify!($tag)),+].len()] = [$(Self::$lang),+];

            /// Tag for the `lang` attribute and the address.
            pub const fn tag(self) -> &'static str {
                match self {
                    $(Self::$lang => stringify!($tag),)+
                }
            }

            /// The catalogue of this language.
            pub fn texts(self) -> &'static Texts {
                match self {
                    $(Self::$lang => &$tag::TEXTS,)+
                }
            }

            /// The text of a pack in this language.
            pub fn of(self, text: &Bilingual) -> &str {
                match self {
                    $(Self::$lang => &text.$tag,)+
                }
            }
        }
    };
}

languages! {
    /// German, the first language.
    De = de;
    /// English.
    En = en;
}

impl Default for Lang {
    fn default() -> Self {
        let [first, ..] = Self::ALL;
        first
    }
}

impl Lang {
    /// The language of a tag, if the page speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The one that the page offers beside this one; the last offers the first.
    pub fn next(self) -> Self {
        Self::ALL.into_iter().cycle().skip_while(|lang| *lang != self).nth(1).unwrap_or_default()
    }
}

impl Lang {
    /// A date given as `YYYY-MM-DD` as people write it; anything else stays as it is.
    pub fn date(self, iso: &str) -> String {
        let mut parts = iso.splitn(3, '-');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(year), Some(month), Some(day)) => (self.texts().date)(year, month, day),
            _ => iso.to_owned(),
        }
    }
}

/// Whether a citation is most likely written in German, for its `lang` attribute on an English page.
///
/// Packs keep the titles of sources as published and do not say their language.
pub fn is_german(citation: &str) -> bool {
    let words = [
        " und ",
        " der ",
        " des ",
        " im ",
        " nach ",
        " auf ",
        " von ",
        " die ",
        " das ",
        " den ",
        " mit ",
        " zur ",
        " zum ",
        "gesetz",
        "Gesetz",
        "Eigene ",
        "Keine ",
        "Stadt ",
        "Schätzung",
        "(amtlich)",
        "Annahme",
    ];
    citation.contains(['ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü']) || words.iter().any(|word| citation.contains(word))
}
