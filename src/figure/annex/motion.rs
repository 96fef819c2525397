use super::frame::Frame;
use super::value::Point;
use crate::figure::outputs::counted;
use crate::model::plan_rows::{Booking, Entry, PlanRow, Rule};
use crate::model::{Choice, LineAt, Money, Tax, Year};
use crate::text::{self, Lasting, PointSaid, TaxSaid};

/// Rows that are changed by one thing in one span and one direction.
struct Change<'a> {
    what: Choice,
    rows: Vec<&'a Entry>,
    beside: Vec<&'a Entry>,
}

impl Change<'_> {
    fn amount(&self) -> Money {
        self.rows.iter().map(|it| it.change.amount).sum()
    }

    fn is_built(&self) -> bool {
        self.rows.iter().any(|it| it.booking == Booking::Payment)
    }
}

/// The points of the motion (Antragspunkte): what is more, what pays for it, taxes, promises for later years, the rest.
pub fn motion(it: &Frame<'_>) -> Vec<Point> {
    let changes = changes(it);
    let (more, less): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.amount() > Money::ZERO);
    let lowers = it.taxes().any(|(tax, now)| now < tax.multiplier);
    let is_spent = lowers || more.iter().any(|change| !change.is_built());
    // What is cut pays for something only where there would not be enough without it.
    let cut: Money = less.iter().filter(|change| !change.is_built()).map(|change| change.amount()).sum();
    let is_needed = is_spent && it.worst() + cut < Money::ZERO;
    let cover = |change: &Change<'_>| is_needed && change.amount() < Money::ZERO && !change.is_built();
    let told = more.into_iter().chain(less).map(|change| point(it, change, cover(change)));
    let taxes = it.taxes().map(|(tax, now)| simple(tax_said(it, tax, now)));
    let promises = promises(it).into_iter().chain(credit(it)).map(simple);
    let mut points: Vec<Point> = told.chain(taxes).chain(promises).collect();
    points.extend(together(it, &changes));
    points.extend(left(it).map(simple));
    for (at, point) in points.iter_mut().enumerate() {
        point.number = format!("{}.", at + 1);
    }
    points
}

/// Rows that more than one point changes in the first year, with what that is together: each row is voted on once. None where
/// each stands once; other years are told in the table.
fn together(it: &Frame<'_>, changes: &[Change<'_>]) -> Option<Point> {
    let ordered = |is_more: bool| changes.iter().filter(move |change| (change.amount() > Money::ZERO) == is_more);
    let numbered: Vec<&Change<'_>> = ordered(true).chain(ordered(false)).collect();
    let mut rows: Vec<(&Entry, Vec<usize>, Money)> = Vec::new();
    let year = it.it.town.first_year;
    for (at, change) in numbered.iter().enumerate() {
        for entry in change.rows.iter().chain(&change.beside).filter(|it| it.change.from <= year) {
            let same = |other: &Entry| (other.line, other.booking, other.row) == (entry.line, entry.booking, entry.row);
            match rows.iter_mut().find(|(other, ..)| same(other)) {
                Some((_, points, sum)) => {
                    points.push(at + 1);
                    *sum += entry.change.amount;
                }
                None => rows.push((entry, vec![at + 1], entry.change.amount)),
            }
        }
    }
    let parts = rows.into_iter().filter_map(|(entry, mut points, sum)| {
        points.dedup();
        let [all @ .., last] = points.as_slice() else { return None };
        let all: Vec<String> = all.iter().map(usize::to_string).collect();
        let said = || (it.words.row_together)(&it.place(entry), &all.join(", "), *last, &it.signed(sum));
        (!all.is_empty()).then(said)
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| Point { parts, ..simple((it.words.together)(year.0)) })
}

fn simple(text: String) -> Point {
    Point { number: String::new(), text, parts: Vec::new(), notes: Vec::new() }
}

/// The rules by which rows were chosen, those that were used (Zeilenregeln).
pub fn rules(it: &Frame<'_>) -> Vec<String> {
    if it.entries.is_empty() {
        return Vec::new();
    }
    let Some(_) = it.of.rows else { return vec![(it.words.without_rows)(&it.it.town.short_name)] };
    let is_used = |rule: Rule, booking| it.entries.iter().any(|it| it.rule == rule && it.booking == booking);
    let rules = [Rule::Kind, Rule::Movable, Rule::Planned, Rule::Sum].into_iter().zip(it.words.rules);
    let used = rules.filter(|(rule, _)| is_used(*rule, Booking::Expense)).map(|(_, said)| said);
    let is_built = it.entries.iter().any(|it| it.booking == Booking::Payment);
    used.chain(is_built.then_some(it.words.rule_built)).map(str::to_owned).collect()
}

/// Whether it is what others pay.
fn is_beside(entry: &Entry) -> bool {
    matches!(entry.booking, Booking::Refund | Booking::Grant)
}

fn changes<'a>(it: &'a Frame<'_>) -> Vec<Change<'a>> {
    let mut all: Vec<Change<'a>> = Vec::new();
    let key = |it: &Entry| (it.what, it.change.from, it.change.to, it.change.amount > Money::ZERO);
    for entry in &it.entries {
        if is_beside(entry) {
            continue;
        }
        match all.iter_mut().find(|change| change.rows.first().is_some_and(|first| key(first) == key(entry))) {
            Some(change) => change.rows.push(entry),
            None => all.push(Change { what: entry.what, rows: vec![entry], beside: Vec::new() }),
        }
    }
    for entry in it.entries.iter().filter(|it| is_beside(it)) {
        // Where a lever goes up and down at once, what others pay goes with the way that it goes itself, if there is one.
        let is_same = |change: &Change<'_>, is_exact: bool| {
            let first = change.rows.first().map(|it| key(it));
            first.is_some_and(|(what, from, to, is_more)| {
                let (own, start, end, more) = key(entry);
                (what, from, to) == (own, start, end) && (is_more == more || !is_exact)
            })
        };
        let at = all.iter().position(|it| is_same(it, true)).or_else(|| all.iter().position(|it| is_same(it, false)));
        at.and_then(|at| all.get_mut(at)).into_iter().for_each(|change| change.beside.push(entry));
    }
    all
}

