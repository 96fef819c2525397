//! From files to a town: resolves keys to indices and figures to types; meaning is checked in `check`.

use std::collections::BTreeMap;

use super::check;
use super::files::{Files, Problem, Row, records, rows};
use super::schema::*;
use crate::model::{
    Ages, Assumption, Basis, Bilingual, Budget, BudgetLine, Count, CountBase, Effect, Field, Finance, Indicator, Lever,
    LeverLine, Measured, Money, Output, Population, Reaction, ReserveYear, Scale, Share, Source, Sourced, Spillover,
    Target, TargetKind, Tax, Town, Year,
};

/// Reads and checks a pack; refused whole with every problem that was found.
pub fn load(files: &Files) -> Result<Town, Vec<Problem>> {
    let town = read(files).map_err(|problem| vec![problem])?;
    let problems = check::problems(files, &town);
    if problems.is_empty() { Ok(town) } else { Err(problems) }
}

fn read(files: &Files) -> Result<Town, Problem> {
    let head = head(files)?;
    let sources = keyed(rows::<SourceRow>(files, "sources.csv")?, "sources.csv", |it| &it.id)?;
    let source_keys = Keys::new("source of sources.csv", sources.iter().map(|row| &row.it.id));
    for (stem, source) in &head.files {
        source_keys.find("pack.toml", None, source).map_err(|it| it.about(&format!("files.{stem}")))?;
    }
    let fields: Vec<Field> = head.fields.iter().map(field).collect();
    let field_keys = Keys::new("field of pack.toml", fields.iter().map(|it| &it.id));
    let budget = budget(files)?;
    let levers = levers(files, &budget, &field_keys)?;
    let lever_keys = Keys::new("lever of levers.csv", levers.iter().map(|it| &it.id));
    let indicators = indicators(files, &field_keys, &source_keys)?;
    let indicator_keys = Keys::new("indicator of indicators.csv", indicators.iter().map(|it| &it.id));
    let sourced = |name: &str, it: Figure| -> Result<Sourced, Problem> {
        source_keys.find("pack.toml", None, &it.source).map_err(|problem| problem.about(name))?;
        Ok(Sourced { value: it.value, basis: it.basis, source: it.source, year: it.year })
    };
    Ok(Town {
        taxes: taxes(files, &source_keys)?,
        reserves: reserves(files, &source_keys)?,
        finance: finance(files, &source_keys)?,
        population: population(files)?,
        effects: effects(files, &lever_keys, &indicator_keys)?,
        spillovers: spillovers(files, &indicator_keys)?,
        outputs: outputs(files, &lever_keys)?,
        inhabitants: sourced("inhabitants", head.inhabitants)?,
        real_interest: sourced("real_interest", head.real_interest)?,
        trend_damping: sourced("trend_damping", head.trend_damping)?,
        spillover_strength: sourced("spillover_strength", head.spillover_strength)?,
        assumptions: head
            .assumptions
            .into_iter()
            .map(|it| {
                source_keys.find("pack.toml", None, &it.source).map_err(|problem| problem.about(&it.id))?;
                Ok(Assumption { text: Bilingual { de: it.text_de, en: it.text_en }, id: it.id, source: it.source })
            })
            .collect::<Result<_, Problem>>()?,
        id: head.id,
        name: Bilingual { de: head.town_de, en: head.town_en },
        short_name: head.short_name,
        ags: head.ags,
        law: head.law,
        year: Year(head.year),
        horizon: Year(head.horizon),
        plan: Bilingual { de: head.plan_de, en: head.plan_en },
        fields,
        budget,
        levers,
        indicators,
        sources: sources
            .into_iter()
            .map(|row| Source { id: row.it.id, text: row.it.text, url: row.it.url, seen: row.it.seen })
            .collect(),
    })
}

fn head(files: &Files) -> Result<Head, Problem> {
    let text = files.text("pack.toml")?;
    toml::from_str(text).map_err(|error| {
        let line = error.span().and_then(|span| text.get(..span.start)).map(|before| before.lines().count().max(1));
        Problem::new("pack.toml", line.and_then(|line| u64::try_from(line).ok()), error.message().trim().to_owned())
    })
}

fn field(it: &FieldRow) -> Field {
    Field {
        id: it.id.clone(),
        number: it.number,
        name: Bilingual { de: it.name_de.clone(), en: it.name_en.clone() },
        description: Bilingual { de: it.description_de.clone(), en: it.description_en.clone() },
        sdg: it.sdg.clone(),
    }
}

