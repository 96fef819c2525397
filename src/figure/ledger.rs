use super::amount::{Mode, percent};
use super::evidence::effects_of;
use super::outputs::{price_said, unit_price};
use super::row::Row;
use crate::model::{
    Basis, Block, Cell, Confidence, LegalClass, Lever, Money, Origin, Purpose, Room, Scenario, Share, Tax, TaxKind,
    Town,
};
use crate::text::{self, Lang};

/// Half the width of a goal's slider in percent of its plan, the same for all goals.
const AXIS_PERCENT: f64 = 10.0;

/// One value with its three inputs: field, −/+ and slider (Bedienzeile). Lengths in percent of the track.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// Planned expense per year.
    pub planned: Money,
    /// Change per year.
    pub change: Money,
    /// How far it may go.
    pub room: Room,
    /// Half the width of the slider, in euros.
    pub axis: f64,
    /// How its amounts are read.
    pub mode: Mode,
    /// What one step of − and + moves.
    pub step: Money,
    /// Left and right end of the movable part of the track.
    pub rail: (f64, f64),
    /// Left end and length of the bar between plan and change.
    pub bar: (f64, f64),
    /// Amount for the number field.
    pub amount: String,
    /// Change with its sign.
    pub signed: String,
    /// Unit of both.
    pub unit: &'static str,
    /// What a screen reader says of the slider.
    pub spoken: String,
    /// Step in words.
    pub step_text: String,
}

impl Control {
    /// The change so many steps of − and + away.
    pub fn stepped(&self, steps: i64) -> Money {
        self.change + Money::from_cents(self.step.cents().saturating_mul(steps))
    }

    /// The change at which a slider stands, on a whole step.
    pub fn slid(&self, euros: f64) -> Money {
        let step = self.step.euros();
        Money::from_euros((euros / step).round() * step)
    }

    /// Length of the track beyond the movable part, on the right.
    pub fn beyond(&self) -> f64 {
        100.0 - self.rail.1
    }
}

/// A step that is small against the amount: at most a hundredth of it, between 1 000 and 100 000 euros.
fn step(planned: Money) -> Money {
    let steps = [100_000.0, 10_000.0, 1_000.0];
    let fits = steps.into_iter().find(|step| *step <= planned.euros().abs() / 100.0);
    Money::from_euros(fits.unwrap_or(1_000.0))
}

/// The row of a goal (no cell given: ±10 % of its plan) or of a lever (its own range).
pub fn control(
    town: &Town,
    planned: Money,
    change: Money,
    room: Room,
    is_goal: bool,
    mode: Mode,
    lang: Lang,
) -> Control {
    let step = step(planned);
    let widest = room.low.abs().max(room.high).euros();
    let axis = if is_goal { planned.euros() * AXIS_PERCENT / 100.0 } else { widest };
    let position =
        |money: Money| if axis > 0.0 { (50.0 + money.euros() / axis * 50.0).clamp(0.0, 100.0) } else { 50.0 };
    let at = position(change);
    let part = percent(planned, change);
    let part_text = text::number(part.abs(), 1, lang);
    let texts = lang.texts();
    let spoken = (texts.value_text)(
        &text::spoken(planned + change, lang),
        (!change.is_zero()).then_some((part_text.as_str(), part > 0.0)),
        &text::spoken(planned + room.low, lang),
        &text::spoken(planned + room.high, lang),
    );
    Control {
        rail: (position(room.low), position(room.high)),
        bar: if at < 50.0 { (at, 50.0 - at) } else { (50.0, at - 50.0) },
        amount: mode.amount(town, planned, change, lang),
        signed: mode.change(town, planned, change, lang),
        unit: texts.mode_units.get(mode.index()).copied().unwrap_or_default(),
        step_text: text::amount(step, lang),
        planned,
        change,
        room,
        axis,
        mode,
        step,
        spoken,
    }
}

/// A product group behind a lever, as printed.
#[derive(Clone, Debug, PartialEq)]
pub struct LineRow {
    /// Code of the group.
    pub code: String,
    /// Official label, German.
    pub label: String,
    /// Expense of the whole group in millions.
    pub expense: String,
    /// Revenue of the whole group in millions.
    pub revenue: String,
    /// Statute, German.
    pub legal_basis: String,
    /// How the statute was read, in brackets; empty if the pack does not say.
    pub legal_seen: String,
    /// Class in words.
    pub class: &'static str,
    /// Range and its reason.
    pub bound: String,
    /// Reimbursement and its reason, if any.
    pub reimbursement: Option<String>,
    /// Part of the group, if it serves several levers.
    pub share: Option<String>,
    /// What the whole group pays for investment, if that is what the lever moves.
    pub invested: Option<String>,
    /// Doubts, if any.
    pub doubts: Vec<String>,
}

