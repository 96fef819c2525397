//! Sums that stand in the file (Summenzeilen): recognised, kept out of the sums, and compared with the lines.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;

use super::code;
use super::lines::{Amount, Line, Slot};
use super::part::Part;
use super::statutory::{Balance, Row};
use money::Money;

/// A row that sums others (Summenzeile).
#[derive(Clone, Debug)]
pub struct Sum {
    /// Line in the file.
    pub line: u64,
    /// The code whose parts it sums; empty for everything.
    pub code: String,
    /// Beginning of the accounts that it sums; empty for all.
    pub account: String,
    /// What it is in the statutory scheme.
    pub row: Option<Row>,
    /// Folded label of its row in a scheme.
    pub label: String,
    /// Whether it sums what comes in; none if its label does not say.
    pub flow: Option<bool>,
    /// The stretch of the scheme that it stands in.
    pub block: usize,
    /// Its amounts.
    pub amounts: Vec<Amount>,
    /// Whether it became a line, because nothing stands below it.
    pub is_taken: bool,
}

impl Sum {
    /// A line that turned out to be the sum of others.
    pub(super) fn of(line: Line) -> Self {
        Self {
            line: line.line,
            code: line.code,
            account: line.account,
            row: None,
            label: line.row,
            flow: line.flow,
            block: line.block,
            amounts: line.amounts,
            is_taken: false,
        }
    }
}

/// A sum of the file and of its lines (Abstimmung).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Line of the sum.
    pub line: u64,
    /// Code, or `all`.
    pub of: String,
    /// Its column.
    pub column: String,
    /// Year and kind.
    #[serde(flatten)]
    pub slot: Slot,
    /// The sum that the file prints.
    pub printed: Money,
    /// The sum of the lines.
    pub lines: Money,
    /// Printed less lines; zero if they reconcile.
    pub difference: Money,
    /// First and last line that were added.
    pub rows: Option<(u64, u64)>,
}

/// How far a printed sum may be from its lines because every figure was rounded: columns with what their last digit is
/// worth, in cents; nothing where figures are exact.
pub type Steps = HashMap<usize, i64>;

/// A subtotal of the scheme without a row of its part above it is all there is: it becomes a line.
pub fn sums_to_lines(lines: &mut Vec<Line>, sums: &mut [Sum]) {
    let parts = |line: &Line| line.amounts.iter().map(|it| (line.code.clone(), it.part, line.flow)).collect::<Vec<_>>();
    let mut there: HashSet<(String, Part, Option<bool>)> = lines.iter().flat_map(parts).collect();
    for sum in sums.iter_mut() {
        let Some(Row::Subtotal(part)) = sum.row else { continue };
        if !sum.amounts.is_empty() && there.insert((sum.code.clone(), part, sum.flow)) {
            let amounts = sum.amounts.iter().map(|it| Amount { part, ..*it }).collect();
            let area = code::area(&sum.code).to_owned();
            lines.push(Line {
                line: sum.line,
                code: sum.code.clone(),
                area,
                flow: sum.flow,
                block: sum.block,
                row: sum.label.clone(),
                amounts,
                ..Line::default()
            });
            sum.is_taken = true;
        }
    }
}

/// Amounts of some lines by part and by whether they come in.
#[derive(Clone, Debug, Default)]
struct Flows {
    by_part: BTreeMap<(Part, bool), Money>,
    lines: usize,
    rows: Option<(u64, u64)>,
}

impl Flows {
    fn add(&mut self, line: &Line, amount: &Amount) {
        let comes = line.flow.unwrap_or(amount.part.is_revenue());
        *self.by_part.entry((amount.part, comes)).or_default() += amount.money;
        self.lines += 1;
        let (first, last) = self.rows.unwrap_or((line.line, line.line));
        self.rows = Some((first.min(line.line), last.max(line.line)));
    }

    fn of(&self, part: Part) -> Money {
        [true, false].iter().filter_map(|it| self.by_part.get(&(part, *it))).copied().sum()
    }

    fn side(&self, part: Part, comes: bool) -> Money {
        self.by_part.get(&(part, comes)).copied().unwrap_or_default()
    }

