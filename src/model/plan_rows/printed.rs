use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{LineAt, List, MeasureAt, Money, Year};

/// Number of a row as the plan prints it (Zeile): of the Ergebnisplan, for investment of the Finanzplan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlanRow(pub u8);

impl PlanRow {
    /// Taxes (Steuern und ähnliche Abgaben).
    pub const TAXES: Self = Self(1);
    /// Fees of public law (öffentlich-rechtliche Leistungsentgelte).
    pub const FEES: Self = Self(4);
    /// Charges of private law (privatrechtliche Leistungsentgelte).
    pub const CHARGES: Self = Self(5);
    /// Sum of ordinary revenue (ordentliche Erträge).
    pub const REVENUE: Self = Self(10);
    /// Staff (Personalaufwendungen).
    pub const STAFF: Self = Self(11);
    /// Goods and services (Sach- und Dienstleistungen).
    pub const GOODS: Self = Self(13);
    /// Transfers (Transferaufwendungen).
    pub const TRANSFERS: Self = Self(15);
    /// Other ordinary expense (sonstige ordentliche Aufwendungen).
    pub const OTHER: Self = Self(16);
    /// Sum of ordinary expense (ordentliche Aufwendungen).
    pub const EXPENSE: Self = Self(17);

    /// Rows of expense that somebody can move within a year; pensions and wear are none.
    pub const MOVED: [Self; 4] = [Self::STAFF, Self::GOODS, Self::TRANSFERS, Self::OTHER];
}

impl fmt::Display for PlanRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

/// An amount of a year, euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearAmount {
    /// Fiscal year.
    pub year: Year,
    /// Euros.
    pub amount: Money,
}

/// Posts of a product group in a year (Stellen), full-time equivalents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posts {
    /// Fiscal year.
    pub year: Year,
    /// Hundredths of a post, as exact as they are printed.
    pub hundredths: u32,
}

/// What the plan prints of one product group, euros (Teilergebnisplan und Teilfinanzplan).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupRows {
    /// The rows 01 to 17 of the Ergebnisplan, year by year as in [`PlanRows::years`].
    pub amounts: Vec<Vec<Money>>,
    /// The part of row 15 that can be decided on anew within a year by the rule of the pack (packs/README.md), likewise.
    pub open_transfers: Vec<Money>,
    /// Rows of the sheet of the group, their amounts in rising order (Teilfinanzplan); empty if no sheet is there.
    pub sheet: Vec<(PlanRow, Vec<YearAmount>)>,
    /// Payments for investment, as far as they are printed, in rising order.
    pub paid: Vec<YearAmount>,
    /// Receipts for investment, likewise.
    pub received: Vec<YearAmount>,
    /// What may be promised for later years (Verpflichtungsermächtigungen), likewise; empty if no sheet of the group is there.
    pub promised: Vec<YearAmount>,
    /// Posts; empty where the plan names none.
    pub posts: Vec<Posts>,
}

/// A single measure of investment as printed (Investitionsmaßnahme), euros.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Its product group.
    pub line: LineAt,
    /// Its number within the group.
    pub number: String,
    /// Its name, German.
    pub name: String,
    /// Payments, year by year as in [`PlanRows::project_years`]; none where nothing is printed.
    pub paid: Vec<Option<Money>>,
    /// What may be promised in each of [`PlanRows::years`].
    pub promised: Vec<Money>,
}

/// A row of the whole town (Gesamtfinanzplan), euros.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TownRow {
    /// Its number.
    pub row: PlanRow,
    /// Its amounts in rising order.
    pub amounts: Vec<YearAmount>,
}

/// Rows of the printed plan (Planzeilen), beside the town that they belong to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanRows {
    /// Key of town and budget year.
    pub town: String,
    /// Years that the council has adopted, one after the other (Ansatz).
    pub years: Vec<Year>,
    /// Names of the rows 01 to 17 of the Ergebnisplan, German.
    pub labels: Vec<String>,
    /// Numbers and names of the sums of investment in the Finanzplan: receipts, payments.
    pub sums: [(PlanRow, String); 2],
    /// Numbers and names of the rows of the Finanzplan that sheets of groups have, in rising order.
    pub finance: Vec<(PlanRow, String)>,
    /// What the whole town borrows for investment, if it is printed (Kreditaufnahme).
    pub loans: Option<TownRow>,
    /// The groups, as the budget has them.
    pub groups: List<LineAt, GroupRows>,
    /// Years of the single measures.
    pub project_years: Vec<Year>,
    /// Single measures of investment, not all that there are.
    pub projects: Vec<Project>,
    /// The row of measures whose kind is clear: posts, works and goods, or grants to others; of what is built one of the
    /// Finanzplan.
    pub kinds: Vec<(MeasureAt, PlanRow)>,
}

