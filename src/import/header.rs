//! Header cells become comparable (Spaltenköpfe): spelling, year, and what one unit is worth.

/// A name without case, blanks, signs and umlauts: `Ebene 1 – Bezeichnung` becomes `ebene1bezeichnung`.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            it if it.is_alphanumeric() => folded.push(it),
            // An umlaut written as two characters.
            '\u{308}' => folded.push('e'),
            _ => {}
        }
    }
    folded
}

/// The years a header may name: no account number, no amount.
const YEARS: std::ops::RangeInclusive<u16> = 1950..=2100;

/// The first year that stands alone in a text: `Ansatz 2017 (Erträge)`, `Plan_2018`, `J2026_PLAN`, `31.12.2020`; else one
/// of two digits behind a word (`Ansatz 26`, `RE24`).
pub fn year(text: &str) -> Option<u16> {
    let digits = text.split(|it: char| !it.is_ascii_digit()).filter(|it| it.len() == 4);
    digits.filter_map(|it| it.parse().ok()).find(|it| YEARS.contains(it)).or_else(|| short_year(text))
}

/// Words that stand before a year of two digits.
const BEFORE_SHORT: [&str; 14] = [
    "ansatz", "ans", "plan", "ist", "re", "ergebnis", "erg", "hh", "haushalt", "rechnung", "ra", "soll", "jahr",
    "planung",
];

/// A year of two digits at the end of a text, behind a word for a kind or an apostrophe.
fn short_year(text: &str) -> Option<u16> {
    let text = text.trim();
    let (before, digits) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let is_two = digits.bytes().all(|it| it.is_ascii_digit()) && !before.ends_with(|it: char| it.is_ascii_digit());
    let folded = fold(before);
    let is_behind = BEFORE_SHORT.iter().any(|it| folded == *it || folded.ends_with(it) && folded.len() > it.len() + 2);
    let may_be = is_two && is_behind && !before.ends_with(['.', ',', '+', '-']);
    digits.parse::<u16>().ok().filter(|_| may_be).map(|it| 2000 + it)
}

/// How many years after that of the budget a header means: `Plan HJ+1`, `Ansatz Haushaltsjahr + 2`.
pub fn years_ahead(name: &str) -> Option<u16> {
    let (before, after) = name.rsplit_once('+')?;
    let digits = after.trim().split(|it: char| !it.is_ascii_digit()).next().filter(|it| it.len() == 1)?;
    digits.parse::<u16>().ok().filter(|it| *it > 0 && before.trim_end().ends_with(char::is_alphanumeric))
}

