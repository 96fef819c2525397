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

/// The first year that stands alone in a text: `Ansatz 2017 (Erträge)`, `Plan_2018`, `31.12.2020`.
pub fn year(text: &str) -> Option<u16> {
    let digits = text.split(|it: char| !it.is_ascii_digit()).filter(|it| it.len() == 4);
    digits.filter_map(|it| it.parse().ok()).find(|it| YEARS.contains(it))
}

/// Euros that one unit of a column is worth, if its header says so: `T€`, `TEUR`, `Tsd. Euro`, `Mio €`.
pub fn unit(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let has_word = |word: &str| {
        lower.match_indices(word).any(|(at, _)| {
            let before = lower.get(..at).is_none_or(|it| !it.ends_with(char::is_alphanumeric));
            let after = lower.get(at + word.len()..).is_none_or(|it| !it.starts_with(char::is_alphanumeric));
            before && after
        })
    };
    const MILLIONS: [&str; 8] = ["mio", "mio€", "mioeur", "mill", "million", "millionen", "m€", "meur"];
    const THOUSANDS: [&str; 9] = ["t€", "teur", "teuro", "tsd", "tsd€", "tausend", "td€", "k€", "keur"];
    if MILLIONS.iter().any(|it| has_word(it)) {
        Some(1_000_000)
    } else if THOUSANDS.iter().any(|it| has_word(it)) || lower.contains("1.000 €") || lower.contains("1000 €") {
        Some(1_000)
    } else if lower.contains('€') || has_word("eur") || has_word("euro") {
        Some(1)
    } else {
        None
    }
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
        ] {
            assert_eq!(year(text), expected, "{text}");
        }
    }

    #[test]
    fn units_are_words() {
        for (text, expected) in [
            ("Ansatz 2026 in T€", Some(1_000)),
            ("TEUR", Some(1_000)),
            ("Plan (Tsd. Euro)", Some(1_000)),
            ("Beträge in 1.000 €", Some(1_000)),
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
