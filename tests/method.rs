//! What "Wie wird gerechnet?" says: every row of the chain once with its number, every letter explained.

use std::collections::{BTreeMap, BTreeSet};

use zukunftshaushalt::figure::{self, Kind, ORDERS, Order, Row};
use zukunftshaushalt::model::chain::{LARGEST_RADIUS, TENTH, TIMES};
use zukunftshaushalt::model::ensemble::{D_IS_ZERO, MEMBERS, spread};
use zukunftshaushalt::model::fairness::Metric;
use zukunftshaushalt::model::fiscal::{BudgetLaw, Land, LawProfile};
use zukunftshaushalt::model::{
    Basis, Count, CountBase, Finding, Grade, List, Measure, Money, Origin, OwnNumberOf, ReserveYear, Scenario, Seen,
    Town, UnitEffect, Year, simulate,
};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::text::{self, Lang};

const LANGS: [Lang; Lang::ALL.len()] = Lang::ALL;

/// Functions, the sum sign and the year, which need no explanation.
const KNOWN: [&str; 8] = ["Σ", "t", "T", "ln", "exp", "max", "min", "clamp"];

/// What the chapters compute and how the page writes it; left sides as they stand in the chapters.
const EQUATIONS: [(&str, &str); 23] = [
    ("q(t)", "q(t) = Δ(t) / c"),
    ("S(t)", "W(t) = Σ w(t − b − s) · q(s)"),
    ("w(a)", "w(a) = min(1, max(0, L − a))"),
    ("B(t)", "B(t) = Σ q(s),  t − b < s ≤ t"),
    ("e(t)", "e(t) = e(t−1) + (1 − exp(−1/τ)) · (W(t) − e(t−1))"),
    ("τ", "τ"),
    ("e", "e(t)"),
    ("D_i(t)", "D(t) = Σ κ · e(t) + Σ λ · D′(t−1)"),
    ("δ_i(t)", "δ(t) = D(t) · p / N(t)"),
    ("z0(0)", "z = ln(s / (1 − s))"),
    ("s", "s = clamp((x − w) / (b − w), 1/100, 99/100)"),
    ("z0(t+1)", "z(t+1) = z(t) + m · k^t"),
    ("s0", "1 / (1 + exp(−z))"),
    ("x0", "x₀ = w + (b − w) / (1 + exp(−z))"),
    ("d", "d = δ / (1 + (δ / r)⁴)^¼"),
    ("x", "x = x₀ + d"),
    ("room", "r = |b − x₀|"),
    ("operating(t)", "ΔA = Σ Δ · (1 − ρ) + Σ (f − g) · W"),
    ("investment(t)", "ΔI = Σ Δ · (1 − γ)"),
    ("depreciation(t)", "D(t) = Σ (1 − γ) · c / L · W(t−1)"),
    ("interest(t)", "i · S"),
    ("debt(t)", "S(t+1) = S(t) + ΔA + ΔI − ΔE + i · S(t)"),
    ("result(t)", "ΔJ = ΔE − ΔA − D − i · S"),
];

/// What chain.md says in words, as the page writes it: reasons, draws, what is told of them.
const IN_WORDS: [&str; 13] = [
    "D = Σ y + Σ v",
    "y = κ · e(t)",
    "v = λ · D′(t−1)",
    "o = κ · (W(t) + B(t) − e(t))",
    "v = V · exp(s · n)",
    "s = ln(f / V) / h",
    "v = 0",
    "κ′ = κ · c′ / c",
    "L′ = max(1, L · exp(s · n)),  τ′ = τ · exp(s · n)",
    "λ′ = λ · g / R",
    "z(t+1) = z(t) + m · k^t + σ · n(t)",
    "p = Σ [d · (b − w) > 0] / M",
    "Q(p) = x(k) + (g − k) · (x(k+1) − x(k)),  g = p · (n − 1)",
];

fn town() -> Town {
    load(&muenster()).expect("the pack loads")
}

/// Every town that has a pack.
fn towns() -> [Town; 2] {
    [town(), load(&freiburg()).expect("the pack loads")]
}

/// Every town in every language.
fn tellings() -> impl Iterator<Item = (Town, Lang)> {
    towns().into_iter().flat_map(|town| LANGS.map(|lang| (town.clone(), lang)))
}

/// A small zero and a stroke belong to their letter.
fn letters(text: &str) -> BTreeSet<&str> {
    text.split(|it: char| !it.is_alphabetic() && !"′₀".contains(it)).filter(|it| !it.is_empty()).collect()
}

#[test]
fn every_letter_of_a_formula_is_explained() {
    for (town, lang) in tellings() {
        let chapters = figure::formulas(&town, lang);
        let count: usize = chapters.iter().map(|(_, all)| all.len()).sum();
        assert_eq!(count, 52, "every formula of the model; two belong to the law of another Land");
        assert_eq!(chapters.len(), 5, "money, output, indicators, budget, generations");
        for (chapter, formula) in chapters.iter().flat_map(|(title, all)| all.iter().map(move |it| (title, it))) {
            let [title, plain, meaning] = formula.said;
            assert!(plain.ends_with('.') || plain.ends_with(")."), "{chapter}, {title}");
            let explained = letters(meaning);
            for letter in letters(formula.letters).into_iter().filter(|it| !KNOWN.contains(it)) {
                assert!(explained.contains(letter), "{title}: {letter} of {} is not explained", formula.letters);
            }
        }
    }
}

/// What stands before an equals sign in the formulas of a chapter's section.
fn left_sides(path: &str, section: Option<&str>) -> Vec<String> {
    let text = std::fs::read_to_string(format!("{}/src/model/{path}", env!("CARGO_MANIFEST_DIR"))).expect("a chapter");
    let text = match section {
        Some(name) => {
            text.split(&format!("## {name}\n")).nth(1).and_then(|it| it.split("\n## ").next()).map(str::to_owned)
        }
        None => Some(text),
    };
    let text = text.expect("the section is there");
    let formulas: String = text.split("```").skip(1).step_by(2).collect();
    let before = |at: usize| formulas[..at].split_whitespace().next_back().unwrap_or_default().to_owned();
    formulas.match_indices(" = ").chain(formulas.match_indices("  = ")).map(|(at, _)| before(at)).collect()
}

/// A formula that a chapter gains is missed on the page until somebody tells it there.
#[test]
fn every_equation_of_the_chain_and_of_its_money_stands_on_the_page() {
    let chain = left_sides("chain/chain.md", None);
    let money = left_sides("fiscal/fiscal.md", Some("Differences"));
    assert!(chain.len() > 12 && money.len() > 5, "{chain:?} {money:?}");
    for (town, lang) in tellings() {
        let chapters = figure::formulas(&town, lang);
        let page: Vec<&str> = chapters.iter().flat_map(|(_, all)| all).map(|it| it.letters).collect();
        let is_there = |letters: &str| {
            let bare = letters.strip_prefix("1 / ").unwrap_or(letters);
            page.iter().any(|it| it.contains(bare))
        };
        for left in chain.iter().chain(&money) {
            let told = EQUATIONS.iter().find(|(other, _)| other == left);
            let (_, letters) = told.unwrap_or_else(|| panic!("the page does not know {left}"));
            assert!(is_there(letters), "{left}: {letters}");
        }
        for letters in IN_WORDS {
            assert!(is_there(letters), "{letters}");
        }
        // Share, decay, headroom and fade are no more.
        assert!(!page.iter().any(|it| it.contains("h(r)") || it.contains('φ')), "a formula that is retired");
    }
}

