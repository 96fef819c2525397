use crate::group::{Deed, Gathered, Refusal, SHY};
use crate::model::Town;
use crate::text::{self, Lang};

/// A count with its marks.
pub(super) fn whole(count: usize, lang: Lang) -> String {
    text::whole(count as f64, lang)
}

/// What was not simply counted, and why, a sentence each (Bericht der Sammlung). `name` names a town by its key.
pub fn gather_report(town: &Town, all: &Gathered, name: &dyn Fn(&str) -> String, lang: Lang) -> Vec<String> {
    let words = lang.group();
    let counted = [(all.again(), words.again), (all.unmarked(), words.unmarked), (all.adjusted(), words.adjusted)];
    let counted = counted.into_iter().filter(|it| it.0 > 0).map(|(count, say)| say(count, &whole(count, lang)));
    let refused = all.refused().map(|(why, count)| refused_said(town, why, count, name, lang));
    counted.chain(refused).collect()
}

/// Why one text was not taken.
pub fn refused_one(town: &Town, why: &Refusal, name: &dyn Fn(&str) -> String, lang: Lang) -> String {
    refused_said(town, why, 1, name, lang)
}

fn refused_said(town: &Town, why: &Refusal, count: usize, name: &dyn Fn(&str) -> String, lang: Lang) -> String {
    let (words, told, own) = (lang.group(), whole(count, lang), lang.of(&town.name));
    match why {
        Refusal::Unreadable => (words.unreadable)(count, &told),
        Refusal::Newer => (words.newer)(count, &told),
        Refusal::Older => (words.older)(count, &told),
        Refusal::OtherTown(Some(id)) => (words.other_town)(count, &told, &name(id), own),
        Refusal::OtherTown(None) => (words.strange_town)(count, &told, own),
        Refusal::OtherVersion { model, pack } => (words.other_version)(count, &told, own, *model, *pack),
        Refusal::Full => (words.full)(count, &told),
    }
}

/// What stands where nothing is shown yet: that it is covered, that there are too few, or that there are none.
/// What was done with a group, in words (Schritt der Moderation).
pub fn deed_said(deed: Deed, lang: Lang) -> String {
    let words = lang.group();
    let said = match deed {
        Deed::Gathered(count) => return (words.deed_gathered)(count, &whole(count, lang)),
        Deed::Revealed => words.deed_revealed,
        Deed::Covered => words.deed_covered,
        Deed::FewAgreed => words.deed_few,
        Deed::AskingBegun => words.deed_asking,
        Deed::Answered => words.deed_answered,
        Deed::AskingClosed => words.deed_closed,
        Deed::AskedAgain => words.deed_again,
        Deed::AskedAnew => words.deed_anew,
        Deed::Stance => words.deed_stance,
    };
    said.to_owned()
}

pub(super) fn covered_said(count: usize, is_revealed: bool, lang: Lang) -> [String; 2] {
    let words = lang.group();
    match count {
        0 => [words.none_yet.to_owned(), String::new()],
        _ if !is_revealed => [(words.covered)(count, &whole(count, lang)), words.covered_note.to_owned()],
        _ => [(words.few)(count), (words.few_note)(SHY)],
    }
}
