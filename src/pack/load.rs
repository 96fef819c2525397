//! From files to a town: resolves keys to indices and figures to types; meaning is checked in `check`.

use super::check;
use super::departments::{departments, history};
use super::fairness::fairness;
use super::files::{Files, Problem};
use super::table::{Keys, Row, records, rows};
use super::tables;
use crate::model::fiscal::{Shock, ShockHit, ShockKind};
use crate::model::{
    Assumption, Basis, Bilingual, Budget, BudgetLine, Count, CountBase, Decimal, Effect, Field, Finance,
    GroupInvestment, Indicator, Lever, LeverKind, LeverLine, Measured, Money, Output, PlanYear, Population, Reaction,
    ReserveYear, Scale, Share, Source, Sourced, Spillover, Target, TargetKind, Tax, TaxKind, Town, Year,
};

/// Reads and checks a pack; refused whole with every problem that was found.
pub fn load(files: &Files) -> Result<Town, Vec<Problem>> {
    let missing = tables::missing(files);
    if !missing.is_empty() {
        return Err(missing);
    }
    let town = read(files).map_err(|problem| vec![problem])?;
    let problems = check::problems(files, &town);
    if problems.is_empty() { Ok(town) } else { Err(problems) }
}

fn read(files: &Files) -> Result<Town, Problem> {
    let sources = sources(files)?;
    let source_keys = Keys::new("source of sources.csv", sources.iter().map(|it| &it.id));
    let fields = fields(files)?;
    let field_keys = Keys::new("field of fields.csv", fields.iter().map(|it| &it.id));
    let budget = budget(files)?;
    let line_keys = Keys::new("product group of budget.csv", budget.lines.iter().map(|it| &it.code));
    let investments = investments(files, &line_keys, &source_keys)?;
    let levers = levers(files, &budget, &investments, &field_keys)?;
    let lever_keys = Keys::new("lever of levers.csv", levers.iter().map(|it| &it.id));
    let indicators = indicators(files, &field_keys, &source_keys)?;
    let indicator_keys = Keys::new("indicator of indicators.csv", indicators.iter().map(|it| &it.id));
    let mut taxes = taxes(files, &source_keys)?;
    taxes.extend(fees(files, &line_keys, &source_keys)?);
    let shocks = shocks(files, &taxes, &budget, &indicator_keys, &source_keys)?;
    let mut head = Head::read(files, &source_keys)?;
    let town = Town {
        id: head.text("id")?,
        name: head.bilingual("town")?,
        short_name: head.text("short_name")?,
        ags: head.text("ags")?,
        state: head.text("state")?,
        law: head.text("law")?,
        year: head.year("year")?,
        horizon: head.year("horizon")?,
        plan: head.bilingual("plan")?,
        inhabitants: head.figure("inhabitants")?,
        real_interest: head.figure("real_interest")?,
        trend_damping: head.figure("trend_damping")?,
        usual_noise: head.maybe_figure("usual_noise")?,
        spillover_strength: head.figure("spillover_strength")?,
        taxes,
        reserves: reserves(files, &source_keys)?,
        plan_years: plan_years(files, &source_keys)?,
        departments: departments(files, &line_keys)?,
        history: history(files, &line_keys)?,
        finance: finance(files, &source_keys)?,
        population: population(files)?,
        effects: effects(files, &lever_keys, &indicator_keys)?,
        spillovers: spillovers(files, &indicator_keys)?,
        outputs: outputs(files, &lever_keys)?,
        assumptions: assumptions(files, &source_keys)?,
        fairness: fairness(files, &lever_keys, &indicator_keys, &source_keys)?,
        shocks,
        fields,
        budget,
        investments,
        levers,
        indicators,
        sources,
        origins: head.origins(),
    };
    head.finish()?;
    Ok(town)
}

/// Town, year and model constants: one key per row, every key known and there.
struct Head {
    rows: Vec<Row>,
}

const HEAD: &str = "pack.csv";