/// Keys of a file and their positions.
struct Keys {
    what: &'static str,
    index: BTreeMap<String, usize>,
}

impl Keys {
    fn new<'a>(what: &'static str, keys: impl Iterator<Item = &'a String>) -> Self {
        Self { what, index: keys.enumerate().map(|(i, key)| (key.clone(), i)).collect() }
    }

    fn find(&self, file: &str, line: Option<u64>, key: &str) -> Result<usize, Problem> {
        let missing = || Problem::new(file, line, format!("expected a {}, found `{key}`", self.what));
        self.index.get(key).copied().ok_or_else(missing)
    }
}

impl Problem {
    fn about(mut self, name: &str) -> Self {
        self.message = format!("{name}: {}", self.message);
        self
    }
}

/// Refuses a key that stands twice.
fn keyed<T>(rows: Vec<Row<T>>, file: &str, key: fn(&T) -> &String) -> Result<Vec<Row<T>>, Problem> {
    let mut first = BTreeMap::new();
    for row in &rows {
        if let Some(line) = first.insert(key(&row.it).clone(), row.line) {
            let message = format!("expected each key once, found `{}` again after line {line}", key(&row.it));
            return Err(Problem::new(file, Some(row.line), message));
        }
    }
    Ok(rows)
}

fn money(file: &str, line: u64, column: &str, text: &str) -> Result<Money, Problem> {
    let expected = || format!("{column}: expected euros like 1234.50, found `{text}`");
    Money::parse(text).ok_or_else(|| Problem::new(file, Some(line), expected()))
}

fn share(file: &str, line: u64, column: &str, value: f64) -> Result<Share, Problem> {
    let expected = || format!("{column}: expected a share between 0 and 1, found {value}");
    Share::new(value).ok_or_else(|| Problem::new(file, Some(line), expected()))
}

fn budget(files: &Files) -> Result<Budget, Problem> {
    const FILE: &str = "budget.csv";
    let (mut lines, mut areas, mut total) = (Vec::new(), Vec::new(), None);
    for Row { line, it } in rows::<BudgetRow>(files, FILE)? {
        let read = |column: &str, text: &str| money(FILE, line, column, text);
        let parsed = BudgetLine {
            revenue: read("revenue", &it.revenue)?,
            expense: read("expense", &it.expense)?,
            financial_result: read("financial_result", &it.financial_result)?,
            result: read("result", &it.result)?,
            code: it.code,
            label: it.label,
        };
        let ordinary = read("ordinary_result", &it.ordinary_result)?;
        if parsed.revenue - parsed.expense != ordinary || ordinary + parsed.financial_result != parsed.result {
            let message = format!(
                "expected revenue − expense = {:?} and with the financial result {:?}, found {ordinary:?} and {:?}",
                parsed.revenue - parsed.expense,
                parsed.revenue - parsed.expense + parsed.financial_result,
                parsed.result
            );
            return Err(Problem::new(FILE, Some(line), message));
        }
        match it.level {
            Level::Group => lines.push(parsed),
            Level::Area => areas.push(parsed),
            Level::Total => total = Some(parsed),
        }
    }
    let total = total.ok_or_else(|| Problem::new(FILE, None, "expected a row of level total, found none"))?;
    Ok(Budget { lines, areas, total })
}

