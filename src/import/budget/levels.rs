//! Levels of one file (Gliederungsebenen): lines that turn out to be the sums of finer ones below their code or account.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::lines::{Line, Slot};
use super::part::Part;
use super::totals::Sum;
use money::Money;

/// A parent this near to its children, as a share of the larger, is their sum misprinted rather than money of its own.
const NEAR: f64 = 0.25;

/// What a sum and the lines below it are held against each other by.
type Key = (usize, Slot, bool, String);

fn keyed<'a>(lines: impl Iterator<Item = &'a Line>) -> BTreeMap<Key, Money> {
    let mut found = BTreeMap::new();
    for line in lines {
        for amount in line.amounts.iter().filter(|it| it.part != Part::Balance) {
            let key = (amount.column, amount.slot, amount.part.is_revenue(), line.row.clone());
            *found.entry(key).or_insert(Money::ZERO) += amount.money;
        }
    }
    found
}

/// How a line stands to the finer ones below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It is their sum.
    Sum,
    /// Almost: one of them is wrong.
    Near,
    /// Something else.
    Own,
    /// Nothing stands in it.
    Empty,
}

fn standing(own: &BTreeMap<Key, Money>, below: &BTreeMap<Key, Money>) -> Standing {
    if own.values().all(|it| it.is_zero()) {
        return Standing::Empty;
    }
    let there: HashSet<(usize, Slot)> = below.keys().map(|it| (it.0, it.1)).collect();
    let pairs: Vec<(Money, Money)> = own
        .iter()
        // A year that only one of the two levels has cannot be held against the other.
        .filter(|(key, _)| there.contains(&(key.0, key.1)))
        .map(|(key, money)| (*money, below.get(key).copied().unwrap_or_default()))
        .collect();
    let is_near = |(one, other): &(Money, Money)| {
        (one.euros() - other.euros()).abs() <= NEAR * one.euros().abs().max(other.euros().abs())
    };
    if pairs.is_empty() {
        Standing::Own
    } else if pairs.iter().all(|(one, other)| one == other) {
        Standing::Sum
    } else if pairs.iter().filter(|it| is_near(it)).count() * 2 > pairs.len() {
        Standing::Near
    } else {
        Standing::Own
    }
}

/// Whether a line alone is the sum of what stands below it.
fn is_all(line: &Line, below: &BTreeMap<Key, Money>) -> bool {
    line.account.is_empty() && standing(&keyed(std::iter::once(line)), below) == Standing::Sum
}

/// Lines whose code begins the code of others are their sums if they are the sum: code `01` beside `0101`.
///
/// A code that begins another may as well hold money of its own (`1110` beside `111001`). Where some parents are sums or
/// nearly so, all are taken for sums, so that those that are none contradict the file; where none is, all are lines.
/// A line with an account is money of its own and stays. `levels` are codes that the file itself calls coarser.
pub fn parents_to_sums(
    lines: &mut Vec<Line>,
    sums: &mut Vec<Sum>,
    levels: &HashSet<String>,
    warnings: &mut Vec<String>,
) {
    let codes: HashSet<&str> = lines.iter().map(|it| it.code.as_str()).collect();
    let codes: BTreeSet<&str> = codes.into_iter().collect();
    let begins = |(one, next): &(&str, &str)| !one.is_empty() && next.starts_with(one);
    let pairs = codes.iter().copied().zip(codes.iter().copied().skip(1));
    let mut parents: Vec<String> = pairs.filter(begins).map(|it| it.0.to_owned()).collect();
    // The finest first: what is a sum itself is not added to the sum above it.
    parents.sort_by_key(|it| std::cmp::Reverse(it.len()));
    let mut order: Vec<&Line> = lines.iter().collect();
    order.sort_by(|one, other| one.code.cmp(&other.code));
    let mut is_sum: HashSet<&str> = HashSet::new();
    let mut found: Vec<(&str, Standing)> = Vec::new();
    for parent in &parents {
        let begin = order.partition_point(|it| it.code.as_str() < parent.as_str());
        let rest = order.get(begin..).unwrap_or_default();
        let end = rest.partition_point(|it| it.code.starts_with(parent.as_str()));
        let family = rest.get(..end).unwrap_or_default();
        let own = keyed(family.iter().copied().filter(|it| it.code == *parent && it.account.is_empty()));
        let below = family.iter().copied().filter(|it| it.code != *parent && !is_sum.contains(it.code.as_str()));
        let below = keyed(below);
        let standing = match standing(&own, &below) {
            _ if levels.contains(parent) => Standing::Sum,
            // The same sum printed again and again is still one.
            Standing::Own if family.iter().filter(|it| it.code == *parent).all(|it| is_all(it, &below)) => {
                Standing::Sum
            }
            standing => standing,
        };
        if standing != Standing::Own {
            is_sum.insert(parent);
        }
        found.push((parent, standing));
    }
    let any = found.iter().any(|it| matches!(it.1, Standing::Sum | Standing::Near));
    let own: Vec<&str> = found.iter().filter(|it| it.1 == Standing::Own).map(|it| it.0).collect();
    if !any && !own.is_empty() {
        warnings.push(format!(
            "codes that begin others but are not their sum count as lines of their own: {}",
            own.iter().take(5).copied().collect::<Vec<_>>().join(", ")
        ));
    }
    let taken = |it: &(&str, Standing)| any && it.1 != Standing::Empty || matches!(it.1, Standing::Sum);
    let taken: HashSet<String> = found.iter().filter(|it| taken(it)).map(|it| it.0.to_owned()).collect();
    let is_sum = |line: &mut Line| line.account.is_empty() && taken.contains(&line.code);
    sums.extend(lines.extract_if(.., is_sum).map(Sum::of));
}

