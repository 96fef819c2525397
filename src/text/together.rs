//! What belongs together stays on one line.

/// Words that belong to the number after them.
const BEFORE: [&str; 6] = ["§", "§§", "Abs.", "Art.", "Nr.", "No."];
/// Words that belong to the number before them, and to the sign after them.
const AFTER: [&str; 7] = ["Mio.", "Mrd.", "Tsd.", "million", "billion", "€", "%"];

/// The text with blanks that do not break between a number and its paragraph sign or unit: "§ 76", "65,2 Mio. €".
pub fn together(text: String) -> String {
    let ends_in_digit = |it: &str| it.ends_with(|it: char| it.is_ascii_digit());
    let holds = |at: &usize| {
        let (before, after) = (text.get(..*at).unwrap_or_default(), text.get(*at + 1..).unwrap_or_default());
        let (word, next) = (last_word(before).trim_start_matches('('), after.split(' ').next().unwrap_or_default());
        if next.starts_with(|it: char| it.is_ascii_digit()) {
            return BEFORE.contains(&word);
        }
        let is_unit =
            AFTER.iter().any(|it| next.strip_prefix(it).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)));
        is_unit && (ends_in_digit(word) || AFTER.contains(&word))
    };
    let places: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).filter(holds).collect();
    if places.is_empty() {
        return text;
    }
    let mut held = String::with_capacity(text.len() + 8);
    let mut from = 0;
    for at in places {
        held.push_str(text.get(from..at).unwrap_or_default());
        held.push('\u{a0}');
        from = at + 1;
    }
    held + text.get(from..).unwrap_or_default()
}

fn last_word(text: &str) -> &str {
    text.rsplit([' ', '\u{a0}']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::together;

    #[test]
    fn numbers_keep_their_signs() {
        for (text, held) in [
            ("nach § 76 GO NRW", "nach §~76 GO NRW"),
            ("(§§ 75 und 76)", "(§§~75 und 76)"),
            ("§ 80 Abs. 3, Art. 28 GG", "§~80 Abs.~3, Art.~28 GG"),
            ("65,2 Mio. € im Jahr", "65,2~Mio.~€ im Jahr"),
            ("€2.0 million, 3 billion", "€2.0~million, 3~billion"),
            ("12 % und 3 Millionen Euro", "12~% und 3 Millionen Euro"),
            ("Mio. € je Kopf", "Mio.~€ je Kopf"),
            ("Erträge 1,0 (Mio. €), (3 Mio. Euro)", "Erträge 1,0 (Mio.~€), (3~Mio. Euro)"),
            ("in % des Plans", "in % des Plans"),
            ("Äpfel und 3 Birnen", "Äpfel und 3 Birnen"),
        ] {
            assert_eq!(together(text.to_owned()), held.replace('~', "\u{a0}"));
        }
    }
}
