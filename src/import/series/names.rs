//! Years and keys, as the files of series write them and as reports tell them.

/// First and last year that a series may speak of; anything else in a column of years is a mistake.
pub const YEARS: (u16, u16) = (1800, 2200);

/// A year such as `2019`; `2023/24` is the school year that begins in 2023.
pub fn year(text: &str) -> Option<u16> {
    let text = text.trim();
    let first = match text.split_once('/') {
        Some((first, second)) if second.len() == 2 || second.len() == 4 => {
            let (start, end) = (first.parse::<u16>().ok()?, second.parse::<u16>().ok()?);
            ((start.checked_add(1)? % 100) == end % 100).then_some(first)?
        }
        _ => text,
    };
    first.parse::<u16>().ok().filter(|year| (YEARS.0..=YEARS.1).contains(year))
}

/// A key from a name: lower case, umlauts spelled out, everything else an underscore.
pub fn key(name: &str) -> String {
    let mut key = String::new();
    for letter in name.trim().chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => key.push_str("ae"),
            'ö' => key.push_str("oe"),
            'ü' => key.push_str("ue"),
            'ß' => key.push_str("ss"),
            '₂' => key.push('2'),
            letter if letter.is_ascii_alphanumeric() => key.push(letter),
            _ if key.ends_with('_') || key.is_empty() => {}
            _ => key.push('_'),
        }
    }
    key.trim_end_matches('_').to_owned()
}

/// Years in words: `1991–1994, 1996`.
pub fn years_told(years: &[u16]) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*year) => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    let told = |(from, to): &(u16, u16)| if from == to { from.to_string() } else { format!("{from}–{to}") };
    spans.iter().map(told).collect::<Vec<String>>().join(", ")
}
