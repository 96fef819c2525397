//! The short path in easy German (Leichte Sprache): few numbers, one statement in a sentence.
//!
//! What packs name comes in easy words from a list of names; what has none there keeps the word of its pack, in quotes.

use super::outputs::counted;
use super::{Telling, changes, tax_offer};
use crate::model::fiscal::BudgetLaw;
use crate::model::{Choice, FieldAt, IndicatorAt, MeasureKind, Money, Purpose, TaxAt, TaxKind, Town};
use crate::text::{EASY, EasyWords, Lang};

/// Easy words for what packs name, by its key (leichte Namen).
#[derive(Clone, Copy, Debug)]
pub struct EasyNames {
    /// Name of a goal, and what it is about.
    pub goal: fn(&str) -> Option<[&'static str; 2]>,
    /// Name of a measure, one unit with its article, and many of them.
    pub measure: fn(&str) -> Option<[&'static str; 3]>,
    /// Name of an indicator, what there is when it is higher, and when it is lower.
    pub indicator: fn(&str) -> Option<[&'static str; 3]>,
    /// Name of a tax, and who pays it.
    pub tax: fn(&str) -> Option<[&'static str; 2]>,
}

/// Words of the summary at most; a reader of easy German reads no more in one go.
const MOST_WORDS: usize = 80;

/// Choices of a goal that are shown; what was moved stands there in any case.
const CHOICES: usize = 4;

/// Names and effects of each kind that the summary tells.
const MOST: usize = 2;

/// A goal to choose (Ziel in Leichter Sprache).
#[derive(Clone, Debug, PartialEq)]
pub struct EasyGoal {
    /// Position.
    pub at: FieldAt,
    /// Number.
    pub number: u8,
    /// Name.
    pub name: String,
    /// What it is about; that the name is the plan's where there are no easy words.
    pub about: &'static str,
}

/// Something to choose (Auswahl in Leichter Sprache).
#[derive(Clone, Debug, PartialEq)]
pub struct EasyChoice {
    /// Name.
    pub name: String,
    /// That the name is the plan's; empty where it has easy words.
    pub note: &'static str,
    /// What one of it costs, or what the plan spends; empty where neither is known.
    pub price: String,
    /// Where it stands.
    pub now: String,
    /// Whether it differs from the plan.
    pub is_moved: bool,
}

/// A tax as a way to pay (Steuer in Leichter Sprache).
#[derive(Clone, Debug, PartialEq)]
pub struct EasyTax {
    /// Position.
    pub at: TaxAt,
    /// Name.
    pub name: String,
    /// Who pays it; that the name is the plan's where there are no easy words.
    pub about: &'static str,
    /// What all of them pay more or less.
    pub brings: String,
    /// The multiplier that taking it sets; none where nothing is missing or it is at its end.
    pub wanted: Option<f64>,
    /// Whether it differs from the plan.
    pub is_moved: bool,
}

/// A part of the outcome: a heading and what stands below it.
#[derive(Clone, Debug, PartialEq)]
pub struct EasyPart {
    /// Heading.
    pub heading: String,
    /// Names or sentences, each in a line.
    pub lines: Vec<String>,
}

/// What a draft does, in no more words than can be read in one go (Ergebnis in Leichter Sprache).
#[derive(Clone, Debug, PartialEq)]
pub struct EasyOutcome {
    /// Heading.
    pub title: String,
    /// Parts in their order.
    pub parts: Vec<EasyPart>,
    /// What holds for all of it.
    pub computed: [&'static str; 2],
}

impl EasyOutcome {
    /// All of it as a text to take away.
    pub fn text(&self) -> String {
        let part = |it: &EasyPart| format!("{}\n{}", it.heading, it.lines.join("\n"));
        let parts: Vec<String> = self.parts.iter().map(part).collect();
        [self.title.clone(), parts.join("\n\n"), self.computed.join("\n")].join("\n\n")
    }

    fn fits(&self) -> bool {
        self.text().split_whitespace().count() <= MOST_WORDS
    }
}

/// What the page says first.
pub fn easy_opening(town: &Town) -> Vec<String> {
    let spends = EASY.euros(Money::from_euros(town.budget.total.expense.euros()));
    (EASY.opening)(&town.short_name, town.year.0, &spends)
}

/// The goals of a town.
pub fn easy_goals(town: &Town, names: EasyNames) -> Vec<EasyGoal> {
    let goal = |(at, field): (FieldAt, &crate::model::Field)| match (names.goal)(&field.id) {
        Some([name, about]) => EasyGoal { at, number: field.number, name: name.to_owned(), about },
        None => EasyGoal { at, number: field.number, name: in_plan(&field.name), about: EASY.in_plan_words },
    };
    town.fields.pairs().map(goal).collect()
}

/// A word of the pack in quotes.
fn in_plan(name: &crate::model::Bilingual) -> String {
    EASY.quoted(Lang::default().of(name))
}

/// What can be chosen for a goal: the first few, and whatever of it was moved.
pub fn easy_choices(it: Telling<'_>, purpose: Purpose) -> Vec<Choice> {
    let all = it.town.choices(purpose).into_iter().enumerate();
    all.filter(|(at, choice)| *at < CHOICES || !it.scenario.chosen(*choice).is_zero())
        .map(|(_, choice)| choice)
        .collect()
}

/// A choice in words.
pub fn easy_choice(it: Telling<'_>, choice: Choice, names: EasyNames) -> EasyChoice {
    let words: &EasyWords = &EASY;
    let money = it.scenario.chosen(choice);
    let is_more = money > Money::ZERO;
    let measure = it.town.bought_by(choice).and_then(|at| it.town.chain.measures.get(at));
    let named = measure.and_then(|measure| Some((measure, (names.measure)(&measure.id)?)));
    let (price, now) = if let Some((measure, [_, one, many])) = named {
        let is_yearly = measure.kind == MeasureKind::Service && measure.life == 1.0;
        let (count, is_below) = counted(money.euros() / measure.unit_cost, Lang::default());
        let now = if is_below {
            (words.yours_little)(is_more).to_owned()
        } else {
            (words.yours)(&words.count(&count, one, many), is_more)
        };
        ((words.price)(one, &words.euros(Money::from_euros(measure.unit_cost)), is_yearly), now)
    } else {
        let planned = it.town.choice_amount(choice);
        let price = if planned.is_zero() { String::new() } else { (words.planned)(&words.euros(planned)) };
        (price, (words.yours)(&words.euros(money), is_more))
    };
    EasyChoice {
        name: name(it, choice, names),
        note: if named.is_some() { "" } else { words.in_plan_words },
        price,
        now: if money.is_zero() { words.as_planned.to_owned() } else { now },
        is_moved: !money.is_zero(),
    }
}

/// What a choice is called.
fn name(it: Telling<'_>, choice: Choice, names: EasyNames) -> String {
    let measure = it.town.bought_by(choice).and_then(|at| it.town.chain.measures.get(at));
    match (measure, choice) {
        (Some(measure), _) => {
            (names.measure)(&measure.id).map_or_else(|| in_plan(&measure.name), |[name, ..]| name.to_owned())
        }
        (None, Choice::Everyday(cell)) => {
            it.town.levers.get(cell.lever).map(|lever| in_plan(&lever.name)).unwrap_or_default()
        }
        (None, Choice::Own(_)) => String::new(),
    }
}

/// What is missing or left, and that building is paid by loans.
pub fn easy_balance(it: Telling<'_>) -> Vec<String> {
    let (words, balance): (&EasyWords, Money) = (&EASY, it.projection.balance);
    if !it.scenario.is_moved() {
        return vec![words.untouched.to_owned()];
    }
    let said = match balance {
        balance if balance < Money::ZERO => (words.missing)(&words.euros(balance)),
        balance if balance > Money::ZERO => (words.left)(&words.euros(balance)),
        _ => words.covered.to_owned(),
    };
    let is_built = it.town.moved_choices(it.scenario, true).into_iter().any(|choice| it.town.is_built(choice));
    std::iter::once(said).chain(is_built.then(|| words.by_loans.to_owned())).collect()
}

/// Taxes as ways to pay.
pub fn easy_taxes(it: Telling<'_>, names: EasyNames) -> Vec<EasyTax> {
    let words: &EasyWords = &EASY;
    let taxes = it.town.taxes.pairs().filter(|(_, tax)| tax.kind != TaxKind::Fee);
    let offers = taxes.filter_map(|(at, tax)| {
        let offer = tax_offer(it, at, "")?;
        let now = it.scenario.taxes.get(&at).copied().unwrap_or(tax.multiplier);
        let change = tax.change(offer.wanted.unwrap_or(now));
        let (name, about) = tax_name(it.town, at, names);
        let brings = if change.is_zero() {
            words.tax_stays.to_owned()
        } else {
            (words.tax_brings)(&words.euros(change), change > Money::ZERO)
        };
        Some(EasyTax { at, name, about, brings, wanted: offer.wanted, is_moved: offer.is_moved })
    });
    offers.collect()
}

/// What a tax is called, and who pays it.
fn tax_name(town: &Town, at: TaxAt, names: EasyNames) -> (String, &'static str) {
    let Some(tax) = town.taxes.get(at) else { return (String::new(), "") };
    match (names.tax)(&tax.id) {
        Some([name, about]) => (name.to_owned(), about),
        None => (in_plan(&tax.name), EASY.in_plan_words),
    }
}

/// What a draft does; none while nothing is moved. Names are left out before the limit of words is passed, and effects
/// before names.
pub fn easy_outcome(it: Telling<'_>, names: EasyNames) -> Option<EasyOutcome> {
    if !it.scenario.is_moved() {
        return None;
    }
    let (sure, unsure) = effects(it, names);
    let made = |most: usize, sure: &[String], unsure: &[String], law: Option<&'static str>| {
        made(it, names, most, (sure, unsure), law)
    };
    let law = law(it);
    let told = |of: &[String], most: usize| of.iter().take(most).cloned().collect::<Vec<_>>();
    // From the fullest to the shortest; the shortest stands in any case.
    let tries = [(MOST, MOST, law), (MOST, 1, law), (1, 1, law), (1, 1, None), (1, 0, None)];
    let all =
        tries.into_iter().map(|(most, effects, law)| made(most, &told(&sure, effects), &told(&unsure, effects), law));
    let all: Vec<EasyOutcome> = all.collect();
    all.iter().find(|it| it.fits()).or(all.last()).cloned()
}

fn made(
    it: Telling<'_>,
    names: EasyNames,
    most: usize,
    (sure, unsure): (&[String], &[String]),
    law: Option<&'static str>,
) -> EasyOutcome {
    let words: &EasyWords = &EASY;
    let mut parts = Vec::new();
    let mut part = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            parts.push(EasyPart { heading: heading.to_owned(), lines });
        }
    };
    let things = |is_more: bool| {
        let all = it.town.moved_choices(it.scenario, is_more).into_iter().map(|choice| name(it, choice, names));
        shortened(all.collect(), most)
    };
    part(words.of_more, things(true));
    part(words.of_less, things(false));
    let taxes = |is_higher: bool| {
        let moved = it
            .scenario
            .taxes
            .iter()
            .filter(|(at, now)| it.town.taxes.get(**at).is_some_and(|tax| (**now > tax.multiplier) == is_higher));
        shortened(moved.map(|(at, _)| tax_name(it.town, *at, names).0).collect(), most)
    };
    part(words.taxes_rise, taxes(true));
    part(words.taxes_fall, taxes(false));
    part(words.money, easy_balance(it));
    part(&(words.happens)(it.town.horizon.0), sure.to_vec());
    part(words.unsure, unsure.to_vec());
    part(words.law, law.map(str::to_owned).into_iter().collect());
    let [else_asked, unknown] = words.unknown;
    let asked = if sure.is_empty() && unsure.is_empty() { words.unknown_all } else { else_asked };
    part(asked, vec![unknown.to_owned()]);
    EasyOutcome { title: (words.outcome)(&it.town.short_name), parts, computed: words.computed }
}

fn shortened(mut names: Vec<String>, most: usize) -> Vec<String> {
    if names.len() > most {
        names.truncate(most);
        names.push(EASY.and_others.to_owned());
    }
    names
}

/// What changes whose direction is known, in sentences, and what may as well go the other way, by name; what moves most
/// stands first. Nothing before it is known how sure it is.
fn effects(it: Telling<'_>, names: EasyNames) -> (Vec<String>, Vec<String>) {
    let (mut sure, mut unsure) = (Vec::new(), Vec::new());
    let rows = if it.ranges.is_empty() { Vec::new() } else { changes(it).0 };
    for row in rows {
        let Some((name, said)) = effect(it, row.index, names) else { continue };
        match said.filter(|_| row.open.is_none()) {
            Some(said) if !sure.contains(&said) => sure.push(said),
            Some(_) => {}
            None if !unsure.contains(&name) => unsure.push(name),
            None => {}
        }
    }
    (sure, unsure)
}

/// The name of an indicator, and what its change means where there are easy words for it.
fn effect(it: Telling<'_>, index: IndicatorAt, names: EasyNames) -> Option<(String, Option<String>)> {
    let subject = it.town.indicators.get(index)?;
    let change = *it.projection.course.indicators.get(index)?.shown.last()?;
    Some(match (names.indicator)(&subject.id) {
        Some([name, more, less]) => (name.to_owned(), Some(if change > 0.0 { more } else { less }.to_owned())),
        None => (in_plan(&subject.name), None),
    })
}

/// What the law asks for, where the draft changes that or must be told it; none where the rules are those of another Land.
fn law(it: Telling<'_>) -> Option<&'static str> {
    BudgetLaw::of(it.town).statute.as_ref()?;
    let due = |is_due: fn(&crate::model::FiscalYear) -> bool| it.projection.fiscal.iter().any(is_due);
    match (due(|year| !year.scenario_triggers.is_empty()), due(|year| !year.plan_triggers.is_empty())) {
        (true, true) => Some(EASY.law_due_anyway),
        (true, false) => Some(EASY.law_due),
        (false, true) => Some(EASY.law_not_due),
        (false, false) => None,
    }
}
