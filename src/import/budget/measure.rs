//! What the header of a column of amounts says: part of the budget and kind.

use super::preset::Role;
use super::season;
use super::words::{self, Kind};
use crate::header::{fold, is_of_which, unit, year};

/// What a column of amounts holds by its header: role, kind and whether anything of the name is left over.
pub fn measure(name: &str) -> Option<(Role, Option<Kind>)> {
    if is_of_which(name) {
        // A part of the column beside it.
        return Some((Role::Ignored, None));
    }
    // `Plan Q1/2026`: which part of the year it is says nothing of what it holds.
    let seasonless = season::without(name);
    let name = seasonless.as_deref().unwrap_or(name);
    let folded = fold(&without_numbers(name));
    // How pivot tables call their values.
    let folded = folded.strip_prefix("summevon").map_or(folded.clone(), str::to_owned);
    if folded.is_empty() && year(name).is_none() {
        // `EUR` alone: amounts, and nothing more is known of them.
        return unit(name).map(|_| (Role::Amount, None));
    }
    let folded = match supplemented(&folded) {
        Some(Stand::Before) => return Some((Role::Ignored, None)),
        Some(Stand::After(rest)) => rest,
        None => folded,
    };
    if let Some(role) = part_in(&folded).filter(|it| *it != Role::Balance) {
        let (kind, rest) = words::kind_in(&folded);
        return Some((role, kind.filter(|_| part_in(&rest).is_some())));
    }
    let (kind, mut rest) = words::kind_in(&folded);
    // `Plan (Entwurf)`: one kind in two words.
    while let (Some(again), less) = words::kind_in(&rest) {
        if kind != Some(again) {
            break;
        }
        rest = less;
    }
    let rest = rest.trim_end_matches("eur").trim_end_matches("euro").trim_end_matches("in");
    if rest.is_empty()
        || ["haushalt", "hh", "jahr", "haushaltsjahr", "betrag", "wert", "werte", "j", "hj", "hhj", "s"].contains(&rest)
    {
        let says_something = kind.is_some() || year(name).is_some() || unit(name).is_some();
        return says_something.then_some((Role::Amount, kind));
    }
    part_in(rest).map(|role| (role, kind))
}

/// Whether a cell is a unit and nothing else: `TEUR`, `in T€`, `(Tsd. Euro)`.
pub fn is_bare_unit(cell: &str) -> bool {
    measure(cell) == Some((Role::Amount, None)) && year(cell).is_none() && unit(cell).is_some()
}

/// Whether a header names amounts of a part of a year.
pub fn holds_part(name: &str) -> bool {
    season::season(name).is_some() && measure(name).is_some_and(|it| it.0.part().is_some())
}

/// The kind of a column of a part of a year that was not read: it is missing from that kind alone.
pub fn kind_of_part(name: &str) -> Option<Kind> {
    season::season(name).and_then(|_| measure(name)).and_then(|it| it.1)
}

/// Where a figure stands to a supplementary budget (Nachtrag).
enum Stand {
    /// What it replaces: `Ansatz bisher`.
    Before,
    /// What holds from now on, and the name without the word: `Ansatz neu`.
    After(String),
}

/// Old and new figure beside each other: the new one counts.
fn supplemented(folded: &str) -> Option<Stand> {
    let without = |words: &[&str]| {
        words
            .iter()
            .find_map(|it| folded.strip_prefix(it).or_else(|| folded.strip_suffix(it)))
            .filter(|it| !it.is_empty())
    };
    // `Altlasten: Aufwendungen` holds both words, too: nothing else may stand beside them.
    const SIDES: [&str; 8] =
        ["ertrag", "ertraege", "aufwand", "aufwendungen", "einnahmen", "ausgaben", "betrag", "summe"];
    let is_measure = |rest: &str| {
        let (kind, left) = words::kind_in(rest);
        kind.is_some() && left.is_empty() || SIDES.contains(&rest)
    };
    if without(&["bisheriger", "bisherige", "bisheriges", "bisher", "alter", "alt"]).is_some_and(is_measure) {
        return Some(Stand::Before);
    }
    without(&["neuer", "neue", "neues", "neu"]).filter(|it| is_measure(it)).map(|it| Stand::After(it.to_owned()))
}

/// A name without its digits, dates and units.
fn without_numbers(name: &str) -> String {
    let words = name.split(|it: char| it.is_whitespace() || matches!(it, '(' | ')' | '_' | '[' | ']' | '.' | ','));
    let kept = words.filter(|word| unit(word).is_none() && !["in", "angaben"].contains(&word.to_lowercase().as_str()));
    let kept: Vec<String> = kept.map(|word| word.replace(|it: char| it.is_ascii_digit() || it == '€', "")).collect();
    kept.join(" ")
}

/// The part of the budget that a folded name speaks of.
fn part_in(folded: &str) -> Option<Role> {
    let has = |words: &[&str]| words.iter().any(|it| folded.contains(it));
    let revenue = has(&["ertr", "einnahm", "erloes", "revenue", "income"]);
    let expense = has(&["aufw", "ausgab", "expen", "kosten", "abschreib"]);
    // `Aufwandskonto` holds accounts.
    let is_account = ["konto", "kontonr", "kontonummer", "kontobezeichnung"].iter().any(|it| folded.ends_with(it));
    Some(
        if is_account || has(&["abweich", "veraender", "differenz", "prozent", "anteil", "quote", "grad", "erlaeut"]) {
            return None;
        } else if has(&["verpflichtungserm"]) {
            Role::Ignored
        } else if has(&["interne", "ilv", "sekundaerk"]) {
            Role::Internal
        } else if has(&["ausserord", "sonderergebnis"]) {
            Role::Extraordinary
        } else if has(&["finanzierungst", "kredit", "tilgung"]) {
            Role::Financing
        } else if has(&["einzahl"]) && has(&["inv"]) {
            Role::InvestmentReceipts
        } else if has(&["auszahl", "ausgab"]) && has(&["inv"]) {
            Role::InvestmentPayments
        } else if has(&["einzahl", "auszahl"]) {
            Role::Cash
        } else if has(&["finanzergebnis"]) {
            Role::FinancialResult
        } else if has(&["finanzertr", "zinsertr"]) {
            Role::FinancialRevenue
        } else if has(&["finanzaufw", "zinsaufw", "zinsen"]) {
            Role::Interest
        } else if has(&["saldo", "zuschuss", "ueberschuss", "fehlbe", "netto"]) || (revenue && expense) {
            Role::Balance
        } else if revenue {
            Role::Revenue
        } else if expense {
            Role::Expense
        } else {
            return None;
        },
    )
}
