use crate::figure::Telling;
use crate::figure::choice::{choice_figure, sized};
use crate::group::Talk;
use crate::model::chain::Members;
use crate::model::plan_rows::{Booking, Entry, PlanRow, PlanRows, Rule, entries};
use crate::model::{Choice, LineAt, Money, Move, Tax, Year};
use crate::scenario::Reasons;
use crate::text::{self, AnnexWords, Lang, Lasting};

/// What an annex is made of (Vorlage der Ratsanlage).
#[derive(Clone, Copy)]
pub struct AnnexOf<'a> {
    /// Town, scenario, what follows, and the language.
    pub it: Telling<'a>,
    /// The printed rows of the town's plan, if it has them.
    pub rows: Option<&'a PlanRows>,
    /// The members of the ensemble, for the ranges of the steps.
    pub members: &'a Members,
    /// Why a person changed what they changed.
    pub reasons: &'a Reasons,
    /// What a group decided, if there is one on this device.
    pub group: Option<&'a Talk>,
    /// Name of the draft, possibly empty.
    pub name: &'a str,
    /// The day as `YYYY-MM-DD`, possibly empty.
    pub date: &'a str,
}

/// What all parts are told from.
pub struct Frame<'a> {
    pub of: AnnexOf<'a>,
    pub it: Telling<'a>,
    pub words: &'static AnnexWords,
    pub entries: Vec<Entry>,
    pub years: Vec<Year>,
}

/// Years of a plan after its first one where nothing says how far it looks ahead (mittelfristige Planung).
const AHEAD: usize = 3;

impl<'a> Frame<'a> {
    pub fn new(of: AnnexOf<'a>) -> Self {
        let it = of.it;
        let town = it.town;
        let planned = town.reserves.iter().map(|it| it.year).chain(town.plan_years.iter().map(|it| it.year));
        let last = planned.filter(|it| *it > town.first_year).max().unwrap_or(town.first_year.plus(AHEAD));
        let years = (town.first_year.0..=last.min(town.horizon).0.max(town.first_year.0)).map(Year).collect();
        Self { of, it, words: it.lang.annex(), entries: entries(town, it.scenario, of.rows), years }
    }

    pub fn lang(&self) -> Lang {
        self.it.lang
    }

    /// An amount without its sign, in full.
    pub fn full(&self, money: Money) -> String {
        text::in_full(money.abs(), self.lang())
    }

    /// An amount with its sign, in full.
    pub fn signed(&self, money: Money) -> String {
        let said = text::in_full(money, self.lang());
        if money > Money::ZERO { format!("+{said}") } else { said }
    }

    pub fn lasting(&self, change: &Move) -> Lasting {
        match (change.from, change.to) {
            (from, to) if from == to => Lasting::Once(from.0),
            (from, to) if to >= self.it.town.horizon => Lasting::From(from.0),
            (from, to) => Lasting::Limited(from.0, to.0),
        }
    }

    /// The last year that the council has adopted or can adopt now; those after it are financial planning.
    pub fn adopted(&self) -> Year {
        let first = self.it.town.first_year;
        self.of.rows.and_then(|it| it.years.last().copied()).map_or(first, |it| it.max(first))
    }