fn levers(files: &Files, budget: &Budget, fields: &Keys) -> Result<Vec<Lever>, Problem> {
    const LINES: &str = "lever_lines.csv";
    const FIELDS: &str = "lever_fields.csv";
    let codes = Keys::new("product group of budget.csv", budget.lines.iter().map(|it| &it.code));
    let mut levers: Vec<Lever> = keyed(rows::<LeverRow>(files, "levers.csv")?, "levers.csv", |it| &it.id)?
        .into_iter()
        .map(|Row { it, .. }| Lever {
            id: it.id,
            block: it.block,
            name: Bilingual { de: it.name_de, en: it.name_en },
            purpose: Bilingual { de: it.purpose_de, en: it.purpose_en },
            lines: Vec::new(),
        })
        .collect();
    let keys = Keys::new("lever of levers.csv", levers.iter().map(|it| &it.id));

    let mut weights: BTreeMap<(usize, usize), Vec<(usize, Share)>> = BTreeMap::new();
    for Row { line, it } in rows::<LeverFieldRow>(files, FIELDS)? {
        let place = (keys.find(FIELDS, Some(line), &it.lever)?, codes.find(FIELDS, Some(line), &it.code)?);
        let field = fields.find(FIELDS, Some(line), &it.field)?;
        let of_line = weights.entry(place).or_default();
        of_line.push((field, share(FIELDS, line, "weight", it.weight)?));
        let sum: f64 = of_line.iter().map(|(_, weight)| weight.get()).sum();
        if sum > 1.0 + 1e-9 {
            let message = format!("expected the weights of {} {} to sum to at most 1, found {sum}", it.lever, it.code);
            return Err(Problem::new(FIELDS, Some(line), message));
        }
    }

    let line_rows = rows::<LeverLineRow>(files, LINES)?;
    // The last part of a line takes what rounding leaves, so that the parts sum to the line exactly.
    let mut open: Vec<(Money, usize)> = budget.lines.iter().map(|it| (it.expense, 0)).collect();
    for Row { line, it } in &line_rows {
        if let Some(rest) = open.get_mut(codes.find(LINES, Some(*line), &it.code)?) {
            rest.1 += 1;
        }
    }
    for Row { line, it } in line_rows {
        let lever = keys.find(LINES, Some(line), &it.lever)?;
        let code = codes.find(LINES, Some(line), &it.code)?;
        let part = share(LINES, line, "share", it.share)?;
        let planned = budget.lines.get(code).map_or(Money::ZERO, |it| it.expense);
        let expense = match open.get_mut(code) {
            Some((rest, parts)) => {
                *parts -= 1;
                let expense = if *parts == 0 { *rest } else { planned * part.get() };
                *rest -= expense;
                expense
            }
            None => planned,
        };
        if expense != planned * part.get() && (expense - planned * part.get()).abs() > Money::from_cents(100) {
            let message = format!("expected the shares of {} to sum to 1 over all levers", it.code);
            return Err(Problem::new(LINES, Some(line), message));
        }
        let parsed = LeverLine {
            line: code,
            expense,
            share: part,
            share_reason: Bilingual { de: it.share_reason_de, en: it.share_reason_en },
            class: it.class,
            legal_basis: it.legal_basis,
            percent: (it.low_percent, it.high_percent),
            bound_reason: Bilingual { de: it.bound_reason_de, en: it.bound_reason_en },
            reimbursement: share(LINES, line, "reimbursement", it.reimbursement)?,
            reimbursement_reason: Bilingual { de: it.reimbursement_reason_de, en: it.reimbursement_reason_en },
            service_life: it.service_life,
            ages: Ages { from: it.age_from, to: it.age_to },
            confidence: it.confidence,
            doubt: Bilingual { de: it.doubt_de, en: it.doubt_en },
            weights: weights.remove(&(lever, code)).unwrap_or_default(),
        };
        if let Some(lever) = levers.get_mut(lever) {
            lever.lines.push(parsed);
        }
    }
    Ok(levers)
}

fn taxes(files: &Files, sources: &Keys) -> Result<Vec<Tax>, Problem> {
    const FILE: &str = "taxes.csv";
    keyed(rows::<TaxRow>(files, FILE)?, FILE, |it| &it.id)?
        .into_iter()
        .map(|Row { line, it }| {
            sources.find(FILE, Some(line), &it.source)?;
            Ok(Tax {
                planned_yield: money(FILE, line, "yield", &it.planned_yield)?,
                id: it.id,
                kind: it.kind,
                name: Bilingual { de: it.name_de, en: it.name_en },
                multiplier: it.multiplier,
                range: (it.low, it.high),
                ages: Ages { from: it.age_from, to: it.age_to },
                basis: it.basis,
                source: it.source,
                year: it.year,
                note: Bilingual { de: it.note_de, en: it.note_en },
            })
        })
        .collect()
}

