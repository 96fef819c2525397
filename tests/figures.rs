//! What the sentences about moved money say, checked against the money itself.

use std::sync::LazyLock;

use zukunftshaushalt::figure::{
    Mode, Telling, bought_of, bought_order, certainty, change_list, generations, goal_parts, indicator, lever_figure,
    meter, movable_share, profile_figure, reimbursed, shift_figure, span_note, sums, tax_figure,
};
use zukunftshaushalt::model::ensemble::{Band, Range, Uncertainty, ensemble};
use zukunftshaushalt::model::forecast::{BackTest, NoiseFrom};
use zukunftshaushalt::model::{
    Cell, Choice, FieldAt, IndicatorAt, List, MeasureAt, MeasureKind, Money, Move, Projection, Purchase, Purpose,
    Scenario, TaxAt, Town, Year, simulate,
};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::scenario::{Action, Pot, Session, pots};
use zukunftshaushalt::text::{self, Lang, Typed, Unit, typed};

/// A number as the page writes it, in German.
fn parse_amount(text: &str) -> Option<f64> {
    match typed(text, Unit::Euros, 0.0, Lang::De)? {
        Typed::Value(value) | Typed::Change(value) => Some(value),
    }
}

/// What a number in a sentence stands for at most, in units, and whether it is a bound.
fn said(sentence: &str) -> (f64, bool) {
    let words: Vec<&str> = sentence.split(' ').collect();
    let count = words.get(2).and_then(|count| parse_amount(count)).expect("a count follows `mehr: etwa`");
    (count, words.get(1) == Some(&"unter"))
}

/// What a scenario's figures are told from, without ranges.
fn telling<'a>(town: &'a Town, scenario: &'a Scenario, projection: &'a Projection) -> Telling<'a> {
    static NONE: LazyLock<List<IndicatorAt, Range>> = LazyLock::new(List::default);
    Telling { town, scenario, projection, ranges: &NONE, lang: Lang::De }
}

/// One measure moved by so much a year, by the cells of its lever or by itself.
fn one(town: &Town, at: MeasureAt, euros: f64) -> Scenario {
    let moved = Move { amount: Money::from_euros(euros), from: town.first_year, to: town.horizon };
    let measure = &town.chain.measures[at.0];
    if measure.is_usual {
        let purposes = town.purposes().into_iter();
        let cell =
            purposes.map(|purpose| Cell { lever: measure.lever, purpose }).find(|it| !town.cell_amount(*it).is_zero());
        Scenario { moves: [(cell.expect("it has money"), moved)].into_iter().collect(), ..Scenario::default() }
    } else {
        Scenario { measures: [(at, moved)].into_iter().collect(), ..Scenario::default() }
    }
}

/// Nothing is said to buy more than it does: a small amount is below a tenth, not a tenth.
#[test]
fn what_money_buys_is_never_rounded_up_to_something() {
    for files in [muenster(), freiburg()] {
        assert_never_rounded_up(&load(&files).expect("the pack loads"));
    }
}

fn assert_never_rounded_up(town: &Town) {
    let mut below = 0;
    for (at, measure) in town.chain.measures.pairs() {
        for euros in [1_000.0, 10_000.0, 100_000.0, 1_000_000.0] {
            let scenario = one(town, at, euros);
            let projection = simulate(town, &scenario);
            let it = telling(town, &scenario, &projection);
            assert_eq!(bought_order(it), [Purchase::Units(at)]);
            let units = bought_of(it, Purchase::Units(at)).and_then(|it| it.units).expect("it buys units");
            let real = euros / measure.unit_cost;
            let (count, is_below) = said(&units.text);
            below += u32::from(is_below);
            assert_eq!(is_below, real < count && real < 0.1, "{}, really {real}", units.text);
            let is_near = (count - real).abs() <= 0.05 * real.max(1.0) + 1e-9;
            assert!(is_below || is_near, "{}, really {real}", units.text);
        }
    }
    assert!(below > 0, "no amount was small");
}