#[test]
fn the_words_beside_formulas_name_the_number_of_runs_that_there_are() {
    for (town, lang) in tellings() {
        let runs = text::whole(MEMBERS as f64, lang);
        let formulas = figure::formulas(&town, lang);
        let said: Vec<&str> = formulas.iter().flat_map(|(_, all)| all).flat_map(|it| it.said).collect();
        assert_eq!(said.iter().filter(|it| it.contains(&runs)).count(), 4, "draws, range and chances say {runs}");
    }
}

/// All rows in one list.
fn rows(town: &Town, lang: Lang) -> Vec<Row> {
    let groups = figure::evidence(town, lang, Order::Grade, &[]);
    groups.into_iter().flat_map(|group| group.rows).collect()
}

/// All rows by their keys.
struct Rows(BTreeMap<String, Row>);

impl Rows {
    fn of(town: &Town, lang: Lang) -> Self {
        Self(rows(town, lang).into_iter().map(|row| (row.id.clone(), row)).collect())
    }

    fn get(&self, id: &str) -> &Row {
        self.0.get(id).unwrap_or_else(|| panic!("no row {id}"))
    }
}

/// Everything that a row says about its number.
fn said(row: &Row) -> String {
    [row.number.as_str(), row.terms.as_str()].join(" ")
}

#[test]
fn every_effect_link_and_measure_stands_there_once_in_every_order() {
    for (town, lang) in tellings() {
        let chain = &town.chain;
        let id = |at| town.indicators.get(at).map_or("", |it| it.id.as_str());
        let links = chain.links.iter().map(|it| format!("M-{}-{}", id(it.from), id(it.to)));
        let costs = chain.measures.iter().map(|it| format!("C-{}", it.id));
        let out = chain.left_out.iter().map(|it| format!("L-{}", it.id));
        let expected: Vec<String> =
            chain.effects.iter().map(|it| it.id.clone()).chain(links).chain(costs).chain(out).collect();
        for order in ORDERS {
            let groups = figure::evidence(&town, lang, order, &[]);
            let rows: Vec<_> = groups.iter().flat_map(|group| &group.rows).collect();
            let keys: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
            assert_eq!((rows.len(), keys.len()), (figure::evidence_count(&town), figure::evidence_count(&town)));
            // A key is a part of an address.
            assert!(keys.iter().all(|key| key.chars().all(|it| it.is_ascii_alphanumeric() || "-_".contains(it))));
            let told = |row: &&&Row| ["K0", "K1", "M-", "C-", "L-"].iter().any(|it| row.id.starts_with(it));
            let told: BTreeSet<&str> = rows.iter().filter(told).map(|row| row.id.as_str()).collect();
            assert_eq!(told, expected.iter().map(String::as_str).collect());
            assert!(groups.iter().all(|group| !group.title.is_empty()));
            assert!(rows.iter().all(|row| !row.source.is_empty() && !row.sentence.is_empty() && !row.seen.is_empty()));
        }
        let found = Rows::of(&town, lang);
        for it in &chain.effects {
            let row = found.get(&it.id);
            assert_eq!((row.sentence.as_str(), row.grade), (lang.of(&it.sentence), Some(it.grade)));
            assert_eq!((row.source.as_str(), row.seen), (lang.of(&it.source), (lang.texts().seen)(it.seen)));
            assert_eq!((row.caveat.as_str(), row.arithmetic.as_str()), (lang.of(&it.caveat), lang.of(&it.arithmetic)));
            let addresses: Vec<&str> = it.url.split(" | ").collect();
            assert_eq!(row.url, addresses[0]);
            assert!(row.further.iter().map(|(_, url)| url.as_str()).eq(addresses[1..].iter().copied()));
        }
        for (it, id) in chain.links.iter().zip(&expected[chain.effects.len()..]) {
            let row = found.get(id);
            assert_eq!((row.sentence.as_str(), row.grade), (lang.of(&it.reason), Some(it.grade)));
            assert_eq!((row.source.as_str(), row.seen), (lang.of(&it.source), (lang.texts().seen)(it.seen)));
        }
        // By its name and under its goal, never by its key.
        let goals = figure::evidence(&town, lang, Order::Goal, &[]);
        for it in &chain.left_out {
            let row = found.get(&format!("L-{}", it.id));
            let name = lang.of(&it.name);
            assert!(row.title.ends_with(&format!(": {name}")) && name != it.id, "{}", row.title);
            assert_eq!(row.sentence, lang.of(&it.reason));
            let goal = goals.iter().find(|goal| goal.rows.iter().any(|told| told.id == row.id)).expect("a goal");
            let field = town.fields.get(it.field).expect("a field");
            assert!(goal.title.contains(lang.of(&field.name)), "{}", row.title);
        }
    }
}

/// A row belongs to the goal of what it changes, a cost to the one that its measure is for, both to the measure's lever.
#[test]
fn rows_stand_under_their_goal_and_their_lever() {
    let (town, lang) = (town(), Lang::De);
    let titles = |order: Order, id: &str| -> Vec<String> {
        let groups = figure::evidence(&town, lang, order, &[]);
        groups.into_iter().filter(|it| it.rows.iter().any(|row| row.id == id)).map(|it| it.title).collect()
    };
    for it in town.chain.measures.iter() {
        let id = format!("C-{}", it.id);
        let (field, lever) =
            (&town.fields.get(it.field).expect("a goal"), &town.levers.get(it.lever).expect("a lever"));
        assert!(titles(Order::Goal, &id)[0].contains(&field.name.de), "{id}");
        assert_eq!(titles(Order::Lever, &id), [lever.name.de.as_str()], "{id}");
    }
    // Trees are planted for the environment and change deaths, which belong to another goal.
    let [goal] = &titles(Order::Goal, "K009")[..] else { panic!("one goal") };
    let heat = town.indicators.iter().find(|it| it.id == "hitzetote_100k").expect("heat deaths");
    assert!(goal.contains(&town.fields.get(heat.field).expect("a goal").name.de), "{goal}");
}

#[test]
fn grades_come_in_order_and_can_be_left_out() {
    let town = town();
    let grades = |hidden: &[Kind]| -> Vec<Option<Grade>> {
        let groups = figure::evidence(&town, Lang::De, Order::Grade, hidden);
        // Links have a group of their own.
        let rows = groups.iter().flat_map(|group| &group.rows).filter(|row| !row.id.starts_with("M-"));
        rows.map(|row| row.grade).collect()
    };
    let all: Vec<Grade> = grades(&[]).into_iter().flatten().collect();
    assert!(all.is_sorted() && all.len() == town.chain.effects.len());
    let titles: Vec<String> =
        figure::evidence(&town, Lang::De, Order::Grade, &[]).into_iter().map(|it| it.title).collect();
    let names = Kind::ALL.map(|kind| figure::kind_name(kind, Lang::De));
    assert_eq!(titles, names, "grades first, then links and costs, then values by their basis");
    let is_extreme = |kind: &Kind| matches!(kind, Kind::Effect(Grade::A | Grade::D));
    let hidden: Vec<Kind> = Kind::ALL.into_iter().filter(|it| !is_extreme(it)).collect();
    let some = grades(&hidden);
    assert!(!some.is_empty() && some.iter().all(|it| matches!(it, Some(Grade::A | Grade::D))));
    assert_eq!(figure::evidence(&town, Lang::De, Order::Goal, &Kind::ALL), []);
}

/// A number as the page writes it.
fn read(text: &str, lang: Lang) -> f64 {
    let text = text.trim_matches(|it: char| it == '(' || it == ')' || it == '.');
    let plain = match lang {
        Lang::De => text.replace('.', "").replace(',', "."),
        Lang::En => text.replace(',', ""),
    };
    plain.replace('−', "-").parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

/// The same up to the last of four digits.
fn is_near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-3 * expected.abs()
}