fn point(it: &Frame<'_>, change: &Change<'_>, is_cover: bool) -> Point {
    let (amount, words) = (change.amount(), it.words);
    let Some(first) = change.rows.first() else { return simple(String::new()) };
    let lasting = it.lasting(&first.change);
    let size = it.size(change.what, amount);
    let what = match lasting {
        _ if it.it.town.bought_by(change.what).is_none() => size,
        Lasting::Once(_) => size,
        _ => (it.it.texts().doors.in_the_year)(&size),
    };
    let place = it.place(first);
    let full = it.full(amount);
    let said = PointSaid {
        place: &place,
        amount: &full,
        is_more: amount > Money::ZERO,
        lasting,
        adopted: it.adopted().0,
        what: &what,
        is_cover,
    };
    let notes = refunds(it, change).into_iter().chain(posts(it, change)).collect();
    if let [_] = change.rows.as_slice() {
        return Point { notes, ..simple((words.point)(&said)) };
    }
    let part = |entry: &&Entry| (words.part)(&it.place(entry), &it.full(entry.change.amount));
    Point { parts: change.rows.iter().map(part).collect(), notes, ..simple((words.several)(&said)) }
}

/// What others pay, group by group.
fn refunds(it: &Frame<'_>, change: &Change<'_>) -> Vec<String> {
    let told = change.beside.iter().map(|entry| {
        let (amount, is_finance) = (entry.change.amount, entry.booking == Booking::Grant);
        let is_named = entry.rule == Rule::Kind;
        let place = if is_named { it.place(entry) } else { it.group(entry.line) };
        (it.words.refund)(&place, &it.full(amount), amount > Money::ZERO, is_finance, is_named)
    });
    told.collect()
}

/// What a change of staff is in posts by the plan's average, as a hint; nothing where it is counted in posts already.
fn posts(it: &Frame<'_>, change: &Change<'_>) -> Vec<String> {
    let kind = it.it.town.bought_by(change.what).and_then(|at| it.of.rows?.kind(at));
    if kind == Some(PlanRow::STAFF) {
        return Vec::new();
    }
    let staff = change.rows.iter().filter(|entry| entry.booking == Booking::Expense && entry.row == PlanRow::STAFF);
    let told = staff.filter_map(|entry| {
        let (amount, year) = (entry.change.amount, it.it.town.first_year);
        let cost = it.of.rows?.cost_of_post(entry.line, year)?;
        let (posts, is_below) = counted(amount.euros() / cost, it.lang());
        let cost = text::about(Money::from_euros(cost), it.lang());
        (!is_below).then(|| (it.words.posts)(&it.group(entry.line), &posts, &cost, amount > Money::ZERO))
    });
    told.collect()
}