/// Nobody can read "22 places" and "3 places" for the same million: what the money buys, and what its effect counts where a
/// unit is what is counted, are the same number on the page.
#[test]
fn what_is_bought_and_what_is_counted_is_one_number_on_the_page() {
    let mut compared = Vec::new();
    for files in [muenster(), freiburg()] {
        let town = load(&files).expect("the pack loads");
        for effect in town.chain.numbered().filter(|it| it.per_unit.abs() == 1.0 && it.delay == 0.0) {
            let (Some(index), at) = (effect.indicator, effect.measure) else { continue };
            if town.chain.links.iter().any(|it| it.to == index) {
                continue;
            }
            for euros in [30_000.0, 250_000.0, 1_000_000.0, 3_000_000.0] {
                let scenario = one(&town, at, euros);
                let projection = simulate(&town, &scenario);
                let it = telling(&town, &scenario, &projection);
                let bought = bought_of(it, Purchase::Units(at)).and_then(|it| it.units).expect("it buys units");
                let card = indicator(it, index).expect("a card");
                let Some(counted) = &card.counted else { continue };
                let number = counted.number.trim_start_matches(['+', '\u{2212}']);
                // Together in the last year, or every year the same.
                let together = bought.text.rsplit("etwa ").next().expect("a number");
                if !projection.nears_end(index) {
                    assert!(together.split(' ').next() == Some(number), "{} and {}", bought.text, counted.number);
                    compared.push(effect.id.clone());
                }
            }
        }
    }
    compared.sort();
    compared.dedup();
    assert!(compared.len() >= 3, "only {compared:?} say what a unit is");
}

/// A reader who subtracts the levels finds the change: 25.8 instead of 26.2 is no change of 0.3.
#[test]
fn levels_and_their_change_agree() {
    let decimals = |text: &str| text.split_once(',').map_or(0, |(_, digits)| digits.chars().count());
    let mut finer = 0;
    for files in [muenster(), freiburg()] {
        let town = load(&files).expect("the pack loads");
        let uncertainty = Uncertainty::new(&town, 200);
        for purpose in town.purposes() {
            for euros in [-1_900_000.0, 300_000.0, 2_700_000.0] {
                let moved = Move { amount: Money::from_euros(euros), from: town.first_year, to: town.horizon };
                let moves = town.cells(purpose).into_iter().map(|cell| (cell, moved)).collect();
                let scenario = Scenario { moves, ..Scenario::default() };
                let (projection, ranges) = (simulate(&town, &scenario), ensemble(&town, &uncertainty, &scenario));
                let it = Telling {
                    town: &town,
                    scenario: &scenario,
                    projection: &projection,
                    ranges: &ranges,
                    lang: Lang::De,
                };
                let cards = town.indicators.places().filter_map(|at| indicator(it, at));
                for card in cards.filter(|it| it.change.as_ref().is_some_and(|it| parse_amount(&it.0).is_some())) {
                    let (shown, _) = card.change.expect("it changes");
                    let (_, after) = card.plot.lens.scenario.expect("it changes");
                    let before = card.plot.lens.plan_label;
                    let [before, after, change] =
                        [&before, &after, &shown].map(|it| parse_amount(it).expect("a number"));
                    let step = 10f64.powi(-i32::try_from(decimals(&shown)).expect("few digits"));
                    assert!((after - before - change).abs() < 0.61 * step, "{}: {}", card.name, card.sentence);
                    finer += u32::from(decimals(&card.rows.last().expect("rows")[2]) > decimals(&shown));
                }
            }
        }
    }
    assert!(finer > 0, "no level needed another digit");
}