/// Things, their noun, count, and the ends of the range of "10 things: 3 more people (2 to 4)."
fn change(number: &str, lang: Lang) -> (f64, String, f64, Option<(f64, f64)>) {
    let (things, change) = number.rsplit_once(": ").expect("things and what they change");
    let (things, noun) = things.split_once(' ').expect("a number of things");
    let change = change.trim_start_matches("ein Jahr später ").trim_start_matches("a year later ");
    let (bare, range) = match change.trim_end_matches('.').split_once(" (") {
        Some((bare, range)) => (bare, Some(range)),
        None => (change, None),
    };
    let range = range.map(|it| {
        let (near, far) = it.split_once(" bis ").or_else(|| it.split_once(" to ")).expect("two ends");
        (read(near, lang), read(far, lang))
    });
    let sign =
        if ["mehr", "more"].iter().any(|it| bare.split([' ', '.']).any(|word| word == *it)) { 1.0 } else { -1.0 };
    let count = read(bare.split(' ').next().expect("a count"), lang) * sign;
    (read(things, lang), noun.to_owned(), count, range)
}

fn counted(town: &Town, it: &UnitEffect) -> Count {
    let counts = it.indicator.and_then(|at| town.chain.counts.get(at));
    counts.cloned().flatten().expect("what has a number counts something")
}

#[test]
fn the_number_of_an_effect_is_the_one_of_the_data() {
    for (town, lang) in tellings() {
        let (found, mut told) = (Rows::of(&town, lang), 0);
        for it in town.chain.effects.iter().filter(|it| it.has_number()) {
            let row = found.get(&it.id);
            let (things, noun, count, range) = change(&row.number, lang);
            let measure = town.chain.measures.get(it.measure).expect("a measure");
            let expected = if things == 1.0 { &measure.one } else { &measure.many };
            assert_eq!(noun, lang.of(expected), "{}", row.number);
            assert!(row.number.contains(lang.of(&counted(&town, it).noun)), "{}", row.number);
            assert!(is_near(count / things, it.per_unit), "{}: {} and {}", it.id, row.number, it.per_unit);
            // Somebody can picture a tenth and more, of one thing or of a round number of them.
            assert!(count.abs() >= 0.1 && count.abs() != 1.0 && things.log10().fract() == 0.0, "{}", row.number);
            match it.range.filter(|(near, far)| near != far) {
                Some((near, far)) => {
                    let (low, high) = range.unwrap_or_else(|| panic!("{}: no range in {}", it.id, row.number));
                    assert!(is_near(low / things, near.abs()) && is_near(high / things, far.abs()), "{}", row.number);
                }
                None => assert_eq!(range, None, "{}", row.number),
            }
            let years = text::whole((it.delay * 3.0).ceil(), lang);
            let word = if lang == Lang::De { "Nach etwa" } else { "After about" };
            assert_eq!(row.terms.contains(&format!("{word} {years} ")), it.delay > 0.0, "{}", row.terms);
            assert_eq!(row.terms.contains(word), it.delay > 0.0, "{}", row.terms);
            assert_eq!(row.terms.contains((lang.method()).per_euro), it.is_per_euro, "{}", row.terms);
            told += 1;
        }
        assert!(told > 20, "{}: {told} numbers", town.id);
    }
}

#[test]
fn the_number_of_a_link_is_the_one_of_the_data() {
    for (town, lang) in tellings() {
        assert!(town.chain.links.len() > 5, "{}", town.id);
        let found = Rows::of(&town, lang);
        for it in &town.chain.links {
            let [from, to] = [it.from, it.to].map(|at| town.indicators.get(at).expect("an indicator").id.clone());
            let row = found.get(&format!("M-{from}-{to}"));
            let (things, _, count, range) = change(&row.number, lang);
            assert!(is_near(count / things, it.per_count), "{} and {}", row.number, it.per_count);
            if let Some((near, far)) = it.range.filter(|(near, far)| near != far) {
                let (low, high) = range.expect("a range");
                assert!(is_near(low / things, near.abs()) && is_near(high / things, far.abs()), "{}", row.number);
            }
        }
    }
}

/// "Gesucht, nichts gefunden" and "nichts Brauchbares gefunden" are two things, and only the first is a finding.
#[test]
fn what_has_no_number_says_why_and_never_reads_as_no_effect_unless_that_was_found() {
    for (town, lang) in tellings() {
        let words = lang.method();
        assert_ne!(words.found_nothing, words.found_unknown);
        let (found, mut met) = (Rows::of(&town, lang), BTreeSet::new());
        for it in &town.chain.effects {
            let row = found.get(&it.id);
            let says_none = ["keine Wirkung", "no effect"].iter().any(|none| said(row).contains(none));
            assert_eq!(says_none, it.finding == Finding::Nothing, "{}: {}", it.id, said(row));
            let expected = match (it.finding, it.has_number()) {
                (Finding::Nothing, _) => words.found_nothing.to_owned(),
                (Finding::Unknown, _) => words.found_unknown.to_owned(),
                (_, true) => row.number.clone(),
                // The town has no such indicator; the number is there and does nothing.
                (_, false) => (words.not_counted)(&text::trimmed(it.per_unit, 6, lang)),
            };
            assert_eq!(row.number, expected, "{}", it.id);
            met.insert((it.finding == Finding::Nothing, it.finding == Finding::Unknown, it.has_number()));
        }
        assert_eq!(met.len(), 4, "{}: a number, one that is not used, nothing found, nothing usable: {met:?}", town.id);
    }
}

#[test]
fn no_guess_and_nothing_borrowed_goes_without_saying_so() {
    let mut borrowed = [0, 0];
    for (town, lang) in tellings() {
        let words = lang.method();
        let found = Rows::of(&town, lang);
        let percent = format!("{}\u{a0}%", text::trimmed(D_IS_ZERO * 100.0, 1, lang));
        let links = town.chain.links.iter().map(|it| {
            let id = |at| town.indicators.get(at).map_or("", |it| it.id.as_str());
            (format!("M-{}-{}", id(it.from), id(it.to)), it.grade, it.is_borrowed, it.range.is_some())
        });
        let effects = town.chain.effects.iter().filter(|it| it.per_unit != 0.0);
        let effects = effects.map(|it| (it.id.clone(), it.grade, it.is_borrowed, it.range.is_some()));
        for (id, grade, is_borrowed, has_range) in effects.chain(links) {
            let row = found.get(&id);
            assert_eq!(row.grade, Some(grade));
            assert_eq!(row.terms.contains(&(words.may_vanish)(&percent)), grade == Grade::D, "{id}: {}", row.terms);
            assert_eq!(row.terms.contains(&(words.borrowed)(&town.short_name)), is_borrowed, "{id}: {}", row.terms);
            assert_eq!(row.terms.contains(words.no_range), !has_range, "{id}: {}", row.terms);
            borrowed[usize::from(town.id == "freiburg-2018")] += usize::from(is_borrowed);
        }
    }
    assert!(borrowed[0] == 0 && borrowed[1] > 20, "only Freiburg borrows: {borrowed:?}");
    // What has no range says that its grade takes the place.
    let mut town = town();
    let it = town.chain.effects.iter_mut().find(|it| it.id == "K044").expect("an effect");
    it.range = None;
    assert!(Rows::of(&town, Lang::De).get("K044").terms.contains(Lang::De.method().no_range));
}