impl Head {
    fn read(files: &Files, sources: &Keys) -> Result<Self, Problem> {
        let rows = rows(files, &tables::PACK)?;
        for row in &rows {
            row.maybe("source", |row, column| row.find(sources, column))?;
        }
        Ok(Self { rows })
    }

    fn take(&mut self, key: &str) -> Result<Row, Problem> {
        match self.rows.iter().position(|row| row.text("key") == key) {
            Some(at) => Ok(self.rows.swap_remove(at)),
            None => Err(Problem::new(HEAD, None, format!("expected a row `{key}`, found none"))),
        }
    }

    fn text(&mut self, key: &str) -> Result<String, Problem> {
        self.take(key)?.needed("value")
    }

    fn bilingual(&mut self, stem: &str) -> Result<Bilingual, Problem> {
        Ok(Bilingual { de: self.text(&format!("{stem}_de"))?, en: self.text(&format!("{stem}_en"))? })
    }

    fn year(&mut self, key: &str) -> Result<Year, Problem> {
        self.take(key)?.whole("value").map(Year)
    }

    fn figure(&mut self, key: &str) -> Result<Sourced, Problem> {
        sourced(&self.take(key)?)
    }

    fn maybe_figure(&mut self, key: &str) -> Result<Option<Sourced>, Problem> {
        let is_there = self.rows.iter().any(|row| row.text("key") == key);
        is_there.then(|| self.figure(key)).transpose()
    }

    /// Where whole files come from.
    fn origins(&self) -> Vec<(String, String)> {
        let told = |row: &Row| {
            let key = row.text("key");
            key.strip_prefix("source_of_").map(|of| (of.to_owned(), row.text("source")))
        };
        self.rows.iter().filter_map(told).collect()
    }

    /// Refuses what nobody asked for; where whole files come from is only for readers of the pack.
    fn finish(self) -> Result<(), Problem> {
        match self.rows.into_iter().find(|row| !row.text("key").starts_with("source_of_")) {
            Some(row) => Err(row.problem(format!("expected a known key, found `{}`", row.text("key")))),
            None => Ok(()),
        }
    }
}

pub(super) fn sourced(row: &Row) -> Result<Sourced, Problem> {
    Ok(Sourced {
        value: row.number("value")?,
        basis: row.word("basis")?,
        source: row.needed("source")?,
        year: row.whole("year")?,
    })
}

fn sources(files: &Files) -> Result<Vec<Source>, Problem> {
    rows(files, &tables::SOURCES)?
        .iter()
        .map(|row| {
            Ok(Source {
                id: row.needed("id")?,
                text: row.needed("text")?,
                url: row.text("url"),
                seen: row.needed("seen")?,
            })
        })
        .collect()
}

fn assumptions(files: &Files, sources: &Keys) -> Result<Vec<Assumption>, Problem> {
    rows(files, &tables::ASSUMPTIONS)?
        .iter()
        .map(|row| {
            row.find(sources, "source")?;
            Ok(Assumption {
                id: row.needed("id")?,
                text: row.both("text")?,
                basis: row.word("basis")?,
                source: row.text("source"),
            })
        })
        .collect()
}

fn fields(files: &Files) -> Result<Vec<Field>, Problem> {
    rows(files, &tables::FIELDS)?
        .iter()
        .map(|row| {
            let goals: Option<Vec<u8>> = row.text("sdg").split(' ').map(|goal| goal.parse().ok()).collect();
            Ok(Field {
                id: row.needed("id")?,
                number: row.whole("number")?,
                name: row.both("name")?,
                description: row.both("description")?,
                sdg: goals.ok_or_else(|| row.problem("sdg: expected numbers such as `7 13`"))?,
            })
        })
        .collect()
}