fn reserves(files: &Files, sources: &Keys) -> Result<Vec<ReserveYear>, Problem> {
    const FILE: &str = "reserves.csv";
    rows::<ReserveRow>(files, FILE)?
        .into_iter()
        .map(|Row { line, it }| {
            sources.find(FILE, Some(line), &it.source)?;
            let read = |column: &str, text: &str| money(FILE, line, column, text);
            Ok(ReserveYear {
                year: Year(it.year),
                result: read("result", &it.result)?,
                global_saving: read("global_saving", &it.global_saving)?,
                general_opening: read("general_opening", &it.general_opening)?,
                equalisation_opening: read("equalisation_opening", &it.equalisation_opening)?,
                general_closing: read("general_closing", &it.general_closing)?,
                equalisation_closing: read("equalisation_closing", &it.equalisation_closing)?,
            })
        })
        .collect()
}

fn finance(files: &Files, sources: &Keys) -> Result<Finance, Problem> {
    const FILE: &str = "finance.csv";
    let mut figures: BTreeMap<String, Sourced> = BTreeMap::new();
    for Row { line, it } in keyed(rows::<FinanceRow>(files, FILE)?, FILE, |it| &it.id)? {
        sources.find(FILE, Some(line), &it.source)?;
        figures.insert(it.id, Sourced { value: it.value, basis: it.basis, source: it.source, year: it.year });
    }
    let mut take = |id: &str| {
        figures.remove(id).ok_or_else(|| Problem::new(FILE, None, format!("expected a row `{id}`, found none")))
    };
    Ok(Finance {
        investment_loans: take("investment_loans")?,
        liquidity_loans: take("liquidity_loans")?,
        pension_provisions: take("pension_provisions")?,
        liquid_funds: take("liquid_funds")?,
        backlog_per_head: take("backlog_per_head")?,
    })
}

fn population(files: &Files) -> Result<Population, Problem> {
    const FILE: &str = "population.csv";
    let (header, records) = records(files, FILE)?;
    let years: Vec<&str> = header.iter().skip(1).collect();
    let start = years.first().and_then(|year| year.parse().ok());
    let start: u16 = start.ok_or_else(|| Problem::new(FILE, Some(1), "expected a header `age;2026;2027;…`"))?;
    let mut counts = vec![Vec::with_capacity(records.len()); years.len()];
    for (age, (line, record)) in records.iter().enumerate() {
        if record.get(0).and_then(|cell| cell.parse().ok()) != Some(age) {
            let message = format!("expected age {age}, found `{}`", record.get(0).unwrap_or_default());
            return Err(Problem::new(FILE, Some(*line), message));
        }
        for (year, cell) in counts.iter_mut().zip(record.iter().skip(1)) {
            let persons: f64 = cell
                .parse()
                .map_err(|_| Problem::new(FILE, Some(*line), format!("expected persons, found `{cell}`")))?;
            year.push(persons);
        }
    }
    Ok(Population { start: Year(start), counts })
}

fn indicators(files: &Files, fields: &Keys, sources: &Keys) -> Result<Vec<Indicator>, Problem> {
    const FILE: &str = "indicators.csv";
    const SERIES: &str = "series.csv";
    let parsed = keyed(rows::<IndicatorRow>(files, FILE)?, FILE, |it| &it.id)?;
    let keys = Keys::new("indicator of indicators.csv", parsed.iter().map(|row| &row.it.id));
    let mut series: Vec<Vec<Measured>> = vec![Vec::new(); parsed.len()];
    for Row { line, it } in rows::<SeriesRow>(files, SERIES)? {
        sources.find(SERIES, Some(line), &it.source)?;
        if let Some(values) = series.get_mut(keys.find(SERIES, Some(line), &it.indicator)?) {
            if values.last().is_some_and(|last| last.year >= Year(it.year)) {
                let message = format!("expected the years of {} in rising order, found {}", it.indicator, it.year);
                return Err(Problem::new(SERIES, Some(line), message));
            }
            values.push(Measured { year: Year(it.year), value: it.value, basis: it.basis, source: it.source });
        }
    }
    parsed
        .into_iter()
        .zip(series)
        .map(|(Row { line, it }, series)| {
            let place = |message: &str| Problem::new(FILE, Some(line), message);
            if series.is_empty() {
                return Err(place("expected at least one value in series.csv, found none"));
            }
            Ok(Indicator {
                field: fields.find(FILE, Some(line), &it.field)?,
                target: target(&it).map_err(place)?,
                count: count(&it).map_err(place)?,
                id: it.id,
                name: Bilingual { de: it.name_de, en: it.name_en },
                unit: Bilingual { de: it.unit_de, en: it.unit_en },
                definition: Bilingual { de: it.definition_de, en: it.definition_en },
                decimals: it.decimals,
                direction: it.direction,
                scale: Scale { worst: it.worst, best: it.best },
                reaction: Reaction { delay: it.delay, decay: it.decay, headroom: it.headroom, fade: it.fade },
                series,
                note: Bilingual { de: it.note_de, en: it.note_en },
            })
        })
        .collect()
}

