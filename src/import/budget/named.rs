//! Whether the header of a column of revenue or expense says that it is a part of one sum, or that sum (Namen von Teilen).
//! A town's name is in no list: what is not known is no part.

use super::code;
use super::words;
use crate::header::{fold, unit};

/// What a header says besides the part that it is: sides of a budget, kinds, sums.
const SIDES: [&str; 34] = [
    "aufwendungen",
    "aufwands",
    "aufwand",
    "ertraege",
    "ertraegen",
    "ertrags",
    "ertrag",
    "erloese",
    "einnahmen",
    "einnahme",
    "ausgaben",
    "ausgabe",
    "einzahlungen",
    "auszahlungen",
    "zahlungen",
    "kosten",
    "revenue",
    "revenues",
    "income",
    "expenses",
    "expense",
    "expenditure",
    "ordentlichen",
    "ordentliche",
    "ordentlicher",
    "insgesamt",
    "gesamt",
    "zusammen",
    "summen",
    "summe",
    "betraege",
    "betrag",
    "haushalts",
    "haushalt",
];

/// Whole words of parts, and words between them.
const WORDS: [&str; 56] = [
    "sach",
    "bau",
    "zins",
    "miete",
    "mieten",
    "pacht",
    "strom",
    "energie",
    "heiz",
    "umlage",
    "umlagen",
    "steuer",
    "steuern",
    "gebuehr",
    "gebuehren",
    "entgelt",
    "entgelte",
    "entgelten",
    "beitrag",
    "beitraege",
    "abgaben",
    "uebrige",
    "uebrigen",
    "andere",
    "anderen",
    "neben",
    "gemein",
    "einzel",
    "fix",
    "variable",
    "laufende",
    "laufenden",
    "eigen",
    "fremd",
    "dritter",
    "aehnliche",
    "allgemeine",
    "nicht",
    "pflichtig",
    "pflichtige",
    "konsumtiv",
    "betriebs",
    "stadt",
    "und",
    "oder",
    "fuer",
    "aus",
    "der",
    "die",
    "des",
    "von",
    "vom",
    "auf",
    "art",
    "alle",
    "aller",
];

/// Beginnings of words of parts; long enough that no town begins so.
const BEGINNINGS: [&str; 40] = [
    "personal",
    "versorgung",
    "dienstleist",
    "dienstbez",
    "sachleist",
    "transfer",
    "abschreib",
    "finanz",
    "zinsen",
    "steuerl",
    "gewerbesteuer",
    "grundsteuer",
    "zuwend",
    "zuweis",
    "zuschues",
    "zuschuss",
    "sonstig",
    "material",
    "kreisumlage",
    "sozial",
    "jugendhilfe",
    "invest",
    "erwerb",
    "grundstueck",
    "betrieblich",
    "privatrecht",
    "oeffentlich",
    "kostenerst",
    "erstattung",
    "kostenumlage",
    "aktiviert",
    "bestandsver",
    "eigenleist",
    "unterhalt",
    "bewirtschaft",
    "leistungsentg",
    "zahlungswirks",
    "pflichtauf",
    "freiwillig",
    "bilanziell",
];

/// Words that name a part of a town's administration, with its number or name behind.
const OFFICES: [&str; 26] = [
    "dezernat",
    "dez",
    "fachbereich",
    "fb",
    "fachdienst",
    "fd",
    "fachamt",
    "teilhaushalt",
    "thh",
    "referat",
    "geschaeftsbereich",
    "gb",
    "produktbereich",
    "pb",
    "hauptproduktbereich",
    "hpb",
    "produktgruppe",
    "pg",
    "produkt",
    "abteilung",
    "abt",
    "stabsstelle",
    "sachgebiet",
    "kostenstelle",
    "kst",
    "teilplan",
];

/// Whether a header of revenue or expense says which part of one sum it is, or nothing more than that it is one.
pub fn is_part(name: &str) -> bool {
    let words: Vec<String> =
        name.split(|it: char| !it.is_alphanumeric()).map(fold).filter(|it| !it.is_empty()).collect();
    let is_number = |it: &String| it.bytes().all(|it| it.is_ascii_digit());
    // `Amt 40` and `Amt für Schule` are offices; `Amt Neuhaus` is a body of several towns.
    let is_office = |pair: &[String]| matches!(pair, [one, two] if one == "amt" && (is_number(two) || two == "fuer"));
    if words.windows(2).any(is_office) || words.iter().any(|it| OFFICES.contains(&it.as_str())) {
        return true;
    }
    words.iter().all(|it| is_known(it)) || code::area_called(name).is_some()
}

fn is_known(word: &str) -> bool {
    let letters: String = word.chars().filter(|it| !it.is_ascii_digit()).collect();
    let rest = without_sides(&letters);
    let is_end = |it: &str| rest.len() > it.len() + 2 && rest.ends_with(it);
    rest.len() < 3
        || unit(word).is_some()
        || WORDS.contains(&rest)
        || BEGINNINGS.iter().any(|it| rest.starts_with(it))
        || is_end("amt")
        || words::kind_in(rest).1.is_empty()
}

/// A word without the sides, kinds and sums that it is put together with: `Personalaufwand` is `personal`.
fn without_sides(word: &str) -> &str {
    let mut rest = word;
    while let Some(less) = SIDES.iter().find_map(|it| rest.strip_prefix(it).or_else(|| rest.strip_suffix(it))) {
        rest = less;
    }
    rest
}

/// Whether a header is that of a sum; `Erträge Gesamtschule` is the sum of nothing.
pub fn is_sum(name: &str) -> bool {
    ["summe", "gesamt", "ordentliche"].iter().any(|it| fold(name).contains(it)) && is_part(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_one_sum_are_called_so_and_towns_are_not() {
        for name in [
            "Personalaufwendungen 2026",
            "Aufwand für Sach- und Dienstleistungen 2026",
            "Bilanzielle Abschreibungen",
            "Sonstige ordentliche Aufwendungen Ansatz 2026 (EUR)",
            "Summe der ordentlichen Erträge",
            "Erträge Amt 40",
            "Aufwand Dezernat II 2026",
            "Aufwand Jugendamt",
            "Aufwand PB 01",
            "Erträge gesamt",
            "Kreisumlage (Aufwand)",
        ] {
            assert!(is_part(name), "{name}");
        }
        for name in [
            "Ertrag Münster 2026",
            "Freiburg Aufwand 2026",
            "Bautzen Aufwand",
            "Sachsenheim Aufwand",
            "Aufwand Amt Neuhaus",
            "Erträge Gesamtschule",
            "Aufwand Variante A",
            "Steuernagel Ertrag",
        ] {
            assert!(!is_part(name), "{name}");
        }
    }
}