/// What a person sees of a lever within a goal (Stellschraube).
#[derive(Clone, Debug, PartialEq)]
pub struct LeverFigure {
    /// Name.
    pub name: String,
    /// What the money does.
    pub purpose: String,
    /// Binding class of the largest part.
    pub class: LegalClass,
    /// Whether class or range are judged.
    pub is_assumption: bool,
    /// Allowed range with its reason, or why it cannot be moved.
    pub bound: String,
    /// Whether it can be moved at all.
    pub is_movable: bool,
    /// Whether it moves payments for investment.
    pub is_investment: bool,
    /// Whether an effect with a number is known.
    pub is_measured: bool,
    /// Product groups.
    pub lines: Vec<LineRow>,
    /// What a unit of what its everyday money buys costs; none where nothing is counted.
    pub price: Option<String>,
    /// How far it may go, the measure that its everyday money is for, and what a unit of it costs.
    pub brief: String,
    /// What is known of its effects.
    pub effects: Vec<Row>,
}

/// The lever of a cell, all in words.
pub fn lever_figure(town: &Town, cell: Cell, lang: Lang) -> Option<LeverFigure> {
    let texts = lang.texts();
    let lever: &Lever = town.levers.get(cell.lever)?;
    let parts: Vec<_> = lever.lines.iter().filter(|line| !line.amount(cell.purpose).is_zero()).collect();
    let main = parts.iter().max_by_key(|line| line.amount(cell.purpose))?;
    let room = town.cell_room(cell);
    let amount = lever.amount(cell.purpose);
    let is_movable = lever.block == Block::Goal && !room.is_empty();
    let reason = lang.of(&main.bound_reason);
    let is_investment = town.invests(cell.lever);
    let until = if is_investment { (texts.invested_until)(town.last_year(cell.lever).0) } else { String::new() };
    let range = |low: f64, high: f64| {
        (texts.allowed)(
            &format!("{}\u{a0}%", text::signed(low, 0, lang)),
            &format!("{}\u{a0}%", text::signed(high, 0, lang)),
        )
    };
    let lines = parts
        .iter()
        .filter_map(|part| {
            let line = town.budget.lines.get(part.line)?;
            let percent_text = |share: f64| format!("{}\u{a0}%", text::number(share * 100.0, 0, lang));
            Some(LineRow {
                code: line.code.clone(),
                label: line.label.clone(),
                expense: text::compact(line.expense, lang),
                revenue: text::compact(line.revenue, lang),
                legal_basis: lang.of(&part.legal_basis).to_owned(),
                legal_seen: town
                    .source(town.origin(Origin::Levers))
                    .map_or_else(String::new, |it| format!("({})", (texts.seen)(it.seen))),
                class: (texts.class)(part.class),
                bound: format!("{} {}", range(part.percent.0, part.percent.1), lang.of(&part.bound_reason)),
                reimbursement: (part.reimbursement > Share::NONE).then(|| {
                    let share = percent_text(part.reimbursement.get());
                    format!("{share}: {}", lang.of(&part.reimbursement_reason))
                }),
                share: (part.share < Share::ALL).then(|| {
                    let share = (texts.share_note)(&percent_text(part.share.get()));
                    format!("{share} {}", lang.of(&part.share_reason))
                }),
                invested: is_investment.then(|| {
                    let paid = town.investments.iter().find(|it| it.line == part.line);
                    (texts.line_invested)(
                        town.first_year.0,
                        &text::compact(paid.map_or(Money::ZERO, |it| it.amount), lang),
                    )
                }),
                doubts: [lang.of(&part.doubt)].into_iter().filter(|it| !it.is_empty()).map(str::to_owned).collect(),
            })
        })
        .collect();
    let usual = town.measure_of(cell);
    let allowed = range(percent(amount, room.low), percent(amount, room.high));
    Some(LeverFigure {
        name: lang.of(&lever.name).to_owned(),
        purpose: lang.of(&lever.purpose).to_owned(),
        class: main.class,
        is_assumption: parts.iter().any(|part| part.confidence == Confidence::Judged || part.share < Share::ALL),
        bound: if is_movable {
            format!("{allowed} {reason}{until}{}", ceiling(town, cell, lang))
        } else {
            (texts.not_movable)(reason)
        },
        is_movable,
        is_investment,
        is_measured: usual.is_some_and(|at| town.chain.is_measured(at)),
        price: usual.and_then(|at| town.chain.measures.get(at)).map(|it| price_said(lang, it)),
        brief: {
            let measure = usual.and_then(|at| town.chain.measures.get(at));
            let range = is_movable.then(|| allowed.trim_end_matches(':').to_owned());
            let bought = measure.map(|it| [lang.of(&it.name).to_owned(), unit_price(it, lang)]);
            range.into_iter().chain(bought.into_iter().flatten()).collect::<Vec<_>>().join(" \u{b7} ")
        },
        lines,
        effects: usual.map(|at| effects_of(town, at, lang)).unwrap_or_default(),
    })
}

/// Why the investments of a goal move only so far; none where the reasons differ and each lever tells its own.
pub fn investment_note(town: &Town, purpose: Purpose, lang: Lang) -> Option<String> {
    let texts = lang.texts();
    let mut told = None;
    for cell in town.investment_cells(purpose) {
        let lever = town.levers.get(cell.lever).filter(|it| !it.room(purpose).is_empty())?;
        let main = lever.lines.iter().max_by_key(|line| line.amount(purpose))?;
        let reason = (lang.of(&main.bound_reason), town.last_year(cell.lever).0);
        if *told.get_or_insert(reason) != reason {
            return None;
        }
    }
    told.map(|(reason, year)| format!("{}: {reason}{}", texts.investment, (texts.invested_until)(year)))
}