/// The weak view stands beside the strong one with the same scenario: what is moved is said, and only that.
#[test]
fn the_weak_view_follows_what_is_moved() {
    let town = load(&muenster()).expect("the pack loads");
    let lenses = |scenario: &Scenario| {
        let projection = simulate(&town, scenario);
        let it = Telling { town: &town, scenario, projection: &projection, ranges: &List::default(), lang: Lang::De };
        profile_figure(it).lenses
    };
    let calm = lenses(&Scenario::default());
    assert!(calm.ends_with("je Kopf und Jahr.") && !calm.contains("Änderungen"), "{calm}");
    // Ten per cent more trade tax for 24 of 25 years: 38.5 million a year for 322,715 people, and the interest it saves.
    let raised = lenses(&Scenario { taxes: [(TaxAt(0), 506.0)].into_iter().collect(), ..Scenario::default() });
    let projection =
        simulate(&town, &Scenario { taxes: [(TaxAt(0), 506.0)].into_iter().collect(), ..Scenario::default() });
    let per_head = -projection.ledger.debt_left / 25.0 / 322_715.0;
    let said = format!("mit Ihren Änderungen im Mittel +{per_head:.0}");
    assert!((114.5..140.0).contains(&per_head), "{per_head}");
    let (head, _) = calm.rsplit_once('.').expect("a sentence");
    assert!(raised.starts_with(head) && raised.contains(&said), "{raised} without {said}");
}

/// An investment stands beside the balance and the ordinary sums, with what it does to debt and later results.
#[test]
fn an_investment_is_told_apart_from_the_balance() {
    let town = load(&muenster()).expect("the pack loads");
    let lever = town.levers.find(|it| it.id == "schulbau").expect("there is a lever");
    let purpose = town.purposes().into_iter().find(|it| !town.levers[lever.0].room(*it).is_empty()).expect("it moves");
    let (cell, amount) = (Cell { lever, purpose }, Money::from_euros(2e6));
    let moved = Move { amount, from: town.first_year, to: town.last_year(lever) };
    let scenario = Scenario { moves: [(cell, moved)].into_iter().collect(), ..Scenario::default() };
    let projection = simulate(&town, &scenario);
    let it =
        Telling { town: &town, scenario: &scenario, projection: &projection, ranges: &List::default(), lang: Lang::De };
    let found = meter(it);
    assert!(!found.has_rest && found.bead == 50.0 && found.is_touched);
    // Even is not free: the loan is named where the balance stands, less what others give for it.
    let grant = town.measure_of(cell).map(|at| town.chain.measures.get(at).expect("it is there").grant_share.get());
    assert_eq!(grant, Some(0.05));
    assert_eq!((found.word, found.amount.as_str()), ("Gedeckt, dazu Kredit", "1,9\u{a0}Mio.\u{a0}€"));
    assert!(
        found.invested.starts_with("Außerdem Investitionen: +2,0") && found.invested.contains("bis 2030"),
        "{}",
        found.invested
    );
    for mode in Mode::ALL {
        assert_eq!(sums(&town, &scenario, mode, Lang::De), sums(&town, &Scenario::default(), mode, Lang::De));
    }
    let told = |mode| sums(&town, &Scenario::default(), mode, Lang::De);
    let per_head = text::number(town.budget.total.expense.euros() / town.inhabitants.value, 2, Lang::De);
    assert_eq!((told(Mode::PerHead).total, told(Mode::Percent).total), (per_head, "100,0".to_owned()));
    let changes: Vec<String> = change_list(it).into_iter().map(|it| it.what).collect();
    assert_eq!(changes, ["Schulplätze bauen"]);
    let told = lever_figure(&town, cell, Lang::De).expect("a lever");
    assert!(told.is_investment && !told.is_measured && told.bound.contains("bis 2030"), "{}", told.bound);
    assert_eq!(told.lines[0].invested.as_deref(), Some("Auszahlungen für Investitionen 2027: 129,0"));
    let calm = simulate(&town, &Scenario::default());
    let scenario = Scenario::default();
    let it = Telling { town: &town, scenario: &scenario, projection: &calm, ranges: &List::default(), lang: Lang::De };
    assert_eq!(meter(it).invested, "");
}

/// The foot of the ledger counts whatever moves ordinary expense, by the cells of a lever or by a measure of its own; money
/// for investment is none.
#[test]
fn the_sum_with_changes_counts_every_measure() {
    for files in [muenster(), freiburg()] {
        let town = load(&files).expect("the pack loads");
        for at in town.chain.measures.places() {
            let amount = Money::from_euros(3_300_000.0);
            let scenario = one(&town, at, amount.euros());
            let measure = &town.chain.measures[at.0];
            let is_expense = measure.kind == MeasureKind::Service;
            let expected = is_expense.then(|| text::compact(town.budget.total.expense + amount, Lang::De));
            let found = sums(&town, &scenario, Mode::Total, Lang::De);
            assert_eq!(found.with_changes, expected, "{}", measure.id);
        }
    }
}