/// The budget year that a title tells: years behind words for the budget first; the day of a print (`Stand 15.11.2025`)
/// is none. None where several years stand in it, as in a budget of two years.
pub fn title_year(text: &str) -> Option<u16> {
    const BUDGET: [&str; 11] =
        ["haushalt", "ansatz", "plan", "budget", "entwurf", "ergebnis", "jahr", "rechnung", "abschluss", "hh", "hj"];
    const DAY: [&str; 12] = [
        "stand",
        "vom",
        "datum",
        "druck",
        "gedruckt",
        "erstellt",
        "am",
        "beschluss",
        "beschlossen",
        "ausdruck",
        "export",
        "exportiert",
    ];
    const MONTHS: [&str; 12] = ["jan", "feb", "mae", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];
    let words: Vec<&str> = text.split(|it: char| it.is_whitespace() || "()[],;:|_".contains(it)).collect();
    let mut found: Vec<(u16, bool)> = Vec::new();
    let (mut is_day, mut is_budget) = (false, false);
    for word in words.iter().filter(|it| !it.is_empty()) {
        let folded = fold(word);
        let letters: String = folded.chars().filter(|it| it.is_alphabetic()).collect();
        let groups: Vec<&str> = word.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
        // `15.11.2025`, `2025-11-15`, `11/2025`: a day, not a year.
        let has_short = groups.iter().any(|it| it.len() <= 2);
        let is_date = groups.len() > 1 && has_short && letters.is_empty() && !is_pair(&groups);
        if DAY.contains(&letters.as_str()) {
            is_day = true;
        } else if BUDGET.iter().any(|it| letters.contains(it)) {
            (is_day, is_budget) = (false, true);
        } else if !letters.is_empty() && !MONTHS.iter().any(|it| letters.starts_with(it)) && groups.is_empty() {
            is_budget = false;
        }
        let mut years = groups.iter().filter(|it| it.len() == 4).filter_map(|it| it.parse::<u16>().ok());
        if let Some(year) = years.find(|it| YEARS.contains(it)).filter(|_| !is_date && !is_day) {
            found.push((year, is_budget));
            found.extend(years.filter(|it| YEARS.contains(it)).map(|it| (it, is_budget)));
            if is_pair(&groups) && groups.iter().any(|it| it.len() == 2) {
                found.push((year + 1, is_budget));
            }
        }
        if !groups.is_empty() {
            is_day = is_day && letters.is_empty() && groups.iter().all(|it| it.len() < 4);
        }
    }
    let is_told = found.iter().any(|it| it.1);
    let mut years: Vec<u16> = found.iter().filter(|it| it.1 || !is_told).map(|it| it.0).collect();
    years.sort_unstable();
    years.dedup();
    match years.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Whether a text names a part of other rows, which hold it already (`davon Auszubildende`, `nachrichtlich: Kreisumlage`).
pub fn is_of_which(cell: &str) -> bool {
    let text = cell.trim_start_matches(|it: char| !it.is_alphanumeric());
    ["davon", "darunter", "dav.", "nachrichtlich"].iter().any(|word| {
        let (begin, rest) = (text.get(..word.len()), text.get(word.len()..));
        begin.is_some_and(|it| it.eq_ignore_ascii_case(word))
            && rest.is_some_and(|it| !it.starts_with(char::is_alphanumeric))
    })
}

/// Whether a header names a change between two others: `+/- Ertrag`, `± 2026`, `Mehr/Weniger`, `Ertrag ggü. Vorjahr`. A sign custom behind a
/// name, `Betrag (+/-)`, is none.
pub fn is_change(name: &str) -> bool {
    let tight: String = name.chars().filter(|it| !it.is_whitespace()).collect();
    let folded = fold(name);
    ["+/-", "-/+", "±", "Δ", "+-"].iter().any(|it| tight.starts_with(it))
        || ["mehr", "weniger", "minder", "mehrminder"].contains(&folded.as_str())
        || ["mehrweniger", "mehroderweniger", "mehrbzwweniger", "gegenueber", "ggue"]
            .iter()
            .any(|it| folded.contains(it))
}

/// Two years of one budget: `2026/2027`, `2026/27`.
fn is_pair(groups: &[&str]) -> bool {
    match groups {
        [one, two] if one.len() == 4 && (two.len() == 4 || two.len() == 2) => {
            let next = one.parse::<u32>().ok().map(|it| it + 1).unwrap_or_default();
            two.parse::<u32>().is_ok_and(|it| it == next || it == next % 100)
        }
        _ => false,
    }
}

/// Euros that one unit of a column is worth, if its header says so: `T€`, `T-EUR`, `Tsd. Euro`, `in 1.000 EUR`, `Mio €`.
pub fn unit(text: &str) -> Option<u32> {
    // One blank between words, none within `1 000` and `T €`: spellings fall together.
    let lower = text.to_lowercase().replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
    let has_word = |word: &str| {
        lower.match_indices(word).any(|(at, _)| {
            let before = lower.get(..at).is_none_or(|it| !it.ends_with(char::is_alphanumeric));
            let after = lower.get(at + word.len()..).is_none_or(|it| !it.starts_with(char::is_alphanumeric));
            before && after
        })
    };
    let tight: String =
        lower.chars().filter(|it| !it.is_whitespace() && !matches!(it, '.' | '-' | '\'' | '’')).collect();
    let is_euro = lower.contains('€') || ["eur", "euro", "euros"].iter().any(|it| has_word(it));
    let has_number = |digits: &str| {
        tight.match_indices(digits).any(|(at, _)| {
            let before = tight.get(..at).is_none_or(|it| !it.ends_with(|it: char| it.is_ascii_digit() || it == ','));
            let after = tight.get(at + digits.len()..).unwrap_or_default();
            before && (after.starts_with('€') || after.starts_with("eur"))
        })
    };
    const MILLIONS: [&str; 13] = [
        "mio",
        "mio€",
        "mioeur",
        "mill",
        "million",
        "millionen",
        "m€",
        "meur",
        "mio.€",
        "mio-€",
        "mio-eur",
        "m-eur",
        "mln",
    ];
    const THOUSANDS: [&str; 22] = [
        "t€", "teur", "teuro", "tsd", "tsd€", "tausend", "td€", "k€", "keur", "t-eur", "t-€", "t-euro", "tds", "td",
        "ts€", "tsd-eur", "tsd.€", "tsdeur", "tsd.eur", "ts", "thsd", "tds€",
    ];
    // `T €`, `T EUR`, `Td. €`: the letter stands alone before the currency.
    let is_split = ["t €", "t eur", "t. €", "t. eur", "k €", "k eur"].iter().any(|it| has_word_start(&lower, it));
    if MILLIONS.iter().any(|it| has_word(it)) || has_number("1000000") {
        Some(1_000_000)
    } else if THOUSANDS.iter().any(|it| has_word(it)) || has_number("1000") || is_split {
        Some(1_000)
    } else if is_euro {
        Some(1)
    } else {
        None
    }
}

/// Whether a phrase stands in a text and begins there as a word.
fn has_word_start(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| text.get(..at).is_none_or(|it| !it.ends_with(char::is_alphanumeric)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_fold_together() {
        for name in ["Ordentliche Erträge", "ordentliche_ertraege", " OrdentlicheErtra\u{308}ge "] {
            assert_eq!(fold(name), "ordentlicheertraege");
        }
        assert_eq!(fold("Ebene 1 – Code "), "ebene1code");
    }

    #[test]
    fn years_stand_alone() {
        for (text, expected) in [
            ("Ansatz 2017 (Erträge)", Some(2017)),
            ("plan_2018", Some(2018)),
            ("HH2026", Some(2026)),
            ("01.01.2017", Some(2017)),
            ("2024", Some(2024)),
            ("45820", None),
            ("4711", None),
            ("Ansatz", None),
            ("J2026_PLAN", Some(2026)),
            ("Ansatz 26", Some(2026)),
            ("RE24", Some(2024)),
            ("Zeile 26", None),
            ("Konto 26", None),
        ] {
            assert_eq!(year(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_in_a_title_is_no_budget_year() {
        for (text, expected) in [
            ("Stand 15.11.2025 Entwurf des Haushaltsplans 2026", Some(2026)),
            ("Haushaltsplan 2026, Stand: November 2025", Some(2026)),
            ("Haushalt 2026 (gedruckt am 3. Dezember 2025)", Some(2026)),
            ("Beschluss vom 12.03.2025", None),
            ("Stand 2025-11-15", None),
            ("Haushaltsplan 2026/2027", None),
            ("haushalt_2026.csv", Some(2026)),
            ("export_2025-11-15.csv", None),
            ("Rechnungsergebnis 2024", Some(2024)),
            ("Stadt Musterhausen", None),
        ] {
            assert_eq!(title_year(text), expected, "{text}");
        }
    }

    #[test]
    fn units_are_words() {
        for (text, expected) in [
            ("Ansatz 2026 in T€", Some(1_000)),
            ("TEUR", Some(1_000)),
            ("Plan (Tsd. Euro)", Some(1_000)),
            ("Beträge in 1.000 €", Some(1_000)),
            ("Erträge 2026 (in 1.000 EUR)", Some(1_000)),
            ("Angaben in 1 000 €", Some(1_000)),
            ("T-EUR", Some(1_000)),
            ("Td. €", Some(1_000)),
            ("in T €", Some(1_000)),
            ("Tsd. EUR", Some(1_000)),
            ("in tausend Euro", Some(1_000)),
            ("in 1.000.000 €", Some(1_000_000)),
            ("Ansatz 2026 €", Some(1)),
            ("11.000 €", Some(1)),
            ("Mio. €", Some(1_000_000)),
            ("Mio €", Some(1_000_000)),
            ("Betrag €", Some(1)),
            ("EUR", Some(1)),
            ("Haushalt€", Some(1)),
            ("Betrag", None),
            ("Europa", None),
            ("Emission", None),
        ] {
            assert_eq!(unit(text), expected, "{text}");
        }
    }
}