/// Euros as the page writes them: "€16,500", "1,0 Mio. €".
fn euros(text: &str, lang: Lang) -> f64 {
    let text = text.replace(['€', '\u{a0}'], " ");
    let mut words = text.split_whitespace();
    let number = read(words.next().expect("a number"), lang);
    match words.next() {
        Some("Mio." | "million") => number * 1e6,
        _ => number,
    }
}

#[test]
fn a_unit_costs_what_the_data_say() {
    for (town, lang) in tellings() {
        let (found, words) = (Rows::of(&town, lang), lang.method());
        for it in town.chain.measures.iter() {
            let row = found.get(&format!("C-{}", it.id));
            let price = row.number.strip_prefix(&format!("1 {}: ", lang.of(&it.one))).expect("one unit");
            let (cost, rest) = price.split_once(" (").expect("a range");
            let (range, _) = rest.split_once("), ").expect("its end");
            let (low, high) = range.split_once(" bis ").or_else(|| range.split_once(" to ")).expect("two ends");
            let found = [cost, low, high].map(|it| euros(it, lang));
            // As it stands there: cents below a thousand euros, tenths of millions from one on, whole euros between.
            let shown = |value: f64| match value {
                ..1e3 => (value * 100.0).round() / 100.0,
                1e6.. => (value / 1e5).round() / 10.0 * 1e6,
                _ => value.round(),
            };
            assert_eq!(found, [it.unit_cost, it.cost_range.0, it.cost_range.1].map(shown), "{}", row.number);
            assert_eq!(it.indexed_from.is_some(), town.price_index.is_some(), "{}", it.id);
            assert!(row.number.contains(&it.year.to_string()), "{}", row.number);
            assert_eq!(row.sentence, (words.bought_by)(lang.of(&town.levers.get(it.lever).unwrap().name), it.is_usual));
            let number = |value: f64| text::trimmed(value, 2, lang);
            let years = |value: f64, said: fn(&str) -> String| said(&number(value));
            assert!(row.terms.contains(&(words.lives)(&number(it.life), it.kind)), "{}", row.terms);
            let starts = years(f64::from(it.starts_after), words.starts_after);
            assert_eq!(row.terms.contains(&starts), it.starts_after > 0, "{}", row.terms);
            let granted = (words.granted)(&format!("{}\u{a0}%", number(it.grant_share.get() * 100.0)));
            assert_eq!(row.terms.contains(&granted), it.grant_share.get() > 0.0, "{}", row.terms);
            for (value, told) in [(it.follow_cost, words.follow_cost), (it.saving, words.saving)] {
                let head = told("|").split('|').next().unwrap_or_default().to_owned();
                assert_eq!(row.terms.contains(&head), value > 0.0, "{}", row.terms);
                if let Some((_, rest)) = row.terms.split_once(&head) {
                    let amount = if lang == Lang::De { rest.split(" im").next() } else { rest.split(" a year").next() };
                    assert_eq!(euros(amount.unwrap_or_default(), lang), shown(value), "{}", row.terms);
                }
            }
            let most = it.most_per_year.map_or(words.no_most.to_owned(), |most| years(most, words.most_per_year));
            assert!(row.terms.contains(&most), "{}", row.terms);
            // Freiburg plans in euros of 2018; the catalogue's prices are of 2026 and were brought there.
            assert_eq!(row.terms.contains(&(words.other_prices)(town.year.0)), it.year != town.year.0);
            let indexed = town.price_index.as_ref().map(|index| {
                (words.indexed)(index.year, &number(index.value), town.year.0, (lang.texts().basis)(index.basis))
            });
            assert!(indexed.is_none_or(|said| row.terms.contains(&said)), "{}", row.terms);
            assert_eq!(row.seen, (lang.texts().seen)(it.seen));
        }
    }
}

/// What others pay of a service is told as it is for its lever.
#[test]
fn a_service_is_reimbursed_as_its_lever_is() {
    let town = town();
    let found = Rows::of(&town, Lang::En);
    let told = |it: &Measure| found.get(&format!("C-{}", it.id)).terms.contains("is reimbursed by others");
    let share = |it: &Measure| town.levers.get(it.lever).expect("a lever").reimbursement();
    let services = town.chain.measures.iter().filter(|it| it.grant_share.get() == 0.0);
    let is_service = |it: &&Measure| it.kind == zukunftshaushalt::model::MeasureKind::Service;
    let (paid, unpaid): (Vec<_>, Vec<_>) = services.filter(is_service).partition(|it| share(it) > 0.0);
    assert!(paid.len() > 3 && unpaid.len() > 3);
    assert!(paid.into_iter().all(told) && !unpaid.into_iter().any(told));
}

#[test]
fn a_number_of_the_town_is_told_beside_the_one_it_replaces() {
    let numbers = muenster().text("chain/numbers.csv").expect("numbers").trim_end().to_owned();
    let more = "
unit_cost;kita_platz;17000;16500;18000;2026;official;Jugendamt;Youth office;https://example.org/a;primary;Abrechnung des Vorjahres.;Account of last year.
life;pv_kwp;27.5;;;2025;estimate;Gebäudeamt;Buildings office;;secondary;Eigene Anlagen halten länger.;Own plants last longer.
starts_after;kita_bau;4;;;2025;estimate;Gebäudeamt;Buildings office;;secondary;Vergaben dauern.;Tenders take time.
most_per_year;housing_first;12;;;2025;assumption;Sozialamt;Social services;;recalled;Mehr Wohnungen gibt es nicht.;There are no more flats.
per_unit;K044;0.07;0.03;0.1;2025;estimate;Statistik;Statistics;;computed;Eigene Zählung.;Own count.
";
    let town = load(&muenster().with("chain/numbers.csv", &[&numbers, more].concat())).expect("the pack loads");
    assert!(OwnNumberOf::PerUnit == town.chain.own.last().expect("own numbers").of);
    for (lang, id, both, source) in [
        (
            Lang::De,
            "C-kita_platz",
            "17.000\u{a0}€ statt 16.500\u{a0}€ im Katalog (Stand 2026, amtlich). Abrechnung",
            "Jugendamt",
        ),
        (
            Lang::En,
            "C-kita_platz",
            "€17,000 instead of €16,500 in the catalogue (as of 2026, official). Account",
            "Youth office",
        ),
        (Lang::De, "C-pv_kwp", "27,5 statt 25 im Katalog", "Gebäudeamt (nach einer anderen Quelle)"),
        (Lang::De, "C-kita_bau", "4 statt 3 im Katalog", "Gebäudeamt (nach einer anderen Quelle)"),
        (Lang::De, "C-housing_first", "12 statt 30 im Katalog", "Sozialamt (noch nicht belegt)"),
        (Lang::De, "K044", "0,07 statt 0,055 im Katalog (Stand 2025, Schätzung). Eigene Zählung.", "Statistik"),
        (Lang::De, "B-u3_versorgung", "7.464 (Stand 2024, amtlich)", "Kinder unter drei"),
    ] {
        let found = Rows::of(&town, lang);
        let row = found.get(id);
        assert!(row.terms.contains(both), "{}", row.terms);
        assert!([&row.terms, &row.source].iter().any(|it| it.contains(source)), "{} {}", row.terms, row.source);
    }
    let found = Rows::of(&town, Lang::De);
    // What was computed for the catalogue does not stand beside another number.
    assert_eq!(found.get("K044").arithmetic, "");
    assert!(found.get("K044").number.starts_with("100 Plätze in Kita oder Tagespflege für ein Jahr: 7 Frauen"));
    assert!(found.get("C-kita_platz").number.contains("17.000\u{a0}€ (16.500\u{a0}€ bis 18.000\u{a0}€)"));
    // Nobody else says that a number is the town's own.
    let own: BTreeSet<&str> = town.chain.own.iter().map(|it| it.key.as_str()).collect();
    for row in rows(&town, Lang::De).iter().filter(|it| it.terms.contains("Eigene Zahl der Stadt")) {
        assert!(
            own.contains(row.id.trim_start_matches(['C', 'B', '-'])) || own.contains(row.id.as_str()),
            "{}",
            row.id
        );
    }
}