/// How little can be cut within a year, and what the town itself calls voluntary; nothing of that where no report tells.
#[test]
fn what_can_be_cut_is_told_with_what_is_voluntary() {
    let (muenster, freiburg) = (load(&muenster()).expect("it loads"), load(&freiburg()).expect("it loads"));
    let told = |town, lang| movable_share(town, lang).replace('\u{a0}', " ");
    assert_eq!(
        told(&muenster, Lang::De),
        "Aufwendungen 2026. Höchstens 37,9 Mio. € davon ließen sich in einem Jahr kürzen (2,2 %, Annahme). Freiwillige \
         Zuschüsse an Dritte sind nach dem Zuschussbericht der Stadt 12,9 Mio. €."
    );
    assert_eq!(
        told(&muenster, Lang::En),
        "Expenses 2026. At most €37.9 million of them could be cut within a year (2.2 %, assumption). By the city’s own \
         report, voluntary grants to third parties are €12.9 million."
    );
    let alone = told(&freiburg, Lang::De);
    assert!(alone.starts_with("Aufwendungen 2018.") && alone.ends_with("Annahme)."), "{alone}");
}

/// A fee is told in percent of the plan, not as a multiplier, and stands in the middle of its scale as planned.
#[test]
fn a_fee_is_told_in_percent_of_the_plan() {
    let town = load(&muenster()).expect("the pack loads");
    let fee = town.taxes.iter().find(|it| it.id == "rettungsdienst").expect("there is a fee");
    let found = tax_figure(&town, fee, Some(108.0), Lang::De);
    assert_eq!((found.label, found.bar, found.is_moved), ("Gebühr in % des Plans", (50.0, 50.0), true));
    assert!(found.spoken.starts_with("Gebühr 108") && found.spoken.contains("+2"), "{}", found.spoken);
    assert!(found.point.starts_with("Ein Prozent bringt"), "{}", found.point);
    assert_eq!(fee.scale(), (92.0, 108.0));
    let tax = tax_figure(&town, &town.taxes[0], None, Lang::De);
    assert_eq!((tax.label, town.taxes[0].scale()), ("Hebesatz", town.taxes[0].range));
}

/// Beside property tax B stands what a court said of split multipliers, with its date and who tells of it.
#[test]
fn a_doubt_in_court_stands_beside_its_lever() {
    let town = load(&muenster()).expect("the pack loads");
    for (lang, date) in [(Lang::De, "4. Dezember 2025"), (Lang::En, "4 December 2025")] {
        let told = |tax| tax_figure(&town, tax, None, lang).dispute;
        let disputes: Vec<_> = town.taxes.iter().map(told).collect();
        let disputed = town.taxes.iter().zip(&disputes).filter(|(_, it)| it.is_some()).map(|(tax, _)| tax.id.as_str());
        let disputed: Vec<_> = disputed.collect();
        assert_eq!(disputed, ["property_tax_b_nonresidential"], "beside the higher of the two rates");
        for (said, source, url) in disputes.into_iter().flatten() {
            assert!(said.contains(date) && said.contains("410") && said.contains("620"), "{said}");
            assert!(source.contains("Verwaltungsgericht Gelsenkirchen") && url.starts_with("https://"), "{source}");
        }
    }
}

