//! Words of easy German for what packs name (leichte Namen): goals, measures, indicators and taxes by their keys, the same
//! for all towns. Whatever has none keeps the words of its pack.

const GOALS: &str = include_str!("../../packs/easy/goals.csv");
const MEASURES: &str = include_str!("../../packs/easy/measures.csv");
const INDICATORS: &str = include_str!("../../packs/easy/indicators.csv");
const TAXES: &str = include_str!("../../packs/easy/taxes.csv");

/// Name of a goal, and what it is about.
pub fn easy_goal(key: &str) -> Option<[&'static str; 2]> {
    find(GOALS, key)
}

/// Name of a measure, one unit with its article, and many of them.
pub fn easy_measure(key: &str) -> Option<[&'static str; 3]> {
    find(MEASURES, key)
}

/// Name of an indicator, what there is when it is higher, and when it is lower.
pub fn easy_indicator(key: &str) -> Option<[&'static str; 3]> {
    find(INDICATORS, key)
}

/// Name of a tax, and who pays it.
pub fn easy_tax(key: &str) -> Option<[&'static str; 2]> {
    find(TAXES, key)
}

/// The cells behind a key. The files have no quotes; a test reads them all.
fn find<const N: usize>(table: &'static str, key: &str) -> Option<[&'static str; N]> {
    let mut rows = table.lines().skip(1).map(|row| row.split(';'));
    let mut row = rows.find_map(|mut row| (row.next() == Some(key)).then_some(row))?;
    let mut cells = [""; N];
    for cell in &mut cells {
        *cell = row.next()?;
    }
    Some(cells)
}
