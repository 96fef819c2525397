//! Words of easy German (Leichte Sprache). It is no language of the whole page but a small view of its own: one statement
//! in a sentence, few numbers, no more than two digits of each.

mod de;

pub use de::EASY;

use super::number::rounded;
use super::{Lang, begun};
use crate::model::Money;

/// The tag of easy German: a registered variant, by which voices fall back to German.
pub const EASY_TAG: &str = "de-simple";

impl Lang {
    /// The tag of the page while easy German stands on it. It is a form of the first language; beside another one its own
    /// screens say what they are.
    pub const fn beside_easy(self) -> &'static str {
        match self {
            Self::De => EASY_TAG,
            Self::En => self.tag(),
        }
    }
}

/// How the address asks for it, beside the tags of the languages (`?lang=ls`).
pub const EASY_PARAMETER: &str = "ls";

/// Who read the texts before they were published (Prüfung).
pub struct Review {
    /// The group that read them.
    pub by: &'static str,
    /// When, as people write it.
    pub on: &'static str,
}

/// Every text of the easy view (Leichte Sprache).
///
/// Numbers in sentences come ready formatted, with the word that says that they are rounded.
#[allow(missing_docs, reason = "the name and the German text say what each entry is")]
pub struct EasyWords {
    /// The one place that says whether people of the target group have read all this.
    pub review: Option<Review>,
    pub unreviewed: [&'static str; 2],
    pub reviewed: fn(by: &str, on: &str) -> [String; 2],
    pub in_plan_words: &'static str,
    pub about: &'static str,

    pub steps_label: &'static str,
    pub steps: [&'static str; 4],
    pub usual_page: &'static str,
    pub back: &'static str,
    pub undo: &'static str,
    pub undone: &'static str,
    pub no_step: &'static str,
    pub bar_label: &'static str,

    pub which_goal: &'static str,
    pub opening: fn(town: &str, year: u16, spends: &str) -> Vec<String>,
    pub choose_goal: &'static str,

    pub what: &'static str,
    pub both_ways: [&'static str; 2],
    pub more: &'static str,
    pub less: &'static str,
    pub more_of: fn(name: &str) -> String,
    pub less_of: fn(name: &str) -> String,
    pub price: fn(one: &str, amount: &str, is_yearly: bool) -> String,
    pub planned: fn(amount: &str) -> String,
    pub as_planned: &'static str,
    pub yours: fn(size: &str, is_more: bool) -> String,
    pub yours_little: fn(is_more: bool) -> &'static str,
    pub end_more: &'static str,
    pub end_less: &'static str,
    pub more_things: [&'static str; 2],
    pub to_money: &'static str,

    pub where_from: &'static str,
    pub untouched: &'static str,
    pub covered: &'static str,
    pub missing: fn(amount: &str) -> String,
    pub left: fn(amount: &str) -> String,
    pub by_loans: &'static str,
    pub ways: &'static str,
    pub less_elsewhere: [&'static str; 2],
    pub less_elsewhere_go: &'static str,
    pub tax_brings: fn(amount: &str, is_more: bool) -> String,
    pub tax_stays: &'static str,
    pub take: &'static str,
    pub take_back: &'static str,
    pub no_need: &'static str,
    pub of_tax: fn(does: &str, tax: &str) -> String,
    pub reserve: &'static str,
    pub reserve_means: [&'static str; 2],
    pub to_outcome: &'static str,

    pub outcome: fn(town: &str) -> String,
    pub of_more: &'static str,
    pub of_less: &'static str,
    pub taxes_rise: &'static str,
    pub taxes_fall: &'static str,
    pub and_others: &'static str,
    pub money: &'static str,
    pub happens: fn(horizon: u16) -> String,
    pub unsure: &'static str,
    pub unknown: [&'static str; 2],
    pub unknown_all: &'static str,
    pub law: &'static str,
    pub law_due: &'static str,
    pub law_due_anyway: &'static str,
    pub law_not_due: &'static str,
    pub computed: [&'static str; 2],
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub more_there: &'static str,
}

impl EasyWords {
    /// Whether somebody of the target group has read all this, in sentences.
    pub fn stamp(&self) -> Vec<String> {
        match &self.review {
            Some(it) => (self.reviewed)(it.by, it.on).to_vec(),
            None => self.unreviewed.map(str::to_owned).to_vec(),
        }
    }

    /// An amount of money without its sign: "ungefähr 840.000 Euro".
    pub fn euros(&self, money: Money) -> String {
        let size = two_digits(money.euros().abs());
        let (value, unit) = match size {
            size if size >= 1e9 => (size / 1e9, ["Milliarde ", "Milliarden "]),
            size if size >= 1e6 => (size / 1e6, ["Million ", "Millionen "]),
            size => (size, ["", ""]),
        };
        let [one, many] = unit;
        let unit = if value == 1.0 { one } else { many };
        format!("{} {} {unit}Euro", self.about, rounded(value, Lang::De))
    }

    /// A count of things: "ungefähr 2 Busse". `one` begins with its article.
    pub fn count(&self, count: &str, one: &str, many: &str) -> String {
        let noun = if count == "1" { one.split_once(' ').map_or(one, |(_, noun)| noun) } else { many };
        format!("{} {count} {noun}", self.about)
    }

    /// A name that the plan has and nobody has said in easy words.
    pub fn quoted(&self, name: &str) -> String {
        format!("„{}“", begun(name))
    }
}

/// A size with no more than two digits.
fn two_digits(size: f64) -> f64 {
    if size < 1.0 {
        return size.round();
    }
    let unit = 10f64.powf(size.log10().floor() - 1.0);
    (size / unit).round() * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_two_digits_and_say_so() {
        for (euros, said) in [
            (0.0, "ungefähr 0 Euro"),
            (7.0, "ungefähr 7 Euro"),
            (842_300.0, "ungefähr 840.000 Euro"),
            (-2_330_000.0, "ungefähr 2,3 Millionen Euro"),
            (996_000.0, "ungefähr 1 Million Euro"),
            (38_400_000.0, "ungefähr 38 Millionen Euro"),
            (1_686_000_000.0, "ungefähr 1,7 Milliarden Euro"),
        ] {
            assert_eq!(EASY.euros(Money::from_euros(euros)), said);
        }
        assert_eq!(EASY.count("1", "Ein Bus", "Busse"), "ungefähr 1 Bus");
        assert_eq!(EASY.count("2,5", "Ein Bus", "Busse"), "ungefähr 2,5 Busse");
    }

    /// Once somebody has read all this, the stamp says who and when.
    #[test]
    fn the_stamp_comes_from_one_place() {
        assert_eq!(EASY.stamp(), EASY.unreviewed.map(str::to_owned));
        let read = EasyWords { review: Some(Review { by: "Eine Prüf-Gruppe", on: "1. Mai 2027" }), ..EASY };
        assert_eq!(read.stamp(), ["Eine Prüf-Gruppe hat diesen Text geprüft.", "Das war am 1. Mai 2027."]);
    }
}
