use serde::{Deserialize, Serialize};

use super::fairness::FairnessData;
use super::fiscal::{Land, LawProfile, Shock};
use super::{
    Basis, Bilingual, Block, Budget, Cell, Chain, Departments, FieldAt, GroupInvestment, Indicator, IndicatorAt, Lever,
    LeverAt, LeverKind, LineAt, List, Measure, MeasureAt, MeasureKind, Money, Note, Origin, PastYear, Population,
    Purpose, Room, Scenario, ShockAt, Source, SourceAt, Sourced, Tax, TaxAt, Year,
};

/// Key of what serves all goals.
const OVERHEAD: &str = "overhead";

/// A field of action, the goals of the page (Handlungsfeld).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Stable key.
    pub id: String,
    /// Number shown before the name.
    pub number: u8,
    /// Name.
    pub name: Bilingual,
    /// What belongs to it, one sentence.
    pub description: Bilingual,
    /// Global goals it serves, by number.
    pub sdg: Vec<u8>,
}

/// Reserves of one year as printed in the plan (Rücklagenspiegel), euros.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReserveYear {
    /// Fiscal year.
    pub year: Year,
    /// Result of the year after global savings (Jahresergebnis).
    pub result: Money,
    /// Global savings (globaler Minderaufwand).
    pub global_saving: Money,
    /// General reserve on 1 January (allgemeine Rücklage).
    pub general_opening: Money,
    /// Equalisation reserve on 1 January (Ausgleichsrücklage).
    pub equalisation_opening: Money,
    /// General reserve on 31 December.
    pub general_closing: Money,
    /// Equalisation reserve on 31 December.
    pub equalisation_closing: Money,
    /// How firm the year's figures are.
    pub basis: super::Basis,
}

/// Sums of one year of the plan that key figures need, euros (Gesamtergebnisplan).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanYear {
    /// Fiscal year.
    pub year: Year,
    /// Ordinary revenue (ordentliche Erträge).
    pub revenue: Money,
    /// Ordinary expense (ordentliche Aufwendungen).
    pub expense: Money,
    /// Interest and other financial expense (Zinsen und sonstige Finanzaufwendungen).
    pub interest: Money,
    /// How firm the year's figures are.
    pub basis: super::Basis,
}

/// What the town owes and owns at the last closing (Schulden und Mittel), euros.
///
/// Everything may be missing: what needs it says so and is not computed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Finance {
    /// Loans for investment (Investitionskredite).
    pub investment_loans: Option<Sourced>,
    /// Loans for liquidity (Liquiditätskredite).
    pub liquidity_loans: Option<Sourced>,
    /// Pension provisions (Pensionsrückstellungen).
    pub pension_provisions: Option<Sourced>,
    /// Liquid funds (liquide Mittel).
    pub liquid_funds: Option<Sourced>,
    /// Perceived investment backlog in euros per inhabitant (Investitionsrückstand).
    pub backlog_per_head: Option<Sourced>,
    /// Balance sheet total (Bilanzsumme).
    pub total_assets: Option<Sourced>,
    /// Roads, bridges, sewers and other infrastructure (Infrastrukturvermögen).
    pub infrastructure_assets: Option<Sourced>,
}

impl Finance {
    /// Loans that rising interest reaches, euros: those that are known (Kredite).
    pub fn loans(&self) -> f64 {
        [&self.investment_loans, &self.liquidity_loans].into_iter().flatten().map(|it| it.value).sum()
    }

    /// Loans and pension provisions less liquid funds, euros; none if one of them is missing (Nettoverpflichtung).
    pub fn owed(&self) -> Option<f64> {
        let value = |it: &Option<Sourced>| it.as_ref().map(|it| it.value);
        let loans = value(&self.investment_loans)? + value(&self.liquidity_loans)?;
        Some(loans + value(&self.pension_provisions)? - value(&self.liquid_funds)?)
    }
}

/// What everybody should know, a fact of the town or an assumption (Vorbemerkung).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumption {
    /// Key.
    pub id: String,
    /// In words.
    pub text: Bilingual<Note>,
    /// How firm it is.
    pub basis: Basis,
    /// Key of its source.
    pub source: String,
}