    /// What a printed row may mean, the likeliest first. Custom differs between Länder in what an ordinary sum holds.
    fn candidates(&self, row: Row, flow: Option<bool>) -> Vec<Money> {
        use Part::{Cash, Extraordinary, Financing, Internal};
        let revenue = self.of(Part::OrdinaryRevenue);
        let expense = self.of(Part::OrdinaryExpense);
        let (earned, interest) = (self.of(Part::FinancialRevenue), self.of(Part::Interest));
        let financial = earned - interest + self.of(Part::FinancialResult);
        let ordinary = revenue - expense;
        let net = |part: Part| self.side(part, true) - self.side(part, false);
        let (extra, internal) = (net(Extraordinary), net(Internal));
        let invested = self.of(Part::InvestmentReceipts) - self.of(Part::InvestmentPayments);
        let saving = self.of(Part::GlobalSaving);
        match row {
            Row::Subtotal(Part::OrdinaryRevenue) => {
                let all = revenue + earned;
                let more = all + self.side(Extraordinary, true);
                vec![revenue, all, more, more + self.side(Internal, true), all + self.side(Internal, true)]
            }
            Row::Subtotal(Part::OrdinaryExpense) => {
                let all = expense + interest;
                let more = all + self.side(Extraordinary, false);
                vec![expense, all, more, more + self.side(Internal, false), all + self.side(Internal, false)]
            }
            Row::Subtotal(part) => match flow {
                Some(comes) if !part.counts() => {
                    let cash = self.side(Cash, comes);
                    let invests = if comes { Part::InvestmentReceipts } else { Part::InvestmentPayments };
                    vec![self.side(part, comes), cash + self.of(invests)]
                }
                _ => vec![self.of(part), net(part)],
            },
            Row::Balance(Balance::Ordinary) => vec![ordinary, ordinary + financial],
            Row::Balance(Balance::Financial) => vec![financial],
            Row::Balance(Balance::Extraordinary) => vec![extra],
            Row::Balance(Balance::Investment) => vec![invested],
            Row::Balance(Balance::Cash) => {
                let cash = net(Cash);
                vec![cash, cash + invested, cash + invested + net(Financing), net(Financing), invested]
            }
            Row::Balance(Balance::Year) => {
                let all = ordinary + financial;
                let year = all + extra;
                let calculated = self.of(Part::Calculatory);
                let mut found = vec![year, all, ordinary, financial, extra, internal];
                found.extend([year, all, ordinary].map(|it| it + internal));
                found.extend([year, all].map(|it| it + saving));
                found.extend([year, all].map(|it| it - saving));
                found.extend([ordinary + internal, all + internal].map(|it| it - calculated));
                found.extend([ordinary + internal, all + internal].map(|it| it + calculated));
                found.extend([internal - calculated, internal + calculated, invested]);
                found
            }
            Row::Part(_) | Row::Stock => Vec::new(),
        }
    }
}

type Where = (usize, Slot);

/// Compares the sums of a scheme with its rows, after signs were made alike: of the same stretch, else of the same code.
pub fn scheme_checks(lines: &[Line], sums: &[Sum], columns: &[(usize, &str)], steps: &Steps) -> Vec<Check> {
    let mut by_block: HashMap<(usize, Where), Flows> = HashMap::new();
    let mut by_code: HashMap<(&str, Where), Flows> = HashMap::new();
    for line in lines {
        for amount in &line.amounts {
            let place = (amount.column, amount.slot);
            by_block.entry((line.block, place)).or_default().add(line, amount);
            by_code.entry((&line.code, place)).or_default().add(line, amount);
        }
    }
    let none = Flows::default();
    let mut found = Vec::new();
    for sum in sums.iter().filter(|it| !it.is_taken) {
        let Some(row) = sum.row.filter(|it| !matches!(it, Row::Stock)) else { continue };
        for amount in &sum.amounts {
            let place = (amount.column, amount.slot);
            let block = by_block.get(&(sum.block, place)).unwrap_or(&none);
            let code = by_code.get(&(sum.code.as_str(), place)).unwrap_or(&none);
            let mut closest: Option<(Money, &Flows)> = None;
            for flows in [block, code] {
                let slack = steps.get(&amount.column).copied().unwrap_or(0) * (flows.lines as i64 + 1) / 2;
                for candidate in flows.candidates(row, sum.flow) {
                    let fits = |it: Money| (it - amount.money).cents().abs() <= slack;
                    if fits(candidate) || fits(-candidate) {
                        closest = Some((amount.money, flows));
                    } else if closest.is_none() {
                        closest = Some((candidate, flows));
                    }
                }
                if closest.is_some_and(|it| it.0 == amount.money) {
                    break;
                }
            }
            let Some((total, flows)) = closest else { continue };
            found.push(check(sum, amount, total, flows.rows, columns));
        }
    }
    found
}