/// Where increases end because no more units can be added in a year; empty where they end before.
fn ceiling(town: &Town, cell: Cell, lang: Lang) -> String {
    let measure = town.measure_of(cell).and_then(|at| town.chain.measures.get(at));
    let most = town.ceiling(cell.lever).zip(measure);
    most.map_or_else(String::new, |(most, measure)| {
        (lang.texts().ceiling)(&text::rounded(most, lang), lang.of(&measure.many))
    })
}

/// A tax multiplier in words (Hebesatz).
#[derive(Clone, Debug, PartialEq)]
pub struct TaxFigure {
    /// Name.
    pub name: String,
    /// Multiplier as it stands.
    pub multiplier: f64,
    /// Multiplier of the plan.
    pub planned: f64,
    /// Lowest and highest multiplier.
    pub range: (f64, f64),
    /// Change of the yield in millions with its sign.
    pub change: String,
    /// What a point brings.
    pub point: String,
    /// What the multiplier is called.
    pub label: &'static str,
    /// What a screen reader says.
    pub spoken: String,
    /// What is not modelled.
    pub note: String,
    /// A doubt in court, its source and the address; none known without one.
    pub dispute: Option<(String, String, String)>,
    /// How firm the yield is.
    pub basis: Basis,
    /// Left end and length of the bar, percent of the track.
    pub bar: (f64, f64),
    /// Whether it differs from the plan.
    pub is_moved: bool,
}

impl TaxFigure {
    /// The multiplier so many points away.
    pub fn stepped(&self, points: f64) -> f64 {
        self.multiplier + points
    }
}

/// A multiplier as the scenario sets it.
pub fn tax_figure(town: &Town, tax: &Tax, multiplier: Option<f64>, lang: Lang) -> TaxFigure {
    let texts = lang.texts();
    let now = multiplier.unwrap_or(tax.multiplier);
    let change = tax.change(now);
    let (low, high) = tax.scale();
    let at = ((now - low) / (high - low) * 100.0).clamp(0.0, 100.0);
    let is_fee = tax.kind == TaxKind::Fee;
    let (point, value) = if is_fee { (texts.fee_point, texts.fee_value) } else { (texts.tax_point, texts.tax_value) };
    TaxFigure {
        name: lang.of(&tax.name).to_owned(),
        multiplier: now,
        planned: tax.multiplier,
        range: tax.range,
        change: text::signed_millions(change, lang),
        point: point(&text::about(tax.point(), lang)),
        label: if is_fee { texts.fee } else { texts.multiplier },
        spoken: value(&text::number(now, 0, lang), &text::signed_amount(change, lang)),
        note: lang.of(&tax.note).to_owned(),
        dispute: tax.dispute.as_ref().map(|it| {
            let source =
                town.source(&it.source).map(|it| (lang.of(&it.text).to_owned(), it.url.clone())).unwrap_or_default();
            (lang.of(&it.text).to_owned(), source.0, source.1)
        }),
        basis: tax.basis,
        bar: if at < 50.0 { (at, 50.0 - at) } else { (50.0, at - 50.0) },
        is_moved: now != tax.multiplier,
    }
}

/// The foot of the ledger: parts sum to the printed plan (Summen).
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    /// How many goals there are, as the name of their sum.
    pub goals_name: String,
    /// All goals.
    pub goals: String,
    /// What is never moved, by the names that the town gives it, with its amounts.
    pub fixed: Vec<(String, String)>,
    /// All expense as printed.
    pub total: String,
    /// All expense with the changes; none if untouched.
    pub with_changes: Option<String>,
    /// Ordinary revenue as printed.
    pub revenue: String,
    /// Result as printed.
    pub result: String,
}

/// Sums, read like the rows above them.
pub fn sums(town: &Town, scenario: &Scenario, mode: Mode, lang: Lang) -> Sums {
    let goals = || town.fields.places().map(Purpose::Field);
    let moved: Money = goals().map(|goal| town.change(scenario, goal)).sum();
    let changes: Money = town.purposes().into_iter().map(|purpose| town.change(scenario, purpose)).sum();
    let total = &town.budget.total;
    let shown = |planned: Money, change: Money| mode.amount(town, planned, change, lang);
    Sums {
        goals_name: (lang.texts().goals_sum)(town.fields.len()),
        goals: shown(goals().map(|goal| town.planned(goal)).sum(), moved),
        fixed: town.fixed_levers().map(|it| (lang.of(&it.name).to_owned(), shown(it.expense(), Money::ZERO))).collect(),
        total: shown(total.expense, Money::ZERO),
        with_changes: town.moves_expense(scenario).then(|| shown(total.expense, changes)),
        revenue: shown(total.revenue, Money::ZERO),
        result: shown(total.result, Money::ZERO),
    }
}