fn target(it: &IndicatorRow) -> Result<Option<Target>, &'static str> {
    let kind = match it.target_kind {
        TargetRowKind::None => return Ok(None),
        TargetRowKind::Official => TargetKind::Official,
        TargetRowKind::Orientation => TargetKind::Orientation,
    };
    if it.target_source.is_empty() {
        return Err("target_source: expected a source for the target, found none");
    }
    let value = it.target.ok_or("target: expected a value for the target, found none")?;
    Ok(Some(Target { value, year: it.target_year.map(Year), kind, source: it.target_source.clone() }))
}

fn count(it: &IndicatorRow) -> Result<Option<Count>, &'static str> {
    let Some(per) = it.count_per else { return Ok(None) };
    let base = match (it.count_base, it.count_age_from, it.count_age_to) {
        (Some(base), None, None) => CountBase::Fixed(base),
        (None, Some(from), Some(to)) => CountBase::Ages(Ages { from, to }),
        _ => return Err("expected either count_base or both count_age_from and count_age_to"),
    };
    if it.count_de.is_empty() || it.count_en.is_empty() {
        return Err("expected count_de and count_en, found an empty cell");
    }
    // People by age come from population.csv, which names its own source; a fixed base must name one here.
    let (basis, source) = match (&base, it.count_basis) {
        (_, Some(basis)) if !it.count_source.is_empty() => (basis, it.count_source.clone()),
        (CountBase::Ages(_), None) => (Basis::Estimate, "population.csv".to_owned()),
        _ => return Err("expected count_basis and count_source, found an empty cell"),
    };
    let noun = Bilingual { de: it.count_de.clone(), en: it.count_en.clone() };
    Ok(Some(Count { per, base, noun, basis, source }))
}

fn effects(files: &Files, levers: &Keys, indicators: &Keys) -> Result<Vec<Effect>, Problem> {
    const FILE: &str = "effects.csv";
    keyed(rows::<EffectRow>(files, FILE)?, FILE, |it| &it.id)?
        .into_iter()
        .map(|Row { line, it }| {
            let known = |key: &str| indicators.find(FILE, Some(line), key);
            Ok(Effect {
                lever: levers.find(FILE, Some(line), &it.lever)?,
                indicator: if it.indicator.is_empty() { None } else { Some(known(&it.indicator)?) },
                id: it.id,
                share: it.share,
                grade: it.grade,
                direction: it.direction,
                year: it.year,
                source: it.source,
                url: it.url,
                seen: it.seen,
                sentence: Bilingual { de: it.sentence_de, en: it.sentence_en },
                caveat: Bilingual { de: it.caveat_de, en: it.caveat_en },
            })
        })
        .collect()
}

fn spillovers(files: &Files, indicators: &Keys) -> Result<Vec<Spillover>, Problem> {
    const FILE: &str = "spillovers.csv";
    rows::<SpilloverRow>(files, FILE)?
        .into_iter()
        .map(|Row { line, it }| {
            Ok(Spillover {
                from: indicators.find(FILE, Some(line), &it.from)?,
                to: indicators.find(FILE, Some(line), &it.to)?,
                score: it.score,
                reason: Bilingual { de: it.reason_de, en: it.reason_en },
                source: it.source,
                seen: it.seen,
            })
        })
        .collect()
}

fn outputs(files: &Files, levers: &Keys) -> Result<Vec<Output>, Problem> {
    const FILE: &str = "outputs.csv";
    rows::<OutputRow>(files, FILE)?
        .into_iter()
        .map(|Row { line, it }| {
            Ok(Output {
                lever: levers.find(FILE, Some(line), &it.lever)?,
                many: Bilingual { de: it.many_de, en: it.many_en },
                one: Bilingual { de: it.one_de, en: it.one_en },
                unit_cost: it.unit_cost,
                range: (it.low, it.high),
                year: it.year,
                basis: it.basis,
                source: it.source,
                url: it.url,
                seen: it.seen,
                note: Bilingual { de: it.note_de, en: it.note_en },
            })
        })
        .collect()
}