fn check(sum: &Sum, amount: &Amount, total: Money, rows: Option<(u64, u64)>, columns: &[(usize, &str)]) -> Check {
    let name = columns.iter().find(|it| it.0 == amount.column).map_or("", |it| it.1);
    Check {
        line: sum.line,
        of: if sum.code.is_empty() { "all".to_owned() } else { sum.code.clone() },
        column: name.to_owned(),
        slot: amount.slot,
        printed: amount.money,
        lines: total,
        difference: amount.money - total,
        rows,
    }
}

/// What a printed sum may add: everything, revenue, expense, their balance either way, receipts, payments.
const MEASURES: usize = 7;

fn measures(part: Part, money: Money) -> [i64; MEASURES] {
    let cents = money.cents();
    let earns = matches!(part, Part::OrdinaryRevenue | Part::FinancialRevenue);
    let costs = matches!(part, Part::OrdinaryExpense | Part::Interest);
    let (revenue, expense) = (if earns { cents } else { 0 }, if costs { cents } else { 0 });
    let of = |wanted: Part| if part == wanted { cents } else { 0 };
    let (receipts, payments) = (of(Part::InvestmentReceipts), of(Part::InvestmentPayments));
    [cents, revenue, expense, revenue.saturating_sub(expense), revenue.saturating_add(expense), receipts, payments]
}

/// Running sums of one column, line by line.
#[derive(Default)]
struct Running {
    /// Lines and what stands up to and with them.
    at: Vec<(u64, [i64; MEASURES])>,
    /// What stands up to each place where a sum stands.
    marks: HashSet<(usize, i64)>,
}

impl Running {
    fn push(&mut self, line: u64, part: Part, money: Money) {
        let before = self.at.last().map_or([0; MEASURES], |it| it.1);
        let mut now = before;
        for (sum, own) in now.iter_mut().zip(measures(part, money)) {
            *sum = sum.saturating_add(own);
        }
        self.at.push((line, now));
    }

    fn up_to(&self, line: u64) -> [i64; MEASURES] {
        let end = self.at.partition_point(|it| it.0 <= line);
        end.checked_sub(1).and_then(|it| self.at.get(it)).map_or([0; MEASURES], |it| it.1)
    }

    fn mark(&mut self, line: u64) {
        let here = self.up_to(line);
        self.marks.extend(here.into_iter().enumerate());
    }

    /// Whether a printed sum is what stands between its place and another sum, before or behind it.
    fn fits(&self, line: u64, printed: i64) -> bool {
        let here = self.up_to(line);
        here.iter().enumerate().any(|(measure, here)| {
            [printed, printed.saturating_neg()].iter().any(|it| {
                self.marks.contains(&(measure, here.saturating_sub(*it)))
                    || self.marks.contains(&(measure, here.saturating_add(*it)))
            })
        })
    }
}

/// Lines by code and account: what stands below a sum is one stretch of them, added once.
///
/// Files with as many sums as lines would else take minutes.
struct Ordered<'a> {
    lines: Vec<&'a Line>,
    known: HashMap<(&'a str, &'a str), HashMap<Where, Stretch>>,
}

/// What stands in one stretch of lines: its sums, its first and last line, how many figures it has.
type Stretch = ([i64; MEASURES], (u64, u64), usize);