/// A municipality's data, parsed and checked once (Stadt).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Town {
    /// Stable key of town and budget year.
    pub id: String,
    /// Official name.
    pub name: Bilingual,
    /// Name without its rank.
    pub short_name: String,
    /// Official municipality key (Amtlicher Gemeindeschlüssel).
    pub ags: String,
    /// Land.
    pub state: Land,
    /// By which rules its balance is judged.
    pub law: LawProfile,
    /// Fiscal year of the plan, start of the model.
    pub year: Year,
    /// Last year of the model.
    pub horizon: Year,
    /// First year that can still be decided on: what is moved is moved from then on (erstes Jahr der Änderungen).
    pub first_year: Year,
    /// Which plan this is.
    pub plan: Bilingual,
    /// Inhabitants for figures per head.
    pub inhabitants: Sourced,
    /// What the town itself calls voluntary among its grants of the budget year, euros (freiwillige Zuschüsse).
    pub voluntary_grants: Option<Sourced>,
    /// Real interest rate per year.
    pub real_interest: Sourced,
    /// Yearly factor on a trend.
    pub trend_damping: Sourced,
    /// Noise of an indicator whose series is too short to show its own, logit points per root of a year.
    pub usual_noise: Option<Sourced>,
    /// Euros of the budget year for a euro of the catalogue's prices of `year` (Preisindex); none: they are used as they are.
    pub price_index: Option<Sourced>,
    /// Goals.
    pub fields: List<FieldAt, Field>,
    /// The printed plan.
    pub budget: Budget,
    /// Levers.
    pub levers: List<LeverAt, Lever>,
    /// Tax multipliers.
    pub taxes: List<TaxAt, Tax>,
    /// Reserves as printed; empty if the pack lacks them.
    pub reserves: Vec<ReserveYear>,
    /// Sums of the plan by year; empty if the pack lacks them.
    pub plan_years: Vec<PlanYear>,
    /// Who spends the money; without lines if the pack lacks them.
    pub departments: Departments,
    /// Other years of the product groups, as planned or as they turned out; empty if the pack lacks them.
    pub history: Vec<PastYear>,
    /// Payments for investment by product group and year; empty if the pack lacks them.
    pub investments: Vec<GroupInvestment>,
    /// Debts and funds.
    pub finance: Finance,
    /// What may strike the budget from outside.
    pub shocks: List<ShockAt, Shock>,
    /// People by age and year.
    pub population: Population,
    /// Indicators.
    pub indicators: List<IndicatorAt, Indicator>,
    /// From money to things to indicators.
    pub chain: Chain,
    /// Shared sources.
    pub sources: List<SourceAt, Source>,
    /// Where whole files come from: which, and key of the source.
    pub origins: Vec<(Origin, String)>,
    /// Assumptions.
    pub assumptions: Vec<Assumption>,
    /// Figures of fairness between generations.
    pub fairness: FairnessData,
    /// A sum over the files of its pack: another one after any change of them (Fassung).
    pub version: u64,
}

impl Town {
    /// Years of the model, start and horizon included.
    pub fn years(&self) -> Vec<Year> {
        (self.year.0..=self.horizon.0).map(Year).collect()
    }

    /// All purposes in the order of the page: the goals, then overhead.
    pub fn purposes(&self) -> Vec<Purpose> {
        self.fields.places().map(Purpose::Field).chain([Purpose::Overhead]).collect()
    }

    /// Key of a purpose in files and names: that of its goal, or `overhead`.
    pub fn purpose_key(&self, purpose: Purpose) -> Option<&str> {
        match purpose {
            Purpose::Field(field) => self.fields.get(field).map(|it| it.id.as_str()),
            Purpose::Overhead => Some(OVERHEAD),
        }
    }

    /// The purpose with this key.
    pub fn purpose(&self, key: &str) -> Option<Purpose> {
        if key == OVERHEAD { Some(Purpose::Overhead) } else { self.fields.find(|it| it.id == key).map(Purpose::Field) }
    }