fn budget(files: &Files) -> Result<Budget, Problem> {
    const FILE: &str = "budget.csv";
    let (mut lines, mut areas, mut total) = (Vec::new(), Vec::new(), None);
    for row in rows(files, &tables::BUDGET)? {
        let parsed = BudgetLine {
            revenue: row.money("revenue")?,
            expense: row.money("expense")?,
            financial_result: row.money("financial_result")?,
            result: row.money("result")?,
            code: row.needed("code")?,
            label: row.needed("label")?,
        };
        let ordinary = parsed.revenue - parsed.expense;
        if row.money("ordinary_result")? != ordinary || ordinary + parsed.financial_result != parsed.result {
            let with_financial = ordinary + parsed.financial_result;
            return Err(row.problem(format!(
                "expected revenue − expense = {ordinary:?} and with the financial result {with_financial:?}, found \
                 `{}` and {:?}",
                row.text("ordinary_result"),
                parsed.result
            )));
        }
        match row.text("level").as_str() {
            "group" => lines.push(parsed),
            "area" => areas.push(parsed),
            "total" => total = Some(parsed),
            other => return Err(row.problem(format!("level: expected group, area or total, found `{other}`"))),
        }
    }
    let total = total.ok_or_else(|| Problem::new(FILE, None, "expected a row of level total, found none"))?;
    Ok(Budget { lines, areas, total })
}

fn investments(files: &Files, codes: &Keys, sources: &Keys) -> Result<Vec<GroupInvestment>, Problem> {
    rows(files, &tables::INVESTMENTS)?
        .iter()
        .map(|row| {
            row.find(sources, "source")?;
            let amount = row.money("amount")?;
            if amount < Money::ZERO {
                return Err(row.problem(format!("amount: expected zero or more, found {amount:?}")));
            }
            Ok(GroupInvestment {
                line: row.find(codes, "code")?,
                amount,
                basis: row.word("basis")?,
                source: row.text("source"),
            })
        })
        .collect()
}

fn levers(
    files: &Files,
    budget: &Budget,
    investments: &[GroupInvestment],
    fields: &Keys,
) -> Result<Vec<Lever>, Problem> {
    let mut levers = rows(files, &tables::LEVERS)?
        .iter()
        .map(|row| {
            Ok(Lever {
                id: row.needed("id")?,
                block: row.word("block")?,
                kind: row.word("kind")?,
                name: row.both("name")?,
                purpose: row.both("purpose")?,
                lines: Vec::new(),
            })
        })
        .collect::<Result<Vec<Lever>, Problem>>()?;
    let keys = Keys::new("lever of levers.csv", levers.iter().map(|it| &it.id));
    let codes = Keys::new("product group of budget.csv", budget.lines.iter().map(|it| &it.code));
    let weights = weights(files, &keys, &codes, fields)?;
    let invests: Vec<bool> = levers.iter().map(|lever| lever.kind == LeverKind::Investment).collect();
    let planned = Planned { budget, investments, invests: &invests };
    for (lever, line) in lever_lines(files, &planned, &keys, &codes, &weights)? {
        if let Some(lever) = levers.get_mut(lever) {
            lever.lines.push(line);
        }
    }
    Ok(levers)
}

/// Lever, product group, field and weight.
type Weights = Vec<(usize, usize, usize, Share)>;

fn weights(files: &Files, levers: &Keys, codes: &Keys, fields: &Keys) -> Result<Weights, Problem> {
    let mut weights = Weights::new();
    for row in rows(files, &tables::LEVER_FIELDS)? {
        let (lever, code) = (row.find(levers, "lever")?, row.find(codes, "code")?);
        weights.push((lever, code, row.find(fields, "field")?, row.share("weight")?));
        let of_line = weights.iter().filter(|it| (it.0, it.1) == (lever, code));
        let sum: f64 = of_line.map(|it| it.3.get()).sum();
        if sum > 1.0 + 1e-9 {
            let (lever, code) = (row.text("lever"), row.text("code"));
            let message = format!("expected the weights of {lever} {code} to sum to at most 1, found {sum}");
            return Err(row.problem(message));
        }
    }
    Ok(weights)
}

/// What a lever's part is a part of: the expense of its group, or the group's payments for investment.
struct Planned<'a> {
    budget: &'a Budget,
    investments: &'a [GroupInvestment],
    /// By lever.
    invests: &'a [bool],
}

