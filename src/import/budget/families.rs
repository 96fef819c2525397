//! Sums that nothing names (unbenannte Summen): levels told by blanks alone, the whole town as a row of its own, the same
//! money by product and by cost centre. They cannot be taken out with certainty; added up they would double the budget.

use std::collections::HashMap;

use super::lines::{Line, Slot};
use super::part::Part;
use super::preset::Role;
use super::reader::Reader;
use crate::table::Record;

/// Share of the file that must lie below such sums.
const MOST: f64 = 0.9;
/// Lines that one sum is looked for above or below, apart from all of them.
const NEAR: usize = 60;
/// Figures of a single column add up by chance: there a sum needs so many parts.
const MANY: usize = 4;
/// Lines of one view of the budget.
const VIEW: usize = 3;

/// What stands in a line, as one number that adds up like its amounts; how much it is; how many figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Print {
    number: u64,
    cents: u128,
    figures: usize,
}

/// Numbers of lines: every column, year and side has a factor of its own, so that equal numbers mean equal amounts in all.
#[derive(Default)]
struct Prints(HashMap<(usize, Slot, bool), u64>);

impl Prints {
    fn of(&mut self, line: &Line) -> Print {
        let mut print = Print::default();
        for amount in line.amounts.iter().filter(|it| it.part != Part::Balance && !it.money.is_zero()) {
            let next = self.0.len() as u64 + 1;
            let key = (amount.column, amount.slot, amount.part.is_revenue());
            // Odd factors far from each other: no small sum of amounts makes one of another column.
            let factor = self.0.entry(key).or_insert_with(|| next.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
            let cents = amount.money.cents();
            print.number = print.number.wrapping_add((cents as u64).wrapping_mul(*factor));
            print.cents += u128::from(cents.unsigned_abs());
            print.figures += 1;
        }
        print
    }
}

/// Why the lines may hold each amount twice: almost all of them lie below lines that are their sums. None where accounts or
/// rows of a scheme say what a line is.
pub fn doubled(lines: &[Line]) -> Option<String> {
    if lines.iter().any(|it| !it.account.is_empty() || !it.row.is_empty()) {
        return None;
    }
    let mut prints = Prints::default();
    let all: Vec<(u64, Print)> = lines.iter().map(|it| (it.line, prints.of(it))).filter(|it| it.1.cents > 0).collect();
    let heads = heads(all.iter().rev()).or_else(|| heads(all.iter()))?;
    let some: Vec<String> = heads.iter().take(5).map(u64::to_string).collect();
    Some(format!(
        "lines {} are the sums of others beside them, and nothing says so: added up, every amount would count twice. Next \
         step: delete these lines, call them `Summe`, or give them a code that begins the codes of their parts",
        some.join(", ")
    ))
}

/// A line with all that lies below it.
struct Tree {
    line: u64,
    print: Print,
    is_head: bool,
}

/// Lines that are the sum of those that came before them, if together they hold almost everything.
fn heads<'a>(lines: impl Iterator<Item = &'a (u64, Print)>) -> Option<Vec<u64>> {
    let mut trees: Vec<Tree> = Vec::new();
    let mut all = 0u64;
    let mut is_sure = false;
    for (line, print) in lines {
        let parts = parts(&trees, *print, all);
        is_sure |= parts > 1 && (print.figures > 1 || parts >= MANY);
        trees.truncate(trees.len() - parts);
        all = if parts > 0 { all } else { all.wrapping_add(print.number) };
        trees.push(Tree { line: *line, print: *print, is_head: parts > 0 });
    }
    let sum = |is: &dyn Fn(&Tree) -> bool| trees.iter().filter(|it| is(it)).map(|it| it.print.cents).sum::<u128>();
    let is_most = sum(&|it| it.is_head) as f64 >= MOST * sum(&|_| true) as f64;
    (is_sure && is_most).then(|| trees.iter().filter(|it| it.is_head).map(|it| it.line).collect())
}

/// How many of the last trees, or all of them, make up a line; none if no number of them does.
fn parts(trees: &[Tree], print: Print, all: u64) -> usize {
    let mut sum = 0u64;
    for (count, tree) in trees.iter().rev().take(NEAR).enumerate() {
        sum = sum.wrapping_add(tree.print.number);
        if sum == print.number {
            return count + 1;
        }
    }
    if trees.len() > 1 && all == print.number { trees.len() } else { 0 }
}

/// A column that nothing was read from and by whose words the same sums stand in the file twice: `Produkt`, `Kostenstelle`.
pub fn views(reader: &Reader<'_>, records: &[Record], lines: &[Line]) -> Option<String> {
    let mut prints = Prints::default();
    let of_line: HashMap<u64, Print> = lines.iter().map(|it| (it.line, prints.of(it))).collect();
    let is_read = |at: usize| reader.columns.iter().any(|it| it.at == at && it.role != Role::Ignored);
    (0..reader.header.names.len()).filter(|at| !is_read(*at)).find_map(|at| {
        let mut sums: HashMap<&str, (u64, usize, usize)> = HashMap::new();
        for record in records {
            let Some(print) = of_line.get(&record.line).filter(|it| it.cents > 0) else { continue };
            let sum = sums.entry(record.cell(at)).or_default();
            *sum = (sum.0.wrapping_add(print.number), sum.1 + 1, sum.2.max(print.figures));
            if sums.len() > 4 {
                return None;
            }
        }
        let mut found: Vec<(u64, &str)> =
            sums.iter().filter(|it| it.1.1 >= VIEW && it.1.2 > 1).map(|(word, sum)| (sum.0, *word)).collect();
        found.sort_unstable();
        let twin = found.windows(2).find_map(|it| match it {
            [one, other] if one.0 == other.0 && !one.1.is_empty() && !other.1.is_empty() => Some((one.1, other.1)),
            _ => None,
        })?;
        Some(format!(
            "column `{}` tells two views of the same money apart: the rows of `{}` and of `{}` have the same sums. Next \
             step: keep the rows of one of them",
            reader.header.names.get(at)?,
            twin.0,
            twin.1
        ))
    })
}
