use super::frame::Frame;
use super::value::Cover;
use crate::figure::departments::listed;
use crate::model::{Choice, Money};
use crate::text;

/// So many names tell what pays.
const NAMES: usize = 2;

/// What the draft is, from its largest change (Titel).
pub fn title(it: &Frame<'_>) -> String {
    let (town, scenario, words) = (it.it.town, it.it.scenario, it.words);
    if !scenario.is_moved() {
        return words.title_untouched.to_owned();
    }
    let (more, less) = (town.moved_choices(scenario, true), town.moved_choices(scenario, false));
    let taxes = |is_higher: bool| -> Vec<_> {
        it.taxes().filter(move |(tax, now)| (*now > tax.multiplier) == is_higher).collect::<Vec<_>>()
    };
    let tax = |(tax, now): &(&crate::model::Tax, f64)| {
        let (name, planned, now) = (it.lang().of(&tax.name), it.multiplier(tax.multiplier), it.multiplier(*now));
        (words.lead_tax)(name, &planned, &now, tax.group.is_some())
    };
    let (lower, higher) = (taxes(false), taxes(true));
    let between = || scenario.moves.keys().next().map(|cell| (words.lead_between)(&it.name(Choice::Everyday(*cell))));
    let lead = match (more.first(), lower.first(), less.first(), higher.first()) {
        (Some(choice), ..) | (None, None, Some(choice), _) => lead(it, *choice),
        (None, Some(it), ..) | (None, None, None, Some(it)) => tax(it),
        (None, None, None, None) => between().unwrap_or_default(),
    };
    // What pays is what is less, and taxes that are higher; where nothing is more, it is the change itself.
    let is_spent = !more.is_empty() || !lower.is_empty();
    let less = less.into_iter().filter(|choice| !town.is_built(*choice)).map(|choice| it.name(choice));
    let raised = higher.iter().map(|(tax, _)| it.lang().of(&tax.name).to_owned());
    let payers: Vec<String> = if is_spent { less.chain(raised).collect() } else { Vec::new() };
    let built = more.first().copied().filter(|choice| town.is_built(*choice));
    let is_loan = built.is_some();
    // Loans pay for what is built; a tax that is raised beside it is no smaller thing.
    let beside: String = higher.iter().filter(|_| is_loan).map(|it| format!(", {}", tax(it))).collect();
    format!("{lead}{}{beside}{}", paid_by(it, payers, built), rest(it))
}

fn lead(it: &Frame<'_>, choice: Choice) -> String {
    let money = it.it.scenario.chosen(choice);
    let is_more = money > Money::ZERO;
    if it.it.town.bought_by(choice).is_some() {
        return (it.words.lead)(&it.size(choice, money), is_more);
    }
    (it.words.lead_money)(&text::about(money.abs(), it.lang()), &it.name(choice), is_more)
}

/// What pays for it; of many how many more.
fn paid_by(it: &Frame<'_>, names: Vec<String>, built: Option<Choice>) -> String {
    let texts = it.it.texts();
    if let Some(built) = built {
        let (town, scenario) = (it.it.town, it.it.scenario);
        return (it.words.title_loans)(town.choice_net(scenario, built) != scenario.chosen(built)).to_owned();
    }
    if names.is_empty() || it.worst() < Money::ZERO {
        return String::new();
    }
    let [open, close] = texts.quotes;
    let more = names.len().saturating_sub(NAMES);
    let named: Vec<String> = names.iter().take(NAMES).map(|name| format!("{open}{name}{close}")).collect();
    let named = if more > 0 { (texts.and_more)(&named.join(", "), more) } else { listed(&named, texts) };
    (it.words.covered_from)(&named)
}

/// What is missing or left over, in the worst year.
fn rest(it: &Frame<'_>) -> String {
    let balance = it.worst();
    let amount = text::about(balance.abs(), it.lang());
    let is_even = it.balances_said().is_none();
    match balance {
        balance if balance < Money::ZERO && is_even => (it.words.title_missing)(&amount),
        balance if balance < Money::ZERO => (it.words.title_missing_some)(&amount),
        balance if balance > Money::ZERO && is_even => (it.words.title_left)(&amount),
        _ => String::new(),
    }
}

/// Whether the changes are paid for: as the page says it where that holds in every year, else by the worst one (Deckung).
pub fn cover(it: &Frame<'_>) -> Cover {
    let (words, worst) = (it.words, it.worst());
    let (amount, differing) = (it.full(worst), it.balances_said());
    let said = match (worst, &differing) {
        _ if !it.it.scenario.is_moved() => words.untouched.to_owned(),
        (worst, None) if worst < Money::ZERO => (words.missing)(&amount),
        (worst, Some(_)) if worst < Money::ZERO => (words.missing_some)(&amount),
        (worst, None) if worst > Money::ZERO => (words.left)(&amount),
        (_, None) => words.covered.to_owned(),
        (_, Some(_)) => words.covered_always.to_owned(),
    };
    let page = it.signed(it.it.projection.balance);
    let differs = differing.map(|years| (words.differs)(&years, &page));
    let moved = it.it.town.moved_things(it.it.scenario).into_iter();
    let built = moved.filter(|choice| it.it.town.is_built(*choice));
    let loans: Money = built.map(|choice| it.it.town.choice_net(it.it.scenario, choice)).sum();
    let loans = (!loans.is_zero()).then(|| (words.loans)(&it.full(loans), loans > Money::ZERO));
    Cover { said, is_missing: worst < Money::ZERO, notes: differs.into_iter().chain(loans).collect() }
}