#[test]
fn the_page_counts_how_much_of_the_evidence_has_a_number_and_was_read() {
    let mut town = town();
    assert!(
        figure::evidence_said(&town, Lang::De).starts_with("Bei 62 von 107 Wirkungen steht eine Zahl; zu 55 davon"),
        "{}",
        figure::evidence_said(&town, Lang::De)
    );
    assert!(figure::evidence_said(&town, Lang::En).starts_with("There is a number for 62 of 107 effects"));
    let numbers = |town: &Town| -> Vec<usize> {
        let said = figure::evidence_said(town, Lang::De).replace("einer dieser", "1 dieser");
        said.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect()
    };
    let count = |town: &Town, is: &dyn Fn(&UnitEffect) -> bool| town.chain.effects.iter().filter(|it| is(it)).count();
    let expected = |town: &Town| {
        vec![
            count(town, &|it| it.per_unit != 0.0),
            town.chain.effects.len(),
            count(town, &UnitEffect::has_number),
            count(town, &|it| it.finding == Finding::Nothing),
            count(town, &|it| it.finding == Finding::Unknown),
            count(town, &|it| it.seen == Seen::Primary),
            town.chain.measures.iter().filter(|it| it.seen == Seen::Primary).count(),
            town.chain.measures.len(),
        ]
    };
    assert_eq!(numbers(&town), expected(&town));
    // Counted, not written down.
    town.chain.effects.retain(|it| !matches!(it.id.as_str(), "K001" | "K003" | "K013" | "K014"));
    town.chain.effects.iter_mut().filter(|it| it.id == "K044").for_each(|it| it.seen = Seen::Primary);
    town.chain.measures.iter_mut().take(20).for_each(|it| it.seen = Seen::Primary);
    assert_eq!(numbers(&town), expected(&town));
    assert_eq!(numbers(&town)[..5], [60, 103, 54, 19, 24]);
}

#[test]
fn everything_that_is_taken_as_given_has_a_row_with_its_basis_and_source() {
    for (town, lang) in tellings() {
        let found = Rows::of(&town, lang);
        let of =
            |kind: char| found.0.values().filter(|row| row.id.starts_with(&format!("{kind}-"))).collect::<Vec<_>>();
        let basis = [Basis::Official, Basis::Estimate, Basis::Assumption].map(lang.texts().basis);
        for kind in ['R', 'W', 'S', 'Z', 'Q', 'N', 'T', 'F', 'A'] {
            assert!(!of(kind).is_empty(), "{kind}");
            assert!(of(kind).iter().all(|row| basis.contains(&row.seen) && row.grade.is_none()), "{kind}");
        }
        let counts = ['R', 'B', 'S', 'Z', 'Q', 'T', 'A', 'L'].map(|kind| of(kind).len());
        let lines = town.levers.iter().map(|it| it.lines.len()).sum();
        let shown = [
            town.indicators.len(),
            town.chain.counts.iter().flatten().count(),
            town.taxes.len(),
            lines,
            town.fairness.uses.len(),
            town.shocks.len(),
            town.assumptions.len(),
            town.chain.left_out.len(),
        ];
        assert_eq!(counts, shown);
        for it in &town.assumptions {
            let row = found.get(&format!("A-{}", it.id));
            assert_eq!((row.sentence.as_str(), row.seen), (lang.of(&it.text), (lang.texts().basis)(it.basis)));
            assert_eq!(Some(row.source.as_str()), town.source(&it.source).map(|it| lang.of(&it.text)));
        }
        for it in town.taxes.iter() {
            let row = found.get(&format!("S-{}", it.id));
            assert_eq!(row.seen, (lang.texts().basis)(it.basis), "{}", row.title);
        }
        // What a lever's money is taken to do names the source of the whole file.
        let levers = town.source(town.origin(Origin::Levers)).map(|it| lang.of(&it.text));
        assert!(of('Z').iter().all(|row| Some(row.source.as_str()) == levers));
    }
    let said: Vec<String> = rows(&town(), Lang::De).into_iter().map(|row| row.sentence).collect();
    assert!(said.contains(&"Gerechnet wird mit 1,5\u{a0}% (Stand 2026).".to_owned()));
}

/// Ends of the scale and what is counted, for every indicator; whether anything leads there.
#[test]
fn each_indicator_says_what_it_counts_and_where_its_scale_ends() {
    for (town, lang) in tellings() {
        let found = Rows::of(&town, lang);
        for (at, it) in town.indicators.pairs() {
            let scale = found.get(&format!("R-{}", it.id));
            for end in [it.scale.worst, it.scale.best] {
                assert!(scale.sentence.contains(&text::trimmed(end, it.decimals, lang)), "{}", scale.sentence);
            }
            let chain = &town.chain;
            let is_moved = chain.effects.iter().any(|effect| effect.has_number() && effect.indicator == Some(at))
                || chain.links.iter().any(|link| link.to == at);
            let observed = if lang == Lang::De { "Wird nur beobachtet" } else { "Only observed" };
            assert_eq!(scale.sentence.contains(observed), !is_moved, "{}: {}", it.id, scale.sentence);
            let Some(count) = chain.counts.get(at).cloned().flatten() else { continue };
            let row = found.get(&format!("B-{}", it.id));
            let noun = lang.of(&count.noun);
            assert!(row.sentence.to_lowercase().starts_with(&noun.to_lowercase()), "{}", row.sentence);
            let base = match &count.base {
                CountBase::Ages(ages) => town.population.within(*ages, 0),
                CountBase::Fixed(base) => *base,
            };
            if base != 1.0 {
                assert!(row.sentence.contains(&text::whole(base, lang)), "{}", row.sentence);
            }
            let divided = if lang == Lang::De { "geteilt durch" } else { "divided by" };
            assert_eq!(row.sentence.contains(divided), count.per != 1.0, "{}", row.sentence);
            let own = chain.own.iter().find(|own| own.of == OwnNumberOf::CountBase && own.key == it.id);
            let source = match (own, &count.base) {
                (Some(own), _) => lang.of(&own.source),
                (None, CountBase::Ages(_)) => {
                    lang.of(&town.source(town.origin(Origin::Population)).expect("a source").text)
                }
                (None, CountBase::Fixed(_)) => {
                    town.source(&count.source).map_or(lang.method().catalogue, |it| lang.of(&it.text))
                }
            };
            assert_eq!(row.source, source, "{}", it.id);
            // A place that somebody can go to, and no file of this repository.
            assert!(row.source.contains(' ') && !row.source.starts_with("catalogue/"), "{}", row.source);
        }
    }
    let noise = |town: &Town, id: &str| Rows::of(town, Lang::De).get(id).sentence.clone();
    let [muenster, freiburg] = towns();
    assert!(noise(&muenster, "R-thg_ew").contains("gemessen an ihren eigenen Werten"));
    assert!(noise(&muenster, "R-kinderarmut").contains("der mittlere Wert der anderen Kennzahlen"));
    assert!(noise(&freiburg, "R-thg_ew").contains("der übliche Wert aus den Daten der Stadt: 0,15 Punkte"));
}