/// The line below a number and the sentences of its detail view, for a range of the change and the usual ups and downs.
fn told_of(change: (f64, f64), yearly_noise: f64) -> (String, Vec<String>) {
    let town = load(&muenster()).expect("the pack loads");
    let rents = town.indicators.find(|it| it.id == "mietspiegel").expect("it counts nothing but itself");
    let homes = town.chain.measures.find(|it| it.id == "wohnung_neu").expect("there are homes to build");
    let scenario = one(&town, homes, 1e6);
    let projection = simulate(&town, &scenario);
    let at = Some(rents).filter(|at| projection.is_moved(*at)).expect("it moves");
    let (low, high) = change;
    let change = Band { low, lower: low, median: (low + high) / 2.0, upper: high, high };
    let range = Range { change, better: 1.0, yearly_noise, noise_from: NoiseFrom::Own, ..Range::default() };
    let ranges = vec![range; town.indicators.len()].into();
    let it = Telling { town: &town, scenario: &scenario, projection: &projection, ranges: &ranges, lang: Lang::De };
    let card = indicator(it, at).expect("a card");
    (card.range, certainty(it, at).expect("a detail view").sentences)
}

/// The last digit shown is worth no less than the order of half the range, and at most four follow the mark.
#[test]
fn digits_follow_the_range() {
    for (change, said) in [
        ((0.0, 300.0), "wahrscheinlich ±0 bis +300"),
        ((0.1, 300.0), "wahrscheinlich fast 0 bis +300"),
        ((1.0, 21.0), "wahrscheinlich +1 bis +21"),
        ((1.0, 3.0), "wahrscheinlich +1 bis +3"),
        ((1.04, 2.16), "wahrscheinlich +1,0 bis +2,2"),
        ((0.12, 0.34), "wahrscheinlich +0,1 bis +0,3"),
        ((0.124, 0.146), "wahrscheinlich +0,12 bis +0,15"),
        ((0.1234, 0.1258), "wahrscheinlich +0,123 bis +0,126"),
        ((0.123_44, 0.123_46), "wahrscheinlich +0,1234 bis +0,1235"),
        ((-2.0, -1.0), "wahrscheinlich \u{2212}2,0 bis \u{2212}1,0"),
    ] {
        let (line, sentences) = told_of(change, 0.0);
        assert_eq!(line, said, "{change:?}");
        let ends = said.trim_start_matches("wahrscheinlich ");
        assert!(sentences.iter().any(|it| it.contains(ends)), "{ends} is not in {sentences:?}");
    }
}

/// "Klein" begins where nine of ten changes are smaller than what the indicator moves by anyway.
#[test]
fn what_drowns_in_the_usual_ups_and_downs_is_called_small() {
    for (change, noise, is_faint) in [
        ((0.1, 0.3), 0.31, true),
        ((0.1, 0.3), 0.3, false),
        ((0.1, 0.3), 0.2, false),
        ((-0.3, 0.1), 0.31, true),
        ((-0.3, 0.1), 0.29, false),
        ((0.1, 0.3), 0.0, false),
    ] {
        let (line, sentences) = told_of(change, noise);
        assert_eq!(line.contains("Klein gegenüber dem üblichen Auf und Ab"), is_faint, "{change:?} in {noise}: {line}");
        assert_eq!(
            sentences.iter().any(|it| it.contains("klein gegenüber dem üblichen Auf und Ab")),
            is_faint,
            "{change:?} in {noise}"
        );
    }
}

/// Which of the three misses least is said in a sentence, and only if the digits shown tell it.
#[test]
fn a_back_test_names_what_came_closest() {
    let town = load(&muenster()).expect("the pack loads");
    let scenario = Scenario::default();
    let projection = simulate(&town, &scenario);
    let at = town.indicators.find(|it| it.decimals == 1).expect("there is one");
    let said = |errors: [f64; 3], lang| {
        let [error, unchanged, straight] = errors;
        let test = BackTest { values: 3, within: 2, error, unchanged, straight };
        let ranges = vec![Range { back_test: Some(test), ..Range::default() }; town.indicators.len()].into();
        let it = Telling { town: &town, scenario: &scenario, projection: &projection, ranges: &ranges, lang };
        let sentences = certainty(it, at).expect("a detail view").sentences;
        sentences
            .into_iter()
            .find(|it| it.starts_with("Rückschau") || it.starts_with("Looking back"))
            .expect("it is told")
    };
    for (errors, de, en) in [
        ([0.5, 1.0, 2.0], "Am nächsten lag das Modell.", "Closest was the model."),
        ([1.0, 0.5, 2.0], "Am nächsten lag die Rechnung ohne jede Änderung.", "Closest was no change at all."),
        ([1.0, 2.0, 0.5], "Am nächsten lag der gerade Trend.", "Closest was the straight trend."),
        (
            [0.51, 2.0, 0.49],
            "Am nächsten lagen gleichauf das Modell und der gerade Trend.",
            "Closest, level with each other, were the model and the straight trend.",
        ),
        ([0.5, 0.5, 0.5], "Alle drei lagen gleich weit daneben.", "All three were equally far off."),
    ] {
        for (lang, closest) in [(Lang::De, de), (Lang::En, en)] {
            let told = said(errors, lang);
            assert!(told.ends_with(closest), "{errors:?}: {told}");
        }
    }
}