impl Planned<'_> {
    fn invests(&self, lever: usize) -> bool {
        self.invests.get(lever).is_some_and(|it| *it)
    }

    /// Nothing without any payments in the pack; refused where only those of this group are missing.
    fn invested(&self, row: &Row, line: usize) -> Result<Money, Problem> {
        match self.investments.iter().find(|it| it.line == line) {
            Some(it) => Ok(it.amount),
            None if self.investments.is_empty() => Ok(Money::ZERO),
            None => {
                Err(row
                    .problem(format!("code: expected a row of investments.csv, found none for {}", row.text("code"))))
            }
        }
    }
}

fn lever_lines(
    files: &Files,
    plan: &Planned<'_>,
    levers: &Keys,
    codes: &Keys,
    weights: &Weights,
) -> Result<Vec<(usize, LeverLine)>, Problem> {
    let rows = rows(files, &tables::LEVER_LINES)?;
    // The last part of a line takes what rounding leaves, so that the parts sum to the line exactly.
    let mut open: Vec<(Money, usize)> = plan.budget.lines.iter().map(|it| (it.expense, 0)).collect();
    for row in &rows {
        if plan.invests(row.find(levers, "lever")?) {
            continue;
        }
        if let Some(rest) = open.get_mut(row.find(codes, "code")?) {
            rest.1 += 1;
        }
    }
    rows.iter()
        .map(|row| {
            let (lever, line) = (row.find(levers, "lever")?, row.find(codes, "code")?);
            let share = row.share("share")?;
            let planned = if plan.invests(lever) {
                plan.invested(row, line)?
            } else {
                plan.budget.lines.get(line).map_or(Money::ZERO, |it| it.expense)
            };
            let mut expense = planned * share.get();
            if let Some((rest, parts)) = open.get_mut(line).filter(|_| !plan.invests(lever)) {
                *parts -= 1;
                if *parts == 0 && (*rest - expense).abs() <= Money::from_cents(100) {
                    expense = *rest;
                }
                *rest -= expense;
            }
            let of_line = weights.iter().filter(|it| (it.0, it.1) == (lever, line));
            let parsed = LeverLine {
                line,
                expense,
                share,
                share_reason: row.bilingual("share_reason"),
                class: row.word("class")?,
                legal_basis: row.needed("legal_basis")?,
                percent: (row.number("low_percent")?, row.number("high_percent")?),
                bound_reason: row.both("bound_reason")?,
                reimbursement: row.share("reimbursement")?,
                reimbursement_reason: row.bilingual("reimbursement_reason"),
                service_life: row.maybe("service_life", Row::whole)?,
                ages: row.ages()?,
                confidence: row.word("confidence")?,
                doubt: row.bilingual("doubt"),
                weights: of_line.map(|it| (it.2, it.3)).collect(),
            };
            Ok((lever, parsed))
        })
        .collect()
}

fn taxes(files: &Files, sources: &Keys) -> Result<Vec<Tax>, Problem> {
    rows(files, &tables::TAXES)?
        .iter()
        .map(|row| {
            row.find(sources, "source")?;
            Ok(Tax {
                id: row.needed("id")?,
                kind: row.word("kind")?,
                name: row.both("name")?,
                multiplier: row.number("multiplier")?,
                planned_yield: row.money("yield")?,
                range: (row.number("low")?, row.number("high")?),
                group: None,
                ages: row.ages()?,
                basis: row.word("basis")?,
                source: row.text("source"),
                year: row.whole("year")?,
                note: row.both("note")?,
            })
        })
        .collect()
}

/// Fees beside the taxes: what the plan charges is their hundred percent.
fn fees(files: &Files, codes: &Keys, sources: &Keys) -> Result<Vec<Tax>, Problem> {
    rows(files, &tables::FEES)?
        .iter()
        .map(|row| {
            row.find(sources, "source")?;
            Ok(Tax {
                id: row.needed("id")?,
                kind: TaxKind::Fee,
                name: row.both("name")?,
                multiplier: 100.0,
                planned_yield: row.money("yield")?,
                range: (100.0 + row.number("low_percent")?, 100.0 + row.number("high_percent")?),
                group: Some(row.find(codes, "code")?),
                ages: row.ages()?,
                basis: row.word("basis")?,
                source: row.text("source"),
                year: row.whole("year")?,
                note: row.both("note")?,
            })
        })
        .collect()
}