/// What the model sets stands there as the code has it.
#[test]
fn what_the_model_sets_is_told_from_its_constants() {
    for lang in LANGS {
        let found = Rows::of(&town(), lang);
        let said = |key: &str| found.get(&format!("F-{key}")).sentence.clone();
        let number = |value: f64| text::trimmed(value, 4, lang);
        for grade in [Grade::A, Grade::B, Grade::C, Grade::D] {
            let letter = format!("{grade:?}");
            assert!(
                ["bei", "at"]
                    .iter()
                    .any(|at| said("spread").contains(&format!("{} {at} {letter}", number(spread(grade)))))
            );
        }
        for (key, value) in [
            ("members", text::whole(MEMBERS as f64, lang)),
            ("range", number(TENTH)),
            ("grade_d", format!("{}\u{a0}%", number(D_IS_ZERO * 100.0))),
            ("times", number(TIMES)),
            ("loops", number(LARGEST_RADIUS)),
        ] {
            assert!(said(key).contains(&value), "{key}: {value} is not in {}", said(key));
        }
    }
}

#[test]
fn a_figure_that_the_pack_lacks_has_no_row() {
    let mut town = town();
    let count = |town: &Town| rows(town, Lang::De).iter().filter(|row| row.id.starts_with("W-")).count();
    let all = count(&town);
    town.finance.liquid_funds = None;
    town.fairness.co2_budget = None;
    assert_eq!(count(&town), all - 2);
    assert!(rows(&town, Lang::De).iter().all(|row| row.id != "W-liquid_funds" && row.id != "W-co2_budget"));
    // A figure keeps its name where others are missing.
    assert_eq!(Rows::of(&town, Lang::De).get("W-damage_high").title, "Schaden je Tonne CO2, wenn alle gleich zählen");
}

/// A row that reads the same in both languages was written once.
#[test]
fn both_languages_say_everything_in_their_own_words() {
    for town in towns() {
        let [german, english] = LANGS.map(|lang| rows(&town, lang));
        for (de, en) in german.iter().zip(&english) {
            assert_eq!((&de.id, de.grade, &de.url), (&en.id, en.grade, &en.url));
            let pairs = [
                (&de.title, &en.title),
                (&de.sentence, &en.sentence),
                (&de.number, &en.number),
                (&de.terms, &en.terms),
            ];
            for (de_said, en_said) in &pairs[1..] {
                assert_eq!(de_said.is_empty(), en_said.is_empty(), "{}", de.id);
                assert!(de_said.is_empty() || de_said != en_said, "{}: {de_said}", de.id);
            }
        }
        let [german, english] = LANGS.map(|lang| figure::formulas(&town, lang));
        for ((_, de), (_, en)) in german.iter().zip(&english) {
            for (de, en) in de.iter().zip(en) {
                assert_eq!(de.letters, en.letters);
                assert!(de.said.iter().zip(en.said).all(|(de, en)| *de != en), "{:?}", de.said);
            }
        }
        assert_ne!(figure::evidence_said(&town, Lang::De), figure::evidence_said(&town, Lang::En));
    }
}

#[test]
fn every_metric_tells_where_its_figures_come_from() {
    let town = town();
    for lang in LANGS {
        for how in figure::profile_how(&town, lang) {
            assert!(!how.sources.is_empty(), "{}", how.question);
            assert!(how.sources.iter().all(|it| it.len() > 20), "{:?}", how.sources);
        }
    }
}

/// The profile and the page of formulas say the same, because it is the same.
#[test]
fn every_metric_has_its_formulas_from_the_page_of_formulas_and_names_no_source_twice() {
    for (town, lang) in towns().into_iter().flat_map(|town| LANGS.map(|lang| (town.clone(), lang))) {
        let chapters = figure::formulas(&town, lang);
        let page: Vec<_> = chapters.iter().flat_map(|(_, all)| all).collect();
        let metrics = figure::profile_how(&town, lang);
        assert_eq!(metrics.len(), Metric::ALL.len());
        let mut used = Vec::new();
        for how in &metrics {
            assert!(!how.formulas.is_empty() && how.plain.ends_with('.'), "{}: {}", how.question, how.plain);
            assert!(how.formulas.iter().all(|it| page.contains(&it)), "{}", how.question);
            // A formula stands in its own line and not in the words as well.
            assert!(!how.plain.contains(" = ") && !how.plain.contains('·'), "{}", how.plain);
            let different: BTreeSet<&String> = how.sources.iter().collect();
            assert_eq!(different.len(), how.sources.len(), "{}: {:?}", how.question, how.sources);
            used.extend(how.formulas.iter().map(|it| it.letters));
        }
        let different: BTreeSet<&&str> = used.iter().collect();
        assert_eq!(different.len(), used.len(), "no formula stands for two metrics: {used:?}");
    }
}

/// Everything about law that the page of a town says, or could say under other law.
fn about_law(town: &Town, lang: Lang) -> Vec<String> {
    let formulas = figure::formulas(town, lang).into_iter().flat_map(|(_, all)| all).flat_map(|it| it.said);
    let mut said: Vec<String> = formulas.map(str::to_owned).collect();
    said.extend(figure::profile_how(town, lang).into_iter().flat_map(|it| [vec![it.plain], it.sources].concat()));
    said.extend(rows(town, lang).into_iter().flat_map(|it| [it.title, it.sentence, it.number, it.caveat, it.source]));
    said.extend(town.sources.iter().map(|it| lang.of(&it.text).to_owned()));
    let bases = town.levers.iter().flat_map(|it| &it.lines).map(|it| lang.of(&it.legal_basis).to_owned());
    said.extend(bases);
    let (scenario, calm) = (Scenario::default(), simulate(town, &Scenario::default()));
    let it = figure::Telling { town, scenario: &scenario, projection: &calm, ranges: &List::default(), lang };
    let law = figure::law_figure(it);
    said.extend([vec![law.sentence], law.facts].concat());
    said
}

#[test]
fn no_town_is_told_the_law_of_another_land() {
    let nrw = ["KomHVO", "NRW", "Nordrhein-Westfalen", "North Rhine-Westphalia", "Haushaltssicherung"];
    let bw = ["GemHVO", "GemO", " BW", "Baden-Württemberg"];
    // News from elsewhere may name a Land; only what speaks of law is meant.
    let speaks_of_law =
        |it: &str| ["§", "section", "ordnung", "Haushaltsrecht", "udget law"].iter().any(|word| it.contains(word));
    for (town, lang) in towns().into_iter().flat_map(|town| LANGS.map(|lang| (town.clone(), lang))) {
        let (own, foreign) = if town.law == LawProfile::Nrw { (&nrw[..], &bw[..]) } else { (&bw[..], &nrw[..]) };
        let said: Vec<String> = about_law(&town, lang).into_iter().filter(|it| speaks_of_law(it)).collect();
        let named = |words: &[&str]| {
            said.iter().filter(|it| words.iter().any(|word| it.contains(word))).cloned().collect::<Vec<_>>()
        };
        assert_eq!(named(foreign), Vec::<String>::new(), "{}", town.id);
        assert!(named(own).len() > 5, "{}: its own law is named: {:?}", town.id, named(own));
    }
}

