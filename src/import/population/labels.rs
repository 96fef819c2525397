//! What the labels of rows and columns say: years, ages, sums, sexes, nationalities (Beschriftungen).

use crate::header;

/// A year between 1800 and 2200.
pub fn is_year(text: &str) -> Option<u16> {
    text.trim().parse::<u16>().ok().filter(|year| (1800..=2200).contains(year))
}

/// The year at whose end people were counted: 2019, 2019-12-31 or 31.12.2019. The middle of a year is not its end.
pub fn stand_year(text: &str) -> Option<u16> {
    let parts: Vec<&str> = text.trim().split(['-', '.']).collect();
    match parts.as_slice() {
        [year] | [year, "12", "31"] | ["31", "12", year] => is_year(year),
        _ => None,
    }
}

/// The one year that titles name: the end of a year, or a year alone; none where they name several.
pub fn titled_year(titles: &[String]) -> Option<u16> {
    let words = titles.iter().flat_map(|it| it.split(|it: char| it.is_whitespace() || "()[],;:|".contains(it)));
    let mut years: Vec<u16> = words.filter_map(stand_year).collect();
    years.sort_unstable();
    years.dedup();
    match years.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Whether a text says that figures are thousands: `Bevölkerung in 1.000`, `Tsd. Personen`, `je 1 000`.
pub fn is_in_thousands(text: &str) -> bool {
    let lower = text.to_lowercase().replace(['.', '\'', '\u{a0}', '\u{202f}'], " ");
    let words: Vec<&str> = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let is_before = |it: &str| ["in", "je", "pro", "per", "auf"].contains(&it);
    // GENESIS writes the unit in brackets: `Bevölkerungsstand (1000)`.
    let is_unit = ["(1000)", "(1 000)"].iter().any(|it| lower.contains(it));
    is_unit
        || words.iter().any(|it| ["tsd", "tausend", "tausende", "thousand", "thousands", "promille"].contains(it))
        || words.windows(2).any(|it| matches!(it, [one, "1000"] if is_before(one)))
        || words.windows(3).any(|it| matches!(it, [one, "1", "000"] if is_before(one)))
}

/// Whether a column holds shares or means and no people.
pub fn is_share(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["%", "anteil", "prozent", "quote", "durchschnitt", "percent", "share"].iter().any(|it| lower.contains(it))
}

/// Whether a label names the sum of a table.
pub fn is_sum(label: &str) -> bool {
    let label = label.trim().to_lowercase();
    ["summe", "insgesamt", "gesamt", "zusammen", "total", "alle "].iter().any(|word| label.starts_with(word))
        || label.ends_with("insgesamt")
        || ["alle", "einwohner", "ew"].contains(&label.as_str())
}

/// First and last age of a label: `5_bis_unter_10`, `5-9`, `unter 3`, `75+`, `ab 75`, `100 Jahre und älter`, `90 und mehr`,
/// `65 u. ä.`, `104`.
pub fn labelled(label: &str) -> Option<(usize, Option<usize>)> {
    let label = label.trim().to_lowercase().replace('_', " ");
    let mut numbers = label.split(|letter: char| !letter.is_ascii_digit()).filter(|it| !it.is_empty());
    let first = numbers.next()?.parse::<usize>().ok()?;
    let second = numbers.next().map(str::parse::<usize>).transpose().ok()?;
    if numbers.next().is_some() || first > 150 || second.is_some_and(|it| it > 150 || it < first) {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|word| label.contains(word));
    let below = has(&["unter", "under", "below", "u. ", "<"]) && !has(&["u. ä", "u. m", "u. a"]);
    let open = [
        "+", "ab ", "älter", "aelter", "mehr", "over", "older", "ueber", "über", "u. ä", "u.ä", "u ä", "u. m", "u.m",
        "u. a", "höher", "≥", ">=",
    ];
    match second {
        Some(end) if below => end.checked_sub(1).filter(|last| *last >= first).map(|last| (first, Some(last))),
        Some(last) => Some((first, Some(last))),
        None if below => first.checked_sub(1).map(|last| (0, Some(last))),
        None if has(&open) => Some((first, None)),
        // A word we do not know could turn the age into something else.
        None => label
            .chars()
            .all(|it| it.is_ascii_digit() || it == ' ' || it == '.')
            .then_some((first, Some(first)))
            .or_else(|| has(&["jahr", "year", "jährig", "jaehrig"]).then_some((first, Some(first)))),
    }
}

/// Whose group a row or column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sex {
    /// Women.
    Women,
    /// Men, and the few who are entered as neither: nobody is lost.
    Men,
    /// Everybody.
    All,
}

