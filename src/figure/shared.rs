//! What is to say of a draft that came in a link.

use std::cmp::Ordering;

use super::draft::unfitting_said;
use crate::model::Town;
use crate::scenario::{Linked, Misread, Then};
use crate::text::{self, Lang};

/// What differs today from when it was shared, and what did not fit; nothing if it is as it was (heutiger Stand).
pub fn linked_said(town: &Town, linked: &Linked, lang: Lang) -> Vec<String> {
    let words = lang.share();
    let mut said = Vec::new();
    if let Some(Then { is_other_model, is_other_pack, balance }) = linked.then {
        said.push((words.otherwise)(lang.of(&town.name), is_other_model, is_other_pack));
        let now = town.balance(linked.opened.fitted.scenario());
        // It travels in thousands of euros.
        let apart = ((now - balance).euros().abs()).total_cmp(&1_000.0);
        said.push(match apart {
            Ordering::Less => words.same_balance.to_owned(),
            _ => (words.other_balance)(&text::signed_about(balance, lang), &text::signed_about(now, lang)),
        });
    }
    if linked.unknown > 0 {
        said.push((words.unknown)(linked.unknown));
    }
    if !linked.opened.warnings.is_empty() {
        said.push(unfitting_said(town, &linked.opened, words.unfit.to_owned(), lang));
    }
    said
}

/// Why a link was not read; `town` is the town that it belongs to, if the page knows it (unlesbarer Link).
pub fn misread_said(misread: Misread, town: Option<&str>, lang: Lang) -> String {
    let words = lang.share();
    match (misread, town) {
        (Misread::Damaged, _) => words.damaged.to_owned(),
        (Misread::Newer, _) => words.newer.to_owned(),
        (Misread::OtherPack(_), Some(town)) => (words.other_town)(town),
        (Misread::OtherPack(_), None) => words.strange_town.to_owned(),
    }
}