/// The paragraphs are those of the town's own Land. Where rules of another Land stand in, the town is told so, under its
/// own Land's name and without a paragraph that does not hold there.
#[test]
fn rules_of_another_land_bring_no_paragraphs_of_it() {
    let elsewhere = |files: zukunftshaushalt::pack::Files, from: (&str, &str), to: (&str, &str)| {
        let head = files.text("pack.csv").expect("a head");
        let head = head.replace(&format!("state;{}", from.0), &format!("state;{}", to.0));
        let head = head.replace(&format!("ags;{}", from.1), &format!("ags;{}", to.1));
        load(&files.clone().with("pack.csv", &head)).expect("the pack loads")
    };
    let (hesse, bavaria) =
        (elsewhere(muenster(), ("NW", "05"), ("HE", "06")), elsewhere(freiburg(), ("BW", "08"), ("BY", "09")));
    // Freiburg's rules with known reserves as well, so that every sentence is told.
    let carried = Town { law: LawProfile::Bw, ..hesse.clone() };
    assert_eq!((hesse.state, hesse.law, bavaria.state), (Land::He, LawProfile::Nrw, Land::By));
    let foreign = ["§", "NRW", "GemO", "KomHVO", "Nordrhein-Westfalen", "North Rhine-Westphalia", "Baden-Württemberg"];
    let lowest = hesse.taxes.pairs().map(|(at, tax)| (at, tax.range.0));
    let due = Scenario { taxes: lowest.collect(), ..Scenario::default() };
    for (town, names) in
        [(&hesse, ["Hessen", "Hesse"]), (&carried, ["Hessen", "Hesse"]), (&bavaria, ["Bayern", "Bavaria"])]
    {
        for (lang, name) in LANGS.into_iter().zip(names) {
            for scenario in [Scenario::default(), due.clone()] {
                let projection = simulate(town, &scenario);
                let it = figure::Telling {
                    town,
                    scenario: &scenario,
                    projection: &projection,
                    ranges: &List::default(),
                    lang,
                };
                let law = figure::law_figure(it);
                assert!(law.sentence.contains(name), "{}", law.sentence);
                // Münster's deficits would be carried and taken from a large capital, which is no breach.
                assert_eq!(law.is_due, scenario == due && town.law == LawProfile::Nrw);
                let stands = figure::resilience_figure(it);
                let mut said = [vec![law.sentence, law.unit, law.chart, stands.sentence], law.facts].concat();
                said.extend(
                    figure::formulas(town, lang)
                        .into_iter()
                        .flat_map(|(_, all)| all)
                        .flat_map(|it| it.said)
                        .map(str::to_owned),
                );
                said.extend(figure::profile_how(town, lang).into_iter().map(|it| it.plain));
                for said in said {
                    assert!(!foreign.iter().any(|word| said.contains(word)), "{said}");
                }
            }
        }
    }
}

/// A key of another Land is refused, and so is a Land that there is not.
#[test]
fn a_land_is_one_and_that_of_the_municipality_key() {
    for (from, to, told) in [
        ("state;NW", "state;HE", "pack.csv, line 6: ags: expected a key of the Land, 06…, found 05515000"),
        ("state;NW", "state;NRW", "pack.csv, line 7: value: unknown variant `NRW`, expected one of `SH`, `HH`, "),
        ("law;nrw", "law;nwr", "pack.csv, line 8: value: unknown variant `nwr`, expected `nrw` or `bw`"),
    ] {
        let head = muenster().text("pack.csv").expect("a head").replace(from, to);
        let problems = load(&muenster().with("pack.csv", &head)).expect_err("the pack is refused");
        assert!(problems[0].to_string().starts_with(told), "{}", problems[0]);
    }
}

/// A town within a Kreis says what it pays to it, by name, in a line that nobody can move.
#[test]
fn a_town_within_a_kreis_shows_its_levy() {
    let text = |file: &str| muenster().text(file).expect("a file").to_string();
    let within = muenster().with("pack.csv", &text("pack.csv").replace("ags;05515000", "ags;05566028"));
    let problems = load(&within).expect_err("the pack is refused");
    let told = "levers.csv: expected a fixed lever \"kreisumlage\" with money for a town that belongs to a Kreis";
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [told]);
    let levy = "kreisumlage;fixed;operating;Kreisumlage;District levy;Was die Stadt an ihren Kreis zahlt.;What the town pays to its district.\n";
    let (rest, own) = ("finanzen;1601;1;;;", "finanzen;1601;0.25;Der Rest.;The rest.;");
    let line = text("lever_lines.csv").lines().find(|it| it.starts_with(rest)).expect("a line").to_owned();
    let levied = line.replacen(rest, "kreisumlage;1601;0.75;Die Umlage.;The levy.;", 1);
    let lines = text("lever_lines.csv").replace(rest, own) + &levied + "\n";
    let town = load(&within.with("levers.csv", &(text("levers.csv") + levy)).with("lever_lines.csv", &lines));
    let town = town.expect("the pack loads");
    let whole = load(&muenster()).expect("the pack loads");
    assert_eq!(town.fixed(), whole.fixed());
    let sums = |lang| figure::sums(&town, &Scenario::default(), figure::Mode::Total, lang).fixed;
    // Three quarters of 171,675,300 €.
    assert!(
        sums(Lang::De).iter().any(|(name, amount)| name == "Kreisumlage" && amount.starts_with("128,8")),
        "{:?}",
        sums(Lang::De)
    );
    assert!(sums(Lang::En).iter().any(|(name, _)| name == "District levy"));
}

/// The heading and the sum count the goals of the town.
#[test]
fn the_number_of_goals_is_the_towns() {
    for (lang, count, heading, sum) in [
        (Lang::De, 9, "nach neun Nachhaltigkeitszielen", "Neun Ziele zusammen"),
        (Lang::En, 9, "by nine sustainability goals", "Nine goals together"),
        (Lang::De, 1, "nach einem Nachhaltigkeitsziel", "Ein Ziel"),
        (Lang::En, 17, "by 17 sustainability goals", "17 goals together"),
    ] {
        let texts = lang.texts();
        assert!((texts.heading)("Stadt", 2026, count).ends_with(heading), "{}", (texts.heading)("Stadt", 2026, count));
        assert_eq!((texts.goals_sum)(count), sum);
        let mut town = load(&muenster()).expect("the pack loads");
        let field = town.fields.first().expect("a goal").clone();
        town.fields = vec![field; count].into();
        assert_eq!(figure::sums(&town, &Scenario::default(), figure::Mode::Total, lang).goals_name, sum);
    }
}

/// §§ 24 and 25 GemHVO stand together, and whoever reads on finds how each was read.
#[test]
fn the_budget_law_of_baden_wuerttemberg_is_named_alike_everywhere() {
    let town = load(&freiburg()).expect("the pack loads");
    for lang in LANGS {
        let said: Vec<String> = about_law(&town, lang).into_iter().map(|it| it.replace('\u{a0}', " ")).collect();
        let named: Vec<&String> =
            said.iter().filter(|it| it.contains("GemHVO") || it.contains("Gemeindehaushaltsverordnung")).collect();
        let pair = named.iter().filter(|it| ["24 und 25", "24 and 25"].iter().any(|pair| it.contains(pair)));
        assert!(pair.count() >= 3, "formula, law and assumption: {named:?}");
        assert!(named.iter().all(|it| !it.contains("23")), "§ 23 says nothing on it: {named:?}");
    }
}

/// Each statute has its date and how it was read; nothing of it is only remembered.
#[test]
fn every_statute_is_told_with_its_date_and_how_it_was_read() {
    for (town, lang) in towns().into_iter().flat_map(|town| LANGS.map(|lang| (town.clone(), lang))) {
        let statute = BudgetLaw::of(&town).statute.expect("its own law");
        let said = about_law(&town, lang);
        for it in statute.readings {
            let (date, seen) = (lang.date(it.as_of), (lang.texts().seen)(it.seen));
            let what = if lang == Lang::De { it.what.0 } else { it.what.1 };
            let told: Vec<&String> = said.iter().filter(|said| said.contains(what)).collect();
            assert!(told.len() >= 2, "beside the law and beside the reserves: {told:?}");
            assert!(told.iter().all(|said| said.contains(&date) && said.contains(seen)), "{told:?}");
        }
    }
}