/// A town without any long series says that its fluctuation is assumed, and not by others of its own.
#[test]
fn a_fluctuation_that_the_pack_assumes_is_said_to_be_assumed() {
    let town = load(&freiburg()).expect("the pack loads");
    let scenario = Scenario::default();
    let (projection, uncertainty) = (simulate(&town, &scenario), Uncertainty::new(&town, 20));
    let ranges = ensemble(&town, &uncertainty, &scenario);
    assert!(ranges.iter().all(|it| it.yearly_noise > 0.0 && it.noise_from == NoiseFrom::Pack));
    let it = Telling { town: &town, scenario: &scenario, projection: &projection, ranges: &ranges, lang: Lang::De };
    let sentences = certainty(it, IndicatorAt(0)).expect("a detail view").sentences;
    assert!(sentences.iter().any(|it| it.contains("Angenommen sind etwa")), "{sentences:?}");
    assert!(!sentences.iter().any(|it| it.contains("bei den anderen")), "{sentences:?}");
}

/// All eleven measures are counted; what a small sum moves in ten thousandths is neither better nor worse, exact money is.
#[test]
fn the_profile_counts_all_measures_and_calls_small_changes_small() {
    let town = load(&muenster()).expect("the pack loads");
    let words = |euros: f64| {
        let mut scenario = Scenario::default();
        let cell = town.cells(Purpose::Field(FieldAt(0)))[0];
        scenario.moves.insert(cell, Move { amount: Money::from_euros(euros), from: town.first_year, to: town.horizon });
        let projection = simulate(&town, &scenario);
        let it = Telling {
            town: &town,
            scenario: &scenario,
            projection: &projection,
            ranges: &List::default(),
            lang: Lang::De,
        };
        let figure = profile_figure(it);
        assert!(figure.note.contains("0,1\u{a0}%"), "{}", figure.note);
        let counts: Vec<usize> = figure.moved.split([' ', ',']).filter_map(|it| it.parse().ok()).collect();
        assert_eq!((counts[0], counts[1..].iter().sum()), (11, 11), "{}", figure.moved);
        let debt = generations(it, 0).sentence;
        assert!(debt.contains("mehr Schulden"), "{debt}");
        [figure.rows[0].word, figure.rows[4].word]
    };
    assert_eq!(words(50_000.0), ["schlechter", "kaum verändert"]);
    assert_eq!(words(5e6), ["schlechter", "schlechter"]);
}

/// No indicator stands there without its range or the words why there is none.
#[test]
fn without_a_range_the_card_says_why() {
    let town = load(&muenster()).expect("the pack loads");
    let scenario = Scenario::default();
    let projection = simulate(&town, &scenario);
    for (lang, why) in [(Lang::De, "ohne Bandbreite, weil "), (Lang::En, "without a range, because ")] {
        let it = Telling { town: &town, scenario: &scenario, projection: &projection, ranges: &List::default(), lang };
        for at in town.indicators.places() {
            assert!(indicator(it, at).expect("a card").range.starts_with(why));
            assert!(certainty(it, at).expect("a detail view").sentences[0].starts_with(why));
        }
    }
}

