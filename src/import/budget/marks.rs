//! Columns of whole numbers that are no amounts: marks and keys (Kennzeichen, Schlüssel).

use std::collections::HashSet;

/// Whether cells are few different small whole numbers that come again and again: a mark, no amount (Kennzeichen).
pub fn is_flag(cells: &[&str]) -> bool {
    let small = |it: &&str| {
        let digits = it.strip_prefix('-').unwrap_or(it);
        (1..=2).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit())
    };
    let distinct: HashSet<&str> = cells.iter().copied().collect();
    cells.len() >= 2 && cells.iter().all(small) && distinct.len() <= 9 && distinct.len() * 2 <= cells.len()
        || cells.len() >= 2 && distinct.len() == 1 && cells.iter().all(small)
}

/// Whether cells are keys: whole numbers with zeros before them, of one length, counted up, short and repeated, or years.
pub fn is_code_like(cells: &[&str]) -> bool {
    let is_whole = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    if !cells.iter().all(is_whole) {
        return false;
    }
    let values: Vec<u64> = cells.iter().filter_map(|it| it.parse().ok()).collect();
    let lengths: HashSet<usize> = cells.iter().map(|it| it.len()).collect();
    let counts_up = values.len() > 1 && values.windows(2).all(|it| matches!(it, [one, next] if *next == one + 1));
    let leads = cells.iter().any(|it| it.len() > 1 && it.starts_with('0'));
    let is_year = values.iter().all(|it| (1950..=2100).contains(it));
    // Short keys come again and again, amounts seldom do.
    let distinct: HashSet<&str> = cells.iter().copied().collect();
    let repeats = cells.len() >= 6 && lengths.iter().all(|it| *it <= 4) && distinct.len() * 2 <= cells.len();
    counts_up || leads || repeats || is_year || lengths.len() == 1 && lengths.iter().all(|it| *it >= 5)
}