/// An all-clear never stands alone: whether the budget is balanced, and what needs approval, stands right behind it.
#[test]
fn an_all_clear_says_whether_the_budget_is_balanced() {
    let (town, calm) = (load(&muenster()).expect("the pack loads"), Scenario::default());
    let told = |town: &Town, scenario: &Scenario, lang| {
        let projection = simulate(town, scenario);
        let it = figure::Telling { town, scenario, projection: &projection, ranges: &List::default(), lang };
        let law = figure::law_figure(it);
        [vec![law.sentence], law.facts].concat()
    };
    let said = told(&town, &calm, Lang::De);
    assert_eq!(
        said[..5],
        [
            "Kein Haushaltssicherungskonzept nötig (§ 76 GO NRW). Ausgeglichen ist der Haushalt trotzdem nicht: Die allgemeine Rücklage sinkt, das muss die Bezirksregierung genehmigen.",
            "Der Haushalt ist 2026 bis 2030 nicht ausgeglichen: Erträge und Ausgleichsrücklage reichen nicht (§ 75 Abs. 2 GO NRW). Was aus der allgemeinen Rücklage kommt, braucht eine Genehmigung (§ 75 Abs. 4 GO NRW).",
            "Schon gut 4,1\u{a0}Mio.\u{a0}€ weniger im Jahr führen in die Haushaltssicherung, allein 2028 sind es gut 4,6\u{a0}Mio.\u{a0}€.",
            "2028 bis 2030: Der Plan rechnet mit 7,0\u{a0}Mio.\u{a0}€, 8,0\u{a0}Mio.\u{a0}€ und 9,0\u{a0}Mio.\u{a0}€ pauschaler Einsparung (globaler Minderaufwand) und sagt nicht, wo. Bis zu 2\u{a0}% der Aufwendungen sind dafür erlaubt, das ist eingehalten. Ohne diese Einsparung wäre 2028 ein Haushaltssicherungskonzept Pflicht.",
            "Statt die allgemeine Rücklage gleich zu nehmen, darf die Stadt einen Fehlbetrag bis zu drei Jahre vortragen (§ 79 Abs. 3, § 84 Abs. 2 GO NRW). Auch das braucht eine Genehmigung, und die Aufsicht kann dann ein Haushaltssicherungskonzept verlangen.",
        ]
    );
    // The same form the other way: what is mandatory, why, whether it is balanced, and the way back.
    let lowest = Scenario { taxes: town.taxes.pairs().map(|(at, tax)| (at, tax.range.0)).collect(), ..calm.clone() };
    let said = told(&town, &lowest, Lang::De);
    assert!(
        said[0].starts_with("Ein Haushaltssicherungskonzept ist 2028 Pflicht (§ 76 Abs. 1 Nr. 2 GO NRW): Die"),
        "{}",
        said[0]
    );
    assert!(
        said[0].contains(
            "Ausgeglichen ist der Haushalt auch nicht, das ist er schon im Plan nicht: Die allgemeine Rücklage sinkt"
        ),
        "{}",
        said[0]
    );
    assert!(
        said[2].starts_with("Erst knapp ") && said[2].ends_with("führen aus der Haushaltssicherung."),
        "{}",
        said[2]
    );
    // With surpluses it is balanced, and nobody has to approve anything.
    let mut rich = town.clone();
    rich.reserves.iter_mut().for_each(|it| it.result = Money::from_euros(1e6));
    for (lang, balanced) in
        [(Lang::De, "Ausgeglichen ist der Haushalt auch: "), (Lang::En, "The budget is balanced as well: ")]
    {
        let said = told(&rich, &calm, lang);
        assert!(said[0].contains(balanced), "{}", said[0]);
        assert!(!said.iter().any(|it| ["Genehmigung", "approval"].iter().any(|word| it.contains(word))), "{said:?}");
    }
    // Where only the draft is not balanced, nothing is said of the plan.
    let lowered = told(&rich, &lowest, Lang::De);
    assert!(lowered[0].contains("Haushalt trotzdem nicht: ") || lowered[0].contains("Haushalt auch nicht: "));
    // A town within a Kreis has another authority.
    let small = Town { ags: "05515004".to_owned(), ..town };
    assert!(told(&small, &calm, Lang::De)[0].contains("das muss die Kommunalaufsicht genehmigen"));
    // Carrying forward is within the law of Baden-Württemberg, and no alarm.
    let freiburg = load(&freiburg()).expect("the pack loads");
    let reserves = small.reserves.iter().take(3).map(|it| ReserveYear { year: Year(it.year.0 - 6), ..it.clone() });
    let carried = Town { reserves: reserves.collect(), ..freiburg };
    let projection = simulate(&carried, &calm);
    let it = figure::Telling {
        town: &carried,
        scenario: &calm,
        projection: &projection,
        ranges: &List::default(),
        lang: Lang::De,
    };
    let law = figure::law_figure(it);
    assert!(
        !law.is_due && law.sentence.contains("Ein Fehlbetrag wird vorgetragen, das ist drei Jahre lang erlaubt"),
        "{}",
        law.sentence
    );
}

/// The basis of what the pack says beforehand is the one its own words name.
#[test]
fn an_assumption_that_calls_itself_one_is_one() {
    for town in towns() {
        for it in &town.assumptions {
            let said = |word: &str| it.text.de.starts_with(word);
            assert_eq!(said("Schätzung:"), it.basis == Basis::Estimate, "{}", it.id);
            assert!(!said("Annahme:") || it.basis == Basis::Assumption, "{}", it.id);
            let source = town.source(&it.source).map(|it| it.seen);
            assert!(
                it.basis != Basis::Official || !matches!(source, None | Some(Seen::Recalled | Seen::Computed)),
                "{}",
                it.id
            );
        }
        for id in ["haushaltsrecht", "einwohner"] {
            assert!(town.assumptions.iter().any(|it| it.id == id && it.basis == Basis::Official), "{}: {id}", town.id);
        }
    }
}

/// How much is known is counted from the series, and changes with them.
#[test]
fn the_page_says_how_many_trends_fluctuations_and_back_tests_there_are() {
    for town in towns() {
        let count = |least: usize| town.indicators.iter().filter(|it| it.series.len() >= least).count();
        let expected = [town.indicators.len(), count(5), count(3), count(8)];
        let mut more = town.clone();
        let longest = more.indicators.iter().max_by_key(|it| it.series.len()).expect("there are some").clone();
        more.indicators.push(longest);
        for lang in LANGS {
            let [said, shared, middle] = figure::known_figure(&town, lang);
            let [other, ..] = figure::known_figure(&more, lang);
            assert_ne!(said, other);
            let sentences: Vec<&str> = said.split(". ").collect();
            let says = |at: usize, count: usize| {
                let word = match (count, lang) {
                    (0, Lang::De) => "keine".to_owned(),
                    (0, Lang::En) => "none".to_owned(),
                    (1, Lang::De) => "eine".to_owned(),
                    (1, Lang::En) => "one".to_owned(),
                    (some, _) => some.to_string(),
                };
                let sentence = sentences[at].to_lowercase();
                let mut words = sentence.split(|it: char| !it.is_alphanumeric());
                words.any(|it| it == word || it == format!("{word}r"))
            };
            let [all, trend, noise, back_test] = expected;
            assert_eq!(sentences.len(), 3, "{said}");
            for (at, count) in [(0, all), (0, trend), (1, noise), (2, back_test)] {
                assert!(says(at, count), "{count} is not in sentence {at} of: {said}");
            }
            assert!(shared.ends_with('.') && middle.contains(if lang == Lang::De { "1.000" } else { "1,000" }));
        }
    }
}