/// A change for some of the years only says so where it stands: at its lever and in the list of changes.
#[test]
fn years_of_a_change_are_told_where_they_are_not_the_usual_ones() {
    let town = load(&muenster()).expect("the pack loads");
    let routes = town.levers.find(|it| it.id == "radwege").expect("there are cycle routes");
    let purpose = town.purpose("mobilitaet").expect("a goal");
    let cells = town.cells(purpose);
    let cell = *cells.iter().find(|it| it.lever == routes).expect("they serve it");
    let mut others = town.parts(routes).into_iter().filter(|it| *it != cell && !town.cell_room(*it).is_empty());
    let other = others.next_back().expect("they serve another goal");
    let told = |moves: &[(Cell, u16, u16)], lang: Lang| {
        let moved = |(cell, from, to): &(Cell, u16, u16)| {
            (*cell, Move { amount: Money::from_cents(50_000_000), from: Year(*from), to: Year(*to) })
        };
        let scenario = Scenario { moves: moves.iter().map(moved).collect(), ..Scenario::default() };
        let projection = simulate(&town, &scenario);
        let it = Telling { town: &town, scenario: &scenario, projection: &projection, ranges: &List::default(), lang };
        (span_note(it, cell), change_list(it).first().expect("one change").amount.clone())
    };
    let (start, end) = (town.first_year.0, town.horizon.0);
    let usual = told(&[(cell, start, end)], Lang::De);
    assert_eq!(usual, (String::new(), "+500.000\u{a0}€".to_owned()));
    let (note, amount) = told(&[(cell, 2027, 2029)], Lang::De);
    assert_eq!(note, "Jahre Ihrer Änderung: nur 2027 bis 2029. ");
    assert_eq!(amount, "+500.000\u{a0}€ (nur 2027 bis 2029)");
    assert_eq!(told(&[(cell, 2026, end)], Lang::De).0, "Jahre Ihrer Änderung: nur 2026 bis 2050. ");
    assert_eq!(told(&[(cell, 2027, 2027)], Lang::De).1, "+500.000\u{a0}€ (nur 2027)");
    assert_eq!(told(&[(cell, 2027, 2029)], Lang::En).1, "+€500,000 (2027 to 2029 only)");
    assert!(told(&[(cell, 2027, 2029), (other, start, end)], Lang::De).1.ends_with("(teils 2027 bis 2029)"));
    assert!(
        told(&[(cell, 2027, 2029), (other, 2030, 2031)], Lang::De).1.ends_with("(teils nur für einen Teil der Jahre)")
    );
}

/// A measure of its own is told like a lever: what others pay of it below its goal, and its years where they are fewer.
#[test]
fn a_measure_of_its_own_is_told_like_a_lever() {
    let town = load(&muenster()).expect("the pack loads");
    let clubs = town.chain.measures.find(|it| it.id == "jugendtreff").expect("there are youth clubs");
    let scenario = one(&town, clubs, 470_000.0);
    let projection = simulate(&town, &scenario);
    let goal = town.goal_of(clubs).expect("a goal");
    let own = text::signed_about(-projection.balance, Lang::De);
    let said = reimbursed(telling(&town, &scenario, &projection), goal).expect("others pay a part");
    assert!(said.contains(&own), "{said} without {own}");

    let homes = town.chain.measures.find(|it| it.id == "sozialwohnung").expect("there are homes");
    let moved = Move { amount: Money::from_euros(1e6), from: Year(2028), to: Year(2029) };
    let scenario = Scenario { measures: [(homes, moved)].into_iter().collect(), ..Scenario::default() };
    let projection = simulate(&town, &scenario);
    let told = change_list(telling(&town, &scenario, &projection));
    assert!(told[0].amount.ends_with("(nur 2028 bis 2029)"), "{}", told[0].amount);
}

/// Numbers before a percent sign.
fn percents(said: &str) -> Vec<f64> {
    let before = said.split("\u{a0}%").collect::<Vec<_>>();
    let numbers = before.iter().take(before.len() - 1).filter_map(|it| it.rsplit([' ', ':']).next());
    numbers.map(|it| parse_amount(it).expect("a number before a percent sign")).collect()
}