    /// The cells of one purpose that hold ordinary expense, fixed levers left out.
    pub fn cells(&self, purpose: Purpose) -> Vec<Cell> {
        self.cells_of(LeverKind::Operating, purpose)
    }

    /// The cells of one purpose that hold payments for investment, which are no part of the ordinary sums.
    pub fn investment_cells(&self, purpose: Purpose) -> Vec<Cell> {
        self.cells_of(LeverKind::Investment, purpose)
    }

    fn cells_of(&self, kind: LeverKind, purpose: Purpose) -> Vec<Cell> {
        let is_meant = |lever: &Lever| lever.block == Block::Goal && lever.kind == kind;
        let held = self.levers.pairs().filter(|(_, lever)| is_meant(lever) && !lever.amount(purpose).is_zero());
        held.map(|(lever, _)| Cell { lever, purpose }).collect()
    }

    /// Whether what a lever moves is built and written off, and so no ordinary expense of the year.
    pub fn invests(&self, lever: LeverAt) -> bool {
        self.levers.get(lever).is_some_and(|it| it.kind == LeverKind::Investment)
    }

    /// Whether what a measure costs is built and written off, and so no ordinary expense of the year.
    pub fn builds(&self, measure: MeasureAt) -> bool {
        self.chain.measures.get(measure).is_some_and(|it| it.kind == MeasureKind::Investment)
    }

    /// Planned expense for one purpose.
    pub fn planned(&self, purpose: Purpose) -> Money {
        self.cells(purpose).into_iter().map(|cell| self.cell_amount(cell)).sum()
    }

    /// Planned expense of a cell.
    pub fn cell_amount(&self, cell: Cell) -> Money {
        self.levers.get(cell.lever).map_or(Money::ZERO, |lever| lever.amount(cell.purpose))
    }

    /// Room of a whole purpose.
    pub fn room(&self, purpose: Purpose) -> Room {
        self.cells(purpose).into_iter().map(|cell| self.cell_room(cell)).sum()
    }

    /// Ordinary expense that is shown by name but never moved, such as levies.
    pub fn fixed_levers(&self) -> impl Iterator<Item = &Lever> {
        self.levers.iter().filter(|it| it.block == Block::Fixed && it.kind == LeverKind::Operating)
    }

    /// The sum of it.
    pub fn fixed(&self) -> Money {
        self.fixed_levers().map(Lever::expense).sum()
    }

    /// Whether the town belongs to a Kreis (kreisangehörig): the municipality key of one that does not ends in three zeros.
    pub fn is_in_district(&self) -> bool {
        !self.ags.ends_with("000")
    }

    /// What could be saved at most: the sum of all downward bounds, as a positive amount.
    pub fn movable(&self) -> Money {
        let room: Room = self.purposes().into_iter().map(|purpose| self.room(purpose)).sum();
        room.low.abs()
    }

    /// Change of one purpose's ordinary expense per year, by its cells and by the measures that serve it.
    pub fn change(&self, scenario: &Scenario, purpose: Purpose) -> Money {
        let cells: Money = self.cells(purpose).into_iter().map(|cell| scenario.change(cell)).sum();
        let serves =
            self.given(scenario, MeasureKind::Service).filter(|(_, it, _)| Purpose::Field(it.field) == purpose);
        cells + serves.map(|(_, _, money)| money).sum()
    }

    /// Lines of the budget that a scenario moves, by the cells of a lever or by a measure of its own, with the purpose and the
    /// change in euros per year (bewegte Zeilen).
    pub fn moved_lines(&self, scenario: &Scenario) -> Vec<(LineAt, Purpose, f64)> {
        let parts = |lever: &Lever, purpose: Purpose, changes: Vec<f64>| {
            let all = lever.lines.iter().zip(changes).filter(|(_, change)| *change != 0.0);
            all.map(|(part, change)| (part.line, purpose, change)).collect::<Vec<_>>()
        };
        let cells = scenario.moves.iter().filter_map(|(cell, it)| {
            let lever = self.levers.get(cell.lever)?;
            Some(parts(lever, cell.purpose, lever.split(cell.purpose, it.amount)))
        });
        let measures = scenario.measures.iter().filter_map(|(at, it)| {
            let measure = self.chain.measures.get(*at)?;
            let lever = self.levers.get(measure.lever)?;
            Some(parts(lever, Purpose::Field(measure.field), lever.spread(it.amount)))
        });
        cells.chain(measures).flatten().collect()
    }