/// The sex that a cell names; none for words that are not known.
pub fn sex(word: &str) -> Option<Sex> {
    match word.trim().to_lowercase().as_str() {
        "f" | "w" | "female" | "weiblich" | "women" | "frauen" | "weibl." | "weibl" => Some(Sex::Women),
        "m" | "male" | "männlich" | "maennlich" | "men" | "männer" | "maenner" | "d" | "divers" | "x" | "männl."
        | "männl" | "ohne angabe" => Some(Sex::Men),
        "" | "t" | "total" | "insgesamt" | "all" | "alle" | "gesamt" | "zusammen" | "i" => Some(Sex::All),
        _ => None,
    }
}

/// What a column of people counts (Spalte).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Women, men, or everybody.
    pub sex: Sex,
    /// Germans (true) or foreigners alone.
    pub german: Option<bool>,
    /// Whether it counts those who are entered as neither, and who are counted with the men.
    pub is_neither: bool,
    /// The year that the header names.
    pub year: Option<u16>,
    /// Whether the header is known to count people at all.
    pub is_known: bool,
}

/// What a column counts, by its name. `female` holds the word `male`, `weiblich` and `frauen` come first.
pub fn counted(name: &str) -> Counted {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let has = |stems: &[&str]| stems.iter().any(|it| lower.contains(it));
    let is = |short: &[&str]| words.iter().any(|it| short.contains(it));
    let is_neither = has(&["divers", "ohne angabe"]) || words == ["d"];
    let sex = if has(&["frau", "weib", "female", "women"]) || is(&["w", "f"]) {
        Sex::Women
    } else if has(&["maenn", "männ", "mann"]) || is(&["m", "male", "males", "men"]) || is_neither {
        // `zusammen` ends like men.
        Sex::Men
    } else {
        Sex::All
    };
    let german = if has(&["ausl", "nichtdeutsch", "nicht-deutsch", "nicht deutsch", "foreign"]) || is(&["nd"]) {
        Some(false)
    } else if has(&["deutsch", "german"]) || is(&["dt"]) || sex != Sex::All && words.len() > 1 && is(&["d"]) {
        Some(true)
    } else {
        None
    };
    // `Basis Zensus 2011` names what the figures go back to, not when people were counted.
    let year = header::year(name).filter(|_| !has(&["zensus", "census", "basis", "volkszähl"]));
    let known =
        ["person", "anzahl", "einwohner", "bevölk", "bevoelk", "insgesamt", "gesamt", "summe", "zusammen", "total"];
    let is_known = sex != Sex::All || german.is_some() || year.is_some() || has(&known) || has(&["people", "populat"]);
    Counted { sex, german, is_neither, year, is_known }
}

/// Why a cell that statisticians left without a number holds none; none for other cells.
pub fn withheld(cell: &str) -> Option<&'static str> {
    match cell.trim() {
        "." | "•" => Some("the figure is unknown or kept secret"),
        "..." | "…" => Some("the figure will come later"),
        "/" => Some("the figure is too uncertain to be told"),
        "x" | "X" => Some("the cell is locked, a figure makes no sense"),
        _ => None,
    }
}

/// Whether a header names the parts of a town.
pub fn is_place(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["stadtteil", "bezirk", "ortsteil", "quartier", "viertel", "gebiet", "raum", "gemeinde", "ortschaft", "name", "ort"]
        .iter()
        .any(|it| lower.contains(it))
}