fn reserves(files: &Files, sources: &Keys) -> Result<Vec<ReserveYear>, Problem> {
    rows(files, &tables::RESERVES)?
        .iter()
        .map(|row| {
            row.find(sources, "source")?;
            Ok(ReserveYear {
                year: Year(row.whole("year")?),
                result: row.money("result")?,
                global_saving: row.money("global_saving")?,
                general_opening: row.money("general_opening")?,
                equalisation_opening: row.money("equalisation_opening")?,
                general_closing: row.money("general_closing")?,
                equalisation_closing: row.money("equalisation_closing")?,
                basis: row.word("basis")?,
            })
        })
        .collect()
}

fn plan_years(files: &Files, sources: &Keys) -> Result<Vec<PlanYear>, Problem> {
    rows(files, &tables::PLAN_YEARS)?
        .iter()
        .map(|row| {
            row.find(sources, "source")?;
            Ok(PlanYear {
                year: Year(row.whole("year")?),
                revenue: row.money("revenue")?,
                expense: row.money("expense")?,
                interest: row.money("interest")?,
                basis: row.word("basis")?,
            })
        })
        .collect()
}

fn shocks(
    files: &Files,
    taxes: &[Tax],
    budget: &Budget,
    indicators: &Keys,
    sources: &Keys,
) -> Result<Vec<Shock>, Problem> {
    let taxes = Keys::new("tax of taxes.csv", taxes.iter().map(|it| &it.id));
    let codes = Keys::new("product group of budget.csv", budget.lines.iter().map(|it| &it.code));
    let rows = rows(files, &tables::SHOCKS)?;
    let ids: Vec<String> = rows.iter().map(|row| row.text("id")).collect();
    let hits = shock_hits(files, &Keys::new("shock of shocks.csv", ids.iter()), indicators, sources)?;
    rows.iter()
        .enumerate()
        .map(|(index, row)| {
            row.find(sources, "source")?;
            let kind = row.word("kind")?;
            let target = match kind {
                ShockKind::TaxYield => row.find(&taxes, "target")?,
                ShockKind::LineCost => row.find(&codes, "target")?,
                _ if row.text("target").is_empty() => 0,
                _ => return Err(row.problem(format!("target: expected nothing, found `{}`", row.text("target")))),
            };
            Ok(Shock {
                id: row.needed("id")?,
                name: row.both("name")?,
                what: row.both("what")?,
                kind,
                target,
                amount: row.number("amount")?,
                range: (row.number("low")?, row.number("high")?),
                part: row.share("part")?.get(),
                from: Year(row.whole("from")?),
                ramp: row.whole("ramp")?,
                years: row.whole("years")?,
                fade: row.share("fade")?.get(),
                hits: hits.iter().filter(|(shock, _)| *shock == index).map(|(_, hit)| hit.clone()).collect(),
                basis: row.word("basis")?,
                source: row.text("source"),
                year: row.whole("year")?,
                note: row.both("note")?,
            })
        })
        .collect()
}

fn shock_hits(
    files: &Files,
    shocks: &Keys,
    indicators: &Keys,
    sources: &Keys,
) -> Result<Vec<(usize, ShockHit)>, Problem> {
    rows(files, &tables::SHOCK_HITS)?
        .iter()
        .map(|row| {
            row.find(sources, "source")?;
            let hit = ShockHit {
                indicator: row.find(indicators, "indicator")?,
                logit: row.number("logit")?,
                reason: row.both("reason")?,
                source: row.text("source"),
            };
            Ok((row.find(shocks, "shock")?, hit))
        })
        .collect()
}

