//! All words and all numbers that people read (Textkatalog). A missing text does not compile.

mod annex;
mod aside;
mod bench;
mod catalog;
mod compare;
mod de;
mod doors;
mod easy;
mod embed;
mod en;
mod first;
mod group;
mod method;
mod names;
mod number;
mod outside;
mod products;
mod share;
mod together;
mod typed;

pub use annex::{AnnexWords, Lasting, PictureWords, PointSaid, TaxSaid};
pub use aside::AsideWords;
pub use bench::Bench;
pub use catalog::{
    CostSaid, ExpectedKinds, IndicatorSaid, LawSaid, LawWords, MetricsMoved, ResilienceSaid, SavingSaid, Texts,
    UnitsSaid,
};
pub use compare::Compare;
pub use doors::Doors;
pub use easy::{EASY, EASY_PARAMETER, EASY_TAG, EasyWords, Review};
pub use embed::{Around, Embed};
pub use first::First;
pub use group::{Going, GroupWords};
pub use method::begun;
pub use method::{
    AloudSaid, BaseSaid, ChangeSaid, Chapter, EvidenceSaid, Explained, Formula, KnownSaid, Method, OwnSaid, PriceSaid,
    SETTINGS, ScaleSaid, SettingsSaid, WayWords,
};
pub use number::{
    about, amount, change_decimals, compact, in_full, large, level_decimals, number, rounded, signed, signed_about,
    signed_amount, signed_millions, spoken, trimmed, twentieths, whole, with_euro,
};
pub use outside::Outside;
pub use products::{BothSides, Products};
pub use share::Share;
pub use together::together;
pub use typed::{Typed, Unit, typed};

use std::ops::Deref;
use std::sync::OnceLock;

use crate::model::Bilingual;

/// All words of a language.
#[derive(Clone, Copy)]
struct Words {
    first: &'static First,
    texts: &'static Texts,
    method: &'static Method,
    annex: &'static AnnexWords,
}

/// Declares the languages. Each needs a catalogue and a text of [`Bilingual`] under its tag, or does not compile.
macro_rules! languages {
    ($($(#[$doc:meta])* $lang:ident = $tag:ident, $own:literal;)+) => {
        /// Takes a language into use, each by its tag. Nothing else names the words of another than the first one, so that
        /// the page can bring them late.
        pub mod learn {
            $(
                #[doc = concat!("Takes `", stringify!($tag), "` into use.")]
                pub fn $tag() {
                    let words = super::Words {
                        first: super::$tag::TEXTS.first,
                        texts: &super::$tag::TEXTS,
                        method: &super::$tag::METHOD,
                        annex: &super::$tag::ANNEX,
                    };
                    super::learn_words(super::Lang::$lang, words);
                }
            )+
        }

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

            /// What those who speak it call it.
            pub const fn own_name(self) -> &'static str {
                match self {
                    $(Self::$lang => $own,)+
                }
            }

            /// Takes it into use, where all words are in one program.
            #[cfg(not(target_arch = "wasm32"))]
            fn learn(self) {
                match self {
                    $(Self::$lang => learn::$tag(),)+
                }
            }

            /// The text of a pack in this language.
            pub fn of<De: Deref<Target = str>>(self, text: &Bilingual<De>) -> &str {
                match self {
                    $(Self::$lang => &text.$tag,)+
                }
            }
        }
    };
}

languages! {
    /// German, the first language.
    De = de, "Deutsch";
    /// English.
    En = en, "English";
}

/// The words of each language that is in use, in the order of [`Lang::ALL`].
static LEARNED: [OnceLock<Words>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];

fn learn_words(lang: Lang, words: Words) {
    if let Some(place) = LEARNED.get(lang as usize) {
        // The same words once more change nothing.
        let _ = place.set(words);
    }
}

impl Lang {
    /// Its words where it is in use.
    fn words(self) -> Option<Words> {
        #[cfg(not(target_arch = "wasm32"))]
        self.learn();
        LEARNED.get(self as usize)?.get().copied()
    }

    /// Whether its words are there: always those of the first language, those of another one once it was learned.
    pub fn is_in_use(self) -> bool {
        self == Self::default() || self.words().is_some()
    }

    /// What the first view says in this language, likewise.
    pub fn first(self) -> &'static First {
        self.words().map_or(&first::DE, |it| it.first)
    }

    /// The catalogue of this language; that of the first one as long as it is not in use.
    pub fn texts(self) -> &'static Texts {
        self.words().map_or(&de::TEXTS, |it| it.texts)
    }

    /// The words of "Wie wird gerechnet?", likewise. They are a function of their own, so that they can come late.
    pub fn method(self) -> &'static Method {
        self.words().map_or(&de::METHOD, |it| it.method)
    }

    /// The words of the comparison. Few as they are, those of all languages come in one file.
    pub const fn compare(self) -> &'static Compare {
        match self {
            Self::De => &compare::DE,
            Self::En => &compare::EN,
        }
    }

    /// The words of products and goals, likewise in one file.
    pub const fn products(self) -> &'static Products {
        match self {
            Self::De => &products::DE,
            Self::En => &products::EN,
        }
    }

    /// The words of what stands beside all ways, all languages in one file as well.
    pub const fn aside(self) -> &'static AsideWords {
        match self {
            Self::De => &aside::DE,
            Self::En => &aside::EN,
        }
    }

    /// The words of embedding, likewise in one file.
    pub const fn embed(self) -> &'static Embed {
        match self {
            Self::De => &embed::DE,
            Self::En => &embed::EN,
        }
    }

    /// The words at the end of the page that depend on where it is.
    pub const fn around(self) -> &'static Around {
        match self {
            Self::De => &embed::AROUND_DE,
            Self::En => &embed::AROUND_EN,
        }
    }

    /// The words of the script around the page in this language.
    pub const fn outside(self) -> &'static Outside {
        match self {
            Self::De => &outside::DE,
            Self::En => &outside::EN,
        }
    }

    /// The words of a draft in a link, likewise in one file.
    pub const fn share(self) -> &'static Share {
        match self {
            Self::De => &share::DE,
            Self::En => &share::EN,
        }
    }

    /// The words of a group, likewise in one file.
    pub const fn group(self) -> &'static GroupWords {
        match self {
            Self::De => &group::DE,
            Self::En => &group::EN,
        }
    }

    /// The words of the annex to a motion: a function of their own, so that they can come late.
    pub fn annex(self) -> &'static AnnexWords {
        self.words().map_or(&de::ANNEX, |it| it.annex)
    }
}

impl Lang {
    /// The one of two texts that is in this language.
    pub const fn one_of<'a>(self, de: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::De => de,
            Self::En => en,
        }
    }
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