    /// Whether a scenario moves ordinary expense at all, be it to and fro.
    pub fn moves_expense(&self, scenario: &Scenario) -> bool {
        scenario.moves.keys().any(|cell| !self.invests(cell.lever))
            || self.given(scenario, MeasureKind::Service).next().is_some()
    }

    /// The measures of one kind that a scenario moves by themselves, with their euros per year.
    fn given<'a>(
        &'a self,
        scenario: &'a Scenario,
        kind: MeasureKind,
    ) -> impl Iterator<Item = (MeasureAt, &'a Measure, Money)> {
        let known =
            scenario.measures.iter().filter_map(|(at, it)| Some((*at, self.chain.measures.get(*at)?, it.amount)));
        known.filter(move |(_, it, _)| it.kind == kind)
    }

    /// What the town itself pays of a cell's change per year: where it buys what is built, less the grant of that.
    pub fn net_change(&self, cell: Cell, change: Money) -> Money {
        let bought = self.measure_of(cell).filter(|at| self.builds(*at));
        if let Some(at) = bought {
            return self.measure_net(at, change);
        }
        self.levers.get(cell.lever).map_or(Money::ZERO, |lever| lever.net(cell.purpose, change))
    }

    /// What the town itself pays of the money for a measure: of a service less what its lever is reimbursed on the whole,
    /// of an investment less its grant.
    pub fn measure_net(&self, at: MeasureAt, money: Money) -> Money {
        let Some(it) = self.chain.measures.get(at) else { return Money::ZERO };
        let others = match it.kind {
            MeasureKind::Service => self.levers.get(it.lever).map_or(0.0, Lever::reimbursement),
            MeasureKind::Investment => it.grant_share.get(),
        };
        money * (1.0 - others)
    }

    /// Money left over per year (positive) or missing (negative) against the plan (Saldo zum Plan).
    ///
    /// Expense counts net of reimbursements, tax changes count in full. Payments for investment are no expense: they
    /// change the debt, and the results of later years by depreciation and interest.
    pub fn balance(&self, scenario: &Scenario) -> Money {
        let operating = scenario.moves.iter().filter(|(cell, _)| !self.invests(cell.lever));
        let spent: Money = operating.map(|(cell, it)| self.net_change(*cell, it.amount)).sum();
        let services = self.given(scenario, MeasureKind::Service);
        let given: Money = services.map(|(at, _, money)| self.measure_net(at, money)).sum();
        self.tax_change(scenario) - spent - given
    }

    /// Change of payments for investment per year, grants included (Investitionsauszahlungen).
    pub fn invested(&self, scenario: &Scenario) -> Money {
        let built = scenario.moves.iter().filter(|(cell, _)| self.invests(cell.lever));
        let cells: Money = built.map(|(_, it)| it.amount).sum();
        cells + self.given(scenario, MeasureKind::Investment).map(|(_, _, money)| money).sum()
    }

    /// Change of the tax yield per year.
    pub fn tax_change(&self, scenario: &Scenario) -> Money {
        let change = |(tax, multiplier): (&TaxAt, &f64)| self.taxes.get(*tax).map(|tax| tax.change(*multiplier));
        scenario.taxes.iter().filter_map(change).sum()
    }

    /// Key of the source that a whole file comes from; empty if not told.
    pub fn origin(&self, of: Origin) -> &str {
        self.origins.iter().find(|it| it.0 == of).map_or("", |it| it.1.as_str())
    }

    /// A shared source by key.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|it| it.id == id)
    }
}