impl PlanRows {
    /// Name of a row of the Ergebnisplan.
    pub fn label(&self, row: PlanRow) -> Option<&str> {
        self.labels.get(usize::from(row.0.checked_sub(1)?)).map(String::as_str)
    }

    /// What is adopted for a row of a group in a year (Ansatz); none for a year that is only planned for.
    pub fn amount(&self, line: LineAt, row: PlanRow, year: Year) -> Option<Money> {
        let at = self.years.iter().position(|it| *it == year)?;
        self.groups.get(line)?.amounts.get(at)?.get(usize::from(row.0.checked_sub(1)?)).copied()
    }

    /// The part of the transfers of a group that can be decided on anew within a year.
    pub fn open_transfers(&self, line: LineAt, year: Year) -> Option<Money> {
        let at = self.years.iter().position(|it| *it == year)?;
        self.groups.get(line)?.open_transfers.get(at).copied()
    }

    /// What a group pays for investment in a year, as far as it is printed.
    pub fn paid(&self, line: LineAt, year: Year) -> Option<Money> {
        amount_of(&self.groups.get(line)?.paid, year)
    }

    /// What a group receives for investment in a year, as far as it is printed.
    pub fn received(&self, line: LineAt, year: Year) -> Option<Money> {
        amount_of(&self.groups.get(line)?.received, year)
    }

    /// What the sheet of a group prints for a row of the Finanzplan in a year; of the sums what is known without a sheet.
    pub fn financed(&self, line: LineAt, row: PlanRow, year: Year) -> Option<Money> {
        let [(received, _), (paid, _)] = &self.sums;
        match row {
            row if row == *received => self.received(line, year),
            row if row == *paid => self.paid(line, year),
            row => amount_of(self.sheet_row(line, row)?, year),
        }
    }

    /// A row of the sheet of a group; none where there is no sheet.
    pub fn sheet_row(&self, line: LineAt, row: PlanRow) -> Option<&[YearAmount]> {
        let (_, amounts) = self.groups.get(line)?.sheet.iter().find(|(it, _)| *it == row)?;
        Some(amounts)
    }

    /// Name of a row of the Finanzplan.
    pub fn finance_label(&self, row: PlanRow) -> Option<&str> {
        self.finance.iter().chain(&self.sums).find(|(it, _)| *it == row).map(|(_, label)| label.as_str())
    }

    /// The row of grants for what is built (Zuwendungen für Investitionsmaßnahmen): the first of the receipts.
    pub fn grants(&self) -> Option<PlanRow> {
        self.finance.first().map(|(row, _)| *row)
    }

    /// What the town borrows for investment in a year, as far as it is printed.
    pub fn borrowed(&self, year: Year) -> Option<Money> {
        amount_of(&self.loans.as_ref()?.amounts, year)
    }

    /// What a group may promise in a year for later ones, as far as it is printed.
    pub fn promised(&self, line: LineAt, year: Year) -> Option<Money> {
        amount_of(&self.groups.get(line)?.promised, year)
    }

    /// Posts of a group in a year, full-time equivalents; none where the plan names none.
    pub fn posts(&self, line: LineAt, year: Year) -> Option<f64> {
        let posts = self.groups.get(line)?.posts.iter().find(|it| it.year == year)?;
        (posts.hundredths > 0).then(|| f64::from(posts.hundredths) / 100.0)
    }

    /// What a post of a group costs on average by the plan, euros a year (Durchschnittskosten): row 11 over the posts.
    pub fn cost_of_post(&self, line: LineAt, year: Year) -> Option<f64> {
        let staff = self.amount(line, PlanRow::STAFF, year)?.euros();
        let posts = self.posts(line, year)?;
        (staff > 0.0).then(|| staff / posts)
    }

    /// The row of a measure whose kind is clear.
    pub fn kind(&self, measure: MeasureAt) -> Option<PlanRow> {
        self.kinds.iter().find(|(at, _)| *at == measure).map(|(_, row)| *row)
    }

    /// The group that takes in most of the taxes (Allgemeine Finanzwirtschaft); none where no row of taxes is printed.
    pub fn taxes(&self) -> Option<LineAt> {
        let year = *self.years.first()?;
        let all = self.groups.places().filter_map(|line| Some((line, self.amount(line, PlanRow::TAXES, year)?)));
        all.filter(|(_, amount)| *amount > Money::ZERO).max_by_key(|(_, amount)| *amount).map(|(line, _)| line)
    }
}

fn amount_of(all: &[YearAmount], year: Year) -> Option<Money> {
    all.iter().find(|it| it.year == year).map(|it| it.amount)
}
