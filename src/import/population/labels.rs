//! What the labels of rows and columns say: years, ages, sums (Beschriftungen).

/// A year between 1800 and 2200.
pub fn is_year(text: &str) -> Option<u16> {
    text.trim().parse::<u16>().ok().filter(|year| (1800..=2200).contains(year))
}

/// Whether a label names the sum of a table.
pub fn is_sum(label: &str) -> bool {
    let label = label.trim().to_lowercase();
    ["summe", "insgesamt", "gesamt", "zusammen", "total"].iter().any(|word| label.starts_with(word))
}

/// First and last age of a label: `5_bis_unter_10`, `5-9`, `unter 3`, `75+`, `ab 75`, `100 Jahre und älter`, `104`.
pub fn labelled(label: &str) -> Option<(usize, Option<usize>)> {
    let label = label.trim().to_lowercase().replace('_', " ");
    let mut numbers = label.split(|letter: char| !letter.is_ascii_digit()).filter(|it| !it.is_empty());
    let first = numbers.next()?.parse::<usize>().ok()?;
    let second = numbers.next().map(str::parse::<usize>).transpose().ok()?;
    if numbers.next().is_some() || first > 150 || second.is_some_and(|it| it > 150 || it < first) {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    let below = has(&["unter", "under", "below"]);
    match second {
        Some(end) if below => end.checked_sub(1).filter(|last| *last >= first).map(|last| (first, Some(last))),
        Some(last) => Some((first, Some(last))),
        None if below => first.checked_sub(1).map(|last| (0, Some(last))),
        None if has(&["+", "ab ", "älter", "aelter", "mehr", "over", "older", "ueber", "über"]) => {
            Some((first, None))
        }
        // A word we do not know could turn the age into something else.
        None => label
            .chars()
            .all(|it| it.is_ascii_digit() || it == ' ' || it == '.')
            .then_some((first, Some(first)))
            .or_else(|| has(&["jahr", "year"]).then_some((first, Some(first)))),
    }
}