    pub fn code(&self, line: LineAt) -> &'a str {
        self.it.town.budget.lines.get(line).map_or("", |it| it.code.as_str())
    }

    pub fn label(&self, line: LineAt) -> &'a str {
        self.it.town.budget.lines.get(line).map_or("", |it| it.label.as_str())
    }

    pub fn group(&self, line: LineAt) -> String {
        (self.words.group)(self.code(line), self.label(line))
    }

    /// Name of a row, as printed where that is known.
    pub fn row_label(&self, booking: Booking, row: PlanRow) -> String {
        let words = self.words;
        let printed = |row: PlanRow| self.of.rows.and_then(|it| it.label(row));
        let financed = |row: PlanRow| self.of.rows.and_then(|it| it.finance_label(row));
        let label = match booking {
            Booking::Expense => printed(row).unwrap_or(words.ordinary_expense),
            Booking::Refund => printed(row).unwrap_or(words.ordinary_revenue),
            Booking::Payment => financed(row).unwrap_or(words.payments),
            Booking::Grant => financed(row).unwrap_or(words.receipts),
        };
        label.to_owned()
    }

    /// Number of a row; empty where only the sum of the group is known.
    pub fn row_number(&self, booking: Booking, row: PlanRow) -> String {
        let is_named = self.of.rows.is_some() || booking == Booking::Expense && row != PlanRow::EXPENSE;
        if is_named { row.to_string() } else { String::new() }
    }

    /// Product group and row.
    pub fn place(&self, entry: &Entry) -> String {
        let (label, number) = (self.row_label(entry.booking, entry.row), self.row_number(entry.booking, entry.row));
        let is_finance = matches!(entry.booking, Booking::Payment | Booking::Grant);
        let is_whole = number.is_empty() || entry.rule == Rule::Sum && !is_finance;
        let row =
            if is_whole { (self.words.whole_group)(&label) } else { (self.words.row)(&number, &label, is_finance) };
        format!("{}, {row}", self.group(entry.line))
    }

    /// Product group and row of a tax or a fee; empty where none is known.
    pub fn tax_place(&self, tax: &Tax) -> String {
        let Some((line, row)) = self.tax_row(tax) else { return String::new() };
        let label = row.and_then(|row| Some((row, self.of.rows?.label(row)?)));
        match label {
            Some((row, label)) => format!("{}, {}", self.group(line), (self.words.row)(&row.to_string(), label, false)),
            None => self.group(line),
        }
    }

    /// The group that a tax or a fee belongs to, and the row whose amount is that of the fee.
    pub fn tax_row(&self, tax: &Tax) -> Option<(LineAt, Option<PlanRow>)> {
        match tax.group {
            None => Some((self.of.rows?.taxes()?, Some(PlanRow::TAXES))),
            Some(line) => {
                let is_it = |row: &PlanRow| {
                    self.of.rows.and_then(|it| it.amount(line, *row, Year(tax.year))) == Some(tax.planned_yield)
                };
                Some((line, [PlanRow::FEES, PlanRow::CHARGES].into_iter().find(is_it)))
            }
        }
    }

    /// Name of what is moved.
    pub fn name(&self, what: Choice) -> String {
        choice_figure(self.it.town, what, self.lang()).map(|it| it.name).unwrap_or_default()
    }

    /// What so much money is, without a sign: things where they are counted, else the name of the lever.
    pub fn size(&self, what: Choice, money: Money) -> String {
        let measure = self.it.town.bought_by(what).and_then(|at| self.it.town.chain.measures.get(at));
        measure.map_or_else(|| self.name(what), |it| sized(it, money, self.lang()))
    }

    /// Taxes and fees that differ from the plan.
    pub fn taxes(&self) -> impl Iterator<Item = (&'a Tax, f64)> + use<'a> {
        let it = self.it;
        it.scenario.taxes.iter().filter_map(move |(at, now)| Some((it.town.taxes.get(*at)?, *now)))
    }

    /// Whole percent of today, or the multiplier.
    pub fn multiplier(&self, value: f64) -> String {
        text::trimmed(value, 1, self.lang())
    }

    /// The balance of the Ergebnisplan in a year: what is left, or missing.
    pub fn balance(&self, year: Year) -> Money {
        let sum = |booking: Booking| self.changed(year, |it| it.booking == booking);
        self.yields() + sum(Booking::Refund) - sum(Booking::Expense)
    }

    /// The balance from the first year on, those years that follow each other and have the same as one span.
    pub fn balances(&self) -> Vec<(Year, Year, Money)> {
        let town = self.it.town;
        let years = (town.first_year.0..=town.horizon.0.max(town.first_year.0)).map(Year);
        let mut spans: Vec<(Year, Year, Money)> = Vec::new();
        for year in years {
            let balance = self.balance(year);
            match spans.last_mut() {
                Some((_, to, same)) if *same == balance => *to = year,
                _ => spans.push((year, year, balance)),
            }
        }
        spans
    }

    /// The balance of the worst year.
    pub fn worst(&self) -> Money {
        self.balances().into_iter().map(|(_, _, balance)| balance).min().unwrap_or(self.it.projection.balance)
    }

    /// The balances in words, where they are not the same in every year.
    pub fn balances_said(&self) -> Option<String> {
        let spans = self.balances();
        let told = spans.iter().map(|(from, to, balance)| {
            let years = (self.it.texts().years)(from.0, to.0);
            (self.words.year_amount)(&years, &self.signed(*balance))
        });
        let told = told.collect::<Vec<_>>().join("; ");
        (spans.len() > 1).then_some(told)
    }

    /// Change of all taxes and fees.
    pub fn yields(&self) -> Money {
        self.taxes().map(|(tax, now)| tax.change(now)).sum()
    }

    /// What some of the rows change by in a year.
    pub fn changed(&self, year: Year, is_meant: impl Fn(&Entry) -> bool) -> Money {
        let now = self.entries.iter().filter(|it| (it.change.from..=it.change.to).contains(&year) && is_meant(it));
        now.map(|it| it.change.amount).sum()
    }
}