fn finance(files: &Files, sources: &Keys) -> Result<Finance, Problem> {
    let mut finance = Finance::default();
    for row in rows(files, &tables::FINANCE)? {
        row.find(sources, "source")?;
        let figure = Some(sourced(&row)?);
        match row.text("id").as_str() {
            "investment_loans" => finance.investment_loans = figure,
            "liquidity_loans" => finance.liquidity_loans = figure,
            "pension_provisions" => finance.pension_provisions = figure,
            "liquid_funds" => finance.liquid_funds = figure,
            "backlog_per_head" => finance.backlog_per_head = figure,
            "total_assets" => finance.total_assets = figure,
            "infrastructure_assets" => finance.infrastructure_assets = figure,
            other => return Err(row.problem(format!("expected a known figure, found `{other}`"))),
        }
    }
    Ok(finance)
}

fn population(files: &Files) -> Result<Population, Problem> {
    const FILE: &str = "population.csv";
    let (header, records) = records(files, FILE)?;
    let start = header.get(1).and_then(|year| year.parse().ok());
    let start: u16 = start.ok_or_else(|| Problem::new(FILE, Some(1), "expected a header `age;2026;2027;…`"))?;
    for (year, column) in (u32::from(start)..).zip(header.iter().skip(1)) {
        if column != year.to_string() {
            return Err(Problem::new(FILE, Some(1), format!("expected the year {year}, found `{column}`")));
        }
    }
    let mut counts = vec![Vec::with_capacity(records.len()); header.len().saturating_sub(1)];
    for (age, (line, record)) in records.iter().enumerate() {
        if record.get(0).and_then(|cell| cell.parse().ok()) != Some(age) {
            let message = format!("expected age {age}, found `{}`", record.get(0).unwrap_or_default());
            return Err(Problem::new(FILE, Some(*line), message));
        }
        for (year, cell) in counts.iter_mut().zip(record.iter().skip(1)) {
            let persons = Decimal::read(cell);
            year.push(
                persons.ok_or_else(|| Problem::new(FILE, Some(*line), format!("expected persons, found `{cell}`")))?,
            );
        }
    }
    Ok(Population { start: Year(start), counts })
}

fn indicators(files: &Files, fields: &Keys, sources: &Keys) -> Result<Vec<Indicator>, Problem> {
    let parsed = rows(files, &tables::INDICATORS)?;
    let ids: Vec<String> = parsed.iter().map(|row| row.text("id")).collect();
    let series = series(files, &Keys::new("indicator of indicators.csv", ids.iter()), ids.len(), sources)?;
    parsed
        .iter()
        .zip(series)
        .map(|(row, series)| {
            if series.is_empty() {
                return Err(row.problem("expected at least one value in series.csv, found none"));
            }
            Ok(Indicator {
                id: row.needed("id")?,
                field: row.find(fields, "field")?,
                name: row.both("name")?,
                unit: row.both("unit")?,
                definition: row.both("definition")?,
                decimals: row.whole("decimals")?,
                direction: row.word("direction")?,
                scale: Scale { worst: row.number("worst")?, best: row.number("best")? },
                reaction: Reaction {
                    delay: row.number("delay")?,
                    decay: row.number("decay")?,
                    headroom: row.number("headroom")?,
                    fade: row.number("fade")?,
                },
                series,
                target: target(row)?,
                count: count(row)?,
                note: row.bilingual("note"),
            })
        })
        .collect()
}

fn series(files: &Files, keys: &Keys, count: usize, sources: &Keys) -> Result<Vec<Vec<Measured>>, Problem> {
    let mut series: Vec<Vec<Measured>> = vec![Vec::new(); count];
    for row in rows(files, &tables::SERIES)? {
        row.find(sources, "source")?;
        let Some(values) = series.get_mut(row.find(keys, "indicator")?) else { continue };
        let year = Year(row.whole("year")?);
        if values.last().is_some_and(|last: &Measured| last.year >= year) {
            let message = format!("expected the years of {} in rising order, found {year}", row.text("indicator"));
            return Err(row.problem(message));
        }
        let (basis, source) = (row.word("basis")?, row.text("source"));
        let is_local = match row.text("local").as_str() {
            "yes" => true,
            "no" => false,
            other => return Err(row.problem(format!("local: expected yes or no, found `{other}`"))),
        };
        values.push(Measured { year, value: row.number("value")?, basis, source, is_local });
    }
    Ok(series)
}