/// A code that ends in zeros: what it begins with.
fn stem(code: &str) -> Option<&str> {
    let stem = code.trim_end_matches('0');
    (stem.len() < code.len() && !stem.is_empty()).then_some(stem)
}

/// Lines of group `110000` beside `111101` and `111102`, of account `500000` beside `501200`, are sums if they are the sum.
///
/// One equal line below another may be chance; where a group of several is met, those of one are sums, too.
pub fn filled_to_sums(lines: &mut Vec<Line>, sums: &mut Vec<Sum>) {
    let mut found = filled(lines, |it| ("", if it.account.is_empty() { &it.code } else { "" }));
    found.extend(filled(lines, |it| (&it.code, &it.account)));
    let shortened = |number: String| stem(&number).map_or(number.clone(), str::to_owned);
    sums.extend(lines.extract_if(.., |it| found.contains(&it.line)).map(Sum::of).map(
        |it| match it.account.is_empty() {
            true => Sum { code: shortened(it.code), ..it },
            false => Sum { account: shortened(it.account), ..it },
        },
    ));
}

/// What lines must share, and their number that may end in zeros.
type Number<'a> = (&'a str, &'a str);

/// The lines of the file whose number ends in zeros and that are the sum of the others it begins.
fn filled(lines: &[Line], key: impl for<'a> Fn(&'a Line) -> Number<'a>) -> HashSet<u64> {
    let mut order: Vec<(Number<'_>, &Line)> =
        lines.iter().map(|it| (key(it), it)).filter(|it| !it.0.1.is_empty()).collect();
    order.sort_by_key(|it| it.0);
    let mut parents: Vec<(Number<'_>, &str)> = order.iter().filter_map(|it| Some((it.0, stem(it.0.1)?))).collect();
    parents.dedup();
    // The finest first: what is a sum itself is not added to the sum above it.
    parents.sort_by_key(|it| std::cmp::Reverse(it.1.len()));
    let mut sums: HashSet<Number<'_>> = HashSet::new();
    let mut is_sure = false;
    for (parent, stem) in parents {
        let begin = order.partition_point(|it| it.0 < (parent.0, stem));
        let rest = order.get(begin..).unwrap_or_default();
        let end = rest.partition_point(|it| it.0.0 == parent.0 && it.0.1.starts_with(stem));
        let family = rest.get(..end).unwrap_or_default();
        let is_below =
            |it: &&(Number<'_>, &Line)| it.0.1.len() == parent.1.len() && it.0 != parent && !sums.contains(&it.0);
        let parts: HashSet<&str> = family.iter().filter(is_below).map(|it| it.0.1).collect();
        if parts.is_empty() {
            continue;
        }
        let own = keyed(family.iter().filter(|it| it.0 == parent).map(|it| it.1));
        let below = keyed(family.iter().filter(is_below).map(|it| it.1));
        if standing(&own, &below) == Standing::Sum {
            is_sure |= parts.len() > 1;
            sums.insert(parent);
        }
    }
    order.iter().filter(|it| is_sure && sums.contains(&it.0)).map(|it| it.1.line).collect()
}

/// A line whose code is nothing but zeros is the whole budget if it is the sum of all others, or nearly so.
pub fn whole_to_sum(lines: &mut Vec<Line>, sums: &mut Vec<Sum>) {
    let is_whole = |it: &Line| it.code.bytes().all(|it| it == b'0') && !it.code.is_empty() && it.account.is_empty();
    let (whole, others): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|it| is_whole(it));
    let below = keyed(others.into_iter());
    let is_sum = !whole.is_empty()
        && whole
            .iter()
            .all(|it| matches!(standing(&keyed(std::iter::once(*it)), &below), Standing::Sum | Standing::Near));
    if is_sum {
        let of_all = |it: Line| Sum { code: String::new(), ..Sum::of(it) };
        sums.extend(lines.extract_if(.., |it| is_whole(it)).map(of_all));
    }
}

/// A line of account `50` beside `5011` and `5012` of the same product that equals their sum is that sum; one that nearly
/// does is a sum that contradicts them.
pub fn account_groups_to_sums(lines: &mut Vec<Line>, sums: &mut Vec<Sum>) {
    let mut order: Vec<&Line> = lines.iter().filter(|it| !it.account.is_empty()).collect();
    order.sort_by_key(|it| (it.code.as_str(), it.account.as_str()));
    let is_parent = |pair: &[&Line]| match pair {
        [one, next] => one.code == next.code && one.account != next.account && next.account.starts_with(&one.account),
        _ => false,
    };
    let parents: BTreeSet<(&str, &str)> = order
        .windows(2)
        .filter(|it| is_parent(it))
        .filter_map(|it| it.first())
        .map(|it| (it.code.as_str(), it.account.as_str()))
        .collect();
    let mut found: HashSet<u64> = HashSet::new();
    for (code, account) in parents {
        let begin = order.partition_point(|it| (it.code.as_str(), it.account.as_str()) < (code, account));
        let rest = order.get(begin..).unwrap_or_default();
        let end = rest.partition_point(|it| it.code == code && it.account.starts_with(account));
        let family = rest.get(..end).unwrap_or_default();
        let below = keyed(family.iter().copied().filter(|it| it.account != account));
        let short = account.len() <= 3;
        for line in family.iter().filter(|it| it.account == account) {
            match standing(&keyed(std::iter::once(*line)), &below) {
                Standing::Sum => _ = found.insert(line.line),
                Standing::Near if short => _ = found.insert(line.line),
                _ => {}
            }
        }
    }
    sums.extend(lines.extract_if(.., |it| found.contains(&it.line)).map(Sum::of));
}