fn tax_said(it: &Frame<'_>, tax: &Tax, now: f64) -> String {
    let (planned, set) = (it.multiplier(tax.multiplier), it.multiplier(now));
    (it.words.tax)(&TaxSaid {
        name: it.lang().of(&tax.name),
        set: (&planned, &set),
        kind: tax.kind,
        is_higher: now > tax.multiplier,
        from: it.it.town.first_year.0,
        base: tax.year,
        amount: &it.full(tax.change(now)),
        place: &it.tax_place(tax),
    })
}

/// What must be promised for later years where more is built from one year on and in others after it.
fn promises(it: &Frame<'_>) -> Vec<String> {
    let mut begun: Vec<(LineAt, Year)> = Vec::new();
    let built = it.entries.iter().filter(|entry| entry.booking == Booking::Payment);
    let rising = built.filter(|entry| entry.change.amount > Money::ZERO && entry.change.to > entry.change.from);
    for entry in rising {
        let key = (entry.line, entry.change.from);
        if !begun.contains(&key) {
            begun.push(key);
        }
    }
    begun.into_iter().filter_map(|(line, from)| promise(it, line, from)).collect()
}

/// What must be borrowed more or less in the year that can be adopted (Kreditermächtigung); none where nothing is built.
fn credit(it: &Frame<'_>) -> Option<String> {
    let year = it.adopted();
    let sum = |booking: Booking| it.changed(year, |entry| entry.booking == booking);
    let amount = sum(Booking::Payment) - sum(Booking::Grant);
    let printed = it.of.rows.and_then(|rows| {
        let (row, old) = (rows.loans.as_ref()?, rows.borrowed(year)?);
        Some((it.full(old), it.full(old + amount), row.row.to_string()))
    });
    let printed = printed.as_ref().map(|(old, new, row)| [old.as_str(), new, row]);
    let said = || (it.words.credit)(it.it.town.state, year.0, &it.full(amount), amount > Money::ZERO, printed);
    (!amount.is_zero()).then(said)
}

fn promise(it: &Frame<'_>, line: LineAt, from: Year) -> Option<String> {
    let is_meant = |entry: &Entry| entry.booking == Booking::Payment && entry.line == line && entry.change.from == from;
    let last = it.entries.iter().filter(|it| is_meant(it)).map(|it| it.change.to).max()?;
    let later = (from.0.saturating_add(1)..=last.0).map(Year);
    let amounts: Vec<(Year, Money)> = later.map(|year| (year, it.changed(year, is_meant))).collect();
    let amounts: Vec<_> = amounts.into_iter().filter(|(_, amount)| *amount > Money::ZERO).collect();
    let all: Money = amounts.iter().map(|(_, amount)| *amount).sum();
    let told: Vec<String> =
        amounts.iter().map(|(year, amount)| (it.words.year_amount)(&year.to_string(), &it.full(*amount))).collect();
    let printed =
        it.of.rows.and_then(|rows| rows.promised(line, from)).map(|old| [old, old + all].map(|money| it.full(money)));
    let printed = printed.as_ref().map(|it| it.each_ref().map(String::as_str));
    let said = || (it.words.promise)(&it.group(line), from.0, &it.full(all), &told.join(", "), printed);
    (all > Money::ZERO).then(said)
}

/// What is missing or left over, as the last point.
fn left(it: &Frame<'_>) -> impl Iterator<Item = String> + use<> {
    let balance = it.worst();
    let amount = it.full(balance);
    let said = match (it.balances_said(), balance) {
        (Some(years), _) => Some((it.words.result_by_year)(&years)),
        (None, balance) if balance < Money::ZERO => Some((it.words.not_covered)(&amount)),
        (None, balance) if balance > Money::ZERO => Some((it.words.not_spent)(&amount)),
        (None, _) => None,
    };
    said.into_iter()
}