fn target(row: &Row) -> Result<Option<Target>, Problem> {
    if row.text("target_kind") == "none" {
        return Ok(None);
    }
    let kind: TargetKind = row.word("target_kind")?;
    let year = row.maybe("target_year", Row::whole)?.map(Year);
    Ok(Some(Target { value: row.number("target")?, year, kind, source: row.needed("target_source")? }))
}

fn count(row: &Row) -> Result<Option<Count>, Problem> {
    let Some(per) = row.maybe("count_per", Row::number)? else { return Ok(None) };
    let ages = (row.maybe("count_age_from", Row::whole)?, row.maybe("count_age_to", Row::whole)?);
    let base = match (row.maybe("count_base", Row::number)?, ages) {
        (Some(base), (None, None)) => CountBase::Fixed(base),
        (None, (Some(from), Some(to))) => CountBase::Ages(crate::model::Ages { from, to }),
        _ => return Err(row.problem("expected either count_base or both count_age_from and count_age_to")),
    };
    // People by age come from population.csv, which names its own source; a fixed base must name one here.
    let (basis, source) = match base {
        CountBase::Ages(_) => (Basis::Estimate, "population.csv".to_owned()),
        CountBase::Fixed(_) => (row.word("count_basis")?, row.needed("count_source")?),
    };
    Ok(Some(Count { per, base, noun: row.both("count")?, basis, source }))
}

fn effects(files: &Files, levers: &Keys, indicators: &Keys) -> Result<Vec<Effect>, Problem> {
    rows(files, &tables::EFFECTS)?
        .iter()
        .map(|row| {
            Ok(Effect {
                id: row.needed("id")?,
                lever: row.find(levers, "lever")?,
                indicator: row.maybe("indicator", |row, column| row.find(indicators, column))?,
                share: row.number("share")?,
                grade: row.word("grade")?,
                euro_grade: row.word("euro_grade")?,
                direction: row.needed("direction")?,
                year: row.whole("year")?,
                source: row.needed("source")?,
                url: row.text("url"),
                seen: row.needed("seen")?,
                sentence: row.both("sentence")?,
                caveat: row.bilingual("caveat"),
            })
        })
        .collect()
}

/// Each pair of indicators stands once: a second row would add to the first without anybody having said so.
fn spillovers(files: &Files, indicators: &Keys) -> Result<Vec<Spillover>, Problem> {
    let mut all: Vec<Spillover> = Vec::new();
    for row in rows(files, &tables::SPILLOVERS)? {
        let spill = Spillover {
            from: row.find(indicators, "from")?,
            to: row.find(indicators, "to")?,
            score: row.number("score")?,
            reason: row.both("reason")?,
            source: row.needed("source")?,
            seen: row.needed("seen")?,
        };
        if spill.from == spill.to {
            return Err(row.problem("expected two indicators, found one"));
        }
        if all.iter().any(|it| (it.from, it.to) == (spill.from, spill.to)) {
            return Err(row.problem("expected each pair of indicators once, found it again"));
        }
        all.push(spill);
    }
    Ok(all)
}

fn outputs(files: &Files, levers: &Keys) -> Result<Vec<Output>, Problem> {
    rows(files, &tables::OUTPUTS)?
        .iter()
        .map(|row| {
            Ok(Output {
                lever: row.find(levers, "lever")?,
                many: row.both("many")?,
                one: row.both("one")?,
                unit_cost: row.number("unit_cost")?,
                range: (row.number("low")?, row.number("high")?),
                year: row.whole("year")?,
                basis: row.word("basis")?,
                source: row.needed("source")?,
                url: row.text("url"),
                seen: row.needed("seen")?,
                note: row.bilingual("note"),
            })
        })
        .collect()
}