/// A goal says what it spreads on before it is moved, and afterwards says what it spread on: the same, for it is spread by
/// the room there is. A locked lever is not named.
#[test]
fn a_goal_names_what_it_spreads_on() {
    for files in [muenster(), freiburg()] {
        let town = load(&files).expect("the pack loads");
        for purpose in town.purposes() {
            let mut session = Session::default();
            let said = |session: &Session| {
                let projection = simulate(&town, session.scenario());
                goal_parts(telling(&town, session.scenario(), &projection), purpose, |cell| session.is_locked(cell))
            };
            let before = said(&session);
            let room = town.room(purpose);
            let free =
                town.cells(purpose).into_iter().filter(|it| !town.cell_room(*it).high.is_zero()).collect::<Vec<_>>();
            if free.is_empty() {
                continue;
            }
            session.apply(&town, Action::MovePurpose(purpose, room.high * 0.5));
            session.apply(&town, Action::Settle);
            let after = said(&session);
            let parts = after.trim_start_matches("Verteilt sich auf: ").trim_end_matches('.');
            assert!(before.contains(parts), "{before} / {after}");
            let all = percents(&after);
            assert!(all.is_sorted_by(|a, b| a >= b) && all.iter().sum::<f64>() <= 102.0, "{after}");
            assert!(all.len() > 3 || free.len() > 3 || (all.iter().sum::<f64>() - 100.0).abs() < 2.0, "{after}");
            // What is locked takes no part; with all locked nothing is left to say.
            let largest = *free.iter().max_by_key(|it| town.cell_room(**it).high).expect("one");
            session = Session::default();
            session.apply(&town, Action::ToggleLock(largest));
            let name = &town.levers[largest.lever.0].name;
            assert!(!said(&session).contains(Lang::De.of(name)), "{}", said(&session));
        }
    }
}

/// The preview of a shift names what moves in money and in things, and says of a bound only where one is reached.
#[test]
fn a_shift_is_told_before_it_is_done() {
    let town = load(&muenster()).expect("the pack loads");
    let scenario = Scenario::default();
    let projection = simulate(&town, &scenario);
    let it = telling(&town, &scenario, &projection);
    let givers = pots(&town, &scenario, &[], true);
    let takers = pots(&town, &scenario, &[], false);
    let mut counted = 0;
    for from in &givers {
        for to in takers.iter().filter(|to| from.pays_for(**to, &town)).step_by(7) {
            let session = Session::default();
            for (wish, is_bound) in [(1_000.0, false), (1e9, true)] {
                let shifted = session.shifted(&town, *from, *to, Money::from_euros(wish));
                let figure = shift_figure(it, (*from, *to), Money::from_euros(wish), &shifted);
                assert_eq!(figure.limit.is_some(), is_bound || shifted.amount < Money::from_euros(wish));
                let amount = text::amount(shifted.amount, Lang::De);
                // What was typed and what goes stand in one line with the reason.
                let wished = text::amount(Money::from_euros(wish), Lang::De);
                assert!(
                    figure.limit.iter().all(|it| it.starts_with(&format!("Von {wished} gehen nur {amount}. Mehr")))
                );
                let [gives, takes] = figure.ends.as_slice() else { panic!("{figure:?}") };
                assert!(gives.contains(&format!("gibt {amount} im Jahr")), "{gives}");
                assert!(takes.contains(&format!("bekommt {amount} im Jahr")), "{takes}");
                counted += usize::from(takes.contains("mehr im Jahr") && gives.contains("weniger im Jahr"));
                let change = town.balance(&shifted.scenario);
                assert_eq!(figure.balance.is_some(), !change.is_zero());
            }
        }
    }
    assert!(counted > 100, "{counted} tell things on both sides");
    let from = Pot::Goal(Purpose::Field(FieldAt(0)));
    let to =
        takers.iter().find(|to| matches!(to, Pot::One(Choice::Own(_))) && from.pays_for(**to, &town)).expect("one");
    let none = Session::default().shifted(&town, from, *to, Money::ZERO);
    assert!(shift_figure(it, (from, *to), Money::ZERO, &none).ends.is_empty());
}