impl<'a> Ordered<'a> {
    fn new(lines: &'a [Line]) -> Self {
        let mut lines: Vec<&Line> = lines.iter().collect();
        lines.sort_by_key(|it| (it.code.as_str(), it.account.as_str()));
        Self { lines, known: HashMap::new() }
    }

    fn below(&mut self, sum: &'a Sum) -> &HashMap<Where, Stretch> {
        let (code, account) = (sum.code.as_str(), sum.account.as_str());
        let lines = &self.lines;
        self.known.entry((code, account)).or_insert_with(|| {
            let begin = lines.partition_point(|it| (it.code.as_str(), it.account.as_str()) < (code, account));
            let rest = lines.get(begin..).unwrap_or_default();
            let end = rest.partition_point(|it| match account {
                "" => it.code.starts_with(code),
                _ => it.code == code && it.account.starts_with(account),
            });
            let mut found = HashMap::new();
            for line in rest.get(..end).unwrap_or_default() {
                for amount in &line.amounts {
                    let entry = found.entry((amount.column, amount.slot)).or_insert((
                        [0i64; MEASURES],
                        (line.line, line.line),
                        0,
                    ));
                    for (sum, own) in entry.0.iter_mut().zip(measures(amount.part, amount.money)) {
                        *sum = sum.saturating_add(own);
                    }
                    entry.1 = (entry.1.0.min(line.line), entry.1.1.max(line.line));
                    entry.2 += 1;
                }
            }
            found
        })
    }
}

/// Compares every other sum with its lines, column by column, as the file has them: with those of its code, with those
/// between it and another sum, with all.
pub fn checks(lines: &[Line], sums: &[Sum], columns: &[(usize, &str)], steps: &Steps) -> Vec<Check> {
    let sums: Vec<&Sum> = sums.iter().filter(|it| it.row.is_none()).collect();
    if sums.is_empty() {
        return Vec::new();
    }
    let mut order: Vec<&Line> = lines.iter().collect();
    order.sort_by_key(|it| it.line);
    let mut running: HashMap<(usize, Option<Slot>), Running> = HashMap::new();
    let mut slots: HashSet<Slot> = HashSet::new();
    for line in order {
        for amount in &line.amounts {
            slots.insert(amount.slot);
            for slot in [Some(amount.slot), None] {
                let running = running.entry((amount.column, slot)).or_default();
                running.push(line.line, amount.part, amount.money);
            }
        }
    }
    for running in running.values_mut() {
        running.mark(0);
        running.mark(u64::MAX);
        for sum in &sums {
            running.mark(sum.line);
        }
    }
    let mut ordered = Ordered::new(lines);
    let none = Running::default();
    let mut found = Vec::new();
    for sum in &sums {
        for amount in &sum.amounts {
            // A sum whose year is not told is one of all years.
            let slot = Some(amount.slot).filter(|it| slots.contains(it));
            let running = running.get(&(amount.column, slot)).unwrap_or(&none);
            let below = ordered.below(sum).get(&(amount.column, amount.slot)).copied();
            let (values, rows, count) = below.unwrap_or(([0; MEASURES], (0, 0), 0));
            let printed = amount.money.cents();
            let slack = steps.get(&amount.column).copied().unwrap_or(0) * (count as i64 + 1) / 2;
            let is_near = |it: &i64| {
                it.saturating_sub(printed).saturating_abs() <= slack
                    || it.saturating_add(printed).saturating_abs() <= slack
            };
            let is_met = below.is_some() && values.iter().any(is_near) || running.fits(sum.line, printed);
            let side = match amount.part {
                it if it.is_revenue() && it.counts() => 1,
                it if it.is_expense() => 2,
                _ => 0,
            };
            let all = values.first().copied().unwrap_or(0);
            let told = values.get(side).copied().filter(|it| *it != 0).unwrap_or(all);
            let total = if is_met { amount.money } else { Money::from_cents(told) };
            found.push(check(sum, amount, total, (rows != (0, 0)).then_some(rows), columns));
        }
    }
    found
}
